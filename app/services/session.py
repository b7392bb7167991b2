"""What the window and the command line hold: the program's services, and those of one open company."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.services.aging import AgingService
    from app.services.check import CheckService
    from app.services.company import CompanyService
    from app.services.company_files import CompanyFiles
    from app.services.customers import CustomerService
    from app.services.exports import ExportService
    from app.services.history import HistoryService
    from app.services.importing import ImportService
    from app.services.ledger import LedgerService
    from app.services.ports import Listener, Preferences
    from app.services.search import SearchService
    from app.services.statement import StatementService


@dataclass(frozen=True, slots=True)
class LockHolder:
    """Who has the company file open for writing."""

    user: str
    host: str
    pid: int
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class CompanySession:
    """One open company file and its services; all of them run on the one database worker."""

    path: Path
    read_only: bool
    holder: LockHolder | None
    sample: bool
    clock: Clock
    company: CompanyService
    customers: CustomerService
    ledger: LedgerService
    aging: AgingService
    statements: StatementService
    import_service: Callable[[], ImportService]
    history: HistoryService
    search: SearchService
    exports: ExportService
    check: CheckService
    subscribe: Callable[[Listener], Callable[[], None]]
    close: Callable[[], None]

    @property
    def importing(self) -> ImportService:
        """Bringing files in; made at its first use, for no page needs it at the start."""
        return self.import_service()


@dataclass(frozen=True, slots=True)
class AppServices:
    """What exists before any company is open."""

    files: CompanyFiles
    preferences: Preferences
    clock: Clock
    version: str
    actor: str
