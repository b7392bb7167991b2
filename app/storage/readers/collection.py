"""The queries behind collecting: activities, promises with the receipts that judge them, disputes, plans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, and_, case, func, literal, or_, select

from app.domain.activity import Activity, Attachment
from app.domain.document import Dispute, DocumentKind, Promise
from app.domain.payment import Payment
from app.domain.payment_plan import PlanItem
from app.services.collection_views import (
    ActivityView,
    BadDebtQuery,
    BadDebtRow,
    Contest,
    DisputeQuery,
    PlanItemView,
    RecoveryRow,
)
from app.storage.collect_schema import activity, attachment, payment_plan, plan_item
from app.storage.engine import listed
from app.storage.mappers import R, mapper
from app.storage.readers.written_off import bad_debts, recoveries
from app.storage.schema import allocation, customer, dispute, document, instalment, metadata, promise

if TYPE_CHECKING:
    from app.domain.plan_judging import Settled
    from app.storage.store import SqlStore

_RECEIPT, _INVOICE = DocumentKind.RECEIPT.value, DocumentKind.INVOICE.value
_SETTLING = (_RECEIPT, DocumentKind.CREDIT_NOTE.value)


class SqlCollectionReader:
    """``app.services.collection_views.CollectionReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def activities(
        self, customer_id: int | None, *, waiting_until: date | None = None, limit: int = 0
    ) -> list[ActivityView]:
        """Entries, the newest first; with ``waiting_until`` those whose next action is due and not done."""
        query = _activities()
        if customer_id is not None:
            query = query.where(activity.c.customer_id == customer_id)
        if waiting_until is not None:
            waiting = and_(activity.c.next_on.is_not(None), activity.c.next_done_on.is_(None))
            query = query.where(waiting, activity.c.next_on <= waiting_until.isoformat())
        if limit:
            query = query.limit(limit)
        with self._store.reading() as connection:
            found = connection.execute(query).all()
        entries = mapper(Activity).decode(row[:-3] for row in found)
        return [ActivityView(entry, *row[-3:]) for entry, row in zip(entries, found, strict=True)]

    def promises(self, customer_id: int | None, due_from: date | None = None) -> list[Promise]:
        """Promises; with ``due_from`` all of the customers that have one due on or after the day."""
        query = _records(Promise).where(promise.c.deleted == 0)
        if customer_id is not None:
            query = query.where(promise.c.customer_id == customer_id)
        if due_from is not None:
            later = select(promise.c.customer_id).where(
                promise.c.deleted == 0, promise.c.due_on >= due_from.isoformat()
            )
            query = query.where(promise.c.customer_id.in_(later))
        with self._store.reading() as connection:
            return mapper(Promise).decode(connection.execute(query.order_by(promise.c.due_on, promise.c.id)))

    def payments(self, customer_ids: Collection[int] | None, since: date, as_of: date) -> list[Payment]:
        """Receipts of the days from ``since`` on as they stood on a day, by invoice and on account."""
        with self._store.reading() as connection:
            rows = [
                *connection.execute(_allocated_payments(customer_ids, since, as_of)),
                *connection.execute(_payments_on_account(customer_ids, since, as_of)),
            ]
        return [
            Payment(row.customer_id, row.currency, date.fromisoformat(row.on), row.amount, row.document_id)
            for row in rows
        ]

    def names(self, customer_ids: Iterable[int]) -> dict[int, str]:
        """Customer names by id."""
        query = select(customer.c.id, customer.c.name).where(customer.c.id.in_(listed(customer_ids)))
        with self._store.reading() as connection:
            return {row.id: row[1] for row in connection.execute(query)}

    def numbers(self, document_ids: Iterable[int]) -> dict[int, str]:
        """Document numbers by id."""
        query = select(document.c.id, document.c.number).where(document.c.id.in_(listed(document_ids)))
        with self._store.reading() as connection:
            return {row.id: row[1] for row in connection.execute(query)}

    def contests(self, query: DisputeQuery, as_of: date) -> list[Contest]:
        """Disputes opened by a day, with what was open of their invoices then."""
        with self._store.reading() as connection:
            found = connection.execute(_contests(query, as_of)).all()
        disputes = mapper(Dispute).decode(row[:-6] for row in found)
        return [Contest(one, *row[-6:]) for one, row in zip(disputes, found, strict=True)]

    def plan_items(self, plan_ids: Sequence[int], as_of: date) -> dict[int, list[PlanItemView]]:
        """The items of each plan with what was open of their invoices on a day."""
        with self._store.reading() as connection:
            found = connection.execute(_plan_items(plan_ids, as_of)).all()
        grouped: dict[int, list[PlanItemView]] = defaultdict(list)
        for item, row in zip(mapper(PlanItem).decode(row[:-3] for row in found), found, strict=True):
            due = date.fromisoformat(row.due) if row.due else None
            grouped[item.plan_id].append(PlanItemView(item, row.number, due, row.left))
        return grouped

    def settled(self, document_ids: Collection[int]) -> Settled:
        """What receipts and credit notes settled of these documents, dated and signed."""
        query = (
            select(allocation.c.debit_id, allocation.c.instalment_id, allocation.c.date, allocation.c.amount)
            .join(document, document.c.id == allocation.c.credit_id)
            .where(
                allocation.c.debit_id.in_(listed(document_ids)),
                allocation.c.deleted == 0,
                document.c.kind.in_(_SETTLING),
            )
            .order_by(allocation.c.date, allocation.c.id)
        )
        moves: dict[tuple[int, int | None], list[tuple[date, int]]] = defaultdict(list)
        with self._store.reading() as connection:
            for row in connection.execute(query):
                moves[row.debit_id, row.instalment_id].append((date.fromisoformat(row.date), row.amount))
        return moves

    def bad_debts(self, query: BadDebtQuery) -> list[BadDebtRow]:
        """Write-offs that are bad debts, the newest first, with what has been recovered of each."""
        with self._store.reading() as connection:
            return bad_debts(connection, query)

    def recoveries(self, query: BadDebtQuery) -> list[RecoveryRow]:
        """Recoveries of the span of days."""
        with self._store.reading() as connection:
            return recoveries(connection, query)

    def attachments(self, owner: str, owner_ids: Collection[int]) -> list[Attachment]:
        """Attachments of these rows, the newest first."""
        query = _records(Attachment).where(
            attachment.c.owner == owner,
            attachment.c.owner_id.in_(listed(owner_ids)),
            attachment.c.deleted == 0,
        )
        with self._store.reading() as connection:
            return mapper(Attachment).decode(connection.execute(query.order_by(attachment.c.id.desc())))

    def exists(self, owner: str, owner_id: int) -> bool:
        """Whether that row is there to attach something to."""
        from app.storage import insurance_schema  # noqa: F401, PLC0415 - owners of insurance are tables of it

        table = metadata.tables[owner]
        query = select(literal(1)).where(table.c.id == owner_id, table.c.deleted == 0)
        with self._store.reading() as connection:
            return connection.scalar(query) is not None

    def numbers_like(self, prefix: str) -> list[str]:
        """Plan numbers in use (the bin included) that begin with ``prefix``."""
        query = select(payment_plan.c.number).where(payment_plan.c.number.startswith(prefix, autoescape=True))
        with self._store.reading() as connection:
            return list(connection.scalars(query))


