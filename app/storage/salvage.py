"""What can be read of a damaged company file in a new one: by table, by row, by page, by the change log."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver

from app.domain.problem import EnvironmentFaultError
from app.services.backups import Salvaged
from app.services.control import CancelledError
from app.storage import schema
from app.storage.backup import put_in_place
from app.storage.cipher import is_spent, unlock
from app.storage.company_file import lay_out
from app.storage.engine import connect, quick_check, uri, without_foreign_keys
from app.storage.faults import fault_of, translated
from app.storage.page_graft import Declared, PageGraft

if TYPE_CHECKING:
    from app.domain.file_key import FileKey
    from app.services.control import Control
    from app.storage.engine import DriverConnection

_AT_ONCE = 500
_TRIED_ONE_BY_ONE = 200_000
"""So many missing rows of a table are asked for one at a time; each costs a search of its tree."""
_LIST = (
    "SELECT type, name, sql, rootpage FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'"
)
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
_TELLING = {"company", "document"}
"""Without either there is nothing to salvage."""
_SINCE = {4: "provision_run", 3: "policy", 2: "payment_plan"}
"""A table by which an older format is told, the latest first."""
_Row = tuple[object, ...]


def salvage(source: Path, target: Path, control: Control, key: FileKey | None = None) -> Salvaged:
    """Copy what can be read of ``source`` into ``target``, whole or not at all; the source is only read.

    What comes out of an encrypted file is encrypted under the same ``key``.
    """
    if target.exists():
        raise EnvironmentFaultError("file.exists", path=str(target), name=target.name)
    with closing(_Source(source, target, key)) as damaged, put_in_place(target) as making:
        damaged.find_tables(control)
        with closing(connect(making, mode="rwc", key=key)) as fresh:
            _lay_out(fresh, making, damaged)
            with without_foreign_keys(fresh):
                found = _copy_all(damaged, fresh, making, control)
                from_log = _fill(damaged, fresh, found, control)
            _name_company(fresh, source)
            customers, invoices = fresh.execute(
                "SELECT (SELECT count(*) FROM customer WHERE deleted = 0), "
                "(SELECT count(*) FROM document WHERE deleted = 0 AND kind = 'invoice')"
            ).fetchone()
            if quick_check(fresh):
                raise EnvironmentFaultError("file.copy_failed", path=str(target), name=target.name)
    rows = {name: one.saved for name, one in found.items()}
    lost = sum(one.lost for one in found.values())
    broken = tuple(sorted(name for name, one in found.items() if not one.whole))
    return Salvaged(target, rows, lost, broken, customers, invoices, from_log)


@dataclass(slots=True)
class _Table:
    """What came of one table: rows saved, rows lost at most, whether it is complete."""

    saved: int
    lost: int
    whole: bool


class _Source:
    """The damaged file: its list of tables, its rows by them, and its pages where those do not do."""

    def __init__(self, path: Path, target: Path, key: FileKey | None) -> None:
        self.path = path
        self._beside = target.with_name(f".{target.name}.{os.getpid()}.pages")
        self._key = key
        self._own = _opened(path, key)
        self._graft: PageGraft | None = None
        self.tables: list[Declared] = []
        self._by_pages = False

    def close(self) -> None:
        """Let go of it, and of what was made of its pages."""
        self._own.close()
        if self._graft is not None:
            self._graft.close()

    @property
    def raw(self) -> DriverConnection:
        """A connection in which its tables are found; another one after a damaged page."""
        if self._by_pages:
            return self.graft.raw
        if self._key is not None and is_spent(self._own):
            self._own.close()
            self._own = _opened(self.path, self._key)
        return self._own

    @property
    def graft(self) -> PageGraft:
        """Its pages one by one; made when first asked for."""
        if self._graft is None:
            self._graft = PageGraft(self.path, self._beside, self._key)
        return self._graft

    def find_tables(self, control: Control) -> None:
        """Read the list of tables, by its pages where it is broken; ``salvage.nothing`` without one."""
        try:
            for kind, name, sql, root in self._own.execute(_LIST):
                self.tables.append(
                    Declared(kind, name, sql, root)
                )  # each is kept before the next is asked for
        except driver.Error:
            self._by_pages = True
        if self._by_pages or not self._has_all():
            self._by_pages = True
            known = {(one.kind, one.name) for one in self.tables}
            self.tables += [one for one in self.graft.listed(control) if (one.kind, one.name) not in known]
            self.graft.name_tables(self.tables)
        if not _TELLING & set(self.names()):
            raise EnvironmentFaultError("salvage.nothing", path=str(self.path), name=self.path.name)

    def names(self) -> list[str]:
        """Its tables."""
        return [one.name for one in self.tables if one.kind == "table"]

    def _has_all(self) -> bool:
        """Whether every table is listed that a file of its format has; of older formats nobody knows here."""
        return self.version < schema.SCHEMA_VERSION or set(self.names()) >= set(schema.whole().tables)

    @property
    def version(self) -> int:
        """Its format, by its header or else by its tables."""
        with suppress(driver.Error):
            (version,) = self._own.execute("PRAGMA user_version").fetchone()
            if 0 < version <= schema.SCHEMA_VERSION:
                return int(version)
        return _version_by(self.tables)

    @property
    def none_unused(self) -> bool:
        """Whether no page of the file is out of use: such a page holds rows that are gone."""
        with suppress(driver.Error):
            return bool(self._own.execute("PRAGMA freelist_count").fetchone() == (0,))
        return False


def _version_by(tables: list[Declared]) -> int:
    log = next((one.sql for one in tables if one.name == "change_set"), "hash")
    if "hash" in log:
        return schema.SCHEMA_VERSION
    names = {one.name for one in tables}
    return next((version for version, table in _SINCE.items() if table in names), 1)


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


def _lay_out(fresh: DriverConnection, path: Path, damaged: _Source) -> None:
    """The present tables; for a file of an older format its own, to be brought up to date on opening."""
    version = damaged.version
    if version == schema.SCHEMA_VERSION:
        lay_out(fresh, path)
        return
    fresh.execute("BEGIN")
    for kind in ("table", "index"):
        for one in damaged.tables:
            if one.kind == kind and one.sql:
                fresh.execute(one.sql)
    fresh.execute("COMMIT")
    fresh.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    fresh.execute(f"PRAGMA user_version = {version}")


def _copy_all(damaged: _Source, fresh: DriverConnection, making: Path, control: Control) -> dict[str, _Table]:
    """What came of each table by way of the list of tables."""
    there = {name for (name,) in fresh.execute(_TABLES)}
    tables = [name for name in damaged.names() if name in there]
    # Of a table that is listed no more nobody knows how much was in it: at least something.
    found = {name: _Table(0, 1, whole=False) for name in sorted(there - set(tables))}
    for done, name in enumerate(tables):
        if control.cancelled():
            raise CancelledError
        control.progress(done, len(tables), "salvage.copying")
        found[name] = _Copier(damaged, fresh, making, name).run()
    return found


def _fill(damaged: _Source, fresh: DriverConnection, found: dict[str, _Table], control: Control) -> int:
    """Complete what is not whole by single pages, then by the log; rows that came from the log."""
    broken = [name for name, one in found.items() if not one.whole]
    if not broken:
        return 0
    # Late: a sound file needs neither.
    from app.storage import log_rows  # noqa: PLC0415
    from app.storage.page_rows import PageRows  # noqa: PLC0415

    rows = PageRows(damaged.graft, fresh, named=damaged.names(), none_unused=damaged.none_unused)
    for name, gained in rows.fill(broken, control).items():
        one = found[name]
        one.saved, one.lost = one.saved + gained, max(1, one.lost - gained, len(rows.doubtful[name]))
    if not log_rows.is_complete(fresh):
        for name, lacking in log_rows.missing_of_log(fresh).items():
            if name in broken:
                found[name].lost = max(found[name].lost, lacking)
        return 0
    logged = [name for name in broken if name not in log_rows.UNLOGGED]
    fresh.execute("BEGIN")
    written = log_rows.write_missing(fresh, logged)
    fresh.execute("COMMIT")
    for name in broken:
        if name == "content":
            continue
        one = found[name]
        one.saved += written.get(name, 0)
        one.lost = log_rows.missing(fresh, name) if name in logged else 0
        one.whole = not one.lost
    return sum(written.values())


class _Copier:
    """One table: from its first row as far as it reads, from its last likewise, then each one between."""

    def __init__(self, damaged: _Source, fresh: DriverConnection, making: Path, name: str) -> None:
        self._damaged, self._fresh, self._making, self._name = damaged, fresh, making, name
        ours = {row[1] for row in fresh.execute(f'PRAGMA table_info("{name}")')}
        theirs = [row[1] for row in damaged.raw.execute(f'PRAGMA table_info("{name}")')]
        columns = [column for column in theirs if column in ours]
        self._listed = ", ".join(f'"{column}"' for column in columns)
        marks = ", ".join("?" * (len(columns) + 1))
        self._insert = f'INSERT OR IGNORE INTO "{name}" (rowid, {self._listed}) VALUES ({marks})'  # noqa: S608 - names out of a schema
        self._saved = self._refused = 0
        self._first = self._last = 0

    def run(self) -> _Table:
        """Copy what can be read by row ids."""
        self._fresh.execute("BEGIN")
        whole, up_to = self._take("ORDER BY rowid")
        lost = 0
        if not whole:
            _whole, down_to = self._take("ORDER BY rowid DESC")
            lost = self._between(up_to, down_to)
        self._fresh.execute("COMMIT")
        return _Table(self._saved, lost + self._refused, whole and not self._refused)

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
        reading = self._damaged.raw.execute(f'SELECT rowid, {self._listed} FROM "{self._name}" {order}')  # noqa: S608 - as above
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
        except driver.Error as error:
            if (fault := fault_of(error, self._making)) is not None:  # the new file's: nothing is lost yet
                raise fault from error
            self._refused += 1  # a value no sound row can have

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
                row = self._damaged.raw.execute(select, (number,)).fetchone()
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
