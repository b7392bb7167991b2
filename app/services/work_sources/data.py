"""How old the figures are: an item once the newest data is more than a week old."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.domain.work import WorkItem
from app.services.work_sources.rows import WorkReader

KIND = "data"
STALE_DAYS = 7


class DataSource:
    """At most one item."""

    def __init__(self, reader: WorkReader) -> None:
        self._reader = reader

    def items(self, as_of: date) -> Iterator[WorkItem]:
        """One when the last import or receipt is older than seven days; none for an empty ledger."""
        newest = self._reader.newest_data(as_of)
        if newest is None or newest >= as_of - timedelta(STALE_DAYS):
            return
        yield WorkItem(
            key=f"{KIND}:{newest}",
            kind=KIND,
            due=as_of,
            reason="work.data.stale",
            params={"on": newest},
            action="import",
        )
