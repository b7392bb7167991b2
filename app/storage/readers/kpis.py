"""What the ledger said on many days at once: sums of its flows by day, added up to each day asked for.

Two passes serve any number of days, one over the documents and one over the allocations; nothing is
aged day by day.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, select

from app.domain.document import DEBITS, DocumentKind
from app.domain.kpi import days_known
from app.services.kpis import Standing
from app.storage.readers.across import moved_across
from app.storage.schema import allocation, document, instalment
from app.storage.store import SqlStore

_DEBITS = sorted(kind.value for kind in DEBITS)
_INVOICE, _CREDIT_NOTE = DocumentKind.INVOICE.value, DocumentKind.CREDIT_NOTE.value
_ALL = 2**63 - 1
"""A limit that limits nothing: it keeps the inner query whole."""


@dataclass
class _Flow:
    """Amounts by day; ``upto`` adds those of a day and all before."""

    by_day: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def sums(self) -> tuple[list[str], list[int]]:
        days = sorted(self.by_day)
        return days, [0, *accumulate(self.by_day[day] for day in days)]


class _Flows:
    """Flows by currency and name."""

    def __init__(self) -> None:
        self._flows: dict[tuple[str, str], _Flow] = defaultdict(_Flow)
        self._summed: dict[tuple[str, str], tuple[list[str], list[int]]] = {}

    def add(self, currency: str, name: str, day: str, amount: int) -> None:
        self._flows[currency, name].by_day[day] += amount

    def currencies(self) -> list[str]:
        return sorted({currency for currency, _ in self._flows})

    def first(self, name: str) -> date | None:
        """The first day of a name in any currency."""
        days = (min(flow.by_day) for (_, own), flow in self._flows.items() if own == name and flow.by_day)
        found = min(days, default="")
        return date.fromisoformat(found) if found else None

    def upto(self, currency: str, name: str, day: date, *, before: bool = False) -> int:
        """Sum up to and with the day, or (``before``) without it."""
        key = (currency, name)
        if key not in self._summed:
            self._summed[key] = self._flows[key].sums()
        days, sums = self._summed[key]
        cut = bisect_left if before else bisect_right
        return sums[cut(days, day.isoformat())]


class SqlKpiReader:
    """``app.services.kpis.KpiReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def standings(self, days: Sequence[date], sales_days: int) -> Mapping[date, Mapping[str, Standing]]:
        """What the ledger said on each day, per currency."""
        flows = _Flows()
        with self._store.reading() as connection:
            _add_documents(connection, flows, days[-1])
            _add_due(connection, flows, days[-1])
            _add_allocations(connection, flows, days)
            _add_crossed(connection, flows)
        first = flows.first("sale")
        return {
            day: {
                one: _standing(flows, one, day, sales_days, days_known(first, day, sales_days))
                for one in flows.currencies()
            }
            for day in days
        }

    def sales_by_month(self, start: date, end: date) -> Mapping[tuple[int, int], Mapping[str, int]]:
        """Invoices less credit notes per month and currency."""
        month = func.substr(document.c.doc_date, 1, 7)
        query = (
            select(month, document.c.currency, func.sum(_sale()))
            .where(
                document.c.deleted == 0,
                document.c.kind.in_((_INVOICE, _CREDIT_NOTE)),
                document.c.doc_date.between(start.isoformat(), end.isoformat()),
            )
            .group_by(month, document.c.currency)
        )
        found: dict[tuple[int, int], dict[str, int]] = defaultdict(dict)
        with self._store.reading() as connection:
            for name, currency, amount in connection.execute(query):
                found[int(name[:4]), int(name[5:])][currency] = amount
        return found


def _standing(flows: _Flows, currency: str, day: date, sales_days: int, known: int) -> Standing:
    def upto(name: str, *, before: bool = False) -> int:
        return flows.upto(currency, name, day, before=before)

    start = day - timedelta(sales_days)
    return Standing(
        balance=upto("debit") - upto("credit") + upto("crossed"),
        debits=upto("debit") - upto("settled"),
        overdue=upto("due", before=True) - upto("settled_due"),
        sales=upto("sale") - flows.upto(currency, "sale", start),
        known=known,
    )


