"""Backups in the window: the dialog, restoring, looking into one, warnings, damaged files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.backup import BackupKind
from app.domain.problem import EnvironmentFaultError
from app.ui.dialogs.backups import BackupsDialog
from app.ui.pages.settings import SettingsPage
from app.ui.shell import asking, rescue
from app.ui.shell.backup_watch import BackupWatch
from app.ui.shell.main_window import MainWindow
from app.ui.widgets.message_strip import MessageStrip
from tests.ui.conftest import settle
from tests.ui.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    """A company with one customer."""
    made = Desk(qtbot, opened)
    made.customer("甲方")
    return made


def dialog_of(desk: Desk) -> BackupsDialog:
    desk.window.show_backups()
    desk.settle()
    (found,) = desk.window.findChildren(BackupsDialog)
    return found


def press(strip: MessageStrip, text: str) -> None:
    """A verb of a message."""
    next(one for one in strip.findChildren(QPushButton) if one.text() == text).click()


def count(desk: Desk) -> int:
    return desk.ask(lambda s: len(s.customers.ids()))


def reopened(desk: Desk, before: object) -> None:
    desk.qtbot.waitUntil(
        lambda: desk.window.doors.session is not None and desk.window.doors.session is not before,
        timeout=20_000,
    )
    desk.settle()


def test_backing_up_now_shows_what_was_made(desk: Desk) -> None:
    dialog = dialog_of(desk)
    assert dialog.model.rows == []
    assert not dialog.restore_button.isEnabled()
    dialog.take()
    desk.settle()
    (made,) = dialog.model.rows
    assert made.sound
    assert dialog.message.tone == "good"
    cells = [column.cell(made).text for column in dialog._columns(desk.window.formats)]
    assert cells[1:] == ["By hand", cells[2], "1", "0", "Verified"]
    dialog.verify()
    desk.settle()
    assert "sound" in dialog.message._text.text()
    dialog.accept()


def test_a_damaged_backup_is_shown_as_such(desk: Desk) -> None:
    dialog = dialog_of(desk)
    dialog.take()
    desk.settle()
    (made,) = dialog.model.rows
    with made.path.open("r+b") as file:
        file.truncate(5000)
    dialog.verify()
    desk.settle()
    assert dialog.message.tone == "danger"
    assert dialog.model.rows[0].sound is False
    dialog.ask_delete()
    press(dialog.message, "Delete")
    desk.settle()
    assert dialog.model.rows == []
    assert not made.path.exists()
    dialog.accept()


def test_restoring_puts_the_company_back_and_loses_nothing(desk: Desk) -> None:
    dialog = dialog_of(desk)
    dialog.take()
    desk.settle()
    dialog.accept()
    desk.customer("乙方")
    session = desk.session
    dialog = dialog_of(desk)
    dialog.ask_restore()
    press(dialog.message, "Restore")
    reopened(desk, session)
    assert count(desk) == 1
    assert not desk.session.read_only
    assert "Restored" in desk.window.toast._text.text()
    dialog = dialog_of(desk)
    kinds = [one.mark.kind for one in dialog.model.rows]
    assert kinds == ["restore", "close", "manual"]
    contents = dialog.model.rows[0].contents
    assert contents is not None
    assert contents.customers == 2
    dialog.accept()


def test_that_a_backup_in_clear_takes_the_password_away_is_said_before(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = dialog_of(desk)
    dialog.take()
    desk.settle()
    dialog.ask_restore()
    assert "no password" not in dialog.message._text.text()
    path = desk.session.path
    monkeypatch.setattr(type(dialog._context.app.files), "is_protected", lambda _self, one: one == path)
    dialog.ask_restore()
    assert "no password" in dialog.message._text.text()
    dialog.accept()


def test_a_restore_that_fails_leaves_the_company_as_it_was_and_says_why(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = dialog_of(desk)
    dialog.take()
    desk.settle()
    dialog.accept()
    session, path = desk.session, desk.session.path
    backup = desk.window.services.files.backups.listed(path)[0]

    def fail(*_: object) -> None:
        raise EnvironmentFaultError("backup.disk_full", folder="/backups", name="x")

    monkeypatch.setattr(desk.window.services.files.backups, "restore", fail)
    desk.window.restore_backup(path, backup.path)
    reopened(desk, session)
    assert count(desk) == 1
    assert desk.window.workspace is not None
    assert "/backups" in desk.window.workspace.message._text.text()


def test_a_backup_is_looked_into_and_left_again(desk: Desk) -> None:
    path = desk.session.path
    dialog = dialog_of(desk)
    dialog.take()
    desk.settle()
    desk.customer("乙方")
    session = desk.session
    dialog.look()
    reopened(desk, session)
    assert not desk.window.can_write()
    assert count(desk) == 1
    strip = desk.window.workspace.message if desk.window.workspace is not None else None
    assert strip is not None
    assert "backup" in strip._text.text()
    assert desk.window.doors.home == path
    recent = desk.window.services.files.recent()
    assert [one.path for one in recent] == [path]
    session = desk.session
    press(strip, "Back to the company")
    reopened(desk, session)
    assert desk.session.path == path
    assert desk.window.can_write()
    assert count(desk) == 2


def test_what_is_wrong_with_the_backups_is_said_and_unsaid(desk: Desk, tmp_path: Path) -> None:
    backups = desk.window.services.files.backups
    assert desk.window.workspace is not None
    strip = desk.window.workspace.message
    watch = BackupWatch(desk.window, desk.window, paused=True)
    backups.choose(tmp_path / "no" / "such" / "drive")
    desk.ask(lambda s: backups.take_if_changed(s.path, BackupKind.IMPORT))
    watch.look()
    desk.settle()
    assert "drive" in strip._text.text()
    assert strip.tone == "warn"
    backups.choose(None)
    desk.customer("乙方")
    desk.ask(lambda s: backups.take(s.path, BackupKind.MANUAL))
    watch.look()
    desk.settle()
    assert strip.isHidden()


def damaged(desk: Desk) -> Path:
    """The company closed, and its file cut short."""
    path = desk.session.path
    desk.window.close_company()
    desk.settle()
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size - 20_000)
    return path


def test_a_damaged_file_is_offered_its_newest_good_backup(desk: Desk) -> None:
    path = damaged(desk)
    desk.window.open_path(path)
    desk.settle()
    strip = desk.window.start.message
    assert "(customers: 1, " in strip._text.text()
    press(strip, "Restore it")
    desk.qtbot.waitUntil(desk.window.has_company, timeout=20_000)
    desk.settle()
    assert count(desk) == 1
    assert len(list(path.parent.glob("*.damaged-*"))) == 1, "the damaged one is put aside"


def test_without_a_backup_what_can_be_read_is_salvaged(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = damaged(desk)
    backups = desk.window.services.files.backups
    for one in backups.listed(path):
        backups.remove(one.path)
    desk.window.open_path(path)
    desk.settle()
    target = path.with_name("new.holdfast")
    monkeypatch.setattr(asking, "place_for_salvage", lambda *_: target)
    press(desk.window.start.message, "Salvage…")
    desk.qtbot.waitUntil(desk.window.has_company, timeout=20_000)
    desk.settle()
    assert desk.session.path == target
    assert "saved" in rescue.strip(desk.window)._text.text()


def test_the_folder_is_chosen_in_the_settings(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    desk.window.go_to("settings", tab="backups")
    desk.settle()
    page = desk.window.page
    assert isinstance(page, SettingsPage)
    panel = page.backups
    assert not panel.standard_button.isVisible()
    monkeypatch.setattr(asking, "folder_for_backups", lambda *_: tmp_path)
    panel.choose()
    desk.settle()
    assert panel.folder.text() == str(tmp_path)
    panel.use_standard()
    desk.settle()
    assert desk.window.services.files.backups.chosen is None
    panel.show_button.click()
    desk.settle()
    (dialog,) = desk.window.findChildren(BackupsDialog)
    dialog.accept()


def test_the_folder_opens_in_the_system(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    dialog = dialog_of(desk)
    dialog.open_folder()
    assert Path(shown[0]).is_dir()
    dialog.accept()


def test_the_sample_has_no_backups(qtbot: QtBot, window: MainWindow) -> None:
    window.open_sample()
    qtbot.waitUntil(window.has_company, timeout=60_000)
    settle(qtbot, window.runner)
    window.show_backups()
    assert not window.findChildren(BackupsDialog)
    assert not window.has_backups()
