"""What the forecast is made of: open items and why nobody counts on some, bills held, habits of paying."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, case, exists, func, literal, or_, select

from app.domain.customer import CustomerStatus
from app.domain.document import DEBITS, DocumentKind
from app.domain.forecast import Dated, Habit, OpenAmount
from app.services.forecast import OpenLedger
from app.storage.collect_schema import bill, bill_cover
from app.storage.engine import days_between
from app.storage.insurance_schema import claim
from app.storage.readers.aging import SqlAgingReader
from app.storage.readers.held import bill as held_bill
from app.storage.readers.held import is_held
from app.storage.schema import allocation, customer, document
from app.storage.store import SqlStore

_INVOICE, _RECEIPT = DocumentKind.INVOICE.value, DocumentKind.RECEIPT.value


class SqlForecastReader:
    """``app.services.forecast.ForecastReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self._aging = SqlAgingReader(store)

    def open_ledger(self, as_of: date, old_after: int) -> OpenLedger:
        """The items behind the board of the day, so that both say the same."""
        doubtful, contested = self._doubtful(as_of), dict(self._aging.contested(as_of))
        old = (as_of - timedelta(old_after)).isoformat()
        days: dict[str, date] = {}
        debits: dict[str, list[OpenAmount]] = defaultdict(list)
        credits_: dict[str, int] = defaultdict(int)
        for customer_id, currency, kind, due, open_, document_id in self._aging.open_rows(as_of):
            if kind not in DEBITS:
                credits_[currency] -= open_
                continue
            day = days.get(due) or days.setdefault(due, date.fromisoformat(due))
            why = doubtful.get(customer_id) or ("old" if due < old else "")
            disputed = 0
            if document_id in contested:
                left = contested[document_id]
                disputed = open_ if left is None else min(left, open_)
                contested[document_id] = None if left is None else left - disputed
            debits[currency].append(OpenAmount(customer_id, document_id, day, open_, disputed, why))
        return OpenLedger(debits, credits_)

    def _doubtful(self, as_of: date) -> Mapping[int, str]:
        """Customers that nobody counts on, and why."""
        day = as_of.isoformat()
        since, handed = customer.c.status_since, customer.c.handed_on
        insolvent = and_(
            customer.c.status == CustomerStatus.INSOLVENT.value, or_(since.is_(None), since <= day)
        )
        given = and_(customer.c.handed_to != "", or_(handed.is_(None), handed <= day))
        why = case((insolvent, "insolvent"), else_="handed_over")
        query = select(customer.c.id, why).where(customer.c.deleted == 0, or_(insolvent, given))
        with self._store.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def bills(self, as_of: date) -> Mapping[str, Sequence[Dated]]:
        """Bills held on the day: each pays what it covers when it falls due."""
        columns = bill.c.id, bill.c.customer_id, bill.c.currency, bill.c.amount, bill.c.due_on
        covers = and_(bill_cover.c.bill_id == bill.c.id, bill_cover.c.deleted == 0)
        query = (
            select(*columns, bill_cover.c.document_id)
            .select_from(bill.outerjoin(bill_cover, covers))
            .where(bill.c.id.in_(select(held_bill.c.id).where(is_held(as_of))))
            .order_by(bill.c.id)
        )
        found: dict[int, tuple[str, Dated]] = {}
        with self._store.reading() as connection:
            for row_id, customer_id, currency, amount, due, document_id in connection.execute(query):
                covered = frozenset() if document_id is None else frozenset({document_id})
                before = found.get(row_id)
                if before is not None:
                    covered |= before[1].document_ids
                on = max(date.fromisoformat(due), as_of)
                found[row_id] = currency, Dated(customer_id, on, amount, "bill", covered)
        by_currency: dict[str, list[Dated]] = defaultdict(list)
        for currency, dated in found.values():
            by_currency[currency].append(dated)
        return by_currency

    def habit(self, as_of: date, since: date, least: int) -> Habit:
        """Medians of signed days late, by customer and of all."""
        paid = settled(as_of, since).cte("settled")
        late = _median(paid, paid.c.customer_id)
        own = (
            select(late.c.customer_id, late.c.n, func.avg(late.c.late))
            .where(late.c.n >= least, (late.c.place * 2).between(late.c.n, late.c.n + 2))
            .group_by(late.c.customer_id, late.c.n)
        )
        counts = select(paid.c.late, func.count()).group_by(paid.c.late).order_by(paid.c.late)
        with self._store.reading() as connection:
            medians = {row[0]: round(row[2]) for row in connection.execute(own)}
            spread = [(int(row[0]), int(row[1])) for row in connection.execute(counts)]
        return Habit(medians, _middle(spread), sum(count for _, count in spread))


def has_live_claims(store: SqlStore) -> bool:
    """Whether any claim was ever made to an insurer."""
    with store.reading() as connection:
        return connection.scalar(select(literal(1)).where(exists().where(claim.c.deleted == 0))) is not None


def settled(as_of: date, since: date) -> Select[Any]:
    """Invoices (without a plan) settled in full by the day, the last money from ``since`` on; days late."""
    credit = document.alias("credit")
    last = func.max(case((credit.c.kind == _RECEIPT, allocation.c.date)))
    return (
        select(document.c.customer_id, days_between(document.c.due_date, last).label("late"))
        .select_from(
            document.join(allocation, allocation.c.debit_id == document.c.id).join(
                credit, credit.c.id == allocation.c.credit_id
            )
        )
        .where(
            document.c.deleted == 0,
            document.c.kind == _INVOICE,
            document.c.has_plan == 0,
            document.c.due_date.is_not(None),
            allocation.c.deleted == 0,
            allocation.c.date <= as_of.isoformat(),
        )
        .group_by(document.c.id)
        .having(func.sum(allocation.c.amount) == document.c.amount, last >= since.isoformat())
    )


def _median(settled: Any, by: ColumnElement[Any]) -> Subquery:
    place = func.row_number().over(partition_by=by, order_by=settled.c.late).label("place")
    count = func.count().over(partition_by=by).label("n")
    return select(settled.c.customer_id, settled.c.late, place, count).subquery()


def _middle(spread: Sequence[tuple[int, int]]) -> int:
    """Median of values with their counts, in order; 0 of none."""
    total = sum(count for _, count in spread)
    if not total:
        return 0
    places = {(total - 1) // 2, total // 2}
    found, seen = [], 0
    for value, count in spread:
        found += [value for place in places if seen <= place < seen + count]
        seen += count
    return round(sum(found) / len(found))
