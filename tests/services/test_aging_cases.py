"""More worked cases of other systems, in our columns: each names its oracle."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.aging import AgingQuery
from app.domain.customer import Customer
from app.domain.document import DocumentKind, Rate
from app.storage.store import SqlStore
from tests.services.ledgers import Ledger, allocated, credit, invoice, receipt
from tests.services.test_aging import ORACLES, T, service

NEXT = T + timedelta(1)


def test_a_credit_note_of_a_paid_invoice_set_against_another_clears_both(store: SqlStore) -> None:
    """Oracle AG09."""
    ledger = Ledger(
        [Customer("甲")],
        [
            invoice(T, 10_000, T),
            receipt(T, 10_000),
            credit(DocumentKind.CREDIT_NOTE, T, 10_000),
            invoice(T, 10_000, T),
        ],
    )
    ledger.allocations = [allocated(ledger, 1, 2, 10_000), allocated(ledger, 4, 3, 10_000)]
    ledger.write(store)
    assert service(store).board(AgingQuery(T)).rows == ()


def test_rows_sum_to_subtotal_and_total(store: SqlStore) -> None:
    """Oracle AG10: details 100 and 85, subtotal and grand total 185."""
    expect = ORACLES["AG10"]["expect"]
    Ledger([Customer("甲")], [invoice(T, 10_000, T), invoice(T, 8_500, T)]).write(store)
    board = service(store).board(AgingQuery(T))
    assert [item.open // 100 for item in service(store).items(AgingQuery(T), 1, "CNY")] == expect["detail"]
    assert board.rows[0].balance == expect["subtotal"] * 100
    assert board.totals[0].balance == expect["grand_total"] * 100


@pytest.mark.parametrize(("cash", "rest"), [(10_000, 0), (11_000, -1_000)])
def test_a_receipt_of_tomorrow_counts_tomorrow(store: SqlStore, cash: int, rest: int) -> None:
    """Oracles AG12 and AG13: open in full today; tomorrow settled, the surplus stands unallocated."""
    ledger = Ledger([Customer("甲")], [invoice(T, 10_000, T), receipt(NEXT, cash)])
    ledger.allocations = [allocated(ledger, 1, 2, 10_000)]
    ledger.write(store)
    today = service(store).board(AgingQuery(T)).rows[0]
    assert (today.balance, today.receipts) == (10_000, 0)
    tomorrow = service(store).board(AgingQuery(NEXT)).rows
    assert [(row.buckets[0], row.receipts) for row in tomorrow] == ([(0, rest)] if rest else [])


def test_one_receipt_of_tomorrow_for_two_invoices(store: SqlStore) -> None:
    """Oracle AG14: 50 each, a row per invoice."""
    ledger = Ledger([Customer("甲")], [invoice(T, 10_000, T), invoice(T, 10_000, T), receipt(NEXT, 10_000)])
    ledger.allocations = [allocated(ledger, 1, 3, 5_000), allocated(ledger, 2, 3, 5_000)]
    ledger.write(store)
    assert [item.open for item in service(store).items(AgingQuery(T))] == [10_000, 10_000]
    assert [item.open for item in service(store).items(AgingQuery(NEXT))] == [5_000, 5_000]


def test_foreign_money_in_its_own_and_in_base(store: SqlStore) -> None:
    """Oracles AG08, AG16, AG24: USD 100 at 80 is 8,000, at 85 is 8,500; USD 10 left stays USD 10."""
    ledger = Ledger(
        [Customer("甲")],
        [invoice(T, 10_000, T, currency="USD"), receipt(NEXT, 9_000, currency="USD")],
    )
    ledger.allocations = [allocated(ledger, 1, 2, 9_000)]
    ledger.write(store)
    with store.write() as unit:
        unit.add_all([Rate("USD", T, Decimal(80)), Rate("USD", NEXT, Decimal(85))])
        unit.commit("test")
    board = service(store).board
    assert board(AgingQuery(T)).rows[0].balance == 10_000
    assert board(AgingQuery(T, in_base=True)).rows[0].balance == 800_000
    assert board(AgingQuery(NEXT)).rows[0].balance == 1_000
    assert board(AgingQuery(NEXT, in_base=True)).rows[0].balance == 85_000


def test_the_board_ties_to_the_books_and_a_settled_customer_leaves(store: SqlStore) -> None:
    """Oracles AG22 and AG23: 200 less 150 is 50 and ties; paid in full no row; part paid at sale."""
    ledger = Ledger([Customer("甲")], [invoice(T, 20_000, T), receipt(T, 15_000), receipt(NEXT, 5_000)])
    ledger.allocations = [allocated(ledger, 1, 2, 15_000), allocated(ledger, 1, 3, 5_000)]
    ledger.write(store)
    assert service(store).board(AgingQuery(T)).totals[0].balance == 5_000
    assert service(store).board(AgingQuery(NEXT)).rows == ()


def test_no_worked_case_is_left_aside_in_silence() -> None:
    texts = " ".join(path.read_text("utf-8") for path in Path(__file__).parents[1].rglob("test_*.py"))
    assert [key for key in ORACLES if key not in texts] == []
