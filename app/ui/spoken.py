"""What painted parts are to a screen reader: Qt takes every widget it did not make for a part of the window.

A class of ours says so by ``spoken_as``. Qt asks the factory once for each widget, only where a screen
reader runs, and keeps and frees what it is given; nothing here outlives a widget.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface


class Spoken(StrEnum):
    """Kinds by Qt's own names of roles; an ornament says nothing that is not said beside it."""

    PICTURE = "Graphic"
    TEXT = "StaticText"
    BUTTON = "Button"
    GROUP = "Grouping"
    ALERT = "AlertMessage"
    PROGRESS = "ProgressBar"
    PAPER = "Document"
    ORNAMENT = "Separator"


_given: list[object] = []
"""The factory, given once: Qt has no way to take it back in Python."""


def watch() -> None:
    """Answer for painted parts from now on; after the first paint, as Qt's hundreds of roles take a while."""
    if not _given:
        from PySide6.QtGui import QAccessible  # noqa: PLC0415 - see above

        QAccessible.installFactory(_interface)
        _given.append(_interface)


def _interface(_kind: str, part: QObject) -> QAccessibleInterface | None:
    """Qt's own interface of a widget, with the kind its class says; None leaves it to Qt."""
    spoken = getattr(part, "spoken_as", None)
    if not isinstance(spoken, Spoken):
        return None
    from PySide6.QtGui import QAccessible  # noqa: PLC0415 - loaded by now
    from PySide6.QtWidgets import QAccessibleWidget, QWidget  # noqa: PLC0415 - as above

    return QAccessibleWidget(part, QAccessible.Role[spoken]) if isinstance(part, QWidget) else None
