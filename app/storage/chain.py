"""Sealing entries of the change log onto the one before, in the transaction that writes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, func, select, update

from app.domain.chain import START, ChainEntry, LoggedRow, fingerprint
from app.storage.schema import change, change_set

AT_ONCE = 2_000
"""So many logged rows are held in memory at a time."""
_logged = (change.c.table_name, change.c.row_id, change.c.before, change.c.after)


def seal(connection: Connection, set_id: int) -> str:
    """Give the newest set its place in the chain; its fingerprint."""
    row = connection.execute(select(change_set).where(change_set.c.id == set_id)).one()
    previous = connection.scalar(
        select(change_set.c.hash).where(change_set.c.id < set_id).order_by(change_set.c.id.desc()).limit(1)
    )
    entry = ChainEntry(row.id, row.at, row.actor, row.verb, row.params, row.undoes, row.reversible, row.rows)
    before = START if previous is None else previous
    made = fingerprint(before, entry, _rows_of(connection, set_id))
    connection.execute(update(change_set).where(change_set.c.id == set_id).values(previous=before, hash=made))
    return made


def _rows_of(connection: Connection, set_id: int) -> Iterator[Sequence[LoggedRow]]:
    first = connection.scalar(select(func.min(change.c.id)).where(change.c.set_id == set_id))
    if first is None:
        return
    # By the id alone: all that was logged since belongs to the newest set, and stands in its order.
    query = select(*_logged).where(change.c.id >= first).order_by(change.c.id)
    for rows in connection.execute(query).partitions(AT_ONCE):
        yield [(row[0], row[1], row[2], row[3]) for row in rows]
