"""Rows in memory, rows by the page, columns that fit, checks, copying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.services.ports import Control
from app.ui.formats import Formats
from app.ui.models.columns import Cell, Column, amount_column, text_column
from app.ui.models.paged_table import PAGE, PagedTable
from app.ui.models.row_table import RowTable, arrange
from app.ui.tables.cell_delegate import CellDelegate
from app.ui.tables.column_layout import ColumnLayout, fit
from app.ui.tables.data_table import DataTable
from app.ui.tasks import TaskRunner
from app.ui.theme import Theme
from tests.ui.conftest import MemoryPreferences


@dataclass(frozen=True)
class Row:
    id: int
    name: str
    owed: int


ROWS = [Row(1, "Nordhaven", 891_000_00), Row(2, "Meridian", 601_370_00), Row(3, "Atelier", 0)]


def columns(formats: Formats) -> list[Column[Row]]:
    return [
        text_column("name", lambda: "Customer", lambda r: r.name, stretch=1, fixed=True),
        amount_column(
            "owed", lambda: "Balance", lambda r: r.owed, lambda _r: "CNY", formats, whole=True, zero_dash=True
        ),
    ]


@pytest.fixture
def table(
    qtbot: QtBot, theme: Theme, runner: TaskRunner, formats: Formats, preferences: MemoryPreferences
) -> DataTable:
    made = DataTable(theme, "test", preferences)
    qtbot.addWidget(made)
    model = RowTable(columns(formats), runner, lambda r: r.id, checkable=True, parent=made)
    made.set_model(model)
    model.set_rows(ROWS)
    made.resize(600, 300)
    made.show()
    return made


def names(table: DataTable) -> list[str]:
    model = table.model()
    return [model.cell(row, 1).text for row in range(model.rowCount())]


def test_sorting_keeps_the_open_row_and_the_checks(table: DataTable) -> None:
    table.view.select_id(2)
    table.model().set_checked([3])
    table.model().sort_by("owed")
    assert names(table) == ["Nordhaven", "Meridian", "Atelier"]
    table.model().sort_by("owed")
    assert names(table) == ["Atelier", "Meridian", "Nordhaven"]
    assert table.view.current_id() == 2
    assert table.model().checked == {3}


def test_space_checks_enter_opens_ctrl_a_checks_all_esc_clears(qtbot: QtBot, table: DataTable) -> None:
    view = table.view
    view.select_id(1)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert table.model().checked == {1}
    with qtbot.waitSignal(table.opened) as signal:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert signal.args == [1]
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert table.model().check_state() is Qt.CheckState.Checked
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert table.model().checked == frozenset()


def test_a_copy_has_headers_and_raw_numbers(table: DataTable) -> None:
    table.model().set_checked([1, 3])
    table.view.copy()
    text = QGuiApplication.clipboard().text()
    assert text == "Customer\tBalance\nNordhaven\t891000.00\nAtelier\t0.00"


def test_nothing_shows_as_a_dash(table: DataTable) -> None:
    model = table.model()
    assert model.cell(2, 2) == Cell("–", tone="tertiary")


def test_the_totals_row_follows_the_columns(table: DataTable) -> None:
    table.model().set_totals({"name": Cell("Total, 3"), "owed": Cell("1,492,370")})
    assert table.totals.isVisible()
    table.view.setColumnWidth(1, 333)
    assert table.totals.columnWidth(1) == 333
    table.view.choose_column("owed", on=False)
    assert table.totals.isColumnHidden(2)


def test_an_empty_table_says_so(table: DataTable) -> None:
    table.say_empty("No customer matches.", "Clear filters")
    model = table.model()
    assert isinstance(model, RowTable)
    model.set_filter(lambda _row: False)
    assert table.empty.isVisible()
    assert table.empty.accessibleName() == "No customer matches."
    model.set_filter(None)
    assert not table.empty.isVisible()


def test_columns_are_remembered(
    qtbot: QtBot,
    table: DataTable,
    theme: Theme,
    runner: TaskRunner,
    formats: Formats,
    preferences: MemoryPreferences,
) -> None:
    table.view.choose_column("owed", on=False)
    again = DataTable(theme, "test", preferences)
    qtbot.addWidget(again)
    again.set_model(RowTable(columns(formats), runner, lambda r: r.id, checkable=True, parent=again))
    assert again.view.isColumnHidden(2)
    again.view.reset_columns()
    assert not again.view.isColumnHidden(2)


def test_figures_keep_their_room_where_words_give_way(qtbot: QtBot, table: DataTable) -> None:
    table.resize(190, 300)
    model = table.model()
    assert isinstance(model, RowTable)
    model.set_rows([Row(4, "Suzhou Hengyue Electronics Co., Ltd.", 123_456_789_012_00)])
    cells, place = table.view.itemDelegate(), model.column_of("owed")
    assert isinstance(cells, CellDelegate)
    qtbot.waitUntil(lambda: not cells.elided(model.cell(0, place), table.view.columnWidth(place)))


def test_a_large_board_is_sorted_elsewhere(qtbot: QtBot, runner: TaskRunner, formats: Formats) -> None:
    model = RowTable(columns(formats), runner, lambda r: r.id)
    rows = [Row(number, f"c{number}", (number * 7919) % 20_011) for number in range(1, 20_001)]
    with qtbot.waitSignal(model.modelReset, timeout=5000):
        model.set_rows(rows)
    with qtbot.waitSignal(model.modelReset, timeout=5000):
        model.sort_by("owed", descending=True)
    shown = [row.owed for row in model.shown()]
    assert shown == sorted(shown, reverse=True)


def test_a_filter_set_while_rows_are_sorted_elsewhere_loses_none(
    qtbot: QtBot, runner: TaskRunner, formats: Formats
) -> None:
    model = RowTable(columns(formats), runner, lambda r: r.id)
    rows = [Row(number, f"c{number}", number) for number in range(1, 3_001)]
    with qtbot.waitSignal(model.modelReset, timeout=5000):
        model.set_rows(rows)
        model.set_filter(None)
    assert model.rowCount() == len(rows)


@given(st.lists(st.one_of(st.none(), st.integers()), max_size=40), st.booleans())
def test_rows_without_a_value_come_last(values: list[int | None], descending: bool) -> None:
    order = arrange(values, lambda value: value, descending=descending, keep=None)
    sorted_values = [values[i] for i in order]
    there = [value for value in sorted_values if value is not None]
    assert there == sorted(there, reverse=descending)
    assert sorted_values[len(there) :] == [None] * (len(values) - len(there))
    assert sorted(order) == list(range(len(values)))


# -- pages ------------------------------------------------------------------------------------------


class Numbers:
    """A query over the numbers 1..count."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.asked: list[int] = []

    def ids(self, sort: str, *, descending: bool, control: Control) -> Sequence[int]:
        del sort, control
        return range(self.count, 0, -1) if descending else range(1, self.count + 1)

    def rows(self, ids: Sequence[int], control: Control) -> Sequence[Row]:
        del control
        self.asked.append(ids[0])
        return [Row(number, f"c{number}", number) for number in ids]


