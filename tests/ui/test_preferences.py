"""What the user chooses for himself: days and figures, and views of lists under names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.domain.problem import DomainError
from app.domain.scorecard import Indicator, InputKind, Source
from app.ui import writing
from app.ui.dialogs.chart_data import _as_table
from app.ui.faults import sentence
from app.ui.formats import Formats
from app.ui.i18n import Language
from app.ui.models.columns import Column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.aging.view_menu import BoardView, Choices, View, ViewMenu
from app.ui.pages.credit.limits.columns import share
from app.ui.pages.health.measures.values import value_text
from app.ui.pages.scoring.state import number
from app.ui.pages.scoring.words import figure
from app.ui.shell.main_window import MainWindow
from app.ui.shell.mnemonics import marked
from app.ui.tables.column_layout import ColumnLayout
from app.ui.tables.data_table import DataTable
from app.ui.tables.saved_views import SavedViews, Segments
from app.ui.tables.table_view import TableView
from app.ui.tables.views_menu import views_menu
from app.ui.tasks import TaskRunner
from app.ui.theme import Theme
from app.ui.widgets.decimal_edit import DecimalEdit, parse_figure
from app.ui.widgets.money_edit import MoneyEdit, parse_amount
from app.ui.widgets.segmented import Segmented
from app.ui.writing import DayStyle, GroupStyle, NegativeStyle, Writing
from tests.ui.conftest import MemoryPreferences, settle

_DAY = date(2025, 3, 9)


@pytest.mark.parametrize(
    ("style", "day", "short"),
    [
        (DayStyle.LANGUAGE, "9 Mar 2025", "9 Mar"),
        (DayStyle.ISO, "2025-03-09", "03-09"),
        (DayStyle.YEAR_FIRST, "2025/03/09", "03/09"),
        (DayStyle.DAY_FIRST, "09/03/2025", "09/03"),
        (DayStyle.DOTTED, "09.03.2025", "09.03."),
        (DayStyle.MONTH_FIRST, "03/09/2025", "03/09"),
    ],
)
def test_days_are_written_as_the_user_likes(
    language: Language, formats: Formats, style: DayStyle, day: str, short: str
) -> None:
    language.set_writing(Writing(days=style))
    assert (formats.day(_DAY), formats.day_short(_DAY)) == (day, short)
    language.set_writing(Writing())


@pytest.mark.parametrize("groups", GroupStyle)
def test_every_way_of_figures_can_be_typed_back(
    language: Language, formats: Formats, groups: GroupStyle
) -> None:
    for negatives in NegativeStyle:
        language.set_writing(Writing(groups=groups, negatives=negatives))
        for minor in (-123456789, 0, 5, 100000):
            assert parse_amount(formats.amount(minor, "CNY"), "CNY") == minor
            field = MoneyEdit("CNY")
            field.set_minor(minor)
            assert field.minor() == minor
    language.set_writing(Writing())


@pytest.mark.parametrize("groups", GroupStyle)
@pytest.mark.parametrize("negatives", NegativeStyle)
def test_a_figure_as_it_is_written_can_be_pasted_into_a_field(
    groups: GroupStyle, negatives: NegativeStyle
) -> None:
    shown = Writing(groups=groups, negatives=negatives).figure("−1,234,567.5")
    assert parse_figure(shown) == Decimal("-1234567.5")


@pytest.mark.parametrize("groups", GroupStyle)
@pytest.mark.parametrize("negatives", NegativeStyle)
def test_figures_in_sentences_and_their_way_back(groups: GroupStyle, negatives: NegativeStyle) -> None:
    way = Writing(groups=groups, negatives=negatives)
    for text in ("−1,234,567.89", "12,345", "-", "999", "0.5%"):
        grouped = "," in text and groups is not GroupStyle.NONE
        assert way.plain(way.figure(text)) == (text if grouped else text.replace(",", ""))
    said = way.grouped("Received 1,234, of it 10,000.50; rows 1,2 and 3")
    assert said.startswith("Received " + way.figure("1,234") + ", of it ")
    assert said.endswith("rows 1,2 and 3")


def test_every_part_of_the_window_follows_and_what_it_exports_does_not(language: Language) -> None:
    language.set_writing(Writing(groups=GroupStyle.SPACE, negatives=NegativeStyle.PARENTHESES))
    try:
        assert value_text(Decimal(-1234567), "money", "en") == "(1\u00a0234\u00a0567)"
        assert share(Decimal(1070)) == "1\u00a0070%"
        table = _as_table("Chart", ["Week", "Due"], [["1,2", "1\u00a0234"], ["2", "(1\u00a0070)"]])
        assert table.rows == (("1,2", 1234), ("2", -1070))
    finally:
        language.set_writing(Writing())


def test_sentences_about_days_and_figures_of_the_wizard_follow_too(language: Language, qtbot: QtBot) -> None:
    error = DomainError(
        "period.month_closed", month="M", through=_DAY, what="w", label="l", day=_DAY, way="x"
    )
    assert "2025-03-09" in sentence(error, "en")
    days = {"n": 1, "given": ["x", {"on": "2025-03-09"}], "at": datetime(2025, 3, 9, tzinfo=UTC), "to": _DAY}
    indicator = Indicator("x", InputKind.NUMBER, Source.TYPED, Decimal(100), ())
    edit = DecimalEdit(least=None)
    qtbot.addWidget(edit)
    language.set_writing(Writing(DayStyle.DOTTED, negatives=NegativeStyle.PARENTHESES))
    try:
        told = writing.liked(days)
        assert (told["to"], told["given"], told["at"]) == (
            "09.03.2025",
            ("x", {"on": "09.03.2025"}),
            days["at"],
        )
        assert "09.03.2025" in sentence(error, "en")
        assert figure(Decimal("-4.50")) == "(4.5)"
        assert number("（4.5）", indicator) == number(figure(Decimal("-4.5")), indicator) == Decimal("-4.5")
        edit.set_value(Decimal("-4.5"))
        assert (edit.text(), edit.value) == ("(4.5)", Decimal("-4.5"))
    finally:
        language.set_writing(Writing())
    assert figure(Decimal("-4.50")) == "−4.5"
    assert writing.liked(days) == {**days, "given": ("x", {"on": "2025-03-09"})}


def test_a_choice_is_remembered_and_rubbish_is_not() -> None:
    kept = MemoryPreferences()
    liked = Writing(DayStyle.DOTTED, GroupStyle.SPACE, NegativeStyle.PARENTHESES)
    writing.remember(kept, liked)
    assert writing.stored(kept) == liked
    kept.values = {"write.days": "sideways", "write.groups": 7, "write.negatives": None}
    assert writing.stored(kept) == Writing()


def _views(kept: MemoryPreferences) -> SavedViews:
    return SavedViews("customers", kept)


@pytest.mark.usefixtures("qapp")
def test_a_view_keeps_filters_columns_and_order() -> None:
    kept, asked = MemoryPreferences(), list[str]()
    scope = Segmented()
    scope.set_choices([("all", "All"), ("late", "Late")])
    views = _views(kept)
    views.narrowing = Segments({"scope": scope}, lambda: asked.append(scope.current))
    scope.set_current("late")
    layout = ColumnLayout(["name"], {"phone"}, set(), {"name": 240}, "balance", descending=True)
    views.save("Late payers", layout)
    scope.set_current("all")
    again = _views(kept)
    again.narrowing = views.narrowing
    assert again.names() == ["Late payers"]
    assert again.layout_of("Late payers") == layout
    again.narrowing.restore(again.filters_of("Late payers"))
    assert asked == ["late"]
    assert again.is_shown("Late payers", layout)


def test_a_view_finds_its_salesperson_by_name_in_another_company(qtbot: QtBot, formats: Formats) -> None:
    """By the id it would show another person's customers."""
    host, kept = QWidget(), MemoryPreferences()
    qtbot.addWidget(host)

    def board(people: tuple[tuple[int, str], ...], *, known: bool = True) -> tuple[ViewMenu, SavedViews]:
        views, scope = ViewMenu(formats, host), Segmented()
        scope.setParent(host)
        saved = SavedViews("aging", kept)
        saved.narrowing = BoardView(views, scope, lambda: None)
        if known:
            views.learn(Choices(salespersons=people, currencies=("CNY",)))
        return views, saved

    def show(saved: SavedViews) -> None:
        assert saved.narrowing is not None
        saved.narrowing.restore(saved.filters_of("王"))

    here, saved = board(((1, "李敏"), (2, "王强")))
    here.view = View(salesperson=2)
    saved.save("王", ColumnLayout())
    assert saved.is_shown("王", ColumnLayout())
    assert "王强" not in str(kept.get("views.aging")), "settings lie in clear"
    there, saved = board(((1, "王强"), (2, "赵六")))
    show(saved)
    assert there.view.salesperson == 1
    early, saved = board((), known=False)
    show(saved)
    assert saved.is_shown("王", ColumnLayout())
    assert early.learn(Choices(salespersons=((7, "王强"),)))
    assert early.view.salesperson == 7
    nobody, saved = board(((2, "赵六"),))
    show(saved)
    assert nobody.view.salesperson is None


