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
MOST_KEPT = Decimal(200)
"""No change of terms is believed to more than double what a customer buys."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Customers of a grade, or one of them, as they are today: a year's sales, margin, loss rate.

    ``terms_days`` is what they are granted, ``late_days`` how much longer (or, below 0, shorter) their
    money is out; ``prepaid``, ``insured`` and ``discount_cost`` are shares of sales; ``premium`` per cent
    of insured sales. ``limit`` is the most they may owe, ``stale`` what they owe without having bought.
    """

    grade: str
    sales: int
    margin: Decimal
    loss_rate: Decimal
    late_days: Decimal = Decimal(0)
    customers: int = 0
    terms_days: Decimal = Decimal(0)
    prepaid: Decimal = Decimal(0)
    insured: Decimal = Decimal(0)
    insured_pct: Decimal = Decimal(90)
    premium: Decimal = Decimal(0)
    discount_cost: Decimal = Decimal(0)
    limit: int | None = None
    stale: int = 0
    customer_id: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """What a policy grants a grade; None everywhere means: as it is today.

    ``terms_days`` on credit; ``prepaid`` share of sales paid first; ``discount`` per cent for payment
    within ``discount_days``, taken by ``discount_taken`` per cent of sales; ``insured`` share of credit
    sales at ``premium`` per cent, paid back at ``insured_pct``; ``limit_share`` per cent of today's limits
    that stays, ``cap`` the most a customer may owe (minor units); ``kept`` share of today's sales that
    stays, where the owner knows better than the economy's churn.
    """

    grade: str
    terms_days: Decimal | None = None
    prepaid: Decimal | None = None
    discount: Decimal | None = None
    discount_taken: Decimal = Decimal(0)
    insured: Decimal | None = None
    insured_pct: Decimal | None = None
    premium: Decimal | None = None
    kept: Decimal | None = None
    limit_share: Decimal | None = None
    cap: int | None = None
    discount_days: Decimal = Decimal(10)


@dataclass(frozen=True, slots=True)
class Economy:
    """What holds for all grades: cost of capital per year, loss given default, the stress on loss rates.

    ``churn_terms`` and ``churn_prepaid`` are per cent of sales lost for 10 days less and for 10 points more
    paid first (gained the other way); ``over_prepaid`` is the share of demand beyond a limit that is
    bought all the same, paid first. ``by_exposure``: loss rates are of what is owed through a year, so that
    shorter terms lose less; otherwise they are of the credit sales themselves.
    """

    capital: Decimal = Decimal(6)
    lgd: Decimal = Decimal(100)
    stress: Decimal = Decimal(3)
    churn_terms: Decimal = Decimal(0)
    churn_prepaid: Decimal = Decimal(0)
    over_prepaid: Decimal = Decimal(0)
    by_exposure: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a grade (or all of them) comes to in a year under a policy; minor units.

    ``credit`` is the part of the sales that is not paid first.
    """

    grade: str
    sales: int
    margin: int
    carry: int
    discount: int
    premium: int
    loss: int
    stressed_loss: int
    receivables: int
    credit: int = 0

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
    """A segment under a rule; under one that leaves everything as it is, today's own figures."""
    _require_sound(segment, rule, economy)
    wanted = Decimal(segment.sales) * kept(segment, rule, economy) / 100
    days = days_out(segment, rule)
    on_credit = wanted * (_WHOLE - _or(rule.prepaid, segment.prepaid)) / 100
    beyond = max(Decimal(0), on_credit - _most(segment, rule, days))
    on_credit -= beyond
    sold = wanted - beyond * (_WHOLE - economy.over_prepaid) / 100
    exposed = on_credit * days / _YEAR if economy.by_exposure else on_credit
    insured = _or(rule.insured, segment.insured)
    stale = carry(segment.stale, segment.margin, _YEAR, economy.capital)
    return Outcome(
        segment.grade,
        round_minor(sold),
        round_minor(sold * segment.margin / 100),
        round_minor(carry(round_minor(on_credit), segment.margin, days, economy.capital) + stale),
        round_minor(sold * _discount_cost(segment, rule) / 100),
        round_minor(on_credit * insured / 100 * _or(rule.premium, segment.premium) / 100),
        round_minor(_loss(exposed, segment, rule, economy, Decimal(1))),
        round_minor(_loss(exposed, segment, rule, economy, economy.stress)),
        round_minor(on_credit * days / _YEAR) + segment.stale,
        round_minor(on_credit),
    )


def kept(segment: Segment, rule: Rule, economy: Economy) -> Decimal:
    """Share of today's sales wanted under a rule, per cent: the owner's own, else by the churn assumed."""
    if rule.kept is not None:
        return rule.kept
    shorter = segment.terms_days - _or(rule.terms_days, segment.terms_days)
    more = _or(rule.prepaid, segment.prepaid) - segment.prepaid
    on_credit = (_WHOLE - _or(rule.prepaid, segment.prepaid)) / 100  # terms are nothing to who pays first
    lost = shorter / 10 * economy.churn_terms * on_credit + more / 10 * economy.churn_prepaid
    return min(MOST_KEPT, max(Decimal(0), _WHOLE - lost))


