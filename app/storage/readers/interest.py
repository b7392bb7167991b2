"""Debts for late interest in SQL: invoices with their instalments, and what was settled of them when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, and_, case, func, select

from app.domain.document import DocumentKind
from app.domain.interest import Claim, Settled
from app.storage.engine import listed
from app.storage.schema import allocation, document, instalment
from app.storage.store import SqlStore


class SqlInterestReader:
    """``app.services.interest.InterestReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def claims(self, document_ids: Collection[int], to: date) -> list[Claim]:
        """The invoices' debts, one per instalment where there is a plan, with what was settled when."""
        if not document_ids:
            return []
        with self._store.reading() as connection:
            settled: dict[tuple[int, int | None], list[Settled]] = defaultdict(list)
            for row in connection.execute(_settlements(document_ids, to)):
                if row.left:
                    one = Settled(date.fromisoformat(row.counts_from), row.left)
                    settled[row.debit_id, row.instalment_id].append(one)
            return [
                _claim(row, tuple(settled.get((row.id, row.part), ())))
                for row in connection.execute(_debts(document_ids))
            ]


def _debts(document_ids: Collection[int]) -> Select[Any]:
    return (
        select(document.c.id, document.c.number, document.c.customer_id, document.c.currency)
        .add_columns(
            instalment.c.id.label("part"),
            func.coalesce(instalment.c.seq, 0).label("seq"),
            func.coalesce(instalment.c.amount, document.c.amount).label("owed"),
            func.coalesce(instalment.c.due_date, document.c.due_date, document.c.doc_date).label("due"),
        )
        .outerjoin(instalment, and_(instalment.c.document_id == document.c.id, instalment.c.deleted == 0))
        .where(
            document.c.id.in_(listed(document_ids)),
            document.c.kind == DocumentKind.INVOICE.value,
            document.c.deleted == 0,
        )
        .order_by(document.c.id, instalment.c.seq)
    )


def _settlements(document_ids: Collection[int], to: date) -> Select[Any]:
    """Every allocation less what was taken back of it by ``to``, from the day it counts.

    A payment that came back was none, and what a credit note corrects was never owed.
    """
    back = allocation.alias("back")
    taken_back = (
        select(func.coalesce(func.sum(back.c.amount), 0))
        .where(back.c.reverses_id == allocation.c.id, back.c.deleted == 0, back.c.date <= to.isoformat())
        .scalar_subquery()
    )
    debit = document.alias("debit")
    corrects = document.c.kind == DocumentKind.CREDIT_NOTE.value
    return (
        select(
            allocation.c.debit_id,
            allocation.c.instalment_id,
            (allocation.c.amount + taken_back).label("left"),
            case((corrects, debit.c.doc_date), else_=allocation.c.date).label("counts_from"),
        )
        .join(document, document.c.id == allocation.c.credit_id)
        .join(debit, debit.c.id == allocation.c.debit_id)
        .where(
            allocation.c.debit_id.in_(listed(document_ids)),
            allocation.c.deleted == 0,
            allocation.c.reverses_id.is_(None),
            allocation.c.date <= to.isoformat(),
        )
        .order_by(allocation.c.debit_id, allocation.c.date, allocation.c.id)
    )


def _claim(row: Row[Any], settled: tuple[Settled, ...]) -> Claim:
    return Claim(
        row.id,
        row.number,
        row.customer_id,
        row.currency,
        date.fromisoformat(row.due),
        row.owed,
        settled,
        row.part,
        row.seq,
    )
