"""Document lists in SQL: ids in order, then the rows of the ids on screen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Row,
    Select,
    and_,
    case,
    func,
    literal,
    not_,
    null,
    or_,
    select,
    union,
)

from app.domain.allocation import OpenDebit, OpenPart
from app.domain.changes import HistoryEntry
from app.domain.document import DEBITS, Allocation, DocumentKind
from app.services.document_views import AllocationRow, DocumentQuery, DocumentRow, DocumentSort
from app.services.ports import Record
from app.storage.engine import listed
from app.storage.mappers import mapper
from app.storage.readers.claims import in_dispute, promised_until
from app.storage.readers.removal import removed_by, row_log
from app.storage.schema import allocation, customer, dispute, document, instalment
from app.storage.store import SqlStore

_DEBIT_KINDS = sorted(kind.value for kind in DEBITS)
_LOG_LENGTH = 50
_is_debit = document.c.kind.in_(_DEBIT_KINDS)
_due = func.coalesce(document.c.due_date, document.c.doc_date)


class SqlDocumentReader:
    """``app.services.document_views.DocumentReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def ids(self, query: DocumentQuery) -> list[int]:
        """Ids in order."""
        statement = select(document.c.id).where(document.c.deleted == int(query.deleted))
        for condition in _conditions(query):
            statement = statement.where(condition)
        if query.limit:
            statement = statement.limit(query.limit)
        with self._store.reading() as connection:
            return list(connection.scalars(_ordered(statement, query)))

    def rows(self, ids: Sequence[int], as_of: date, *, live: bool) -> list[DocumentRow]:
        """The rows of these ids, in their order; ``live``: open amounts of now, else as of the day."""
        with self._store.reading() as connection:
            facts = {row.id: row for row in connection.execute(_facts(ids, as_of, live=live))}
        return [_row(facts[row_id], as_of) for row_id in ids if row_id in facts]

    def allocation_rows(self, document_id: int) -> tuple[AllocationRow, ...]:
        """The live allocations of a document, the earliest first."""
        with self._store.reading() as connection:
            return tuple(
                AllocationRow(
                    row.id,
                    date.fromisoformat(row.date),
                    row.amount,
                    row.other_id,
                    DocumentKind(row.kind),
                    row.number,
                    row.credit_amount,
                    row.currency,
                    row.seq or 0,
                    row.note,
                    row.reason,
                    _day(row.doc_date),
                    Decimal(row.book_rate) if row.book_rate is not None else None,
                )
                for row in connection.execute(_seen_from(document_id))
            )

    def log(self, document_id: int) -> tuple[HistoryEntry, ...]:
        """The change sets that touched the document."""
        with self._store.reading() as connection:
            return row_log(connection, document.name, document_id, _LOG_LENGTH)

    def open_debits(self, customer_id: int, currency: str) -> list[OpenDebit]:
        """What a credit of this customer and currency can be set against, oldest due first."""
        debits = (
            select(document.c.id, document.c.number, document.c.doc_date, _due.label("due"), document.c.open)
            .add_columns(
                instalment.c.id.label("part"), instalment.c.due_date, instalment.c.open.label("left")
            )
            .outerjoin(instalment, and_(instalment.c.document_id == document.c.id, instalment.c.deleted == 0))
            .where(
                document.c.customer_id == customer_id,
                document.c.currency == currency,
                _is_debit,
                document.c.deleted == 0,
                document.c.open != 0,
            )
            .order_by(_due, document.c.doc_date, document.c.id, instalment.c.seq)
        )
        with self._store.reading() as connection:
            return _debits(connection.execute(debits))

    def numbered(self, customer_id: int, kind: DocumentKind, number: str) -> list[int]:
        """Live documents of the customer with this kind and number."""
        same = (document.c.number == number, document.c.kind == kind.value, document.c.deleted == 0)
        query = select(document.c.id).where(document.c.customer_id == customer_id, *same)
        with self._store.reading() as connection:
            return list(connection.scalars(query))

    def numbers_like(self, prefix: str) -> list[str]:
        """Numbers in use (the bin included) that begin with ``prefix``."""
        # Between, not LIKE: this one walks the index.
        within = document.c.number.between(prefix, prefix + "\uffff")
        with self._store.reading() as connection:
            return list(connection.scalars(select(document.c.number).where(within)))

    def removed_by(self, kind: type[Record], ids: Collection[int]) -> Mapping[int, str]:
        """Under which verb each of these deleted rows last went to the bin."""
        with self._store.reading() as connection:
            return removed_by(connection, kind, ids)

    def allocations_of(self, ids: Collection[int], *, deleted: bool = False) -> list[Allocation]:
        """Allocations with one of these documents at either end."""
        rows = mapper(Allocation)
        query = (
            select(*(allocation.c[name] for name in rows.fields))
            .where(allocation.c.id.in_(_touching(ids, deleted=deleted)))
            .order_by(allocation.c.id)
        )
        with self._store.reading() as connection:
            return rows.decode(connection.execute(query))


