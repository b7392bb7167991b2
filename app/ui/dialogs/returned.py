"""A payment that came back: which receipt, from which day, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.document import DocumentKind
from app.domain.duty import Duty
from app.services.ledger import DocumentQuery
from app.ui.dialogs.controls import Choice, DayEdit
from app.ui.dialogs.customer_picker import CustomerPicker
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.document import Document
    from app.services.bank_views import LineDetail
    from app.services.ledger import DocumentRow
    from app.services.ports import Control
    from app.ui.context import PageContext

_OFFERED = 200


@dataclass(frozen=True, slots=True)
class Back:
    """What is known before asking: the line and receipt (0 where none), the sum, whose it was."""

    amount: int
    currency: str
    on: date
    line_id: int = 0
    receipt_id: int = 0
    customer_id: int = 0
    customer: str = ""
    text: str = ""
    earliest: date | None = None
    fixed: bool = True


class ReturnedDialog(FormDialog):
    """Reopens what the receipt paid, at its original due dates, from the day it came back."""

    duty = Duty.BOOK

    codes: Mapping[str, str] = {
        "reversal.too_early": "date",
        "document.bad_date": "date",
        "bank.no_receipt": "receipt",
        "bank.receipt_linked": "receipt",
    }

    def __init__(self, context: PageContext, back: Back, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=600)
        self.back = back
        self._offered = False
        self.set_head(self.tr("Returned payment"), self.tr("Take the payment back"), back.customer)
        figures = Figures(context.theme)
        money = context.formats.money(back.amount, back.currency)
        figures.set([(self.tr("Amount"), money, "", "")])
        self.form.addWidget(figures)
        if back.text:
            self.form.addWidget(label(back.text, "body", "secondary", wrap=True))
        self.customer, self.receipt = CustomerPicker(context), Choice([])
        self.day, self.reason = DayEdit(context.language, back.on), QLineEdit()
        self._add()
        if not back.fixed:
            self.customer.picked.connect(self._load)
            if back.customer_id:
                self.customer.set_customer(back.customer_id, back.customer)
                self._load()
        (self.reason if back.fixed else self.customer).setFocus()

    @classmethod
    def of_receipt(
        cls, context: PageContext, receipt: Document, customer: str, parent: QWidget | None = None
    ) -> ReturnedDialog:
        """For a receipt in the books that no line of money out names."""
        today = max(context.company.clock.today(), receipt.doc_date)
        back = Back(
            receipt.amount, receipt.currency, today, receipt_id=receipt.id,
            customer=f"{receipt.number} • {customer}", earliest=receipt.doc_date,
        )  # fmt: skip
        return cls(context, back, parent)

    @classmethod
    def of_line(
        cls, context: PageContext, detail: LineDetail, parent: QWidget | None = None
    ) -> ReturnedDialog:
        """For a line of money out, or a line whose own receipt came back."""
        line, row = detail.line, detail.row
        said = " ".join(filter(None, (line.text, line.reference)))
        if line.amount > 0:
            today = max(context.company.clock.today(), line.on)
            back = Back(
                line.amount, line.currency, today, line_id=line.id,
                customer=f"{row.document} • {row.customer}", text=said, earliest=line.on,
            )  # fmt: skip
            return cls(context, back, parent)
        found = next((each for each in detail.proposals if each.receipt_id), None)
        back = Back(
            -line.amount,
            line.currency,
            line.on,
            line_id=line.id,
            receipt_id=found.receipt_id if found else 0,
            customer_id=found.customer_id if found else 0,
            customer=found.customer if found else "",
            text=said,
            fixed=False,
        )
        return cls(context, back, parent)

    def _add(self) -> None:
        self.add_field("date", self.day, self.tr("Came back on"), check=self._check_date)
        hint = self.tr("For example: not enough money, account closed, recalled by the customer")
        self.add_field("reason", self.reason, self.tr("Reason"), hint)
        if not self.back.fixed:
            self.add_field("customer", self.customer, self.tr("Customer"), check=self._check_customer)
            self.add_field(
                "receipt", self.receipt, self.tr("Receipt it takes back"), check=self._check_receipt
            )
            self.day.setEnabled(False)
            self.lay("customer", "date", stretch=(2, 1))
            self.lay("receipt")
        else:
            self.lay("date")
        self.lay("reason")
        text = self.tr("What it paid is open again from this day, at its original due date.")
        self.form.addWidget(label(text, "small", "secondary", wrap=True))

    # -- receipts -------------------------------------------------------------------------------

    def _load(self, *_: object) -> None:
        ledger, customer = self.context.company.ledger, self.customer.customer_id
        if not customer:
            self.receipt.set_pairs([])
            return
        query = DocumentQuery(
            customer_id=customer, kinds={DocumentKind.RECEIPT}, as_of=self.back.on, limit=_OFFERED
        )

        def work(_control: Control) -> list[DocumentRow]:
            rows = ledger.document_rows(ledger.document_ids(query))
            return [row for row in rows if row.currency == self.back.currency]

        self.context.runner.database(work, self._show, owner=self, key=f"receipts.{id(self)}")

    def _show(self, rows: Sequence[DocumentRow]) -> None:
        formats = self.context.formats
        same = [row.id for row in rows if row.amount == self.back.amount]
        found = [row.id for row in rows if row.id == self.back.receipt_id]
        wanted = next(iter((*found, *same)), None)
        unchosen = [] if wanted or not rows else [(None, self.tr("Choose the receipt"))]
        self._offered = bool(rows)
        named = [
            (row.id, f"{row.number}  {formats.day(row.doc_date)}  {formats.money(row.amount, row.currency)}")
            for row in rows
        ]
        self.receipt.set_pairs([*unchosen, *named], wanted)
        self.fields["receipt"].set_error("")
        if not rows:
            self.verify("receipt")

    def _check_customer(self) -> str:
        return "" if self.customer.settle() else self.tr("Choose the customer whose payment came back.")

    def _check_receipt(self) -> str:
        if self.receipt.value is not None or not self.customer.customer_id:
            return ""
        if self._offered:
            return self.tr("Choose the receipt whose money came back.")
        return self.tr("This customer has no receipt in {currency}.").format(currency=self.back.currency)

    def _check_date(self) -> str:
        earliest = self.back.earliest
        if earliest is not None and self.day.day > self.back.on:
            return self.tr("This day is still to come.")
        if earliest is None or self.day.day >= earliest:
            return ""
        day = self.context.formats.day(earliest)
        return self.tr("The receipt is dated {day}; choose that day or a later one.").format(day=day)

    def job(self) -> Callable[[Control], ChangeSet]:
        """Take the receipt back."""
        bank, back = self.context.company.bank, self.back
        on, reason = self.day.day, self.reason.text().strip()
        chosen = back.receipt_id if back.fixed else self.receipt.value
        receipt_id = chosen if isinstance(chosen, int) else 0
        return lambda _control: bank.returned(on, reason, line_id=back.line_id, receipt_id=receipt_id)
