"""Findings of the quarterly review whose day comes: one line each, with its action and owner."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from app.domain.work import WorkItem

if TYPE_CHECKING:
    from app.services.review_views import FindingView

KIND = "finding"
AHEAD = 7
"""So many days before its day a finding becomes work."""
SHOWN = frozenset({"insurance", "insurance_policy", "broken", "over_limit", "reviews", "stale"})
"""Kinds of findings that duties, promises, warnings, reviews and the state of the data show already."""


class Findings(Protocol):
    """What this source needs of the reviews."""

    def due(self) -> Sequence[FindingView]:
        """Open findings that nobody carried on, by their day."""

    def quarter_of(self, review_id: int) -> str:
        """The quarter a review is of."""


class FindingSource:
    """Items from findings; ``kept`` says without loading the reviews whether there is any."""

    def __init__(self, reviews: Callable[[], Findings], kept: Callable[[], bool]) -> None:
        self._reviews = reviews
        self._kept = kept

    def items(self, as_of: date) -> Iterator[WorkItem]:
        """Open findings due within a week, or overdue, that no other source shows; one of each customer."""
        if not self._kept():
            return
        service, last = self._reviews(), as_of + timedelta(AHEAD)
        told: set[int] = set()
        for view in service.due():
            due, customer_id = view.finding.due, view.finding.customer_id
            if due is None or due > last or _shown(view):
                continue
            if not view.finding.text and customer_id in told:
                continue
            told |= {customer_id} if customer_id else set()
            yield _item(view, service.quarter_of(view.finding.review_id), due)


def _shown(view: FindingView) -> bool:
    """Whether another source shows it; what somebody put in words of his own is no repetition."""
    return not view.finding.text and view.finding.code.removesuffix("_more") in SHOWN


def _item(view: FindingView, quarter: str, due: date) -> WorkItem:
    finding, customer = view.finding, view.customer
    name: tuple[str, dict[str, object]] = (f"kpi.{view.params.get('key')}", {})
    said: object = finding.text or (f"finding_short.{finding.code}", {"name": name})
    return WorkItem(
        key=f"{KIND}:{finding.id}:{due}",
        kind=KIND,
        due=due,
        reason="work.finding.due" if finding.owner else "work.finding.unowned",
        params={"quarter": quarter, "finding": said, "owner": finding.owner},
        action="finding",
        target={"finding_id": finding.id, "quarter": quarter, "customer_id": finding.customer_id},
        customer_id=finding.customer_id,
        customer=customer.zh if customer else "",
        customer_en=customer.en if customer else "",
        weight=finding.weight,
    )
