"""Protected companies in the window: asked for, set, changed, removed, remembered; locked and unlocked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QAccessibleInterface, QDragEnterEvent, QKeyEvent, QPdfWriter
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.backup import BackupKind
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.file_key import FileKey
from app.domain.problem import EnvironmentFaultError
from app.services.company_files import RecentFile
from app.services.previews import PagePicture
from app.ui.dialogs.backups import BackupsDialog
from app.ui.dialogs.customer import CustomerDialog
from app.ui.dialogs.protection import ProtectionDialog
from app.ui.dialogs.unlock import UnlockDialog
from app.ui.formats import Formats
from app.ui.pages.new_company import NewCompanyDialog
from app.ui.pages.settings import SettingsPage
from app.ui.printing import paint
from app.ui.shell import asking
from app.ui.shell.locking import ASK, MINIMISED, MINUTES, CompanyLock
from app.ui.shell.main_window import MainWindow
from app.ui.shell.recent_row import RecentRow
from app.ui.shell.unlocking import PATIENCE
from app.ui.theme import Theme
from app.ui.widgets.password_edit import PasswordEdit
from tests.ui.conftest import MemoryPreferences, settle
from tests.ui.desk import Desk

PASSWORD, OTHER = "quiet-harbour-7", "another-harbour-8"
COMPANY, CUSTOMER = "恒信五金有限公司", "秘密客户甲"
_NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    yield
    PATIENCE._wrong.clear()


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rounds make guessing slow, which nobody does here."""
    monkeypatch.setattr("app.domain.file_key._ROUNDS", 1000)


@pytest.fixture(autouse=True)
def keyring(monkeypatch: pytest.MonkeyPatch) -> dict[bytes, FileKey]:
    """A keyring that lasts as long as the test."""
    kept: dict[bytes, FileKey] = {}
    place = "app.adapters.key_ring.SystemKeyRing"
    monkeypatch.setattr(f"{place}.get", lambda _self, salt: kept.get(salt))
    monkeypatch.setattr(f"{place}.keep", lambda _self, key: kept.__setitem__(key.salt, key))
    monkeypatch.setattr(f"{place}.drop", lambda _self, salt: kept.pop(salt, None))
    return kept


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "books.holdfast"


@pytest.fixture
def desk(qtbot: QtBot, window: MainWindow, path: Path) -> Desk:
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


def shows(edit: PasswordEdit) -> bool:
    return edit.shown


def unlock(desk: Desk, text: str = PASSWORD) -> None:
    page = desk.window.lock.page
    assert page is not None
    type_secret(desk, page.form.edit, text)


# -- opening ------------------------------------------------------------------------------------


def test_a_protected_file_opens_by_its_password_and_by_keyboard_alone(desk: Desk, path: Path) -> None:
    shut(desk)
    desk.window.open_path(path)
    dialog = asked(desk)
    assert dialog.form.edit.hasFocus() or not dialog.isActiveWindow()
    type_secret(desk, dialog.form.edit, PASSWORD)
    assert desk.window.has_company()
    assert desk.ask(lambda s: s.company.get().name) == COMPANY


def test_wrong_passwords_are_told_and_the_fourth_has_to_wait(desk: Desk, path: Path) -> None:
    shut(desk)
    desk.window.open_path(path)
    dialog = asked(desk)
    for number in range(3):
        assert not dialog.form.waiting, number
        type_secret(desk, dialog.form.edit, "wrong-one")
        assert "Wrong password" in below(dialog)
    assert "Next try in 5 s." in below(dialog)
    assert not dialog.form.go.isEnabled()
    assert not dialog.message.isHidden(), "after three tries the file may be at fault"
    dialog.form.edit.setText(PASSWORD)
    dialog.form.submit()
    desk.settle()
    assert not desk.window.has_company(), "even the right one waits"
    dialog.reject()
    desk.window.open_path(path)
    again = asked(desk)
    assert again.form.waiting, "a new dialog does not shorten the wait"
    PATIENCE._wrong.clear()
    again.form._tick()
    type_secret(desk, again.form.edit, PASSWORD)
    assert desk.window.has_company()


