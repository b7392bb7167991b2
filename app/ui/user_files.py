"""Files of the user's own, read and written whole on the worker; what goes wrong has a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSaveFile

from app.domain.problem import EnvironmentFaultError

if TYPE_CHECKING:
    from pathlib import Path


def read_bytes(path: Path) -> bytes:
    """The file's bytes; ``EnvironmentFaultError`` where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise EnvironmentFaultError("attachment.unreadable", name=path.name) from error


def ending(path: Path, suffix: str) -> Path:
    """The place that was chosen, with the suffix (``.pdf``) behind it where it ends otherwise."""
    return path if path.suffix.lower() == suffix else path.with_name(f"{path.name}{suffix}")


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; ``EnvironmentFaultError`` where the place refuses."""
    file = QSaveFile(str(path))
    opened = file.open(QSaveFile.OpenModeFlag.WriteOnly)
    if not (opened and file.write(data) == len(data) and file.commit()):
        raise EnvironmentFaultError("attachment.unwritable", name=path.name)
