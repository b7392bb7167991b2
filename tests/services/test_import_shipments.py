"""What an invoice list says of shipments: ship date, payment method, tax; taken beside the invoices."""

from __future__ import annotations

from datetime import date

import pytest

from app.bootstrap.papers import FileReader
from app.domain.calendar import WeekendsOnly
from app.domain.clock import FixedClock
from app.domain.import_plan import Action, FieldChange, ImportChoices
from app.domain.importing import ImportKind, Role
from app.domain.insurance_record import Shipment
from app.imports.methods import method_of
from app.services.importing import ImportService
from app.storage.readers.importing import SqlImportLedger
from app.storage.store import SqlStore
from app.storage.undo import undo
from tests.services.importing import bring_in, credit_note, invoice, plan, staged
from tests.services.test_import_files import bring, cells, documents, text_of

HEAD = cells("发票号码|客户名称|开票日期|到期日|价税合计|税额|发货日期|付款方式")


@pytest.fixture
def desk(store: SqlStore) -> ImportService:
    clock = FixedClock(date(2025, 12, 31))
    reader = FileReader(lambda: "CNY")
    return ImportService(store, SqlImportLedger(store), reader, WeekendsOnly(), str.lower, clock)


def shipments(store: SqlStore) -> list[tuple[int, date | None, str, int | None]]:
    return [(one.document_id, one.shipped_on, one.method, one.vat) for one in store.find(Shipment)]


def test_a_list_with_ship_dates_methods_and_tax(store: SqlStore, desk: ImportService) -> None:
    problems = bring(
        desk,
        text_of(
            HEAD,
            cells("A1|苏州恒岳|2025-10-05|2025-12-05|1,130.00|130.00|2025-10-02|赊销"),
            cells("A2|苏州恒岳|2025-10-06|2025-12-06|500.00||2025-10-06|电汇"),
            cells("A3|苏州恒岳|2025-10-07|2025-12-07|500.00|900.00||D/P"),
        ),
    )
    assert problems == []
    assert shipments(store) == [(1, date(2025, 10, 2), "OA", 130_00), (3, None, "DP", None)]
    undo(store)
    assert store.find(Shipment) == []


def test_a_ship_date_that_is_no_day_does_not_cost_the_invoice(store: SqlStore, desk: ImportService) -> None:
    row = "A1|苏州恒岳|2025-10-05|2025-12-05|1,130.00||2025-13-02|"
    good = "A2|苏州恒岳|2025-10-06|2025-12-06|1,130.00||2025-10-02|"
    problems = bring(desk, text_of(HEAD, cells(row), cells(good)))
    assert len(problems) == 1
    assert [one[1] for one in documents(store)] == ["A1", "A2"]
    assert [one[0] for one in shipments(store)] == [2]


def test_the_only_date_is_the_invoices_even_if_it_is_called_a_ship_date(desk: ImportService) -> None:
    table = desk.read_text(
        text_of(cells("单号|客户名称|发货日期|金额"), cells("A1|苏州恒岳|2025-10-05|5.00"))
    )
    columns, _ = desk.guess(table, ImportKind.INVOICES)
    assert columns.columns[Role.INVOICE_DATE] == 2
    assert Role.SHIPPED not in columns.columns


def test_lists_of_receipts_and_customers_have_no_shipments(desk: ImportService) -> None:
    table = desk.read_text(
        text_of(cells("客户名称|收款日期|收款金额|付款方式"), cells("苏州恒岳|2025-10-05|5.00|电汇"))
    )
    columns, _ = desk.guess(table, ImportKind.RECEIPTS)
    assert {Role.SHIPPED, Role.METHOD}.isdisjoint(columns.columns)


def test_a_list_again_changes_only_what_is_new_and_when_accepted(store: SqlStore) -> None:
    bring_in(store, staged(invoice("A1", 113_00), invoice("A2", 113_00)))
    told = staged(
        invoice("A1", 113_00, shipped_on=date(2025, 9, 28), tax=13_00),
        invoice("A2", 113_00, shipped_on=date(2025, 10, 1)),
    )
    first, second = plan(store, told).documents
    assert (first.action, second.action) == (Action.CHANGE, Action.SKIP)
    assert first.changes == (
        FieldChange("shipped_on", None, date(2025, 9, 28)),
        FieldChange("vat", None, 13_00),
    )
    bring_in(store, told)
    assert shipments(store) == []
    bring_in(store, told, accept_changes=True)
    assert shipments(store) == [(1, date(2025, 9, 28), "", 13_00)]
    assert [row.action for row in plan(store, told).documents] == [Action.SKIP, Action.SKIP]
    bring_in(store, staged(invoice("A1", 113_00, method="LC")), accept_changes=True)
    assert shipments(store) == [(1, date(2025, 9, 28), "LC", 13_00)]


def test_credit_notes_are_no_shipments(store: SqlStore) -> None:
    bring_in(store, staged(credit_note("C1", 100, shipped_on=date(2025, 9, 1), tax=5, method="OA")))
    assert shipments(store) == []


def test_choices_do_not_touch_the_invoice_itself(store: SqlStore) -> None:
    bring_in(store, staged(invoice("A1", 113_00)))
    before = documents(store)
    told = staged(invoice("A1", 113_00, method="OA"))
    plan(store, told, accept_changes=True)
    bring_in(store, told, accept_changes=True)
    assert documents(store) == before
    assert ImportChoices().accepts(2) is False


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("赊销", "OA"),
        ("O/A 60 days", "OA"),
        ("月结 30 天", "OA"),
        ("D/A", "DA"),
        ("付款交单（D/P）", "DP"),
        ("L/C at sight", "LC"),
        ("款到发货", "CIA"),
        ("电汇", ""),
        ("D/A or D/P", ""),
        ("", ""),
    ],
)
def test_payment_methods_by_their_names(text: str, code: str) -> None:
    assert method_of(text) == code
