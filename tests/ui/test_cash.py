"""The cash forecast in the window: weeks and their items, scenarios, own money, the back-test, bad input."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from app.domain.cash_overlay import CashEvent, EventKind, Overlay, Who
from app.domain.document import Dispute, DocumentKind
from app.domain.importing import Cell
from app.domain.measure_record import CashItem
from app.services.cash_views import CashAssumptions, CashBalance
from app.ui.pages.analysis.cash.flow_dialog import FlowDialog
from app.ui.pages.analysis.cash.outflow_import import OutflowImportDialog
from app.ui.pages.analysis.cash.overlays import OverlayDialog, OverlaysMenu
from app.ui.pages.analysis.cash.panel import CashPanel
from app.ui.pages.analysis.cash.position import PositionDialog
from app.ui.pages.exporting import PageExports
from app.ui.pages.tabbed import TabbedPage
from app.ui.shell.main_window import MainWindow
from tests.imports.books import xlsx
from tests.ui.desk import Desk

DAY = date(2025, 12, 31)


@pytest.fixture
def desk(opened: MainWindow, qtbot: QtBot) -> Desk:
    """Two customers with an open invoice each; the first has paid ten days late before."""
    desk = Desk(qtbot, opened)
    first, second = (
        desk.customer("苏州恒岳", code="C1", name_en="Hengyue"),
        desk.customer("青岛海拓", code="C2"),
    )
    desk.document(first, 90_000_00, "A1", on=DAY - timedelta(40), due_date=DAY + timedelta(20))
    desk.document(second, 30_000_00, "B1", on=DAY - timedelta(40), due_date=DAY + timedelta(6))
    return desk


def panel_of(desk: Desk, **params: object) -> CashPanel:
    workspace = desk.window.workspace
    assert workspace is not None
    workspace.context.navigator.go("analysis", tab="cash", **params)
    desk.settle()
    page = workspace.page
    assert isinstance(page, TabbedPage)
    panel = page.panel("cash")
    assert isinstance(panel, CashPanel)
    desk.qtbot.waitUntil(lambda: panel.read_now is not None, timeout=10_000)
    desk.settle()
    return panel


def figures(panel: CashPanel) -> str:
    return " ".join(one.accessibleName() for one in panel.weeks.figures._shown if not one.isHidden())


def test_a_line_opens_the_items_behind_it(desk: Desk) -> None:
    panel = panel_of(desk)
    lines = panel.weeks.lines
    assert [line.collections for line in lines[:3]] == [30_000_00, 0, 90_000_00]
    assert sum(line.collections for line in lines) == 120_000_00
    panel.weeks.table.view.select_id(3)
    desk.key(Qt.Key.Key_Return, widget=panel.weeks.table.view)
    desk.settle()
    detail = panel._detail
    assert detail is not None
    assert [(row.number, row.base) for row in detail.rows] == [("A1", 90_000_00)]
    assert panel.host.shows_detail(detail)
    assert "Due date plus a habit of 0 d" in detail.why.text()
    detail.customer_button.click()
    desk.settle()
    assert desk.window.workspace is not None
    place = desk.window.workspace.context.navigator.place
    assert place is not None
    assert place.key == "customers"


def test_without_own_cash_it_is_asked_for_and_kept(desk: Desk) -> None:
    panel = panel_of(desk)
    assert "no data" in figures(panel)
    assert not panel.weeks.message.isHidden()
    panel.weeks.wanted_position.emit()
    desk.settle()
    dialog = panel.dialog
    assert isinstance(dialog, PositionDialog)
    desk.write(dialog.amount, "1,000.00")
    dialog.on.set_day(DAY + timedelta(3))
    desk.write(dialog.minimum, "-5")
    dialog.submit()
    assert dialog.fields["on"].has_error
    assert dialog.fields["minimum"].has_error
    dialog.on.set_day(DAY)
    desk.write(dialog.minimum, "2000")
    dialog.submit()
    desk.settle()
    found = panel.read_now.found if panel.read_now else None
    assert found is not None
    assert (found.opening, found.assumptions.minimum) == (CashBalance(DAY, 1_000_00), 2_000_00)
    assert found.gap is not None
    assert "Cash gap" in figures(panel)
    desk.window.undo()
    desk.settle()
    assert desk.ask(lambda s: s.cash.balances()) == []


def test_assumptions_of_sales_follow_their_box(desk: Desk) -> None:
    panel = panel_of(desk)
    panel.edit_position()
    desk.settle()
    dialog = panel.dialog
    assert isinstance(dialog, PositionDialog)
    assert not dialog.monthly.isEnabled()
    dialog.sales.setChecked(True)
    desk.write(dialog.monthly, "36500")
    desk.write(dialog.days, "4.5")
    dialog.submit()
    assert dialog.fields["days"].has_error
    desk.write(dialog.days, "7")
    dialog.submit()
    desk.settle()
    assert panel.read_now is not None
    assert panel.read_now.found.sales is not None
    assert panel.read_now.found.weeks[1].sales == 8_400_00
    columns = {column.key for column in panel.weeks.model.columns}
    assert "sales" in columns


def test_a_scenario_lies_beside_the_forecast(desk: Desk) -> None:
    desk.ask(lambda s: s.cash.save_position(CashBalance(DAY, 5_000_00), CashAssumptions()))
    panel = panel_of(desk, overlay="largest_late")
    desk.qtbot.waitUntil(lambda: bool(panel.read_now and panel.read_now.other), timeout=10_000)
    desk.settle()
    assert panel.overlay.currentText() == "Largest customer pays 60 days late"
    assert "the largest customer (Hengyue): 60 d late" in panel.weeks.message._text.text()
    line = panel.weeks.lines[2]
    assert (line.collections, line.figure("difference")) == (0, -90_000_00)
    assert len(panel.weeks.balance.table[0]) == 3
    panel.overlay.choose("")
    panel.read()
    desk.settle()
    assert panel.read_now is not None
    assert panel.read_now.other is None


def test_an_own_scenario_is_made_changed_and_deleted(desk: Desk) -> None:
    panel = panel_of(desk)
    menu = OverlaysMenu(panel.context, panel)
    menu.edit(Overlay("", ()))
    dialog = panel.dialog
    assert isinstance(dialog, OverlayDialog)
    dialog.submit()
    assert dialog.fields["name"].has_error
    dialog.name.setText("旺季")
    dialog.whos[0].choose(Who.CUSTOMER.value)
    dialog._on_kind(0)
    desk.write(dialog.figures[0], "0")
    dialog.submit()
    assert dialog.fields["figure0"].has_error
    assert dialog.fields["customer0"].has_error
    desk.write(dialog.figures[0], "9999999999999")
    dialog.submit()
    assert "1,000,000,000,000" in dialog.fields["figure0"]._below.text()
    desk.write(dialog.figures[0], "45")
    dialog.customers[0].set_customer(1, "苏州恒岳")
    dialog.kinds[1].choose(EventKind.OUTFLOW.value)
    dialog._on_kind(1)
    desk.write(dialog.figures[1], "1000.50")
    dialog.submit()
    desk.settle()
    [made] = [one for one in desk.ask(lambda s: s.cash.overlays()) if one.id]
    late = CashEvent(EventKind.LATE, Who.CUSTOMER, 1, days=45)
    assert made.events == (late, CashEvent(EventKind.OUTFLOW, amount=1_000_50))
    texts = [action.text() for action in menu.menu().actions() if action.text()]
    assert texts == ["New scenario…", "旺季"]
    menu.edit(made)
    again = panel.dialog
    assert isinstance(again, OverlayDialog)
    assert (again.customers[0].text(), again.figures[1].text()) == ("苏州恒岳", "1000.5")
    again.reject()
    desk.settle()
    menu._remove(made)
    desk.settle()
    assert all(not one.id for one in desk.ask(lambda s: s.cash.overlays()))


def test_own_money_is_entered_changed_and_deleted(desk: Desk) -> None:
    panel = panel_of(desk, view="own")
    view = panel.flows
    assert view is not None
    assert view.table.empty.isVisible()
    view.add_button.click()
    desk.settle()
    dialog = view.dialog
    assert isinstance(dialog, FlowDialog)
    dialog.submit()
    assert dialog.fields["label"].has_error
    assert dialog.fields["amount"].has_error
    desk.write(dialog.label, "Wages")
    desk.write(dialog.amount, "680")
    dialog.every.choose("month")
    dialog._on_every()
    dialog.until.set_day(DAY - timedelta(30))
    dialog.submit()
    assert dialog.fields["until"].has_error
    dialog.until.set_day(None)
    dialog.submit()
    desk.settle()
    [row] = view.model.rows
    assert (row.item.amount, row.item.every, row.next) == (680_00, "month", DAY + timedelta(1))
    assert panel.read_now is not None
    assert panel.read_now.found.weeks[0].outflows == 680_00
    view.table.opened.emit(row.item.id)
    desk.settle()
    again = view.dialog
    assert isinstance(again, FlowDialog)
    again.way.choose("in")
    again.submit()
    desk.settle()
    assert view.model.rows[0].item.amount == -680_00
    view.model.set_checked([row.item.id])
    view.delete_button.click()
    desk.settle()
    assert not view.model.rows
    desk.window.undo()
    desk.settle()
    assert len(view.model.rows) == 1


def test_a_file_of_own_money_is_looked_at_before_it_is_taken_in(desk: Desk, tmp_path: Path) -> None:
    panel = panel_of(desk, view="own")
    view = panel.flows
    assert view is not None
    rows: list[list[Cell]] = [
        ["Payment date", "Description", "Amount"],
        ["2026-01-10", "Wages", 680],
        ["2026-02-30", "Rent", 100],
    ]
    view.take_file(xlsx(tmp_path / "own.xlsx", {"own": rows}))
    desk.settle()
    dialog = view.dialog
    assert isinstance(dialog, OutflowImportDialog)
    assert "Row 3, Payment date: “2026-02-30” is not a date." in dialog.problems.text()
    assert len(dialog.model.rows) == 1
    dialog.submit()
    desk.settle()
    assert [row.item.label for row in view.model.rows] == ["Wages"]
    view.take_file(xlsx(tmp_path / "own.xlsx", {"own": [rows[0], ["2026-01-12", "Rent", 100]]}))
    desk.settle()
    again = view.dialog
    assert isinstance(again, OutflowImportDialog)
    again.replacing.setChecked(True)
    again.submit()
    desk.settle()
    assert [row.item.label for row in view.model.rows] == ["Rent"]
    view.take_file(tmp_path / "nowhere.xlsx")
    desk.settle()
    assert not view.message.isHidden()


def test_how_well_it_did_is_honest_about_few_cases(desk: Desk) -> None:
    on = DAY - timedelta(200)
    paid = desk.document(1, 5_000_00, "P1", on=on, due_date=on + timedelta(30))
    receipt = desk.document(1, 5_000_00, "R1", kind=DocumentKind.RECEIPT, on=DAY - timedelta(80))
    desk.ask(lambda s: s.ledger.allocate(receipt, paid, 5_000_00))
    panel = panel_of(desk, view="accuracy")
    view = panel.accuracy
    assert view is not None
    desk.qtbot.waitUntil(lambda: view.found is not None, timeout=10_000)
    desk.settle()
    assert view.found is not None
    assert view.found.origins
    assert view.message.isHidden() != view.found.few
    panel.as_of.set_day(DAY - timedelta(190))
    panel._on_day()
    desk.settle()
    assert not view.found.origins
    assert not view.message.isHidden()


def test_the_workbook_is_written(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = panel_of(desk)
    path = tmp_path / "f.xlsx"
    monkeypatch.setattr(PageExports, "_ask", lambda *_: path)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    panel.export_button.click()
    desk.settle()
    assert len(openpyxl.load_workbook(path).sheetnames) == 4


def test_every_open_item_stands_with_its_day_and_range(desk: Desk) -> None:
    desk.ask(lambda s: s.collection.dispute(Dispute(2, DAY - timedelta(3), 10_000_00)))
    panel = panel_of(desk, view="items")
    view = panel.items
    assert view is not None
    desk.qtbot.waitUntil(lambda: bool(view.rows), timeout=10_000)
    desk.settle()
    shown = [(row.number, row.item.on, row.item.why, row.base) for row in view.model.shown()]
    assert shown == [
        ("A1", DAY + timedelta(20), "habit", 90_000_00),
        ("B1", DAY + timedelta(6), "habit", 20_000_00),
        ("B1", None, "disputed", 10_000_00),
    ]
    view.scope.set_current("left_out")
    view._narrow()
    assert [row.base for row in view.model.shown()] == [10_000_00]
    view.scope.set_current("all")
    view.search.setText("haitu")
    view._narrow()
    assert not view.model.shown()
    view.table.clear_filter.emit()
    assert len(view.model.shown()) == 3
    panel.open({"overlay": "largest_fails"})
    desk.qtbot.waitUntil(lambda: [row.item.why for row in view.rows][:1] == ["failed"], timeout=10_000)
    desk.settle()
    view.table.opened.emit(1)
    desk.settle()
    assert desk.window.workspace is not None
    place = desk.window.workspace.context.navigator.place
    assert place is not None
    assert place.key == "customers"


def test_every_figure_opens(desk: Desk) -> None:
    desk.ask(lambda s: s.cash.save_position(CashBalance(DAY, 1_000_00), CashAssumptions(minimum=500_00)))
    desk.ask(lambda s: s.cash.save_item(CashItem(DAY + timedelta(9), 90_000_00, "CNY", "Boiler")))
    panel = panel_of(desk)
    for place, part in ((1, 0), (3, 1), (4, 1)):
        panel.weeks.figures.opened.emit(place)
        desk.settle()
        assert panel._part == part
    assert panel._detail is not None
    assert "Boiler  ¥ −90,000" in panel._detail.own.text()
    panel.weeks.chart.activated.emit(2)
    desk.settle()
    assert panel._part == 2
    assert panel._detail.own.text() == ""
    panel.weeks.figures.opened.emit(2)
    desk.settle()
    assert panel.stack.currentWidget() is panel.flows
    panel.weeks.figures.opened.emit(0)
    desk.settle()
    assert isinstance(panel.dialog, PositionDialog)
    panel.dialog.reject()
    desk.settle()


def test_an_empty_company_says_what_to_do(opened: MainWindow, qtbot: QtBot) -> None:
    panel = panel_of(Desk(qtbot, opened))
    assert panel.weeks.chart_card.isHidden()
    assert not panel.weeks.message.isHidden()
    assert sum(line.collections for line in panel.weeks.lines) == 0
    panel.show_view("items")
    desk = Desk(qtbot, opened)
    desk.settle()
    assert panel.items is not None
    assert "matches" not in panel.items.table.empty.accessibleName()
    panel.show_view("accuracy")
    qtbot.waitUntil(lambda: panel.accuracy is not None and panel.accuracy.found is not None, timeout=10_000)
    assert panel.accuracy is not None
    assert not panel.accuracy.message.isHidden()


def test_a_read_only_file_is_looked_at_and_not_changed(desk: Desk) -> None:
    desk.ask(lambda s: s.cash.save_item(CashItem(DAY, 100, "CNY", "x")))
    panel = panel_of(desk)
    object.__setattr__(panel.context.company, "read_only", True)
    try:
        panel.read()
        desk.settle()
        assert not panel.position_button.isEnabled()
        panel.edit_position()
        panel.show_view("own")
        desk.settle()
        view = panel.flows
        assert view is not None
        assert not view.add_button.isEnabled()
        view.edit(view.model.rows[0].item.id)
        OverlaysMenu(panel.context, panel).edit(Overlay("", ()))
        assert (panel.dialog, view.dialog) == (None, None)
    finally:
        object.__setattr__(panel.context.company, "read_only", False)


@pytest.mark.parametrize("view", ["own", "accuracy"])
def test_it_follows_the_language(desk: Desk, view: str) -> None:
    panel = panel_of(desk, view=view)
    desk.window.language.set("zh")
    desk.qtbot.waitUntil(lambda: panel.position_button.text() == "现金与假设…", timeout=5_000)
    desk.settle()
    assert panel.view.text in {"自有收支", "准确度"}
    assert panel.weeks.lines[0].name == "2026-01-01"
