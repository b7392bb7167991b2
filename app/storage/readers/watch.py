"""Set-based queries behind the early-warning rules: every figure from rows dated up to the day alone.

What is open on a day is amounts less the allocations dated up to it, summed apart. ``document.open``
only tells what need not be read: what is settled today, and by nothing later than the day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Integer, Select, and_, case, cast, func, literal, or_, select
from sqlalchemy.sql.selectable import Subquery

from app.domain.alert_figures import (
    YEAR,
    GradeMove,
    Happened,
    Lateness,
    NewAccount,
    Owed,
    Volume,
)
from app.domain.credit_limit import LimitState
from app.domain.dispute import DisputeOutcome
from app.domain.document import DEBITS, DocumentKind
from app.domain.money import to_major
from app.domain.scorecard import Grade
from app.services.watch_views import Called
from app.storage.collect_schema import bank_line
from app.storage.credit_schema import credit_limit, financial_statement, stored_assessment
from app.storage.engine import days_between, listed
from app.storage.readers.aging import SqlAgingReader
from app.storage.readers.watch_events import (
    confirmed_events,
    review_facts,
    troubles,
)
from app.storage.schema import allocation, customer, dispute, document, instalment

if TYPE_CHECKING:
    from app.domain.alert_figures import Outside
    from app.domain.alert_history import Trouble
    from app.domain.review import ReviewFacts
    from app.storage.store import SqlStore

_INVOICE, _RECEIPT = DocumentKind.INVOICE.value, DocumentKind.RECEIPT.value
_DEBITS = sorted(kind.value for kind in DEBITS)
_MOST_LATE = 180
"""A day counts at most so many late: one old remainder must not drown what the customer does now."""
_MATERIAL = 20
"""A rest of a twentieth of the invoice; less is bank charges and rounding."""
_credit = document.alias("credit")


class SqlWatchReader:
    """``app.services.watch_views.WatchReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self._money = SqlAgingReader(store)

    def lateness(self, as_of: date, days: int) -> Mapping[int, Lateness]:
        """Days late of the last ``days``, and of the year before them."""
        recent = self._late(as_of, days, as_of)
        before = self._late(as_of - timedelta(days), YEAR, as_of)
        found = {}
        for customer_id in recent:
            weight, weighted, _ = recent[customer_id]
            old = before.get(customer_id, (Decimal(0), Decimal(0), 0))
            found[customer_id] = Lateness(
                weighted / weight if weight > 0 else None,
                old[1] / old[0] if old[0] > 0 else None,
                old[2],
            )
        return found

    def _late(self, as_of: date, days: int, rates_on: date) -> dict[int, tuple[Decimal, Decimal, int]]:
        """Per customer the weight, the weighted days and the number of payments."""
        rows = [*self._rows(_paid_late(as_of, days)), *self._rows(_overdue(as_of))]
        rows += [(*row[:2], -row[2], -row[3], 0) for row in self._rows(_overdue_settled(as_of))]
        worth = self._worth(rates_on)
        found: dict[int, tuple[Decimal, Decimal, int]] = {}
        for customer_id, currency, weight, weighted, count in rows:
            had = found.get(customer_id, (Decimal(0), Decimal(0), 0))
            rate = worth(currency)
            found[customer_id] = (had[0] + rate * weight, had[1] + rate * weighted, had[2] + count)
        return found

    def volumes(self, as_of: date, days: int) -> Mapping[int, Volume]:
        """Invoiced in the last ``days``, and in the year before them."""
        worth = self._worth(as_of)
        found: dict[int, list[Decimal]] = defaultdict(lambda: [Decimal(0)] * 3)
        for customer_id, currency, recent, before, count in self._rows(_sold(as_of, days)):
            rate, mine = worth(currency), found[customer_id]
            mine[0] += rate * recent
            mine[1] += rate * before
            mine[2] += count
        return {key: Volume(int(one[0]), int(one[1]), int(one[2])) for key, one in found.items()}

    def owed(self, as_of: date) -> Mapping[int, Owed]:
        """Open debits with their share of all."""
        worth = self._worth(as_of)
        found: dict[int, Decimal] = defaultdict(Decimal)
        for customer_id, currency, amount in self._rows(_debited(as_of)):
            found[customer_id] += worth(currency) * amount
        for customer_id, currency, amount in self._rows(_settled(as_of)):
            found[customer_id] -= worth(currency) * amount
        whole = sum((amount for amount in found.values() if amount > 0), Decimal(0))
        return {key: Owed(int(amount), amount * 100 / whole) for key, amount in found.items() if amount > 0}

    def limits(self, as_of: date) -> Mapping[int, int]:
        """The limit in force of each customer that has one, by its id."""
        last = {row.customer_id: row for row in self._rows(_limits(as_of))}
        return {key: row.id for key, row in last.items() if row.state == LimitState.SET.value}

    def partial_payments(self, as_of: date, days: int) -> Mapping[int, Happened]:
        """Payments of the last ``days`` that left a twentieth of their invoice open, or more."""
        return _happened(self._rows(_partial(as_of, days)))

    def disputes(self, as_of: date, days: int) -> Mapping[int, Happened]:
        """Disputes opened in the last ``days``, but for those where the customer was right."""
        return _happened(self._rows(_disputed(as_of, days)))

    def new_accounts(self, as_of: date, days: int) -> Mapping[int, Sequence[NewAccount]]:
        """Accounts that first paid in the last ``days`` while another was known."""
        seen: dict[int, list[NewAccount]] = defaultdict(list)
        known: dict[int, str] = {}
        for customer_id, account, first, line_id, own in self._rows(_accounts(as_of)):
            seen[customer_id].append(NewAccount(account, date.fromisoformat(first), line_id))
            known[customer_id] = own.replace(" ", "")
        found = {}
        for customer_id, accounts in seen.items():
            first, *later = sorted(accounts, key=lambda one: (one.on, one.line_id))
            if known[customer_id] and first.account.replace(" ", "") != known[customer_id]:
                later.insert(0, first)
            if fresh := [one for one in later if one.on > as_of - timedelta(days)]:
                found[customer_id] = fresh
        return found

    def statements(self, as_of: date) -> Mapping[int, date]:
        """The end of the newest financial statement known on the day."""
        row = financial_statement.c
        query = (
            select(row.customer_id, func.max(row.period_end))
            .where(row.deleted == 0, func.coalesce(row.received_on, row.period_end) <= as_of.isoformat())
            .group_by(row.customer_id)
        )
        return {customer_id: date.fromisoformat(end) for customer_id, end in self._rows(query)}

    def events(self, as_of: date, days: int) -> Mapping[int, Sequence[Outside]]:
        """Confirmed bad events of the last ``days`` that are not closed."""
        with self._store.reading() as connection:
            return confirmed_events(connection, as_of, as_of - timedelta(days))

    def grade_moves(self, as_of: date) -> Mapping[int, GradeMove]:
        """The last two finished assessments, of customers that have two."""
        grades: dict[int, list[Any]] = defaultdict(list)
        for row in self._rows(_last_assessments(as_of)):
            grades[row.customer_id].append(row)
        return {
            customer_id: GradeMove(new.id, Grade(old.grade), Grade(new.grade), date.fromisoformat(new.as_of))
            for customer_id, (new, *olds) in grades.items()
            for old in olds
            if old.grade and new.grade
        }

    def troubles(self, start: date, end: date) -> Sequence[Trouble]:
        """What went wrong between two days, by all that is known now; broken plans left out."""
        with self._store.reading() as connection:
            return list(troubles(connection, start, end))

    def review_facts(self, as_of: date) -> Sequence[ReviewFacts]:
        """Customers with credit, an assessment or a debt, and when each was last looked at."""
        with self._store.reading() as connection:
            return review_facts(connection, as_of)

    def called(self, customer_ids: Sequence[int]) -> Mapping[int, Called]:
        """Short names, else whole ones."""
        short = case((customer.c.short_name != "", customer.c.short_name), else_=customer.c.name)
        query = select(customer.c.id, short, customer.c.name_en, customer.c.code).where(
            customer.c.id.in_(listed(set(customer_ids)))
        )
        return {row[0]: Called(*row[1:]) for row in self._rows(query)}

    def _rows(self, query: Select[Any]) -> list[Any]:
        with self._store.reading() as connection:
            return list(connection.execute(query))

    def _worth(self, as_of: date) -> _Worth:
        return _Worth(self._money.base(), self._money.rates(as_of))


