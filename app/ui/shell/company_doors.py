"""Opening, making, copying and closing company files: all on the database worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.domain.company import Company
    from app.services.ports import Control
    from app.services.session import AppServices, CompanySession
    from app.ui.tasks import TaskRunner


class CompanyDoors(QObject):
    """Holds the open session, if any; one at a time."""

    opened = Signal(object)
    closed = Signal()
    recent_read = Signal(object)
    waiting = Signal(bool)
    failed = Signal(object)
    copied = Signal(object)

    def __init__(self, services: AppServices, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._runner = services, runner
        self.session: CompanySession | None = None

    def open(self, path: Path, *, anyway: bool = False) -> None:
        """Open a file in place of the one that is open; the same one only when that may help.

        ``anyway`` also writes where another computer seems to.
        """
        session = self.session
        if session is not None and session.path == path and not session.read_only:
            return
        self._enter(lambda _control: self._services.files.open(path, anyway=anyway))

    def create(self, path: Path, company: Company) -> None:
        """Make a file and open it."""
        self._enter(lambda _control: self._services.files.create(path, company))

    def open_sample(self) -> None:
        """Open a fresh copy of the sample company; a copy that is open makes way first."""
        if self.session is not None and self.session.sample:
            self.close()
        self._enter(lambda control: self._services.files.open_sample(control=control))

    def _enter(self, work: Callable[[Control], CompanySession]) -> None:
        """The old file is left only once the new one is open."""
        self.waiting.emit(True)
        self._runner.database(work, self._on_opened, failed=self._on_failed, owner=self)

    def _on_opened(self, session: CompanySession) -> None:
        before, self.session = self.session, session
        self.waiting.emit(False)
        if before is not None:
            self.closed.emit()
            self._runner.always(before.close)
        self.opened.emit(session)
        if not session.sample:  # a sample is not remembered
            self.read_recent()

    def _on_failed(self, error: Exception) -> None:
        self.waiting.emit(False)
        self.failed.emit(error)
        self.read_recent()

    def close(self) -> None:
        """Close the open file; the start screen follows."""
        session, self.session = self.session, None
        if session is not None:
            self._runner.always(session.close)
            self.closed.emit()
            self.read_recent()

    def save_copy(self, path: Path) -> None:
        """Write a complete copy of the open file."""
        session = self.session
        if session is None:
            return
        self._runner.database(
            lambda _control: self._services.files.save_copy(session, path),
            lambda _nothing: self.copied.emit(path),
            owner=self,
        )

    def read_recent(self) -> None:
        """Ask which files were opened before."""
        self._runner.database(
            lambda _control: self._services.files.recent(), self.recent_read.emit, owner=self
        )

    def forget(self, path: Path) -> None:
        """Take a file off the recent list."""
        self._runner.database(
            lambda _control: self._services.files.forget(path),
            lambda _nothing: self.read_recent(),
            owner=self,
        )
