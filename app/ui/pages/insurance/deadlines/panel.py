"""Every duty towards the insurers as a list, narrowed, opened, and taken along as a calendar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.insurance_deadline import Duty
from app.ui.dialogs.controls import Choice
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.insurance.deadlines.columns import duty_columns
from app.ui.pages.insurance.deadlines.next_step import NextSteps
from app.ui.pages.insurance.said import SOON, duty_name, policy_name, whom
from app.ui.pages.tabbed import TabPanel
from app.ui.pages.watch.exporting import export_menu
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from app.services.duty_views import DutyItem
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.insurance.deadlines.detail import DutyDetail
    from app.ui.pages.insurance.said import Called
    from app.ui.pages.tabbed import TabbedPage

ALL, NEAR, STAKE = "all", "near", "stake"
_ANY = ""


class _Read(NamedTuple):
    """Every duty, what the buyers are called, and whether there is any policy."""

    items: list[DutyItem]
    called: Called
    any_policy: bool


class DeadlinesPanel(TabPanel):
    """``open(duty=key)`` opens one; ``open(customer_id=…)`` shows one buyer's."""

    moves = frozenset(
        {
            "insurance_policy",
            "limit_decision",
            "shipment_stop",
            "shipment",
            "insurer_notice",
            "declaration",
            "premium_payment",
            "claim",
            "claim_event",
            "document",
            "customer",
            "allocation",
            "external_event",
            "setting",
        }
    )

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.items: Sequence[DutyItem] = ()
        self.called: Called = {}
        self.steps = NextSteps(context, self)
        self._detail: DutyDetail | None = None
        self._numbers: dict[str, int] = {}
        self._wanted, self._customer_id, self._any_policy = "", 0, True
        theme = context.theme
        self.scope = Segmented()
        self.duty, self.policy = Choice([(_ANY, "")]), Choice([(0, "")])
        self.search = SearchField(theme)
        self.exports = TableExports(context, self)
        self.export_button = button(theme, "", "normal", "table", self._open_export)
        self.calendar_button = button(theme, "", "normal", "calendar-days", self.write_calendar)
        self.table = DataTable(theme, "insurance.deadlines", context.preferences, empty_icon="calendar-check")
        self.model: RowTable[DutyItem] = RowTable(
            duty_columns(context.formats, context.company.clock.today()),
            context.runner,
            self._number,
            parent=self,
        )
        self.table.set_model(self.model)
        self._calendar_action = QAction(self)
        self._calendar_action.triggered.connect(lambda _on=False: self.write_calendar())
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        for widget in (self.scope, self.duty, self.policy):
            filters.addWidget(widget)
        filters.addWidget(self.search, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(filters)
        layout.addWidget(self.table, 1)
        for lead in (self.export_button, self.calendar_button):
            self.host.header.add(lead)

    def _connect(self) -> None:
        self.scope.chosen.connect(self._narrow)
        self.duty.activated.connect(self._narrow)
        self.policy.activated.connect(self._narrow)
        self.search.searched.connect(self._narrow)
        self.search.down.connect(self.table.view.setFocus)
        self.table.opened.connect(partial(self.open_duty, focus=True))
        self.table.current_changed.connect(self._on_current)
        self.table.clear_filter.connect(self._clear)

    def _number(self, item: DutyItem) -> int:
        """A duty's key as a number that stays while the tab does."""
        return self._numbers.setdefault(item.key, len(self._numbers) + 1)

    # -- reading --------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Open one duty, or show one buyer's."""
        duty, customer_id = params.get("duty"), params.get("customer_id")
        self._wanted = duty if isinstance(duty, str) else ""
        self._customer_id = customer_id if isinstance(customer_id, int) else 0
        self._clear_fields()
        self._narrow()
        self._open_wanted()

    def read(self) -> None:
        """Reckon every duty as of today."""
        session = self.context.company

        def work(_control: Control) -> _Read:
            items = session.deadlines.duties(session.clock.today())
            called = session.policies.called({item.customer_id for item in items if item.customer_id})
            return _Read(items, called, bool(session.policies.all()))

        self.table.loading.start()
        self.context.runner.database(
            work, self._show, failed=self._failed, owner=self, key="insurance.deadlines"
        )

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, found: _Read) -> None:
        self.table.loading.stop()
        self.items, self.called, self._any_policy = found
        self._offer()
        self.model.set_columns(duty_columns(self.context.formats, self._today, self.called))
        self.model.set_rows(self.items)
        self._narrow()
        self.host.counted.emit(sum(item.days_left(self._today) <= SOON for item in self.items))
        self._open_wanted()
        self._follow()

    @property
    def _today(self) -> date:
        return self.context.company.clock.today()

    def _offer(self) -> None:
        """The kinds of duties and the policies there are, to narrow by."""
        lang = self.context.formats.lang
        kinds = [one for one in Duty if any(item.duty is one for item in self.items)]
        self.duty.set_pairs(
            [(_ANY, self.tr("Every duty")), *((one.value, say(f"duty.{one}", lang)) for one in kinds)],
            self.duty.value,
        )
        policies = {item.policy.id: policy_name(item.policy) for item in self.items}
        self.policy.set_pairs([(0, self.tr("Every policy")), *policies.items()], self.policy.value)
        self.policy.setVisible(len(policies) > 1)

    # -- narrowing ------------------------------------------------------------------------------

    def _narrow(self, *_: object) -> None:
        scope, duty, policy = self.scope.current, self.duty.value, self.policy.value
        text, today, who = self.search.text().strip().casefold(), self._today, self._customer_id
        formats, called = self.context.formats, self.called

        def keep(item: DutyItem) -> bool:
            names = (item.customer, whom(item, called, formats), duty_name(item, formats))
            words = " ".join((*names, policy_name(item.policy), *(number for _, number in item.documents)))
            return (
                (scope != NEAR or item.days_left(today) <= SOON)
                and (scope != STAKE or item.forfeits)
                and duty in {_ANY, item.duty.value}
                and policy in {0, item.policy.id}
                and who in {0, item.customer_id}
                and (not text or text in words.casefold())
            )

        self.model.set_filter(keep)
        self._say_scopes()
        self._say_empty()
        self.host.tell_status()

    def _say_scopes(self) -> None:
        near = sum(item.days_left(self._today) <= SOON for item in self.items)
        text = self.tr("Within %n day(s)", "", SOON)
        self.scope.set_choices(
            [
                (ALL, self.tr("All")),
                (NEAR, f"{text} {self.context.formats.count(near)}" if near else text),
                (STAKE, self.tr("Cover at stake")),
            ]
        )

    @property
    def narrowed(self) -> bool:
        """Whether anything is left out of view."""
        filters = (self.search.text().strip(), self.duty.value, self.policy.value, self._customer_id)
        return bool(any(filters) or self.scope.current != ALL)

    def _clear_fields(self) -> None:
        self.search.clear()
        self.duty.choose(_ANY)
        self.policy.choose(0)
        if self.scope.current:
            self.scope.set_current(ALL)

    def _clear(self) -> None:
        if self.narrowed:
            self._customer_id = 0
            self._clear_fields()
            self._narrow()
        else:
            self.context.navigator.go("insurance", tab="cover" if self._any_policy else "policies")

    def _say_empty(self) -> None:
        if self.narrowed and self.items:
            self.table.say_empty(self.tr("No deadline matches."), self.tr("Clear filters"))
        elif not self._any_policy:
            self.table.say_empty(
                self.tr("Deadlines follow from a policy; none is entered yet."),
                self.tr("Enter a policy"),
            )
        else:
            self.table.say_empty(
                self.tr("Nothing has to be done towards the insurers in the next 90 days."),
                self.tr("Look at the cover"),
                self.tr("Overdue invoices, bad news, claims and periods to declare come here by themselves."),
            )

    # -- one duty -------------------------------------------------------------------------------

    @property
    def detail(self) -> DutyDetail:
        """The drawer's content; built when a duty is first opened."""
        if self._detail is None:
            from app.ui.pages.insurance.deadlines.detail import DutyDetail  # noqa: PLC0415 - at its first use

            self._detail = DutyDetail(self.context, self.host, self.steps)
            self._detail.retranslate()
        return self._detail

    def item_of(self, number: int) -> DutyItem | None:
        """The duty with a number of the table."""
        return next((item for item in self.items if self._number(item) == number), None)

    def open_duty(self, number: int, *, focus: bool = False) -> None:
        """Open the drawer on a duty."""
        if (item := self.item_of(number)) is not None:
            self.host.show_detail(self.detail, focus=focus)
            self.detail.show_duty(item, self.called)

    def _open_wanted(self) -> None:
        item = next((one for one in self.items if one.key == self._wanted), None)
        if item is not None:
            self._wanted = ""
            self.table.view.select_id(self._number(item))
            self.open_duty(self._number(item))
            self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_current(self, number: int) -> None:
        if self._detail is not None and self.host.shows_detail(self._detail):
            self.open_duty(number)

    def _follow(self) -> None:
        """The drawer shows its duty as it stands now, and closes once that is done."""
        if self._detail is None or not self.host.shows_detail(self._detail):
            return
        shown = self._detail.item
        now = next((one for one in self.items if shown is not None and one.key == shown.key), None)
        if now is not None:
            self._detail.show_duty(now, self.called)
        elif self.host.drawer is not None:
            self.host.drawer.close_drawer()

    # -- taking along ---------------------------------------------------------------------------

    def write_calendar(self) -> None:
        """Write every duty of the next 90 days as a calendar file."""
        deadlines, today, lang = self.context.company.deadlines, self._today, self.context.formats.lang

        def work(path: Path, _control: Control) -> int:
            return deadlines.write_calendar(path, today, lang)

        self.exports.write(self.tr("Insurance deadlines"), "ics", work)

    def _open_export(self) -> None:
        export_menu(self.exports, self.export_button, self.table, self.model, self.tr("Insurance deadlines"))

    # -- TabPanel -------------------------------------------------------------------------------

    def search_field(self) -> QWidget:
        """Where Ctrl+F goes."""
        return self.search

    def actions_of_panel(self) -> Sequence[QAction]:
        """The calendar file."""
        return (self._calendar_action,)

    def write_letter(self) -> bool:
        """Ctrl+L: the notice, where the keyboard is on a duty that asks for one."""
        item = self.item_of(self.table.view.current_id())
        if item is None or item.duty not in {Duty.NOTICE, Duty.ADVERSE}:
            return False
        self.steps.take(item)
        return True

    def status(self) -> str:
        """How many are shown."""
        return self.tr("%n deadline(s)", "", self.model.rowCount())

    def showEvent(self, event: QShowEvent) -> None:
        """The buttons in the page's head come back with the panel."""
        super().showEvent(event)
        self.export_button.show()
        self.calendar_button.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """The buttons in the page's head go with the panel."""
        super().hideEvent(event)
        self.export_button.hide()
        self.calendar_button.hide()

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self._offer()
        self._say_scopes()
        self.scope.setAccessibleName(self.tr("Which deadlines"))
        self.duty.setAccessibleName(self.tr("Duty"))
        self.policy.setAccessibleName(self.tr("Policy"))
        self.search.set_placeholder(self.tr("Buyer, invoice or policy"))
        self.export_button.setText(self.tr("Export"))
        self.calendar_button.setText(self.tr("Calendar file…"))
        self._calendar_action.setText(self.tr("Insurance deadlines as a calendar file…"))
        self.table.view.setAccessibleName(self.tr("Insurance deadlines"))
        self.model.set_columns(duty_columns(self.context.formats, self._today, self.called))
        self._say_empty()
