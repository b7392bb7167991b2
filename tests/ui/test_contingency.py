"""Contingency plans in the window: made, drilled, gone through, and opened by a warning."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.alert_rules import RuleCode
from app.domain.credit_record import Alert
from app.services.session import CompanySession
from app.ui.pages.analysis.contingency.naming import plan_table, run_table
from app.ui.pages.analysis.contingency.panel import ContingencyPanel
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import TODAY, Desk

PARAMS = '{"on": "2025-12-30", "was": "B", "now": "C"}'
HOSTILE = "=1+1<b>停货&核查</b>"


@pytest.fixture
def desk(opened: MainWindow, qtbot: QtBot) -> Desk:
    return Desk(qtbot, opened)


def page_of(desk: Desk, key: str, **params: object) -> Any:
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go(key, **params)
    desk.settle()
    return desk.window.workspace.page


def panel_of(desk: Desk, **params: object) -> Any:
    panel = page_of(desk, "analysis", tab="contingency", **params).panel("contingency")
    assert isinstance(panel, ContingencyPanel)
    desk.qtbot.waitUntil(lambda: panel.found is not None, timeout=10_000)
    desk.settle()
    return panel


def submitted(desk: Desk, panel: Any) -> None:
    panel.dialog.submit()
    desk.settle()
    desk.qtbot.waitUntil(lambda: panel.dialog is None, timeout=5_000)
    desk.settle()


def shipped(desk: Desk) -> Any:
    panel = panel_of(desk)
    panel.plans.table.clear_filter.emit()
    desk.settle()
    assert [one.plan.level for one in panel.found.plans] == [1, 2, 3]
    return panel


def test_an_own_plan_is_written_moved_about_and_changed(desk: Desk) -> None:
    panel = panel_of(desk)
    assert panel.plans.table.lines.rowCount() == 0
    panel.add()
    dialog = panel.dialog
    dialog.submit()
    assert dialog.fields["name"].has_error
    assert dialog.fields["steps"].has_error
    dialog.name.setText("大客户失联")
    dialog.level.choose(3)
    dialog.rules.check(RuleCode.EXTERNAL_EVENT.value)
    dialog.triggers.setPlainText("电话不通\n\n仓库已空")
    what, who, days = dialog.steps.rows[0]
    what.setText("通知保险公司")
    who.setText("会计")
    days.setValue(2)
    dialog.steps.add()
    dialog.steps.rows[1][0].setText(HOSTILE)
    dialog.steps._move(dialog.steps.rows[1], -1)
    dialog.steps.add()
    dialog.steps._remove(dialog.steps.rows[2])
    dialog.contacts.add()
    for field, text in zip(dialog.contacts.rows[0], ("张律师", "律师", "0574-1", "z@x.cn"), strict=True):
        field.setText(text)
    submitted(desk, panel)
    [view] = panel.found.plans
    assert [(one.text, one.who, one.days) for one in view.text.steps] == [
        (HOSTILE, "", 0),
        ("通知保险公司", "会计", 2),
    ]
    assert (view.plan.level, view.text.triggers) == (3, ("电话不通", "仓库已空"))
    assert view.text.contacts[0].phone == "0574-1"
    panel.open_plan(view.plan.id)
    desk.settle()
    assert HOSTILE in panel._detail.parts["steps"][1].text()
    panel._detail._edit()
    desk.settle()
    assert panel.dialog.rules.values == ("external_event",)
    panel.dialog.name.setText("失联")
    submitted(desk, panel)
    assert panel._detail.view.plan.name == "失联"
    panel._detail._remove()
    desk.settle()
    assert panel.found.plans == []
    desk.ask(lambda s: s.history.undo())
    desk.settle()
    assert panel.found.plans[0].plan.name == "失联"


def test_a_drill_is_ticked_off_and_ended(desk: Desk) -> None:
    panel = shipped(desk)
    plan = panel.found.plans[1]
    panel.open_plan(plan.plan.id)
    panel._detail._drill()
    desk.settle()
    assert panel.stack.currentWidget() is panel.run
    assert len(panel.run.boxes) == len(plan.text.steps)
    panel.run.who.setText("周敏")
    panel.run.boxes[0].setFocus()
    desk.key(Qt.Key.Key_Space, widget=panel.run.boxes[0])
    desk.settle()
    tick = panel.run.view.ticks[0]
    assert (tick.done, tick.by, tick.on) == (True, "周敏", TODAY)
    panel.run.boxes[0].click()
    desk.settle()
    assert panel.run.view.done == 0
    panel.end()
    panel.dialog.submit()
    assert panel.dialog.fields["outcome"].has_error
    panel.dialog.outcome.setPlainText("用时两小时")
    submitted(desk, panel)
    assert not panel.run.boxes[0].isEnabled()
    assert panel.run.outcome.isVisible()
    panel.show_view("runs")
    assert panel.runs.table.lines.rowCount() == 1
    panel.runs.opened.emit(panel.found.runs[0].run.id)
    panel._remove_run()
    desk.settle()
    assert panel.found.runs == []
    assert panel.stack.currentWidget() is panel.runs


def test_it_is_real_and_about_a_customer(desk: Desk) -> None:
    customer = desk.customer(HOSTILE, code="C1")
    panel = shipped(desk)
    panel.begin(panel.found.plans[2])
    panel.dialog.customer.setText("nobody")
    panel.dialog.submit()
    assert panel.dialog.fields["customer"].has_error
    panel.dialog.customer.set_customer(customer, HOSTILE)
    submitted(desk, panel)
    view = panel.run.view
    assert (view.run.kind, view.customer) == ("real", HOSTILE)
    assert not panel.run.remove_button.isVisible()
    assert run_table(view, "zh").subtitle[1] == HOSTILE
    panel.run._open_customer()
    desk.settle()
    assert desk.page.file.customer_id == customer
    panel_of(desk, run_id=view.run.id)
    assert panel.stack.currentWidget() is panel.run
    panel_of(desk, plan_id=view.run.plan_id)
    assert panel._detail.view.plan.id == view.run.plan_id
    assert not panel._detail.remove_button.isVisible()


def _alert(session: CompanySession, customer: int) -> int:
    with session.stress._desk.store.write() as unit:
        made = unit.add(Alert("grade_drop", customer, "x:1", date(2025, 12, 30), PARAMS))
        unit.commit("test")
    return made


def test_a_warning_opens_its_plan(desk: Desk) -> None:
    customer = desk.customer("苏州恒岳", code="C1")
    alert = desk.ask(lambda s: _alert(s, customer))
    watch = page_of(desk, "watch", tab="alerts", alert_id=alert).panel("alerts")
    desk.qtbot.waitUntil(lambda: watch._detail is not None, timeout=5_000)
    watch.detail._open_plan()
    desk.settle()
    assert watch.result.isVisible()
    panel = shipped(desk)
    page_of(desk, "watch", tab="alerts", alert_id=alert)
    watch.detail._open_plan()
    desk.settle()
    assert panel.stack.currentWidget() is panel.run
    assert (panel.run.view.level, panel.run.view.customer) == (2, "苏州恒岳")
    page_of(desk, "watch", tab="alerts", alert_id=alert)
    watch.detail._open_plan()
    desk.settle()
    assert len(panel.found.runs) == 1


def test_a_plan_out_of_use_is_not_drilled_and_is_written(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = shipped(desk)
    panel.open_plan(panel.found.plans[0].plan.id)
    panel._detail._use()
    desk.settle()
    assert not panel.found.plans[0].plan.active
    assert not panel._detail.drill_button.isEnabled()
    path = tmp_path / "plan.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    monkeypatch.setattr("app.ui.pages.exporting.QDesktopServices.openUrl", lambda _url: True)
    panel.write(plan_table(panel.found.plans[0], "zh"), "pdf")
    desk.settle()
    assert path.read_bytes().startswith(b"%PDF")


def test_a_read_only_file_is_looked_at_and_not_changed(desk: Desk) -> None:
    panel = shipped(desk)
    company = panel.context.company
    object.__setattr__(company, "read_only", True)
    try:
        panel.read()
        desk.settle()
        assert not panel.new_button.isEnabled()
        panel.open_plan(panel.found.plans[0].plan.id)
        assert not panel._detail.drill_button.isEnabled()
        panel.add()
        panel.drill(panel.found.plans[0].plan.id)
        desk.settle()
        assert panel.dialog is None
        assert panel.found.runs == []
    finally:
        object.__setattr__(company, "read_only", False)
