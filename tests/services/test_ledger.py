"""The ledger by hand: entering, settling, planning, writing off, deleting, and every way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.domain.clock import FixedClock
from app.domain.document import Allocation, Dispute, Document, DocumentKind, Instalment, Promise
from app.domain.problem import DomainError
from app.services.ledger import DocumentQuery, DocumentSort
from app.storage.store import SqlStore
from app.storage.undo import undo
from tests.services.books import Books, T, books_on

RECEIPT, CREDIT_NOTE = DocumentKind.RECEIPT, DocumentKind.CREDIT_NOTE
REFUND, WRITE_OFF, INVOICE = DocumentKind.REFUND, DocumentKind.WRITE_OFF, DocumentKind.INVOICE


@pytest.fixture
def books(store: SqlStore, clock: FixedClock) -> Books:
    made = books_on(store, clock)
    made.customer(terms="net 30")
    return made


def receipt(amount: int, number: str = "R1", day: int = 5, **fields: object) -> Document:
    plain = Document(1, RECEIPT, number, T + timedelta(day), "CNY", amount)
    return replace(plain, **fields)  # type: ignore[arg-type]  # fields of Document


def part(days: int, amount: int) -> Instalment:
    return Instalment(0, 0, T + timedelta(days), amount)


def settled(books: Books, invoice: int) -> list[tuple[int | None, int, date]]:
    """(instalment seq, amount, day) of an invoice's live allocations."""
    found = books.ledger.document(invoice)
    return [(one.instalment_seq, one.amount, one.date) for one in found.allocations]


def allocations(books: Books) -> list[int]:
    return [one.id for one in books.store.find(Allocation)]


def refused(code: str) -> pytest.RaisesExc[DomainError]:
    """Expect exactly this code."""
    return pytest.raises(DomainError, match=code.replace(".", r"\.") + "'")


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        ({}, T + timedelta(30)),
        ({"terms": "月结30天"}, date(2025, 7, 30)),
        ({"due_date": T + timedelta(3)}, T + timedelta(3)),
        ({"kind": REFUND}, T),
        ({"kind": RECEIPT}, None),
    ],
)
def test_due_date_comes_from_the_first_terms_there_are(
    books: Books, fields: dict[str, object], due: date | None
) -> None:
    entered = books.enter(1, 100, **fields)  # type: ignore[arg-type]  # mixed keywords
    assert books.store.get(Document, entered).due_date == due


def test_terms_of_the_company_serve_a_customer_without(books: Books) -> None:
    other = books.customer("B")
    assert books.store.get(Document, books.enter(other, 1)).due_date == T + timedelta(30)


def test_terms_in_parts_make_a_plan(books: Books) -> None:
    entered = books.enter(1, 10_000, terms="33.3% 30天, 33.3% 60天, 33.4% 90天")
    detail = books.ledger.document(entered)
    assert [one.amount for one in detail.instalments] == [3330, 3330, 3340]
    assert detail.document.has_plan
    assert detail.document.due_date == T + timedelta(90)


def test_enter_is_undone_and_redone(books: Books) -> None:
    books.undoes(
        lambda: books.ledger.enter(Document(1, INVOICE, "F1", T, "CNY", 10, terms="50% cod, 50% net 30"))
    )


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (Document(1, INVOICE, "F1", T, "CNY", 5), "document.number_taken"),
        (Document(1, INVOICE, " ", T, "CNY", 5), "document.number_missing"),
        (Document(1, INVOICE, "F2", T, "CNY", -5), "amount.not_positive"),
        (Document(1, INVOICE, "F2", T, "???", 5), "money.unknown_currency"),
        (Document(9, INVOICE, "F2", T, "CNY", 5), "record.missing"),
        (Document(1, INVOICE, "F2", T, "CNY", 5, terms="soon"), "terms.unknown"),
        (Document(1, CREDIT_NOTE, "C1", T, "CNY", 5, original_id=2), "document.bad_original"),
        (Document(1, WRITE_OFF, "W1", T, "CNY", 5), "write_off.no_invoice"),
        (Document(1, WRITE_OFF, "W1", T, "CNY", 5, original_id=1), "write_off.no_reason"),
    ],
)
def test_refused_documents_leave_no_trace(books: Books, document: Document, code: str) -> None:
    books.enter(1, 100, "F1")
    books.enter(1, 100, "R1", RECEIPT)
    before = books.picture()
    with refused(code):
        books.ledger.enter(document)
    assert books.picture() == before


