"""Set-based queries behind the work list: what is due, past its target, waiting, or old."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    column,
    exists,
    func,
    literal,
    or_,
    select,
    table,
)

from app.domain.bill import BillEnd
from app.domain.customer import CustomerStatus
from app.domain.document import DocumentKind
from app.domain.money import Money
from app.services.work_sources.rows import BillRow, DisputeRow, FollowUpRow, Name, Waiting
from app.storage.collect_schema import activity, bank_line, bank_statement, bill, bill_cover, setting
from app.storage.engine import listed
from app.storage.readers.claims import in_dispute
from app.storage.readers.held import bill as held_bill
from app.storage.readers.held import is_held
from app.storage.schema import customer, dispute, document, snapshot
from app.storage.store import SqlStore

_INSOLVENT = CustomerStatus.INSOLVENT.value
_RECEIPT = DocumentKind.RECEIPT.value


class SqlWorkReader:
    """``app.services.work_sources.rows.WorkReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def has_findings(self) -> bool:
        """Whether a quarterly review has findings that are open."""
        found = table("finding", column("state"), column("deleted"), column("due"))
        mine = select(literal(1)).where(
            found.c.state == "open", found.c.deleted == 0, found.c.due.is_not(None)
        )
        with self._store.reading() as connection:
            return connection.scalar(mine.limit(1)) is not None

    def what_if(self) -> bool:
        """Whether key customers are tested every year, or there are contingency plans."""
        from app.storage.measure_schema import contingency_plan  # noqa: PLC0415 - no page needs it to open

        plans = select(contingency_plan.c.id).where(contingency_plan.c.deleted == 0)
        chosen = select(setting.c.id).where(setting.c.deleted == 0, setting.c.name == "stress.key")
        with self._store.reading() as connection:
            return bool(connection.execute(select(exists(plans) | exists(chosen))).scalar())

    def names(self, customer_ids: Collection[int]) -> Mapping[int, Name]:
        """Short names, else whole ones."""
        short = case((customer.c.short_name != "", customer.c.short_name), else_=customer.c.name)
        elsewhere = or_(customer.c.status == _INSOLVENT, customer.c.handed_to != "")
        query = select(customer.c.id, short, customer.c.name_en, elsewhere).where(
            customer.c.id.in_(listed(set(customer_ids)))
        )
        with self._store.reading() as connection:
            return {row[0]: Name(row[1], row[2], bool(row[3])) for row in connection.execute(query)}

    def disputes(self, as_of: date, until: date) -> Sequence[DisputeRow]:
        """Disputes under way, the oldest target first."""
        contested = func.min(func.coalesce(dispute.c.amount, document.c.open), document.c.open)
        query = (
            select(
                dispute.c.id,
                document.c.id,
                document.c.customer_id,
                document.c.number,
                dispute.c.owner,
                dispute.c.target_on,
                contested,
                document.c.currency,
            )
            .join(document, document.c.id == dispute.c.document_id)
            .where(
                *in_dispute(as_of.isoformat()),
                dispute.c.target_on <= until.isoformat(),
                document.c.deleted == 0,
                document.c.open > 0,
            )
            .order_by(dispute.c.target_on, dispute.c.id)
        )
        with self._store.reading() as connection:
            return [
                DisputeRow(*row[:5], date.fromisoformat(row[5]), Money(row[6], row[7]))
                for row in connection.execute(query)
            ]

    def bills(self, as_of: date, until: date, since: date) -> Sequence[BillRow]:
        """Held and due soon, or bounced while what they covered is open."""
        due = and_(_held(as_of), bill.c.due_on <= until.isoformat())
        owed = exists().where(
            bill_cover.c.bill_id == bill.c.id,
            bill_cover.c.deleted == 0,
            document.c.id == bill_cover.c.document_id,
            document.c.open > 0,
        )
        bounced = and_(
            bill.c.deleted == 0,
            bill.c.ended_how == BillEnd.BOUNCED.value,
            bill.c.ended_on.between(since.isoformat(), as_of.isoformat()),
            owed,
        )
        query = select(
            bill.c.id,
            bill.c.customer_id,
            bill.c.number,
            bill.c.due_on,
            bill.c.amount,
            bill.c.currency,
            bill.c.ended_on,
        ).where(or_(due, bounced))
        with self._store.reading() as connection:
            return [
                BillRow(
                    row[0],
                    row[1],
                    row[2],
                    date.fromisoformat(row[3]),
                    Money(row[4], row[5]),
                    date.fromisoformat(row[6]) if row[6] and row[6] <= as_of.isoformat() else None,
                )
                for row in connection.execute(query.order_by(bill.c.due_on, bill.c.id))
            ]

    def follow_ups(self, as_of: date, until: date) -> Sequence[FollowUpRow]:
        """Next actions not done, the oldest first."""
        done = activity.c.next_done_on
        query = (
            select(
                activity.c.id,
                activity.c.customer_id,
                activity.c.on,
                activity.c.next_on,
                activity.c.next_action,
                activity.c.kind,
            )
            .where(
                activity.c.deleted == 0,
                activity.c.on <= as_of.isoformat(),
                activity.c.next_on <= until.isoformat(),
                done.is_(None),
            )
            .order_by(activity.c.next_on, activity.c.id)
        )
        with self._store.reading() as connection:
            return [
                FollowUpRow(
                    row[0], row[1], date.fromisoformat(row[2]), date.fromisoformat(row[3]), row[4], row[5]
                )
                for row in connection.execute(query)
            ]

    def waiting_lines(self, as_of: date) -> Waiting:
        """Lines of money in, waiting, per currency."""
        line = bank_line.c
        query = (
            select(line.currency, func.count(), func.sum(line.amount), func.max(line.id), func.min(line.on))
            .where(line.deleted == 0, line.state == "waiting", line.amount > 0, line.on <= as_of.isoformat())
            .group_by(line.currency)
        )
        return self._waiting(query)

    def on_account(self, as_of: date) -> Waiting:
        """Receipts with something open, per currency."""
        row = document.c
        query = (
            select(row.currency, func.count(), func.sum(row.open), func.max(row.id), func.min(row.doc_date))
            .where(row.deleted == 0, row.open != 0, row.kind == _RECEIPT, row.doc_date <= as_of.isoformat())
            .group_by(row.currency)
        )
        return self._waiting(query)

    def _waiting(self, query: Select[Any]) -> Waiting:
        with self._store.reading() as connection:
            rows = connection.execute(query.order_by(query.selected_columns[0])).all()
        oldest = min((row[4] for row in rows), default="")
        return Waiting(
            sum(row[1] for row in rows),
            tuple(Money(row[2], row[0]) for row in rows),
            max((row[3] for row in rows), default=0),
            date.fromisoformat(oldest) if oldest else None,
        )

    def newest_data(self, as_of: date) -> date | None:
        """The newest of receipts, statements and snapshots up to the day."""
        day = as_of.isoformat()
        receipt = and_(document.c.kind == _RECEIPT, document.c.deleted == 0, document.c.doc_date <= day)
        newest = (
            select(func.max(document.c.doc_date)).where(receipt),
            select(func.max(bank_statement.c.end)).where(
                bank_statement.c.deleted == 0, bank_statement.c.end <= day
            ),
            select(func.max(snapshot.c.as_of)).where(snapshot.c.deleted == 0, snapshot.c.as_of <= day),
        )
        with self._store.reading() as connection:
            found = [day for query in newest if (day := _text(connection, query))]
        return date.fromisoformat(max(found)) if found else None


def _held(as_of: date) -> ColumnElement[bool]:
    return bill.c.id.in_(select(held_bill.c.id).where(is_held(as_of)))


def _text(connection: Connection, query: Select[Any]) -> str:
    return connection.scalar(query) or ""
