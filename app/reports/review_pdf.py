"""The quarterly review (季度信用管理报告) on paper: a cover with the verdict, part after part, formulas.

Each part opens with its conclusion, then chart, table, actions. Figures are those of the content and are
worded as in the window; what a locked review reported prints the same for ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from reportlab.lib.units import mm

from app.domain.chain import Head
from app.domain.chart import Chart
from app.domain.money import Money
from app.domain.period_review import Content, Part, PartCode, Reading, Sheet
from app.domain.review_value import Value
from app.reports import ink, review_charts
from app.reports.figure import Figure
from app.reports.fonts import REGULAR
from app.reports.pdf import Block, Gap, Page, Running, Stack, draw_pages, paginate, paper
from app.reports.pdf import Sheet as Paper
from app.reports.review_blocks import Beside, Heading, Paragraph, PartTitle, conclusion, half, small
from app.reports.review_cover import draw_cover, head_text
from app.reports.review_layout import MOST, MOST_ROWS, RIGHT, WIDTHS
from app.reports.review_table import Col, Ruled, Text
from app.reports.typesetting import wrap
from app.words import review_text, say
from app.words.formats import day_in_column, unit_name

_PAPER = Paper(margin=20 * mm, top=24 * mm, bottom=21 * mm)
_TRENDS = ("dso", "overdue_rate", "cei", "insured_share", "promises_kept", "over_90")
_ENOUGH = 0.5
"""A part goes on below the one before it where at least so much of the page is left."""
_LEAD = 12.0
"""Space before words that follow figures, which stand right."""
_NOTED = frozenset({PartCode.AGING, PartCode.RISKS})
"""Parts whose notes stand below the table they are about."""
_BLANK = frozenset("share rate provision invoices documents balance longest step".split())
"""Columns that a line may have nothing in, where a dash would say too much."""
_STRATEGY = ("changes", "adjusted", "lessons")


def write(content: Content, sections: Sequence[str], path: Path, lang: str, head: Head | None = None) -> None:
    """The review as a PDF; an existing file is replaced whole or not at all.

    ``head`` is the history's newest fingerprint, printed so that the paper proves the history.
    """
    quarter = review_text.quarter_name(content.quarter, lang)
    title = f"{say('review.title', lang)}    {quarter}"
    ours = content.company.to(lang)
    day = say("review.as_of", lang, day=day_in_column(content.as_of, lang))
    unit = say("review.unit_short", lang, unit=unit_name(content.base, lang))
    pages = _pages(content, sections, lang, head)
    with paper(path, _PAPER, title, ours) as pen:
        draw_cover(pen, _PAPER, content, lang, head)
        pen.fresh_page()
        draw_pages(pen, _PAPER, pages, Running(title, ours, f"{day}    {unit}"), lang, before=1)


def _pages(content: Content, sections: Sequence[str], lang: str, head: Head | None) -> list[Page]:
    """Part after part; a short one shares a page with the one before it."""
    pages: list[Page] = []
    left, number = 0.0, 0
    for code in sections:
        part = content.part(code)
        if part is None:
            continue
        numbered = code != PartCode.APPENDIX
        number += numbered
        blocks = list(_part(content, part, str(number) if numbered else "", lang))
        if pages and left >= _ENOUGH * _PAPER.room:
            made = paginate([Gap(26), *blocks], _PAPER.room, begun=(pages.pop(), left))
        else:
            made = paginate(blocks, _PAPER.room)
        pages += made
        left = _PAPER.room - sum(block.height for block in made[-1])
    if pages and head is not None:
        pages += paginate([Gap(14), *_sealed(head, lang)], _PAPER.room, begun=(pages.pop(), left))
    return pages


def _sealed(head: Head, lang: str) -> Iterator[Block]:
    """The whole fingerprint of the history at the time of printing, and what it is good for."""
    yield Heading(say("proof.title", lang))
    yield small(head_text(head, head.mark, lang), _PAPER.measure)
    yield small(say("proof.use", lang), _PAPER.measure)


def _part(content: Content, part: Part, number: str, lang: str) -> Iterator[Block]:
    title: Block = PartTitle(number, say(f"review_part.{part.code}", lang), _PAPER.measure)
    text = review_text.lead(part.lead, lang, content.base)
    if part.missing is not None and not text:
        text = review_text.sentence(part.missing, lang, content.base)
    head = Stack((title, conclusion(text, _PAPER.measure))) if text else title
    yield head
    yield from _PARTS.get(PartCode(part.code), _plain)(content, part, lang)
    if part.code not in _NOTED:
        yield from _notes(content, part, lang)


def _notes(content: Content, part: Part, lang: str) -> Iterator[Block]:
    """The part's sentences in small type."""
    for line in part.lines:
        yield small(review_text.sentence(line, lang, content.base), _PAPER.measure)


