"""Where the bundled fonts, icons and translations lie: in a checkout, a wheel or a frozen build."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

_HERE = Path(__file__).resolve().parent


@cache
def folder() -> Path:
    """The resources folder; raises ``FileNotFoundError`` when the installation is incomplete."""
    frozen = Path(str(getattr(sys, "_MEIPASS", _HERE)))
    for place in (frozen / "resources", _HERE / "_resources", _HERE.parent / "resources"):
        if place.is_dir():
            return place
    raise FileNotFoundError(_HERE / "_resources")


def path(*parts: str) -> Path:
    """One bundled file by its parts below the resources folder."""
    return folder().joinpath(*parts)
