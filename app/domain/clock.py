"""Where today comes from; rules never ask the machine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the business day and the instant for stamps."""

    def today(self) -> date:
        """The business day on the user's calendar."""

    def now(self) -> datetime:
        """The instant, in UTC."""


class SystemClock:
    """The machine's own clock."""

    def today(self) -> date:
        """The local calendar day."""
        return datetime.now().astimezone().date()

    def now(self) -> datetime:
        """The instant, in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still: tests, and the sample company."""

    day: date

    def today(self) -> date:
        """The day it was set to."""
        return self.day

    def now(self) -> datetime:
        """Noon UTC of that day."""
        return datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)
