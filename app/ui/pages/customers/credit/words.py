"""Figures, problems and reasons of a credit file in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.financials import Line
from app.domain.ratios import RatioCode
from app.ui.writing import figure
from app.words import say
from app.words.formats import MINUS, ratio

if TYPE_CHECKING:
    from app.domain.credit_file import FinancialStatement
    from app.domain.credit_file_views import StatementView
    from app.domain.distress import Opinion
    from app.domain.problem import Problem
    from app.domain.ratios import Figure
    from app.ui.formats import Formats

translate = QCoreApplication.translate
SHARES = frozenset(
    {
        RatioCode.DEBT,
        RatioCode.EQUITY,
        RatioCode.EBIT_RETURN,
        RatioCode.RETURN_ON_ASSETS,
        RatioCode.NET_MARGIN,
    }
)
DAYS = frozenset(
    {RatioCode.INVENTORY_DAYS, RatioCode.RECEIVABLE_DAYS, RatioCode.PAYABLE_DAYS, RatioCode.CASH_CYCLE}
)
INPUTS: dict[RatioCode, tuple[Line, ...]] = {
    RatioCode.CURRENT: (Line.CURRENT_ASSETS, Line.CURRENT_LIABILITIES),
    RatioCode.QUICK: (Line.CURRENT_ASSETS, Line.INVENTORY, Line.PREPAID, Line.CURRENT_LIABILITIES),
    RatioCode.CASH: (Line.CASH, Line.CURRENT_LIABILITIES),
    RatioCode.DEBT: (Line.TOTAL_LIABILITIES, Line.TOTAL_ASSETS),
    RatioCode.EQUITY: (Line.EQUITY, Line.TOTAL_ASSETS),
    RatioCode.GEARING: (Line.SHORT_DEBT, Line.LONG_DEBT, Line.EQUITY),
    RatioCode.INTEREST_COVER: (Line.EBIT, Line.INTEREST),
    RatioCode.DEBT_SERVICE_COVER: (Line.EBIT, Line.DEPRECIATION, Line.DEBT_SERVICE),
    RatioCode.CASH_FLOW_COVER: (Line.OPERATING_CASH_FLOW, Line.TOTAL_LIABILITIES),
    RatioCode.EARNINGS_COVER: (Line.NET_PROFIT, Line.DEPRECIATION, Line.TOTAL_LIABILITIES),
    RatioCode.EBIT_RETURN: (Line.EBIT, Line.TOTAL_ASSETS),
    RatioCode.RETURN_ON_ASSETS: (Line.NET_PROFIT, Line.TOTAL_ASSETS),
    RatioCode.NET_MARGIN: (Line.NET_PROFIT, Line.REVENUE),
    RatioCode.INVENTORY_DAYS: (Line.INVENTORY, Line.COST_OF_SALES),
    RatioCode.RECEIVABLE_DAYS: (Line.RECEIVABLES, Line.REVENUE),
    RatioCode.PAYABLE_DAYS: (Line.PAYABLES, Line.COST_OF_SALES),
    RatioCode.CASH_CYCLE: (
        Line.INVENTORY,
        Line.RECEIVABLES,
        Line.PAYABLES,
        Line.COST_OF_SALES,
        Line.REVENUE,
    ),
}
"""The lines behind each ratio, so that a figure can be traced to them."""
_Z_LINES = (
    Line.CURRENT_ASSETS,
    Line.CURRENT_LIABILITIES,
    Line.RETAINED_EARNINGS,
    Line.EBIT,
    Line.TOTAL_ASSETS,
    Line.TOTAL_LIABILITIES,
    Line.EQUITY,
)
MODEL_INPUTS: dict[str, tuple[Line, ...]] = {
    "z_double_prime": _Z_LINES,
    "z_prime": (*_Z_LINES, Line.REVENUE),
    "zmijewski": (
        Line.NET_PROFIT,
        Line.TOTAL_LIABILITIES,
        Line.TOTAL_ASSETS,
        Line.CURRENT_ASSETS,
        Line.CURRENT_LIABILITIES,
    ),
}
"""The lines behind each distress model."""
ZONE_TONES = {"safe": "good", "grey": "warn", "distress": "danger"}


def number(value: Decimal, places: int) -> str:
    """A rounded number with separators and a true minus."""
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return figure(f"{MINUS if rounded < 0 else ''}{abs(rounded):,f}")


def ratio_text(code: RatioCode, value: Decimal) -> str:
    """A ratio as it is read: a share in per cent, a cycle in days, else times."""
    if code in SHARES:
        return ratio(value)
    return number(value, 0 if code in DAYS else 2)


def change_text(code: RatioCode, change: Decimal) -> str:
    """By how much a ratio changed, with its sign; shares in percentage points."""
    sign = "+" if change > 0 else ""
    if code in SHARES:
        points = f"{sign}{number(change * 100, 1)}"
        return translate("CreditWords", "{points} percentage points").format(points=points)
    return f"{sign}{number(change, 0 if code in DAYS else 2)}"


def trend_sign(code: RatioCode, change: Decimal | None) -> str:
    """Up, down or the same since a year before, as it is shown; nothing where there is no year before."""
    if change is None:
        return ""
    shown = round(change * 100, 1) if code in SHARES else round(change, 0 if code in DAYS else 2)
    return "▲" if shown > 0 else "▼" if shown < 0 else "＝"


def written_in(statement: FinancialStatement, lang: str) -> str:
    """Currency and unit of the paper; the unit only where it is none of one."""
    if statement.unit == 1:
        return statement.currency
    return f"{statement.currency} {say(f'unit.{statement.unit}', lang)}"


def why(figure: Figure, lang: str) -> str:
    """Why there is no value, its lines by name."""
    said = dict(figure.params)
    if isinstance(lines := said.get("lines"), tuple):
        said["lines"] = join_lines(lines, lang)
    if isinstance(line := said.get("line"), Line):
        said["line"] = say(f"line.{line}", lang)
    return say(figure.why, lang, **said)


def join_lines(lines: tuple[Line, ...], lang: str) -> str:
    """Lines by name, one after the other."""
    return ("、" if lang == "zh" else ", ").join(say(f"line.{one}", lang) for one in lines)


def opinion_text(one: Opinion) -> str:
    """A model's figure: its score, or its probability where it gives one."""
    if one.figure.value is None:
        return ""
    if one.probability is not None:
        return ratio(Decimal(str(round(one.probability, 4))))
    return number(one.figure.value, 2)


def problem_text(problem: Problem, currency: str, formats: Formats) -> str:
    """What is wrong with a statement, lines by name and amounts with their currency."""
    lang = formats.lang
    said: dict[str, object] = {}
    for name, value in problem.params.items():
        if isinstance(value, Line):
            said[name] = say(f"line.{value}", lang)
        elif isinstance(value, int) and name in {"difference", "amount", "parts"}:
            said[name] = formats.money(value, currency, whole=True)
        else:
            said[name] = value
    return say(problem.code, lang, **said)


def period_title(view: StatementView, formats: Formats) -> str:
    """The end of a period, and its months where it is no year."""
    one = view.statement
    title = formats.day(one.period_end)
    if one.months != 12:  # noqa: PLR2004 - a year
        title += " " + say("credit_report.months_of", formats.lang, n=one.months)
    return title
