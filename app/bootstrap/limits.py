"""Limits, orders and people over one open company, and what the program ships for them."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from app import resources
from app.domain.credit_file import FinancialStatement
from app.services.limit_desk import LimitDesk
from app.services.limit_views import NotInsured
from app.services.limits import LimitService
from app.services.people import PeopleService
from app.storage.readers.limits import SqlLimitReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.clock import Clock
    from app.services.settings import SettingService
    from app.storage.store import SqlStore


@cache
def _shipped(name: str) -> object:
    return json.loads(resources.path(f"{name}.json").read_text(encoding="utf-8"))


def people_service(store: SqlStore, settings: SettingService) -> PeopleService:
    """The service over a store."""
    return PeopleService(store, settings, lambda: _shipped("authority"))


def limit_service(
    store: SqlStore, settings: SettingService, people: PeopleService, clock: Clock
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
            NotInsured(),
            lambda: _shipped("grade_policy"),
        )
    )
