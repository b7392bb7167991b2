"""Payment plans: agreed, signed, judged and ended; the due dates of the invoices stay what they were."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.activity import Attachment
from app.domain.customer import Customer
from app.domain.document import DEBITS, Document
from app.domain.limitation_event import LimitationEvent, LimitationKind
from app.domain.money import Money
from app.domain.payment_plan import PaymentPlan, PlanItem, PlanPart
from app.domain.plan_judging import Every, PlanState, check_plan, propose_parts, standing
from app.domain.problem import DomainError
from app.domain.promise import CANCELLED
from app.services.attachments import Attachments
from app.services.collection_desk import own_document
from app.services.collection_views import PlanItemView, PlanView
from app.services.settling import open_debits

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from decimal import Decimal

    from app.domain.changes import ChangeSet
    from app.domain.plan_judging import Settled
    from app.services.ports import UnitOfWork

_OWNER = "payment_plan"


class Plans(Attachments):
    """Use cases on payment plans."""

    def propose_parts(
        self,
        total: int,
        count: int,
        first: date,
        every: Every | str = Every.MONTH,
        rate: Decimal | None = None,
        agreed_on: date | None = None,
    ) -> list[PlanPart]:
        """Equal parts of ``total`` minor units with their interest; writes nothing."""
        return propose_parts(total, count, first, Every(every), rate, self._day(agreed_on))

    def plan(self, plan: PaymentPlan, items: Sequence[PlanItem], parts: Sequence[PlanPart]) -> ChangeSet:
        """Agree on a plan for what is open of some invoices; signed at once where ``signed_on`` is set.

        ``items`` and ``parts`` need no ``plan_id``. A signed plan is an acknowledgement of the debt
        and restarts the limitation period of its invoices.
        """
        with self._desk.store.write() as uow:
            customer = uow.get(Customer, plan.customer_id)
            clean = replace(
                plan, number=plan.number.strip() or self._next_number(plan), note=plan.note.strip()
            )
            today = self._desk.clock.today()
            for day in (clean.agreed_on, clean.signed_on):
                if day is not None and day > today:
                    raise DomainError("payment_plan.not_yet", on=day, today=today)
            check_plan(clean, items, parts)
            self._check_items(uow, clean, items)
            plan_id = uow.add(clean)
            settled = self._desk.reader.settled({item.document_id for item in items})
            uow.add_all([_item_of(plan_id, item, settled) for item in items])
            uow.add_all([replace(part, plan_id=plan_id, seq=n) for n, part in enumerate(parts, 1)])
            if clean.signed_on is not None:
                _acknowledge(uow, clean, items, clean.signed_on, "")
            return uow.commit("payment_plan.agreed", **_named(clean, customer, items))

    def sign_plan(
        self,
        plan_id: int,
        on: date | None = None,
        proof: str = "",
        attachment: tuple[str, bytes] | None = None,
    ) -> ChangeSet:
        """The customer signed: keeps the day, the proof and the signed paper."""
        day = self._day(on)
        with self._desk.store.write() as uow:
            plan = uow.get(PaymentPlan, plan_id)
            if not plan.agreed_on <= day <= self._desk.clock.today():
                raise DomainError("payment_plan.signed_before", on=day, agreed=plan.agreed_on)
            items = uow.find(PlanItem, plan_id=plan_id)
            if plan.signed_on is None:
                _acknowledge(uow, plan, items, day, proof)
            uow.replace(replace(plan, signed_on=day))
            if attachment is not None:
                self.attach_within(uow, _OWNER, plan_id, *attachment)
            return uow.commit("payment_plan.signed", **_named(plan, _customer(uow, plan), items))

    def close_plan(self, plan_id: int, on: date | None = None, note: str = "") -> ChangeSet:
        """The plan no longer holds: it was broken or replaced; reminders go on as if it never was."""
        day = self._day(on)
        with self._desk.store.write() as uow:
            plan = uow.get(PaymentPlan, plan_id)
            if day < plan.agreed_on:
                raise DomainError("payment_plan.closed_before", on=day, agreed=plan.agreed_on)
            said = "; ".join(text for text in (plan.note, note.strip()) if text)
            uow.replace(replace(plan, closed_on=day, outcome=CANCELLED, note=said))
            items = uow.find(PlanItem, plan_id=plan_id)
            return uow.commit("payment_plan.closed", **_named(plan, _customer(uow, plan), items))

    def remove_plan(self, plan_id: int) -> ChangeSet:
        """Put a plan entered by mistake in the bin with all that hangs on it."""
        with self._desk.store.write() as uow:
            plan = uow.get(PaymentPlan, plan_id)
            items = uow.find(PlanItem, plan_id=plan_id)
            named = _named(plan, _customer(uow, plan), items)
            signed = uow.find(LimitationEvent, customer_id=plan.customer_id, kind=LimitationKind.PLAN_AGREED)
            theirs = [one.id for one in signed if one.note == plan.number]
            uow.remove(LimitationEvent, theirs)
            uow.remove(Attachment, [one.id for one in uow.find(Attachment, owner=_OWNER, owner_id=plan_id)])
            uow.remove(PlanItem, [one.id for one in items])
            uow.remove(PlanPart, [one.id for one in uow.find(PlanPart, plan_id=plan_id)])
            uow.remove(PaymentPlan, [plan_id])
            return uow.commit("payment_plan.removed", **named)

    def plans(
        self,
        customer_id: int | None = None,
        as_of: date | None = None,
        *,
        states: Collection[PlanState] | None = None,
    ) -> list[PlanView]:
        """Plans agreed by a day, of one customer or all, judged as of it; the latest agreed first."""
        day = self._day(as_of)
        wanted = {} if customer_id is None else {"customer_id": customer_id}
        known = [one for one in self._desk.store.find(PaymentPlan, **wanted) if one.agreed_on <= day]
        known.sort(key=lambda one: (one.agreed_on, one.id), reverse=True)
        views = self._views(known, day)
        return [one for one in views if states is None or one.state in states]

    def plan_view(self, plan_id: int, as_of: date | None = None) -> PlanView:
        """One plan, judged as of a day."""
        return self._views([self._desk.store.get(PaymentPlan, plan_id)], self._day(as_of))[0]

    def _views(self, plans: Sequence[PaymentPlan], day: date) -> list[PlanView]:
        if not plans:
            return []
        ids = [one.id for one in plans]
        parts: dict[int, list[PlanPart]] = defaultdict(list)
        for part in self._desk.store.find(PlanPart, plan_id=ids):
            parts[part.plan_id].append(part)
        items = self._desk.reader.plan_items(ids, day)
        documents = {one.item.document_id for found in items.values() for one in found}
        settled = self._desk.reader.settled(documents)
        names = self._desk.reader.names({one.customer_id for one in plans})
        return [
            _view(one, names.get(one.customer_id, ""), items.get(one.id, []), parts[one.id], settled, day)
            for one in plans
        ]

    def _next_number(self, plan: PaymentPlan) -> str:
        prefix = f"PL-{plan.agreed_on:%Y%m%d}-"
        used = set(self._desk.reader.numbers_like(prefix))
        return next(f"{prefix}{n}" for n in range(1, len(used) + 2) if f"{prefix}{n}" not in used)

    def _check_items(self, uow: UnitOfWork, plan: PaymentPlan, items: Sequence[PlanItem]) -> None:
        """Refuse an item that is not open by as much, of another currency, or in a running plan."""
        documents = {one.document_id: own_document(uow, plan.customer_id, one.document_id) for one in items}
        for document in documents.values():
            if document.kind not in DEBITS:
                raise DomainError("payment_plan.not_debit", number=document.number)
            if document.currency != plan.currency:
                raise DomainError(
                    "payment_plan.other_currency", number=document.number, currency=plan.currency
                )
            if plan.agreed_on < document.doc_date:
                raise DomainError(
                    "payment_plan.before_invoice", number=document.number, earliest=document.doc_date
                )
        running = {PlanState.RUNNING, PlanState.BROKEN}
        for other in self.plans(plan.customer_id, states=running):
            taken = [one.number for one in other.items if one.item.document_id in documents]
            if taken and other.plan.closed_on is None:
                raise DomainError("payment_plan.taken", number=taken[0], plan=other.plan.number)
        left = {
            (debit.id, part.instalment_id): part.open
            for debit in open_debits(uow, list(documents.values()))
            for part in debit.parts
        }
        for item in items:
            key = item.document_id, item.instalment_id
            _check_open(item, left.get(key, 0), documents[item.document_id])
            left[key] -= item.amount


def _check_open(item: PlanItem, left: int, document: Document) -> None:
    if item.amount > left:
        raise DomainError(
            "payment_plan.above_open",
            number=document.number,
            amount=Money(item.amount, document.currency),
            open=Money(left, document.currency),
        )


def _item_of(plan_id: int, item: PlanItem, settled: Settled) -> PlanItem:
    came = settled.get((item.document_id, item.instalment_id), ())
    return replace(item, plan_id=plan_id, settled_then=sum(amount for _, amount in came))


def _acknowledge(uow: UnitOfWork, plan: PaymentPlan, items: Sequence[PlanItem], on: date, proof: str) -> None:
    """A signed plan acknowledges the debt (诉讼时效规定 art. 14): one event for each of its invoices."""
    for document_id in dict.fromkeys(item.document_id for item in items):
        uow.add(
            LimitationEvent(
                plan.customer_id,
                on,
                LimitationKind.PLAN_AGREED,
                document_id,
                proof=proof.strip() or plan.number,
                note=plan.number,
            )
        )


def _view(
    plan: PaymentPlan,
    customer: str,
    items: Sequence[PlanItemView],
    parts: Sequence[PlanPart],
    settled: Settled,
    day: date,
) -> PlanView:
    judged = standing(plan, [one.item for one in items], parts, settled, day)
    return PlanView(
        plan,
        customer,
        judged.state,
        sum(part.amount for part in parts),
        sum(part.interest for part in parts),
        judged.paid,
        judged.parts,
        tuple(items),
        judged.next_part,
        judged.broken_on,
    )


def _customer(uow: UnitOfWork, plan: PaymentPlan) -> Customer:
    return uow.get(Customer, plan.customer_id)


def _named(plan: PaymentPlan, customer: Customer, items: Sequence[PlanItem]) -> dict[str, object]:
    total = Money(sum(item.amount for item in items), plan.currency)
    return {"number": plan.number, "customer": customer.name, "amount": str(total)}
