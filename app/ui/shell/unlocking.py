"""A protected file that is to be opened: its password is asked for until it fits or the user gives up."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.backup import parse_name
from app.domain.problem import DomainError, HoldfastError
from app.services.pins import Patience
from app.ui.dialogs.unlock import UnlockDialog
from app.ui.faults import is_ours, sentence
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.file_key import FileKey
    from app.services.control import Control
    from app.services.session import CompanySession
    from app.ui.shell.main_window import MainWindow

NEEDED, WRONG = "file.password_needed", "file.password_wrong"
PATIENCE = Patience(time.monotonic)
"""Of this process, for all files: closing a dialog or a file does not shorten the wait."""
_DOUBTFUL = 3
"""After so many wrong tries the file itself may be at fault."""


@dataclass(frozen=True, slots=True)
class ShutDoor:
    """What was to be opened: the file a password is missing for, and opening again with its key."""

    path: Path
    opening: Callable[[Control, FileKey], CompanySession]
    opened: Callable[[CompanySession], None]


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
            backup=parse_name(door.path.name) is not None,
        )
        self.dialog = dialog
        dialog.submitted.connect(lambda secret: self._try(dialog, door, secret))
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
            tried(door.path, right=True)
            dialog.admit()
            door.opened(session)
            if fault is not None:
                self._window.notices.error(fault)

        self._window.runner.database(
            work, opened, failed=lambda error: self._refused(dialog, door, error), owner=self
        )

    def _refused(self, dialog: UnlockDialog, door: ShutDoor, error: Exception) -> None:
        lang = self._window.formats.lang
        code = error.code if isinstance(error, HoldfastError) else ""
        if dialog is not self.dialog:  # given up meanwhile
            return
        if code == WRONG:
            tried(door.path, right=False)
            self._tries += 1
            hint = say("unlock.doubt", lang) if self._tries >= _DOUBTFUL else ""
            dialog.refuse(say("unlock.wrong", lang), hint=hint)
        elif isinstance(error, DomainError):  # a recovery code with a slip in it, a password too long
            dialog.refuse(sentence(error, lang))
        else:
            dialog.reject()
            self._window.doors.failed.emit(error)
            if is_ours(error):
                self._window.notices.error(error)


def left_for(path: Path) -> int:
    """Seconds still to wait before the next try at a file's password."""
    return PATIENCE.left(_key(path))


def tried(path: Path, *, right: bool) -> None:
    """Note one try at a file's password."""
    PATIENCE.tried(_key(path), right=right)


def _key(path: Path) -> int:
    return hash(path.absolute())
