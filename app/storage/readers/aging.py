"""The aging board in SQL: one pass over the documents, one over instalments, one over disputes.

What is open on a day is amount less the allocations dated up to that day. For a day on or after
the newest allocation that is what ``document.open`` holds, found through its partial index. Both
ways feed the same aggregate.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    and_,
    case,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.sql.selectable import Subquery

from app.domain.aging import AgingQuery, AgingRow, Basis, Grouping, OpenItem, bucket
from app.domain.document import DEBITS, DocumentKind
from app.domain.problem import DomainError
from app.services.aging import Aggregate, AgingFilter, Event
from app.storage.engine import listed
from app.storage.readers.claims import in_dispute, promised_until, without_contested
from app.storage.readers.held import held_by_key, held_by_part
from app.storage.readers.kinds import named_kind
from app.storage.readers.letter_events import letters_sent
from app.storage.readers.search import numbered
from app.storage.schema import (
    allocation,
    company,
    customer,
    customer_group,
    dispute,
    document,
    instalment,
    promise,
    rate,
    region,
    salesperson,
)
from app.storage.store import SqlStore

_ALL = 2**63 - 1
"""A limit that limits nothing: it keeps the inner query whole, so that an open amount used in six
sums is worked out once per document instead of six times."""
_DEBITS = sorted(kind.value for kind in DEBITS)
_is_debit = document.c.kind.in_(_DEBITS)
_RECEIPT = DocumentKind.RECEIPT.value
_NAMES = {
    Grouping.SALESPERSON: salesperson,
    Grouping.REGION: region,
    Grouping.GROUP: customer_group,
}


class SqlAgingReader:
    """``app.services.aging.AgingReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def aggregate(self, query: AgingQuery, wanted: AgingFilter) -> Aggregate:
        """Sum what is open per key and currency."""
        with self._store.reading() as connection:
            kept = is_kept(connection, query.as_of)
            conditions = _conditions(connection, wanted)
            source = open_parts(query, conditions, kept=kept)
            if wanted.undisputed:
                source = without_contested(source, _contested(query.as_of.isoformat()))
            sums = connection.execute(_aggregate(source, query)).all()
            disputed = {
                (key or 0, currency): amount
                for key, currency, amount in connection.execute(_disputed(query, conditions, kept=kept))
            }
            held = held_by_key(connection, query.by, query.as_of, conditions)
            names = _names(connection, query.by, {row[0] or 0 for row in sums})
            newest = connection.scalar(_newest_receipt(query.as_of))
        rows = [_row(row, disputed, held, names, query) for row in sums]
        return Aggregate(rows, date.fromisoformat(newest) if newest else None)

    def items(
        self, query: AgingQuery, key: int | None, currency: str | None, wanted: AgingFilter
    ) -> list[OpenItem]:
        """The open items behind a row, debits by their due date, then credits."""
        with self._store.reading() as connection:
            kept = is_kept(connection, query.as_of)
            conditions = _conditions(connection, wanted)
            if key is not None:
                conditions.append(_is_key(query.by, key))
            if query.by is Grouping.CURRENCY and currency is None:
                raise ValueError("a row by currency is known by its currency")
            if currency is not None:
                conditions.append(document.c.currency == currency)
            source = open_parts(query, conditions, kept=kept)
            if wanted.undisputed:
                source = without_contested(source, _contested(query.as_of.isoformat()))
            held = held_by_part(connection, query.as_of)
            found = [_item(row, query, held) for row in connection.execute(_itemised(source, query))]
        found.sort(key=lambda item: (item.open < 0, item.due_date or item.doc_date, item.number))
        return [replace(item, disputed=0) for item in found] if wanted.undisputed else _spread_disputes(found)

    def open_rows(self, as_of: date) -> Sequence[Any]:
        """Open items as bare rows by due day: customer, currency, kind, due, open, document."""
        with self._store.reading() as connection:
            rows = open_parts(AgingQuery(as_of), (), kept=is_kept(connection, as_of)).c
            columns = rows.key, rows.currency, rows.kind, rows.due, rows.open, rows.id
            return connection.execute(
                select(*columns).where(rows.open != 0).order_by(rows.due, rows.id, rows.seq)
            ).all()

    def contested(self, as_of: date) -> Mapping[int, int | None]:
        """What is in dispute per document on a day, minor units; None for all of it."""
        with self._store.reading() as connection:
            rows = connection.execute(select(_contested(as_of.isoformat())))
            return {document_id: None if whole else part for document_id, whole, part in rows}

    def events(self, customer_id: int, until: date, limit: int) -> list[Event]:
        """Documents, claims, contacts and letters of a customer, newest first."""
        from app.storage.readers.happenings import collected  # noqa: PLC0415 - not for the first page

        with self._store.reading() as connection:
            found = [
                _event(row)
                for statement in _happened(customer_id, until.isoformat(), limit)
                for row in connection.execute(statement)
            ]
            found += collected(connection, customer_id, until, limit)
        found.sort(key=lambda event: (event.on, event.document_id), reverse=True)
        return found[:limit]

    def rates(self, as_of: date) -> Mapping[str, Decimal]:
        """The last rate on or before the day per currency."""
        latest = (
            select(rate.c.currency, rate.c.rate)
            .where(rate.c.deleted == 0, rate.c.on <= as_of.isoformat())
            .order_by(rate.c.on, rate.c.id)
        )
        with self._store.reading() as connection:
            return {row.currency: Decimal(row.rate) for row in connection.execute(latest)}

    def base(self) -> str:
        """The company's own currency."""
        with self._store.reading() as connection:
            return str(connection.scalar(select(company.c.currency)))


