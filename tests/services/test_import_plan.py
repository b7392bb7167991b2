"""What an import decides about each record, and what it writes."""

from __future__ import annotations

import pytest

from app.domain.customer import Alias, Customer
from app.domain.document import Allocation, Dispute, Document, DocumentKind, Instalment
from app.domain.import_plan import Action, DueFrom
from app.domain.importing import FileTotal, ImportKind
from app.domain.problem import DomainError
from app.services.ports import CancelledError
from app.storage.store import SqlStore
from app.storage.undo import undo
from tests.services.importing import (
    D,
    bring_in,
    codes,
    credit_note,
    invoice,
    ledger,
    open_by_number,
    plan,
    receipt,
    service,
    staged,
)


def test_new_invoices_and_their_customer_are_written_as_one_action(store: SqlStore) -> None:
    done = bring_in(store, staged(invoice("A1", 100), invoice("A2", 200)))
    assert (done.added, done.customers_added, done.skipped, done.refused) == (2, 1, 0, 0)
    assert [one.name for one in store.find(Customer)] == ["苏州恒岳机电有限公司"]
    assert open_by_number(store) == {"A1": 100, "A2": 200}
    undo(store)
    assert store.find(Document) == []
    assert store.find(Customer) == []


def test_what_is_there_already_is_skipped(store: SqlStore) -> None:
    bring_in(store, staged(invoice("A1", 100)))
    again = plan(store, staged(invoice("A1", 100), invoice("A2", 50)))
    assert [row.action for row in again.rows] == [Action.SKIP, Action.NEW]
    assert again.rows[0].reason == "import.already_there"


def test_a_difference_is_shown_field_by_field_and_written_when_accepted(store: SqlStore) -> None:
    bring_in(store, staged(invoice("A1", 100, due_date=D(2025, 11, 1))))
    file = staged(invoice("A1", 120, due_date=D(2025, 11, 15), reference="PO 7"))
    shown = plan(store, file)
    (row,) = shown.rows
    assert row.action is Action.CHANGE
    assert [(c.field, c.before, c.after) for c in row.changes] == [
        ("amount", 100, 120),
        ("due_date", D(2025, 11, 1), D(2025, 11, 15)),
        ("reference", "", "PO 7"),
    ]
    assert bring_in(store, file).changed == 0
    assert bring_in(store, file, accept_changes=frozenset({2})).changed == 1
    (one,) = store.find(Document)
    assert (one.amount, one.open, one.due_date, one.reference) == (120, 120, D(2025, 11, 15), "PO 7")


def test_an_amount_below_what_is_settled_is_a_problem(store: SqlStore) -> None:
    bring_in(store, staged(invoice("A1", 100, settled=60)))
    made = plan(store, staged(invoice("A1", 50)), accept_changes=True)
    assert made.rows[0].action is Action.PROBLEM
    assert codes(made) == ["import.amount_below_settled"]


def test_a_repeated_row_is_imported_once_unless_kept(store: SqlStore) -> None:
    file = staged(invoice("A1", 100), invoice("A1", 100))
    assert codes(plan(store, file)) == ["import.duplicate_row"]
    assert bring_in(store, file).added == 1
    assert bring_in(store, staged(receipt(5), receipt(5)), keep=frozenset({3})).added == 2
    assert bring_in(store, staged(receipt(5), receipt(5))).added == 0


def test_one_number_with_two_amounts_is_a_problem(store: SqlStore) -> None:
    made = plan(store, staged(invoice("A1", 100), invoice("A1", 130)))
    assert [row.action for row in made.rows] == [Action.NEW, Action.PROBLEM]
    assert made.all_problems()[0].params["first"] == 2


def test_one_receipt_number_may_stand_over_several_payments(store: SqlStore) -> None:
    file = staged(
        receipt(100, number="SK1", reference="A1"),
        receipt(200, number="SK1", reference="A2"),
        kind=ImportKind.RECEIPTS,
    )
    assert bring_in(store, file).added == 2
    assert bring_in(store, file).added == 0


