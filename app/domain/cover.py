"""Cover: what of each open invoice is really insured, and the reason for every part that is not.

One buyer's open invoices are walked in the order in which they were shipped; each is measured against
the decision in force on its own shipment date, so that no later decision uncovers it. What the buyer
has on account comes off first (``set_off``): it is no debt, fills no limit and carries no tax. Whatever
is not insured stands with a reason: insured + gaps = open, to the minor unit. Sources of the rules:
policy wordings on limits by shipment date, stops after the maximum extension period and disputes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from app.domain.buyer_limit import BuyerLimits, InForce
from app.domain.policy import LimitUsage, PolicyTerms
from app.domain.set_off import SetOff

_PLACES = 6
_HALF = Decimal("0.5")


class Gap(StrEnum):
    """Why a part of an invoice is not insured."""

    SET_OFF = "set_off"
    NO_POLICY = "no_policy"
    OUTSIDE_PERIOD = "outside_period"
    VAT = "vat"
    DISPUTED = "disputed"
    EXCLUDED_BUYER = "excluded_buyer"
    EXCLUDED_COUNTRY = "excluded_country"
    EXCLUDED_GOODS = "excluded_goods"
    EXCLUDED_METHOD = "excluded_method"
    NO_LIMIT = "no_limit"
    LIMIT_DECLINED = "limit_declined"
    LIMIT_WITHDRAWN = "limit_withdrawn"
    LIMIT_EXPIRED = "limit_expired"
    METHOD_MISMATCH = "method_mismatch"
    TERMS_TOO_LONG = "terms_too_long"
    INVOICED_LATE = "invoiced_late"
    AFTER_STOP = "after_stop"
    UNDECLARED = "undeclared"
    NOTIFIED_LATE = "notified_late"
    NO_RATE = "no_rate"
    OVER_LIMIT = "over_limit"


_NO_DEBT = frozenset({Gap.SET_OFF, Gap.VAT})
"""What is no trade debt, and so fills no limit: credits on account, and tax that is not insured."""


class Insurable(NamedTuple):
    """One open invoice as cover sees it; minor units of its own currency.

    ``open`` is gross; of it ``credits`` come off, and of what is left then ``vat`` is tax and ``disputed``
    the disputed part without tax. ``due`` is the original due date. ``rate`` is minor units of the policy's
    currency per minor unit of the invoice's, None where it is not known. ``notified_late`` and
    ``undeclared`` are duties already missed.
    """

    document_id: int
    number: str
    customer_id: int
    shipped: date
    issued: date
    due: date
    currency: str
    open: int
    vat: int = 0
    disputed: int = 0
    method: str = ""
    goods: str = ""
    country: str = ""
    rate: Decimal | None = Decimal(1)
    notified_late: bool = False
    undeclared: bool = False
    credits: tuple[SetOff, ...] = ()

    @property
    def set_off(self) -> int:
        """What credits on account take off."""
        return sum(one.amount for one in self.credits) if self.credits else 0

    @property
    def owed(self) -> int:
        """What is open less what credits on account take off."""
        return self.open - self.set_off

    @property
    def terms_days(self) -> int:
        """Payment terms as granted: days from invoice to original due date."""
        return (self.due - self.issued).days


@dataclass(frozen=True, slots=True)
class Spell:
    """Shipments after ``start`` up to and including ``end`` (None: still) are not insured."""

    start: date
    end: date | None = None
    cause: str = ""

    def holds(self, shipped: date) -> bool:
        """Whether goods shipped that day left during the stop."""
        return self.start < shipped and (self.end is None or shipped <= self.end)


class ItemCover(NamedTuple):
    """One invoice's cover: ``insured`` and ``gaps`` in its currency, ``covered`` in the policy's.

    ``limit`` is the decision it was measured against.
    """

    item: Insurable
    insured: int
    covered: int
    gaps: tuple[tuple[Gap, int], ...]
    limit: InForce | None = None

    @property
    def uninsured(self) -> int:
        """What of the debt is not insured; what is set off is no debt."""
        return self.item.owed - self.insured


@dataclass(frozen=True, slots=True)
class Ground:
    """What a walk is measured against: the clauses, the policy's days, one buyer's limits and stops.

    ``filled`` is what invoices under the policies it renews still fill of the limit, policy minor units.
    """

    terms: PolicyTerms
    start: date
    end: date
    limits: BuyerLimits
    stops: Sequence[Spell] = ()
    country: str = ""
    kind: str = ""
    filled: Decimal = Decimal(0)


@dataclass
class _Room:
    """How much of the limit is filled, and by what is covered; policy minor units, as the walk goes on."""

    used: Decimal = field(default_factory=Decimal)
    covered: Decimal = field(default_factory=Decimal)
    whole: int = 0

    def cover(self, taken: Decimal) -> int:
        """Whole minor units of what is taken: rounded on the sum, so that many never exceed a limit."""
        before = self.whole
        self.used += taken
        self.covered += taken
        self.whole = int(self.covered + _HALF)  # half up, as money is rounded: never below nothing here
        return self.whole - before


def walk(items: Iterable[Insurable], ground: Ground) -> list[ItemCover]:
    """The cover of one buyer's open invoices, in the order in which they were shipped."""
    room = _Room(ground.filled)
    ordered = sorted(items, key=attrgetter("shipped", "document_id"))
    return [_cover(item, ground, room) for item in ordered]


