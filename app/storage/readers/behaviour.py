"""Payment behaviour in SQL: the same few statements for one customer or for all of them.

An item is an invoice, or an instalment of one with a plan. On a day it is settled when the allocations
dated up to it (reversals taken off) make its amount, since the last of them; else it is open. Counted
are items settled within the twelve months before, and open ones past their due date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, case, func, or_, select, union_all
from sqlalchemy.sql.selectable import Subquery

from app.domain.behaviour import Payment, median_days_late
from app.domain.customer_behaviour import WINDOW, MonthLate, Sums
from app.domain.dispute import DisputeOutcome
from app.domain.document import DocumentKind
from app.domain.money import to_major
from app.storage.engine import days_between, listed
from app.storage.readers.aging import SqlAgingReader
from app.storage.schema import allocation, change, change_set, dispute, document, instalment

if TYPE_CHECKING:
    from app.storage.store import SqlStore

_INVOICE = DocumentKind.INVOICE.value
_ALL = 2**63 - 1
"""A limit that limits nothing: it keeps the inner query whole, so that each settlement is looked up once."""
_MONTHS = 12


class _Share(NamedTuple):
    """The company's late share of a day, as of a state of the file; a pass over all invoices makes it."""

    on: date
    version: int
    share: Decimal


class SqlBehaviourReader:
    """``app.services.credit_file_ports.BehaviourReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self._money = SqlAgingReader(store)
        self._share: _Share | None = None

    def sums(self, customer_ids: Collection[int] | None, as_of: date) -> list[Sums]:
        """What there is to count, by customer; amounts of several currencies at their last rates."""
        with self._store.reading() as connection:
            paid = _by_customer(connection.execute(_paid(customer_ids, as_of)))
            sold = _by_customer(connection.execute(_sold(customer_ids, as_of)))
            contested = {row[0]: row[1] for row in connection.execute(_disputed(customer_ids, as_of))}
            version = _version(connection)
        base, rates = self._money.base(), self._money.rates(as_of)
        if customer_ids is None:
            everything = [row for rows in paid.values() for row in rows]
            self._share = _Share(as_of, version, _late_share(everything))
        found = []
        for customer_id in sorted(sold):
            mine = sold[customer_id]
            weights = _weights([row.currency for row in mine], [row.invoices for row in mine], base, rates)
            found.append(_sums(customer_id, paid.get(customer_id, ()), mine, weights, contested))
        return found

    def company_share(self, as_of: date) -> Decimal:
        """The share of all counted items that were late, 0 to 1; 0 where nothing is counted."""
        with self._store.reading() as connection:
            known, version = self._share, _version(connection)
            if known is None or known.on != as_of or _moved(connection, known.version):
                share = _late_share(connection.execute(_paid(None, as_of)).all())
            else:
                share = known.share
        self._share = _Share(as_of, version, share)
        return share

    def months(self, customer_id: int, as_of: date) -> Sequence[MonthLate]:
        """The twelve months up to the day's own, by the month of settlement."""
        first = _months_back(as_of, _MONTHS - 1)
        items = self._items(customer_id, as_of, first - timedelta(1))
        weights = self._weights_of(items, as_of)
        found = []
        for back in range(_MONTHS - 1, -1, -1):
            month = _months_back(as_of, back)
            mine = [item for item in items if item.settled and item.settled[:7] == f"{month:%Y-%m}"]
            weight = sum((item.amount * weights.get(item.currency, Decimal(0)) for item in mine), Decimal(0))
            late = sum(
                (item.amount * weights.get(item.currency, Decimal(0)) * int(item.days) for item in mine),
                Decimal(0),
            )
            found.append(MonthLate(month, late / weight if weight else None, len(mine)))
        return found

    def median(self, customer_id: int, as_of: date) -> int | None:
        """The lower median of signed days late of what is counted."""
        items = self._items(customer_id, as_of, as_of - timedelta(WINDOW))
        return median_days_late([_payment(item) for item in items], as_of)

    def _items(self, customer_id: int, as_of: date, since: date) -> list[Row[Any]]:
        """Items of one customer settled after ``since``, and open ones past their due date."""
        source = _counted([customer_id], as_of, since).c
        columns = source.currency, source.amount, source.due, source.settled, source.days
        with self._store.reading() as connection:
            return list(connection.execute(select(*columns)))

    def _weights_of(self, items: Sequence[Row[Any]], as_of: date) -> Mapping[str, Decimal]:
        found: dict[str, int] = defaultdict(int)
        for item in items:
            found[item.currency] += 1
        base, rates = self._money.base(), self._money.rates(as_of)
        return _weights(list(found), list(found.values()), base, rates)


