"""A turnover declaration as a workbook: its lines, the change to the last, and every sale behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from app.domain.declaration import DeclaredLine, Difference, Sale
from app.domain.money import exponent, to_major
from app.reports.workbook import workbook
from app.words import say
from app.words.formats import country_name, day_in_column

_WIDTHS = (18, 34, 14, 18, 12)


@dataclass(frozen=True, slots=True)
class DeclarationPaper:
    """What the workbook says; ``with_vat``: tax is insured, and so it is declared."""

    policy: str
    currency: str
    start: date
    end: date
    lines: Sequence[DeclaredLine]
    sales: Sequence[Sale]
    differences: Sequence[Difference] = ()
    with_vat: bool = False


def write(paper: DeclarationPaper, path: Path, lang: str) -> None:
    """Write the workbook; texts stay texts, whatever they begin with."""
    with workbook(path) as book:
        _Book(book, paper, lang).fill()


class _Book:
    """The three sheets."""

    def __init__(self, book: Any, paper: DeclarationPaper, lang: str) -> None:
        self._book, self._paper, self._lang = book, paper, lang
        self._bold = book.add_format({"bold": True, "bottom": 1})
        self._formats: dict[int, Any] = {}

    def fill(self) -> None:
        """Lines, differences where there was a declaration before, sales."""
        self._lines()
        if self._paper.differences:
            self._differences()
        self._sales()

    def _sheet(self, name: str, titles: Sequence[str]) -> Any:
        sheet = self._book.add_worksheet(say(f"declaration_sheet.{name}", self._lang))
        first, last = (day_in_column(day, self._lang) for day in (self._paper.start, self._paper.end))
        sheet.write_string(0, 0, self._paper.policy, self._book.add_format({"bold": True, "font_size": 13}))
        sheet.write_string(1, 0, f"{first} – {last} · {self._paper.currency}")
        tax = "gross" if self._paper.with_vat else "net"
        sheet.write_string(2, 0, say(f"declaration_tax.{tax}", self._lang))
        for column, title in enumerate(titles):
            sheet.write_string(3, column, say(f"declaration_column.{title}", self._lang), self._bold)
            sheet.set_column(column, column, _WIDTHS[min(column, len(_WIDTHS) - 1)])
        sheet.freeze_panes(4, 0)
        return sheet

    def _money(self, sheet: Any, row: int, column: int, minor: int, currency: str) -> None:
        places = exponent(currency)
        if places not in self._formats:
            decimals = "." + "0" * places if places else ""
            self._formats[places] = self._book.add_format({"num_format": f"#,##0{decimals}"})
        sheet.write_number(row, column, float(to_major(minor, currency)), self._formats[places])

    def _lines(self) -> None:
        sheet = self._sheet("lines", ("country", "buyer", "terms", "turnover", "documents"))
        row = 4
        for one in self._paper.lines:
            sheet.write_string(row, 0, country_name(one.country, self._lang))
            sheet.write_string(row, 1, one.customer)
            sheet.write_number(row, 2, one.terms)
            self._money(sheet, row, 3, one.amount, self._paper.currency)
            sheet.write_number(row, 4, one.documents)
            row += 1
        sheet.write_string(row, 0, say("paper.total", self._lang), self._bold)
        self._money(sheet, row, 3, sum(one.amount for one in self._paper.lines), self._paper.currency)

    def _differences(self) -> None:
        sheet = self._sheet("differences", ("country", "buyer", "terms", "turnover", "before", "change"))
        for row, one in enumerate(self._paper.differences, 4):
            sheet.write_string(row, 0, country_name(one.line.country, self._lang))
            sheet.write_string(row, 1, one.line.customer)
            sheet.write_number(row, 2, one.line.terms)
            for column, minor in enumerate((one.line.amount, one.before, one.change), 3):
                self._money(sheet, row, column, minor, self._paper.currency)

    def _sales(self) -> None:
        titles = ("number", "buyer", "on", "amount", "currency", "terms", "declared", "left_out")
        sheet = self._sheet("sales", titles)
        for row, one in enumerate(self._paper.sales, 4):
            sheet.write_string(row, 0, one.number)
            sheet.write_string(row, 1, one.customer)
            sheet.write_string(row, 2, day_in_column(one.on, self._lang))
            self._money(sheet, row, 3, one.amount, one.currency)
            sheet.write_string(row, 4, one.currency)
            sheet.write_number(row, 5, one.terms_days)
            if one.declared is not None and one.left_out is None:
                self._money(sheet, row, 6, one.declared, self._paper.currency)
            if one.left_out is not None:
                sheet.write_string(row, 7, say(f"declaration_left_out.{one.left_out}", self._lang))
