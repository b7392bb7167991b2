"""Opening, making, copying and closing company files: all on the database worker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.duty import Duty
from app.domain.problem import DomainError, EnvironmentFaultError, HoldfastError

if TYPE_CHECKING:
    from app.domain.company import Company
    from app.domain.duties import Seat
    from app.domain.file_key import FileKey
    from app.services.ports import Control
    from app.services.session import AppServices, CompanySession
    from app.ui.tasks import TaskRunner

PASSWORD_NEEDED, PASSWORD_WRONG = "file.password_needed", "file.password_wrong"
Opening = Callable[["Control", "FileKey | None"], "CompanySession"]
"""Opens a file, with its key where it is asked for one."""


@dataclass(frozen=True, slots=True)
class ShutDoor:
    """A file a password is missing for; opening again with its key, and what follows that."""

    path: Path
    opening: Opening
    opened: Callable[[CompanySession], None]


class CompanyDoors(QObject):
    """Holds the open session, if any; one at a time."""

    opened = Signal(object)
    closed = Signal()
    recent_read = Signal(object)
    waiting = Signal(bool)
    failed = Signal(object)
    copied = Signal(object)
    restored = Signal(object)
    shut = Signal(object)
    """A ``ShutDoor``: what was to be opened wants a password first."""

    def __init__(self, services: AppServices, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._runner = services, runner
        self.session: CompanySession | None = None
        self.came_from: Path | None = None
        """The company file whose backup is being looked at."""
        self._left: Seat | None = None
        self.wants_password: Callable[[str], bool] = lambda _path: False
        """Whether a file's key is not to be taken from what this computer remembers."""

    @property
    def home(self) -> Path | None:
        """The company file that is open, or whose backup is."""
        if self.came_from is not None or self.session is None:
            return self.came_from
        return self.session.path

    @property
    def seat(self) -> Seat | None:
        """Who works with the company file, also while one of its backups is looked at."""
        if self.came_from is not None or self.session is None:
            return self._left
        return self.session.desk.seat

    def look_at(self, backup: Path) -> None:
        """Open a backup for reading in place of its company."""
        home, self._left = self.home, self.seat
        files = self._services.files
        self._enter(lambda _control, key: files.open(backup, read_only=True, key=key), home, going_on=True)

    def restore(self, path: Path, backup: Path) -> None:
        """Put a backup in the place of a company file and open that, whatever comes of it.

        Of a file that can be opened it is the owner's to do so, where the company asks; one that is
        damaged nobody can sit down at.
        """
        was_open, files = self.home == path, self._services.files
        try:
            if was_open and (seat := self.seat) is not None:
                seat.require_duty(Duty.PEOPLE)
        except DomainError as error:
            self.failed.emit(error)
            return
        self.close()

        def work(control: Control) -> HoldfastError | None:
            try:
                files.backups.restore(path, backup, control)
            except HoldfastError as error:
                if not was_open:
                    raise
                return error
            return None

        def done(fault: HoldfastError | None) -> None:
            then = partial(self.restored.emit, fault)
            self._enter(lambda _control, key: files.open(path, key=key), going_on=True, then=then)

        self.waiting.emit(True)
        self._runner.database(work, done, failed=self._on_failed, owner=self)

    def open(self, path: Path, *, anyway: bool = False, going_on: bool = False) -> None:
        """Open a file in place of the one that is open; the same one only when that may help.

        ``anyway`` also writes where another computer seems to; ``going_on`` does not ask again for a
        password that was typed.
        """
        session = self.session
        if session is not None and session.path == path and not session.read_only:
            return
        files = self._services.files
        going_on = going_on or path == self.home or (session is not None and path == session.path)
        self._enter(lambda _control, key: files.open(path, anyway=anyway, key=key), going_on=going_on)

    def reopen(self, path: Path) -> None:
        """Leave the open file, whatever became of it, and open what is at a path now."""
        self.close()
        self._enter(lambda _control, key: self._services.files.open(path, key=key))

    def go_on_in(self, path: Path) -> None:
        """Write what is open to another place, and open that in its place."""
        session = self.session
        if session is None:
            return
        files = self._services.files
        self._runner.database(
            lambda _control: files.save_copy(session, path),
            lambda _nothing: self._enter(lambda _control, key: files.open(path, key=key), going_on=True),
            owner=self,
        )

    def create(self, path: Path, company: Company, *, password: str = "") -> None:
        """Make a file, encrypted where a password is given, and open it."""
        self._enter(lambda _control, _key: self._services.files.create(path, company, password=password))

    def open_sample(self) -> None:
        """Open a fresh copy of the sample company; a copy that is open makes way first."""
        if self.session is not None and self.session.sample:
            self.close()
        self._enter(lambda control, _key: self._services.files.open_sample(control=control))

    def _enter(
        self,
        opening: Opening,
        home: Path | None = None,
        *,
        going_on: bool = False,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """The old file is left only once the new one is open; ``home`` is whose backup it is.

        ``going_on`` with what is open does not ask for its password again.
        """

        def opened(session: CompanySession) -> None:
            self._on_opened(session, home)
            then()

        def failed(error: Exception) -> None:
            if isinstance(error, HoldfastError) and error.code == PASSWORD_NEEDED:
                self.waiting.emit(False)
                self.shut.emit(ShutDoor(Path(str(error.params["path"])), opening, opened))
            else:
                self._on_failed(error)

        self.waiting.emit(True)
        work = partial(self._opened_by_memory, opening, going_on=going_on)
        self._runner.database(work, opened, failed=failed, owner=self)

    def _opened_by_memory(self, opening: Opening, control: Control, *, going_on: bool) -> CompanySession:
        """Open with the key in hand, or the one this computer remembers; runs on the worker."""
        try:
            return opening(control, None)
        except EnvironmentFaultError as error:
            path = str(error.params.get("path", ""))
            if error.code != PASSWORD_NEEDED or self.wants_password(path):
                raise
            files = self._services.files
            key = files.in_hand(Path(path)) if going_on else None
            key = key or files.remembered(Path(path))
            if key is None:
                raise
            try:
                return opening(control, key)
            except EnvironmentFaultError as second:
                if second.code == PASSWORD_WRONG:  # another file stands there by now
                    raise error from None
                raise

    def _on_opened(self, session: CompanySession, home: Path | None = None) -> None:
        before, self.session = self.session, session
        self.came_from = home
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
        self.came_from = None
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
