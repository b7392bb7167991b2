"""The window as a program: builds what lives as long as the process and runs the event loop."""

from __future__ import annotations

import sys
import threading
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.ui import writing
from app.ui.collector import Collector
from app.ui.i18n import Language
from app.ui.pages import PAGES
from app.ui.program import Program, program
from app.ui.shell.main_window import MainWindow
from app.ui.tasks import TaskRunner
from app.ui.theme import Contrast, Density, Scheme, Theme

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtWidgets import QSplashScreen

    from app.services.session import AppServices

Choice = TypeVar("Choice", bound=StrEnum)
_TITLE = 40
"""Pixels a title bar takes at most above the window."""
_SWITCH_S = 0.001
"""So long a worker may keep the interpreter from the window; Python's own 5 ms make it stutter."""


def application() -> QApplication:
    """The one application as a window needs it: collecting, switching threads often."""
    made = program()
    if isinstance(made, Program) and made.collector is None:
        made.collector = Collector(made)
        sys.setswitchinterval(_SWITCH_S)
    return made


def make_window(app: QApplication, services: AppServices, language: str = "") -> MainWindow:
    """The window with the user's theme, density and language; not shown yet."""
    preferences = services.preferences
    theme = Theme(app, _stored(Scheme, preferences.get("theme"), Scheme.SYSTEM))
    theme.set_contrast(_stored(Contrast, preferences.get("contrast"), Contrast.SYSTEM))
    theme.set_density(_stored(Density, preferences.get("density"), Density.DEFAULT))
    spoken = Language(app, language or str(preferences.get("language") or ""), writing.stored(preferences))
    runner = TaskRunner(app)
    # Kept there: to look among its children Qt's bindings would build hundreds of constants first.
    if isinstance(app, Program) and app.collector is not None:
        app.collector.busy = lambda: runner.pending > 0
    return MainWindow(services, runner, theme, spoken, PAGES)


def _stored(kind: type[Choice], value: object, default: Choice) -> Choice:
    """A remembered choice, or the default where what is stored is none."""
    return kind(value) if isinstance(value, str) and value in set(kind) else default


def appear(window: MainWindow) -> None:
    """Show the window; where the screen is smaller than it was designed, it fills the screen."""
    room = window.screen().availableGeometry().size()
    if window.width() > room.width() or window.height() + _TITLE > room.height():
        window.showMaximized()
    else:
        window.show()


def run(
    services: AppServices,
    opening: str | None = None,
    *,
    language: str = "",
    earlier: str = "",
    card: QSplashScreen | None = None,
) -> int:
    """Open the window; ``opening`` is a file's path, or "sample". The process' exit code.

    ``earlier`` is the report of what the program ended with before, to be shown. ``card`` has stood on
    the screen until now.
    """
    app = application()
    window = make_window(app, services, language)

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception):  # by a signal: it may have happened on any thread
            window.runner.failed.emit(error)

    before, sys.excepthook = sys.excepthook, report
    threading.excepthook = lambda told: report(told.exc_type, told.exc_value or told.exc_type(), None)
    if isinstance(app, Program):
        app.file_asked.connect(lambda file: window.open_path(Path(file)))
        opening = opening or app.asked_early  # the card let the system's events in
    appear(window)
    if card is not None:
        QTimer.singleShot(0, card.close)
    if opening == "sample":
        window.open_sample()
    elif opening:
        window.open_path(Path(opening))
    if earlier:
        from app.ui.shell.last_end import tell  # noqa: PLC0415 - most runs end well

        tell(window, earlier, opening=bool(opening))
    try:
        return app.exec()
    finally:
        sys.excepthook, threading.excepthook = before, threading.__excepthook__