def test_the_same_number_of_another_customer_or_kind_is_fine(books: Books) -> None:
    other = books.customer("B")
    books.enter(1, 100, "X1")
    books.enter(other, 100, "X1")
    books.enter(1, 100, "X1", RECEIPT)


def test_documents_without_a_number_get_one(books: Books) -> None:
    for _ in range(2):
        books.ledger.enter_receipt(receipt(5, number=""))
    books.enter(1, 5, "", REFUND)
    numbers = [one.number for one in books.store.find(Document)]
    assert numbers == ["RC-20250606-1", "RC-20250606-2", "RF-20250601-1"]


def test_a_credit_note_is_set_against_its_invoice_as_far_as_both_go(books: Books) -> None:
    invoice = books.enter(1, 100)
    books.ledger.enter_receipt(receipt(40), "oldest")
    note = books.enter(1, 100, "C1", CREDIT_NOTE, day=6, original_id=invoice)
    assert (books.open(invoice), books.open(note)) == (0, 40)
    assert books.ledger.document(note).original_number == "F1"
    undo(books.store)
    assert books.open(invoice) == 60


@pytest.mark.parametrize(
    ("how", "open_now", "left"),
    [
        (None, [100, 200, 50], 200),
        ("reference", [100, 0, 50], 0),
        ("exact", [100, 0, 50], 0),
        ("oldest", [100, 0, 50], 0),
        ([(1, 100), (3, 50)], [0, 200, 0], 50),
    ],
)
def test_receipts(books: Books, how: object, open_now: list[int], left: int) -> None:
    invoices = [books.enter(1, 100, "F1"), books.enter(1, 200, "F-2002"), books.enter(1, 50, "F3")]
    change = books.undoes(
        lambda: books.ledger.enter_receipt(receipt(200, reference="付F-2002货款"), how)  # type: ignore[arg-type]  # any of the ways
    )
    assert [books.open(one) for one in invoices] == open_now
    assert books.open(max(change.touched["document"])) == left


def test_an_overpayment_stays_on_account(books: Books) -> None:
    books.enter(1, 100)
    books.ledger.enter_receipt(receipt(130), "oldest")
    rows = books.ledger.document_rows(books.ledger.document_ids(DocumentQuery(open_only=True)))
    assert [(row.kind, row.open) for row in rows] == [(RECEIPT, 30)]


def test_a_receipt_in_advance_counts_from_the_invoice(books: Books) -> None:
    books.ledger.enter_receipt(receipt(50, day=-9))
    invoice = books.enter(1, 100)
    books.ledger.allocate(2 if invoice == 1 else 1, invoice, 50)
    assert settled(books, invoice) == [(0, 50, T)]


