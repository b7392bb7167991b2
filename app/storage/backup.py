"""Copies of an open company file, verified, and files that appear whole or not at all."""

from __future__ import annotations

import os
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


@contextmanager
def put_in_place(path: Path) -> Iterator[Path]:
    """A temporary path beside ``path`` to fill; moved onto it when the block ends well."""
    making = path.with_name(f".{path.name}.{os.getpid()}.making")
    with suppress(FileNotFoundError):
        making.unlink()
    try:
        with translated(path):
            yield making
            _flush(making)
            move(making, path)
    except EnvironmentFaultError as error:
        if error.params.get("path") != str(making):
            raise
        about = {**error.params, "path": str(path), "name": path.name}
        raise EnvironmentFaultError(error.code, **about) from error
    finally:
        for leftover in (making, making.with_name(f"{making.name}-journal")):
            with suppress(FileNotFoundError):
                leftover.unlink()


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


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
