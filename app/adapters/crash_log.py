"""What the process leaves behind when it dies: read at the next start, then taken away.

A death by signal (a fault in Qt's or a driver's machine code) runs no Python any more: only
``faulthandler`` still writes, into a file that was opened before.
"""

from __future__ import annotations

import faulthandler
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.fault_report import dumped

if TYPE_CHECKING:
    from typing import TextIO

_PATTERN = "ended-*.txt"
_MOST_CHARACTERS = 200_000
_KEPT_EMPTY_S = 7 * 86_400.0
_REPORT = "--- report ---\n"


class CrashLog:
    """One running process's file; a folder that cannot be written costs the report and nothing else."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"ended-{os.getpid()}.txt"
        self._file: TextIO | None = None

    def begin(self) -> None:
        """Be ready to write what the process dies of."""
        with suppress(OSError, RuntimeError, ValueError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("w", encoding="utf-8")
            faulthandler.enable(self._file)

    def note(self, report: str) -> None:
        """Keep a report (redacted already) of what the process is about to end with."""
        if self._file is not None:
            with suppress(OSError, ValueError):
                self._file.write(_REPORT + report + "\n")
                self._file.flush()

    def end(self) -> None:
        """The process ends well: nothing is left behind, but for what was noted."""
        if self._file is None:
            return
        faulthandler.disable()
        with suppress(OSError, ValueError):
            self._file.close()
            if not self._path.stat().st_size:
                self._path.unlink()
        self._file = None


def left_behind(folder: Path) -> str:
    """What earlier processes died of, redacted, the latest last; the files are taken away. "" if nothing."""
    found = []
    with suppress(OSError):
        for path in sorted(folder.glob(_PATTERN), key=lambda one: one.stat().st_mtime):
            with suppress(OSError):
                text = path.read_text("utf-8", errors="replace")[:_MOST_CHARACTERS]
                # An empty one belongs to a process that still runs, or to one that was killed.
                if text or path.stat().st_mtime < time.time() - _KEPT_EMPTY_S:
                    path.unlink()
                    found.append(_said(text))
    return "\n\n".join(filter(None, found))


def _said(text: str) -> str:
    """Reports as they were noted (they are redacted), and what a dump may say."""
    dump, *reports = text.split(_REPORT)
    return "\n".join(filter(None, (*(report.strip() for report in reports), dumped(dump))))
