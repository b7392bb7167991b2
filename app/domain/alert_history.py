"""What a rule would have been worth: its warnings of the past, and the trouble that followed them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.alert_rules import RuleCode, Warned

TROUBLE_OVERDUE = 60
"""An item open more than this many days past its due day is trouble."""
HORIZON = 180
"""Within how many days after a warning trouble counts as foreseen."""


class TroubleKind(StrEnum):
    """What warnings are there to foresee."""

    OVERDUE = "overdue"
    WRITE_OFF = "write_off"
    INSOLVENCY = "insolvency"
    BOUNCED_BILL = "bounced_bill"
    BROKEN_PLAN = "broken_plan"


@dataclass(frozen=True, slots=True)
class Trouble:
    """A customer got into trouble on a day."""

    customer_id: int
    kind: TroubleKind
    on: date


@dataclass(frozen=True, slots=True)
class Firing:
    """A warning of the past and what followed: ``trouble`` the first after it, ``pending`` too early to say.

    ``already``: there had been trouble in as many days before.
    """

    warned: Warned
    trouble: Trouble | None = None
    already: bool = False
    pending: bool = False


@dataclass(frozen=True, slots=True)
class HistoryTest:
    """A rule tried on the past.

    ``troubled`` customers got into trouble between the days, ``foreseen`` of them after a warning.
    """

    rule: RuleCode
    start: date
    end: date
    firings: tuple[Firing, ...]
    troubled: int = 0
    foreseen: int = 0

    @property
    def fired(self) -> int:
        """How often it would have fired."""
        return len(self.firings)

    @property
    def before_trouble(self) -> int:
        """How many of these came before trouble."""
        return sum(one.trouble is not None for one in self.firings)

    @property
    def pending(self) -> int:
        """For how many it is too early to say."""
        return sum(one.pending for one in self.firings)


def judged(warnings: Sequence[Warned], troubles: Iterable[Trouble], known_until: date) -> tuple[Firing, ...]:
    """What followed each warning within the horizon, as far as is known."""
    by_customer: dict[int, list[Trouble]] = {}
    for one in sorted(troubles, key=lambda trouble: (trouble.on, trouble.kind)):
        by_customer.setdefault(one.customer_id, []).append(one)
    span = timedelta(HORIZON)
    found = []
    for warned in warnings:
        mine = by_customer.get(warned.customer_id, [])
        after = next((one for one in mine if warned.on < one.on <= warned.on + span), None)
        already = any(warned.on - span < one.on <= warned.on for one in mine)
        pending = after is None and warned.on + span > known_until
        found.append(Firing(warned, after, already, pending))
    return tuple(found)


def month_ends(start: date, end: date) -> list[date]:
    """The last day of every month from one day to another, both counted."""
    found = []
    day = start.replace(day=1)
    while day <= end:
        following = (day + timedelta(31)).replace(day=1)
        last = following - timedelta(1)
        if start <= last <= end:
            found.append(last)
        day = following
    return found
