"""Protected companies in the window: asked for, set, changed, removed, remembered; locked and unlocked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.backup import BackupKind
from app.domain.company import Company
from app.domain.file_key import FileKey
from app.domain.problem import EnvironmentFaultError
from app.services.company_files import RecentFile
from app.services.previews import PagePicture
from app.ui.dialogs.backups import BackupsDialog
from app.ui.dialogs.protection import ProtectionDialog
from app.ui.formats import Formats
from app.ui.pages.new_company import NewCompanyDialog
from app.ui.printing import paint
from app.ui.shell.main_window import MainWindow
from app.ui.shell.recent_row import RecentRow
from app.ui.shell.unlocking import PATIENCE
from app.ui.theme import Theme
from app.ui.user_files import ending
from app.ui.widgets.password_edit import PasswordEdit
from tests.ui.conftest import MemoryPreferences, settle
from tests.ui.desk import Desk
from tests.ui.protected import (
    COMPANY,
    OTHER,
    PASSWORD,
    asked,
    below,
    protected,
    quickly,
    shut,
    type_secret,
)


@pytest.fixture(autouse=True)
def keyring(monkeypatch: pytest.MonkeyPatch) -> dict[bytes, FileKey]:
    return quickly(monkeypatch)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "books.holdfast"


@pytest.fixture
def desk(qtbot: QtBot, window: MainWindow, path: Path) -> Desk:
    return protected(qtbot, window, path)


def shows(edit: PasswordEdit) -> bool:
    return edit.shown


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


def test_giving_up_while_it_opens_lets_go_of_the_file(desk: Desk, path: Path) -> None:
    shut(desk)
    desk.window.open_path(path)
    dialog = asked(desk)
    dialog.form.edit.setText(PASSWORD)
    dialog.form.submit()
    dialog.reject()
    desk.settle()
    assert not desk.window.has_company()
    desk.window.open_path(path)
    type_secret(desk, asked(desk).form.edit, PASSWORD)
    assert desk.window.has_company()
    assert not desk.session.read_only, "nobody else has it"


def test_a_place_that_was_chosen_keeps_what_was_typed() -> None:
    assert ending(Path("sheet 1.2"), ".pdf").name == "sheet 1.2.pdf"
    assert ending(Path("sheet.PDF"), ".pdf").name == "sheet.PDF"


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


@pytest.mark.usefixtures("qapp")
def test_pages_are_painted_over_the_whole_sheet(tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "out.pdf"))
    writer.setResolution(72)
    page = PagePicture(20, 28, 80, bytes(80 * 28))
    assert paint([page, page], writer)  # type: ignore[arg-type]  # a printer that writes
    del writer
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