def test_the_recovery_code_opens_it_and_a_slip_is_found_in_its_group(desk: Desk, path: Path) -> None:
    code = "-".join(desk.ask(lambda s: s.protection.recovery(PASSWORD)).groups)
    shut(desk)
    desk.window.open_path(path)
    dialog = asked(desk)
    groups = code.split("-")
    groups[4] = groups[4][:-1] + ("0" if groups[4][-1] != "0" else "1")
    type_secret(desk, dialog.form.edit, "-".join(groups))
    assert "Group 5" in below(dialog)
    assert not dialog.form.waiting, "a slip is no guess"
    dialog.form.edit.clear()
    type_secret(desk, dialog.form.edit, code.lower())
    assert desk.window.has_company()


def test_giving_up_leaves_what_was_open(desk: Desk, path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.holdfast"
    desk.window.doors.create(other, Company("乙公司", "CNY"))
    desk.settle()
    desk.window.open_path(path)
    asked(desk).reject()
    desk.settle()
    assert desk.session.path == other
    assert desk.window.unlocking.dialog is None


def test_a_remembered_key_opens_it_without_asking(
    desk: Desk, path: Path, keyring: dict[bytes, FileKey]
) -> None:
    shut(desk)
    desk.window.open_path(path)
    dialog = asked(desk)
    dialog.remember.setChecked(True)
    type_secret(desk, dialog.form.edit, PASSWORD)
    assert len(keyring) == 1
    shut(desk)
    desk.window.open_path(path)
    desk.settle()
    assert desk.window.has_company()
    assert desk.window.unlocking.dialog is None


def test_a_keyring_that_cannot_remember_is_a_sentence_and_the_file_is_open(
    desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise EnvironmentFaultError("keyring.none")

    monkeypatch.setattr("app.adapters.key_ring.SystemKeyRing.keep", fail)
    shut(desk)
    desk.window.open_path(path)
    dialog = asked(desk)
    dialog.remember.setChecked(True)
    type_secret(desk, dialog.form.edit, PASSWORD)
    assert desk.window.workspace is not None
    assert "keyring" in desk.window.workspace.message._text.text()


# -- the field ----------------------------------------------------------------------------------


def test_caps_lock_is_told_by_the_letters_and_the_eye_shows_them(qtbot: QtBot, theme: Theme) -> None:
    edit = PasswordEdit(theme)
    qtbot.addWidget(edit)
    edit.show()
    said: list[bool] = []
    edit.caps_changed.connect(said.append)
    qtbot.keyClick(edit, "A")
    assert said == [True], "a capital without Shift"
    qtbot.keyClick(edit, "a")
    assert said == [True, False]
    qtbot.keyClick(edit, "B", Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(edit, "7")
    assert said == [True, False]
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert not shows(edit)
    assert edit.eye.accessibleName() == "Show password"
    qtbot.keyClick(edit.eye, Qt.Key.Key_Space)
    assert shows(edit)
    assert edit.eye.accessibleName() == "Hide password"
    edit.wipe()
    assert not shows(edit)
    assert edit.text() == ""


# -- a new company ------------------------------------------------------------------------------


def test_a_new_company_is_protected_from_its_first_byte(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "new.holdfast"

    def fill(dialog: NewCompanyDialog) -> bool:
        dialog.name.setText(COMPANY)
        dialog.place.setText(str(place))
        dialog.protect.setChecked(True)
        dialog.new_password.password.setText("123")
        dialog._create()
        assert "8 characters" in dialog.new_password.password.accessibleDescription()
        for edit, text in ((dialog.new_password.password, PASSWORD), (dialog.new_password.again, "x")):
            edit.setText(text)
        dialog._create()
        assert "differ" in dialog.new_password.again.accessibleDescription()
        dialog.new_password.again.setText(PASSWORD)
        dialog._create()
        return dialog.result() == 1

    monkeypatch.setattr(NewCompanyDialog, "exec", fill)
    window.new_company()
    qtbot.waitUntil(window.has_company, timeout=20_000)
    settle(qtbot, window.runner)
    assert window.services.files.is_protected(place)
    assert window.workspace is not None
    assert "recovery sheet" in window.workspace.message._text.text()
    (show,) = [one for one in window.workspace.message.findChildren(QPushButton) if one.text()]
    show.click()
    settle(qtbot, window.runner)
    (dialog,) = window.findChildren(ProtectionDialog)
    assert dialog.part == "sheet"
    dialog.reject()


# -- password and recovery ----------------------------------------------------------------------


def protection(desk: Desk, part: str = "") -> ProtectionDialog:
    desk.window.lock.show_protection(part)
    desk.settle()
    (dialog,) = [one for one in desk.window.findChildren(ProtectionDialog) if one.isVisible()]
    return dialog


def put(dialog: ProtectionDialog, old: str = "", new: str = "") -> None:
    dialog.old.setText(old)
    dialog.new.password.setText(new)
    dialog.new.again.setText(new)


def test_a_password_is_set_changed_and_removed(desk: Desk, tmp_path: Path) -> None:
    plain = tmp_path / "plain.holdfast"
    desk.window.doors.create(plain, Company("乙公司", "CNY"))
    desk.settle()
    assert not desk.window.lock.can_lock()
    desk.customer("甲")
    desk.ask(lambda s: desk.window.services.files.backups.take(s.path, BackupKind.MANUAL))
    files = desk.window.services.files
    dialog = protection(desk)
    assert dialog.part == "set"
    put(dialog, new=PASSWORD)
    dialog.submit()
    desk.settle()
    assert files.is_protected(plain)
    assert dialog.message.tone == "good"
    assert "1 backup was re-written" in dialog.message._text.text()
    assert all(files.is_protected(one.path) for one in files.backups.listed(plain))
    assert desk.window.lock.can_lock()
    assert dialog.part == "sheet"
    assert dialog.old_field.isHidden(), "who just typed it is not asked again"
    dialog.parts.set_current("change")
    dialog._show_part()
    put(dialog, old="no", new=OTHER)
    dialog.submit()
    desk.settle()
    assert "wrong" in dialog.old.accessibleDescription()
    put(dialog, old=PASSWORD, new=OTHER)
    dialog.submit()
    desk.settle()
    assert desk.ask(lambda s: s.protection.fits(OTHER))
    dialog.parts.set_current("remove")
    dialog._show_part()
    put(dialog, old=OTHER)
    dialog.submit()
    desk.settle()
    assert not files.is_protected(plain)
    assert not desk.window.lock.can_lock()
    assert dialog.part == "set"
    dialog.reject()


def test_the_sheet_is_saved_and_printed_for_who_knows_the_password(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = protection(desk, "sheet")
    dialog.submit()
    assert "present password" in dialog.old.accessibleDescription()
    sheet = tmp_path / "sheet.pdf"
    put(dialog, old=PASSWORD)
    dialog.write_sheet(sheet)
    desk.settle()
    assert sheet.read_bytes().startswith(b"%PDF")
    assert "delete the file" in dialog.message._text.text()
    printed: list[int] = []

    def printing(pages: list[PagePicture], *_: object) -> bool:
        printed.append(len(pages))
        return True

    monkeypatch.setattr("app.ui.printing.print_pages", printing)
    dialog.print_sheet()
    desk.settle()
    assert printed == [1]
    dialog.reject()


def test_this_computer_remembers_and_forgets(desk: Desk, keyring: dict[bytes, FileKey]) -> None:
    dialog = protection(desk, "computer")
    put(dialog, old=PASSWORD)
    dialog.submit()
    desk.settle()
    assert len(keyring) == 1
    assert dialog.old_field.isHidden()
    dialog.submit()
    desk.settle()
    assert not keyring
    dialog.reject()


def test_closing_the_dialog_while_it_writes_stops_it_between_files(desk: Desk) -> None:
    dialog = protection(desk, "change")
    put(dialog, old=PASSWORD, new=OTHER)
    dialog.submit()
    assert dialog.close_button.text() == "Stop"
    dialog.reject()
    assert dialog.isVisible()
    desk.settle()
    assert dialog.isVisible()
    fits = desk.ask(lambda s: (s.protection.fits(PASSWORD), s.protection.fits(OTHER)))
    assert sorted(fits) == [False, True], "one or the other, whole"
    dialog.reject()
    assert not dialog.isVisible()


# -- locked -------------------------------------------------------------------------------------


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
    lock._touched -= 16 * 60
    lock.eventFilter(QObject(), QEvent(QEvent.Type.KeyPress))
    lock._on_time()
    assert not locked(desk), "a key counts"
    lock._touched -= 16 * 60
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


# -- lists --------------------------------------------------------------------------------------


def test_recent_files_show_a_lock_and_no_company(
    desk: Desk, path: Path, theme: Theme, formats: Formats, preferences: MemoryPreferences
) -> None:
    shut(desk)
    assert COMPANY not in str(preferences.values)
    (recent,) = desk.window.services.files.recent()
    assert recent.protected
    row = RecentRow(theme, formats, recent)
    desk.qtbot.addWidget(row)
    assert "protected by a password" in row.accessibleName()
    plain = RecentRow(theme, formats, RecentFile(path, "x", exists=True))
    desk.qtbot.addWidget(plain)
    assert "protected" not in plain.accessibleName()


def test_a_backup_of_an_older_password_is_asked_for(desk: Desk, path: Path) -> None:
    window, files = desk.window, desk.window.services.files
    desk.ask(lambda s: files.backups.take(s.path, BackupKind.MANUAL))
    old = files.backups.listed(path)[0].path
    kept = old.read_bytes()
    desk.customer("乙方")
    desk.ask(lambda s: s.protection.change(PASSWORD, OTHER))
    old.write_bytes(kept)
    files._keys._by_salt.pop(kept[:16])  # type: ignore[attr-defined]  # as if the program had been closed
    window.show_backups()
    desk.settle()
    (dialog,) = window.findChildren(BackupsDialog)
    cells = [column.cell(dialog.model.rows[-1]).text for column in dialog._columns(window.formats)]
    assert cells[-1] == "Other password"
    dialog.table.view.select_id(dialog.model.rows[-1].mark.number)
    dialog.ask_restore()
    ask = asked(desk)
    type_secret(desk, ask.form.edit, "wrong")
    assert "Wrong" in below(ask)
    ask.form.edit.clear()
    type_secret(desk, ask.form.edit, PASSWORD)
    session = desk.session
    (restore,) = [one for one in dialog.message.findChildren(QPushButton) if one.text() == "Restore"]
    restore.click()
    desk.qtbot.waitUntil(lambda: window.doors.session not in (None, session), timeout=20_000)
    desk.settle()
    assert len(desk.ask(lambda s: s.customers.ids())) == 1
    assert desk.ask(lambda s: s.protection.fits(PASSWORD)), "the password is the one of then"


def test_going_on_with_what_is_open_does_not_ask_again(desk: Desk, path: Path) -> None:
    window, files = desk.window, desk.window.services.files
    desk.ask(lambda s: files.backups.take(s.path, BackupKind.MANUAL))
    backup = files.backups.listed(path)[0]
    before = desk.session
    window.look_at_backup(backup.path)
    desk.qtbot.waitUntil(lambda: window.doors.session is not before, timeout=20_000)
    desk.settle()
    assert desk.session.read_only
    window.doors.open(path)
    desk.settle()
    assert desk.session.path == path
    assert window.unlocking.dialog is None


def test_a_damaged_protected_file_is_offered_its_backup_and_asks_once(desk: Desk, path: Path) -> None:
    window = desk.window
    desk.ask(lambda s: window.services.files.backups.take(s.path, BackupKind.MANUAL))
    shut(desk)
    with path.open("r+b") as file:
        file.seek(40_000)
        file.write(bytes(30_000))
    window.open_path(path)
    type_secret(desk, asked(desk).form.edit, PASSWORD)
    desk.settle()
    strip = window.start.message
    assert "damaged" in strip._text.text()
    (restore,) = [one for one in strip.findChildren(QPushButton) if one.text() == "Restore it"]
    restore.click()
    desk.qtbot.waitUntil(window.has_company, timeout=20_000)
    desk.settle()
    assert len(desk.ask(lambda s: s.customers.ids())) == 1
    assert window.unlocking.dialog is None


def test_keys_and_mouse_are_heard(desk: Desk) -> None:
    lock = desk.window.lock
    lock.restart()
    lock._touched = 0.0
    handle = desk.window.windowHandle()
    QApplication.sendEvent(handle, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, _NO_KEYS))
    assert lock._touched > 0


@pytest.mark.usefixtures("qapp")
def test_pages_are_painted_over_the_whole_sheet(tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "out.pdf"))
    writer.setResolution(72)
    page = PagePicture(20, 28, 80, bytes(80 * 28))
    assert paint([page, page], writer)  # type: ignore[arg-type]  # a printer that writes
    del writer
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
