"""The company file as a document: create, open, copy; every refusal with its own code."""

from __future__ import annotations

import os
import re
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver
from sqlalchemy import create_mock_engine

from app.domain.backup import SUFFIX
from app.domain.first_page import MAGIC, PAGE, looks_encrypted
from app.domain.problem import EnvironmentFaultError
from app.storage import schema
from app.storage.backup import copy_verified, journal, put_in_place
from app.storage.cipher import password_needed
from app.storage.engine import connect, header, quick_check
from app.storage.faults import translated
from app.storage.lock import FileLock, acquire
from app.storage.store import SqlStore

if TYPE_CHECKING:
    from sqlalchemy.engine.mock import MockConnection
    from sqlalchemy.schema import ExecutableDDLElement

    from app.domain.clock import Clock
    from app.domain.company import Company
    from app.domain.file_key import FileKey
    from app.services.session import LockHolder
    from app.storage.engine import DriverConnection

Keeper = Callable[[Path], Path]
"""Makes a verified backup of a file and says where it is; ``EnvironmentFaultError`` where it cannot."""
_HEADER_SIZE = 100
# https://www.sqlite.org/fileformat.html#the_database_header
_PAGE_SIZE_AT, _CHANGES_AT, _PAGES_AT, _VERSION_AT, _APPLICATION_AT, _PAGES_VALID_AT = 16, 24, 28, 60, 68, 92
_LARGEST_PAGE = 65536  # written as 1
_LIMITS = re.compile(r"[0-9,]*")
"""What a company's bucket limits can be read from; ``app.storage.mappers`` does."""


def schema_version(path: Path) -> int:
    """The schema version in a company file's header; raises the refusal for anything else.

    Reads bytes, not SQLite: a file that is not ours must not be touched, and a missing one not made.
    An encrypted one tells nothing: ``file.password_needed``.
    """
    with translated(path):
        if path.is_dir():
            raise _refusal("file.is_folder", path)
        with path.open("rb") as file:
            header = file.read(_HEADER_SIZE)
    if not header:
        raise _refusal("file.empty", path)
    if not header.startswith(MAGIC[: len(header)]):
        raise _unreadable(path)
    if len(header) < _HEADER_SIZE:
        raise _refusal("file.damaged", path)
    (version,) = struct.unpack_from(">I", header, _VERSION_AT)
    (application,) = struct.unpack_from(">I", header, _APPLICATION_AT)
    if application != schema.APPLICATION_ID:
        raise _refusal("file.other_program", path)
    if version > schema.SCHEMA_VERSION:
        raise _refusal("file.newer", path, version=version, known=schema.SCHEMA_VERSION)
    if not version or _is_cut_short(header, path):
        raise _refusal("file.damaged", path)
    return int(version)


def _unreadable(path: Path) -> EnvironmentFaultError:
    """What a file is that does not begin as SQLite's do: encrypted, that but cut short, or another kind."""
    with translated(path), path.open("rb") as file:
        first = file.read(PAGE)
    if not looks_encrypted(first):
        return _refusal("file.not_a_company", path)
    if path.stat().st_size % PAGE == 0:
        return password_needed(path)
    return _refusal("file.damaged" if path.suffix == SUFFIX else "file.not_a_company", path)


def require_company(path: Path, key: FileKey | None = None) -> FileKey | None:
    """Raise the refusal for anything but a company file; the key that is wanted, None for a plain one."""
    try:
        schema_version(path)
    except EnvironmentFaultError as error:
        if error.code != "file.password_needed" or key is None:
            raise
        return key
    return None


def require_ours(raw: DriverConnection, path: Path) -> None:
    """What the header of a plain file says beforehand, of an unlocked one."""
    with translated(path):
        (application,) = raw.execute("PRAGMA application_id").fetchone()
        (version,) = raw.execute("PRAGMA user_version").fetchone()
    if application != schema.APPLICATION_ID:
        raise _refusal("file.other_program", path)
    if version > schema.SCHEMA_VERSION:
        raise _refusal("file.newer", path, version=version, known=schema.SCHEMA_VERSION)
    if not version:
        raise _refusal("file.damaged", path)


def _is_cut_short(header: bytes, path: Path) -> bool:
    """Whether the file is shorter than its header says: SQLite itself lets a few lost bytes pass."""
    (page,) = struct.unpack_from(">H", header, _PAGE_SIZE_AT)
    changed, pages, counted_at = (
        struct.unpack_from(">I", header, at)[0] for at in (_CHANGES_AT, _PAGES_AT, _PAGES_VALID_AT)
    )
    if changed != counted_at or journal(path).exists():  # a cut-off write is for SQLite to take back
        return False
    return bool(path.stat().st_size < pages * (_LARGEST_PAGE if page == 1 else page))


def _refusal(code: str, path: Path, **params: object) -> EnvironmentFaultError:
    return EnvironmentFaultError(code, path=str(path), name=path.name, **params)


def create_company(
    path: Path,
    company: Company,
    *,
    clock: Clock,
    actor: str,
    overwrite: bool = False,
    key: FileKey | None = None,
) -> None:
    """Make a new company file with its company; whole or not at all, never over another unasked.

    With a key it is encrypted from its first byte.
    """
    _require_free(path, overwrite=overwrite)
    with held(path, clock, actor):
        _require_free(path, overwrite=overwrite)  # another may have made it until we held the name
        with put_in_place(path) as making:
            _build(making, company, clock, actor, key)


def _require_free(path: Path, *, overwrite: bool) -> None:
    if path.exists() and not overwrite:
        raise _refusal("file.exists", path)