def _plain(content: Content, part: Part, lang: str) -> Iterator[Block]:
    """Every table of the part, one under the other."""
    for sheet in part.sheets:
        yield from table(content, sheet, lang)


# -- parts with charts --------------------------------------------------------------------------------


def _figures(content: Content, part: Part, lang: str) -> Iterator[Block]:
    yield from figure_table(content, part.figures, lang)
    charts = [
        chart
        for key in _TRENDS
        if (one := content.reading(key)) is not None and (chart := review_charts.trend(one, lang)) is not None
    ]
    wide = half(_PAPER.measure)
    for at in range(0, len(charts), 2):
        two = [Figure(chart, wide, 104.0) for chart in charts[at : at + 2]]
        yield Beside(two[0], two[1] if len(two) > 1 else None, _PAPER.measure)


def figure_table(content: Content, figures: Sequence[Reading], lang: str) -> Iterator[Block]:
    """All figures: this quarter, last, target, benchmark, status, note."""
    base = content.base
    names = ("figure", "value", "before", "target", "benchmark", "status", "note")
    shares = (0.22, 0.1, 0.095, 0.105, 0.125, 0.14, 0.215)
    right = frozenset({"value", "before", "target", "benchmark"})
    columns = tuple(
        Col(
            review_text.column_name(name, "figures", lang),
            share * _PAPER.measure,
            name in right,
            _LEAD if name == "status" else 0.0,
        )
        for name, share in zip(names, shares, strict=True)
    )
    rows = []
    for one in figures:
        before = review_text.figure(one.before, one.unit, lang)
        rows.append(
            (
                Text(review_text.name_of(one.key, lang), bold=True),
                Text(review_text.reading(one, lang), bold=True),
                Text(before, colour=ink.SECONDARY),
                Text(review_text.target(one, lang), colour=ink.SECONDARY),
                Text(review_text.benchmark(one, lang), colour=ink.SECONDARY),
                _status(one, lang),
                Text(review_text.note(one, lang, base), colour=ink.SECONDARY),
            )
        )
    if rows:
        yield Ruled("", columns, tuple(rows), row=17.0)


def _status(one: Reading, lang: str) -> Text:
    if one.status not in {"ok", "near", "miss"}:
        return Text(say("review.status.none", lang), colour=ink.TERTIARY)
    return Text(
        say(f"review.status.{one.status}", lang), f"status:{one.status}", colour=ink.STATUS[one.status][1]
    )


def _aging(content: Content, part: Part, lang: str) -> Iterator[Block]:
    rate = content.reading("overdue_rate")
    trend = part.sheet("age_trend")
    line = review_charts.trend(rate, lang) if rate else None
    names = review_charts.bucket_names(content, lang)
    columns = review_charts.ages(trend, names, lang) if trend else None
    yield from _two(line, columns, 92.0)
    for sheet in part.sheets:
        if sheet.code != "age_trend":
            yield from table(content, sheet, lang)
        if sheet.code == "ages":
            yield from _notes(content, part, lang)


