"""A year's business by customer: what was sold, on which terms, and what early payment was given up for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Subquery, and_, case, func, select

from app.domain.document import DocumentKind
from app.domain.write_off import WriteOffReason
from app.services.credit_policy_views import Bought
from app.storage.engine import days_between
from app.storage.insurance_schema import shipment
from app.storage.schema import customer, document, instalment

if TYPE_CHECKING:
    from app.storage.store import SqlStore

_INVOICE, _CREDIT_NOTE = DocumentKind.INVOICE.value, DocumentKind.CREDIT_NOTE.value
_WRITE_OFF = DocumentKind.WRITE_OFF.value
_PAID_FIRST = "CIA"


class SqlPolicyReader:
    """``app.services.credit_policy_views.PolicyReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def bought(self, start: date, end: date) -> list[Bought]:
        """Per live customer and currency; both days counted."""
        facts = select(shipment.c.document_id, shipment.c.method).where(shipment.c.deleted == 0).subquery()
        parts = _parts()
        is_invoice = document.c.kind == _INVOICE
        amount, due = document.c.amount, func.coalesce(document.c.due_date, document.c.doc_date)
        given = and_(document.c.kind == _WRITE_OFF, document.c.reason == WriteOffReason.DISCOUNT.value)
        first = (func.coalesce(facts.c.method, "") == _PAID_FIRST) | (due <= document.c.doc_date)
        days = days_between(document.c.doc_date, due)
        lent = case((~is_invoice | first, 0), (parts.c.document_id.is_not(None), parts.c.lent), else_=amount)
        lent_days = case(
            (~is_invoice | first, 0),
            (parts.c.document_id.is_not(None), parts.c.lent_days),
            else_=amount * days,
        )
        query = (
            select(
                document.c.customer_id,
                document.c.currency,
                func.sum(case((is_invoice, amount), (given, 0), else_=-amount)),
                func.sum(case((is_invoice, lent), (given, 0), else_=-amount)),
                func.sum(lent),
                func.sum(lent_days),
                func.sum(case((given, amount), else_=0)),
            )
            .join(customer, customer.c.id == document.c.customer_id)
            .outerjoin(facts, facts.c.document_id == document.c.id)
            .outerjoin(parts, parts.c.document_id == document.c.id)
            .where(
                customer.c.deleted == 0,
                document.c.deleted == 0,
                document.c.kind.in_((_INVOICE, _CREDIT_NOTE)) | given,
                document.c.doc_date.between(start.isoformat(), end.isoformat()),
            )
            .group_by(document.c.customer_id, document.c.currency)
        )
        with self._store.reading() as connection:
            return [Bought(*row[:5], round(row[5] or 0), row[6]) for row in connection.execute(query)]

    def names(self) -> dict[int, tuple[str, str]]:
        """Name and English name of live customers."""
        query = select(customer.c.id, customer.c.name, customer.c.name_en).where(customer.c.deleted == 0)
        with self._store.reading() as connection:
            return {row_id: (name, name_en) for row_id, name, name_en in connection.execute(query)}


def _parts() -> Subquery:
    """Of each invoice due in parts: what is lent, and that times its days; the rest is paid first."""
    later = instalment.c.due_date > document.c.doc_date
    days = days_between(document.c.doc_date, instalment.c.due_date)
    return (
        select(
            instalment.c.document_id,
            func.sum(case((later, instalment.c.amount), else_=0)).label("lent"),
            func.sum(case((later, instalment.c.amount * days), else_=0)).label("lent_days"),
        )
        .join(document, document.c.id == instalment.c.document_id)
        .where(instalment.c.deleted == 0)
        .group_by(instalment.c.document_id)
        .subquery()
    )
