"""The fields of a customer that decide about late interest: its size, the contract, what was agreed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from app.domain.interest_basis import SIZES
from app.domain.late_rates import MOST_RATE, Period
from app.ui.dialogs.controls import Choice
from app.ui.dialogs.day_text import DayText
from app.words import say
from app.words.formats import rate_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.customer import Customer
    from app.domain.late_rates import InterestRule
    from app.ui.context import PageContext
    from app.ui.dialogs.fields import Fields

translate = QCoreApplication.translate
ROWS: tuple[tuple[tuple[str, ...], tuple[int, ...]], ...] = (
    (("size_class", "contract_on", "sme_disclosed_on"), ()),
    (("late_rate", "late_rate_period", "late_rate_clause"), (2, 2, 3)),
    (("interest_rule",), ()),
)


def size_choice(lang: str, chosen: str) -> Choice:
    """A size class by the rules for small firms; not known is one of them."""
    sizes = [(size, say(f"size.{size}", lang)) for size in SIZES]
    return Choice([("", translate("LateTermsForm", "Not known")), *sizes], chosen)


def typed_rate(text: str) -> Decimal | None:
    """A typed percentage, None when it is none; a comma may not stand for the point."""
    try:
        rate = Decimal(text.replace("%", "").replace("％", "").strip())
    except InvalidOperation:
        return None
    return rate if rate.is_finite() and 0 <= rate <= MOST_RATE else None


class LateTermsForm:
    """Makes the controls and their fields; ``applied`` puts them into a customer."""

    def __init__(
        self, context: PageContext, rules: Sequence[InterestRule], fields: Fields, old: Customer
    ) -> None:
        self._fields = fields
        lang = context.formats.lang
        self.size_class = size_choice(lang, old.size_class)
        self.contract_on = DayText(old.contract_on)
        self.sme_disclosed_on = DayText(old.sme_disclosed_on)
        self.late_rate = QLineEdit(rate_text(old.late_rate) if old.late_rate is not None else "")
        periods = [(period.value, say(f"interest.per.{period}", lang)) for period in Period]
        self.late_rate_period = Choice(periods, old.late_rate_period or Period.DAY.value)
        self.late_rate_clause = QLineEdit(old.late_rate_clause)
        self.interest_rule = Choice(self._rules(rules, lang), old.interest_rule)
        self._add()

    def _rules(self, rules: Sequence[InterestRule], lang: str) -> list[tuple[str, str]]:
        automatic = translate("LateTermsForm", "By contract and law (automatic)")
        named = [(rule.code, rule.named(lang)) for rule in rules]
        return [("", automatic), *named, ("none", say("interest.rule.none", lang))]

    def _add(self) -> None:
        add = self._fields.add
        add("size_class", self.size_class, translate("LateTermsForm", "Size class"))
        add(
            "contract_on",
            self.contract_on,
            translate("LateTermsForm", "Contract signed on"),
            check=lambda: self._check_day(self.contract_on),
        )
        add(
            "sme_disclosed_on",
            self.sme_disclosed_on,
            translate("LateTermsForm", "Told of our small-firm status on"),
            check=lambda: self._check_day(self.sme_disclosed_on),
        )
        add(
            "late_rate",
            self.late_rate,
            translate("LateTermsForm", "Agreed late rate, %"),
            check=self._check_rate,
        )
        add("late_rate_period", self.late_rate_period, translate("LateTermsForm", "Rate is per"))
        add("late_rate_clause", self.late_rate_clause, translate("LateTermsForm", "Contract clause"))
        add("interest_rule", self.interest_rule, translate("LateTermsForm", "Interest rule"))

    def _check_day(self, control: DayText) -> str:
        return translate("LateTermsForm", "Write the day as 2025-12-31.") if control.wrong else ""

    def _check_rate(self) -> str:
        text = self.late_rate.text().strip()
        if not text or typed_rate(text) is not None:
            return ""
        return translate("LateTermsForm", "Enter per cent, such as 0.05.")

    def applied(self, customer: Customer) -> Customer:
        """The customer with what stands in these fields."""
        text = self.late_rate.text().strip()
        rate = typed_rate(text) if text else None
        return replace(
            customer,
            size_class=str(self.size_class.value),
            contract_on=self.contract_on.day,
            sme_disclosed_on=self.sme_disclosed_on.day,
            late_rate=rate,
            late_rate_period=str(self.late_rate_period.value) if rate is not None else "",
            late_rate_clause=self.late_rate_clause.text().strip(),
            interest_rule=str(self.interest_rule.value),
        )