def test_views_are_renamed_deleted_and_opened_with() -> None:
    views = _views(MemoryPreferences())
    for name in ("one", "two"):
        views.save(name, ColumnLayout())
    views.set_default("one")
    views.rename("one", "first")
    assert (views.names(), views.default) == (["first", "two"], "first")
    views.rename("two", "first")
    assert views.names() == ["first"]
    views.delete("first")
    assert (views.names(), views.default) == ([], "")


def test_a_column_made_wider_changes_no_view_kept_before() -> None:
    views, layout = _views(MemoryPreferences()), ColumnLayout(widths={"name": 240})
    views.save("one", layout)
    layout.widths["name"] = 90
    layout.order.append("balance")
    assert views.layout_of("one") == ColumnLayout(widths={"name": 240})


def test_a_board_kept_in_another_company_leaves_out_what_this_one_has_not() -> None:
    kept = View(salesperson=3, region=7, group=1, currency="EUR", undisputed=True)
    here = Choices(salespersons=((3, "韩梅"),), regions=((1, "华东"),), currencies=("CNY",))
    assert kept.within(here) == View(salesperson=3, undisputed=True)


@pytest.fixture
def table(
    qtbot: QtBot, theme: Theme, runner: TaskRunner, preferences: MemoryPreferences
) -> Iterator[TableView]:
    made = DataTable(theme, "test", preferences)
    qtbot.addWidget(made)
    columns: list[Column[int]] = [
        text_column(key, lambda key=key: key, lambda _row: "x")  # type: ignore[misc]  # one key each
        for key in ("name", "phone")
    ]
    made.set_model(RowTable(columns, runner, lambda row: row, parent=made))
    yield made.view  # and keep the table it stands in
    made.close()


