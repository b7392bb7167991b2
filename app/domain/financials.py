"""A customer's financial statements: their lines, what follows from what, and whether they balance.

Amounts are signed minor units of the statement's currency; a line that is not given is absent,
never zero. Liabilities, costs and interest are positive as they stand in a statement.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.domain.problem import Problem, Severity


class Line(StrEnum):
    """The lines a credit file asks for, by the names of both kinds of statement."""

    CASH = "cash"
    RECEIVABLES = "receivables"
    INVENTORY = "inventory"
    PREPAID = "prepaid"
    CURRENT_ASSETS = "current_assets"
    INTANGIBLES = "intangibles"
    TOTAL_ASSETS = "total_assets"
    PAYABLES = "payables"
    SHORT_DEBT = "short_debt"
    CURRENT_LIABILITIES = "current_liabilities"
    LONG_DEBT = "long_debt"
    TOTAL_LIABILITIES = "total_liabilities"
    RETAINED_EARNINGS = "retained_earnings"
    EQUITY = "equity"
    REVENUE = "revenue"
    COST_OF_SALES = "cost_of_sales"
    EBIT = "ebit"
    INTEREST = "interest"
    PROFIT_BEFORE_TAX = "profit_before_tax"
    TAX = "tax"
    NET_PROFIT = "net_profit"
    DEPRECIATION = "depreciation"
    OPERATING_CASH_FLOW = "operating_cash_flow"
    DEBT_SERVICE = "debt_service"


Figures = Mapping[Line, int]

_SUMS: tuple[tuple[Line, tuple[tuple[Line, int], ...]], ...] = (
    (Line.TOTAL_LIABILITIES, ((Line.TOTAL_ASSETS, 1), (Line.EQUITY, -1))),
    (Line.EQUITY, ((Line.TOTAL_ASSETS, 1), (Line.TOTAL_LIABILITIES, -1))),
    (Line.TOTAL_ASSETS, ((Line.TOTAL_LIABILITIES, 1), (Line.EQUITY, 1))),
    (Line.PROFIT_BEFORE_TAX, ((Line.NET_PROFIT, 1), (Line.TAX, 1))),
    (Line.EBIT, ((Line.PROFIT_BEFORE_TAX, 1), (Line.INTEREST, 1))),
)

_PARTS: tuple[tuple[Line, tuple[Line, ...]], ...] = (
    (Line.CURRENT_ASSETS, (Line.CASH, Line.RECEIVABLES, Line.INVENTORY, Line.PREPAID)),
    (Line.TOTAL_ASSETS, (Line.CURRENT_ASSETS,)),
    (Line.CURRENT_LIABILITIES, (Line.PAYABLES, Line.SHORT_DEBT)),
    (Line.TOTAL_LIABILITIES, (Line.CURRENT_LIABILITIES, Line.LONG_DEBT)),
)

_NEVER_NEGATIVE = (
    Line.CASH,
    Line.RECEIVABLES,
    Line.INVENTORY,
    Line.CURRENT_ASSETS,
    Line.TOTAL_ASSETS,
    Line.CURRENT_LIABILITIES,
    Line.TOTAL_LIABILITIES,
    Line.REVENUE,
    Line.DEPRECIATION,
)


def completed(given: Figures) -> dict[Line, int]:
    """The figures with those that follow from them: equity from assets and liabilities, EBIT from profit."""
    figures = dict(given)
    for line, terms in _SUMS:
        if line not in figures and all(term in figures for term, _ in terms):
            figures[line] = sum(side * figures[term] for term, side in terms)
    return figures


def check(given: Figures) -> list[Problem]:
    """What cannot be right: a balance sheet that does not balance, a part above its whole, a wrong sign."""
    problems = []
    both = (Line.TOTAL_LIABILITIES, Line.EQUITY)
    if Line.TOTAL_ASSETS in given and all(line in given for line in both):
        difference = given[Line.TOTAL_ASSETS] - sum(given[line] for line in both)
        if difference:
            problems.append(Problem("financials.unbalanced", {"difference": difference}))
    for whole, parts in _PARTS:
        known = sum(given.get(part, 0) for part in parts)
        if whole in given and known > given[whole]:
            params = {"line": whole, "amount": given[whole], "parts": known}
            problems.append(Problem("financials.part_above_whole", params, Severity.WARNING))
    problems += [
        Problem("financials.negative", {"line": line, "amount": given[line]})
        for line in _NEVER_NEGATIVE
        if given.get(line, 0) < 0
    ]
    return problems
