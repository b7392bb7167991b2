"""Bills and post-dated cheques held on a day, for the board: between open and paid until they clear.

The tables are named here and not taken from ``app.storage.collect_schema``: the first page asks this
of every file and must not load the description of all the other tables for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    column,
    exists,
    func,
    literal,
    or_,
    select,
    table,
)

from app.domain.aging import Grouping
from app.storage.schema import customer, document, instalment

bill = table(
    "bill",
    column("id"),
    column("customer_id"),
    column("currency"),
    column("amount"),
    column("received_on"),
    column("passed_on"),
    column("ended_on"),
    column("deleted"),
)
cover = table(
    "bill_cover",
    column("bill_id"),
    column("document_id"),
    column("instalment_id"),
    column("amount"),
    column("deleted"),
)


def held_by_key(
    connection: Connection, by: Grouping, as_of: date, conditions: Sequence[ColumnElement[bool]]
) -> Mapping[tuple[int, str], int]:
    """Minor units held per key of the board and currency; a bill counts for its customer's key.

    ``conditions`` speak of documents: the customers with such a document are counted.
    """
    keys: dict[Grouping, Any] = {
        Grouping.CUSTOMER: bill.c.customer_id,
        Grouping.SALESPERSON: customer.c.salesperson_id,
        Grouping.REGION: customer.c.region_id,
        Grouping.GROUP: customer.c.group_id,
        Grouping.CURRENCY: literal(0),
    }
    key = func.coalesce(keys[by], 0)
    sums = (
        select(key, bill.c.currency, func.sum(bill.c.amount))
        .select_from(bill.join(customer, customer.c.id == bill.c.customer_id))
        .where(is_held(as_of))
        .group_by(key, bill.c.currency)
    )
    if conditions:
        sums = sums.where(exists().where(document.c.customer_id == bill.c.customer_id, *conditions))
    return {(key, currency): amount for key, currency, amount in connection.execute(sums)}


def held_by_part(connection: Connection, as_of: date) -> Mapping[tuple[int, int], int]:
    """Minor units held per document and instalment (0 without a plan)."""
    parts: Select[Any] = (
        select(cover.c.document_id, func.coalesce(instalment.c.seq, 0), func.sum(cover.c.amount))
        .select_from(
            cover.join(bill, bill.c.id == cover.c.bill_id).outerjoin(
                instalment, instalment.c.id == cover.c.instalment_id
            )
        )
        .where(cover.c.deleted == 0, is_held(as_of))
        .group_by(cover.c.document_id, func.coalesce(instalment.c.seq, 0))
    )
    return {(document_id, seq): amount for document_id, seq, amount in connection.execute(parts)}


def is_held(as_of: date) -> ColumnElement[bool]:
    """Whether a bill was received by the day and neither passed on nor ended by it."""
    day = as_of.isoformat()
    return and_(
        bill.c.deleted == 0,
        bill.c.received_on <= day,
        or_(bill.c.passed_on.is_(None), bill.c.passed_on > day),
        or_(bill.c.ended_on.is_(None), bill.c.ended_on > day),
    )
