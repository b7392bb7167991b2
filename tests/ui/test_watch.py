"""The watch in the window: looking by itself, the inbox, reviews, rules and the case library."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.alert_rules import RuleCode
from app.domain.changes import ChangeSet
from app.domain.credit_record import CreditLimit
from app.domain.customer import CustomerStatus
from app.domain.document import Document, DocumentKind
from app.domain.review import ReviewReason
from app.ui.dialogs.paper_dialog import PaperDialog
from app.ui.pages.collection.bad_debts import BadDebtsPage
from app.ui.pages.exporting import PageExports
from app.ui.pages.watch.alerts_panel import AlertsPanel
from app.ui.pages.watch.case_dialog import CaseDialog
from app.ui.pages.watch.cases_panel import CasesPanel
from app.ui.pages.watch.exporting import export_table
from app.ui.pages.watch.page import WatchPage
from app.ui.pages.watch.reviews_panel import ReviewsPanel
from app.ui.pages.watch.rule_dialog import RuleDialog
from app.ui.pages.watch.rules_panel import WarningRulesPanel
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


def test_it_looks_again_after_an_import_and_never_writes_to_a_file_for_reading(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Lookout, "paused", False)
    made = Lookout(desk.session, desk.window.runner, desk.window)
    made._soon.stop()
    made.on_change(ChangeSet(1, "customer.edited", {}, {"customer": frozenset({1})}))
    assert not made._soon.isActive()
    made.on_change(ChangeSet(2, "import.done", {}, {"document": frozenset()}))
    assert made._soon.isActive()
    made.deleteLater()
    closed = replace(desk.session, read_only=True)
    reading = Lookout(closed, desk.window.runner, desk.window)
    reading.look()
    desk.settle()
    assert desk.ask(lambda s: s.watch.inbox()) == []
    reading.deleteLater()


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


def test_the_inbox_leaves_as_it_stands(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "预警.csv"
    monkeypatch.setattr(PageExports, "_ask", lambda *_: target)
    monkeypatch.setattr("app.ui.pages.exporting.QDesktopServices.openUrl", lambda _url: True)
    desk.ask(lambda s: s.watch.run())
    panel = alerts_of(desk)
    export_table(panel.exports, panel.table, panel.model, "Early warnings", None, "csv")
    desk.settle()
    text = target.read_text("utf-8-sig")
    assert "Hengyue" in text
    assert "100% of all that is owed" in text
    assert "2025-12-31" in text


# -- reviews --------------------------------------------------------------------------------------


def reviews_of(desk: Desk) -> ReviewsPanel:
    panel = page_of(desk, tab="reviews").panel("reviews")
    assert isinstance(panel, ReviewsPanel)
    return panel


def test_who_owes_and_was_never_assessed_stands_apart(desk: Desk) -> None:
    panel = reviews_of(desk)
    assert [view.due.reason for view in panel.views] == [ReviewReason.NEVER]
    panel.scope.set_current("never")
    panel._narrow()
    assert panel.model.rowCount() == 1
    panel.table.view.select_id(1)
    panel._on_current()
    assert panel.score_button.isEnabled()
    assert not panel.later_button.isEnabled()


def test_a_review_of_a_limit_is_put_off_and_shown_in_its_month(desk: Desk) -> None:
    limit = CreditLimit(
        DAY - timedelta(90),
        "set",
        "CNY",
        customer_id=1,
        amount=90_000_00,
        review_on=DAY + timedelta(9),
        requested_by="王总",
        approved_by="王总",
    )
    desk.ask(lambda s: s.limits.grant(limit))
    desk.ask(
        lambda s: s.customers.update(replace(s.customers.profile(1).customer, status=CustomerStatus.STOPPED))
    )
    panel = reviews_of(desk)
    assert [view.due.reason for view in panel.views] == [ReviewReason.LIMIT]
    panel.look.set_current("month")
    panel._on_look("month")
    desk.key(Qt.Key.Key_Down, widget=panel.calendar)
    for _ in range(2):
        desk.key(Qt.Key.Key_Right, widget=panel.calendar)
    assert panel.calendar.day == DAY + timedelta(9)
    desk.key(Qt.Key.Key_Return, widget=panel.calendar)
    assert panel.current() is panel.views[0]
    panel.postpone()
    assert panel.dialog is not None
    panel.dialog.submit()
    desk.settle()
    assert panel.views[0].put_off == DAY + timedelta(1)
    desk.key(Qt.Key.Key_PageUp, widget=panel.calendar)
    desk.key(Qt.Key.Key_Home, widget=panel.calendar)
    assert panel.calendar.day == DAY
    assert panel.nobody.isVisibleTo(panel)


# -- rules ----------------------------------------------------------------------------------------


def rules_of(desk: Desk) -> WarningRulesPanel:
    panel = page_of(desk, tab="rules").panel("rules")
    assert isinstance(panel, WarningRulesPanel)
    return panel


def test_a_rule_is_switched_edited_and_reset(desk: Desk) -> None:
    panel = rules_of(desk)
    panel.open({"code": "concentration"})
    panel.switch_button.click()
    desk.settle()
    assert panel.view is not None
    assert panel.view.rule.enabled is False
    panel.edit_button.click()
    dialog = panel.dialog
    assert isinstance(dialog, RuleDialog)
    dialog.edits["percent"].setText("viel")
    dialog.submit()
    assert dialog.isVisible()
    dialog.edits["percent"].setText("30")
    dialog.enabled.setChecked(True)
    dialog.try_it()
    desk.settle()
    assert "1" in dialog.outcome.text() or "0" in dialog.outcome.text()
    dialog.submit()
    desk.settle()
    assert panel.view.rule.of("percent") == 30
    assert panel.view.changed
    panel.reset_button.click()
    desk.settle()
    assert not panel.view.changed


def test_a_rule_is_tried_on_history(desk: Desk) -> None:
    panel = rules_of(desk)
    panel.open({"code": "concentration"})
    panel.try_button.click()
    desk.settle()
    tried = panel.tried[RuleCode.CONCENTRATION]
    assert tried.found.fired == panel.found.rowCount() == 1
    assert "Would have fired once" in panel.result.text()
    panel.firings.opened.emit(1)
    desk.settle()
    assert desk.window.navigator.place is not None
    assert desk.window.navigator.place.params["customer_id"] == 1


def test_trying_can_be_stopped(desk: Desk) -> None:
    panel = rules_of(desk)
    panel.try_rule()
    panel.cancel_button.click()
    desk.settle()
    assert not panel.tried
    assert panel.try_button.isEnabled()


# -- cases ----------------------------------------------------------------------------------------


def cases_of(desk: Desk, **params: object) -> CasesPanel:
    panel = page_of(desk, tab="cases", **params).panel("cases")
    assert isinstance(panel, CasesPanel)
    return panel


def test_a_near_miss_is_written_up_found_printed_and_taken_back(desk: Desk, tmp_path: Path) -> None:
    panel = cases_of(desk, near_miss=1)
    dialog = panel.dialog
    assert isinstance(dialog, CaseDialog)
    assert dialog.customer.customer_id == 1
    assert len(dialog.seen.months) == 12
    dialog.facts.setPlainText("月结改票据，拖了两个月")
    dialog.cause.choose("cash_shortage")
    dialog.rule.setCurrentIndex(1)
    dialog._add_rule()
    dialog.submit()
    desk.settle()
    assert panel.view is not None
    assert panel.view.case.consequence
    assert panel.reading.months.isVisibleTo(panel)
    panel.search.setText("没有")
    panel.read()
    desk.settle()
    assert panel.model.rowCount() == 0
    panel.search.setText("拖了")
    panel.read()
    desk.settle()
    assert panel.model.rowCount() == 1
    panel.print_cases()
    paper = next(child for child in panel.children() if isinstance(child, PaperDialog))
    paper.save(tmp_path / "案例")
    desk.settle()
    assert (tmp_path / "案例.pdf").read_bytes().startswith(b"%PDF")
    paper.reject()
    panel.remove()
    desk.settle()
    assert panel.model.rowCount() == 0
    desk.window.undo()
    desk.settle()
    assert panel.model.rowCount() == 1


def test_a_bad_debt_is_written_up_from_its_register(desk: Desk) -> None:
    invoice = desk.rows(1)[0].id
    desk.ask(lambda s: s.ledger.write_off(invoice, 5_000_00, DAY, "破产"))
    assert desk.window.workspace is not None
    desk.window.navigator.go("bad_debts")
    desk.settle()
    page = desk.window.workspace.page
    assert isinstance(page, BadDebtsPage)
    page.table.view.selectRow(0)
    page.case_button.click()
    desk.settle()
    panel = cases_of(desk)
    dialog = panel.dialog
    assert isinstance(dialog, CaseDialog)
    assert dialog.amount.minor() == 5_000_00
    assert dialog.facts.text == "破产"
