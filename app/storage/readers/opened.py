"""What is open on a day, as parts of the queries of every reader that asks as of any day."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, case, func, select

from app.domain.document import DEBITS
from app.storage.schema import allocation, document, instalment

DEBIT_KINDS = sorted(kind.value for kind in DEBITS)
ALL = 2**63 - 1
"""A limit that limits nothing: it keeps an inner query whole, so that an open amount is worked out once."""
is_debit = document.c.kind.in_(DEBIT_KINDS)
due_day = func.coalesce(document.c.due_date, document.c.doc_date)


def kept_on(connection: Connection, day: str) -> bool:
    """Whether no allocation is dated after the day, so that the kept open amounts are its own."""
    newest = connection.scalar(select(func.max(allocation.c.date)).where(allocation.c.deleted == 0))
    return newest is None or str(newest) <= day


def open_on(day: str, *, kept: bool) -> ColumnElement[int]:
    """Open amount of a document on the day, minor units, positive on either side."""
    if kept:
        return document.c.open
    return document.c.amount - case(
        (is_debit, _allocated("debit_id", "amount", document.c.id, day)),
        else_=_allocated("credit_id", "credit_amount", document.c.id, day),
    )


def part_open_on(day: str, *, kept: bool) -> ColumnElement[int]:
    """Open amount of an instalment on the day, minor units."""
    if kept:
        return instalment.c.open
    return instalment.c.amount - _allocated("instalment_id", "amount", instalment.c.id, day)


def _allocated(side: str, amount: str, owner: ColumnElement[int], day: str) -> ColumnElement[int]:
    total = select(func.sum(allocation.c[amount])).where(
        allocation.c[side] == owner, allocation.c.deleted == 0, allocation.c.date <= day
    )
    return func.coalesce(total.scalar_subquery(), 0)
