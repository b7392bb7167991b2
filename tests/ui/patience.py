"""Waiting that ends as soon as what is waited for has come."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

_LONGEST_NAP_MS = 10
"""What comes without an event, such as a file, is looked for so often."""


def wait_until(_qtbot: object, callback: Callable[[], bool | None], *, timeout: int = 5000) -> None:
    """As pytest-qt's ``waitUntil``, which sleeps 10 ms between two looks; here every event wakes it.

    What was waited for has come when it still is so with all events handled: what is painted at last may
    ask for more.
    """
    __tracebackhide__ = True
    end = time.monotonic() + timeout / 1000
    waited = still = False
    while True:
        said = _missing(callback)
        if said is None and (still or not waited):
            return
        if time.monotonic() > end:
            raise TimeoutError(f"not reached within {timeout} ms") from said
        still = said is None
        if still:
            _handle()
        else:
            QTimer.singleShot(_LONGEST_NAP_MS, _woken)
            _handle(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        waited = True


def _missing(callback: Callable[[], bool | None]) -> AssertionError | None:
    """What it says as long as it is not so; None when it is."""
    try:
        return None if callback() in {None, True} else AssertionError("not yet")
    except AssertionError as error:
        return error


def _handle(how: QEventLoop.ProcessEventsFlag = QEventLoop.ProcessEventsFlag.AllEvents) -> None:
    """What has come; and what is to be deleted goes, as in a loop of the window's own."""
    QApplication.processEvents(how)
    deleted()


def deleted() -> None:
    """What is to be deleted later is deleted now."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _woken() -> None:
    """Nothing but an event."""
