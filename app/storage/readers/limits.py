"""The queries behind limits and exposure: sums by customer and currency, never a ledger in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, case, func, or_, select

from app.domain.aging import AgingQuery
from app.domain.credit_record import CreditLimit, GradeOverride, OpenOrder, StoredAssessment
from app.domain.document import DocumentKind
from app.domain.exposure import ExposureRow, OrderLine
from app.services.aging import AgingFilter
from app.services.limit_views import Debt, OrderFacts, Traits
from app.storage.collect_schema import bill
from app.storage.credit_schema import credit_limit, grade_override, open_order, profile, stored_assessment
from app.storage.engine import days_between, listed
from app.storage.mappers import R, mapper
from app.storage.readers.aging import SqlAgingReader
from app.storage.schema import allocation, customer, customer_group, document, instalment

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.storage.store import SqlStore

_INVOICE, _CREDIT_NOTE = DocumentKind.INVOICE.value, DocumentKind.CREDIT_NOTE.value
_RECEIPT = DocumentKind.RECEIPT.value
_DEPTH = 20
"""Groups deeper than this are a ring that somebody drew; the walk up ends."""


class SqlLimitReader:
    """``app.services.limit_views.LimitReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self._aging = SqlAgingReader(store)

    # -- what was decided

    def limits(
        self, *, customer_ids: Collection[int] | None = None, group_ids: Collection[int] | None = None
    ) -> list[CreditLimit]:
        """Live limits of these customers or groups, by start and id; None for none of that kind."""
        wanted = [
            column.in_(listed(ids))
            for column, ids in (
                (credit_limit.c.customer_id, customer_ids),
                (credit_limit.c.group_id, group_ids),
            )
            if ids is not None
        ]
        if not wanted:
            return []
        query = _records(CreditLimit).where(credit_limit.c.deleted == 0, or_(*wanted))
        with self._store.reading() as connection:
            rows = connection.execute(query.order_by(credit_limit.c.start, credit_limit.c.id))
            return mapper(CreditLimit).decode(rows)

    def assessments(self, customer_ids: Collection[int] | None, on: date) -> Mapping[int, StoredAssessment]:
        """The last final assessment of each customer made by a day, whether or not still valid."""
        query = _records(StoredAssessment).where(
            stored_assessment.c.deleted == 0,
            stored_assessment.c.state == "final",
            stored_assessment.c.as_of <= on.isoformat(),
            *_of(stored_assessment.c.customer_id, customer_ids),
        )
        with self._store.reading() as connection:
            rows = connection.execute(query.order_by(stored_assessment.c.as_of, stored_assessment.c.id))
            return {one.customer_id: one for one in mapper(StoredAssessment).decode(rows)}

    def overrides(self, assessment_ids: Collection[int], on: date) -> Mapping[int, GradeOverride]:
        """The override running on a day of each assessment that has one."""
        query = _records(GradeOverride).where(
            grade_override.c.deleted == 0,
            grade_override.c.on <= on.isoformat(),
            grade_override.c.expires_on >= on.isoformat(),
            grade_override.c.assessment_id.in_(listed(assessment_ids)),
        )
        with self._store.reading() as connection:
            rows = connection.execute(query.order_by(grade_override.c.on, grade_override.c.id))
            return {one.assessment_id: one for one in mapper(GradeOverride).decode(rows)}

    def register(self, start: date, end: date) -> tuple[list[tuple[GradeOverride, str]], int]:
        """Overrides of a span with the customers' names, the newest first; how many assessments it saw."""
        span = (start.isoformat(), end.isoformat())
        query = (
            _records(GradeOverride)
            .add_columns(customer.c.name)
            .join(customer, customer.c.id == grade_override.c.customer_id)
            .where(grade_override.c.deleted == 0, grade_override.c.on.between(*span))
            .order_by(grade_override.c.on.desc(), grade_override.c.id.desc())
        )
        counted = (
            select(func.count())
            .select_from(stored_assessment)
            .where(
                stored_assessment.c.deleted == 0,
                stored_assessment.c.state == "final",
                stored_assessment.c.as_of.between(*span),
            )
        )
        with self._store.reading() as connection:
            rows = connection.execute(query).all()
            made = connection.scalar(counted) or 0
        found = mapper(GradeOverride).decode(row[:-1] for row in rows)
        return [(one, row[-1]) for one, row in zip(found, rows, strict=True)], made

    # -- what the ledger says

    def sales(self, customer_id: int, start: date, end: date) -> Mapping[tuple[int, int], Mapping[str, int]]:
        """Invoices less credit notes per month and currency, minor units; both days counted."""
        month = func.substr(document.c.doc_date, 1, 7)
        query = (
            select(month, document.c.currency, func.sum(_sale()))
            .where(document.c.customer_id == customer_id, *_sold(start, end))
            .group_by(month, document.c.currency)
        )
        found: dict[tuple[int, int], dict[str, int]] = defaultdict(dict)
        with self._store.reading() as connection:
            for name, currency, amount in connection.execute(query):
                found[int(name[:4]), int(name[5:])][currency] = amount
        return found

    def revenue(self, start: date, end: date) -> Mapping[str, int]:
        """Our own invoices less credit notes of all customers, per currency."""
        query = (
            select(document.c.currency, func.sum(_sale()))
            .where(*_sold(start, end))
            .group_by(document.c.currency)
        )
        with self._store.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def delay(self, customer_id: int, start: date, end: date) -> int | None:
        """Amount-weighted whole days late of what was paid in the span, early as 0; None if nothing was."""
        paid = document.alias("paid")
        due = func.coalesce(instalment.c.due_date, document.c.due_date, document.c.doc_date)
        late = days_between(due, allocation.c.date)
        query = (
            select(
                func.sum(case((late > 0, late), else_=0) * allocation.c.amount), func.sum(allocation.c.amount)
            )
            .select_from(
                allocation.join(document, document.c.id == allocation.c.debit_id)
                .join(paid, paid.c.id == allocation.c.credit_id)
                .outerjoin(instalment, instalment.c.id == allocation.c.instalment_id)
            )
            .where(
                document.c.customer_id == customer_id,
                document.c.kind == _INVOICE,
                paid.c.kind == _RECEIPT,
                allocation.c.deleted == 0,
                allocation.c.date.between(start.isoformat(), end.isoformat()),
            )
        )
        with self._store.reading() as connection:
            days, amount = connection.execute(query).one()
        return None if not amount or amount < 0 else round(Decimal(days) / amount)

    def debts(self, customer_ids: Collection[int] | None, as_of: date) -> list[Debt]:
        """What is owed per customer and currency."""
        found: dict[tuple[int, str], Debt] = {}
        with self._store.reading() as connection:
            board = self._aging.aggregate(AgingQuery(as_of), AgingFilter(customer_ids=customer_ids))
            for row in board.rows:
                unapplied = row.receipts + row.credit_notes
                found[row.key, row.currency] = Debt(
                    row.key, row.currency, sum(row.buckets), unapplied=unapplied
                )
            for back in _returned(connection, customer_ids, as_of):
                key = (back.customer_id, back.currency)
                debt = found[key]
                found[key] = replace(
                    debt, items=debt.items - back.amount, returned=debt.returned + back.amount
                )
            for held in _recourse(connection, customer_ids, as_of):
                key = (held.customer_id, held.currency)
                debt = found.get(key, Debt(*key))
                found[key] = replace(debt, recourse=debt.recourse + held.amount)
        return [found[key] for key in sorted(found)]

    def rows(self, customer_ids: Collection[int], as_of: date) -> list[ExposureRow]:
        """The documents and bills behind the debts; orders are behind ``orders``."""
        with self._store.reading() as connection:
            items = self._aging.items(AgingQuery(as_of), None, None, AgingFilter(customer_ids=customer_ids))
            back = {row.row_id: row for row in _returned(connection, customer_ids, as_of)}
            bills = _recourse(connection, customer_ids, as_of)
        found: list[ExposureRow] = []
        for item in items:
            came_back = back.get(item.document_id) if item.open > 0 else None
            part = min(came_back.amount, item.open) if came_back else 0
            if came_back and part:
                back[item.document_id] = replace(came_back, amount=came_back.amount - part)
                found.append(replace(came_back, amount=part, due=item.due_date, customer=item.customer))
            if item.open != part:
                piece = "open_items" if item.open > 0 else "unapplied"
                found.append(
                    ExposureRow(
                        piece, item.kind, item.number, item.doc_date, item.currency, item.open - part,
                        item.due_date, item.document_id, item.customer_id, item.customer,
                    )
                )  # fmt: skip
        return found + bills

    def orders(self, customer_ids: Collection[int] | None, as_of: date) -> list[OrderFacts]:
        """Open orders placed by a day, by day and id."""
        query = (
            _records(OpenOrder)
            .where(
                open_order.c.deleted == 0,
                open_order.c.state != "closed",
                open_order.c.on <= as_of.isoformat(),
                *_of(open_order.c.customer_id, customer_ids),
            )
            .order_by(open_order.c.on, open_order.c.id)
        )
        with self._store.reading() as connection:
            found = mapper(OpenOrder).decode(connection.execute(query))
            billed = _billed(connection, found, as_of) if found else {}
        return _order_facts(found, billed)

    # -- who they are

    def traits(self, customer_ids: Collection[int] | None) -> Mapping[int, Traits]:
        """Names, country, industry and group of live customers."""
        industry = (
            select(func.max(profile.c.industry))
            .where(profile.c.customer_id == customer.c.id, profile.c.deleted == 0)
            .scalar_subquery()
        )
        query = select(
            customer.c.id,
            customer.c.name,
            customer.c.country,
            func.coalesce(industry, ""),
            customer.c.group_id,
            customer.c.code,
            customer.c.name_en,
        ).where(customer.c.deleted == 0, *_of(customer.c.id, customer_ids))
        with self._store.reading() as connection:
            return {row[0]: Traits(*row) for row in connection.execute(query)}

    def members(self, group_ids: Collection[int]) -> Mapping[int, tuple[int, ...]]:
        """The live customers of each group and of the groups below it."""
        parents = self._parents()
        wanted, found = set(group_ids), defaultdict[int, list[int]](list)
        query = (
            select(customer.c.id, customer.c.group_id)
            .where(customer.c.deleted == 0, customer.c.group_id.is_not(None))
            .order_by(customer.c.id)
        )
        with self._store.reading() as connection:
            for row in connection.execute(query):
                for group in _upwards(row.group_id, parents):
                    if group in wanted:
                        found[group].append(row.id)
        return {group: tuple(found.get(group, ())) for group in wanted}

    def groups_of(self, group_id: int) -> tuple[int, ...]:
        """A group and those it lies in, the nearest first."""
        return tuple(_upwards(group_id, self._parents()))

    def group_names(self) -> Mapping[int, str]:
        """Names of groups by id."""
        query = select(customer_group.c.id, customer_group.c.name).where(customer_group.c.deleted == 0)
        with self._store.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def _parents(self) -> Mapping[int, int | None]:
        query = select(customer_group.c.id, customer_group.c.parent_id)
        with self._store.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def rates(self, as_of: date) -> Mapping[str, Decimal]:
        """The last rate on or before the day per currency, base units per unit."""
        return self._aging.rates(as_of)

    def base(self) -> str:
        """The company's own currency."""
        return self._aging.base()