def test_due_dates_come_from_the_file_the_row_the_customer_or_the_company(store: SqlStore) -> None:
    with store.write() as unit:
        unit.add(Customer("B", terms="net 10", name_key="b"))
        unit.commit("test")
    made = plan(
        store,
        staged(
            invoice("1", due_date=D(2025, 10, 9)),
            invoice("2", terms="60"),
            invoice("3", customer="B"),
            invoice("4"),
            invoice("5", terms="whenever"),
        ),
    )
    assert [(row.due_from, row.due_date) for row in made.rows] == [
        (DueFrom.FILE, D(2025, 10, 9)),
        (DueFrom.ROW, D(2025, 11, 30)),
        (DueFrom.CUSTOMER, D(2025, 10, 11)),
        (DueFrom.COMPANY, D(2025, 10, 31)),
        (DueFrom.COMPANY, D(2025, 10, 31)),
    ]
    assert codes(made) == ["import.terms_unread"]
    assert made.notes[0].params["n"] == 2


def test_terms_in_instalments_make_a_plan_that_settlements_fill_in_order(store: SqlStore) -> None:
    bring_in(store, staged(invoice("1", 1000, terms="30% net 10, 70% net 60", settled=400)))
    (one, *_) = store.find(Document, number="1")
    assert one.has_plan
    assert one.open == 600
    assert [(p.amount, p.open) for p in store.find(Instalment)] == [(300, 0), (700, 600)]
    assert all(a.instalment_id for a in store.find(Allocation))


def test_what_the_file_says_is_settled_becomes_a_marked_receipt_on_the_day_it_was_paid(
    store: SqlStore,
) -> None:
    bring_in(
        store,
        staged(
            invoice("1", 1000, settled=400, open=600, paid_on=D(2025, 10, 20)),
            invoice("2", 1000, open=250),
            invoice("3", 1000, paid_on=D(2025, 11, 3)),
            invoice("4", 1000, open=0),
        ),
        as_of=D(2025, 12, 1),
    )
    assert open_by_number(store) == {"1": 600, "2": 250}
    receipts = store.find(Document, kind=DocumentKind.RECEIPT)
    assert all(one.inferred for one in receipts)
    assert [(one.reference, one.amount, one.doc_date) for one in receipts] == [
        ("1", 400, D(2025, 10, 20)),
        ("2", 750, D(2025, 12, 1)),
        ("3", 1000, D(2025, 11, 3)),
        ("4", 1000, D(2025, 12, 1)),
    ]


def test_more_paid_than_invoiced_becomes_an_advance(store: SqlStore) -> None:
    file = staged(invoice("1", 96800, settled=98200))
    bring_in(store, file)
    (paid,) = store.find(Document, kind=DocumentKind.RECEIPT)
    assert (paid.amount, paid.open) == (98200, 1400)
    assert bring_in(store, file).added == 0


def test_a_payment_before_the_invoice_is_allocated_on_the_invoices_day(store: SqlStore) -> None:
    bring_in(store, staged(invoice("1", 100, day=D(2025, 10, 5), paid_on=D(2025, 9, 1))))
    assert store.find(Document, kind=DocumentKind.RECEIPT)[0].doc_date == D(2025, 9, 1)
    assert store.find(Allocation)[0].date == D(2025, 10, 5)


def test_a_later_list_with_less_open_settles_the_difference_when_accepted(store: SqlStore) -> None:
    bring_in(store, staged(invoice("1", 1000, open=1000)))
    later = staged(invoice("1", 1000, open=300))
    assert plan(store, later).rows[0].changes[0].field == "open"
    bring_in(store, later)
    assert open_by_number(store) == {"1": 1000}
    bring_in(store, later, accept_changes=True, as_of=D(2025, 12, 10))
    assert open_by_number(store) == {"1": 300}
    bring_in(store, staged(invoice("1", 1000, open=800)), accept_changes=True)
    assert open_by_number(store) == {"1": 800}
    assert sum(one.amount for one in store.find(Document, inferred=True)) == 200


