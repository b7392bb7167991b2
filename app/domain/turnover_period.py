"""Declaration periods: which span of days a shipment is declared in."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.calendar import end_of_month, month_after
from app.domain.policy import Frequency

_MONTHS = {Frequency.MONTH: 1, Frequency.QUARTER: 3}


def period_of(frequency: Frequency, day: date, start: date, end: date) -> tuple[date, date]:
    """First and last day of the period a shipment falls into, kept to the policy's own days.

    Months and quarters are the calendar's; per shipment it is the day itself; a year the whole policy.
    """
    if frequency is Frequency.SHIPMENT:
        return day, day
    months = _MONTHS.get(frequency)
    if months is None:
        return start, end
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    last = end_of_month(month_after(first, months - 1, 1))
    return max(first, start), min(last, end)


def periods(frequency: Frequency, start: date, end: date) -> list[tuple[date, date]]:
    """All periods of a policy to be declared, in order; none where nothing is or each shipment is."""
    if frequency in {Frequency.NONE, Frequency.SHIPMENT} or end < start:
        return []
    found, day = [], start
    while day <= end:
        span = period_of(frequency, day, start, end)
        found.append(span)
        day = span[1] + timedelta(days=1)
    return found
