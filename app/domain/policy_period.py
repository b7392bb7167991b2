"""When a policy holds, and which of several a shipment falls under."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.insurance_record import InsurancePolicy
from app.domain.policy import PolicyTerms, Scope
from app.domain.problem import DomainError


class PolicyState(StrEnum):
    """How a policy stands on a day."""

    DRAFT = "draft"
    UPCOMING = "upcoming"
    ACTIVE = "active"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    ANNULLED = "annulled"


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy with its clauses read."""

    record: InsurancePolicy
    terms: PolicyTerms

    @property
    def id(self) -> int:
        """The stored row."""
        return self.record.id

    @property
    def last_day(self) -> date:
        """The last day of cover: the end of the period, or the day it was cancelled."""
        ended = self.record.ended_on
        return self.record.end if ended is None else min(ended, self.record.end)

    @property
    def in_use(self) -> bool:
        """Whether it ever insured anything: neither a draft nor annulled."""
        return self.record.state not in {PolicyState.DRAFT, PolicyState.ANNULLED}

    def state_on(self, day: date) -> PolicyState:
        """How it stands on a day."""
        if not self.in_use:
            return PolicyState(self.record.state)
        if day < self.record.start:
            return PolicyState.UPCOMING
        if day <= self.last_day:
            return PolicyState.ACTIVE
        return PolicyState.CANCELLED if self.last_day < self.record.end else PolicyState.EXPIRED

    def insures_day(self, shipped: date) -> bool:
        """Whether shipments of that day fall into its period."""
        return self.in_use and self.record.start <= shipped <= self.last_day


@dataclass(frozen=True, slots=True)
class Buyer:
    """What decides under which policy a customer falls; ``kind`` is its size class or public body.

    ``named`` are the policies that hold a limit decision on it.
    """

    customer_id: int
    country: str
    home: str
    kind: str = ""
    named: Collection[int] = field(default=())

    @property
    def abroad(self) -> bool:
        """Whether goods sold to it are exported."""
        return bool(self.country) and self.country != self.home


def fits(policy: Policy, buyer: Buyer) -> bool:
    """Whether a policy is meant for such a buyer at all: for sales at home, or for exports."""
    return policy.terms.scope is not (Scope.DOMESTIC if buyer.abroad else Scope.EXPORT)


def policy_for(policies: Iterable[Policy], buyer: Buyer, shipped: date) -> Policy | None:
    """The policy a shipment to this buyer falls under, or None.

    One that names the buyer goes first, then one that does not exclude its country, then the narrower
    scope, then the newer policy.
    """
    found = [one for one in policies if one.insures_day(shipped) and fits(one, buyer)]
    if not found:
        return None
    return max(
        found,
        key=lambda one: (
            one.id in buyer.named,
            buyer.country not in one.terms.excluded_countries,
            one.terms.scope is not Scope.BOTH,
            one.record.start,
            one.id,
        ),
    )


def require_sound(record: InsurancePolicy) -> None:
    """Refuse a policy without insurer, number, currency or a period (``DomainError``)."""
    for name in ("insurer", "number", "currency"):
        if not getattr(record, name).strip():
            raise DomainError(f"policy.{name}_missing")
    if record.end < record.start:
        raise DomainError("policy.ends_before", start=record.start, end=record.end)
    if record.ended_on is not None and not record.start <= record.ended_on <= record.end:
        raise DomainError("policy.ended_outside", on=record.ended_on, start=record.start, end=record.end)


def by_id(policies: Iterable[Policy]) -> Mapping[int, Policy]:
    """Policies by their row."""
    return {one.id: one for one in policies}