def test_a_million_rows_read_only_the_pages_seen(
    qtbot: QtBot, theme: Theme, runner: TaskRunner, formats: Formats
) -> None:
    source = Numbers(1_000_000)
    table = DataTable(theme, "pages")
    qtbot.addWidget(table)
    model = PagedTable(columns(formats), runner, source, parent=table)
    table.set_model(model)
    with qtbot.waitSignal(model.loaded):
        model.rearrange()
    table.resize(600, 400)
    table.show()
    qtbot.waitUntil(lambda: model.row_at(0) is not None)
    table.view.scrollToBottom()
    qtbot.waitUntil(lambda: model.row_at(999_999) is not None)
    assert model.rowCount() == 1_000_000
    assert len(source.asked) < 12
    assert model.cell(999_999, 0).text == "c1000000"


def test_a_page_not_here_yet_is_asked_for_once(qtbot: QtBot, runner: TaskRunner, formats: Formats) -> None:
    source = Numbers(1000)
    model = PagedTable(columns(formats), runner, source)
    with qtbot.waitSignal(model.loaded):
        model.rearrange()
    assert model.row_at(0) is None
    assert model.row_at(1) is None
    qtbot.waitUntil(lambda: model.row_at(1) is not None)
    assert source.asked == [1]
    model.sort_by("owed", descending=True)
    qtbot.waitUntil(lambda: model.id_at(0) == 1000)
    assert model.row_at(0) is None
    qtbot.waitUntil(lambda: model.row_at(PAGE) is not None or model.row_at(PAGE - 1) is not None)


def test_a_failed_query_ends_the_waiting(qtbot: QtBot, runner: TaskRunner, formats: Formats) -> None:
    class Broken(Numbers):
        def ids(self, sort: str, *, descending: bool, control: Control) -> Sequence[int]:
            del sort, descending, control
            raise OSError(5, "read error")

    model = PagedTable(columns(formats), runner, Broken(1))
    loading: list[bool] = []
    model.loading_changed.connect(loading.append)
    with qtbot.waitSignal(runner.failed):
        model.rearrange()
    assert loading == [True, False]


# -- widths -----------------------------------------------------------------------------------------


def spec(key: str, width: int, least: int, stretch: int = 0, drop: int = 0) -> Column[object]:
    return Column(
        key, lambda: key, lambda _r: Cell(""), width=width, min_width=least, stretch=stretch, drop=drop
    )


def test_columns_leave_in_their_order_when_it_gets_narrow() -> None:
    some = [spec("name", 160, 120), spec("insured", 80, 70, drop=1), spec("use", 90, 80, drop=2)]
    layout = ColumnLayout()
    assert set(fit(some, layout, 400)) == {"name", "insured", "use"}
    assert set(fit(some, layout, 220)) == {"name", "use"}
    assert set(fit(some, layout, 150)) == {"name"}


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(60, 300), st.integers(40, 60), st.integers(0, 3)), min_size=1, max_size=9),
    st.integers(0, 2500),
)
def test_columns_fill_the_room_and_keep_their_least(specs: list[tuple[int, int, int]], room: int) -> None:
    some = [spec(str(i), width, least, stretch) for i, (width, least, stretch) in enumerate(specs)]
    widths = fit(some, ColumnLayout(), room)
    assert all(widths[column.key] >= column.min_width for column in some)
    total, least = sum(widths.values()), sum(column.min_width for column in some)
    if any(column.stretch for column in some) and room >= sum(column.width for column in some):
        assert total == room
    elif room >= least:
        assert total <= max(room, least)