def _records(kind: type[R]) -> Select[Any]:
    rows = mapper(kind)
    return select(*(rows.table.c[name] for name in rows.fields))


def _activities() -> Select[Any]:
    files = (
        select(func.count())
        .where(
            attachment.c.owner == activity.name,
            attachment.c.owner_id == activity.c.id,
            attachment.c.deleted == 0,
        )
        .scalar_subquery()
    )
    return (
        _records(Activity)
        .add_columns(customer.c.name, func.coalesce(document.c.number, ""), files)
        .join(customer, customer.c.id == activity.c.customer_id)
        .outerjoin(document, and_(document.c.id == activity.c.document_id, document.c.deleted == 0))
        .where(activity.c.deleted == 0, customer.c.deleted == 0)
        .order_by(activity.c.on.desc(), activity.c.id.desc())
    )


def _of_receipts(
    receipt: Any, customer_ids: Collection[int] | None, since: date, as_of: date
) -> Iterable[ColumnElement[bool]]:
    yield receipt.c.kind == _RECEIPT
    yield receipt.c.deleted == 0
    yield receipt.c.doc_date.between(since.isoformat(), as_of.isoformat())
    if customer_ids is not None:
        yield receipt.c.customer_id.in_(listed(customer_ids))


def _allocated_payments(customer_ids: Collection[int] | None, since: date, as_of: date) -> Select[Any]:
    """Receipts by invoice, in the invoice's currency; reversals up to the day taken off."""
    receipt, invoice = document.alias("receipt"), document.alias("invoice")
    total = func.sum(allocation.c.amount)
    return (
        select(
            receipt.c.customer_id,
            invoice.c.currency,
            receipt.c.doc_date.label("on"),
            total.label("amount"),
            invoice.c.id.label("document_id"),
        )
        .select_from(receipt)
        .join(allocation, allocation.c.credit_id == receipt.c.id)
        .join(invoice, invoice.c.id == allocation.c.debit_id)
        .where(
            *_of_receipts(receipt, customer_ids, since, as_of),
            allocation.c.deleted == 0,
            allocation.c.date <= as_of.isoformat(),
            invoice.c.kind == _INVOICE,
        )
        .group_by(receipt.c.id, invoice.c.id)
        .having(total > 0)
    )


