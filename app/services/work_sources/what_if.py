"""What is done every year in case it gets worse: tests of key customers, drills; and plans under way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from app.domain.work import WorkItem

if TYPE_CHECKING:
    from app.services.contingency import PlanView, RunView
    from app.services.stress_views import KeyCustomer

KIND = "review"
AHEAD = 14
"""So many days before its day a yearly test becomes work."""


class YearlyTests(Protocol):
    """What this source needs of stress tests."""

    def key_customers(self) -> Sequence[KeyCustomer]:
        """Whose failure is thought through every year."""


class Plans(Protocol):
    """What this source needs of contingency plans."""

    def plans(self) -> Sequence[PlanView]:
        """All of them."""

    def runs(self) -> Sequence[RunView]:
        """Drills and real runs."""


class WhatIfSource:
    """Items from both; ``used`` tells whether there is anything to look at: nothing is loaded in vain."""

    def __init__(
        self, used: Callable[[], bool], stress: Callable[[], YearlyTests], plans: Callable[[], Plans]
    ) -> None:
        self._used = used
        self._stress = stress
        self._plans = plans

    def items(self, as_of: date) -> Iterator[WorkItem]:
        """Tests and drills due soon, and real runs with steps behind their day."""
        if not self._used():
            return
        last = as_of + timedelta(AHEAD)
        for one in self._stress().key_customers():
            if one.next <= last:
                yield WorkItem(
                    key=f"stress:{one.customer_id}:{one.next}",
                    kind=KIND,
                    due=one.next,
                    reason="work.stress.due",
                    action="stress",
                    target={"customer_id": one.customer_id},
                    customer_id=one.customer_id,
                    customer=one.name,
                    customer_en=one.name_en,
                )
        yield from self._of_plans(as_of, last)

    def _of_plans(self, as_of: date, last: date) -> Iterator[WorkItem]:
        plans = self._plans()
        for view in plans.plans():
            if view.plan.active and view.drill_due is not None and view.drill_due <= last:
                yield WorkItem(
                    key=f"drill:{view.plan.id}:{view.drill_due}",
                    kind=KIND,
                    due=view.drill_due,
                    reason="work.contingency.drill",
                    params={"name": view.plan.name},
                    action="contingency",
                    target={"plan_id": view.plan.id},
                )
        for run in plans.runs():
            late = run.late(as_of)
            if late:
                yield WorkItem(
                    key=f"plan_run:{run.run.id}:{late}",
                    kind=KIND,
                    due=as_of,
                    reason="work.contingency.late",
                    params={"name": run.plan, "n": late},
                    action="contingency",
                    target={"run_id": run.run.id},
                    customer_id=run.run.customer_id,
                    customer=run.customer,
                    customer_en=run.customer_en,
                )
