"""Limits, orders and people over one open company, and what the program ships for them."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from app import resources
from app.domain.credit_file import FinancialStatement
from app.services.limit_desk import LimitDesk
from app.services.limits import LimitService
from app.services.people import PeopleService
from app.storage.readers.limits import SqlLimitReader

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import date

    from app.domain.clock import Clock
    from app.domain.scorecard import Grade
    from app.services.limit_views import Insurance
    from app.services.session import CompanySession
    from app.services.settings import SettingService
    from app.storage.store import SqlStore

    Grades = Callable[[Collection[int] | None, date], Mapping[int, Grade]]


@cache
def _shipped(name: str) -> object:
    return json.loads(resources.path(f"{name}.json").read_text(encoding="utf-8"))


def scored_grades(session: CompanySession) -> Grades:
    """The grades of assessments that are valid on a day, as scoring says them."""

    def grades(customer_ids: Collection[int] | None, on: date) -> Mapping[int, Grade]:
        found = session.scoring.grade_of(customer_ids, on)
        return {customer_id: one.grade for customer_id, one in found.items() if one.valid}

    return grades


def people_service(store: SqlStore, settings: SettingService) -> PeopleService:
    """The service over a store."""
    return PeopleService(store, settings, lambda: _shipped("authority"))


def limit_service(
    store: SqlStore,
    settings: SettingService,
    people: PeopleService,
    clock: Clock,
    grades: Grades,
    insurance: Insurance,
) -> LimitService:
    """The service over a store."""

    def statements(customer_id: int) -> Sequence[FinancialStatement]:
        return store.find(FinancialStatement, customer_id=customer_id)

    return LimitService(
        LimitDesk(
            store,
            SqlLimitReader(store),
            people,
            settings,
            clock,
            statements,
            insurance,
            lambda: _shipped("grade_policy"),
            grades,
        )
    )
