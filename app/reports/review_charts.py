"""The charts of the review as values: trends of figures, aging, movements, concentration, cash."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from app.domain.chart import BarChart, BarRow, ColumnChart, Level, LineChart, Series
from app.domain.money import Money
from app.domain.period_review import Content, PartCode, Reading, Row, Sheet
from app.domain.review_value import Measure
from app.words import review_text, say
from app.words.formats import MINUS, day_in_sentence

_WAN = 10_000


def trend(one: Reading, lang: str) -> LineChart | None:
    """A figure over the quarters with target and benchmark; None where fewer than two are known."""
    known = [value for _, value in one.trend if value is not None]
    if len(known) < 2:  # noqa: PLR2004 - one point is no line
        return None
    places = [review_text.quarter_short(name, first=place == 0) for place, (name, _) in enumerate(one.trend)]
    texts = tuple(
        "" if value is None else review_text.figure(value, one.unit, lang) for _, value in one.trend
    )
    values = tuple(None if value is None else float(value) for _, value in one.trend)
    levels = []
    if one.target is not None:
        told = review_text.target(one, lang)
        levels.append(Level(say("review.target_line", lang, value=told), float(one.target)))
    if one.benchmark is not None:
        told = review_text.benchmark(one, lang)
        levels.append(Level(say("review.benchmark", lang, value=told), float(one.benchmark), "benchmark"))
    name = review_text.name_of(one.key, lang)
    return LineChart(name, tuple(places), (Series(name, values, texts),), tuple(levels))


def ages(sheet: Sheet, names: Sequence[str], lang: str) -> ColumnChart | None:
    """What stood open by age at the quarter ends, bucket upon bucket."""
    rows = [row for row in sheet.rows if any(_minor(cell) for cell in row.cells[1:])]
    if len(rows) < 2:  # noqa: PLR2004 - one column is no trend
        return None
    series = []
    for place, name in enumerate(names, 1):
        values = tuple(float(_major(row.cells[place])) for row in sheet.rows)
        texts = tuple(short(row.cells[place], lang) for row in sheet.rows)
        series.append(Series(name, values, texts, f"bucket:{place - 1}/{len(names)}"))
    totals = tuple(short(_sum(row.cells[1:]), lang) for row in sheet.rows)
    places = tuple(
        review_text.quarter_short(row.key, first=place == 0) for place, row in enumerate(sheet.rows)
    )
    title = f"{say('review_sheet.age_trend', lang)}{_unit(lang)}"
    return ColumnChart(title, places, tuple(series), totals)


def waterfall(sheet: Sheet, lang: str, base: str) -> BarChart:
    """From the beginning to the end of the quarter, movement by movement."""
    bars, at = [], 0.0
    for row in sheet.rows:
        move = float(_major(row.cells[-1]))
        first = row.key == "opening"
        role = "grey" if first else ("primary" if move >= 0 else "soft")
        text = review_text.cell(row.cells[-1], lang, base)
        bars.append(BarRow(review_text.cell(row.cells[0], lang, base), at + move, (text,), role, at))
        at += move
    total = sheet.total
    text = review_text.cell(total[-1], lang, base)
    name = review_text.cell(total[0], lang, base)
    bars.append(BarRow(name, float(_major(total[-1])), (text,), "grey"))
    return BarChart(say(f"review_sheet.{sheet.code}", lang), tuple(bars))


def concentration(sheet: Sheet, limit: Reading | None, lang: str, base: str) -> BarChart:
    """The share of the largest customers."""
    bars = []
    for row in sheet.rows:
        name, balance, share, together, above = row.cells
        value = float(share.value or 0) if isinstance(share, Measure) else 0.0
        texts = tuple(review_text.cell(one, lang, base) for one in (share, balance, together))
        told = review_text.cell(name, lang, base)
        bars.append(BarRow(told, value * 100, texts, "warn" if above else "primary"))
    heads = tuple(
        review_text.column_name(name, sheet.code, lang) for name in ("share", "balance", "cumulative")
    )
    levels: tuple[Level, ...] = ()
    if limit is not None and limit.target is not None:
        name = say("review.target_line", lang, value=review_text.target(limit, lang))
        levels = (Level(name, float(limit.target) * 100),)
    return BarChart(say("review_sheet.concentration", lang), tuple(bars), heads, levels)


def weeks(sheet: Sheet, lang: str) -> ColumnChart:
    """Cash in and out by week; the balance runs over the columns where it is known."""
    rows = sheet.rows
    coming = tuple(float(_major(row.cells[1])) for row in rows)
    going = tuple(-float(_major(row.cells[2])) for row in rows)
    after = tuple(None if row.cells[3] is None else float(_major(row.cells[3])) for row in rows)
    names = [review_text.column_name(name, sheet.code, lang) for name in ("coming", "going", "after")]
    series = [Series(names[0], coming, tuple(short(row.cells[1], lang) for row in rows))]
    if any(going):
        series.append(Series(names[1], going, tuple(short(row.cells[2], lang) for row in rows), "soft"))
    line = None
    if any(value is not None for value in after):
        line = Series(names[2], after, tuple(short(row.cells[3], lang) for row in rows), "grey")
    places = tuple(_week(row, lang) for row in rows)
    title = f"{say('review_sheet.weeks', lang)}{_unit(lang)}"
    return ColumnChart(title, places, tuple(series), line=line)


def _week(row: Row, lang: str) -> str:
    """A week by its first day: 1/5, 5 Jan."""
    first = row.cells[0]
    if not isinstance(first, date):
        return str(first)
    return f"{first.month}/{first.day}" if lang == "zh" else day_in_sentence(first, lang, year=False)


def bucket_names(content: Content, lang: str) -> list[str]:
    """What the age buckets of the review are called."""
    part = content.part(PartCode.AGING)
    sheet = part.sheet("ages") if part else None
    rows = [row for row in sheet.rows if row.key.startswith("bucket:")] if sheet else []
    return [review_text.cell(row.cells[0], lang, content.base) for row in rows]


def short(cell: object, lang: str) -> str:
    """An amount in a chart: 万 in Chinese, thousands in English."""
    major = _major(cell)
    unit, step = (Decimal(_WAN), Decimal("0.1")) if lang == "zh" else (Decimal(1000), Decimal(1))
    scaled = (major / unit).quantize(step, ROUND_HALF_UP)
    return f"{MINUS if scaled < 0 else ''}{abs(scaled):,f}"


def _unit(lang: str) -> str:
    return say("review.chart_unit", lang)


def _minor(cell: object) -> int:
    return cell.minor if isinstance(cell, Money) else 0


def _major(cell: object) -> Decimal:
    return cell.major() if isinstance(cell, Money) else Decimal(0)


def _sum(cells: Sequence[object]) -> Money:
    amounts = [cell for cell in cells if isinstance(cell, Money)]
    return Money(sum(one.minor for one in amounts), amounts[0].currency if amounts else "CNY")


def has_bars(sheet: Sheet) -> bool:
    """Whether anything of the table can be drawn."""
    return any(_minor(cell) for row in sheet.rows for cell in row.cells)
