"""Set-wise questions that planning an import asks of the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Subquery, exists, func, select, union_all

from app.domain.document import DEBITS, Document, DocumentKind
from app.domain.import_records import Snapshot
from app.domain.insurance_record import Shipment
from app.domain.snapshot import Link
from app.storage.engine import listed
from app.storage.insurance_schema import shipment
from app.storage.mappers import mapper
from app.storage.schema import allocation, change_set, dispute, document

if TYPE_CHECKING:
    from app.storage.store import SqlStore

INFERRED_NOTE = "inferred %"
_MAPPING_KEPT = "import.mapping_kept"


class SqlImportLedger:
    """``app.services.import_ports.ImportLedger`` over an open company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def revision(self) -> int:
        """The newest change set that touched the ledger."""
        query = select(func.max(change_set.c.id)).where(change_set.c.verb != _MAPPING_KEPT)
        with self._store.reading() as connection:
            return connection.scalar(query) or 0

    def newest_snapshot(self) -> Snapshot | None:
        """The snapshot of the latest day."""
        found = self._store.find(Snapshot)
        return max(found, key=lambda one: (one.as_of, one.id)) if found else None

    def documents_numbered(self, numbers: Collection[str]) -> list[Document]:
        """Live documents that carry one of these numbers."""
        return self._documents(document.c.number.in_(listed(numbers)))

    def documents_unnumbered(self, customers: Collection[int]) -> list[Document]:
        """Live documents of these customers that carry no number."""
        return self._documents(document.c.customer_id.in_(listed(customers)), document.c.number == "")

    def open_debits(self, customers: Collection[int]) -> list[Document]:
        """Invoices and refunds of these customers that are open today."""
        return self._documents(
            document.c.customer_id.in_(listed(customers)),
            document.c.open != 0,
            document.c.kind.in_([kind.value for kind in sorted(DEBITS)]),
        )

    def inferred_receipts(self, customers: Collection[int]) -> list[Document]:
        """Settlements of these customers that imports implied."""
        return self._documents(
            document.c.customer_id.in_(listed(customers)),
            document.c.inferred == 1,
            document.c.kind == DocumentKind.RECEIPT.value,
        )

    def _documents(self, *conditions: ColumnElement[bool]) -> list[Document]:
        rows = mapper(Document)
        query = (
            select(*(document.c[name] for name in rows.fields))
            .where(document.c.deleted == 0, *conditions)
            .order_by(document.c.id)
        )
        with self._store.reading() as connection:
            return rows.decode(connection.execute(query))

    def open_at(self, day: date) -> Mapping[int, int]:
        """Open minor units as of the end of ``day``, of every document that is then open."""
        spent = _spent(day)
        rest = document.c.amount - func.coalesce(spent.c.total, 0)
        query = (
            select(document.c.id, rest.label("left"))
            .join(spent, spent.c.id == document.c.id, isouter=True)
            .where(document.c.deleted == 0, document.c.doc_date <= day.isoformat(), rest != 0)
        )
        with self._store.reading() as connection:
            return {row.id: row.left for row in connection.execute(query)}

    def links(self, documents: Collection[int], until: date | None) -> Mapping[int, list[Link]]:
        """Allocations of these documents, on either side, dated up to ``until``."""
        found: dict[int, list[Link]] = defaultdict(list)
        for mine, other in (
            (allocation.c.debit_id, allocation.c.credit_id),
            (allocation.c.credit_id, allocation.c.debit_id),
        ):
            for ref, *rest in self._links(mine, other, documents, until):
                number, far, on, amount, noted, part, alone = rest
                implied = bool(noted or alone)
                day = date.fromisoformat(on)
                found[ref].append(Link(number, far, day, amount, part or 0, implied, bool(alone)))
        return found

    def _links(
        self, mine: Any, other: Any, documents: Collection[int], until: date | None
    ) -> list[tuple[Any, ...]]:
        far = document.alias("far")
        # What was taken back is settled history: nothing of it is left to cut.
        taken = allocation.alias("taken")
        taken_back = exists().where(
            taken.c.debit_id == allocation.c.debit_id,
            taken.c.credit_id == allocation.c.credit_id,
            taken.c.reverses_id.is_not(None),
            taken.c.deleted == 0,
        )
        query = (
            select(
                mine,
                allocation.c.id,
                other,
                allocation.c.date,
                allocation.c.amount,
                allocation.c.note.like(INFERRED_NOTE),
                allocation.c.instalment_id,
                far.c.inferred,
            )
            .join(far, far.c.id == other)
            .where(allocation.c.deleted == 0, mine.in_(listed(documents)), ~taken_back)
            .order_by(allocation.c.id)
        )
        if until is not None:
            query = query.where(allocation.c.date <= until.isoformat())
        with self._store.reading() as connection:
            return [tuple(row) for row in connection.execute(query)]

    def earliest_allocation(self, documents: Collection[int]) -> Mapping[int, date]:
        """The first day on which anything was set against each of these documents."""
        found: dict[int, date] = {}
        with self._store.reading() as connection:
            for side in (allocation.c.debit_id, allocation.c.credit_id):
                query = (
                    select(side, func.min(allocation.c.date))
                    .where(allocation.c.deleted == 0, side.in_(listed(documents)))
                    .group_by(side)
                )
                for ref, day in connection.execute(query):
                    found[ref] = date.fromisoformat(day)
        return found

    def shipments(self, documents: Collection[int]) -> Mapping[int, Shipment]:
        """What is known of the shipments of these documents."""
        rows = mapper(Shipment)
        query = select(*(shipment.c[name] for name in rows.fields)).where(
            shipment.c.deleted == 0, shipment.c.document_id.in_(listed(documents))
        )
        with self._store.reading() as connection:
            return {one.document_id: one for one in rows.decode(connection.execute(query))}

    def disputed(self, documents: Collection[int]) -> Collection[int]:
        """Those of the documents that are or were disputed."""
        query = select(dispute.c.document_id).where(
            dispute.c.deleted == 0, dispute.c.document_id.in_(listed(documents))
        )
        with self._store.reading() as connection:
            return frozenset(connection.scalars(query))


def _spent(day: date) -> Subquery:
    """What was set against each document, on either side, up to ``day``; minor units."""
    used = (allocation.c.deleted == 0, allocation.c.date <= day.isoformat())
    sides = union_all(
        select(allocation.c.debit_id.label("id"), allocation.c.amount.label("amount")).where(*used),
        select(allocation.c.credit_id, allocation.c.credit_amount).where(*used),
    ).subquery()
    total = func.sum(sides.c.amount).label("total")
    return select(sides.c.id, total).group_by(sides.c.id).subquery()