def _sale() -> ColumnElement[Any]:
    return case((document.c.kind == _CREDIT_NOTE, -document.c.amount), else_=document.c.amount)


def _add_documents(connection: Connection, flows: _Flows, until: date) -> None:
    query = (
        select(document.c.currency, document.c.kind, document.c.doc_date, func.sum(document.c.amount))
        .where(document.c.deleted == 0, document.c.doc_date <= until.isoformat())
        .group_by(document.c.currency, document.c.kind, document.c.doc_date)
    )
    for currency, kind, day, amount in connection.execute(query):
        flows.add(currency, "debit" if kind in _DEBITS else "credit", day, amount)
        if kind == _INVOICE:
            flows.add(currency, "sale", day, amount)
        elif kind == _CREDIT_NOTE:
            flows.add(currency, "sale", day, -amount)


def _add_due(connection: Connection, flows: _Flows, until: date) -> None:
    """Debits by the last day on which they are not overdue."""
    whole = document.c.has_plan == 0, func.coalesce(document.c.due_date, document.c.doc_date)
    parts = document.c.has_plan == 1, instalment.c.due_date
    for plan, due in (whole, parts):
        amount = document.c.amount if due is whole[1] else instalment.c.amount
        source = document if due is whole[1] else document.join(instalment)
        query: Select[Any] = (
            select(document.c.currency, due, func.sum(amount))
            .select_from(source)
            .where(
                document.c.deleted == 0,
                document.c.kind.in_(_DEBITS),
                document.c.doc_date <= until.isoformat(),
                plan,
            )
            .group_by(document.c.currency, due)
        )
        if due is not whole[1]:
            query = query.where(instalment.c.deleted == 0)
        for currency, day, total in connection.execute(query):
            flows.add(currency, "due", day, total)


def _add_allocations(connection: Connection, flows: _Flows, days: Sequence[date]) -> None:
    """What was settled of debits by day, and of debits that were overdue then or became so later."""
    due = func.coalesce(instalment.c.due_date, document.c.due_date, document.c.doc_date)
    source = allocation.join(document, document.c.id == allocation.c.debit_id).outerjoin(
        instalment, instalment.c.id == allocation.c.instalment_id
    )
    rows = (
        select(
            document.c.currency,
            _place(allocation.c.date, days, on=True).label("paid"),
            _place(due, days, on=False).label("due"),
            allocation.c.amount,
        )
        .select_from(source)
        .where(allocation.c.deleted == 0, allocation.c.date <= days[-1].isoformat())
        .limit(_ALL)
        .subquery()
    )
    query = select(rows.c.currency, rows.c.paid, rows.c.due, func.sum(rows.c.amount)).group_by(
        rows.c.currency, rows.c.paid, rows.c.due
    )
    for currency, paid, late, amount in connection.execute(query):
        flows.add(currency, "settled", days[paid].isoformat(), amount)
        if max(paid, late) < len(days):
            flows.add(currency, "settled_due", days[max(paid, late)].isoformat(), amount)


def _place(day: ColumnElement[str], days: Sequence[date], *, on: bool) -> ColumnElement[int]:
    """Which of the days is the first to see it: on the day itself, or (``on`` false) only after it."""
    whens: Iterable[tuple[ColumnElement[bool], int]] = (
        (day <= one.isoformat() if on else day < one.isoformat(), place) for place, one in enumerate(days)
    )
    return case(*whens, else_=len(days))


def _add_crossed(connection: Connection, flows: _Flows) -> None:
    """Settled in another currency: no document of this one, and a movement all the same."""
    for one in moved_across(connection):
        flows.add(one.currency, "crossed", one.on, one.amount)
