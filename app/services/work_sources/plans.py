"""Parts of payment plans that fall due within days, and plans that broke."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from app.domain.money import Money
from app.domain.plan_judging import PartState, PlanState
from app.domain.work import WorkItem

if TYPE_CHECKING:
    from app.domain.plan_judging import PartStanding
    from app.services.collection_views import PlanView
    from app.services.work_sources.rows import WorkReader

KIND = "plan"
AHEAD_DAYS = 7
BROKEN_DAYS = 60


class Plans(Protocol):
    """What this source needs of the collection service."""

    def plans(self, customer_id: int | None, as_of: date) -> Sequence[PlanView]:
        """Plans judged on a day; of all customers for None."""


class PlanSource:
    """Items from judged payment plans."""

    def __init__(self, collection: Callable[[], Plans], reader: WorkReader) -> None:
        self._collection = collection
        self._reader = reader

    def items(self, as_of: date) -> Iterator[WorkItem]:
        """For each plan the part that is next to pay, or the one by which it broke."""
        found = []
        for view in self._collection().plans(None, as_of):
            part = _part(view, as_of)
            if part is not None:
                found.append((view, part))
        names = self._reader.names({view.plan.customer_id for view, _ in found})
        for view, part in found:
            name = names.get(view.plan.customer_id)
            yield _item(view, part, as_of, name.zh if name else view.customer, name.en if name else "")


def _part(view: PlanView, as_of: date) -> PartStanding | None:
    if view.state is PlanState.RUNNING:
        coming = (one for one in view.parts if one.state is not PartState.PAID)
        part = next(coming, None)
        return part if part and part.part.due_on <= as_of + timedelta(AHEAD_DAYS) else None
    if view.state is PlanState.BROKEN and view.broken_on and view.broken_on >= as_of - timedelta(BROKEN_DAYS):
        return next((one for one in view.parts if one.state is PartState.MISSED), None)
    return None


def _item(view: PlanView, standing: PartStanding, as_of: date, name: str, name_en: str) -> WorkItem:
    plan, part = view.plan, standing.part
    amount = Money(part.amount + part.interest - standing.paid, plan.currency)
    broken = view.state is PlanState.BROKEN
    return WorkItem(
        key=f"{KIND}:{plan.id}:{part.seq}:{view.state}",
        kind=KIND,
        due=as_of if broken else part.due_on,
        reason="work.plan.broken" if broken else "work.plan.due",
        params={"seq": part.seq, "on": part.due_on} | ({} if broken else {"amount": amount}),
        action="plan",
        target={"customer_id": plan.customer_id, "plan_id": plan.id},
        customer_id=plan.customer_id,
        customer=name,
        customer_en=name_en,
        amount=amount,
    )
