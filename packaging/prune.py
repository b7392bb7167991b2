"""Take out of a built Linux folder what nothing in it needs: orphaned libraries, debugging symbols.

PyInstaller brings along whatever a left-out plug-in was linked against, and the interpreter and a few
wheels carry their debugging symbols. Windows and macOS have neither; there nothing is done.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

_LINKED_ONLY = (Path(), Path("PySide6/Qt/lib"))
"""Folders whose libraries are there because another one is linked against them."""
_WITH_SYMBOLS = (
    "libpython3*.so.*",
    "sqlcipher3/*.so",
    "kiwisolver/*.so",
    "PIL/_imaging*.so",
)
"""Built with debugging symbols; the rest has none, and some wheels' libraries do not survive ``strip``."""
_FILE, _NEEDED = re.compile(r"^File: (.+)$"), re.compile(r"\(NEEDED\).*\[(.+)\]$")


def libraries(folder: Path) -> list[Path]:
    """Every shared library and extension of the bundle, each once."""
    return sorted(path for path in folder.rglob("*.so*") if path.is_file() and not path.is_symlink())


def needs(paths: list[Path]) -> dict[Path, set[str]]:
    """What each library asks the loader for, by name."""
    told = subprocess.run(
        ["readelf", "-d", *map(str, paths)], env={"LC_ALL": "C"}, capture_output=True, text=True, check=True
    ).stdout
    found: dict[Path, set[str]] = {path: set() for path in paths}
    at = paths[0]
    for line in told.splitlines():
        if named := _FILE.match(line):
            at = Path(named[1])
        elif needed := _NEEDED.search(line):
            found[at].add(needed[1])
    return found


def orphans(folder: Path) -> list[Path]:
    """Libraries that nothing which stays is linked against."""
    asked = needs([*libraries(folder)])
    linked_only = {folder / place for place in _LINKED_ONLY}
    gone: list[Path] = []
    while True:
        wanted = set().union(*asked.values())
        found = [
            path
            for path in asked
            if path.parent in linked_only
            and ".so." in path.name
            and not path.name.startswith("libpython")
            and path.name not in wanted
        ]
        if not found:
            return gone
        gone += found
        for path in found:
            del asked[path]


def prune(program: Path) -> None:
    """Shrink the one-folder program in place."""
    if sys.platform != "linux":
        return
    inside = program / "_internal"
    for path in orphans(inside):
        path.unlink()
    for link in inside.rglob("*"):
        if link.is_symlink() and not link.exists():
            link.unlink()
    for pattern in _WITH_SYMBOLS:
        for path in inside.glob(pattern):
            subprocess.run(["strip", "--strip-debug", str(path)], check=True)
