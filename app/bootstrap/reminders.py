"""Reminders over one open company, with the services beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from app import resources
from app.adapters.calendars import HolidayCalendar
from app.services.dunning import DunningService, Neighbours
from app.storage.readers.dunning import SqlDunningReader

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.services.ports import UnitOfWork
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


def dunning_service(store: SqlStore, clock: Clock, session: CompanySession) -> DunningService:
    """The reminder service; collection and letters are asked at their first use."""

    def attach(unit: UnitOfWork, owner: str, owner_id: int, name: str, data: bytes) -> int:
        return session.collection.attach_within(unit, owner, owner_id, name, data)

    def words(ids: Sequence[int]) -> Mapping[int, tuple[str, str]]:
        return session.letters.words(ids)

    beside = Neighbours(
        agreements=lambda: session.collection,
        words=words,
        attach=attach,
        settings=session.settings,
        shipped_policies=_text("policies.json"),
        shipped_periods=_text("limitation.json"),
    )
    return DunningService(store, SqlDunningReader(store), clock, HolidayCalendar(), beside)


def _text(name: str) -> Callable[[], str]:
    return lambda: resources.path(name).read_text("utf-8")
