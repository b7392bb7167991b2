"""Joining two customers: what insurers decided about the kept one goes on to hold, claims stay whole."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.claim_state import LIVE, ClaimState
from app.domain.insurance_record import Claim, InsurancePolicy, InsurerNotice, LimitDecision, ShipmentStop
from app.domain.policy_text import parse, to_text
from app.domain.problem import DomainError

if TYPE_CHECKING:
    from app.domain.customer import Customer
    from app.services.ports import UnitOfWork

Transferred = LimitDecision | ShipmentStop | InsurerNotice | Claim

TRANSFERRED: tuple[type[Transferred], ...] = (LimitDecision, ShipmentStop, InsurerNotice, Claim)
"""What is kept about a customer towards the insurers."""
_ASKED = "requested"


def prepare(uow: UnitOfWork, keep: Customer, lose: Customer) -> None:
    """Before the rows of ``lose`` move to ``keep``: refuse two claims going on, leave one limit and stop."""
    _require_one_claim(uow, keep, lose)
    _drop_decisions(uow, keep.id, lose.id)
    _join_stops(uow, keep.id, lose.id)
    _rename_excluded(uow, keep.id, lose.id)


def _require_one_claim(uow: UnitOfWork, keep: Customer, lose: Customer) -> None:
    """A policy bears one claim per buyer at a time; a filed one cannot be thrown away."""
    live = [
        {one.policy_id for one in uow.find(Claim, customer_id=who.id) if ClaimState(one.state) in LIVE}
        for who in (keep, lose)
    ]
    for policy_id in live[0] & live[1]:
        number = uow.get(InsurancePolicy, policy_id).number
        raise DomainError("customer.merge_claims", keep=keep.name, lose=lose.name, number=number)


def _drop_decisions(uow: UnitOfWork, keep: int, lose: int) -> None:
    """Where a policy says something of the kept one, that is its history; the other's goes to the bin."""
    decided = {one.policy_id for one in uow.find(LimitDecision, customer_id=keep) if one.outcome != _ASKED}
    theirs = uow.find(LimitDecision, customer_id=lose)
    uow.remove(LimitDecision, [one.id for one in theirs if one.policy_id in decided])


def _join_stops(uow: UnitOfWork, keep: int, lose: int) -> None:
    """Of two stops that run under a policy the earlier day holds."""
    running: dict[int, list[ShipmentStop]] = defaultdict(list)
    for customer_id in (keep, lose):
        for one in uow.find(ShipmentStop, customer_id=customer_id):
            if one.lifted is None:
                running[one.policy_id].append(one)
    for stops in running.values():
        first, *rest = stops
        start = min(one.start for one in stops)
        if start < first.start:
            uow.replace(replace(first, start=start))
        uow.remove(ShipmentStop, [one.id for one in rest])


def _rename_excluded(uow: UnitOfWork, keep: int, lose: int) -> None:
    """Who was excluded by name stays excluded."""
    for policy in uow.find(InsurancePolicy):
        terms = parse(policy.terms)
        if lose in terms.excluded_buyers:
            others = [one for one in terms.excluded_buyers if one not in {keep, lose}]
            uow.replace(replace(policy, terms=to_text(replace(terms, excluded_buyers=(*others, keep)))))
