"""An open company file: its one connection, its units of work, and who wants to hear of changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.duties import Seat
from app.domain.problem import EnvironmentFaultError
from app.storage.engine import DriverConnection, connect, disconnect, engine_on
from app.storage.identity import FileIdentity
from app.storage.mappers import R
from app.storage.rows import find_rows, get_row
from app.storage.unit_of_work import SqlUnitOfWork

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.domain.backup import BackupKind
    from app.domain.changes import ChangeSet
    from app.domain.clock import Clock
    from app.domain.duties import Table
    from app.domain.file_key import FileKey
    from app.services.ports import Listener
    from app.services.session import LockHolder
    from app.storage.lock import FileLock


class SqlStore:
    """The company file behind ``app.services.ports.Store``; lives on the database worker."""

    def __init__(
        self,
        raw: DriverConnection,
        path: Path,
        *,
        clock: Clock,
        actor: str,
        lock: FileLock | None = None,
        read_only: bool = False,
        holder: LockHolder | None = None,
        key: FileKey | None = None,
    ) -> None:
        self.raw = raw
        self.key = key
        self.path = path
        self.clock = clock
        self.actor = actor
        self.holder = holder
        self._lock = lock
        self._read_only = read_only
        self.identity = FileIdentity(path, raw, alone=lock is not None)
        self._engine = engine_on(raw, path, self.identity.trouble)
        self._listeners: list[Listener] = []
        self._writer: SqlUnitOfWork | None = None
        self._reader: Connection | None = None
        self._whole: SqlUnitOfWork | None = None
        self._aside = False
        self.safeguarding: Callable[[BackupKind], object] | None = None
        self.duties: Callable[[], Table] | None = None
        self._alone = actor
        self._at_desk = ""

    @property
    def read_only(self) -> bool:
        """Whether writing is refused."""
        return self._read_only

    def write(self) -> SqlUnitOfWork:
        """A new unit of work; ``EnvironmentFaultError("file.read_only")`` on a read-only file."""
        if self._read_only:
            raise EnvironmentFaultError("file.read_only", path=str(self.path), name=self.path.name)
        if self._whole is not None:
            return self._whole.part()
        return SqlUnitOfWork(self._begin, self.clock, self.actor, self._ended, self._seat_at)

    def take_seat(self, name: str) -> None:
        """From now on ``name`` is who works here, in the log as well; "" is somebody who only looks."""
        self._at_desk, self.actor = name, name or self._alone

    def seat(self) -> Seat:
        """Who works here and what that person may, as the file stands now."""
        with self.reading() as connection:
            return self._seat_at(connection)

    def _seat_at(self, connection: Connection) -> Seat:
        from app.storage.desk import seat_at  # noqa: PLC0415 - the first page writes nothing

        return seat_at(connection, self._at_desk, self.duties()) if self.duties is not None else Seat()

    @contextmanager
    def joined(self, verb: str, **params: object) -> Iterator[None]:
        """All units of work within the block are one change set that undo does not touch, or none."""
        with self.write() as whole:
            self._whole = whole
            try:
                yield
            finally:
                self._whole = None
            whole.commit_for_good(verb, **params)

    def _begin(self, unit: SqlUnitOfWork) -> Connection:
        if self._writer is not None or self._reader is not None:
            raise RuntimeError("a unit of work or a query is already under way")
        self.identity.require()
        connection = self._engine.connect().execution_options(writer=True)
        self._writer = unit
        return connection

    def _ended(self, done: ChangeSet | None) -> None:
        self._writer = None
        if done is not None:
            self.identity.remember()
            for listener in tuple(self._listeners):
                listener(done)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for queries: one consistent view, shared by what is nested in the block.

        While a unit of work is under way it is that one's, with its own writes visible.
        """
        if self._writer is not None:
            yield self._writer.connection
        elif self._reader is not None:
            yield self._reader
        else:
            with self._engine.connect() as connection:
                self._reader = connection
                try:
                    yield connection
                finally:
                    self._reader = None

    def get(self, kind: type[R], row_id: int) -> R:
        """One live row; ``DomainError("record.missing")`` if there is none."""
        with self.reading() as connection:
            return get_row(connection, kind, row_id)

    def find(self, kind: type[R], /, **equals: object) -> list[R]:
        """Live rows whose columns equal the values (a list, tuple or set means "one of"), by id."""
        with self.reading() as connection:
            return find_rows(connection, kind, **equals)

    def safeguard(self, kind: BackupKind) -> None:
        """Back the file up before much of it changes at once, where ``safeguarding`` says how."""
        if self.safeguarding is not None and self._writer is None and not self._read_only:
            self.safeguarding(kind)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` after each commit, on the worker; the result ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @contextmanager
    def stepping_aside(self, key: FileKey | None) -> Iterator[Callable[[], None]]:
        """Let the file be replaced by itself under another key and go on over that one.

        The block calls what it is given when the new file is ready: only then is the old one let go,
        for Windows replaces no open file. A block that fails leaves all as it was.
        """
        if self._writer is not None or self._reader is not None:
            raise RuntimeError("a unit of work or a query is under way")
        try:
            yield self._disconnect
        except BaseException:
            if self._aside:
                self._connect_anew(self.key)
            raise
        self._connect_anew(key)

    def _disconnect(self) -> None:
        self._aside = True
        disconnect(self.raw)  # before the pool, which would close it with its journal left behind
        self._engine.dispose()

    def _connect_anew(self, key: FileKey | None) -> None:
        self.raw = connect(self.path, mode="rw", key=key)
        self.key = key
        self.identity = FileIdentity(self.path, self.raw, alone=self._lock is not None)
        self._engine = engine_on(self.raw, self.path, self.identity.trouble)
        self._aside = False

    def close(self) -> None:
        """End the connection and let the next opener write."""
        self._disconnect()
        if self._lock is not None:
            self._lock.release()
