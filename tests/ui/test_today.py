"""The Today page in the window: what it shows, what its keys do, where its figures lead."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.document import Document, DocumentKind
from app.ui.dialogs.activity import ActivityDialog
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.i18n import Language
from app.ui.pages.aging.page import AgingPage
from app.ui.pages.health.page import HealthPage
from app.ui.pages.reminders.page import RemindersPage
from app.ui.pages.reminders.run_panel import LETTERS
from app.ui.pages.reminders.writing import WriteDialog
from app.ui.pages.today.columns import ICONS
from app.ui.pages.today.forecast_data import ForecastData
from app.ui.pages.today.page import TodayPage
from app.ui.pages.today.postpone import PostponeDialog
from app.ui.pages.today.targets import TargetDialog
from app.ui.shell.main_window import MainWindow
from tests.ui.conftest import settle

Settled = Callable[[], None]


@pytest.fixture(name="settle")
def settled(qtbot: QtBot, window: MainWindow) -> Settled:
    return lambda: settle(qtbot, window.runner)


@pytest.fixture
def today(window: MainWindow, qtbot: QtBot, settle: Settled) -> TodayPage:
    window.open_sample()
    qtbot.waitUntil(window.has_company, timeout=20_000)
    page = window.page
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: page._filled, timeout=20_000)
    settle()
    return page


def dialog(page: TodayPage, kind: type[Any]) -> Any:
    found = [one for one in page.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def nav_count(window: MainWindow) -> int:
    assert window.workspace is not None
    return max(each.items.counts.get("today", 0) for each in window.workspace.nav._lists)


def test_it_is_the_first_page_and_is_filled_by_itself(today: TodayPage, window: MainWindow) -> None:
    assert today.card.model.rowCount() > 12
    assert nav_count(window) == today.card.model.rowCount()
    assert all(tile.accessibleName() for tile in today.tiles.values())
    assert today.tiles["overdue_rate"]._mark._state == "miss"
    assert len(today.forecast_card.chart._bars) == 8
    assert today.status().endswith("to do")
    assert not today.message.isVisible()
    assert window.focusWidget() is today.card.table.view


def test_one_click_on_the_next_step_takes_it(
    today: TodayPage, window: MainWindow, qtbot: QtBot, settle: Settled
) -> None:
    view = today.card.table.view
    keys = [column.key for column in today.card.model.columns]

    def click(key: str) -> None:
        at = view.visualRect(view.model().index(0, keys.index(key))).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        settle()

    click("customer")
    assert window.page is today
    click("action")
    assert window.page is not today


def test_kinds_narrow_the_list(today: TodayPage) -> None:
    every = today.card.model.rowCount()
    today.card.kinds.set_current("collect")
    today.card.kinds.chosen.emit("collect")
    shown = today.card.model.shown()
    assert 0 < len(shown) < every
    assert {item.kind for item in shown} == {"collect"}


def test_kinds_that_do_not_fit_are_together(today: TodayPage, window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 640)
    qtbot.waitUntil(lambda: "other" in today.card.kinds._keys, timeout=5_000)
    today.card.kinds.set_current("other")
    today.card.kinds.chosen.emit("other")
    assert {item.kind for item in today.card.model.shown()} == today.card._others
    assert today.strip_card.isHidden()


def test_d_marks_done_and_undo_brings_back(
    today: TodayPage, window: MainWindow, qtbot: QtBot, settle: Settled
) -> None:
    before = today.card.model.rowCount()
    item = today.card.current()
    assert item is not None
    qtbot.keyClick(today.card.table.view, Qt.Key.Key_D)
    settle()
    assert today.card.model.rowCount() == before - 1
    assert item.key not in {one.key for one in today.card.model.rows}
    assert window.toast.isVisible()
    window.undo()
    settle()
    assert today.card.model.rowCount() == before


def test_s_asks_for_a_day_and_puts_off(today: TodayPage, qtbot: QtBot, settle: Settled) -> None:
    before = today.card.model.rowCount()
    qtbot.keyClick(today.card.table.view, Qt.Key.Key_S)
    asked: PostponeDialog = dialog(today, PostponeDialog)
    asked.day.set_day(date(2025, 12, 31))
    asked.submit()
    assert asked.isVisible()
    asked.day.set_day(date(2026, 1, 5))
    asked.submit()
    settle()
    assert today.card.model.rowCount() == before - 1
    assert today._list is not None
    assert today._list.postponed == 1


def test_enter_goes_where_the_item_is_dealt_with(
    today: TodayPage, window: MainWindow, qtbot: QtBot, settle: Settled
) -> None:
    row = next(i for i, one in enumerate(today.card.model.shown()) if one.action == "match")
    today.card.table.view.selectRow(row)
    qtbot.keyClick(today.card.table.view, Qt.Key.Key_Return)
    settle()
    place = window.navigator.place
    assert place is not None
    assert (place.key, place.params["state"]) == ("bank", "waiting")


def test_a_letter_opens_beside_the_run_and_today_stays_marked(
    today: TodayPage, window: MainWindow, settle: Settled
) -> None:
    """The run of today, whatever it was narrowed to before; the way back leads to the page as left."""
    window.navigator.go("reminders", tab="run")
    settle()
    page = window.page
    assert isinstance(page, RemindersPage)
    page.run.set_day(date(2026, 2, 1))
    page.run.search.setText("nobody")
    settle()
    item = next(one for one in today.card.model.rows if one.kind == "collect")
    today.run_step(item)
    settle()
    assert page.run.as_of.day == date(2025, 12, 31)
    letter = page.proposed.letter
    assert letter is not None
    assert (letter.customer_id, letter.currency) == (item.target["customer_id"], item.target["currency"])
    assert page.drawer is not None
    assert page.drawer.is_open
    assert page.run.view.current == LETTERS
    assert page.run.model.rowCount() > 1
    place = window.navigator.place
    assert place is not None
    assert "chosen" not in place.params
    assert window.workspace is not None
    pages = window.workspace.nav._lists[0]
    assert pages.currentIndex().data() == "Today"
    window.go_to("settings")
    assert not pages.currentIndex().isValid()


def test_ctrl_l_writes_to_the_customer_of_the_current_item(
    today: TodayPage, window: MainWindow, settle: Settled, qtbot: QtBot
) -> None:
    row = next(i for i, one in enumerate(today.card.model.shown()) if one.kind == "collect")
    today.card.table.view.selectRow(row)
    item = today.card.current()
    assert item is not None
    window.write_letter()
    settle()
    page = window.page
    assert isinstance(page, RemindersPage)
    qtbot.waitUntil(lambda: isinstance(page.errands.dialog, WriteDialog))
    assert isinstance(page.errands.dialog, WriteDialog)
    assert page.errands.dialog.account.customer.id == item.customer_id
    page.errands.dialog.reject()
    settle()


def test_every_step_leads_somewhere(
    today: TodayPage, window: MainWindow, qtbot: QtBot, settle: Settled
) -> None:
    """Either to a page of the window, or to a dialog in place."""
    assert window.workspace is not None
    for action in sorted({item.action for item in today.card.model.rows}):
        item = next(one for one in today.card.model.rows if one.action == action)
        window.go_to("today")
        settle()
        today.run_step(item)
        settle()
        place = window.navigator.place
        assert place is not None
        if place.key == "today":
            qtbot.waitUntil(lambda: bool(today.findChildren(FormDialog)), timeout=5_000)
            for asked in today.findChildren(FormDialog):
                asked.reject()
        qtbot.waitUntil(lambda: not [one for one in today.findChildren(FormDialog) if one.isVisible()])


def test_a_follow_up_is_done_once_it_is_logged(
    today: TodayPage, window: MainWindow, qtbot: QtBot, settle: Settled
) -> None:
    item = next(one for one in today.card.model.rows if one.kind == "follow_up")
    today.run_step(item)
    qtbot.waitUntil(lambda: bool(today.findChildren(ActivityDialog)), timeout=5_000)
    asked = today.findChildren(ActivityDialog)[0]
    asked.note.setPlainText("Spoke to the owner")
    asked.submit()
    qtbot.waitUntil(lambda: item.key not in {one.key for one in today.card.model.rows}, timeout=20_000)
    settle()
    del window


def test_figures_and_buckets_open_their_rows(
    today: TodayPage, window: MainWindow, qtbot: QtBot, settle: Settled
) -> None:
    qtbot.keyClick(today.tiles["receivables"], Qt.Key.Key_Return)
    settle()
    board = window.page
    assert isinstance(board, AgingPage)
    assert board.scope.current == "all"
    window.navigator.go("today")
    qtbot.keyClick(today.tiles["overdue_rate"], Qt.Key.Key_Return)
    settle()
    assert isinstance(window.page, HealthPage)
    window.navigator.go("today")
    settle()
    today.strip.chosen.emit(2)
    settle()
    assert (board.scope.current, board.strip.filtered) == ("all", 2)
    window.navigator.go("today")
    today.board_button.click()
    settle()
    assert board.strip.filtered == -1


def test_a_target_is_chosen_at_its_tile(today: TodayPage, qtbot: QtBot, settle: Settled) -> None:
    today.ask_target("dso")
    asked: TargetDialog = dialog(today, TargetDialog)
    asked.target.setText("many")
    asked.submit()
    settle()
    assert asked.isVisible()
    asked.target.setText("90")
    asked.submit()
    qtbot.waitUntil(lambda: today.tiles["dso"]._mark._state == "ok", timeout=20_000)


def test_the_forecast_has_its_data_as_a_table(today: TodayPage) -> None:
    today.forecast_card.data_button.click()
    shown: ForecastData = dialog(today, ForecastData)
    forecast = today.forecast_card.forecast
    assert forecast is not None
    assert sum(line.total for line in shown.lines) == forecast.receivables.minor
    shown.accept()


def test_it_speaks_both_languages(today: TodayPage, language: Language, qtbot: QtBot) -> None:
    language.set("zh")
    qtbot.waitUntil(lambda: today.header._title.text() == "今日", timeout=5_000)
    assert today.card.kinds._group.button(0).text().startswith("全部")
    assert "目标" in today.tiles["dso"]._target.text()
    assert today.forecast_card.chart._bars[6].mark == "春节"


def test_an_empty_company_says_so(opened: MainWindow, qtbot: QtBot) -> None:
    page = opened.page
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: page._filled, timeout=20_000)
    assert page.card.table.empty.isVisibleTo(page.card.table)
    assert "Nothing to do today." in page.card.table.empty.accessibleName()
    assert page.tiles["dso"]._value.text() == "No data"


def test_old_data_is_said_above_the_list(opened: MainWindow, qtbot: QtBot) -> None:
    page = opened.page
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: page._filled, timeout=20_000)
    session = opened.doors.session
    assert session is not None

    def enter(_control: object) -> None:
        from app.domain.customer import Customer

        change = session.customers.create(Customer("苏州恒岳"))
        customer = next(iter(change.touched["customer"]))
        session.ledger.enter(Document(customer, DocumentKind.RECEIPT, "R1", date(2025, 12, 1), "CNY", 500))

    opened.runner.database(enter)
    qtbot.waitUntil(page.message.isVisible, timeout=20_000)
    assert "1 Dec" in page.message.accessibleName()


def test_leaving_gives_the_worker_back(today: TodayPage, window: MainWindow, settle: Settled) -> None:
    today._stale = True
    today.open({})
    window.navigator.go("aging")
    settle()
    assert not today._later.isActive()
    window.navigator.go("today")
    settle()
    assert today.card.model.rowCount() > 12


def test_an_empty_company_is_told_where_to_begin(opened: MainWindow, qtbot: QtBot, settle: Settled) -> None:
    page = opened.page
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: page._filled, timeout=20_000)
    assert page.card.table.empty._button.isVisible()
    assert page.forecast_card._unit() == "CNY", "sums below ten thousand are written in full"
    page.card.table.empty._button.click()
    settle()
    place = opened.navigator.place
    assert place is not None
    assert place.key == "importing"


def test_a_file_open_for_reading_only_asks_for_nothing(
    today: TodayPage, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.pages.customers.guard.writable", lambda *_: False)
    before = today.card.model.rowCount()
    qtbot.keyClick(today.card.table.view, Qt.Key.Key_S)
    qtbot.keyClick(today.card.table.view, Qt.Key.Key_D)
    assert not today.findChildren(PostponeDialog)
    assert today.card.model.rowCount() == before
    assert "reading only" in window.toast.text


def test_every_kind_of_work_has_an_icon() -> None:
    kinds = {
        found.group(1)
        for path in (Path(__file__).parents[2] / "app/services/work_sources").glob("*.py")
        if (found := re.search(r'^KIND = "(\w+)"', path.read_text("utf-8"), re.MULTILINE))
    }
    assert kinds
    assert kinds <= set(ICONS)


def test_a_card_asked_for_too_early_still_comes_into_its_place(
    window: MainWindow, qtbot: QtBot, settle: Settled
) -> None:
    window.open_sample()
    qtbot.waitUntil(window.has_company, timeout=20_000)
    page = window.page
    assert isinstance(page, TodayPage)
    early = page.card
    assert not early.isVisible()
    page.regions()
    page.actions_of_page()
    qtbot.waitUntil(lambda: page._filled, timeout=20_000)
    settle()
    assert page.card is early
    assert page.isAncestorOf(early)
    assert early.isVisible()
    assert page.forecast_card.isVisible()
