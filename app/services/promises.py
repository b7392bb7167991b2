"""Promises to pay: noting them, taking them back, and what the receipts say of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.customer import Customer
from app.domain.document import DEBITS, Document, Promise
from app.domain.money import Money
from app.domain.problem import DomainError
from app.domain.promise import (
    CANCELLED,
    Judgement,
    KeptRate,
    PromiseState,
    check_promise,
    judge,
    kept_rate,
)
from app.services.collection_desk import CollectionPart, own_document
from app.services.collection_views import PromiseView

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from app.domain.changes import ChangeSet
    from app.services.ports import UnitOfWork


class Promises(CollectionPart):
    """Use cases on promises."""

    def promise(self, promise: Promise) -> ChangeSet:
        """Note what a customer promised; an amount above what is open is taken as it was said."""
        with self._desk.store.write() as uow:
            customer, clean = self._checked_promise(uow, promise)
            uow.add(clean)
            return uow.commit("promise.made", **_named(clean, customer))

    def edit_promise(self, promise: Promise) -> ChangeSet:
        """Write an edited promise."""
        with self._desk.store.write() as uow:
            uow.get(Promise, promise.id)
            customer, clean = self._checked_promise(uow, promise)
            uow.replace(clean)
            return uow.commit("promise.edited", **_named(clean, customer))

    def cancel_promise(self, promise_id: int, on: date | None = None, note: str = "") -> ChangeSet:
        """The promise no longer stands (it was replaced, or noted by mistake); it is not judged."""
        day = self._day(on)
        with self._desk.store.write() as uow:
            old = uow.get(Promise, promise_id)
            if day < old.made_on:
                raise DomainError("promise.cancelled_before", made=old.made_on, on=day)
            said = "; ".join(text for text in (old.note, note.strip()) if text)
            uow.replace(replace(old, closed_on=day, outcome=CANCELLED, note=said))
            return uow.commit("promise.cancelled", **_named(old, uow.get(Customer, old.customer_id)))

    def remove_promise(self, promise_id: int) -> ChangeSet:
        """Put a promise in the bin."""
        with self._desk.store.write() as uow:
            gone = uow.get(Promise, promise_id)
            uow.remove(Promise, [promise_id])
            return uow.commit("promise.removed", **_named(gone, uow.get(Customer, gone.customer_id)))

    def promises(
        self,
        customer_id: int | None = None,
        as_of: date | None = None,
        *,
        states: Collection[PromiseState] | None = None,
    ) -> list[PromiseView]:
        """Promises made by a day, of one customer or all, judged as of it; the earliest due first.

        ``states`` keeps those in one of these states; asking for the open ones alone is fast.
        """
        day = self._day(as_of)
        due_from = day if states is not None and set(states) == {PromiseState.OPEN} else None
        known = [one for one in self._desk.reader.promises(customer_id, due_from) if one.made_on <= day]
        judged = self._judged(known, day)
        kept = [one for one in known if states is None or judged[one.id].state in states]
        names = self._desk.reader.names({one.customer_id for one in kept})
        numbers = self._desk.reader.numbers({one.document_id for one in kept if one.document_id})
        kept.sort(key=lambda one: (one.due_on, one.id))
        return [
            _view(one, judged[one.id], names.get(one.customer_id, ""), numbers.get(one.document_id or 0, ""))
            for one in kept
        ]

    def kept_rate(self, customer_id: int, as_of: date | None = None) -> KeptRate:
        """How the customer has kept its promises up to a day, whatever their currencies."""
        return self.kept_rates(as_of, customer_id).get(customer_id, KeptRate(0, 0, 0))

    def kept_rates(self, as_of: date | None = None, customer_id: int | None = None) -> dict[int, KeptRate]:
        """``kept_rate`` of every customer that has promised anything."""
        day = self._day(as_of)
        known = [one for one in self._desk.reader.promises(customer_id) if one.made_on <= day]
        judged = self._judged(known, day)
        by_customer: dict[int, list[Judgement]] = {}
        for one in known:
            by_customer.setdefault(one.customer_id, []).append(judged[one.id])
        return {key: kept_rate(found) for key, found in by_customer.items()}

    def _judged(self, promises: Sequence[Promise], day: date) -> dict[int, Judgement]:
        if not promises:
            return {}
        since = min(one.made_on for one in promises)
        customers = {one.customer_id for one in promises}
        return judge(promises, self._desk.reader.payments(customers, since, day), day)

    def _checked_promise(self, uow: UnitOfWork, promise: Promise) -> tuple[Customer, Promise]:
        customer = uow.get(Customer, promise.customer_id)
        clean = replace(promise, made_by=promise.made_by.strip(), note=promise.note.strip())
        check_promise(clean, self._desk.clock.today())
        if clean.document_id is not None:
            _check_invoice(clean, own_document(uow, clean.customer_id, clean.document_id))
        return customer, clean


def _check_invoice(promise: Promise, invoice: Document) -> None:
    if invoice.kind not in DEBITS:
        raise DomainError("promise.not_debit", number=invoice.number)
    if invoice.currency != promise.currency:
        raise DomainError("promise.other_currency", number=invoice.number, currency=invoice.currency)
    if promise.made_on < invoice.doc_date:
        raise DomainError(
            "promise.before_invoice", number=invoice.number, made=promise.made_on, earliest=invoice.doc_date
        )


def _view(promise: Promise, judged: Judgement, customer: str, number: str) -> PromiseView:
    return PromiseView(
        promise,
        customer,
        judged.state,
        judged.paid,
        judged.late,
        judged.days_late,
        judged.judged_on,
        number,
    )


def _named(promise: Promise, customer: Customer) -> dict[str, object]:
    amount = Money(promise.amount, promise.currency)
    return {"customer": customer.name, "amount": str(amount), "due": promise.due_on}