class _Worth:
    """Minor units of the base currency that a minor unit of another is worth; 0 without a rate."""

    def __init__(self, base: str, rates: Mapping[str, Decimal]) -> None:
        self._base, self._rates = base, rates

    def __call__(self, currency: str) -> Decimal:
        """How many."""
        if currency == self._base:
            return Decimal(1)
        rate = self._rates.get(currency, Decimal(0))
        return rate * to_major(1, currency) / to_major(1, self._base)


def _happened(rows: Sequence[Any]) -> dict[int, Happened]:
    """From (customer, count, last day, id of the last)."""
    return {row[0]: Happened(row[1], row[3], date.fromisoformat(row[2])) for row in rows}


# -- how late -------------------------------------------------------------------------------------

_due = func.coalesce(instalment.c.due_date, document.c.due_date, document.c.doc_date)
_source = allocation.join(document, document.c.id == allocation.c.debit_id).outerjoin(
    instalment, instalment.c.id == allocation.c.instalment_id
)


def _capped(days: ColumnElement[Any]) -> ColumnElement[Any]:
    whole = cast(days, Integer)
    return case((whole > _MOST_LATE, _MOST_LATE), (whole < -_MOST_LATE, -_MOST_LATE), else_=whole)


def _invoices() -> Iterator[ColumnElement[bool]]:
    yield document.c.deleted == 0
    yield document.c.kind == _INVOICE


