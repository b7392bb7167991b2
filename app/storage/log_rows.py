"""What a complete change log says of tables that are not: how many rows they lack, and those rows themselves.

The log holds every row but the bytes of attachments as it was after each change, so that a row whose page
is lost stands there still. Only a log that is whole is asked: in another the latest state may be missing.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver

from app.domain.chain import START

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.storage.engine import DriverConnection

UNLOGGED = frozenset({"change", "change_set", "content"})
_BROKEN_LINKS = """
    SELECT count(*) FROM (SELECT previous, lag(hash, 1, ?) OVER (ORDER BY id) AS before FROM change_set)
    WHERE previous <> before
"""
_COUNTED = """
    SELECT (SELECT sum(rows) FROM change_set), (SELECT count(*) FROM change),
           (SELECT max(id) FROM change_set), (SELECT max(set_id) FROM change)
"""
_LATEST = """
    SELECT told.row_id, told.after, told.times, first.at, last.at FROM (
        SELECT row_id, after, max(id), count(*) AS times, min(set_id) AS made, max(set_id) AS changed
        FROM change WHERE table_name = ? GROUP BY row_id
    ) AS told
    JOIN change_set AS first ON first.id = told.made
    JOIN change_set AS last ON last.id = told.changed
    WHERE told.after IS NOT NULL AND told.row_id NOT IN (SELECT rowid FROM "{table}")
"""
_PAID = (
    "coalesce((SELECT sum({value}) FROM allocation WHERE {side} = {table}.id AND allocation.deleted = 0), 0)"
)
_OPEN = {
    "document": "amount - "
    + _PAID.format(value="allocation.amount", side="debit_id", table="document")
    + " - "
    + _PAID.format(value="credit_amount", side="credit_id", table="document"),
    "instalment": "amount - "
    + _PAID.format(value="allocation.amount", side="instalment_id", table="instalment"),
}
"""What the log does not hold: it is derived; see ``app.storage.derived``."""


def is_complete(fresh: DriverConnection) -> bool:
    """Whether every entry of the log and every row of each are there, by its own links and counts."""
    with suppress(driver.Error):  # one of an older format has no links
        (broken,) = fresh.execute(_BROKEN_LINKS, (START,)).fetchone()
        told, counted, newest, written = fresh.execute(_COUNTED).fetchone()
        return bool(newest) and not broken and told == counted and (written or 0) <= newest
    return False


def missing(fresh: DriverConnection, table: str) -> int:
    """How many rows a complete log knows that are not in a table."""
    statement = f"SELECT count(*) FROM ({_LATEST.format(table=table)})"  # noqa: S608 - a name out of a schema
    return int(fresh.execute(statement, (table,)).fetchone()[0])


def missing_of_log(fresh: DriverConnection) -> dict[str, int]:
    """How many rows an incomplete log lacks at least, as its entries and its rows tell of each other."""
    entries = "SELECT count(DISTINCT set_id) FROM change WHERE set_id NOT IN (SELECT id FROM change_set)"
    rows = """
        SELECT coalesce(sum(max(0, rows - (SELECT count(*) FROM change WHERE set_id = change_set.id))), 0)
        FROM change_set
    """
    return {
        "change_set": int(fresh.execute(entries).fetchone()[0]),
        "change": int(fresh.execute(rows).fetchone()[0]),
    }


def write_missing(fresh: DriverConnection, tables: Iterable[str]) -> dict[str, int]:
    """Put the rows that are missing into tables as a complete log has them; rows by table."""
    written = {table: _written(fresh, table) for table in tables}
    for table, value in _OPEN.items():
        if any(written.values()):
            fresh.execute(f"UPDATE {table} SET open = {value} WHERE open <> {value}")  # noqa: S608 - words of ours
    return {table: len(ids) for table, ids in written.items()}


def _written(fresh: DriverConnection, table: str) -> list[int]:
    columns = [row[1] for row in fresh.execute(f'PRAGMA table_info("{table}")')]
    latest = _LATEST.format(table=table)
    lacking = fresh.execute(f"SELECT row_id FROM ({latest})", (table,)).fetchall()  # noqa: S608 - as above
    done = []
    for (number,) in lacking:
        row_id, after, times, made, changed = fresh.execute(
            f"{latest} AND told.row_id = ?", (table, number)
        ).fetchone()
        told = {"id": row_id, "created_at": made, "changed_at": changed, "version": times}
        told |= json.loads(after)
        if "open" in columns:
            told["open"] = told.get("amount", 0)
        names = [name for name in told if name in columns]
        listed, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
        with suppress(
            driver.IntegrityError, driver.DataError
        ):  # what no sound row can have; a full disk is told
            fresh.execute(
                f'INSERT INTO "{table}" ({listed}) VALUES ({marks})',  # noqa: S608 - as above
                [told[name] for name in names],
            )
            done.append(row_id)
    return done
