"""Reviews of credit that are due, customers never assessed as one line, and the month to bring in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from app.domain.review import ReviewReason
from app.domain.work import WorkItem

if TYPE_CHECKING:
    from app.domain.review import ReviewDue
    from app.services.watch_views import ReviewView
    from app.services.work_sources.rows import WorkReader

KIND = "review"
AHEAD_DAYS = 7
MONTH_DUE = 5
"""By this day of a month the one before it should be in the ledger."""
_SLACK = timedelta(3)


class Reviews(Protocol):
    """What this source needs of the watch."""

    def reviews(self, as_of: date, until: date) -> Sequence[ReviewView]:
        """Reviews due by a day."""


class ReviewSource:
    """Items from reviews by grade, limit, assessment and event."""

    def __init__(self, watch: Callable[[], Reviews], reader: WorkReader) -> None:
        self._watch = watch
        self._reader = reader

    def items(self, as_of: date) -> Iterator[WorkItem]:
        """Reviews due within a week; one line for all that were never assessed; the month's reminder."""
        never: list[ReviewView] = []
        for view in self._watch().reviews(as_of, as_of + timedelta(AHEAD_DAYS)):
            if view.due.reason is ReviewReason.NEVER:
                never.append(view)
            else:
                yield _review(view)
        if never:
            last = max(view.due.customer_id for view in never)
            yield WorkItem(
                key=f"{KIND}:never:{last}",
                kind=KIND,
                due=as_of + timedelta(AHEAD_DAYS),
                reason="work.review.unassessed",
                params={"n": len(never)},
                action="assess",
                target={"customer_id": never[0].due.customer_id},
            )
        yield from self._month(as_of)

    def _month(self, as_of: date) -> Iterator[WorkItem]:
        """Bring in last month, while the ledger does not reach its end; an empty ledger needs none."""
        newest = self._reader.newest_data(as_of)
        ended = month_wanted(as_of, newest)
        if ended is None:
            return
        yield WorkItem(
            key=f"{KIND}:month:{ended:%Y-%m}",
            kind=KIND,
            due=as_of.replace(day=MONTH_DUE),
            reason="work.review.month",
            params={"month": f"{ended:%Y-%m}", "on": newest},
            action="import",
        )


def month_wanted(as_of: date, newest: date | None) -> date | None:
    """The end of the month before, while the ledger does not reach it; None where nothing is wanted."""
    ended = as_of.replace(day=1) - timedelta(1)
    return None if newest is None or newest >= ended - _SLACK else ended


def review_key(due: ReviewDue) -> str:
    """By which a review is postponed."""
    return f"{KIND}:{due.customer_id}:{due.reason}:{due.due_on}"


def _review(view: ReviewView) -> WorkItem:
    due = view.due
    params = dict(due.params)
    if due.reason is ReviewReason.EVENT:
        params["kind"] = (f"event_kind.{params['kind']}", {})
    return WorkItem(
        key=review_key(due),
        kind=KIND,
        due=due.due_on,
        reason=f"review.{due.reason}",
        params=params,
        action="limit" if due.reason is ReviewReason.LIMIT else "review",
        target={"customer_id": due.customer_id},
        customer_id=due.customer_id,
        customer=view.customer.name,
        customer_en=view.customer.name_en,
    )
