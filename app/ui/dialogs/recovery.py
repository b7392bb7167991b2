"""Money that came in on a debt already written off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.document import Document, DocumentKind
from app.domain.duty import Duty
from app.ui.dialogs.controls import DayEdit, NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.figures import Figures
from app.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.collection import BadDebtRow
    from app.services.ports import Control
    from app.ui.context import PageContext


class RecoveryDialog(FormDialog):
    """Takes a write-off back by what came in, and enters the receipt that pays the invoice."""

    duty = Duty.BOOK

    codes: Mapping[str, str] = {
        "write_off.above_given_up": "amount",
        "amount.not_positive": "amount",
        "write_off.recovered_before": "date",
        "document.number_taken": "number",
    }

    def __init__(
        self, context: PageContext, row: BadDebtRow, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=560)
        self.row = row
        formats = context.formats
        title = self.tr("Recovery on invoice {number}").format(number=row.invoice)
        self.set_head(title, self.tr("Record"), row.customer)
        self.left = row.amount - row.recovered
        figures = Figures(context.theme)
        figures.set(
            [
                (self.tr("Written off"), formats.money(row.amount, row.currency), "", ""),
                (self.tr("Recovered"), formats.money(row.recovered, row.currency), "", ""),
                (self.tr("Written off on"), formats.day(row.on), "", ""),
            ]
        )
        self.form.addWidget(figures)
        self.amount = MoneyEdit(row.currency)
        self.amount.set_minor(self.left)
        self._latest = max(today, row.on)
        self.day = DayEdit(context.language, self._latest)
        self.number, self.reference, self.note = QLineEdit(), QLineEdit(), NoteEdit()
        self.number.setPlaceholderText(self.tr("Numbered by itself"))
        self.add_field("amount", self.amount, self.tr("Amount received"), check=self._check_amount)
        self.add_field("date", self.day, self.tr("Received on"), check=self._check_day)
        self.add_field("number", self.number, self.tr("Receipt number"))
        self.add_field("reference", self.reference, self.tr("Reference"))
        self.add_field("note", self.note, self.tr("Note"))
        self.lay("amount", "date")
        self.lay("number", "reference")
        self.lay("note")
        self.amount.setFocus()
        self.amount.selectAll()

    def _check_amount(self) -> str:
        wrong = self.amount_check(self.amount)()
        if wrong or (self.amount.minor() or 0) <= self.left:
            return wrong
        money = self.context.formats.money(self.left, self.row.currency)
        return self.tr("Only {amount} is still written off; enter the rest as a receipt.").format(
            amount=money
        )

    def _check_day(self) -> str:
        if self.day.day > self._latest:
            return self.tr("This day is still to come.")
        early = self.day.day < self.row.on
        return self.tr("This is before the debt was written off.") if early else ""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Record the recovery."""
        service, row, day = self.context.company.collection, self.row, self.day.day
        amount = self.amount.minor() or 0
        receipt = Document(
            row.customer_id,
            DocumentKind.RECEIPT,
            self.number.text().strip(),
            day,
            row.currency,
            amount,
            reference=self.reference.text().strip(),
            note=self.note.text,
        )
        return lambda _control: service.recover(row.id, amount, day, receipt)


class ApprovalDialog(FormDialog):
    """Notes who allowed a write-off."""

    duty = Duty.CREDIT

    def __init__(self, context: PageContext, row: BadDebtRow, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=480)
        self.row = row
        title = self.tr("Approval of write-off {number}").format(number=row.number)
        self.set_head(title, self.tr("Save"), row.customer)
        self.by = QLineEdit(row.approved_by)
        hint = self.tr("Leave it empty to take the mark away")
        self.add_field("by", self.by, self.tr("Approved by"), hint)
        self.lay("by")
        self.by.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep the mark."""
        service, row_id, by = self.context.company.collection, self.row.id, self.by.text().strip()
        return lambda _control: service.approve_write_off(row_id, by)
