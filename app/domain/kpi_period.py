"""The spans of time key figures are asked for: a month, a quarter, a year, or any days from–to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.calendar import end_of_month, month_after
from app.domain.problem import DomainError

_NAMED = re.compile(r"(\d{4})(?:[Qq]([1-4])|-(\d{2}))?")
_SPAN = re.compile(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})")
_FIRST, _LAST = date(1900, 1, 1), date(2199, 12, 31)
"""A period asked for lies within; those before it, for its trend, may begin earlier."""
_QUARTER = 3
_YEAR = 12
_MONTH = 30


class PeriodKind(StrEnum):
    """How long a period is; a span is any other from–to."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    SPAN = "span"


_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: _QUARTER, PeriodKind.YEAR: _YEAR}


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both within. ``name``: 2025-12, 2025Q4, 2025 or 2025-10-07..2025-12-31."""

    start: date
    end: date
    kind: PeriodKind
    name: str

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    @property
    def months(self) -> int:
        """How many months it has; of a span the nearest number, at least one."""
        known = _MONTHS.get(self.kind)
        return known or max(1, (2 * self.days + _MONTH) // (2 * _MONTH))

    @property
    def before_start(self) -> date:
        """The day whose evening its beginning figures are those of."""
        return self.start - timedelta(1)

    def before(self) -> Period:
        """The period just before it, of the same kind; of a span one of as many days."""
        last = self.before_start
        if self.kind is PeriodKind.SPAN:
            return _between(last - timedelta(self.days - 1), last)
        return period_of(last, self.kind)

    def cut(self, today: date) -> Period:
        """The period as far as it has gone; the whole of it once it is over."""
        if today >= self.end:
            return self
        return Period(self.start, today, self.kind, self.name)


def period_of(day: date, kind: PeriodKind) -> Period:
    """The month, quarter or year a day lies in."""
    months = _MONTHS[kind]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return Period(first, end_of_month(month_after(first, months - 1, 1)), kind, _name(first, kind))


def span(start: date, end: date) -> Period:
    """A period from–to; the calendar's own where it is one of its months, quarters or years."""
    if not _FIRST <= start <= end <= _LAST:
        raise DomainError("period.bad_span", start=start, end=end)
    return _between(start, end)


def _between(start: date, end: date) -> Period:
    for kind in _MONTHS:
        known = period_of(start, kind)
        if (known.start, known.end) == (start, end):
            return known
    return Period(start, end, PeriodKind.SPAN, f"{start.isoformat()}..{end.isoformat()}")


def named_period(text: str) -> Period:
    """The period called ``2025``, ``2025Q4``, ``2025-10`` or ``2025-10-01..2025-12-31``."""
    wanted = text.strip()
    try:
        if (days := _SPAN.fullmatch(wanted)) is not None:
            return span(date.fromisoformat(days[1]), date.fromisoformat(days[2]))
        if (found := _NAMED.fullmatch(wanted)) is not None:
            read = _read(int(found[1]), found[2], found[3])
            return span(read.start, read.end)
    except ValueError as error:
        raise DomainError("period.unknown", value=text) from error
    raise DomainError("period.unknown", value=text)


def back_from(period: Period, count: int) -> tuple[Period, ...]:
    """``count`` periods of one kind, the given one last."""
    found = [period]
    while len(found) < count and found[-1].start > _FIRST:
        found.append(found[-1].before())
    return tuple(reversed(found))


def periods_between(first: date, last: date, kind: PeriodKind) -> tuple[Period, ...]:
    """All periods of a kind that hold a day of the span, the newest first."""
    found = [period_of(last, kind)]
    while found[-1].start > first:
        found.append(found[-1].before())
    return tuple(found)


def _read(year: int, quarter: str | None, month: str | None) -> Period:
    if quarter:
        return period_of(date(year, int(quarter) * _QUARTER, 1), PeriodKind.QUARTER)
    if month:
        return period_of(date(year, int(month), 1), PeriodKind.MONTH)
    return period_of(date(year, 1, 1), PeriodKind.YEAR)


def _name(first: date, kind: PeriodKind) -> str:
    if kind is PeriodKind.QUARTER:
        return f"{first.year}Q{(first.month - 1) // _QUARTER + 1}"
    return f"{first:%Y-%m}" if kind is PeriodKind.MONTH else f"{first:%Y}"
