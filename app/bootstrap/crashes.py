"""Guards a run of the window: what it dies of is kept for the next start, and said where it still can be."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.adapters.crash_log import CrashLog, left_behind
from app.adapters.places import log_folder
from app.domain.fault_report import traced

if TYPE_CHECKING:
    from types import TracebackType

FAILED = 70
"""The exit code of a program that failed for a fault of its own (sysexits' EX_SOFTWARE)."""


def guarded(run: Callable[[str], int], version: str) -> int:
    """``run`` with what an earlier process died of ("" if none did); its exit code, or ``FAILED``."""
    folder = log_folder()
    earlier, log = left_behind(folder), CrashLog(folder)
    log.begin()
    before = sys.excepthook

    def last_words(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.note(report_of(error, version))
        before(kind, error, trace)

    sys.excepthook = last_words
    try:
        return run(earlier)
    except Exception as error:  # noqa: BLE001 - the border of the program: every fault is kept
        last_words(type(error), error, error.__traceback__)
        return FAILED
    finally:
        sys.excepthook = before
        log.end()


def report_of(error: BaseException, version: str) -> str:
    """A fault of our own with the program's and the system's versions; nothing of the company."""
    head = f"Holdfast {version} · Python {platform.python_version()} · {platform.platform()}"
    return f"{head}\n\n{traced(error)}"