def _row(
    sums: Sequence[Any],
    disputed: Mapping[tuple[int, str], int],
    held: Mapping[tuple[int, str], int],
    names: Mapping[int, tuple[str, str, str]],
    query: AgingQuery,
) -> AgingRow:
    """A row of the board from a row of the aggregate."""
    key, currency, receipts, credit_notes, items, oldest, past_due, *buckets = sums
    key = key or 0
    label, label_en, code = names.get(key, ("", "", ""))
    return AgingRow(
        key,
        currency if query.by is Grouping.CURRENCY else label,
        currency,
        tuple(buckets),
        -receipts,
        -credit_notes,
        disputed.get((key, currency), 0),
        (query.as_of - date.fromisoformat(oldest)).days if oldest else 0,
        items,
        code,
        label_en,
        past_due,
        held.get((key, currency), 0),
    )


# -- what is open ---------------------------------------------------------------------------------


def is_kept(connection: Connection, as_of: date) -> bool:
    """Whether no allocation is dated after the day, so that the kept open amounts are its own."""
    newest = connection.scalar(select(func.max(allocation.c.date)).where(allocation.c.deleted == 0))
    return newest is None or newest <= as_of.isoformat()


def _newest_receipt(as_of: date) -> Select[Any]:
    return select(func.max(document.c.doc_date)).where(
        document.c.kind == _RECEIPT, document.c.deleted == 0, document.c.doc_date <= as_of.isoformat()
    )


def _allocated(side: str, amount: str, owner: ColumnElement[int], day: str) -> ColumnElement[int]:
    total = select(func.sum(allocation.c[amount])).where(
        allocation.c[side] == owner, allocation.c.deleted == 0, allocation.c.date <= day
    )
    return func.coalesce(total.scalar_subquery(), 0)


def _open(day: str) -> ColumnElement[int]:
    """Amount of a document less what was set against it up to the day."""
    return document.c.amount - case(
        (_is_debit, _allocated("debit_id", "amount", document.c.id, day)),
        else_=_allocated("credit_id", "credit_amount", document.c.id, day),
    )


def _documents(query: AgingQuery, conditions: Sequence[ColumnElement[bool]], *, kept: bool) -> Subquery:
    """Documents without a plan, as of the day."""
    day = query.as_of.isoformat()
    due = func.coalesce(document.c.due_date, document.c.doc_date)
    aged = due if query.basis is Basis.DUE else document.c.doc_date
    rows = (
        select(
            _key(query.by).label("key"),
            document.c.currency,
            document.c.kind,
            document.c.doc_date,
            aged.label("aged"),
            (document.c.open if kept else _open(day)).label("open"),
            document.c.id,
            literal(0).label("seq"),
            due.label("due"),
        )
        .where(document.c.deleted == 0, document.c.doc_date <= day, document.c.has_plan == 0, *conditions)
        .select_from(_joined(query.by))
    )
    if kept:
        rows = rows.where(document.c.open != 0)
    return rows.limit(_ALL).subquery()


