"""Rows of a table whose columns are told by their titles alone; each fault with its row and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.importing import Cell, DateOrder, Fix, RawTable
from app.domain.problem import Problem, Severity, Where
from app.imports import dates
from app.imports.cells import LostDigitsError, as_code, as_text
from app.imports.currencies import iso
from app.imports.numbers import (
    BadNumberError,
    RoundedError,
    decimal_mark,
    float_to_decimal,
    minor_units,
    parse,
)
from app.imports.titles import bare, normal, text_of
from app.imports.values import MOST_OF_A_NOTE

if TYPE_CHECKING:
    from datetime import date

SHOWN = 60
"""Characters of a bad cell that are shown."""
_SEARCHED = 40
_WAN = re.compile(r"万元|[(（]\s*万\s*[)）]|单位\s*[:：]\s*万")
_WAN_UNIT = Decimal(10_000)
_LARGEST = Decimal(10) ** 16

Names = Mapping[str, tuple[str, int]]
"""The field a title names, and its rank among the titles of that field, by the title's normal form."""


def names_of(fields: Mapping[str, str]) -> Names:
    """From field → ``中文 标题|English title|…``."""
    found: dict[str, tuple[str, int]] = {}
    for role, names in fields.items():
        chinese, _, english = names.partition("|")
        for rank, name in enumerate([*chinese.split(), *english.split("|")]):
            found.setdefault(normal(name), (role, rank))
    return found


def columns(header: Sequence[str], names: Names) -> dict[str, int]:
    """Which column holds what; the best-named one where several could."""
    claims: dict[str, list[tuple[int, int]]] = {}
    for column, title in enumerate(header):
        found = (names.get(normal(title)) or names.get(bare(title))) if title else None
        if found:
            claims.setdefault(found[0], []).append((found[1], column))
    return {role: min(several)[1] for role, several in claims.items()}


@dataclass(slots=True)
class TitledTable:
    """What reading needs of a table. ``prefix`` begins the codes of its problems."""

    table: RawTable
    names: Names
    prefix: str
    problems: list[Problem] = field(default_factory=list)
    found: dict[str, int] = field(default_factory=dict)
    header: Sequence[str] = ()
    _start: int = 0
    _order: DateOrder = DateOrder.YMD
    _mark: str = "."
    _wan: bool = False

    def begin(self, needed: Sequence[str], days: Sequence[str], amounts: Sequence[str]) -> bool:
        """Find the columns, and how days and amounts are written; False where a needed one is missing."""
        row, self._start = self.table.header_row, 0
        self.header, self.found = self.table.header, columns(self.table.header, self.names)
        if row:
            self._start = row + self.table.header_rows - 1
        self._better_header()
        where = Where(self.table.sheet, row)
        missing = [role for role in needed if role not in self.found]
        for role in missing:
            params: dict[str, object] = {"column": (f"{self.prefix}_column.{role}", {})}
            self.problems.append(Problem(f"{self.prefix}.no_column", params, where=where, fix=Fix.COLUMNS))
        if missing:
            return False
        body = self.table.rows[self._start :]
        decision = dates.decide(self.cell(row, role) for row in body for role in days)
        self._order = decision.order if decision else DateOrder.YMD
        figures = (self.cell(row, role) for row in body for role in amounts)
        self._mark = decimal_mark(figures, "," if self.table.delimiter == ";" else ".")
        above = " ".join(text_of(cell) for row in self.table.rows[: self._start] for cell in row if cell)
        self._wan = bool(_WAN.search(above))
        return True

    def _better_header(self) -> None:
        """The row whose titles we know most of, where the general search took another."""
        for index, row in enumerate(self.table.rows[:_SEARCHED]):
            titles = [as_text(cell) if isinstance(cell, str) else "" for cell in row]
            found = columns(titles, self.names)
            if len(found) > len(self.found):
                self.found, self.header, self._start = found, titles, index + 1

    def body(self) -> Iterator[tuple[int, Sequence[Cell]]]:
        """Rows below the header, numbered as a spreadsheet shows them."""
        yield from enumerate(self.table.rows[self._start :], self._start + 1)

    def cell(self, row: Sequence[Cell], role: str) -> Cell:
        """The cell of a field; None where there is no such column."""
        column = self.found.get(role, -1)
        return row[column] if 0 <= column < len(row) else None

    def text(self, row: Sequence[Cell], role: str) -> str:
        """A field as text; no note is longer than what is kept of it."""
        cell = self.cell(row, role)
        try:
            return as_code(cell)[:MOST_OF_A_NOTE]
        except LostDigitsError:
            return as_text(cell)

    def currency(self, index: int, row: Sequence[Cell], usual: str) -> str:
        """The row's currency; "" and a problem where it is none."""
        named = as_text(self.cell(row, "currency"))
        code = iso(named)
        if named and code is None:
            self.bad("row_currency", index, row, "currency")
            return ""
        return code or usual

    def day(self, index: int, row: Sequence[Cell], role: str) -> date | None:
        """A field as a day; a problem where it is none."""
        try:
            return dates.parse(self.cell(row, role), self._order)
        except dates.BadDateError:
            self.bad("row_date", index, row, role)
            return None

    def amount(self, index: int, row: Sequence[Cell], role: str, currency: str) -> int | None:
        """A field in minor units, None where empty; a problem where it is no amount of 0 or more."""
        cell = self.cell(row, role)
        try:
            value = float_to_decimal(cell) if isinstance(cell, float) else parse(as_text(cell), self._mark)
            if value is None:
                return None
            if 0 <= value < _LARGEST:
                return minor_units(value * (_WAN_UNIT if self._wan else 1), currency)
        except (BadNumberError, RoundedError):
            pass
        self.bad("row_amount", index, row, role)
        return None

    def bad(
        self,
        code: str,
        index: int,
        row: Sequence[Cell],
        role: str,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Keep a problem with the cell it is about."""
        column = self.found.get(role, -1)
        title = self.header[column] if 0 <= column < len(self.header) else role
        value = as_text(self.cell(row, role))[:SHOWN]
        where = Where(self.table.sheet, index, column + 1)
        params = {"row": index, "column": title, "value": value}
        self.problems.append(Problem(f"{self.prefix}.{code}", params, severity, where, Fix.CELL))
