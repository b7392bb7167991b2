"""The queries behind provisions: what is open, what came and went by period end, cohorts of sales.

History is read in a few passes over documents and allocations, whatever the number of period ends: a sum
per day its age counts from, period of origin and period of settlement.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, cast, func, select

from app.domain.credit_file import EventKind
from app.domain.document import DocumentKind, Rate
from app.domain.set_off import OnAccount
from app.services.collection_views import BadDebtQuery
from app.services.provision_ports import Debtor, OpenPart, RawCohort, RawFlow, WrittenOff
from app.storage.credit_schema import external_event
from app.storage.engine import listed
from app.storage.readers.claims import in_dispute
from app.storage.readers.cover import SqlCoverReader
from app.storage.readers.opened import ALL, DEBIT_KINDS, due_day, kept_on, open_on, part_open_on
from app.storage.readers.provision_history import cohort_queries, flow_queries
from app.storage.readers.written_off import bad_debts, recoveries
from app.storage.schema import customer, customer_group, dispute, document, instalment, region

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy import Connection, Select

    from app.domain.provision_sheet import Buckets
    from app.storage.store import SqlStore

_OF_KIND = {"region": (region, customer.c.region_id), "group": (customer_group, customer.c.group_id)}


@cache
def _day(text: str) -> date:
    return date.fromisoformat(text)


class SqlProvisionReader:
    """``app.services.provision_ports.ProvisionReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self._cover = SqlCoverReader(store)

    # -- the debts of a day ---------------------------------------------------------------------

    def parts(self, as_of: date) -> list[OpenPart]:
        """Invoices and refunds open on the day, part by part, by customer, due day and id."""
        day = as_of.isoformat()
        with self._store.reading() as connection:
            kept = kept_on(connection, day)
            rows = [
                row
                for query in (_whole(day, kept=kept), _planned(day, kept=kept))
                for row in connection.execute(query).all()
            ]
        rows.sort(key=lambda row: (row[1], row[5], row[0]))
        return [
            OpenPart(row[0], row[1], row[2], row[3], _day(row[4]), _day(row[5]), _day(row[6]), row[7], row[8])
            for row in rows
        ]

    def on_account(self, as_of: date) -> list[OnAccount]:
        """Receipts, credit notes and refunds that stood open on the day."""
        return self._cover.on_account(as_of, None)

    def debtors(self, ids: Collection[int]) -> Mapping[int, Debtor]:
        """Customers by id."""
        rows = customer.c
        query = select(
            rows.id,
            rows.name,
            func.coalesce(rows.region_id, 0),
            func.coalesce(rows.group_id, 0),
            rows.status,
            rows.status_since,
            rows.handed_to,
            rows.handed_on,
            rows.name_en,
        ).where(rows.id.in_(listed(ids)))
        with self._store.reading() as connection:
            return {
                row[0]: Debtor(*row[:5], _maybe(row[5]), row[6], _maybe(row[7]), row[8])
                for row in connection.execute(query).all()
            }

    def names(self, kind: str) -> Mapping[int, str]:
        """Names of all regions or groups by id."""
        table, _ = _OF_KIND[kind]
        with self._store.reading() as connection:
            return dict(connection.execute(select(table.c.id, table.c.name)).all())

    def belongs(self, kind: str) -> Mapping[int, int]:
        """Region or group of every customer that has one."""
        _, column = _OF_KIND[kind]
        query = select(customer.c.id, column).where(customer.c.deleted == 0, column.is_not(None))
        with self._store.reading() as connection:
            return dict(connection.execute(query).all())

    def disputed(self, as_of: date) -> Mapping[int, tuple[date, str]]:
        """Documents in dispute on the day: since when, and why."""
        query = (
            select(dispute.c.document_id, func.min(dispute.c.opened_on), func.max(dispute.c.reason))
            .where(*in_dispute(as_of.isoformat()))
            .group_by(dispute.c.document_id)
        )
        with self._store.reading() as connection:
            return {row[0]: (_day(row[1]), row[2]) for row in connection.execute(query).all()}

    def serious_events(self, as_of: date) -> Mapping[int, date]:
        """Customers with a confirmed entry as a dishonest debtor open on the day, since when."""
        day, rows = as_of.isoformat(), external_event.c
        query = (
            select(rows.customer_id, func.min(rows.on))
            .where(
                rows.deleted == 0,
                rows.kind == EventKind.DISHONEST_DEBTOR.value,
                rows.identifier != "",
                rows.confirmed_by != "",
                rows.on <= day,
                rows.closed_on.is_(None) | (rows.closed_on > day),
            )
            .group_by(rows.customer_id)
        )
        with self._store.reading() as connection:
            return {row: _day(on) for row, on in connection.execute(query).all()}

    # -- history --------------------------------------------------------------------------------

    def flows(
        self, days: Sequence[date], segments: Mapping[int, str] | None, *, by_invoice: bool
    ) -> list[RawFlow]:
        """What came and went by period end, per segment of the customers (None: all together)."""
        ends = [each.isoformat() for each in days]
        with self._store.reading() as connection:
            return [
                RawFlow(row[0] or "", row[1], _day(row[2]), *row[3:])
                for query in flow_queries(ends, _told(segments), by_invoice=by_invoice)
                for row in connection.execute(query).all()
            ]

    def cohorts(
        self, since: date, as_of: date, buckets: Buckets, segments: Mapping[int, str] | None
    ) -> list[RawCohort]:
        """Months of sales whose last bucket was reached after ``since`` and by the day."""
        count = buckets.count
        sold_query, settled_query = cohort_queries(
            since.isoformat(), as_of.isoformat(), buckets, _told(segments)
        )
        with self._store.reading() as connection:
            sold = _by_cohort(connection, sold_query)
            settled = _by_cohort(connection, settled_query)
        nothing = (0,) * (2 * count + 1)
        found = []
        for key in sorted(sold):
            segment, currency, month = key
            (amount,) = sold[key]
            gone = settled.get(key, nothing)
            found.append(
                RawCohort(
                    segment,
                    currency,
                    _day(f"{month}-01"),
                    tuple(amount - each for each in gone[:count]),
                    tuple(gone[count:-1]),
                    amount - gone[-1],
                )
            )
        return found

    def written_off(self, after: date, until: date) -> list[WrittenOff]:
        """Bad debts given up after one day and by another."""
        with self._store.reading() as connection:
            rows = bad_debts(connection, BadDebtQuery(end=until))
        return [WrittenOff(one.on, one.currency, one.amount) for one in rows if one.on > after]

    def recovered(self, after: date, until: date) -> list[WrittenOff]:
        """Money recovered on bad debts in the same span."""
        with self._store.reading() as connection:
            rows = recoveries(connection, BadDebtQuery(end=until))
        return [WrittenOff(one.on, one.currency, one.amount) for one in rows if one.on > after]

    def rates(self) -> list[Rate]:
        """All dated rates."""
        return self._cover.rates()

    def base(self) -> str:
        """The company's own currency."""
        return self._cover.base()


