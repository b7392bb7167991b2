"""The inbox of early warnings: by state and weight, answered one by one or several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.alert_rules import Severity
from app.services.watch import ACKNOWLEDGED, ACTED, NEW, SNOOZED
from app.ui.dialogs.controls import Choice
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.tabbed import TabPanel
from app.ui.pages.watch.alert_columns import alert_columns, sentence_of
from app.ui.pages.watch.answering import Answers
from app.ui.pages.watch.exporting import export_menu
from app.ui.tables.data_table import DataTable
from app.ui.tables.menu import columns_menu
from app.ui.tables.saved_views import Segments
from app.ui.widgets.action_bar import ActionBar
from app.ui.widgets.buttons import button
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from app.domain.scorecard import Grade
    from app.services.ports import Control
    from app.services.watch_views import AlertView
    from app.ui.context import PageContext
    from app.ui.pages.tabbed import TabbedPage
    from app.ui.pages.watch.alert_detail import AlertDetail

ALL = "all"
_ANY = ""


class _Read(NamedTuple):
    """Every warning, and the grade of each customer that has one."""

    views: list[AlertView]
    grades: dict[int, Grade]


class AlertsPanel(TabPanel):
    """``open(customer_id=…)`` shows one customer's; ``open(alert_id=…)`` opens one."""

    moves = frozenset({"alert", "customer", "stored_assessment", "grade_override", "setting"})

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.views: list[AlertView] = []
        self.grades: Mapping[int, Grade] = {}
        self.answers = Answers(context, self)
        self._detail: AlertDetail | None = None
        self._customer_id = self._wanted = 0
        theme = context.theme
        self.scope = Segmented()
        self.weight = Choice([(_ANY, "")])
        self.search = SearchField(theme)
        self.columns_button = button(theme, icon="list-filter", run=self._open_columns)
        self.exports = TableExports(context, self)
        self.export_button = button(theme, "", "normal", "table", self._open_export)
        self.check_button = button(theme, "", "normal", "refresh-cw", self.check_now)
        self.only = MessageStrip(theme)
        self.result = MessageStrip(theme)
        self.table = DataTable(theme, "watch.alerts", context.preferences, empty_icon="bell")
        self.model: RowTable[AlertView] = RowTable(
            alert_columns(context.formats, {}),
            context.runner,
            lambda view: view.alert.id,
            checkable=True,
            parent=self,
        )
        self.table.set_model(self.model)
        self.table.view.narrow_by(Segments({"scope": self.scope}, self._narrow))
        self._check_action = QAction(self)
        self._check_action.triggered.connect(lambda _on=False: self.check_now())
        self._bar = ActionBar(theme)
        self._add_bar()
        self._lay_out()
        self._connect()

    def _add_bar(self) -> None:
        theme, answers = self.context.theme, self.answers
        self.bar_reopen = button(theme, "", "normal", "undo-2", lambda: answers.reopen(self._checked()))
        self.bar_snooze = button(theme, "", "normal", "clock", lambda: answers.snooze(self._checked()))
        self.bar_seen = button(theme, "", "normal", "check", lambda: answers.acknowledge(self._checked()))
        self.bar_act = button(theme, "", "primary", "list-checks", lambda: answers.act(self._checked()))
        for widget in (self.bar_reopen, self.bar_snooze, self.bar_seen, self.bar_act):
            self._bar.add(widget)

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.scope)
        filters.addWidget(self.weight)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.columns_button)
        for widget in (self.export_button, self.check_button):
            self.host.header.add(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(filters)
        layout.addWidget(self.only)
        layout.addWidget(self.result)
        layout.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.scope.chosen.connect(self._narrow)
        self.weight.activated.connect(self._narrow)
        self.search.searched.connect(self._narrow)
        self.search.down.connect(self.table.view.setFocus)
        self.table.opened.connect(self.open_alert)
        self.table.current_changed.connect(self._on_current)
        self.table.checks_changed.connect(self._say_checks)
        self.table.clear_filter.connect(self._clear)
        self._bar.cleared.connect(self.model.clear_checks)

    # -- asking ---------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Show one customer's warnings, or open one."""
        customer_id, alert_id = params.get("customer_id"), params.get("alert_id")
        self._customer_id = customer_id if isinstance(customer_id, int) else 0
        self._wanted = alert_id if isinstance(alert_id, int) else 0
        if self._wanted or self._customer_id:
            self.search.clear()
            self.weight.choose(_ANY)
            self.scope.set_current(ALL if self._wanted else NEW)
            self._narrow()
            self._open_wanted()

    def read(self) -> None:
        """Read every warning of the day."""
        session = self.context.company

        def work(_control: Control) -> _Read:
            day = session.clock.today()
            views = session.watch.inbox(as_of=day)
            who = sorted({view.alert.customer_id for view in views})
            grades = {key: one.grade for key, one in session.scoring.grade_of(who, day).items()}
            return _Read(views, grades)

        self.table.loading.start()
        self.context.runner.database(work, self._show, failed=self._failed, owner=self, key="watch.alerts")

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    def check_now(self) -> None:
        """Look with every rule that is on, and say what came of it."""
        session = self.context.company
        if not writable(self.context):
            return
        self.check_button.setEnabled(False)
        self.context.runner.database(
            lambda control: session.watch.run(control=control),
            self._on_checked,
            failed=self._on_check_failed,
            owner=self,
            label="watch.looking",
            key="watch.run",
        )

    def _on_checked(self, new: Sequence[AlertView]) -> None:
        guard(self.context, self.check_button)
        if not new:
            self.result.say("good", self.tr("Checked with every rule: nothing new."))
            return
        high = sum(view.severity is Severity.HIGH for view in new)
        text = self.tr("Checked with every rule: %n new warning(s)", "", len(new))
        more = self.tr("%n of high weight", "", high)
        self.result.say(
            "warn", f"{text} · {more}" if high else text, actions=[(self.tr("Show"), self._show_new)]
        )

    def _on_check_failed(self, error: Exception) -> None:
        guard(self.context, self.check_button)
        self.context.notices.error(error)

    def _show_new(self) -> None:
        self._customer_id = 0
        self.search.clear()
        self.weight.choose(_ANY)
        self.scope.set_current(NEW)
        self._narrow()

    # -- showing --------------------------------------------------------------------------------

    def _show(self, found: _Read) -> None:
        self.table.loading.stop()
        self.views, self.grades = found
        self.model.set_columns(alert_columns(self.context.formats, self.grades))
        self.model.set_rows(self.views)
        self._narrow()
        self.host.counted.emit(sum(view.state == NEW for view in self.views))
        self._open_wanted()
        self._follow()

    def _narrow(self, *_: object) -> None:
        state, weight = self.scope.current, str(self.weight.value)
        text, who, lang = self.search.text().strip().casefold(), self._customer_id, self.context.formats.lang

        def keep(view: AlertView) -> bool:
            called = view.customer
            rule = say(f"alert_rule.{view.rule.value}", lang)
            words = f"{called.name} {called.name_en} {called.code} {rule} {sentence_of(view, lang)}"
            return (
                state in {ALL, view.state}
                and weight in {_ANY, view.severity.value}
                and who in {0, view.alert.customer_id}
                and (not text or text in words.casefold())
            )

        self.model.set_filter(keep)
        self._say_scopes()
        self._say_only()
        self._say_empty()
        self._say_checks()
        self.host.tell_status()

    def _say_scopes(self) -> None:
        waiting = sum(view.state == NEW for view in self.views)
        new = self.tr("New")
        self.scope.set_choices(
            [
                (NEW, f"{new} {self.context.formats.count(waiting)}" if waiting else new),
                (ACKNOWLEDGED, self.tr("Seen")),
                (SNOOZED, self.tr("Snoozed")),
                (ACTED, self.tr("Acted on")),
                (ALL, self.tr("All")),
            ]
        )

    def _say_only(self) -> None:
        if not self._customer_id:
            self.only.hide()
            return
        called = next(
            (view.customer for view in self.views if view.alert.customer_id == self._customer_id), None
        )
        name = self.context.formats.name(called.name, called.name_en) if called else ""
        text = (
            self.tr("Only warnings of {customer}").format(customer=name)
            if name
            else self.tr("This customer has no warning.")
        )
        self.only.say("info", text, actions=[(self.tr("Show all"), self._everybody)], closable=False)

    def _everybody(self) -> None:
        self._customer_id = 0
        self._narrow()

    def _narrowed(self) -> bool:
        return bool(
            self.search.text().strip()
            or self.weight.value != _ANY
            or self._customer_id
            or self.scope.current != NEW
        )

    def _clear(self) -> None:
        if self._narrowed() and self.views:
            self.search.clear()
            self.weight.choose(_ANY)
            self._customer_id = 0
            self.scope.set_current(NEW if self.scope.current != NEW else ALL)
            self._narrow()
        elif self.views and self.scope.current == NEW:
            self.scope.set_current(ALL)
            self._narrow()
        else:
            self.check_now()

    def _say_empty(self) -> None:
        searched = bool(self.search.text().strip() or self.weight.value != _ANY or self._customer_id)
        if searched:
            self.table.say_empty(self.tr("No warning matches."), self.tr("Clear filters"))
        elif not self.views:
            self.table.say_empty(
                self.tr("No warning was found yet."),
                self.tr("Check now") if writable(self.context) else "",
                self.tr("The rules look when a company is opened, after an import and on every new day."),
            )
        elif self.scope.current == NEW:
            self.table.say_empty(self.tr("No warning waits for an answer."), self.tr("Show all"))
        else:
            self.table.say_empty(self.tr("No warning stands here."), self.tr("Show the new ones"))

    # -- one warning ----------------------------------------------------------------------------

    @property
    def detail(self) -> AlertDetail:
        """The drawer's content; built when a warning is first opened."""
        if self._detail is None:
            from app.ui.pages.watch.alert_detail import AlertDetail  # noqa: PLC0415 - at its first use

            self._detail = AlertDetail(self.context, self)
            self._detail.retranslate()
        return self._detail

    def view_of(self, alert_id: int) -> AlertView | None:
        """One warning."""
        return next((view for view in self.views if view.alert.id == alert_id), None)

    def open_alert(self, alert_id: int) -> None:
        """Open the drawer on a warning."""
        view = self.view_of(alert_id)
        if view is not None:
            self.host.show_detail(self.detail)
            self.detail.show_alert(view)

    def _open_wanted(self) -> None:
        if self._wanted and self.view_of(self._wanted) is not None:
            wanted, self._wanted = self._wanted, 0
            self.table.view.select_id(wanted)
            self.open_alert(wanted)
            self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_current(self, alert_id: int) -> None:
        if self._detail is not None and self.host.shows_detail(self._detail):
            self.open_alert(alert_id)

    def _follow(self) -> None:
        """The drawer shows its warning as it stands now."""
        if self._detail is None or not self.host.shows_detail(self._detail):
            return
        shown = self._detail.view
        now = self.view_of(shown.alert.id) if shown is not None else None
        if now is not None:
            self._detail.show_alert(now)
        elif self.host.drawer is not None:
            self.host.drawer.close_drawer()

    # -- several --------------------------------------------------------------------------------

    def _checked(self) -> list[AlertView]:
        checked = self.model.checked
        return [view for view in self.views if view.alert.id in checked]

    def _say_checks(self) -> None:
        chosen = self._checked()
        if not chosen or not self.isVisible():
            self._bar.say("")
            return
        who = len({view.alert.customer_id for view in chosen})
        self._bar.say(
            self.tr("%n warning(s) selected", "", len(chosen)), self.tr("of %n customer(s)", "", who)
        )
        guard(self.context, self.bar_snooze, self.bar_seen, self.bar_act)
        guard(self.context, self.bar_reopen, able=any(view.alert.state != NEW for view in chosen))

    def _open_columns(self) -> None:
        menu = columns_menu(self.table.view, self.table.view)
        menu.popup(self.columns_button.mapToGlobal(self.columns_button.rect().bottomLeft()))

    def _open_export(self) -> None:
        export_menu(self.exports, self.export_button, self.table, self.model, self.tr("Early warnings"))

    # -- TabPanel -------------------------------------------------------------------------------

    def search_field(self) -> QWidget:
        """Where Ctrl+F goes."""
        return self.search

    def bar(self) -> QWidget:
        """The bar while warnings are checked."""
        return self._bar

    def actions_of_panel(self) -> Sequence[QAction]:
        """Looking with every rule."""
        return (self._check_action,)

    def write_letter(self) -> bool:
        """Ctrl+L: write to the customer of the warning the keyboard is on."""
        view = self.view_of(self.table.view.current_id()) if self.table.view.hasFocus() else None
        if view is None:
            return False
        self.context.navigator.go("reminders", customer_id=view.alert.customer_id)
        return True

    def status(self) -> str:
        """How many are shown."""
        return self.tr("%n warning(s)", "", self.model.rowCount())

    def showEvent(self, event: QShowEvent) -> None:
        """The bar and the button in the page's head come back with the panel."""
        super().showEvent(event)
        self.export_button.show()
        self.check_button.show()
        self._say_checks()

    def hideEvent(self, event: QHideEvent) -> None:
        """The button in the page's head goes with the panel."""
        super().hideEvent(event)
        self.export_button.hide()
        self.check_button.hide()

    def retranslate(self) -> None:
        """Write every text of the panel."""
        lang = self.context.formats.lang
        weights = [(one.value, say(f"alert_severity.{one}", lang)) for one in Severity]
        self.weight.set_pairs([(_ANY, self.tr("Every weight")), *weights], self.weight.value)
        self.weight.setAccessibleName(self.tr("Weight"))
        self.scope.setAccessibleName(self.tr("Which warnings"))
        self.search.set_placeholder(self.tr("Customer, rule or figure"))
        self.columns_button.setText(self.tr("Columns"))
        self.export_button.setText(self.tr("Export"))
        self.check_button.setText(self.tr("Check now"))
        self._check_action.setText(self.tr("Check for warnings now"))
        self.table.view.setAccessibleName(self.tr("Early warnings"))
        self.bar_reopen.setText(self.tr("Reopen"))
        self.bar_snooze.setText(self.tr("Snooze…"))
        self.bar_seen.setText(self.tr("Acknowledge…"))
        self.bar_act.setText(self.tr("Acted on…"))
        guard(self.context, self.check_button, self._check_action)
        self.model.set_columns(alert_columns(self.context.formats, self.grades))
        self._narrow()
