"""A table as seen, on A4 landscape: swatches beside bucket names, page subtotals, totals at the end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from heapq import nlargest
from pathlib import Path

from app.domain.money import Money, exponent
from app.domain.table import Cell, Table, TableColumn
from app.reports import ink
from app.reports.fonts import BOLD, REGULAR, width
from app.reports.grid import Cells, GridColumn, GridStyle, grid
from app.reports.pdf import LANDSCAPE, Block, Gap, Prose, Running, draw_pages, paginate, paper, prose
from app.reports.typesetting import wrap
from app.words import say
from app.words.formats import amount, count, day_in_column, ratio

_SIZES = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)
_WIDEST_TEXT = 22.0  # times the type size
_NARROWEST_TEXT = 13.0
_SHORT_TITLE = 5.5


def write_pdf(table: Table, path: Path, lang: str, company: str = "") -> None:
    """Write the table; the running head names the company, the foot repeats the first subtitle line."""
    sheet = LANDSCAPE
    shown = [
        [_shown(cell, column, lang) for cell, column in zip(row, table.columns, strict=True)]
        for row in table.rows
    ]
    totals = [
        [_shown(cell, column, lang) for cell, column in zip(row, table.columns, strict=True)]
        for row in table.totals
    ]
    style, columns = _fitted(table, shown, totals, sheet.measure)
    body = grid(
        columns,
        shown,
        totals=totals,
        style=style,
        subtotal=lambda start, stop: _subtotals(table, start, stop, lang),
        subtotal_rows=_subtotal_rows(table),
    )
    blocks: list[Block] = [
        *_head(table, sheet.measure, company),
        body if shown else prose(say("paper.no_rows", lang), sheet.measure, colour=ink.SECONDARY),
    ]
    running = Running(table.title, company, next(iter(table.subtitle), ""))
    with paper(path, sheet, table.title, company) as pen:
        draw_pages(pen, sheet, paginate(blocks, sheet.room), running, lang)


def _head(table: Table, measure: float, company: str) -> list[Block]:
    """Company, title and the lines under it."""
    lines: list[Block] = [prose(company, measure, 9, ink.SECONDARY, after=2)] if company else []
    lines.append(Prose(wrap(table.title, BOLD, 18, measure), 18, bold=True, after=2))
    lines += [prose(line, measure, 9, ink.SECONDARY, after=0) for line in table.subtitle]
    return [*lines, Gap(10)]


def _shown(cell: Cell, column: TableColumn, lang: str) -> str:
    """One cell as it reads on paper."""
    if cell is None:
        return ""
    if isinstance(cell, Money):
        return amount(cell.minor, exponent(cell.currency), zero_dash=column.zero_dash)
    if isinstance(cell, date):
        return day_in_column(cell, lang)
    if isinstance(cell, Decimal):
        return ratio(cell)
    return cell if isinstance(cell, str) else count(cell)


def _subtotal_rows(table: Table) -> int:
    """One subtotal row per currency on the table, if anything adds up."""
    if not any(column.summed for column in table.columns):
        return 0
    return max(1, len({_currency(row) for row in table.rows}))


def _subtotals(table: Table, start: int, stop: int, lang: str) -> list[Cells]:
    """The sums of the rows on one page, per currency in the order they appear."""
    groups: dict[str, list[tuple[Cell, ...]]] = {}
    for row in table.rows[start:stop]:
        groups.setdefault(_currency(row), []).append(row)
    if not any(column.summed for column in table.columns):
        return []
    return [
        _subtotal(table, rows, currency, lang, named=len(groups) > 1) for currency, rows in groups.items()
    ]


def _subtotal(
    table: Table, rows: Sequence[tuple[Cell, ...]], currency: str, lang: str, *, named: bool
) -> Cells:
    """One subtotal row; it names its currency when there are several."""
    name = say("paper.page_subtotal", lang) + (f" {currency}" if named and currency else "")
    cells, unnamed = [], True
    for index, column in enumerate(table.columns):
        if column.summed:
            cells.append(_shown(_sum([row[index] for row in rows], currency), column, lang))
        else:
            cells.append(name if unnamed and not column.is_number else "")
            unnamed = unnamed and column.is_number
    return cells


def _sum(cells: Sequence[Cell], currency: str) -> Cell:
    """The sum of money or counts; empty cells count nothing."""
    if any(isinstance(cell, Money) for cell in cells):
        return Money(sum(cell.minor for cell in cells if isinstance(cell, Money)), currency)
    return sum(cell for cell in cells if isinstance(cell, int))


def _currency(row: Sequence[Cell]) -> str:
    """The currency of a row's amounts."""
    return next((cell.currency for cell in row if isinstance(cell, Money)), "")