def _paid_late(as_of: date, days: int) -> Select[Any]:
    """What receipts of the span paid, by its days late."""
    late = _capped(days_between(_due, allocation.c.date))
    return (
        select(
            document.c.customer_id,
            document.c.currency,
            func.sum(allocation.c.amount),
            func.sum(allocation.c.amount * late),
            func.count(),
        )
        .select_from(_source.join(_credit, _credit.c.id == allocation.c.credit_id))
        .where(
            *_invoices(),
            allocation.c.deleted == 0,
            _credit.c.kind == _RECEIPT,
            allocation.c.date > (as_of - timedelta(days)).isoformat(),
            allocation.c.date <= as_of.isoformat(),
        )
        .group_by(document.c.customer_id, document.c.currency)
    )


def _not_settled(day: str) -> ColumnElement[bool]:
    """Debits with a rest on the day: those open now, and those that something settled after it.

    Every other one had been settled by then and adds nothing; most of a ledger is left unread.
    """
    now = select(document.c.id).where(
        document.c.deleted == 0, document.c.kind.in_(_DEBITS), document.c.open != 0
    )
    later = select(allocation.c.debit_id).where(allocation.c.deleted == 0, allocation.c.date > day)
    return document.c.id.in_(now.union(later))


def _items(as_of: date) -> Subquery:
    """Invoices and instalments past due on the day and not settled by then, whole."""
    day = as_of.isoformat()
    whole = func.coalesce(document.c.due_date, document.c.doc_date)
    held = (*_invoices(), document.c.doc_date <= day, _not_settled(day))
    one = select(document.c.customer_id, document.c.currency, document.c.amount, whole.label("due")).where(
        *held, document.c.has_plan == 0, whole < day
    )
    parts = (
        select(document.c.customer_id, document.c.currency, instalment.c.amount, instalment.c.due_date)
        .join(instalment, instalment.c.document_id == document.c.id)
        .where(*held, document.c.has_plan == 1, instalment.c.deleted == 0, instalment.c.due_date < day)
    )
    return one.union_all(parts).subquery()


def _overdue(as_of: date) -> Select[Any]:
    item = _items(as_of).c
    late = _capped(days_between(item.due, literal(as_of.isoformat())))
    sums = func.sum(item.amount), func.sum(item.amount * late), func.sum(0)
    return select(item.customer_id, item.currency, *sums).group_by(item.customer_id, item.currency)


def _overdue_settled(as_of: date) -> Select[Any]:
    """What of the items past due had been settled by the day, however."""
    day = as_of.isoformat()
    late = _capped(days_between(_due, literal(day)))
    return (
        select(
            document.c.customer_id,
            document.c.currency,
            func.sum(allocation.c.amount),
            func.sum(allocation.c.amount * late),
        )
        .select_from(_source)
        .where(
            *_invoices(), _not_settled(day), allocation.c.deleted == 0, allocation.c.date <= day, _due < day
        )
        .group_by(document.c.customer_id, document.c.currency)
    )


# -- how much -------------------------------------------------------------------------------------


def _sold(as_of: date, days: int) -> Select[Any]:
    start = as_of - timedelta(days)
    on, amount = document.c.doc_date, document.c.amount
    recent = on > start.isoformat()
    return (
        select(
            document.c.customer_id,
            document.c.currency,
            func.sum(case((recent, amount), else_=0)),
            func.sum(case((recent, 0), else_=amount)),
            func.sum(case((recent, 0), else_=1)),
        )
        .where(*_invoices(), on <= as_of.isoformat(), on > (start - timedelta(YEAR)).isoformat(), amount > 0)
        .group_by(document.c.customer_id, document.c.currency)
    )


