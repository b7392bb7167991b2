"""A bill or post-dated cheque taken in: the paper, and the invoices it is for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.allocation import fill
from app.domain.bill import Bill, BillCover, BillKind
from app.domain.duty import Duty
from app.domain.problem import HoldfastError
from app.ui.dialogs.allocation_table import AllocationTable
from app.ui.dialogs.controls import Choice, DayEdit, NoteEdit, currency_choice
from app.ui.dialogs.customer_picker import CustomerPicker
from app.ui.dialogs.facts import Facts, Payable, read_facts, read_payables
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.labels import label
from app.ui.widgets.money_edit import MoneyEdit
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.bills import BillDetail
    from app.services.ports import Control
    from app.ui.context import PageContext

_USUAL_TERM = timedelta(days=180)
"""Six months: the usual, and since 2023 the longest, term of an acceptance in China."""


def covers_of(payables: Sequence[Payable], shares: Mapping[int, int]) -> list[BillCover]:
    """The shares as covers: of a debit with instalments those due first."""
    return [
        BillCover(0, each.debit_id, each.amount, each.instalment_id)
        for payable in payables
        if (share := shares.get(payable.row.id, 0))
        for each in fill(share, [payable.debit])
    ]


class BillDialog(FormDialog):
    """Receives a bill, or corrects one that is still held."""

    duty = Duty.BOOK

    codes: Mapping[str, str] = {
        "bill.number_missing": "number",
        "bill.number_taken": "number",
        "bill.due_too_early": "due",
        "document.bad_date": "received",
        "amount.not_positive": "amount",
        "money.too_many_decimals": "amount",
        "bill.covers_too_much": "covers",
        "bill.cover_other": "covers",
        "allocation.currencies": "currency",
    }

    def __init__(
        self,
        context: PageContext,
        facts: Facts,
        detail: BillDetail | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=760)
        self.facts = facts
        self.detail = detail
        self.bill = detail.row.bill if detail is not None else None
        title = self.tr("Edit bill") if self.bill else self.tr("Receive a bill or cheque")
        self.set_head(title, self.tr("Save"))
        self._hand = detail is not None
        self._make()
        self._add()
        self.customer.picked.connect(self._on_picked)
        self.currency.activated.connect(self._on_currency)
        self.amount.textEdited.connect(self._on_amount)
        self.covers.edited.connect(self._on_hand)
        self.covers.refused.connect(self.fields["covers"].set_error)
        self._load()
        (self.number if self.customer.customer_id else self.customer).setFocus()

    def _make(self) -> None:
        old, facts, language = self.bill, self.facts, self.context.language
        currency = old.currency if old else facts.currency()
        received = old.received_on if old else facts.today
        self.customer = CustomerPicker(self.context)
        if self.detail is not None and old is not None:
            self.customer.set_customer(old.customer_id, self.detail.row.customer)
        elif facts.customer is not None:
            self.customer.set_customer(facts.customer.id, facts.customer.name)
        kinds = [(each, say(f"bill.kind_{each}", self.context.formats.lang)) for each in BillKind]
        self.kind = Choice(kinds, old.kind if old else BillKind.BANK_ACCEPTANCE)
        self.number = QLineEdit(old.number if old else "")
        self.received, self.due = (
            DayEdit(language, received),
            DayEdit(language, old.due_on if old else received + _USUAL_TERM),
        )
        self.currency = currency_choice(self.context.formats, currency, facts.currencies)
        self.amount = MoneyEdit(currency)
        if old:
            self.amount.set_minor(old.amount)
        self.drawer = QLineEdit(old.drawer if old else "")
        self.acceptor = QLineEdit(old.acceptor if old else "")
        self.note = NoteEdit(old.note if old else "")
        self.covers = AllocationTable(self.context)
        self.left = label("", "body", "secondary", wrap=True)

    def _add(self) -> None:
        missing = self.required(self.number, self.tr("Enter the number of the bill or cheque."))
        self.add_field("customer", self.customer, self.tr("Customer"), check=self._check_customer)
        self.add_field("kind", self.kind, self.tr("Kind"))
        self.add_field("number", self.number, self.tr("Number"), check=missing)
        self.add_field("currency", self.currency, self.tr("Currency"))
        self.add_field("amount", self.amount, self.tr("Amount"), check=self.amount_check(self.amount))
        self.add_field("received", self.received, self.tr("Received on"))
        self.add_field("due", self.due, self.tr("Due date"), check=self._check_due)
        self.add_field("drawer", self.drawer, self.tr("Drawer"))
        self.add_field("acceptor", self.acceptor, self.tr("Acceptor or bank"))
        hint = self.tr("Type an amount in a row; Space fills what is open")
        self.add_field("covers", self.covers, self.tr("For these invoices"), hint, self._check_covers)
        self.add_field("note", self.note, self.tr("Note"))
        self.lay("customer", "kind", stretch=(2, 1))
        self.lay("number", "currency", "amount")
        self.lay("received", "due")
        self.lay("drawer", "acceptor")
        self.lay("covers")
        self.form.addWidget(self.left)
        self.lay("note")

    # -- what it can be for ---------------------------------------------------------------------

    def _on_picked(self, customer_id: int) -> None:
        session = self.context.company
        if not customer_id:
            self._load()
            return

        def done(facts: Facts) -> None:
            self.facts = facts
            self.fields["customer"].set_error("")
            self.currency.choose(facts.currency())
            self._on_currency()

        self.context.runner.database(
            lambda _control: read_facts(session, customer_id), done, owner=self, key="dialog.facts"
        )

    def _on_currency(self, *_: object) -> None:
        self.amount.set_currency(str(self.currency.value))
        self._load()

    def _load(self) -> None:
        ledger, customer, currency = (
            self.context.company.ledger,
            self.customer.customer_id,
            str(self.currency.value),
        )
        if not customer:
            self.covers.set_payables(())
            self.covers.table.say_empty(self.tr("Choose the customer first."))
            self._say()
            return

        def work(_control: Control) -> Sequence[Payable]:
            return read_payables(ledger, customer, currency)

        self.context.runner.database(work, self._show, owner=self, key=f"payables.{id(self)}")

    def _show(self, payables: Sequence[Payable]) -> None:
        self.covers.set_payables(payables)
        self.covers.table.say_empty(self.tr("Nothing is open in this currency."))
        if self.detail is not None:
            shares: dict[int, int] = defaultdict(int)
            for each in self.detail.covers:
                shares[each.cover.document_id] += each.cover.amount
            self.covers.set_shares(shares)
        self.fields.resized.emit()
        self._propose()
        self._say()

    def _minor(self) -> int:
        try:
            return max(0, self.amount.minor() or 0)
        except HoldfastError:
            return 0

    def _on_amount(self) -> None:
        self.covers.limit = self._minor()
        self._propose()
        self._say()

    def _propose(self) -> None:
        """The oldest first, without what other bills cover, until a share is set by hand."""
        amount, customer, currency = self._minor(), self.customer.customer_id, str(self.currency.value)
        self.covers.limit = amount
        if self._hand or not customer:
            return
        if not amount:
            self.covers.set_shares({})
            return
        bills = self.context.company.bills

        def done(found: Sequence[tuple[int, int]]) -> None:
            if self._hand:
                return
            shares: dict[int, int] = defaultdict(int)
            for debit_id, share in found:
                shares[debit_id] += share
            self.covers.set_shares(shares)
            self._say()

        self.context.runner.database(
            lambda _control: [(p.debit_id, p.amount) for p in bills.propose(customer, currency, amount)],
            done,
            owner=self,
            key=f"covers.{id(self)}",
        )

    def _on_hand(self) -> None:
        self._hand = True
        self.touch()
        self._say()

    def _say(self) -> None:
        amount, used = self._minor(), self.covers.allocated
        self.fields["covers"].set_error("")
        if used > amount:
            self.verify("covers")
        money = self.context.formats.money(max(0, amount - used), str(self.currency.value))
        rest = self.tr("{rest} of it is for no invoice yet.").format(rest=money)
        paid = self.tr("The invoices stay open until it clears; the board shows them as covered.")
        self.left.setText(f"{rest} {paid}" if amount > used else paid)

    # -- checks and result ----------------------------------------------------------------------

    def _check_customer(self) -> str:
        return "" if self.customer.settle() else self.tr("Choose the customer who gave it.")

    def _check_due(self) -> str:
        if self.due.day >= self.received.day:
            return ""
        return self.tr("It cannot fall due before the day it was received.")

    def _check_covers(self) -> str:
        over = self.covers.allocated - self._minor()
        if over <= 0:
            return ""
        money = self.context.formats.money(over, str(self.currency.value))
        return self.tr("This is {rest} more than the bill. Reduce one of the amounts.").format(rest=money)

    def draft(self) -> Bill:
        """The bill as the fields say it."""
        kind = BillKind(str(self.kind.value))
        base = self.bill or Bill(self.customer.customer_id, kind, "", self.received.day, self.due.day, "", 0)
        return replace(
            base,
            customer_id=self.customer.customer_id,
            kind=kind,
            number=self.number.text().strip(),
            received_on=self.received.day,
            due_on=self.due.day,
            currency=str(self.currency.value),
            amount=self._minor(),
            drawer=self.drawer.text().strip(),
            acceptor=self.acceptor.text().strip(),
            note=self.note.text,
        )

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the bill with what it covers."""
        bills, bill = self.context.company.bills, self.draft()
        covers = covers_of(self.covers.payables, dict(self.covers.shares))
        if bill.id:
            return lambda _control: bills.edit(bill, covers)
        return lambda _control: bills.receive(bill, covers)
