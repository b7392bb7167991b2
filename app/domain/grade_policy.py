"""What each grade is worth: terms, deposit, review interval, and the factors behind its limit.

Percentages are Decimals (25 is 25 %); ``previous_factor`` multiplies the limit before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from app.domain.problem import DomainError
from app.domain.scorecard import GRADES, Grade

_WHOLE = Decimal(100)
_MOST_DAYS = 3650


@dataclass(frozen=True, slots=True)
class GradeTerms:
    """One grade: days to pay, deposit in per cent of an order (100: cash only), months between reviews."""

    grade: Grade
    terms_days: int
    deposit: Decimal
    review_months: int
    net_worth: Decimal
    turnover: Decimal
    previous_factor: Decimal

    @property
    def cash_only(self) -> bool:
        """Whether nothing goes out before it is paid."""
        return self.deposit >= _WHOLE


@dataclass(frozen=True, slots=True)
class GradePolicy:
    """All grades, and what holds for each: our own revenue's share (%), the step (major units), own risk."""

    grades: Mapping[Grade, GradeTerms]
    own_revenue: Decimal
    step: Decimal
    own_risk: Decimal

    def of(self, grade: Grade) -> GradeTerms:
        """One grade's."""
        return self.grades[grade]


def policy_of(value: Any) -> GradePolicy:
    """A policy from what JSON holds; ``DomainError`` naming what is wrong."""
    try:
        grades = {grade: _terms(grade, value["grades"][grade.value]) for grade in GRADES}
        figures = [Decimal(str(value[name])) for name in ("own_revenue", "step", "own_risk")]
    except (AttributeError, KeyError, TypeError, ValueError, InvalidOperation) as error:
        raise DomainError("grade_policy.unreadable", detail=str(error)) from error
    policy = GradePolicy(grades, *figures)
    check_policy(policy)
    return policy


def _terms(grade: Grade, value: Mapping[str, object]) -> GradeTerms:
    percents = ("net_worth", "turnover", "previous_factor")
    return GradeTerms(
        grade,
        int(str(value["terms_days"])),
        Decimal(str(value["deposit"])),
        int(str(value["review_months"])),
        *(Decimal(str(value[name])) for name in percents),
    )


def check_policy(policy: GradePolicy) -> None:
    """Refuse a policy that no limit could follow from."""
    for grade, terms in policy.grades.items():
        shares = (terms.deposit, terms.net_worth, terms.turnover)
        if not 0 <= terms.terms_days <= _MOST_DAYS or terms.review_months < 1:
            raise DomainError("grade_policy.days", grade=grade.value)
        if not all(0 <= share <= _WHOLE for share in shares) or terms.previous_factor < 0:
            raise DomainError("grade_policy.percent", grade=grade.value)
    if policy.step <= 0 or not 0 <= policy.own_revenue <= _WHOLE or policy.own_risk < 0:
        raise DomainError("grade_policy.whole")


def policy_as_json(policy: GradePolicy) -> dict[str, object]:
    """A policy as JSON holds it."""
    return {
        "grades": {
            grade.value: {
                "terms_days": terms.terms_days,
                "deposit": f"{terms.deposit:f}",
                "review_months": terms.review_months,
                "net_worth": f"{terms.net_worth:f}",
                "turnover": f"{terms.turnover:f}",
                "previous_factor": f"{terms.previous_factor:f}",
            }
            for grade, terms in policy.grades.items()
        },
        "own_revenue": f"{policy.own_revenue:f}",
        "step": f"{policy.step:f}",
        "own_risk": f"{policy.own_risk:f}",
    }
