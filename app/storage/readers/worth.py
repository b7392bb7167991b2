"""A year's turnover by customer and currency, how much of it was on credit, and since when it is known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import case, func, select

from app.domain.document import DocumentKind
from app.services.insurance_worth import Turnover
from app.storage.insurance_schema import shipment
from app.storage.schema import customer, document

if TYPE_CHECKING:
    from app.storage.store import SqlStore

_INVOICE, _CREDIT_NOTE = DocumentKind.INVOICE.value, DocumentKind.CREDIT_NOTE.value


class SqlWorthReader:
    """``app.services.insurance_worth.WorthReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def turnover(self, start: date, end: date) -> list[Turnover]:
        """Per live customer and currency: invoices less credit notes of the span, the part on credit."""
        facts = select(shipment.c.document_id, shipment.c.method).where(shipment.c.deleted == 0).subquery()
        signed = case((document.c.kind == _INVOICE, document.c.amount), else_=-document.c.amount)
        due = func.coalesce(document.c.due_date, document.c.doc_date)
        cash = (func.coalesce(facts.c.method, "") == "CIA") | (due <= document.c.doc_date)
        credit = case((cash & (document.c.kind == _INVOICE), 0), else_=signed)
        query = (
            select(
                customer.c.id,
                customer.c.name,
                customer.c.country,
                document.c.currency,
                func.sum(signed),
                func.sum(credit),
            )
            .join(document, document.c.customer_id == customer.c.id)
            .outerjoin(facts, facts.c.document_id == document.c.id)
            .where(
                customer.c.deleted == 0,
                document.c.deleted == 0,
                document.c.kind.in_((_INVOICE, _CREDIT_NOTE)),
                document.c.doc_date.between(start.isoformat(), end.isoformat()),
            )
            .group_by(customer.c.id, document.c.currency)
        )
        with self._store.reading() as connection:
            return [Turnover(*row) for row in connection.execute(query).all()]

    def known_since(self) -> dict[int, date]:
        """The day of each customer's first invoice."""
        query = (
            select(document.c.customer_id, func.min(document.c.doc_date))
            .where(document.c.deleted == 0, document.c.kind == _INVOICE)
            .group_by(document.c.customer_id)
        )
        with self._store.reading() as connection:
            return {row: date.fromisoformat(day) for row, day in connection.execute(query).all()}
