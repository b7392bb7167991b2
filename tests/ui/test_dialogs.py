"""Entry dialogs: what they store, what they refuse, and that the keyboard alone suffices."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.customer import IdentifierKind
from app.domain.document import DocumentKind
from app.ui.dialogs.allocate import AllocateDialog
from app.ui.dialogs.contact import AliasDialog, ContactDialog
from app.ui.dialogs.credit_note import CreditNoteDialog
from app.ui.dialogs.customer import CustomerDialog
from app.ui.dialogs.customer_picker import CustomerPicker
from app.ui.dialogs.document import PlainDialog, RefundDialog
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.identifier import IdentifierDialog
from app.ui.dialogs.invoice import InvoiceDialog
from app.ui.dialogs.plan import PlanDialog, percent_of
from app.ui.dialogs.receipt import ReceiptDialog
from app.ui.dialogs.write_off import WriteOffDialog
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import TODAY, Desk

ENTER, TAB, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    return Desk(qtbot, opened)


@pytest.fixture
def customer(desk: Desk) -> int:
    made = desk.customer("苏州恒岳机电有限公司", terms="net 30")
    desk.go(customer_id=made)
    return made


def wrong(dialog: FormDialog) -> list[str]:
    """Names of the fields that are marked wrong."""
    return [name for name in dialog.fields._all if dialog.fields[name].has_error]


# -- invoice ----------------------------------------------------------------------------------------


def test_an_invoice_typed_by_keyboard_alone_changes_the_board_and_is_undone(
    desk: Desk, customer: int
) -> None:
    desk.page.entries.new_invoice(customer)
    dialog = desk.dialog(InvoiceDialog)
    desk.qtbot.waitUntil(dialog.number.hasFocus)
    desk.qtbot.keyClicks(dialog.number, "INV-7")
    dialog.amount.setFocus()
    desk.qtbot.keyClicks(dialog.amount, "1,200.50")
    desk.key(ENTER, widget=dialog.amount)
    assert desk.closed()
    row = desk.rows(customer, DocumentKind.INVOICE)[0]
    assert (row.number, row.amount, row.due_date) == ("INV-7", 120_050, date(2026, 1, 30))
    assert desk.balance(customer) == 120_050
    assert desk.window.toast.isVisible()
    desk.window.undo()
    desk.settle()
    assert desk.balance(customer) == 0
    assert desk.page.file.debits.model.rowCount() == 0


def test_an_invoice_is_refused_at_its_first_fault_and_nothing_is_written(desk: Desk, customer: int) -> None:
    desk.page.entries.new_invoice(customer)
    dialog = desk.dialog(InvoiceDialog)
    desk.qtbot.keyClicks(dialog.amount, "12o.5")
    dialog.submit()
    assert dialog.fields["number"].has_error
    assert dialog.fields["amount"].has_error
    assert dialog.number.hasFocus()
    assert dialog.fields["amount"].control.accessibleDescription()
    assert desk.rows(customer) == []
    desk.write(dialog.number, "INV-1")
    desk.write(dialog.amount, "0")
    dialog.submit()
    assert wrong(dialog) == ["amount"]
    dialog.reject()
    dialog.reject()
    assert desk.closed()


def test_a_number_used_twice_is_refused_at_the_number(desk: Desk, customer: int) -> None:
    desk.document(customer, 100, "INV-1")
    desk.page.entries.new_invoice(customer)
    dialog = desk.dialog(InvoiceDialog)
    desk.write(dialog.number, "INV-1")
    desk.write(dialog.amount, "5")
    dialog.submit()
    desk.settle()
    assert dialog.fields["number"].has_error
    assert dialog.number.hasFocus()
    assert len(desk.rows(customer)) == 1
    dialog.reject()
    dialog.reject()


def test_the_due_date_follows_the_terms_until_it_is_set_by_hand(desk: Desk, customer: int) -> None:
    desk.page.entries.new_invoice(customer)
    dialog = desk.dialog(InvoiceDialog)
    assert dialog.due.day == date(2026, 1, 30)
    desk.write(dialog.terms, "eom + 15")
    desk.settle()
    assert dialog.due.day == date(2026, 1, 15)
    dialog.due.setFocus()
    desk.key(Qt.Key.Key_PageDown, widget=dialog.due)
    assert dialog.by_hand
    desk.write(dialog.terms, "net 60")
    desk.settle()
    assert dialog.due.day == date(2026, 2, 15), "a due date set by hand stays"
    dialog._use_terms.click()
    assert dialog.due.day == date(2026, 3, 1)
    desk.write(dialog.terms, "sometime")
    dialog.submit()
    assert dialog.fields["terms"].has_error
    dialog.reject()
    dialog.reject()


def test_terms_in_parts_make_a_plan(desk: Desk, customer: int) -> None:
    desk.page.entries.new_invoice(customer)
    dialog = desk.dialog(InvoiceDialog)
    desk.write(dialog.number, "INV-2")
    desk.write(dialog.terms, "30% prepaid, 70% net 60")
    desk.write(dialog.amount, "1000")
    desk.settle()
    dialog.submit()
    assert desk.closed()
    row = desk.rows(customer)[0]
    assert row.has_plan
    parts = desk.ask(lambda s: s.ledger.document(row.id)).instalments
    assert [part.amount for part in parts] == [30_000, 70_000]


def test_an_invoice_is_edited(desk: Desk, customer: int) -> None:
    invoice = desk.document(customer, 50_000, "INV-3", terms="net 30")
    desk.go(document_id=invoice)
    detail = desk.page.document.detail
    assert detail is not None
    desk.page.entries.edit(detail.document)
    dialog = desk.dialog(InvoiceDialog)
    assert dialog.due.day == date(2025, 12, 1)
    desk.write(dialog.amount, "600")
    dialog.submit()
    assert desk.closed()
    assert desk.rows(customer)[0].amount == 60_000
    assert desk.page.document.detail is not None
    assert desk.page.document.detail.document.amount == 60_000, "the drawer shows it at once"


def test_leaving_with_something_typed_asks_first(desk: Desk, customer: int) -> None:
    desk.page.entries.new_invoice(customer)
    dialog = desk.dialog(InvoiceDialog)
    desk.write(dialog.number, "INV-9")
    desk.key(ESCAPE, widget=dialog)
    assert dialog.isVisible()
    assert not dialog.message.isHidden()
    desk.key(ESCAPE, widget=dialog)
    assert desk.closed()
    assert desk.rows(customer) == []


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups on the screenless platform
def test_the_customer_is_found_while_typing(desk: Desk, customer: int) -> None:
    desk.go()
    desk.page.list.table.view.clearSelection()
    desk.page.entries.new_invoice(None)
    dialog = desk.dialog(InvoiceDialog)
    desk.qtbot.waitUntil(dialog.customer.hasFocus)
    dialog.submit()
    assert dialog.fields["customer"].has_error
    desk.write(dialog.customer, "szhy")
    desk.qtbot.waitUntil(lambda: bool(dialog.customer._found))
    popup = dialog.customer._completer.popup()
    assert popup is not None
    desk.qtbot.waitUntil(popup.isVisible)
    desk.key(Qt.Key.Key_Down, widget=popup)
    desk.key(ENTER, widget=popup)
    desk.settle()
    assert dialog.customer.customer_id == customer
    assert dialog.customer.text() == "苏州恒岳机电有限公司"
    assert dialog.terms.text() == "net 30", "the customer's terms are taken over"
    desk.write(dialog.customer, "nobody")
    dialog.submit()
    assert dialog.fields["customer"].has_error
    dialog.reject()
    dialog.reject()


# -- receipt and allocation -------------------------------------------------------------------------


def test_a_receipt_pays_what_its_reference_names(desk: Desk, customer: int) -> None:
    desk.document(customer, 10_000, "INV-0001")
    second = desk.document(customer, 20_000, "INV-0002")
    desk.page.entries.new_receipt(customer)
    dialog = desk.dialog(ReceiptDialog)
    assert len(dialog.table.payables) == 2
    desk.write(dialog.amount, "150")
    desk.write(dialog.reference, "for INV-0002")
    assert dialog.table.shares == [(second, 15_000)]
    dialog.submit()
    assert desk.closed()
    assert {row.number: row.open for row in desk.rows(customer, DocumentKind.INVOICE)} == {
        "INV-0001": 10_000,
        "INV-0002": 5_000,
    }


@pytest.mark.parametrize(
    ("method", "opens", "left"), [("oldest", [0, 15_000], 0), ("exact", [10_000, 20_000], 15_000),
                                  ("none", [10_000, 20_000], 15_000)]
)  # fmt: skip
def test_a_receipt_pays_by_the_rule_chosen(
    desk: Desk, customer: int, method: str, opens: list[int], left: int
) -> None:
    desk.document(customer, 10_000, "INV-1", on=date(2025, 9, 1))
    desk.document(customer, 20_000, "INV-2", on=date(2025, 10, 1))
    desk.page.entries.new_receipt(customer)
    dialog = desk.dialog(ReceiptDialog)
    dialog.method.set_current(method)
    dialog.method.chosen.emit(method)
    desk.write(dialog.amount, "150")
    dialog.submit()
    assert desk.closed()
    rows = sorted(desk.rows(customer, DocumentKind.INVOICE), key=lambda row: row.number)
    assert [row.open for row in rows] == opens
    receipt = desk.rows(customer, DocumentKind.RECEIPT)[0]
    assert receipt.open == left
    assert receipt.number, "a free number was given"


def test_shares_are_typed_into_the_table_by_keyboard(desk: Desk, customer: int) -> None:
    first = desk.document(customer, 10_000, "INV-1", on=date(2025, 9, 1))
    second = desk.document(customer, 20_000, "INV-2", on=date(2025, 10, 1))
    desk.page.entries.new_receipt(customer)
    dialog = desk.dialog(ReceiptDialog)
    desk.write(dialog.amount, "250")
    view = dialog.table.table.view
    view.setFocus()
    view.selectRow(0)
    desk.key(Qt.Key.Key_Space, widget=view)
    assert dialog.table.shares == [(first, 10_000)]
    assert dialog.method.current == "hand"
    view.selectRow(1)
    desk.key(Qt.Key.Key_1, widget=view)
    assert view.state() == QAbstractItemView.State.EditingState
    editor = view.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    desk.qtbot.keyClicks(editor, "20")
    desk.key(ENTER, widget=editor)
    desk.qtbot.waitUntil(lambda: dialog.table.shares == [(first, 10_000), (second, 12_000)])
    assert dialog.isVisible(), "Enter ends the cell, not the dialog"
    dialog.submit()
    assert desk.closed()
    assert desk.rows(customer, DocumentKind.RECEIPT)[0].open == 3_000


def test_shares_above_what_is_open_or_received_are_refused(desk: Desk, customer: int) -> None:
    first = desk.document(customer, 10_000, "INV-1")
    desk.page.entries.new_receipt(customer)
    dialog = desk.dialog(ReceiptDialog)
    desk.write(dialog.amount, "50")
    model = dialog.table.model
    place = model.index(0, model.column_of("pay"))
    assert not model.setData(place, "200")
    assert dialog.fields["allocation"].has_error
    assert not model.setData(place, "abc")
    assert model.setData(place, "80")
    assert dialog.table.shares == [(first, 8_000)]
    dialog.submit()
    assert dialog.fields["allocation"].has_error
    assert desk.rows(customer, DocumentKind.RECEIPT) == []
    dialog.reject()
    dialog.reject()


def test_a_credit_on_account_is_allocated_by_hand_and_taken_back(desk: Desk, customer: int) -> None:
    invoices = [desk.document(customer, 10_000, f"INV-{n}") for n in (1, 2)]
    credit = desk.document(customer, 15_000, "RC-1", DocumentKind.RECEIPT, TODAY)
    desk.page.entries.allocate(credit, wanted=invoices[1])
    dialog = desk.dialog(AllocateDialog)
    assert dialog.table.shares == [(invoices[1], 10_000)]
    dialog.propose("oldest")
    assert dialog.table.allocated == 15_000
    dialog.submit()
    assert desk.closed()
    assert sum(row.open for row in desk.rows(customer)) == 5_000
    detail = desk.ask(lambda s: s.ledger.document(credit))
    assert len(detail.allocations) == 2
    desk.page.entries.unallocate([each.id for each in detail.allocations])
    desk.settle()
    assert desk.ask(lambda s: s.ledger.document(credit)).document.open == 15_000
    desk.window.undo()
    desk.settle()
    assert desk.ask(lambda s: s.ledger.document(credit)).document.open == 0


def test_an_allocation_needs_an_amount(desk: Desk, customer: int) -> None:
    desk.document(customer, 10_000, "INV-1")
    credit = desk.document(customer, 5_000, "RC-1", DocumentKind.RECEIPT, TODAY)
    desk.page.entries.allocate(credit)
    dialog = desk.dialog(AllocateDialog)
    dialog.submit()
    assert dialog.fields["allocation"].has_error
    dialog.propose("reference")
    assert dialog.fields["allocation"].has_error, "a rule that finds nothing says so"
    dialog.reject()
    dialog.reject()


# -- credit note, refund, write-off, plan ------------------------------------------------------------


def test_a_credit_note_is_set_against_the_invoice_it_names(desk: Desk, customer: int) -> None:
    invoice = desk.document(customer, 10_000, "INV-1")
    desk.page.entries.new_credit_note(customer, invoice)
    dialog = desk.dialog(CreditNoteDialog)
    assert dialog.original.value == invoice
    desk.write(dialog.amount, "40")
    dialog.submit()
    assert desk.closed()
    assert desk.rows(customer, DocumentKind.INVOICE)[0].open == 6_000


def test_a_refund_is_a_debit(desk: Desk, customer: int) -> None:
    desk.page.entries.new_refund(customer)
    dialog = desk.dialog(RefundDialog)
    desk.write(dialog.amount, "25")
    dialog.submit()
    assert desk.closed()
    assert desk.balance(customer) == 2_500


def test_a_receipt_is_edited_without_touching_its_allocations(desk: Desk, customer: int) -> None:
    receipt = desk.document(customer, 5_000, "RC-1", DocumentKind.RECEIPT, TODAY)
    document = desk.ask(lambda s: s.ledger.document(receipt)).document
    desk.page.entries.edit(document)
    dialog = desk.dialog(PlainDialog)
    desk.write(dialog.reference, "ACME 42")
    dialog.submit()
    assert desk.closed()
    assert desk.rows(customer)[0].reference == "ACME 42"


def test_a_write_off_needs_a_reason_and_fits_what_is_open(desk: Desk, customer: int) -> None:
    invoice = desk.document(customer, 10_000, "INV-1")
    desk.page.entries.write_off(desk.ask(lambda s: s.ledger.document(invoice)))
    dialog = desk.dialog(WriteOffDialog)
    desk.qtbot.waitUntil(dialog.reason.hasFocus)
    desk.write(dialog.amount, "200")
    dialog.submit()
    assert dialog.fields["amount"].has_error
    assert dialog.fields["reason"].has_error
    desk.write(dialog.amount, "100")
    desk.qtbot.keyClicks(dialog.reason, "bankruptcy")
    desk.key(ENTER, CTRL, dialog.reason)
    assert desk.closed()
    assert desk.balance(customer) == 0


def test_a_plan_by_percentage_sums_to_the_invoice(desk: Desk, customer: int) -> None:
    invoice = desk.document(customer, 10_001, "INV-1")
    desk.page.entries.plan(desk.ask(lambda s: s.ledger.document(invoice)))
    dialog = desk.dialog(PlanDialog)
    assert [row.minor() for row in dialog.rows] == [5_001, 5_000]
    dialog.spread(3)
    assert dialog.total == 10_001
    for row, percent in zip(dialog.rows, ("30", "30", "40"), strict=True):
        desk.write(row.percent, percent)
    assert dialog.total == 10_001
    desk.write(dialog.rows[2].amount, "1")
    assert dialog.total != 10_001
    dialog.submit()
    assert dialog.fields["parts"].has_error
    dialog._remove(dialog.rows[2])
    dialog._add_part()
    assert dialog.total == 10_001, "a new part takes what is left"
    dialog.submit()
    assert desk.closed()
    detail = desk.ask(lambda s: s.ledger.document(invoice))
    assert sum(part.amount for part in detail.instalments) == 10_001
    desk.page.entries.plan(detail)
    again = desk.dialog(PlanDialog)
    again._clear_plan()
    assert desk.closed()
    assert not desk.rows(customer)[0].has_plan


@pytest.mark.parametrize(("text", "value"), [("30", 30), ("33.3%", None), ("x", None), ("120", None)])
def test_percentages_are_read(text: str, value: int | None) -> None:
    found = percent_of(text)
    assert found == value if value is not None or text != "33.3%" else str(found) == "33.3"


# -- customer, contact, identifier -------------------------------------------------------------------


def test_a_new_customer_opens_with_its_identifier_and_contact(desk: Desk) -> None:
    desk.go()
    desk.page.entries.new_customer()
    dialog = desk.dialog(CustomerDialog)
    dialog.submit()
    assert dialog.fields["name"].has_error
    desk.write(dialog.values.name, "Bulloneria Valdastra S.r.l.")
    desk.write(dialog.values.country, "i1")
    dialog.submit()
    assert dialog.fields["country"].has_error
    desk.write(dialog.values.country, "IT")
    desk.write(dialog.identifier, "IT00743110157")
    desk.qtbot.waitUntil(lambda: dialog.found is not None)
    assert dialog.found is not None
    assert dialog.found.kind is IdentifierKind.EU_VAT
    desk.write(dialog.person, "Rossi")
    dialog.submit()
    assert desk.closed()
    desk.settle()
    assert desk.page.in_file
    assert desk.page.file.head.name.text() == "Bulloneria Valdastra S.r.l."
    profile = desk.ask(lambda s: s.customers.profile(desk.page.file.customer_id))
    assert [each.value for each in profile.identifiers] == ["IT00743110157"]
    assert [each.name for each in profile.contacts] == ["Rossi"]


def test_a_near_name_is_shown_before_a_second_customer_is_made(desk: Desk, customer: int) -> None:
    desk.page.entries.new_customer()
    dialog = desk.dialog(CustomerDialog)
    desk.write(dialog.values.name, "苏州恒岳机电股份有限公司")
    desk.key(TAB, widget=dialog.values.name)
    desk.settle()
    assert not dialog.message.isHidden()
    assert "苏州恒岳机电有限公司" in dialog.message.accessibleName()
    dialog.reject()
    dialog.reject()
    assert customer


@pytest.mark.parametrize(
    ("typed", "right"), [("91350100M000100Y43", True), ("91350100M000100Y44", False), ("", False)]
)
def test_an_identifier_is_checked_while_typing(desk: Desk, customer: int, typed: str, right: bool) -> None:
    desk.page.entries.new_identifier(customer)
    dialog = desk.dialog(IdentifierDialog)
    desk.write(dialog.value, typed)
    if typed:
        desk.qtbot.waitUntil(lambda: dialog.found is not None)
        assert dialog.found is not None
        assert dialog.found.valid is right
        assert dialog.verdict.text()
    dialog.submit()
    desk.settle()
    if right:
        assert desk.closed()
    else:
        assert dialog.fields["value"].has_error
        dialog.reject()
        dialog.reject()
    found = desk.ask(lambda s: s.customers.profile(customer)).identifiers
    assert len(found) == int(right)


def test_contacts_and_other_names(desk: Desk, customer: int) -> None:
    desk.page.entries.new_contact(customer)
    contact = desk.dialog(ContactDialog)
    contact.submit()
    assert contact.fields["name"].has_error
    desk.write(contact.name, "张佩瑶")
    desk.key(ENTER, widget=contact.name)
    assert desk.closed()
    desk.page.entries.new_alias(customer)
    alias = desk.dialog(AliasDialog)
    desk.write(alias.name, "Suzhou Hengyue")
    alias.submit()
    assert desk.closed()
    profile = desk.ask(lambda s: s.customers.profile(customer))
    assert [each.name for each in profile.contacts] == ["张佩瑶"]
    assert [each.name for each in profile.aliases] == ["Suzhou Hengyue"]
    desk.page.entries.remove_contact(profile.contacts[0].id)
    desk.page.entries.remove_alias(profile.aliases[0].id)
    desk.settle()
    profile = desk.ask(lambda s: s.customers.profile(customer))
    assert (profile.contacts, profile.aliases) == ((), ())


def test_enter_on_cancel_cancels(desk: Desk, customer: int) -> None:
    desk.page.entries.new_invoice(customer)
    dialog = desk.dialog(InvoiceDialog)
    with desk.qtbot.waitSignal(dialog.rejected):
        dialog._cancel.setFocus()
        desk.qtbot.keyClick(dialog._cancel, ENTER)


def test_a_customer_is_picked_by_the_name_of_the_window_s_language(desk: Desk, qtbot: QtBot) -> None:
    made = desk.customer("佛山南匠五金建材有限公司", name_en="Foshan Nanjiang Hardware Co., Ltd.")
    assert desk.window.workspace is not None
    picker = CustomerPicker(desk.window.workspace.context)
    qtbot.addWidget(picker)
    (row,) = desk.ask(lambda s: s.customers.rows([made]))
    picker.take(row)
    assert (picker.customer_id, picker.text()) == (made, "Foshan Nanjiang Hardware Co., Ltd.")