def filled_by(covers: Iterable[ItemCover], usage: LimitUsage) -> Decimal:
    """How much of a limit these invoices fill, policy minor units."""
    return sum(
        (Decimal(one.covered) + _beside(one.item, one.insured, one.gaps, usage) for one in covers), Decimal(0)
    )


def not_insured(item: Insurable, why: Gap) -> ItemCover:
    """An invoice of which nothing is insured for one reason, after what is set off."""
    if not item.credits:
        return ItemCover(item, 0, 0, ((why, item.open),))
    parts = (Gap.SET_OFF, item.set_off), (why, item.owed)
    return ItemCover(item, 0, 0, tuple(part for part in parts if part[1]))


def _cover(item: Insurable, ground: Ground, room: _Room) -> ItemCover:
    limit = ground.limits.in_force(item.shipped)
    gaps, eligible = _deductions(item, ground.terms, limit)
    why = breach(item, ground, limit) if eligible > 0 else None
    if why is not None:
        gaps.append((why, eligible))
        eligible = 0
    covered = insured = 0
    if eligible > 0 and item.rate is not None:
        wanted = item.rate * eligible
        left = max(Decimal(0), Decimal(limit.amount if limit is not None else 0) - room.used)
        taken = min(wanted, left)
        # A rate such as 1/7 is never exact: a whole minor unit must not fall to its last digit.
        insured = eligible if taken == wanted else min(eligible, int(round(taken / item.rate, _PLACES)))
        covered = room.cover(taken)
        if insured < eligible:
            gaps.append((Gap.OVER_LIMIT, eligible - insured))
    if insured < item.open and ground.terms.limit_usage is LimitUsage.ALL_DEBT:
        room.used += _beside(item, insured, gaps, LimitUsage.ALL_DEBT)
    return ItemCover(item, insured, covered, tuple(gaps), limit)


def _beside(item: Insurable, insured: int, gaps: Iterable[tuple[Gap, int]], usage: LimitUsage) -> Decimal:
    """What an invoice fills of the limit without being insured, policy minor units."""
    if usage is not LimitUsage.ALL_DEBT or item.rate is None:
        return Decimal(0)
    no_debt = sum(amount for gap, amount in gaps if gap in _NO_DEBT)
    return item.rate * (item.open - no_debt - insured)


