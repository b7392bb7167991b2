"""Opening balances and movements of customers, in SQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import case, func, select

from app.domain.document import DEBITS, DocumentKind
from app.services.statement import Movement
from app.storage.engine import listed
from app.storage.schema import document
from app.storage.store import SqlStore

_signed = case((document.c.kind.in_(sorted(DEBITS)), document.c.amount), else_=-document.c.amount)
_DEBITS_FIRST = case((document.c.kind.in_(sorted(DEBITS)), 0), else_=1)


class SqlStatementReader:
    """``app.services.statement.StatementReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def openings(self, customer_ids: Sequence[int], start: date) -> Mapping[tuple[int, str], int]:
        """Balance before ``start`` per customer and currency, signed minor units."""
        query = (
            select(document.c.customer_id, document.c.currency, func.sum(_signed).label("balance"))
            .where(
                document.c.customer_id.in_(listed(customer_ids)),
                document.c.deleted == 0,
                document.c.doc_date < start.isoformat(),
            )
            .group_by(document.c.customer_id, document.c.currency)
        )
        with self._store.reading() as connection:
            return {(row.customer_id, row.currency): row.balance for row in connection.execute(query)}

    def movements(self, customer_ids: Sequence[int], start: date, as_of: date) -> list[Movement]:
        """Documents dated from ``start`` to ``as_of``; of one day the debits first."""
        query = (
            select(document)
            .where(
                document.c.customer_id.in_(listed(customer_ids)),
                document.c.deleted == 0,
                document.c.doc_date.between(start.isoformat(), as_of.isoformat()),
            )
            .order_by(document.c.doc_date, _DEBITS_FIRST, document.c.id)
        )
        with self._store.reading() as connection:
            return [
                Movement(
                    customer_id=row.customer_id,
                    currency=row.currency,
                    on=date.fromisoformat(row.doc_date),
                    kind=DocumentKind(row.kind),
                    number=row.number,
                    reference=row.reference,
                    due_date=date.fromisoformat(row.due_date) if row.due_date else None,
                    amount=row.amount,
                )
                for row in connection.execute(query)
            ]
