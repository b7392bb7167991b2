"""Files that users have, turned into staged rows and row problems; writes nothing.

The four doors of the room are ``read``, ``read_text``, ``guess_columns`` and ``interpret``. They
are found on first use, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.imports.columns import guess_columns
    from app.imports.limits import ReadControl, ReadLimits
    from app.imports.reader import read, read_text
    from app.imports.staging import interpret

__all__ = ["ReadControl", "ReadLimits", "guess_columns", "interpret", "read", "read_text"]

_HOMES = {
    "ReadControl": "app.imports.limits",
    "ReadLimits": "app.imports.limits",
    "guess_columns": "app.imports.columns",
    "interpret": "app.imports.staging",
    "read": "app.imports.reader",
    "read_text": "app.imports.reader",
}


def __getattr__(name: str) -> object:
    """The door of that name, imported when first asked for."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(_HOMES[name]), name)
