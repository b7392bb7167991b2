"""The queries behind the order check: late debts of a span, letters that may stop deliveries, names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, case, func, literal, or_, select, union_all

from app.domain.document import DEBITS, DocumentKind
from app.services.order_views import DatedDebt, Shipment, StopLetter
from app.storage.collect_schema import letter, letter_line
from app.storage.engine import days_between, listed
from app.storage.schema import alias, allocation, customer, document, instalment

if TYPE_CHECKING:
    from app.storage.store import SqlStore

_DEBITS = sorted(kind.value for kind in DEBITS)


class SqlOrderReader:
    """``app.services.order_views.OrderReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def late_debts(self, start: date, end: date, margin: int) -> Sequence[DatedDebt]:
        """Debits that were open more than ``margin`` days past due on some day of the span."""
        moves: dict[tuple[int, int], list[tuple[date, int]]] = defaultdict(list)
        with self._store.reading() as connection:
            parts = connection.execute(_late_parts(start, end, margin)).all()
            settled = (
                select(
                    allocation.c.debit_id,
                    func.coalesce(allocation.c.instalment_id, 0),
                    allocation.c.date,
                    allocation.c.amount,
                )
                .where(
                    allocation.c.deleted == 0, allocation.c.debit_id.in_(listed({part.id for part in parts}))
                )
                .order_by(allocation.c.date, allocation.c.id)
            )
            for debit_id, instalment_id, on, amount in connection.execute(settled):
                moves[debit_id, instalment_id].append((date.fromisoformat(on), amount))
        return [
            DatedDebt(
                part.customer_id, part.name, part.currency, part.amount,
                date.fromisoformat(part.doc_date), date.fromisoformat(part.due),
                tuple(moves[part.id, part.part]),
            )
            for part in parts
        ]  # fmt: skip

    def shipments(self, customer_ids: Collection[int], start: date, end: date) -> Sequence[Shipment]:
        """Invoices of these customers dated in a span, as they stand on its last day."""
        last = end.isoformat()
        due = func.coalesce(document.c.due_date, document.c.doc_date)
        paid = (
            select(
                allocation.c.debit_id,
                func.sum(allocation.c.amount).label("amount"),
                func.max(allocation.c.date).label("on"),
            )
            .where(allocation.c.deleted == 0, allocation.c.date <= last)
            .group_by(allocation.c.debit_id)
            .subquery()
        )
        settled = func.coalesce(paid.c.amount, 0) >= document.c.amount
        until = case((settled, paid.c.on), else_=literal(last))
        query = (
            select(document.c.customer_id, document.c.doc_date, days_between(due, until))
            .select_from(document.outerjoin(paid, paid.c.debit_id == document.c.id))
            .where(
                document.c.deleted == 0,
                document.c.kind == DocumentKind.INVOICE.value,
                document.c.customer_id.in_(listed(customer_ids)),
                document.c.doc_date.between(start.isoformat(), last),
            )
            .order_by(document.c.doc_date, document.c.id)
        )
        with self._store.reading() as connection:
            rows = connection.execute(query).all()
        return [Shipment(row[0], date.fromisoformat(row[1]), row[2]) for row in rows]

    def letters(self, customer_id: int, as_of: date) -> Sequence[StopLetter]:
        """Letters sent by a day of whose invoices one was open on it, the newest first."""
        day = as_of.isoformat()
        open_then = document.c.amount - _settled(
            allocation.c.debit_id == document.c.id, allocation.c.date <= day
        )
        query = (
            select(letter.c.number, letter.c.sent_on, letter.c.policy, letter.c.level)
            .join(letter_line, letter_line.c.letter_id == letter.c.id)
            .join(document, document.c.id == letter_line.c.document_id)
            .where(
                letter.c.customer_id == customer_id,
                letter.c.deleted == 0,
                letter_line.c.deleted == 0,
                document.c.deleted == 0,
                letter.c.state == "sent",
                letter.c.sent_on <= day,
                open_then > 0,
            )
            .distinct()
            .order_by(letter.c.sent_on.desc(), letter.c.number)
        )
        with self._store.reading() as connection:
            rows = connection.execute(query).all()
        return [StopLetter(row[0], date.fromisoformat(row[1]), row[2], row[3]) for row in rows]

    def customers(self) -> Mapping[str, tuple[int, ...]]:
        """Ids of live customers by code and by match key of every name, lower case."""
        known: Select[Any] = select(
            customer.c.id, customer.c.code, customer.c.name_key, customer.c.short_name
        )
        others = (
            select(alias.c.customer_id, alias.c.name_key)
            .join(customer, customer.c.id == alias.c.customer_id)
            .where(alias.c.deleted == 0, customer.c.deleted == 0)
        )
        found: dict[str, set[int]] = defaultdict(set)
        with self._store.reading() as connection:
            for row_id, *names in connection.execute(known.where(customer.c.deleted == 0)):
                for name in names:
                    found[name.casefold()].add(row_id)
            for row_id, name in connection.execute(others):
                found[name.casefold()].add(row_id)
        found.pop("", None)
        return {name: tuple(sorted(ids)) for name, ids in found.items()}


def _settled(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
    total = select(func.sum(allocation.c.amount)).where(allocation.c.deleted == 0, *conditions)
    return func.coalesce(total.correlate(document, instalment).scalar_subquery(), 0)


def _late_parts(start: date, end: date, margin: int) -> Select[Any]:
    """Documents and instalments late by more than the margin before the span ends, not settled by then."""
    due = func.coalesce(document.c.due_date, document.c.doc_date)
    whole = select(
        document.c.id, literal(0).label("part"), document.c.customer_id, customer.c.name,
        document.c.currency, document.c.amount, document.c.doc_date, due.label("due"),
    ).where(
        document.c.has_plan == 0, *_late(due, allocation.c.debit_id == document.c.id, start, end, margin)
    )  # fmt: skip
    parts = select(
        document.c.id, instalment.c.id.label("part"), document.c.customer_id, customer.c.name,
        document.c.currency, instalment.c.amount, document.c.doc_date, instalment.c.due_date.label("due"),
    ).where(
        document.c.has_plan == 1,
        instalment.c.deleted == 0,
        *_late(
            instalment.c.due_date, allocation.c.instalment_id == instalment.c.id, start, end, margin,
            instalment.c.amount,
        ),
    )  # fmt: skip
    joined = document.join(customer, customer.c.id == document.c.customer_id)
    planned = joined.join(instalment, instalment.c.document_id == document.c.id)
    both = union_all(whole.select_from(joined), parts.select_from(planned)).subquery()
    return select(both).order_by(both.c.customer_id, both.c.due, both.c.id, both.c.part)


def _late(
    due: ColumnElement[Any],
    mine: ColumnElement[bool],
    start: date,
    end: date,
    margin: int,
    amount: ColumnElement[int] | None = None,
) -> tuple[ColumnElement[bool], ...]:
    on_time = _settled(mine, days_between(due, allocation.c.date) <= margin)
    before = _settled(mine, allocation.c.date < start.isoformat())
    back = _settled(mine, allocation.c.reverses_id.is_not(None))
    whole = document.c.amount if amount is None else amount
    return (
        document.c.deleted == 0,
        document.c.kind.in_(_DEBITS),
        days_between(due, literal(end.isoformat())) > margin,
        or_(on_time < whole, back != 0),
        or_(before < whole, back != 0),
    )
