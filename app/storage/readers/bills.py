"""Bills held on a day, in SQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, func, or_, select

from app.storage.collect_schema import bill, bill_cover
from app.storage.engine import listed
from app.storage.schema import customer

if TYPE_CHECKING:
    from app.storage.store import SqlStore


class SqlBillReader:
    """``app.services.bill_views.BillReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def ids(self, customer_id: int | None, text: str) -> list[int]:
        """Ids of live bills, the earliest due first."""
        query = select(bill.c.id).where(bill.c.deleted == 0).order_by(bill.c.due_on, bill.c.id)
        if customer_id is not None:
            query = query.where(bill.c.customer_id == customer_id)
        for word in text.split():
            named = select(customer.c.id).where(customer.c.name.icontains(word, autoescape=True))
            texts = (
                bill.c[name].icontains(word, autoescape=True) for name in ("number", "drawer", "acceptor")
            )
            query = query.where(or_(bill.c.customer_id.in_(named), *texts))
        with self._store.reading() as connection:
            return list(connection.scalars(query))

    def held(self, as_of: date) -> Mapping[tuple[int, str], int]:
        """Bills held on a day, per customer and currency, minor units."""
        query = (
            select(bill.c.customer_id, bill.c.currency, func.sum(bill.c.amount))
            .where(_held(as_of))
            .group_by(bill.c.customer_id, bill.c.currency)
        )
        with self._store.reading() as connection:
            return {(row[0], row[1]): row[2] for row in connection.execute(query)}

    def held_by_document(self, ids: Sequence[int], as_of: date) -> Mapping[int, int]:
        """What bills held on a day cover of these documents, minor units."""
        query = (
            select(bill_cover.c.document_id, func.sum(bill_cover.c.amount))
            .join(bill, bill.c.id == bill_cover.c.bill_id)
            .where(_held(as_of), bill_cover.c.deleted == 0, bill_cover.c.document_id.in_(listed(ids)))
            .group_by(bill_cover.c.document_id)
        )
        with self._store.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}


def _held(as_of: date) -> ColumnElement[bool]:
    """Received by the day, and neither passed on nor ended by then."""
    day = as_of.isoformat()
    return and_(
        bill.c.deleted == 0,
        bill.c.received_on <= day,
        or_(bill.c.passed_on.is_(None), bill.c.passed_on > day),
        or_(bill.c.ended_on.is_(None), bill.c.ended_on > day),
    )