def days_out(segment: Segment, rule: Rule) -> Decimal:
    """How long the money of a credit sale is out under a rule; who takes a discount pays in its days."""
    usual = _usual_days(segment, rule)
    if not rule.discount:
        return usual
    taken = rule.discount_taken / 100
    return usual * (1 - taken) + min(usual, rule.discount_days) * taken


def _usual_days(segment: Segment, rule: Rule) -> Decimal:
    """Days out without a discount: later than the terms by as many days, or as early a part of the terms.

    Who pays before the terms end does not pay before delivery because the terms got shorter.
    """
    today = max(Decimal(0), segment.terms_days + segment.late_days)
    if rule.terms_days is None:
        return today
    if segment.late_days < 0 < segment.terms_days:
        return rule.terms_days * today / segment.terms_days
    return max(Decimal(0), rule.terms_days + segment.late_days)


def _most(segment: Segment, rule: Rule, days: Decimal) -> Decimal:
    """A year's credit sales that the limits leave room for; today's own bind only where a rule moves them."""
    bounds = [] if rule.cap is None else [Decimal(rule.cap)]
    if rule.limit_share is not None and segment.limit is not None:
        bounds.append(segment.limit * rule.limit_share / 100)
    return min(bounds) * _YEAR / days if bounds and days > 0 else Decimal("Infinity")


def _discount_cost(segment: Segment, rule: Rule) -> Decimal:
    """What discounts cost, per cent of sales."""
    return segment.discount_cost if rule.discount is None else rule.discount * rule.discount_taken / 100


def costs_of_credit(segment: Segment, rule: Rule) -> Decimal:
    """What early payment and cover cost under a rule, per cent of credit sales."""
    insured = _or(rule.insured, segment.insured) / 100
    return _discount_cost(segment, rule) + insured * _or(rule.premium, segment.premium)


def _or(chosen: Decimal | None, today: Decimal) -> Decimal:
    return today if chosen is None else chosen


def _loss(exposed: Decimal, segment: Segment, rule: Rule, economy: Economy, factor: Decimal) -> Decimal:
    """What is not paid and not made good; the price is lost, margin included, as the margin counted it in."""
    rate = min(_WHOLE, segment.loss_rate * factor) / 100 * economy.lgd / 100
    covered = _or(rule.insured, segment.insured) * _or(rule.insured_pct, segment.insured_pct) / 100
    lost = exposed * rate * (_WHOLE - covered) / 100
    if economy.by_exposure:  # old debt is owed all year, insured as it is: no policy reaches it any more
        lost += segment.stale * rate * (_WHOLE - segment.insured * segment.insured_pct / 100) / 100
    return lost


def simulate(segments: Sequence[Segment], rules: Iterable[Rule], economy: Economy) -> list[Outcome]:
    """Every grade under its rule; a grade without one is refused (``DomainError``)."""
    by_grade = {rule.grade: rule for rule in rules}
    missing = [one.grade for one in segments if one.grade not in by_grade]
    if missing:
        raise DomainError("credit_policy.no_rule", grade=missing[0])
    return [outcome(one, by_grade[one.grade], economy) for one in segments]


def as_today(grades: Iterable[str]) -> list[Rule]:
    """The rules that leave everything as it is."""
    return [Rule(grade) for grade in grades]


def by_grade(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Outcomes of customers added up by their grade, in the order the grades first came."""
    found: dict[str, list[Outcome]] = {}
    for one in outcomes:
        found.setdefault(one.grade, []).append(one)
    return [together(ones, grade) for grade, ones in found.items()]


def together(outcomes: Sequence[Outcome], grade: str = "") -> Outcome:
    """All grades of a policy (or all customers of one ``grade``)."""
    names = (
        "sales", "margin", "carry", "discount", "premium", "loss", "stressed_loss", "receivables", "credit",
    )  # fmt: skip
    return Outcome(grade, *(sum(getattr(one, name) for one in outcomes) for name in names))


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
        segment.loss_rate, segment.prepaid, segment.insured, rule.prepaid, rule.discount, rule.discount_taken,
        rule.insured, rule.insured_pct, rule.premium, economy.lgd, economy.over_prepaid,
    )  # fmt: skip
    if any(share is not None and not 0 <= share <= _WHOLE for share in shares):
        raise DomainError("credit_policy.share", grade=segment.grade)
    if rule.kept is not None and not 0 <= rule.kept <= MOST_KEPT:
        raise DomainError("credit_policy.kept", grade=segment.grade)
    least = (
        segment.sales, segment.stale, rule.terms_days, rule.discount_days, rule.limit_share, rule.cap,
        economy.capital, economy.churn_terms, economy.churn_prepaid,
    )  # fmt: skip
    if any(one is not None and one < 0 for one in least) or economy.stress < 1:
        raise DomainError("credit_policy.negative", grade=segment.grade)
