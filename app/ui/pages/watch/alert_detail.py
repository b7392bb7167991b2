"""The drawer of a warning: what it says, how it came about, the rows behind it, and its past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.problem import DomainError
from app.services.watch import NEW
from app.ui.faults import sentence
from app.ui.pages.customers.guard import guard
from app.ui.pages.tabbed import Detail
from app.ui.pages.watch.alert_columns import STATE_TONES, TONES, sentence_of, state_words
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import SharedRow
from app.ui.widgets.labels import label
from app.ui.widgets.line_list import Line, LineList
from app.words import say
from app.words.alert_text import fact_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.changes import ChangeSet
    from app.services.watch_evidence import Evidence, Fact
    from app.services.watch_views import AlertView
    from app.ui.context import PageContext
    from app.ui.pages.watch.alerts_panel import AlertsPanel

_MOST = 7
_ROW = 48


class AlertDetail(Detail):
    """``show_alert`` fills it; rows lead to their documents and customers."""

    def __init__(self, context: PageContext, panel: AlertsPanel) -> None:
        super().__init__()
        self.context = context
        self._panel = panel
        self.view: AlertView | None = None
        self.evidence: Evidence | None = None
        self._facts: dict[int, Fact] = {}
        theme = context.theme
        self.severity, self.state = Chip(theme), Chip(theme)
        self.says = label("", "section", wrap=True)
        self.note = label("", "body", "secondary", wrap=True)
        self._working_title = label("", "small", "secondary")
        self.working = label("", "body", wrap=True)
        self.again = label("", "small", "tertiary", wrap=True)
        self._facts_title, self._before_title = label("", "section"), label("", "section")
        self._past_title = label("", "section")
        self._no_past = label("", "small", "tertiary", wrap=True)
        self.facts, self.before, self.past = LineList(theme), LineList(theme), LineList(theme)
        for found in (self.facts, self.before):
            found.opened.connect(self._open_fact)
        self.past.opened.connect(panel.open_alert)
        self._lay_out()
        self._add_buttons()

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addWidget(self.severity)
        chips.addWidget(self.state)
        chips.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(chips)
        for widget in (
            self.says,
            self.note,
            self._working_title,
            self.working,
            self.again,
            self._facts_title,
            self.facts,
            self._before_title,
            self.before,
            self._past_title,
            self.past,
            self._no_past,
        ):
            layout.addWidget(widget)

    def _add_buttons(self) -> None:
        theme = self.context.theme
        self.act_button = button(theme, "", "primary", "list-checks", self._open_acts)
        self.seen_button = button(theme, "", "normal", "check", self._acknowledge)
        self.snooze_button = button(theme, "", "normal", "clock", self._snooze)
        self.reopen_button = button(theme, "", "normal", "undo-2", self._reopen)
        self.customer_button = button(theme, "", "normal", "building-2", self._open_customer)
        self.plan_button = button(theme, "", "normal", "flag", self._open_plan)
        first, second, third = SharedRow(), SharedRow(), SharedRow()
        for row, buttons in (
            (first, (self.act_button, self.customer_button)),
            (second, (self.seen_button, self.snooze_button, self.reopen_button)),
            (third, (self.plan_button,)),
        ):
            for widget in buttons:
                row.addWidget(widget)
            self.foot_layout.addLayout(row)

    # -- showing --------------------------------------------------------------------------------

    def show_alert(self, view: AlertView) -> None:
        """Fill the drawer with a warning, then ask for what stands behind it."""
        other = self.view is None or self.view.alert.id != view.alert.id
        self.view = view
        if other:
            self.evidence = None
        self._write()
        watch, alert_id = self.context.company.watch, view.alert.id

        def done(found: Evidence) -> None:
            if self.view is not None and self.view.alert.id == alert_id:
                self.evidence = found
                self._write_evidence()

        self.context.runner.database(
            lambda _control: watch.evidence(alert_id),
            done,
            failed=self.context.notices.error,
            owner=self,
            key="watch.evidence",
        )

    def _write(self) -> None:
        view, formats = self.view, self.context.formats
        if view is None:
            return
        rule = say(f"alert_rule.{view.rule.value}", formats.lang)
        if self._panel.host.drawer is not None:
            who = formats.name(view.customer.name, view.customer.name_en)
            self._panel.host.drawer.set_title(who, f"{rule} • {formats.day(view.alert.on)}")
        self.severity.set(say(f"alert_severity.{view.severity}", formats.lang), TONES[view.severity])
        self.state.set(state_words(view, formats), STATE_TONES.get(view.state, "neutral"))
        self.says.setText(sentence_of(view, formats.lang))
        self.note.setText(view.alert.note)
        self.note.setVisible(bool(view.alert.note))
        answered = view.alert.state != NEW
        guard(self.context, self.act_button, self.seen_button, self.snooze_button, self.plan_button)
        guard(self.context, self.reopen_button, able=answered)
        self.reopen_button.setVisible(answered)
        self.seen_button.setVisible(not answered)
        self._write_evidence()
        self._write_past()

    def _write_evidence(self) -> None:
        found, lang = self.evidence, self.context.formats.lang
        self.working.setText(fact_sentence(*found.working, lang) if found else "…")
        code = "alert_again.later" if found and found.again else "alert_again.never"
        self.again.setText(fact_sentence(code, {"days": found.again}, lang) if found else "")
        facts = found.facts if found else ()
        self._facts = dict(enumerate(facts, 1))
        lately = [(key, fact) for key, fact in self._facts.items() if not fact.before]
        before = [(key, fact) for key, fact in self._facts.items() if fact.before]
        self._fill(self.facts, [self._line(key, fact) for key, fact in lately])
        self._fill(self.before, [self._line(key, fact) for key, fact in before])
        self._facts_title.setText(self.tr("What stands behind it: %n row(s)", "", len(lately)))
        self._facts_title.setVisible(bool(lately))
        self._before_title.setText(self.tr("Compared with: %n row(s)", "", len(before)))
        self._before_title.setVisible(bool(before))

    @staticmethod
    def _fill(shown: LineList, lines: Sequence[Line]) -> None:
        shown.show_lines(lines)
        shown.setFixedHeight(min(len(lines), _MOST) * _ROW + 2)
        shown.setVisible(bool(lines))

    def _line(self, key: int, fact: Fact) -> Line:
        formats = self.context.formats
        code, params = fact.said
        text = formats.name(fact.text, str(params.get("name_en", "")))
        said = fact_sentence(code, params, formats.lang)
        amount = formats.money(fact.amount, fact.currency) if fact.amount is not None else ""
        if not text:
            text, said = said, ""
        return Line(key, formats.day(fact.on), " · ".join(filter(None, (text, amount))), said or " ")

    def _write_past(self) -> None:
        view, formats = self.view, self.context.formats
        if view is None:
            return
        earlier = [
            one
            for one in self._panel.views
            if one.alert.customer_id == view.alert.customer_id
            and one.rule is view.rule
            and one.alert.id != view.alert.id
        ]
        earlier.sort(key=lambda one: one.alert.on, reverse=True)
        lines = [
            Line(
                one.alert.id,
                formats.day(one.alert.on),
                sentence_of(one, formats.lang),
                one.alert.note or " ",
                state_words(one, formats),
                STATE_TONES.get(one.state, "neutral"),
            )
            for one in earlier
        ]
        self._past_title.setText(self.tr("This rule before: %n time(s)", "", len(lines)))
        self._fill(self.past, lines)
        self._past_title.setVisible(bool(lines))
        self._no_past.setVisible(not lines)

    # -- onward ---------------------------------------------------------------------------------

    def _open_fact(self, key: int) -> None:
        fact, view = self._facts.get(key), self.view
        if fact is None or view is None:
            return
        go = self.context.navigator.go
        if fact.document_id:
            go("customers", document_id=fact.document_id)
        elif view.rule.value in {"stale_statement", "external_event"}:
            tab = "financials" if view.rule.value == "stale_statement" else "credit_file"
            go("customers", customer_id=view.alert.customer_id, tab=tab)
        elif view.rule.value == "grade_drop":
            go("customers", customer_id=view.alert.customer_id, tab="score")
        elif view.rule.value == "changed_account":
            go("bank", tab="lines", customer_id=view.alert.customer_id)
        else:
            go("customers", customer_id=fact.customer_id or view.alert.customer_id)

    def _open_acts(self) -> None:
        if self.view is not None:
            menu = self._panel.answers.menu(self.view)
            menu.popup(self.act_button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _acknowledge(self) -> None:
        if self.view is not None:
            self._panel.answers.acknowledge([self.view])

    def _snooze(self) -> None:
        if self.view is not None:
            self._panel.answers.snooze([self.view])

    def _reopen(self) -> None:
        if self.view is not None:
            self._panel.answers.reopen([self.view])

    def _open_plan(self) -> None:
        """The contingency plan of this warning as a checklist: begun now, or where it stands."""
        if self.view is None:
            return
        contingency, by = self.context.company.contingency, self.context.actor
        alert_id = self.view.alert.id

        def begun(found: tuple[int, ChangeSet | None]) -> None:
            run_id, change = found
            if change is not None:
                self.context.notices.done(change)
            self.context.navigator.go("analysis", tab="contingency", run_id=run_id)

        self.context.runner.database(
            lambda _control: contingency.open_for(alert_id, by), begun, failed=self._no_plan, owner=self
        )

    def _no_plan(self, error: Exception) -> None:
        if not isinstance(error, DomainError):
            self.context.notices.error(error)
            return
        text, navigator = sentence(error, self.context.formats.lang), self.context.navigator
        action = (
            self.tr("Contingency plans"),
            lambda: navigator.go("analysis", tab="contingency", view="plans"),
        )
        self._panel.result.say("warn", text, actions=[action])

    def _open_customer(self) -> None:
        if self.view is not None:
            self.context.navigator.go("customers", customer_id=self.view.alert.customer_id)

    def retranslate(self) -> None:
        """Write every text of the drawer."""
        self._no_past.setText(self.tr("This rule never warned of this customer before."))
        self._working_title.setText(self.tr("How it came about"))
        self.act_button.setText(self.tr("Act"))
        self.seen_button.setText(self.tr("Acknowledge…"))
        self.snooze_button.setText(self.tr("Snooze…"))
        self.reopen_button.setText(self.tr("Reopen"))
        self.customer_button.setText(self.tr("Customer file"))
        self.plan_button.setText(self.tr("Open its plan"))
        self.facts.setAccessibleName(self.tr("Rows behind the warning"))
        self.before.setAccessibleName(self.tr("Rows it is compared with"))
        self.past.setAccessibleName(self.tr("Earlier warnings of this rule"))
        self._write()
