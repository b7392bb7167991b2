"""Disputes that reach, or have passed, the day they were to be settled by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.domain.work import WorkItem
from app.services.work_sources.rows import Name, WorkReader

KIND = "dispute"
AHEAD_DAYS = 3


class DisputeSource:
    """Items from open disputes with a target day."""

    def __init__(self, reader: WorkReader) -> None:
        self._reader = reader

    def items(self, as_of: date) -> Iterator[WorkItem]:
        """Those whose target day is at most three days away."""
        rows = self._reader.disputes(as_of, as_of + timedelta(AHEAD_DAYS))
        names = self._reader.names({row.customer_id for row in rows})
        for row in rows:
            name = names.get(row.customer_id, Name(""))
            late = row.target_on < as_of
            yield WorkItem(
                key=f"{KIND}:{row.id}:{row.target_on}",
                kind=KIND,
                due=row.target_on,
                reason="work.dispute.past" if late else "work.dispute.soon",
                params={"number": row.number, "on": row.target_on, "owner": row.owner},
                action="dispute",
                target={
                    "customer_id": row.customer_id,
                    "dispute_id": row.id,
                    "document_id": row.document_id,
                },
                customer_id=row.customer_id,
                customer=name.zh,
                customer_en=name.en,
                amount=row.amount,
            )
