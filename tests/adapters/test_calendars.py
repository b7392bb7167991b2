"""Public holidays and Chinese make-up days, as the library knows them."""

from __future__ import annotations

from datetime import date

import pytest

from app.adapters.calendars import HolidayCalendar
from app.domain.terms import due_parts
from app.domain.terms_text import parse_terms


@pytest.mark.parametrize(
    ("day", "country", "works"),
    [
        (date(2025, 1, 26), "CN", True),  # a Sunday worked for the Spring Festival
        (date(2025, 1, 29), "CN", False),
        (date(2025, 2, 8), "CN", True),  # a Saturday worked for it
        (date(2025, 2, 9), "CN", False),
        (date(2025, 10, 8), "CN", False),
        (date(2025, 10, 9), "cn", True),
        (date(2025, 4, 18), "DE", False),  # Good Friday
        (date(2025, 4, 18), "CN", True),
        (date(2025, 12, 25), "ZZ", True),  # unknown country: weekends only
        (date(2025, 12, 27), "", False),
    ],
)
def test_working_days(day: date, country: str, works: bool) -> None:
    assert HolidayCalendar().is_working_day(day, country) is works


def test_knows_says_whether_holidays_are_known() -> None:
    assert HolidayCalendar().knows("CN")
    assert not HolidayCalendar().knows("ZZ")


def test_due_date_moves_past_the_national_holiday() -> None:
    terms = parse_terms("30天，遇节假日顺延")
    found = due_parts(terms, date(2025, 9, 1), 100, HolidayCalendar(), "CN")
    assert found == [(date(2025, 10, 9), 100)]


def test_public_holidays_have_names_in_both_languages() -> None:
    found = HolidayCalendar().holidays(date(2026, 2, 12), date(2026, 2, 25), "CN")
    named = {(one.zh, one.en) for one in found}
    assert ("春节", "Chinese New Year") in named
    assert all(one.on.weekday() < 5 for one in found)
    assert not any("调休" in one.zh for one in found)
    assert HolidayCalendar().holidays(date(2026, 2, 12), date(2026, 2, 25), "XX") == []
