"""Duties towards the insurers that come near or have passed: one line each, with the last safe day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from app.domain.insurance_deadline import Duty
from app.domain.work import WorkItem

if TYPE_CHECKING:
    from app.services.duty_views import DutyItem

KIND = "insurance"
AHEAD = 14
"""So many days before its last safe day a duty becomes work; what only informs does not."""
_INFORMS = frozenset({Duty.MEP_END, Duty.WAITING_END, Duty.ANSWER})
_WEIGHT = 5
"""What could forfeit a claim goes before a reminder of the same amount."""


class Deadlines(Protocol):
    """What this source needs of the deadlines."""

    def duties(self, as_of: date, horizon: int = ...) -> Sequence[DutyItem]:
        """All duties, the next first."""


class InsuranceSource:
    """Items from the duties; without a policy there are none, and nothing is read."""

    def __init__(self, deadlines: Callable[[], Deadlines]) -> None:
        self._deadlines = deadlines

    def items(self, as_of: date) -> Iterator[WorkItem]:
        """Each duty that is due soon by its last safe day."""
        last = as_of + timedelta(days=AHEAD)
        for item in self._deadlines().duties(as_of):
            if item.safe > last or _too_soon(item, as_of):
                continue
            yield _work(item)


def _too_soon(item: DutyItem, as_of: date) -> bool:
    """What only informs, and turnover of a period that has not ended."""
    if item.duty is Duty.DECLARATION:
        return item.deadline.decided_by.start >= as_of
    return item.duty in _INFORMS and item.day > as_of


def _work(item: DutyItem) -> WorkItem:
    duty: tuple[str, dict[str, object]] = (f"duty.{item.duty}", {})
    return WorkItem(
        key=f"{KIND}:{item.key}:{item.day}",
        kind=KIND,
        due=item.safe,
        reason="work.insurance.forfeit" if item.forfeits else "work.insurance.duty",
        params={
            "duty": duty,
            "safe": item.safe,
            "day": item.day,
            "todo": (f"duty_todo.{item.duty}", {}),
        },
        action="insurance",
        target={"key": item.key, "customer_id": item.customer_id, "claim_id": item.claim_id},
        customer_id=item.customer_id,
        customer=item.customer,
        amount=item.amounts[0] if len(item.amounts) == 1 else None,
        weight=_WEIGHT if item.forfeits else 0,
    )
