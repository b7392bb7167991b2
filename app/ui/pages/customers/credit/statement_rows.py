"""The rows of statements side by side: what each was drawn up as, its lines, whether it balances."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.financials import Line, completed
from app.domain.money import to_major
from app.domain.ratios import RatioCode
from app.ui.models.columns import DASH, EMPTY, Align, Cell, Column
from app.ui.pages.customers.credit.words import (
    ZONE_TONES,
    change_text,
    opinion_text,
    period_title,
    ratio_text,
    trend_sign,
    why,
    written_in,
)
from app.words import say, word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.credit_file_views import StatementView
    from app.domain.financials import Figures
    from app.ui.formats import Formats

translate = QCoreApplication.translate
SECTIONS: tuple[tuple[str, tuple[Line, ...]], ...] = (
    (
        "assets",
        (
            Line.CASH,
            Line.RECEIVABLES,
            Line.INVENTORY,
            Line.PREPAID,
            Line.CURRENT_ASSETS,
            Line.INTANGIBLES,
            Line.TOTAL_ASSETS,
        ),
    ),
    (
        "funds",
        (
            Line.PAYABLES,
            Line.SHORT_DEBT,
            Line.CURRENT_LIABILITIES,
            Line.LONG_DEBT,
            Line.TOTAL_LIABILITIES,
            Line.RETAINED_EARNINGS,
            Line.EQUITY,
        ),
    ),
    (
        "income",
        (
            Line.REVENUE,
            Line.COST_OF_SALES,
            Line.EBIT,
            Line.INTEREST,
            Line.PROFIT_BEFORE_TAX,
            Line.TAX,
            Line.NET_PROFIT,
        ),
    ),
    ("cash_flow", (Line.DEPRECIATION, Line.OPERATING_CASH_FLOW, Line.DEBT_SERVICE)),
)
"""The lines in the order of the papers they stand in."""
TOTALS = frozenset(
    {
        Line.CURRENT_ASSETS,
        Line.TOTAL_ASSETS,
        Line.CURRENT_LIABILITIES,
        Line.TOTAL_LIABILITIES,
        Line.EQUITY,
        Line.EBIT,
        Line.NET_PROFIT,
    }
)
_SIDES = (Line.TOTAL_ASSETS, Line.TOTAL_LIABILITIES, Line.EQUITY)
_WIDE, _PERIOD = 220, 168


@dataclass(frozen=True)
class Row:
    """One row: ``kind`` is head, meta, line, check, ratio, worth or model; ``key`` which of them."""

    id: int
    kind: str
    key: str


def section_title(key: str) -> str:
    """What a group of lines is called."""
    return {
        "assets": translate("StatementRows", "Assets"),
        "funds": translate("StatementRows", "Liabilities and equity"),
        "income": translate("StatementRows", "Profit and loss"),
        "cash_flow": translate("StatementRows", "Cash and debt"),
        "paper": translate("StatementRows", "The paper"),
        "ratios": translate("StatementRows", "Ratios"),
        "models": translate("StatementRows", "Distress models (a second opinion)"),
    }[key]


def statement_rows(views: Sequence[StatementView]) -> list[Row]:
    """The rows for these periods: lines that none of them has are left out."""
    known = {line for view in views for line in completed(view.figures)}
    found = [Row(1, "meta", "quality"), Row(2, "meta", "unit"), Row(3, "meta", "standing")]
    for key, lines in SECTIONS:
        shown = [line for line in lines if line in known]
        if shown:
            found.append(Row(len(found) + 1, "head", key))
            found += [Row(len(found) + 1 + place, "line", line.value) for place, line in enumerate(shown)]
        if key == "funds":
            found.append(Row(len(found) + 1, "check", "balance"))
    return found


def ratio_rows(views: Sequence[StatementView]) -> list[Row]:
    """Ratios, tangible net worth and models."""
    found = [Row(1, "head", "ratios")]
    found += [Row(10 + place, "ratio", code.value) for place, code in enumerate(RatioCode)]
    found += [Row(90, "worth", "tangible_net_worth"), Row(100, "head", "models")]
    models = views[0].opinions if views else ()
    found += [Row(110 + place, "model", one.model) for place, one in enumerate(models)]
    return found


def row_title(row: Row, lang: str) -> str:
    """What a row is called."""
    if row.kind == "head":
        return section_title(row.key)
    if row.kind == "line":
        return say(f"line.{row.key}", lang)
    if row.kind == "ratio":
        return say(f"ratio_name.{row.key}", lang)
    if row.kind == "model":
        return say(f"model.{row.key}", lang)
    return {
        "quality": translate("StatementRows", "Who stands behind it"),
        "unit": translate("StatementRows", "Currency, written in"),
        "standing": translate("StatementRows", "Age"),
        "balance": translate("StatementRows", "Balances"),
        "tangible_net_worth": translate("StatementRows", "Tangible net worth"),
    }[row.key]


def columns(views: Sequence[StatementView], formats: Formats, *, narrows: bool = False) -> list[Column[Row]]:
    """The names, then a column a period, the newest first; the oldest leave first where it ``narrows``."""
    names: Column[Row] = Column(
        "name",
        lambda: translate("StatementRows", "Line"),
        lambda row: Cell(
            row_title(row, formats.lang), strong=_strong(row), tone=_tone(row), tip=_tip(row, formats.lang)
        ),
        width=_WIDE,
        min_width=120,
        stretch=2,
        sortable=False,
        fixed=True,
    )
    made = [_period_column(view, formats) for view in views]
    if narrows:
        made = [
            replace(each, min_width=_PERIOD, drop=len(made) - place if place else 0, fixed=not place)
            for place, each in enumerate(made)
        ]
    return [names, *made]


def _strong(row: Row) -> bool:
    return row.kind == "head" or (row.kind == "line" and Line(row.key) in TOTALS)


def _tip(row: Row, lang: str) -> str:
    """The definition of a ratio or what a model is for."""
    if row.kind not in {"ratio", "model"}:
        return ""
    return say(f"{'ratio_about' if row.kind == 'ratio' else 'model_about'}.{row.key}", lang)


def _tone(row: Row) -> str:
    return "secondary" if row.kind == "meta" else ""


def _period_column(view: StatementView, formats: Formats) -> Column[Row]:
    return Column(
        f"period{view.statement.id}",
        lambda: period_title(view, formats),
        partial(cell, view=view, formats=formats),
        plain=partial(_plain, view=view),
        width=_PERIOD,
        min_width=104,
        stretch=1,
        align=Align.RIGHT,
        sortable=False,
        fixed=True,
    )


def cell(row: Row, view: StatementView, formats: Formats) -> Cell:
    """What a row says of a period."""
    makers: dict[str, Callable[[Row, StatementView, Formats], Cell]] = {
        "head": lambda *_: EMPTY,
        "meta": _meta,
        "line": _line,
        "check": _check,
        "ratio": _ratio,
        "worth": _worth,
        "model": _model,
    }
    return makers[row.kind](row, view, formats)


def _meta(row: Row, view: StatementView, formats: Formats) -> Cell:
    one, lang = view.statement, formats.lang
    if row.key == "quality":
        return Cell(word("statement_quality", one.quality, lang), tone="secondary")
    if row.key == "unit":
        return Cell(written_in(one, lang), tone="secondary")
    if view.stale:
        return Cell(translate("StatementRows", "Stale"), chip="warn")
    return Cell(translate("StatementRows", "Current"), tone="secondary")


def _line(row: Row, view: StatementView, formats: Formats) -> Cell:
    line, currency = Line(row.key), view.statement.currency
    strong = line in TOTALS
    if line in view.figures:
        return Cell(formats.whole(view.figures[line], currency), strong=strong)
    follows = completed(view.figures).get(line)
    if follows is None:
        return Cell(DASH, tone="tertiary")
    tip = translate("StatementRows", "Worked out of the other lines")
    return Cell(formats.whole(follows, currency), tone="secondary", tip=tip)


def _check(_row: Row, view: StatementView, formats: Formats) -> Cell:
    difference = balance(view.figures)
    if difference is None:
        return Cell(translate("StatementRows", "Not checkable"), tone="tertiary")
    if difference == 0:
        return Cell(translate("StatementRows", "Yes"), chip="good")
    off = formats.whole(difference, view.statement.currency)
    return Cell(translate("StatementRows", "Off by {amount}").format(amount=off), chip="danger")


def balance(figures: Figures) -> int | None:
    """Assets less liabilities and equity in minor units; None unless all three are given."""
    if not all(line in figures for line in _SIDES):
        return None
    assets, liabilities, equity = (figures[line] for line in _SIDES)
    return assets - liabilities - equity


def _ratio(row: Row, view: StatementView, formats: Formats) -> Cell:
    code = RatioCode(row.key)
    figure = view.ratios[code]
    if figure.value is None:
        return _not_computable(why(figure, formats.lang))
    change = view.trends.get(code)
    tip = ""
    if change is not None:
        tip = translate("StatementRows", "{change} since a year before").format(
            change=change_text(code, change)
        )
    return Cell(f"{ratio_text(code, figure.value)} {trend_sign(code, change)}".strip(), tip=tip)


def _worth(_row: Row, view: StatementView, formats: Formats) -> Cell:
    figure = view.tangible_net_worth
    if figure.value is None:
        return _not_computable(why(figure, formats.lang))
    return Cell(formats.whole(int(figure.value), view.statement.currency))


def _model(row: Row, view: StatementView, formats: Formats) -> Cell:
    one = next(each for each in view.opinions if each.model == row.key)
    if one.figure.value is None or one.zone is None:
        return _not_computable(why(one.figure, formats.lang))
    zone = say(f"zone.{one.zone}", formats.lang)
    return Cell(f"{opinion_text(one)} {zone}", chip=ZONE_TONES[one.zone])


def _not_computable(reason: str) -> Cell:
    return Cell(translate("StatementRows", "Not computable"), tone="tertiary", tip=reason)


def _plain(row: Row, view: StatementView) -> str:
    """A cell for the clipboard: raw numbers."""
    if row.kind == "line":
        found = completed(view.figures).get(Line(row.key))
        return "" if found is None else f"{to_major(found, view.statement.currency):f}"
    if row.kind == "ratio":
        value = view.ratios[RatioCode(row.key)].value
        return "" if value is None else f"{round(value, 6):f}"
    return ""
