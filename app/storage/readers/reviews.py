"""What a quarterly review reads by itself: flows of a quarter, open items by age, changes of rules."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import case, exists, func, select

from app.domain.aging import AgingQuery
from app.domain.document import DEBITS
from app.services.review_views import Adjustment, Flow
from app.storage.readers.aging import SqlAgingReader, is_kept, open_parts, ranges
from app.storage.schema import change_set, document
from app.storage.store import SqlStore

ADJUSTING = (
    "setting.chosen",
    "setting.reset",
    "scorecard.published",
    "scorecard.retired",
    "dunning.policy_saved",
    "dunning.policy_reset",
    "dunning.policy_removed",
    "interest_rule.saved",
    "interest_rule.reset",
    "policy.activated",
    "policy.changed",
    "policy.cancelled",
    "person.saved",
    "person.removed",
    "policy_study.adopted",
)
"""Verbs of the log by which parameters of credit control change."""
_MOST = 200
_DEBITS = sorted(kind.value for kind in DEBITS)


class SqlReviewReader:
    """``app.services.review_views.ReviewReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self._aging = SqlAgingReader(store)

    def span(self) -> tuple[date, date] | None:
        """Days of the first and the last document; None for an empty ledger."""
        ends = select(func.min(document.c.doc_date), func.max(document.c.doc_date))
        with self._store.reading() as connection:
            first, last = connection.execute(ends.where(document.c.deleted == 0)).one()
        return (date.fromisoformat(first), date.fromisoformat(last)) if first else None

    def flows(self, start: date, end: date) -> Sequence[Flow]:
        """What was invoiced, paid, credited, written off and refunded."""
        query = (
            select(
                document.c.currency,
                document.c.kind,
                document.c.reason,
                func.sum(document.c.amount),
                func.count(),
            )
            .where(
                document.c.deleted == 0,
                document.c.doc_date.between(start.isoformat(), end.isoformat()),
            )
            .group_by(document.c.currency, document.c.kind, document.c.reason)
        )
        with self._store.reading() as connection:
            return [Flow(*row) for row in connection.execute(query)]

    def open_counts(self, as_of: date, limits: Sequence[int]) -> Sequence[int]:
        """How many debits stood open in each age bucket."""
        query = AgingQuery(as_of, limits=tuple(limits))
        with self._store.reading() as connection:
            rows = open_parts(query, (), kept=is_kept(connection, as_of)).c
            sums = (func.sum(case((within, 1), else_=0)) for within in ranges(rows.aged, query))
            found = connection.execute(select(*sums).where(rows.open != 0, rows.kind.in_(_DEBITS)))
            return tuple(count or 0 for count in found.one())

    def rates(self, as_of: date) -> Mapping[str, Decimal]:
        """Base units per unit of each currency on a day."""
        return self._aging.rates(as_of)

    def adjustments(self, since: datetime, until: datetime) -> Sequence[Adjustment]:
        """Changes of settings, policies and rules in the log that still hold, the oldest first."""
        undoing = change_set.alias("undoing")
        query = (
            select(change_set.c.at, change_set.c.actor, change_set.c.verb, change_set.c.params)
            .where(
                change_set.c.verb.in_(ADJUSTING),
                change_set.c.at >= since.isoformat(),
                change_set.c.at < until.isoformat(),
                ~exists().where(undoing.c.undoes == change_set.c.id, undoing.c.undoes != 0),
            )
            .order_by(change_set.c.id)
            .limit(_MOST)
        )
        with self._store.reading() as connection:
            return [
                Adjustment(datetime.fromisoformat(at).date(), actor, verb, json.loads(params))
                for at, actor, verb, params in connection.execute(query)
            ]
