"""Writing up a case: facts, cause, what was visible when, the lesson, and the rule that came of it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.domain.alert_rules import RuleCode
from app.domain.duty import Duty
from app.domain.loss_case import CaseCause, CaseKind, visible_of
from app.domain.problem import HoldfastError
from app.ui.dialogs.controls import Choice, DayEdit, NoteEdit, currency_choice
from app.ui.dialogs.customer_picker import CustomerPicker
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.faults import sentence
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.money_edit import MoneyEdit
from app.words import codes, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.credit_record import LossCase
    from app.domain.loss_case import Visible
    from app.services.ports import Control
    from app.ui.context import PageContext

_HIGH, _RULE_WIDE = 88, 260
_INDICATOR = re.compile(r"indicator\.[a-z0-9_]+")


def seen_in(case: LossCase) -> Visible:
    """What a case keeps of what was visible."""
    try:
        return visible_of(json.loads(case.visible))
    except ValueError:
        return visible_of(None)


class CaseDialog(FormDialog):
    """Edits a case, a draft from the ledger or a new one; ``customer`` is what its customer is called."""

    duty = Duty.MEASURE

    codes: Mapping[str, str] = {
        "loss_case.no_title": "title",
        "loss_case.kind": "kind",
        "loss_case.cause": "cause",
        "loss_case.day": "on",
        "loss_case.amount": "amount",
        "amount.too_large": "amount",
    }

    def __init__(
        self, context: PageContext, case: LossCase, customer: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=720)
        self.case, self.seen = case, seen_in(case)
        title = self.tr("Edit the case") if case.id else self.tr("Write up a case")
        self.set_head(title, self.tr("Save"))
        self._make(customer)
        self._add()
        self._say_seen()
        self.title.setFocus()
        if not case.id:
            self._dirty = bool(case.customer_id)

    def _make(self, customer: str) -> None:
        case, lang = self.case, self.context.formats.lang
        self.title = QLineEdit(case.title)
        self.kind = Choice([(each.value, say(f"case_kind.{each}", lang)) for each in CaseKind], case.kind)
        causes = [(each.value, say(f"case_cause.{each}", lang)) for each in CaseCause]
        self.cause = Choice([("", self.tr("Not known yet")), *causes], case.cause)
        self.customer = CustomerPicker(self.context)
        if case.customer_id:
            self.customer.set_customer(case.customer_id, customer)
        self.customer.picked.connect(lambda _id: self._read_books())
        self.on = DayEdit(self.context.language, case.on)
        self.on.userDateChanged.connect(lambda _day: self._read_books())
        currency = case.currency or self.seen.currency or "CNY"
        self.currency = currency_choice(self.context.formats, currency, [currency])
        self.amount = MoneyEdit(currency)
        self.amount.set_minor(case.amount or None)
        self.currency.activated.connect(lambda _place: self.amount.set_currency(str(self.currency.value)))
        self.facts, self.lesson = NoteEdit(case.facts), NoteEdit(case.lesson)
        self.consequence, self.visible_note = NoteEdit(case.consequence), NoteEdit(self.seen.note)
        for edit in (self.facts, self.lesson):
            edit.setFixedHeight(_HIGH)
        rules = [say(f"alert_rule.{each}", lang) for each in RuleCode]
        marks = [say(code, lang) for code in sorted(codes()) if _INDICATOR.fullmatch(code)]
        offered = [self.tr("Rule: {name}").format(name=name) for name in rules]
        offered += [self.tr("Indicator: {name}").format(name=name) for name in marks]
        self.rule = Choice(
            [("", self.tr("Add a rule or an indicator…")), *((each, each) for each in offered)]
        )
        self.rule.setMinimumWidth(_RULE_WIDE)
        self.rule.activated.connect(self._add_rule)

    def _add(self) -> None:
        self.add_field("title", self.title, self.tr("Title"), check=self._check_title)
        self.add_field("kind", self.kind, self.tr("Kind"))
        self.add_field("customer", self.customer, self.tr("Customer"), self.tr("May stay empty"))
        self.add_field("on", self.on, self.tr("Day"), check=self._check_day)
        self.add_field("amount", self.amount, self.tr("Amount"), check=self._check_amount)
        self.add_field("currency", self.currency, self.tr("Currency"))
        self.add_field("cause", self.cause, self.tr("Cause"), self.tr("The first that was enough by itself"))
        self.add_field("facts", self.facts, self.tr("What happened"))
        self.add_field("visible", self.visible_note, self.tr("What was visible when, in your words"))
        self.add_field("lesson", self.lesson, self.tr("Lesson"))
        hint = self.tr("So that the next one is seen earlier")
        self.add_field("consequence", self.consequence, self.tr("Rule or indicator that came of it"), hint)
        self.lay("title", "kind", stretch=(3, 1))
        self.lay("customer", "on", stretch=(3, 2))
        self.lay("amount", "currency", "cause", stretch=(2, 2, 3))
        self.lay("facts")
        self._add_books()
        self.lay("visible")
        self.lay("lesson")
        self.lay("consequence")
        row = QHBoxLayout()
        row.addWidget(self.rule)
        row.addStretch(1)
        self.form.addLayout(row)

    def _add_books(self) -> None:
        self.books = label("", "small", "secondary", wrap=True)
        self.books_button = button(
            self.context.theme, self.tr("Read the books"), "quiet", "history", self._read_books, small=True
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.books, 1)
        row.addWidget(self.books_button)
        self.form.addLayout(row)

    # -- what the books showed ------------------------------------------------------------------

    def _read_books(self) -> None:
        """Keep with the case what the books showed in the twelve months before its day."""
        cases, who, on = self.context.company.cases, self.customer.customer_id, self.on.day
        if not who:
            self._say_seen()
            return
        self.context.runner.database(
            lambda _control: cases.near_miss(who, on),
            self._on_books,
            failed=self._failed,
            owner=self,
            key=f"case.books.{id(self)}",
        )

    def _on_books(self, draft: LossCase) -> None:
        """Take the books over; title and amount only where none stands yet."""
        self.seen = seen_in(draft)
        if not self.title.text().strip():
            self.title.setText(draft.title)
        if not self.amount.text().strip() and self.kind.value == CaseKind.NEAR_MISS:
            self.currency.choose(draft.currency)
            self.amount.set_currency(draft.currency or "CNY")
            self.amount.set_minor(draft.amount or None)
        self.touch()
        self._say_seen()

    def _say_seen(self) -> None:
        seen = self.seen
        if not seen.months:
            text = self.tr("Nothing of the books is kept with the case yet.")
        else:
            text = self.tr("Kept with the case: {months} up to {day}, {signs}.").format(
                months=self.tr("%n month(s) of the books", "", len(seen.months)),
                day=self.context.formats.day_in_text(seen.months[-1].on),
                signs=self.tr("%n sign(s)", "", len(seen.signs)),
            )
        self.books.setText(text)
        self.books_button.setEnabled(bool(self.customer.customer_id))

    def _add_rule(self, *_: object) -> None:
        if name := str(self.rule.value):
            self.consequence.setPlainText(f"{self.consequence.text}\n{name}".strip())
            self.rule.choose("")

    # -- checks ---------------------------------------------------------------------------------

    def _check_title(self) -> str:
        return "" if self.title.text().strip() else self.tr("Give the case a name.")

    def _check_day(self) -> str:
        today = self.context.company.clock.today()
        return self.tr("This day is still to come.") if self.on.day > today else ""

    def _check_amount(self) -> str:
        try:
            minor = self.amount.minor()
        except HoldfastError as error:
            return sentence(error, self.context.formats.lang)
        return self.tr("The amount cannot be below zero.") if minor is not None and minor < 0 else ""

    # -- result ---------------------------------------------------------------------------------

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep the case."""
        amount = self.amount.minor() or 0
        made = replace(
            self.case,
            title=self.title.text().strip(),
            kind=str(self.kind.value),
            on=self.on.day,
            cause=str(self.cause.value),
            currency=str(self.currency.value) if amount else "",
            amount=amount,
            customer_id=self.customer.customer_id or None,
            facts=self.facts.text,
            lesson=self.lesson.text,
            consequence=self.consequence.text,
        )
        cases, seen = self.context.company.cases, replace(self.seen, note=self.visible_note.text)
        return lambda _control: cases.save(made, seen)
