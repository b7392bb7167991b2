"""Our own liquidity in the window: nothing yet, typed, edited, removed and back, figures that open."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.domain.credit_file import FinancialStatement
from app.domain.financials import Line
from app.services.session import CompanySession
from app.ui.pages.customers.credit.import_dialog import StatementImportDialog
from app.ui.pages.customers.credit.statement_dialog import StatementDialog
from app.ui.pages.health.liquidity.panel import LiquidityPanel
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import Desk

FIGURES = {
    Line.CASH: 200_00,
    Line.RECEIVABLES: 600_00,
    Line.INVENTORY: 450_00,
    Line.CURRENT_ASSETS: 1300_00,
    Line.PAYABLES: 300_00,
    Line.CURRENT_LIABILITIES: 1000_00,
    Line.REVENUE: 3650_00,
    Line.COST_OF_SALES: 3650_00,
}


@pytest.fixture
def desk(opened: MainWindow, qtbot: QtBot) -> Desk:
    return Desk(qtbot, opened)


def panel(desk: Desk) -> LiquidityPanel:
    workspace = desk.window.workspace
    assert workspace is not None
    workspace.context.navigator.go("health", tab="liquidity")
    desk.settle()
    page: Any = workspace.page
    found = page.panel("liquidity")
    assert isinstance(found, LiquidityPanel)
    desk.qtbot.waitUntil(lambda: found.found is not None, timeout=10_000)
    return found


def store(desk: Desk, *years: int, **lines: int) -> None:
    def save(session: CompanySession) -> None:
        for year in years:
            figures = {line: lines.get(line.value, minor) for line, minor in FIGURES.items()}
            made = FinancialStatement(0, date(year, 12, 31), "CNY", "", 12)
            session.liquidity.save_statement(made, figures)

    desk.ask(save)


def cells(shown: LiquidityPanel, place: int) -> list[str]:
    return [cell.text for cell in shown.figures.table.lines.rows[place].cells]


def test_nothing_yet_offers_to_type_a_period(desk: Desk) -> None:
    shown = panel(desk)
    assert shown.figures.table.lines.rowCount() == 0
    shown.figures.table.clear_filter.emit()
    desk.settle()
    dialog = shown.entries.dialog
    assert isinstance(dialog, StatementDialog)
    assert "received_on" not in dialog.fields
    for line, minor in FIGURES.items():
        dialog.grid._item(dialog.grid._places[line], 1).setText(str(minor // 100))
    dialog.submit()
    desk.settle()
    [view] = desk.ask(lambda s: s.liquidity.statements())
    assert view.figures == FIGURES
    assert cells(shown, 0)[1] == "1.30"


def test_figures_with_the_year_before_and_what_is_behind_them(desk: Desk) -> None:
    store(desk, 2023, 2024)
    shown = panel(desk)
    assert cells(shown, 9)[1:4] == ["75", "75", "0"]
    assert cells(shown, 5)[1] == "−450"
    shown.open_figure("requirement")
    detail = shown._detail
    assert detail is not None
    assert [row.cells[1].text for row in detail.table.lines.rows] == ["450", "600", "300"]
    detail.statement_button.click()
    assert shown.view.current == "statements"
    row = shown.statements.row
    assert row is not None
    assert row.key == "inventory"
    _, rows = shown.figures.times.table
    assert len(rows) == 2


def test_what_lacks_is_named(desk: Desk) -> None:
    def save(session: CompanySession) -> None:
        made = FinancialStatement(0, date(2024, 12, 31), "CNY", "", 12)
        session.liquidity.save_statement(made, {Line.CASH: 5_00, Line.CURRENT_LIABILITIES: 10_00})

    desk.ask(save)
    shown = panel(desk)
    assert cells(shown, 2)[1] == "0.50"
    name, value, *_, why = cells(shown, 0)
    assert (bool(name), value == "1.30", len(why) > 5) == (True, False, True)


def test_edited_removed_and_back(desk: Desk) -> None:
    store(desk, 2024)
    shown = panel(desk)
    shown.show_view("statements")
    shown.edit(shown.statements.chosen)
    assert isinstance(shown.entries.dialog, StatementDialog)
    shown.entries.dialog.source.setText("<b>审计</b>")
    shown.entries.dialog.submit()
    desk.settle()
    [view] = desk.ask(lambda s: s.liquidity.statements())
    assert view.statement.source == "<b>审计</b>"
    shown.statements.remove.click()
    desk.settle()
    assert desk.ask(lambda s: s.liquidity.statements()) == []
    desk.ask(lambda s: s.history.undo())
    assert len(desk.ask(lambda s: s.liquidity.statements())) == 1


def test_read_out_of_a_file(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("项目,2024-12-31\n货币资金,200\n流动资产合计,1300\n流动负债合计,1000\n", "utf-8")
    shown = panel(desk)
    assert shown.found is not None
    shown.entries.read_statements(shown.found.book, path)
    desk.settle()
    dialog = shown.entries.dialog
    assert isinstance(dialog, StatementImportDialog)
    assert not dialog.keep.isVisible()
    dialog.submit()
    desk.settle()
    [view] = desk.ask(lambda s: s.liquidity.statements())
    assert view.figures[Line.CASH] == 200_00


def test_a_read_only_file_is_looked_at_and_not_changed(desk: Desk) -> None:
    store(desk, 2024)
    object.__setattr__(desk.session, "read_only", True)
    try:
        shown = panel(desk)
        assert not shown.add_button.isEnabled()
        assert not shown.statements.remove.isEnabled()
        shown.add()
        shown.pick()
        shown.edit(shown.statements.chosen)
        assert shown.entries.dialog is None
        assert cells(shown, 0)[1] == "1.30"
    finally:
        object.__setattr__(desk.session, "read_only", False)


def test_the_gap_leads_to_the_forecast(desk: Desk) -> None:
    shown = panel(desk)
    shown.figures.figures.opened.emit(4)
    desk.settle()
    page: Any = desk.window.workspace.page if desk.window.workspace is not None else None
    assert page.keys[page.place] == "cash"
