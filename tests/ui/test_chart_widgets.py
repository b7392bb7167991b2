"""Charts in the window: drawn off its thread, read as a table, opened by mouse and keyboard."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.domain.chart import ColumnChart, LineChart, Series
from app.ui.context import PageContext
from app.ui.dialogs.chart_data import ChartDataDialog
from app.ui.formats import Formats
from app.ui.i18n import Language
from app.ui.pages.exporting import PageExports
from app.ui.shell.main_window import MainWindow
from app.ui.tasks import TaskRunner
from app.ui.theme import Scheme, Theme
from app.ui.widgets.chart_view import ChartView
from app.ui.widgets.chip import Grade, grade_colors
from app.ui.widgets.heat_map import ALL, Heat, HeatCell, HeatMap, HeatRow
from app.ui.widgets.share_bars import ShareBars, ShareRow
from tests.ui.desk import Desk

CHART = LineChart(
    "DSO <b>days</b>", ("Q1", "Q2", "Q3"), (Series("", (71.0, 60.0, 65.0), ("71", "60", "65")),)
)
HEADS = ("Quarter", "DSO")
ROWS = [("Q1", "71"), ("Q2", "60"), ("Q3", "65")]


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    return Desk(qtbot, opened)


@pytest.fixture
def context(runner: TaskRunner, theme: Theme, language: Language, formats: Formats) -> PageContext:
    made = SimpleNamespace(runner=runner, theme=theme, language=language, formats=formats)
    return cast("PageContext", made)


@pytest.fixture
def view(qtbot: QtBot, context: PageContext) -> ChartView:
    made = ChartView(context)
    qtbot.addWidget(made)
    made.resize(420, 220)
    made.show()
    return made


def drawn(qtbot: QtBot, view: ChartView) -> None:
    qtbot.waitUntil(lambda: view.drawing.ready, timeout=20_000)


def test_a_chart_is_drawn_in_its_size_and_again_in_other_colours(
    qtbot: QtBot, view: ChartView, theme: Theme
) -> None:
    view.show_chart(CHART, HEADS, ROWS)
    drawn(qtbot, view)
    light = view.grab().toImage()
    theme.set_scheme(Scheme.DARK)
    drawn(qtbot, view)
    assert view.grab().toImage() != light
    assert [spot.place for spot in view.drawing.spots] == [0, 1, 2]
    view.resize(640, 300)
    qtbot.waitUntil(lambda: view.drawing.ready and view.drawing.spots[-1].x > 300, timeout=20_000)


def test_what_is_drawn_can_be_read_and_stands_behind_as_a_table(qtbot: QtBot, view: ChartView) -> None:
    view.show_chart(CHART, HEADS, ROWS)
    assert view.drawing.accessibleName() == "DSO <b>days</b>"
    assert view.drawing.accessibleDescription() == "Q1: DSO 71; Q2: DSO 60; Q3: DSO 65"
    view.data_button.click()
    assert view.dialog is not None
    assert [row.texts for row in view.dialog.model.shown()] == ROWS
    assert view.dialog._table.rows == (("Q1", 71), ("Q2", 60), ("Q3", 65))
    with qtbot.waitSignal(view.dialog.destroyed):
        view.dialog.close_button.click()
    assert view.dialog is None


def test_a_chart_without_values_says_so(view: ChartView) -> None:
    view.show_chart(ColumnChart("t", ("Q1",), (Series("", (None,)),)))
    assert view.chart is None
    assert view.drawing.ready
    assert view.data_button.isHidden()


def test_places_open_by_click_and_by_keyboard_only_where_asked_for(qtbot: QtBot, view: ChartView) -> None:
    view.show_chart(CHART, HEADS, ROWS)
    drawn(qtbot, view)
    opened: list[int] = []
    view.activated.connect(opened.append)
    spot = view.drawing.spots[2]
    middle = QPoint(int(spot.x + spot.width / 2), int(spot.y + spot.height / 2))
    qtbot.mouseClick(view.drawing, Qt.MouseButton.LeftButton, pos=middle)
    assert opened == []
    view.set_opens()
    qtbot.mouseClick(view.drawing, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.keyClick(view.drawing, Qt.Key.Key_Right)
    qtbot.keyClick(view.drawing, Qt.Key.Key_Return)
    assert opened == [2, 0]
    assert view.drawing.accessibleDescription() == "Q1: DSO 71"


def test_the_figures_behind_a_chart_go_into_a_workbook(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "dso.xlsx"
    monkeypatch.setattr(PageExports, "_ask", lambda *_: target)
    monkeypatch.setattr("app.ui.pages.exporting.QDesktopServices.openUrl", lambda _url: True)
    workspace = desk.window.workspace
    assert workspace is not None
    rows = [("Q1", "1,071", "26.4%"), ("Q2", "−60", ""), ("Q3",)]
    dialog = ChartDataDialog(workspace.context, "DSO", ("Quarter", "Days", "Share"), rows, desk.window)
    dialog.export_button.click()
    desk.settle()
    sheet = load_workbook(target).active
    assert sheet is not None
    told = [tuple(row) for row in sheet.iter_rows(values_only=True)]
    assert ("Q1", 1071, "26.4%") in told
    assert ("Q2", -60, None) in told
    dialog.reject()


HEAT = Heat(
    "Grade",
    ("Under 300k", "300–600k"),
    (
        HeatRow("D", (HeatCell("236,000", "1 customer", 5), HeatCell()), HeatCell("236,000"), "D"),
        HeatRow("A", (HeatCell(), HeatCell("463,500", "1 customer", 1)), HeatCell("463,500"), "A"),
    ),
    (HeatCell("236,000"), HeatCell("463,500")),
    HeatCell("699,500"),
    "Total",
)


@pytest.fixture
def heat(qtbot: QtBot, theme: Theme) -> HeatMap:
    made = HeatMap(theme)
    qtbot.addWidget(made)
    made.show_heat(HEAT, "Risk heat map")
    made.resize(500, 240)
    made.show()
    return made


def test_cells_of_the_heat_map_open_by_keyboard_totals_too_and_empty_ones_do_not(
    qtbot: QtBot, heat: HeatMap
) -> None:
    opened: list[tuple[int, int]] = []
    heat.activated.connect(lambda row, column: opened.append((row, column)))
    assert heat.accessibleDescription() == "D, Under 300k: 236,000 1 customer"
    for key in ("Return", "Right", "Return", "Down", "Return", "Right", "Return", "Down", "Down", "Return"):
        qtbot.keyClick(heat, getattr(Qt.Key, f"Key_{key}"))
    assert opened == [(0, 0), (1, 1), (1, ALL), (ALL, ALL)]
    assert heat.accessibleDescription() == "Total, Total: 699,500"


def test_cells_of_the_heat_map_open_by_click_and_take_their_colours(
    qtbot: QtBot, heat: HeatMap, theme: Theme
) -> None:
    with qtbot.waitSignal(heat.activated) as seen:
        qtbot.mouseClick(heat, Qt.MouseButton.LeftButton, pos=QPoint(110, 50))
    assert seen.args == [0, 0]
    assert heat.grab().toImage().pixelColor(80, 40) == theme.color("risk.r5")
    with qtbot.assertNotEmitted(heat.activated):
        qtbot.mouseClick(heat, Qt.MouseButton.LeftButton, pos=QPoint(300, 50))


@pytest.mark.parametrize("scheme", list(Scheme))
def test_the_heat_map_writes_grades_on_the_chips_of_the_tables(
    qtbot: QtBot, theme: Theme, scheme: Scheme
) -> None:
    theme.set_scheme(scheme)
    made = HeatMap(theme)
    qtbot.addWidget(made)
    one = HeatCell("1", "", 1)
    rows = tuple(HeatRow(grade, (one,), one, grade) for grade in "DCBA")
    made.show_heat(Heat("", ("x",), rows, (one,), one, "="), "Risk heat map")
    made.resize(400, 320)
    painted = made.grab().toImage()
    for number, row in enumerate(rows):
        room = made._rect(number, -1)
        chip = painted.pixelColor(room.left() + 9, room.center().y() - 7)
        assert chip == grade_colors(theme, row.grade)[0]
        assert chip == Grade(theme, row.grade).colors()[0]


def test_an_empty_heat_map_is_quiet(qtbot: QtBot, theme: Theme) -> None:
    made = HeatMap(theme)
    qtbot.addWidget(made)
    made.show()
    qtbot.keyClick(made, Qt.Key.Key_Return)
    assert made.grab().width() > 0


def test_a_share_past_the_limit_takes_amber_and_the_rest_is_grey(qtbot: QtBot, context: PageContext) -> None:
    made = ShareBars(context)
    qtbot.addWidget(made)
    rows = [
        ShareRow("A", 0.2, ("20%",)),
        ShareRow("B", 0.1, ("10%",)),
        ShareRow("Others", 0.7, ("70%",), True),
    ]
    made.show_shares("Concentration", ("Customer", "Share"), rows, ("15%", 0.15))
    chart = made.chart
    assert chart is not None
    assert [row.role for row in chart.rows] == ["warn", "primary", "muted"]  # type: ignore[union-attr]  # a bar chart
    assert made.table == (("Customer", "Share"), [("A", "20%"), ("B", "10%"), ("Others", "70%")])
