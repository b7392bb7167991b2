"""The early-warning rules: what each looks at, switching and editing them, and trying one on history."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.alert_rules import RuleCode
from app.ui.dialogs.day_text import DayText
from app.ui.dialogs.opening import open_for
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.tabbed import TabPanel
from app.ui.pages.watch.rule_columns import firing_columns, rule_columns
from app.ui.pages.watch.rule_dialog import RuleDialog, told
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.labels import label, line
from app.words import say
from app.words.alert_text import rule_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from app.domain.alert_history import Firing, HistoryTest
    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.services.watch_views import Called, RuleView
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.tabbed import TabbedPage
    from app.ui.tasks import Task

_PAST = timedelta(730)
_PLACES = {code: place for place, code in enumerate(RuleCode, 1)}


class _Tried(NamedTuple):
    """What a rule would have found, and what the customers are called."""

    found: HistoryTest
    names: Mapping[int, Called]


class WarningRulesPanel(TabPanel):
    """Every edit is saved at once and can be undone; ``dialog`` is the one now open."""

    moves = frozenset({"setting"})

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.views: tuple[RuleView, ...] = ()
        self.code: RuleCode = RuleCode.WORSENING
        self.dialog: FormDialog | None = None
        self.tried: dict[RuleCode, _Tried] = {}
        self._task: Task | None = None
        self._trying: RuleCode | None = None
        theme = context.theme
        self.table = DataTable(theme, "watch.rules", context.preferences, empty_icon="bell")
        self.model: RowTable[RuleView] = RowTable(
            rule_columns(context.formats), context.runner, lambda view: _PLACES[view.rule.code], parent=self
        )
        self.table.set_model(self.model)
        self.card = Card(theme, " ")
        self.switch_button = button(theme, "", "normal", run=self.switch)
        self.reset_button = button(theme, "", "normal", "undo-2", self.reset)
        self.edit_button = button(theme, "", "primary", "pencil", self.edit)
        for widget in (self.switch_button, self.reset_button, self.edit_button):
            self.card.add_action(widget)
        self.about = label("", "body", wrap=True)
        self.when = label("", "bodyStrong", wrap=True)
        self.source = label("", "small", "tertiary", wrap=True)
        self._make_trial()
        self._lay_out()
        self._connect()

    def _make_trial(self) -> None:
        context, theme = self.context, self.context.theme
        today = context.company.clock.today()
        self._trial_title = label("", "section")
        self.start, self.end = DayText(today - _PAST), DayText(today)
        self._to = label("–", "body", "secondary")
        self.try_button = button(theme, "", "normal", "history", self.try_rule)
        self.cancel_button = button(theme, "", "quiet", run=self.cancel)
        self.cancel_button.hide()
        self.progress = label("", "small", "secondary")
        self.result = label("", "bodyStrong", wrap=True)
        self.more = label("", "small", "secondary", wrap=True)
        self.firings = DataTable(
            theme, "watch.firings", context.preferences, framed=False, pad=6, empty_icon="history"
        )
        self.found: RowTable[Firing] = RowTable(
            firing_columns(context.formats, {}), context.runner, self._firing_place, parent=self
        )
        self.firings.set_model(self.found)

    def _lay_out(self) -> None:
        trial = QHBoxLayout()
        trial.setSpacing(8)
        trial.addWidget(self._trial_title)
        for edit in (self.start, self.end):
            edit.setFixedWidth(104)
        for widget in (self.start, self._to, self.end, self.try_button, self.cancel_button):
            trial.addWidget(widget)
        trial.addWidget(self.progress, 1)
        body = self.card.body
        for part in (self.when, self.about, self.source, line()):
            body.addWidget(part)
        body.addLayout(trial)
        body.addWidget(self.result)
        body.addWidget(self.more)
        body.addWidget(self.firings, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        layout.addWidget(left, 4)
        layout.addWidget(self.card, 5)

    def _connect(self) -> None:
        self.table.current_changed.connect(self._on_rule)
        self.table.opened.connect(lambda _row: self.edit())
        self.firings.opened.connect(self._open_firing)
        self.firings.clear_filter.connect(self.try_rule)
        self.context.runner.progressed.connect(self._on_progress)

    # -- reading --------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Go to a rule."""
        code = str(params.get("code", ""))
        if code in set(RuleCode):
            self.code = RuleCode(code)
            self._write()

    def read(self) -> None:
        """Read the rules in force."""
        watch = self.context.company.watch
        self.table.loading.start()
        self.context.runner.database(
            lambda _control: watch.rules(), self._show, failed=self._failed, owner=self, key="watch.rules"
        )

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, views: tuple[RuleView, ...]) -> None:
        self.table.loading.stop()
        moved = {view.rule.code for view in views} - {
            view.rule.code for view in views if any(old.rule == view.rule for old in self.views)
        }
        for code in moved:
            self.tried.pop(code, None)
        self.views = views
        self.model.set_columns(rule_columns(self.context.formats))
        self.model.set_rows(views)
        self.table.view.select_id(_PLACES[self.code])
        self._write()
        self.host.tell_status()

    @property
    def view(self) -> RuleView | None:
        """The rule in view."""
        return next((view for view in self.views if view.rule.code is self.code), None)

    def _on_rule(self, place: int) -> None:
        found = next((code for code, number in _PLACES.items() if number == place), self.code)
        if found is not self.code:
            self.code = found
            self._write()

    # -- showing --------------------------------------------------------------------------------

    def _write(self) -> None:
        view, lang = self.view, self.context.formats.lang
        if view is None:
            return
        rule = view.rule
        standing = self.tr("own values") if view.changed else self.tr("as shipped")
        self.card.set_title(say(f"alert_rule.{rule.code}", lang), standing)
        self.when.setText(rule_sentence(rule.code.value, rule.thresholds, lang))
        self.about.setText(say(f"alert_about.{rule.code}", lang))
        source = say("alert_rule.source", lang)
        if view.changed:
            shipped = rule_sentence(rule.code.value, view.shipped.thresholds, lang)
            source = self.tr("Shipped: {values}").format(values=shipped)
        self.source.setText(source)
        self.switch_button.setText(self.tr("Turn off") if rule.enabled else self.tr("Turn on"))
        guard(self.context, self.switch_button, self.edit_button)
        guard(self.context, self.reset_button, able=view.changed)
        self._write_trial()

    def _write_trial(self) -> None:
        tried, lang = self.tried.get(self.code), self.context.formats.lang
        self.result.setVisible(tried is not None)
        self.more.setText(say("watch.trouble_means", lang))
        if tried is None:
            self.found.set_rows([])
            self.firings.say_empty(
                self.tr("How often would this rule have fired, and what followed?"), self.tr("Try on history")
            )
            return
        found = tried.found
        self.result.setText(told(found, lang))
        parts = [say("watch.test_missed", lang, n=found.troubled, foreseen=found.foreseen)]
        if found.pending:
            parts.insert(0, say("watch.test_pending", lang, n=found.pending))
        stop = "；" if lang == "zh" else "; "
        self.more.setText(
            f"{stop.join(parts)}{'。' if lang == 'zh' else '. '}{say('watch.trouble_means', lang)}"
        )
        self.found.set_columns(firing_columns(self.context.formats, tried.names))
        self.found.set_rows(found.firings)
        self.firings.say_empty(self.tr("It would not have fired in this time."), self.tr("Try again"))

    def _firing_place(self, firing: Firing) -> int:
        tried = self.tried.get(self.code)
        return tried.found.firings.index(firing) + 1 if tried else 0

    def _open_firing(self, place: int) -> None:
        tried = self.tried.get(self.code)
        if tried is not None and 0 < place <= len(tried.found.firings):
            who = tried.found.firings[place - 1].warned.customer_id
            self.context.navigator.go("customers", customer_id=who)

    # -- what can be done -----------------------------------------------------------------------

    def _do(self, work: Callable[[Control], ChangeSet]) -> None:
        if writable(self.context):
            self.context.runner.database(
                work, self.context.notices.done, failed=self.context.notices.error, owner=self
            )

    def switch(self) -> None:
        """Turn the rule in view on or off."""
        if (view := self.view) is not None:
            watch, rule = self.context.company.watch, replace(view.rule, enabled=not view.rule.enabled)
            self._do(lambda _control: watch.save_rule(rule))

    def reset(self) -> None:
        """Back to the shipped rule."""
        watch, code = self.context.company.watch, self.code
        self._do(lambda _control: watch.reset_rule(code))

    def edit(self) -> None:
        """Edit the rule in view."""
        if (view := self.view) is not None and writable(self.context):
            open_for(self, RuleDialog(self.context, view, self._span(), self))

    # -- history --------------------------------------------------------------------------------

    def _span(self) -> tuple[date, date]:
        today = self.context.company.clock.today()
        return self.start.day or today - _PAST, self.end.day or today

    def try_rule(self) -> None:
        """Run the rule in view on the month ends of the span."""
        view, session, (start, end) = self.view, self.context.company, self._span()
        if view is None:
            return
        rule = view.rule

        def work(control: Control) -> _Tried:
            found = session.watch.test_rule(rule, start, end, control)
            return _Tried(found, session.watch.called([one.warned.customer_id for one in found.firings]))

        self._busy(busy=True)
        self._trying = rule.code
        self._task = self.context.runner.database(
            work,
            self._on_tried,
            failed=self._on_failed,
            owner=self,
            label="watch.testing",
            key="watch.test",
        )

    def _on_tried(self, tried: _Tried) -> None:
        self._busy(busy=False)
        self.tried[tried.found.rule] = tried
        self._write_trial()

    def _on_failed(self, error: Exception) -> None:
        self._busy(busy=False)
        self.context.notices.error(error)

    def cancel(self) -> None:
        """Stop trying."""
        if self._task is not None:
            self._task.cancel()
        self._busy(busy=False)

    def _busy(self, *, busy: bool) -> None:
        self.try_button.setEnabled(not busy)
        self.cancel_button.setVisible(busy)
        self.progress.clear()
        if busy:
            self.firings.loading.start()
        else:
            self._task = None
            self.firings.loading.stop()

    def _on_progress(self, number: int, done: int, total: int, _label: str) -> None:
        if self._task is not None and number == self._task.number:
            self.progress.setText(self.tr("Month {n} of {all}").format(n=done + 1, all=total))

    def status(self) -> str:
        """How many are on."""
        return self.tr("%n rule(s) on", "", sum(view.rule.enabled for view in self.views))

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.table.view.setAccessibleName(self.tr("Early-warning rules"))
        self.firings.view.setAccessibleName(self.tr("When the rule would have fired"))
        self.start.setAccessibleName(self.tr("From"))
        self.end.setAccessibleName(self.tr("To"))
        self._trial_title.setText(self.tr("On history"))
        self.try_button.setText(self.tr("Try on history"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.reset_button.setText(self.tr("Back to shipped"))
        self.edit_button.setText(self.tr("Edit…"))
        self.model.set_columns(rule_columns(self.context.formats))
        self._write()
