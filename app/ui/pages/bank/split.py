"""Setting the amount of one statement line against open invoices by hand."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from app.domain.allocation import fill
from app.domain.cash_match import CashPart
from app.domain.duty import Duty
from app.ui.dialogs.allocation_table import AllocationTable
from app.ui.dialogs.customer_picker import CustomerPicker
from app.ui.dialogs.facts import Payable, read_payables
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label, set_tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.cash_match import LineProposal
    from app.domain.changes import ChangeSet
    from app.services.bank_views import LineDetail
    from app.services.ports import Control
    from app.ui.context import PageContext


def parts_of(payables: Sequence[Payable], shares: Mapping[int, int]) -> list[CashPart]:
    """The shares as parts: of a debit with instalments those due first."""
    return [
        CashPart(each.debit_id, each.instalment_id, each.number, each.amount, payable.row.currency)
        for payable in payables
        if (share := shares.get(payable.row.id, 0))
        for each in fill(share, [payable.debit])
    ]


class SplitDialog(FormDialog):
    """Whose the money is and what it pays; sums follow while one types."""

    duty = Duty.BOOK

    codes: Mapping[str, str] = {"allocation.above_open": "allocation", "bank.parts_exceed": "allocation"}

    def __init__(
        self,
        context: PageContext,
        detail: LineDetail,
        proposal: LineProposal | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=760)
        self.detail = detail
        self.line = detail.line
        self._proposal = proposal
        payer = self.line.payer or self.line.payer_account
        self.set_head(self.tr("Split the payment"), self.tr("Apply"), payer)
        self.figures = Figures(context.theme)
        self.customer = CustomerPicker(context)
        if proposal is not None:
            self.customer.set_customer(proposal.customer_id, proposal.customer)
        self.table = AllocationTable(context)
        self.table.limit = self.line.amount
        self.left = label("", "body", "secondary", wrap=True)
        self.learn = QCheckBox(self.tr("Remember this payer"))
        self.learn.setChecked(True)
        self._add()
        self.customer.picked.connect(self._load)
        self.table.edited.connect(self._on_edited)
        self.table.refused.connect(self.fields["allocation"].set_error)
        self._load()
        (self.table if proposal is not None else self.customer).setFocus()

    def _add(self) -> None:
        formats, line = self.context.formats, self.line
        self.figures.set(
            [
                (self.tr("Amount"), formats.money(line.amount, line.currency), "", ""),
                (self.tr("Date"), formats.day(line.on), "", ""),
            ]
        )
        said = " ".join(filter(None, (line.text, line.reference)))
        self.form.addWidget(self.figures)
        if said:
            self.form.addWidget(label(said, "body", "secondary", wrap=True))
        self.add_field("customer", self.customer, self.tr("Customer"), check=self._check_customer)
        hint = self.tr("Type an amount in a row; Space fills what is open")
        self.add_field("allocation", self.table, self.tr("Open items"), hint, self._check_shares)
        self.lay("customer")
        self.lay("allocation")
        self.form.addWidget(self.left)
        self.form.addWidget(self.learn)

    # -- what can be paid -----------------------------------------------------------------------

    def _load(self, *_: object) -> None:
        ledger, customer, currency = (
            self.context.company.ledger,
            self.customer.customer_id,
            self.line.currency,
        )
        if not customer:
            self.table.set_payables(())
            self.table.table.say_empty(self.tr("Choose the customer first."))
            self._say()
            return

        def work(_control: Control) -> Sequence[Payable]:
            return read_payables(ledger, customer, currency)

        self.context.runner.database(work, self._show, owner=self, key=f"payables.{id(self)}")

    def _show(self, payables: Sequence[Payable]) -> None:
        self.table.set_payables(payables)
        self.table.table.say_empty(self.tr("Nothing is open in this currency."))
        proposal = self._proposal
        if proposal is not None and proposal.customer_id == self.customer.customer_id:
            shares: dict[int, int] = defaultdict(int)
            for part in proposal.parts:
                if part.credit_amount is None:
                    shares[part.debit_id] += part.amount
            self.table.set_shares(shares)
            if self.table.shares:
                self.table.table.view.select_id(self.table.shares[0][0])
        self.fields.resized.emit()
        self._say()

    def _on_edited(self) -> None:
        self.touch()
        self._say()

    def _say(self) -> None:
        rest = self.line.amount - self.table.allocated
        self.fields["allocation"].set_error("")
        if rest < 0:
            self.verify("allocation")
        money = self.context.formats.money(max(0, rest), self.line.currency)
        all_used = self.tr("All of it is allocated.")
        kept = self.tr("{rest} stays on account as the customer's credit.").format(rest=money)
        self.left.setText(kept if rest else all_used)
        set_tone(self.left, "secondary" if rest else "good")
        self.left.setVisible(rest >= 0 and bool(self.customer.customer_id))

    # -- checks and result ----------------------------------------------------------------------

    def _check_customer(self) -> str:
        return "" if self.customer.settle() else self.tr("Choose the customer whose payment it is.")

    def _check_shares(self) -> str:
        over = self.table.allocated - self.line.amount
        if over > 0:
            money = self.context.formats.money(over, self.line.currency)
            return self.tr("This is {rest} more than was paid. Reduce one of the amounts.").format(rest=money)
        if self.customer.customer_id and not self.table.shares:
            return self.tr("Enter an amount in at least one row, or put the payment on account.")
        return ""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Book the receipt and set it against the shares shown."""
        bank, line_id, customer = self.context.company.bank, self.line.id, self.customer.customer_id
        parts, learn = parts_of(self.table.payables, dict(self.table.shares)), self.learn.isChecked()
        return lambda _control: bank.split(line_id, customer, parts, learn=learn)
