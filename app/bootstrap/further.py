"""The services of an open company that its first page does without: built at the first use of any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.adapters.calendars import HolidayCalendar
from app.adapters.pinyin import initials
from app.bootstrap.papers import ReportPapers
from app.services.check import CheckService
from app.services.customers import CustomerService
from app.services.exports import ExportService
from app.services.history import HistoryService
from app.services.ledger import LedgerService
from app.services.periods import PeriodService
from app.services.proofs import ProofService
from app.services.search import SearchService
from app.services.session import FurtherServices
from app.services.statement import StatementService
from app.storage.faults import translated
from app.storage.history import SqlChangeLog
from app.storage.integrity import SqlCheckReader
from app.storage.readers.aging import SqlAgingReader
from app.storage.readers.customers import SqlCustomerReader
from app.storage.readers.documents import SqlDocumentReader
from app.storage.readers.periods import SqlPeriodReader
from app.storage.readers.proofs import SqlProofReader
from app.storage.readers.search import SqlSearchReader
from app.storage.readers.statement import SqlStatementReader

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from app.domain.clock import Clock
    from app.services.check import Check
    from app.services.company import CompanyService
    from app.storage.store import SqlStore


def further_services(store: SqlStore, company: CompanyService, clock: Clock) -> FurtherServices:
    """All of them over a store."""

    def heading(lang: str) -> str:
        now = company.get()
        return now.name if lang == "zh" else now.name_en or now.name

    def may_write(customer_ids: Collection[int]) -> None:
        from app.services.own_letters import require_own_letters  # noqa: PLC0415 - with the first statement

        require_own_letters(store, clock.today(), customer_ids)

    def further() -> Mapping[str, Check]:
        from app.bootstrap.scoring import score_check  # noqa: PLC0415 - loads with the first check
        from app.services.check_insurance import InsuranceCheck  # noqa: PLC0415 - as above
        from app.services.check_measured import MeasuredCheck  # noqa: PLC0415 - as above

        check = score_check(store, clock)
        scores = {"check.card_changed": check.changed_cards, "check.score": check.changed_scores}
        return scores | InsuranceCheck(store).checks() | MeasuredCheck(store).checks()

    return FurtherServices(
        customers=CustomerService(store, SqlCustomerReader(store), clock, initials),
        ledger=LedgerService(store, SqlDocumentReader(store), clock, HolidayCalendar()),
        statements=StatementService(store, SqlStatementReader(store), SqlAgingReader(store), company.get),
        history=HistoryService(SqlChangeLog(store)),
        search=SearchService(SqlSearchReader(store)),
        exports=ExportService(ReportPapers(heading), may_write),
        check=CheckService(SqlCheckReader(store), clock.today, further),
        periods=PeriodService(store, SqlPeriodReader(store), clock.today),
        proofs=ProofService(SqlProofReader(store), company.get, clock, _save, _load),
    )


def _save(text: str, path: Path) -> None:
    from app.reports.saving import replacing  # noqa: PLC0415 - loads with the first file written

    with replacing(path) as making:
        making.write_text(text, "utf-8")


def _load(path: Path, most: int) -> str:
    """The text of a small file; what is larger is cut, and so unreadable for whoever asked."""
    with translated(path), path.open("rb") as file:
        return file.read(most).decode("utf-8-sig", "replace")
