"""The change log as ``app.services.history.ChangeLog`` reads and uses it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Row, Select, and_, exists, func, or_, select

from app.domain.backup import BackupKind
from app.domain.changes import HistoryEntry, RowChange
from app.storage import undo
from app.storage.schema import (
    alias,
    allocation,
    change,
    change_set,
    contact,
    customer,
    dispute,
    document,
    identifier,
    instalment,
    promise,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.changes import ChangeSet
    from app.storage.store import SqlStore


_MANY = 50
"""Rows; an action over so many is not taken back or repeated without a backup."""


class SqlChangeLog:
    """The log of an open company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def entries(
        self, limit: int, before_id: int | None, table: str | None, row_id: int | None
    ) -> list[HistoryEntry]:
        """Change sets, the latest first, older than ``before_id``, of one table or one row."""
        query = _entries().order_by(change_set.c.id.desc()).limit(limit)
        if before_id is not None:
            query = query.where(change_set.c.id < before_id)
        if table is not None:
            concerned = exists().where(change.c.set_id == change_set.c.id, change.c.table_name == table)
            if row_id is not None:
                concerned = concerned.where(change.c.row_id == row_id)
            query = query.where(concerned)
        with self._store.reading() as connection:
            return [_entry(row) for row in connection.execute(query)]

    def of_customer(self, customer_id: int, limit: int, before_id: int | None) -> list[HistoryEntry]:
        """Change sets that touched a customer, what hangs on it or its documents, the latest first."""
        concerned = or_(*(_touched(table, ids) for table, ids in _owned_by(customer_id).items()))
        sets = select(change.c.set_id).where(concerned)
        query = _entries().where(change_set.c.id.in_(sets)).order_by(change_set.c.id.desc()).limit(limit)
        if before_id is not None:
            query = query.where(change_set.c.id < before_id)
        with self._store.reading() as connection:
            return [_entry(row) for row in connection.execute(query)]

    def changes(self, set_id: int, limit: int) -> list[RowChange]:
        """The first rows a set changed, with their images."""
        query = select(change.c.table_name, change.c.row_id, change.c.before, change.c.after)
        query = query.where(change.c.set_id == set_id).order_by(change.c.id).limit(limit)
        with self._store.reading() as connection:
            return [
                RowChange(table, row_id, _image(before), _image(after))
                for table, row_id, before, after in connection.execute(query)
            ]

    def next_undo(self) -> HistoryEntry | None:
        """The action that undo would reverse."""
        with self._store.reading() as connection:
            return self._one(undo.next_undo(connection))

    def next_redo(self) -> HistoryEntry | None:
        """The action that redo would repeat (not the undo that reversed it)."""
        with self._store.reading() as connection:
            undoing = undo.next_redo(connection)
            original = select(change_set.c.undoes).where(change_set.c.id == undoing)
            return self._one(connection.scalar(original) or 0)

    def _one(self, set_id: int) -> HistoryEntry | None:
        with self._store.reading() as connection:
            row = connection.execute(_entries().where(change_set.c.id == set_id)).one_or_none()
        return None if row is None else _entry(row)

    def undo(self, set_id: int) -> ChangeSet:
        """Reverse a set; 0 means the latest."""
        self._safeguard(self._one(set_id) if set_id else self.next_undo())
        return undo.undo(self._store, set_id)

    def redo(self) -> ChangeSet:
        """Repeat what was reversed last."""
        self._safeguard(self.next_redo())
        return undo.redo(self._store)

    def _safeguard(self, entry: HistoryEntry | None) -> None:
        if entry is not None and entry.rows >= _MANY:
            self._store.safeguard(BackupKind.BULK)


def _entries() -> Select[Any]:
    return select(change_set, _undone_by().label("undone_by")).where(change_set.c.verb != "")


def _owned_by(customer_id: int) -> dict[str, Select[tuple[int]]]:
    """Per table, the ids of the rows that belong to the customer, the deleted ones too."""
    documents = select(document.c.id).where(document.c.customer_id == customer_id)
    owned = {
        table.name: select(table.c.id).where(table.c.customer_id == customer_id)
        for table in (contact, identifier, alias, promise)
    }
    hung = {
        table.name: select(table.c.id).where(table.c.document_id.in_(documents))
        for table in (instalment, dispute)
    }
    return {
        "customer": select(customer.c.id).where(customer.c.id == customer_id),
        "document": documents,
        "allocation": select(allocation.c.id).where(allocation.c.credit_id.in_(documents)),
        **owned,
        **hung,
    }


def _touched(table: str, ids: Select[tuple[int]]) -> ColumnElement[bool]:
    return and_(change.c.table_name == table, change.c.row_id.in_(ids))


def _undone_by() -> ColumnElement[int]:
    """The set that undoes this one and is not itself undone; 0 if there is none."""
    undoer, redoer = change_set.alias("undoing"), change_set.alias("redoing")
    redone = exists().where(redoer.c.undoes == undoer.c.id, redoer.c.undoes != 0)
    latest = select(func.coalesce(func.max(undoer.c.id), 0))
    return latest.where(undoer.c.undoes == change_set.c.id, undoer.c.undoes != 0, ~redone).scalar_subquery()


def _entry(row: Row[Any]) -> HistoryEntry:
    return HistoryEntry(
        id=row.id,
        at=datetime.fromisoformat(row.at),
        actor=row.actor,
        verb=row.verb,
        params=json.loads(row.params),
        rows=row.rows,
        undoes=row.undoes,
        undone_by=row.undone_by,
        reversible=bool(row.reversible),
    )


def _image(text: str | None) -> Mapping[str, object] | None:
    return None if text is None else json.loads(text)
