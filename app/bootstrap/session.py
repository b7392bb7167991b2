"""One open company file with its services; they all work on its store, on the database worker."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from app.adapters.calendars import HolidayCalendar
from app.adapters.pinyin import initials
from app.bootstrap.papers import FileReader, ReportPapers
from app.domain.clock import Clock, FixedClock
from app.domain.company import Company
from app.services.aging import AgingService
from app.services.check import CheckService
from app.services.company import CompanyService
from app.services.customers import CustomerService
from app.services.exports import ExportService
from app.services.history import HistoryService
from app.services.ledger import LedgerService
from app.services.search import SearchService
from app.services.session import CompanySession
from app.services.statement import StatementService
from app.storage.company import SqlCompanyReader
from app.storage.history import SqlChangeLog
from app.storage.integrity import SqlCheckReader
from app.storage.readers.aging import SqlAgingReader
from app.storage.readers.customers import SqlCustomerReader
from app.storage.readers.documents import SqlDocumentReader
from app.storage.readers.search import SqlSearchReader
from app.storage.readers.statement import SqlStatementReader
from app.storage.store import SqlStore

if TYPE_CHECKING:
    from app.services.importing import ImportService


def compose(store: SqlStore, clock: Clock, close: Callable[[], None]) -> CompanySession:
    """The session over a store; ``close`` ends both."""
    profile = store.find(Company)[0]
    if profile.sample_as_of:  # a sample lives on its own day, whatever the calendar says
        clock = FixedClock(profile.sample_as_of)
    company = CompanyService(store, SqlCompanyReader(store))
    calendar = HolidayCalendar()
    aging = SqlAgingReader(store)

    def heading(lang: str) -> str:
        now = company.get()
        return now.name if lang == "zh" else now.name_en or now.name

    @cache
    def import_service() -> ImportService:
        from app.services.importing import ImportService  # noqa: PLC0415 - loads with the first import
        from app.storage.readers.importing import SqlImportLedger  # noqa: PLC0415 - the same

        files = FileReader(lambda: company.get().currency)
        return ImportService(store, SqlImportLedger(store), files, calendar, initials, clock)

    return CompanySession(
        path=store.path,
        read_only=store.read_only,
        holder=store.holder,
        sample=profile.sample,
        clock=clock,
        company=company,
        customers=CustomerService(store, SqlCustomerReader(store), clock, initials),
        ledger=LedgerService(store, SqlDocumentReader(store), clock, calendar),
        aging=AgingService(aging, clock.today),
        statements=StatementService(store, SqlStatementReader(store), aging, company.get),
        import_service=import_service,
        history=HistoryService(SqlChangeLog(store)),
        search=SearchService(SqlSearchReader(store)),
        exports=ExportService(ReportPapers(heading)),
        check=CheckService(SqlCheckReader(store), clock.today),
        subscribe=store.subscribe,
        close=close,
    )
