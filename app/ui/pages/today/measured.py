"""Where a tile's figure stands on the health check: the same figure over the same days."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.kpi_period import PeriodKind, period_of, span

_YEAR = 365


def measured(key: str, today: date) -> dict[str, str]:
    """Tab, figure and period: what is owed as of today, promises of the last twelve months."""
    if key == "promises_kept":
        period = span(today - timedelta(_YEAR - 1), today)
        return {"tab": "overview", "figure": key, "period": period.name}
    period = period_of(today, PeriodKind.QUARTER)
    if key == "dso":
        return {"tab": "figures", "figure": "dso_year", "period": period.name}
    return {"tab": "overview", "figure": key, "period": period.name}