def _whole(day: str, *, kept: bool) -> Select[Any]:
    """Open documents without a plan."""
    left = open_on(day, kept=kept).label("open")
    inner = (
        select(
            document.c.id,
            document.c.customer_id,
            document.c.number,
            document.c.kind,
            document.c.doc_date,
            due_day.label("due"),
            due_day.label("first_due"),
            document.c.currency,
            left,
        )
        .where(
            document.c.deleted == 0,
            document.c.kind.in_(DEBIT_KINDS),
            document.c.doc_date <= day,
            document.c.has_plan == 0,
            *((document.c.open != 0,) if kept else ()),
        )
        .limit(ALL)
        .subquery()
    )
    return select(inner).where(inner.c.open > 0)


def _planned(day: str, *, kept: bool) -> Select[Any]:
    """Open parts of documents with a plan."""
    inner = (
        select(
            document.c.id,
            document.c.customer_id,
            document.c.number,
            document.c.kind,
            document.c.doc_date,
            instalment.c.due_date.label("due"),
            due_day.label("first_due"),
            document.c.currency,
            part_open_on(day, kept=kept).label("open"),
        )
        .join(instalment, instalment.c.document_id == document.c.id)
        .where(
            document.c.deleted == 0,
            document.c.kind == DocumentKind.INVOICE.value,
            document.c.doc_date <= day,
            document.c.has_plan == 1,
            instalment.c.deleted == 0,
        )
        .limit(ALL)
        .subquery()
    )
    return select(inner).where(inner.c.open > 0)


def _told(segments: Mapping[int, str] | None) -> Any:
    """Customers' segments as a table of one parameter, or nothing."""
    if segments is None:
        return None
    told = json.dumps({str(row): segment for row, segment in segments.items()}, ensure_ascii=False)
    rows = func.json_each(told).table_valued("key", "value")
    # Kept whole by its limit, so that it is read once and found by an index of its own.
    return select(cast(rows.c.key, Integer).label("id"), rows.c.value.label("segment")).limit(ALL).subquery()


def _by_cohort(connection: Connection, query: Select[Any]) -> dict[tuple[str, str, str], tuple[int, ...]]:
    return {(row[0] or "", row[1], row[2]): tuple(row[3:]) for row in connection.execute(query).all()}


def _maybe(text: str | None) -> date | None:
    return _day(text) if text else None