def _payments_on_account(customer_ids: Collection[int] | None, since: date, as_of: date) -> Select[Any]:
    """What of receipts was set against nothing by the day; what was sent back is not there any more."""
    used = (
        select(func.coalesce(func.sum(allocation.c.credit_amount), 0))
        .where(
            allocation.c.credit_id == document.c.id,
            allocation.c.deleted == 0,
            allocation.c.date <= as_of.isoformat(),
        )
        .scalar_subquery()
    )
    left = document.c.amount - used
    return select(
        document.c.customer_id,
        document.c.currency,
        document.c.doc_date.label("on"),
        left.label("amount"),
        literal(None).label("document_id"),
    ).where(*_of_receipts(document, customer_ids, since, as_of), left > 0)


def _open_on(day: str) -> ColumnElement[int]:
    """What was open of a debit on a day, minor units."""
    used = (
        select(func.coalesce(func.sum(allocation.c.amount), 0))
        .where(allocation.c.debit_id == document.c.id, allocation.c.deleted == 0, allocation.c.date <= day)
        .scalar_subquery()
    )
    return document.c.amount - used


def _contests(query: DisputeQuery, as_of: date) -> Select[Any]:
    note = document.alias("note")
    wanted = [dispute.c.deleted == 0, document.c.deleted == 0, dispute.c.opened_on <= as_of.isoformat()]
    if query.customer_id is not None:
        wanted.append(document.c.customer_id == query.customer_id)
    if query.document_id is not None:
        wanted.append(dispute.c.document_id == query.document_id)
    if query.open_only:
        wanted.append(or_(dispute.c.closed_on.is_(None), dispute.c.closed_on > as_of.isoformat()))
    return (
        _records(Dispute)
        .add_columns(
            document.c.number,
            document.c.customer_id,
            customer.c.name,
            document.c.currency,
            _open_on(as_of.isoformat()),
            func.coalesce(note.c.number, ""),
        )
        .join(document, document.c.id == dispute.c.document_id)
        .join(customer, customer.c.id == document.c.customer_id)
        .outerjoin(note, and_(note.c.id == dispute.c.credit_note_id, note.c.deleted == 0))
        .where(*wanted)
        .order_by(dispute.c.opened_on, dispute.c.id)
    )


def _plan_items(plan_ids: Sequence[int], as_of: date) -> Select[Any]:
    day = as_of.isoformat()
    used = (
        select(func.coalesce(func.sum(allocation.c.amount), 0))
        .where(
            allocation.c.instalment_id == instalment.c.id,
            allocation.c.deleted == 0,
            allocation.c.date <= day,
        )
        .scalar_subquery()
    )
    left = case((instalment.c.id.is_not(None), instalment.c.amount - used), else_=_open_on(day))
    return (
        _records(PlanItem)
        .add_columns(
            document.c.number,
            func.coalesce(instalment.c.due_date, document.c.due_date).label("due"),
            left.label("left"),
        )
        .join(document, document.c.id == plan_item.c.document_id)
        .outerjoin(instalment, instalment.c.id == plan_item.c.instalment_id)
        .where(plan_item.c.plan_id.in_(listed(plan_ids)), plan_item.c.deleted == 0)
        .order_by(plan_item.c.id)
    )
