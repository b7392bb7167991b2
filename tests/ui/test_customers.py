"""The customer list and a customer's file, on the real services."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from app.domain.customer import Contact, CustomerStatus, Identifier, IdentifierKind
from app.domain.document import DocumentKind
from app.ui.dialogs.customer import CustomerDialog
from app.ui.dialogs.merge import MergeDialog
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import Desk, texts

SUZHOU, MERIDIAN = "苏州恒岳机电有限公司", "Meridian Fastening Inc."


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    return Desk(qtbot, opened)


@pytest.fixture
def peopled(desk: Desk) -> Desk:
    first = desk.customer(SUZHOU, code="C1001", terms="net 30")
    desk.customer(MERIDIAN, code="C2002", country="US", currency="USD")
    desk.customer("杭州启澜自动化有限公司", code="C1002", status=CustomerStatus.STOPPED)
    desk.ask(
        lambda s: (
            s.customers.save_identifier(Identifier(first, IdentifierKind.USCC, "91310000MA1FL1234R"))
            if s.customers.check_identifier(IdentifierKind.USCC, "91310000MA1FL1234R").valid
            else s.customers.save_contact(Contact(first, "王会计"))
        )
    )
    desk.document(first, 12_345_67, "INV-1", on=date(2025, 10, 1))
    return desk


def test_an_empty_list_says_so_and_offers_to_make_a_customer(desk: Desk) -> None:
    page = desk.go()
    assert page.list.model.rowCount() == 0
    assert page.list.table.empty.isVisible()
    page.list.table.empty.action.emit()
    dialog = desk.dialog(CustomerDialog)
    dialog.reject()
    assert desk.closed()


@pytest.mark.parametrize(
    ("typed", "found"), [("szhy", SUZHOU), ("C2002", MERIDIAN), ("恒岳", SUZHOU), ("meridian", MERIDIAN)]
)
def test_search_finds_by_name_code_and_pinyin_initials(peopled: Desk, typed: str, found: str) -> None:
    page = peopled.go()
    assert page.list.model.rowCount() == 3
    peopled.write(page.list.search, typed)
    peopled.key(Qt.Key.Key_Return, widget=page.list.search)
    peopled.qtbot.waitUntil(lambda: page.list.model.rowCount() == 1)
    page.list.model.row_at(0)
    peopled.settle()
    assert texts(page) == [found]


def test_segments_narrow_and_clearing_brings_all_back(peopled: Desk) -> None:
    page = peopled.go()
    page.list.scope.set_current("stopped")
    page.list.scope.chosen.emit("stopped")
    peopled.settle()
    assert page.list.model.rowCount() == 1
    page.list.clear_filters()
    peopled.settle()
    assert page.list.model.rowCount() == 3
    assert page.status() == page.list.count_words()


def test_enter_opens_the_file_with_its_figures(peopled: Desk) -> None:
    page = peopled.go()
    view = page.list.table.view
    view.selectRow(0)
    view.setFocus()
    peopled.key(Qt.Key.Key_Return, widget=view)
    peopled.settle()
    assert page.in_file
    assert page.file.head.name.text() == SUZHOU
    assert page.header.breadcrumb.accessibleName().endswith(SUZHOU)
    assert len(page.file.overview.model.rows) == 1
    assert page.file.overview.timeline.events[0].number == "INV-1"
    page.header.breadcrumb.chosen.emit(0)
    peopled.settle()
    assert not page.in_file


def test_a_document_is_reached_by_the_navigator_and_closes_with_escape(peopled: Desk) -> None:
    page = peopled.go()
    row = peopled.rows(page.list.model.ids()[0], DocumentKind.INVOICE)[0]
    peopled.go(document_id=row.id)
    peopled.settle()
    assert page.file.tab == "invoices"
    assert page.document.is_open
    assert page.document.detail is not None
    assert page.document.detail.document.number == "INV-1"
    assert page.drawer is not None
    peopled.key(Qt.Key.Key_Escape, widget=page.drawer)
    assert not page.document.is_open


def test_a_customer_that_is_gone_leads_back_to_the_list_with_a_sentence(peopled: Desk) -> None:
    page = peopled.go(customer_id=9999)
    assert not page.in_file
    assert peopled.window.workspace is not None
    assert not peopled.window.workspace.message.isHidden()


def test_merging_two_shows_both_and_is_undone_whole(peopled: Desk) -> None:
    page = peopled.go()
    ids = list(page.list.model.ids())
    keep, lose = ids[0], ids[1]
    page.list.model.set_checked([keep, lose])
    peopled.settle()
    assert page.list.bar_merge.isEnabled()
    page.list.bar_merge.click()
    dialog = peopled.dialog(MergeDialog)
    assert {side.id for side in dialog.sides} == {keep, lose}
    assert dialog.sides[dialog.kept].id == keep, "the one with documents is proposed"
    dialog.submit()
    assert peopled.closed()
    assert page.list.model.rowCount() == 2
    aliases = peopled.ask(lambda s: s.customers.profile(keep)).aliases
    assert len(aliases) == 1
    peopled.window.undo()
    peopled.settle()
    assert page.list.model.rowCount() == 3
    assert peopled.ask(lambda s: s.customers.profile(keep)).aliases == ()


def test_merge_needs_exactly_two(peopled: Desk) -> None:
    page = peopled.go()
    page.list.model.set_checked(page.list.model.ids())
    peopled.settle()
    assert not page.list.bar_merge.isEnabled()
    assert page.list.bar_merge.toolTip()


def test_deleting_goes_to_the_bin_and_comes_back(peopled: Desk) -> None:
    page = peopled.go()
    gone = page.list.model.ids()[2]
    page.list.model.set_checked([gone])
    peopled.settle()
    page.list.bar_remove.click()
    peopled.settle()
    assert page.list.model.rowCount() == 2
    assert peopled.window.toast.isVisible()
    page.list.scope.set_current("bin")
    page.list.scope.chosen.emit("bin")
    peopled.settle()
    assert list(page.list.model.ids()) == [gone]
    page.list.model.set_checked([gone])
    peopled.settle()
    assert page.list.bar_restore.isVisible()
    page.list.bar_restore.click()
    peopled.settle()
    assert page.list.model.rowCount() == 0
    page.list.clear_filters()
    peopled.settle()
    assert page.list.model.rowCount() == 3


def test_a_customer_with_documents_is_not_deleted_and_the_reason_is_said(peopled: Desk) -> None:
    page = peopled.go()
    page.list.model.set_checked([page.list.model.ids()[0]])
    peopled.settle()
    page.list.bar_remove.click()
    peopled.settle()
    assert page.list.model.rowCount() == 3
    assert peopled.window.workspace is not None
    assert SUZHOU in peopled.window.workspace.message.accessibleName()


def test_what_is_seen_is_what_is_exported(
    peopled: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    opened: list[object] = []
    monkeypatch.setattr("app.ui.pages.exporting.QDesktopServices.openUrl", opened.append)
    page = peopled.go()
    page.list.exports.menu(lambda file_format: page.list._export(page.list.model.ids, file_format))
    page.list._export(page.list.model.ids, "xlsx")
    peopled.settle()
    sheet = load_workbook(target).active
    assert sheet is not None
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    header = next(row for row in cells if "Name" in row)
    shown = [page.list.model.columns[place].title() for place in page.list.table.view.shown_columns()]
    assert header[: len(shown)] == shown
    names = [row[header.index("Name")] for row in cells[cells.index(header) + 1 :]]
    assert names[:3] == texts(page)
    balance = cells[cells.index(header) + 1][header.index("Balance")]
    assert balance == pytest.approx(12345.67)
    assert opened


def test_the_profile_is_edited_and_refused_with_a_sentence_at_the_field(peopled: Desk) -> None:
    page = peopled.go()
    first = page.list.model.ids()[0]
    peopled.go(customer_id=first, tab="profile")
    profile = page.file.profile
    assert profile.values is not None
    assert profile.fields is not None
    peopled.write(profile.values.terms, "whenever")
    assert profile.dirty
    profile.save()
    assert profile.fields["terms"].has_error
    peopled.write(profile.values.terms, "eom + 30")
    peopled.write(profile.values.code, "C2002")
    profile.save()
    peopled.settle()
    assert profile.fields["code"].has_error, "another customer's code is refused at its field"
    peopled.write(profile.values.code, "C1001")
    profile.save()
    peopled.settle()
    assert not profile.discard_button.isVisible(), "nothing is left to save"
    assert peopled.ask(lambda s: s.customers.profile(first)).customer.terms == "eom + 30"
    peopled.window.undo()
    peopled.settle()
    assert profile.values.terms.text() == "net 30", "undo shows in the form at once"


def test_typed_changes_are_not_lost_by_going_elsewhere(peopled: Desk) -> None:
    page = peopled.go()
    first, second, *_ = page.list.model.ids()
    peopled.go(customer_id=first, tab="profile")
    profile = page.file.profile
    assert profile.values is not None
    peopled.write(profile.values.short_name, "恒岳")
    peopled.go(customer_id=second)
    assert page.file.customer_id == first
    assert not profile.message.isHidden()
    assert not page.may_leave()
    profile.discard()
    assert page.may_leave()
    peopled.go(customer_id=second)
    assert page.file.customer_id == second


def test_language_switches_live_and_keeps_what_is_typed(peopled: Desk) -> None:
    page = peopled.go()
    first = page.list.model.ids()[0]
    peopled.go(customer_id=first, tab="profile")
    assert page.file.profile.values is not None
    peopled.write(page.file.profile.values.note.viewport(), "")
    peopled.write(page.file.profile.values.short_name, "恒岳")
    peopled.window.language.set("zh")
    peopled.qtbot.waitUntil(lambda: page.file.tabs.bar.tabText(0) == "概览")
    assert page.file.profile.values.short_name.text() == "恒岳"
    assert page.file.profile.dirty
    assert page.entry_button.text() == "登记往来"
    page.file.profile.discard()


def test_a_read_only_file_cannot_be_changed_and_says_why(peopled: Desk) -> None:
    page = peopled.go()
    object.__setattr__(page.context.company, "read_only", True)
    first = page.list.model.ids()[0]
    page.retranslate()
    peopled.go(customer_id=first, tab="profile")
    page.file.profile.retranslate()
    for widget in (page.customer_button, page.entry_button, page.file_entry_button):
        assert not widget.isEnabled()
        assert widget.toolTip()
    assert page.file.profile.values is not None
    assert not page.file.profile.values.name.isEnabled()
    page.entries.new_invoice(first)
    peopled.settle()
    assert page.entries.dialog is None
    object.__setattr__(page.context.company, "read_only", False)


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups on the screenless platform
def test_ctrl_n_offers_the_entries_of_the_page(peopled: Desk) -> None:
    page = peopled.go()
    peopled.window.activateWindow()
    page.list.table.view.setFocus()
    peopled.qtbot.waitUntil(page.list.table.view.hasFocus)
    peopled.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier, page.list.table.view)
    menu = next(each for each in page.findChildren(QMenu) if each.isVisible())
    assert [action.text() for action in menu.actions()][:2] == ["Invoice…", "Receipt…"]
    menu.close()


def test_every_field_and_button_has_an_accessible_name(peopled: Desk) -> None:
    page = peopled.go()
    peopled.go(customer_id=page.list.model.ids()[0], tab="profile")
    for field in page.findChildren(QLineEdit):
        if field.isVisible():
            assert field.accessibleName(), field