def _deductions(
    item: Insurable, terms: PolicyTerms, limit: InForce | None
) -> tuple[list[tuple[Gap, int]], int]:
    """What is set off, tax and disputed parts with their reasons, and what is left of the open amount."""
    gaps: list[tuple[Gap, int]] = []
    left = item.open
    if item.credits:
        gaps.append((Gap.SET_OFF, item.set_off))
        left -= item.set_off
    if item.vat > 0 and left > 0 and not terms.vat_covered:
        taken = min(left, item.vat)
        gaps.append((Gap.VAT, taken))
        left -= taken
    if item.disputed > 0 and left > 0 and not _small_dispute(item, terms, limit):
        taken = min(left, item.disputed)
        gaps.append((Gap.DISPUTED, taken))
        left -= taken
    return gaps, left


def _small_dispute(item: Insurable, terms: PolicyTerms, limit: InForce | None) -> bool:
    """Whether a dispute is so small beside the limit that it need not be reported and stays covered."""
    small = terms.small_dispute_pct
    if small is None or limit is None or item.rate is None:
        return False
    return item.rate * item.disputed < Decimal(limit.amount) * small / 100


def breach(item: Insurable, ground: Ground, limit: InForce | None) -> Gap | None:
    """The first rule of the policy that the invoice breaks as a whole, or None."""
    if not ground.start <= item.shipped <= ground.end:
        return Gap.OUTSIDE_PERIOD
    return (
        excluded(item, ground.terms, ground.country, ground.kind)
        or _without_limit(ground.limits, limit, item.shipped)
        or _mismatch(item, ground, limit)
        or _duty_missed(item, ground)
    )


def excluded(item: Insurable, terms: PolicyTerms, country: str, kind: str) -> Gap | None:
    """What the policy excludes outright: buyers and kinds of buyer, countries, goods, methods."""
    where = item.country or country
    if item.customer_id in terms.excluded_buyers or (kind and kind in terms.excluded_kinds):
        return Gap.EXCLUDED_BUYER
    line = terms.country(where)
    closed = terms.listed_countries_only if line is None else not line.open
    if closed or where in terms.excluded_countries:
        return Gap.EXCLUDED_COUNTRY
    if item.goods and item.goods in terms.excluded_goods:
        return Gap.EXCLUDED_GOODS
    if item.method and item.method in terms.excluded_methods:
        return Gap.EXCLUDED_METHOD
    return None


_NONE_BECAUSE: Mapping[str, Gap] = {
    "declined": Gap.LIMIT_DECLINED,
    "withdrawn": Gap.LIMIT_WITHDRAWN,
    "expired": Gap.LIMIT_EXPIRED,
}


def _without_limit(limits: BuyerLimits, limit: InForce | None, shipped: date) -> Gap | None:
    """Why there is no limit to ship under; a limit of nothing is a refusal."""
    if limit is not None and limit.amount > 0:
        return None
    return _NONE_BECAUSE.get(limits.why_none(shipped), Gap.NO_LIMIT)


def _mismatch(item: Insurable, ground: Ground, limit: InForce | None) -> Gap | None:
    """Terms longer than insured, another payment method than the limit is for, an invoice too late."""
    terms = ground.terms
    if limit is not None and limit.method and item.method and limit.method != item.method:
        return Gap.METHOD_MISMATCH
    longest = terms.longest_terms(item.country or ground.country, limit.terms_days if limit else None)
    if longest is not None and item.terms_days > longest:
        return Gap.TERMS_TOO_LONG
    late = terms.invoicing_days
    if late is not None and item.issued > item.shipped + timedelta(days=late):
        return Gap.INVOICED_LATE
    return None


def _duty_missed(item: Insurable, ground: Ground) -> Gap | None:
    if any(stop.holds(item.shipped) for stop in ground.stops):
        return Gap.AFTER_STOP
    if item.undeclared and ground.terms.undeclared_uncovered:
        return Gap.UNDECLARED
    if item.notified_late:
        return Gap.NOTIFIED_LATE
    return Gap.NO_RATE if item.rate is None else None
