"""Insurance policies and buyer limits: what is agreed, what was decided, which policy a shipment is under."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from app.domain.buyer_limit import BuyerLimits, InForce
from app.domain.buyer_limit import require_sound as require_decision
from app.domain.customer import Customer
from app.domain.document import Document
from app.domain.insurance_record import InsurancePolicy, LimitDecision, Shipment, ShipmentStop
from app.domain.policy_period import Buyer, Policy, PolicyState, policy_for, require_sound
from app.domain.policy_text import parse, to_text
from app.domain.problem import DomainError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from app.domain.changes import ChangeSet
    from app.domain.clock import Clock
    from app.domain.policy import PolicyTerms
    from app.services.ports import Store, UnitOfWork


class PolicyReader(Protocol):
    """What is read of the company file beside the rows themselves."""

    def home(self) -> str:
        """The company's own country."""

    def buyers(self, customer_ids: Collection[int] | None) -> Sequence[Buyer]:
        """These customers (None: all) as policies see them, with the policies that name them."""

    def decisions(self, customer_ids: Collection[int] | None) -> Sequence[LimitDecision]:
        """Live decisions on these customers (None: on all), in the order they were made."""


@dataclass(frozen=True, slots=True)
class PolicyDesk:
    """The company file, what is read of it, and today."""

    store: Store
    reader: PolicyReader
    clock: Clock


@dataclass(frozen=True, slots=True)
class PolicyView:
    """A policy, how it stands today, and its neighbours in the line of renewals."""

    policy: Policy
    state: PolicyState
    previous: Policy | None = None
    following: Policy | None = None


@dataclass(frozen=True, slots=True)
class LimitInForce:
    """A buyer's limit on a day and the policy it stands under; ``why_none`` where there is no limit."""

    policy: Policy
    limit: InForce | None
    why_none: str = ""