@pytest.mark.parametrize(
    ("call", "code"),
    [
        ({"amount": 101}, "allocation.above_open"),
        ({"amount": 61}, "allocation.above_open"),
        ({"amount": 0}, "amount.not_positive"),
        ({"amount": 5, "on": T}, "allocation.too_early"),
        ({"amount": 5, "instalment_id": 77}, "plan.no_such_part"),
        ({"amount": 5, "debit_id": 3}, "allocation.other_customer"),
        ({"amount": 5, "debit_id": 4}, "allocation.currencies"),
        ({"amount": 5, "debit_id": 2}, "allocation.same_side"),
        ({"amount": 5, "debit_id": 99}, "record.missing"),
    ],
)
def test_refused_allocations(books: Books, call: dict[str, object], code: str) -> None:
    books.enter(1, 100, "F1")
    books.enter(1, 60, "R1", RECEIPT, day=5)
    books.enter(books.customer("B"), 100, "F1")
    books.enter(1, 100, "F9", currency="USD")
    before = books.picture()
    with refused(code):
        books.ledger.allocate(**{"credit_id": 2, "debit_id": 1, **call})  # type: ignore[arg-type]  # mixed keywords
    assert books.picture() == before


def test_two_currencies_name_both_amounts(books: Books) -> None:
    invoice = books.enter(1, 10_000, "F9", currency="USD")
    paid = books.enter(1, 71_000, "R1", RECEIPT)
    books.ledger.allocate(paid, invoice, 10_000, credit_amount=70_500)
    assert (books.open(invoice), books.open(paid)) == (0, 500)


def test_refunds_take_from_receipts(books: Books) -> None:
    paid = books.enter(1, 100, "R1", RECEIPT)
    refund = books.enter(1, 130, "RF1", REFUND, day=3)
    books.ledger.allocate(paid, refund, 100)
    assert (books.open(paid), books.open(refund)) == (0, 30)


def test_unallocate_opens_both_again(books: Books) -> None:
    invoice = books.enter(1, 100)
    books.ledger.enter_receipt(receipt(60), "oldest")
    books.undoes(lambda: books.ledger.unallocate(allocations(books)))
    assert books.open(invoice) == 100
    assert books.store.find(Allocation) == []


def test_propose_writes_nothing_and_auto_allocate_is_one_set(books: Books) -> None:
    books.enter(1, 100, "F1", terms="50% net 10, 50% net 20")
    books.enter(1, 70, "F2", due_date=T + timedelta(15))
    first, second = books.enter(1, 60, "R1", RECEIPT, day=1), books.enter(1, 90, "R2", RECEIPT, day=2)
    before = books.picture()
    found = books.ledger.propose(first, "oldest")
    assert [(one.number, one.amount) for one in found] == [("F1", 50), ("F2", 10)]
    assert books.picture() == before
    books.undoes(lambda: books.ledger.auto_allocate([second, first], "oldest"))
    assert [books.open(one) for one in (1, 2, first, second)] == [20, 0, 0, 0]
    with refused("receipt.not_credit"):
        books.ledger.auto_allocate([1], "oldest")
    with refused("receipt.not_credit"):
        books.ledger.enter_receipt(receipt(5, kind=INVOICE))


def test_a_plan_on_a_part_paid_invoice_splits_what_is_paid(books: Books) -> None:
    invoice = books.enter(1, 100)
    books.ledger.enter_receipt(receipt(40), "oldest")
    books.undoes(lambda: books.ledger.set_plan(invoice, [part(60, 50), part(30, 30), part(90, 20)]))
    detail = books.ledger.document(invoice)
    assert [(one.seq, one.amount, one.open) for one in detail.instalments] == [
        (1, 30, 0),
        (2, 50, 40),
        (3, 20, 20),
    ]
    assert [(one.instalment_seq, one.amount) for one in detail.allocations] == [(1, 30), (2, 10)]
    assert (detail.document.open, detail.document.due_date) == (60, T + timedelta(90))
    [row] = books.ledger.open_debits(1, "CNY")
    assert row.age_days == (date(2025, 12, 31) - T).days - 60

    books.undoes(lambda: books.ledger.set_plan(invoice, [part(10, 100)]))
    assert settled(books, invoice) == [(1, 40, T + timedelta(5))]
    books.undoes(lambda: books.ledger.clear_plan(invoice))
    assert settled(books, invoice) == [(0, 40, T + timedelta(5))]
    cleared = books.store.get(Document, invoice)
    assert (cleared.has_plan, cleared.due_date, cleared.open) == (False, T + timedelta(10), 60)
    assert books.store.find(Instalment) == []


