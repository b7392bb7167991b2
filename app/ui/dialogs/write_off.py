"""Writing off what will not be paid: how much, from when, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.duty import Duty
from app.domain.write_off import WriteOffReason
from app.ui.dialogs.controls import Choice, DayEdit, NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.figures import Figures
from app.ui.widgets.money_edit import MoneyEdit
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.document import Document
    from app.services.ports import Control
    from app.ui.context import PageContext


class WriteOffDialog(FormDialog):
    """Writes off all or part of one invoice; the reason is kept with it."""

    duty = Duty.BOOK

    codes: Mapping[str, str] = {
        "allocation.above_open": "amount",
        "amount.not_positive": "amount",
        "write_off.no_reason": "reason",
        "allocation.too_early": "date",
        "document.bad_date": "date",
    }

    def __init__(
        self,
        context: PageContext,
        invoice: Document,
        today: date,
        parent: QWidget | None = None,
        *,
        customer: str = "",
    ) -> None:
        super().__init__(context, parent, width=560)
        title = self.tr("Write off invoice {number}").format(number=invoice.number)
        self.set_head(title, self.tr("Write off"), customer)
        self.invoice = invoice
        formats = context.formats
        self.figures = Figures(context.theme)
        self.figures.set(
            [
                (self.tr("Amount"), formats.money(invoice.amount, invoice.currency), "", ""),
                (self.tr("Open"), formats.money(invoice.open, invoice.currency), "", ""),
                (self.tr("Due date"), formats.day(invoice.due_date), "", ""),
            ]
        )
        self.form.addWidget(self.figures)
        self.amount = MoneyEdit(invoice.currency)
        self.amount.set_minor(invoice.open)
        self._latest = max(today, invoice.doc_date)
        self.day = DayEdit(context.language, self._latest)
        kinds = [(each, say(f"write_off.reason.{each}", formats.lang)) for each in WriteOffReason]
        self.kind = Choice(kinds, WriteOffReason.BAD_DEBT)
        self.approved_by = QLineEdit()
        self.reason = NoteEdit()
        self.add_field("amount", self.amount, self.tr("Amount to write off"), check=self._check_amount)
        self.add_field("date", self.day, self.tr("Date"), check=self._check_date)
        self.add_field("kind", self.kind, self.tr("Kind"))
        hint = self.tr("Who allowed it; it can be noted later")
        self.add_field("approved_by", self.approved_by, self.tr("Approved by"), hint)
        hint = self.tr("For example: bankruptcy, claim in dispute given up, small difference")
        self.add_field("reason", self.reason, self.tr("Reason"), hint, self._check_reason)
        self.lay("amount", "date")
        self.lay("kind", "approved_by")
        self.lay("reason")
        self.reason.setFocus()

    def _check_amount(self) -> str:
        wrong = self.amount_check(self.amount)()
        if wrong:
            return wrong
        if (self.amount.minor() or 0) > self.invoice.open:
            money = self.context.formats.money(self.invoice.open, self.invoice.currency)
            return self.tr("Only {open} is open.").format(open=money)
        return ""

    def _check_date(self) -> str:
        if self.day.day > self._latest:
            return self.tr("This day is still to come.")
        if self.day.day >= self.invoice.doc_date:
            return ""
        day = self.context.formats.day(self.invoice.doc_date)
        return self.tr("The invoice is dated {day}; choose that day or a later one.").format(day=day)

    def _check_reason(self) -> str:
        return "" if self.reason.text else self.tr("Enter the reason; it is kept with the write-off.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """Write off the amount."""
        ledger, invoice_id = self.context.company.ledger, self.invoice.id
        amount, day, note = self.amount.minor() or 0, self.day.day, self.reason.text
        kind, allowed = str(self.kind.value), self.approved_by.text().strip()
        return lambda _control: ledger.write_off(
            invoice_id, amount, day, note, reason=kind, approved_by=allowed
        )
