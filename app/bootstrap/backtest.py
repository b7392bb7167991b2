"""The back-test over one open company; pandas loads with the first one, on the database worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.backtest import BacktestDesk, BacktestService
from app.storage.readers.backtest import SqlBacktestReader

if TYPE_CHECKING:
    from app.services.backtest import Study
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


def _study() -> Study:
    from app.analytics.backtest import study  # noqa: PLC0415 - pandas loads with the first back-test

    return study


def backtest_service(store: SqlStore, session: CompanySession) -> BacktestService:
    """The service over a store."""
    return BacktestService(
        BacktestDesk(SqlBacktestReader(store), _study, session.limits, session.cash, session.clock)
    )
