"""Next actions that were agreed on for a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.domain.work import WorkItem
from app.services.work_sources.rows import Name, WorkReader

KIND = "follow_up"
AHEAD_DAYS = 3


class FollowUpSource:
    """Items from the activity log."""

    def __init__(self, reader: WorkReader) -> None:
        self._reader = reader

    def items(self, as_of: date) -> Iterator[WorkItem]:
        """Those of the next three days and all that are late."""
        rows = self._reader.follow_ups(as_of, as_of + timedelta(AHEAD_DAYS))
        names = self._reader.names({row.customer_id for row in rows})
        for row in rows:
            name = names.get(row.customer_id, Name(""))
            said = row.next_action.strip()
            yield WorkItem(
                key=f"{KIND}:{row.activity_id}:{row.next_on}",
                kind=KIND,
                due=row.next_on,
                reason="work.follow_up" if said else "work.follow_up.plain",
                params={"note": said, "on": row.on},
                action="follow_up",
                target={"customer_id": row.customer_id, "activity_id": row.activity_id},
                customer_id=row.customer_id,
                customer=name.zh,
                customer_en=name.en,
            )
