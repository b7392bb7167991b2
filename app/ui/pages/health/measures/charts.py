"""Trends of figures, the risk map and concentration as values to be drawn, with every label in words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.chart import ColumnChart, Level, LineChart, Series
from app.domain.money import exponent, to_major
from app.ui.pages.health.measures.said import figure_name, period_name, places
from app.ui.pages.health.measures.values import number_text, value_text
from app.ui.widgets.heat_map import Heat, HeatCell, HeatRow
from app.ui.widgets.share_bars import ShareRow
from app.words import say
from app.words.formats import ratio
from app.words.industries import industry_name

if TYPE_CHECKING:
    from app.services.health_views import AgingTrend, Concentrated, HealthFigure, HeatMap
    from app.ui.formats import Formats

translate = QCoreApplication.translate
_WAN, _THOUSAND, _FEW = 10_000, 1_000, 10
_MOST_REST = 3
"""A bar of all others so many times as long as the longest would leave no room to tell the rest apart."""
Rows = list[tuple[str, ...]]


def trend_chart(one: HealthFigure, lang: str) -> LineChart:
    """A figure over its periods with target and benchmark."""
    levels = []
    if one.target is not None:
        told = value_text(one.target.value, one.unit, lang)
        name = translate("Measures", "Target {value}").format(value=told)
        levels.append(Level(name, float(one.target.value)))
    if one.benchmark is not None:
        told = value_text(one.benchmark.value, one.unit, lang)
        name = translate("Measures", "Benchmark {value}").format(value=told)
        levels.append(Level(name, float(one.benchmark.value), "benchmark"))
    values = tuple(None if each.value is None else float(each.value) for each in one.trend)
    texts = tuple("" if each.value is None else value_text(each.value, one.unit, lang) for each in one.trend)
    series = Series(figure_name(one.key, lang), values, texts)
    return LineChart(series.name, places([each.period for each in one.trend]), (series,), tuple(levels))


def trend_table(one: HealthFigure, lang: str) -> tuple[tuple[str, ...], Rows]:
    """The same as heads and rows."""
    heads = (translate("Measures", "Period"), figure_name(one.key, lang))
    nothing = translate("Measures", "no data")
    rows: Rows = [
        (
            period_name(each.period, lang),
            nothing if each.value is None else value_text(each.value, one.unit, lang),
        )
        for each in one.trend
    ]
    return heads, rows


# -- the risk map -----------------------------------------------------------------------------------------


def short_amount(minor: int, currency: str, formats: Formats) -> str:
    """A round amount: 30 万, 300k; in full where it is not that round."""
    step = (_WAN if formats.lang == "zh" else _THOUSAND) * 10 ** exponent(currency)
    if minor and minor % step == 0:
        number = formats.count(minor // step)
        return f"{number} 万" if formats.lang == "zh" else f"{number}k"
    return formats.whole(minor, currency)


def band_names(found: HeatMap, formats: Formats) -> tuple[str, ...]:
    """Heads of the columns: < 30 万, 30–60 万, ≥ 90 万."""
    edges = [short_amount(one, found.base, formats) for one in found.bands]
    names = [f"< {edges[1]}"]
    for low, high in pairwise(edges[1:]):
        same = low.split(" ")[-1] if " " in low else ""
        names.append(f"{low.removesuffix(f' {same}') if same and high.endswith(same) else low}–{high}")
    return (*names, f"≥ {edges[-1]}")


def row_name(row: str, by: str, lang: str) -> str:
    """A grade, a region, an industry; or that there is none."""
    if by == "industry" and row:
        name = industry_name("gbt4754", row, lang) or industry_name("isic", row, lang)
        return f"{row} {name}".strip()
    nothing = {
        "grade": translate("Measures", "No grade"),
        "region": translate("Measures", "No region"),
        "industry": translate("Measures", "No industry"),
    }
    return row or nothing[by]


def heat_of(found: HeatMap, formats: Formats) -> Heat:
    """The map as the widget shows it."""

    def cell(amount: int, customers: int, risk: int = 0) -> HeatCell:
        if not customers:
            return HeatCell()
        count = say("kpi_rows.customers", formats.lang, n=customers)
        return HeatCell(formats.whole(amount, found.base), count, risk)

    def total(amount: int, customers: int) -> HeatCell:
        return HeatCell(formats.whole(amount, found.base)) if customers else HeatCell()

    names = {
        "grade": translate("Measures", "Grade"),
        "region": translate("Measures", "Region"),
        "industry": translate("Measures", "Industry"),
    }
    rows = []
    for row in found.rows:
        cells = []
        for band in range(len(found.bands)):
            one = found.cell(row, band)
            cells.append(cell(one.amount, len(one.customers), one.risk + 1) if one else HeatCell())
        mine = [one for one in found.cells if one.row == row]
        whole = total(sum(one.amount for one in mine), sum(len(one.customers) for one in mine))
        grade = row if found.by == "grade" else ""
        rows.append(HeatRow(row_name(row, found.by, formats.lang), tuple(cells), whole, grade))
    totals = []
    for band in range(len(found.bands)):
        mine = [one for one in found.cells if one.band == band]
        totals.append(total(sum(one.amount for one in mine), sum(len(one.customers) for one in mine)))
    every = total(sum(one.amount for one in found.cells), len(found.balances))
    return Heat(
        names[found.by], band_names(found, formats), tuple(rows), tuple(totals), every,
        translate("Measures", "Total"),
    )  # fmt: skip


# -- concentration ----------------------------------------------------------------------------------------


def share_rows(found: Concentrated, formats: Formats, most: int) -> list[ShareRow]:
    """The largest customers and all others together."""
    rows = [
        ShareRow(
            one.customer,
            float(one.share),
            (ratio(one.share), formats.whole(one.balance, found.base), ratio(one.cumulative)),
        )
        for one in found.rows[:most]
    ]
    rest = found.rows[most:]
    if rest:
        share = sum((one.share for one in rest), start=rest[0].share * 0)
        balance = formats.whole(sum(one.balance for one in rest), found.base)
        name = say("kpi_rows.others", formats.lang, n=len(rest))
        drawn = float(share) if share <= _MOST_REST * max(found.limit, found.rows[0].share) else 0.0
        rows.append(ShareRow(name, drawn, (ratio(share), balance, ratio(rest[-1].cumulative)), rest=True))
    return rows


def share_heads() -> tuple[str, ...]:
    """Customer, share, balance, all so far."""
    return (
        translate("Measures", "Customer"),
        translate("Measures", "Share"),
        translate("Measures", "Balance"),
        translate("Measures", "Cumulative"),
    )


# -- aging ------------------------------------------------------------------------------------------------


def aging_chart(found: AgingTrend, formats: Formats) -> ColumnChart:
    """What stood open by age at the ends of the periods, bucket upon bucket."""
    names = formats.buckets(found.limits)
    unit = _aging_step(found, formats)

    def text(minor: int) -> str:
        return number_text(to_major(minor, found.base) / unit, 0)

    series = tuple(
        Series(
            name,
            tuple(float(to_major(one.buckets[place], found.base) / unit) for one in found.points),
            tuple(text(one.buckets[place]) for one in found.points),
            f"bucket:{place}/{len(names)}",
        )
        for place, name in enumerate(names)
    )
    totals = tuple(text(sum(one.buckets)) for one in found.points)
    return ColumnChart(
        translate("Measures", "Aging trend"), places([one.period for one in found.points]), series, totals
    )


def aging_unit(found: AgingTrend, formats: Formats) -> str:
    """What a number of the aging chart counts: 万元, k CNY, CNY."""
    zh = formats.lang == "zh"
    yuan = zh and found.base == "CNY"
    if _aging_step(found, formats) == 1:
        return "元" if yuan else found.base
    if zh:
        return "万元" if yuan else f"万 {found.base}"
    return f"k {found.base}"


def _aging_step(found: AgingTrend, formats: Formats) -> int:
    """Major units to one of the chart: 万 or thousands, one where amounts are small."""
    step = _WAN if formats.lang == "zh" else _THOUSAND
    most = max((to_major(sum(one.buckets), found.base) for one in found.points), default=0)
    return step if most >= _FEW * step else 1


def aging_table(found: AgingTrend, formats: Formats) -> tuple[tuple[str, ...], Rows]:
    """The same in whole amounts."""
    heads = (
        translate("Measures", "Period"),
        *formats.buckets(found.limits, full=True),
        translate("Measures", "On account"),
        translate("Measures", "Balance"),
    )
    rows = [
        (
            period_name(one.period, formats.lang),
            *(formats.whole(each, found.base) for each in (*one.buckets, one.unapplied, one.balance)),
        )
        for one in found.points
    ]
    return heads, rows
