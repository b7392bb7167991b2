"""What this computer tells about a file's place: its environment, drives, and the folder beside it."""

from __future__ import annotations

import json
import os
import socket
import sys
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

from app import resources
from app.domain.shared_place import (
    FilePlace,
    Marks,
    Mount,
    Surroundings,
    conflict_copies,
    marks_of,
    place_of,
)

_MOST_BESIDE = 5_000
"""Files looked at beside the company file."""
_DRIVE_REMOTE = 4  # GetDriveTypeW


@cache
def shipped_marks() -> Marks:
    """The table the program came with."""
    return marks_of(json.loads(resources.path("shared_places.json").read_text("utf-8")))


def look(path: Path, around: Surroundings | None = None) -> FilePlace:
    """Where a file lies, also behind a link, and which conflict copies lie beside it."""
    around, marks = around or surroundings(path), shipped_marks()
    found = place_of(str(path.absolute()), marks, around)
    with suppress(OSError, RuntimeError):  # a link that leads nowhere, or in a circle
        if found.kind is None:
            found = place_of(str(path.resolve()), marks, around)
    return replace(found, copies=conflict_copies(path.name, _beside(path), marks, around.computer))


def _beside(path: Path) -> list[str]:
    with suppress(OSError), os.scandir(path.absolute().parent) as entries:
        names = (entry.name for entry in entries if entry.name.endswith(path.suffix))
        return [name for _at, name in zip(range(_MOST_BESIDE), names, strict=False)]
    return []


def surroundings(path: Path) -> Surroundings:
    """The computer as far as it tells without asking anybody else."""
    return Surroundings(
        sys.platform, dict(os.environ), _mounts(path), tuple(_dropbox_roots()), socket.gethostname()
    )


if sys.platform == "win32":

    def _mounts(path: Path) -> tuple[Mount, ...]:
        """Only the file's own drive: listing all of them waits for those that do not answer."""
        import ctypes  # noqa: PLC0415 - only Windows is asked this way

        root = path.absolute().anchor
        remote = ctypes.windll.kernel32.GetDriveTypeW(root) == _DRIVE_REMOTE
        return (Mount(root, remote=remote),)

else:

    def _mounts(_path: Path) -> tuple[Mount, ...]:
        import psutil  # noqa: PLC0415 - wanted only with a file

        with suppress(OSError, psutil.Error):
            return tuple(
                Mount(one.mountpoint, one.fstype, one.device) for one in psutil.disk_partitions(all=True)
            )
        return ()


def _dropbox_roots() -> list[tuple[str, str]]:
    """Folders the Dropbox client says it keeps, wherever the user put them."""
    places = [os.environ.get("APPDATA"), os.environ.get("LOCALAPPDATA")]
    files = [Path(one, "Dropbox", "info.json") for one in places if one]
    with suppress(RuntimeError):  # nobody's home
        files.append(Path.home() / ".dropbox" / "info.json")
    found: list[tuple[str, str]] = []
    for file in files:
        with suppress(OSError, ValueError, AttributeError):
            told = json.loads(file.read_text("utf-8"))
            found += [("dropbox", str(one["path"])) for one in told.values() if "path" in one]
    return found
