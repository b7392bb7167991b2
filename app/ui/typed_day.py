"""A day as people type it, in the order they chose, with the month in figures or by its name."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from app.ui.writing import DayStyle, in_force

FIRST_YEAR, LAST_YEAR = 1980, 2100
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_RUN = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4})")
_DAY_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s.-]*([a-z]{3,9})\.?[\s,-]*(\d{4})")
_MONTH_NAMED = re.compile(r"([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?[\s,]+(\d{4})")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip


def parse_day(text: str, first_year: int = FIRST_YEAR) -> date | None:
    """The day typed; None when there is none.

    ``2025-12-31``, ``2025年12月31日``, ``20251231``, ``31 Dec 2025``, and ``31/12/2025`` in the order the
    user chose. Without a choice such a day counts only where it can be read in one way.
    """
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    if found := _YEAR_FIRST.fullmatch(plain) or _RUN.fullmatch(plain):
        year, month, day = (int(part) for part in found.groups())
        return _made(year, month, day, first_year)
    if found := _DAY_NAMED.fullmatch(plain):
        return _made(int(found[3]), _month(found[2]), int(found[1]), first_year)
    if found := _MONTH_NAMED.fullmatch(plain):
        return _made(int(found[3]), _month(found[1]), int(found[2]), first_year)
    if found := _YEAR_LAST.fullmatch(plain):
        return _ordered(int(found[1]), int(found[3]), int(found[4]), found[2], first_year)
    return None


def _ordered(one: int, other: int, year: int, sign: str, first_year: int) -> date | None:
    """``one`` and ``other`` as day and month by the user's order; full stops always stand after the day."""
    day_first, month_first = _made(year, other, one, first_year), _made(year, one, other, first_year)
    style = in_force().days
    if style is DayStyle.MONTH_FIRST and sign != ".":
        return month_first
    if style in {DayStyle.DAY_FIRST, DayStyle.DOTTED} or sign == ".":
        return day_first
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first
    return None


def _month(name: str) -> int:
    """1 to 12 by an English name or its beginning; 0 for none."""
    wanted = "sep" if name == "sept" else name
    return next((place for place, each in enumerate(_MONTHS, 1) if each.startswith(wanted)), 0)


def _made(year: int, month: int, day: int, first_year: int) -> date | None:
    try:
        made = date(year, month, day)
    except ValueError:
        return None
    return made if first_year <= year <= LAST_YEAR else None
