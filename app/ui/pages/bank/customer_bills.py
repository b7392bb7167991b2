"""The bills of one customer inside its file: the list, and below it what can happen to the one chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.bills import BillState
from app.ui.i18n import Retranslated
from app.ui.pages.bank.bill_panel import STEP_ICONS, step_name
from app.ui.pages.bank.billing import Billing, steps_of
from app.ui.pages.bank.bills_panel import BillsPanel
from app.ui.pages.customers.guard import guard
from app.ui.widgets.buttons import button

if TYPE_CHECKING:
    from app.ui.context import PageContext


class CustomerBills(Retranslated):
    """``show_customer`` reads the bills of a customer; nothing is read before."""

    def __init__(self, context: PageContext, host: QWidget) -> None:
        super().__init__()
        self.context = context
        self.billing = Billing(context, host)
        self.panel = BillsPanel(context, self.billing, of_customer=True)
        self._steps = QHBoxLayout()
        self._steps.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.panel, 1)
        layout.addLayout(self._steps)
        self.panel.shown.connect(self._write)
        self.panel.model.modelReset.connect(self._write)
        self.panel.opened.connect(lambda bill_id: context.navigator.go("bank", tab="bills", bill_id=bill_id))

    def show_customer(self, customer_id: int) -> None:
        """Show the bills of this customer."""
        self.panel.show_customer(customer_id)

    def refresh(self) -> None:
        """Read the bills again after a change."""
        self.panel.refresh()

    def _write(self, *_: object) -> None:
        """The steps of the bill chosen."""
        while (item := self._steps.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        row = self.panel.row(self.panel.table.view.current_id())
        if row is None:
            return
        theme = self.context.theme
        for step in steps_of(row.state):
            run = partial(self.billing.step, row, step)
            self._add(button(theme, step_name(step), "normal", STEP_ICONS[step], run))
        if row.state is BillState.HELD:
            edit = partial(self.billing.edit, row.bill.id)
            self._add(button(theme, self.tr("Edit"), "normal", "pencil", edit))
        self._steps.addStretch(1)

    def _add(self, made: QWidget) -> None:
        guard(self.context, made)
        self._steps.addWidget(made)

    def retranslate(self) -> None:
        """Write the buttons in the language in force."""
        self._write()
