"""A customer's grade, exposure and payment behaviour, in its file and in the lists."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.alert_rules import AlertRule, RuleCode, Severity
from app.domain.credit_record import CreditLimit
from app.domain.customer_behaviour import MonthLate
from app.domain.document import DocumentKind
from app.ui.models.columns import Column
from app.ui.pages.aging.page import AgingPage
from app.ui.pages.customers.credit_glance import warning_line
from app.ui.pages.customers.exposure_head import RowSheet
from app.ui.shell.main_window import MainWindow
from app.ui.theme import Theme
from app.ui.widgets.exposure_gauge import ExposureGauge, Gauge, GaugePiece
from app.ui.widgets.figures import Figure
from app.ui.widgets.month_chart import MonthBar, MonthChart
from tests.ui.desk import TODAY, Desk


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    return Desk(qtbot, opened)


@pytest.fixture
def customer(desk: Desk) -> int:
    """A customer who owes 500.00."""
    made = desk.customer("苏州恒岳机电有限公司", terms="net 30")
    desk.document(made, 500_00, "INV-1")
    return made


def grant(desk: Desk, customer_id: int, state: str, amount: int | None = None) -> None:
    limit = CreditLimit(
        TODAY,
        state,
        "CNY",
        customer_id=customer_id,
        amount=amount,
        approved_by="me",
        reason="orders of last year run on",
    )
    desk.ask(lambda s: s.limits.grant(limit, accept_below=True))


def test_none_nothing_and_unchecked_limits_are_said_differently(desk: Desk, customer: int) -> None:
    head = desk.go(customer_id=customer).file.head
    assert head.exposure.share.text() == "no limit set"
    assert head.exposure.gauge.gauge.limit is None
    grant(desk, customer, "not_checked")
    desk.settle()
    assert head.exposure.share.text() == "no limit is checked"


def test_a_limit_of_nothing_stops_and_a_low_one_is_over(desk: Desk, customer: int) -> None:
    grant(desk, customer, "set", 400_00)
    page = desk.go(customer_id=customer)
    assert page.file.head.exposure.share.text() == "125.0% of the limit, 100 over"
    other = desk.customer("常州天桁光伏支架有限公司")
    desk.document(other, 100_00, "INV-2")
    grant(desk, other, "set", 0)
    page = desk.go(customer_id=other)
    assert page.file.head.exposure.share.text() == "limit 0: on stop"
    page = desk.go()
    use: Column[object] = page.list.model.columns[page.list.model.column_of("use")]
    rows = [page.list.model.row_at(place) for place in range(2)]
    assert {use.cell(row).text for row in rows} == {"125%", "On stop"}


def test_without_a_grade_the_head_leads_to_the_wizard_with_one_to_its_points(
    desk: Desk, customer: int
) -> None:
    page = desk.go(customer_id=customer)
    assert page.file.head.grade.text() == "No grade yet"
    page.file.head.grade.click()
    desk.settle()
    assert desk.window.workspace is not None
    assert type(desk.window.workspace.page).__name__ == "ScoringPage"
    desk.ask(lambda s: s.scoring.finish_all(TODAY, [customer], author="me"))
    page = desk.go(customer_id=customer)
    held = desk.ask(lambda s: s.scoring.grade_of([customer], TODAY))[customer]
    assert page.file.head.grade.text() == held.grade.value
    assert page.file.overview.score.families()
    page.file.head.grade.click()
    assert page.file.tab == "score"


def test_a_piece_opens_its_rows(desk: Desk, customer: int) -> None:
    page = desk.go(customer_id=customer)
    gauge = page.file.head.exposure.gauge
    gauge.setFocus()
    desk.key(Qt.Key.Key_Return, widget=gauge)
    sheet = page.file.head.exposure.findChild(RowSheet)
    assert sheet is not None
    assert [line.text for line in sheet.rows.rows.lines] == ["INV-1  ¥ 500.00"]
    sheet.reject()


def test_a_figure_of_the_head_opens_what_is_behind_it(desk: Desk, customer: int) -> None:
    page = desk.go(customer_id=customer)
    late = page.file.head.figures.findChildren(Figure)[2]
    desk.key(Qt.Key.Key_Return, widget=late)
    desk.settle()
    assert page.file.tab == "invoices"


def test_a_month_opens_the_invoices_settled_in_it(desk: Desk, customer: int) -> None:
    desk.document(customer, 200_00, "INV-2", on=date(2025, 9, 1))
    desk.document(customer, 200_00, "R-1", DocumentKind.RECEIPT, on=date(2025, 10, 11))
    ids = {row.number: row.id for row in desk.rows(customer)}
    desk.ask(lambda s: s.ledger.allocate(ids["R-1"], ids["INV-2"], 200_00, date(2025, 10, 11)))
    page = desk.go(customer_id=customer)
    chart = page.file.overview.payment.chart
    october = next(place for place, bar in enumerate(chart.bars) if bar.value is not None)
    chart.chosen.emit(october)
    desk.settle()
    panel = page.file.debits
    assert page.file.tab == "invoices"
    assert [row.number for row in map(panel.model.row_at, range(panel.model.rowCount())) if row] == ["INV-2"]
    assert "2025-10" in panel.month_button.text()
    panel.month_button.click()
    desk.settle()
    assert panel.model.rowCount() == 2


def test_the_board_shows_grade_and_use_and_sorts_by_them(desk: Desk, customer: int) -> None:
    grant(desk, customer, "set", 400_00)
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("aging")
    desk.settle()
    page = cast("AgingPage", desk.window.workspace.page)
    assert page._model is not None
    columns = {column.key: column for column in page._model.columns}
    row = page._model.row_at(0)
    assert columns["use"].cell(row).text == "125%"
    assert columns["use"].value(row) == pytest.approx(1.25)
    assert columns["grade"].cell(row).text == "–"
    assert page._board is not None
    assert page._further(page._board, ["use"]) == {"use": {customer: "125%"}}


def test_the_warning_comes_where_the_rule_says() -> None:
    rule = AlertRule(RuleCode.WORSENING, Severity.HIGH, {"more_days": Decimal(10), "at_least": Decimal(5)})
    months = [MonthLate(date(2025, month, 1), Decimal(2), 1) for month in range(1, 13)]
    assert warning_line(months, rule) == 12
    assert warning_line(months[-3:], rule) == 5


def test_what_is_on_account_shortens_the_pieces_before_it() -> None:
    pieces = (
        GaugePiece("open_items", "Open", "100", 100, "chart.primary"),
        GaugePiece("unapplied", "Unapplied", "−30", -30, "chart.primary"),
        GaugePiece("left", "Left", "30", 30, "chart.muted", left=True),
    )
    assert Gauge(pieces, 100).lengths() == [70, 0, 30]


def test_gauge_and_months_go_by_keyboard(qtbot: QtBot, theme: Theme) -> None:
    pieces = tuple(GaugePiece(key, key, "1", 1, "chart.primary") for key in ("a", "b"))
    gauge = ExposureGauge(theme)
    chart = MonthChart(theme)
    for widget in (gauge, chart):
        qtbot.addWidget(widget)
        widget.resize(400, 160)
        widget.show()
    gauge.show_gauge(Gauge(pieces, 4, "limit 4"), "Exposure")
    assert "limit 4" in gauge.accessibleDescription()
    with qtbot.waitSignal(gauge.chosen) as piece:
        qtbot.keyClick(gauge, Qt.Key.Key_Right)
        qtbot.keyClick(gauge, Qt.Key.Key_Space)
    assert piece.args == ["b"]
    chart.show_months(
        [MonthBar("Jan", 3.0, "3", "Jan 3"), MonthBar("Feb", 12.0, "12", "Feb 12")], "on time", 10.0, "10 d"
    )
    assert chart.warned() == [1]
    with qtbot.waitSignal(chart.chosen) as month:
        qtbot.keyClick(chart, Qt.Key.Key_Left)
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert month.args == [0]
    for widget in (gauge, chart):
        assert not widget.grab().isNull()
