"""Putting a finished file in its place: a virus scanner or sync client may hold the old one a moment."""

from __future__ import annotations

import os
import time
from pathlib import Path

ATTEMPTS = 5
PAUSE_SECONDS = 0.4
OTHERS_HOLD_FILES = os.name == "nt"
"""Elsewhere a refusal is about permissions, and waiting does not change those."""


def move(source: Path, target: Path) -> None:
    """Replace ``target`` by ``source``, trying for two seconds where another program has it open."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            source.replace(target)
        except PermissionError:
            if not OTHERS_HOLD_FILES or attempt == ATTEMPTS:
                raise
            time.sleep(PAUSE_SECONDS)
        else:
            return
