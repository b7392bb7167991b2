"""Financial ratios as values with their definition; what cannot be computed says why instead of misleading.

Nothing is rounded here. A gearing over negative equity, or anything over a zero denominator, has no
value: as a number it would sort among the good ones.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from app.domain.financials import Figures, Line, completed

DAYS = Decimal(365)


class RatioCode(StrEnum):
    """Each ratio a credit file shows."""

    CURRENT = "current"
    QUICK = "quick"
    CASH = "cash"
    DEBT = "debt"
    EQUITY = "equity"
    GEARING = "gearing"
    INTEREST_COVER = "interest_cover"
    DEBT_SERVICE_COVER = "debt_service_cover"
    CASH_FLOW_COVER = "cash_flow_cover"
    EARNINGS_COVER = "earnings_cover"
    EBIT_RETURN = "ebit_return"
    RETURN_ON_ASSETS = "return_on_assets"
    NET_MARGIN = "net_margin"
    INVENTORY_DAYS = "inventory_days"
    RECEIVABLE_DAYS = "receivable_days"
    PAYABLE_DAYS = "payable_days"
    CASH_CYCLE = "cash_cycle"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, or none with the reason: a code worded in both languages and its parameters."""

    value: Decimal | None
    why: str = ""
    params: Mapping[str, object] = field(default_factory=dict)


def ratios(given: Figures) -> dict[RatioCode, Figure]:
    """Every ratio that the figures allow, and why the others are not computable."""
    figures = completed(given)
    return {code: rule(figures) for code, rule in _RULES.items()}


def ratio(code: RatioCode, given: Figures) -> Figure:
    """One of them."""
    return _RULES[code](completed(given))


def tangible_net_worth(given: Figures) -> Figure:
    """Equity less intangibles, minor units; intangibles that are not given count as none."""
    figures = completed(given)
    if Line.EQUITY not in figures:
        return _lacking(Line.EQUITY)
    return Figure(Decimal(figures[Line.EQUITY] - figures.get(Line.INTANGIBLES, 0)))


def _lacking(*lines: Line) -> Figure:
    return Figure(None, "ratio.lacking", {"lines": lines})


def _over(top: tuple[tuple[Line, int], ...], bottom: Line, scale: Decimal = Decimal(1)) -> Rule:
    """A sum of lines over one line, times ``scale``; no value where a line lacks or the bottom is nil."""

    def rule(figures: Figures) -> Figure:
        lacking = tuple(line for line in (*(line for line, _ in top), bottom) if line not in figures)
        if lacking:
            return _lacking(*lacking)
        if figures[bottom] == 0:
            return Figure(None, "ratio.zero", {"line": bottom})
        if figures[bottom] < 0:
            return Figure(None, "ratio.negative", {"line": bottom})
        total = sum(side * figures[line] for line, side in top)
        return Figure(Decimal(total) / figures[bottom] * scale)

    return rule


def _simple(top: Line, bottom: Line, scale: Decimal = Decimal(1)) -> Rule:
    return _over(((top, 1),), bottom, scale)


def _quick(figures: Figures) -> Figure:
    with_prepaid = {Line.PREPAID: 0, **figures}
    top = ((Line.CURRENT_ASSETS, 1), (Line.INVENTORY, -1), (Line.PREPAID, -1))
    return _over(top, Line.CURRENT_LIABILITIES)(with_prepaid)


def _gearing(figures: Figures) -> Figure:
    with_debt = dict(figures)
    if Line.SHORT_DEBT in figures or Line.LONG_DEBT in figures:
        with_debt = {Line.SHORT_DEBT: 0, Line.LONG_DEBT: 0, **figures}
    return _over(((Line.SHORT_DEBT, 1), (Line.LONG_DEBT, 1)), Line.EQUITY)(with_debt)


def _cash_cycle(figures: Figures) -> Figure:
    parts = [_RULES[code](figures) for code in (RatioCode.INVENTORY_DAYS, RatioCode.RECEIVABLE_DAYS)]
    paid = _RULES[RatioCode.PAYABLE_DAYS](figures)
    for part in (*parts, paid):
        if part.value is None:
            return part
    return Figure(sum((p.value for p in parts if p.value is not None), Decimal(0)) - (paid.value or 0))


Rule = Callable[[Figures], Figure]
_RULES: dict[RatioCode, Rule] = {
    RatioCode.CURRENT: _simple(Line.CURRENT_ASSETS, Line.CURRENT_LIABILITIES),
    RatioCode.QUICK: _quick,
    RatioCode.CASH: _simple(Line.CASH, Line.CURRENT_LIABILITIES),
    RatioCode.DEBT: _simple(Line.TOTAL_LIABILITIES, Line.TOTAL_ASSETS),
    RatioCode.EQUITY: _simple(Line.EQUITY, Line.TOTAL_ASSETS),
    RatioCode.GEARING: _gearing,
    RatioCode.INTEREST_COVER: _simple(Line.EBIT, Line.INTEREST),
    RatioCode.DEBT_SERVICE_COVER: _over(((Line.EBIT, 1), (Line.DEPRECIATION, 1)), Line.DEBT_SERVICE),
    RatioCode.CASH_FLOW_COVER: _simple(Line.OPERATING_CASH_FLOW, Line.TOTAL_LIABILITIES),
    RatioCode.EARNINGS_COVER: _over(((Line.NET_PROFIT, 1), (Line.DEPRECIATION, 1)), Line.TOTAL_LIABILITIES),
    RatioCode.EBIT_RETURN: _simple(Line.EBIT, Line.TOTAL_ASSETS),
    RatioCode.RETURN_ON_ASSETS: _simple(Line.NET_PROFIT, Line.TOTAL_ASSETS),
    RatioCode.NET_MARGIN: _simple(Line.NET_PROFIT, Line.REVENUE),
    RatioCode.INVENTORY_DAYS: _simple(Line.INVENTORY, Line.COST_OF_SALES, DAYS),
    RatioCode.RECEIVABLE_DAYS: _simple(Line.RECEIVABLES, Line.REVENUE, DAYS),
    RatioCode.PAYABLE_DAYS: _simple(Line.PAYABLES, Line.COST_OF_SALES, DAYS),
    RatioCode.CASH_CYCLE: _cash_cycle,
}
