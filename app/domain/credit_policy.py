"""What a credit policy earns for its risk: sales, margin, carrying cost, expected and stressed loss by grade.

Amounts are minor units, shares per cent as Decimals. Expected profit of a grade is what is sold times
the margin on what is paid, less the cost of what is not, less what carrying the receivables costs.
Source: the break-even probability of default = margin − carry / sales (loss given default 100 %).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.money import round_minor
from app.domain.problem import DomainError

_YEAR = Decimal(365)
_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Segment:
    """The customers of a grade: a year's sales as they are, margin, and loss rate (per cent of sales)."""

    grade: str
    sales: int
    margin: Decimal
    loss_rate: Decimal
    late_days: Decimal = Decimal(0)
    customers: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """What a policy grants a grade.

    ``terms_days`` on credit; ``prepaid`` share of sales paid first; ``discount`` per cent taken by
    ``discount_taken`` per cent of sales; ``insured`` share of credit sales at ``premium`` per cent,
    paid back at ``insured_pct``; ``kept`` share of today's sales that stays under these terms.
    """

    grade: str
    terms_days: Decimal
    prepaid: Decimal = Decimal(0)
    discount: Decimal = Decimal(0)
    discount_taken: Decimal = Decimal(0)
    insured: Decimal = Decimal(0)
    insured_pct: Decimal = Decimal(90)
    premium: Decimal = Decimal(0)
    kept: Decimal = Decimal(100)


@dataclass(frozen=True, slots=True)
class Economy:
    """What holds for all grades: cost of capital per year, loss given default, the stress on loss rates."""

    capital: Decimal = Decimal(6)
    lgd: Decimal = Decimal(100)
    stress: Decimal = Decimal(3)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a grade (or all of them) comes to in a year under a policy; minor units."""

    grade: str
    sales: int
    margin: int
    carry: int
    discount: int
    premium: int
    loss: int
    stressed_loss: int
    receivables: int

    @property
    def profit(self) -> int:
        """Expected profit after every cost of credit."""
        return self.margin - self.carry - self.discount - self.premium - self.loss

    @property
    def stressed_profit(self) -> int:
        """Profit of a bad year."""
        return self.profit - (self.stressed_loss - self.loss)


def carry(sales: int, margin: Decimal, days: Decimal, capital: Decimal) -> Decimal:
    """What it costs to have the cost of goods outstanding for ``days``, minor units, not rounded."""
    return Decimal(sales) * (_WHOLE - margin) / 100 * capital / 100 * days / _YEAR


def breakeven(sales: int, margin: Decimal, days: Decimal, capital: Decimal) -> Decimal | None:
    """The probability of default, per cent, at which a sale on credit earns nothing; None without sales."""
    if sales <= 0:
        return None
    return margin - carry(sales, margin, days, capital) * 100 / sales


def outcome(segment: Segment, rule: Rule, economy: Economy) -> Outcome:
    """A grade under a rule."""
    _require_sound(segment, rule, economy)
    sold = Decimal(segment.sales) * rule.kept / 100
    on_credit = sold * (_WHOLE - rule.prepaid) / 100
    days = rule.terms_days + segment.late_days
    lost = _loss(on_credit, segment, rule, economy, Decimal(1))
    return Outcome(
        segment.grade,
        round_minor(sold),
        round_minor(sold * segment.margin / 100),
        round_minor(carry(round_minor(on_credit), segment.margin, days, economy.capital)),
        round_minor(sold * rule.discount / 100 * rule.discount_taken / 100),
        round_minor(on_credit * rule.insured / 100 * rule.premium / 100),
        round_minor(lost),
        round_minor(_loss(on_credit, segment, rule, economy, economy.stress)),
        round_minor(on_credit * days / _YEAR),
    )


def _loss(on_credit: Decimal, segment: Segment, rule: Rule, economy: Economy, factor: Decimal) -> Decimal:
    """What is not paid and not made good; the price is lost, margin included, as the margin counted it in."""
    rate = min(_WHOLE, segment.loss_rate * factor) / 100 * economy.lgd / 100
    borne = _WHOLE - rule.insured * rule.insured_pct / 100
    return on_credit * rate * borne / 100


def simulate(segments: Sequence[Segment], rules: Iterable[Rule], economy: Economy) -> list[Outcome]:
    """Every grade under its rule; a grade without one is refused (``DomainError``)."""
    by_grade = {rule.grade: rule for rule in rules}
    missing = [one.grade for one in segments if one.grade not in by_grade]
    if missing:
        raise DomainError("credit_policy.no_rule", grade=missing[0])
    return [outcome(one, by_grade[one.grade], economy) for one in segments]


def together(outcomes: Sequence[Outcome]) -> Outcome:
    """All grades of a policy."""
    names = (
        "sales", "margin", "carry", "discount", "premium", "loss", "stressed_loss", "receivables",
    )  # fmt: skip
    return Outcome("", *(sum(getattr(one, name) for one in outcomes) for name in names))


def frontier(points: Sequence[tuple[int, int]]) -> list[int]:
    """Places of the policies no other beats: points are (expected profit, stressed loss).

    One beats another when it earns at least as much for no more risk, and differs.
    """
    return [
        place
        for place, (profit, risk) in enumerate(points)
        if not any(other != (profit, risk) and other[0] >= profit and other[1] <= risk for other in points)
    ]


def _require_sound(segment: Segment, rule: Rule, economy: Economy) -> None:
    shares = (
        segment.loss_rate, rule.prepaid, rule.discount, rule.discount_taken, rule.insured,
        rule.insured_pct, rule.premium, rule.kept, economy.lgd,
    )  # fmt: skip
    if any(not 0 <= share <= _WHOLE for share in shares):
        raise DomainError("credit_policy.share", grade=segment.grade)
    if segment.sales < 0 or rule.terms_days < 0 or economy.capital < 0 or economy.stress < 1:
        raise DomainError("credit_policy.negative", grade=segment.grade)
