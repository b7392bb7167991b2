"""What happens to a bill after it was received: discounted, endorsed, cleared, bounced, handed back."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.duty import Duty
from app.domain.problem import HoldfastError
from app.ui.dialogs.controls import DayEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label
from app.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.bills import BillRow
    from app.services.ports import Control
    from app.ui.context import PageContext


class Step(StrEnum):
    """What is done with a bill."""

    CLEAR = "clear"
    DISCOUNT = "discount"
    ENDORSE = "endorse"
    BOUNCE = "bounce"
    HAND_BACK = "hand_back"


class BillStepDialog(FormDialog):
    """Asks for the day, and for what the step needs besides; says what follows from it."""

    duty = Duty.BOOK

    codes: Mapping[str, str] = {
        "bill.too_early": "date",
        "bill.bad_charge": "charge",
        "reversal.too_early": "date",
        "document.bad_date": "date",
    }

    def __init__(
        self, context: PageContext, row: BillRow, step: Step, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=560)
        self.row, self.step, self._today = row, step, today
        bill, formats = row.bill, context.formats
        title, verb, after = self._words()
        self.set_head(title.format(number=bill.number), verb, row.customer)
        figures = Figures(context.theme)
        figures.set(
            [
                (self.tr("Amount"), formats.money(bill.amount, bill.currency), "", ""),
                (self.tr("Received on"), formats.day(bill.received_on), "", ""),
                (self.tr("Due date"), formats.day(bill.due_on), "", ""),
            ]
        )
        self.form.addWidget(figures)
        usual = max(bill.due_on, bill.received_on) if step is Step.CLEAR and bill.due_on <= today else today
        self.day = DayEdit(context.language, max(usual, bill.received_on))
        self.to, self.reason, self.charge = QLineEdit(), QLineEdit(), MoneyEdit(bill.currency)
        self.proceeds = label("", "body", "secondary")
        self.proceeds.hide()
        self._add()
        text = label(after, "small", "secondary", wrap=True)
        self.form.addWidget(text)
        self.charge.textEdited.connect(self._say)
        self.day.setFocus()

    def _words(self) -> tuple[str, str, str]:
        """Title, verb, and what follows."""
        return {
            Step.CLEAR: (
                self.tr("Bill {number} was paid"),
                self.tr("Mark as cleared"),
                self.tr("A receipt of this day pays the invoices the bill is for."),
            ),
            Step.DISCOUNT: (
                self.tr("Discount bill {number}"),
                self.tr("Discount"),
                self.tr("The bill pays its invoices from this day; the charge is ours. "
                        "Recourse stays until it is due."),
            ),
            Step.ENDORSE: (
                self.tr("Endorse bill {number}"),
                self.tr("Endorse"),
                self.tr("The bill pays its invoices from this day. Recourse stays until it is due."),
            ),
            Step.BOUNCE: (
                self.tr("Bill {number} bounced"),
                self.tr("Mark as bounced"),
                self.tr("What it covered or paid stands open again at its original due date."),
            ),
            Step.HAND_BACK: (
                self.tr("Hand bill {number} back"),
                self.tr("Hand back"),
                self.tr("The bill pays nothing; its invoices stay open as they are."),
            ),
        }[self.step]  # fmt: skip

    def _add(self) -> None:
        self.add_field("date", self.day, self.tr("Date"), check=self._check_date)
        if self.step is Step.DISCOUNT:
            self.add_field("charge", self.charge, self.tr("Bank's discount"), check=self._check_charge)
            self.add_field("to", self.to, self.tr("Bank"))
            self.lay("date", "charge")
            self.form.addWidget(self.proceeds)
            self.lay("to")
        elif self.step is Step.ENDORSE:
            missing = self.required(self.to, self.tr("Enter to whom it was passed on."))
            self.add_field("to", self.to, self.tr("Passed on to"), check=missing)
            self.lay("date", "to", stretch=(1, 2))
        elif self.step in {Step.BOUNCE, Step.HAND_BACK}:
            self.add_field("reason", self.reason, self.tr("Reason"))
            self.lay("date", "reason", stretch=(1, 2))
        else:
            self.lay("date")

    def _check_date(self) -> str:
        received = self.row.bill.received_on
        if self.day.day > max(self._today, received):
            return self.tr("This day is still to come.")
        if self.day.day >= received:
            return ""
        day = self.context.formats.day(received)
        return self.tr("It was received on {day}; choose that day or a later one.").format(day=day)

    def _minor(self) -> int:
        try:
            return self.charge.minor() or 0
        except HoldfastError:
            return 0

    def _check_charge(self) -> str:
        wrong = self.amount_check(self.charge)() if self.charge.text().strip() not in {"0", "0.00"} else ""
        if wrong:
            return wrong
        bill = self.row.bill
        if self._minor() < bill.amount:
            return ""
        money = self.context.formats.money(bill.amount, bill.currency)
        return self.tr("The discount must be less than the bill's {amount}.").format(amount=money)

    def _say(self) -> None:
        bill = self.row.bill
        money = self.context.formats.money(max(0, bill.amount - self._minor()), bill.currency)
        self.proceeds.setText(self.tr("The bank pays out {amount}.").format(amount=money))
        self.proceeds.setVisible(bool(self._minor()))
        self.fields.resized.emit()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the step."""
        bills, key, on = self.context.company.bills, self.row.bill.id, self.day.day
        to, reason, charge = self.to.text().strip(), self.reason.text().strip(), self._minor()
        jobs: Mapping[Step, Callable[[], ChangeSet]] = {
            Step.CLEAR: lambda: bills.clear(key, on),
            Step.DISCOUNT: lambda: bills.discount(key, on, charge, to),
            Step.ENDORSE: lambda: bills.endorse(key, on, to),
            Step.BOUNCE: lambda: bills.bounce(key, on, reason),
            Step.HAND_BACK: lambda: bills.hand_back(key, on, reason),
        }
        run = jobs[self.step]
        return lambda _control: run()
