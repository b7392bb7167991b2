"""The books by month, and how months were closed and opened again."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.domain.bank import LineState
from app.services.periods import CLOSED, REOPENED, PeriodEvent
from app.storage.collect_schema import bank_line
from app.storage.schema import change_set, document

if TYPE_CHECKING:
    from app.storage.store import SqlStore

_MONTH = 7


class SqlPeriodReader:
    """``app.services.periods.PeriodReader`` over an open company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def months(self) -> list[tuple[str, int, int]]:
        """Months (2025-11) with documents or waiting bank lines, and how many, the earliest first."""
        found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        written = func.substr(document.c.doc_date, 1, _MONTH)
        booked = func.substr(bank_line.c.on, 1, _MONTH)
        waiting = (bank_line.c.deleted == 0, bank_line.c.state == LineState.WAITING.value)
        with self._store.reading() as connection:
            for place, query in enumerate(
                (
                    select(written, func.count()).where(document.c.deleted == 0).group_by(written),
                    select(booked, func.count()).where(*waiting).group_by(booked),
                )
            ):
                for month, count in connection.execute(query):
                    found[month][place] = count
        return [(month, *counts) for month, counts in sorted(found.items())]  # type: ignore[misc]

    def events(self, limit: int) -> list[PeriodEvent]:
        """Closings and reopenings, the latest first."""
        query = (
            select(change_set.c.at, change_set.c.actor, change_set.c.verb, change_set.c.params)
            .where(change_set.c.verb.in_([CLOSED, REOPENED]))
            .order_by(change_set.c.id.desc())
            .limit(limit)
        )
        with self._store.reading() as connection:
            return [
                PeriodEvent(
                    datetime.fromisoformat(row.at),
                    row.actor,
                    row.verb,
                    str((told := json.loads(row.params)).get("month", "")),
                    str(told.get("reason", "")),
                    str(told.get("until", "")),
                )
                for row in connection.execute(query)
            ]
