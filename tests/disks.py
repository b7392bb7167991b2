"""Files written without waiting until a disk has them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from app.storage import engine

SHIPPED = engine._PRAGMAS


@contextmanager
def unforced() -> Iterator[None]:
    """Inside, neither SQLite nor the program waits for a disk: only a loss of power would tell."""
    kept = [pragma for pragma in SHIPPED if not pragma.startswith("synchronous")]
    quick = mock.patch.object(engine, "_PRAGMAS", (*kept, "synchronous = OFF"))
    with quick, mock.patch.object(os, "fsync", return_value=None):
        yield
