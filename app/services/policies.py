"""Insurance policies and buyer limits: what is agreed, what was decided, which policy a shipment is under."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.buyer_limit import require_sound as require_decision
from app.domain.customer import Customer
from app.domain.document import Document
from app.domain.insurance_record import InsurancePolicy, LimitDecision, Shipment, ShipmentStop
from app.domain.policy_period import PolicyState, require_sound
from app.domain.policy_text import parse, to_text
from app.domain.problem import DomainError
from app.services.limit_lists import LimitLists
from app.services.limit_reviewing import LimitReviews
from app.services.policy_book import limits_under, set_of
from app.services.policy_shapes import PolicyShapes
from app.services.policy_views import LimitInForce, PolicyDesk, PolicyReader, PolicyView

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.domain.changes import ChangeSet
    from app.domain.policy import PolicyTerms
    from app.services.ports import UnitOfWork

__all__ = [
    "LimitInForce",
    "PolicyDesk",
    "PolicyReader",
    "PolicyService",
    "PolicyView",
    "limits_under",
    "set_of",
]


class PolicyService(PolicyShapes, LimitLists, LimitReviews):
    """Use cases on policies and buyer limits; one call one change set."""

    # -- policies -------------------------------------------------------------------------------

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
            terms = to_text(replace(parse(old.terms), unchecked=()))
            unit.replace(replace(old, state=PolicyState.ACTIVE.value, checked_on=on, terms=terms))
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

    # -- decisions ------------------------------------------------------------------------------

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


def _require_shipment(unit: UnitOfWork, shipment: Shipment) -> None:
    document = unit.get(Document, shipment.document_id)
    if shipment.vat is not None and not 0 <= shipment.vat <= document.amount:
        raise DomainError("shipment.bad_vat", number=document.number)