# -- what is counted ------------------------------------------------------------------------------


def _settled(
    side: str, owner: ColumnElement[int], amount: ColumnElement[int], day: str
) -> ColumnElement[Any]:
    """The day an item was settled, as known on a day; NULL while it is open."""
    theirs = (
        allocation.c[side] == owner,
        allocation.c.deleted == 0,
        allocation.c.date <= day,
    )
    paid = select(func.sum(allocation.c.amount)).where(*theirs).scalar_subquery()
    last = select(func.max(allocation.c.date)).where(*theirs).scalar_subquery()
    return case((paid >= amount, last))


def _invoices(customer_ids: Collection[int] | None, day: str) -> Iterator[ColumnElement[bool]]:
    yield document.c.deleted == 0
    yield document.c.kind == _INVOICE
    yield document.c.doc_date <= day
    yield document.c.amount > 0
    if customer_ids is not None:
        yield document.c.customer_id.in_(listed(customer_ids))


def _items(customer_ids: Collection[int] | None, as_of: date) -> Subquery:
    day = as_of.isoformat()
    whole = select(
        document.c.customer_id,
        document.c.currency,
        document.c.amount,
        func.coalesce(document.c.due_date, document.c.doc_date).label("due"),
        _settled("debit_id", document.c.id, document.c.amount, day).label("settled"),
    ).where(*_invoices(customer_ids, day), document.c.has_plan == 0)
    parts = (
        select(
            document.c.customer_id,
            document.c.currency,
            instalment.c.amount,
            instalment.c.due_date.label("due"),
            _settled("instalment_id", instalment.c.id, instalment.c.amount, day).label("settled"),
        )
        .select_from(instalment.join(document, document.c.id == instalment.c.document_id))
        .where(*_invoices(customer_ids, day), document.c.has_plan == 1, instalment.c.deleted == 0)
    )
    return union_all(*(select(one.limit(_ALL).subquery()) for one in (whole, parts))).subquery()


def _counted(customer_ids: Collection[int] | None, as_of: date, since: date) -> Subquery:
    """Items with their signed days late: settled after ``since``, or open past their due date."""
    day = as_of.isoformat()
    item = _items(customer_ids, as_of).c
    return (
        select(
            item.customer_id,
            item.currency,
            item.amount,
            item.due,
            item.settled,
            days_between(item.due, func.coalesce(item.settled, day)).label("days"),
        )
        .where(or_(item.settled > since.isoformat(), and_(item.settled.is_(None), item.due < day)))
        .limit(_ALL)
        .subquery()
    )


def _paid(customer_ids: Collection[int] | None, as_of: date) -> Select[Any]:
    item = _counted(customer_ids, as_of, as_of - timedelta(WINDOW)).c
    return select(
        item.customer_id,
        item.currency,
        func.sum(item.amount).label("amount"),
        func.sum(item.amount * item.days).label("weighted"),
        func.count().label("counted"),
        func.sum(case((item.days > 0, 1), else_=0)).label("late"),
        func.count(item.settled).label("settled"),
        func.coalesce(func.max(case((item.settled.is_(None), item.days))), 0).label("longest"),
    ).group_by(item.customer_id, item.currency)


def _sold(customer_ids: Collection[int] | None, as_of: date) -> Select[Any]:
    """Invoices of this and of the previous twelve months, and the day of the first of all."""
    start = (as_of - timedelta(WINDOW)).isoformat()
    before = (as_of - timedelta(2 * WINDOW)).isoformat()
    on, amount = document.c.doc_date, document.c.amount
    this_year = on > start
    return (
        select(
            document.c.customer_id,
            document.c.currency,
            func.sum(case((this_year, amount), else_=0)).label("amount"),
            func.sum(case((and_(on <= start, on > before), amount), else_=0)).label("before"),
            func.sum(case((this_year, 1), else_=0)).label("invoices"),
            func.min(on).label("first"),
        )
        .where(*_invoices(customer_ids, as_of.isoformat()))
        .group_by(document.c.customer_id, document.c.currency)
    )


