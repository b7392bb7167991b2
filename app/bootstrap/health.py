"""The health check over one open company, and the benchmarks the program ships."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from app import resources
from app.bootstrap.watch import review_months
from app.services.health import HealthService
from app.services.health_ports import HealthDesk
from app.services.health_views import Benchmark
from app.storage.readers.health import SqlHealthReader

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.clock import Clock
    from app.domain.scorecard import Grade
    from app.services.company import CompanyService
    from app.services.cover_views import CoverBook
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


@cache
def shipped_benchmarks() -> tuple[Benchmark, ...]:
    """Figures published by others, each with its source."""
    told = json.loads(resources.path("benchmarks.json").read_text(encoding="utf-8"))
    return tuple(
        Benchmark(
            one["code"],
            one["key"],
            Decimal(one["value"]),
            one["source"],
            date.fromisoformat(one["on"]),
            one["url"],
        )
        for one in told
    )


class _Insured:
    """``app.services.health_ports.Insured`` over the session's cover."""

    def __init__(self, session: CompanySession) -> None:
        self._session = session

    def since(self) -> date | None:
        """The first day any policy was in force."""
        return min((one.record.start for one in self._session.policies.all() if one.in_use), default=None)

    def book(self, as_of: date) -> CoverBook:
        """The cover of all open invoices on a day."""
        return self._session.cover.book(as_of)


def health_service(
    store: SqlStore, company: CompanyService, clock: Clock, session: CompanySession
) -> HealthService:
    """The service over a store; the services beside it are made when first asked."""

    def grades(on: date) -> Mapping[int, Grade]:
        return {row_id: one.grade for row_id, one in session.scoring.grade_of(None, on).items()}

    return HealthService(
        HealthDesk(
            reader=SqlHealthReader(store),
            settings=session.settings,
            insured=_Insured(session),
            grades=grades,
            review_months=review_months(session),
            today=clock.today,
            bucket_limits=lambda: company.get().bucket_limits,
            country=lambda: company.get().country,
            benchmarks=shipped_benchmarks,
        )
    )
