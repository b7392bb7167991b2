"""The watch in the window: looking by itself, the inbox, reviews, rules and the case library."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.domain.document import Document, DocumentKind
from app.ui.pages.watch.alerts_panel import AlertsPanel
from app.ui.pages.watch.page import WatchPage
from app.ui.shell.lookout import Lookout
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import Desk

DAY = date(2025, 12, 31)


@pytest.fixture
def desk(opened: MainWindow, qtbot: QtBot) -> Desk:
    """Two customers: all that is owed is owed by the first."""
    desk = Desk(qtbot, opened)
    first = desk.customer("苏州恒岳", code="C1", name_en="Hengyue")
    desk.customer("青岛海拓", code="C2")
    desk.document(first, 90_000_00, "A1", on=DAY - timedelta(20), due_date=DAY + timedelta(10))
    return desk


def page_of(desk: Desk, **params: object) -> WatchPage:
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("watch", **params)
    desk.settle()
    page = desk.window.workspace.page
    assert isinstance(page, WatchPage)
    return page


def alerts_of(desk: Desk, **params: object) -> AlertsPanel:
    panel = page_of(desk, tab="alerts", **params).panel("alerts")
    assert isinstance(panel, AlertsPanel)
    return panel


def watching(desk: Desk) -> Lookout:
    assert desk.window.workspace is not None
    return desk.window.lookout


# -- looking by itself ----------------------------------------------------------------------------


def test_the_window_looks_by_itself_and_counts_what_waits(desk: Desk) -> None:
    counts: list[int] = []
    watching(desk).counted.connect(counts.append)
    watching(desk).look()
    desk.qtbot.waitUntil(lambda: bool(counts), timeout=10_000)
    assert counts == [1]
    watching(desk).look()
    desk.qtbot.waitUntil(lambda: len(counts) == 2, timeout=10_000)
    assert counts == [1, 1]
    busy: list[bool] = []
    desk.window.runner.busy_changed.connect(busy.append)
    watching(desk).on_hour()
    desk.settle()
    assert not busy


def test_what_it_finds_is_no_step_of_the_users(desk: Desk) -> None:
    made = desk.ask(lambda s: s.history.can_undo())
    desk.ask(lambda s: s.watch.run())
    assert desk.ask(lambda s: s.history.can_undo()) == made
    desk.ask(lambda s: s.history.undo())
    desk.ask(lambda s: s.watch.run())
    assert desk.ask(lambda s: s.history.can_redo()) is not None
    desk.ask(lambda s: s.history.redo())


def test_a_warning_goes_with_a_customer_that_was_never_there_and_comes_back_with_it(desk: Desk) -> None:
    third = desk.customer("无锡博锐")
    invoice = Document(third, DocumentKind.INVOICE, "B1", DAY, "CNY", 999_000_00)
    desk.ask(lambda s: s.ledger.enter(invoice))
    before = desk.ask(lambda s: s.watch.run())
    assert {view.alert.customer_id for view in before} >= {third}
    desk.ask(lambda s: s.history.undo())
    desk.ask(lambda s: s.history.undo())
    assert third not in {view.alert.customer_id for view in desk.ask(lambda s: s.watch.inbox())}
    desk.ask(lambda s: s.history.redo())
    assert third in {view.alert.customer_id for view in desk.ask(lambda s: s.watch.inbox())}


# -- the inbox ------------------------------------------------------------------------------------


def test_checking_now_says_what_came_of_it(desk: Desk) -> None:
    panel = alerts_of(desk)
    assert panel.model.rowCount() == 0
    panel.check_button.click()
    desk.settle()
    assert panel.model.rowCount() == 1
    assert panel.result.tone == "warn"
    panel.check_now()
    desk.settle()
    assert panel.result.tone == "good"


def test_a_warning_opens_with_what_stands_behind_it(desk: Desk) -> None:
    desk.ask(lambda s: s.watch.run())
    panel = alerts_of(desk)
    panel.table.opened.emit(panel.model.id_at(0))
    desk.settle()
    assert "100%" in panel.detail.says.text()
    assert len(panel.detail.facts.lines) == 1
    assert "Hengyue" in panel.detail.facts.lines[0].text
    panel.detail.facts.opened.emit(1)
    desk.settle()
    assert desk.window.navigator.place is not None
    assert desk.window.navigator.place.key == "customers"


def test_a_warning_is_answered_and_taken_up_again(desk: Desk) -> None:
    desk.ask(lambda s: s.watch.run())
    panel = alerts_of(desk)
    panel.answers.snooze(panel.views)
    dialog = panel.answers.dialog
    assert dialog is not None
    dialog.until.set_day(DAY)  # type: ignore[attr-defined]  # the dialog of this answer
    dialog.submit()
    assert dialog.isVisible()
    dialog.choose(7)  # type: ignore[attr-defined]  # as above
    dialog.submit()
    desk.settle()
    assert panel.model.rowCount() == 0
    assert [view.state for view in panel.views] == ["snoozed"]
    panel.answers.reopen(panel.views)
    desk.settle()
    assert panel.model.rowCount() == 1


def test_several_are_answered_at_once_and_undone_at_once(desk: Desk) -> None:
    desk.document(2, 80_000_00, "B1", on=DAY - timedelta(20), due_date=DAY + timedelta(10))
    desk.ask(lambda s: s.watch.run())
    panel = alerts_of(desk)
    panel.table.view.check_all()
    assert not panel.bar().isHidden()
    panel.bar_act.click()
    dialog = panel.answers.dialog
    assert dialog is not None
    dialog.submit()
    assert dialog.isVisible()
    dialog.note.setPlainText("两家都谈过")  # type: ignore[attr-defined]  # the dialog of this answer
    dialog.submit()
    desk.settle()
    assert {view.state for view in panel.views} == {"acted"}
    desk.window.undo()
    desk.settle()
    assert {view.state for view in panel.views} == {"new"}


def test_one_customers_warnings_alone(desk: Desk) -> None:
    desk.ask(lambda s: s.watch.run())
    panel = alerts_of(desk, customer_id=2)
    assert panel.model.rowCount() == 0
    panel._everybody()
    assert panel.model.rowCount() == 1
