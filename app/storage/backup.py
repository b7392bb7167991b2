"""Copies of an open company file, verified, and files that appear whole or not at all."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.problem import EnvironmentFaultError
from app.moving import move
from app.storage.engine import connect, copy_into, quick_check
from app.storage.faults import translated

if TYPE_CHECKING:
    from app.domain.file_key import FileKey
    from app.storage.engine import DriverConnection

_LEFT_FOR_GOOD = 86_400
"""Seconds nobody wrote to it: another computer, or one that slept, may still be at it before."""


@contextmanager
def put_in_place(path: Path) -> Iterator[Path]:
    """A temporary path beside ``path`` to fill; moved onto it when the block ends well."""
    making = path.with_name(f".{path.name}.{os.getpid()}.making")
    _sweep(path)
    try:
        with translated(path):
            making.unlink(missing_ok=True)
            yield making
            _flush(making)
            # What was cut off in an old file of the name must not be taken back in the new one.
            journal(path).unlink(missing_ok=True)
            move(making, path)
            _keep_name(path.parent)
    except EnvironmentFaultError as error:
        if error.params.get("path") != str(making):
            raise
        about = {**error.params, "path": str(path), "name": path.name}
        raise EnvironmentFaultError(error.code, **about) from error
    finally:
        for leftover in (making, journal(making)):
            with suppress(OSError):  # what went wrong before must be told, not this
                leftover.unlink()


def _sweep(path: Path) -> None:
    """Take away what processes that were killed while they made this file left beside it."""
    left = re.compile(rf"\.{re.escape(path.name)}\.\d+\.(making|pages)(-journal)?")
    with suppress(OSError):
        for one in path.parent.iterdir():
            if left.fullmatch(one.name) and one.stat().st_mtime < time.time() - _LEFT_FOR_GOOD:
                one.unlink()


def journal(path: Path) -> Path:
    """Where SQLite keeps what it needs to take a cut-off write back."""
    return path.with_name(f"{path.name}-journal")


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _keep_name(folder: Path) -> None:
    """Let a new name outlast a power cut, where the system leaves that to us and the place can."""
    if os.name == "nt":  # folders cannot be opened there, and names are journalled
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def copy_verified(raw: DriverConnection, target: Path, key: FileKey | None = None) -> None:
    """Copy an open file to ``target`` and read the copy back; ``file.copy_failed`` if unsound.

    ``key`` is the open file's; its copy has the same.
    """
    copy_into(raw, target, key=key)
    copy = connect(target, mode="ro", key=key)
    try:
        damage = quick_check(copy)
    finally:
        copy.close()
    if damage:
        raise EnvironmentFaultError("file.copy_failed", path=str(target), name=target.name, detail=damage[0])
