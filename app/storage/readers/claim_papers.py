"""When the invoices of a ledger were paid in full, for the insurer to see late payment in it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import and_, case, func, null, select

from app.domain.document import DocumentKind
from app.services.claim_ports import Settled
from app.storage.schema import allocation, document

if TYPE_CHECKING:
    from app.storage.store import SqlStore


class SqlClaimReader:
    """``app.services.claim_ports.ClaimReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def settled(self, customer_id: int, start: date, as_of: date) -> list[Settled]:
        """A customer's invoices dated within the days, and when each was paid in full by then."""
        paid = func.coalesce(func.sum(allocation.c.amount), 0)
        query = (
            select(
                document.c.number,
                document.c.doc_date,
                document.c.amount,
                func.coalesce(document.c.due_date, document.c.doc_date),
                case((paid >= document.c.amount, func.max(allocation.c.date)), else_=null()),
            )
            .outerjoin(
                allocation,
                and_(
                    allocation.c.debit_id == document.c.id,
                    allocation.c.deleted == 0,
                    allocation.c.date <= as_of.isoformat(),
                ),
            )
            .where(
                document.c.customer_id == customer_id,
                document.c.kind == DocumentKind.INVOICE.value,
                document.c.deleted == 0,
                document.c.doc_date.between(start.isoformat(), as_of.isoformat()),
            )
            .group_by(document.c.id)
        )
        with self._store.reading() as connection:
            return [
                Settled(number, date.fromisoformat(on), amount, date.fromisoformat(due), _day(done))
                for number, on, amount, due, done in connection.execute(query)
            ]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