def _upwards(group: int | None, parents: Mapping[int, int | None]) -> Iterable[int]:
    for _ in range(_DEPTH):
        if group is None:
            return
        yield group
        group = parents.get(group)


def _records(kind: type[R]) -> Select[Any]:
    rows = mapper(kind)
    return select(*(rows.table.c[name] for name in rows.fields))


def _of(column: ColumnElement[int], ids: Collection[int] | None) -> list[ColumnElement[bool]]:
    return [] if ids is None else [column.in_(listed(ids))]


def _sale() -> ColumnElement[Any]:
    return case((document.c.kind == _CREDIT_NOTE, -document.c.amount), else_=document.c.amount)


def _sold(start: date, end: date) -> tuple[ColumnElement[bool], ...]:
    return (
        document.c.deleted == 0,
        document.c.kind.in_((_INVOICE, _CREDIT_NOTE)),
        document.c.doc_date.between(start.isoformat(), end.isoformat()),
    )


_Billed = dict[tuple[int, str, str], tuple[int, int]]
"""Invoiced and paid by customer, currency and order number, minor units."""


def _billed(connection: Connection, orders: Sequence[OpenOrder], as_of: date) -> _Billed:
    """What the ledger invoiced by the orders' numbers, and what was paid of those invoices."""
    day = as_of.isoformat()
    paid = (
        select(func.coalesce(func.sum(allocation.c.amount), 0))
        .where(allocation.c.debit_id == document.c.id, allocation.c.deleted == 0, allocation.c.date <= day)
        .scalar_subquery()
    )
    mine = (document.c.customer_id, document.c.currency, document.c.reference)
    query = (
        select(*mine, func.sum(document.c.amount), func.sum(paid))
        .where(
            document.c.customer_id.in_(listed({one.customer_id for one in orders})),
            document.c.reference.in_(listed({one.number for one in orders if one.number})),
            document.c.kind == _INVOICE,
            document.c.deleted == 0,
            document.c.doc_date <= day,
        )
        .group_by(*mine)
    )
    return {(row[0], row[1], row[2]): (row[3], row[4]) for row in connection.execute(query)}


