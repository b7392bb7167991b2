"""Working days by the ``holidays`` library: public holidays, weekends and make-up working days."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Any

from app.domain.calendar import SATURDAY, Holiday, WeekendsOnly

_EXCHANGED = re.compile("调休|Day off")


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

    def holidays(self, start: date, end: date, country: str) -> list[Holiday]:
        """Public holidays from ``start`` to ``end`` but weekends; days off in exchange are left out."""
        code = country.strip().upper()
        named = _names(code, start.year, "zh_CN"), _names(code, start.year, "en_US")
        return [
            Holiday(day, _short(zh), _short(named[1].get(day, zh)))
            for day, zh in sorted(named[0].items())
            if start <= day <= end and day.weekday() < SATURDAY and not _EXCHANGED.search(zh)
        ]


def _short(name: str) -> str:
    """The name without what it is also called: 春节（初一） is 春节."""
    return re.split("[（(]", name)[0].strip()


@lru_cache(maxsize=16)
def _names(country: str, year: int, language: str) -> dict[date, str]:
    import holidays  # noqa: PLC0415 - see ``_year``

    if not country:
        return {}
    try:
        found = holidays.country_holidays(country, years=(year, year + 1), language=language)
    except NotImplementedError:
        return {}
    return dict(found.items())


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
