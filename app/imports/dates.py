"""Days as people and programs write them; day or month first is decided per column."""

from __future__ import annotations

import math
import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.importing import Cell, DateOrder

_EPOCH = date(1899, 12, 30)
_SERIALS = (20_000, 80_000)
"""Excel's day numbers from 1954 to 2119; smaller ones are amounts or codes."""

_YEARS = (1950, 2150)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may may", "jun june", "jul july",
            "aug august", "sep sept september", "oct october", "nov november", "dec december",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_THREE = re.compile(r"(\d{1,4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,4})\s*日?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH_ONLY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?|(\d{4})(0[1-9]|1[0-2])")
_NAMED = re.compile(r"[a-z]+|\d+")
_TIME = re.compile(
    r"[T\s]+(上午|下午)?\s*\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([ap]m|z|[+-]\d{2}:?\d{2})?$", re.IGNORECASE
)
_ZERO = re.compile(r"[0\s/.-]+")
_YEAR_DIGITS = 4
_SPLIT_YEAR = 70


class BadDateError(ValueError):
    """A text that is no day; ``code`` says why, ``proposal`` is the nearest real day if there is one."""

    def __init__(self, code: str, proposal: date | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.proposal = proposal


def parse(cell: Cell, order: DateOrder = DateOrder.YMD) -> date | None:
    """The day in a cell, None for an empty one; raises ``BadDateError``.

    ``order`` says what comes first where the year does not; a year first needs no telling.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, bool):
        raise BadDateError("import.bad_date")
    if isinstance(cell, int | float):
        return _from_number(cell)
    if isinstance(cell, str):
        return parse_text(cell, order)
    if cell is None:
        return None
    raise BadDateError("import.bad_date")


def parse_text(text: str, order: DateOrder) -> date | None:
    """The day written in a text."""
    plain = _plain(text)
    if not plain:
        return None
    parts = _parts(plain)
    if parts:
        return _ordered(parts, order)
    if plain.replace(".", "", 1).isdigit() and not _MONTH_ONLY.fullmatch(plain):
        return _from_number(float(plain))
    return _from_words(plain)


def _plain(text: str) -> str:
    """Half-width, without a time of day, a weekday mark or an apostrophe."""
    plain = unicodedata.normalize("NFKC", text).replace("\x00", "").strip().lstrip("'").strip()
    return _TIME.sub("", plain).strip()


def _parts(plain: str) -> tuple[int, int, int, bool] | None:
    """The three numbers of a written day and whether the first is the year; None for other texts."""
    found = _THREE.fullmatch(plain) or _COMPACT.fullmatch(plain)
    if not found:
        return None
    first, second, third = found.groups()
    year_first = len(first) == _YEAR_DIGITS or "年" in plain
    if not year_first and len(first) > 2:  # noqa: PLR2004 - three digits are neither day nor year
        return None
    return int(first), int(second), int(third), year_first


def _ordered(parts: tuple[int, int, int, bool], order: DateOrder) -> date:
    """The day that three numbers mean in an order."""
    first, second, third, year_first = parts
    if year_first or order is DateOrder.YMD:
        return _day(first, second, third)
    if order is DateOrder.DMY:
        return _day(third, second, first)
    return _day(third, first, second)


def _day(year: int, month: int, day: int) -> date:
    """A real day; raises with the month's last day as the proposal when only the day is too high."""
    if not year and not month and not day:
        raise BadDateError("import.zero_date")
    if year < 100:  # noqa: PLR2004 - two digits of a year
        year += 1900 if year >= _SPLIT_YEAR else 2000
    if not _YEARS[0] <= year <= _YEARS[1]:
        raise BadDateError("import.year_out_of_range")
    try:
        return date(year, month, day)
    except ValueError as error:
        if 1 <= month <= 12 and 28 < day <= 31:  # noqa: PLR2004 - the lengths of months
            last = date(year, month, monthrange(year, month)[1])
            raise BadDateError("import.no_such_day", last) from error
        raise BadDateError("import.no_such_day") from error


def _from_number(value: float) -> date:
    """A day from an Excel day number or from the digits 20250331."""
    if _SERIALS[0] <= value <= _SERIALS[1]:
        return _EPOCH + timedelta(days=int(value))
    if not math.isfinite(value):
        raise BadDateError("import.bad_date")
    compact = _COMPACT.fullmatch(str(int(value)))
    if compact and value == int(value):
        return _day(*map(int, compact.groups()))
    if _MONTH_ONLY.fullmatch(str(int(value))):
        raise BadDateError("import.month_only")
    raise BadDateError("import.zero_date" if not value else "import.bad_date")


def _from_words(plain: str) -> date:
    """A day with the month in English ("15 Jul 2026", "July 15, 2026"), or the reason why it is none."""
    tokens = _NAMED.findall(plain.casefold())
    month = next((_MONTHS[token] for token in tokens if token in _MONTHS), 0)
    numbers = [token for token in tokens if token.isdigit()]
    if month and len(numbers) == 2:  # noqa: PLR2004 - a day and a year
        day, year = numbers if len(numbers[0]) < _YEAR_DIGITS else reversed(numbers)
        return _day(int(year), month, int(day))
    if _ZERO.fullmatch(plain) and "0" in plain:
        raise BadDateError("import.zero_date")
    if _MONTH_ONLY.fullmatch(plain) or (month and len(numbers) == 1):
        raise BadDateError("import.month_only")
    raise BadDateError("import.bad_date")


def looks_like_date(cell: Cell) -> bool:
    """True for a day cell, an eight-digit or dotted day in any order, or one with a month's name."""
    if isinstance(cell, date):
        return True
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return False
    for order in DateOrder:
        try:
            return parse(cell, order) is not None
        except BadDateError as error:
            if error.code in {"import.no_such_day", "import.zero_date"} and isinstance(cell, str):
                return True
    return False


@dataclass(frozen=True, slots=True)
class Decision:
    """The order of a column's days, and whether its values leave it open."""

    order: DateOrder
    ambiguous: bool


def decide(cells: Iterable[Cell], default: DateOrder = DateOrder.DMY) -> Decision | None:
    """Day or month first in a column, from all its texts; None when no text needs to be told."""
    day_first = month_first = either = same = year_first = 0
    for text in {cell for cell in cells if isinstance(cell, str)}:
        parts = _parts(_plain(text))
        if parts is None:
            continue
        if parts[3]:
            year_first += 1
        elif parts[0] > 12 >= parts[1]:  # noqa: PLR2004 - no thirteenth month
            day_first += 1
        elif parts[1] > 12 >= parts[0]:  # noqa: PLR2004
            month_first += 1
        elif parts[0] != parts[1]:
            either += 1
        else:
            same += 1
    if day_first != month_first:
        return Decision(DateOrder.DMY if day_first > month_first else DateOrder.MDY, ambiguous=False)
    if day_first or either:
        return Decision(default, ambiguous=True)
    if same:
        return Decision(default, ambiguous=False)
    return Decision(DateOrder.YMD, ambiguous=False) if year_first else None
