"""How a row came into the bin, and what happened to a row: read from the change log."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import Connection, func, select

from app.domain.changes import HistoryEntry
from app.services.ports import Record
from app.storage.engine import image_value, listed
from app.storage.mappers import table_of
from app.storage.schema import change, change_set


def removed_by(connection: Connection, kind: type[Record], ids: Collection[int]) -> Mapping[int, str]:
    """Under which verb each deleted row last went to the bin; a redone removal counts as itself."""
    removing = (
        select(change.c.row_id, func.max(change.c.set_id))
        .where(
            change.c.table_name == table_of(kind).name,
            change.c.row_id.in_(listed(ids)),
            image_value(change.c.after, "deleted") == 1,
            func.coalesce(image_value(change.c.before, "deleted"), 0) == 0,
        )
        .group_by(change.c.row_id)
    )
    last = connection.execute(removing).all()
    verbs = {set_id: _verb(connection, set_id) for set_id in {set_id for _, set_id in last}}
    return {row_id: verbs[set_id] for row_id, set_id in last}


def _verb(connection: Connection, set_id: int) -> str:
    """The verb of the set, or of the one it does again through undo and redo."""
    verb = ""
    while set_id:
        verb, set_id = connection.execute(
            select(change_set.c.verb, change_set.c.undoes).where(change_set.c.id == set_id)
        ).one()
    return verb


def row_log(connection: Connection, table: str, row_id: int, limit: int) -> tuple[HistoryEntry, ...]:
    """The change sets that touched a row, the newest first."""
    touched = select(change.c.set_id).where(change.c.table_name == table, change.c.row_id == row_id)
    query = (
        select(change_set).where(change_set.c.id.in_(touched)).order_by(change_set.c.id.desc()).limit(limit)
    )
    return tuple(
        HistoryEntry(
            row.id,
            datetime.fromisoformat(row.at),
            row.actor,
            row.verb,
            json.loads(row.params),
            row.rows,
            row.undoes,
        )
        for row in connection.execute(query)
    )
