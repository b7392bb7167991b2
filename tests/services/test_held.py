"""Bills held: on the board by every key, with the open items they cover, on every day, in every export."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.domain.aging import AgingQuery, Grouping
from app.domain.bill import Bill, BillCover, BillKind
from app.domain.customer import Customer, Salesperson
from app.domain.document import Document, DocumentKind, Instalment, Rate
from app.domain.money import Money
from app.reports.aging_table import aging_table
from app.services.aging import AgingFilter, AgingService
from app.storage.readers.aging import SqlAgingReader
from app.storage.store import SqlStore

T = date(2025, 12, 31)
DAY = timedelta(1)


def bill(
    customer: int,
    amount: int,
    number: str,
    currency: str = "CNY",
    passed_on: date | None = None,
    ended_on: date | None = None,
) -> Bill:
    kind, received, due = BillKind.BANK_ACCEPTANCE, T - 20 * DAY, T + 60 * DAY
    return Bill(
        customer, kind, number, received, due, currency, amount, passed_on=passed_on, ended_on=ended_on
    )


@pytest.fixture
def board(store: SqlStore) -> AgingService:
    """Two customers; one bill held, one passed on yesterday, one that ended today, one in dollars."""
    invoice, on = DocumentKind.INVOICE, T - 30 * DAY
    with store.write() as unit:
        unit.add_all([Salesperson("李敏")])
        unit.add_all([Customer("甲", salesperson_id=1), Customer("乙")])
        unit.add_all(
            [
                Document(1, invoice, "A-1", on, "CNY", 100_000, due_date=T, open=100_000),
                Document(1, invoice, "A-2", on, "CNY", 90_000, due_date=T, open=90_000, has_plan=True),
                Document(2, invoice, "B-1", on, "USD", 50_000, due_date=T, open=50_000),
            ]
        )
        unit.add_all([Instalment(2, 1, T, 40_000, 40_000), Instalment(2, 2, T + 9 * DAY, 50_000, 50_000)])
        unit.add_all(
            [
                bill(1, 60_000, "held"),
                bill(1, 20_000, "passed", passed_on=T - DAY),
                bill(1, 10_000, "ended", ended_on=T),
                bill(2, 30_000, "dollars", "USD"),
            ]
        )
        unit.add_all(
            [BillCover(1, 1, 35_000), BillCover(1, 2, 25_000, instalment_id=2), BillCover(4, 3, 30_000)]
        )
        unit.add_all([Rate("USD", T - DAY, Decimal(7), "test")])
        unit.commit("test.bills")
    return AgingService(SqlAgingReader(store), lambda: T)


def held(service: AgingService, query: AgingQuery, wanted: AgingFilter | None = None) -> dict[object, int]:
    return {(row.key, row.currency): row.held for row in service.board(query, wanted).rows if row.held}


def test_a_bill_counts_from_its_receipt_until_it_leaves(board: AgingService) -> None:
    assert held(board, AgingQuery(T)) == {(1, "CNY"): 60_000, (2, "USD"): 30_000}
    assert held(board, AgingQuery(T - DAY)) == {(1, "CNY"): 70_000, (2, "USD"): 30_000}
    assert held(board, AgingQuery(T - 2 * DAY)) == {(1, "CNY"): 90_000, (2, "USD"): 30_000}
    assert held(board, AgingQuery(T - 21 * DAY)) == {}


def test_it_goes_with_its_customers_key_and_filter(board: AgingService) -> None:
    assert held(board, AgingQuery(T, by=Grouping.SALESPERSON)) == {(1, "CNY"): 60_000, (0, "USD"): 30_000}
    for by in (Grouping.REGION, Grouping.GROUP, Grouping.CURRENCY):
        assert held(board, AgingQuery(T, by=by)) == {(0, "CNY"): 60_000, (0, "USD"): 30_000}
    only = AgingFilter(customer_ids=(2,))
    assert held(board, AgingQuery(T, by=Grouping.CURRENCY), only) == {(0, "USD"): 30_000}


def test_it_is_converted_and_summed_as_the_rest(board: AgingService) -> None:
    found = board.board(AgingQuery(T, in_base=True))
    assert {row.key: row.held for row in found.rows} == {1: 60_000, 2: 210_000}
    assert [(total.currency, total.held) for total in found.totals] == [("CNY", 270_000)]
    assert found.totals[0].balance == 190_000 + 350_000  # a bill held has paid nothing yet


def test_open_items_name_what_covers_them_part_by_part(board: AgingService) -> None:
    items = board.items(AgingQuery(T), 1)
    assert {(each.number, each.instalment_seq): each.held for each in items} == {
        ("A-1", 0): 35_000, ("A-2", 1): 0, ("A-2", 2): 25_000,
    }  # fmt: skip


def test_the_exported_board_has_the_column_only_where_something_is_held(board: AgingService) -> None:
    def keys(day: date) -> list[str]:
        return [
            column.key for column in aging_table(board.board(AgingQuery(day, in_base=True)), "en").columns
        ]

    assert "held" in keys(T)
    assert "held" not in keys(T - 21 * DAY)
    table = aging_table(board.board(AgingQuery(T, in_base=True)), "zh")
    place = [column.key for column in table.columns].index("held")
    assert table.columns[place].title == "票据在手"
    [totals] = table.totals
    assert totals[place] == Money(270_000, "CNY")
