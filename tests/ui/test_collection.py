"""The collection tab and its dialogs in the real window: noting, judging, ending, undoing, by keyboard."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.activity import ActivityKind
from app.domain.dispute import DisputeOutcome, DisputeState
from app.domain.document import Document, DocumentKind
from app.domain.plan_judging import PlanState
from app.domain.promise import PromiseState
from app.services.collection import BadDebtQuery
from app.ui.dialogs.activity import ActivityDialog
from app.ui.dialogs.dispute import NEW_NOTE, DisputeDialog, ResolveDialog
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.payment_plan import PaymentPlanDialog, SignPlanDialog
from app.ui.dialogs.promise import PromiseDialog
from app.ui.dialogs.recovery import ApprovalDialog, RecoveryDialog
from app.ui.pages.collection.bad_debts import BadDebtsPage
from app.ui.pages.collection.entries import CollectionEntries
from app.ui.pages.collection.tab import CollectionTab
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import TODAY, Desk

D = TypeVar("D", bound=FormDialog)
ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    return Desk(qtbot, opened)


@pytest.fixture
def customer(desk: Desk) -> int:
    """A customer with one overdue invoice of 100.00, its file open at the collection tab."""
    made = desk.customer("苏州恒岳机电有限公司", terms="net 30")
    desk.document(made, 10_000, "INV-1")
    desk.go(customer_id=made, tab="collection")
    return made


def entries(desk: Desk) -> CollectionEntries:
    return desk.page.entries.collection


def tab(desk: Desk) -> CollectionTab:
    found = desk.page.file.collection
    assert found is not None
    desk.settle()
    return found


def opened_dialog(desk: Desk, kind: type[D], source: CollectionEntries | None = None) -> D:
    made = source or entries(desk)
    desk.settle()
    desk.qtbot.waitUntil(lambda: made.dialog is not None, timeout=5_000)
    assert isinstance(made.dialog, kind)
    return made.dialog


def closed(desk: Desk, source: CollectionEntries | None = None) -> bool:
    made = source or entries(desk)
    desk.settle()
    desk.qtbot.waitUntil(lambda: made.dialog is None, timeout=5_000)
    desk.settle()
    return True


def chips(desk: Desk, key: str) -> list[str]:
    return [line.chip for line in tab(desk).sections[key].list.lines]


@pytest.mark.usefixtures("customer")
def test_an_empty_tab_says_what_each_part_is_for(desk: Desk) -> None:
    for section in tab(desk).sections.values():
        assert section.empty.isVisibleTo(section)
        assert section.empty.text()
        assert section.list.accessibleName()


def test_a_promise_is_noted_by_keyboard_judged_by_a_receipt_and_undone(desk: Desk, customer: int) -> None:
    menu = desk.page.entries.menu(customer)
    names = [action.text() for action in menu.actions()]
    menu.close()
    assert any("romise" in name or "承诺" in name for name in names)
    entries(desk).promise(customer)
    dialog = opened_dialog(desk, PromiseDialog)
    desk.qtbot.waitUntil(dialog.amount.hasFocus)
    assert dialog.amount.minor() == 10_000
    desk.write(dialog.by, "Li")
    desk.key(ENTER, CTRL, dialog.by)
    assert closed(desk)
    assert desk.window.toast.isVisible()
    [view] = desk.ask(lambda s: s.collection.promises(customer))
    assert (view.state, view.promise.due_on) == (PromiseState.OPEN, TODAY + timedelta(7))
    assert len(chips(desk, "promises")) == 1
    desk.document(customer, 10_000, "RC-1", DocumentKind.RECEIPT, TODAY)
    assert desk.ask(lambda s: s.collection.promises(customer))[0].state is PromiseState.KEPT
    desk.ask(lambda s: s.history.undo())
    desk.ask(lambda s: s.history.undo())
    assert chips(desk, "promises") == []


def test_a_promise_that_cannot_be_is_told_at_its_field(desk: Desk, customer: int) -> None:
    entries(desk).promise(customer)
    dialog = opened_dialog(desk, PromiseDialog)
    dialog.due.set_day(TODAY - timedelta(1))
    dialog.made.set_day(TODAY + timedelta(1))
    desk.write(dialog.amount, "0")
    dialog.submit()
    assert all(dialog.fields[name].has_error for name in ("amount", "due", "made"))
    dialog.made.set_day(TODAY)
    dialog.due.set_day(TODAY)
    desk.write(dialog.amount, "500")
    dialog.submit()  # above what is open: taken as it was said
    assert closed(desk)
    assert desk.ask(lambda s: s.collection.promises(customer))[0].promise.amount == 50_000


def test_cancelling_and_editing_a_promise_from_its_line(desk: Desk, customer: int) -> None:
    entries(desk).promise(customer)
    opened_dialog(desk, PromiseDialog).submit()
    assert closed(desk)
    lines = tab(desk).sections["promises"].list
    lines.choose(lines.lines[0].id)
    desk.key(ENTER, widget=lines)
    dialog = opened_dialog(desk, PromiseDialog)
    desk.write(dialog.amount, "60")
    dialog.submit()
    assert closed(desk)
    row_id = lines.lines[0].id
    dict(tab(desk).offers("promises", row_id))[tab(desk).tr("Cancel the promise")]()
    desk.settle()
    [view] = desk.ask(lambda s: s.collection.promises(customer))
    assert (view.state, view.promise.amount) == (PromiseState.CANCELLED, 6_000)
    lines.setFocus()
    lines.choose(row_id)
    desk.key(Qt.Key.Key_Delete, widget=lines)
    desk.settle()
    assert not tab(desk).sections["promises"].list.lines


def test_a_dispute_from_the_drawer_to_its_credit_note(desk: Desk, customer: int) -> None:
    invoice = desk.rows(customer)[0].id
    entries(desk).dispute(customer, document_id=invoice)
    dialog = opened_dialog(desk, DisputeDialog)
    desk.write(dialog.amount, "200")
    desk.write(dialog.target, "2025-02-30")
    dialog.submit()
    assert dialog.fields["amount"].has_error
    assert dialog.fields["target"].has_error
    desk.write(dialog.amount, "40")
    desk.write(dialog.target, "2026-01-10")
    dialog.submit()
    assert closed(desk)
    [view] = desk.ask(lambda s: s.collection.disputes())
    assert (view.contested, view.state) == (4_000, DisputeState.OPEN)
    entries(desk).resolve(view)
    ending = opened_dialog(desk, ResolveDialog)
    assert not ending.fields["amount"].isVisibleTo(ending)
    ending.outcome.choose(DisputeOutcome.CUSTOMER_RIGHT)
    ending.credit.choose(NEW_NOTE)
    ending._show_new()
    desk.write(ending.amount, "x")
    ending.submit()
    assert ending.fields["amount"].has_error
    desk.write(ending.amount, "100.01")
    ending.submit()
    desk.settle()
    assert ending.fields["amount"].has_error
    assert desk.balance(customer) == 10_000
    desk.write(ending.amount, "40")
    ending.submit()
    assert closed(desk)
    assert desk.balance(customer) == 6_000
    [view] = desk.ask(lambda s: s.collection.disputes())
    assert (view.state, bool(view.credit_note)) == (DisputeState.RESOLVED, True)
    desk.ask(lambda s: s.history.undo())
    assert desk.balance(customer) == 10_000


def test_a_payment_plan_is_agreed_shown_and_signed(desk: Desk, customer: int) -> None:
    entries(desk).plan(customer)
    dialog = opened_dialog(desk, PaymentPlanDialog)
    assert dialog.total == 10_000
    desk.write(dialog.rate, "99")
    dialog.submit()
    assert dialog.fields["rate"].has_error
    desk.write(dialog.rate, "6")
    dialog.count.setValue(4)
    assert [part.amount for part in dialog.parts()] == [2_500] * 4
    assert sum(part.interest for part in dialog.parts()) > 0
    dialog.invoices.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.submit()
    assert dialog.fields["invoices"].has_error
    dialog.invoices.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.submit()
    assert closed(desk)
    [view] = desk.ask(lambda s: s.collection.plans(customer))
    assert (view.state, len(view.parts), view.plan.signed_on) == (PlanState.RUNNING, 4, None)
    entries(desk).sign_plan(view)
    signing = opened_dialog(desk, SignPlanDialog)
    desk.write(signing.proof, "EMS 1")
    signing.submit()
    assert closed(desk)
    assert desk.ask(lambda s: s.collection.plans(customer))[0].plan.signed_on == TODAY


def test_a_call_with_its_next_action_and_a_file(desk: Desk, customer: int, tmp_path: Path) -> None:
    paper = tmp_path / "签收单.pdf"
    paper.write_bytes(b"%PDF-1.7")
    entries(desk).log(customer)
    dialog = opened_dialog(desk, ActivityDialog)
    dialog.kind.choose(ActivityKind.NOTE)
    desk.write(dialog.next_action, "call again")
    dialog.submit()
    assert dialog.fields["note"].has_error
    assert dialog.fields["next_on"].has_error
    dialog.kind.choose(ActivityKind.CALL)
    desk.write(dialog.next_on, "2026-01-05")
    dialog.take_files([paper])
    dialog.submit()
    assert closed(desk)
    [view] = desk.ask(lambda s: s.collection.activities(customer))
    assert (view.activity.next_on, view.attachments) == (date(2026, 1, 5), 1)
    assert view.activity.by == desk.window.services.actor
    dict(tab(desk).offers("activities", view.activity.id))[tab(desk).tr("Next action is done")]()
    desk.settle()
    assert desk.ask(lambda s: s.collection.activities(customer))[0].activity.next_done_on == TODAY


def test_a_file_that_is_gone_keeps_the_dialog_and_says_so(desk: Desk, customer: int, tmp_path: Path) -> None:
    entries(desk).log(customer)
    dialog = opened_dialog(desk, ActivityDialog)
    dialog.take_files([tmp_path / "gone.pdf"])
    dialog.submit()
    desk.settle()
    assert dialog.message.isVisibleTo(dialog)
    assert "gone.pdf" in dialog.message.accessibleName() + dialog.message._text.text()
    assert desk.ask(lambda s: s.collection.activities(customer)) == []


def test_files_come_in_and_go_out_unchanged(desk: Desk, customer: int, tmp_path: Path) -> None:
    paper, copy = tmp_path / "合同.pdf", tmp_path / "copy.pdf"
    paper.write_bytes(b"%PDF-1.7 contract")
    entries(desk).attach_file("customer", customer, paper)
    desk.settle()
    [kept] = desk.ask(lambda s: s.collection.attachments("customer", customer))
    entries(desk).save_to(kept, copy)
    desk.settle()
    assert copy.read_bytes() == paper.read_bytes()
    lines = tab(desk).sections["files"].list
    assert [line.text for line in lines.lines] == ["合同.pdf"]
    menu = tab(desk).menu("files", kept.id)
    assert len(menu.actions()) == 2
    menu.deleteLater()
    dict(tab(desk).offers("files", kept.id))[tab(desk).tr("Remove")]()
    desk.settle()
    assert desk.ask(lambda s: s.collection.attachments("customer", customer)) == []


def test_the_register_of_bad_debts_recovers_and_approves(desk: Desk, customer: int) -> None:
    invoice = desk.rows(customer)[0].id
    desk.ask(lambda s: s.collection.write_off(invoice, 10_000, TODAY - timedelta(5), "bankrupt"))
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("bad_debts")
    desk.settle()
    page = desk.window.workspace.page
    assert isinstance(page, BadDebtsPage)
    [row] = page.model.shown()
    assert not page.recover_button.isEnabled()
    page.table.view.select_id(row.id)
    desk.settle()
    assert page.recover_button.isEnabled()
    page.entries.recover(row)
    dialog = opened_dialog(desk, RecoveryDialog, page.entries)
    desk.write(dialog.amount, "200")
    dialog.submit()
    assert dialog.fields["amount"].has_error
    desk.write(dialog.amount, "30")
    dialog.submit()
    assert closed(desk, page.entries)
    assert page.model.shown()[0].recovered == 3_000
    page.entries.approve(page.model.shown()[0])
    approval = opened_dialog(desk, ApprovalDialog, page.entries)
    desk.write(approval.by, "Chen")
    approval.submit()
    assert closed(desk, page.entries)
    assert page.model.shown()[0].approved_by == "Chen"
    assert desk.ask(lambda s: s.collection.bad_debts(BadDebtQuery())).totals[0].recovered == 3_000
    page.search.setText("nobody")
    page.refresh()
    desk.settle()
    assert page.model.rowCount() == 0


def test_the_register_leaves_as_a_file(desk: Desk, customer: int, tmp_path: Path) -> None:
    invoice = desk.rows(customer)[0].id
    desk.ask(lambda s: s.collection.write_off(invoice, 10_000, TODAY, "=1+1 bankrupt"))
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("bad_debts")
    desk.settle()
    page = desk.window.workspace.page
    assert isinstance(page, BadDebtsPage)
    target = tmp_path / "bad.csv"
    page.exports.write = lambda _name, _format, work: work(target, None)  # type: ignore[method-assign, assignment, arg-type]  # no file dialog
    page.export("csv")
    text = target.read_text("utf-8-sig")
    assert "INV-1" in text
    assert "100.00" in text


def test_hostile_text_stays_text(desk: Desk, customer: int) -> None:
    name = "<img src=x>{{ a }}\u202e" + "长" * 200
    made = Document(customer, DocumentKind.INVOICE, "<b>1</b>", date(2025, 11, 1), "CNY", 100)
    desk.ask(lambda s: s.ledger.enter(made))
    entries(desk).promise(customer)
    dialog = opened_dialog(desk, PromiseDialog)
    dialog.note.setPlainText(name)
    dialog.submit()
    assert closed(desk)
    [line] = tab(desk).sections["promises"].list.lines
    assert "<img" in line.note
    tip = tab(desk).sections["promises"].list.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in tip


def test_the_agreement_is_drafted_as_a_letter_about_the_plan(desk: Desk, customer: int) -> None:
    entries(desk).plan(customer)
    opened_dialog(desk, PaymentPlanDialog).submit()
    assert closed(desk)
    [view] = desk.ask(lambda s: s.collection.plans(customer))
    entries(desk).plan_paper(view)
    desk.settle()
    letters = desk.ask(lambda s: s.dunning.letter_rows(s.dunning.letters()))
    assert [(row.template, row.customer_id) for row in letters] == [("plan_agreement", customer)]
    text = desk.ask(lambda s: s.letters.preview_text(letters[0].id))
    assert view.plan.number in text
