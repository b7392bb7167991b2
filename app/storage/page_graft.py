"""The pages of a damaged company file in a new file whose first page is sound, to be read one by one.

SQLite reaches a row through the first page and the list of tables, and lets nothing be read where those
are hit. Here each page behind the first is declared a table of its own: what is no page of a table, or is
damaged, is refused by SQLite itself. A page of an encrypted file is bound to its key and its place, not to
the first page: under the same key it is read likewise, and nothing of it reaches the disk in clear.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver

from app.domain.first_page import PAGE
from app.services.control import CancelledError
from app.storage.cipher import is_spent, unlock
from app.storage.engine import uri
from app.storage.faults import translated

if TYPE_CHECKING:
    from app.domain.file_key import FileKey
    from app.services.control import Control
    from app.storage.engine import DriverConnection

_AT_ONCE = 200
"""So many pages are declared tables at a time: each costs memory."""
_LARGEST_ROW = 256 * 1024 * 1024
"""Bytes of one row that holds places for pages; SQLite takes four times that."""
_NEXT_PAGE, _CIPHER_RESERVE = 4, 80
"""Bytes of a page that do not hold a row: the number of the next, and what SQLCipher keeps for itself."""
_FIELDS = 96
"""More than any table of ours has columns: a row that fills them is none of ours."""
_MAKING = ("page_size = 4096", "auto_vacuum = NONE", "journal_mode = OFF", "synchronous = OFF")
_READING = (
    "journal_mode = OFF",
    "synchronous = OFF",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "writable_schema = ON",
)
_DECLARE = "INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Declared:
    """One entry of a file's list of tables."""

    kind: str
    name: str
    sql: str
    root: int


class PageGraft:
    """A file's pages but the first, at ``path`` and under the file's own key; gone when closed."""

    def __init__(self, source: Path, path: Path, key: FileKey | None) -> None:
        self._path, self._key = path, key
        self._pages = source.stat().st_size // PAGE
        self._raw: DriverConnection = None
        with translated(path):
            self._make_room()
            self._graft(source)
        self._open()

    def close(self) -> None:
        """Take it away."""
        if self._raw is not None:
            self._raw.close()
        for one in (self._path, self._path.with_name(f"{self._path.name}-journal")):
            with suppress(OSError):
                one.unlink()

    def rows(self, control: Control) -> Iterator[tuple[int, Iterator[tuple[object, ...]]]]:
        """Every page that reads as one of a table: its number; its rows, as far as they read."""
        for first in range(2, self._pages + 1, _AT_ONCE):
            if control.cancelled():
                raise CancelledError
            control.progress(first, self._pages, "salvage.pages")
            last = min(first + _AT_ONCE, self._pages + 1)
            self._point({f"page {at}": first + at for at in range(last - first)})
            for number in range(first, last):
                yield number, self._read(f"page {number - first}")

    def listed(self, control: Control) -> list[Declared]:
        """What the pages of the list of tables declare, wherever they are."""
        found: dict[tuple[str, str], Declared] = {}
        for _page, rows in self.rows(control):
            for row in rows:
                declared = _declared(row)
                if declared is None:
                    break
                if 1 < declared.root <= self._pages:
                    found.setdefault((declared.kind, declared.name), declared)
        return list(found.values())

    def name_tables(self, declared: Iterable[Declared]) -> None:
        """Let tables be found by their names in ``raw``."""
        tables = [one for one in declared if one.kind == "table" and 1 < one.root <= self._pages]
        self._write(_DECLARE, [(one.kind, one.name, one.name, one.root, one.sql) for one in tables])

    @property
    def raw(self) -> DriverConnection:
        """A connection to it; another one after a damaged page."""
        if self._key is not None and is_spent(self._raw):
            self._open()
        return self._raw

    def _make_room(self) -> None:
        """A file whose pages from the second on are taken, so that its own list stands behind them."""
        with suppress(FileNotFoundError):
            self._path.unlink()
        raw = self._connected("rwc", _MAKING)
        try:
            left = self._pages * (PAGE - _NEXT_PAGE - (_CIPHER_RESERVE if self._key else 0))
            raw.execute("BEGIN")
            raw.execute("CREATE TABLE room (taken)")
            while left > 0:
                raw.execute("INSERT INTO room VALUES (zeroblob(?))", (min(left, _LARGEST_ROW),))
                left -= _LARGEST_ROW
            fields = ", ".join(f"f{n}" for n in range(_FIELDS))
            names = [f"page {at}" for at in range(min(_AT_ONCE, self._pages))]
            rows = [("table", name, name, 2, f'CREATE TABLE "{name}" ({fields})') for name in names]
            raw.execute("PRAGMA writable_schema = ON")
            raw.executemany(_DECLARE, rows)
            raw.execute("COMMIT")
        finally:
            raw.close()

    def _graft(self, source: Path) -> None:
        with source.open("rb") as old, self._path.open("rb+") as new:
            for file in (old, new):
                file.seek(PAGE)
            for _page in range(2, self._pages + 1):
                new.write(old.read(PAGE))

    def _connected(self, mode: str, pragmas: Iterable[str]) -> DriverConnection:
        raw = driver.connect(uri(self._path, mode), uri=True, isolation_level=None, check_same_thread=False)
        if self._key is not None:
            unlock(raw, self._key)
        for pragma in pragmas:
            raw.execute(f"PRAGMA {pragma}").fetchall()
        return raw

    def _open(self) -> None:
        """Read the list of tables anew."""
        if self._raw is not None:
            self._raw.close()
        self._raw = self._connected("rw", _READING)

    def _point(self, roots: dict[str, int]) -> None:
        self._write(
            "UPDATE sqlite_schema SET rootpage = ? WHERE name = ?", [(n, s) for s, n in roots.items()]
        )

    def _write(self, statement: str, rows: list[tuple[object, ...]]) -> None:
        with translated(self._path):
            raw = self.raw
            raw.execute("BEGIN")
            raw.executemany(statement, rows)
            raw.execute("COMMIT")
        self._open()

    def _read(self, name: str) -> Iterator[tuple[object, ...]]:
        with suppress(driver.Error):
            yield from self.raw.execute(f'SELECT rowid, * FROM "{name}"')  # noqa: S608 - a name of ours


def _declared(row: tuple[object, ...]) -> Declared | None:
    """A row as an entry of a list of tables; None where it is none."""
    match row[1:7]:
        case (("table" | "index") as kind, str(name), str(), int(root), str() | None as sql, None):
            return Declared(kind, name, sql or "", root)
        case _:
            return None
