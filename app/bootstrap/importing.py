"""The import service of an open company: built when files are first brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.adapters.calendars import HolidayCalendar
from app.adapters.pinyin import initials
from app.bootstrap.papers import FileReader
from app.services.importing import ImportService
from app.storage.readers.importing import SqlImportLedger

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.services.company import CompanyService
    from app.storage.store import SqlStore


def import_service(store: SqlStore, company: CompanyService, clock: Clock) -> ImportService:
    """The service over a store."""
    files = FileReader(lambda: company.get().currency)
    return ImportService(store, SqlImportLedger(store), files, HolidayCalendar(), initials, clock)
