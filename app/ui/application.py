"""The window as a program: builds what lives as long as the process and runs the event loop."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from app.ui.collector import Collector
from app.ui.i18n import Language
from app.ui.pages import PAGES
from app.ui.shell.main_window import MainWindow
from app.ui.tasks import TaskRunner
from app.ui.theme import Density, Scheme, Theme

if TYPE_CHECKING:
    from types import TracebackType

    from app.services.session import AppServices

Choice = TypeVar("Choice", bound=StrEnum)
_SWITCH_S = 0.001
"""So long a worker may keep the interpreter from the window; Python's own 5 ms make it stutter."""


class Program(QApplication):
    """The one application; macOS hands over a double-clicked company file as an event."""

    file_asked = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Say which file is asked for."""
        if isinstance(event, QFileOpenEvent):
            self.file_asked.emit(event.file())
            return True
        return super().event(event)


def application() -> QApplication:
    """The one application, named so that the system keeps its things apart."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    # Named here, Fusion is the style from the first; setStyle would hand a QStyle back, whose hundreds of
    # constants Python then builds before the first paint.
    made = Program([*sys.argv[:1], "-style", "Fusion"])
    made.setApplicationName("Holdfast")
    made.setApplicationDisplayName("")
    made.setOrganizationName("Holdfast")
    made.setDesktopFileName("holdfast")
    Collector(made)
    sys.setswitchinterval(_SWITCH_S)
    return made


def make_window(app: QApplication, services: AppServices, language: str = "") -> MainWindow:
    """The window with the user's theme, density and language; not shown yet."""
    preferences = services.preferences
    theme = Theme(app, _stored(Scheme, preferences.get("theme"), Scheme.SYSTEM))
    theme.set_density(_stored(Density, preferences.get("density"), Density.DEFAULT))
    spoken = Language(app, language or str(preferences.get("language") or ""))
    runner = TaskRunner(app)
    for collector in app.findChildren(Collector):
        collector.busy = lambda: runner.pending > 0
    return MainWindow(services, runner, theme, spoken, PAGES)


def _stored(kind: type[Choice], value: object, default: Choice) -> Choice:
    """A remembered choice, or the default where what is stored is none."""
    return kind(value) if isinstance(value, str) and value in set(kind) else default


def run(services: AppServices, opening: str | None = None, *, language: str = "") -> int:
    """Open the window; ``opening`` is a file's path, or "sample". The process' exit code."""
    app = application()
    window = make_window(app, services, language)

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception):
            window.notices.error(error)

    sys.excepthook = report
    if isinstance(app, Program):
        app.file_asked.connect(lambda file: window.open_path(Path(file)))
    window.show()
    if opening == "sample":
        window.open_sample()
    elif opening:
        window.open_path(Path(opening))
    code = app.exec()
    sys.excepthook = sys.__excepthook__
    return code
