"""The drawer of a bill: the paper, the invoices it is for, and what can happen to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.problem import HoldfastError
from app.services.bills import BillState
from app.ui.dialogs.bill_step import Step
from app.ui.pages.bank.billing import steps_of
from app.ui.pages.bank.detail_column import DetailColumn, facts_grid
from app.ui.pages.bank.words import BILL_TONES, bill_kind_name, bill_state_name
from app.ui.pages.customers.guard import guard
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label, literal

if TYPE_CHECKING:
    from app.services.bills import BillDetail
    from app.ui.context import PageContext
    from app.ui.pages.bank.billing import Billing
    from app.ui.widgets.drawer import Drawer

translate = QCoreApplication.translate
STEP_ICONS = {
    Step.CLEAR: "check",
    Step.DISCOUNT: "landmark",
    Step.ENDORSE: "arrow-left-right",
    Step.BOUNCE: "ban",
    Step.HAND_BACK: "corner-up-left",
}
_LEFT, _RIGHT, _TOP = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignTop


def step_name(step: Step) -> str:
    """The verb on a step's button."""
    return {
        Step.CLEAR: translate("Bank", "Cleared…"),
        Step.DISCOUNT: translate("Bank", "Discount…"),
        Step.ENDORSE: translate("Bank", "Endorse…"),
        Step.BOUNCE: translate("Bank", "Bounced…"),
        Step.HAND_BACK: translate("Bank", "Hand back…"),
    }[step]


class BillPanel(QObject):
    """Fills its half of the drawer for one bill; what is done goes through ``billing``."""

    def __init__(self, context: PageContext, drawer: Drawer, billing: Billing) -> None:
        super().__init__(drawer)
        self._context = context
        self._drawer = drawer
        self._billing = billing
        self.detail: BillDetail | None = None
        self.bill_id = 0
        self._column = DetailColumn(context.theme, drawer)
        self.view, self.foot = self._column.view, self._column.foot
        self.state, self.figures = self._column.state, self._column.figures

    def show_bill(self, bill_id: int) -> None:
        """Show a bill; the drawer opens once it is read."""
        self.bill_id = bill_id
        bills = self._context.company.bills

        def done(detail: BillDetail) -> None:
            if detail.row.bill.id == self.bill_id:
                self.detail = detail
                self._drawer.open_drawer()
                self._write()

        self._context.runner.database(
            lambda _control: bills.detail(bill_id), done, failed=self._failed, owner=self, key="bank.bill"
        )

    def forget(self) -> None:
        """Show no bill any more."""
        self.bill_id, self.detail = 0, None

    def _failed(self, error: Exception) -> None:
        gone = isinstance(error, HoldfastError) and error.code == "record.missing"
        self.forget()
        self._drawer.close_drawer()
        if not gone:
            self._context.notices.error(error)

    # -- showing --------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Write the drawer again in the language in force."""
        if self.detail is not None and self._drawer.is_open:
            self._write()

    def _write(self) -> None:
        detail = self.detail
        if detail is None:
            return
        formats, row = self._context.formats, detail.row
        bill = row.bill
        self._drawer.set_title(bill.number, f"{bill_kind_name(bill.kind, formats)} • {row.customer}")
        self.state.set(bill_state_name(row.state, formats), BILL_TONES[row.state])
        held = row.state is BillState.HELD
        note = formats.age(-row.days) if held else ""
        self.figures.set(
            [
                (self.tr("Amount"), formats.money(bill.amount, bill.currency), "", ""),
                (
                    self.tr("Due date"),
                    formats.day(bill.due_on),
                    note,
                    "warn" if held and row.days < 0 else "",
                ),
            ]
        )
        self._column.clear()
        self._column.section("", self._facts(detail))
        self._column.section(self.tr("For these invoices"), self._covers(detail))
        self._write_buttons(detail)

    def _facts(self, detail: BillDetail) -> QGridLayout:
        formats, bill = self._context.formats, detail.row.bill
        charge = formats.money(bill.charge, bill.currency) if bill.charge else ""
        pairs = [
            (self.tr("Received on"), formats.day(bill.received_on)),
            (self.tr("Drawer"), bill.drawer),
            (self.tr("Acceptor"), bill.acceptor),
            (self.tr("Passed on"), " • ".join(filter(None, (formats.day(bill.passed_on), bill.passed_to)))),
            (self.tr("Bank's discount"), charge),
            (self.tr("Ended"), formats.day(bill.ended_on)),
            (self.tr("Note"), bill.note),
        ]
        grid = facts_grid()
        grid.setColumnStretch(1, 1)
        shown = [(name, text) for name, text in pairs if text]
        for place, (name, text) in enumerate(shown):
            grid.addWidget(label(name, "small", "secondary"), place, 0, _TOP)
            grid.addWidget(label(text, "body", wrap=True), place, 1)
        at = len(shown)
        grid.addWidget(label(self.tr("Customer"), "small", "secondary"), at, 0)
        grid.addWidget(self._link(detail.row.customer, customer_id=bill.customer_id), at, 1, _LEFT)
        if bill.receipt_id and detail.receipt:
            grid.addWidget(label(self.tr("Booked as"), "small", "secondary"), at + 1, 0)
            grid.addWidget(self._link(detail.receipt, document_id=bill.receipt_id), at + 1, 1, _LEFT)
        return grid

    def _link(self, text: str, **params: object) -> QWidget:
        made = button(self._context.theme, literal(text), "link")
        made.clicked.connect(lambda _on=False: self._context.navigator.go("customers", **params))
        return made

    def _covers(self, detail: BillDetail) -> QGridLayout | None:
        if not detail.covers:
            return None
        formats, currency = self._context.formats, detail.row.bill.currency
        grid = facts_grid()
        grid.setColumnStretch(0, 1)
        for column, text in enumerate(
            (self.tr("Document"), self.tr("Due"), self.tr("Covers"), self.tr("Open"))
        ):
            side = _RIGHT if column > 1 else _LEFT
            grid.addWidget(label(text, "small", "secondary"), 0, column, side)
        for place, each in enumerate(detail.covers, 1):
            grid.addWidget(self._link(each.number, document_id=each.cover.document_id), place, 0, _LEFT)
            grid.addWidget(label(formats.day_short(each.due_date), "body", "secondary"), place, 1)
            grid.addWidget(label(formats.amount(each.cover.amount, currency)), place, 2, _RIGHT)
            tone = "" if each.open else "tertiary"
            text = formats.amount(each.open, currency) if each.open else "–"
            grid.addWidget(label(text, "body", tone), place, 3, _RIGHT)
        return grid

    def _write_buttons(self, detail: BillDetail) -> None:
        theme, row = self._context.theme, detail.row
        made = [
            button(
                theme,
                step_name(step),
                "normal" if place else "primary",
                STEP_ICONS[step],
                partial(self._billing.step, row, step),
            )
            for place, step in enumerate(steps_of(row.state))
        ]
        if row.state is BillState.HELD:
            edit, remove = (partial(run, row.bill.id) for run in (self._billing.edit, self._billing.remove))
            made.append(button(theme, self.tr("Edit"), "normal", "pencil", edit))
            made.append(button(theme, self.tr("Delete"), "normal", "trash-2", remove))
        guard(self._context, *made)
        self._column.set_buttons(made)
