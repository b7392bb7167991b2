"""Putting a payment on a customer's account without saying yet what it pays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from app.domain.duty import Duty
from app.ui.dialogs.customer_picker import CustomerPicker
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.domain.cash_match import LineProposal
    from app.domain.changes import ChangeSet
    from app.services.bank_views import LineDetail
    from app.services.ports import Control
    from app.ui.context import PageContext


class UnallocatedDialog(FormDialog):
    """Asks whose the money is; it stays visible as a receipt on account."""

    duty = Duty.BOOK

    def __init__(
        self,
        context: PageContext,
        detail: LineDetail,
        proposal: LineProposal | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=560)
        self.line = detail.line
        formats, line = context.formats, detail.line
        payer = line.payer or line.payer_account
        self.set_head(self.tr("Put the payment on account"), self.tr("Put on account"), payer)
        figures = Figures(context.theme)
        figures.set(
            [
                (self.tr("Amount"), formats.money(line.amount, line.currency), "", ""),
                (self.tr("Date"), formats.day(line.on), "", ""),
            ]
        )
        self.form.addWidget(figures)
        if said := " ".join(filter(None, (line.text, line.reference))):
            self.form.addWidget(label(said, "body", "secondary", wrap=True))
        self.customer = CustomerPicker(context)
        if proposal is not None:
            self.customer.set_customer(proposal.customer_id, proposal.customer)
        hint = self.tr("It lowers the balance at once and can be set against invoices later.")
        self.add_field("customer", self.customer, self.tr("Customer"), hint, self._check)
        self.lay("customer")
        self.learn = QCheckBox(self.tr("Remember this payer"))
        self.learn.setChecked(True)
        self.form.addWidget(self.learn)
        self.customer.setFocus()

    def _check(self) -> str:
        return "" if self.customer.settle() else self.tr("Choose the customer whose payment it is.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """Book the receipt without an allocation."""
        bank, line_id, customer = self.context.company.bank, self.line.id, self.customer.customer_id
        learn = self.learn.isChecked()
        return lambda _control: bank.leave_unallocated(line_id, customer, learn=learn)
