"""A protected file that is to be opened: its password is asked for until it fits or the user gives up."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from app.domain.backup import parse_name
from app.domain.problem import DomainError, HoldfastError
from app.services.pins import Patience
from app.ui.dialogs.unlock import UnlockDialog
from app.ui.faults import sentence
from app.ui.shell.company_doors import PASSWORD_WRONG

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.domain.file_key import FileKey
    from app.services.control import Control
    from app.services.session import CompanySession
    from app.ui.shell.company_doors import ShutDoor
    from app.ui.shell.main_window import MainWindow

translate = QCoreApplication.translate
PATIENCE = Patience(time.monotonic)
"""Of this process, for all files: closing a dialog or a file does not shorten the wait."""
_DOUBTFUL = 3
"""After so many wrong tries the file itself may be at fault."""


class Unlocking(QObject):
    """One dialog at a time; ``PATIENCE`` grows with wrong tries."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: UnlockDialog | None = None
        self._tries = 0

    def ask(self, door: ShutDoor) -> None:
        """Ask for the password of a file."""
        if self.dialog is not None:
            self.dialog.reject()
        window, self._tries = self._window, 0
        dialog = UnlockDialog(
            window.theme,
            door.path,
            partial(left_for, door.path),
            window,
            backup=parse_name(door.path.name) is not None and window.doors.home is not None,
        )
        self.dialog = dialog
        dialog.submitted.connect(lambda secret: self._try(dialog, door, secret))
        dialog.finished.connect(lambda _result: self._forget(dialog))
        dialog.open()

    def ask_key(self, path: Path, parent: QWidget, then: Callable[[], object]) -> None:
        """Ask for the password a backup was made under, so that it can be read from then on."""
        dialog = UnlockDialog(self._window.theme, path, partial(left_for, path), parent, backup=True)
        self.dialog = dialog

        def found(_key: FileKey) -> None:
            tried(path, right=True)
            dialog.admit()
            then()

        def attempt(secret: str) -> None:
            self._window.runner.database(
                lambda _control: self._window.services.files.key_of(path, secret),
                found,
                failed=lambda error: self._refused(dialog, path, error),
                owner=dialog,
            )

        dialog.submitted.connect(attempt)
        dialog.finished.connect(lambda _result: self._forget(dialog))
        dialog.open()

    def _forget(self, dialog: UnlockDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None

    def _try(self, dialog: UnlockDialog, door: ShutDoor, secret: str) -> None:
        files, remember = self._window.services.files, dialog.remember.isChecked()

        def work(control: Control) -> tuple[CompanySession, HoldfastError | None]:
            key = files.key_of(door.path, secret)
            session = door.opening(control, key)
            fault = None
            if remember:
                try:
                    files.remember(door.path, key)
                except HoldfastError as error:
                    fault = error
            return session, fault

        def opened(found: tuple[CompanySession, HoldfastError | None]) -> None:
            session, fault = found
            if dialog is not self.dialog:  # given up meanwhile: nobody would close it
                self._window.runner.always(session.close)
                return
            tried(door.path, right=True)
            self._window.lock.unlocked(str(door.path.absolute()))
            dialog.admit()
            door.opened(session)
            if fault is not None:
                self._window.notices.error(fault)

        self._window.runner.database(
            work, opened, failed=lambda error: self._refused(dialog, door.path, error), owner=self
        )

    def _refused(self, dialog: UnlockDialog, path: Path, error: Exception) -> None:
        lang = self._window.formats.lang
        code = error.code if isinstance(error, HoldfastError) else ""
        if dialog is not self.dialog:  # given up meanwhile
            return
        if code == PASSWORD_WRONG:
            tried(path, right=False)
            self._tries += 1
            dialog.refuse(wrong_secret(), doubtful=self._tries >= _DOUBTFUL)
        elif isinstance(error, DomainError):  # a recovery code with a slip in it, a password too long
            dialog.refuse(sentence(error, lang))
        else:
            dialog.reject()
            self._window.doors.failed.emit(error)


def wrong_secret() -> str:
    """It did not fit."""
    return translate("Unlocking", "Wrong password or recovery code.")


def left_for(path: Path) -> int:
    """Seconds still to wait before the next try at a file's password."""
    return PATIENCE.left(_key(path))


def tried(path: Path, *, right: bool) -> None:
    """Note one try at a file's password."""
    PATIENCE.tried(_key(path), right=right)


def _key(path: Path) -> int:
    return hash(path.absolute())