def test_refused_plans(books: Books) -> None:
    invoice, paid = books.enter(1, 100), books.enter(1, 10, "R1", RECEIPT)
    for row_id, parts, code in (
        (invoice, [part(3, 99)], "plan.sum"),
        (invoice, [], "plan.empty"),
        (paid, [part(3, 10)], "plan.not_invoice"),
        (invoice, [part(-3, 100)], "plan.before_invoice"),
    ):
        with refused(code):
            books.ledger.set_plan(row_id, parts)
    for row_id in (invoice, paid):
        with refused("plan.none"):
            books.ledger.clear_plan(row_id)


def test_payment_into_one_instalment(books: Books) -> None:
    invoice = books.enter(1, 100, terms="50% net 10, 50% net 20")
    paid = books.enter(1, 80, "R1", RECEIPT)
    second = books.ledger.document(invoice).instalments[1]
    with refused("allocation.above_open"):
        books.ledger.allocate(paid, invoice, 51, instalment_id=second.id)
    books.ledger.allocate(paid, invoice, 50, instalment_id=second.id)
    assert [one.open for one in books.ledger.document(invoice).instalments] == [50, 0]


def test_edit_refuses_what_allocations_forbid(books: Books) -> None:
    invoice = books.enter(1, 100)
    books.ledger.enter_receipt(receipt(60), "oldest")
    other = books.customer("B")
    books.enter(1, 5, "F2")
    stored = books.store.get(Document, invoice)
    before = books.picture()
    for edited, code in (
        (replace(stored, amount=59), "document.below_allocated"),
        (replace(stored, doc_date=T + timedelta(6)), "document.after_allocation"),
        (replace(stored, customer_id=other), "document.allocated"),
        (replace(stored, currency="USD"), "document.allocated"),
        (replace(stored, kind=REFUND), "document.allocated"),
        (replace(stored, number="F2"), "document.number_taken"),
        (replace(stored, number=""), "document.number_missing"),
        (replace(stored, version=7), "record.changed"),
        (replace(books.store.get(Document, 2), amount=50), "document.below_allocated"),
    ):
        with refused(code):
            books.ledger.edit(edited)
    assert books.picture() == before
    books.undoes(lambda: books.ledger.edit(replace(stored, amount=60, note="Skonto", due_date=None)))
    edited = books.store.get(Document, invoice)
    assert (edited.open, edited.due_date) == (0, T + timedelta(30))


def test_edit_keeps_a_plan_whole(books: Books) -> None:
    invoice = books.enter(1, 100, terms="50% net 10, 50% net 20")
    stored = books.store.get(Document, invoice)
    for edited, code in (
        (replace(stored, amount=90), "plan.amount_edited"),
        (replace(stored, kind=REFUND), "plan.not_invoice"),
        (replace(stored, doc_date=T + timedelta(11)), "plan.before_invoice"),
        (replace(stored, kind=RECEIPT), "document.other_side"),
    ):
        with refused(code):
            books.ledger.edit(edited)
    books.ledger.edit(replace(stored, note="x", has_plan=False, due_date=None))
    assert books.store.get(Document, invoice).has_plan


def test_edit_of_the_customer_takes_promises_along(books: Books) -> None:
    invoice, other = books.enter(1, 100), books.customer("B")
    with books.store.write() as uow:
        uow.add(Promise(1, T, T, 60, "CNY", document_id=invoice))
        uow.commit("test")
    stored = books.store.get(Document, invoice)
    books.undoes(lambda: books.ledger.edit(replace(stored, customer_id=other)))
    assert books.store.find(Promise)[0].customer_id == other


