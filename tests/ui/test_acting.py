"""F2, F5 and Ctrl+E: what the page in view does by its own buttons."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.domain.credit_record import Person
from app.ui.pages.credit_rules.people.dialogs import PersonDialog
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    return Desk(qtbot, opened)


def do(desk: Desk, key: str) -> None:
    desk.window.commands.action(key).trigger()
    desk.settle()


def test_f5_reads_again_what_is_in_view(desk: Desk) -> None:
    desk.customer("先来公司")
    table = desk.go().list.table.view.table()
    place = [column.key for column in table.columns].index("name")
    desk.qtbot.waitUntil(lambda: table.rowCount() == 1 and "先来公司" in table.cell(0, place).text)
    with closing(sqlite3.connect(desk.session.path)) as other, other:
        other.execute("UPDATE customer SET name = '改名公司'")
    do(desk, "read_again")
    desk.qtbot.waitUntil(lambda: "改名公司" in table.cell(0, place).text)


def test_f2_edits_the_row_and_says_where_there_is_none(desk: Desk) -> None:
    desk.ask(lambda s: s.people.save(Person("王总", "owner")))
    desk.window.go_to("today")
    desk.settle()
    do(desk, "edit_row")
    assert "Choose a row" in desk.window.toast.text
    desk.window.go_to("credit_rules", tab="people")
    desk.settle()
    panel: Any = cast("Any", desk.window.page).panel("people")
    desk.qtbot.waitUntil(lambda: panel.table.view.table().rowCount() == 1)
    panel.table.view.selectRow(0)
    do(desk, "edit_row")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PersonDialog)
    dialog.reject()


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups on the screenless platform
def test_ctrl_e_offers_the_export_of_the_list(desk: Desk) -> None:
    desk.go()
    do(desk, "export")
    (menu,) = [one for one in desk.page.findChildren(QMenu) if one.isVisible()]
    assert any("Excel" in one.text() for one in menu.actions())
    menu.close()
    desk.window.go_to("settings")
    desk.settle()
    do(desk, "export")
    assert "nothing to export" in desk.window.toast.text
