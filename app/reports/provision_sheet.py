"""The provision for bad debts as a workbook: what the paper says, and every debt behind the cells."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.domain.money import exponent, to_major
from app.domain.provision_paper import ProvisionPaper
from app.reports.letterhead import company_name
from app.reports.provision_derivation import DerivationTables
from app.reports.provision_tables import Cell, Section, Tables
from app.reports.workbook import workbook
from app.words import say
from app.words.formats import day_in_column

_FIRST, _OTHERS, _LAST = 30, 16, 60


def write(made: ProvisionPaper, path: Path, lang: str) -> None:
    """Write the workbook; texts stay texts, whatever they begin with."""
    with workbook(path) as book:
        _Book(book, made, lang).fill()


class _Book:
    """The sheets of the workbook."""

    def __init__(self, book: Any, made: ProvisionPaper, lang: str) -> None:
        self._book, self._made, self._lang = book, made, lang
        self._tables = Tables(made, lang)
        self._head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"})
        self._title = book.add_format({"bold": True, "font_size": 13})
        self._bold = book.add_format({"bold": True})
        places = exponent(made.sheet.base)
        money = "#,##0" + ("." + "0" * places if places else "")
        self._money = book.add_format({"num_format": money})
        self._money_bold = book.add_format({"num_format": money, "bold": True, "top": 1})
        self._rate = book.add_format({"num_format": "0.00%"})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})

    def fill(self) -> None:
        """Sheet by sheet; what has nothing to say is left out."""
        made, tables = self._made, self._tables
        if made.sheet.small_firm:
            self._sheet("due", [tables.due(), tables.journal()], facts=True)
            self._sheet("items", [tables.items()])
            return
        self._sheet("matrix", [tables.matrix(), tables.scenarios()], facts=True)
        self._sheet("rates", [tables.rates()])
        self._sheet("specific", [tables.specifics()] if made.sheet.specifics else [])
        self._sheet("insured", [tables.insured()] if made.sheet.counterparties else [])
        compared = tables.comparison()
        moved = [tables.movement(), tables.journal(), tables.sensitivity()]
        self._sheet("movement", [*moved, *([compared] if compared else [])])
        derived = DerivationTables(tables, made.sheet, self._lang)
        self._sheet("derivation", derived.derivations())
        self._sheet("items", [tables.items()] if made.sheet.items else [])

    def _sheet(self, name: str, sections: Iterable[Section], *, facts: bool = False) -> None:
        found = list(sections)
        if not found:
            return
        sheet = self._book.add_worksheet(say(f"provision_book.{name}", self._lang))
        made = self._made
        sheet.write_string(0, 0, self._tables.title, self._title)
        day = day_in_column(made.sheet.as_of, self._lang)
        ours = company_name(made.company, self._lang)
        sheet.write_string(1, 0, f"{ours} · {day} · {made.sheet.base} · {self._tables.standing()}")
        sheet.set_column(0, 0, _FIRST)
        sheet.set_column(1, 20, _OTHERS)
        row = 3
        if facts:
            for label, value in self._tables.facts():
                sheet.write_string(row, 0, label)
                sheet.write_string(row, 1, value)
                row += 1
            for remark in self._tables.remarks():
                sheet.write_string(row, 0, remark)
                row += 1
            row += 1
        for section in found:
            row = self._section(sheet, row, section)
        if name == "rates":
            sheet.set_column(len(found[0].heads) - 1, len(found[0].heads) - 1, _LAST)

    def _section(self, sheet: Any, row: int, section: Section) -> int:
        sheet.write_string(row, 0, section.title, self._bold)
        row += 1
        if section.before:
            sheet.write_string(row, 0, section.before)
            row += 1
        for column, title in enumerate(section.heads):
            sheet.write_string(row, column, title, self._head)
        row += 1
        for cells, bold in (
            *((one, False) for one in section.rows),
            *((one, True) for one in section.totals),
        ):
            for column, cell in enumerate(cells):
                self._cell(sheet, row, column, cell, bold=bold)
            row += 1
        if section.after:
            sheet.write_string(row, 0, section.after)
            row += 1
        return row + 1

    def _cell(self, sheet: Any, row: int, column: int, cell: Cell, *, bold: bool) -> None:
        match cell:
            case None | "":
                return
            case Decimal():
                sheet.write_number(row, column, float(cell / 100), self._rate)
            case date():
                sheet.write_datetime(row, column, cell, self._day)
            case int():
                figure = float(to_major(cell, self._made.sheet.base))
                sheet.write_number(row, column, figure, self._money_bold if bold else self._money)
            case _:
                sheet.write_string(row, column, cell, self._bold if bold else None)