class PolicyService:
    """Use cases on policies and buyer limits; one call one change set."""

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

    def save(self, record: InsurancePolicy, terms: PolicyTerms) -> ChangeSet:
        """Keep a policy, new or edited, with its clauses."""
        clean = replace(
            record,
            **{name: getattr(record, name).strip() for name in ("insurer", "number", "product", "holder")},
            terms=to_text(terms),
        )
        require_sound(clean)
        with self._desk.store.write() as unit:
            self._require_free(unit, clean)
            if clean.id:
                unit.replace(clean)
                return unit.commit("policy.changed", number=clean.number)
            unit.add(clean)
            return unit.commit("policy.added", number=clean.number)

    def activate(self, policy_id: int, checked_on: date | None = None) -> ChangeSet:
        """Put a draft into force: somebody compared it with the paper (on ``checked_on``, or today)."""
        on = checked_on or self._desk.clock.today()
        with self._desk.store.write() as unit:
            old = unit.get(InsurancePolicy, policy_id)
            unit.replace(replace(old, state=PolicyState.ACTIVE.value, checked_on=on))
            return unit.commit("policy.activated", number=old.number)

    def cancel(self, policy_id: int, on: date, note: str = "") -> ChangeSet:
        """End a policy before its time; ``on`` is its last day."""
        with self._desk.store.write() as unit:
            old = unit.get(InsurancePolicy, policy_id)
            ended = replace(old, state=PolicyState.CANCELLED.value, ended_on=on, note=note or old.note)
            require_sound(ended)
            unit.replace(ended)
            return unit.commit("policy.cancelled", number=old.number, on=on.isoformat())

    def annul(self, policy_id: int, note: str) -> ChangeSet:
        """Take a policy back as if it had never been; the reason stays with it."""
        if not note.strip():
            raise DomainError("policy.needs_reason")
        with self._desk.store.write() as unit:
            old = unit.get(InsurancePolicy, policy_id)
            unit.replace(replace(old, state=PolicyState.ANNULLED.value, note=note.strip()))
            return unit.commit("policy.annulled", number=old.number)

    def remove(self, policy_id: int) -> ChangeSet:
        """Put a draft nothing refers to into the bin."""
        with self._desk.store.write() as unit:
            old = unit.get(InsurancePolicy, policy_id)
            if old.state != PolicyState.DRAFT or unit.find(LimitDecision, policy_id=policy_id):
                raise DomainError("policy.in_use", number=old.number)
            unit.remove(InsurancePolicy, [policy_id])
            return unit.commit("policy.removed", number=old.number)

    def _require_free(self, unit: UnitOfWork, record: InsurancePolicy) -> None:
        twins = unit.find(InsurancePolicy, insurer=record.insurer, number=record.number)
        if any(one.id != record.id and one.start == record.start for one in twins):
            raise DomainError("policy.twice", insurer=record.insurer, number=record.number)

    # -- which policy, which limit --------------------------------------------------------------

    def home(self) -> str:
        """The company's own country: its working days count, and what leaves it is exported."""
        return self._desk.reader.home()

    def buyers(self, customer_ids: Collection[int] | None = None) -> dict[int, Buyer]:
        """Customers as policies see them."""
        return {one.customer_id: one for one in self._desk.reader.buyers(customer_ids)}

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

    def decide(self, decision: LimitDecision) -> ChangeSet:
        """Add a decision to the history; the ones before it stay as they were."""
        with self._desk.store.write() as unit:
            policy = unit.get(InsurancePolicy, decision.policy_id)
            clean = replace(decision, currency=policy.currency, id=0, version=0)
            require_decision(clean, start=policy.start, end=policy.end)
            name = unit.get(Customer, clean.customer_id).name
            unit.add(clean)
            return unit.commit(
                "buyer_limit.decided", name=name, outcome=(f"limit_outcome.{clean.outcome}", {})
            )

    # -- stops and shipments --------------------------------------------------------------------

    def stops(self, customer_id: int | None = None) -> list[ShipmentStop]:
        """Stops entered by hand or by an insurer's reply, the newest first."""
        equals = {} if customer_id is None else {"customer_id": customer_id}
        return sorted(
            self._desk.store.find(ShipmentStop, **equals), key=lambda one: (one.start, one.id), reverse=True
        )

    def stop(self, stop: ShipmentStop) -> ChangeSet:
        """No shipment after that day is insured until the stop is lifted."""
        with self._desk.store.write() as unit:
            name = unit.get(Customer, stop.customer_id).name
            running = unit.find(ShipmentStop, customer_id=stop.customer_id, policy_id=stop.policy_id)
            if any(one.lifted is None for one in running):
                raise DomainError("shipment_stop.running", name=name)
            unit.add(replace(stop, id=0, version=0))
            return unit.commit("shipment_stop.set", name=name)

    def lift(self, stop_id: int, on: date, note: str = "") -> ChangeSet:
        """Ship again: ``on`` is the last day of the stop."""
        with self._desk.store.write() as unit:
            old = unit.get(ShipmentStop, stop_id)
            if on < old.start:
                raise DomainError("shipment_stop.lifted_before", start=old.start, on=on)
            unit.replace(replace(old, lifted=on, note=note or old.note))
            return unit.commit("shipment_stop.lifted", name=unit.get(Customer, old.customer_id).name)

    def shipment(self, document_id: int) -> Shipment:
        """What is known of an invoice's shipment; an empty one where nothing is."""
        found = self._desk.store.find(Shipment, document_id=document_id)
        return found[0] if found else Shipment(document_id)

    def save_shipments(self, shipments: Sequence[Shipment]) -> ChangeSet:
        """Keep what is known of invoices' shipments; one row per invoice."""
        with self._desk.store.write() as unit:
            known = {
                one.document_id: one
                for one in unit.find(Shipment, document_id=[each.document_id for each in shipments])
            }
            for each in shipments:
                _require_shipment(unit, each)
                old = known.get(each.document_id)
                if old is None:
                    unit.add(replace(each, id=0, version=0))
                else:
                    unit.replace(replace(each, id=old.id, version=old.version))
            return unit.commit("shipment.saved", n=len(shipments))


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


def _require_shipment(unit: UnitOfWork, shipment: Shipment) -> None:
    document = unit.get(Document, shipment.document_id)
    if shipment.vat is not None and not 0 <= shipment.vat <= document.amount:
        raise DomainError("shipment.bad_vat", number=document.number)
