"""Looks whether the open file still is at its place and ours alone, and offers a way out where it is not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from app.domain.problem import EnvironmentFaultError
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.problem import Problem
    from app.services.control import Control
    from app.services.session import CompanySession
    from app.ui.shell.main_window import MainWindow

_EVERY_MS = 10_000
_SAVABLE = frozenset({"file.moved", "file.replaced", "file.broken_open", "file.disk_full", "file.read_only"})
"""What is open still reads, at least in part: it can go on elsewhere."""
_LOST_PLACE = frozenset({"file.moved", "file.replaced", "file.overwritten"})
_BROKEN = frozenset({"file.damaged", "file.io", "file.not_a_company", "file.cannot_open"})
"""Said of a file that is open: it was sound when it was opened."""


class FileWatch(QObject):
    """Asks every few seconds and whenever the window comes to the front; ``paused`` in tests.

    What it says stands until the file is back or another one is open: nobody types on unknowing.
    """

    def __init__(self, window: MainWindow, session: CompanySession, parent: QObject, *, paused: bool) -> None:
        super().__init__(parent)
        self._window, self._session = window, session
        self._said = ""
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        if not paused:
            self._timer.start()
            QGuiApplication.instance().applicationStateChanged.connect(self._on_state)  # type: ignore[union-attr]  # there is one

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

    def look(self) -> None:
        """Ask what became of the file."""
        session = self._session

        def work(_control: Control) -> Problem | None:
            return session.file_trouble()

        self._window.runner.database(
            work, self._on_found, failed=lambda _error: None, owner=self, key="file.watch", quiet=True
        )

    def _on_found(self, problem: Problem | None) -> None:
        if problem is not None:
            if problem.code != self._said:
                self.tell(problem.code)
        elif self._said in _LOST_PLACE:  # it was put back
            self._said = ""
            if self._window.workspace is not None:
                self._window.workspace.message.hide()

    def heed(self, error: Exception) -> bool:
        """Whether an error is about the open file itself; then it is said with the ways out of it."""
        if not isinstance(error, EnvironmentFaultError) or error.params.get("path") != str(
            self._session.path
        ):
            return False
        code = "file.broken_open" if error.code in _BROKEN else error.code
        if code not in _SAVABLE | _LOST_PLACE:
            return False
        self.tell(code)
        return True

    def tell(self, code: str) -> None:
        """Say it in the window, with what can be done."""
        workspace = self._window.workspace
        if workspace is None:
            return
        self._said = code
        text = say(code, self._window.formats.lang, name=self._session.path.name)
        stands = code in _LOST_PLACE
        workspace.message.say("danger", text, actions=self._ways_out(code), closable=not stands)

    def _ways_out(self, code: str) -> list[tuple[str, Callable[[], object]]]:
        ways: list[tuple[str, Callable[[], object]]] = []
        if code in _SAVABLE:
            ways.append((self.tr("Save elsewhere and go on there…"), self.go_on_elsewhere))
        if code == "file.moved":
            ways.append((self.tr("Find the file…"), self._window.browse))
        elif code in _LOST_PLACE:
            ways.append((self.tr("Open it again"), self.reopen))
        if code in {"file.overwritten", "file.broken_open"} and self._window.has_backups():
            ways.append((self.tr("Backups…"), self._window.show_backups))
        return ways

    def reopen(self) -> None:
        """Open what stands at the file's place now."""
        if self._window.may_leave():
            self._window.doors.reopen(self._session.path)

    def go_on_elsewhere(self) -> None:
        """Ask where to, write what is open there, and open that."""
        from app.ui.shell.asking import place_for_copy  # noqa: PLC0415 - asked once in a lifetime

        path = self._session.path
        start = path.with_name(self.tr("{name} saved elsewhere").format(name=path.stem) + path.suffix)
        if not start.parent.is_dir():
            start = Path.home() / start.name
        if self._window.may_leave() and (chosen := place_for_copy(self._window, start)) is not None:
            self._window.doors.go_on_in(chosen)
