"""Protected companies in the window: asked for, set, changed, removed, remembered; locked and unlocked."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.company import Company
from app.ui.dialogs.unlock import UnlockDialog
from app.ui.shell.main_window import MainWindow
from tests.ui.conftest import settle
from tests.ui.desk import Desk

PASSWORD = "quiet-harbour-7"  # noqa: S105 - of no file but these


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "books.holdfast"


@pytest.fixture
def desk(qtbot: QtBot, window: MainWindow, path: Path) -> Desk:
    """A protected company with one customer."""
    window.doors.create(path, Company("恒信五金有限公司", "CNY"), password=PASSWORD)
    qtbot.waitUntil(window.has_company, timeout=20_000)
    settle(qtbot, window.runner)
    made = Desk(qtbot, window)
    made.customer("秘密客户甲")
    return made


def test_a(desk: Desk, path: Path) -> None:
    desk.window.close_company()
    desk.settle()
    desk.window.open_path(path)
    desk.settle()
    dialog = desk.window.unlocking.dialog
    assert isinstance(dialog, UnlockDialog)
    dialog.form.edit.setText(PASSWORD)
    dialog.form.submit()
    desk.qtbot.waitUntil(desk.window.has_company, timeout=20_000)
    desk.settle()
    assert desk.window.lock.can_lock()
    desk.window.go_to("customers")
    desk.settle()
    desk.window.lock.lock()
    assert desk.window.lock.locked
    desk.settle()
    desk.window.lock.page.form.edit.setText(PASSWORD)
    desk.window.lock.page.form.submit()
    desk.qtbot.waitUntil(lambda: not desk.window.lock.locked, timeout=20_000)
    desk.settle()
