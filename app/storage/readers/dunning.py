"""The facts of a reminder run in SQL: only what is overdue or soon due, and what is said of it."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    case,
    func,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.sql.selectable import Subquery

from app.domain.customer import CustomerStatus
from app.domain.document import DocumentKind
from app.domain.dunning import DunningPolicy
from app.domain.dunning_run import (
    AccountKey,
    Debtor,
    DuePart,
    Freshness,
    PartKey,
    Reminded,
    RunFacts,
    Unmatched,
)
from app.domain.letter import LetterState
from app.domain.money import Money
from app.services.dunning_views import Claim, LetterLineRow, LetterQuery, LetterRow, RunFilter
from app.storage.collect_schema import (
    bank_line,
    bank_statement,
    bill,
    bill_cover,
    dunning_run,
    letter,
    letter_line,
)
from app.storage.engine import listed
from app.storage.readers.claims import in_dispute
from app.storage.readers.dunning_letters import letter_ids, letter_lines, letter_rows, numbers_like
from app.storage.readers.limitation import claims
from app.storage.readers.opened import ALL, due_day, is_debit, kept_on, open_on, part_open_on
from app.storage.schema import company, contact, customer, dispute, document, instalment, rate
from app.storage.store import SqlStore

_COUNTED = (LetterState.SENT.value, LetterState.LEVEL_SET.value)


class SqlDunningReader:
    """``app.services.dunning_views.DunningReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def facts(
        self, as_of: date, ahead: int, policies: Mapping[str, DunningPolicy], wanted: RunFilter
    ) -> RunFacts:
        """What a run of the day is decided from, in one consistent view."""
        day, horizon = as_of.isoformat(), (as_of + timedelta(days=ahead)).isoformat()
        with self._store.reading() as connection:
            kept = kept_on(connection, day)
            conditions = list(_conditions(wanted))
            parts = _parts(connection, day, horizon, conditions, kept=kept)
            house = connection.execute(
                select(company.c.currency, company.c.country, company.c.dunning_policy)
            ).one()
            held, free = _bills(connection, day)
            on_account = _credits(connection, day, conditions, kept=kept)
            for key, amount in free.items():
                on_account[key] = on_account.get(key, 0) + amount
            return RunFacts(
                as_of,
                house.currency,
                house.country,
                house.dunning_policy,
                parts,
                _debtors(connection, {part.customer_id for part in parts}),
                policies,
                _reminded(connection, parts),
                _disputed(connection, day),
                held=held,
                on_account=on_account,
                rates=_rates(connection, day),
            )

    def freshness(self, as_of: date) -> Freshness:
        """The newest receipt and statement up to the day, and what waits to be matched."""
        day = as_of.isoformat()
        receipts = (document.c.kind == DocumentKind.RECEIPT.value, document.c.deleted == 0)
        newest = select(func.max(document.c.doc_date)).where(*receipts, document.c.doc_date <= day)
        ended = func.coalesce(bank_statement.c.end, bank_statement.c.start)
        statement = select(func.max(ended)).where(bank_statement.c.deleted == 0, ended <= day)
        waiting = (
            select(bank_line.c.currency, func.count(), func.sum(bank_line.c.amount))
            .where(bank_line.c.state == "waiting", bank_line.c.deleted == 0, bank_line.c.amount > 0)
            .where(bank_line.c.on <= day)
            .group_by(bank_line.c.currency)
        )
        unset = (
            select(document.c.currency, func.count(), func.sum(document.c.open))
            .where(*receipts, document.c.open != 0, document.c.doc_date <= day)
            .group_by(document.c.currency)
        )
        with self._store.reading() as connection:
            received, stated = (_day(connection.scalar(query)) for query in (newest, statement))
            last = max(filter(None, (received, stated)), default=None)
            age = (as_of - last).days if last else None
            found = [_unmatched(connection.execute(query)) for query in (waiting, unset)]
        return Freshness(received, stated, age, *found)

    def last_run(self) -> date | None:
        """The day of the newest run."""
        newest = select(func.max(dunning_run.c.as_of)).where(dunning_run.c.deleted == 0)
        with self._store.reading() as connection:
            return _day(connection.scalar(newest))

    def levels(self, document_ids: Sequence[int]) -> Mapping[int, Reminded]:
        """What each of these invoices last reached."""
        found: dict[int, Reminded] = {}
        only = letter_line.c.document_id.in_(listed(document_ids))
        with self._store.reading() as connection:
            for row in connection.execute(_history().where(only)):
                found[row.document_id] = _as_reminded(row)
        return found

    def letter_ids(self, query: LetterQuery) -> list[int]:
        """Ids of letters, newest first."""
        with self._store.reading() as connection:
            return letter_ids(connection, query)

    def letter_rows(self, ids: Sequence[int]) -> list[LetterRow]:
        """The list's rows of these ids, in their order."""
        with self._store.reading() as connection:
            return letter_rows(connection, ids)

    def letter_lines(self, letter_id: int) -> tuple[LetterLineRow, ...]:
        """The lines of a letter, oldest due first."""
        with self._store.reading() as connection:
            return letter_lines(connection, letter_id)

    def numbers_like(self, prefix: str) -> list[str]:
        """Letter numbers in use (the bin included) that begin with ``prefix``."""
        with self._store.reading() as connection:
            return numbers_like(connection, prefix)

    def claims(self, customer_id: int | None, as_of: date, *, due_by: date | None) -> list[Claim]:
        """Open debits with the days they were paid in part."""
        with self._store.reading() as connection:
            return claims(connection, customer_id, as_of, due_by)


