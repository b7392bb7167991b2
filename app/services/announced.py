"""Money announced for a day: open promises, parts of running payment plans, bills held, claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from app.domain.forecast import Dated
from app.domain.plan_judging import PartState, PlanState
from app.domain.promise import PromiseState

if TYPE_CHECKING:
    from app.services.collection_views import PlanView, PromiseView


class Agreements(Protocol):
    """What is needed of the collection service."""

    def promises(self, customer_id: int | None, as_of: date) -> Sequence[PromiseView]:
        """Promises judged on a day; of all customers for None."""

    def plans(self, customer_id: int | None, as_of: date) -> Sequence[PlanView]:
        """Payment plans judged on a day; of all customers for None."""


class Bills(Protocol):
    """What is needed of storage."""

    def bills(self, as_of: date) -> Mapping[str, Sequence[Dated]]:
        """Bills held on the day, by currency."""


Claims = Callable[[date], Mapping[str, Sequence[Dated]]]
"""What insurers are to pay as it stood on a day, by the currency of the invoices."""


def _none(_: date) -> Mapping[str, Sequence[Dated]]:
    return {}


class Announcements:
    """``app.services.forecast.Announced`` and ``app.services.kpis.Promises`` over collection and bills."""

    def __init__(self, collection: Callable[[], Agreements], bills: Bills, claims: Claims = _none) -> None:
        self._collection = collection
        self._bills = bills
        self._claims = claims

    def dated(self, as_of: date) -> Mapping[str, Sequence[Dated]]:
        """What is announced from the day on, by currency."""
        found: dict[str, list[Dated]] = defaultdict(list)
        for currency, bills in self._bills.bills(as_of).items():
            found[currency] += bills
        for currency, claims in self._claims(as_of).items():
            found[currency] += claims
        for promise in self._collection().promises(None, as_of):
            if promise.state is PromiseState.OPEN:
                found[promise.promise.currency].append(_of_promise(promise))
        for plan in self._collection().plans(None, as_of):
            if plan.state is PlanState.RUNNING:
                found[plan.plan.currency] += _of_plan(plan, as_of)
        return found

    def judged(self, start: date, end: date) -> Sequence[tuple[date, bool]]:
        """The day each promise was judged on, and whether it was kept."""
        return [
            (view.judged_on, view.state is PromiseState.KEPT)
            for view in self._collection().promises(None, end)
            if view.judged_on is not None and start <= view.judged_on <= end
            if view.state is not PromiseState.CANCELLED
        ]

    def broken(self, as_of: date) -> Sequence[int]:
        """The customer of each promise that was not kept within the year."""
        unkept = {PromiseState.BROKEN, PromiseState.PARTLY}
        return [
            view.promise.customer_id
            for view in self._collection().promises(None, as_of)
            if view.state in unkept and (as_of - view.promise.due_on).days <= _YEAR
        ]


_YEAR = 365


def _of_promise(view: PromiseView) -> Dated:
    promise = view.promise
    named = frozenset() if promise.document_id is None else frozenset({promise.document_id})
    return Dated(promise.customer_id, promise.due_on, promise.amount - view.paid, "promise", named)


def _of_plan(view: PlanView, as_of: date) -> list[Dated]:
    """Parts still to pay; one within its days of grace is expected at once."""
    named = frozenset(item.item.document_id for item in view.items)
    return [
        Dated(
            view.plan.customer_id,
            max(one.part.due_on, as_of),
            one.part.amount - one.paid,
            "plan",
            named,
        )
        for one in view.parts
        if one.state is not PartState.PAID
    ]
