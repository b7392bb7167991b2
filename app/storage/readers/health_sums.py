"""The ledger by day in a handful of passes: what came in and went out, what fell due, how late was paid.

No figure asks the ledger period by period: documents and allocations are summed once by their days.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, and_, func, select

from app.domain.document import DEBITS, DocumentKind
from app.services.health_ledger import (
    CREDIT,
    CROSSED,
    DEBIT,
    INDEMNITY,
    LATE,
    PAID,
    RECOVERED,
    SALE,
    SETTLED,
    SIGNED,
    WRITTEN_OFF,
    DatedSums,
    TakenBack,
    older,
)
from app.storage.readers.health_lost import lost
from app.storage.readers.opened import due_day, is_debit
from app.storage.readers.statement import crossed
from app.storage.schema import allocation, document, instalment

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

_INVOICE, _CREDIT_NOTE = DocumentKind.INVOICE.value, DocumentKind.CREDIT_NOTE.value
_RECEIPT = DocumentKind.RECEIPT.value
_NO_PAYMENT = (_CREDIT_NOTE, DocumentKind.WRITE_OFF.value)
_DEBITS = frozenset(kind.value for kind in DEBITS)
_LOSSES = {"write_off": WRITTEN_OFF, "recovery": RECOVERED, "indemnity": INDEMNITY}
_paying = document.alias("paying")
_back = allocation.alias("back")


@cache
def ordinal(text: str) -> int:
    """A day of the ledger as a number; there are far fewer days than rows."""
    return date.fromisoformat(text).toordinal()


def dated_sums(connection: Connection, until: date, limits: Sequence[int]) -> DatedSums:
    """All of them up to a day."""
    sums, day = DatedSums(), until.isoformat()
    _documents(connection, sums, day, limits)
    _parts(connection, sums, day, limits)
    _settlements(connection, sums, day, limits)
    _not_receipts(connection, sums, day)
    _taken_back(connection, sums, day)
    for query in crossed():
        moved = query.where(
            allocation.c.amount != allocation.c.credit_amount, allocation.c.date <= day
        ).subquery()
        total = select(moved.c.currency, moved.c.on, func.sum(moved.c.side * moved.c.amount))
        for currency, on, amount in connection.execute(total.group_by(moved.c.currency, moved.c.on)):
            sums.flow(currency, CROSSED)[ordinal(on)] += amount
    for one in lost(connection, date.min, until):
        sums.flow(one.currency, _LOSSES[one.kind])[one.on.toordinal()] += one.amount
    return sums


# -- what came in and what fell due ---------------------------------------------------------------


def _documents(connection: Connection, sums: DatedSums, day: str, limits: Sequence[int]) -> None:
    row = document.c
    query = (
        select(row.currency, row.kind, row.has_plan, row.doc_date, row.due_date, func.sum(row.amount))
        # The board's index holds all that is read here; by itself SQLite would read whole rows.
        .with_hint(document, "INDEXED BY ix_document_asof", "sqlite")
        .where(row.deleted == 0, row.doc_date <= day)
        .group_by(row.doc_date, row.due_date, row.kind, row.currency, row.has_plan)
    )
    for currency, kind, has_plan, made, due, amount in connection.execute(query):
        on = ordinal(made)
        if kind not in _DEBITS:
            sums.flow(currency, CREDIT)[on] += amount
            if kind == _CREDIT_NOTE:
                sums.flow(currency, SALE)[on] -= amount
            continue
        sums.flow(currency, DEBIT)[on] += amount
        if kind == _INVOICE:
            sums.flow(currency, SALE)[on] += amount
        if not has_plan:
            _age(sums, currency, (on, ordinal(due) if due else on), amount, limits)


def _parts(connection: Connection, sums: DatedSums, day: str, limits: Sequence[int]) -> None:
    query = (
        select(document.c.currency, document.c.doc_date, instalment.c.due_date, func.sum(instalment.c.amount))
        .join(document, document.c.id == instalment.c.document_id)
        .where(
            document.c.deleted == 0,
            instalment.c.deleted == 0,
            document.c.has_plan == 1,
            is_debit,
            document.c.doc_date <= day,
        )
        .group_by(document.c.currency, document.c.doc_date, instalment.c.due_date)
    )
    for currency, made, due, amount in connection.execute(query):
        _age(sums, currency, (ordinal(made), ordinal(due)), amount, limits)


def _age(sums: DatedSums, currency: str, days: tuple[int, int], amount: int, limits: Iterable[int]) -> None:
    """From its own day, and no sooner than it is that much past due, a debit counts as older."""
    on, due = days
    for limit in limits:
        sums.flow(currency, older(limit))[max(on, due + limit + 1)] += amount


# -- what was settled, and how late ---------------------------------------------------------------


def _settlements(connection: Connection, sums: DatedSums, day: str, limits: Sequence[int]) -> None:
    """Settled by day and due day; all of it counts as paid here, what was no payment comes off after."""
    paying = and_(allocation.c.amount > 0, document.c.kind == _INVOICE)
    given = func.sum(allocation.c.amount).filter(paying)
    whole = (
        select(document.c.currency, allocation.c.date, due_day, func.sum(allocation.c.amount), given)
        # In the order of debits, so that documents are read one after another.
        .with_hint(allocation, "INDEXED BY ix_allocation_debit_id", "sqlite")
        .select_from(allocation.join(document, document.c.id == allocation.c.debit_id))
        .where(allocation.c.deleted == 0, allocation.c.date <= day, document.c.has_plan == 0)
        .group_by(document.c.currency, allocation.c.date, due_day)
    )
    due = instalment.c.due_date
    parts = (
        select(document.c.currency, allocation.c.date, due, func.sum(allocation.c.amount), given)
        .select_from(
            allocation.join(instalment, instalment.c.id == allocation.c.instalment_id).join(
                document, document.c.id == instalment.c.document_id
            )
        )
        .where(allocation.c.deleted == 0, allocation.c.date <= day, document.c.has_plan == 1)
        .group_by(document.c.currency, allocation.c.date, due)
    )
    for query in (whole, parts):
        for currency, made, owed, amount, paid in connection.execute(query):
            on, due_on = ordinal(made), ordinal(owed)
            sums.flow(currency, SETTLED)[on] += amount
            _age(sums, currency, (on, due_on), -amount, limits)
            _late(sums, currency, (on, due_on), paid or 0)


def _late(sums: DatedSums, currency: str, days: tuple[int, int], amount: int) -> None:
    """What was paid, weighted with its days late."""
    on, due = days
    sums.flow(currency, PAID)[on] += amount
    sums.flow(currency, LATE)[on] += amount * max(0, on - due)
    sums.flow(currency, SIGNED)[on] += amount * (on - due)


_DUE = func.coalesce(instalment.c.due_date, document.c.due_date, document.c.doc_date)


def _invoices_settled(columns: Sequence[ColumnElement[Any]]) -> Select[Any]:
    """Allocations to invoices, with the document that settles them (``_paying``)."""
    return (
        select(document.c.currency, allocation.c.date, _DUE, *columns)
        .select_from(_paying)
        .join(allocation, allocation.c.credit_id == _paying.c.id)
        .join(document, document.c.id == allocation.c.debit_id)
        .outerjoin(instalment, instalment.c.id == allocation.c.instalment_id)
        .where(document.c.kind == _INVOICE, allocation.c.deleted == 0)
    )


def _not_receipts(connection: Connection, sums: DatedSums, day: str) -> None:
    """Credit notes and write-offs settle, and are no payment."""
    query = _invoices_settled([allocation.c.amount]).where(
        _paying.c.deleted == 0,
        _paying.c.kind.in_(_NO_PAYMENT),
        allocation.c.amount > 0,
        allocation.c.date <= day,
    )
    for currency, made, owed, amount in connection.execute(query):
        _late(sums, currency, (ordinal(made), ordinal(owed)), -amount)


def _taken_back(connection: Connection, sums: DatedSums, day: str) -> None:
    """Payments that came back; they count as none where both days lie in one period."""
    query = (
        _invoices_settled([_back.c.date, _back.c.amount])
        .join(_back, _back.c.reverses_id == allocation.c.id)
        .where(
            _back.c.reverses_id.is_not(None),
            _back.c.deleted == 0,
            _back.c.date <= day,
            _paying.c.kind == _RECEIPT,
        )
    )
    for currency, made, owed, returned, amount in connection.execute(query):
        on, due = ordinal(made), ordinal(owed)
        late = amount * max(0, on - due)
        back = TakenBack(currency, on, ordinal(returned), amount, late, amount * (on - due))
        sums.taken_back.append(back)