def _two(left: Chart | None, right: Chart | None, high: float) -> Iterator[Block]:
    """Two charts side by side, or the one there is over the whole measure."""
    charts = [chart for chart in (left, right) if chart is not None]
    if len(charts) == 1:
        yield Figure(charts[0], _PAPER.measure, high)
    elif charts:
        wide = half(_PAPER.measure)
        yield Beside(Figure(charts[0], wide, high), Figure(charts[1], wide, high), _PAPER.measure)


def _movements(content: Content, part: Part, lang: str) -> Iterator[Block]:
    for sheet in part.sheets:
        yield from table(content, sheet, lang)
        if review_charts.has_bars(sheet) and sheet.code == "receivables":
            chart = review_charts.waterfall(sheet, lang, content.base)
            yield Figure(chart, _PAPER.measure, 22.0 * len(chart.rows) + 12, titled=False)


def _risks(content: Content, part: Part, lang: str) -> Iterator[Block]:
    for sheet in part.sheets:
        if sheet.code == "concentration":
            if sheet.rows:
                limit = content.reading("largest")
                chart = review_charts.concentration(sheet, limit, lang, content.base)
                yield Figure(chart, _PAPER.measure, 24.0 * len(chart.rows) + 34)
            continue
        yield from table(content, sheet, lang)
        if sheet.code == "risks":
            yield from _notes(content, part, lang)


def _insurance(content: Content, part: Part, lang: str) -> Iterator[Block]:
    one = content.reading("insured_share")
    chart = review_charts.trend(one, lang) if one and part.figures else None
    if chart is not None:
        yield Figure(chart, _PAPER.measure, 84.0)
    yield from _plain(content, part, lang)


def _outlook(content: Content, part: Part, lang: str) -> Iterator[Block]:
    for sheet in part.sheets:
        if sheet.code == "weeks" and review_charts.has_bars(sheet):
            yield Figure(review_charts.weeks(sheet, lang), _PAPER.measure, 170.0)
        yield from table(content, sheet, lang)


def _actions(content: Content, part: Part, lang: str) -> Iterator[Block]:
    findings = part.sheet("findings")
    if findings is not None:
        yield from table(content, findings, lang)
    yield from _strategy(content, lang)
    changed = part.sheet("adjustments")
    if changed is not None:
        yield Gap(6)
        yield from table(content, changed, lang)


def _strategy(content: Content, lang: str) -> Iterator[Block]:
    """The strategy form; it stays together while it is short."""
    told: list[Block] = [Heading(say("review.strategy", lang))]
    for name in _STRATEGY:
        text = content.strategy.get(name, "")
        said = text or say("review.nothing_written", lang)
        lines = wrap(said, REGULAR, 10, _PAPER.measure)
        told.append(Paragraph(say(f"review.strategy.{name}", lang), lines, grey=not text))
    whole = Stack(tuple(told))
    yield from [whole] if whole.height < _PAPER.room / 2 else told


def _appendix(content: Content, part: Part, lang: str) -> Iterator[Block]:
    """Each figure with its formula and the operands it was worked out from."""
    del part
    columns = tuple(
        Col(review_text.column_name(name, "working", lang), share * _PAPER.measure)
        for name, share in (("figure", 0.2), ("formula", 0.32), ("operand", 0.48))
    )
    figures = content.part(PartCode.FIGURES)
    rows = []
    for one in figures.figures if figures else ():
        name = review_text.name_of(one.key, lang)
        value = review_text.reading(one, lang)
        working = review_text.working(one, lang, content.base)
        formula = review_text.formula(one, lang)
        rows.append((Text(f"{name}\n{value}", bold=True), Text(formula), Text(working)))
    yield from _sources(figures.figures if figures else (), lang)
    if rows:
        yield Ruled("", columns, tuple(rows))


