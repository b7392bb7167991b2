"""Insurance in the window: the overview, cover invoice by invoice, a buyer's file, the board's column."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.insurance_record import InsurancePolicy, LimitDecision
from app.domain.policy import Anchor, Period, PolicyTerms
from app.ui.pages.insurance.overview.panel import OverviewPanel
from app.ui.pages.insurance.page import InsurancePage
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import Desk

DAY = date(2025, 12, 31)
TERMS = PolicyTerms(
    max_terms_days=90,
    max_extension_days=200,
    waiting_days=90,
    notify=(Period(Anchor.DUE, 60),),
    max_liability=500_000_00,
    vat_covered=True,
    where={"notify": "第 8 条"},
)


@pytest.fixture
def desk(opened: MainWindow, qtbot: QtBot) -> Desk:
    """Three buyers: one overdue and over its limit, one insured whole, one without a limit."""
    desk = Desk(qtbot, opened)
    first = desk.customer("苏州恒岳", code="C1", name_en="Hengyue")
    second = desk.customer("青岛海拓", code="C2")
    third = desk.customer("天津沽阳", code="C3")
    desk.document(first, 90_000_00, "A1", on=DAY - timedelta(110), due_date=DAY - timedelta(55))
    desk.document(first, 30_000_00, "A2", on=DAY - timedelta(20), due_date=DAY + timedelta(40))
    desk.document(second, 50_000_00, "B1", on=DAY - timedelta(20), due_date=DAY + timedelta(10))
    desk.document(third, 70_000_00, "D1", on=DAY - timedelta(20), due_date=DAY + timedelta(10))
    return desk


@pytest.fixture
def insured(desk: Desk) -> Desk:
    """The same under a policy with limits."""
    record = InsurancePolicy("大地", "P1", date(2025, 1, 1), date(2026, 3, 31), "CNY", "", state="active")
    policy = min(desk.ask(lambda s: s.policies.save(record, TERMS)).touched["insurance_policy"])
    for customer_id, amount in ((1, 100_000_00), (2, 60_000_00)):
        day = date(2025, 1, 1)
        made = LimitDecision(policy, customer_id, day, day, "granted", "", amount=amount)
        desk.ask(lambda s, made=made: s.policies.decide(made))
    return desk


def page_of(desk: Desk, **params: object) -> InsurancePage:
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("insurance", **params)
    desk.settle()
    page = desk.window.workspace.page
    assert isinstance(page, InsurancePage)
    return page


def overview_of(desk: Desk, **params: object) -> OverviewPanel:
    panel = page_of(desk, tab="overview", **params).panel("overview")
    assert isinstance(panel, OverviewPanel)
    return panel


def test_without_a_policy_one_sentence_and_two_ways_to_begin(desk: Desk) -> None:
    panel = overview_of(desk)
    assert panel.stack.currentWidget() is panel.empty
    assert panel.notice_button.isHidden()


def test_the_overview_says_what_is_covered_and_what_is_due(insured: Desk) -> None:
    panel = overview_of(insured)
    assert panel.found is not None
    assert [card.policy_id for card in panel.cards] == [1]
    assert {part.key: part.amount for part in panel.gap.parts} == {
        "": 150_000_00,
        "no_limit": 70_000_00,
        "over_limit": 20_000_00,
    }
    states = {row.customer_id: row.state for row in panel.model.rows}
    assert states == {1: "granted", 2: "granted", 3: "none"}
    assert [mark.key for mark in panel.ladder.marks][0].startswith("notice")
    assert [card.grade for card in panel.board.columns["notify"].cards.cards] == [""]


def test_arrows_walk_the_ladder_and_enter_opens_the_duty(insured: Desk) -> None:
    panel = overview_of(insured)
    insured.key(Qt.Key.Key_Right, widget=panel.ladder)
    assert panel.ladder.current == panel.ladder.marks[1].key
    insured.key(Qt.Key.Key_Left, widget=panel.ladder)
    insured.key(Qt.Key.Key_Return, widget=panel.ladder)
    insured.settle()
    assert panel.host.shows_detail(panel.detail)
    assert panel.detail.item is not None
    assert panel.detail.item.customer_id == 1
