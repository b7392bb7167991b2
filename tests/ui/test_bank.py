"""Bank statements brought in at the window: files, accounts, columns, rules and payers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.bank import BankAccount, LineState
from app.domain.bank_file import BankRole
from app.domain.cash_match import Clue, LineProposal
from app.domain.document import DocumentKind
from app.services.bank_views import BankQueueQuery, Outcome
from app.ui.dialogs.returned import ReturnedDialog
from app.ui.pages.bank.bring import CHECK, CHOOSE, COLUMNS, DONE
from app.ui.pages.bank.page import BankPage
from app.ui.pages.bank.payers import PayersDialog
from app.ui.pages.bank.rules import RulesDialog
from app.ui.pages.bank.words import evidence
from app.ui.pages.importing.page import ImportPage
from app.ui.shell import dropping
from app.ui.shell.main_window import MainWindow
from tests.ui.banking import HEAD, LINES, bank, opens, press, queued, row_of, states, take_in
from tests.ui.conftest import settle
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


# -- bringing a statement in --------------------------------------------------------------------


def test_a_table_goes_through_four_steps_and_twice_adds_nothing(desk: Desk, statement: Path) -> None:
    page = bank(desk)
    page.bring()
    assert page.bringing.step == CHOOSE
    page.bringing.take_file(statement)
    desk.settle()
    assert page.bringing.step == COLUMNS
    assert page.bringing.columns.model.rowCount() == 4
    page.bringing.next.click()
    desk.settle()
    assert page.bringing.step == CHECK
    plan = page.bringing.flow.plan
    assert plan is not None
    assert plan.count(Outcome.APPLY) == 1
    assert "4" in page.bringing.next.text()
    page.bringing.check.scope.set_current(Outcome.APPLY.value)
    page.bringing.check.narrow()
    assert page.bringing.check.model.rowCount() == 1
    page.bringing.next.click()
    desk.settle()
    assert page.bringing.step == DONE
    assert opens(desk)["INV-1001"] == 0
    page.bring(statement)
    desk.settle()
    page.bringing.go_on()
    desk.settle()
    again = page.bringing.flow.plan
    assert again is not None
    assert again.known == 4
    assert not page.bringing.next.isEnabled()
    page.show_home()


def test_a_statement_is_taken_back_whole(desk: Desk, statement: Path) -> None:
    page = take_in(desk, statement)
    assert len(states(desk)) == 4
    page.bringing.finish.take_back.click()
    desk.settle()
    assert states(desk) == {}
    assert opens(desk)["INV-1001"] == 10_000
    assert page.bringing.step == CHOOSE


def test_columns_are_assigned_by_hand_and_remembered(desk: Desk, statement: Path) -> None:
    page = bank(desk)
    page.bring(statement)
    desk.settle()
    flow = page.bringing.flow
    page.bringing.columns.assign(0, None)
    desk.settle()
    assert flow.file is not None
    assert not flow.file.lines
    assert not page.bringing.next.isEnabled()
    assert page.bringing.message.isVisible()
    page.bringing.columns.assign(0, BankRole.DATE)
    desk.settle()
    assert flow.file is not None
    assert len(flow.file.lines) == 4
    page.bringing.columns._option(decimal=",")
    desk.settle()
    page.bringing.columns._option(decimal=".")
    desk.settle()
    page.show_home()
    assert page.bringing.flow.file is None


def test_a_new_account_is_made_on_the_way(desk: Desk, statement: Path) -> None:
    page = bank(desk)
    page.bring(statement)
    desk.settle()
    page.bringing.go_on()
    desk.settle()
    page._account_for_file()
    assert page.dialog is not None
    page.dialog.name.setText("Main account")  # type: ignore[attr-defined]  # an AccountDialog
    page.dialog.submit()
    desk.settle()
    assert page.bringing.flow.account is not None
    assert page.bringing.flow.account.name == "Main account"
    assert page.bringing.check.account.currentText().startswith("Main account")
    page.show_home()


def test_an_account_of_another_currency_is_refused_and_the_one_of_the_plan_stays(
    desk: Desk, statement: Path
) -> None:
    for name, currency in (("Main", "CNY"), ("Export", "EUR")):
        account = BankAccount(name, currency)
        desk.ask(lambda s, account=account: s.bank.save_account(account))  # type: ignore[misc]  # bound now
    page = bank(desk)
    page.bring(statement)
    desk.settle()
    page.bringing.go_on()
    desk.settle()
    flow, choice = page.bringing.flow, page.bringing.check.account
    planned = flow.account_id
    choice.setCurrentIndex(choice.findText("Export"))
    choice.activated.emit(choice.currentIndex())
    desk.settle()
    assert page.bringing.message.isVisible()
    assert (flow.account_id, choice.currentText()) == (planned, "Main")
    page.bringing.next.click()
    desk.settle()
    assert flow.account is not None
    assert flow.account.name == "Main"
    page.show_home()


def test_a_plan_made_old_by_another_edit_is_made_again_and_says_so(desk: Desk, statement: Path) -> None:
    page = bank(desk)
    page.bring(statement)
    desk.settle()
    page.bringing.go_on()
    desk.settle()
    desk.customer("Somebody New", currency="CNY")
    page.bringing.next.click()
    desk.settle()
    assert (page.bringing.step, states(desk)) == (CHECK, {})
    assert page.bringing.message.isVisible()
    page.bringing.next.click()
    desk.settle()
    assert page.bringing.step == DONE


def test_a_file_that_is_no_statement_says_so(desk: Desk, tmp_path: Path) -> None:
    bad = tmp_path / "x.sta"
    bad.write_text("nothing of the kind", "utf-8")
    page = bank(desk)
    page.bring(bad)
    desk.settle()
    assert page.bringing.message.isVisible()
    assert not page.bringing.next.isEnabled() or page.bringing.step == CHOOSE


def test_dropped_files_find_their_page(desk: Desk, statement: Path, tmp_path: Path) -> None:
    mt940 = tmp_path / "plain.txt"
    mt940.write_text(":20:STMT\n:25:1234\n:60F:C251201CNY0,\n", "utf-8")
    assert dropping.is_statement(mt940)
    assert dropping.is_statement(Path("x.OFX"))
    assert not dropping.is_statement(statement)
    assert not dropping.is_statement(tmp_path / "gone.txt")
    desk.window.open_path(mt940)
    desk.settle()
    page = desk.window.page
    assert isinstance(page, BankPage)
    page.show_home()
    desk.window.navigator.go("importing")
    desk.window.open_path(statement)
    desk.settle()
    wizard = desk.window.page
    assert isinstance(wizard, ImportPage)
    assert wizard.message.isVisible()
    wizard.start_over()
    bank(desk)
    desk.window.open_path(statement)
    desk.settle()
    assert isinstance(desk.window.page, BankPage)
    assert page.bringing.step == COLUMNS
    page.show_home()


# -- rules and payers ---------------------------------------------------------------------------


def test_rules_are_put_in_another_order_and_kept(desk: Desk) -> None:
    page = bank(desk)
    page.rules()
    desk.settle()
    dialog = page.dialog
    assert isinstance(dialog, RulesDialog)
    first, second = dialog.rules[0].code, dialog.rules[1].code
    dialog.move_rule(0, 1)
    dialog._change(2, enabled=False)
    dialog.percent.setText("abc")
    dialog.submit()
    assert dialog.fields["percent"].has_error
    dialog.percent.setText("1.5")
    dialog.submit()
    desk.settle()
    rules = desk.ask(lambda s: s.bank.rules())
    assert [rule.code for rule in rules][:2] == [second, first]
    assert not rules[2].enabled
    assert str(desk.ask(lambda s: s.bank.tolerances()).percent) == "1.5"


def test_a_payer_learned_is_shown_and_forgotten(desk: Desk, statement: Path) -> None:
    page = queued(desk, statement)
    row_of(desk, page, "R4")
    press(desk, page, Qt.Key.Key_N)
    dialog = PayersDialog(page.context, page)
    dialog.open()
    desk.settle()
    known = dialog.model.rowCount()
    assert any(row.customer_id is None for row in dialog.model.rows)
    dialog.table.view.select_id(dialog.model.id_at(0))
    dialog.forget()
    desk.settle()
    assert dialog.model.rowCount() == known - 1
    dialog.accept()


def test_the_page_is_reached_from_the_menu_and_the_import(desk: Desk) -> None:
    assert "page.bank" in {key for key, _ in _commands(desk.window)}
    desk.window.navigator.go("importing")
    desk.settle()
    wizard = desk.window.page
    assert isinstance(wizard, ImportPage)
    wizard.choose.statement.click()
    desk.settle()
    assert isinstance(desk.window.page, BankPage)


def _commands(window: MainWindow) -> list[tuple[str, object]]:
    return [(command.key, action) for command, action in window.commands.in_menu("view")]


def test_the_sample_company_has_lines_to_decide(qtbot: QtBot, window: MainWindow) -> None:
    window.open_sample()
    qtbot.waitUntil(window.has_company, timeout=20_000)
    settle(qtbot, window.runner)
    desk = Desk(qtbot, window)
    page = bank(desk)
    assert page.queue.model.rowCount() >= 3
    assert desk.ask(lambda s: s.bank.counts())[LineState.APPLIED] > 0


def test_hostile_names_come_out_as_text(desk: Desk, tmp_path: Path) -> None:
    evil = '<img src=x onerror=alert(1)> & {{ 7*7 }} "'
    path = tmp_path / "evil.csv"
    quoted = evil.replace('"', '""')
    path.write_text(HEAD + f'2025-12-29,55.00,,"{quoted}",DE09,"{quoted}",R1\n', "utf-8")
    page = queued(desk, path)
    row_of(desk, page, "R1")
    assert page.drawer is not None
    assert page.line.detail is not None
    assert page.line.detail.line.payer == evil


def test_a_statement_of_the_bank_needs_no_columns(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "statement.mt940"
    path.write_text(
        ":20:STMT\n:25:12345678\n:28C:1/1\n:60F:C251229CNY0,\n"
        ":61:2512301230C100,00NTRFNONREF\n:86:payment INV-1001 Acme Tools Ltd\n:62F:C251230CNY100,\n-\n",
        "utf-8",
    )
    page = bank(desk)
    page.bring(path)
    desk.settle()
    assert page.bringing.step == CHECK
    assert page.bringing._steps == (CHOOSE, CHECK, DONE)
    assert page.bringing.check.account.currentText().endswith("12345678")
    page.bringing._back()
    assert page.bringing.step == CHOOSE
    page.bringing.go_on()
    assert page.bringing.step == CHECK
    page.bringing.go_on()
    desk.settle()
    assert page.bringing.step == DONE
    assert [each.number for each in desk.ask(lambda s: s.bank.accounts())] == ["12345678"]
    page.show_home()


def test_money_out_of_another_amount_takes_no_receipt_back_by_itself(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "bank.csv"
    out = "2025-12-30,,30.00,Acme Tools Ltd,DE01 1111,returned in part,R9\n"
    path.write_text(HEAD + LINES.splitlines(keepends=True)[0] + out, "utf-8")
    page = queued(desk, path)
    row_of(desk, page, "R9")
    press(desk, page, Qt.Key.Key_R)
    dialog = page.deciding.dialog
    assert isinstance(dialog, ReturnedDialog)
    dialog.customer.take(desk.ask(lambda s: s.customers.rows([1]))[0])
    desk.settle()
    dialog.submit()
    assert dialog.fields["receipt"].has_error
    receipt = desk.rows(1, DocumentKind.RECEIPT)[0].id
    dialog.receipt.choose(receipt)
    dialog.submit()
    desk.settle()
    assert states(desk)["R9"] == LineState.RETURNED
    assert opens(desk)["INV-1001"] == 3_000


def test_the_page_opens_at_a_state_that_no_line_is_in(desk: Desk) -> None:
    page = bank(desk, state=LineState.RETURNED.value)
    assert page.queue.query().state == ""


def test_a_booking_read_from_another_file_stays_doubted_in_the_queue(
    desk: Desk, statement: Path, tmp_path: Path
) -> None:
    take_in(desk, statement)
    again = tmp_path / "again.csv"
    again.write_text("Date,Amount,Text\n2025-12-29,100.00,same booking otherwise told\n", "utf-8")
    page = queued(desk, again)
    ids = desk.ask(lambda s: s.bank.queue(BankQueueQuery(text="otherwise told")))
    page._show_line(ids[0])
    desk.settle()
    assert page.line.detail is not None
    assert page.line.detail.doubled
    shown = [each.text() for each in page.line.view.findChildren(QLabel)]
    assert any("may be the same" in text for text in shown)


def test_clues_write_days_and_amounts_as_the_window_does(desk: Desk) -> None:
    clues = (
        Clue("bank.clue_returned", {"number": "RC-1", "day": "2025-12-20"}),
        Clue("bank.clue_short", {"amount": "CNY 1,015.00"}),
    )
    made = LineProposal(1, "Acme", (), clues, certain=False, difference=0, rule="reference")
    said = evidence(made, desk.window.formats)
    assert "20 Dec 2025" in said[0]
    assert "¥ 1,015.00" in said[1]


def test_a_row_that_cannot_be_read_is_left_out_only_on_demand(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("交易日期,收入,对方户名\n2025-06-02,abc,甲\n2025-06-03,5,乙\n", "utf-8")
    page = bank(desk)
    page.bring(path)
    desk.settle()
    page.bringing.go_on()
    desk.settle()
    leave_out = page.bringing.check.leave_out
    assert leave_out.isVisible()
    assert not page.bringing.next.isEnabled()
    leave_out.click()
    assert page.bringing.next.isEnabled()
    page.bringing.go_on()
    desk.settle()
    assert page.bringing.step == DONE
    ids = desk.ask(lambda s: s.bank.queue(BankQueueQuery(state="")))
    [row] = desk.ask(lambda s: s.bank.queue_rows(ids))
    assert (row.payer, row.amount) == ("乙", 500)
