"""A user's financial statements to proposals: columns of names beside columns of periods, on any sheets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeGuard

from app.domain.credit_file_views import StatementFile, StatementPeriod, UnknownLine
from app.domain.financials import Line, check
from app.domain.importing import Cell
from app.domain.problem import EnvironmentFaultError, Problem, Severity
from app.imports.child import Wanted
from app.imports.limits import DEFAULT_LIMITS, ReadControl, ReadLimits
from app.imports.numbers import (
    LARGEST,
    BadNumberError,
    RoundedError,
    decimal_mark,
    float_to_decimal,
    minor_units,
    parse,
)
from app.imports.reader import parse_apart
from app.imports.statement_lines import Meaning, is_grand_total, meaning
from app.imports.statement_periods import (
    Period,
    column_period,
    currency_of,
    folded,
    is_other,
    period_of,
    unit_of,
)
from app.imports.transport import Row

MOST_SHEETS = 8
MOST_PERIODS = 12
_MOST_ROWS = 2000
_ALWAYS_COSTS = frozenset({Line.COST_OF_SALES, Line.INTEREST})
"""Shown in brackets by some, positive by others; a credit file keeps them positive."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of the file as rows."""

    name: str
    rows: Sequence[Row]


@dataclass(slots=True)
class _Column:
    """What the sheets say of one period: lines found whole, and lines that add up of parts."""

    title: str
    period: Period | None
    whole: dict[Line, Decimal] = field(default_factory=dict)
    parts: dict[Line, dict[str, Decimal]] = field(default_factory=lambda: defaultdict(dict))
    twice: list[Line] = field(default_factory=list)

    def take(self, found: Meaning, name: str, amount: Decimal) -> None:
        """Keep the amount of a line; the first one said wins."""
        if found.part:
            self.parts[found.line].setdefault(name, amount)
        elif self.whole.setdefault(found.line, amount) != amount and found.line not in self.twice:
            self.twice.append(found.line)

    def amounts(self) -> dict[Line, Decimal]:
        """Each line: as it stands, else the sum of its parts; costs positive."""
        summed = {line: sum(parts.values(), Decimal(0)) for line, parts in self.parts.items()}
        found = summed | self.whole
        for line in _ALWAYS_COSTS & found.keys():
            found[line] = abs(found[line])
        before, after, tax = (found.get(line) for line in (Line.PROFIT_BEFORE_TAX, Line.NET_PROFIT, Line.TAX))
        if before is not None and after is not None and tax and before + tax == after:
            found[Line.TAX] = -tax  # shown as a deduction
        return found


@dataclass(frozen=True, slots=True)
class _Unknown:
    """A line that nobody knows, with the column of each of its amounts."""

    sheet: str
    row: int
    title: str
    given: Sequence[tuple[_Column, Decimal]]

    def told(self, kept: Sequence[_Column], currency: str, unit: int) -> UnknownLine:
        """The line with its amounts in the order of the columns kept."""
        found = {
            id(column): dict(_minor([(Line.CASH, amount)], currency, unit)).get(Line.CASH)
            for column, amount in self.given
            if abs(amount * unit) < LARGEST
        }
        amounts = tuple(found.get(id(column)) for column in kept)
        return UnknownLine(self.sheet, self.row, self.title, amounts)


def read_statement_file(
    path: Path,
    currency: str,
    unit: int | None = None,
    *,
    limits: ReadLimits = DEFAULT_LIMITS,
    control: ReadControl | None = None,
) -> StatementFile:
    """The statements in a file; raises ``EnvironmentFaultError`` when there are none to be had.

    ``currency`` and ``unit`` (1, 1,000, …): the currency is the file's own where it names one; a unit
    given goes before what the file says.
    """
    facts, rows = parse_apart(path, Wanted(), limits, control)
    sheets = {facts.sheet: Sheet(facts.sheet, rows)}
    for name in facts.sheets[:MOST_SHEETS]:
        if name not in sheets:
            sheets[name] = Sheet(name, parse_apart(path, Wanted(sheet=name), limits, control)[1])
    ordered = [sheets[name] for name in facts.sheets if name in sheets] or list(sheets.values())
    return read_sheets(path.name, ordered, currency, unit)


def read_sheets(name: str, sheets: Sequence[Sheet], currency: str, unit: int | None = None) -> StatementFile:
    """The statements on these sheets; see ``read_statement_file``."""
    columns: dict[object, _Column] = {}
    unknown: list[_Unknown] = []
    said_unit, said_currency = None, ""
    for sheet in sheets:
        reading = _Reading(sheet)
        if not reading.names:
            continue
        said_unit = said_unit or unit_of(reading.titles())
        said_currency = said_currency or currency_of(reading.titles())
        unknown += reading.read(columns)
    if not any(column.whole or column.parts for column in columns.values()):
        raise EnvironmentFaultError("statement_file.no_lines", name=name)
    money, size = said_currency or currency, unit or said_unit
    problems = [] if size else [Problem("statement_file.unit_assumed", {}, Severity.WARNING)]
    kept = [column for column in columns.values() if column.whole or column.parts][:MOST_PERIODS]
    kept.sort(key=lambda column: column.period.end if column.period else date.min, reverse=True)
    periods = tuple(_period(column, money, size or 1) for column in kept)
    told = tuple(line.told(kept, money, size or 1) for line in unknown)
    return StatementFile(name, money, size or 1, periods, told, tuple(problems))


