"""Credit limits: every candidate with its working, the one that binds, and what a limit means.

Three things that look alike are three different things: no check is made at all, nobody has set a
limit yet, and a limit of nothing, which blocks every credit sale.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum

from app.domain.money import Money
from app.domain.problem import DomainError

YEAR = Decimal(365)


class LimitState(StrEnum):
    """What is known of a customer's limit."""

    NOT_CHECKED = "not_checked"
    UNSET = "unset"
    SET = "set"


class CandidateCode(StrEnum):
    """Where a candidate comes from."""

    NEED = "need"
    PEAK = "peak"
    NET_WORTH = "net_worth"
    TURNOVER = "turnover"
    OWN_REVENUE = "own_revenue"
    INSURED = "insured"
    PREVIOUS = "previous"
    AUTHORITY = "authority"
    ADDITIVE = "additive"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible limit (minor units, not rounded) with its working, or why there is none.

    ``binds`` candidates may be the lowest and so decide; the others only inform.
    """

    code: CandidateCode
    amount: Decimal | None
    params: Mapping[str, object] = field(default_factory=dict)
    why: str = ""
    binds: bool = True


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The suggested limit, minor units, rounded down to the step; ``bound_by`` is None when nothing binds."""

    amount: int | None
    bound_by: CandidateCode | None
    candidates: tuple[Candidate, ...]


def need(annual: int, terms_days: int, delay_days: int, vat: Decimal = Decimal(0)) -> Candidate:
    """What the customer's purchases keep open: a year's × (1 + VAT) × (terms + expected delay) / 365.

    ``annual`` is net minor units; a customer who pays early (a negative delay) needs no less than nothing.
    """
    days = max(0, terms_days + delay_days)
    amount = Decimal(annual) * (1 + vat) * days / YEAR
    params = {"annual": annual, "terms": terms_days, "delay": delay_days, "vat": vat}
    return Candidate(CandidateCode.NEED, amount, params)


def share(code: CandidateCode, base: int | None, percent: Decimal) -> Candidate:
    """So many per cent of a figure; none where the figure is unknown, nothing where it is negative."""
    params = {"base": base, "percent": percent}
    if base is None:
        return Candidate(code, None, params, "limit.base_unknown")
    return Candidate(code, max(Decimal(0), Decimal(base) * percent / 100), params)


def insured(limit: int | None, own_risk: int) -> Candidate:
    """The insurer's limit and what we carry ourselves on top of it; no insurance, no such candidate."""
    params = {"limit": limit, "own_risk": own_risk}
    if limit is None:
        return Candidate(CandidateCode.INSURED, None, params, "limit.not_insured")
    return Candidate(CandidateCode.INSURED, Decimal(limit + own_risk), params)


def suggest(candidates: Sequence[Candidate], step: int) -> Suggestion:
    """The lowest of those that bind, rounded down to a multiple of ``step`` (minor units)."""
    if step <= 0:
        raise DomainError("limit.step", step=step)
    known = [(each.amount, n) for n, each in enumerate(candidates) if each.amount is not None and each.binds]
    if not known:
        return Suggestion(None, None, tuple(candidates))
    lowest, place = min(known)
    steps = (lowest / step).to_integral_value(rounding=ROUND_DOWN)
    return Suggestion(int(steps) * step, candidates[place].code, tuple(candidates))


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit in force: ``amount`` None with state ``SET`` never occurs; days are inclusive."""

    state: LimitState
    amount: Money | None = None
    start: date | None = None
    end: date | None = None

    def on(self, day: date) -> Limit:
        """The limit as of a day: outside its dates it counts as unset."""
        early = self.start is not None and day < self.start
        late = self.end is not None and day > self.end
        return Limit(LimitState.UNSET) if self.state is LimitState.SET and (early or late) else self


class Room(StrEnum):
    """Whether an amount more fits a limit."""

    FITS = "fits"
    EXCEEDED = "exceeded"
    NO_LIMIT = "no_limit"
    NOT_CHECKED = "not_checked"


def room(limit: Limit, used: Money, more: Money) -> tuple[Room, Money | None]:
    """Whether ``more`` fits beside what is ``used`` (both in the limit's currency), and what is then left.

    A limit of nothing blocks even an order of nothing while something is owed.
    """
    if limit.state is LimitState.NOT_CHECKED:
        return Room.NOT_CHECKED, None
    if limit.state is LimitState.UNSET or limit.amount is None:
        return Room.NO_LIMIT, None
    left = limit.amount - used - more
    return (Room.FITS if left.minor >= 0 else Room.EXCEEDED), left