def _conditions(query: DocumentQuery) -> Iterable[ColumnElement[bool]]:
    if query.customer_id is not None:
        yield document.c.customer_id == query.customer_id
    if query.kinds is not None:
        yield document.c.kind.in_(sorted(kind.value for kind in query.kinds))
    if query.as_of is not None:
        yield document.c.doc_date <= query.as_of.isoformat()
    if query.open_only:
        yield document.c.open != 0 if query.as_of is None else _open_on(query.as_of) != 0
    if query.settled is not None:
        yield _settled_within(*query.settled)
    for word in query.text.split():
        yield _has(word, everywhere=query.customer_id is not None)


def _settled_within(first: date, last: date) -> ColumnElement[bool]:
    """Paid off with its last payment between two days; a plan with a payment in them."""
    theirs = (allocation.c.debit_id == document.c.id, allocation.c.deleted == 0)
    within = allocation.c.date.between(first.isoformat(), last.isoformat())
    paid = select(literal(1)).where(*theirs, within).exists()
    later = select(literal(1)).where(*theirs, allocation.c.date > last.isoformat()).exists()
    return and_(paid, or_(document.c.has_plan == 1, and_(document.c.open == 0, not_(later))))


def _has(word: str, *, everywhere: bool) -> ColumnElement[bool]:
    numbered = select(document.c.id).where(document.c.number.icontains(word, autoescape=True))
    names = ("name", "short_name", "code", "initials")
    named = select(customer.c.id).where(
        or_(*(customer.c[name].icontains(word, autoescape=True) for name in names))
    )
    if not everywhere:
        return or_(document.c.id.in_(numbered), document.c.customer_id.in_(named))
    fields = ("number", "reference", "contract", "note")
    return or_(*(document.c[name].icontains(word, autoescape=True) for name in fields))


def _ordered(statement: Select[tuple[int]], query: DocumentQuery) -> Select[tuple[int]]:
    sort = DocumentSort(query.sort)
    first: ColumnElement[Any] = document.c[sort.value] if sort is not DocumentSort.CUSTOMER else null()
    if sort is DocumentSort.CUSTOMER:
        statement = statement.join(customer, customer.c.id == document.c.customer_id)
        first = customer.c.initials
    elif sort is DocumentSort.DUE_DATE:
        first = _due
    keys = (
        [first, document.c.id]
        if sort is DocumentSort.DOC_DATE
        else [first, document.c.doc_date, document.c.id]
    )
    return statement.order_by(*(key.desc() if query.descending else key for key in keys))


def _open_on(day: date) -> ColumnElement[int]:
    """Amount less the allocations dated up to ``day``; minor units of the document's currency."""

    def used(side: str, amount: str) -> ColumnElement[int]:
        total = select(func.coalesce(func.sum(allocation.c[amount]), 0)).where(
            allocation.c[side] == document.c.id,
            allocation.c.deleted == 0,
            allocation.c.date <= day.isoformat(),
        )
        return total.scalar_subquery()

    return document.c.amount - case(
        (_is_debit, used("debit_id", "amount")), else_=used("credit_id", "credit_amount")
    )


