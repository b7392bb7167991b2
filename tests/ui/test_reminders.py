"""Reminders in the window: the run, letters from draft to sent, on the real services."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.domain.allocation import Method
from app.domain.document import Document, DocumentKind
from app.domain.letter import LetterState
from app.services.dunning_views import LetterQuery, LetterRow
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.opening import open_for
from app.ui.dialogs.reminding import RemindingDialog
from app.ui.pages.reminders.page import RemindersPage
from app.ui.pages.reminders.preview import PreviewDialog
from app.ui.pages.reminders.run_panel import SKIPPED
from app.ui.pages.reminders.sending import DeliveredDialog, LeaveOutDialog, ReplyDialog, SentDialog
from app.ui.pages.reminders.stale import LEAVE_OUT, StaleDialog
from app.ui.pages.reminders.writing import WriteDialog
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import TODAY, Desk

SUZHOU, HEFEI = "苏州恒岳机电有限公司", "合肥新翎新能源科技有限公司"


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    return Desk(qtbot, opened)


def owe(desk: Desk, name: str, *due: date, **fields: object) -> int:
    """A customer with an invoice of 1,000.00 for each due date."""
    made = desk.customer(name, **fields)
    for place, day in enumerate(due, 1):
        desk.document(made, 100_000, f"{name[0]}-{place}", on=day.replace(year=day.year - 1), due_date=day)
    return made


@pytest.fixture
def late(desk: Desk) -> Desk:
    owe(desk, SUZHOU, date(2025, 12, 10), date(2025, 12, 26), email="ap@suzhou.example")
    owe(desk, HEFEI, date(2025, 11, 20))
    owe(desk, "杭州启澜自动化有限公司", date(2025, 12, 30))
    return desk


def go(desk: Desk, **params: object) -> RemindersPage:
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("reminders", **params)
    desk.settle()
    return cast("RemindersPage", desk.window.workspace.page)


def drafted(desk: Desk) -> RemindersPage:
    page = go(desk)
    page.draft_button.click()
    desk.settle()
    desk.qtbot.waitUntil(lambda: page.letters.model.rowCount() > 0)
    page.letters.model.row_at(0)
    desk.settle()
    return page


def rows(desk: Desk, state: LetterState | None = None) -> list[LetterRow]:
    return desk.ask(lambda s: s.dunning.letter_rows(s.dunning.letters(LetterQuery(state=state))))


def asked(desk: Desk, page: RemindersPage, kind: type[FormDialog]) -> FormDialog:
    desk.settle()
    desk.qtbot.waitUntil(lambda: isinstance(page.errands.dialog, kind))
    assert page.errands.dialog is not None
    return page.errands.dialog


def done(desk: Desk, page: RemindersPage) -> None:
    desk.settle()
    desk.qtbot.waitUntil(lambda: page.errands.dialog is None)
    desk.settle()


# -- the run ------------------------------------------------------------------------------------


def test_the_run_lists_one_letter_per_customer_at_its_highest_step(late: Desk) -> None:
    page = go(late)
    letters = {letter.customer: letter for letter in page.run.model.shown()}
    assert set(letters) == {SUZHOU, HEFEI}
    assert [line.level for line in letters[SUZHOU].lines] == [2, 2]
    assert page.run.model.checked == frozenset(page.run.model.ids()), "all are chosen to begin with"
    assert "2" in page.draft_button.text()
    assert not page.foot.isHidden()


def test_what_is_not_chased_says_why_and_leads_to_the_invoice(late: Desk) -> None:
    page = go(late)
    page.run.view.set_current(SKIPPED)
    page.run.view.chosen.emit(SKIPPED)
    reason = page.run.others.columns[page.run.others.column_of("reason")]
    said = [reason.cell(item).text for item in page.run.others.shown()]
    assert said
    assert not [text for text in said if text.startswith("dunning.")]
    assert page.run.reasons.count() == 1 + len({item.reason.code for item in page.run.others.rows})
    page.run.reasons.setCurrentIndex(1)
    page.run.reasons.chosen.emit()
    kept = {item.reason.code for item in page.run.others.shown()}
    assert kept == {page.run.reasons.reason}
    page.run.skipped.opened.emit(page.run.others.id_at(0))
    late.settle()
    assert late.page.document.is_open


def test_a_letter_left_out_stays_out_of_the_drafts_and_the_run_is_undone(late: Desk) -> None:
    page = go(late)
    out = next(letter for letter in page.run.model.shown() if letter.customer == HEFEI)
    page._open_proposed(out)
    late.settle()
    page.proposed.leave_button.click()
    assert page.run.left_out == {out.key}
    page.draft_button.click()
    late.settle()
    assert [row.customer for row in rows(late, LetterState.DRAFT)] == [SUZHOU]
    assert page.tabs.bar.currentIndex() == 1
    late.window.undo()
    late.settle()
    assert rows(late, LetterState.DRAFT) == []


def test_the_drawer_shows_the_invoices_and_draws_the_letter(late: Desk) -> None:
    page = go(late)
    page.run.table.opened.emit(page.run.model.id_at(0))
    late.settle()
    late.qtbot.waitUntil(lambda: page.proposed.paper.pages >= 1)
    assert page.proposed.model.rowCount() == len(page.run.model.shown()[0].lines)
    late.key(Qt.Key.Key_Escape, widget=page.run.table.view)
    assert page.drawer is not None
    assert not page.drawer.is_open
    assert len(page.run.chosen()) == page.run.model.rowCount(), "nothing is left out by closing the drawer"


def test_looking_through_goes_from_letter_to_letter_and_leaves_one_out(late: Desk) -> None:
    page = go(late)
    page.look_button.click()
    late.settle()
    dialog = late.window.findChild(PreviewDialog)
    assert dialog is not None
    late.settle()
    first = dialog._title.text()
    late.qtbot.waitUntil(lambda: dialog.paper.pages >= 1)
    dialog.step(1)
    late.settle()
    assert dialog._title.text() != first
    assert dialog.text.toPlainText()
    dialog.leave_button.click()
    assert len(page.run.left_out) == 1
    assert len(page.run.chosen()) == 1
    dialog.accept()


def test_old_receipts_and_none_at_all_are_said_before_a_run(late: Desk) -> None:
    page = go(late)
    assert page.run.freshness.tone == "warn"
    found = page.run.model.shown()[0].customer_id
    late.document(found, 10_000, "R-1", DocumentKind.RECEIPT, on=date(2025, 12, 30))
    late.settle()
    assert page.run.freshness.tone == "info"


def test_one_comes_for_a_customer_and_finds_its_letter_or_why_there_is_none(late: Desk) -> None:
    everyone = {row.name: row.id for row in late.ask(lambda s: s.customers.rows(s.customers.ids()))}
    page = go(late, tab="run", chosen=everyone[SUZHOU])
    assert page.drawer is not None
    assert page.drawer.is_open
    assert page.proposed.letter is not None
    assert page.proposed.letter.customer == SUZHOU
    go(late, tab="run", chosen=everyone["杭州启澜自动化有限公司"])
    assert page.run.view.current == SKIPPED
    assert {item.customer for item in page.run.others.shown()} == {"杭州启澜自动化有限公司"}


def test_search_narrows_both_lists(late: Desk) -> None:
    page = go(late)
    late.write(page.run.search, "合肥")
    late.key(Qt.Key.Key_Return, widget=page.run.search)
    assert [letter.customer for letter in page.run.model.shown()] == [HEFEI]
    page.run.table.clear_filter.emit()
    assert page.run.model.rowCount() == 2


# -- letters ------------------------------------------------------------------------------------


def test_marking_as_sent_counts_from_then_on_and_is_undone(late: Desk) -> None:
    page = drafted(late)
    late.settle()
    page.letters.bar_sent.click()
    dialog = cast("SentDialog", asked(late, page, SentDialog))
    dialog.on.set_day(date(2026, 1, 5))
    dialog.submit()
    assert dialog.fields["on"].has_error, "a day still to come"
    dialog.on.set_day(TODAY)
    dialog.proof.setText("SF1234567890")
    dialog.arrived.setChecked(True)
    dialog.submit()
    done(late, page)
    sent = rows(late, LetterState.SENT)
    assert {row.proof for row in sent} == {"SF1234567890"}
    assert all(row.delivered_on == TODAY for row in sent)
    page.tabs.show_tab(0)
    late.settle()
    assert page.run.model.rowCount() == 0, "nobody is reminded twice at one step"
    late.window.undo()
    late.settle()
    assert len(rows(late, LetterState.DRAFT)) == 2


def test_a_signed_receipt_is_kept_with_the_letter(late: Desk, tmp_path: Path) -> None:
    page = drafted(late)
    scan = tmp_path / "签收.png"
    scan.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    one = page.letters.model.ids()[0]
    page.errands.mark_sent([one])
    dialog = cast("SentDialog", asked(late, page, SentDialog))
    dialog.receipt.take(scan)
    dialog.arrived.setChecked(True)
    dialog.proof.setText("签收单")
    dialog.submit()
    done(late, page)
    kept = late.ask(lambda s: s.collection.attachments("letter", one))
    assert [each.name for each in kept] == ["签收.png"]


def test_a_draft_the_ledger_has_moved_on_from_is_not_sent_with_old_figures(late: Desk) -> None:
    page = drafted(late)
    draft = next(row for row in rows(late, LetterState.DRAFT) if row.customer == HEFEI)
    receipt = Document(draft.customer_id, DocumentKind.RECEIPT, "R-9", TODAY, "CNY", 100_000)
    entered = late.ask(lambda s: s.ledger.enter(receipt)).touched["document"]
    late.ask(lambda s: s.ledger.auto_allocate(list(entered), Method.OLDEST))
    page.errands.mark_sent(list(page.letters.model.ids()))
    stale = cast("StaleDialog", asked(late, page, StaleDialog))
    assert [row.id for row in stale.stale] == [draft.id]
    stale.choices[draft.id].choose(LEAVE_OUT)
    stale.submit()
    late.settle()
    dialog = cast("SentDialog", asked(late, page, SentDialog))
    assert [row.customer for row in dialog.rows] == [SUZHOU]
    dialog.submit()
    done(late, page)
    assert [row.customer for row in rows(late, LetterState.LEFT_OUT)] == [HEFEI]
    assert [row.customer for row in rows(late, LetterState.SENT)] == [SUZHOU]


def test_letters_leave_as_one_pdf_as_files_each_and_as_drafts(
    late: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr("app.ui.pages.reminders.errands.QDesktopServices.openUrl", opened.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "letters"), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "each"))
    (tmp_path / "each").mkdir()
    page = drafted(late)
    menu = page.errands.output_menu(list(page.letters.model.ids()))
    actions = [action for action in menu.actions() if not action.isSeparator()]
    for action in actions[:4]:
        action.trigger()
        late.settle()
    text = "".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "letters.pdf").pages)
    assert SUZHOU in text
    assert HEFEI in text
    endings = sorted(each.suffix for each in (tmp_path / "each").iterdir())
    assert endings == [".eml", ".eml", ".pdf", ".pdf", ".txt", ".txt"]
    assert len(opened) == 4
    assert not actions[4].isEnabled(), "a message is copied for one customer at a time"
    menu.close()


def test_a_message_is_copied_for_pasting(late: Desk) -> None:
    page = drafted(late)
    page.errands.copy_message(page.letters.model.ids()[0])
    late.settle()
    assert "元" in QGuiApplication.clipboard().text()


def test_delivery_and_reply_stand_with_the_letter(late: Desk) -> None:
    page = drafted(late)
    one = page.letters.model.ids()[0]
    page.errands.mark_sent([one])
    asked(late, page, SentDialog).submit()
    done(late, page)
    page.errands.delivered([one])
    arrival = cast("DeliveredDialog", asked(late, page, DeliveredDialog))
    arrival.submit()
    assert arrival.fields["proof"].has_error
    arrival.proof.setText("EMS 回执")
    arrival.submit()
    done(late, page)
    page._open_letter(one)
    late.settle()
    page.letter.reply_button.click()
    answer = cast("ReplyDialog", asked(late, page, ReplyDialog))
    answer.submit()
    assert answer.fields["reply"].has_error
    answer.reply.setPlainText("余额确认无误")
    answer.submit()
    done(late, page)
    letter = late.ask(lambda s: s.dunning.letter(one)).letter
    assert (letter.reply, letter.replied_on, letter.delivered_on) == ("余额确认无误", TODAY, TODAY)


def test_drafts_are_left_out_with_a_reason(late: Desk) -> None:
    page = drafted(late)
    page.letters.bar_leave.click()
    dialog = cast("LeaveOutDialog", asked(late, page, LeaveOutDialog))
    dialog.why.setPlainText("老板已电话沟通")
    dialog.submit()
    done(late, page)
    assert len(rows(late, LetterState.LEFT_OUT)) == 2
    assert page.letters.model.rowCount() == 0
    page.letters.table.clear_filter.emit()
    late.settle()


def test_a_letter_is_found_by_state_and_text_and_by_its_id(late: Desk) -> None:
    page = drafted(late)
    late.write(page.letters.search, "苏州")
    late.key(Qt.Key.Key_Return, widget=page.letters.search)
    late.settle()
    assert page.letters.model.rowCount() == 1
    go(late, letter_id=page.letters.model.ids()[0])
    assert page.drawer is not None
    assert page.drawer.is_open
    assert page.letter.detail is not None
    assert page.letter.detail.customer.name == SUZHOU


# -- one customer -------------------------------------------------------------------------------


def test_ctrl_l_writes_to_the_customer_in_view(late: Desk) -> None:
    page = late.go()
    who = next(each for each in page.list.model.ids())
    late.go(customer_id=who)
    late.window.commands.action("letter").trigger()
    dialog = late.dialog(WriteDialog)
    assert dialog.account.customer.id == who
    dialog.template.choose("statement")
    dialog._on_template()
    dialog.submit()
    late.settle()
    written = rows(late)
    assert [(row.customer_id, row.template) for row in written] == [(who, "statement")]
    assert late.window.workspace is not None
    shown = cast("RemindersPage", late.window.workspace.page)
    late.qtbot.waitUntil(lambda: shown.letter.detail is not None)


def test_ctrl_l_without_a_customer_goes_to_the_reminders(late: Desk) -> None:
    assert late.window.workspace is not None
    late.window.workspace.context.navigator.go("settings")
    late.settle()
    late.window.write_letter()
    late.settle()
    assert isinstance(late.window.workspace.page, RemindersPage)


def test_a_block_needs_a_reason_and_the_run_shows_it(late: Desk) -> None:
    page = late.go()
    who = next(row.id for row in late.ask(lambda s: s.customers.rows(s.customers.ids())) if row.name == HEFEI)
    late.go(customer_id=who)
    page.entries.reminding(who)
    dialog = late.dialog(RemindingDialog)
    dialog.blocked.setChecked(True)
    dialog.submit()
    assert dialog.fields["reason"].has_error
    dialog.reason.setText("正在谈续约")
    dialog.graced.setChecked(True)
    dialog.until.set_day(date(2026, 1, 31))
    dialog.submit()
    assert late.closed()
    run = go(late).run
    assert [letter.customer for letter in run.model.shown()] == [SUZHOU]
    whole = next(item for item in run.others.rows if item.customer == HEFEI)
    assert whole.reason.params["reason"] == "正在谈续约"
    card = page.file.profile.reminders
    assert "正在谈续约" in [fact[1] for fact in card._facts()]


def test_one_invoice_may_have_a_policy_and_a_grace_day_of_its_own(late: Desk) -> None:
    page = late.go()
    debit = next(row for row in late.ask(lambda s: s.ledger.document_rows(s.ledger.document_ids())))
    late.go(document_id=debit.id)
    page.entries.reminding(debit.customer_id, debit.id)
    dialog = late.dialog(RemindingDialog)
    assert dialog.fields["handed_to"].isHidden(), "a hand-over is the whole customer's"
    dialog.policy.choose("none")
    dialog.submit()
    assert late.closed()
    assert late.ask(lambda s: s.ledger.document(debit.id)).document.dunning_policy == "none"


def test_customers_have_their_english_name_in_an_english_window(desk: Desk) -> None:
    owe(desk, SUZHOU, date(2025, 12, 10), name_en="Suzhou Hengyue Electric")
    owe(desk, HEFEI, date(2025, 11, 20))
    owe(desk, "杭州启澜自动化有限公司", date(2025, 12, 30), name_en="Hangzhou Qilan")
    page = drafted(desk)
    column = page.letters.model.column_of("customer")
    names = {page.letters.model.index(row, column).data() for row in range(2)}
    assert names == {"Suzhou Hengyue Electric", HEFEI}
    page.tabs.show_tab(0)
    desk.settle()
    page.run.search.setText("hangzhou")
    page.run._narrow()
    (skipped,) = page.run.others.shown()
    assert skipped.customer_en == "Hangzhou Qilan"


def test_letters_sent_together_keep_each_its_channel(late: Desk) -> None:
    page = drafted(late)
    before = {row.id: row.channel for row in rows(late)}
    assert len(set(before.values())) > 1
    page.letters.bar_sent.click()
    dialog = asked(late, page, SentDialog)
    assert isinstance(dialog, SentDialog)
    assert dialog.channel.value is None
    dialog.submit()
    late.settle()
    assert {row.id: row.channel for row in rows(late, LetterState.SENT)} == before


def test_the_drawer_and_the_status_line_follow_the_language(late: Desk) -> None:
    page = go(late)
    page.run.table.opened.emit(page.run.model.id_at(0))
    late.settle()
    late.qtbot.waitUntil(lambda: bool(page.proposed.basis.text()))
    late.window.choose_language("zh")
    try:
        late.qtbot.waitUntil(lambda: page.proposed.basis.text().startswith("合同"))
        late.qtbot.waitUntil(lambda: "封" in late.window.line._place.text())
    finally:
        late.window.choose_language("en")
        late.settle()


def test_without_drafts_the_letters_lead_to_the_run(desk: Desk) -> None:
    page = go(desk, tab="letters")
    desk.qtbot.waitUntil(page.letters.table.empty.isVisible)
    page.letters.table.empty._button.click()
    assert page.tabs.bar.currentIndex() == 0


def gone(dialog: FormDialog) -> bool:
    return not isValid(dialog)


def test_a_dialog_that_goes_late_does_not_take_the_next_one_along(late: Desk) -> None:
    page = drafted(late)
    opener, ids = SimpleNamespace(dialog=None), list(page.letters.model.ids())
    first, second = (LeaveOutDialog(page.context, ids, page) for _ in range(2))
    open_for(opener, first)
    open_for(opener, second)
    for dialog, left in ((first, second), (second, None)):
        dialog.deleteLater()
        late.qtbot.waitUntil(partial(gone, dialog))
        assert opener.dialog is left
