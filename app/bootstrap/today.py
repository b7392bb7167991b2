"""The work list with its sources, the key figures and the forecast over one open company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.adapters.calendars import HolidayCalendar
from app.domain.money import Money, convert
from app.services.announced import Announcements
from app.services.forecast import ForecastService
from app.services.kpis import KpiService
from app.services.work import WorkService
from app.services.work_sources.alerts import AlertSource
from app.services.work_sources.bills import BillSource
from app.services.work_sources.collect import CollectSource
from app.services.work_sources.data import DataSource
from app.services.work_sources.decisions import DecisionSource
from app.services.work_sources.disputes import DisputeSource
from app.services.work_sources.findings import FindingSource
from app.services.work_sources.follow_ups import FollowUpSource
from app.services.work_sources.insurance import InsuranceSource
from app.services.work_sources.limitation import LimitationSource
from app.services.work_sources.plans import PlanSource
from app.services.work_sources.promises import PromiseSource
from app.services.work_sources.receipts import ReceiptSource
from app.services.work_sources.reviews import ReviewSource
from app.services.work_sources.what_if import WhatIfSource
from app.storage.readers.aging import SqlAgingReader
from app.storage.readers.forecast import SqlForecastReader, has_live_claims
from app.storage.readers.kpis import SqlKpiReader
from app.storage.readers.work import SqlWorkReader
from app.storage.readers.work_credit import SqlDecisionReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from app.domain.forecast import Dated
    from app.domain.work import WorkItem
    from app.services.company import CompanyService
    from app.services.session import CompanySession
    from app.services.work import WorkSource
    from app.storage.store import SqlStore


def work_service(store: SqlStore, company: CompanyService, session: CompanySession) -> WorkService:
    """Everything the first page asks; the services of other kinds of work are made when asked."""
    board, reader, worth = SqlAgingReader(store), SqlWorkReader(store), _Worth(SqlAgingReader(store))
    announced = announcements(store, session)
    sources: tuple[WorkSource, ...] = (
        CollectSource(lambda: session.dunning, announced.broken, reader),
        PromiseSource(lambda: session.collection, reader),
        PlanSource(lambda: session.collection, reader),
        DisputeSource(reader),
        BillSource(reader),
        ReceiptSource(reader, worth.together),
        FollowUpSource(reader),
        LimitationSource(lambda: session.dunning, reader),
        InsuranceSource(lambda: session.deadlines),
        AlertSource(lambda: session.watch),
        ReviewSource(lambda: session.watch, reader),
        DecisionSource(SqlDecisionReader(store)),
        WhatIfSource(reader.what_if, lambda: session.stress, lambda: session.contingency),
        FindingSource(lambda: session.reviews, reader.has_findings),
        DataSource(reader),
    )
    return WorkService(
        store,
        sources,
        worth,
        KpiService(SqlKpiReader(store), board, announced, lambda: session.settings),
        forecast_service(store, company, session),
    )


def announcements(store: SqlStore, session: CompanySession) -> Announcements:
    """Promises, plans, bills and claims over a store."""

    def claims(as_of: date) -> Mapping[str, Sequence[Dated]]:
        if not has_live_claims(store):
            return {}
        from app.bootstrap.expected_claims import expected_claims  # noqa: PLC0415 - where there is a claim

        return expected_claims(store, session, as_of)

    return Announcements(lambda: session.collection, SqlForecastReader(store), claims)


def forecast_service(store: SqlStore, company: CompanyService, session: CompanySession) -> ForecastService:
    """The collections forecast over a store."""
    calendar = HolidayCalendar()
    return ForecastService(
        SqlForecastReader(store),
        announcements(store, session),
        SqlAgingReader(store),
        calendar,
        calendar,
        lambda: company.get().country,
        lambda as_of: frozenset(
            one.document_id for one in session.dunning.limitation(None, as_of, -1) if one.expired
        ),
    )


class _Worth:
    """``app.services.work.Worth`` by the rates of the day."""

    def __init__(self, board: SqlAgingReader) -> None:
        self._board = board

    def in_base(self, items: Iterable[WorkItem], as_of: date) -> dict[str, int]:
        """Minor units of the base currency by the items' keys; 0 without an amount or a rate."""
        base, rates = self._board.base(), self._board.rates(as_of)
        return {item.key: _turned(item.amount, base, rates) for item in items}

    def together(self, amounts: Sequence[Money], as_of: date) -> Money:
        """Amounts of several currencies as one; what has no rate is left out."""
        base, rates = self._board.base(), self._board.rates(as_of)
        return Money(sum(_turned(one, base, rates) for one in amounts), base)


def _turned(amount: Money | None, base: str, rates: Mapping[str, Decimal]) -> int:
    if amount is None or amount.currency == base:
        return amount.minor if amount else 0
    rate = rates.get(amount.currency)
    return convert(amount.minor, amount.currency, base, rate) if rate is not None else 0
