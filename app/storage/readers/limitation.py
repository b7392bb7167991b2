"""Open claims for the limitation clock, in SQL, with the days they were paid in part."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, Subquery, select

from app.domain.document import DocumentKind
from app.services.dunning_views import Claim
from app.storage.readers.opened import ALL, due_day, is_debit, kept_on, open_on
from app.storage.schema import allocation, customer, document


def claims(connection: Connection, customer_id: int | None, as_of: date, due_by: date | None) -> list[Claim]:
    """Open debits of a customer (or of all) due by a day, the oldest due first.

    The due date of a debt in instalments is its last one's (Civil Code art. 189).
    """
    day = as_of.isoformat()
    debits = _open_debits(customer_id, day, due_by, kept=kept_on(connection, day))
    query = (
        select(
            debits,
            document.c.number,
            document.c.currency,
            document.c.customer_id,
            customer.c.name.label("customer"),
            customer.c.country,
        )
        .join(document, document.c.id == debits.c.id)
        .join(customer, customer.c.id == document.c.customer_id)
        .where(debits.c.open > 0)
        .order_by(debits.c.due, debits.c.id)
    )
    paid: dict[int, list[date]] = defaultdict(list)
    for row in connection.execute(_part_payments(debits, day)):
        paid[row.debit_id].append(date.fromisoformat(row.date))
    return [
        Claim(
            row.id,
            row.number,
            row.customer_id,
            row.customer,
            row.country,
            row.currency,
            row.open,
            date.fromisoformat(row.due),
            tuple(sorted(paid.get(row.id, ()))),
        )
        for row in connection.execute(query)
    ]


def _open_debits(customer_id: int | None, day: str, due_by: date | None, *, kept: bool) -> Subquery:
    rows = select(
        document.c.id,
        due_day.label("due"),
        open_on(day, kept=kept).label("open"),
    ).where(document.c.deleted == 0, is_debit, document.c.doc_date <= day)
    if kept:
        rows = rows.where(document.c.open != 0)
    if customer_id is not None:
        rows = rows.where(document.c.customer_id == customer_id)
    if due_by is not None:
        rows = rows.where(due_day <= due_by.isoformat())
    return rows.limit(ALL).subquery()


def _part_payments(debits: Subquery, day: str) -> Select[Any]:
    """Days on which receipts paid a part and were not taken back by the day."""
    back = allocation.alias("back")
    taken_back = (
        select(back.c.id)
        .where(back.c.reverses_id == allocation.c.id, back.c.deleted == 0, back.c.date <= day)
        .exists()
    )
    receipt = document.alias("receipt")
    return (
        select(allocation.c.debit_id, allocation.c.date)
        .join(debits, debits.c.id == allocation.c.debit_id)
        .join(receipt, receipt.c.id == allocation.c.credit_id)
        .where(
            debits.c.open > 0,
            allocation.c.deleted == 0,
            allocation.c.date <= day,
            allocation.c.amount > 0,
            receipt.c.kind == DocumentKind.RECEIPT.value,
            ~taken_back,
        )
    )
