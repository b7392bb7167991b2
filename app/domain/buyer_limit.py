"""Buyer limits (买方限额) as the history of an insurer's decisions: the one in force on a shipment date.

A decision is never rewritten. Which limit held on a day is read from the decisions alone: the last
one that was decided by the day of asking and had taken effect by the day of shipment.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.insurance_record import LimitDecision
from app.domain.problem import DomainError

GIVING = frozenset({"granted", "partial", "reduced"})
"""Outcomes that leave an amount to ship under."""
ENDING = frozenset({"declined", "withdrawn", "expired"})
OUTCOMES = ("requested", *sorted(GIVING), *sorted(ENDING))
KINDS = ("named", "discretionary", "top_up")
METHODS = ("OA", "DA", "DP", "LC", "CIA")
"""Payment methods: open account, documents against acceptance or payment, letter of credit, cash first."""


@dataclass(frozen=True, slots=True)
class InForce:
    """The limit on one day, minor units of the policy's currency; ``top_up`` is part of ``amount``."""

    amount: int
    kind: str
    terms_days: int | None
    method: str
    decision_id: int
    until: date | None = None
    top_up: int = 0


class BuyerLimits:
    """One buyer's limits under one policy as known on a day.

    ``discretionary`` is the most the policy lets us decide ourselves; it counts only where evidence
    is kept for this buyer and the insurer has not said no to it.
    """

    def __init__(
        self,
        decisions: Iterable[LimitDecision],
        *,
        known_on: date,
        discretionary: int | None = None,
        reduction_days: int = 0,
    ) -> None:
        known = [each for each in decisions if each.on <= known_on and each.outcome != "requested"]
        self._by_kind: dict[str, list[tuple[date, LimitDecision]]] = {kind: [] for kind in KINDS}
        for each in known:
            self._by_kind[each.kind].append((_effective(each, reduction_days), each))
        for rows in self._by_kind.values():
            rows.sort(key=lambda row: (row[1].on, row[0], row[1].id))
        self._discretionary = discretionary
        self._on: dict[date, InForce | None] = {}
        self._made: dict[tuple[int, int, int], InForce] = {}

    def in_force(self, shipped: date) -> InForce | None:
        """The limit goods shipped that day count against, or None."""
        if shipped not in self._on:
            self._on[shipped] = self._find(shipped)
        return self._on[shipped]

    def why_none(self, shipped: date) -> str:
        """Why there was no limit that day: declined, withdrawn, expired, or "" where none was ever set."""
        last = self._last("named", shipped)
        if last is None:
            own = self._last("discretionary", shipped)
            return "expired" if own is not None and _over(own, shipped) else ""
        if last.outcome in GIVING:
            return "expired" if _over(last, shipped) else ""
        return last.outcome

    def _last(self, kind: str, day: date) -> LimitDecision | None:
        """The last word that holds by the day: what was said before it never comes back to life."""
        for effective, each in reversed(self._by_kind[kind]):
            if effective <= day:
                return each
        return None

    def _find(self, shipped: date) -> InForce | None:
        named = self._last("named", shipped)
        if named is not None and named.outcome in GIVING and not _over(named, shipped):
            return self._with_top_up(named, named.amount or 0, shipped)
        if named is not None and named.outcome != "expired" and not _over(named, shipped):
            return None  # the insurer said no: our own discretion ends with it
        own = self._last("discretionary", shipped)
        if own is None or own.outcome not in GIVING or _over(own, shipped) or self._discretionary is None:
            return None
        asked = self._discretionary if own.amount is None else own.amount
        return self._with_top_up(own, min(asked, self._discretionary), shipped)

    def _with_top_up(self, decision: LimitDecision, amount: int, shipped: date) -> InForce:
        top = self._last("top_up", shipped) if self._by_kind["top_up"] else None
        more = top.amount or 0 if top and top.outcome in GIVING and not _over(top, shipped) else 0
        known = (id(decision), amount, more)  # most buyers have one decision and many days of shipment
        if known not in self._made:
            self._made[known] = InForce(
                amount + more,
                decision.kind,
                decision.terms_days,
                decision.method,
                decision.id,
                decision.until,
                more,
            )
        return self._made[known]


def _effective(decision: LimitDecision, reduction_days: int) -> date:
    """The insurer's own reductions usually hold only after so many days; a later day stated holds."""
    if decision.outcome != "reduced" or not reduction_days:
        return decision.effective
    return max(decision.effective, decision.on + timedelta(days=reduction_days))


def _over(decision: LimitDecision, day: date) -> bool:
    return decision.until is not None and decision.until < day


def require_sound(decision: LimitDecision, *, start: date, end: date) -> None:
    """Refuse a decision that says nothing or holds for no day; ``DomainError`` names what is wrong."""
    if decision.outcome not in OUTCOMES:
        raise DomainError("buyer_limit.unknown_outcome", outcome=decision.outcome)
    if decision.kind not in KINDS:
        raise DomainError("buyer_limit.unknown_kind", kind=decision.kind)
    if decision.outcome in GIVING and decision.amount is None and decision.kind != "discretionary":
        raise DomainError("buyer_limit.no_amount")
    if (decision.amount or 0) < 0 or (decision.requested or 0) < 0:
        raise DomainError("buyer_limit.negative")
    if decision.outcome == "requested" and not decision.requested:
        raise DomainError("buyer_limit.nothing_requested")
    if decision.until is not None and decision.until < decision.effective:
        raise DomainError("buyer_limit.ends_before", start=decision.effective, end=decision.until)
    if decision.effective > end or (decision.until is not None and decision.until < start):
        raise DomainError("buyer_limit.outside_policy", start=start, end=end)
    if decision.kind == "discretionary" and decision.outcome in GIVING and not decision.evidence.strip():
        raise DomainError("buyer_limit.no_evidence")
