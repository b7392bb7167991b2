"""The back-test in the window: figures, another question, a grade that leads on, an empty company."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.domain.credit_record import StoredAssessment
from app.services.session import CompanySession
from app.ui.pages.analysis.backtest.panel import BacktestPanel
from app.ui.pages.credit.page import CreditPage
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import Desk


@pytest.fixture
def desk(opened: MainWindow, qtbot: QtBot) -> Desk:
    return Desk(qtbot, opened)


def panel(desk: Desk) -> BacktestPanel:
    workspace = desk.window.workspace
    assert workspace is not None
    workspace.context.navigator.go("analysis", tab="backtest")
    desk.settle()
    page: Any = workspace.page
    found = page.panel("backtest")
    assert isinstance(found, BacktestPanel)
    return found


def fill(desk: Desk) -> None:
    """One customer of grade B with an open invoice that should have been paid and one to come."""
    who = desk.customer("苏州恒岳", code="C1")
    desk.document(who, 100_00, "A1", on=date(2025, 6, 1), due_date=date(2025, 7, 1))
    desk.document(who, 100_00, "A2", on=date(2025, 12, 1), due_date=date(2026, 1, 31))

    def grade(session: CompanySession) -> None:
        made = StoredAssessment(
            who, "existing", 1, "", date(2025, 5, 1), "{}", "70", "90", "B", "B", state="final"
        )
        with session.scoring._desk.store.write() as unit:
            unit.add(made)
            unit.commit("assessment.finished", name="苏州恒岳")

    desk.ask(grade)


def test_nothing_to_judge_says_so(desk: Desk) -> None:
    shown = panel(desk)
    assert shown.found is not None
    assert shown.found.studied.cases == 0
    assert shown.empty.isVisible()
    assert not shown.grade_table.isVisible()
    shown.empty.action.emit()
    desk.settle()
    place = desk.window.workspace.context.navigator.place if desk.window.workspace else None
    assert place is not None
    assert place.key == "importing"


def test_what_became_of_each_grade(desk: Desk) -> None:
    fill(desk)
    shown = panel(desk)
    assert [(one.grade, one.cases, one.late) for one in shown.grades.rows] == [("B", 1, 1)]
    assert len(shown.measures.rows) == 4
    assert shown.message.isVisible()
    heads, rows = shown.chart.table
    assert len(heads) == len(rows[0])


def test_another_question(desk: Desk) -> None:
    fill(desk)
    shown = panel(desk)
    shown.months.choose(6)
    shown.read()
    desk.settle()
    assert shown.found is not None
    assert (shown.found.studied.cases, shown.found.studied.undecided) == (0, 1)


def test_a_grade_opens_who_holds_it(desk: Desk) -> None:
    fill(desk)
    shown = panel(desk)
    shown.grade_table.opened.emit("ABCD".index("B") + 2)
    desk.settle()
    workspace = desk.window.workspace
    assert workspace is not None
    assert isinstance(workspace.page, CreditPage)
