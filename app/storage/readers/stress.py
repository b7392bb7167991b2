"""What stress tests read of the ledger: where customers are and what they do, and a span's credit sales."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import case, func, select

from app.domain.document import DocumentKind
from app.storage.credit_schema import profile
from app.storage.schema import customer, document

if TYPE_CHECKING:
    from app.storage.store import SqlStore

_INVOICE, _CREDIT_NOTE = DocumentKind.INVOICE.value, DocumentKind.CREDIT_NOTE.value


class SqlStressReader:
    """``app.services.stress_views.StressReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def traits(self) -> dict[int, tuple[str, str, str, str]]:
        """Name, English name, country and industry of live customers."""
        industry = (
            select(profile.c.customer_id, func.max(profile.c.industry).label("industry"))
            .where(profile.c.deleted == 0)
            .group_by(profile.c.customer_id)
            .subquery()
        )
        query = (
            select(
                customer.c.id,
                customer.c.name,
                customer.c.name_en,
                customer.c.country,
                func.coalesce(industry.c.industry, ""),
            )
            .outerjoin(industry, industry.c.customer_id == customer.c.id)
            .where(customer.c.deleted == 0)
        )
        with self._store.reading() as connection:
            return {row[0]: (row[1], row[2], row[3], row[4]) for row in connection.execute(query)}

    def sales(self, start: date, end: date) -> dict[str, int]:
        """Credit sales of a span less credit notes, by currency."""
        paid_first = (document.c.kind == _INVOICE) & (
            func.coalesce(document.c.due_date, document.c.doc_date) <= document.c.doc_date
        )
        signed = case(
            (paid_first, 0), (document.c.kind == _INVOICE, document.c.amount), else_=-document.c.amount
        )
        query = (
            select(document.c.currency, func.sum(signed))
            .where(
                document.c.deleted == 0,
                document.c.kind.in_((_INVOICE, _CREDIT_NOTE)),
                document.c.doc_date.between(start.isoformat(), end.isoformat()),
            )
            .group_by(document.c.currency)
        )
        with self._store.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}
