"""The ledger by day in a handful of passes: what came in and went out, what fell due, how late was paid.

No figure asks the ledger period by period: documents and allocations are summed once by their days.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

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
from app.storage.readers.across import moved_across
from app.storage.readers.health_lost import lost
from app.storage.readers.opened import due_day, is_debit
from app.storage.schema import allocation, document, instalment

_INVOICE, _CREDIT_NOTE = DocumentKind.INVOICE.value, DocumentKind.CREDIT_NOTE.value
_RECEIPT = DocumentKind.RECEIPT.value
_NO_PAYMENT = (_CREDIT_NOTE, DocumentKind.WRITE_OFF.value)
_DEBITS = frozenset(kind.value for kind in DEBITS)
_LOSSES = {"write_off": WRITTEN_OFF, "recovery": RECOVERED, "indemnity": INDEMNITY}
_DAY, _DAYS = 10, 20
"""Where the first day of a key ends, and the second: 2025-12-312026-01-30CNY."""
_paying = document.alias("paying")
_back = allocation.alias("back")


class _Days(dict[str, int]):
    """Days of the ledger as numbers; there are far fewer days than rows."""

    def __missing__(self, text: str) -> int:
        found = self[text] = date.fromisoformat(text).toordinal()
        return found


class _Sheet:
    """The flows of one currency at hand: tens of thousands of rows are added to them."""

    __slots__ = ("credit", "debit", "late", "older", "paid", "sale", "settled", "signed")

    def __init__(self, sums: DatedSums, currency: str, limits: Sequence[int]) -> None:
        self.debit, self.credit, self.sale, self.settled, self.paid, self.late, self.signed = (
            sums.flow(currency, name) for name in (DEBIT, CREDIT, SALE, SETTLED, PAID, LATE, SIGNED)
        )
        self.older = [(limit + 1, sums.flow(currency, older(limit))) for limit in limits]

    def age(self, on: int, due: int, amount: int) -> None:
        """From its own day, and no sooner than it is that much past due, a debit counts as older."""
        for beyond, flow in self.older:
            day = due + beyond
            flow[max(day, on)] += amount

    def receive(self, on: int, due: int, amount: int) -> None:
        """What was paid, weighted with its days late."""
        days = on - due
        self.paid[on] += amount
        self.signed[on] += amount * days
        if days > 0:
            self.late[on] += amount * days


class _Sheets(dict[str, _Sheet]):
    """The sheet of each currency, begun when it is first met."""

    def __init__(self, sums: DatedSums, limits: Sequence[int]) -> None:
        self._sums, self._limits = sums, limits
        super().__init__()

    def __missing__(self, currency: str) -> _Sheet:
        found = self[currency] = _Sheet(self._sums, currency, self._limits)
        return found


def dated_sums(connection: Connection, until: date, limits: Sequence[int]) -> DatedSums:
    """All of them up to a day."""
    sums, day, days = DatedSums(), until.isoformat(), _Days()
    sheets = _Sheets(sums, limits)
    _documents(connection, sheets, days, day)
    _parts(connection, sheets, days, day)
    _settlements(connection, sheets, days, day)
    _not_receipts(connection, sheets, days, day)
    _taken_back(connection, sums, days, day)
    for moved in moved_across(connection):
        if moved.on <= day:
            sums.flow(moved.currency, CROSSED)[days[moved.on]] += moved.amount
    for one in lost(connection, date.min, until):
        sums.flow(one.currency, _LOSSES[one.kind])[one.on.toordinal()] += one.amount
    return sums


# -- what came in and what fell due ---------------------------------------------------------------


def _documents(connection: Connection, sheets: _Sheets, days: _Days, day: str) -> None:
    row = document.c
    query = (
        select(row.currency, row.kind, row.has_plan, row.doc_date, row.due_date, func.sum(row.amount))
        # The board's index holds all that is read here; by itself SQLite would read whole rows.
        .with_hint(document, "INDEXED BY ix_document_asof", "sqlite")
        .where(row.deleted == 0, row.doc_date <= day)
        .group_by(row.doc_date, row.due_date, row.kind, row.currency, row.has_plan)
    )
    for currency, kind, has_plan, made, due, amount in connection.execute(query).all():
        sheet, on = sheets[currency], days[made]
        if kind in _DEBITS:
            sheet.debit[on] += amount
            if not has_plan:
                sheet.age(on, days[due] if due else on, amount)
        else:
            sheet.credit[on] += amount
        if kind == _INVOICE:
            sheet.sale[on] += amount
        elif kind == _CREDIT_NOTE:
            sheet.sale[on] -= amount


def _parts(connection: Connection, sheets: _Sheets, days: _Days, day: str) -> None:
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
        sheets[currency].age(days[made], days[due], amount)


# -- what was settled, and how late ---------------------------------------------------------------


def _settlements(connection: Connection, sheets: _Sheets, days: _Days, day: str) -> None:
    """Settled by day and due day; all of it counts as paid here, what was no payment comes off after."""
    whole = (
        _by_days(due_day)
        # In the order of debits, so that documents are read one after another.
        .with_hint(allocation, "INDEXED BY ix_allocation_debit_id", "sqlite")
        .select_from(allocation.join(document, document.c.id == allocation.c.debit_id))
        .where(allocation.c.deleted == 0, allocation.c.date <= day, document.c.has_plan == 0)
    )
    parts = (
        _by_days(instalment.c.due_date)
        .select_from(
            allocation.join(instalment, instalment.c.id == allocation.c.instalment_id).join(
                document, document.c.id == instalment.c.document_id
            )
        )
        .where(allocation.c.deleted == 0, allocation.c.date <= day, document.c.has_plan == 1)
    )
    for query in (whole, parts):
        for key, amount, paid in connection.execute(query).all():
            sheet, on, due = sheets[key[_DAYS:]], days[key[:_DAY]], days[key[_DAY:_DAYS]]
            sheet.settled[on] += amount
            sheet.age(on, due, -amount)
            if paid:
                sheet.receive(on, due, paid)


def _by_days(due: ColumnElement[str]) -> Select[Any]:
    """What was settled, and that of it by payments of invoices, by one key: one text sorts in half the time.

    The key is the day, the due day and the currency.
    """
    key = (allocation.c.date + due + document.c.currency).label("key")
    paying = and_(allocation.c.amount > 0, document.c.kind == _INVOICE)
    given = func.sum(allocation.c.amount).filter(paying)
    return select(key, func.sum(allocation.c.amount), given).group_by(key)


_DUE = func.coalesce(instalment.c.due_date, document.c.due_date, document.c.doc_date)


def _not_receipts(connection: Connection, sheets: _Sheets, days: _Days, day: str) -> None:
    """Credit notes and write-offs settle invoices, and are no payment."""
    query = (
        select(document.c.currency, allocation.c.date, _DUE, func.sum(allocation.c.amount))
        # The few of a kind are found in an index that holds it, not by reading every document.
        .with_hint(_paying, "INDEXED BY ix_document_asof", "sqlite")
        .select_from(_paying)
        .join(allocation, allocation.c.credit_id == _paying.c.id)
        .join(document, document.c.id == allocation.c.debit_id)
        .outerjoin(instalment, instalment.c.id == allocation.c.instalment_id)
        .where(
            _paying.c.deleted == 0,
            _paying.c.kind.in_(_NO_PAYMENT),
            allocation.c.deleted == 0,
            allocation.c.amount > 0,
            allocation.c.date <= day,
            document.c.kind == _INVOICE,
        )
        .group_by(document.c.currency, allocation.c.date, _DUE)
    )
    for currency, made, owed, amount in connection.execute(query).all():
        sheets[currency].receive(days[made], days[owed], -amount)


def _taken_back(connection: Connection, sums: DatedSums, days: _Days, day: str) -> None:
    """Payments that came back; they count as none where both days lie in one period."""
    columns = document.c.currency, allocation.c.date, _DUE, _back.c.date, _back.c.amount
    query = (
        select(*columns)
        # There are few of them: they come first.
        .with_hint(_back, "INDEXED BY ix_allocation_reverses", "sqlite")
        .select_from(_back)
        .join(allocation, allocation.c.id == _back.c.reverses_id)
        .join(_paying, _paying.c.id == allocation.c.credit_id)
        .join(document, document.c.id == allocation.c.debit_id)
        .outerjoin(instalment, instalment.c.id == allocation.c.instalment_id)
        .where(
            _back.c.reverses_id.is_not(None),
            _back.c.deleted == 0,
            _back.c.date <= day,
            allocation.c.deleted == 0,
            document.c.kind == _INVOICE,
            _paying.c.kind == _RECEIPT,
        )
    )
    for currency, made, owed, returned, amount in connection.execute(query):
        on, due = days[made], days[owed]
        late = amount * max(0, on - due)
        back = TakenBack(currency, on, days[returned], amount, late, amount * (on - due))
        sums.taken_back.append(back)
