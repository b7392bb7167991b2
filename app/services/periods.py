"""Closing months, and opening them again with a reason; the books of a closed month stand still."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from app.domain.closed_period import (
    CLOSED_THROUGH,
    LEAST_REASON,
    before_month,
    month_end,
    month_name,
    read_closed,
)
from app.domain.problem import DomainError
from app.domain.setting import Setting
from app.services.settings import put_setting

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from app.domain.changes import ChangeSet
    from app.services.ports import Store

CLOSED, REOPENED = "period.closed", "period.reopened"


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month of the books: its documents, the bank lines still waiting in it, whether it is closed."""

    month: str
    end: date
    documents: int
    waiting: int
    closed: bool


@dataclass(frozen=True, slots=True)
class PeriodEvent:
    """A closing, or a reopening of ``month`` to ``until`` for a reason."""

    at: datetime
    actor: str
    verb: str
    month: str
    reason: str = ""
    until: str = ""


class PeriodReader(Protocol):
    """What the books hold by month; storage fills it."""

    def months(self) -> list[tuple[str, int, int]]:
        """Months (2025-11) with documents or waiting bank lines, and how many, the earliest first."""

    def events(self, limit: int) -> list[PeriodEvent]:
        """Closings and reopenings, the latest first."""


def closed_through(store: Store) -> date | None:
    """The last closed day; None where no month is closed."""
    found = store.find(Setting, name=CLOSED_THROUGH)
    return read_closed(found[0].value) if found else None


class PeriodService:
    """Use cases on closed months; one call one change set, none of which undo takes back."""

    def __init__(self, store: Store, reader: PeriodReader, today: Callable[[], date]) -> None:
        self._store = store
        self._reader = reader
        self._today = today

    def closed_through(self) -> date | None:
        """The last closed day; None where no month is closed."""
        return closed_through(self._store)

    def months(self) -> list[MonthView]:
        """Every month of the books from the first to the last that is over, the latest first."""
        through, today = self.closed_through(), self._today()
        counted = {month: (documents, waiting) for month, documents, waiting in self._reader.months()}
        if not counted:
            return []
        found, end, first = [], before_month(today), month_end(min(counted))
        while end >= first:
            name = month_name(end)
            documents, waiting = counted.get(name, (0, 0))
            found.append(
                MonthView(name, end, documents, waiting, closed=through is not None and end <= through)
            )
            end = before_month(end)
        return found

    def events(self, limit: int = 50) -> list[PeriodEvent]:
        """Closings and reopenings with who, when and why, the latest first."""
        return self._reader.events(limit)

    def opened_by(self, month: str) -> list[str]:
        """The closed months that reopening this one opens: itself and all after it, the earliest first."""
        end, through = month_end(month), self.closed_through()
        found = []
        while through is not None and through >= end:
            found.append(month_name(through))
            through = before_month(through)
        return found[::-1]

    def close(self, month: str) -> ChangeSet:
        """Close a month that is over, and with it all before: ``period.not_over``, ``period.already``."""
        end, through = month_end(month), self.closed_through()
        if end >= self._today():
            raise DomainError("period.not_over", month=month_name(end))
        if through is not None and end <= through:
            raise DomainError("period.already", month=month_name(end), through=through)
        with self._store.write() as unit:
            put_setting(unit, CLOSED_THROUGH, end.isoformat())
            return unit.commit_for_good(CLOSED, month=month_name(end), through=end.isoformat())

    def reopen(self, month: str, reason: str) -> ChangeSet:
        """Open a closed month and all after it: ``period.is_open``, ``period.reason_missing``."""
        end, through, why = month_end(month), self.closed_through(), " ".join(reason.split())
        if through is None or end > through:
            raise DomainError("period.is_open", month=month_name(end))
        if len(why) < LEAST_REASON:
            raise DomainError("period.reason_missing", least=LEAST_REASON)
        with self._store.write() as unit:
            put_setting(unit, CLOSED_THROUGH, before_month(end).isoformat())
            return unit.commit_for_good(
                REOPENED, month=month_name(end), until=month_name(through), reason=why
            )
