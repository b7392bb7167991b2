"""Bills that fall due within days, and bills that bounced."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.domain.work import WorkItem
from app.services.work_sources.rows import BillRow, Name, WorkReader

KIND = "bill"
AHEAD_DAYS = 7
BOUNCED_DAYS = 60


class BillSource:
    """Items from bills held, and from those refused while the debt is open."""

    def __init__(self, reader: WorkReader) -> None:
        self._reader = reader

    def items(self, as_of: date) -> Iterator[WorkItem]:
        """Held ones due within a week, and those that bounced within sixty days."""
        rows = self._reader.bills(as_of, as_of + timedelta(AHEAD_DAYS), as_of - timedelta(BOUNCED_DAYS))
        names = self._reader.names({row.customer_id for row in rows})
        for row in rows:
            yield _item(row, as_of, names.get(row.customer_id, Name("")))


def _item(row: BillRow, as_of: date, name: Name) -> WorkItem:
    bounced = row.bounced_on is not None
    return WorkItem(
        key=f"{KIND}:{row.id}:{'bounced' if bounced else row.due_on}",
        kind=KIND,
        due=as_of if bounced else row.due_on,
        reason="work.bill.bounced" if bounced else "work.bill.due",
        params={"number": row.number, "on": row.bounced_on or row.due_on},
        action="bill",
        target={"customer_id": row.customer_id, "bill_id": row.id},
        customer_id=row.customer_id,
        customer=name.zh,
        customer_en=name.en,
        amount=row.amount,
    )
