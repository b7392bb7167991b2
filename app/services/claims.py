"""Claims (赔案): opened for a buyer, documented, filed with a frozen calculation, paid, recovered."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.claim_state import (
    FROZEN,
    LIVE,
    WITH_INSURER,
    ClaimState,
    PaperKind,
    following,
    require_move,
    required_papers,
)
from app.domain.claim_trace import Calculation, calculated, parse, to_text
from app.domain.customer import Customer
from app.domain.document import Document, DocumentKind
from app.domain.indemnity import indemnity
from app.domain.insurance_deadline import claim_wait
from app.domain.insurance_record import Claim, ClaimEvent, ClaimInvoice, ClaimPaper, InsurerNotice
from app.domain.insured_loss import loss_of
from app.domain.money import Money
from app.domain.notice import told
from app.domain.policy import Cause, Frequency
from app.domain.policy_period import Policy, by_id
from app.domain.problem import DomainError
from app.services.claim_losses import ClaimLosses
from app.services.claim_money import DECIDED, ClaimDesk, name_of, part
from app.services.claim_papers import ClaimPapers
from app.services.claim_views import ClaimDetail, ClaimRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from app.domain.changes import ChangeSet
    from app.domain.indemnity import Used
    from app.services.cover_views import Covered
    from app.services.ports import UnitOfWork

__all__ = ["ClaimDesk", "ClaimService"]


class ClaimService(ClaimPapers, ClaimLosses):
    """Use cases on claims; one call one change set."""

    # -- reading --------------------------------------------------------------------------------

    def claims(self, customer_id: int | None = None, *, live_only: bool = False) -> list[ClaimRow]:
        """Claims, the newest first."""
        equals = {} if customer_id is None else {"customer_id": customer_id}
        found = [
            one
            for one in self._desk.store.find(Claim, **equals)
            if not live_only or ClaimState(one.state) in LIVE
        ]
        return sorted(self._rows(found), key=lambda row: (row.claim.opened_on, row.claim.id), reverse=True)

    def claim(self, claim_id: int) -> ClaimDetail:
        """One claim whole."""
        record = self._desk.store.get(Claim, claim_id)
        [row] = self._rows([record])
        events = sorted(
            self._desk.store.find(ClaimEvent, claim_id=claim_id), key=lambda one: (one.on, one.id)
        )
        recoveries = [one for one in events if one.kind == "recovery"]
        own = sum(part(one, "policyholder") for one in recoveries)
        return ClaimDetail(
            row,
            self._desk.store.find(ClaimPaper, claim_id=claim_id),
            events,
            self._calculation(row),
            tuple(sorted(following(row.state), key=list(ClaimState).index)),
            self._loss_day(record, row),
            sum(one.amount for one in recoveries),
            own,
            sum(part(one, "policyholder") for one in events if one.kind == "cost"),
            self.checklist(claim_id),
            self._waits_until(record, row) if self._waiting_days(record, row) else None,
        )

    def calculation(self, claim_id: int) -> Calculation:
        """The calculation: as frozen at filing, or as it would be today."""
        [row] = self._rows([self._desk.store.get(Claim, claim_id)])
        return self._calculation(row)

    def with_insurer(self, customer_ids: Collection[int] | None = None) -> dict[int, Claim]:
        """Customers about whom a claim is with the insurer, who has not consented to letters of our own."""
        equals = {} if customer_ids is None else {"customer_id": list(customer_ids)}
        return {
            one.customer_id: one
            for one in self._desk.store.find(Claim, **equals)
            if ClaimState(one.state) in WITH_INSURER and not one.own_letters_allowed
        }

    def _rows(self, claims: Sequence[Claim]) -> list[ClaimRow]:
        ids = [one.id for one in claims]
        policies = by_id(self._desk.policies.all())
        find = self._desk.store.find
        customers = {one.id: one for one in find(Customer, id=[one.customer_id for one in claims])}
        invoices: dict[int, list[int]] = defaultdict(list)
        for each in find(ClaimInvoice, claim_id=ids):
            invoices[each.claim_id].append(each.document_id)
        papers: dict[int, list[ClaimPaper]] = defaultdict(list)
        for paper in find(ClaimPaper, claim_id=ids):
            papers[paper.claim_id].append(paper)
        there = self.there(claims, [one for rows in papers.values() for one in rows])
        paid: dict[int, int] = defaultdict(int)
        for event in find(ClaimEvent, claim_id=ids, kind="payment"):
            paid[event.claim_id] += event.amount
        documents = {
            one.id: one for one in find(Document, id=[row for rows in invoices.values() for row in rows])
        }
        found = []
        for one in claims:
            owner = customers.get(one.customer_id)
            needed = [paper for paper in papers[one.id] if paper.required and paper.state != "waived"]
            found.append(
                ClaimRow(
                    one,
                    policies[one.policy_id],
                    owner.name if owner else "",
                    owner.name_en if owner else "",
                    tuple(invoices[one.id]),
                    sum(paper.id in there for paper in needed),
                    len(needed),
                    paid[one.id],
                    _sums(documents[row] for row in invoices[one.id] if row in documents),
                )
            )
        return found

    # -- opening --------------------------------------------------------------------------------

    def open(
        self,
        policy_id: int,
        customer_id: int,
        cause: Cause,
        *,
        documents: Collection[int] | None = None,
        loss_on: date | None = None,
    ) -> ChangeSet:
        """Open a claim about a buyer's overdue invoices under a policy, with the papers it needs.

        One claim at a time per policy and buyer; ``documents`` None takes every overdue invoice.
        """
        today = self._desk.clock.today()
        policy = self._desk.policies.policy(policy_id).policy
        if not policy.in_use:
            raise DomainError("claim.no_policy", number=policy.record.number)
        chosen = self._open_under(policy, customer_id, today)
        wanted = (
            set(documents)
            if documents is not None
            else {one.cover.item.document_id for one in chosen if one.cover.item.due < today}
        )
        ids = [one.cover.item.document_id for one in chosen if one.cover.item.document_id in wanted]
        if not ids or set(ids) != wanted:
            raise DomainError("claim.no_invoices", number=policy.record.number)
        with self._desk.store.write() as unit:
            customer = unit.get(Customer, customer_id)
            live = unit.find(Claim, policy_id=policy_id, customer_id=customer_id)
            if any(ClaimState(one.state) in LIVE for one in live):
                raise DomainError("claim.live", name=customer.name, number=policy.record.number)
            claim = Claim(
                policy_id,
                customer_id,
                cause.value,
                ClaimState.REPORTED.value,
                policy.record.currency,
                today,
                loss_on,
                payee=policy.terms.loss_payee,
            )
            claim_id = unit.add(claim)
            unit.add_all([ClaimInvoice(claim_id, document_id) for document_id in ids])
            abroad = (customer.country or self._desk.policies.home()) != self._desk.policies.home()
            declared = policy.terms.declaration is not Frequency.NONE
            kinds = required_papers(cause, export=abroad, declared=declared)
            unit.add_all([ClaimPaper(claim_id, kind.value) for kind in kinds])
            return unit.commit("claim.opened", name=customer.name)

    def _open_under(self, policy: Policy, customer_id: int, day: date) -> list[Covered]:
        book = self._desk.cover.of_customer(customer_id, day)
        return [one for one in book.items if one.policy is not None and one.policy.id == policy.id]

    def save(self, claim: Claim) -> ChangeSet:
        """Change what is said of a claim that is not filed yet: cause, days, reference, note, payee."""
        with self._desk.store.write() as unit:
            old = unit.get(Claim, claim.id)
            _require_open(old)
            if claim.cause not in set(Cause):
                raise DomainError("claim.unknown_cause", cause=claim.cause)
            kept = replace(
                claim, policy_id=old.policy_id, customer_id=old.customer_id, state=old.state, trace=old.trace
            )
            unit.replace(kept)
            return unit.commit("claim.changed", name=name_of(unit, old))

    def refer(self, claim_id: int, reference: str) -> ChangeSet:
        """Write down under which reference the insurer handles a claim; it comes after filing as a rule."""
        with self._desk.store.write() as unit:
            old = unit.get(Claim, claim_id)
            unit.replace(replace(old, reference=reference.strip()))
            return unit.commit("claim.changed", name=name_of(unit, old))

    def set_invoices(self, claim_id: int, document_ids: Collection[int]) -> ChangeSet:
        """Which invoices a claim that is not filed yet is about."""
        with self._desk.store.write() as unit:
            claim = unit.get(Claim, claim_id)
            _require_open(claim)
            if not document_ids:
                raise DomainError("claim.no_invoices", number="")
            for document_id in document_ids:
                document = unit.get(Document, document_id)
                if document.customer_id != claim.customer_id or document.kind is not DocumentKind.INVOICE:
                    raise DomainError("claim.foreign_invoice", number=document.number)
            held = {one.document_id: one.id for one in unit.find(ClaimInvoice, claim_id=claim_id)}
            unit.remove(ClaimInvoice, [row for one, row in held.items() if one not in document_ids])
            new = [ClaimInvoice(claim_id, one) for one in document_ids if one not in held]
            if new:
                unit.add_all(new)
            return unit.commit("claim.changed", name=name_of(unit, claim))

    # -- papers ---------------------------------------------------------------------------------

    def save_paper(self, paper: ClaimPaper) -> ChangeSet:
        """Add a document to the checklist, or say that it is there, missing or not needed.

        One that is waived needs a reason in its note.
        """
        if paper.kind not in set(PaperKind):
            raise DomainError("claim.unknown_paper", kind=paper.kind)
        if paper.state not in {"missing", "attached", "waived"}:
            raise DomainError("claim.unknown_paper", kind=paper.state)
        if paper.state == "waived" and not paper.note.strip():
            raise DomainError("claim.needs_reason")
        with self._desk.store.write() as unit:
            claim = unit.get(Claim, paper.claim_id)
            twins = unit.find(ClaimPaper, claim_id=paper.claim_id, kind=paper.kind)
            if paper.id:
                unit.replace(paper)
            elif twins:
                unit.replace(replace(paper, id=twins[0].id, version=twins[0].version))
            else:
                unit.add(paper)
            return unit.commit(
                "claim.paper", name=name_of(unit, claim), paper=(f"claim_paper.{paper.kind}", {})
            )

    # -- the way of a claim ---------------------------------------------------------------------

    def move(
        self, claim_id: int, to: ClaimState, on: date, *, reason: str = "", amount: int | None = None
    ) -> ChangeSet:
        """Bring a claim to its next state; filing freezes the calculation.

        ``amount`` (minor units) is what was approved, needed for an approval or a part of it.
        """
        detail = self.claim(claim_id) if to is ClaimState.FILED else None
        with self._desk.store.write() as unit:
            old = unit.get(Claim, claim_id)
            require_move(ClaimState(old.state), to, reason)
            self._require_order(unit, old, on)
            moved = replace(old, state=to.value, reason=reason.strip() or old.reason)
            if detail is not None:
                moved = self._filed(unit, moved, detail, on)
            if to in DECIDED:
                moved = replace(moved, approved=_approved(moved, to, amount))
            if to is ClaimState.DECLINED:
                moved = replace(moved, approved=0)
            unit.replace(moved)
            unit.add(ClaimEvent(claim_id, on, "state", to.value, amount or 0, reason=reason.strip()))
            return unit.commit("claim.moved", name=name_of(unit, old), state=(f"claim_state.{to}", {}))

    def _require_order(self, unit: UnitOfWork, claim: Claim, on: date) -> None:
        last = max((one.on for one in unit.find(ClaimEvent, claim_id=claim.id, kind="state")), default=None)
        if last is not None and on < last:
            raise DomainError("claim.before_last", on=on, last=last)

    def _filed(self, unit: UnitOfWork, claim: Claim, detail: ClaimDetail, on: date) -> Claim:
        calculation = detail.calculation
        if not calculation.covered:
            raise DomainError("claim.nothing_covered")
        for each in unit.find(ClaimInvoice, claim_id=claim.id):
            seen = next((one for one in calculation.invoices if one.document_id == each.document_id), None)
            if seen is not None:
                facts = {"open": seen.open, "insured": seen.insured, "covered": seen.covered}
                unit.replace(replace(each, facts=json.dumps(facts)))
        return replace(
            claim,
            filed_on=on,
            loss_on=detail.loss_on,
            trace=to_text(calculation),
            claimed=calculation.covered,
        )

    # -- calculating ----------------------------------------------------------------------------

    def _loss_day(self, claim: Claim, row: ClaimRow) -> date:
        """The day of loss: as entered, else the end of the waiting period, at the latest today."""
        if claim.loss_on is not None:
            return claim.loss_on
        today, waited = self._desk.clock.today(), self._waits_until(claim, row)
        return min(waited, today) if waited is not None else today

    def _waits_until(self, claim: Claim, row: ClaimRow) -> date | None:
        """The last day of the waiting period; None where nothing says from when it runs.

        It runs from the day the policy names; without days to wait it ends where it would begin.
        """
        documents = self._desk.store.find(Document, id=list(row.documents))
        due = min((one.due_date or one.doc_date for one in documents), default=None)
        if due is None:
            return None
        reported, days = self._reported(claim, documents), self._waiting_days(claim, row)
        return claim_wait(due, reported, row.policy.terms, days, claim.loss_on)

    def _waiting_days(self, claim: Claim, row: ClaimRow) -> int:
        return row.policy.terms.waiting(Cause(claim.cause), self._country(claim.customer_id))

    def _reported(self, claim: Claim, documents: Sequence[Document]) -> date:
        """When the insurer was first told of an invoice of a claim; without a notice, when it was opened."""
        notices = self._desk.store.find(
            InsurerNotice, policy_id=claim.policy_id, customer_id=claim.customer_id
        )
        sent = (
            one.sent_on
            for one in notices
            if one.sent_on is not None and any(told([one], each.id, each.doc_date) for each in documents)
        )
        return min(sent, default=claim.opened_on)

    def _calculation(self, row: ClaimRow) -> Calculation:
        claim, policy = row.claim, row.policy
        if claim.trace and row.state in FROZEN:
            return parse(claim.trace)
        day = self._loss_day(claim, row)
        found = [
            one
            for one in self._open_under(policy, claim.customer_id, day)
            if one.cover.item.document_id in row.documents
        ]
        covers = [one.cover for one in found]
        loss = loss_of(
            covers,
            policy.terms,
            cause=Cause(claim.cause),
            country=self._country(claim.customer_id),
            decided=Decimal(claim.reduced_pct) if claim.reduced_pct else None,
        )
        made = indemnity(loss, policy.terms, self._used(policy, claim))
        missing = {one.cover.item.currency for one in found if one.cover.item.rate is None}
        return calculated(covers, made, as_of=day, currency=policy.record.currency, missing=sorted(missing))

    def _country(self, customer_id: int) -> str:
        buyer = self._desk.policies.buyers([customer_id]).get(customer_id)
        return buyer.country if buyer is not None else ""

    def _used(self, policy: Policy, claim: Claim) -> Used:
        """What other claims of the policy consumed by today."""
        return self._desk.cover.used(policy.id, self._desk.clock.today(), without=claim.id)


def _require_open(claim: Claim) -> None:
    if ClaimState(claim.state) in FROZEN or claim.state == ClaimState.WITHDRAWN:
        raise DomainError("claim.is_filed")


def _approved(claim: Claim, to: ClaimState, amount: int | None) -> int:
    expected = parse(claim.trace).payable if claim.trace else claim.claimed
    if amount is None or amount <= 0 or amount > claim.claimed:
        raise DomainError("claim.bad_approval", claimed=str(Money(claim.claimed, claim.currency)))
    if to is ClaimState.APPROVED and amount < expected:
        raise DomainError("claim.is_partial", expected=str(Money(expected, claim.currency)))
    return amount


def _sums(documents: Iterable[Document]) -> tuple[Money, ...]:
    sums: dict[str, int] = defaultdict(int)
    for one in documents:
        sums[one.currency] += one.open
    return tuple(Money(minor, currency) for currency, minor in sums.items())
