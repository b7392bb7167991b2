"""What is on screen, as a spreadsheet (XLSX) or as plain columns (CSV).

Text stays text: a cell that begins with = + - @ never becomes a formula (OWASP, CSV injection).
Figures stay figures, exact to the last minor unit.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.domain.money import Money, exponent
from app.domain.problem import DomainError
from app.domain.table import Cell, ColumnKind, Table, TableColumn
from app.reports.saving import replacing
from app.reports.workbook import Book, workbook
from app.words import say

_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
_MOST_ROWS = 1_048_576  # of one sheet, as Excel has them
_IN_MEMORY = 200_000  # cells of a book made in memory; a full sheet would take gigabytes
_MOST_TEXT = 32_767  # characters of one cell
_EXACT_DIGITS = 15  # a spreadsheet's number keeps no more
_WIDEST, _NARROWEST = 48, 8
_SHEET_UNSAFE = str.maketrans(dict.fromkeys("[]:*?/\\", " "))

_Sheet = Any
_Format = Any


def safe_text(text: str) -> str:
    """Text for a CSV cell: an apostrophe before whatever a spreadsheet would run as a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def write_csv(table: Table, path: Path, lang: str) -> None:
    """Header, rows and totals as UTF-8 with BOM; figures plain, days ISO, percentages as ratios."""
    del lang  # one plain notation for every language, so that another program can read it
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([safe_text(column.title) for column in table.columns])
        writer.writerows([_plain(cell) for cell in row] for row in (*table.rows, *table.totals))


def write_xlsx(table: Table, path: Path, lang: str) -> None:
    """Title, frozen header, typed cells and bold totals; raises ``DomainError`` above a sheet's rows."""
    if len(table.rows) + len(table.totals) + len(table.subtitle) + 3 > _MOST_ROWS:
        raise DomainError("export.too_many_rows", rows=len(table.rows), limit=_MOST_ROWS)
    cells = (len(table.rows) + len(table.totals)) * len(table.columns)
    with workbook(path, large=cells > _IN_MEMORY) as book:
        book.set_properties({"title": table.title, "comments": "Holdfast"})
        _fill(book, table, lang)


def _fill(book: Book, table: Table, lang: str) -> None:
    """The whole sheet, row after row: the book keeps only the current row in memory."""
    sheet = book.add_worksheet(_sheet_name(table.title))
    styles = _Styles(book)
    top = len(table.subtitle) + 2
    _page(sheet, table, lang, top)
    for index, column in enumerate(table.columns):
        sheet.set_column(index, index, _width(table, index, column))
    sheet.set_row(0, 24)
    sheet.write_string(0, 0, _cut(table.title), styles.get(bold=True, font_size=14))
    for index, line in enumerate(table.subtitle, 1):
        sheet.write_string(index, 0, _cut(line), styles.get(font_color="#4E5B55"))
    for index, column in enumerate(table.columns):
        align = "right" if column.is_number else "left"
        sheet.write_string(top, index, _cut(column.title), styles.header(align))
    for number, row in enumerate(table.rows, top + 1):
        _row(sheet, number, row, table.columns, styles)
    for number, row in enumerate(table.totals, top + 1 + len(table.rows)):
        _row(sheet, number, row, table.columns, styles, total=True)


def _page(sheet: _Sheet, table: Table, lang: str, top: int) -> None:
    """Header stays in view and repeats on paper; one page wide, numbered."""
    sheet.freeze_panes(top + 1, 1)
    sheet.repeat_rows(top)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&R" + say("paper.page", lang, page="&P", pages="&N"))
    if table.rows:
        sheet.autofilter(top, 0, top + len(table.rows), len(table.columns) - 1)


class _Styles:
    """Cell formats of one workbook, each made once."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], _Format] = {}

    def get(self, **properties: object) -> _Format:
        """The format with exactly these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]

    def header(self, align: str) -> _Format:
        """Column titles: bold on a light ground, ruled below."""
        return self.get(bold=True, align=align, text_wrap=True, valign="top", bg_color="#EBEEEB", bottom=1)

    def number(self, pattern: str, *, total: bool) -> _Format:
        """Figures in a number format; totals are bold and ruled above."""
        return self.get(num_format=pattern, **_weight(total=total))

    def text(self, *, total: bool) -> _Format:
        """Text exactly as it stands, also when someone edits the cell later."""
        return self.get(num_format="@", **_weight(total=total))


