"""Collect the licences of everything the installed program carries into resources/licences.

Run ``python packaging/licences.py`` after a change of pins; ``--check`` fails when a package has no
file or the file speaks of another version. Texts come from the installed packages; where a package
ships none (PySide6), the file names its licence and the text that stands beside it.
"""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import Distribution, distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "licences"
PROJECT = "holdfast"
NAME = re.compile(r"[A-Za-z0-9._-]+")
TEXT = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
# Packages without a licence text of their own.
OFFERED = dict.fromkeys(
    ("pyside6-essentials", "shiboken6"),
    "LGPL-3.0-only, one of the licences offered: LGPL-3.0.txt beside this file, which adds to GPL-3.0.txt.\n"
    "Source code: https://code.qt.io",
)

OF_WINDOWS = ("pywin32-ctypes",)
"""What only Windows' program carries; its text is collected there, and held to the pin everywhere."""


def normal(name: str) -> str:
    """A package's name in its one spelling."""
    return re.sub(r"[-_.]+", "-", name).lower()


def carried() -> list[Distribution]:
    """Installed packages the program needs at run time, its indirect needs included, by name."""
    installed = {normal(one.metadata["Name"]): one for one in distributions()}
    seen: set[str] = set()
    waiting = [PROJECT]
    while waiting:
        name = waiting.pop()
        if name in seen or name not in installed:
            continue
        seen.add(name)
        needs = installed[name].requires or []
        waiting += [normal(NAME.match(need)[0]) for need in needs if "extra ==" not in need]  # type: ignore[index]
    return [installed[name] for name in sorted(seen - {PROJECT})]


def texts(one: Distribution) -> list[str]:
    """The licence texts in the package's own metadata folder."""
    inside = (file for file in one.files or [] if ".dist-info" in file.parts[0])
    found = sorted(file for file in inside if TEXT.search(file.as_posix()))
    return [written(Path(str(file.locate())).read_bytes()).strip() for file in found]


def written(data: bytes) -> str:
    """A text in UTF-8, or in Latin-1, as some older licences are."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def head(one: Distribution) -> str:
    """First line of the file: which package, which version."""
    return f"{normal(one.metadata['Name'])} {one.version}"


def document(one: Distribution) -> str:
    """What the package's file says."""
    name = normal(one.metadata["Name"])
    # PackageMetadata declares no get before Python 3.12; its lookups do.
    said = one.metadata["License-Expression"] if "License-Expression" in one.metadata else ""  # noqa: SIM401 - see above
    body = texts(one) or [OFFERED[name]]
    rule = "\n\n" + "-" * 72 + "\n\n"
    return f"{head(one)}\n{said}\n\n{rule.join(body)}\n"


def path_of(one: Distribution) -> Path:
    """Where the package's file stands."""
    return FOLDER / f"{normal(one.metadata['Name'])}.txt"


def check() -> int:
    """The number of packages without a file, or with one of another version."""
    failed = 0
    for one in carried():
        path = path_of(one)
        if not path.exists() or path.read_text("utf-8").partition("\n")[0] != head(one):
            print(f"{path.name}: missing or of another version; run python packaging/licences.py")
            failed += 1
    pins = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["uv"][
        "constraint-dependencies"
    ]
    for name in OF_WINDOWS:
        path = FOLDER / f"{name}.txt"
        head_of_it = path.read_text("utf-8").partition("\n")[0] if path.exists() else ""
        if head_of_it.replace(" ", "==") not in pins:
            print(f"{path.name}: missing or of another version; run python packaging/licences.py on Windows")
            failed += 1
    return failed


def collect() -> None:
    """Write a file for every package."""
    for one in carried():
        path_of(one).write_text(document(one), "utf-8", newline="\n")


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(check())
    collect()
