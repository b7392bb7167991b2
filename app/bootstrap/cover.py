"""Cover over one open company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.adapters.calendars import HolidayCalendar
from app.services.cover import CoverDesk, CoverService
from app.storage.readers.cover import SqlCoverReader

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.services.policies import PolicyService
    from app.storage.store import SqlStore


def cover_service(store: SqlStore, policies: PolicyService, clock: Clock) -> CoverService:
    """The service over a store."""
    return CoverService(CoverDesk(SqlCoverReader(store), policies, HolidayCalendar(), clock))