class _Reading:
    """One sheet: where the names of its lines stand, and which columns hold which periods."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._rows = sheet.rows[:_MOST_ROWS]
        self._mark = decimal_mark(cell for row in self._rows for cell in row)
        found = Counter(
            place for row in self._rows for place, cell in enumerate(row) if _is_name(cell) and meaning(cell)
        )
        most = max(found.values(), default=0)
        self.names = sorted(place for place, count in found.items() if 4 * count >= most)
        self._first = next(
            (index for index, row in enumerate(self._rows) if any(self._known(row, at) for at in self.names)),
            len(self._rows),
        )

    def titles(self) -> list[str]:
        """The texts above the lines, lower-case, then those of the whole sheet's foot."""
        above = [folded(cell) for row in self._rows[: self._first] for cell in row]
        return [folded(self._sheet.name), *filter(None, above)]

    def read(self, columns: dict[object, _Column]) -> Iterator[_Unknown]:
        """Put the sheet's amounts into the columns of their periods; the lines nobody knows."""
        places = self._places(columns)
        for number, row in enumerate(self._rows[self._first :], self._first + 1):
            for at in self.names:
                mine = [(column, self._amount(row, place)) for place, owner, column in places if owner == at]
                given = [(column, amount) for column, amount in mine if amount is not None]
                if not given or at >= len(row) or not _is_name(row[at]):
                    continue
                name = str(row[at]).strip()
                found = meaning(name)
                if found is None:
                    if not is_grand_total(name):
                        yield _Unknown(self._sheet.name, number, name, given)
                    continue
                for column, amount in given:
                    column.take(found, name, amount)

    def _known(self, row: Row, at: int) -> bool:
        name = row[at] if at < len(row) else None
        return _is_name(name) and meaning(name) is not None and self._has_amount(row, at)

    def _has_amount(self, row: Row, at: int) -> bool:
        return any(self._amount(row, place) is not None for place in range(at + 1, len(row)))

    def _places(self, columns: dict[object, _Column]) -> list[tuple[int, int, _Column]]:
        """Each column of amounts, the column of names it belongs to, and its period."""
        width = max(map(len, self._rows), default=0)
        sheet_period = next(filter(None, map(period_of, self.titles())), None)
        found: list[tuple[int, int, str, Period | None]] = []
        for place in range(width):
            owner = max((at for at in self.names if at < place), default=None)
            if owner is None or place in self.names or not self._holds_amounts(place):
                continue
            titles = self._titles(place)
            if not any(map(is_other, titles)):
                found.append((place, owner, " ".join(titles[:1]), column_period(titles, sheet_period)))
        dated = any(period for *_, period in found)
        if not dated and sheet_period and found:
            first = min(place for place, *_ in found)
            found = [
                (place, owner, title, sheet_period) for place, owner, title, _ in found if place == first
            ]
        made = []
        for place, owner, title, period in found:
            if dated and period is None:
                continue
            key: object = period.end if period else (self._sheet.name, place)
            column = columns.setdefault(key, _Column(title, period))
            if period and period.months and (column.period is None or column.period.months is None):
                column.period = period
            made.append((place, owner, column))
        return made

    def _holds_amounts(self, place: int) -> bool:
        return any(self._amount(row, place) is not None for row in self._rows[self._first :])

    def _titles(self, place: int) -> list[str]:
        """What stands above a column, from the nearest row up."""
        above = reversed(self._rows[: self._first])
        return [text for row in above if place < len(row) and (text := folded(row[place]))]

    def _amount(self, row: Row, place: int) -> Decimal | None:
        cell: Cell = row[place] if place < len(row) else None
        if isinstance(cell, bool) or cell is None:
            return None
        try:
            if isinstance(cell, int):
                found: Decimal | None = Decimal(cell)
            elif isinstance(cell, float):
                found = float_to_decimal(cell)
            else:
                found = parse(cell, self._mark) if isinstance(cell, str) else None
        except BadNumberError:
            return None
        return found if found is not None and abs(found) < LARGEST else None


def _is_name(cell: Cell) -> TypeGuard[str]:
    return isinstance(cell, str) and any(char.isalpha() for char in cell)


def _period(column: _Column, currency: str, unit: int) -> StatementPeriod:
    amounts = column.amounts()
    held = {line: amount for line, amount in amounts.items() if abs(amount * unit) < LARGEST}
    figures = dict(_minor(held.items(), currency, unit))
    problems = check(figures)
    problems += [
        Problem("statement_file.too_large", {"line": (f"line.{line}", {}), "value": str(amounts[line])})
        for line in amounts
        if line not in held
    ]
    problems += [
        Problem("statement_file.twice", {"line": (f"line.{line}", {})}, Severity.WARNING)
        for line in column.twice
    ]
    if column.period is None:
        problems.append(Problem("statement_file.no_period", {"title": column.title}, Severity.WARNING))
    end = column.period.end if column.period else None
    months = (column.period.months if column.period else None) or 12
    return StatementPeriod(end, column.title, months, figures, tuple(problems))


def _minor(amounts: Iterable[tuple[Line, Decimal]], currency: str, unit: int) -> Iterator[tuple[Line, int]]:
    for line, amount in amounts:
        try:
            yield line, minor_units(amount * unit, currency)
        except RoundedError as rounded:
            yield line, rounded.minor
