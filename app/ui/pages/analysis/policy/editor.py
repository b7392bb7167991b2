"""What a policy grants each grade, as a grid of fields; an empty one leaves it as it is today."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton

from app.domain.credit_policy import MOST_KEPT, Rule
from app.domain.money import exponent, round_minor, to_major
from app.domain.scorecard import GRADES
from app.ui.i18n import Retranslated
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Grade as GradeChip
from app.ui.widgets.decimal_edit import DecimalEdit, written
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.credit_policy_study import Usual
    from app.ui.context import PageContext

FIELDS = (
    "terms_days", "prepaid", "discount", "discount_days", "discount_taken", "limit_share", "cap", "insured",
    "kept",
)  # fmt: skip
_MOST = {
    "terms_days": Decimal(3650),
    "discount_days": Decimal(365),
    "limit_share": Decimal(1000),
    "cap": Decimal(10) ** 13,
    "kept": MOST_KEPT,
}
_STEPS = {"terms_days": Decimal(5), "prepaid": Decimal(5), "limit_share": Decimal(5), "insured": Decimal(5)}
_USUAL = Rule("")
_DAYS = frozenset({"terms_days", "discount_days"})
_NARROW, _WIDE = 66, 96


class _Row(NamedTuple):
    """The fields of one grade and who holds it."""

    edits: dict[str, DecimalEdit]
    holders: QPushButton


class PolicyGrid(Retranslated):
    """``changed`` comes with every key typed; ``opened`` carries the grade whose customers are asked for."""

    changed = Signal()
    opened = Signal(str)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._currency = "CNY"
        self._base: dict[str, Rule] = {grade.value: Rule(grade.value) for grade in GRADES}
        self._usual: Mapping[str, Usual] = {}
        self.heads = {name: label("", "small", "secondary", wrap=True) for name in FIELDS}
        self.rows = {grade.value: self._make_row(grade.value) for grade in GRADES}
        self.note = label("", "small", "secondary", wrap=True)
        self._lay_out()

    def _make_row(self, grade: str) -> _Row:
        edits = {}
        for name in FIELDS:
            edit = DecimalEdit(
                None,
                most=_MOST.get(name, Decimal(100)),
                step=_STEPS.get(name, Decimal(1)),
                empty=True,
                whole=name in _DAYS,
            )
            edit.setFixedWidth(_WIDE if name == "cap" else _NARROW)
            edit.textEdited.connect(self.changed)
            edits[name] = edit
        return _Row(edits, button(self._context.theme, "", "link", run=partial(self.opened.emit, grade)))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(5)
        grid.setVerticalSpacing(6)
        last = len(FIELDS) + 2
        grid.setColumnStretch(last, 1)
        for column, name in enumerate(FIELDS, 1):
            self.heads[name].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
            self.heads[name].setFixedWidth(_WIDE if name == "cap" else _NARROW)
            grid.addWidget(self.heads[name], 0, column, Qt.AlignmentFlag.AlignBottom)
        for place, (grade, row) in enumerate(self.rows.items(), 1):
            grid.addWidget(GradeChip(self._context.theme, grade), place, 0, Qt.AlignmentFlag.AlignLeft)
            for column, name in enumerate(FIELDS, 1):
                grid.addWidget(row.edits[name], place, column)
            grid.addWidget(row.holders, place, last - 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.note, len(self.rows) + 1, 0, 1, last + 1)

    # -- content --------------------------------------------------------------------------------

    def set_usual(self, usual: Mapping[str, Usual], currency: str) -> None:
        """What each grade is granted today: shown where nothing is typed."""
        self._usual, self._currency = usual, currency
        for grade, row in self.rows.items():
            one = usual.get(grade)
            shown = {
                "terms_days": _rounded(one.terms_days, 0) if one else "",
                "prepaid": _rounded(one.prepaid, 1) if one else "",
                "discount": _rounded(one.discount, 2) if one else "",
                "discount_days": written(_USUAL.discount_days),
                "discount_taken": "0",
                "limit_share": "100",
                "cap": "–",
                "insured": _rounded(one.insured, 1) if one else "",
                "kept": "–",
            }
            for name, edit in row.edits.items():
                edit.setPlaceholderText(shown[name])
        self.retranslate()

    def set_rules(self, rules: Sequence[Rule]) -> None:
        """Write a policy's rules into the fields."""
        for rule in rules:
            self._base[rule.grade] = rule
            for name, edit in self.rows[rule.grade].edits.items():
                edit.setText("")
                edit.set_value(self._shown(rule, name))

    def _shown(self, rule: Rule, name: str) -> Decimal | None:
        value = getattr(rule, name)
        if name in {"discount_days", "discount_taken"} and value == getattr(_USUAL, name):
            return None
        if name == "cap" and value is not None:
            return to_major(value, self._currency)
        return Decimal(value) if value is not None else None

    def rules(self) -> tuple[Rule, ...] | None:
        """The rules as typed; None while something in them is no figure that can be used."""
        if self.wrong() is not None:
            return None
        return tuple(self._rule(grade) for grade in self.rows)

    def _rule(self, grade: str) -> Rule:
        given = {name: edit.value for name, edit in self.rows[grade].edits.items()}
        cap = given.pop("cap")
        for name in ("discount_days", "discount_taken"):
            given[name] = getattr(_USUAL, name) if given[name] is None else given[name]
        minor = None if cap is None else round_minor(cap.scaleb(exponent(self._currency)))
        return replace(self._base[grade], cap=minor, **given)  # type: ignore[arg-type]  # by name

    def wrong(self) -> DecimalEdit | None:
        """The first field that holds no figure that can be used."""
        for row in self.rows.values():
            for edit in row.edits.values():
                if not edit.sound:
                    return edit
        return None

    def lacks_takers(self) -> bool:
        """Whether a discount is offered that nobody is said to take."""
        return any(
            bool(row.edits["discount"].value) and not row.edits["discount_taken"].value
            for row in self.rows.values()
        )

    # -- words ----------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Write every text."""
        named = {
            "terms_days": self.tr("Terms, days"),
            "prepaid": self.tr("Paid first, %"),
            "discount": self.tr("Early-payment discount, %"),
            "discount_days": self.tr("within days"),
            "discount_taken": self.tr("taken by, % of sales"),
            "limit_share": self.tr("Limits, % of today's"),
            "cap": self.tr("Most per customer, {currency}").format(currency=self._currency),
            "insured": self.tr("Insured, %"),
            "kept": self.tr("Sales that stay, %"),
        }
        for name, head in self.heads.items():
            head.setText(named[name])
        for grade, row in self.rows.items():
            for name, edit in row.edits.items():
                edit.setAccessibleName(f"{grade} {named[name]}")
            one = self._usual.get(grade)
            row.holders.setText(self.tr("%n customer(s)", "", one.customers if one else 0))
            row.holders.setEnabled(one is not None)
        self.note.setText(
            self.tr(
                "Empty leaves it as it is today; in grey today's average. “Sales that stay” empty: by the "
                "sales lost as assumed."
            )
        )


def _rounded(value: Decimal | None, places: int) -> str:
    if value is None:
        return "–"
    return written(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
