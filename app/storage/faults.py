"""SQLite's and the machine's refusals as codes the user can act on; everything else stays a bug."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from errno import EACCES, EDQUOT, EFBIG, EIO, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as driver

from app.domain.problem import EnvironmentFaultError
from app.storage import schema

if TYPE_CHECKING:
    from sqlalchemy.engine import ExceptionContext

NOT_A_DATABASE = 26
"""SQLite's code for a file of another kind, and SQLCipher's for a key that does not fit."""
# Primary result codes, https://www.sqlite.org/rescode.html
_BY_RESULT = {
    3: "file.no_permission",  # PERM
    5: "file.busy",  # BUSY
    6: "file.busy",  # LOCKED
    8: "file.read_only",  # READONLY
    10: "file.io",  # IOERR
    11: "file.damaged",  # CORRUPT
    13: "file.disk_full",  # FULL
    14: "file.cannot_open",  # CANTOPEN
    22: "file.too_large",  # NOLFS
    23: "file.no_permission",  # AUTH
    NOT_A_DATABASE: "file.not_a_company",
}
_BY_TEXT = {
    "access permission denied": 3,
    "database is locked": 5,
    "database table is locked": 6,
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
    "file is not a database": 26,
}
"""The driver's backup gives a fault no number; the texts are those of sqlite3_errstr."""
_MISSING = ("no such column", "no such table", "malformed database schema", "table ")
"""How SQLite begins to say that a statement does not fit the tables there are."""
_BY_ERRNO = {
    ENOENT: "file.missing",
    ENOTDIR: "file.missing",
    EACCES: "file.no_permission",
    EPERM: "file.no_permission",
    EROFS: "file.read_only",
    ENOSPC: "file.disk_full",
    EDQUOT: "file.disk_full",
    EIO: "file.io",
    EFBIG: "file.too_large",
    ENAMETOOLONG: "file.name_too_long",
}


def fault_of(error: BaseException, path: Path) -> EnvironmentFaultError | None:
    """The environment's fault behind a driver or system error; None when it is ours."""
    if isinstance(error, driver.Error):
        result = getattr(error, "sqlite_errorcode", None) or _BY_TEXT.get(str(error), 0)
        code = _BY_RESULT.get(result & 0xFF)
    elif isinstance(error, OSError):
        code = _BY_ERRNO.get(error.errno or 0, "file.io")
    else:
        return None
    if code is None:
        return None
    return _fault(code, path, error)


def _fault(code: str, path: Path, error: BaseException) -> EnvironmentFaultError:
    return EnvironmentFaultError(code, path=str(path), name=path.name, detail=str(error))


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise the environment's faults inside as ``EnvironmentFaultError`` about ``path``."""
    try:
        yield
    except (driver.Error, OSError) as error:
        fault = fault_of(error, path)
        if fault is None:
            raise
        raise fault from error
    except UnicodeDecodeError as error:  # the driver's words for damage quote what is no text any more
        raise _fault("file.damaged", path, error) from error


def on_error(
    path: Path, trouble: Callable[[], str | None] = lambda: None
) -> Callable[[ExceptionContext], BaseException | None]:
    """A SQLAlchemy error hook that does the same for every statement on the open file.

    ``trouble`` tells whether the file still is what was opened: then that is what went wrong, whatever
    SQLite made of it (of an emptied file it says that a table is missing).
    """

    def handle(context: ExceptionContext) -> BaseException | None:
        error = context.original_exception
        if isinstance(error, driver.DatabaseError) and (code := trouble()) is not None:
            return _fault(code, path, error)
        fault = fault_of(error, path)
        if fault is None and str(error).startswith(_MISSING) and _laid_out_otherwise(context):
            return _fault("file.damaged", path, error)
        return fault

    return handle


def _laid_out_otherwise(context: ExceptionContext) -> bool:
    """Whether the file's tables are not as the program makes them: then it is no mistake of ours."""
    from app.storage.layout_integrity import layout_findings  # noqa: PLC0415 - asked when all else is done

    raw: Any = context.connection.connection.driver_connection if context.connection is not None else None
    if raw is None:
        return False
    try:
        (version,) = raw.execute("PRAGMA user_version").fetchone()
        return version == schema.SCHEMA_VERSION and bool(
            layout_findings(raw)
        )  # an older file is on its way here
    except driver.Error:
        return True
