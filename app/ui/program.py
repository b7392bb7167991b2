"""The application itself, and the card that stands on the screen until its window is there.

What comes before the first paint: nothing here may load more than a bare Qt window does.
"""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFileOpenEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QApplication, QSplashScreen, QWidget

from app.resources import path as resource

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from app.ui.collector import Collector

_DENSITY = 2
"""Pixels of the card's picture to a logical pixel."""
_PATIENCE_S = 0.15


class Program(QApplication):
    """The one application; macOS hands over a double-clicked company file as an event."""

    file_asked = Signal(str)
    asked_early = ""
    """The file asked for last; the first one may be before there is a window to hear of it."""
    collector: Collector | None = None

    def event(self, event: QEvent) -> bool:
        """Say which file is asked for."""
        if isinstance(event, QFileOpenEvent):
            self.asked_early = event.file()
            self.file_asked.emit(event.file())
            return True
        return super().event(event)


def program() -> QApplication:
    """The one application, named so that the system keeps its things apart."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    # Named here, Fusion is the style from the first; setStyle would hand a QStyle back, whose hundreds of
    # constants Python then builds before the first paint.
    made = Program([*sys.argv[:1], "-style", "Fusion"])
    made.setApplicationName("Holdfast")
    made.setApplicationDisplayName("")
    made.setOrganizationName("Holdfast")
    made.setDesktopFileName("holdfast")
    return made


class OpeningCard(QSplashScreen):
    """A splash screen that does not wait for the system to map it: Qt's own may wait a second."""

    def event(self, event: QEvent) -> bool:
        """As any widget's where it is shown."""
        return QWidget.event(self, event) if isinstance(event, QShowEvent) else super().event(event)


def opening_card() -> QSplashScreen:
    """The program's name, painted: on a slow disk the window itself takes seconds."""
    app = program()
    picture = QPixmap(str(resource("theme", "opening.png")))
    picture.setDevicePixelRatio(_DENSITY)
    card = OpeningCard(picture)
    card.show()
    latest = monotonic() + _PATIENCE_S
    while not card.windowHandle().isExposed() and monotonic() < latest:  # some systems show it a moment later
        app.processEvents()
    app.processEvents()
    return card
