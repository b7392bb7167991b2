"""Days and months of the business calendar: month ends, and the move off a day nobody works."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

SATURDAY = 5
# No country closes longer; a calendar that never answers "working" must not hang a due date.
LONGEST_CLOSURE_DAYS = 31


class Shift(StrEnum):
    """Where a due date goes when it falls on a day nobody works."""

    NONE = "none"
    NEXT = "next"
    PREVIOUS = "previous"


class WorkingDays(Protocol):
    """Which days are working days in a country (ISO 3166 alpha-2)."""

    def is_working_day(self, day: date, country: str) -> bool:
        """Neither weekend nor public holiday, make-up working days included."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday and its name in both languages."""

    on: date
    zh: str
    en: str


class WeekendsOnly:
    """A calendar that knows Saturdays and Sundays and no holiday."""

    def is_working_day(self, day: date, country: str) -> bool:  # noqa: ARG002 - the same everywhere
        """Monday to Friday."""
        return day.weekday() < SATURDAY


def day_of_month(year: int, month: int, day: int) -> date:
    """That day of the month, or the month's last where it is shorter (31 → 28 February)."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def month_after(start: date, months: int, day: int) -> date:
    """The given day (31: the last) of the month ``months`` after that of ``start``."""
    years, month = divmod(start.month - 1 + months, 12)
    return day_of_month(start.year + years, month + 1, day)


def end_of_month(day: date) -> date:
    """The last day of the month of ``day``."""
    return day_of_month(day.year, day.month, 31)


def shift_to_working_day(day: date, shift: Shift, calendar: WorkingDays, country: str) -> date:
    """``day`` itself, or the nearest working day after (``NEXT``) or before (``PREVIOUS``) it."""
    if shift is Shift.NONE:
        return day
    step = timedelta(days=1 if shift is Shift.NEXT else -1)
    moved = day
    for _ in range(LONGEST_CLOSURE_DAYS):
        if calendar.is_working_day(moved, country):
            return moved
        moved += step
    return day
