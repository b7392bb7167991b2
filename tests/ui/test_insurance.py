"""Insurance in the window: the overview, cover invoice by invoice, a buyer's file, the board's column."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.insurance_record import InsurancePolicy, LimitDecision
from app.domain.policy import Anchor, Period, PolicyTerms
from app.services.session import CompanySession
from app.ui.dialogs.shipments import ShipmentsDialog
from app.ui.pages.aging.page import AgingPage
from app.ui.pages.exporting import PageExports
from app.ui.pages.insurance.cover.panel import CoverPanel
from app.ui.pages.insurance.overview.panel import OverviewPanel
from app.ui.pages.insurance.overview.red_dialog import RedDialog
from app.ui.pages.insurance.page import InsurancePage
from app.ui.shell.duty_count import DutyCount
from app.ui.shell.main_window import MainWindow
from app.ui.theme import Theme
from app.ui.widgets.deadline_ladder import DeadlineLadder, Ladder, LadderMark, LadderRow
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
        desk.ask(partial(_decide, made))
    return desk


def _decide(made: LimitDecision, session: CompanySession) -> None:
    session.policies.decide(made)


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
    assert "notice:1:1" in [mark.key for mark in panel.ladder.marks]
    assert [card.name for card in panel.board._cards.values()] == ["Hengyue"]
    panel.board.opened.emit(-1)
    insured.settle()
    assert panel.detail.item is not None


def test_arrows_walk_the_ladder_and_enter_opens_the_duty(insured: Desk) -> None:
    panel = overview_of(insured)
    keys = [mark.key for mark in panel.ladder.marks]
    for _ in range(keys.index("notice:1:1")):
        insured.key(Qt.Key.Key_Right, widget=panel.ladder)
    assert panel.ladder.current == "notice:1:1"
    insured.key(Qt.Key.Key_Return, widget=panel.ladder)
    insured.settle()
    assert panel.host.shows_detail(panel.detail)
    assert panel.detail.item is not None
    assert panel.detail.item.customer_id == 1


# -- cover ----------------------------------------------------------------------------------------


def cover_of(desk: Desk, **params: object) -> CoverPanel:
    panel = page_of(desk, tab="cover", **params).panel("cover")
    assert isinstance(panel, CoverPanel)
    return panel


def test_a_part_of_the_gap_leads_to_its_invoices(insured: Desk) -> None:
    overview = overview_of(insured)
    overview.gap.chosen.emit("over_limit")
    insured.settle()
    panel = cover_of(insured, gap="over_limit")
    assert [row.covered.cover.item.number for row in panel.model.shown()] == ["A2"]
    assert panel.reasons.current == "over_limit"
    panel.clear_filters()
    assert panel.model.rowCount() == 4
    assert panel.model.totals["uninsured"].text == "90,000.00"


def test_an_invoice_says_what_is_not_insured_and_what_to_do(insured: Desk) -> None:
    panel = cover_of(insured)
    row = next(each for each in panel.found.rows if each.covered.cover.item.number == "A2")  # type: ignore[union-attr]  # read above
    panel.open_invoice(row.document_id)
    insured.settle()
    detail = panel._detail
    assert detail is not None
    assert len(detail.said) == 1
    assert "20,000.00" in detail.said[0]
    assert "100,000" in detail.limit.text()


def test_the_day_of_shipment_is_kept_and_counts(insured: Desk) -> None:
    panel = cover_of(insured)
    row = next(each for each in panel.found.rows if each.covered.cover.item.number == "B1")  # type: ignore[union-attr]  # read above
    panel.shipment(row)
    insured.qtbot.waitUntil(lambda: panel.dialog is not None, timeout=5_000)
    dialog = panel.dialog
    assert isinstance(dialog, ShipmentsDialog)
    dialog.country.setText("Germany")
    dialog.submit()
    assert panel.dialog is dialog
    dialog.country.setText("de")
    dialog.shipped.set_day(date(2024, 12, 31))
    dialog.submit()
    insured.settle()
    kept = insured.ask(lambda s: s.policies.shipment(row.document_id))
    assert (kept.shipped_on, kept.country) == (date(2024, 12, 31), "DE")
    after = panel.row(row.document_id)
    assert after is not None
    assert [gap.value for gap in after.reasons] == ["outside_period"]


# -- the board ------------------------------------------------------------------------------------


def board_of(desk: Desk) -> AgingPage:
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("aging")
    desk.settle()
    page = desk.window.workspace.page
    assert isinstance(page, AgingPage)
    return page


def test_the_board_has_no_column_for_cover_without_a_policy(desk: Desk) -> None:
    page = board_of(desk)
    assert page._model is not None
    assert "insured" not in [column.key for column in page._model.columns]
    assert page.scope._keys == ["all", "overdue", "disputed"]


def test_the_board_says_what_of_each_customer_is_insured(insured: Desk) -> None:
    page = board_of(insured)
    model = page._model
    assert model is not None
    place = [column.key for column in model.columns].index("insured")
    shown = {row.key: model.cell(at, place).text for at, row in enumerate(model.shown())}
    assert shown == {1: "83%", 2: "100%", 3: "0%"}
    assert model.totals["insured"].text == "63%"
    page.scope.set_current("insured")
    page._narrow()
    assert {row.key for row in model.shown()} == {1, 2}
    assert page._board is not None
    more = page._further(page._board, ["insured"])
    assert more["insured"] == {1: "83%", 2: "100%", 3: "0%"}


# -- a buyer's file -------------------------------------------------------------------------------


def test_a_buyers_file_says_how_it_is_insured(insured: Desk) -> None:
    page = insured.go(customer_id=1, tab="insurance")
    tab = page.file.insurance
    assert tab is not None
    assert tab.content is not None
    assert len(tab.sections["invoices"].list.lines) == 2
    assert len(tab.sections["limits"].list.lines) == 1
    assert tab.sections["duties"].list.lines[0].id == 1
    credit = page.file.content.credit  # type: ignore[union-attr]  # read above
    assert credit.insured is not None
    assert (credit.insured.insured, credit.insured.pct) == (100_000_00, TERMS.insured_pct)
    keys = {piece.key: piece.amount for piece in page.file.head.exposure.gauge.gauge.pieces}
    assert (keys["insured"], keys["uninsured"]) == (100_000_00, 20_000_00)
    page.file.open_piece("uninsured")
    assert page.file.tab == "insurance"


def test_the_day_of_shipment_is_asked_invoice_by_invoice(insured: Desk) -> None:
    page = insured.go(customer_id=1, tab="insurance")
    tab = page.file.insurance
    assert tab is not None
    tab.shipments()
    insured.qtbot.waitUntil(lambda: tab.dialog is not None, timeout=5_000)
    dialog = tab.dialog
    assert isinstance(dialog, ShipmentsDialog)
    first, second = dialog._facts
    dialog.goods.setText("螺栓")
    dialog.invoice.choose(second)
    assert dialog.goods.text() == ""
    dialog.vat.setText("1")
    dialog.submit()
    insured.settle()
    kept = [insured.ask(lambda s, row=row: s.policies.shipment(row)) for row in (first, second)]  # type: ignore[misc]  # the row of this turn
    assert [(one.goods, one.vat) for one in kept] == [("螺栓", None), ("", 100)]


def test_the_deadlines_that_are_near_are_counted_in_the_navigation(insured: Desk) -> None:
    assert insured.window.workspace is not None
    counts: list[int] = []
    counter = DutyCount(insured.session, insured.window.runner, insured.window, paused=True)
    counter.counted.connect(counts.append)
    counter.count()
    insured.settle()
    panel = overview_of(insured)
    assert panel.found is not None
    assert counts == [panel.found.near]
    counter.deleteLater()


# -- the ladder -----------------------------------------------------------------------------------


def test_words_that_would_cover_each_other_stand_below_each_other(theme: Theme, qtbot: QtBot) -> None:
    ladder = DeadlineLadder(theme)
    qtbot.addWidget(ladder)
    ladder.resize(600, 100)
    near, far = (
        LadderMark(key, DAY + timedelta(days), f"Overdue notice {key}", f"{days} d left", "warn", key)
        for key, days in (("a", 5), ("b", 60))
    )
    close = LadderMark("c", DAY + timedelta(7), "Claim deadline", "7 d left", "danger", "c")
    ladder.show_ladder(Ladder(DAY, "Today", 90, (), [LadderRow("Hengyue", [far, near])]))
    one = ladder.height()
    ladder.show_ladder(Ladder(DAY, "Today", 90, (), [LadderRow("Hengyue", [far, near, close])]))
    assert ladder.height() > one
    assert [mark.key for mark in ladder.marks] == ["a", "c", "b"]
    opened: list[str] = []
    ladder.opened.connect(opened.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Space):
        qtbot.keyClick(ladder, key)
    assert opened == ["c", "a"]
    last = LadderMark("d", DAY + timedelta(90), "Renewal", "90 d left", "neutral", "d")
    ladder.show_ladder(Ladder(DAY, "Today", 90, ((DAY, "Dec"),), [LadderRow("Hengyue", [last])]))
    ladder.grab()
    assert ladder.current == "d"


def test_the_red_line_of_uninsured_balances_is_the_companys_own(insured: Desk) -> None:
    panel = overview_of(insured)
    place = [column.key for column in panel.model.columns].index("uninsured")
    at = [row.customer_id for row in panel.model.shown()].index(3)
    assert panel.model.cell(at, place).tone == ""
    panel._ask_red()
    dialog = panel.dialog
    assert isinstance(dialog, RedDialog)
    dialog.amount.setText("50,000")
    dialog.submit()
    insured.settle()
    assert panel.model.cell(at, place).tone == "danger"


@pytest.mark.parametrize("file_format", ["xlsx", "csv", "pdf"])
def test_the_cover_on_screen_becomes_a_file(
    insured: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file_format: str
) -> None:
    target = tmp_path / f"cover.{file_format}"
    monkeypatch.setattr(PageExports, "_ask", lambda *_: target)
    monkeypatch.setattr("app.ui.pages.exporting.QDesktopServices.openUrl", lambda _url: True)
    panel = cover_of(insured)
    panel._export(file_format)
    insured.settle()
    assert target.stat().st_size > 0
    if file_format == "csv":
        text = target.read_text("utf-8-sig")
        assert "A2" in text
        assert "20000.00" in text.replace(",", "") or "20,000.00" in text
        assert "Over the buyer limit" in text
