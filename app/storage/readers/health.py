"""What the health check reads: sums by day, balances at many days in one pass, rows behind figures."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, select, union_all

from app.domain.document import DEBITS, Dispute, DocumentKind, Promise, Rate
from app.domain.measure_record import ProvisionRun
from app.services.health_ports import Contested, Older, PaidLine, Settled, Trait
from app.storage.credit_schema import profile, stored_assessment
from app.storage.engine import listed
from app.storage.mappers import mapper
from app.storage.measure_schema import provision_run
from app.storage.readers.across import moved_across
from app.storage.readers.aging import SqlAgingReader
from app.storage.readers.collection import SqlCollectionReader
from app.storage.readers.health_credit import exceptions, limits, reviews
from app.storage.readers.health_lost import lost
from app.storage.readers.health_sums import dated_sums
from app.storage.readers.opened import due_day, is_debit, kept_on, open_on, part_open_on
from app.storage.schema import (
    allocation,
    change_set,
    customer,
    dispute,
    document,
    instalment,
    promise,
    rate,
    region,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy import Select

    from app.domain.credit_record import CreditLimit
    from app.domain.payment import Payment
    from app.domain.review import ReviewFacts
    from app.services.health_ledger import DatedSums
    from app.services.health_ports import Excepted, Lost
    from app.storage.mappers import R
    from app.storage.store import SqlStore

_DEBITS = frozenset(kind.value for kind in DEBITS)
_INVOICE, _CREDIT_NOTE = DocumentKind.INVOICE.value, DocumentKind.CREDIT_NOTE.value
_ALL = 2**63 - 1
"""A limit that limits nothing: it keeps the inner query whole, so that what is open is worked out once."""
_paying = document.alias("paying")
_back = allocation.alias("back")


class SqlHealthReader:
    """``app.services.health_ports.HealthReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self._board = SqlAgingReader(store)
        self._agreed = SqlCollectionReader(store)

    # -- sums -----------------------------------------------------------------------------------

    def sums(self, until: date, limits: Sequence[int]) -> DatedSums:
        """Everything that adds up to figures, by day."""
        with self._store.reading() as connection:
            return dated_sums(connection, until, limits)

    def balances(self, days: Sequence[date]) -> Mapping[date, Sequence[tuple[int, str, int]]]:
        """Per day: customer, currency and what it owes net of credits; one pass for all days."""
        owed: dict[tuple[int, str], list[int]] = defaultdict(lambda: [0] * len(days))
        with self._store.reading() as connection:
            for row_id, currency, kind, *amounts in connection.execute(_balances(days)).all():
                sign, mine = (1 if kind in _DEBITS else -1), owed[row_id, currency]
                for place, amount in enumerate(amounts):
                    mine[place] += sign * (amount or 0)
            for moved in moved_across(connection):
                for place, day in enumerate(days):
                    if moved.on <= day.isoformat():
                        owed[moved.customer_id, moved.currency][place] += moved.amount
        return {
            day: [(*key, amounts[place]) for key, amounts in sorted(owed.items()) if amounts[place]]
            for place, day in enumerate(days)
        }

    def older(self, day: date, age: int) -> Sequence[Older]:
        """Open debits more than ``age`` days past due on a day, by customer and currency."""
        with self._store.reading() as connection:
            query = _older(day, age, kept=kept_on(connection, day.isoformat()))
            return [Older(*row) for row in connection.execute(query)]

    def sold(self, start: date, end: date) -> Sequence[tuple[int, str, int]]:
        """Per customer and currency: invoices less credit notes of the span."""
        signed = case((document.c.kind == _INVOICE, document.c.amount), else_=-document.c.amount)
        query = (
            select(document.c.customer_id, document.c.currency, func.sum(signed))
            .where(
                document.c.deleted == 0,
                document.c.kind.in_((_INVOICE, _CREDIT_NOTE)),
                document.c.doc_date.between(start.isoformat(), end.isoformat()),
            )
            .group_by(document.c.customer_id, document.c.currency)
        )
        with self._store.reading() as connection:
            return [(row[0], row[1], row[2]) for row in connection.execute(query)]

    # -- what is behind figures -----------------------------------------------------------------

    def contested(self, until: date) -> Sequence[Contested]:
        """Every invoice disputed by a day."""
        known = _records(Dispute).where(dispute.c.deleted == 0, dispute.c.opened_on <= until.isoformat())
        with self._store.reading() as connection:
            disputes: dict[int, list[Dispute]] = defaultdict(list)
            for one in mapper(Dispute).decode(connection.execute(known.order_by(dispute.c.id))):
                disputes[one.document_id].append(one)
            if not disputes:
                return []
            made = select(
                document.c.id,
                document.c.number,
                document.c.customer_id,
                document.c.currency,
                document.c.doc_date,
                document.c.amount,
            ).where(document.c.id.in_(listed(disputes)), document.c.deleted == 0, is_debit)
            moves = select(allocation.c.debit_id, allocation.c.date, allocation.c.amount).where(
                allocation.c.debit_id.in_(listed(disputes)), allocation.c.deleted == 0
            )
            settled: dict[int, list[Settled]] = defaultdict(list)
            for row_id, on, amount in connection.execute(moves):
                settled[row_id].append(Settled(date.fromisoformat(on), amount))
            return [
                Contested(
                    *row[:4],
                    date.fromisoformat(row[4]),
                    row[5],
                    tuple(disputes[row[0]]),
                    tuple(settled[row[0]]),
                )
                for row in connection.execute(made.order_by(document.c.id)).all()
            ]

    def lost(self, start: date, end: date) -> Sequence[Lost]:
        """Bad debts written off, recoveries and insurers' payments of a span."""
        with self._store.reading() as connection:
            return lost(connection, start, end)

    def paid(self, start: date, end: date) -> Sequence[PaidLine]:
        """What receipts of a span paid, invoice by invoice."""
        with self._store.reading() as connection:
            return [
                PaidLine(
                    row_id, number, owner, date.fromisoformat(on), date.fromisoformat(due), currency, amount
                )
                for row_id, number, owner, on, due, currency, amount in connection.execute(_paid(start, end))
            ]

    def promises(self) -> Sequence[Promise]:
        """All promises."""
        with self._store.reading() as connection:
            query = _records(Promise).where(promise.c.deleted == 0)
            return mapper(Promise).decode(connection.execute(query.order_by(promise.c.due_on, promise.c.id)))

    def payments(self, customer_ids: Collection[int], since: date, until: date) -> Sequence[Payment]:
        """Receipts by which promises are judged, as they stood on the last day."""
        return self._agreed.payments(customer_ids, since, until)

    def exceptions(self, until: date) -> Sequence[Excepted]:
        """Overrides of grades and releases of orders made by a day."""
        with self._store.reading() as connection:
            return exceptions(connection, until)

    def limits(self) -> Sequence[CreditLimit]:
        """All limits of single customers, by start."""
        with self._store.reading() as connection:
            return limits(connection)

    def assessments(self, days: Sequence[tuple[date, date]]) -> Sequence[int]:
        """How many assessments were finished from each first day to its last."""
        query = select(stored_assessment.c.as_of).where(
            stored_assessment.c.deleted == 0, stored_assessment.c.state == "final"
        )
        with self._store.reading() as connection:
            made = [str(row[0]) for row in connection.execute(query)]
        return [sum(start.isoformat() <= on <= end.isoformat() for on in made) for start, end in days]

    def provisions(self, until: date) -> Sequence[ProvisionRun]:
        """Provisions booked for a day up to this one, the earliest first."""
        query = _records(ProvisionRun).where(
            provision_run.c.deleted == 0,
            provision_run.c.booked_on.is_not(None),
            provision_run.c.as_of <= until.isoformat(),
        )
        with self._store.reading() as connection:
            rows = connection.execute(query.order_by(provision_run.c.as_of, provision_run.c.id))
            return mapper(ProvisionRun).decode(rows)

    def reviews(self, owing: Mapping[date, Collection[int]]) -> Mapping[date, Sequence[ReviewFacts]]:
        """What decides on reviews as known on each day."""
        with self._store.reading() as connection:
            return reviews(connection, owing)

    # -- names and rates ------------------------------------------------------------------------

    def state(self) -> int:
        """Which state of the file this is: nothing changes without a change set."""
        with self._store.reading() as connection:
            return int(connection.scalar(select(func.max(change_set.c.id))) or 0)

    def first_sale(self) -> date | None:
        """The day of the first invoice or credit note."""
        sale = document.c.kind.in_((_INVOICE, _CREDIT_NOTE))
        query = select(func.min(document.c.doc_date)).where(document.c.deleted == 0, sale)
        with self._store.reading() as connection:
            found = connection.scalar(query)
        return date.fromisoformat(found) if found else None

    def first_day(self) -> date | None:
        """The day of the first document."""
        query = select(func.min(document.c.doc_date)).where(document.c.deleted == 0)
        with self._store.reading() as connection:
            found = connection.scalar(query)
        return date.fromisoformat(found) if found else None

    def names(self, customer_ids: Collection[int]) -> Mapping[int, str]:
        """What customers are called."""
        return self._agreed.names(customer_ids)

    def traits(self) -> Mapping[int, Trait]:
        """Region and industry of customers."""
        query = (
            select(
                customer.c.id,
                func.coalesce(region.c.name, ""),
                func.coalesce(func.max(profile.c.industry), ""),
            )
            .outerjoin(region, region.c.id == customer.c.region_id)
            .outerjoin(profile, (profile.c.customer_id == customer.c.id) & (profile.c.deleted == 0))
            .group_by(customer.c.id, region.c.name)
        )
        with self._store.reading() as connection:
            return {row[0]: Trait(row[1], row[2]) for row in connection.execute(query)}

    def rates(self) -> Sequence[Rate]:
        """All dated rates."""
        query = _records(Rate).where(rate.c.deleted == 0).order_by(rate.c.currency, rate.c.on, rate.c.id)
        with self._store.reading() as connection:
            return mapper(Rate).decode(connection.execute(query))

    def base(self) -> str:
        """The company's own currency."""
        return self._board.base()