def _debited(as_of: date) -> Select[Any]:
    return (
        select(document.c.customer_id, document.c.currency, func.sum(document.c.amount))
        .where(
            document.c.deleted == 0,
            document.c.kind.in_(_DEBITS),
            document.c.doc_date <= as_of.isoformat(),
            _not_settled(as_of.isoformat()),
        )
        .group_by(document.c.customer_id, document.c.currency)
    )


def _settled(as_of: date) -> Select[Any]:
    return (
        select(document.c.customer_id, document.c.currency, func.sum(allocation.c.amount))
        .join(allocation, allocation.c.debit_id == document.c.id)
        .where(
            document.c.deleted == 0,
            document.c.doc_date <= as_of.isoformat(),
            _not_settled(as_of.isoformat()),
            allocation.c.deleted == 0,
            allocation.c.date <= as_of.isoformat(),
        )
        .group_by(document.c.customer_id, document.c.currency)
    )


def _limits(as_of: date) -> Select[Any]:
    """Limits of customers in force on the day, the latest last."""
    row, day = credit_limit.c, as_of.isoformat()
    return (
        select(row.id, row.customer_id, row.state)
        .where(
            row.deleted == 0,
            row.customer_id.is_not(None),
            row.start <= day,
            or_(row.end.is_(None), row.end >= day),
        )
        .order_by(row.start, row.id)
    )


# -- what happened --------------------------------------------------------------------------------


def _partial(as_of: date, days: int) -> Select[Any]:
    other = allocation.alias("other")
    upto = (
        select(func.sum(other.c.amount))
        .where(
            other.c.debit_id == allocation.c.debit_id,
            other.c.deleted == 0,
            other.c.date <= allocation.c.date,
        )
        .correlate(allocation)
        .scalar_subquery()
    )
    paid = (
        select(document.c.customer_id, document.c.id, allocation.c.date)
        .select_from(
            allocation.join(document, document.c.id == allocation.c.debit_id).join(
                _credit, _credit.c.id == allocation.c.credit_id
            )
        )
        .where(
            *_invoices(),
            document.c.has_plan == 0,
            _credit.c.kind == _RECEIPT,
            allocation.c.deleted == 0,
            allocation.c.amount > 0,
            allocation.c.date > (as_of - timedelta(days)).isoformat(),
            allocation.c.date <= as_of.isoformat(),
            (document.c.amount - upto) * _MATERIAL >= document.c.amount,
        )
        .distinct()
        .subquery()
    )
    return select(paid.c.customer_id, func.count(), func.max(paid.c.date), func.max(paid.c.id)).group_by(
        paid.c.customer_id
    )


def _disputed(as_of: date, days: int) -> Select[Any]:
    day = as_of.isoformat()
    our_fault = and_(dispute.c.outcome == DisputeOutcome.CUSTOMER_RIGHT.value, dispute.c.closed_on <= day)
    return (
        select(
            document.c.customer_id,
            func.count(),
            func.max(dispute.c.opened_on),
            func.max(dispute.c.id),
        )
        .join(document, document.c.id == dispute.c.document_id)
        .where(
            document.c.deleted == 0,
            document.c.doc_date <= day,
            dispute.c.deleted == 0,
            dispute.c.opened_on <= day,
            dispute.c.opened_on > (as_of - timedelta(days)).isoformat(),
            ~func.coalesce(our_fault, False),
        )
        .group_by(document.c.customer_id)
    )


def _accounts(as_of: date) -> Select[Any]:
    line = bank_line.c
    return (
        select(
            line.customer_id,
            line.payer_account,
            func.min(line.on),
            func.min(line.id),
            customer.c.bank_account,
        )
        .join(customer, customer.c.id == line.customer_id)
        .where(
            line.deleted == 0,
            line.amount > 0,
            line.payer_account != "",
            line.on <= as_of.isoformat(),
            line.state.in_(("applied", "unallocated")),
        )
        .group_by(line.customer_id, line.payer_account, customer.c.bank_account)
    )


def _last_assessments(as_of: date) -> Select[Any]:
    """The last two finished ones of each customer, the newer first."""
    row = stored_assessment.c
    place = func.row_number().over(partition_by=row.customer_id, order_by=(row.as_of.desc(), row.id.desc()))
    ranked = (
        select(row.id, row.customer_id, row.grade, row.as_of, place.label("place"))
        .where(row.deleted == 0, row.state == "final", row.as_of <= as_of.isoformat())
        .subquery()
    )
    return (
        select(ranked)
        .where(ranked.c.place <= 2)  # noqa: PLR2004 - the last and the one before
        .order_by(ranked.c.customer_id, ranked.c.place)
    )
