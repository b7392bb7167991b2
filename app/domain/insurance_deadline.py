"""Insurance deadlines: the day of each duty, the arithmetic to it, and the last safe day before it.

Periods run from their anchor exclusive (the day after is day 1), as the wordings count; only payment
terms may count the invoice's own day (``due_by_terms``). Of several periods for a duty the earliest
day counts. The last safe day keeps a margin of working days.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.calendar import LONGEST_CLOSURE_DAYS, Shift, WorkingDays, day_of_month, shift_to_working_day
from app.domain.policy import Anchor, Basis, Period, PolicyTerms


class Duty(StrEnum):
    """What has to be done, or what ends, by a day."""

    NOTICE = "notice"
    ADVERSE = "adverse"
    STOP = "stop"
    MEP_END = "mep_end"
    WAITING_END = "waiting_end"
    CLAIM = "claim"
    DOCUMENTS = "documents"
    ANSWER = "answer"
    OBJECTION = "objection"
    DECLARATION = "declaration"
    LIMIT_EXPIRY = "limit_expiry"
    LIMIT_REVIEW = "limit_review"
    PREMIUM = "premium"
    RENEWAL = "renewal"


FORFEITING = frozenset({Duty.NOTICE, Duty.ADVERSE, Duty.STOP, Duty.CLAIM, Duty.DOCUMENTS, Duty.DECLARATION})
"""Duties whose missing can cost the cover."""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """One way to a day: days or months from an anchor's day; ``clause`` is where the policy says so."""

    anchor: Anchor
    start: date
    days: int
    months: int
    basis: Basis
    day: date
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The day a duty ends, the last safe day to do it, and every reckoning: the first decided."""

    day: date
    safe: date
    reckonings: tuple[Reckoning, ...]

    @property
    def decided_by(self) -> Reckoning:
        """The reckoning that gave the earliest day."""
        return self.reckonings[0]


def due_by_terms(issued: date, days: int, *, counts_first_day: bool) -> date:
    """The due date of an invoice; some policies count the invoice's own day as the first."""
    return issued + timedelta(days=days - 1 if counts_first_day else days)


def add_period(start: date, period: Period, calendar: WorkingDays, country: str) -> date:
    """The last day of a period that begins the day after ``start``."""
    day = start
    if period.months:
        months = start.month - 1 + period.months
        day = day_of_month(start.year + months // 12, months % 12 + 1, start.day)
    if period.basis is Basis.WORKING:
        return move_working(day, period.days, calendar, country)
    return day + timedelta(days=period.days)


def move_working(start: date, days: int, calendar: WorkingDays, country: str) -> date:
    """So many working days after ``start`` (before it where ``days`` is negative)."""
    step = timedelta(days=1 if days >= 0 else -1)
    day, left = start, abs(days)
    closed = 0
    while left:
        day += step
        working = closed > LONGEST_CLOSURE_DAYS or calendar.is_working_day(day, country)
        closed = 0 if working else closed + 1
        left -= 1 if working else 0
    return day


def safe_day(day: date, margin: int, calendar: WorkingDays, country: str) -> date:
    """The last day that leaves ``margin`` working days: on a holiday one acts before it, not after."""
    last = shift_to_working_day(day, Shift.PREVIOUS, calendar, country)
    return move_working(last, -margin, calendar, country)


def deadline(
    periods: Sequence[Period],
    anchors: Mapping[Anchor, date],
    terms: PolicyTerms,
    calendar: WorkingDays,
    country: str,
    *,
    clause: str = "",
) -> Deadline | None:
    """The deadline of a duty; None where the policy sets none or no anchor has a day yet."""
    found = [
        Reckoning(
            period.anchor,
            anchors[period.anchor],
            period.days,
            period.months,
            period.basis,
            add_period(anchors[period.anchor], period, calendar, country),
            clause,
        )
        for period in periods
        if period.anchor in anchors
    ]
    if not found:
        return None
    found.sort(key=lambda one: one.day)
    day = found[0].day
    return Deadline(day, safe_day(day, terms.margin_days, calendar, country), tuple(found))


def mep_end(due: date, terms: PolicyTerms) -> date | None:
    """The last day of the maximum extension period (最长延长期限) after the original due date."""
    return None if terms.max_extension_days is None else due + timedelta(days=terms.max_extension_days)


def claim_wait(
    due: date, reported: date, terms: PolicyTerms, days: int, loss: date | None = None
) -> date | None:
    """The last day of waiting of a claim about debts due since ``due`` and reported on ``reported``.

    It runs from where the policy says: due date, end of the maximum extension, notice, or the loss.
    """
    anchors = {Anchor.DUE: due, Anchor.NOTICE: reported}
    if (extended := mep_end(due, terms)) is not None:
        anchors[Anchor.MEP_END] = extended
    if loss is not None:
        anchors[Anchor.LOSS] = loss
    return waiting_end(anchors, terms, days)


def waiting_end(anchors: Mapping[Anchor, date], terms: PolicyTerms, days: int) -> date | None:
    """The last day of the waiting period; None while its anchor has no day."""
    start = anchors.get(terms.waiting_anchor)
    return None if start is None else start + timedelta(days=days)