def _order_facts(orders: Sequence[OpenOrder], billed: _Billed) -> list[OrderFacts]:
    """Each order with its invoices; where two have one number, the older takes what it can hold first."""
    last = {(one.customer_id, one.currency, one.number): one.id for one in orders}
    left = dict(billed)
    found = []
    for one in orders:
        key = (one.customer_id, one.currency, one.number)
        invoiced, paid = left.get(key, (0, 0)) if one.number else (0, 0)
        if last[key] != one.id:
            invoiced, paid = min(invoiced, one.amount), min(paid, one.amount)
        if one.number and key in left:
            left[key] = (left[key][0] - invoiced, left[key][1] - paid)
        line = OrderLine(
            one.amount, one.delivered, max(one.invoiced, invoiced), one.prepaid, one.state == "cancelled"
        )
        facts = OrderFacts(one.id, one.customer_id, one.number, one.on, one.currency, line, invoiced)
        found.append(replace(facts, paid=max(0, paid)))
    return found


def _returned(connection: Connection, customer_ids: Collection[int] | None, as_of: date) -> list[ExposureRow]:
    """What payments that came back left open, per document: taken back by a day, no more than is open."""
    day = as_of.isoformat()
    # Added up here: grouped in SQL, SQLite walks all allocations by debit instead of the few reversals.
    reversals = select(allocation.c.debit_id, allocation.c.amount).where(
        allocation.c.reverses_id > 0, allocation.c.deleted == 0, allocation.c.date <= day
    )
    back: dict[int, int] = defaultdict(int)
    for debit_id, amount in connection.execute(reversals):
        back[debit_id] -= amount
    if not back:
        return []
    settled = (
        select(func.coalesce(func.sum(allocation.c.amount), 0))
        .where(allocation.c.debit_id == document.c.id, allocation.c.deleted == 0, allocation.c.date <= day)
        .scalar_subquery()
    )
    query = (
        select(
            document.c.id, document.c.customer_id, document.c.kind, document.c.number, document.c.doc_date,
            document.c.currency, (document.c.amount - settled).label("left"),
        )
        .where(
            document.c.id.in_(listed(back)),
            document.c.deleted == 0,
            *_of(document.c.customer_id, customer_ids),
        )
        .order_by(document.c.id)
    )  # fmt: skip
    return [
        ExposureRow(
            "returned", row.kind, row.number, date.fromisoformat(row.doc_date), row.currency,
            min(back[row.id], row.left), row_id=row.id, customer_id=row.customer_id,
        )
        for row in connection.execute(query).all()
        if min(back[row.id], row.left) > 0
    ]  # fmt: skip


def _recourse(connection: Connection, customer_ids: Collection[int] | None, as_of: date) -> list[ExposureRow]:
    """Bills discounted or endorsed by a day and not yet past their own: we still stand for them."""
    day = as_of.isoformat()
    query = (
        select(
            bill.c.id, bill.c.customer_id, customer.c.name, bill.c.kind, bill.c.number, bill.c.passed_on,
            bill.c.due_on, bill.c.currency, bill.c.amount,
        )
        .join(customer, customer.c.id == bill.c.customer_id)
        .where(
            bill.c.deleted == 0,
            bill.c.passed_on <= day,
            bill.c.due_on >= day,
            or_(bill.c.ended_on.is_(None), bill.c.ended_on > day),
            *_of(bill.c.customer_id, customer_ids),
        )
        .order_by(bill.c.due_on, bill.c.id)
    )  # fmt: skip
    return [
        ExposureRow(
            "bills_held", row.kind, row.number, date.fromisoformat(row.passed_on), row.currency, row.amount,
            date.fromisoformat(row.due_on), row.id, row.customer_id, row.name,
        )
        for row in connection.execute(query)
    ]  # fmt: skip