def _disputed(customer_ids: Collection[int] | None, as_of: date) -> Select[Any]:
    """Invoices of the twelve months that were disputed, but for those where the customer was right."""
    day, start = as_of.isoformat(), (as_of - timedelta(WINDOW)).isoformat()
    our_fault = and_(dispute.c.outcome == DisputeOutcome.CUSTOMER_RIGHT.value, dispute.c.closed_on <= day)
    return (
        select(document.c.customer_id, func.count(document.c.id.distinct()))
        .join(dispute, dispute.c.document_id == document.c.id)
        .where(
            *_invoices(customer_ids, day),
            document.c.doc_date > start,
            dispute.c.deleted == 0,
            dispute.c.opened_on <= day,
            ~func.coalesce(our_fault, False),
        )
        .group_by(document.c.customer_id)
    )


def _version(connection: Connection) -> int:
    """Which state of the file this is: nothing changes without a change set."""
    return int(connection.scalar(select(func.max(change_set.c.id))) or 0)


def _moved(connection: Connection, since: int) -> bool:
    """Whether the ledger changed after a state of the file."""
    tables = (document.name, instalment.name, allocation.name)
    query = select(change.c.id).where(change.c.set_id > since, change.c.table_name.in_(tables)).limit(1)
    return connection.scalar(query) is not None


# -- from rows to values --------------------------------------------------------------------------


def _by_customer(rows: Iterable[Row[Any]]) -> dict[int, list[Row[Any]]]:
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(row)
    return found


def _late_share(rows: Sequence[Row[Any]]) -> Decimal:
    counted = sum(row.counted for row in rows)
    return Decimal(sum(row.late for row in rows)) / counted if counted else Decimal(0)


def _weights(
    currencies: Sequence[str], numbers: Sequence[int], base: str, rates: Mapping[str, Decimal]
) -> Mapping[str, Decimal]:
    """What a minor unit of each currency weighs; without a rate the others, or the commonest, speak alone."""
    if len(currencies) == 1:
        return {currencies[0]: Decimal(1)}
    known = {one: Decimal(1) if one == base else rates.get(one) for one in currencies}
    found = {one: to_major(1, one) * rate for one, rate in known.items() if rate is not None}
    if found or not currencies:
        return found
    commonest = max(zip(numbers, currencies, strict=True))[1]
    return {commonest: Decimal(1)}


def _sums(
    customer_id: int,
    paid: Sequence[Row[Any]],
    sold: Sequence[Row[Any]],
    weights: Mapping[str, Decimal],
    contested: Mapping[int, int],
) -> Sums:
    def weighed(rows: Sequence[Row[Any]], name: str) -> Decimal:
        return sum(
            (Decimal(getattr(row, name)) * weights.get(row.currency, Decimal(0)) for row in rows), Decimal(0)
        )

    return Sums(
        customer_id=customer_id,
        weight=weighed(paid, "amount"),
        weighted=weighed(paid, "weighted"),
        counted=sum(row.counted for row in paid),
        late=sum(row.late for row in paid),
        settled=sum(row.settled for row in paid),
        longest_overdue=int(max((row.longest for row in paid), default=0)),
        invoices=sum(row.invoices for row in sold),
        disputed=contested.get(customer_id, 0),
        invoiced=weighed(sold, "amount"),
        invoiced_before=weighed(sold, "before"),
        first_on=date.fromisoformat(min(row.first for row in sold)),
    )


def _payment(item: Row[Any]) -> Payment:
    settled = date.fromisoformat(item.settled) if item.settled else None
    return Payment(item.amount, date.fromisoformat(item.due), settled)


def _months_back(day: date, months: int) -> date:
    """The first day of the month so many months before the day's."""
    count = day.year * 12 + day.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)
