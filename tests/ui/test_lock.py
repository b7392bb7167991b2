"""A protected company locked: nothing shows, nothing acts, nothing is heard, until its password is typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QAccessibleInterface, QDragEnterEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.domain.backup import BackupKind
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.file_key import FileKey
from app.ui.dialogs.backups import BackupsDialog
from app.ui.dialogs.customer import CustomerDialog
from app.ui.pages.settings import SettingsPage
from app.ui.shell import asking
from app.ui.shell.locking import ASK, MINIMISED, MINUTES
from app.ui.shell.main_window import MainWindow
from tests.ui.conftest import MemoryPreferences
from tests.ui.desk import Desk
from tests.ui.protected import (
    COMPANY,
    CUSTOMER,
    OTHER,
    PASSWORD,
    asked,
    lock_of,
    locked,
    protected,
    quickly,
    type_secret,
    unlock,
)

_NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def keyring(monkeypatch: pytest.MonkeyPatch) -> dict[bytes, FileKey]:
    return quickly(monkeypatch)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "books.holdfast"


@pytest.fixture
def desk(qtbot: QtBot, window: MainWindow, path: Path) -> Desk:
    return protected(qtbot, window, path)


def seen(top: QWidget) -> Iterator[str]:
    """Every text of the widgets in view, and what they would tell."""
    for widget in [top, *top.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        for name in ("text", "toPlainText", "currentText", "title", "windowTitle", "placeholderText"):
            found = getattr(widget, name, None)
            if callable(found):
                yield str(found())
        yield f"{widget.accessibleName()} {widget.accessibleDescription()} {widget.toolTip()}"


def heard(one: QAccessibleInterface | None, depth: int = 0) -> Iterator[str]:
    """Every text of what a screen reader can walk through, in view or not."""
    if one is None or not one.isValid() or depth > 40:
        return
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
        yield one.text(kind)
    for place in range(min(one.childCount(), 200)):
        yield from heard(one.child(place), depth + 1)


def tops() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() or one.internalWinId()]


def everything(window: MainWindow) -> str:
    window.repaint()
    parts = [text for top in tops() for text in seen(top)]
    parts += [text for top in tops() for text in heard(QAccessible.queryAccessibleInterface(top))]
    return "\n".join(parts)


def name_of(dialog: CustomerDialog) -> QLineEdit:
    field = dialog.fields["name"].control
    assert isinstance(field, QLineEdit)
    return field


def test_while_locked_nothing_of_the_company_can_be_seen_or_heard(desk: Desk) -> None:
    page = desk.go()
    page.entries.new_customer()
    dialog = desk.dialog(CustomerDialog)
    name_of(dialog).setText("未保存的秘密")
    before = everything(desk.window)
    assert COMPANY in before
    assert "未保存的秘密" in before
    assert COMPANY in "".join(heard(QAccessible.queryAccessibleInterface(desk.window)))
    lock_of(desk)
    said = everything(desk.window)
    for secret in (COMPANY, CUSTOMER, "未保存的秘密"):
        assert secret not in said
    assert desk.window.windowTitle() == "Locked — Holdfast 稳账"
    assert not dialog.isVisible()
    assert not desk.window.statusBar().isVisible()
    unlock(desk)
    assert dialog.isVisible()
    assert name_of(dialog).text() == "未保存的秘密"
    assert dialog.isWindow()
    assert dialog.windowModality() == Qt.WindowModality.WindowModal
    assert COMPANY in everything(desk.window)
    dialog.done(0)


def test_while_locked_nothing_acts(desk: Desk, path: Path) -> None:
    desk.go()
    lock_of(desk)
    window = desk.window
    count = desk.window.runner.pending
    window.commands.refresh()
    enabled = {command.key for command, action in window.commands.all() if action.isEnabled()}
    assert enabled <= {"new", "open", "sample", "close", "quit", "shortcuts", "about"}
    window.undo()
    window.redo()
    window.go_to("settings")
    window.lock.show_protection()
    window.open_path(path.with_name("list.xlsx"))
    assert window.runner.pending == count
    assert window.page is None
    assert list(window.page_actions()) == []
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path.with_name("list.xlsx")))])
    action, buttons, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event = QDragEnterEvent(QPointF(9, 9).toPoint(), action, data, buttons, keys)
    event.setAccepted(False)
    window.dragEnterEvent(event)
    assert not event.isAccepted()
    unlock(desk, "wrong")
    assert locked(desk)
    unlock(desk)
    assert not locked(desk)
    assert desk.page.isVisible()
    assert len(desk.ask(lambda s: s.customers.ids())) == 1


def test_what_jobs_have_to_say_waits(desk: Desk) -> None:
    page = desk.go()
    told: list[int] = []
    lock_of(desk)
    session = desk.session
    made = desk.window.notices.done
    desk.window.runner.database(
        lambda _control: session.customers.create(Customer("后来的")), made, owner=desk.window
    )
    desk.window.runner.database(lambda _control: 7, told.append, owner=page)
    desk.settle()
    desk.window.toast.say("悄悄话")
    desk.window.notices.error(ZeroDivisionError("机密"))
    assert told == []
    assert desk.window.toast.isHidden()
    assert "后来的" not in everything(desk.window)
    assert "机密" not in everything(desk.window)
    unlock(desk)
    assert not locked(desk)
    assert told == [7]
    assert desk.window.toast.isVisible()
    for top in QApplication.topLevelWidgets():
        if type(top).__name__ == "FaultDialog":
            top.close()


def test_closing_while_locked_asks_only_where_a_form_would_be_lost(
    desk: Desk,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    preferences: MemoryPreferences,
    keyring: dict[bytes, FileKey],
) -> None:
    key = desk.ask(lambda _session: desk.window.services.files.key_of(path, PASSWORD))
    keyring[key.salt] = key
    page = desk.go()
    page.entries.new_customer()
    dialog = desk.dialog(CustomerDialog)
    desk.write(name_of(dialog), "typed")
    lock = lock_of(desk)
    answers = [False, True]
    monkeypatch.setattr(asking, "leave_locked", lambda *_: answers.pop(0))
    assert lock.page is not None
    lock.page.close_button.click()
    assert locked(desk), "stayed"
    lock.page.close_button.click()
    desk.settle()
    assert not desk.window.has_company()
    assert not locked(desk)
    assert preferences.values[ASK] == [str(path)]
    desk.window.open_path(path)
    asked(desk)
    assert not desk.window.has_company(), "what was left locked is not opened by a remembered key"
    type_secret(desk, asked(desk).form.edit, PASSWORD)
    assert desk.window.has_company()
    assert preferences.values[ASK] == []


def test_unsaved_settings_behind_the_lock_are_asked_about_on_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.window.go_to("settings", tab="company")
    desk.settle()
    page = desk.window.page
    assert isinstance(page, SettingsPage)
    desk.write(page.company.findChildren(QLineEdit)[0], "typed")
    assert page.unsaved
    lock = lock_of(desk)
    answers = [False, True]
    monkeypatch.setattr(asking, "leave_locked", lambda *_: answers.pop(0))
    assert lock.page is not None
    lock.page.close_button.click()
    assert locked(desk), "stayed"
    lock.page.close_button.click()
    desk.settle()
    assert not desk.window.has_company()


def test_another_file_is_asked_for_while_locked(
    desk: Desk, path: Path, tmp_path: Path, keyring: dict[bytes, FileKey]
) -> None:
    other = tmp_path / "other.holdfast"
    desk.window.doors.create(other, Company("乙公司", "CNY"), password=OTHER)
    desk.settle()
    key = desk.ask(lambda _session: desk.window.services.files.key_of(path, PASSWORD))
    keyring[key.salt] = key
    lock = lock_of(desk)
    desk.window.open_path(path)
    dialog = asked(desk)
    assert locked(desk)
    type_secret(desk, dialog.form.edit, "wrong")
    assert locked(desk)
    dialog.form.edit.clear()
    type_secret(desk, dialog.form.edit, PASSWORD)
    assert not locked(desk)
    assert desk.session.path == path
    assert desk.window.page is not None
    missing = tmp_path / "gone.holdfast"
    lock_of(desk)
    desk.window.open_path(missing)
    desk.settle()
    assert lock.page is not None
    assert "gone.holdfast" in lock.page.message._text.text()
    unlock(desk)


def test_dialogs_over_dialogs_come_back_in_their_order(desk: Desk, path: Path) -> None:
    window = desk.window
    desk.ask(lambda s: window.services.files.backups.take(s.path, BackupKind.MANUAL))
    window.show_backups()
    desk.settle()
    (below_it,) = window.findChildren(BackupsDialog)
    window.unlocking.ask_key(path, below_it, lambda: None)
    above = asked(desk)
    above.form.edit.setText("half typed")
    lock_of(desk)
    assert not below_it.isVisible()
    assert not above.isVisible()
    unlock(desk)
    assert below_it.isVisible()
    assert above.isVisible()
    assert above.parentWidget() is below_it
    assert above.form.edit.text() == "half typed"
    above.reject()
    below_it.reject()
    window.open_palette()
    palette = QApplication.topLevelWidgets()
    lock_of(desk)
    assert not [one for one in palette if type(one).__name__ == "CommandPalette" and one.isVisible()]
    unlock(desk)
    for one in palette:
        if type(one).__name__ == "CommandPalette":
            one.close()


def test_questions_somebody_waits_for_are_cancelled_by_the_lock(desk: Desk) -> None:
    box = QMessageBox(QMessageBox.Icon.Question, "?", CUSTOMER, parent=desk.window)
    box.setWindowModality(Qt.WindowModality.ApplicationModal)
    box.show()
    lock_of(desk)
    assert not box.isVisible()
    unlock(desk)
    assert not box.isVisible()
    box.deleteLater()


def test_it_locks_when_idle_and_when_minimised(desk: Desk, preferences: MemoryPreferences) -> None:
    lock = desk.window.lock
    assert lock.minutes == 15
    lock.restart()
    assert lock._timer.isActive()
    lock._on_time()
    assert not locked(desk), "somebody is here"
    lock._touched -= 14 * 60
    lock.eventFilter(QObject(), QEvent(QEvent.Type.KeyPress))
    lock._touched -= 14 * 60
    lock._on_time()
    assert not locked(desk), "a key counts"
    lock._touched -= 2 * 60
    lock._on_time()
    assert locked(desk)
    assert not lock._timer.isActive()
    unlock(desk)
    assert lock._timer.isActive()
    preferences.set(MINUTES, 0)
    lock.restart()
    assert not lock._timer.isActive()
    lock.on_minimised()
    assert not locked(desk)
    preferences.set(MINIMISED, value=True)
    desk.window.showMinimized()
    assert locked(desk)
    desk.window.showNormal()
    unlock(desk)


def test_the_settings_say_how_it_stands(desk: Desk, preferences: MemoryPreferences) -> None:
    desk.window.go_to("settings", tab="security")
    desk.settle()
    page = desk.window.page
    assert isinstance(page, SettingsPage)
    panel = page.security
    assert "Protected" in panel.state.text()
    panel.minutes.setCurrentIndex(0)
    panel._on_minutes()
    assert preferences.values[MINUTES] == 1
    panel.minimised.setChecked(True)
    assert preferences.values[MINIMISED] is True
    panel.lock_button.click()
    assert locked(desk)
    unlock(desk)


def test_keys_and_mouse_are_heard(desk: Desk) -> None:
    lock = desk.window.lock
    lock.restart()
    before = lock._touched = lock._touched - 60
    handle = desk.window.windowHandle()
    QApplication.sendEvent(handle, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, _NO_KEYS))
    assert lock._touched > before


def test_after_the_computer_slept_the_first_touch_locks(desk: Desk) -> None:
    lock = desk.window.lock
    lock.restart()
    lock._seen -= 16 * 60  # timers and the steady clock stood still meanwhile
    assert lock.eventFilter(QObject(), QEvent(QEvent.Type.MouseMove)), "it acts on nothing"
    assert locked(desk)
    unlock(desk)
