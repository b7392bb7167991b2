"""A whole company file written anew under another key: into an encrypted file, out of it, or from key to key.

Table by table rather than by ``sqlcipher_export``, which hides whether the disk was full, cannot be
followed and cannot be stopped.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver

from app.domain.problem import EnvironmentFaultError
from app.services.control import CancelledError
from app.storage.cipher import as_text, unlock
from app.storage.engine import connect, foreign_key_check, integrity_check, uri
from app.storage.faults import translated

if TYPE_CHECKING:
    from app.domain.file_key import FileKey
    from app.services.control import Control
    from app.storage.engine import DriverConnection

_PRAGMAS = ("journal_mode = OFF", "synchronous = OFF", "trusted_schema = OFF", "cell_size_check = ON")
"""A file that is thrown away unless it is whole needs no journal; it is flushed before it is put in place."""
_OBJECTS = "SELECT type, name, sql FROM old.sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'"
_HEADER = ("application_id", "user_version")
_STEPS = 20_000
"""So many of SQLite's steps between two looks at whether to stop."""


def write_anew(
    source: Path, old: FileKey | None, target: Path, key: FileKey | None, control: Control
) -> None:
    """All of ``source`` under ``key`` (None: in clear) and read back; ``target`` must not exist."""
    with translated(target):
        fresh = driver.connect(uri(target, "rwc"), uri=True, isolation_level=None)
        with closing(fresh):
            if key is not None:
                unlock(fresh, key)
            for pragma in _PRAGMAS:
                fresh.execute(f"PRAGMA {pragma}").fetchall()
            fresh.execute("ATTACH ? AS old KEY ?", (uri(source, "ro"), as_text(old)))
            fresh.set_progress_handler(control.cancelled, _STEPS)
            try:
                rows = _copy_all(fresh, control)
            except driver.OperationalError:
                if control.cancelled():
                    raise CancelledError from None
                raise
            fresh.set_progress_handler(None, 0)
    control.progress(0, 0, "protection.verifying")
    _require_same(target, key, rows)


def _copy_all(fresh: DriverConnection, control: Control) -> dict[str, int]:
    """Tables with their rows, then indexes and whatever else; rows by table."""
    objects = fresh.execute(_OBJECTS).fetchall()
    tables = [(name, sql) for kind, name, sql in objects if kind == "table"]
    rows = {}
    fresh.execute("BEGIN")
    for done, (name, sql) in enumerate(tables):
        if control.cancelled():
            raise CancelledError
        control.progress(done, len(tables), "protection.writing")
        fresh.execute(sql)
        rows[name] = fresh.execute(f'INSERT INTO main."{name}" SELECT * FROM old."{name}"').rowcount  # noqa: S608 - names out of a schema
    for kind, _name, sql in objects:
        if kind != "table":
            fresh.execute(sql)
    for pragma in _HEADER:
        (value,) = fresh.execute(f"PRAGMA old.{pragma}").fetchone()
        fresh.execute(f"PRAGMA main.{pragma} = {value:d}")
    fresh.execute("COMMIT")
    return rows


def _require_same(path: Path, key: FileKey | None, rows: dict[str, int]) -> None:
    """Refuse what does not read back as it was written: ``file.copy_failed``."""
    with closing(connect(path, mode="ro", key=key)) as raw, translated(path):
        damage = integrity_check(raw) or [str(one) for one in foreign_key_check(raw)]
        counted = {
            name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - as above
            for name in rows
        }
    if damage or counted != rows:
        detail = damage[0] if damage else ""
        raise EnvironmentFaultError("file.copy_failed", path=str(path), name=path.name, detail=detail)
