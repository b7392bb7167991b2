"""Promises that fall due within days, and promises that were not kept while the money is still missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from app.domain.money import Money
from app.domain.promise import PromiseState
from app.domain.work import WorkItem

if TYPE_CHECKING:
    from app.services.collection_views import PromiseView
    from app.services.work_sources.rows import WorkReader

KIND = "promise"
AHEAD_DAYS = 7
BROKEN_DAYS = 14
"""A promise broken longer ago than this is history; its invoices are chased by their own steps."""
_NOT_KEPT = frozenset({PromiseState.BROKEN, PromiseState.PARTLY})


class Promises(Protocol):
    """What this source needs of the collection service."""

    def promises(self, customer_id: int | None, as_of: date) -> Sequence[PromiseView]:
        """Promises judged on a day; of all customers for None."""


class PromiseSource:
    """Items from judged promises."""

    def __init__(self, collection: Callable[[], Promises], reader: WorkReader) -> None:
        self._collection = collection
        self._reader = reader

    def items(self, as_of: date) -> Iterator[WorkItem]:
        """Open ones due within a week, and those not kept in two weeks that no new promise replaced."""
        every = self._collection().promises(None, as_of)
        again = {view.promise.customer_id for view in every if view.state is PromiseState.OPEN}
        found = [view for view in every if _concerns(view, as_of)]
        names = self._reader.names({view.promise.customer_id for view in found})
        for view in found:
            promise = view.promise
            name = names.get(promise.customer_id)
            replaced = promise.customer_id in again or (name is not None and name.elsewhere)
            if view.state is not PromiseState.OPEN and replaced:
                continue
            reason, due, params = _reason(view, as_of)
            yield WorkItem(
                key=f"{KIND}:{promise.id}:{view.state}:{promise.due_on}",
                kind=KIND,
                due=due,
                reason=reason,
                params=params,
                action="promise",
                target={"customer_id": promise.customer_id, "promise_id": promise.id},
                customer_id=promise.customer_id,
                customer=name.zh if name else "",
                customer_en=name.en if name else "",
                amount=Money(promise.amount - view.paid - view.late, promise.currency),
            )


def _concerns(view: PromiseView, as_of: date) -> bool:
    if view.state is PromiseState.OPEN:
        return view.promise.due_on <= as_of + timedelta(AHEAD_DAYS)
    missing = view.promise.amount - view.paid - view.late > 0
    recent = view.promise.due_on >= as_of - timedelta(BROKEN_DAYS)
    return view.state in _NOT_KEPT and missing and recent


def _reason(view: PromiseView, as_of: date) -> tuple[str, date, dict[str, object]]:
    promise = view.promise
    amount = Money(promise.amount, promise.currency)
    if view.state is PromiseState.PARTLY:
        paid = Money(view.paid, promise.currency)
        return "work.promise.partly", as_of, {"on": promise.due_on, "amount": amount, "paid": paid}
    if view.state is PromiseState.BROKEN:
        days = (as_of - promise.due_on).days
        return "work.promise.broken", as_of, {"on": promise.due_on, "amount": amount, "days": days}
    if promise.due_on == as_of:
        return "work.promise.due_today", as_of, {"amount": amount}
    return "work.promise.due", promise.due_on, {"on": promise.due_on, "amount": amount}
