"""The sales of a span: invoices by the day they were shipped, credit notes by their own day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, select

from app.domain.declaration import Sale
from app.domain.document import DocumentKind, Rate
from app.storage.insurance_schema import shipment
from app.storage.mappers import mapper
from app.storage.schema import company, customer, document, rate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.storage.store import SqlStore

_INVOICE, _CREDIT_NOTE = DocumentKind.INVOICE.value, DocumentKind.CREDIT_NOTE.value


class SqlDeclarationReader:
    """``app.services.declarations.DeclarationReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def sales(self, start: date, end: date) -> list[Sale]:
        """Invoices shipped and credit notes dated in the span, both days counted."""
        facts = select(shipment).where(shipment.c.deleted == 0).subquery()
        on = func.coalesce(facts.c.shipped_on, document.c.doc_date)
        due = func.coalesce(document.c.due_date, document.c.doc_date)
        signed = case((document.c.kind == _INVOICE, document.c.amount), else_=-document.c.amount)
        query = (
            select(
                document.c.id,
                document.c.number,
                document.c.customer_id,
                customer.c.name,
                func.coalesce(func.nullif(facts.c.country, ""), customer.c.country),
                on,
                document.c.currency,
                signed,
                func.max(0, func.julianday(due) - func.julianday(document.c.doc_date)),
                func.coalesce(facts.c.method, ""),
                facts.c.vat,
            )
            .join(customer, customer.c.id == document.c.customer_id)
            .outerjoin(facts, facts.c.document_id == document.c.id)
            .where(
                document.c.deleted == 0,
                document.c.kind.in_((_INVOICE, _CREDIT_NOTE)),
                on.between(start.isoformat(), end.isoformat()),
            )
            .order_by(on, document.c.id)
        )
        with self._store.reading() as connection:
            rows = connection.execute(query).all()
        return [_sale(row) for row in rows]

    def rates(self) -> list[Rate]:
        """All dated rates."""
        rows = mapper(Rate)
        query = select(*(rows.table.c[name] for name in rows.fields)).where(rate.c.deleted == 0)
        with self._store.reading() as connection:
            return rows.decode(connection.execute(query))

    def base(self) -> str:
        """The company's own currency."""
        with self._store.reading() as connection:
            return connection.scalar(select(company.c.currency)) or ""


def _sale(row: Sequence[Any]) -> Sale:
    row_id, number, owner, name, country, day, currency, amount, days, method, vat = row
    on = date.fromisoformat(day)
    return Sale(row_id, number, owner, name, country, on, currency, amount, int(days), method, vat=vat)
