"""The cash forecast's values as the workbook takes them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.cash_forecast import Flow
from app.domain.forecast import HABIT
from app.reports.cash_sheet import CashPaper, SheetItem, SheetWeek

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.cash_backtest import CashBacktest
    from app.services.cash_views import CashForecast, CashWeek, ExpectedRow

_FIGURES = ("habit", "announced", "claims", "sales", "incomes", "outflows", "net", "balance", "low", "high")


def paper_of(
    found: CashForecast,
    compared: CashForecast | None,
    rows: Sequence[ExpectedRow],
    backtest: CashBacktest | None,
) -> CashPaper:
    """The paper of a forecast; ``compared`` gives the scenario's columns."""
    opening = found.opening
    overlay = compared.overlay if compared is not None else None
    others = compared.weeks if compared is not None else (None,) * len(found.weeks)
    return CashPaper(
        found.as_of,
        found.currency,
        [_week(week, other) for week, other in zip(found.weeks, others, strict=True)],
        [
            ("cash.later", {"weeks": len(found.weeks)}, found.later),
            *((f"forecast.left_out.{why}", {}, minor) for why, minor in found.left_out.items()),
            ("forecast.on_account", {}, found.on_account),
        ],
        found.receivables,
        [_item(found, row) for row in rows],
        [_named(one) for one in found.flows],
        None if opening is None else (opening.on, opening.amount, opening.source),
        None if overlay is None else (overlay.code, overlay.name),
        backtest,
        found.company_habit,
    )


def _named(flow: Flow) -> Flow:
    return replace(flow, label=flow.label or "–")


def _week(week: CashWeek, other: CashWeek | None) -> SheetWeek:
    figures: dict[str, int | None] = {name: getattr(week, name) for name in _FIGURES}
    if other is not None:
        known = week.balance is not None and other.balance is not None
        figures["compared"] = other.balance if known else other.net
        figures["difference"] = (other.balance or 0) - (week.balance or 0) if known else other.net - week.net
    return SheetWeek(week.start, figures, week.holidays)


def _item(found: CashForecast, row: ExpectedRow) -> SheetItem:
    item = row.item
    return SheetItem(
        row.customer,
        row.customer_en,
        row.number,
        item.due,
        row.amount,
        item.currency,
        row.base,
        row.part if isinstance(row.part, int) else None,
        item.why,
        item.on,
        item.low,
        item.high,
        why_params(found, row),
    )


def why_params(found: CashForecast, row: ExpectedRow) -> dict[str, object]:
    """What the sentence of why needs."""
    if row.item.why == HABIT:
        return {"days": f"{row.item.days}".replace("-", "−")}
    return {"days": found.assumptions.claim_days}
