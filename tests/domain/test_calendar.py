"""Month arithmetic and the move off days nobody works."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.calendar import (
    Shift,
    WeekendsOnly,
    day_of_month,
    end_of_month,
    month_after,
    shift_to_working_day,
)


class NeverOpen:
    def is_working_day(self, day: date, country: str) -> bool:
        return (day.year, country) == (1900, "")


@pytest.mark.parametrize(
    ("start", "months", "day", "expected"),
    [
        (date(2025, 1, 31), 1, 31, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, 31, date(2024, 2, 29)),
        (date(2025, 12, 5), 1, 5, date(2026, 1, 5)),
        (date(2025, 11, 30), 15, 30, date(2027, 2, 28)),
    ],
)
def test_month_after(start: date, months: int, day: int, expected: date) -> None:
    assert month_after(start, months, day) == expected


def test_month_ends() -> None:
    assert end_of_month(date(2024, 2, 3)) == date(2024, 2, 29)
    assert day_of_month(2025, 4, 31) == date(2025, 4, 30)


@pytest.mark.parametrize(
    ("shift", "expected"),
    [
        (Shift.NONE, date(2025, 3, 8)),
        (Shift.NEXT, date(2025, 3, 10)),
        (Shift.PREVIOUS, date(2025, 3, 7)),
    ],
)
def test_saturday_moves(shift: Shift, expected: date) -> None:
    assert shift_to_working_day(date(2025, 3, 8), shift, WeekendsOnly(), "CN") == expected


def test_a_calendar_without_working_days_leaves_the_day() -> None:
    assert shift_to_working_day(date(2025, 3, 8), Shift.NEXT, NeverOpen(), "CN") == date(2025, 3, 8)