def _conditions(wanted: RunFilter) -> Iterable[ColumnElement[bool]]:
    if wanted.customer_ids is not None:
        yield document.c.customer_id.in_(listed(wanted.customer_ids))
    if wanted.currency is not None:
        yield document.c.currency == wanted.currency
    if wanted.salesperson_id is not None:
        theirs = select(customer.c.id).where(customer.c.salesperson_id == wanted.salesperson_id)
        inherited = and_(document.c.salesperson_id.is_(None), document.c.customer_id.in_(theirs))
        yield or_(document.c.salesperson_id == wanted.salesperson_id, inherited)


# -- what is overdue or soon due ------------------------------------------------------------------


def _parts(
    connection: Connection, day: str, horizon: str, conditions: Sequence[ColumnElement[bool]], *, kept: bool
) -> tuple[DuePart, ...]:
    sources = (
        _documents(day, horizon, conditions, kept=kept),
        _instalments(day, horizon, conditions, kept=kept),
    )
    # Only these rows are read whole; what is found above stands in the indexes.
    found = union_all(
        *(
            select(
                document.c.customer_id,
                document.c.currency,
                source.c.id,
                source.c.part,
                document.c.number,
                document.c.doc_date,
                source.c.due,
                source.c.open,
                document.c.dunning_policy,
                document.c.dunning_block,
                document.c.grace_until,
            )
            .select_from(source.join(document, document.c.id == source.c.id))
            .where(source.c.open > 0)
            for source in sources
        )
    )
    return tuple(itertools.starmap(_part, connection.execute(found).all()))


def _documents(day: str, horizon: str, conditions: Sequence[ColumnElement[bool]], *, kept: bool) -> Subquery:
    """Debits without a plan."""
    rows = select(
        document.c.id, null().label("part"), due_day.label("due"), open_on(day, kept=kept).label("open")
    ).where(
        document.c.deleted == 0,
        is_debit,
        document.c.has_plan == 0,
        document.c.doc_date <= day,
        due_day <= horizon,
        *conditions,
    )
    if kept:
        rows = rows.where(document.c.open != 0)
    return rows.limit(ALL).subquery()


def _instalments(
    day: str, horizon: str, conditions: Sequence[ColumnElement[bool]], *, kept: bool
) -> Subquery:
    """Parts of debits with a plan: only those that are due."""
    due = instalment.c.due_date
    rows = (
        select(
            document.c.id,
            instalment.c.id.label("part"),
            due.label("due"),
            part_open_on(day, kept=kept).label("open"),
        )
        .join(instalment, instalment.c.document_id == document.c.id)
        .where(
            document.c.deleted == 0,
            is_debit,
            document.c.has_plan == 1,
            document.c.doc_date <= day,
            instalment.c.deleted == 0,
            due <= horizon,
            *conditions,
        )
    )
    if kept:
        rows = rows.where(document.c.open != 0)
    return rows.limit(ALL).subquery()


_from_iso = date.fromisoformat


def _part(*cells: Any) -> DuePart:
    customer_id, currency, document_id, part, number, doc_date, due, left, policy, block, grace = cells
    return DuePart(
        customer_id,
        currency,
        document_id,
        part,
        number,
        _from_iso(doc_date),
        _from_iso(due),
        left,
        policy,
        block,
        _from_iso(grace) if grace else None,
    )


# -- what is said of it ---------------------------------------------------------------------------


def _debtors(connection: Connection, ids: Iterable[int]) -> dict[int, Debtor]:
    other = (
        select(func.min(contact.c.email))
        .where(contact.c.customer_id == customer.c.id, contact.c.deleted == 0, contact.c.email != "")
        .scalar_subquery()
    )
    query: Select[Any] = select(
        *(customer.c[name] for name in ("id", "name", "code", "name_en", "language", "country")),
        case((customer.c.email != "", customer.c.email), else_=func.coalesce(other, "")).label("email"),
        *(customer.c[name] for name in ("dunning_policy", "dunning_block", "grace_until")),
        *(customer.c[name] for name in ("status", "status_since", "handed_to", "handed_on")),
    ).where(customer.c.id.in_(listed(ids)))
    return {row[0]: _debtor(*row) for row in connection.execute(query).all()}