def _fitted(
    table: Table, rows: Sequence[Cells], totals: Sequence[Cells], measure: float
) -> tuple[GridStyle, list[GridColumn]]:
    """The largest type at which all columns stand side by side, and their widths over the whole measure."""
    for size in _SIZES:
        style = GridStyle(size=size, row=size * 1.9, pad=4 if size > 7 else 3)  # noqa: PLR2004 - small type, small pads
        wanted = [_wanted(table, index, rows, totals, style) for index in range(len(table.columns))]
        least = [_least(column, want, style) for column, want in zip(table.columns, wanted, strict=True)]
        if sum(least) <= measure:
            break
    widths = _spread(wanted, least, measure)
    count_buckets = sum(column.bucket >= 0 for column in table.columns)
    last = max([count_buckets, *(column.bucket + 1 for column in table.columns)])
    return style, [
        GridColumn(
            column.title,
            wide,
            column.is_number,
            ink.bucket_colour(column.bucket, last) if column.bucket >= 0 else "",
        )
        for column, wide in zip(table.columns, widths, strict=True)
    ]


def _wanted(
    table: Table, index: int, rows: Sequence[Cells], totals: Sequence[Cells], style: GridStyle
) -> float:
    """The width at which a column's cells need no second line (text up to a limit)."""
    column, size = table.columns[index], style.size
    longest = nlargest(8, {row[index] for row in rows}, key=len)
    cells = max((width(cell, REGULAR, size) for cell in longest), default=0)
    if column.is_number:
        cells = max([cells, *(width(row[index], BOLD, size) for row in totals)])
    else:
        cells = min(cells, _WIDEST_TEXT * size)
    return max(cells, _title_least(column, style)) + 2 * style.pad


def _title_least(column: TableColumn, style: GridStyle) -> float:
    """Room for a short title on one line, a long one on two with its words whole, and the swatch."""
    natural = width(column.title, BOLD, style.size)
    if natural <= _SHORT_TITLE * style.size:
        return natural + (10 if column.bucket >= 0 else 1)
    words = column.title.split() if column.title.isascii() else ()
    whole = max((width(word, BOLD, style.size) for word in words), default=0)
    return min(natural, max(natural / 2 + style.size, whole)) + (10 if column.bucket >= 0 else 1)


def _least(column: TableColumn, wanted: float, style: GridStyle) -> float:
    """The narrowest a column may get: figures as wide as they are, text about thirteen characters."""
    return wanted if column.is_number else min(wanted, _NARROWEST_TEXT * style.size)


def _spread(wanted: Sequence[float], least: Sequence[float], measure: float) -> list[float]:
    """Widths that fill the measure: text gives way first, and spare room is shared out evenly."""
    spare = measure - sum(wanted)
    if spare >= 0:
        return [wide + spare / len(wanted) for wide in wanted]
    slack = sum(wanted) - sum(least)
    share = min(1.0, -spare / slack) if slack > 0 else 1.0
    squeezed = [want - (want - low) * share for want, low in zip(wanted, least, strict=True)]
    return [wide * min(1.0, measure / sum(squeezed)) for wide in squeezed]
