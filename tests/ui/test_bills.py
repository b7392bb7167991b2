"""Bills and post-dated cheques: received, held on the board, every way they end; receipts taken back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from app.domain.aging import AgingQuery, Grouping
from app.domain.bill import BillKind
from app.domain.document import Document, DocumentKind
from app.services.aging import AgingFilter
from app.services.bills import BillQuery, BillState
from app.ui.dialogs.bill import BillDialog
from app.ui.dialogs.bill_step import BillStepDialog, Step
from app.ui.dialogs.returned import ReturnedDialog
from app.ui.pages.aging.page import AgingPage
from app.ui.pages.bank.page import BankPage
from app.ui.shell.main_window import MainWindow
from app.words.kinds import kind_name
from tests.ui.desk import TODAY, Desk


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    return Desk(qtbot, opened)


@pytest.fixture
def customer(desk: Desk) -> int:
    made = desk.customer("苏州恒岳机电有限公司", currency="CNY")
    desk.document(made, 100_000, "INV-1", on=date(2025, 9, 1))
    desk.document(made, 60_000, "INV-2", on=date(2025, 12, 1))
    return made


def bills(desk: Desk, **params: object) -> BankPage:
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("bank", tab="bills", **params)
    desk.settle()
    return cast("BankPage", desk.window.workspace.page)


def receive(desk: Desk, customer: int, amount: str = "1,200.00", number: str = "1302-0001") -> BankPage:
    """Type a bill into the dialog and save it."""
    page = bills(desk)
    page.billing.receive(customer)
    desk.settle()
    dialog = page.billing.dialog
    assert isinstance(dialog, BillDialog)
    dialog.number.setText(number)
    desk.write(dialog.amount, amount)
    desk.settle()
    dialog.submit()
    desk.settle()
    return page


def run_step(desk: Desk, page: BankPage, step: Step, **values: str) -> None:
    """Ask for a step of the first bill and answer it."""
    row = page.bills.model.rows[0]
    page.billing.step(row, step)
    dialog = page.billing.dialog
    assert isinstance(dialog, BillStepDialog)
    for name, text in values.items():
        getattr(dialog, name).setText(text)
    dialog.submit()
    desk.settle()


def state(desk: Desk) -> BillState:
    def read(session: object) -> BillState:
        service = session.bills  # type: ignore[attr-defined]  # a CompanySession
        return cast("BillState", service.rows(service.ids(BillQuery()))[0].state)

    return desk.ask(read)


def board(desk: Desk) -> AgingPage:
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("aging")
    desk.settle()
    return cast("AgingPage", desk.window.workspace.page)


def test_a_bill_is_proposed_for_the_oldest_and_held_on_the_board(desk: Desk, customer: int) -> None:
    assert "held" not in [column.key for column in (board(desk)._model.columns)]  # type: ignore[union-attr]
    page = receive(desk, customer)
    [row] = page.bills.model.rows
    assert (row.state, row.bill.amount, row.covered) == (BillState.HELD, 120_000, 120_000)
    assert row.numbers.startswith("INV-1")
    assert page.bills.model.totals["amount"].text == "1,200.00"
    shown = board(desk)
    assert shown._model is not None
    assert "held" in [column.key for column in shown._model.columns]
    assert shown._model.totals["held"].text == "1,200"
    assert shown._model.totals["balance"].text == "1,600"
    items = desk.ask(lambda s: s.aging.items(AgingQuery(TODAY), customer))
    assert [(item.number, item.held) for item in items] == [("INV-1", 100_000), ("INV-2", 20_000)]
    for by in Grouping:
        found = desk.ask(lambda s, by=by: s.aging.board(AgingQuery(TODAY, by=by)))  # type: ignore[misc]
        assert sum(each.held for each in found.totals) == 120_000
    narrowed = AgingFilter(customer_ids=(customer + 1,))
    assert desk.ask(lambda s: s.aging.board(AgingQuery(TODAY), narrowed)).totals == ()
    early = desk.ask(lambda s: s.aging.board(AgingQuery(date(2025, 12, 30))))
    assert sum(each.held for each in early.totals) == 0


def test_the_customer_file_shows_its_bills_and_their_steps(desk: Desk, customer: int) -> None:
    receive(desk, customer)
    invoice = next(row.id for row in desk.rows(customer) if row.number == "INV-1")
    page = desk.go(document_id=invoice)
    desk.settle()
    assert page.document._held == 100_000
    page.document.close()
    file = desk.go(customer_id=customer, tab="bills").file
    desk.settle()
    assert file.bills is not None
    assert file.bills.panel.model.rowCount() == 1
    file.bills.panel.table.view.select_id(file.bills.panel.model.id_at(0))
    assert file.bills._steps.count() == 7  # five steps, edit, and the room beside them
    desk.go(customer_id=customer, tab="overview")
    assert "held" in [column.key for column in file.overview.model.columns]
    desk.window.choose_language("zh")
    desk.settle()
    desk.window.choose_language("en")
    desk.settle()


def test_a_bill_clears_into_a_receipt(desk: Desk, customer: int) -> None:
    page = receive(desk, customer)
    run_step(desk, page, Step.CLEAR)
    assert state(desk) is BillState.CLEARED
    assert desk.balance(customer) == 40_000
    page.bills.show_state("ended")
    desk.settle()
    assert page.bills.model.rowCount() == 1
    page._open_bill(page.bills.model.id_at(0))
    desk.settle()
    assert page.bill.detail is not None
    assert page.bill.detail.receipt


def test_a_bill_is_discounted_for_less_and_bounces(desk: Desk, customer: int) -> None:
    page = receive(desk, customer)
    row = page.bills.model.rows[0]
    page.billing.step(row, Step.DISCOUNT)
    dialog = page.billing.dialog
    assert isinstance(dialog, BillStepDialog)
    desk.write(dialog.charge, "1200")
    dialog.submit()
    assert dialog.fields["charge"].has_error
    desk.write(dialog.charge, "30")
    assert "1,170.00" in dialog.proceeds.text()
    dialog.submit()
    desk.settle()
    assert state(desk) is BillState.DISCOUNTED
    assert desk.balance(customer) == 40_000
    run_step(desk, page, Step.BOUNCE, reason="no money")
    assert state(desk) is BillState.BOUNCED
    assert desk.balance(customer) == 160_000


@pytest.mark.parametrize("step", [Step.CLEAR, Step.BOUNCE, Step.HAND_BACK])
def test_a_step_is_not_taken_on_a_day_to_come(desk: Desk, customer: int, step: Step) -> None:
    page = receive(desk, customer)
    page.billing.step(page.bills.model.rows[0], step)
    dialog = page.billing.dialog
    assert isinstance(dialog, BillStepDialog)
    dialog.day.set_day(TODAY + timedelta(1))
    dialog.submit()
    assert dialog.fields["date"].has_error
    dialog.day.set_day(TODAY)
    dialog.submit()
    desk.settle()
    assert state(desk) is not BillState.HELD


def test_a_bill_is_endorsed_or_handed_back(desk: Desk, customer: int) -> None:
    page = receive(desk, customer)
    run_step(desk, page, Step.ENDORSE)
    assert state(desk) is BillState.HELD  # to whom is missing
    dialog = page.billing.dialog
    assert isinstance(dialog, BillStepDialog)
    assert dialog.fields["to"].has_error
    dialog.to.setText("宁波钢材")
    dialog.submit()
    desk.settle()
    assert state(desk) is BillState.ENDORSED
    desk.window.undo()
    desk.settle()
    run_step(desk, page, Step.HAND_BACK, reason="wrong amount")
    assert state(desk) is BillState.HANDED_BACK
    assert desk.balance(customer) == 160_000


def test_a_bill_held_is_corrected_and_removed(desk: Desk, customer: int) -> None:
    page = receive(desk, customer)
    bill_id = page.bills.model.id_at(0)
    page.billing.edit(bill_id)
    desk.settle()
    dialog = page.billing.dialog
    assert isinstance(dialog, BillDialog)
    assert dict(dialog.covers.shares)
    dialog.kind.choose(BillKind.CHEQUE)
    dialog.due.set_day(date(2024, 1, 1))
    dialog.submit()
    assert dialog.fields["due"].has_error
    dialog.due.set_day(date(2026, 1, 31))
    dialog.submit()
    desk.settle()
    assert page.bills.model.rows[0].bill.kind is BillKind.CHEQUE
    page.billing.remove(bill_id)
    desk.settle()
    assert not page.bills.model.rows


def test_a_receipt_is_taken_back_from_its_drawer(desk: Desk, customer: int) -> None:
    def pay(session: object) -> object:
        ledger = session.ledger  # type: ignore[attr-defined]  # a CompanySession
        receipt = Document(customer, DocumentKind.RECEIPT, "RC-9", date(2025, 12, 1), "CNY", 100_000)
        debit = ledger.open_debits(customer, "CNY")[0]
        return ledger.enter_receipt(receipt, [(debit.id, 100_000)])

    desk.ask(pay)
    receipt = desk.rows(customer, DocumentKind.RECEIPT)[0]
    page = desk.go(document_id=receipt.id)
    desk.settle()
    assert page.document.detail is not None
    page.entries.returned(page.document.detail)
    dialog = desk.dialog(ReturnedDialog)
    dialog.day.set_day(date(2025, 11, 1))
    dialog.submit()
    assert dialog.fields["date"].has_error
    dialog.day.set_day(TODAY + timedelta(1))
    dialog.submit()
    assert dialog.fields["date"].has_error
    dialog.day.set_day(TODAY)
    dialog.submit()
    desk.closed()
    assert desk.balance(customer) == 160_000
    refund = desk.rows(customer, DocumentKind.REFUND)[0]
    assert kind_name(refund.kind, refund.reason, "en") == "Payment returned"
    events = desk.ask(lambda s: s.aging.events(customer))
    assert "refund.returned" in {event.kind for event in events}
    assert kind_name("write_off", "of my own making", "en") == "Write-off"
