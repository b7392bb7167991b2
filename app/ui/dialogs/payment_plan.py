"""Agreeing on a payment plan: which invoices, in how many parts, at what interest; and its signature."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from app.domain.duty import Duty
from app.domain.payment_plan import PaymentPlan, PlanItem, PlanPart
from app.domain.plan_judging import HIGHEST_RATE, MOST_PARTS, Every, check_rate, propose_parts
from app.domain.problem import DomainError
from app.services.ledger import DocumentRow
from app.ui.dialogs.controls import Choice, CountEdit, DayEdit, NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.faults import sentence
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label
from app.words import word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.domain.changes import ChangeSet
    from app.services.collection import PlanView
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.claim_facts import ClaimFacts
    from app.ui.dialogs.facts import Payable

_LONGEST_GRACE = 60
_USUAL_PARTS, _USUAL_GRACE = 3, 3
_SHOWN = 12
_DECEMBER = 12


class PaymentPlanDialog(FormDialog):
    """Chosen invoices of one currency, equal parts, and what each part comes to."""

    duty = Duty.COLLECT

    codes: Mapping[str, str] = {
        "payment_plan.no_items": "invoices",
        "payment_plan.taken": "invoices",
        "payment_plan.above_open": "invoices",
        "payment_plan.before_invoice": "agreed",
        "payment_plan.not_yet": "agreed",
        "payment_plan.before_agreed": "first",
        "payment_plan.bad_rate": "rate",
        "payment_plan.bad_count": "count",
        "payment_plan.too_small": "count",
    }

    def __init__(
        self,
        context: PageContext,
        facts: ClaimFacts,
        payables: list[Payable],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=680)
        self.facts = facts
        self.payables = payables
        self.set_head(self.tr("New payment plan"), self.tr("Agree"), facts.customer.name)
        self.invoices = QListWidget()
        self.invoices.setFixedHeight(124)
        for payable in payables:
            self._offer(payable.row)
        self.count = CountEdit(_USUAL_PARTS, MOST_PARTS)
        self.count.setMinimum(1)
        self.grace = CountEdit(_USUAL_GRACE, _LONGEST_GRACE)
        lang = context.formats.lang
        self.every = Choice([(each, word("every", each, lang)) for each in Every], Every.MONTH)
        self.agreed = DayEdit(context.language, facts.today)
        self.first = DayEdit(context.language, _next_month(facts.today))
        self.rate = QLineEdit()
        self.rate.setPlaceholderText(self.tr("None"))
        self.signed = QCheckBox(self.tr("The customer has signed it"))
        self.note = NoteEdit()
        self.figures = Figures(context.theme)
        self.preview = QWidget()
        self.grid = QGridLayout(self.preview)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(24)
        self.grid.setVerticalSpacing(2)
        self._add_fields()
        self._watch()
        self._show_parts()
        self.invoices.setFocus()

    def _offer(self, row: DocumentRow) -> None:
        formats = self.context.formats
        late = formats.age(row.age_days)
        money = formats.money(row.open, row.currency)
        text = f"{row.number}    {formats.day(row.due_date)}    {money}    {late}"
        item = QListWidgetItem(text)
        wanted = row.currency == self.facts.currency and row.age_days > 0 and not row.disputed
        item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        self.invoices.addItem(item)

    def _add_fields(self) -> None:
        hint = self.tr("Their due dates stay what they are; Space chooses")
        self.add_field("invoices", self.invoices, self.tr("Invoices"), hint, self._check_invoices)
        self.add_field("count", self.count, self.tr("Parts"))
        self.add_field("every", self.every, self.tr("Every"))
        self.add_field("first", self.first, self.tr("First part due"), check=self._check_first)
        self.add_field("agreed", self.agreed, self.tr("Agreed on"), check=self._check_agreed)
        self.add_field("rate", self.rate, self.tr("Interest, % a year"), check=self._check_rate)
        hint = self.tr("It breaks after this many days")
        self.add_field("grace", self.grace, self.tr("Days of grace"), hint)
        self.add_field("note", self.note, self.tr("Note"))
        self.lay("invoices")
        self.lay("count", "every", "first")
        self.lay("rate", "grace", "agreed")
        self.form.addWidget(self.figures)
        self.form.addWidget(self.preview)
        self.form.addWidget(self.signed)
        self.lay("note")

    def _watch(self) -> None:
        self.invoices.itemChanged.connect(self._changed)
        for box in (self.count, self.grace):
            box.valueChanged.connect(self._changed)
        self.every.activated.connect(self._changed)
        for day in (self.first, self.agreed):
            day.userDateChanged.connect(self._changed)
        self.rate.textEdited.connect(self._changed)
        self.signed.toggled.connect(self.touch)

    def _changed(self, *_: object) -> None:
        self.touch()
        self.fields["invoices"].clear_error()
        self._show_parts()
        self.fields.resized.emit()

    # -- what is chosen -------------------------------------------------------------------------

    def chosen(self) -> list[Payable]:
        """The invoices with a check mark."""
        checked = Qt.CheckState.Checked
        rows = range(self.invoices.count())
        return [self.payables[place] for place in rows if self.invoices.item(place).checkState() == checked]

    @property
    def total(self) -> int:
        """What the plan is about, minor units."""
        return sum(each.row.open for each in self.chosen())

    def interest_rate(self) -> Decimal | None:
        """Per cent a year; None without interest."""
        text = self.rate.text().strip().removesuffix("%").strip()
        if not text:
            return None
        try:
            return Decimal(text)
        except InvalidOperation:
            raise DomainError("payment_plan.bad_rate", rate=text, most=HIGHEST_RATE) from None

    def parts(self) -> list[PlanPart]:
        """The parts as they stand now; ``DomainError`` where they cannot be."""
        every = Every(str(self.every.value))
        return propose_parts(
            self.total, self.count.value(), self.first.day, every, self.interest_rate(), self.agreed.day
        )

    def _show_parts(self) -> None:
        while (old := self.grid.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        formats = self.context.formats
        chosen = self.chosen()
        currency = chosen[0].row.currency if chosen else self.facts.currency
        try:
            parts = self.parts() if chosen and not self._check_invoices() else []
        except DomainError:
            parts = []
        interest = sum(part.interest for part in parts)
        self.figures.set(
            [
                (self.tr("Debt"), formats.money(self.total, currency), "", ""),
                (self.tr("Interest"), formats.money(interest, currency) if interest else "–", "", ""),
                (self.tr("To be paid in all"), formats.money(self.total + interest, currency), "", ""),
            ]
        )
        if parts:
            self._write_parts(parts, currency)

    def _write_parts(self, parts: list[PlanPart], currency: str) -> None:
        formats, right = self.context.formats, Qt.AlignmentFlag.AlignRight
        heads = ("", self.tr("Due"), self.tr("Amount"), self.tr("Interest"), self.tr("Together"))
        for column, text in enumerate(heads):
            side = right if column > 1 else Qt.AlignmentFlag.AlignLeft
            self.grid.addWidget(label(text, "small", "secondary"), 0, column, side)
        for row, part in enumerate(parts[:_SHOWN], 1):
            self.grid.addWidget(label(str(part.seq), "body", "secondary"), row, 0)
            self.grid.addWidget(label(formats.day(part.due_on)), row, 1)
            amounts = (part.amount, part.interest, part.amount + part.interest)
            for column, minor in enumerate(amounts, 2):
                text = formats.amount(minor, currency) if minor else "–"
                self.grid.addWidget(label(text), row, column, right)
        if len(parts) > _SHOWN:
            text = self.tr("… and so on until part {n}").format(n=len(parts))
            self.grid.addWidget(label(text, "small", "secondary"), _SHOWN + 1, 1, 1, 4)

    # -- checks ---------------------------------------------------------------------------------

    def _check_invoices(self) -> str:
        chosen = self.chosen()
        if not chosen:
            return self.tr("Choose at least one invoice.")
        if len({each.row.currency for each in chosen}) > 1:
            return self.tr("A plan has one currency; choose invoices of one.")
        return ""

    def _check_first(self) -> str:
        early = self.first.day < self.agreed.day
        return self.tr("The first part cannot be due before the plan is agreed.") if early else ""

    def _check_agreed(self) -> str:
        return self.tr("This day is still to come.") if self.agreed.day > self.facts.today else ""

    def _check_rate(self) -> str:
        try:
            check_rate(self.interest_rate())
        except DomainError as error:
            return sentence(error, self.context.formats.lang)
        return ""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Agree on the plan."""
        chosen, service = self.chosen(), self.context.company.collection
        plan = PaymentPlan(
            self.facts.customer.id,
            chosen[0].row.currency,
            self.agreed.day,
            rate=self.interest_rate(),
            grace_days=self.grace.value(),
            signed_on=self.agreed.day if self.signed.isChecked() else None,
            note=self.note.text,
        )
        items = [
            PlanItem(0, each.row.id, part.open, part.instalment_id)
            for each in chosen
            for part in each.debit.parts
            if part.open > 0
        ]
        parts = self.parts()
        return lambda _control: service.plan(plan, items, parts)


