"""A protected company at the window: opened, asked for, locked; a keyring that lasts as long as a test."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.company import Company
from app.domain.file_key import FileKey
from app.ui.dialogs.unlock import UnlockDialog
from app.ui.shell.locking import CompanyLock
from app.ui.shell.main_window import MainWindow
from app.ui.shell.unlocking import PATIENCE
from tests.ui.conftest import settle
from tests.ui.desk import Desk

PASSWORD, OTHER = "quiet-harbour-7", "another-harbour-8"
COMPANY, CUSTOMER = "恒信五金有限公司", "秘密客户甲"


def quickly(monkeypatch: pytest.MonkeyPatch) -> dict[bytes, FileKey]:
    """Keys made in no time, for nobody guesses here; and a keyring of one's own: what it keeps."""
    kept: dict[bytes, FileKey] = {}
    place = "app.adapters.key_ring.SystemKeyRing"
    monkeypatch.setattr("app.domain.file_key._ROUNDS", 1000)
    monkeypatch.setattr(f"{place}.get", lambda _self, salt: kept.get(salt))
    monkeypatch.setattr(f"{place}.keep", lambda _self, key: kept.__setitem__(key.salt, key))
    monkeypatch.setattr(f"{place}.drop", lambda _self, salt: kept.pop(salt, None))
    PATIENCE._wrong.clear()
    return kept


def protected(qtbot: QtBot, window: MainWindow, path: Path) -> Desk:
    """A protected company with one customer."""
    window.doors.create(path, Company(COMPANY, "CNY"), password=PASSWORD)
    qtbot.waitUntil(window.has_company, timeout=20_000)
    settle(qtbot, window.runner)
    made = Desk(qtbot, window)
    made.customer(CUSTOMER)
    return made


def shut(desk: Desk) -> None:
    desk.window.close_company()
    desk.settle()


def asked(desk: Desk) -> UnlockDialog:
    desk.settle()
    dialog = desk.window.unlocking.dialog
    assert isinstance(dialog, UnlockDialog)
    return dialog


def type_secret(desk: Desk, edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    desk.qtbot.keyClicks(edit, text)
    desk.qtbot.keyClick(edit, Qt.Key.Key_Return)
    desk.settle()


def below(dialog: UnlockDialog) -> str:
    return dialog.form.edit.accessibleDescription()


def lock_of(desk: Desk) -> CompanyLock:
    lock = desk.window.lock
    desk.settle()
    lock.lock()
    assert locked(desk)
    return lock


def locked(desk: Desk) -> bool:
    return desk.window.lock.locked


def unlock(desk: Desk, text: str = PASSWORD) -> None:
    page = desk.window.lock.page
    assert page is not None
    type_secret(desk, page.form.edit, text)
