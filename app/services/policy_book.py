"""Policies and the history of decisions as they are read: which policy, which limit, on which day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.buyer_limit import BuyerLimits
from app.domain.customer import Customer
from app.domain.insurance_record import InsurancePolicy
from app.domain.policy_period import Buyer, Policy, PolicyState, policy_for
from app.domain.policy_text import parse
from app.domain.problem import DomainError
from app.services.policy_views import LimitInForce, PolicyView

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from app.domain.insurance_record import LimitDecision
    from app.services.policy_views import PolicyDesk

_YEAR = 365


class PolicyBook:
    """What the parts of the policy service share: reading policies, limits and decisions."""

    def __init__(self, desk: PolicyDesk) -> None:
        self._desk = desk

    # -- policies -------------------------------------------------------------------------------

    def all(self) -> list[Policy]:
        """Every stored policy with its clauses, the newest period first."""
        found = [Policy(one, parse(one.terms)) for one in self._desk.store.find(InsurancePolicy)]
        return sorted(found, key=lambda one: (one.record.start, one.id), reverse=True)

    def policies(self, state: PolicyState | None = None) -> list[PolicyView]:
        """Policies as they stand today, the newest first."""
        known, today = self.all(), self._desk.clock.today()
        rows = {one.id: one for one in known}
        after = {one.record.previous_id: one for one in known if one.record.previous_id}
        found = [
            PolicyView(one, one.state_on(today), rows.get(one.record.previous_id or 0), after.get(one.id))
            for one in known
        ]
        return [one for one in found if state is None or one.state is state]

    def policy(self, policy_id: int) -> PolicyView:
        """One policy."""
        found = next((one for one in self.policies() if one.policy.id == policy_id), None)
        if found is None:
            raise DomainError("record.missing")
        return found

    # -- which policy, which limit --------------------------------------------------------------

    def home(self) -> str:
        """The company's own country: its working days count, and what leaves it is exported."""
        return self._desk.reader.home()

    def buyers(self, customer_ids: Collection[int] | None = None) -> dict[int, Buyer]:
        """Customers as policies see them."""
        return {one.customer_id: one for one in self._desk.reader.buyers(customer_ids)}

    def on_time(self, customer_ids: Collection[int], as_of: date) -> Mapping[int, int]:
        """Invoices each customer paid by their due date within the twelve months before a day."""
        return self._desk.reader.paid_on_time(customer_ids, as_of - timedelta(days=_YEAR), as_of)

    def called(self, customer_ids: Collection[int]) -> dict[int, tuple[str, str]]:
        """What customers are called: their short names, and their English ones where there are any."""
        found = self._desk.store.find(Customer, id=sorted(customer_ids)) if customer_ids else []
        return {one.id: (one.short_name or one.name, one.name_en) for one in found}

    def which(self, customer_id: int, shipped: date) -> Policy | None:
        """The policy a shipment to a customer falls under."""
        buyer = self.buyers([customer_id]).get(customer_id)
        return None if buyer is None else policy_for(self.all(), buyer, shipped)

    def limits_of(
        self, policy: Policy, customer_ids: Collection[int] | None, known_on: date
    ) -> dict[int, BuyerLimits]:
        """Buyers' limits under a policy as known on a day; only buyers with a decision stand in it."""
        by_customer: dict[int, list[LimitDecision]] = {}
        for one in self._desk.reader.decisions(customer_ids):
            if one.policy_id == policy.id:
                by_customer.setdefault(one.customer_id, []).append(one)
        return {row: limits_under(policy, told, known_on) for row, told in by_customer.items()}

    def in_force(self, customer_ids: Collection[int] | None, on: date) -> dict[int, LimitInForce]:
        """Each buyer's limit for a shipment of a day, under the policy it falls under."""
        policies = self.all()
        chosen = {
            row: policy
            for row, buyer in self.buyers(customer_ids).items()
            if (policy := policy_for(policies, buyer, on)) is not None
        }
        limits = {one.id: self.limits_of(one, customer_ids, on) for one in set_of(chosen.values())}
        found: dict[int, LimitInForce] = {}
        for row, policy in chosen.items():
            own = limits[policy.id].get(row)
            limit = own.in_force(on) if own is not None else None
            found[row] = LimitInForce(policy, limit, own.why_none(on) if own and limit is None else "")
        return found

    # -- decisions ------------------------------------------------------------------------------

    def decisions(self, customer_id: int | None = None, policy_id: int | None = None) -> list[LimitDecision]:
        """The history of decisions, the newest first."""
        ids = None if customer_id is None else [customer_id]
        found = [
            one for one in self._desk.reader.decisions(ids) if policy_id is None or one.policy_id == policy_id
        ]
        return found[::-1]

    def decisions_made(self, customer_ids: Collection[int] | None) -> Sequence[LimitDecision]:
        """Every decision on these customers (None: on all), in the order they were made."""
        return self._desk.reader.decisions(customer_ids)


def limits_under(policy: Policy, decisions: Sequence[LimitDecision], known_on: date) -> BuyerLimits:
    """One buyer's limits by a policy's own clauses."""
    terms = policy.terms
    return BuyerLimits(
        decisions,
        known_on=known_on,
        discretionary=terms.discretionary_limit,
        reduction_days=terms.reduction_days,
    )


def set_of(policies: Collection[Policy]) -> list[Policy]:
    """Each policy once."""
    found: Mapping[int, Policy] = {one.id: one for one in policies}
    return list(found.values())