class SignPlanDialog(FormDialog):
    """Notes that the customer signed a plan: when, and how that is proved."""

    duty = Duty.COLLECT

    codes: Mapping[str, str] = {"payment_plan.signed_before": "date"}

    def __init__(
        self, context: PageContext, view: PlanView, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=520)
        self.view = view
        title = self.tr("Payment plan {number} signed").format(number=view.plan.number)
        self.set_head(title, self.tr("Save"), view.customer)
        text = self.tr("A signed plan acknowledges the debt: the limitation period starts anew on that day.")
        self.form.addWidget(label(text, "small", "secondary", wrap=True))
        self.day = DayEdit(context.language, today)
        self.proof = QLineEdit()
        self.add_field("date", self.day, self.tr("Signed on"))
        hint = self.tr("Where the signed paper is, or its number")
        self.add_field("proof", self.proof, self.tr("Proof"), hint)
        self.lay("date", "proof")
        self.proof.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep the signature."""
        service, plan_id = self.context.company.collection, self.view.plan.id
        day, proof = self.day.day, self.proof.text().strip()
        return lambda _control: service.sign_plan(plan_id, day, proof)


def _next_month(today: date) -> date:
    """The last day a month from today that every calendar has."""
    year, month = (today.year + 1, 1) if today.month == _DECEMBER else (today.year, today.month + 1)
    return date(year, month, min(today.day, 28))
