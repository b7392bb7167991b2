"""Sealing entries of the change log onto the one before, in the transaction that writes them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from app.domain.chain import START, ChainEntry, fingerprint
from app.storage.engine import json_rows
from app.storage.log_statements import NAMING, SET
from app.storage.schema import change, change_set

AT_ONCE = 2_000
"""So many logged rows are held in memory at a time."""
ENTRY = (
    change_set.c.id,
    change_set.c.at,
    change_set.c.actor,
    change_set.c.verb,
    change_set.c.params,
    change_set.c.undoes,
    change_set.c.reversible,
    change_set.c.rows,
)
"""The columns of a ``ChainEntry``, in its order."""

_entry = select(*ENTRY).where(change_set.c.id == SET)
_previous = select(change_set.c.hash).where(change_set.c.id < SET).order_by(change_set.c.id.desc()).limit(1)
_span = select(func.min(change.c.id), select(func.max(change.c.id)).scalar_subquery()).where(
    change.c.set_id == SET
)


def seal(connection: Connection, set_id: int) -> str:
    """Give the newest set its place in the chain; its fingerprint."""
    mine = {"of_set": set_id}
    entry = ChainEntry(*connection.execute(_entry, mine).one())
    previous = connection.scalar(_previous, mine)
    before = START if previous is None else previous
    made = fingerprint(before, entry, _rows_of(connection, set_id))
    connection.execute(NAMING, {**mine, "previous": before, "hash": made})
    return made


def _rows_of(connection: Connection, set_id: int) -> Iterator[bytes]:
    """The rows of the newest set: all that was logged since its first, in the order of their ids."""
    first, last = connection.execute(_span, {"of_set": set_id}).one()
    if first is None:
        return
    for start in range(first, last + 1, AT_ONCE):
        rows = connection.scalar(_query(), {"first": start, "last": min(last, start + AT_ONCE - 1)})
        if rows:
            yield rows


@cache
def _query() -> Select[Any]:
    # The database writes the JSON itself: row by row through Python an import would take 5 % longer.
    return json_rows(
        (change.c.table_name, change.c.row_id, change.c.before, change.c.after),
        change.c.id.between(bindparam("first"), bindparam("last")),
        change.c.id,
    )
