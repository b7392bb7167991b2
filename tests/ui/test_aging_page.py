"""The aging board in the window: filters, cells that open their rows, checks, export, language, change."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.aging import Grouping
from app.domain.document import Document, DocumentKind
from app.ui.models.table_model import TableModel
from app.ui.pages.aging.page import AgingPage
from app.ui.shell.main_window import MainWindow
from tests.ui.conftest import settle

Settled = Callable[[], None]


@pytest.fixture(name="settle")
def settled(qtbot: QtBot, window: MainWindow) -> Settled:
    """Wait until nothing is under way."""

    def wait() -> None:
        settle(qtbot, window.runner)

    return wait


@pytest.fixture
def board(window: MainWindow, qtbot: QtBot, settle: Settled) -> AgingPage:
    window.open_sample()
    qtbot.waitUntil(window.has_company, timeout=20_000)
    window.navigator.go("aging")
    settle()
    page = window.page
    assert isinstance(page, AgingPage)
    assert page.table.model().rowCount() > 40
    return page


def rows_of(model: TableModel[Any]) -> list[Any]:
    return [model.row_at(row) for row in range(model.rowCount())]


def test_scope_strip_and_search_narrow_what_is_shown(board: AgingPage, settle: Settled) -> None:
    every = board.table.model().rowCount()
    board.scope.set_current("overdue")
    board.scope.chosen.emit("overdue")
    settle()
    overdue = board.table.model().rowCount()
    assert 0 < overdue < every
    board.strip.setFocus()
    board.strip.chosen.emit(-1)
    board.search.setText("ningbo-no-such")
    board.search.searched.emit("ningbo-no-such")
    settle()
    assert board.table.model().rowCount() == 0
    assert board.table.empty.isVisibleTo(board.table)
    board.clear_filters()
    settle()
    assert board.table.model().rowCount() == every


def test_totals_follow_the_filter(board: AgingPage, settle: Settled) -> None:
    before = board.table.model().totals["balance"].text
    board.scope.set_current("disputed")
    board.scope.chosen.emit("disputed")
    settle()
    assert board.table.model().totals["balance"].text != before


def test_a_cell_opens_its_own_items_and_they_sum(board: AgingPage, settle: Settled, qtbot: QtBot) -> None:
    model = board.table.model()
    column = model.column_of("bucket1")
    row, value = next((i, each) for i, each in enumerate(rows_of(model)) if each.buckets[1] > 0)
    board.table.view.setCurrentIndex(model.index(row, column))
    qtbot.keyClick(board.table.view, Qt.Key.Key_Return)
    settle()
    assert board.detail.is_open
    shown = rows_of(board.detail.items.model())
    assert {each.bucket for each in shown} == {1}
    if {each.currency for each in shown} == {"CNY"}:
        assert sum(each.open for each in shown) == value.buckets[1]


def test_checked_rows_are_counted_and_exported_as_seen(
    board: AgingPage, settle: Settled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "board.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_kw: (str(target), ""))
    monkeypatch.setattr("app.ui.pages.exporting.QDesktopServices.openUrl", lambda _url: True)
    model = board.table.model()
    for row in (0, 1):
        model.toggle(row)
    assert board.bar.isVisibleTo(board)
    board._export("csv", only=model.checked)
    settle()
    rows = list(csv.reader(target.read_text("utf-8-sig").splitlines()))
    assert len(rows) == 1 + 2 + 1
    assert rows[1][0].lstrip("'") == rows_of(model)[0].name("en")


def test_grouping_basis_and_day_ask_anew(board: AgingPage, settle: Settled) -> None:
    board._views.show_view(type(board._views.view)(by=Grouping.SALESPERSON, in_base=False))
    settle()
    assert board._board is not None
    assert board._board.query.by is Grouping.SALESPERSON
    board.as_of.set_day(date(2025, 6, 30))
    board.as_of.changed.emit(date(2025, 6, 30))
    settle()
    assert board._board.query.as_of == date(2025, 6, 30)


def limits_of(board: AgingPage) -> tuple[int, ...]:
    assert board._board is not None
    return board._board.query.limits


def test_the_board_counts_by_the_rules_of_the_company(
    board: AgingPage, settle: Settled, window: MainWindow
) -> None:
    company = board.context.company.company
    window.runner.database(lambda _c: company.update(replace(company.get(), bucket_limits=(20, 40))))
    settle()
    assert limits_of(board) == (20, 40)
    board._views._show_limits((15, 30, 60, 90))
    settle()
    assert limits_of(board) == (15, 30, 60, 90)
    board._views._show_limits((20, 40))
    settle()
    assert board._views.view.limits is None
    assert limits_of(board) == (20, 40)


def test_a_new_invoice_moves_the_board(board: AgingPage, settle: Settled, window: MainWindow) -> None:
    before = board._board.totals[0].balance  # type: ignore[union-attr]
    company = board.context.company
    today = company.clock.today()
    window.runner.database(
        lambda _c: company.ledger.enter(
            Document(1, DocumentKind.INVOICE, "NEW-1", today, "CNY", 123_45, due_date=today)
        )
    )
    settle()
    assert board._board.totals[0].balance == before + 123_45  # type: ignore[union-attr]
    window.undo()
    settle()
    assert board._board.totals[0].balance == before  # type: ignore[union-attr]


def test_language_switches_live(board: AgingPage, window: MainWindow, qtbot: QtBot) -> None:
    window.choose_language("zh")
    qtbot.waitUntil(lambda: board.export_button.text() == "导出")
    assert board.table.model().headerData(1, Qt.Orientation.Horizontal) == "客户"
    window.choose_language("en")
    qtbot.waitUntil(lambda: board.export_button.text() == "Export")


def test_menus_say_what_is_chosen(board: AgingPage) -> None:
    menu = board._views.menu()
    texts = [action.text() for action in menu.actions()]
    assert "Group by" in texts
    exports = board.exports.menu(board._export)
    assert len(exports.actions()) == 3


def test_the_export_names_the_filter(
    board: AgingPage, settle: Settled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "board.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_kw: (str(target), ""))
    monkeypatch.setattr("app.ui.pages.exporting.QDesktopServices.openUrl", lambda _url: True)
    board.scope.set_current("overdue")
    board.search.setText("NINGBO")
    board._reload()
    settle()
    board._export("xlsx")
    settle()
    sheet = load_workbook(target).active
    assert sheet is not None
    heads = [str(row[0].value) for row in sheet.iter_rows(max_row=5)]
    assert "Filter: Overdue · search: NINGBO" in heads


def test_checked_customers_get_a_statement_each_in_their_language(
    board: AgingPage, settle: Settled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_kw: str(tmp_path))
    monkeypatch.setattr("app.ui.pages.exporting.QDesktopServices.openUrl", lambda _url: True)
    ids = [row.key for row in rows_of(board.table.model())[:2]]
    menu = board.exports.statements_menu(ids, board.as_of.day)
    together, each = menu.actions()
    assert "one PDF" in together.text()
    each.trigger()
    settle()
    written = sorted(tmp_path.iterdir())
    assert len(written) == 2
    assert all(path.read_bytes().startswith(b"%PDF") for path in written)
