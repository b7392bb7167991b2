"""SQLite's and the machine's refusals as codes the user can act on; everything else stays a bug."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from errno import EACCES, EDQUOT, EIO, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver

from app.domain.problem import EnvironmentFaultError

if TYPE_CHECKING:
    from sqlalchemy.engine import ExceptionContext

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
    26: "file.not_a_company",  # NOTADB
}
_BY_ERRNO = {
    ENOENT: "file.missing",
    ENOTDIR: "file.missing",
    EACCES: "file.no_permission",
    EPERM: "file.no_permission",
    EROFS: "file.read_only",
    ENOSPC: "file.disk_full",
    EDQUOT: "file.disk_full",
    EIO: "file.io",
}


def fault_of(error: BaseException, path: Path) -> EnvironmentFaultError | None:
    """The environment's fault behind a driver or system error; None when it is ours."""
    if isinstance(error, driver.Error):
        code = _BY_RESULT.get((getattr(error, "sqlite_errorcode", None) or 0) & 0xFF)
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


def on_error(path: Path) -> Callable[[ExceptionContext], BaseException | None]:
    """A SQLAlchemy error hook that does the same for every statement on the open file."""
    at_open = path.stat()

    def handle(context: ExceptionContext) -> BaseException | None:
        error = context.original_exception
        fault = fault_of(error, path)
        # SQLite refuses to write to a file that no longer is the one at its path.
        if fault and fault.code == "file.read_only" and not _is_there(path, at_open):
            return _fault("file.moved", path, error)
        return fault

    return handle


def _is_there(path: Path, at_open: os.stat_result) -> bool:
    try:
        return os.path.samestat(path.stat(), at_open)
    except OSError:
        return False
