"""The health check in the window: figures and their drawers, targets, benchmarks, risk, other periods."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from app.domain.kpi_catalogue import CATALOGUE
from app.domain.kpi_period import PeriodKind, named_period
from app.ui.pages.health.measures.aim_forms import TYPED, BenchmarkDialog, TargetDialog
from app.ui.pages.health.measures.said import EQUATIONS, GROUPS
from app.ui.pages.health.page import HealthPage
from app.ui.shell.main_window import MainWindow
from app.ui.widgets.heat_map import ALL
from tests.ui.desk import Desk


@pytest.fixture
def desk(opened: MainWindow, qtbot: QtBot) -> Desk:
    return Desk(qtbot, opened)


def page_of(desk: Desk, **params: object) -> HealthPage:
    workspace = desk.window.workspace
    assert workspace is not None
    workspace.context.navigator.go("health", **params)
    desk.settle()
    page: Any = workspace.page
    assert isinstance(page, HealthPage)
    return page


def place(desk: Desk) -> tuple[str, dict[str, object]]:
    found = desk.window.navigator.place
    assert found is not None
    return found.key, dict(found.params)


def fill(desk: Desk) -> tuple[int, int]:
    """Two customers: one with an invoice overdue, one with one not due."""
    late, good = desk.customer("苏州恒岳", code="C1"), desk.customer("宁波江东", code="C2")
    desk.document(late, 300_00, "A1", on=date(2025, 10, 5), due_date=date(2025, 11, 4))
    desk.document(good, 100_00, "B1", on=date(2025, 12, 1), due_date=date(2026, 1, 31))
    return late, good


def figure(desk: Desk, page: HealthPage, key: str) -> Any:
    """The drawer of a figure."""
    page.measures.open_figure(key)
    desk.settle()
    detail = page.measures.figure_detail
    assert detail is not None
    assert detail.found is not None
    return detail


def test_an_empty_company_says_so(desk: Desk) -> None:
    page = page_of(desk, tab="overview")
    panel: Any = page.panel("overview")
    assert panel.message.isVisible()
    assert not panel.heat.map.isVisible()
    for tab in ("figures", "risk"):
        page_of(desk, tab=tab)
    assert {one.key for one in CATALOGUE} == {key for _, keys in GROUPS for key in keys}
    assert figure(desk, page, "dso").value.text() == "No data"
    assert figure(desk, page, "dso").state.text() == "○ No data"  # a target, but nothing to hold against it
    assert figure(desk, page, "hhi").state.text() == "○ No target"
    assert "no credit sales" in figure(desk, page, "dso").note.text()


def test_a_figure_opens_with_its_working_and_rows(desk: Desk) -> None:
    late, _ = fill(desk)
    page = page_of(desk, tab="overview", figure="overdue_rate", period="2025Q4")
    panel: Any = page.panel("overview")
    assert panel.found.health.period.name == "2025Q4"
    assert "2025-12-31" in page.measures.period_line() or "31 Dec 2025" in page.measures.period_line()
    detail = page.measures.figure_detail
    assert detail is not None
    assert detail.found is not None
    assert detail.equation.text() == "300 ÷ 400 = 75.0%"
    assert detail.found.rows.total == detail.found.figure.operand("overdue") == Decimal(300)
    desk.key(Qt.Key.Key_Return, widget=detail.table.view)
    desk.settle()
    assert place(desk) == ("customers", {"customer_id": late, "tab": "invoices"})


def test_arithmetic_said_gives_the_figure(desk: Desk) -> None:
    fill(desk)
    health = desk.ask(lambda session: session.health.figures(named_period("2025Q4")))
    told = 0
    for one in health.figures:
        if one.value is None or one.key not in EQUATIONS:
            continue
        text = EQUATIONS[one.key].format(**{each.name: f"Decimal('{each.value}')" for each in one.operands})
        plain = text.replace("÷", "/").replace("×", "*").replace("−", "-")
        worked = eval(plain, {"Decimal": Decimal})  # noqa: S307 - our own formulas
        assert abs(worked - one.value) < Decimal("1e-20"), one.key
        told += 1
    assert told >= 8


def test_another_period_by_menu_by_keys_and_by_days(desk: Desk) -> None:
    fill(desk)
    page = page_of(desk, tab="figures", period="2025Q4")
    panel: Any = page.panel("figures")
    panel.kind.set_current("month")
    panel._on_kind("month")
    desk.settle()
    assert page.measures.period == named_period("2025-12")
    assert panel.found[-1].period.name == "2025-12"
    desk.key(Qt.Key.Key_PageUp, widget=page.measures.period_button)
    desk.settle()
    assert panel.found[-1].period.name == "2025-11"
    desk.key(Qt.Key.Key_PageDown, widget=page.measures.period_button)
    desk.key(Qt.Key.Key_PageDown, widget=page.measures.period_button)
    desk.settle()
    assert page.measures.period == named_period("2025-12"), "next month has not begun"
    button = page.measures.period_button
    button.ask_days()
    dialog: Any = button.dialog
    dialog.start.set_day(date(2025, 12, 5))
    dialog.end.set_day(date(2025, 12, 1))
    dialog.submit()
    assert dialog.isVisible(), "the last day lies before the first"
    dialog.end.set_day(date(2025, 12, 20))
    dialog.submit()
    desk.settle()
    assert page.measures.period is not None
    assert page.measures.period.kind is PeriodKind.SPAN
    assert panel.found[-1].as_of == date(2025, 12, 20)


def test_a_target_is_set_undone_and_reset(desk: Desk) -> None:
    fill(desk)
    page = page_of(desk, tab="overview", period="2025Q4")
    detail = figure(desk, page, "overdue_rate")
    assert detail.found.figure.state == "miss"
    page.measures.edit_target("overdue_rate")
    desk.settle()
    dialog = page.measures.dialog
    assert isinstance(dialog, TargetDialog)
    dialog.target.setText("viel")
    dialog.submit()
    assert dialog.isVisible()
    dialog.target.setText("150")
    dialog.submit()
    desk.settle()
    assert "up to 100" in dialog.fields["target"]._below.text()
    dialog.target.setText("80")
    dialog.submit()
    desk.settle()
    assert detail.found.figure.target.value == Decimal("0.8")
    assert detail.found.figure.state == "ok"
    desk.ask(lambda session: session.history.undo())
    desk.settle()
    assert detail.found.figure.target.source == "house"
    cover = desk.ask(lambda session: session.health.set_target("provision_cover", "150"))
    assert cover.id  # more may be provided for than is 90 days late


def test_a_benchmark_of_ones_own_needs_its_source(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(desk)
    page = page_of(desk, tab="overview", period="2025Q4")
    detail = figure(desk, page, "dso")
    before = detail.found.figure.benchmark
    assert before.source
    assert before.on
    assert detail.found.figure.target.value == before.value * Decimal("0.8")
    page.measures.edit_benchmark("dso")
    desk.settle()
    dialog = page.measures.dialog
    assert isinstance(dialog, BenchmarkDialog)
    dialog.which.choose(TYPED)
    dialog._on_which()
    dialog.value.setText("50")
    dialog.submit()
    assert dialog.isVisible(), "who published it is missing"
    dialog.source.setText("行业协会")
    dialog.on.set_day(date(2099, 1, 1))
    dialog.submit()
    assert dialog.fields["on"].has_error
    dialog.on.set_day(date(2025, 6, 30))
    dialog.url.setText("https://example.org/dso")
    dialog.submit()
    desk.settle()
    assert detail.found.figure.benchmark.value == Decimal(50)
    assert detail.found.figure.target.value == Decimal(40)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    assert not opened
    detail.link_button.click()
    assert opened == ["https://example.org/dso"]


def test_the_map_the_shares_and_the_ages_open_their_rows(desk: Desk) -> None:
    late, good = fill(desk)
    page = page_of(desk, tab="risk", period="2025Q4")
    panel: Any = page.panel("risk")
    assert sum(panel.found.heat.balances.values()) == panel.found.shares.total == 400_00
    panel.heat.map.activated.emit(ALL, ALL)
    people = page.measures.people_detail
    assert people is not None
    assert [one.customer_id for one in people.people] == [late, good]
    panel.open({"by": "industry"})
    desk.settle()
    assert panel.found.heat.by == "industry"
    panel.aging.activated.emit(7)
    desk.settle()
    assert place(desk) == ("aging", {"scope": "all", "as_of": date(2025, 12, 31)})


def test_a_figure_of_today_leads_here(desk: Desk) -> None:
    fill(desk)
    workspace = desk.window.workspace
    assert workspace is not None
    workspace.context.navigator.go("today")
    desk.settle()
    today: Any = workspace.page
    desk.qtbot.waitUntil(lambda: bool(today._kpis), timeout=10_000)
    value = next(one.value for one in today._kpis if one.key == "dso")
    today.tiles["dso"].opened.emit("dso")
    desk.settle()
    page: Any = workspace.page
    assert isinstance(page, HealthPage)
    detail = page.measures.figure_detail
    assert detail is not None
    assert detail.found is not None
    assert (detail.key, detail.found.figure.value) == ("dso_year", value)