def _chosen(view: TableView, text: str) -> None:
    menu = views_menu(view, QMenu(view))
    (action,) = [one for one in menu.actions() if one.text() == text]
    assert action.isEnabled()
    action.trigger()


def test_views_by_their_menu(
    table: TableView, monkeypatch: pytest.MonkeyPatch, preferences: MemoryPreferences
) -> None:
    answers = iter([("  late & <b>phone</b>\t", True), ("late & <b>phone</b>", True), ("short", True)])
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_more: next(answers))
    _chosen(table, "Save this view…")
    table.choose_column("phone", on=False)
    _chosen(table, "late && <b>phone</b>")
    assert not table.isColumnHidden(1)
    _chosen(table, "Open with this view")
    assert table.saved.default == "late & <b>phone</b>"
    _chosen(table, "Rename…")
    _chosen(table, "Rename…")
    assert (table.saved.names(), table.saved.default) == (["short"], "short")
    _chosen(table, "Delete")
    assert table.saved.names() == []
    assert preferences.get("views.test") is None
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_more: (" \n ", True))
    _chosen(table, "Save this view…")
    assert table.saved.names() == []


def test_a_view_of_columns_that_are_gone_shows_what_there_is(table: TableView) -> None:
    gone = ColumnLayout(["fax", "phone"], {"fax"}, {"telex"}, {"fax": 90}, "fax", descending=True)
    table.saved.save("old", gone)
    table.saved.set_default("old")
    table.show_view("old")
    table.show_view("none of the name")
    assert [table.isColumnHidden(place) for place in (0, 1)] == [False, False]
    assert table.table().sort_key != "fax"


def test_what_is_searched_for_never_reaches_the_settings(
    qtbot: QtBot, opened: MainWindow, preferences: MemoryPreferences
) -> None:
    for key in ("customers", "aging"):
        opened.go_to(key)
        settle(qtbot, opened.runner)
        page: Any = opened.page
        listed = page.list if key == "customers" else page
        listed.search.setText("苏州恒岳")
        qtbot.wait(300)
        settle(qtbot, opened.runner)
        view = listed.table.view
        view.saved.save("mine", view.layout_of_columns)
        view.saved.set_default("mine")
        view.show_view("mine")
        settle(qtbot, opened.runner)
        view._remember()
    kept = json.dumps(preferences.values, ensure_ascii=False, default=str)
    assert "views.customers" in kept
    assert "恒岳" not in kept


@pytest.mark.parametrize("damage", [7, {"views": 3}, {"views": [{"name": 1}, "x"]}, {"default": "gone"}])
def test_damaged_views_are_none(damage: object) -> None:
    views = _views(MemoryPreferences({"views.customers": damage}))
    assert (views.names(), views.default) == ([], "")


def test_no_letter_of_a_menu_stands_twice() -> None:
    texts = marked(["New company…", "Open…", "Open recent", "&Quit", "撤销", "重做", "Aa", "A"])
    letters = [text[text.index("&") + 1].upper() for text in texts]
    assert len(set(letters)) == len(letters)
    assert texts[3] == "&Quit"
    assert texts[4].startswith("撤销(&")
