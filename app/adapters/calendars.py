"""Working days by the ``holidays`` library: public holidays, weekends and make-up working days."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from app.domain.calendar import WeekendsOnly


class HolidayCalendar:
    """Working days per country; a country the library does not know has weekends only.

    Chinese holidays move working days to weekends (调休); these count as far as the library has
    the State Council's yearly notice. The library is imported at the first question, not before.
    """

    def is_working_day(self, day: date, country: str) -> bool:
        """Neither weekend nor public holiday; a published make-up working day is one."""
        known = _year(country.strip().upper(), day.year)
        if known is None:
            return WeekendsOnly().is_working_day(day, country)
        return bool(known.is_working_day(day))

    def knows(self, country: str) -> bool:
        """Whether public holidays of that country are known."""
        return _year(country.strip().upper(), 2025) is not None


@lru_cache(maxsize=256)
def _year(country: str, year: int) -> Any:
    import holidays  # noqa: PLC0415 - costs 0.1 s; paid only when a due date is shifted

    if not country:
        return None
    try:
        # A make-up day of December is published with the holiday it pays for, in January.
        return holidays.country_holidays(country, years=(year, year + 1))
    except NotImplementedError:
        return None
