"""The stress test in the window: scenarios, several together, own ones, kept tests, key customers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.customer import Customer
from app.domain.stress import EventKind
from app.domain.stress_scenario import Whom
from app.ui.pages.analysis.stress.panel import StressPanel
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import TODAY, Desk

HOSTILE = '=HYPERLINK("http://x")<b>甲&乙</b>'


@pytest.fixture
def desk(opened: MainWindow, qtbot: QtBot) -> Desk:
    return Desk(qtbot, opened)


def panel_of(desk: Desk, **params: object) -> Any:
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("analysis", tab="stress", **params)
    desk.settle()
    page: Any = desk.window.workspace.page
    panel = page.panel("stress")
    assert isinstance(panel, StressPanel)
    desk.qtbot.waitUntil(lambda: panel.found is not None, timeout=10_000)
    desk.settle()
    return panel


def owing(desk: Desk) -> tuple[int, int]:
    """Two debtors: 1,000 and 200, due in January."""
    big = desk.customer(HOSTILE, code="C1")
    small = desk.customer("小客户", code="C2", country="DE")
    for customer, amount, number in ((big, 1000_00, "A"), (small, 200_00, "B")):
        desk.document(customer, amount, number, on=date(2025, 12, 1), due_date=date(2026, 1, 10))
    return big, small


def submitted(desk: Desk, panel: Any) -> None:
    panel.dialog.submit()
    desk.settle()
    desk.qtbot.waitUntil(lambda: panel.dialog is None, timeout=5_000)
    desk.settle()


def cells(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.lines.rows]


def test_without_anything_owed(desk: Desk) -> None:
    panel = panel_of(desk)
    assert panel.scenarios.model.rowCount() == 0
    assert panel.scenarios.message.isVisible()
    assert not panel.keep_button.isEnabled()
    assert not panel.export_button.isEnabled()
    assert panel.scenarios.table.empty._button.text() == "Import data"


def test_a_scenario_opens_to_those_it_strikes(desk: Desk) -> None:
    big, _ = owing(desk)
    panel = panel_of(desk)
    assert panel.scenarios.model.rowCount() == 9
    panel.scenarios.table.opened.emit(1)
    desk.settle()
    detail = panel._detail
    assert cells(detail.table)[0][:2] == [HOSTILE, "1,000"]
    assert detail.outcome.result.net == 1000_00
    assert not detail.remove_button.isVisible()
    detail._open_customer()
    desk.settle()
    assert desk.page.file.customer_id == big


def test_what_can_be_borne_is_typed_and_left_to_the_program(desk: Desk) -> None:
    owing(desk)
    panel = panel_of(desk)
    assert panel.scenarios._names == ["unknown"]
    panel.scenarios.lines.opened.emit(1)
    desk.settle()
    panel.dialog.cash.setText("x")
    panel.dialog.submit()
    assert panel.dialog.fields["cash"].has_error
    panel.dialog.cash.set_minor(-50_00)
    panel.dialog.equity.set_minor(1100_00)
    submitted(desk, panel)
    assert panel.found.breaking.already == ("cash",)
    assert len(panel.found.breaking.failures) == 2
    assert panel.scenarios._names[0] == "already_cash"
    panel.open_breaking("failures")
    desk.settle()
    assert len(panel._detail.rows) == 2
    panel.open_breaking("loss_percent")
    desk.settle()
    assert panel._detail.outcome.result.equity < 0
    panel.edit_bearing()
    panel.dialog.cash.set_minor(None)
    panel.dialog.equity.set_minor(None)
    submitted(desk, panel)
    assert panel.found.ground.bearing.equity is None


def test_several_at_once_become_a_scenario(desk: Desk) -> None:
    owing(desk)
    panel = panel_of(desk)
    panel.scenarios.model.set_checked([1, 4])
    desk.settle()
    assert panel.scenarios.together.result.loss == 1200_00
    panel._open_together()
    assert "+" in panel._detail.title
    panel._keep_together()
    desk.settle()
    panel.dialog.name.setText(HOSTILE)
    submitted(desk, panel)
    own = [row for row in panel.found.rows if not row.outcome.scenario.code]
    assert [row.outcome.scenario.name for row in own] == [HOSTILE]
    panel.open_row(own[0].key)
    panel._detail._remove()
    desk.settle()
    assert len(panel.found.rows) == 9
    desk.ask(lambda s: s.history.undo())
    desk.settle()
    assert len(panel.found.rows) == 10


def test_an_own_scenario_is_built_of_shocks(desk: Desk) -> None:
    _, small = owing(desk)
    panel = panel_of(desk)
    panel.add()
    dialog = panel.dialog
    dialog.submit()
    assert dialog.fields["name"].has_error
    dialog.name.setText("小客户半损并晚付")
    row = dialog.rows[0]
    row.whom.choose(Whom.CUSTOMER)
    row._on_whom()
    dialog.submit()
    assert dialog.fields["shocks"].has_error
    row.which.list.check(str(small))
    row.severity.setText("101")
    dialog.submit()
    assert dialog.fields["shocks"].has_error
    row.severity.setText("50")
    dialog.add()
    late = dialog.rows[1]
    late.kind.choose(EventKind.DELAY)
    late._on_kind()
    late.severity.setText("90")
    dialog.add()
    dialog.remove(dialog.rows[2])
    submitted(desk, panel)
    own = next(row.outcome for row in panel.found.rows if not row.outcome.scenario.code)
    assert own.result.loss == 100_00
    assert own.result.delayed > 0
    panel.edit(own)
    assert panel.dialog.rows[0].which.values == (str(small),)
    panel.dialog.name.setText("largest_fails")
    panel.dialog.submit()
    desk.settle()
    assert panel.dialog.fields["name"].has_error
    panel.dialog.reject()
    panel.dialog.reject()


def test_a_shipped_one_is_set_and_reset(desk: Desk) -> None:
    owing(desk)
    panel = panel_of(desk)
    panel.open_row(2)
    panel._detail._edit()
    desk.settle()
    panel.dialog.severities[0].setText("0")
    panel.dialog.submit()
    assert panel.dialog.fields["severity0"].has_error
    panel.dialog.severities[0].setText("90")
    panel.dialog.counts[0].setValue(1)
    submitted(desk, panel)
    shock = panel._row(2).outcome.scenario.shocks[0]
    assert (shock.severity, shock.count) == (Decimal(90), 1)
    assert "90" in panel._detail.title
    panel._detail._remove()
    desk.settle()
    assert panel._row(2).outcome.scenario.shocks[0].severity == 60


def test_kept_tests_are_compared_and_key_customers_asked_after(desk: Desk) -> None:
    big, _ = owing(desk)
    panel = panel_of(desk)
    panel.choose_keys()
    panel.dialog.list.check(str(big))
    submitted(desk, panel)
    assert [one.customer_id for one in panel.found.keys] == [big]
    panel = panel_of(desk, customer_id=big)
    assert HOSTILE in panel._detail.title
    panel._detail._keep()
    desk.settle()
    panel.dialog.note.setPlainText("备用授信")
    submitted(desk, panel)
    assert panel.found.keys[0].next == date(2026, 12, 31)
    desk.document(big, 500_00, "A2", on=date(2025, 12, 20), due_date=date(2026, 1, 20))
    panel = panel_of(desk, view="runs")
    [run] = panel.found.runs
    assert cells(panel.runs.table)[0][4] == "备用授信"
    panel.runs.opened.emit(run.study_id)
    desk.settle()
    assert cells(panel._run_detail.table)[1][1:] == ["1,000", "1,500"]
    panel._run_detail._remove()
    desk.settle()
    assert panel.found.runs == []
    panel.show_view("keys")
    panel.keys.table.view.select_id(big)
    panel.keys._try()
    desk.settle()
    assert panel._detail.outcome.result.loss == 1500_00


@pytest.mark.parametrize("file_format", ["xlsx", "csv", "pdf"])
def test_what_stands_there_goes_into_a_file(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file_format: str
) -> None:
    owing(desk)
    panel = panel_of(desk)
    panel.scenarios.model.set_checked([1])
    desk.settle()
    path = tmp_path / f"stress.{file_format}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    monkeypatch.setattr("app.ui.pages.exporting.QDesktopServices.openUrl", lambda _url: True)
    panel.export(file_format)
    desk.settle()
    assert path.stat().st_size > 200


def test_the_ground_follows_the_day(desk: Desk) -> None:
    owing(desk)
    assert desk.ask(lambda s: s.customers.create(Customer("丙"))).id
    panel = panel_of(desk)
    assert panel.found.ground.as_of == TODAY
    panel.as_of.set_day(date(2025, 11, 30))
    panel.read()
    desk.settle()
    assert panel.found.ground.open == 0
    for each in (panel.new_button, panel.keep_button, panel.export_button):
        assert "Nobody owes" in each.toolTip()
    panel.scenarios.table.clear_filter.emit()
    desk.settle()
    place = panel.context.navigator.place
    assert place is not None
    assert place.key == "importing"


def test_a_read_only_file_is_looked_at_and_not_changed(desk: Desk) -> None:
    owing(desk)
    panel = panel_of(desk)
    company = panel.context.company
    object.__setattr__(company, "read_only", True)
    try:
        panel.read()
        desk.settle()
        assert not panel.new_button.isEnabled()
        assert not panel.bearing_button.isEnabled()
        assert panel.export_button.isEnabled()
        for act in (panel.add, panel.edit_bearing, panel.keep_all, panel.choose_keys):
            act()
        panel.open_row(1)
        assert not panel._detail.keep_button.isEnabled()
        assert panel.dialog is None
    finally:
        object.__setattr__(company, "read_only", False)
