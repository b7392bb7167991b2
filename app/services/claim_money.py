"""What a claim brings and costs: payments, recoveries by the policy's rule, costs, objections, consent."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.claim_state import ClaimState, require_move
from app.domain.claim_trace import Calculation, parse
from app.domain.customer import Customer
from app.domain.insurance_record import Claim, ClaimEvent
from app.domain.money import Money
from app.domain.policy_period import by_id
from app.domain.problem import DomainError
from app.domain.recovery import Debt, cost_shares, share

if TYPE_CHECKING:
    from datetime import date

    from app.domain.changes import ChangeSet
    from app.domain.clock import Clock
    from app.services.claim_ports import ClaimFiles
    from app.services.cover import CoverService
    from app.services.policies import PolicyService
    from app.services.ports import Store, UnitOfWork

DECIDED = frozenset({ClaimState.APPROVED, ClaimState.PARTIAL})


@dataclass(frozen=True, slots=True)
class ClaimDesk:
    """The company file and the services beside it."""

    store: Store
    policies: PolicyService
    cover: CoverService
    clock: Clock
    files: ClaimFiles


class ClaimMoney:
    """The part of the claim service that deals with money after filing; one call one change set."""

    def __init__(self, desk: ClaimDesk) -> None:
        self._desk = desk

    def pay(self, claim_id: int, on: date, amount: int, payee: str = "") -> ChangeSet:
        """The insurer paid; minor units. With all of what was approved paid the claim is paid."""
        with self._desk.store.write() as unit:
            old = unit.get(Claim, claim_id)
            if ClaimState(old.state) not in {*DECIDED, ClaimState.PAID, ClaimState.RECOVERY}:
                raise DomainError("claim.not_approved")
            paid = sum(one.amount for one in unit.find(ClaimEvent, claim_id=claim_id, kind="payment"))
            if amount <= 0 or paid + amount > (old.approved or 0):
                left = Money((old.approved or 0) - paid, old.currency)
                raise DomainError(
                    "claim.bad_payment", amount=str(Money(amount, old.currency)), left=str(left)
                )
            whom = payee.strip() or old.payee
            if old.payee and whom != old.payee:
                raise DomainError("claim.wrong_payee", payee=old.payee)
            unit.add(ClaimEvent(claim_id, on, "payment", "", amount, payee=whom))
            if paid + amount == (old.approved or 0) and ClaimState(old.state) in DECIDED:
                unit.replace(replace(old, state=ClaimState.PAID.value))
                unit.add(ClaimEvent(claim_id, on, "state", ClaimState.PAID.value))
            money = str(Money(amount, old.currency))
            return unit.commit("claim.payment", name=name_of(unit, old), amount=money)

    def cost(self, claim_id: int, on: date, amount: int, entrusted: int = 0, reason: str = "") -> ChangeSet:
        """Costs of recovering the debt, and our share of them; minor units.

        ``entrusted`` is what was handed to the insurer for recovery: after payment it divides the costs.
        """
        with self._desk.store.write() as unit:
            old = unit.get(Claim, claim_id)
            calculation = _frozen(old)
            paid = sum(one.amount for one in unit.find(ClaimEvent, claim_id=claim_id, kind="payment"))
            handed = entrusted or calculation.owed
            if amount <= 0 or entrusted < 0 or handed < 0:
                raise DomainError("recovery.bad_costs", debt=str(Money(handed, old.currency)))
            pct = calculation.pct or Decimal(0)
            split = cost_shares(amount, pct=pct, paid=paid, entrusted=handed if paid else 0)
            text = _split(split.insurer, split.policyholder)
            unit.add(ClaimEvent(claim_id, on, "cost", "", amount, split=text, reason=reason.strip()))
            money = str(Money(amount, old.currency))
            return unit.commit("claim.cost", name=name_of(unit, old), amount=money)

    def recover(
        self, claim_id: int, on: date, gross: int, costs: int = 0, document_id: int | None = None
    ) -> ChangeSet:
        """Money that came in after the loss, divided by the policy's rule; minor units of its currency."""
        policies = by_id(self._desk.policies.all())
        with self._desk.store.write() as unit:
            old = unit.get(Claim, claim_id)
            calculation = _frozen(old)
            paid = sum(one.amount for one in unit.find(ClaimEvent, claim_id=claim_id, kind="payment"))
            before = unit.find(ClaimEvent, claim_id=claim_id, kind="recovery")
            terms = policies[old.policy_id].terms
            debts = [Debt(one.number, one.due, one.owed, one.covered) for one in calculation.invoices]
            if not 0 <= costs <= gross:
                raise DomainError("recovery.bad_amount", gross=gross, costs=costs)
            whole = sum(one.amount - one.costs for one in before)
            told = share(
                terms.recovery_rule,
                whole + gross,
                costs=costs,
                paid=paid,
                debts=debts,
                pct=calculation.pct or terms.insured_pct,
            )
            # Shares are reckoned on all that came in so far, so that parts of a sum end where the sum does;
            # what came in before the insurer paid is made up for out of what comes in later.
            owed = told.insurer - sum(part(one, "insurer") for one in before)
            insurer = min(max(0, owed), gross - costs)
            own = gross - costs - insurer
            unit.add(
                ClaimEvent(
                    claim_id,
                    on,
                    "recovery",
                    "",
                    gross,
                    costs,
                    split=_split(insurer, own),
                    document_id=document_id,
                )
            )
            if ClaimState(old.state) is ClaimState.PAID:
                unit.replace(replace(old, state=ClaimState.RECOVERY.value))
                unit.add(ClaimEvent(claim_id, on, "state", ClaimState.RECOVERY.value))
            money = str(Money(gross, old.currency))
            return unit.commit("claim.recovery", name=name_of(unit, old), amount=money)

    def object(self, claim_id: int, on: date, reason: str) -> ChangeSet:
        """Object to what the insurer decided; the claim is assessed again."""
        if not reason.strip():
            raise DomainError("claim.needs_reason")
        with self._desk.store.write() as unit:
            old = unit.get(Claim, claim_id)
            require_move(ClaimState(old.state), ClaimState.ASSESSING)
            unit.replace(replace(old, state=ClaimState.ASSESSING.value))
            unit.add(ClaimEvent(claim_id, on, "objection", ClaimState.ASSESSING.value, reason=reason.strip()))
            return unit.commit("claim.objection", name=name_of(unit, old))

    def consent(self, claim_id: int, on: date, *, allowed: bool, reason: str = "") -> ChangeSet:
        """Whether the insurer lets us write to the buyer ourselves."""
        with self._desk.store.write() as unit:
            old = unit.get(Claim, claim_id)
            unit.replace(replace(old, own_letters_allowed=allowed))
            unit.add(ClaimEvent(claim_id, on, "consent", "yes" if allowed else "no", reason=reason.strip()))
            return unit.commit("claim.consent", name=name_of(unit, old))

    def note(self, claim_id: int, on: date, text: str) -> ChangeSet:
        """Write something down about a claim."""
        if not text.strip():
            raise DomainError("claim.needs_reason")
        with self._desk.store.write() as unit:
            old = unit.get(Claim, claim_id)
            unit.add(ClaimEvent(claim_id, on, "note", reason=text.strip()))
            return unit.commit("claim.noted", name=name_of(unit, old))


def _frozen(claim: Claim) -> Calculation:
    if not claim.trace:
        raise DomainError("claim.not_filed")
    return parse(claim.trace)


def _split(insurer: int, own: int) -> str:
    return json.dumps({"insurer": insurer, "policyholder": own})


def part(event: ClaimEvent, whose: str) -> int:
    """One side's share of a recovery or of costs, minor units."""
    return int(json.loads(event.split or "{}").get(whose, 0))


def name_of(unit: UnitOfWork, claim: Claim) -> str:
    """Whom a claim is about."""
    return unit.get(Customer, claim.customer_id).name
