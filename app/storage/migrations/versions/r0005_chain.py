"""Schema 5: every entry of the change log carries its fingerprint and that of the one before.

The entries of an older file are sealed as they stand: what was done to them before cannot be told.
"""

from collections.abc import Iterator

from alembic import op
from sqlalchemy import Connection

from app.domain.chain import START, ChainEntry, LoggedRow, fingerprint

revision = "0005"
down_revision = "0004"

_AT_ONCE = 2_000
_SETS = "SELECT id, at, actor, verb, params, undoes, reversible, rows FROM change_set ORDER BY id"
_SPAN = "SELECT min(id), max(id) FROM change WHERE set_id = ?"
_ROWS = """
    SELECT table_name, row_id, before, after FROM change
    WHERE id BETWEEN ? AND ? AND +set_id = ? ORDER BY id
"""
_SEAL = "UPDATE change_set SET previous = ?, hash = ? WHERE id = ?"


def upgrade() -> None:
    """Add the two columns and fill them from the first entry on."""
    for column in ("previous", "hash"):
        op.execute(f"ALTER TABLE change_set ADD COLUMN {column} TEXT DEFAULT '' NOT NULL")
    connection = op.get_bind()
    previous = START
    for row in connection.exec_driver_sql(_SETS).all():
        made = fingerprint(previous, ChainEntry(*row), _rows_of(connection, row.id))
        connection.exec_driver_sql(_SEAL, (previous, made, row.id))
        previous = made


def _rows_of(connection: Connection, set_id: int) -> Iterator[list[LoggedRow]]:
    first, last = connection.exec_driver_sql(_SPAN, (set_id,)).one()
    if first is not None:
        for rows in connection.exec_driver_sql(_ROWS, (first, last, set_id)).partitions(_AT_ONCE):
            yield [(row[0], row[1], row[2], row[3]) for row in rows]
