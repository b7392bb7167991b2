"""The cash forecast over one open company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.bootstrap.today import forecast_service
from app.domain.problem import EnvironmentFaultError
from app.services.cash import CashDesk, CashService
from app.services.cash_views import OutflowSheet, ReadOutflow
from app.services.ports import CancelledError
from app.storage.readers.aging import SqlAgingReader
from app.storage.readers.cash import SqlCashReader

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.domain.cash_backtest import CashBacktest
    from app.domain.clock import Clock
    from app.services.cash_views import CashForecast, ExpectedRow
    from app.services.company import CompanyService
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


def cash_service(
    store: SqlStore, company: CompanyService, clock: Clock, session: CompanySession
) -> CashService:
    """The service over a store."""
    return CashService(
        CashDesk(
            store,
            SqlCashReader(store),
            forecast_service(store, company, session),
            SqlAgingReader(store),
            session.settings,
            clock,
            read_outflows,
            write_sheet,
        )
    )


def read_outflows(path: Path, currency: str) -> OutflowSheet:
    """``app.services.cash_views.OutflowFiles`` by the imports room."""
    from app.imports.outflows import OutflowTable  # noqa: PLC0415 - loads with the first file
    from app.imports.reader import read  # noqa: PLC0415 - loads with the first file

    try:
        raw = read(path)
    except EnvironmentFaultError as error:
        if error.code == "import.cancelled":
            raise CancelledError from error
        raise
    table = OutflowTable(raw, currency)
    table.read()
    rows = tuple(ReadOutflow(**one.fields()) for one in table.lines)
    seen = [one for one in raw.problems if one.code != "import.no_header"]  # the table finds its own
    return OutflowSheet(raw.name, rows, (*seen, *table.problems))


def write_sheet(
    found: CashForecast,
    compared: CashForecast | None,
    rows: Sequence[ExpectedRow],
    backtest: CashBacktest | None,
    path: Path,
    lang: str,
) -> None:
    """``app.services.cash_views.CashSheetWriter`` by the reports room."""
    from app.bootstrap.cash_paper import paper_of  # noqa: PLC0415 - with the first file
    from app.reports.cash_sheet import write  # noqa: PLC0415 - xlsxwriter loads with a workbook

    write(paper_of(found, compared, rows, backtest), path, lang)
