"""What each grade earns: terms, deposit, review interval, and the factors behind its limit."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton

from app.domain.grade_policy import GradePolicy, GradeTerms
from app.domain.scorecard import GRADES, Grade
from app.ui.dialogs.controls import CountEdit
from app.ui.pages.credit_rules.rules_panel import RulesPanel
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.chip import Grade as GradeChip
from app.ui.widgets.decimal_edit import DecimalEdit
from app.ui.widgets.labels import label
from app.words import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.ui.context import PageContext
    from app.ui.pages.tabbed import TabbedPage

_LONGEST, _MONTHS, _MOST_FACTOR = 3650, 120, Decimal(10)
_FIELD, _WIDE = 96, 132


class _Row(NamedTuple):
    """The fields of one grade."""

    days: CountEdit
    deposit: DecimalEdit
    review: CountEdit
    net_worth: DecimalEdit
    turnover: DecimalEdit
    factor: DecimalEdit


class TermsPanel(RulesPanel[GradePolicy]):
    """Every figure is the company's own once it is changed; the shipped ones are one press away."""

    moves = frozenset({"setting", "stored_assessment", "grade_override"})

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.counts: Counter[Grade] = Counter()
        theme = context.theme
        self.grades, self.every = Card(theme, " "), Card(theme, " ")
        self.standing = Chip(theme)
        self.grades.add_action(self.standing)
        self.rows = {grade: self._make_row() for grade in GRADES}
        self.heads = [label("", "small", "secondary", wrap=True) for _ in range(8)]
        self.holders: dict[Grade, QPushButton] = {
            grade: button(theme, "", "link", run=partial(self._open_grade, grade)) for grade in GRADES
        }
        self.note = label("", "small", "secondary", wrap=True)
        self.source = label("", "caption", "tertiary", wrap=True)
        self.own_revenue = DecimalEdit(Decimal(0))
        self.step = DecimalEdit(Decimal(1), least=Decimal(1), most=None, step=Decimal(1000))
        self.own_risk = DecimalEdit(Decimal(0), most=None, step=Decimal(1000))
        self.names = [label("") for _ in range(3)]
        self.abouts = [label("", "small", "secondary", wrap=True) for _ in range(3)]
        self._lay_out()
        self._connect()

    def _make_row(self) -> _Row:
        made = _Row(
            CountEdit(0, _LONGEST),
            DecimalEdit(Decimal(0)),
            CountEdit(1, _MONTHS),
            DecimalEdit(Decimal(0)),
            DecimalEdit(Decimal(0)),
            DecimalEdit(Decimal(0), most=_MOST_FACTOR, step=Decimal("0.1")),
        )
        made.review.setMinimum(1)
        for each in made:
            each.setFixedWidth(_FIELD)
            each.setAlignment(Qt.AlignmentFlag.AlignRight)
        return made

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(8, 1)
        for place, head in enumerate(self.heads):
            grid.addWidget(head, 0, place, Qt.AlignmentFlag.AlignBottom)
        for place, grade in enumerate(GRADES, 1):
            chip = GradeChip(self.context.theme, grade.value)
            grid.addWidget(chip, place, 0, Qt.AlignmentFlag.AlignLeft)
            for column, each in enumerate(self.rows[grade], 1):
                grid.addWidget(each, place, column)
            grid.addWidget(self.holders[grade], place, 7, Qt.AlignmentFlag.AlignLeft)
        self.grades.body.addWidget(self.note)
        self.grades.body.addLayout(grid)
        self.grades.body.addWidget(self.source)
        whole = QGridLayout()
        whole.setHorizontalSpacing(16)
        whole.setVerticalSpacing(10)
        whole.setColumnStretch(2, 1)
        edits = (self.own_revenue, self.step, self.own_risk)
        for place, (name, edit, about) in enumerate(zip(self.names, edits, self.abouts, strict=True)):
            edit.setFixedWidth(_WIDE)
            whole.addWidget(name, place, 0)
            whole.addWidget(edit, place, 1)
            whole.addWidget(about, place, 2)
        self.every.body.addLayout(whole)
        self.column.addWidget(self.grades)
        self.column.addWidget(self.every)
        self.column.addStretch(1)

    def _edits(self) -> list[QWidget]:
        return [
            *(each for row in self.rows.values() for each in row),
            self.own_revenue,
            self.step,
            self.own_risk,
        ]

    def _connect(self) -> None:
        for each in self._edits():
            if isinstance(each, CountEdit):
                each.valueChanged.connect(self.on_edit)
            elif isinstance(each, DecimalEdit):
                each.textEdited.connect(self.on_edit)

    # -- RulesPanel -----------------------------------------------------------------------------

    def load(self) -> tuple[GradePolicy, GradePolicy]:
        """The policy in force and the shipped one, and how many customers hold each grade."""
        limits = self.context.company.limits
        self.counts = Counter(limits.grades(None, self.context.company.clock.today()).values())
        return limits.grade_policy(), limits.shipped_policy()

    def put(self, rules: GradePolicy) -> None:
        """Write a policy into the fields."""
        for grade, row in self.rows.items():
            terms = rules.of(grade)
            for edit, number in ((row.days, terms.terms_days), (row.review, terms.review_months)):
                edit.blockSignals(True)
                edit.setValue(number)
                edit.blockSignals(False)
            row.deposit.set_value(terms.deposit)
            row.net_worth.set_value(terms.net_worth)
            row.turnover.set_value(terms.turnover)
            row.factor.set_value(terms.previous_factor)
        self.own_revenue.set_value(rules.own_revenue)
        self.step.set_value(rules.step)
        self.own_risk.set_value(rules.own_risk)

    def typed(self) -> GradePolicy | None:
        """The policy as typed."""
        grades: dict[Grade, GradeTerms] = {}
        for grade, row in self.rows.items():
            found = [each.value for each in (row.deposit, row.net_worth, row.turnover, row.factor)]
            known = [each for each in found if each is not None]
            if len(known) < len(found):
                return None
            deposit, *shares = known
            grades[grade] = GradeTerms(grade, row.days.value(), deposit, row.review.value(), *shares)
        cap, step, risk = self.own_revenue.value, self.step.value, self.own_risk.value
        if cap is None or step is None or risk is None:
            return None
        return GradePolicy(grades, cap, step, risk)

    def keep(self, rules: GradePolicy) -> ChangeSet:
        """Store the company's own policy."""
        return self.context.company.limits.save_grade_policy(rules)

    def back(self) -> ChangeSet:
        """Return to the shipped one."""
        return self.context.company.limits.reset_grade_policy()

    def moved(self) -> None:
        """Say whether the policy is the company's own, and how many customers each grade has."""
        own = self.stored is not None and self.stored != self.shipped
        self.standing.set(self.tr("Own") if own else self.tr("Shipped"), "info" if own else "neutral")
        for grade, made in self.holders.items():
            made.setText(self.tr("%n customer(s)", "", self.counts[grade]))
            made.setEnabled(bool(self.counts[grade]))

    def _open_grade(self, grade: Grade) -> None:
        self.context.navigator.go("credit", tab="grades", grade=grade.value)

    # -- words ----------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Write every text of the panel."""
        super().retranslate()
        lang = self.context.formats.lang
        self.grades.set_title(self.tr("What each grade earns"))
        self.every.set_title(self.tr("What bounds every limit"))
        titles = (
            self.tr("Grade"), self.tr("Terms, days"), self.tr("Paid ahead, %"), self.tr("Review, months"),
            self.tr("Net worth, %"), self.tr("Turnover, %"), self.tr("Previous ×"), self.tr("Now"),
        )  # fmt: skip
        for head, title in zip(self.heads, titles, strict=True):
            head.setText(title)
        for grade, row in self.rows.items():
            name = say(f"grade.{grade}", lang)
            for edit, title in zip(row, titles[1:7], strict=True):
                edit.setAccessibleName(f"{name}: {title}")
        self.note.setText(
            self.tr(
                "A limit is at most these shares of the customer's tangible net worth and yearly turnover, "
                "and the previous limit times the factor. 100% paid ahead means cash before delivery."
            )
        )
        self.source.setText(
            self.tr(
                "Shipped figures: for grade B 35% of net worth and 5% of turnover, as in the worked "
                "example of a published limit calculator; the other grades lie around it. They are a start, "
                "not a law: put in your own and save."
            )
        )
        self._write_whole()
        self.moved()

    def _write_whole(self) -> None:
        words = (
            (
                self.tr("Any one customer, % of our revenue"),
                self.tr(
                    "At most this share of what we invoiced in the last 12 months stands with one customer."
                ),
            ),
            (
                self.tr("Rounded down to"),
                self.tr("Suggestions end on a multiple of this sum, in our own currency."),
            ),
            (
                self.tr("Own risk on top of the insurer"),
                self.tr("What we carry ourselves beyond an insurer's limit, in our own currency."),
            ),
        )
        edits = (self.own_revenue, self.step, self.own_risk)
        for name, about, edit, (title, text) in zip(self.names, self.abouts, edits, words, strict=True):
            name.setText(title)
            about.setText(text)
            edit.setAccessibleName(title)