def test_a_credit_note_names_its_invoice_and_is_set_against_it_when_asked(store: SqlStore) -> None:
    file = staged(invoice("1", 1000), credit_note("C1", 300, reference="1"), credit_note("C2", 50))
    bring_in(store, file, allocate="reference")
    assert open_by_number(store) == {"1": 700, "C2": -50}
    note, first = store.find(Document, number=["C1", "1"])[::-1]
    assert note.original_id == first.id
    bring_in(store, staged(credit_note("C3", 10, reference="1")))
    assert open_by_number(store) == {"1": 700, "C2": -50, "C3": -10}
    assert store.find(Document, number="C3")[0].original_id == first.id


def test_a_used_up_credit_note_is_closed_against_the_invoices_it_paid(store: SqlStore) -> None:
    bring_in(store, staged(invoice("1", 1000, open=600), credit_note("C1", 300, open=0)))
    assert open_by_number(store) == {"1": 600}
    assert [one.amount for one in store.find(Document, inferred=True)] == [100]


def test_a_disputed_invoice_gets_a_dispute_once(store: SqlStore) -> None:
    file = staged(invoice("1", disputed=True), invoice("2", disputed=True, paid_on=D(2025, 11, 1)))
    bring_in(store, file)
    assert [(one.opened_on, one.closed_on) for one in store.find(Dispute)] == [
        (D(2025, 10, 1), None),
        (D(2025, 10, 1), D(2025, 11, 1)),
    ]
    assert {row.action for row in plan(store, file).rows} == {Action.SKIP}
    bring_in(store, staged(invoice("3")))
    bring_in(store, staged(invoice("3", disputed=True)), accept_changes=True)
    assert len(store.find(Dispute)) == 3


@pytest.mark.parametrize(
    ("allocate", "left"),
    [
        (None, {"1": 500, "2": 300, "": -300}),
        ("reference", {"1": 200, "2": 300}),
        ("exact", {"1": 500}),
        (("exact", "oldest"), {"1": 500}),
        ("oldest", {"1": 500}),
    ],
)
def test_receipts_pay_as_the_user_chose(store: SqlStore, allocate: str | None, left: dict[str, int]) -> None:
    bring_in(
        store,
        staged(invoice("1", 500, due_date=D(2025, 11, 30)), invoice("2", 300, due_date=D(2025, 11, 1))),
    )
    file = staged(receipt(300, reference="1", day=D(2025, 12, 1)), kind=ImportKind.RECEIPTS)
    bring_in(store, file, allocate=allocate)
    assert open_by_number(store) == left


def test_an_overpayment_stays_unallocated_and_a_second_receipt_pays_what_is_left(store: SqlStore) -> None:
    bring_in(store, staged(invoice("1", 500)))
    file = staged(
        receipt(300, number="r1", day=D(2025, 12, 1)),
        receipt(300, number="r2", day=D(2025, 12, 2)),
        kind=ImportKind.RECEIPTS,
    )
    bring_in(store, file, allocate="oldest")
    assert open_by_number(store) == {"r2": -100}
    assert [one.date for one in store.find(Allocation)] == [D(2025, 12, 1), D(2025, 12, 2)]


def test_receipts_and_invoices_of_one_ledger_file_find_each_other(store: SqlStore) -> None:
    file = staged(
        invoice("1", 500, terms="40% net 10, 60% net 40"), receipt(250, number="r", day=D(2025, 11, 1))
    )
    bring_in(store, file, allocate=("exact", "oldest"))
    assert open_by_number(store) == {"1": 250}
    assert [(p.amount, p.open) for p in store.find(Instalment)] == [(200, 0), (300, 250)]


