"""Bring an older company file to the present schema: a verified backup first, then one transaction.

The only module that imports Alembic; it is itself imported only when a step is pending.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, func, insert, select

from app.domain.problem import EnvironmentFaultError
from app.storage import schema
from app.storage.backup import copy_verified, put_in_place
from app.storage.chain import seal
from app.storage.engine import engine_on, foreign_key_check, stamp_header, without_foreign_keys
from app.storage.rows import stamp
from app.storage.undo import MIGRATED

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.domain.file_key import FileKey
    from app.storage.engine import DriverConnection

SCRIPTS = Path(__file__).parent
Step = Callable[[], None]


def upgrade(
    raw: DriverConnection,
    path: Path,
    *,
    clock: Clock,
    actor: str,
    keep: Callable[[Path], Path] | None = None,
    key: FileKey | None = None,
) -> Path:
    """Upgrade an open file; the path of the backup made before. On failure the file is as it was."""
    (version,) = raw.execute("PRAGMA user_version").fetchone()
    backup = _backed_up(raw, path, version, keep, key)
    try:
        with without_foreign_keys(raw):
            _run(raw, path, version, clock, actor)
    except EnvironmentFaultError:
        raise
    except Exception as error:
        raise EnvironmentFaultError(
            "file.migration_failed",
            path=str(path),
            name=path.name,
            backup=str(backup),
            detail=str(error),
        ) from error
    return backup


def _backed_up(
    raw: DriverConnection,
    path: Path,
    version: int,
    keep: Callable[[Path], Path] | None,
    key: FileKey | None,
) -> Path:
    if keep is not None:
        with suppress(EnvironmentFaultError):
            return keep(path)
    backup = _backup_path(path, version)
    with put_in_place(backup) as making:
        copy_verified(raw, making, key)
    return backup


def _backup_path(path: Path, version: int) -> Path:
    name = f"{path.stem}.format-{version}"
    candidates = [f"{name}{path.suffix}", *(f"{name} ({n}){path.suffix}" for n in range(2, 1000))]
    return next(place for one in candidates if not (place := path.with_name(one)).exists())


def _run(raw: DriverConnection, path: Path, version: int, clock: Clock, actor: str) -> None:
    with engine_on(raw, path).connect().execution_options(writer=True) as connection:
        for step in _pending(version):
            with Operations.context(MigrationContext.configure(connection)):
                step()
        dangling = foreign_key_check(raw)
        if dangling:
            raise ValueError(f"dangling references: {dangling[:3]}")
        _leave_mark(connection, clock, actor)
        stamp_header(connection, schema.SCHEMA_VERSION)
        connection.commit()


def _pending(version: int) -> list[Step]:
    scripts = ScriptDirectory(str(SCRIPTS))
    chain = scripts.iterate_revisions(f"{schema.SCHEMA_VERSION:04d}", f"{version:04d}")
    return [script.module.upgrade for script in reversed(list(chain))]


def _leave_mark(connection: Connection, clock: Clock, actor: str) -> None:
    """Undo ends here: images logged before have the shape of the older tables."""
    log = schema.change_set
    latest = connection.scalar(select(func.max(log.c.id))) or 0
    connection.execute(
        insert(log).values(
            id=latest + 1,
            at=stamp(clock),
            actor=actor,
            verb=MIGRATED,
            params=json.dumps({"version": schema.SCHEMA_VERSION}),
            reversible=0,
        )
    )
    seal(connection, latest + 1)
