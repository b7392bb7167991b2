"""Credit decisions that wait or run out: orders held, scorings begun, limits and overrides about to end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from app.domain.money import Money
from app.domain.work import WorkItem
from app.services.work_sources.rows import Name

KIND = "credit"
HELD_DAYS, ENDED_DAYS = 14, 30
"""An order held longer ago, or a limit that ended longer ago, is no news of the day."""
AHEAD_DAYS = 14
DRAFT_DAYS = 3
_TO_FINISH = 7


@dataclass(frozen=True, slots=True)
class HeldRow:
    """An open order whose last check did not let it go, and that nobody has released since."""

    check_id: int
    customer_id: int
    name: Name
    number: str
    on: date
    answer: str
    amount: Money
    deposit: Money
    ship_on: date | None = None


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A scoring that was begun and not finished."""

    id: int
    customer_id: int
    name: Name
    as_of: date


@dataclass(frozen=True, slots=True)
class EndingLimit:
    """A limit of a customer, or of a group, that ends and is followed by none."""

    id: int
    customer_id: int | None
    group_id: int | None
    name: Name
    end: date
    amount: Money


@dataclass(frozen=True, slots=True)
class EndingOverride:
    """An override that runs out; the score's own grade ``was`` holds again after it."""

    id: int
    customer_id: int
    name: Name
    was: str
    now: str
    expires_on: date


class DecisionReader(Protocol):
    """Set-based queries behind this source."""

    def held_orders(self, as_of: date, since: date) -> Sequence[HeldRow]:
        """Open orders that were last checked from ``since`` on, and not let go."""

    def drafts(self, before: date) -> Sequence[DraftRow]:
        """Scorings begun as of a day before this."""

    def ending_limits(self, as_of: date, since: date, until: date) -> Sequence[EndingLimit]:
        """Limits begun by the day that end in these days, where no later one is granted."""

    def ending_overrides(self, as_of: date, until: date) -> Sequence[EndingOverride]:
        """Overrides in effect that end by a day, of assessments that are still the customer's last."""


class DecisionSource:
    """Items from order checks, drafts, limits and overrides."""

    def __init__(self, reader: DecisionReader) -> None:
        self._reader = reader

    def items(self, as_of: date) -> Iterator[WorkItem]:
        """What was held in a fortnight, what ends within one, and what was left unfinished."""
        yield from map(_held, self._reader.held_orders(as_of, as_of - timedelta(HELD_DAYS)))
        yield from map(_draft, self._reader.drafts(as_of - timedelta(DRAFT_DAYS - 1)))
        until = as_of + timedelta(AHEAD_DAYS)
        for row in self._reader.ending_limits(as_of, as_of - timedelta(ENDED_DAYS), until):
            yield _limit(row, as_of)
        yield from map(_override, self._reader.ending_overrides(as_of, until))


def _held(row: HeldRow) -> WorkItem:
    return WorkItem(
        key=f"{KIND}:held:{row.check_id}",
        kind=KIND,
        due=row.ship_on or row.on,
        reason=f"work.credit.{row.answer}",
        params={"number": row.number, "on": row.on, "deposit": row.deposit},
        action="release",
        target={"customer_id": row.customer_id, "check_id": row.check_id},
        customer_id=row.customer_id,
        customer=row.name.zh,
        customer_en=row.name.en,
        amount=row.amount,
    )


def _draft(row: DraftRow) -> WorkItem:
    return WorkItem(
        key=f"{KIND}:draft:{row.id}:{row.as_of}",
        kind=KIND,
        due=row.as_of + timedelta(_TO_FINISH),
        reason="work.credit.draft",
        params={"on": row.as_of},
        action="draft",
        target={"customer_id": row.customer_id},
        customer_id=row.customer_id,
        customer=row.name.zh,
        customer_en=row.name.en,
    )


def _limit(row: EndingLimit, as_of: date) -> WorkItem:
    over = row.end < as_of
    return WorkItem(
        key=f"{KIND}:limit:{row.id}:{row.end}",
        kind=KIND,
        due=row.end,
        reason="work.credit.limit_ended" if over else "work.credit.limit_ends",
        params={"on": row.end, "limit": row.amount},
        action="limit",
        target={"customer_id": row.customer_id, "group_id": row.group_id},
        customer_id=row.customer_id,
        customer=row.name.zh,
        customer_en=row.name.en,
    )


def _override(row: EndingOverride) -> WorkItem:
    return WorkItem(
        key=f"{KIND}:override:{row.id}:{row.expires_on}",
        kind=KIND,
        due=row.expires_on,
        reason="work.credit.override",
        params={"on": row.expires_on, "was": row.was, "now": row.now},
        action="override",
        target={"customer_id": row.customer_id, "override_id": row.id},
        customer_id=row.customer_id,
        customer=row.name.zh,
        customer_en=row.name.en,
    )
