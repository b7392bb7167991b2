"""Findings of a review: which figures and risks call for an action, how much they weigh, by when.

A rule looks at plain facts and gives a code with parameters; who reads it words them. The days are
proposals counted from the day the finding is made and are the user's to change; what has a last safe
day is due on it, also where it has passed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from app.domain.money import Money
from app.domain.review_value import Name, Said

FALLING = 2
"""A figure that got worse in so many quarters in a row is a finding even while it meets its target."""
_MOST_NAMED = 10
DEADLINE_DAYS = 14
MOST_ALIKE = 5
"""So many customers get a finding of one kind each, the largest amounts first; the others share one."""
STALE_DAYS = 7
"""Figures older than this are stale."""
_WEIGHTS = {"insurance": 95, "over_90": 90, "uninsured": 85, "over_limit": 80, "target": 70, "broken": 60}
_WORSENING, _CONCENTRATED, _STALE, _REVIEWS = 50, 55, 65, 40
_MISSED_MORE = 10
_WITHIN = {
    "over_90": 7,
    "uninsured": 7,
    "over_limit": 7,
    "broken": 7,
    "target": 30,
    "worsening": 30,
    "concentration": 60,
    "stale": 3,
    "reviews": 14,
}
_ROLES = {"over_90": "credit", "insurance": "credit", "stale": "bookkeeper", "concentration": "owner"}


@dataclass(frozen=True, slots=True)
class FigureFact:
    """A key figure with its standing and the values of past quarters, its own last."""

    key: str
    unit: str
    value: Decimal | None
    target: Decimal | None = None
    status: str = "none"
    low_is_good: bool | None = None
    trend: tuple[Decimal | None, ...] = ()


@dataclass(frozen=True, slots=True)
class CustomerFact:
    """What is wrong with one customer: an amount, and a second figure where there is one."""

    name: Name
    amount: Money
    days: int = 0
    n: int = 0
    share: Decimal | None = None
    second: Money | None = None


@dataclass(frozen=True, slots=True)
class DutyFact:
    """A duty towards an insurer with its last safe day."""

    key: str
    duty: str
    safe: date
    forfeits: bool
    customer: Name | None = None
    amount: Money | None = None
    policy: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the rules look at, as of ``as_of``; ``on`` is the day the findings are made."""

    on: date
    as_of: date
    figures: Sequence[FigureFact] = ()
    over_90: Sequence[CustomerFact] = ()
    over_limit: Sequence[CustomerFact] = ()
    uninsured: Sequence[CustomerFact] = ()
    duties: Sequence[DutyFact] = ()
    concentrated: Sequence[CustomerFact] = ()
    share_limit: Decimal = Decimal("0.15")
    broken: Sequence[CustomerFact] = ()
    newest: date | None = None
    reviews_overdue: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """A finding as a rule gives it; ``role`` is whose task it is, ``subject`` tells it from others."""

    code: str
    subject: str
    weight: int
    due: date
    params: Mapping[str, object] = field(default_factory=dict)
    customer_id: int | None = None

    @property
    def role(self) -> str:
        """Whose task it usually is: owner, credit, sales or bookkeeper."""
        return _ROLES.get(self.code.removesuffix("_more"), "credit")

    @property
    def key(self) -> str:
        """The same for the same finding when it is looked for again."""
        return f"{self.code}:{self.subject}"


def find(facts: Facts) -> tuple[Found, ...]:
    """Everything that calls for an action, the weightiest first; of one kind the greatest amount first."""
    found = [
        *_duties(facts),
        *_customers(facts),
        *_figures(facts),
        *_state_of_data(facts),
    ]
    return tuple(sorted(found, key=lambda one: (-one.weight, one.due)))


def action_of(code: str, params: Mapping[str, object]) -> Said:
    """The action proposed for a finding."""
    if code in {"target", "worsening"}:
        return Said(f"finding_action.{code}.{_family(str(params.get('key', '')))}", dict(params))
    return Said(f"finding_action.{code.removesuffix('_more')}", dict(params))


