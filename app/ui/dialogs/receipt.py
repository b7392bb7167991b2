"""The receipt dialog: what came in, and what it pays: proposed by a rule, or chosen by hand."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from app.domain.allocation import Method, propose
from app.domain.document import DocumentKind
from app.domain.problem import HoldfastError
from app.ui.dialogs.allocation_table import AllocationTable
from app.ui.dialogs.document import DocumentDialog
from app.ui.dialogs.facts import Facts, Payable, read_payables
from app.ui.widgets.labels import label, set_tone
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext

NONE, HAND = "none", "hand"
_PREFERENCE = "receipt.method"


def shares_of(payables: Sequence[Payable], amount: int, text: str, method: str) -> dict[int, int]:
    """What a credit of ``amount`` would pay by a method: minor units by debit id."""
    shares: dict[int, int] = defaultdict(int)
    for each in propose(amount, text, [payable.debit for payable in payables], Method(method)):
        shares[each.debit_id] += each.amount
    return dict(shares)


class ReceiptDialog(DocumentDialog):
    """Enters a receipt; what the table shows is exactly what is stored."""

    def __init__(self, context: PageContext, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(context, facts, DocumentKind.RECEIPT, None, parent, width=720)
        self.method = Segmented(self.tr("What it pays"))
        self.method.set_choices(
            [
                (Method.REFERENCE, self.tr("By reference")),
                (Method.EXACT, self.tr("Exact amount")),
                (Method.OLDEST, self.tr("Oldest first")),
                (HAND, self.tr("By hand")),
                (NONE, self.tr("On account")),
            ]
        )
        kept = context.preferences.get(_PREFERENCE)
        self.method.set_current(str(kept) if kept in {*Method, NONE} else Method.REFERENCE)
        self.table = AllocationTable(context)
        self.left = label("", "body", "secondary", wrap=True)
        self._add()
        self.amount.textEdited.connect(self._propose)
        self.reference.textEdited.connect(self._propose)
        self.method.chosen.connect(self._on_method)
        self.table.edited.connect(self._on_hand)
        self.table.refused.connect(self.fields["allocation"].set_error)
        self._load()
        self.first_field().setFocus()

    def _add(self) -> None:
        self.fields["reference"].set_text(
            self.tr("Bank reference"), self.tr("Document numbers in it are recognised")
        )
        hint = self.tr("Type an amount in a row; Space fills what is open")
        self.add_field("allocation", self.table, self.tr("What it pays"), hint, self._check_shares)
        self.lay("customer", "date", stretch=(2, 1))
        self.lay("number", "currency", "amount")
        self.lay("reference")
        self.form.addWidget(self.method)
        self.lay("allocation")
        self.form.addWidget(self.left)
        self.lay("note")

    # -- what can be paid -----------------------------------------------------------------------

    def customer_changed(self) -> None:
        """Show what the customer owes."""
        self._load()

    def currency_changed(self) -> None:
        """Show what is owed in the currency."""
        self._load()

    def _load(self) -> None:
        ledger, customer, currency = (
            self.context.company.ledger,
            self.customer.customer_id,
            str(self.currency.value),
        )
        if not customer:
            self.table.set_payables(())
            return

        def work(_control: Control) -> Sequence[Payable]:
            return read_payables(ledger, customer, currency)

        self.context.runner.database(work, self._show, owner=self, key=f"payables.{id(self)}")

    def _show(self, payables: Sequence[Payable]) -> None:
        self.table.set_payables(payables)
        self._propose()
        self.fields.resized.emit()

    def _minor(self) -> int:
        try:
            return max(0, self.amount.minor() or 0)
        except HoldfastError:
            return 0

    def _propose(self) -> None:
        """Fill the shares by the rule in force; shares set by hand stay."""
        amount, method = self._minor(), self.method.current
        self.table.limit = amount
        if method in set(Method):
            text = self.reference.text()
            found = shares_of(self.table.payables, amount, text, method) if amount else {}
            self.table.set_shares(found)
        elif method == NONE:
            self.table.set_shares({})
        self._say_left()

    def _on_method(self, method: str) -> None:
        self.touch()
        if method != HAND:
            self.context.preferences.set(_PREFERENCE, method)
        self._propose()

    def _on_hand(self) -> None:
        self.touch()
        self.method.set_current(HAND)
        self._say_left()

    def _say_left(self) -> None:
        formats, currency = self.context.formats, str(self.currency.value)
        amount, paid = self._minor(), self.table.allocated
        if amount >= paid:
            self.fields["allocation"].set_error("")
        else:
            self.verify("allocation")
        rest = formats.money(amount - paid, currency)
        if not amount:
            self.left.setText("")
        elif amount == paid:
            self.left.setText(self.tr("All of it is allocated."))
        else:
            self.left.setText(
                self.tr("{rest} stays on account, visible as an unallocated receipt.").format(rest=rest)
            )
        set_tone(self.left, "good" if amount and amount == paid else "secondary")
        self.left.setVisible(bool(amount) and paid <= amount)

    def _check_shares(self) -> str:
        over = self.table.allocated - self._minor()
        if over <= 0:
            return ""
        rest = self.context.formats.money(over, str(self.currency.value))
        return self.tr("The allocations are {rest} more than the receipt. Reduce one of them.").format(
            rest=rest
        )

    # -- result ---------------------------------------------------------------------------------

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the receipt with the shares shown."""
        ledger, receipt, shares = self.context.company.ledger, self.draft(), self.table.shares
        return lambda _control: ledger.enter_receipt(receipt, shares)