def _facts(ids: Sequence[int], as_of: date, *, live: bool) -> Select[Any]:
    day = as_of.isoformat()
    open_now = document.c.open if live else _open_on(as_of)
    contested = (
        select(literal(1))
        .where(
            dispute.c.document_id == document.c.id,
            *in_dispute(day),
        )
        .exists()
    )
    next_due = (
        select(func.min(instalment.c.due_date))
        .where(
            instalment.c.document_id == document.c.id,
            instalment.c.deleted == 0,
            instalment.c.open != 0 if live else _part_open_on(day) != 0,
        )
        .scalar_subquery()
    )
    return (
        select(
            document,
            customer.c.name.label("customer"),
            customer.c.code.label("customer_code"),
            open_now.label("left"),
            contested.label("contested"),
            promised_until(day).label("promised"),
            case((document.c.has_plan == 1, func.coalesce(next_due, _due)), else_=_due).label("aged_from"),
        )
        .join(customer, customer.c.id == document.c.customer_id)
        .where(document.c.id.in_(listed(ids)))
    )


def _part_open_on(day: str) -> ColumnElement[int]:
    total = select(func.coalesce(func.sum(allocation.c.amount), 0)).where(
        allocation.c.instalment_id == instalment.c.id,
        allocation.c.deleted == 0,
        allocation.c.date <= day,
    )
    return instalment.c.amount - total.scalar_subquery()


def _row(row: Row[Any], as_of: date) -> DocumentRow:
    kind = DocumentKind(row.kind)
    ages = kind in DEBITS and row.left
    return DocumentRow(
        id=row.id,
        kind=kind,
        number=row.number,
        customer_id=row.customer_id,
        customer=row.customer,
        doc_date=date.fromisoformat(row.doc_date),
        due_date=_day(row.due_date),
        currency=row.currency,
        amount=row.amount,
        open=row.left,
        age_days=(as_of - date.fromisoformat(row.aged_from)).days if ages else 0,
        disputed=bool(row.contested),
        promised_on=_day(row.promised),
        has_plan=bool(row.has_plan),
        inferred=bool(row.inferred),
        reference=row.reference,
        note=row.note,
        customer_code=row.customer_code,
        reason=row.reason,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _seen_from(document_id: int) -> Select[Any]:
    other_id = case(
        (allocation.c.debit_id == document_id, allocation.c.credit_id), else_=allocation.c.debit_id
    )
    return (
        select(
            allocation.c.id,
            allocation.c.date,
            allocation.c.amount,
            allocation.c.credit_amount,
            allocation.c.note,
            other_id.label("other_id"),
            document.c.kind,
            document.c.reason,
            document.c.number,
            document.c.currency,
            document.c.doc_date,
            document.c.book_rate,
            instalment.c.seq,
        )
        .join(document, document.c.id == other_id)
        .outerjoin(instalment, instalment.c.id == allocation.c.instalment_id)
        .where(allocation.c.id.in_(_touching([document_id], deleted=False)))
        .order_by(allocation.c.date, allocation.c.id)
    )


def _touching(ids: Collection[int], *, deleted: bool) -> CompoundSelect[int]:
    """Ids of the allocations at either end of these documents.

    Two searches rather than one with OR, for which SQLite would read the whole table.
    """
    sides = (allocation.c.debit_id, allocation.c.credit_id)
    return union(
        *(
            select(allocation.c.id).where(side.in_(listed(ids)), allocation.c.deleted == int(deleted))
            for side in sides
        )
    )


def _debits(rows: Iterable[Row[Any]]) -> list[OpenDebit]:
    parts: dict[int, list[OpenPart]] = defaultdict(list)
    facts: dict[int, Row[Any]] = {}
    for row in rows:
        facts[row.id] = row
        if row.part is None:
            parts[row.id].append(OpenPart(None, date.fromisoformat(row.due), row.open))
        else:
            parts[row.id].append(OpenPart(row.part, date.fromisoformat(row.due_date), row.left))
    return [
        OpenDebit(key, row.number, date.fromisoformat(row.doc_date), tuple(parts[key]))
        for key, row in facts.items()
    ]
