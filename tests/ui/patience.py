"""Waiting that ends as soon as what is waited for has come."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

_LONGEST_NAP_MS = 10
"""What comes without an event, such as a file, is looked for so often."""


def wait_until(_qtbot: object, callback: Callable[[], bool | None], *, timeout: int = 5000) -> None:
    """As pytest-qt's ``waitUntil``, which sleeps 10 ms between two looks; here every event wakes it."""
    __tracebackhide__ = True
    end = time.monotonic() + timeout / 1000
    waited, said = False, None
    while True:
        try:
            if callback() in {None, True}:
                break
            said = None
        except AssertionError as error:
            said = error
        if time.monotonic() > end:
            raise TimeoutError(f"not reached within {timeout} ms") from said
        QTimer.singleShot(_LONGEST_NAP_MS, _woken)
        _handle(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        waited = True
    if waited:
        _handle()


def _handle(how: QEventLoop.ProcessEventsFlag = QEventLoop.ProcessEventsFlag.AllEvents) -> None:
    """What has come; and what is to be deleted goes, as in a loop of the window's own."""
    QApplication.processEvents(how)
    deleted()


def deleted() -> None:
    """What is to be deleted later is deleted now."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _woken() -> None:
    """Nothing but an event."""
