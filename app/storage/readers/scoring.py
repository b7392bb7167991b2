"""What scoring asks of the ledger beside payment behaviour: who is insolvent, arrears, bounced bills."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, Subquery, and_, case, func, select, union_all

from app.domain.bill import BillEnd
from app.domain.customer import CustomerStatus
from app.services.scoring_views import FinalGrade, OpenDebit, Standing
from app.storage.collect_schema import bill
from app.storage.credit_schema import stored_assessment
from app.storage.engine import listed
from app.storage.readers.opened import ALL, due_day, is_debit, kept_on, open_on, part_open_on
from app.storage.schema import customer, document, instalment
from app.storage.store import SqlStore

YEAR = 365
FINAL = "final"


class SqlScoringReader:
    """``app.services.scoring_views.ScoringReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def standings(self, customer_ids: Collection[int] | None, as_of: date) -> Mapping[int, Standing]:
        """Live customers, with bounced bills of the twelve months up to the day; ``overdue_90`` not yet."""
        day, since = as_of.isoformat(), customer.c.status_since
        insolvent = and_(
            customer.c.status == CustomerStatus.INSOLVENT.value, func.coalesce(since, day) <= day
        )
        columns = customer.c.id, customer.c.name, customer.c.country, customer.c.name_en, customer.c.code
        query = select(*columns, case((insolvent, 1), else_=0)).where(customer.c.deleted == 0)
        if customer_ids is not None:
            query = query.where(customer.c.id.in_(listed(customer_ids)))
        with self._store.reading() as connection:
            bounced = {row[0]: row[1] for row in connection.execute(_bounced(as_of))}
            return {
                row[0]: Standing(
                    row[0], row[1], row[2], bool(row[5]), row[3], row[4], None, bounced.get(row[0], 0)
                )
                for row in connection.execute(query)
            }

    def final_grades(self, customer_ids: Collection[int] | None, as_of: date) -> Mapping[int, FinalGrade]:
        """The last finished assessment on or before the day, per customer."""
        table = stored_assessment.c
        columns = (
            table.id, table.customer_id, table.as_of, table.grade, table.score, table.card,
            table.valid_until, table.ended_on, table.ended_why,
        )  # fmt: skip
        query = select(*columns).where(
            table.deleted == 0, table.state == FINAL, table.as_of <= as_of.isoformat()
        )
        if customer_ids is not None:
            query = query.where(table.customer_id.in_(listed(customer_ids)))
        with self._store.reading() as connection:
            rows = connection.execute(query.order_by(table.as_of, table.id)).all()
        return {
            row.customer_id: FinalGrade(
                *row[:2], _day(row[2]), *row[3:6], _maybe(row[6]), _maybe(row[7]), row[8]
            )
            for row in rows
        }

    def open_debits(
        self, customer_ids: Collection[int] | None, as_of: date, overdue_days: int
    ) -> Sequence[OpenDebit]:
        """Open debits per customer and currency, with those more than ``overdue_days`` overdue."""
        edge = (as_of - timedelta(overdue_days)).isoformat()
        conditions = []
        if customer_ids is not None:
            conditions.append(document.c.customer_id.in_(listed(customer_ids)))
        with self._store.reading() as connection:
            kept = kept_on(connection, as_of.isoformat())
            parts = _parts(as_of, conditions, kept=kept)
            overdue = case((parts.c.due < edge, parts.c.open), else_=0)
            return _summed(connection, parts, overdue, parts.c.open > 0)

    def overdue_since(self, since: Mapping[int, date], as_of: date, days: int) -> Sequence[OpenDebit]:
        """Open debits that passed ``days`` overdue after the customer's day in ``since``."""
        pairs = [[customer_id, (day - timedelta(days)).isoformat()] for customer_id, day in since.items()]
        given = func.json_each(json.dumps(pairs)).table_valued("value")
        who = func.json_extract(given.c.value, "$[0]", type_=Integer)
        asked = select(
            who.label("customer_id"), func.json_extract(given.c.value, "$[1]").label("edge")
        ).subquery()
        edge = (as_of - timedelta(days)).isoformat()
        with self._store.reading() as connection:
            kept = kept_on(connection, as_of.isoformat())
            conditions = [document.c.customer_id.in_(listed(since))]
            parts = _parts(as_of, conditions, kept=kept)
            newly = and_(parts.c.due < edge, parts.c.due >= asked.c.edge)
            joined = parts.join(asked, asked.c.customer_id == parts.c.customer_id)
            overdue = case((newly, parts.c.open), else_=0)
            return _summed(connection, parts, overdue, parts.c.open > 0, joined)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _maybe(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _bounced(as_of: date) -> Select[Any]:
    return (
        select(bill.c.customer_id, func.count())
        .where(
            bill.c.deleted == 0,
            bill.c.ended_how == BillEnd.BOUNCED.value,
            bill.c.ended_on > (as_of - timedelta(YEAR)).isoformat(),
            bill.c.ended_on <= as_of.isoformat(),
        )
        .group_by(bill.c.customer_id)
    )


def _parts(as_of: date, conditions: Sequence[ColumnElement[bool]], *, kept: bool) -> Subquery:
    """Open debits by due day on a day: documents without a plan, and the parts of those with one."""
    day = as_of.isoformat()
    shared = document.c.deleted == 0, is_debit, document.c.doc_date <= day, *conditions
    columns = document.c.customer_id, document.c.currency
    whole = (
        select(*columns, due_day.label("due"), open_on(day, kept=kept).label("open"))
        .where(*shared, document.c.has_plan == 0)
        .limit(ALL)
    )
    parts = (
        select(*columns, instalment.c.due_date.label("due"), part_open_on(day, kept=kept).label("open"))
        .select_from(document.join(instalment, instalment.c.document_id == document.c.id))
        .where(*shared, document.c.has_plan == 1, instalment.c.deleted == 0)
        .limit(ALL)
    )
    if kept:
        whole, parts = whole.where(document.c.open != 0), parts.where(instalment.c.open != 0)
    return union_all(*(select(one.subquery()) for one in (whole, parts))).subquery()


def _summed(
    connection: Any,
    parts: Subquery,
    overdue: ColumnElement[Any],
    condition: ColumnElement[bool],
    source: Any = None,
) -> list[OpenDebit]:
    query = (
        select(parts.c.customer_id, parts.c.currency, func.sum(parts.c.open), func.sum(overdue))
        .select_from(parts if source is None else source)
        .where(condition)
        .group_by(parts.c.customer_id, parts.c.currency)
    )
    return [OpenDebit(*row) for row in connection.execute(query)]