# -- queries --------------------------------------------------------------------------------------


def _records(kind: type[R]) -> Select[Any]:
    rows = mapper(kind)
    return select(*(rows.table.c[name] for name in rows.fields))


def _balances(days: Sequence[date]) -> Select[Any]:
    """Documents by customer, currency and kind in the order of the board's index: nothing is sorted."""
    row = document.c
    sums = (func.sum(row.amount).filter(row.doc_date <= day.isoformat()) for day in days)
    return (
        select(row.customer_id, row.currency, row.kind, *sums)
        .with_hint(document, "INDEXED BY ix_document_asof", "sqlite")
        .where(row.deleted == 0)
        .group_by(row.customer_id, row.currency, row.kind)
    )


def _older(day: date, age: int, *, kept: bool) -> Select[Any]:
    text, edge = day.isoformat(), (day - timedelta(age)).isoformat()
    shared = document.c.deleted == 0, is_debit, document.c.doc_date <= text
    columns = document.c.customer_id, document.c.currency
    left, part = open_on(text, kept=kept), part_open_on(text, kept=kept)
    whole = select(*columns, left.label("open")).where(*shared, document.c.has_plan == 0)
    parts = (
        select(*columns, part.label("open"))
        .select_from(document.join(instalment, instalment.c.document_id == document.c.id))
        .where(*shared, document.c.has_plan == 1, instalment.c.deleted == 0)
    )
    if age >= 0:
        whole, parts = whole.where(due_day < edge), parts.where(instalment.c.due_date < edge)
    if kept:
        whole, parts = whole.where(document.c.open != 0), parts.where(instalment.c.open != 0)
    rows = union_all(*(select(one.limit(_ALL).subquery()) for one in (whole, parts))).subquery().c
    return (
        select(rows.customer_id, rows.currency, func.sum(rows.open))
        .where(rows.open != 0)
        .group_by(rows.customer_id, rows.currency)
    )


def _paid(start: date, end: date) -> Select[Any]:
    """Allocations of receipts to invoices; what came back within the span is left out."""
    due = func.coalesce(instalment.c.due_date, document.c.due_date, document.c.doc_date)
    returned = (
        select(func.coalesce(func.sum(_back.c.amount), 0))
        .where(_back.c.reverses_id == allocation.c.id, _back.c.deleted == 0, _back.c.date <= end.isoformat())
        .scalar_subquery()
    )
    left = allocation.c.amount + returned
    return (
        select(
            document.c.id,
            document.c.number,
            document.c.customer_id,
            allocation.c.date,
            due,
            document.c.currency,
            left.label("left"),
        )
        .select_from(allocation)
        .join(document, document.c.id == allocation.c.debit_id)
        .join(_paying, _paying.c.id == allocation.c.credit_id)
        .outerjoin(instalment, instalment.c.id == allocation.c.instalment_id)
        .where(
            allocation.c.deleted == 0,
            allocation.c.amount > 0,
            allocation.c.date.between(start.isoformat(), end.isoformat()),
            document.c.kind == _INVOICE,
            _paying.c.kind == DocumentKind.RECEIPT.value,
            left > 0,
        )
        .order_by(allocation.c.date, allocation.c.id)
    )
