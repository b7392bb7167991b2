"""The rows of one customer behind a warning, as they were known on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, Select, and_, cast, func, literal, or_, select

from app.domain.dispute import DisputeOutcome
from app.domain.document import DocumentKind
from app.services.watch_evidence import Paid, Seen
from app.storage.collect_schema import bank_line
from app.storage.engine import days_between
from app.storage.readers.aging import SqlAgingReader
from app.storage.readers.watch import SqlWatchReader
from app.storage.schema import allocation, dispute, document, instalment

if TYPE_CHECKING:
    from app.storage.store import SqlStore

_INVOICE, _RECEIPT = DocumentKind.INVOICE.value, DocumentKind.RECEIPT.value
_MATERIAL = 20
_credit = document.alias("credit")
_due = func.coalesce(instalment.c.due_date, document.c.due_date, document.c.doc_date)


class SqlWitnessReader:
    """``app.services.watch_evidence.WitnessReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def payments(self, customer_id: int, start: date, end: date) -> Sequence[Paid]:
        """What receipts paid after ``start`` up to ``end``."""
        return [_paid(row, settled=True) for row in self._rows(_payments(customer_id, start, end))]

    def overdue(self, customer_id: int, as_of: date) -> Sequence[Paid]:
        """What stood open past its due day."""
        return [_paid(row, settled=False) for row in self._rows(_overdue(customer_id, as_of))]

    def invoices(self, customer_id: int, start: date, end: date) -> Sequence[Seen]:
        """Invoices after ``start`` up to ``end``."""
        row = document.c
        query = (
            select(row.id, row.number, row.doc_date, row.amount, row.currency)
            .where(*_of(customer_id), row.doc_date > start.isoformat(), row.doc_date <= end.isoformat())
            .order_by(row.doc_date.desc(), row.id.desc())
        )
        return [_seen(found) for found in self._rows(query)]

    def partial_payments(self, customer_id: int, start: date, end: date) -> Sequence[Seen]:
        """Payments that left a twentieth of their invoice open, or more."""
        return [_seen(row) for row in self._rows(_partial(customer_id, start, end))]

    def disputes(self, customer_id: int, start: date, end: date) -> Sequence[Seen]:
        """Disputes opened after ``start`` up to ``end``, but for those where the customer was right."""
        day = end.isoformat()
        right = and_(dispute.c.outcome == DisputeOutcome.CUSTOMER_RIGHT.value, dispute.c.closed_on <= day)
        amount = func.coalesce(dispute.c.amount, document.c.amount)
        query = (
            select(document.c.id, document.c.number, dispute.c.opened_on, amount, document.c.currency)
            .join(document, document.c.id == dispute.c.document_id)
            .where(
                document.c.customer_id == customer_id,
                document.c.deleted == 0,
                document.c.doc_date <= day,
                dispute.c.deleted == 0,
                dispute.c.opened_on > start.isoformat(),
                dispute.c.opened_on <= day,
                ~func.coalesce(right, False),
            )
            .order_by(dispute.c.opened_on.desc(), dispute.c.id.desc())
        )
        return [_seen(row) for row in self._rows(query)]

    def lines(self, customer_id: int, end: date) -> Sequence[Seen]:
        """Money that came in by bank up to ``end``, with the account it came from."""
        line = bank_line.c
        query = (
            select(
                literal(0),
                line.payer,
                line.on,
                line.amount,
                line.currency,
                literal(0),
                line.payer_account,
            )
            .where(
                line.customer_id == customer_id,
                line.deleted == 0,
                line.amount > 0,
                line.payer_account != "",
                line.on <= end.isoformat(),
                line.state.in_(("applied", "unallocated")),
            )
            .order_by(line.on.desc(), line.id.desc())
        )
        return [_seen(row) for row in self._rows(query)]

    def debtors(self, as_of: date, most: int) -> Sequence[tuple[int, str, str, int]]:
        """Who owes the most, in the base currency."""
        owed = SqlWatchReader(self._store).owed(as_of)
        first = sorted(owed, key=lambda key: (-owed[key].amount, key))[:most]
        names = SqlWatchReader(self._store).called(first)
        return [(key, names[key].name, names[key].name_en, owed[key].amount) for key in first if key in names]

    def owed_together(self, as_of: date) -> int:
        """All that is owed, in the base currency."""
        return sum(one.amount for one in SqlWatchReader(self._store).owed(as_of).values())

    def base(self) -> str:
        """The company's own currency."""
        return SqlAgingReader(self._store).base()

    def _rows(self, query: Select[Any]) -> list[Any]:
        with self._store.reading() as connection:
            return list(connection.execute(query))


