"""What the cash forecast asks beside the collections forecast: ranges, names, sales, what came."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, Select, and_, case, cast, func, or_, select

from app.domain.cash_forecast import Spread, Spreads
from app.domain.document import DEBITS, DocumentKind
from app.services.cash_views import DocumentName
from app.storage.engine import days_between, listed
from app.storage.readers.forecast import settled
from app.storage.readers.worth import SqlWorthReader
from app.storage.schema import allocation, customer, dispute, document

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.storage.store import SqlStore

_INVOICE, _RECEIPT = DocumentKind.INVOICE.value, DocumentKind.RECEIPT.value
_DEBITS = sorted(kind.value for kind in DEBITS)
_LOW, _HIGH, _TENTHS = 1, 9, 10


class SqlCashReader:
    """``app.services.cash_views.CashReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def spreads(self, as_of: date, since: date) -> Spreads:
        """Nearest-rank tenths of signed days late: one in ten paid by the low, nine in ten by the high."""
        paid = settled(as_of, since).cte("settled")
        with self._store.reading() as connection:
            own = {
                row[0]: Spread(row[1], round(row[2]), round(row[3]))
                for row in connection.execute(_tenths(paid, by_customer=True))
            }
            whole = connection.execute(_tenths(paid, by_customer=False)).first()
        company = Spread() if whole is None else Spread(whole[1], round(whole[2]), round(whole[3]))
        return Spreads(own, company)

    def named(self, document_ids: Sequence[int]) -> Mapping[int, DocumentName]:
        """Documents by id."""
        query = (
            select(document.c.id, document.c.number, customer.c.name, customer.c.name_en)
            .join(customer, customer.c.id == document.c.customer_id)
            .where(document.c.id.in_(listed(sorted(set(document_ids)))))
        )
        with self._store.reading() as connection:
            return {row[0]: DocumentName(row[1], row[2], row[3]) for row in connection.execute(query)}

    def credit_sales(self, start: date, end: date) -> Mapping[str, int]:
        """Invoices on credit less credit notes of a span, by currency."""
        sums: dict[str, int] = defaultdict(int)
        for row in SqlWorthReader(self._store).turnover(start, end):
            sums[row.currency] += row.credit
        return sums

    def days_to_pay(self, as_of: date, since: date) -> int | None:
        """Median of days from invoice to the last money, of invoices settled since; None of none."""
        credit = document.alias("credit")
        last = func.max(case((credit.c.kind == _RECEIPT, allocation.c.date)))
        paid = (
            select(cast(days_between(document.c.doc_date, last), Integer).label("days"))
            .select_from(_set_off(credit))
            .where(*_live(), document.c.kind == _INVOICE, allocation.c.date <= as_of.isoformat())
            .group_by(document.c.id)
            .having(func.sum(allocation.c.amount) == document.c.amount, last >= since.isoformat())
            .subquery()
        )
        place = func.row_number().over(order_by=paid.c.days).label("place")
        ranked = select(paid.c.days, place, func.count().over().label("n")).subquery()
        query = select(func.avg(ranked.c.days)).where(
            (ranked.c.place * 2).between(ranked.c.n, ranked.c.n + 2)
        )
        with self._store.reading() as connection:
            found = connection.scalar(query)
        return None if found is None else max(0, round(found))

    def dispute_targets(self, as_of: date) -> Mapping[int, date]:
        """The last day by which the disputes open on a day are to be settled, where all have one."""
        day = as_of.isoformat()
        query = (
            select(dispute.c.document_id, func.max(dispute.c.target_on))
            .where(
                dispute.c.deleted == 0,
                dispute.c.opened_on <= day,
                or_(dispute.c.closed_on.is_(None), dispute.c.closed_on > day),
            )
            .group_by(dispute.c.document_id)
            .having(func.count() == func.count(dispute.c.target_on))
        )
        with self._store.reading() as connection:
            return {row[0]: date.fromisoformat(row[1]) for row in connection.execute(query)}

    def came(self, as_of: date, weeks: int) -> Mapping[str, Sequence[int]]:
        """Receipts after a day set against what was there on it, by currency and week of the receipt."""
        credit = document.alias("credit")
        first, last = as_of + timedelta(1), as_of + timedelta(7 * weeks)
        gone = cast(days_between(func.date(first.isoformat()), credit.c.doc_date), Integer)
        week = _whole_weeks(gone)
        query = (
            select(document.c.currency, week, func.sum(allocation.c.amount))
            .select_from(_set_off(credit))
            .where(
                *_live(),
                document.c.kind.in_(_DEBITS),
                document.c.doc_date <= as_of.isoformat(),
                credit.c.kind == _RECEIPT,
                credit.c.doc_date.between(first.isoformat(), last.isoformat()),
            )
            .group_by(document.c.currency, week)
        )
        found: dict[str, list[int]] = defaultdict(lambda: [0] * weeks)
        with self._store.reading() as connection:
            for currency, place, amount in connection.execute(query):
                found[currency][int(place)] += amount
        return found

    def settled_after(self, as_of: date, until: date) -> Mapping[int, date]:
        """Debits there on a day that were settled in full after it by ``until``: the last money's day."""
        credit = document.alias("credit")
        last = func.max(case((credit.c.kind == _RECEIPT, credit.c.doc_date)))
        query = (
            select(document.c.id, last)
            .select_from(_set_off(credit))
            .where(
                *_live(),
                document.c.kind.in_(_DEBITS),
                document.c.doc_date <= as_of.isoformat(),
                allocation.c.date <= until.isoformat(),
            )
            .group_by(document.c.id)
            .having(func.sum(allocation.c.amount) == document.c.amount, last > as_of.isoformat())
        )
        with self._store.reading() as connection:
            return {row[0]: date.fromisoformat(row[1]) for row in connection.execute(query)}

    def first_invoice(self) -> date | None:
        """The day of the oldest invoice."""
        query = select(func.min(document.c.doc_date)).where(
            document.c.deleted == 0, document.c.kind == _INVOICE
        )
        with self._store.reading() as connection:
            found = connection.scalar(query)
        return date.fromisoformat(found) if found else None


def _whole_weeks(days: Any) -> Any:
    return cast((days - days % 7) / 7, Integer).label("week")


def _set_off(credit: Any) -> Any:
    """Debits with what was set against them."""
    return document.join(allocation, allocation.c.debit_id == document.c.id).join(
        credit, credit.c.id == allocation.c.credit_id
    )


def _live() -> tuple[Any, ...]:
    return document.c.deleted == 0, allocation.c.deleted == 0


def _tenths(paid: Any, *, by_customer: bool) -> Select[Any]:
    """Count, and the values at the first and the ninth tenth (nearest rank), by customer or of all."""
    part = {"partition_by": paid.c.customer_id} if by_customer else {}
    place = func.row_number().over(order_by=paid.c.late, **part).label("place")
    count = func.count().over(**part).label("n")
    ranked = select(paid.c.customer_id, paid.c.late, place, count).subquery()

    def at(tenth: int) -> Any:
        # The least place whose tenfold reaches tenth × n: the nearest rank without a fraction.
        reached = and_(
            ranked.c.place * _TENTHS >= ranked.c.n * tenth,
            (ranked.c.place - 1) * _TENTHS < ranked.c.n * tenth,
        )
        return func.max(case((reached, ranked.c.late)))

    key = ranked.c.customer_id if by_customer else func.min(ranked.c.customer_id)
    query = select(key, ranked.c.n, at(_LOW), at(_HIGH))
    return query.group_by(ranked.c.customer_id, ranked.c.n) if by_customer else query.group_by(ranked.c.n)