def test_write_off(books: Books) -> None:
    invoice = books.enter(1, 100, terms="50% net 10, 50% net 20")
    for amount, on, reason, code in (
        (101, T, "bankrupt", "allocation.above_open"),
        (0, T, "bankrupt", "amount.not_positive"),
        (10, T, " ", "write_off.no_reason"),
        (10, T - timedelta(1), "bankrupt", "allocation.too_early"),
    ):
        with refused(code):
            books.ledger.write_off(invoice, amount, on, reason)
    books.undoes(lambda: books.ledger.write_off(invoice, 80, T + timedelta(9), "bankrupt"))
    assert settled(books, invoice) == [(1, 50, T + timedelta(9)), (2, 30, T + timedelta(9))]
    [written] = books.store.find(Document, kind=WRITE_OFF)
    assert (written.number, written.note, written.open) == ("WO-20250610-1", "bankrupt", 0)
    with refused("write_off.fixed"):
        books.ledger.edit(replace(written, amount=81))
    with refused("write_off.remove_instead"):
        books.ledger.unallocate(allocations(books))
    books.ledger.enter(Document(1, WRITE_OFF, "W2", T, "CNY", 20, original_id=invoice, note="rest"))
    assert books.open(invoice) == 0


def test_delete_and_restore_bring_everything_back(books: Books) -> None:
    invoice = books.enter(1, 100, terms="50% net 10, 50% net 20")
    books.ledger.enter_receipt(receipt(40), "oldest")
    books.ledger.write_off(invoice, 20, T + timedelta(9), "bankrupt")
    with books.store.write() as uow:
        uow.add(Dispute(invoice, T, 10))
        uow.add(Promise(1, T, T, 60, "CNY", document_id=invoice))
        uow.commit("test")
    before = books.picture()
    change = books.undoes(lambda: books.ledger.remove([invoice]))
    assert change.params["n"] == 2  # the write-off has no life of its own
    [paid] = books.ledger.document_rows(books.ledger.document_ids())
    assert (paid.kind, paid.open) == (RECEIPT, 40)
    assert {row.kind for row in books.ledger.bin()} == {INVOICE, WRITE_OFF}
    with refused("restore.write_off_alone"):
        books.ledger.restore([3])
    books.undoes(lambda: books.ledger.restore([invoice]))
    assert books.picture() == before


def test_restore_leaves_out_what_was_taken_back_before(books: Books) -> None:
    invoice = books.enter(1, 100)
    books.ledger.enter_receipt(receipt(40), "oldest")
    books.ledger.unallocate(allocations(books))
    books.ledger.remove([invoice])
    books.ledger.restore([invoice])
    assert books.open(invoice) == 100


def test_both_ends_deleted_one_after_the_other_come_back_allocated(books: Books) -> None:
    invoice = books.enter(1, 100)
    books.ledger.enter_receipt(receipt(40), "oldest")
    books.ledger.remove([invoice])
    books.ledger.remove([2])
    books.ledger.restore([invoice])
    assert books.open(invoice) == 100
    books.ledger.restore([2])
    assert (books.open(invoice), books.open(2)) == (60, 0)


def test_restore_refuses_what_no_longer_fits(books: Books) -> None:
    invoice = books.enter(1, 100)
    books.ledger.enter_receipt(receipt(40), "oldest")
    books.ledger.remove([invoice])
    second = books.enter(1, 30, "F2")
    books.ledger.allocate(2, second, 30)
    before = books.picture()
    with refused("restore.no_fit"):
        books.ledger.restore([invoice])
    assert books.picture() == before
    books.enter(1, 100, "F1")
    with refused("document.number_taken"):
        books.ledger.restore([invoice])
    with refused("record.missing"):
        books.ledger.restore([second])


def test_restore_refuses_a_changed_plan_and_a_missing_customer(books: Books) -> None:
    invoice = books.enter(1, 100)
    books.ledger.enter_receipt(receipt(40), "oldest")
    books.ledger.remove([2])
    books.ledger.set_plan(invoice, [part(30, 100)])
    with refused("restore.plan_changed"):
        books.ledger.restore([2])
    books.ledger.remove([invoice])
    books.customers.remove([1])
    with refused("restore.customer_in_bin"):
        books.ledger.restore([2])


