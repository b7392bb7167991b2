"""Putting a file on the user's disk: a safe name, nothing half-written, nothing overwritten unasked."""

from __future__ import annotations

import errno
import os
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp

from app.domain.file_name import safe_name
from app.domain.first_page import PAGE, is_database
from app.domain.problem import EnvironmentFaultError
from app.moving import move

_UNSAFE = re.compile(r"[^\w\-()（）]+")
_COMPANY_SUFFIX = ".holdfast"
_MOST_CHARACTERS = 100
_COUNTED = " (9999)"
"""The room that a count takes behind a name."""


def safe_file_name(*parts: str, suffix: str) -> str:
    """One file name from any text, fit for Windows, macOS and Linux: letters, digits, ``-_()``."""
    text = unicodedata.normalize("NFC", " ".join(part for part in parts if part))
    return safe_name(_UNSAFE.sub(" ", text)[:_MOST_CHARACTERS].strip(" -"), suffix)


def free_path(path: Path) -> Path:
    """``path`` cut to what its folder leaves, or with (2), (3) … so that it names no existing file."""
    room = f"{path.parent.absolute()}{_COUNTED}"
    path = path.with_name(safe_name(path.stem, path.suffix, folder=room))
    number, free = 2, path
    while free.exists():
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return free


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary file beside ``path`` that takes its place when the block ends well.

    Raises ``EnvironmentFaultError`` (``export.*``) when the disk or the folder will not have it, and
    where the paper would take the place of a ledger: a company file is never replaced by its export.
    """
    if path.is_dir():
        raise EnvironmentFaultError("export.is_folder", path=str(path))
    if _is_ledger(path):
        raise EnvironmentFaultError("export.onto_company", path=str(path))
    temporary: Path | None = None
    try:
        handle, name = mkstemp(prefix=".holdfast-", suffix=path.suffix, dir=path.parent)
        os.close(handle)
        temporary = Path(name)
        yield temporary
        # A temporary file is private; the finished one is as open as any file its owner makes.
        temporary.chmod(0o666 & ~_umask())
        _flush(temporary)  # what it replaces must not be lost with the power
        move(temporary, path)
    except OSError as fault:
        raise EnvironmentFaultError(_code(fault), path=str(path), reason=fault.strerror or "") from fault
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _is_ledger(path: Path) -> bool:
    """Whether a company file or any database stands at ``path``, encrypted or not."""
    try:
        with path.open("rb") as file:
            first, size = file.read(PAGE), os.fstat(file.fileno()).st_size
    except OSError:  # nothing there, or nothing we may look into: writing will say so
        return False
    return is_database(first, size) or (bool(first) and path.suffix.casefold() == _COMPANY_SUFFIX)


def _umask() -> int:
    """The process's file mode mask; it can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _code(fault: OSError) -> str:
    """Which kind of fault the operating system reports."""
    if isinstance(fault, PermissionError):
        return "export.not_allowed"
    if isinstance(fault, FileNotFoundError | NotADirectoryError):
        return "export.no_folder"
    return "export.disk_full" if fault.errno in {errno.ENOSPC, errno.EDQUOT} else "export.failed"
