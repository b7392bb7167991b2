"""Whether what was reported and booked is still what it was, and whether what was kept can be read."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

from app.domain.measure_record import (
    ContingencyPlan,
    OwnStatement,
    PeriodReview,
    PlanRun,
    ProvisionRun,
    Study,
)
from app.domain.money import Money
from app.domain.period_review import digest
from app.domain.problem import DomainError
from app.domain.provision_text import sheet_of
from app.services.check import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.services.check import Check
    from app.services.ports import Store

_MOST = 50
"""Of one kind of finding so many are named."""
_LOCKED = "locked"


class MeasuredCheck:
    """Reads again what was written for good."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def checks(self) -> dict[str, Check]:
        """Every check by its code."""
        return {
            "check.review_changed": lambda: list(islice(self._reviews(), _MOST)),
            "check.provision_sum": lambda: list(islice(self._provisions(), _MOST)),
            "check.kept_unreadable": lambda: list(islice(self._kept(), _MOST)),
        }

    def _reviews(self) -> Iterator[Finding]:
        """Locked reviews whose figures are not those that were sealed."""
        for one in self._store.find(PeriodReview, state=_LOCKED):
            if one.digest and digest(one.figures) != one.digest:
                yield Finding("check.review_changed", {"day": one.end}, "period_review", one.id)

    def _provisions(self) -> Iterator[Finding]:
        """Booked provisions whose parts do not make up their total."""
        for one in self._store.find(ProvisionRun):
            params: dict[str, object] = {"day": one.as_of, "total": Money(one.total, one.currency)}
            try:
                parts = sheet_of(one.result).total
            except DomainError:
                yield Finding("check.provision_lost", params, "provision_run", one.id)
                continue
            if parts != one.total:
                told = params | {"parts": Money(parts, one.currency)}
                yield Finding("check.provision_sum", told, "provision_run", one.id)

    def _kept(self) -> Iterator[Finding]:
        """Studies, plans, checklists and own statements that nobody can read."""
        for kind, table, parts in (
            (Study, "study", ("content", "result")),
            (ContingencyPlan, "contingency_plan", ("content",)),
            (PlanRun, "plan_run", ("steps",)),
            (OwnStatement, "own_statement", ("figures",)),
        ):
            for one in self._store.find(kind):
                if not all(_readable(getattr(one, part)) for part in parts):
                    yield Finding("check.kept_unreadable", {"what": (f"record.{table}", {})}, table, one.id)


def _readable(text: str) -> bool:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(told, dict | list)
