"""A damaged company file's readable rows copied into a new one, table by table and row by row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver

from app.domain.problem import EnvironmentFaultError
from app.services.backups import Salvaged
from app.services.control import CancelledError
from app.storage import schema
from app.storage.backup import put_in_place
from app.storage.cipher import unlock
from app.storage.company_file import lay_out
from app.storage.engine import connect, engine_on, uri, without_foreign_keys
from app.storage.faults import translated

if TYPE_CHECKING:
    from app.domain.file_key import FileKey
    from app.services.control import Control
    from app.storage.engine import DriverConnection

_AT_ONCE = 500
_TRIED_ONE_BY_ONE = 200_000
"""So many missing rows of a table are asked for one at a time; each costs a search of its tree."""
_OBJECTS = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'"
_Row = tuple[object, ...]


def salvage(source: Path, target: Path, control: Control, key: FileKey | None = None) -> Salvaged:
    """Copy what can be read of ``source`` into ``target``, whole or not at all; the source is only read.

    What comes out of an encrypted file is encrypted under the same ``key``.
    """
    if target.exists():
        raise EnvironmentFaultError("file.exists", path=str(target), name=target.name)
    with closing(_opened(source, key)) as raw, put_in_place(target) as making:
        objects = _objects(raw, source)
        with closing(connect(making, mode="rwc", key=key)) as fresh:
            _lay_out(fresh, making, raw, objects)
            with without_foreign_keys(fresh):
                found = _copy_all(raw, fresh, objects, control)
            _name_company(fresh, source)
            customers, invoices = fresh.execute(
                "SELECT (SELECT count(*) FROM customer WHERE deleted = 0), "
                "(SELECT count(*) FROM document WHERE deleted = 0 AND kind = 'invoice')"
            ).fetchone()
    rows = {name: saved for name, (saved, _lost, _whole) in found.items()}
    lost = sum(lost for _saved, lost, _whole in found.values())
    broken = tuple(sorted(name for name, (_saved, _lost, whole) in found.items() if not whole))
    return Salvaged(target, rows, lost, broken, customers, invoices)


def _opened(source: Path, key: FileKey | None) -> DriverConnection:
    """The damaged file, to be read however it is: only so is one that was cut short let in at all."""
    with translated(source):
        raw = driver.connect(uri(source, "ro"), uri=True, isolation_level=None)
    if key is not None:
        unlock(raw, key)
    for pragma in ("writable_schema = ON", "trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
        with suppress(driver.Error):
            raw.execute(f"PRAGMA {pragma}").fetchall()
    return raw


def _objects(raw: DriverConnection, source: Path) -> list[tuple[str, str, str]]:
    """Tables and indexes by type, name and statement, as far as the list reads; else ``salvage.nothing``."""
    found: list[tuple[str, str, str]] = []
    with suppress(driver.Error):
        found += raw.execute(_OBJECTS)  # each is kept before the next is asked for
    if not {"company", "document"} & {name for kind, name, _sql in found if kind == "table"}:
        raise EnvironmentFaultError("salvage.nothing", path=str(source), name=source.name)
    return found


def _version(raw: DriverConnection) -> int:
    with suppress(driver.Error):
        (version,) = raw.execute("PRAGMA user_version").fetchone()
        if 0 < version <= schema.SCHEMA_VERSION:
            return int(version)
    return schema.SCHEMA_VERSION


def _lay_out(
    fresh: DriverConnection, path: Path, raw: DriverConnection, objects: list[tuple[str, str, str]]
) -> None:
    """The present tables; for a file of an older format its own, to be brought up to date on opening."""
    version = _version(raw)
    if version == schema.SCHEMA_VERSION:
        with engine_on(fresh, path).connect().execution_options(writer=True) as connection:
            lay_out(connection)
            connection.commit()
        return
    fresh.execute("BEGIN")
    for kind in ("table", "index"):
        for one, _name, sql in objects:
            if one == kind:
                fresh.execute(sql)
    fresh.execute("COMMIT")
    fresh.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    fresh.execute(f"PRAGMA user_version = {version}")


def _copy_all(
    raw: DriverConnection, fresh: DriverConnection, objects: list[tuple[str, str, str]], control: Control
) -> dict[str, tuple[int, int, bool]]:
    """By table: rows saved, rows lost at most, whether it read through."""
    there = {name for kind, name, _sql in fresh.execute(_OBJECTS) if kind == "table"}
    tables = [name for kind, name, _sql in objects if kind == "table" and name in there]
    # Where the list of tables broke off nobody knows how much was in the others: at least something.
    found = dict.fromkeys(sorted(there - set(tables)), (0, 1, False))
    for done, name in enumerate(tables):
        if control.cancelled():
            raise CancelledError
        control.progress(done, len(tables), "salvage.copying")
        found[name] = _Copier(raw, fresh, name).run()
    return found


class _Copier:
    """One table: from its first row as far as it reads, from its last likewise, then each one between."""

    def __init__(self, raw: DriverConnection, fresh: DriverConnection, name: str) -> None:
        self._raw, self._fresh, self._name = raw, fresh, name
        ours = {row[1] for row in fresh.execute(f'PRAGMA table_info("{name}")')}
        theirs = [row[1] for row in raw.execute(f'PRAGMA table_info("{name}")')]
        columns = [column for column in theirs if column in ours]
        self._listed = ", ".join(f'"{column}"' for column in columns)
        marks = ", ".join("?" * (len(columns) + 1))
        self._insert = f'INSERT OR IGNORE INTO "{name}" (rowid, {self._listed}) VALUES ({marks})'  # noqa: S608 - names out of a schema
        self._saved = self._refused = 0
        self._first = self._last = 0

    def run(self) -> tuple[int, int, bool]:
        """Copy; rows saved, rows lost at most, whether all could be read."""
        self._fresh.execute("BEGIN")
        whole, up_to = self._take("ORDER BY rowid")
        lost = 0
        if not whole:
            _whole, down_to = self._take("ORDER BY rowid DESC")
            lost = self._between(up_to, down_to)
        self._fresh.execute("COMMIT")
        return self._saved, lost + self._refused, whole and not self._refused

    def _take(self, order: str) -> tuple[bool, int | None]:
        """Copy rows in an order until the table ends or breaks; the last row id that was read."""
        last: int | None = None
        try:
            for rows in self._read(order):
                last = int(str(rows[-1][0]))
                for row in rows:
                    self._put(row)
        except driver.DatabaseError:
            return False, last
        return True, last

    def _read(self, order: str) -> Iterator[list[_Row]]:
        reading = self._raw.execute(f'SELECT rowid, {self._listed} FROM "{self._name}" {order}')  # noqa: S608 - as above
        while True:
            rows: list[_Row] = []
            try:
                while len(rows) < _AT_ONCE and (row := reading.fetchone()) is not None:
                    rows.append(row)
            finally:
                if rows:
                    yield rows
            if len(rows) < _AT_ONCE:
                return

    def _put(self, row: _Row) -> None:
        try:
            self._saved += max(0, self._fresh.execute(self._insert, row).rowcount)
        except driver.Error:  # a value no sound row can have
            self._refused += 1

    def _between(self, up_to: int | None, down_to: int | None) -> int:
        """Ask for each row between; how many could not be read."""
        if down_to is None:
            return 1 if up_to is None else 0
        first = (up_to or 0) + 1
        asked = range(first, min(down_to, first + _TRIED_ONE_BY_ONE))
        select = f'SELECT rowid, {self._listed} FROM "{self._name}" WHERE rowid = ?'  # noqa: S608 - as above
        lost = max(0, down_to - asked.stop)
        for number in asked:
            try:
                row = self._raw.execute(select, (number,)).fetchone()
            except driver.DatabaseError:
                lost += 1
                continue
            if row is not None:
                self._put(row)
        return lost


def _name_company(fresh: DriverConnection, source: Path) -> None:
    """A file without its company's row gets one named after itself, in the currency most used."""
    if fresh.execute("SELECT 1 FROM company WHERE deleted = 0").fetchone():
        return
    found = fresh.execute(
        "SELECT currency FROM document GROUP BY currency ORDER BY count(*) DESC LIMIT 1"
    ).fetchone()
    fresh.execute(
        "INSERT INTO company (name, currency, created_at, changed_at) VALUES (?, ?, ?, ?)",
        (source.stem, found[0] if found else "CNY", "1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"),
    )