def _debtor(*cells: Any) -> Debtor:
    row_id, name, code, name_en, language, country, email, policy, block, grace, status, since, *handed = (
        cells
    )
    return Debtor(
        row_id,
        name,
        code,
        name_en,
        language,
        country,
        email,
        policy,
        block,
        _day(grace),
        status == CustomerStatus.INSOLVENT.value,
        _day(since),
        handed[0],
        _day(handed[1]),
    )


def _history() -> Select[Any]:
    """Levels that letters sent (or a person) gave to invoices, the latest last."""
    return (
        select(
            letter_line.c.document_id,
            letter_line.c.instalment_id,
            letter_line.c.level,
            letter.c.sent_on,
            letter.c.policy,
            letter.c.state,
        )
        .join(letter, letter.c.id == letter_line.c.letter_id)
        .where(letter.c.state.in_(_COUNTED), letter.c.deleted == 0, letter_line.c.deleted == 0)
        .where(or_(letter_line.c.level > 0, letter.c.state == LetterState.LEVEL_SET.value))
        .order_by(letter.c.sent_on, letter.c.id)
    )


def _as_reminded(row: Row[Any]) -> Reminded:
    by_hand = row.state == LetterState.LEVEL_SET.value
    return Reminded(row.level, date.fromisoformat(row.sent_on), row.policy, by_hand)


def _reminded(connection: Connection, parts: Sequence[DuePart]) -> dict[PartKey, Reminded]:
    if connection.scalar(select(letter.c.id).limit(1)) is None:
        return {}
    only = letter_line.c.document_id.in_(listed({part.document_id for part in parts}))
    return {
        (row.document_id, row.instalment_id): _as_reminded(row)
        for row in connection.execute(_history().where(only))
    }


def _disputed(connection: Connection, day: str) -> dict[int, int | None]:
    found: dict[int, int | None] = {}
    query = select(dispute.c.document_id, dispute.c.amount).where(*in_dispute(day))
    for document_id, amount in connection.execute(query):
        before = found.get(document_id, 0)
        found[document_id] = None if amount is None or before is None else before + amount
    return found


def _credits(
    connection: Connection, day: str, conditions: Sequence[ColumnElement[bool]], *, kept: bool
) -> dict[AccountKey, int]:
    """What customers have open with us: receipts and credit notes not set against anything."""
    rows = select(document.c.customer_id, document.c.currency, open_on(day, kept=kept).label("open")).where(
        document.c.deleted == 0, ~is_debit, document.c.doc_date <= day, *conditions
    )
    if kept:
        rows = rows.where(document.c.open != 0)
    source = rows.limit(ALL).subquery()
    query = (
        select(source.c.customer_id, source.c.currency, func.sum(source.c.open))
        .where(source.c.open > 0)
        .group_by(source.c.customer_id, source.c.currency)
    )
    return {(row[0], row[1]): row[2] for row in connection.execute(query)}


def _bills(connection: Connection, day: str) -> tuple[dict[int, int], dict[AccountKey, int]]:
    """What bills held on the day cover by invoice, and the rest of them by customer and currency."""
    held = (
        bill.c.deleted == 0,
        bill.c.received_on <= day,
        or_(bill.c.passed_on.is_(None), bill.c.passed_on > day),
        or_(bill.c.ended_on.is_(None), bill.c.ended_on > day),
    )
    bills = select(bill.c.id, bill.c.customer_id, bill.c.currency, bill.c.amount).where(*held)
    covers = (
        select(bill_cover.c.bill_id, bill_cover.c.document_id, bill_cover.c.amount)
        .join(bill, bill.c.id == bill_cover.c.bill_id)
        .where(*held, bill_cover.c.deleted == 0)
    )
    covered: dict[int, int] = defaultdict(int)
    used: dict[int, int] = defaultdict(int)
    for bill_id, document_id, amount in connection.execute(covers):
        covered[document_id] += amount
        used[bill_id] += amount
    free: dict[AccountKey, int] = defaultdict(int)
    for bill_id, customer_id, currency, amount in connection.execute(bills):
        free[customer_id, currency] += max(amount - used.get(bill_id, 0), 0)
    return dict(covered), dict(free)


def _rates(connection: Connection, day: str) -> dict[str, Decimal]:
    query = select(rate.c.currency, rate.c.rate).where(rate.c.deleted == 0, rate.c.on <= day)
    return {row[0]: Decimal(row[1]) for row in connection.execute(query.order_by(rate.c.on, rate.c.id))}


def _unmatched(rows: Iterable[Row[Any]]) -> Unmatched:
    sums = [tuple(row) for row in rows]
    totals = tuple(Money(amount, currency) for currency, _, amount in sums)
    return Unmatched(sum(count for _, count, _ in sums), totals)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
