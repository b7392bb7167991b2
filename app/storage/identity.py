"""Whether an open company file still is the one at its path: not moved, replaced, or written by another.

SQLite itself refuses to write where another file stands at the path; that something wrote *into* the
file (a copy put over it, a synchronisation, a cut) it takes for another connection's work.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.problem import EnvironmentFaultError

if TYPE_CHECKING:
    from app.storage.engine import DriverConnection

_FIRST_PAGE = 4096
"""Bytes; every commit changes something in them, and so does every other file."""


class FileIdentity:
    """What the file was when it was opened, and after each of our own transactions.

    ``alone``: nobody else may write meanwhile (we hold the lock), so that any change is a fault.
    """

    def __init__(self, path: Path, raw: DriverConnection, *, alone: bool) -> None:
        self._path = path
        self._raw = raw
        self._alone = alone
        self._at_open = path.stat()
        self._begins, self._size, self._changes = b"", 0, 0
        self.remember()

    def remember(self) -> None:
        """Take the file as it is now for ours: a transaction of ours has ended."""
        if self._alone and self.trouble_of_place() is None:
            with suppress(
                OSError
            ):  # what is committed is committed; the next transaction tells what happened
                self._begins, self._size = self._read()
                self._changes = self._raw.total_changes

    def is_at(self, path: Path) -> bool:
        """Whether it is the open file that stands at a path, whatever became of the one it was opened at."""
        try:
            return os.path.samestat(path.stat(), self._at_open)
        except OSError:
            return False

    def trouble_of_place(self) -> str | None:
        """``file.moved`` or ``file.replaced`` when the file at the path is not the open one."""
        if self.is_at(self._path):
            return None
        return "file.replaced" if self._path.exists() else "file.moved"

    def trouble(self) -> str | None:
        """That, or ``file.overwritten`` when somebody else wrote into the file; None when all is well."""
        if (found := self.trouble_of_place()) is not None or not self._alone:
            return found
        try:
            begins, size = self._read()
        except OSError:
            return "file.moved"
        if size >= self._size and begins == self._begins:
            return None
        if size >= self._size and self._raw.total_changes != self._changes:
            return None  # our own connection wrote past the units of work
        return "file.overwritten"

    def require(self) -> None:
        """Raise what is wrong, before anything is written."""
        if (code := self.trouble()) is not None:
            raise EnvironmentFaultError(code, path=str(self._path), name=self._path.name)

    def _read(self) -> tuple[bytes, int]:
        with self._path.open("rb", buffering=0) as file:
            return file.read(_FIRST_PAGE), os.fstat(file.fileno()).st_size
