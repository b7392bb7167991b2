"""Limitation periods that run out: one line per customer and alarm, at 180, 90 and 30 days and after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from app.domain.limitation import ALARM_DAYS
from app.domain.money import Money
from app.domain.work import WorkItem

if TYPE_CHECKING:
    from app.domain.limitation import LimitationState
    from app.services.work_sources.rows import WorkReader

KIND = "limitation"
EXPIRED_DAYS = 365
"""A claim that lapsed longer ago is no news of the day."""


class Clock(Protocol):
    """What this source needs of the reminder service."""

    def limitation(
        self, customer_id: int | None = None, as_of: date | None = None, within: int | None = None
    ) -> Sequence[LimitationState]:
        """Open invoices on the limitation clock with at most ``within`` days left."""


class LimitationSource:
    """Items from the limitation clock."""

    def __init__(self, clock: Callable[[], Clock], reader: WorkReader) -> None:
        self._clock = clock
        self._reader = reader

    def items(self, as_of: date) -> Iterator[WorkItem]:
        """One per customer, currency and alarm."""
        groups: dict[tuple[int, str, int], list[LimitationState]] = defaultdict(list)
        for state in self._clock().limitation(None, as_of, ALARM_DAYS[0]):
            if not state.expired or state.expires_on >= as_of - timedelta(EXPIRED_DAYS):
                groups[state.customer_id, state.open.currency, state.alarm].append(state)
        names = self._reader.names({key[0] for key in groups})
        for (customer_id, currency, alarm), states in groups.items():
            first = min(states, key=lambda state: (state.expires_on, state.document_id))
            name = names.get(customer_id)
            reason = _reason(first, len(states))
            yield WorkItem(
                key=f"{KIND}:{customer_id}:{currency}:{alarm}:{max(one.document_id for one in states)}",
                kind=KIND,
                due=as_of if first.expired else first.expires_on,
                reason=reason,
                params={
                    "number": first.number,
                    "count": len(states),
                    "n": len(states),
                    "on": first.expires_on,
                },
                action="acknowledge" if first.expired else "limitation",
                target={"customer_id": customer_id, "document_id": first.document_id},
                customer_id=customer_id,
                customer=name.zh if name else first.customer,
                customer_en=name.en if name else "",
                amount=Money(sum(one.open.minor for one in states), currency),
            )


def _reason(first: LimitationState, count: int) -> str:
    if first.expired:
        return "work.limitation.expired"
    return "work.limitation.soon" if count == 1 else "work.limitation.soon.many"