def test_a_real_receipt_takes_the_place_of_the_inferred_one(store: SqlStore) -> None:
    bring_in(store, staged(invoice("1", 500, settled=500)), as_of=D(2025, 12, 1))
    file = staged(receipt(500, number="R9", day=D(2025, 11, 20)), kind=ImportKind.RECEIPTS)
    made = plan(store, file)
    assert made.rows[0].action is Action.CHANGE
    assert codes(made) == ["import.receipt_inferred"]
    bring_in(store, file, accept_changes=True)
    (paid,) = store.find(Document, kind=DocumentKind.RECEIPT)
    assert (paid.number, paid.doc_date, paid.inferred, paid.open) == ("R9", D(2025, 11, 20), False, 0)
    assert {row.action for row in plan(store, file).rows} == {Action.SKIP}
    assert bring_in(store, file).added == 0


def test_totals_say_where_every_amount_of_the_file_goes(store: SqlStore) -> None:
    bring_in(store, staged(invoice("1", 100), invoice("2", 200)))
    made = plan(
        store,
        staged(
            invoice("1", 100), invoice("2", 250), invoice("3", 40), invoice("3", 41), credit_note("4", 5),
            totals=(FileTotal(9, "CNY", 426, 426),),
        ),
        accept_changes=True,
    )  # fmt: skip
    (total,) = made.totals
    assert (total.stated, total.found) == (426, 426)
    assert (total.new, total.changed, total.skipped, total.refused) == (35, 250, 100, 41)


def test_a_plan_is_refused_once_the_ledger_has_moved_on(store: SqlStore) -> None:
    desk = service(store)
    made = desk.plan(staged(invoice("1")))
    with store.write() as unit:
        unit.add(Customer("X"))
        unit.commit("test")
    with pytest.raises(DomainError) as error:
        desk.commit(made, "file.csv")
    assert error.value.code == "import.plan_stale"


class Impatient:
    """Asks to stop at the first write."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def progress(self, done: int, total: int, label: str = "") -> None:
        assert 0 <= done <= total
        self.said.append(label)

    def cancelled(self) -> bool:
        return "import.step_write" in self.said


def test_a_cancelled_import_keeps_nothing(store: SqlStore) -> None:
    desk = service(store)
    control = Impatient()
    made = desk.plan(staged(*(invoice(str(i)) for i in range(50))), control=control)
    with pytest.raises(CancelledError):
        desk.commit(made, "file.csv", control)
    assert store.find(Customer) == []
    assert ledger(store) == []
    assert desk.commit(made, "file.csv").added == 50


def test_undo_of_an_import_restores_the_ledger_as_it_was(store: SqlStore) -> None:
    bring_in(store, staged(invoice("1", 1000, open=400), invoice("2", 300)))
    before = ledger(store)
    bring_in(
        store,
        staged(
            invoice("1", 1000, open=100),
            invoice("2", 350),
            receipt(50, number="r"),
            invoice("9", customer="新客户公司"),
        ),
        accept_changes=True,
        allocate="oldest",
    )
    assert ledger(store) != before
    undo(store)
    assert ledger(store) == before


def test_a_name_with_two_spellings_is_one_customer(store: SqlStore) -> None:
    bring_in(
        store,
        staged(
            invoice("1", customer="苏州恒岳机电有限公司"),
            invoice("2", customer="苏州恒岳机电有限责任公司 "),
            invoice("3", customer="", code="K01"),
            invoice("4", customer="苏州恒岳机电有限公司", code="K01"),
        ),
    )
    (one,) = store.find(Customer)
    assert (one.name, one.code) == ("苏州恒岳机电有限公司", "K01")
    assert store.find(Alias) == []


def test_receipts_sum_to_what_came_in(store: SqlStore) -> None:
    made = plan(store, staged(receipt(300, number="r1"), receipt(200, number="r2"), kind=ImportKind.RECEIPTS))
    assert [(one.found, one.new) for one in made.totals] == [(500, 500)]
