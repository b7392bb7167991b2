"""Looks how the open company is backed up, while nobody waits, and says it where something is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.services.backups import Standing
    from app.services.control import Control
    from app.ui.shell.main_window import MainWindow

_SOON_MS, _HOURLY_MS = 4_000, 3_600_000
_BEGUN = ("import.", "bank.", "customer.merged", "assessment.finished_all")
"""Verbs of what a backup is made before."""


class BackupWatch(QObject):
    """Asks soon after opening, after what is backed up before, and every hour; ``paused`` in tests."""

    def __init__(self, window: MainWindow, parent: QObject, *, paused: bool) -> None:
        super().__init__(parent)
        self._window = window
        self._said = False
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.look)
        self._hourly = QTimer(self, interval=_HOURLY_MS)
        self._hourly.timeout.connect(self.look)
        self._paused = paused
        if not paused:
            self._soon.start()
            self._hourly.start()

    def on_change(self, change: ChangeSet) -> None:
        """Look once a backup was due."""
        if change.verb.startswith(_BEGUN) and not self._paused:
            self._soon.start()

    def look(self) -> None:
        """Ask how the backups stand, and say what is wrong."""
        window = self._window
        session, path = window.doors.session, window.doors.home
        if session is None or path is None or session.sample or window.doors.came_from is not None:
            return

        def work(_control: Control) -> Standing:
            return window.services.files.backups.standing(path)

        window.runner.database(
            work, self._say, failed=lambda _error: None, owner=self, key="backup.watch", quiet=True
        )

    def _say(self, standing: Standing) -> None:
        workspace = self._window.workspace
        if workspace is None:
            return
        strip, problem = workspace.message, standing.problem
        if problem is None:
            if self._said:
                strip.hide()
            self._said = False
        elif self._said or strip.isHidden():
            from app.words import say  # noqa: PLC0415 - only where something is to be said

            text = say(problem.code, self._window.formats.lang, **problem.params)
            show = (self.tr("Backups…"), self._window.show_backups)
            strip.say("warn", text, actions=[show])
            self._said = True