_FAMILIES = {
    "insured_share": "insurance",
    "promises_kept": "collect",
    "dispute_share": "dispute",
    "dispute_days": "dispute",
    "largest": "concentration",
    "top_five": "concentration",
    "hhi": "concentration",
    "above_limit_share": "concentration",
    "limit_breaches": "limits",
    "overrides": "limits",
    "reviews_overdue": "reviews",
    "bad_debt_ratio": "loss",
    "loss_ratio": "loss",
    "provision_cover": "provision",
}


def _family(key: str) -> str:
    """Which kind of measure helps a figure; by default collecting."""
    return _FAMILIES.get(key, "collect")


def _duties(facts: Facts) -> Iterator[Found]:
    last = facts.on + timedelta(DEADLINE_DAYS)
    for one in facts.duties:
        if one.safe > last:
            continue
        params: dict[str, object] = {
            "duty": Said(f"duty.{one.duty}"),
            "safe": one.safe,
            "customer": one.customer or Name("", ""),
            "amount": one.amount,
            "policy": one.policy,
        }
        weight = _WEIGHTS["insurance"] + (4 if one.forfeits else -10)
        row = one.customer.id if one.customer else 0
        code = "insurance" if one.customer and one.customer.zh + one.customer.en else "insurance_policy"
        yield Found(code, one.key, weight, one.safe, params, row or None)


def _customers(facts: Facts) -> Iterator[Found]:
    groups = {
        "over_90": facts.over_90,
        "over_limit": facts.over_limit,
        "uninsured": facts.uninsured,
        "broken": facts.broken,
    }
    for code, rows in groups.items():
        ranked = sorted(rows, key=lambda one: (-one.amount.minor, one.name))
        for one in ranked[:MOST_ALIKE]:
            params: dict[str, object] = {
                "customer": one.name,
                "amount": one.amount,
                "days": one.days,
                "n": one.n,
                "limit": one.second,
            }
            subject, row = _subject(one.name)
            yield Found(code, subject, _WEIGHTS[code], _in(facts.on, code), params, row)
        if others := ranked[MOST_ALIKE:]:
            named = tuple(one.name for one in others[:_MOST_NAMED])
            more = (Name("…"),) if len(others) > _MOST_NAMED else ()
            told: dict[str, object] = {"n": len(others), "names": (*named, *more)}
            yield Found(f"{code}_more", "", _WEIGHTS[code] - 1, _in(facts.on, code), told)
    for one in facts.concentrated:
        subject, row = _subject(one.name)
        given = {
            "customer": one.name,
            "share": one.share,
            "limit": facts.share_limit,
            "amount": one.amount,
        }
        yield Found("concentration", subject, _CONCENTRATED, _in(facts.on, "concentration"), given, row)


def _figures(facts: Facts) -> Iterator[Found]:
    for one in facts.figures:
        if one.value is None:
            continue
        worse = worsening(one)
        params: dict[str, object] = {
            "key": one.key,
            "unit": one.unit,
            "value": one.value,
            "target": one.target,
            "quarters": worse,
        }
        if one.status == "miss":
            weight = _WEIGHTS["target"] + (_MISSED_MORE if worse >= FALLING else 0)
            yield Found("target", one.key, weight, _in(facts.on, "target"), params)
        elif worse >= FALLING and one.status != "ok":
            yield Found("worsening", one.key, _WORSENING, _in(facts.on, "worsening"), params)


def worsening(one: FigureFact) -> int:
    """In how many quarters in a row, up to the last, the figure got worse."""
    if one.low_is_good is None:
        return 0
    told = one.trend
    run = 0
    for now, before in zip(reversed(told), list(reversed(told))[1:], strict=False):
        if now is None or before is None or now == before or (now > before) is not one.low_is_good:
            break
        run += 1
    return run


def _state_of_data(facts: Facts) -> Iterator[Found]:
    if facts.newest is not None and facts.newest < facts.as_of - timedelta(STALE_DAYS):
        yield Found("stale", "", _STALE, _in(facts.on, "stale"), {"on": facts.newest})
    if facts.reviews_overdue:
        yield Found("reviews", "", _REVIEWS, _in(facts.on, "reviews"), {"n": facts.reviews_overdue})


def _subject(name: Name) -> tuple[str, int | None]:
    """What tells a customer's finding from another's, and the customer's row."""
    return (str(name.id), name.id) if name.id else (name.zh or name.en, None)


def _in(on: date, code: str) -> date:
    return on + timedelta(_WITHIN[code])
