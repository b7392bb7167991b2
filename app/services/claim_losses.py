"""What of a claim's debt the firm bears: written off once the insurer paid, the indemnity in the ledger."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.claim_share import Borne, borne
from app.domain.claim_state import ClaimState
from app.domain.claim_trace import parse
from app.domain.document import Document, DocumentKind
from app.domain.insurance_record import Claim, ClaimEvent
from app.domain.money import Money
from app.domain.problem import DomainError
from app.domain.write_off import WriteOffReason
from app.services.claim_money import ClaimMoney, name_of, part
from app.services.reversal import left_to_take_back
from app.services.settling import left_open, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from app.domain.changes import ChangeSet
    from app.services.claim_views import ClaimDetail
    from app.services.ports import UnitOfWork

_OVER = frozenset({ClaimState.PAID, ClaimState.RECOVERY, ClaimState.CLOSED, ClaimState.DECLINED})
"""States in which it is known what is left to us."""


@dataclass(frozen=True, slots=True)
class LossPart:
    """One invoice of a claim: what is open of it now, and the write-off proposed; minor units of it."""

    document_id: int
    number: str
    currency: str
    open: int
    proposed: int


@dataclass(frozen=True, slots=True)
class LossProposal:
    """What the firm bears of a claim, in the policy's currency, and the write-offs proposed for it.

    ``debt`` was owed at the day of loss after set-off, ``paid`` by the insurer, ``recovered`` is our part
    of recoveries.
    """

    claim: Claim
    debt: int
    paid: int
    recovered: int
    parts: tuple[LossPart, ...]

    @property
    def borne(self) -> int:
        """What is left to us; the amount to provide for until it is written off."""
        return max(0, self.debt - self.paid - self.recovered)


class ClaimLosses(ClaimMoney):
    """The part of the claim service that brings a claim's outcome into the ledger."""

    claim: Callable[[int], ClaimDetail]

    def loss(self, claim_id: int) -> LossProposal:
        """What we bear of a claim by now, and what of each invoice to write off for it.

        Before the insurer decided, the expected indemnity stands for the payment.
        """
        detail = self.claim(claim_id)
        claim, calculation = detail.row.claim, detail.calculation
        over = ClaimState(claim.state) in _OVER
        expected = calculation.payable if claim.approved is None else claim.approved
        paid = detail.row.paid if over else max(detail.row.paid, expected)
        parts = borne(calculation.invoices, paid)
        documents = {
            one.id: one for one in self._desk.store.find(Document, id=[one.document_id for one in parts])
        }
        found = tuple(_part(one, documents[one.document_id]) for one in parts if one.document_id in documents)
        return LossProposal(claim, sum(one.debt for one in parts), paid, detail.own_recovered, found)

    def write_off(
        self,
        claim_id: int,
        on: date,
        *,
        amounts: Mapping[int, int] | None = None,
        note: str = "",
        approved_by: str = "",
    ) -> ChangeSet:
        """Write off what we bear once the insurer paid or refused: one write-off per invoice, in one step.

        ``amounts`` (minor units by invoice) stand for what is proposed. Each is linked to the claim.
        """
        proposal = self.loss(claim_id)
        if ClaimState(proposal.claim.state) not in _OVER:
            raise DomainError("claim.not_settled")
        wanted = (
            {one.document_id: one.proposed for one in proposal.parts} if amounts is None else dict(amounts)
        )
        if not any(wanted.values()) or not wanted.keys() <= {one.document_id for one in proposal.parts}:
            raise DomainError("claim.nothing_to_write_off")
        policies = self._desk.policies.policy(proposal.claim.policy_id).policy
        said = note.strip() or f"{policies.record.insurer} {policies.record.number}-{claim_id}"
        ledger = self._desk.files.ledger()
        with self._desk.store.write() as unit:
            claim = unit.get(Claim, claim_id)
            for document_id, amount in wanted.items():
                if not amount:
                    continue
                given = ledger.write_off_within(
                    unit,
                    document_id,
                    amount,
                    on,
                    said,
                    reason=WriteOffReason.BAD_DEBT,
                    approved_by=approved_by,
                )
                unit.add(_linked(claim_id, on, "write_off", given, claim.currency))
            return unit.commit("claim.written_off", name=name_of(unit, claim))

    def book_payment(self, event_id: int, number: str = "") -> ChangeSet:
        """Enter the insurer's payment as a receipt on the buyer's account, set against the claim's invoices.

        Each invoice gets its part by what was covered of it; what is paid already stays on account.
        """
        event = self._desk.store.get(ClaimEvent, event_id)
        if event.kind != "payment":
            raise DomainError("claim.not_approved")
        if event.document_id is not None:
            raise DomainError("claim.booked_already")
        old = self._desk.store.get(Claim, event.claim_id)
        invoices = parse(old.trace).invoices
        if {one.currency for one in invoices} != {old.currency}:
            raise DomainError("claim.other_currency", currency=old.currency)
        policy = self._desk.policies.policy(old.policy_id).policy
        ledger = self._desk.files.ledger()
        shares = {one.document_id: one.paid for one in borne(invoices, event.amount)}
        with self._desk.store.write() as unit:
            draft = Document(
                old.customer_id,
                DocumentKind.RECEIPT,
                number,
                event.on,
                old.currency,
                event.amount,
                reference=f"{policy.record.number}-{old.id}",
                note=event.payee or policy.record.insurer,
            )
            stored = ledger.enter_within(unit, draft)
            for document_id, share in shares.items():
                invoice = unit.get(Document, document_id)
                amount = min(share, left_open(unit, invoice))
                if amount > 0:
                    settle(unit, stored, invoice, amount)
            unit.replace(replace(event, document_id=stored.id))
            money = str(Money(event.amount, old.currency))
            return unit.commit("claim.booked", name=name_of(unit, old), amount=money)

    def book_recovery(self, event_id: int, number: str = "") -> ChangeSet:
        """Enter our part of a recovery: a receipt that takes back what was written off for the claim."""
        event = self._desk.store.get(ClaimEvent, event_id)
        if event.kind != "recovery":
            raise DomainError("claim.not_money")
        if event.document_id is not None:
            raise DomainError("claim.booked_already")
        ours = part(event, "policyholder")
        with self._desk.store.write() as unit:
            old = unit.get(Claim, event.claim_id)
            shares = _written_off(unit, event.claim_id, ours)
            if not shares or sum(amount for _, amount in shares) != ours:
                raise DomainError("claim.no_write_off")
            draft = Document(old.customer_id, DocumentKind.RECEIPT, number, event.on, old.currency, ours)
            stored = self._desk.files.collection().recover_within(unit, shares, event.on, draft)
            unit.replace(replace(event, document_id=stored.id))
            money = str(Money(ours, old.currency))
            return unit.commit("claim.booked", name=name_of(unit, old), amount=money)

    def link_receipt(self, event_id: int, document_id: int | None) -> ChangeSet:
        """Say which receipt of the ledger a payment or recovery came in by; None takes the link away."""
        with self._desk.store.write() as unit:
            event = unit.get(ClaimEvent, event_id)
            claim = unit.get(Claim, event.claim_id)
            if event.kind not in {"payment", "recovery"}:
                raise DomainError("claim.not_money")
            if document_id is not None:
                receipt = unit.get(Document, document_id)
                if receipt.kind is not DocumentKind.RECEIPT:
                    raise DomainError("claim.not_a_receipt", number=receipt.number)
            unit.replace(replace(event, document_id=document_id))
            return unit.commit("claim.linked", name=name_of(unit, claim))


def _written_off(unit: UnitOfWork, claim_id: int, most: int) -> list[tuple[int, int]]:
    """Write-offs of a claim that can still be taken back, the oldest first, up to an amount."""
    found, left = [], most
    for event in sorted(unit.find(ClaimEvent, claim_id=claim_id, kind="write_off"), key=lambda one: one.id):
        given = unit.find(Document, id=event.document_id) if event.document_id else []
        for one in given:
            amount = min(left, left_to_take_back(unit, one))
            if amount > 0:
                found.append((one.id, amount))
                left -= amount
    return found


def _part(one: Borne, document: Document) -> LossPart:
    """What we bear of an invoice in its own currency, never more than is open of it."""
    own = one.own if one.debt == one.open else one.open * one.own // one.debt if one.debt else 0
    return LossPart(document.id, document.number, document.currency, document.open, min(own, document.open))


def _linked(claim_id: int, on: date, kind: str, document: Document, currency: str) -> ClaimEvent:
    """The claim's own note of a document made for it; of another currency the amount stands there only."""
    amount = document.amount if document.currency == currency else 0
    return ClaimEvent(claim_id, on, kind, amount=amount, document_id=document.id)
