"""The register of bad debts in SQL: what was given up, for which invoice, and what came back of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select

from app.domain.document import DocumentKind
from app.domain.write_off import BAD_DEBTS
from app.services.collection_views import BadDebtQuery, BadDebtRow, RecoveryRow
from app.storage.schema import allocation, customer, document

_RECOVERY = "recovery"
_given = document.alias("given")
_invoice = document.alias("invoice")
_back = document.alias("back")
_BY_KIND = "INDEXED BY ix_document_asof"
"""The few of a kind are found in an index that holds it, not by reading every document."""


def bad_debts(connection: Connection, query: BadDebtQuery) -> list[BadDebtRow]:
    """Write-offs that are bad debts, the newest first, with what has been recovered of each."""
    return [_row(row) for row in connection.execute(_bad_debts(query))]


def recoveries(connection: Connection, query: BadDebtQuery) -> list[RecoveryRow]:
    """What came back within the span of days, by write-off and day."""
    wanted = [*_within(_back.c.doc_date, query), *_concerned(query)]
    rows = (
        select(_given.c.id, _back.c.doc_date, _given.c.currency, func.sum(allocation.c.credit_amount))
        .select_from(_recovered_of_given())
        .join(customer, customer.c.id == _given.c.customer_id)
        .outerjoin(_invoice, _is_its_invoice())
        .where(*_is_bad_debt(), *_is_recovery(), *wanted)
        .group_by(_given.c.id, _back.c.doc_date)
        .order_by(_back.c.doc_date.desc(), _given.c.id.desc())
    )
    return [RecoveryRow(row[0], date.fromisoformat(row[1]), *row[2:]) for row in connection.execute(rows)]


def given_up(start: date, end: date) -> Select[Any]:
    """Bad debts of a span: id, customer, number, day, currency, amount."""
    row = _given.c
    query = BadDebtQuery(start, end)
    columns = row.id, row.customer_id, row.number, row.doc_date, row.currency, row.amount
    found = select(*columns).with_hint(_given, _BY_KIND, "sqlite")
    return found.where(*_is_bad_debt(), *_within(row.doc_date, query)).order_by(row.id)


def came_back(start: date, end: date) -> Select[Any]:
    """Recoveries of a span: id of the recovery, customer, number of the write-off, day, currency, amount."""
    amount = func.sum(allocation.c.credit_amount)
    return (
        select(_back.c.id, _given.c.customer_id, _given.c.number, _back.c.doc_date, _given.c.currency, amount)
        .with_hint(_given, _BY_KIND, "sqlite")
        .select_from(_recovered_of_given())
        .where(*_is_bad_debt(), *_is_recovery(), *_within(_back.c.doc_date, BadDebtQuery(start, end)))
        .group_by(_back.c.id, _given.c.id)
        .order_by(_back.c.id)
    )


def _recovered_of_given() -> Any:
    """Recoveries are refunds by that reason, set against the write-off they take back."""
    return _given.join(allocation, allocation.c.credit_id == _given.c.id).join(
        _back, _back.c.id == allocation.c.debit_id
    )


def _is_recovery() -> tuple[ColumnElement[bool], ...]:
    return (
        allocation.c.deleted == 0,
        _back.c.deleted == 0,
        _back.c.kind == DocumentKind.REFUND.value,
        _back.c.reason == _RECOVERY,
    )


def _is_bad_debt() -> tuple[ColumnElement[bool], ...]:
    return (
        _given.c.kind == DocumentKind.WRITE_OFF.value,
        _given.c.deleted == 0,
        _given.c.reason.in_(sorted(BAD_DEBTS)),
    )


def _within(column: ColumnElement[str], query: BadDebtQuery) -> Iterator[ColumnElement[bool]]:
    if query.start is not None:
        yield column >= query.start.isoformat()
    if query.end is not None:
        yield column <= query.end.isoformat()


def _concerned(query: BadDebtQuery) -> Iterator[ColumnElement[bool]]:
    """Of the customer and with the words that were asked for."""
    if query.customer_id is not None:
        yield _given.c.customer_id == query.customer_id
    for word in query.text.split():
        fields = (
            _given.c.number,
            _given.c.note,
            _invoice.c.number,
            *(customer.c[name] for name in ("name", "short_name", "code", "initials")),
        )
        yield or_(*(field.icontains(word, autoescape=True) for field in fields))


def _is_its_invoice() -> ColumnElement[bool]:
    return and_(_invoice.c.id == _given.c.original_id, _invoice.c.deleted == 0)


def _bad_debts(query: BadDebtQuery) -> Select[Any]:
    recovered = (
        select(func.coalesce(func.sum(allocation.c.credit_amount), 0))
        .select_from(allocation.join(_back, _back.c.id == allocation.c.debit_id))
        .where(allocation.c.credit_id == _given.c.id, *_is_recovery())
        .correlate(_given)
        .scalar_subquery()
    )
    return (
        select(
            _given,
            customer.c.name.label("customer"),
            customer.c.code.label("customer_code"),
            _invoice.c.number.label("invoice"),
            _invoice.c.doc_date.label("invoiced_on"),
            _invoice.c.due_date.label("invoice_due"),
            recovered.label("recovered"),
        )
        .join(customer, customer.c.id == _given.c.customer_id)
        .outerjoin(_invoice, _is_its_invoice())
        .where(*_is_bad_debt(), *_within(_given.c.doc_date, query), *_concerned(query))
        .order_by(_given.c.doc_date.desc(), _given.c.id.desc())
    )


def _row(row: Row[Any]) -> BadDebtRow:
    return BadDebtRow(
        id=row.id,
        number=row.number,
        on=date.fromisoformat(row.doc_date),
        customer_id=row.customer_id,
        customer=row.customer,
        invoice_id=row.original_id or 0,
        invoice=row.invoice or "",
        doc_date=date.fromisoformat(row.invoiced_on or row.doc_date),
        due_date=date.fromisoformat(row.invoice_due) if row.invoice_due else None,
        currency=row.currency,
        amount=row.amount,
        recovered=row.recovered,
        note=row.note,
        approved_by=row.approved_by,
        customer_code=row.customer_code,
    )
