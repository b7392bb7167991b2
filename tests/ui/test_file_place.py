"""The window warns of a file in a synchronised folder, once, and writes nothing another computer writes."""

import json
import socket
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.company import Company
from app.services.session import AppServices
from app.storage.lock import sidecar
from app.ui.shell.main_window import MainWindow
from app.ui.shell.place_warning import TOLD
from app.ui.widgets.message_strip import MessageStrip
from tests.ui.conftest import MemoryPreferences


@pytest.fixture
def company_file(services: AppServices, tmp_path: Path) -> Path:
    path = tmp_path / "恒信.holdfast"
    services.files.create(path, Company("恒信五金有限公司", "CNY")).close()
    return path


def opened(qtbot: QtBot, window: MainWindow, path: Path, **how: bool) -> None:
    before = window.doors.session
    window.doors.open(path, **how)
    qtbot.waitUntil(lambda: window.doors.session not in (None, before), timeout=20_000)
    qtbot.waitUntil(lambda: window.runner.pending == 0, timeout=20_000)


def strips(window: MainWindow) -> tuple[MessageStrip, MessageStrip]:
    assert window.workspace is not None
    return window.workspace.place, window.workspace.message


def put(company: Path, folder: Path) -> Path:
    folder.mkdir(parents=True)
    return company.rename(folder / "账.holdfast")


def test_a_synchronised_folder_is_warned_of_until_told_not_to(
    qtbot: QtBot, window: MainWindow, company_file: Path, tmp_path: Path, preferences: MemoryPreferences
) -> None:
    path = put(company_file, tmp_path / "我的坚果云" / "账")
    opened(qtbot, window, path)
    place, message = strips(window)
    assert not place.isHidden()
    assert message.isHidden()
    assert "Nutstore" in place.accessibleName()
    assert "copies and backups" in place.accessibleName()
    window.language.set("zh")
    qtbot.waitUntil(lambda: "坚果云" in place.accessibleName(), timeout=5_000)
    window.language.set("en")
    place.findChildren(QPushButton)[0].click()
    assert place.isHidden()
    assert preferences.values[TOLD] == {str(path): []}
    window.doors.close()
    opened(qtbot, window, path)
    assert strips(window)[0].isHidden()
    (path.parent / "账-DESKTOP-AB12.holdfast").write_bytes(b"")
    window.doors.close()
    opened(qtbot, window, path)
    assert "账-DESKTOP-AB12.holdfast" in strips(window)[0].accessibleName()


def test_a_folder_of_this_computer_is_not_warned_of(
    qtbot: QtBot, window: MainWindow, company_file: Path
) -> None:
    opened(qtbot, window, company_file)
    assert strips(window)[0].isHidden()


def test_what_another_computer_has_open_is_only_read_until_the_user_decides(
    qtbot: QtBot, window: MainWindow, company_file: Path, tmp_path: Path
) -> None:
    path = put(company_file, tmp_path / "OneDrive")
    told = {"user": "王芳", "host": "LAPTOP-2", "pid": 7, "since": "2026-01-02T10:00:00+00:00"}
    sidecar(path).write_text(json.dumps(told), "utf-8")
    opened(qtbot, window, path)
    session, (_, message) = window.doors.session, strips(window)
    assert session is not None
    assert session.read_only
    assert "LAPTOP-2" in message.accessibleName()
    assert "Close it there" in message.accessibleName()
    opened(qtbot, window, path, anyway=True)
    assert window.doors.session is not None
    assert not window.doors.session.read_only
    assert socket.gethostname() in sidecar(path).read_text("utf-8")
