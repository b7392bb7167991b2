"""Whether what insurers were told and paid still adds up: clauses, declarations, calculations, shares."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

from app.domain.claim_state import FROZEN, ClaimState
from app.domain.claim_sums import fault_of
from app.domain.claim_trace import parse
from app.domain.customer import Customer
from app.domain.declaration import parse as parse_lines
from app.domain.insurance_record import Claim, ClaimEvent, Declaration, InsurancePolicy
from app.domain.money import Money
from app.domain.policy_text import parse as parse_terms
from app.domain.problem import DomainError
from app.services.check import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.services.check import Check
    from app.services.ports import Store

_MOST = 50
"""Of one kind of finding so many are named."""
_SHARED = frozenset({"recovery", "cost"})


class InsuranceCheck:
    """Reads again what was written for good."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def checks(self) -> dict[str, Check]:
        """Every check by its code."""
        return {
            "check.policy_lost": lambda: list(islice(self._policies(), _MOST)),
            "check.declared_sum": lambda: list(islice(self._declarations(), _MOST)),
            "check.claim_trace": lambda: list(islice(self._claims(), _MOST)),
            "check.claim_split": lambda: list(islice(self._events(), _MOST)),
        }

    def _policies(self) -> Iterator[Finding]:
        """Policies whose clauses nobody can read."""
        for one in self._store.find(InsurancePolicy):
            try:
                parse_terms(one.terms)
            except DomainError as problem:
                why = (problem.code, problem.params)
                params = {"policy": one.number, "why": why}
                yield Finding("check.policy_lost", params, "insurance_policy", one.id)

    def _declarations(self) -> Iterator[Finding]:
        """Declarations whose lines do not make up their turnover."""
        policies = {one.id: one.number for one in self._store.find(InsurancePolicy)}
        for one in self._store.find(Declaration):
            try:
                lines: int | None = sum(line.amount for line in parse_lines(one.lines))
            except (DomainError, TypeError):
                lines = None
            if lines != one.turnover:
                params = {
                    "policy": policies.get(one.policy_id, ""),
                    "day": one.start,
                    "turnover": Money(one.turnover, one.currency),
                    "lines": Money(lines or 0, one.currency),
                }
                yield Finding("check.declared_sum", params, "declaration", one.id)

    def _claims(self) -> Iterator[Finding]:
        """Filed claims whose calculation is gone, unreadable, or does not add up."""
        names = self._names()
        for one in self._store.find(Claim):
            if not one.trace and ClaimState(one.state) not in FROZEN:
                continue
            params = {"customer": names.get(one.customer_id, ""), "day": one.opened_on}
            try:
                fault = fault_of(parse(one.trace), one.claimed)
            except DomainError:
                yield Finding("check.claim_trace_lost", params, "claim", one.id)
                continue
            if fault is not None:
                what: tuple[str, dict[str, object]] = (f"trace_fault.{fault}", {})
                yield Finding("check.claim_trace", params | {"what": what}, "claim", one.id)

    def _events(self) -> Iterator[Finding]:
        """Recoveries and costs whose shares do not make up the sum, to the minor unit."""
        claims = {one.id: one for one in self._store.find(Claim)}
        names = self._names()
        for one in self._store.find(ClaimEvent, kind=sorted(_SHARED)):
            owner = claims.get(one.claim_id)
            if owner is None or _shares(one) == one.amount - one.costs:
                continue
            params = {
                "customer": names.get(owner.customer_id, ""),
                "day": one.on,
                "amount": Money(one.amount - one.costs, owner.currency),
            }
            yield Finding("check.claim_split", params, "claim_event", one.id)

    def _names(self) -> dict[int, str]:
        return {one.id: one.name for one in self._store.find(Customer, deleted=[False, True])}


def _shares(event: ClaimEvent) -> int | None:
    """What both sides got together, minor units; None where nobody can read it."""
    try:
        split = json.loads(event.split)
        insurer, own = split["insurer"], split["policyholder"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return insurer + own if isinstance(insurer, int) and isinstance(own, int) else None
