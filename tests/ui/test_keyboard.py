"""Where the keyboard is, is seen; Tab passes everything and is held by nothing."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.import_plan import PlanTotal
from app.ui import focus_ring
from app.ui.pages.importing.check_panel import total_id
from app.ui.theme import Theme
from app.ui.widgets.check_list import CheckList
from app.ui.widgets.cut_label import CutLabel
from app.ui.widgets.flow import SharedRow


def _shown(qtbot: QtBot, window: QWidget, width: int = 300, height: int = 200) -> None:
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    window.activateWindow()
    QApplication.processEvents()


def test_what_tab_comes_to_from_outside_is_scrolled_into_view(qtbot: QtBot, theme: Theme) -> None:
    focus_ring.watch(theme)
    window, inner, area = QWidget(), QWidget(), QScrollArea()
    column = QVBoxLayout(inner)
    buttons = [QPushButton(str(place)) for place in range(20)]
    for each in buttons:
        column.addWidget(each)
    area.setWidget(inner)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    outside = QPushButton("outside")
    layout = QVBoxLayout(window)
    layout.addWidget(outside)
    layout.addWidget(area)
    _shown(qtbot, window)
    outside.setFocus()
    QTest.keyClick(outside, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is buttons[-1]
    place = QRect(buttons[-1].mapTo(area.viewport(), QPoint(0, 0)), buttons[-1].size())
    assert area.viewport().rect().contains(place)


def test_a_control_in_a_cell_is_scrolled_into_view(qtbot: QtBot, theme: Theme) -> None:
    focus_ring.watch(theme)
    table = QTableWidget(30, 1)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    choices = [QComboBox() for _ in range(30)]
    for row, each in enumerate(choices):
        table.setCellWidget(row, 0, each)
    _shown(qtbot, table)
    choices[20].setFocus()
    assert table.viewport().rect().contains(choices[20].mapTo(table.viewport(), choices[20].rect().center()))


@pytest.mark.parametrize("searched", [True, False])
def test_tab_finds_the_search_of_a_list(qtbot: QtBot, searched: bool) -> None:
    window, found = QWidget(), CheckList(searched=searched)
    layout, after = QVBoxLayout(window), QPushButton("after")
    layout.addWidget(found)
    layout.addWidget(after)
    found.offer([(str(place), str(place)) for place in range(20)], [])
    _shown(qtbot, window)
    after.setFocus()
    seen: list[QWidget] = [after]
    parts: list[QWidget] = [found.search, found.list, after] if searched else [found.list, after]
    for _ in parts:
        QTest.keyClick(seen[-1], Qt.Key.Key_Tab)
        seen.append(cast("QWidget", QApplication.focusWidget()))
    assert seen[1:] == parts


def test_buttons_that_no_longer_fit_go_on_in_the_next_line(qtbot: QtBot) -> None:
    window = QWidget()
    row = SharedRow(window)
    short, long = QPushButton("Short"), QPushButton("A label that is as long as other languages make it")
    row.addWidget(short)
    row.addWidget(long)
    _shown(qtbot, window, 900, 200)
    assert short.y() == long.y()
    window.resize(long.sizeHint().width() + 10, 200)
    QApplication.processEvents()
    assert long.y() > short.y()
    assert long.width() >= long.sizeHint().width()
    assert row.heightForWidth(window.width()) > short.height() + long.height()


def test_a_cut_line_says_the_whole_by_its_tip(qtbot: QtBot) -> None:
    line = CutLabel()
    line.setText("What is being asked of it here")
    _shown(qtbot, line, 60, 20)
    assert line.toolTip() == line.text() == "What is being asked of it here"
    line.resize(600, 20)
    assert not line.toolTip()


def test_a_row_of_totals_has_an_id_that_a_signal_can_carry() -> None:
    ids = [total_id(PlanTotal(code, None, 0, 0, 0, 0, 0)) for code in ("CNY", "USD", "ZAR", "")]
    assert len(set(ids)) == len(ids)
    assert max(ids) < 2**31
