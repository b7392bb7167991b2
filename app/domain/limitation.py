"""The limitation clock (诉讼时效): when a claim can no longer be enforced, and what starts it anew.

Civil Code art. 188: three years from the day after the due date. A demand restarts it only when its
arrival is proved, the debtor's acknowledgement (or part payment) always, both only before expiry;
after expiry only the debtor's own new promise does (SPC rules on limitation art. 8, 14, 19).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.calendar import day_of_month
from app.domain.limitation_event import LimitationKind
from app.domain.money import Money

PART_PAYMENT = "part_payment"
DUE = "due"
ALARM_DAYS = (180, 90, 30)
_REVIVES = frozenset({LimitationKind.ACKNOWLEDGED.value, LimitationKind.PLAN_AGREED.value})


@dataclass(frozen=True, slots=True)
class Restart:
    """Something that may restart the period: ``kind`` is a ``LimitationKind`` or ``part_payment``."""

    on: date
    kind: str
    event_id: int = 0
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A country's period in years for a trade debt, with where it stands."""

    country: str
    years: int
    source: str = ""


@dataclass(frozen=True, slots=True)
class Expiry:
    """When the claim lapses: the period runs since ``started_on`` because of ``basis`` (a kind, or ``due``).

    ``counted`` are the events that restarted it, ``ignored`` those that came too late to.
    """

    on: date
    started_on: date
    basis: str
    counted: tuple[Restart, ...] = ()
    ignored: tuple[Restart, ...] = ()


@dataclass(frozen=True, slots=True)
class LimitationState:
    """One open invoice on the limitation clock; ``alarm`` is the narrowest of 180/90/30 days or 0."""

    document_id: int
    number: str
    customer_id: int
    customer: str
    open: Money
    due_date: date
    started_on: date
    expires_on: date
    days_left: int
    expired: bool
    basis: str
    alarm: int = 0
    events: tuple[Restart, ...] = ()
    ignored: tuple[Restart, ...] = ()


def expiry(due: date, events: Iterable[Restart], years: int = 3) -> Expiry:
    """The day after which the claim is time-barred; the order the events are given in does not matter.

    The period counts from the day after ``due``, so its last day is the same day ``years`` later
    (29 February: the 28th where there is none).
    """
    on, started, basis = _years_after(due, years), due + timedelta(days=1), DUE
    counted: list[Restart] = []
    ignored: list[Restart] = []
    for event in sorted(events, key=lambda one: (one.on, one.kind, one.event_id)):
        moved = _years_after(event.on, years)
        if moved <= on:
            continue  # nothing is gained: it came before the debt was due
        if event.on > on and event.kind not in _REVIVES:
            ignored.append(event)
            continue
        counted.append(event)
        on, started, basis = moved, event.on, event.kind
    return Expiry(on, started, basis, tuple(counted), tuple(ignored))


def _years_after(day: date, years: int) -> date:
    return day_of_month(day.year + years, day.month, day.day)


def alarm(days_left: int) -> int:
    """The narrowest warning reached (180, 90, 30 days before expiry); 0 while none is, or it is past."""
    return min((days for days in ALARM_DAYS if 0 <= days_left <= days), default=0)