def _instalments(query: AgingQuery, conditions: Sequence[ColumnElement[bool]], *, kept: bool) -> Subquery:
    """Parts of documents with a plan, each aged by its own due date."""
    day = query.as_of.isoformat()
    left = instalment.c.amount - _allocated("instalment_id", "amount", instalment.c.id, day)
    aged = instalment.c.due_date if query.basis is Basis.DUE else document.c.doc_date
    rows = (
        select(
            _key(query.by).label("key"),
            document.c.currency,
            document.c.kind,
            document.c.doc_date,
            aged.label("aged"),
            (instalment.c.open if kept else left).label("open"),
            document.c.id,
            instalment.c.seq,
            instalment.c.due_date.label("due"),
        )
        .select_from(_joined(query.by).join(instalment, instalment.c.document_id == document.c.id))
        .where(
            document.c.deleted == 0,
            document.c.doc_date <= day,
            document.c.has_plan == 1,
            instalment.c.deleted == 0,
            *conditions,
        )
    )
    return rows.limit(_ALL).subquery()


# -- the aggregate --------------------------------------------------------------------------------


def open_parts(query: AgingQuery, conditions: Sequence[ColumnElement[bool]], *, kept: bool) -> Subquery:
    """Documents without a plan and parts of those with one, as of the day."""
    sources = _documents(query, conditions, kept=kept), _instalments(query, conditions, kept=kept)
    return union_all(*(select(source) for source in sources)).subquery()


def _aggregate(source: Subquery, query: AgingQuery) -> Select[Any]:
    """Key, currency, receipts, credit notes, count, oldest overdue day, past due, then the buckets."""
    rows = source.c
    is_debit = rows.kind.in_(_DEBITS)
    is_receipt = rows.kind == _RECEIPT
    day = query.as_of.isoformat()
    overdue = and_(is_debit, rows.open > 0, rows.aged < day)
    past_due = func.sum(case((and_(is_debit, rows.due < day), rows.open), else_=0))
    return (
        select(
            rows.key,
            rows.currency,
            func.sum(case((is_receipt, rows.open), else_=0)),
            func.sum(case((or_(is_debit, is_receipt), 0), else_=rows.open)),
            func.sum(case((is_debit, 1), else_=0)),
            func.min(case((overdue, rows.aged))),
            null() if query.basis is Basis.DUE else past_due,  # buckets by due date say it already
            *(
                func.sum(case((and_(is_debit, within), rows.open), else_=0))
                for within in ranges(rows.aged, query)
            ),
        )
        .where(rows.open != 0)
        .group_by(rows.key, rows.currency)
    )


def ranges(aged: ColumnElement[str], query: AgingQuery) -> Iterator[ColumnElement[bool]]:
    """Which dates belong to each bucket, not due first; ISO days compare as text."""
    edges = [(query.as_of - timedelta(days=limit)).isoformat() for limit in (0, *query.limits)]
    yield aged >= edges[0]
    for newer, older in itertools.pairwise(edges):
        yield and_(aged < newer, aged >= older)
    yield aged < edges[-1]


def _disputed(query: AgingQuery, conditions: Sequence[ColumnElement[bool]], *, kept: bool) -> Select[Any]:
    """The contested part of what is open, per key and currency; never more than is open."""
    day = query.as_of.isoformat()
    contested = _contested(day)
    left = (
        select(
            _key(query.by).label("key"),
            document.c.currency,
            (document.c.open if kept else _open(day)).label("open"),
            contested.c.whole,
            contested.c.part,
        )
        .select_from(contested.join(_joined(query.by), document.c.id == contested.c.document_id))
        .where(document.c.deleted == 0, _is_debit, document.c.doc_date <= day, *conditions)
        .limit(_ALL)
        .subquery()
    )
    capped = case((or_(left.c.whole == 1, left.c.part > left.c.open), left.c.open), else_=left.c.part)
    return (
        select(left.c.key, left.c.currency, func.sum(capped).label("disputed"))
        .where(left.c.open > 0)
        .group_by(left.c.key, left.c.currency)
    )


def _contested(day: str) -> Subquery:
    """Per document in dispute on the day: the sum contested, and whether all of it is (``whole``)."""
    return (
        select(
            dispute.c.document_id,
            func.max(case((dispute.c.amount.is_(None), 1), else_=0)).label("whole"),
            func.coalesce(func.sum(dispute.c.amount), 0).label("part"),
        )
        .where(*in_dispute(day))
        .group_by(dispute.c.document_id)
        .subquery()
    )


