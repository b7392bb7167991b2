"""Where the program's own files lie: fonts, icons, tokens and translations."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The resources folder: inside the installed package, else beside it in a checkout."""
    app = Path(__file__).resolve().parent.parent
    packed = app / "_resources"
    return packed if packed.is_dir() else app.parent / "resources"


def resource(*parts: str) -> Path:
    """The path of one resource, given by its folders and name."""
    return root().joinpath(*parts)
