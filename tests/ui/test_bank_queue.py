"""The lines of bank statements decided at the window."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.bank import LineState
from app.domain.cash_match import Difference
from app.ui.pages.bank.split import SplitDialog
from app.ui.pages.bank.unallocated import UnallocatedDialog
from app.ui.shell.main_window import MainWindow
from tests.ui.banking import HEAD, LINES, bank, opens, press, queued, row_of, states, take_in
from tests.ui.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    made = Desk(qtbot, opened)
    customer = made.customer("Acme Tools Ltd", currency="CNY")
    for number, amount in (("INV-1001", 10_000), ("INV-1002", 20_000), ("INV-1003", 5_000)):
        made.document(customer, amount, number, on=date(2025, 11, 1))
    return made


@pytest.fixture
def statement(tmp_path: Path) -> Path:
    path = tmp_path / "bank.csv"
    path.write_text(HEAD + LINES, "utf-8")
    return path


# -- the queue ----------------------------------------------------------------------------------


def test_lines_are_decided_with_single_keys_one_after_the_other(desk: Desk, statement: Path) -> None:
    page = queued(desk, statement)
    assert page.queue.model.rowCount() == 3
    line_id = row_of(desk, page, "R2")
    assert page.line.proposal is not None
    assert page.line.proposal.difference == -1_500
    page.line.difference.choose(Difference.BANK_CHARGE)
    press(desk, page, Qt.Key.Key_A)
    assert states(desk)["R2"] == LineState.APPLIED
    assert opens(desk)["INV-1002"] == 0
    assert page.queue.model.rowCount() == 2
    assert page.queue.table.view.current_id() not in {0, line_id}  # the next one, without a click
    press(desk, page, Qt.Key.Key_Z)
    assert states(desk)["R2"] == LineState.WAITING
    assert page.queue.table.view.current_id() == line_id
    row_of(desk, page, "R4")
    press(desk, page, Qt.Key.Key_N)
    assert states(desk)["R4"] == LineState.IGNORED
    assert "2" in page.queue.scope.text


def test_enter_opens_a_line_and_then_accepts_it(desk: Desk, statement: Path) -> None:
    page = queued(desk, statement)
    row_of(desk, page, "R2")
    assert page.drawer is not None
    page.drawer.close_drawer()
    press(desk, page, Qt.Key.Key_Return)
    assert page.drawer.is_open
    assert states(desk)["R2"] == LineState.WAITING
    press(desk, page, Qt.Key.Key_Return)
    assert states(desk)["R2"] == LineState.APPLIED
    assert opens(desk)["INV-1002"] == 1_500


def test_a_payment_is_split_over_open_items_with_live_sums(desk: Desk, statement: Path) -> None:
    page = queued(desk, statement)
    row_of(desk, page, "R2")
    press(desk, page, Qt.Key.Key_S)
    dialog = page.deciding.dialog
    assert isinstance(dialog, SplitDialog)
    desk.settle()
    ids = {each.row.number: each.row.id for each in dialog.table.payables}
    dialog.table.model.put(ids["INV-1002"], 18_000)
    dialog.table.model.put(ids["INV-1003"], 1_000)
    assert "more than" in dialog._check_shares()
    dialog.submit()
    assert states(desk)["R2"] == LineState.WAITING
    dialog.table.model.put(ids["INV-1003"], 400)
    assert "1.00" in dialog.left.text()
    dialog.submit()
    desk.settle()
    found = opens(desk)
    assert (found["INV-1002"], found["INV-1003"]) == (2_000, 4_600)
    assert states(desk)["R2"] == LineState.APPLIED


def test_a_payment_is_put_on_account_and_sent_back(desk: Desk, statement: Path) -> None:
    page = queued(desk, statement)
    line_id = row_of(desk, page, "R3")
    assert page.line.proposal is None
    press(desk, page, Qt.Key.Key_U)
    dialog = page.deciding.dialog
    assert isinstance(dialog, UnallocatedDialog)
    dialog.submit()
    assert states(desk)["R3"] == LineState.WAITING  # nobody was chosen
    rows = desk.ask(lambda s: s.customers.rows([1]))
    dialog.customer.take(rows[0])
    dialog.submit()
    desk.settle()
    assert states(desk)["R3"] == LineState.UNALLOCATED
    page.queue.show_state(LineState.UNALLOCATED)
    desk.settle()
    assert page.queue.model.ids() == [line_id]
    row_of(desk, page, "R3")
    page.line.run("reopen")
    desk.settle()
    assert states(desk)["R3"] == LineState.WAITING


def test_a_payment_applied_comes_back_and_its_invoice_is_open_again(desk: Desk, statement: Path) -> None:
    page = queued(desk, statement)
    page.queue.show_state(LineState.APPLIED)
    desk.settle()
    row_of(desk, page, "R1")
    press(desk, page, Qt.Key.Key_R)
    dialog = page.deciding.dialog
    assert dialog is not None
    dialog.reason.setText("not enough money")  # type: ignore[attr-defined]  # a ReturnedDialog
    dialog.submit()
    desk.settle()
    assert opens(desk)["INV-1001"] == 10_000


def test_a_line_of_money_out_takes_a_receipt_back(desk: Desk, statement: Path, tmp_path: Path) -> None:
    take_in(desk, statement)
    out = tmp_path / "out.csv"
    out.write_text(HEAD + "2025-12-31,,100.00,Acme Tools Ltd,DE01 1111,returned INV-1001,R9\n", "utf-8")
    page = queued(desk, out)
    if states(desk)["R9"] == LineState.WAITING:
        row_of(desk, page, "R9")
        press(desk, page, Qt.Key.Key_R)
        dialog = page.deciding.dialog
        assert dialog is not None
        desk.settle()
        if not dialog.customer.customer_id:  # type: ignore[attr-defined]  # a ReturnedDialog
            rows = desk.ask(lambda s: s.customers.rows([1]))
            dialog.customer.take(rows[0])  # type: ignore[attr-defined]  # as above
            desk.settle()
        dialog.submit()
        desk.settle()
    assert states(desk)["R9"] == LineState.RETURNED
    assert opens(desk)["INV-1001"] == 10_000


def test_the_list_narrows_and_says_what_is_missing(desk: Desk, statement: Path) -> None:
    page = bank(desk)
    assert page.queue.table.empty.isVisible()
    page = queued(desk, statement)
    page.queue.search.setText("Somebody")
    desk.qtbot.waitUntil(lambda: page.queue.model.rowCount() == 1)
    page.queue.clear_filters()
    desk.settle()
    assert page.queue.scope.current == "all"
    assert page.queue.model.rowCount() == 4
    assert [column.key for column in page.queue.model.columns][-1] == "state"
    assert "waiting" in page.status()
    for lang in ("zh", "en"):
        desk.window.choose_language(lang)
        desk.settle()


def test_a_line_asked_for_is_found_in_whatever_state(desk: Desk, statement: Path) -> None:
    page = queued(desk, statement)
    applied = row_of(desk, page, "R1")
    page = bank(desk, line_id=applied)
    assert page.queue.scope.current == "all"
    assert page.queue.table.view.current_id() == applied
    assert page.line.detail is not None
    assert page.line.detail.line.id == applied
    page = bank(desk, state="waiting")
    assert page.queue.scope.current == LineState.WAITING
    page.focus_search()
    assert desk.window.focusWidget() is page.queue.search
    page._new()
    assert page.at_bringing
    page.show_home()
