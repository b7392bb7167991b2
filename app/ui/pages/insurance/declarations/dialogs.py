"""Declaring a period, the insurer's confirmation, and premium paid."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.duty import Duty
from app.domain.insurance_record import PremiumPayment
from app.domain.problem import HoldfastError
from app.ui.dialogs.controls import Choice, DayEdit, NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.faults import sentence
from app.ui.pages.insurance.declarations.columns import period_name
from app.ui.pages.insurance.said import policy_name
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label
from app.ui.widgets.money_edit import MoneyEdit
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.insurance_record import Declaration
    from app.domain.policy_period import Policy
    from app.services.declarations import DeclarationView
    from app.services.ports import Control
    from app.ui.context import PageContext

KINDS = ("deposit", "instalment", "adjustment", "limit_fee", "other")


class DeclareDialog(FormDialog):
    """Keeps a period's turnover as the ledger has it now."""

    duty = Duty.INSURE

    codes: Mapping[str, str] = {"declaration.too_early": "on"}

    def __init__(self, context: PageContext, view: DeclarationView, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=500)
        self.view = view
        formats, record = context.formats, view.policy.record
        about = f"{policy_name(view.policy)} · {period_name(view.start, view.end, formats)}"
        self.set_head(self.tr("Declare turnover"), self.tr("Declare"), about)
        figures = Figures(context.theme)
        figures.set(
            [
                (self.tr("Turnover"), formats.money(view.turnover, record.currency), "", ""),
                (self.tr("Lines"), formats.count(len(view.lines)), "", ""),
                (self.tr("Left out"), formats.count(len(view.left_out)), "", "warn" if view.left_out else ""),
            ]
        )
        self.form.addWidget(figures)
        self._today = context.company.clock.today()
        self.on = DayEdit(context.language, self._today)
        self.reference = QLineEdit()
        self.add_field("on", self.on, self.tr("Declared on"), check=self._check)
        self.add_field("reference", self.reference, self.tr("Reference"), self.tr("May stay empty"))
        self.lay("on", "reference")
        text = self.tr("The lines are kept as they stand; send the Excel sheet to the insurer.")
        self.form.addWidget(label(text, "small", "secondary", wrap=True))
        self.on.setFocus()

    def _check(self) -> str:
        return self.tr("This day is still to come.") if self.on.day > self._today else ""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Declare it."""
        declarations, view = self.context.company.declarations, self.view
        on, reference = self.on.day, self.reference.text()
        return lambda _control: declarations.declare(
            view.policy.id, view.start, view.end, on, reference=reference
        )


class AcceptDialog(FormDialog):
    """The insurer confirmed a declaration."""

    duty = Duty.INSURE

    def __init__(self, context: PageContext, stored: Declaration, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=460)
        self.stored = stored
        about = period_name(stored.start, stored.end, context.formats)
        self.set_head(self.tr("Declaration confirmed"), self.tr("Save"), about)
        self.on = DayEdit(context.language, context.company.clock.today())
        self.reference = QLineEdit(stored.reference)
        self.add_field("on", self.on, self.tr("Confirmed on"), check=self._check)
        self.add_field("reference", self.reference, self.tr("Reference"), self.tr("May stay empty"))
        self.lay("on", "reference")
        self.on.setFocus()

    def _check(self) -> str:
        if self.on.day > self.context.company.clock.today():
            return self.tr("This day is still to come.")
        declared = self.stored.declared_on
        early = declared is not None and self.on.day < declared
        return self.tr("It was declared later than that.") if early else ""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep the confirmation."""
        declarations, row, on = self.context.company.declarations, self.stored.id, self.on.day
        reference = self.reference.text()
        return lambda _control: declarations.accept(row, on, reference)


class PremiumDialog(FormDialog):
    """Premium or a fee paid to the insurer, or paid back by it."""

    duty = Duty.INSURE

    codes: Mapping[str, str] = {"premium.no_amount": "amount"}

    def __init__(
        self,
        context: PageContext,
        policy: Policy,
        payment: PremiumPayment | None = None,
        amount: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=520)
        today = context.company.clock.today()
        self.payment = payment or PremiumPayment(policy.id, today, "instalment", 0)
        title = self.tr("Edit the payment") if payment else self.tr("Premium paid")
        self.set_head(title, self.tr("Save"), policy_name(policy))
        lang = context.formats.lang
        self.on = DayEdit(context.language, self.payment.on)
        self.kind = Choice([(one, say(f"premium_kind.{one}", lang)) for one in KINDS], self.payment.kind)
        self.amount = MoneyEdit(policy.record.currency)
        self.amount.set_minor(self.payment.amount or amount)
        self.reference, self.note = QLineEdit(self.payment.reference), NoteEdit(self.payment.note)
        self.add_field("on", self.on, self.tr("Paid on"), check=self.past_check(self.on))
        self.add_field("kind", self.kind, self.tr("Kind"))
        hint = self.tr("Below 0: paid back to us")
        self.add_field("amount", self.amount, self.tr("Amount"), hint, self._check_amount)
        self.add_field("reference", self.reference, self.tr("Reference"), self.tr("May stay empty"))
        self.add_field("note", self.note, self.tr("Note"), self.tr("May stay empty"))
        self.lay("on", "kind")
        self.lay("amount", "reference")
        self.lay("note")
        self.amount.setFocus()

    def _check_amount(self) -> str:
        try:
            minor = self.amount.minor()
        except HoldfastError as error:
            return sentence(error, self.context.formats.lang)
        return "" if minor else self.tr("Enter an amount.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep the payment."""
        declarations = self.context.company.declarations
        made = replace(
            self.payment,
            on=self.on.day,
            kind=str(self.kind.value),
            amount=self.amount.minor() or 0,
            reference=self.reference.text().strip(),
            note=self.note.text,
        )
        return lambda _control: declarations.save_payment(made)
