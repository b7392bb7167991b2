"""Opening balances and movements of customers, in SQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import CompoundSelect, Select, case, func, literal, null, or_, select, union_all

from app.domain.document import DEBITS
from app.services.statement import CONVERSION, Movement
from app.storage.engine import listed
from app.storage.readers.kinds import named_kind
from app.storage.schema import allocation, document
from app.storage.store import SqlStore

_side = case((document.c.kind.in_(sorted(DEBITS)), 1), else_=-1)


class SqlStatementReader:
    """``app.services.statement.StatementReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def openings(self, customer_ids: Sequence[int], start: date) -> Mapping[tuple[int, str], int]:
        """Balance before ``start`` per customer and currency, signed minor units."""
        moved = _moved(customer_ids).subquery()
        query = (
            select(moved.c.customer_id, moved.c.currency, func.sum(moved.c.side * moved.c.amount))
            .where(moved.c.on < start.isoformat())
            .group_by(moved.c.customer_id, moved.c.currency)
        )
        with self._store.reading() as connection:
            return {(row[0], row[1]): row[2] for row in connection.execute(query)}

    def movements(self, customer_ids: Sequence[int], start: date, as_of: date) -> list[Movement]:
        """Documents and conversions dated from ``start`` to ``as_of``; of one day the debits first."""
        moved = _moved(customer_ids).subquery()
        query = (
            select(moved)
            .where(moved.c.on.between(start.isoformat(), as_of.isoformat()))
            .order_by(moved.c.on, moved.c.side.desc(), moved.c.id)
        )
        with self._store.reading() as connection:
            return [
                Movement(
                    customer_id=row.customer_id,
                    currency=row.currency,
                    on=date.fromisoformat(row.on),
                    kind=row.kind,
                    number=row.number,
                    reference=row.reference,
                    due_date=date.fromisoformat(row.due_date) if row.due_date else None,
                    amount=row.amount,
                    side=row.side,
                )
                for row in connection.execute(query)
            ]


def _moved(customer_ids: Sequence[int]) -> CompoundSelect[Any]:
    documents = select(
        document.c.id,
        document.c.customer_id,
        document.c.currency,
        document.c.doc_date.label("on"),
        named_kind.label("kind"),
        document.c.number,
        document.c.reference,
        document.c.due_date,
        document.c.amount,
        _side.label("side"),
    ).where(document.c.customer_id.in_(listed(customer_ids)), document.c.deleted == 0)
    # By ids of the documents: the planner would else walk all allocations to find a customer's.
    theirs = select(document.c.id).where(
        document.c.customer_id.in_(listed(customer_ids)), document.c.deleted == 0
    )
    settled, used = crossed()
    return union_all(
        documents,
        settled.where(allocation.c.debit_id.in_(theirs)),
        used.where(allocation.c.credit_id.in_(theirs)),
    )


def crossed() -> tuple[Select[Any], Select[Any]]:
    """Allocations between two currencies (or customers), seen from the debit and from the credit.

    What leaves one account by such an allocation is no document there, and a movement all the same.
    """
    debit, credit = document.alias("debit"), document.alias("credit")
    apart = or_(debit.c.currency != credit.c.currency, debit.c.customer_id != credit.c.customer_id)
    seen = []
    for own, other, amount, side in (
        (debit, credit, allocation.c.amount, -1),
        (credit, debit, allocation.c.credit_amount, 1),
    ):
        pairs = allocation.join(debit, debit.c.id == allocation.c.debit_id)
        seen.append(
            select(
                allocation.c.id,
                own.c.customer_id,
                own.c.currency,
                allocation.c.date.label("on"),
                literal(CONVERSION).label("kind"),
                other.c.number,
                literal("").label("reference"),
                null().label("due_date"),
                func.abs(amount).label("amount"),
                case((amount < 0, -side), else_=side).label("side"),  # a reversal moves the other way
            )
            .select_from(pairs.join(credit, credit.c.id == allocation.c.credit_id))
            .where(allocation.c.deleted == 0, apart)
        )
    return seen[0], seen[1]
