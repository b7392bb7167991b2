"""When a customer's credit is to be looked at again: by its grade, its limit, its assessment, an event."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.scorecard import Grade

QUARTER = 3
"""Months between reviews of a weak grade at the most."""
WEAK = frozenset({Grade.C, Grade.D})
_DECEMBER = 12


class ReviewReason(StrEnum):
    """Why a review is due."""

    EVENT = "event"
    ASSESSMENT_ENDED = "assessment_ended"
    LIMIT = "limit"
    GRADE = "grade"
    NEVER = "never"


_RANKS = {reason: rank for rank, reason in enumerate(ReviewReason)}


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """What is known of a customer's last review; days None where there is nothing.

    ``event_on`` is the first event since the assessment, ``owed_since`` the first invoice of one that owes.
    """

    customer_id: int
    grade: Grade | None = None
    assessed_on: date | None = None
    valid_until: date | None = None
    limit_review_on: date | None = None
    event_on: date | None = None
    event: str = ""
    owed_since: date | None = None


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """A review and why it is due on that day: the earliest of the reasons."""

    customer_id: int
    due_on: date
    reason: ReviewReason
    grade: Grade | None = None
    params: Mapping[str, object] = field(default_factory=dict)


def review_months(grade: Grade, months: int) -> int:
    """Months between reviews of a grade: what the policy says, but for C and D never above a quarter."""
    return min(months, QUARTER) if grade in WEAK else months


def review_due(facts: ReviewFacts, months: int) -> ReviewDue | None:
    """The next review of a customer, ``months`` after its assessment at the latest; None without any reason.

    An event since the assessment comes first; then whichever day is the earliest.
    """
    days: list[tuple[date, ReviewReason, dict[str, object]]] = []
    if facts.event_on is not None:
        days.append((facts.event_on, ReviewReason.EVENT, {"kind": facts.event, "on": facts.event_on}))
    if facts.assessed_on is not None and facts.grade is not None:
        interval = review_months(facts.grade, months)
        by_grade = months_later(facts.assessed_on, interval)
        said: dict[str, object] = {"grade": facts.grade.value, "months": interval, "on": facts.assessed_on}
        days.append((by_grade, ReviewReason.GRADE, said))
    if facts.valid_until is not None:
        ended: dict[str, object] = {"on": facts.valid_until}
        days.append((facts.valid_until, ReviewReason.ASSESSMENT_ENDED, ended))
    if facts.limit_review_on is not None:
        days.append((facts.limit_review_on, ReviewReason.LIMIT, {"on": facts.limit_review_on}))
    if facts.assessed_on is None and facts.owed_since is not None:
        days.append((facts.owed_since, ReviewReason.NEVER, {"on": facts.owed_since}))
    if not days:
        return None
    due_on, reason, params = min(days, key=lambda one: (one[0], _RANKS[one[1]]))
    return ReviewDue(facts.customer_id, due_on, reason, facts.grade, params)


def months_later(day: date, months: int) -> date:
    """The same day so many months on, or the last of a shorter month."""
    year, month = divmod(day.month - 1 + months, _DECEMBER)
    last = calendar.monthrange(day.year + year, month + 1)[1]
    return date(day.year + year, month + 1, min(day.day, last))