def _sources(figures: Sequence[Reading], lang: str) -> Iterator[Block]:
    """Where the benchmarks come from, figures compared with the same one together."""
    grouped: dict[tuple[str, str], list[str]] = {}
    for one in figures:
        if one.benchmark is not None:
            key = (review_text.benchmark(one, lang), one.source or "–")
            grouped.setdefault(key, []).append(review_text.name_of(one.key, lang))
    told: list[Block] = [Heading(review_text.column_name("benchmark", "", lang))]
    for (value, source), names in grouped.items():
        said = say("review.source", lang, source=source)
        told.append(small(f"{value}: {say('review.list_comma', lang).join(names)}. {said}", _PAPER.measure))
    if grouped:
        yield Stack(tuple(told))


_PARTS = {
    PartCode.FIGURES: _figures,
    PartCode.AGING: _aging,
    PartCode.MOVEMENTS: _movements,
    PartCode.RISKS: _risks,
    PartCode.INSURANCE: _insurance,
    PartCode.OUTLOOK: _outlook,
    PartCode.ACTIONS: _actions,
    PartCode.APPENDIX: _appendix,
}


# -- tables -------------------------------------------------------------------------------------------


def table(content: Content, sheet: Sheet, lang: str) -> Iterator[Block]:
    """A table of the content under its title; nothing where it has no rows."""
    if not sheet.rows:
        return
    kept = [place for place, name in enumerate(sheet.columns) if _shown(sheet, place, name)]
    shares = [WIDTHS.get((sheet.code, sheet.columns[place]), _usual(sheet.columns[place])) for place in kept]
    whole = sum(shares)
    names = [sheet.columns[place] for place in kept]
    columns = tuple(
        Col(
            review_text.column_name(name, sheet.code, lang),
            share / whole * _PAPER.measure,
            name in RIGHT,
            _LEAD if name not in RIGHT and before in RIGHT else 0.0,
        )
        for name, before, share in zip(names, ["", *names], shares, strict=False)
    )
    graded = sheet.columns.index("grade") if "grade" in sheet.columns else -1
    rows = []
    most = MOST.get(sheet.code, MOST_ROWS)
    for number, row in enumerate(sheet.rows[:most]):
        cells = [_cell(row.cells[place], sheet.columns[place], lang, content.base) for place in kept]
        mark = _row_mark(sheet, row.key, number)
        grade = row.cells[graded] if graded >= 0 else ""
        if mark or grade:
            first = kept.index(sheet.columns.index("customer")) if graded >= 0 else 0
            cells[first] = Text(cells[first].words, mark or f"grade:{grade}", cells[first].bold)
        rows.append(tuple(cells))
    total = (
        tuple(
            Text("" if one is None else review_text.cell(one, lang, content.base))
            for one in (sheet.total[place] for place in kept)
        )
        if sheet.total
        else ()
    )
    yield Ruled(say(f"review_sheet.{sheet.code}", lang), columns, tuple(rows), total)
    if len(sheet.rows) > most:
        yield small(say("review.more_rows", lang, n=len(sheet.rows) - most), _PAPER.measure)


def _shown(sheet: Sheet, place: int, name: str) -> bool:
    """The grade stands before the customer; a column with nothing in it says nothing."""
    if name == "grade":
        return False
    if name == "going":
        return any(isinstance(cell := row.cells[place], Money) and cell.minor for row in sheet.rows)
    return any(row.cells[place] is not None for row in sheet.rows)


def _usual(name: str) -> float:
    return 1.0 if name in RIGHT else 1.3


def _cell(value: Value, name: str, lang: str, base: str) -> Text:
    if value is None:
        return Text("" if name in _BLANK else "–")
    return Text(review_text.cell(value, lang, base))


def _row_mark(sheet: Sheet, key: str, number: int) -> str:
    """Swatches stand beside the names of age buckets."""
    if sheet.code == "ages" and key.startswith("bucket:"):
        buckets = sum(row.key.startswith("bucket:") for row in sheet.rows)
        return ink.bucket_colour(number, buckets)
    return ""