@contextmanager
def held(path: Path, clock: Clock, actor: str) -> Iterator[None]:
    """A path nobody else writes meanwhile; ``file.locked`` where somebody has that company open."""
    with translated(path):
        lock = acquire(path, clock=clock, user=actor)
    if not isinstance(lock, FileLock):
        raise _refusal("file.locked", path, user=lock.user, host=lock.host)
    try:
        yield
    finally:
        lock.release()


def _build(path: Path, company: Company, clock: Clock, actor: str, key: FileKey | None) -> None:
    raw = connect(path, mode="rwc", key=key)
    store = SqlStore(raw, path, clock=clock, actor=actor, key=key)
    try:
        lay_out(raw, path)
        with store.write() as unit:
            unit.add(company)
            unit.commit_for_good("company.created", name=company.name)
    finally:
        store.close()


def lay_out(raw: DriverConnection, path: Path) -> None:
    """All tables of the present schema in an empty file, and the header that says so, in one go."""
    script = ("BEGIN IMMEDIATE", *definitions(), *header(schema.SCHEMA_VERSION), "COMMIT;")
    with translated(path):
        raw.executescript(";\n".join(script))


@cache
def definitions() -> tuple[str, ...]:
    """The statements that lay out a new file, in the order in which tables rest on another."""
    found: list[str] = []

    def keep(made: ExecutableDDLElement, *_given: object, **_more: object) -> None:
        found.append(str(made.compile(dialect=listening.dialect)))

    listening: MockConnection = create_mock_engine("sqlite://", keep)
    schema.whole().create_all(listening, checkfirst=False)
    return tuple(found)


def open_company(
    path: Path,
    *,
    clock: Clock,
    actor: str,
    read_only: bool = False,
    keep: Keeper | None = None,
    key: FileKey | None = None,
) -> SqlStore:
    """Open a company file. The second opener, and anyone in a read-only place, only reads.

    ``store.holder`` then says who writes. An older schema is migrated after a verified backup, which
    ``keep`` makes; without it, or where it fails, the backup stands beside the file. An encrypted file
    wants its ``key``.
    """
    key = require_company(path, key)
    lock, holder = (None, None) if read_only else _try_to_write(path, clock, actor)
    try:
        raw = connect(path, mode="rw", key=key) if lock else _connect_to_read(path, key)
        try:
            if key is not None:
                require_ours(raw, path)
            _require_sound(raw, path)
            _bring_up_to_date(raw, path, clock, actor, keep, key, writable=lock is not None)
            _require_whole(raw, path)
        except BaseException:
            raw.close()
            raise
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    return SqlStore(
        raw, path, clock=clock, actor=actor, lock=lock, read_only=lock is None, holder=holder, key=key
    )


def _try_to_write(path: Path, clock: Clock, actor: str) -> tuple[FileLock | None, LockHolder | None]:
    if not os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        return None, None
    try:
        lock = acquire(path, clock=clock, user=actor)
    except OSError:  # no sidecar here means no journal either: the place is read-only
        return None, None
    return (lock, None) if isinstance(lock, FileLock) else (None, lock)


def _connect_to_read(path: Path, key: FileKey | None) -> DriverConnection:
    try:
        return connect(path, mode="ro", key=key)
    except EnvironmentFaultError as error:
        if error.code == "file.read_only":  # reading writes only to undo a cut-off transaction
            raise _refusal("file.unfinished", path) from error
        raise


def _require_sound(raw: DriverConnection, path: Path) -> None:
    with translated(path):
        damage = quick_check(raw)
    if damage:
        raise _refusal("file.damaged", path, detail=damage[0])


def _require_whole(raw: DriverConnection, path: Path) -> None:
    """Refuse a file that lacks a table, or its company: nothing could be shown of it."""
    with translated(path):
        found = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        missing = sorted(set(schema.metadata.tables) - found)
        if not missing and not _has_company(raw):
            missing = ["company"]
    if missing:
        raise _refusal("file.damaged", path, detail=", ".join(missing))


def _has_company(raw: DriverConnection) -> bool:
    """Whether there is a company that can be read; somebody may have written anything into its row."""
    try:
        row = raw.execute("SELECT bucket_limits, * FROM company WHERE deleted = 0").fetchone()
    except driver.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None):
            raise
        return False  # bytes that are no text: the driver's own refusal has no number
    return row is not None and _LIMITS.fullmatch(row[0]) is not None


def _bring_up_to_date(
    raw: DriverConnection,
    path: Path,
    clock: Clock,
    actor: str,
    keep: Keeper | None,
    key: FileKey | None,
    *,
    writable: bool,
) -> None:
    with translated(path):
        (version,) = raw.execute("PRAGMA user_version").fetchone()
    if version == schema.SCHEMA_VERSION:
        return
    if not writable:
        raise _refusal("file.older_read_only", path)
    # Alembic is 400 ms of imports that only an old file needs.
    from app.storage.migrations.upgrade import upgrade  # noqa: PLC0415

    upgrade(raw, path, clock=clock, actor=actor, keep=keep, key=key)


def save_copy(store: SqlStore, path: Path) -> None:
    """A complete, verified copy of an open company file; replaces ``path`` only when it is sound."""
    if store.identity.is_at(path):
        raise _refusal("file.copy_onto_itself", path)
    with held(path, store.clock, store.actor), put_in_place(path) as making:
        copy_verified(store.raw, making, store.key)


def remove_leftovers(path: Path) -> None:
    """Take a file of ours away with its journal (a sample's copy); a missing one is fine."""
    for one in (path, journal(path)):
        with suppress(OSError):
            one.unlink()