def _weight(*, total: bool) -> dict[str, object]:
    """What makes a totals row stand out."""
    return {"bold": True, "top": 1} if total else {}


def _row(
    sheet: _Sheet,
    number: int,
    row: Sequence[Cell],
    columns: Sequence[TableColumn],
    styles: _Styles,
    *,
    total: bool = False,
) -> None:
    """One row of typed cells; empty ones carry only a totals row's rule."""
    for index, (cell, column) in enumerate(zip(row, columns, strict=True)):
        if cell is None:
            sheet.write_blank(number, index, None, styles.text(total=total))
        elif isinstance(cell, date):
            sheet.write_datetime(number, index, cell, styles.number("yyyy-mm-dd", total=total))
        elif isinstance(cell, str) or _too_long(cell):
            sheet.write_string(number, index, _cut(_plain(cell, safe=False)), styles.text(total=total))
        else:
            figure = cell.major() if isinstance(cell, Money) else cell
            sheet.write_number(number, index, figure, styles.number(_pattern(cell, column), total=total))


def _pattern(cell: Cell, column: TableColumn) -> str:
    """The number format of a figure: separators, a true minus, "–" for nothing where asked."""
    if column.kind is ColumnKind.PERCENT:
        return "0.0%"
    places = exponent(cell.currency) if isinstance(cell, Money) else 0
    digits = "#,##0" + ("." + "0" * places if places else "")
    return f'{digits};"−"{digits};' + ('"–"' if column.zero_dash else digits)


def _too_long(cell: Cell) -> bool:
    """Whether a spreadsheet's number would lose the figure's last digits."""
    number = cell.minor if isinstance(cell, Money) else cell
    return isinstance(number, int) and abs(number) >= 10**_EXACT_DIGITS


def _plain(cell: Cell, *, safe: bool = True) -> str:
    """A cell as plain text: ASCII minus, decimal point, no separators, ISO days."""
    if isinstance(cell, str):
        clean = cell.encode("utf-8", "replace").decode()
        return safe_text(clean) if safe else clean
    if cell is None:
        return ""
    if isinstance(cell, Money):
        return f"{cell.major():f}"
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)


def _cut(text: str) -> str:
    """Text no longer than a spreadsheet's cell, without lone surrogates."""
    return text.encode("utf-8", "replace").decode()[:_MOST_TEXT]


def _width(table: Table, index: int, column: TableColumn) -> int:
    """Column width in characters, from the title and every cell; Chinese counts twice."""
    cells = (row[index] for row in (*table.rows, *table.totals))
    longest = max((_length(cell) for cell in cells), default=0)
    return max(_NARROWEST, min(_WIDEST, max(longest, _display(column.title)) + 2))


def _length(cell: Cell) -> int:
    """How many characters a cell shows."""
    if isinstance(cell, str):
        return _display(cell)
    if isinstance(cell, Money):
        digits = len(str(cell.minor))
        return digits + digits // 3 + 2
    return 10 if cell is not None else 0


def _display(text: str) -> int:
    """Characters wide: full-width ones take two."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in text[:_WIDEST])


def _sheet_name(title: str) -> str:
    """A sheet's name: up to 31 characters, none that a spreadsheet forbids."""
    return title.translate(_SHEET_UNSAFE).strip(" '")[:31].strip(" '") or "Holdfast"


def write_text_rows(
    path: Path, sheet_name: str, header: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]
) -> None:
    """A bare sheet of text under a frozen header: nothing in it is ever a formula or a link."""
    with workbook(path, large=True) as book:
        sheet, styles = book.add_worksheet(_sheet_name(sheet_name)), _Styles(book)
        sheet.freeze_panes(1, 0)
        for index, width in enumerate(widths):
            sheet.set_column(index, index, max(_NARROWEST, min(_WIDEST, width)))
        for index, title in enumerate(header):
            sheet.write_string(0, index, _cut(title), styles.header("left"))
        plain = styles.text(total=False)
        for number, row in enumerate(rows, 1):
            for index, cell in enumerate(row):
                sheet.write_string(number, index, _cut(cell), plain)