def _of(customer_id: int) -> tuple[Any, ...]:
    return document.c.customer_id == customer_id, document.c.deleted == 0, document.c.kind == _INVOICE


def _paid(row: Any, *, settled: bool) -> Paid:
    return Paid(row[0], row[1], date.fromisoformat(row[2]), int(row[3]), row[4], row[5], settled)


def _seen(row: Any) -> Seen:
    rest = tuple(row[5:])
    return Seen(row[0], row[1], date.fromisoformat(row[2]), row[3], row[4], *rest)


def _payments(customer_id: int, start: date, end: date) -> Select[Any]:
    late = cast(days_between(_due, allocation.c.date), Integer)
    return (
        select(
            document.c.id,
            document.c.number,
            allocation.c.date,
            late,
            allocation.c.amount,
            document.c.currency,
        )
        .select_from(
            allocation.join(document, document.c.id == allocation.c.debit_id)
            .outerjoin(instalment, instalment.c.id == allocation.c.instalment_id)
            .join(_credit, _credit.c.id == allocation.c.credit_id)
        )
        .where(
            *_of(customer_id),
            allocation.c.deleted == 0,
            _credit.c.kind == _RECEIPT,
            allocation.c.date > start.isoformat(),
            allocation.c.date <= end.isoformat(),
        )
        .order_by(allocation.c.date.desc(), allocation.c.id.desc())
    )


def _overdue(customer_id: int, as_of: date) -> Select[Any]:
    day = as_of.isoformat()
    settled = (
        select(func.coalesce(func.sum(allocation.c.amount), 0))
        .where(
            allocation.c.debit_id == document.c.id,
            or_(instalment.c.id.is_(None), allocation.c.instalment_id == instalment.c.id),
            allocation.c.deleted == 0,
            allocation.c.date <= day,
        )
        .correlate(document, instalment)
        .scalar_subquery()
    )
    rest = func.coalesce(instalment.c.amount, document.c.amount) - settled
    late = cast(days_between(_due, literal(day)), Integer)
    parts = and_(document.c.id == instalment.c.document_id, instalment.c.deleted == 0)
    return (
        select(document.c.id, document.c.number, _due, late, rest, document.c.currency)
        .select_from(document.outerjoin(instalment, parts))
        .where(*_of(customer_id), document.c.doc_date <= day, _due < day, rest > 0)
        .order_by(_due, document.c.id)
    )


def _partial(customer_id: int, start: date, end: date) -> Select[Any]:
    other = allocation.alias("other")
    upto = (
        select(func.sum(other.c.amount))
        .where(
            other.c.debit_id == allocation.c.debit_id,
            other.c.deleted == 0,
            other.c.date <= allocation.c.date,
        )
        .correlate(allocation)
        .scalar_subquery()
    )
    rest = document.c.amount - upto
    return (
        select(
            document.c.id,
            document.c.number,
            allocation.c.date,
            func.sum(allocation.c.amount),
            document.c.currency,
            func.min(rest),
        )
        .select_from(
            allocation.join(document, document.c.id == allocation.c.debit_id).join(
                _credit, _credit.c.id == allocation.c.credit_id
            )
        )
        .where(
            *_of(customer_id),
            document.c.has_plan == 0,
            _credit.c.kind == _RECEIPT,
            allocation.c.deleted == 0,
            allocation.c.amount > 0,
            allocation.c.date > start.isoformat(),
            allocation.c.date <= end.isoformat(),
            rest * _MATERIAL >= document.c.amount,
        )
        .group_by(document.c.id, document.c.number, allocation.c.date, document.c.currency)
        .order_by(allocation.c.date.desc(), document.c.id.desc())
    )
