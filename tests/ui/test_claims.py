"""Deadlines and claims in the window: the arithmetic, the board, a claim from opening to payment."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.claim_state import ClaimState
from app.domain.insurance_deadline import Duty
from app.ui.dialogs.shipment_stop import StopDialog
from app.ui.pages.exporting import PageExports
from app.ui.pages.insurance.claims.act_dialogs import (
    MoveDialog,
    PaymentDialog,
    ReferenceDialog,
    WaiveDialog,
)
from app.ui.pages.insurance.claims.cards import Group
from app.ui.pages.insurance.claims.open_dialog import OpenClaimDialog
from app.ui.pages.insurance.claims.panel import ClaimsPanel
from app.ui.pages.insurance.deadlines.panel import NEAR, STAKE, DeadlinesPanel
from app.ui.pages.insurance.page import InsurancePage
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import TODAY, Desk
from tests.ui.insured import Insured, insured


@pytest.fixture
def firm(opened: MainWindow, qtbot: QtBot) -> Insured:
    return insured(Desk(qtbot, opened))


def deadlines_of(firm: Insured, **params: object) -> DeadlinesPanel:
    panel = firm.page("deadlines", **params).panel("deadlines")
    assert isinstance(panel, DeadlinesPanel)
    return panel


def claims_of(firm: Insured, **params: object) -> ClaimsPanel:
    panel = firm.page("claims", **params).panel("claims")
    assert isinstance(panel, ClaimsPanel)
    return panel


def with_claim(firm: Insured) -> ClaimsPanel:
    panel = claims_of(firm, about=firm.late, policy_id=1)
    dialog = panel.acts.dialog
    assert isinstance(dialog, OpenClaimDialog)
    firm.desk.settle()
    dialog.submit()
    firm.desk.settle()
    return panel


# -- deadlines ------------------------------------------------------------------------------------


def test_every_duty_has_its_arithmetic_and_its_next_step(firm: Insured) -> None:
    panel = deadlines_of(firm)
    duties = {item.duty: item for item in panel.items}
    assert {Duty.NOTICE, Duty.STOP, Duty.DECLARATION} <= set(duties)
    notice = duties[Duty.NOTICE]
    panel.open_duty(panel._number(notice))
    shown = [row.text() for row in panel.detail.reckonings if not row.isHidden()]
    assert len(shown) == 2
    assert "+ 10 working days" in shown[0] or "+ 90 days" in shown[0]
    assert panel.detail.clause.text() == "第 8 条"
    assert {line.text for line in panel.detail.rows.lines} == {"A1", "A2"}
    panel.scope.set_current(STAKE)
    panel._narrow()
    assert all(item.forfeits for item in panel.model.shown())
    panel.scope.set_current(NEAR)
    panel._narrow()
    assert panel.narrowed
    panel._clear()
    assert not panel.narrowed


def test_a_stop_is_recorded_where_it_is_due(firm: Insured) -> None:
    panel = deadlines_of(firm)
    stop = next(item for item in panel.items if item.duty is Duty.STOP)
    panel.open_duty(panel._number(stop))
    panel.detail.next_button.click()
    dialog = panel.steps.dialog
    assert isinstance(dialog, StopDialog)
    dialog.submit()
    firm.desk.settle()
    assert Duty.STOP not in {item.duty for item in panel.items}
    assert firm.page("deadlines").drawer is None or not firm.page("deadlines").drawer.is_open  # type: ignore[union-attr]  # asked before


def test_the_deadlines_go_into_the_owners_calendar(
    firm: Insured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "duties.ics"
    monkeypatch.setattr(PageExports, "_ask", lambda *_: target)
    monkeypatch.setattr("app.ui.pages.exporting.QDesktopServices.openUrl", lambda _url: True)
    panel = deadlines_of(firm)
    panel.calendar_button.click()
    firm.desk.settle()
    assert target.read_text("utf-8").count("BEGIN:VEVENT") == len(panel.items)


# -- claims ---------------------------------------------------------------------------------------


def test_the_board_begins_with_notices_that_are_due(firm: Insured) -> None:
    panel = claims_of(firm)
    column = panel.board.columns[Group.REPORT]
    assert [card.name for card in column.cards.cards] == ["Yuchi"]
    column.choose()
    firm.desk.qtbot.keyClick(column, Qt.Key.Key_Return)
    firm.desk.settle()
    assert firm.desk.window.workspace is not None
    page = firm.desk.window.workspace.page
    assert isinstance(page, InsurancePage)
    assert page.place == page.keys.index("deadlines")


def test_a_claim_runs_from_opening_to_payment(firm: Insured) -> None:
    panel = with_claim(firm)
    detail = panel.view.detail
    assert detail is not None
    assert panel.stack.currentWidget() is panel.view
    assert panel.view.model.rowCount() == 2
    panel.view.trace.steps[1].toggle()
    assert not panel.view.trace.steps[1].why.isHidden()
    for state in (ClaimState.WAITING, ClaimState.READY, ClaimState.FILED, ClaimState.ASSESSING):
        panel.view.next_button.click()
        dialog = panel.acts.dialog
        assert isinstance(dialog, MoveDialog)
        assert dialog.to is state
        dialog.submit()
        firm.desk.settle()
    assert panel.view.detail is not None
    assert panel.view.detail.calculation.frozen
    assert panel.view.strip.tone == "info"
    panel.acts.move(panel.view.detail, ClaimState.PARTIAL)
    dialog = panel.acts.dialog
    assert isinstance(dialog, MoveDialog)
    dialog.submit()
    assert dialog.fields["amount"].has_error
    firm.desk.write(dialog.amount, "1000")
    dialog.reason.setPlainText("notified late")
    dialog.submit()
    firm.desk.settle()
    panel.view.next_button.click()
    paying = panel.acts.dialog
    assert isinstance(paying, PaymentDialog)
    paying.submit()
    firm.desk.settle()
    assert panel.view.detail.row.state is ClaimState.PAID
    assert panel.view.detail.row.paid == 1000_00


def test_ctrl_right_moves_a_card_on_and_asks_for_the_date(firm: Insured) -> None:
    panel = with_claim(firm)
    panel.show_every()
    column = panel.board.columns[Group.WAITING]
    column.choose()
    firm.desk.qtbot.keyClick(column, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    dialog = panel.acts.dialog
    assert isinstance(dialog, MoveDialog)
    dialog.on.set_day(date(2026, 1, 1))
    dialog.submit()
    assert dialog.fields["on"].has_error
    dialog.on.set_day(TODAY)
    dialog.submit()
    firm.desk.settle()
    assert column.cards.cards[0].claim_id is not None
    assert firm.desk.ask(lambda s: s.claims.claims())[0].state is ClaimState.WAITING
    firm.desk.ask(lambda s: s.history.undo())
    assert firm.desk.ask(lambda s: s.claims.claims())[0].state is ClaimState.REPORTED


def test_papers_are_attached_or_waived_with_a_reason(firm: Insured, tmp_path: Path) -> None:
    panel = with_claim(firm)
    papers = panel.view.papers
    contract = next(one for one in papers.read.papers if one.paper.kind == "contract")  # type: ignore[union-attr]  # read above
    path = tmp_path / "contract.txt"
    path.write_text("contract", "utf-8")
    panel.acts.attach_file(contract.paper.id, path)
    firm.desk.settle()
    papers.papers.choose(contract.paper.id)
    assert papers.chosen is not None
    assert papers.chosen.there
    transport = next(one for one in papers.read.papers if one.paper.kind == "transport")  # type: ignore[union-attr]  # as above
    panel.acts.waive(transport)
    dialog = panel.acts.dialog
    assert isinstance(dialog, WaiveDialog)
    dialog.submit()
    assert dialog.fields["reason"].has_error
    dialog.reason.setPlainText("the insurer waived it")
    dialog.submit()
    firm.desk.settle()
    papers.papers.choose(transport.paper.id)
    assert papers.chosen.paper.state == "waived"


def test_nothing_can_be_changed_in_a_file_for_reading(firm: Insured) -> None:
    panel = with_claim(firm)
    object.__setattr__(panel.context.company, "read_only", True)
    panel.show_every()
    assert not panel.new_button.isEnabled()
    panel.add()
    assert panel.acts.dialog is None
    object.__setattr__(panel.context.company, "read_only", False)


def test_a_step_before_the_waiting_period_ends_is_warned_of(firm: Insured) -> None:
    panel = with_claim(firm)
    detail = panel.view.detail
    assert detail is not None
    assert detail.waits_until is not None
    assert detail.waits_until > TODAY
    panel.acts.move(detail, ClaimState.READY)
    dialog = panel.acts.dialog
    assert isinstance(dialog, MoveDialog)
    assert dialog.early is not None
    assert "waiting period" in dialog.early.text()
    dialog.reject()
    panel.acts.move(detail, ClaimState.WITHDRAWN)
    other = panel.acts.dialog
    assert isinstance(other, MoveDialog)
    assert other.early is None
    other.reject()


def test_the_insurers_reference_is_written_down_after_filing(firm: Insured) -> None:
    panel = with_claim(firm)
    claim_id = panel.claim_id
    for state in (ClaimState.READY, ClaimState.FILED):
        firm.desk.ask(lambda s, to=state: s.claims.move(claim_id, to, TODAY))  # type: ignore[misc]  # the state of this turn
    panel.show_claim(claim_id)
    firm.desk.settle()
    assert panel.view.detail is not None
    panel.acts.refer(panel.view.detail)
    dialog = panel.acts.dialog
    assert isinstance(dialog, ReferenceDialog)
    dialog.reference.setText("PA-77")
    dialog.submit()
    firm.desk.settle()
    assert panel.view.detail.row.claim.reference == "PA-77"
    assert "PA-77" in panel.view.about.text()


def test_a_buyer_who_is_not_there_opens_no_dialog(firm: Insured) -> None:
    panel = claims_of(firm, about=999)
    firm.desk.settle()
    assert panel.acts.dialog is None
    assert panel.stack.currentWidget() is panel.every
