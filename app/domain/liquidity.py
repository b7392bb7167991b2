"""Our own liquidity (自身流动性): ratios, working capital and what of it trade ties up, from a statement.

Amounts are minor units. Working-capital requirement (营运资金需求) = inventories + receivables − payables;
net working capital = current assets − current liabilities; what is left of it after the requirement is
net cash: below 0 it is the gap that short debt fills.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.domain.financials import Figures, Line, completed
from app.domain.ratios import Figure, RatioCode, ratio


class LiquidityCode(StrEnum):
    """Each figure of our own liquidity."""

    CURRENT = "current"
    QUICK = "quick"
    CASH = "cash"
    WORKING_CAPITAL = "working_capital"
    REQUIREMENT = "requirement"
    NET_CASH = "net_cash"
    INVENTORY_DAYS = "inventory_days"
    RECEIVABLE_DAYS = "receivable_days"
    PAYABLE_DAYS = "payable_days"
    CASH_CYCLE = "cash_cycle"


_RATIOS = {
    LiquidityCode.CURRENT: RatioCode.CURRENT,
    LiquidityCode.QUICK: RatioCode.QUICK,
    LiquidityCode.CASH: RatioCode.CASH,
    LiquidityCode.INVENTORY_DAYS: RatioCode.INVENTORY_DAYS,
    LiquidityCode.RECEIVABLE_DAYS: RatioCode.RECEIVABLE_DAYS,
    LiquidityCode.PAYABLE_DAYS: RatioCode.PAYABLE_DAYS,
    LiquidityCode.CASH_CYCLE: RatioCode.CASH_CYCLE,
}
_SUMS: dict[LiquidityCode, tuple[tuple[Line, int], ...]] = {
    LiquidityCode.WORKING_CAPITAL: ((Line.CURRENT_ASSETS, 1), (Line.CURRENT_LIABILITIES, -1)),
    LiquidityCode.REQUIREMENT: ((Line.INVENTORY, 1), (Line.RECEIVABLES, 1), (Line.PAYABLES, -1)),
    LiquidityCode.NET_CASH: (
        (Line.CURRENT_ASSETS, 1),
        (Line.CURRENT_LIABILITIES, -1),
        (Line.INVENTORY, -1),
        (Line.RECEIVABLES, -1),
        (Line.PAYABLES, 1),
    ),
}
MONEY = frozenset(_SUMS)
DAYS = frozenset(
    {
        LiquidityCode.INVENTORY_DAYS,
        LiquidityCode.RECEIVABLE_DAYS,
        LiquidityCode.PAYABLE_DAYS,
        LiquidityCode.CASH_CYCLE,
    }
)


@dataclass(frozen=True, slots=True)
class LiquidityFigure:
    """One figure: a ratio, days, or minor units of the statement's currency; ``before`` a year earlier."""

    code: LiquidityCode
    figure: Figure
    before: Decimal | None = None

    @property
    def unit(self) -> str:
        """money, days or times."""
        return "money" if self.code in MONEY else "days" if self.code in DAYS else "times"


def lines_of_sum(code: LiquidityCode) -> tuple[Line, ...]:
    """The lines that a sum of money is made of; none for a ratio."""
    return tuple(line for line, _ in _SUMS.get(code, ()))


def liquidity(given: Figures) -> dict[LiquidityCode, Figure]:
    """Every figure that the lines allow (flows of a year), and why the others cannot be worked out."""
    figures = completed(given)
    found = {}
    for code in LiquidityCode:
        found[code] = _sum(figures, _SUMS[code]) if code in _SUMS else ratio(_RATIOS[code], figures)
    return found


def _sum(figures: Figures, terms: tuple[tuple[Line, int], ...]) -> Figure:
    lacking = tuple(line for line, _ in terms if line not in figures)
    if lacking:
        return Figure(None, "ratio.lacking", {"lines": lacking})
    return Figure(Decimal(sum(side * figures[line] for line, side in terms)))