def test_an_inferred_settlement_goes_and_comes_with_its_invoice(books: Books) -> None:
    invoice = books.enter(1, 100)
    books.ledger.enter_receipt(receipt(100, inferred=True), "exact")
    before = books.picture()
    books.ledger.remove([invoice])
    assert books.ledger.document_ids() == []
    books.ledger.restore([invoice])
    assert books.picture() == before


def test_lists(books: Books) -> None:
    other = books.customer("长安机械有限公司", code="B2")
    first = books.enter(1, 100, "F-001", reference="PO 77", due_date=T + timedelta(40))
    second = books.enter(other, 300, "F-002", day=2)
    paid = books.enter(1, 100, "R1", RECEIPT, day=8)
    books.ledger.allocate(paid, first, 100)

    def ids(**query: object) -> list[int]:
        return books.ledger.document_ids(DocumentQuery(**query))  # type: ignore[arg-type]  # mixed keywords

    assert ids() == [paid, second, first]
    assert ids(descending=False, limit=2) == [first, second]
    assert ids(customer_id=1) == [paid, first]
    assert ids(kinds=[INVOICE, REFUND]) == [second, first]
    assert ids(open_only=True) == [second]
    assert ids(open_only=True, as_of=T + timedelta(7)) == [second, first]
    assert ids(as_of=T) == [first]
    assert ids(text="f-00") == [second, first]
    assert ids(text="cajx") == [second]
    assert ids(text="77", customer_id=1) == [first]
    for sort in DocumentSort:
        assert sorted(ids(sort=sort)) == [first, second, paid]
    assert ids(sort=DocumentSort.DUE_DATE) == [first, second, paid]
    assert ids(sort=DocumentSort.CUSTOMER, descending=False) == [second, first, paid]


def test_rows_as_of_a_day(books: Books) -> None:
    invoice = books.enter(1, 100)
    books.ledger.enter_receipt(receipt(40, day=20), "oldest")
    with books.store.write() as uow:
        uow.add(Dispute(invoice, T + timedelta(2), closed_on=T + timedelta(9)))
        uow.add(Promise(1, T + timedelta(2), T + timedelta(35), 60, "CNY", document_id=invoice))
        uow.commit("test")

    def row(day: int) -> tuple[int, int, bool, date | None]:
        [found] = books.ledger.document_rows([invoice], T + timedelta(day))
        return found.open, found.age_days, found.disputed, found.promised_on

    promised = T + timedelta(35)
    assert row(0) == (100, -30, False, None)
    assert row(5) == (100, -25, True, promised)
    assert row(9) == (100, -21, False, promised)
    assert row(31) == (60, 1, False, promised)
    [now] = books.ledger.document_rows([invoice, 99])
    assert (now.open, now.customer_code) == (60, "C0001")


def test_detail_names_both_ends_and_the_log(books: Books) -> None:
    invoice = books.enter(1, 100)
    books.ledger.enter_receipt(receipt(40), "oldest")
    [one] = books.ledger.document(invoice).allocations
    assert (one.other_number, one.other_kind, one.amount, one.credit_amount) == ("R1", RECEIPT, 40, 40)
    [back] = books.ledger.document(2).allocations
    assert (back.other_number, back.other_id) == ("F1", invoice)
    assert [entry.verb for entry in books.ledger.document(invoice).log] == ["document.entered"]


def test_due_date_preview(books: Books) -> None:
    found = books.ledger.due_date("30% 预付, 70% 月结30天", T, "CN")
    assert [(one.due_date, one.percent) for one in found] == [
        (T, Decimal("30.00")),
        (date(2025, 7, 30), Decimal("70.00")),
    ]
