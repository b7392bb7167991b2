"""The health check (信用体检): key figures of any periods, their rows, targets, benchmarks, and the risk map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.kpi_period import Period, PeriodKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from app.domain.changes import ChangeSet
    from app.services.control import Control
    from app.services.health_views import (
        AgingTrend,
        Aim,
        Concentrated,
        Health,
        HeatMap,
        KpiRows,
        Migration,
    )

POINTS = 8


class HealthService:
    """Reads everything from the dated ledger; only targets and benchmarks are kept."""

    # -- periods --------------------------------------------------------------------------------

    def periods(self, kind: PeriodKind = PeriodKind.QUARTER) -> tuple[Period, ...]:
        """Those with anything in the ledger, the newest first; today's is the first."""
        raise NotImplementedError

    def period(self, name: str) -> Period:
        """The one called ``2025Q4``, ``2025-12``, ``2025`` or ``2025-10-01..2025-12-31``."""
        raise NotImplementedError

    def last_quarter(self) -> Period:
        """The newest quarter that is over and holds anything, else today's."""
        raise NotImplementedError

    # -- figures --------------------------------------------------------------------------------

    def figures(self, period: Period, control: Control | None = None, *, points: int = POINTS) -> Health:
        """All figures of a period, with ``points`` periods of the same kind as their trend."""
        raise NotImplementedError

    def series(self, periods: Sequence[Period], control: Control | None = None) -> tuple[Health, ...]:
        """All figures of many periods at once, in their order; the trend of each reaches back to the first."""
        raise NotImplementedError

    def rows(self, key: str, period: Period, control: Control | None = None) -> KpiRows:
        """The rows behind a figure; empty where it has none."""
        raise NotImplementedError

    # -- risk -----------------------------------------------------------------------------------

    def heat_map(self, period: Period, by: str = "grade") -> HeatMap:
        """Exposure at the end of a period by grade, region or industry × size."""
        raise NotImplementedError

    def concentration(self, period: Period) -> Concentrated:
        """Who owes how much of all at the end of a period."""
        raise NotImplementedError

    def migration(self, start: date, end: date) -> Migration:
        """How grades moved between two days."""
        raise NotImplementedError

    def aging_trend(self, periods: Sequence[Period]) -> AgingTrend:
        """What stood open by age at the ends of periods."""
        raise NotImplementedError

    # -- targets and benchmarks -----------------------------------------------------------------

    def aims(self) -> tuple[Aim, ...]:
        """Every figure with its target and benchmarks, in the order of the page."""
        raise NotImplementedError

    def set_target(self, key: str, text: str) -> ChangeSet:
        """Choose a target as typed: a share in per cent, days, a count; "" for none at all."""
        raise NotImplementedError

    def reset_target(self, key: str) -> ChangeSet:
        """Back to the usual one."""
        raise NotImplementedError

    def choose_benchmark(self, key: str, code: str) -> ChangeSet:
        """Compare with one of those offered; "" compares with none."""
        raise NotImplementedError

    def set_benchmark(
        self, key: str, value: Decimal, source: str, on: date | None = None, url: str = ""
    ) -> ChangeSet:
        """Compare with a figure of one's own; who published it has to be said."""
        raise NotImplementedError

    def reset_benchmark(self, key: str) -> ChangeSet:
        """Back to the usual one."""
        raise NotImplementedError