# -- keys and filters -----------------------------------------------------------------------------


def _key(by: Grouping) -> ColumnElement[Any]:
    """What a row of the board stands for; an invoice's own salesperson goes before the customer's."""
    if by is Grouping.CUSTOMER:
        return document.c.customer_id
    if by is Grouping.SALESPERSON:
        return func.coalesce(document.c.salesperson_id, customer.c.salesperson_id)
    if by is Grouping.REGION:
        return customer.c.region_id
    return customer.c.group_id if by is Grouping.GROUP else literal(0)


def _is_key(by: Grouping, key: int) -> ColumnElement[bool]:
    """Whether a document belongs to the row; 0 is the row of those that have none."""
    return _key(by) == key if key else func.coalesce(_key(by), 0) == 0


def _joined(by: Grouping) -> Any:
    if by in {Grouping.CUSTOMER, Grouping.CURRENCY}:
        return document
    return document.join(customer, customer.c.id == document.c.customer_id)


def _conditions(connection: Connection, wanted: AgingFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.customer_ids is not None:
        conditions.append(document.c.customer_id.in_(listed(wanted.customer_ids)))
    if wanted.currency is not None:
        conditions.append(document.c.currency == wanted.currency)
    if wanted.salesperson_id is not None:
        theirs = select(customer.c.id).where(customer.c.salesperson_id == wanted.salesperson_id)
        inherited = and_(document.c.salesperson_id.is_(None), document.c.customer_id.in_(theirs))
        conditions.append(or_(document.c.salesperson_id == wanted.salesperson_id, inherited))
    if wanted.group_id is not None:
        members = select(customer.c.id).where(
            customer.c.group_id.in_(_below(customer_group, wanted.group_id))
        )
        conditions.append(document.c.customer_id.in_(members))
    if wanted.region_id is not None:
        below = _regions_below(connection, wanted.region_id)
        within = select(customer.c.id).where(customer.c.region_id.in_(listed(below)))
        conditions.append(document.c.customer_id.in_(within))
    if wanted.text.strip():
        conditions.append(document.c.customer_id.in_(listed(_matching(connection, wanted.text))))
    return conditions


def _regions_below(connection: Connection, region_id: int) -> list[int]:
    """A region with all below it; raises ``DomainError("region.unknown")``."""
    found = list(connection.scalars(_below(region, region_id)))
    if not found:
        raise DomainError("region.unknown", region=region_id)
    return found


def _below(table: Table, row_id: int) -> Select[Any]:
    """A live region or group with all below it; nothing for one unknown."""
    tree = select(table.c.id).where(table.c.id == row_id, table.c.deleted == 0).cte("tree", recursive=True)
    tree = tree.union(select(table.c.id).join(tree, table.c.parent_id == tree.c.id))
    return select(tree.c.id)


def _matching(connection: Connection, text: str) -> list[int]:
    """Customers by any name, code or initials, and those with an invoice of such a number."""
    word = text.strip()
    names = ("name", "short_name", "name_en", "code", "initials")
    named = select(customer.c.id).where(
        or_(*(customer.c[name].icontains(word, autoescape=True) for name in names))
    )
    holding = select(document.c.customer_id).where(document.c.deleted == 0, document.c.id.in_(numbered(word)))
    return list(connection.scalars(named.union(holding)))


def _names(connection: Connection, by: Grouping, keys: set[int]) -> dict[int, tuple[str, str, str]]:
    """Name, English name and code by key."""
    if by is Grouping.CURRENCY:
        return {}
    if by is Grouping.CUSTOMER:
        named = select(
            customer.c.id,
            case((customer.c.short_name != "", customer.c.short_name), else_=customer.c.name),
            customer.c.name_en,
            customer.c.code,
        ).where(customer.c.id.in_(listed(keys)))
    else:
        table = _NAMES[by]
        named = select(table.c.id, table.c.name, literal(""), literal("")).where(table.c.id.in_(listed(keys)))
    return {row[0]: (row[1], row[2], row[3]) for row in connection.execute(named)}


# -- items ----------------------------------------------------------------------------------------


def _itemised(source: Subquery, query: AgingQuery) -> Select[Any]:
    """The open items of a source with what the drawer shows of each."""
    rows = source.c
    day = query.as_of.isoformat()
    contested = (
        select(func.sum(func.coalesce(dispute.c.amount, document.c.amount)))
        .where(dispute.c.document_id == document.c.id, *in_dispute(day))
        .scalar_subquery()
    )
    parts = (
        select(func.count())
        .where(instalment.c.document_id == document.c.id, instalment.c.deleted == 0)
        .scalar_subquery()
    )
    return (
        select(
            rows.id,
            rows.seq,
            rows.kind,
            rows.aged,
            rows.due,
            rows.open,
            document.c.number,
            document.c.customer_id,
            document.c.doc_date,
            document.c.currency,
            document.c.amount,
            document.c.reference,
            customer.c.name.label("customer"),
            customer.c.name_en,
            customer.c.code,
            contested.label("contested"),
            promised_until(day).label("promised"),
            parts.label("parts"),
        )
        .select_from(
            source.join(document, document.c.id == rows.id).join(
                customer, customer.c.id == document.c.customer_id
            )
        )
        .where(rows.open != 0)
    )


def _item(row: Row[Any], query: AgingQuery, held: Mapping[tuple[int, int], int]) -> OpenItem:
    debit = row.kind in _DEBITS
    age = (query.as_of - date.fromisoformat(row.aged)).days if debit else 0
    return OpenItem(
        document_id=row.id,
        instalment_seq=row.seq,
        kind=row.kind,
        number=row.number,
        customer_id=row.customer_id,
        customer=row.customer,
        customer_en=row.name_en,
        customer_code=row.code,
        doc_date=date.fromisoformat(row.doc_date),
        due_date=date.fromisoformat(row.due) if debit else None,
        currency=row.currency,
        amount=row.amount,
        open=row.open if debit else -row.open,
        age=age,
        bucket=bucket(age, query.limits) if debit else 0,
        disputed=row.contested or 0 if debit else 0,
        promised_on=date.fromisoformat(row.promised) if row.promised else None,
        reference=row.reference,
        instalments=row.parts,
        held=held.get((row.id, row.seq), 0) if debit else 0,
    )


def _spread_disputes(items: Sequence[OpenItem]) -> list[OpenItem]:
    """A document's contested amount laid on its open parts in order, never above what is open."""
    left: dict[int, int] = {}
    spread = []
    for item in items:
        rest = left.get(item.document_id, item.disputed)
        part = min(rest, max(item.open, 0))
        left[item.document_id] = rest - part
        spread.append(replace(item, disputed=part))
    return spread


# -- events ---------------------------------------------------------------------------------------


def _happened(customer_id: int, until: str, limit: int) -> tuple[Select[Any], ...]:
    documents = (
        select(
            document.c.doc_date.label("on"),
            named_kind.label("kind"),
            document.c.number,
            document.c.amount,
            document.c.currency,
            document.c.id,
            document.c.due_date.label("until"),
        )
        .where(document.c.customer_id == customer_id, document.c.deleted == 0, document.c.doc_date <= until)
        .order_by(document.c.doc_date.desc(), document.c.id.desc())
        .limit(limit)
    )
    disputes = (
        select(
            dispute.c.opened_on.label("on"),
            literal("dispute").label("kind"),
            document.c.number,
            func.coalesce(dispute.c.amount, document.c.amount).label("amount"),
            document.c.currency,
            document.c.id,
            dispute.c.target_on.label("until"),
        )
        .join(document, document.c.id == dispute.c.document_id)
        .where(document.c.customer_id == customer_id, dispute.c.deleted == 0, dispute.c.opened_on <= until)
        .order_by(dispute.c.opened_on.desc())
        .limit(limit)
    )
    promises = (
        select(
            promise.c.made_on.label("on"),
            literal("promise").label("kind"),
            func.coalesce(document.c.number, "").label("number"),
            promise.c.amount,
            promise.c.currency,
            func.coalesce(promise.c.document_id, 0).label("id"),
            promise.c.due_on.label("until"),
        )
        .outerjoin(document, document.c.id == promise.c.document_id)
        .where(promise.c.customer_id == customer_id, promise.c.deleted == 0, promise.c.made_on <= until)
        .order_by(promise.c.made_on.desc())
        .limit(limit)
    )
    return documents, disputes, promises, letters_sent(customer_id, until, limit)


def _event(row: Row[Any]) -> Event:
    return Event(
        on=date.fromisoformat(row.on),
        kind=row.kind,
        number=row.number,
        amount=row.amount,
        currency=row.currency,
        document_id=row.id,
        until=date.fromisoformat(row.until) if row.until else None,
    )
