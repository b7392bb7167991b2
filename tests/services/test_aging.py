"""The board against plain counting, its invariants on random ledgers, and the cases others got wrong."""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.aging import AgingBoard, AgingQuery, Basis, Grouping, bucket
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer, Region, Salesperson
from app.domain.document import Dispute, DocumentKind, Instalment, Rate
from app.domain.problem import DomainError
from app.services.aging import AgingFilter, AgingService
from app.storage.company_file import create_company, open_company
from app.storage.readers.aging import SqlAgingReader
from app.storage.store import SqlStore
from tests.services.ledgers import DAYS, Ledger, allocated, credit, invoice, ledgers, receipt

T = date(2025, 12, 31)
ORACLES = {
    case["id"]: case
    for case in json.loads((Path(__file__).parents[1] / "oracles/receivables.json").read_text("utf-8"))[
        "cases"
    ]
}


def service(store: SqlStore) -> AgingService:
    return AgingService(SqlAgingReader(store), lambda: T)


@contextmanager
def fresh_store() -> Iterator[SqlStore]:
    with tempfile.TemporaryDirectory() as folder:
        path, clock = Path(folder) / "x.holdfast", FixedClock(T)
        create_company(path, Company("恒信", "CNY"), clock=clock, actor="t")
        store = open_company(path, clock=clock, actor="t")
        try:
            yield store
        finally:
            store.close()


def figures(board: AgingBoard) -> dict[tuple[int, str], tuple[int, ...]]:
    return {(r.key, r.currency): (*r.buckets, r.receipts, r.credit_notes) for r in board.rows}


def counted(ledger: Ledger, day: date, limits: tuple[int, ...]) -> dict[tuple[int, str], tuple[int, ...]]:
    found = {}
    for key, parts in ledger.open_on(day).items():
        cells = [0] * (len(limits) + 2)
        for name, amount in parts.items():
            if name.startswith("age"):
                cells[bucket(int(name[4:]), limits)] += amount
        row = (*cells, parts["receipts"], parts["credit_notes"])
        assert sum(row) == parts["balance"]
        if any(row):
            found[key] = row
    return found


LIMITS = st.lists(st.integers(1, 200), min_size=1, max_size=5, unique=True).map(lambda x: tuple(sorted(x)))


@settings(deadline=None, max_examples=30)
@given(ledgers(), DAYS, DAYS, LIMITS)
def test_the_board_is_what_plain_counting_gives_on_any_day(
    ledger: Ledger, early: date, late: date, limits: tuple[int, ...]
) -> None:
    with fresh_store() as store:
        ledger.write(store)
        for day in (early, late + timedelta(200)):
            board = service(store).board(AgingQuery(day, limits=limits))
            assert figures(board) == counted(ledger, day, limits)
            items = service(store).items(AgingQuery(day, limits=limits))
            _items_sum_to_rows(board, items)
            _rows_sum_to_totals(board)


@settings(deadline=None, max_examples=20)
@given(ledgers(), DAYS)
def test_what_is_overdue_does_not_hang_on_the_basis_of_the_buckets(ledger: Ledger, day: date) -> None:
    with fresh_store() as store:
        ledger.write(store)
        by_due, by_invoice = (
            service(store).board(AgingQuery(day, basis)) for basis in (Basis.DUE, Basis.INVOICE)
        )
        due = {(row.key, row.currency): row.overdue for row in by_due.rows}
        assert due == {(row.key, row.currency): row.overdue for row in by_invoice.rows}
        assert [row.overdue for row in by_due.totals] == [row.overdue for row in by_invoice.totals]


@settings(deadline=None, max_examples=30)
@given(ledgers(), DAYS)
def test_with_and_without_disputed_differ_by_exactly_what_is_contested(ledger: Ledger, day: date) -> None:
    with fresh_store() as store:
        ledger.write(store)
        wanted = AgingFilter(undisputed=True)
        for as_of in (day, day + timedelta(300)):
            whole = service(store).board(AgingQuery(as_of))
            rest = service(store).board(AgingQuery(as_of), wanted)
            left = {(row.key, row.currency): row for row in rest.rows}
            for row in whole.rows:
                found = left.get((row.key, row.currency))
                assert (found.balance if found else 0) == row.balance - row.disputed
                if found is not None:
                    assert all(a <= b for a, b in zip(found.buckets, row.buckets, strict=True))
            sums: dict[tuple[int, str], int] = defaultdict(int)
            for item in service(store).items(AgingQuery(as_of), wanted=wanted):
                assert item.disputed == 0
                sums[item.customer_id, item.currency] += item.open
            assert {key: total for key, total in sums.items() if total} == {
                key: row.balance for key, row in left.items() if row.balance
            }


def _items_sum_to_rows(board: AgingBoard, items: list) -> None:  # type: ignore[type-arg]
    sums: dict[tuple[int, str], int] = defaultdict(int)
    cells: dict[tuple[int, str, int], int] = defaultdict(int)
    disputed: dict[tuple[int, str], int] = defaultdict(int)
    for item in items:
        sums[item.customer_id, item.currency] += item.open
        disputed[item.customer_id, item.currency] += item.disputed
        if item.kind in {"invoice", "refund"}:
            cells[item.customer_id, item.currency, item.bucket] += item.open
    for row in board.rows:
        assert sums[row.key, row.currency] == row.balance
        assert disputed[row.key, row.currency] == row.disputed
        assert row.disputed <= sum(row.buckets)
        for place, amount in enumerate(row.buckets):
            assert cells[row.key, row.currency, place] == amount


def _rows_sum_to_totals(board: AgingBoard) -> None:
    for total in board.totals:
        same = [row for row in board.rows if row.currency == total.currency]
        assert total.balance == sum(row.balance for row in same)
        assert total.buckets == tuple(map(sum, zip(*(row.buckets for row in same), strict=True)))


@settings(deadline=None, max_examples=20)
@given(ledgers(), DAYS)
def test_later_data_never_changes_an_earlier_board(ledger: Ledger, day: date) -> None:
    early = replace_ledger(ledger, day)
    with fresh_store() as before, fresh_store() as after:
        early.write(before)
        ledger.write(after)
        assert _by_name(before, day) == _by_name(after, day)


def replace_ledger(ledger: Ledger, day: date) -> Ledger:
    """The same ledger with everything dated after ``day`` taken away."""
    kept = [n for n, each in enumerate(ledger.documents, 1) if each.doc_date <= day]
    number = {old: new for new, old in enumerate(kept, 1)}
    parts = [n for n, each in enumerate(ledger.instalments, 1) if each.document_id in number]
    part = {old: new for new, old in enumerate(parts, 1)}
    return Ledger(
        ledger.customers,
        [ledger.documents[n - 1] for n in kept],
        [
            replace(ledger.instalments[n - 1], document_id=number[ledger.instalments[n - 1].document_id])
            for n in parts
        ],
        [
            replace(
                each,
                debit_id=number[each.debit_id],
                credit_id=number[each.credit_id],
                instalment_id=part[each.instalment_id] if each.instalment_id else None,
            )
            for each in ledger.allocations
            if each.date <= day
        ],
        [
            replace(each, document_id=number[each.document_id], closed_on=each.closed_on)
            for each in ledger.disputes
            if each.document_id in number
        ],
    )


def _by_name(store: SqlStore, day: date) -> dict[tuple[str, str], tuple[int, ...]]:
    board = service(store).board(AgingQuery(day))
    return {
        (r.label, r.currency): (*r.buckets, r.receipts, r.credit_notes, r.disputed, r.oldest)
        for r in board.rows
    }


@settings(deadline=None, max_examples=25)
@given(ledgers(), st.decimals("0.01", "20", places=4))
def test_in_base_money_buckets_still_sum_and_rows_still_total(ledger: Ledger, rate: Decimal) -> None:
    with fresh_store() as store:
        ledger.write(store)
        with store.write() as unit:
            unit.add(Rate("USD", date(2024, 1, 1), rate))
            unit.commit("test.rate")
        board = service(store).board(AgingQuery(T, in_base=True))
        _rows_sum_to_totals(board)
        jpy = any(each.currency == "JPY" for each in service(store).board(AgingQuery(T)).rows)
        assert board.missing_rates == (("JPY",) if jpy else ())
        assert {row.currency for row in board.rows} <= {"CNY", "JPY"}
        keys = [(row.key, row.currency) for row in board.rows]
        assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("age", "place"),
    [(-1, 0), (0, 0), (1, 1), (30, 1), (31, 2), (60, 2), (61, 3), (90, 3), (91, 4), (151, 4), (9999, 4)],
)
def test_bucket_edges_in_sql_as_in_the_rule(store: SqlStore, age: int, place: int) -> None:
    """Oracles AG34, AG36, AG37: due today is not overdue, the last bucket takes everything older."""
    due = T - timedelta(age)
    Ledger([Customer("甲")], [invoice(min(due, T), 500, due)]).write(store)
    row = service(store).board(AgingQuery(T)).rows[0]
    assert [i for i, amount in enumerate(row.buckets) if amount] == [place]
    assert bucket(age, (30, 60, 90)) == place
    assert row.oldest == max(0, age)


def _only(store: SqlStore, day: date = T) -> tuple[int, ...]:
    row = service(store).board(AgingQuery(day)).rows[0]
    return (*row.buckets, row.receipts, row.credit_notes)


def test_instalments_age_one_by_one_and_a_settled_one_drops_out(store: SqlStore) -> None:
    """Oracles AG01 and AG02: terms 30/50/20, payment 40 settles the first and 10 of the second."""
    assert ORACLES["AG02"]["expect"]["total_outstanding"] == 60
    on = T - timedelta(70)
    ledger = Ledger([Customer("甲")], [replace(invoice(on, 10_000), has_plan=True), receipt(T, 4_000)])
    ledger.instalments = [
        Instalment(1, seq, on + timedelta(30 * seq), amount)
        for seq, amount in enumerate((3_000, 5_000, 2_000), 1)
    ]
    ledger.allocations = [
        replace(allocated(ledger, 1, 2, 3_000), instalment_id=1),
        replace(allocated(ledger, 1, 2, 1_000), instalment_id=2),
    ]
    ledger.write(store)
    items = service(store).items(AgingQuery(T))
    assert [(each.instalment_seq, each.open, each.age) for each in items] == [(2, 4_000, 10), (3, 2_000, -20)]
    assert _only(store) == (2_000, 4_000, 0, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("paid", "note", "linked", "expected"),
    [
        (4_000, 10_000, 0, (6_000, 0, -10_000)),  # AG03, AG06: stands alone in its own column
        (0, 10_000, 10_000, None),  # AG04: linked in full, no row left
        (9_999, 0, 0, (1, 0, 0)),  # AG18: a residue of 0.01 is shown
        (4_000, 0, 0, (6_000, 0, 0)),  # AG19
        (10_000, 0, 0, None),  # AG19
    ],
)
def test_credit_notes_and_residues(
    store: SqlStore, paid: int, note: int, linked: int, expected: tuple[int, int, int] | None
) -> None:
    ledger = Ledger([Customer("甲")], [invoice(T, 10_000, T)])
    if paid:
        ledger.documents.append(receipt(T, paid))
        ledger.allocations.append(allocated(ledger, 1, 2, paid))
    if note:
        ledger.documents.append(credit(DocumentKind.CREDIT_NOTE, T, note))
        if linked:
            ledger.allocations.append(allocated(ledger, 1, len(ledger.documents), linked))
    ledger.write(store)
    rows = service(store).board(AgingQuery(T)).rows
    found = [(row.buckets[0], row.receipts, row.credit_notes) for row in rows]
    assert found == ([expected] if expected else [])


def test_an_advance_without_invoice_is_a_negative_balance(store: SqlStore) -> None:
    """Oracle AG07."""
    Ledger([Customer("甲")], [receipt(T, 100_000)]).write(store)
    row = service(store).board(AgingQuery(T)).rows[0]
    assert (row.receipts, row.balance, row.items) == (-100_000, -100_000, 0)


def test_receipts_after_the_day_do_not_count_and_before_it_do(store: SqlStore) -> None:
    """Oracles AG30, AG31, AG32: only what is dated on or before the day settles anything."""
    given_30 = ORACLES["AG30"]
    a, b = invoice(date(2026, 5, 1), 10_500_000), invoice(date(2026, 5, 15), 525_000)
    ledger = Ledger(
        [Customer("甲")], [a, b, receipt(date(2026, 6, 1), 10_500_000), receipt(date(2026, 6, 5), 525_000)]
    )
    ledger.allocations = [allocated(ledger, 1, 3, 10_500_000), allocated(ledger, 2, 4, 525_000)]
    ledger.write(store)
    total = service(store).board(AgingQuery(date.fromisoformat(given_30["given"]["as_of"]))).totals[0]
    assert total.balance == given_30["expect"]["total"] * 100
    assert service(store).board(AgingQuery(date(2026, 6, 5))).rows == ()


def test_partial_payments_do_not_age_the_rest(store: SqlStore) -> None:
    """Oracle AG29: open 5,500, 35 days overdue, in 31–60."""
    ledger = Ledger(
        [Customer("甲")],
        [
            invoice(date(2016, 11, 30), 1_000_000, date(2017, 2, 28)),
            receipt(date(2016, 11, 9), 150_000),
            receipt(date(2016, 11, 30), 100_000),
            receipt(date(2017, 1, 30), 200_000),
        ],
    )
    ledger.allocations = [allocated(ledger, 1, n, ledger.documents[n - 1].amount) for n in (2, 3, 4)]
    ledger.write(store)
    row = service(store).board(AgingQuery(date(2017, 4, 4))).rows[0]
    assert (row.buckets, row.oldest) == ((0, 0, 550_000, 0, 0), 35)


def test_a_return_folds_onto_its_invoice_and_keeps_the_salesperson(store: SqlStore) -> None:
    """Oracle AG20."""
    with store.write() as unit:
        unit.add_all([Salesperson("甲员"), Salesperson("乙员")])
        unit.commit("test")
    ledger = Ledger(
        [Customer("甲")],
        [replace(invoice(T, 20_000, T), salesperson_id=1), credit(DocumentKind.CREDIT_NOTE, T, 10_000)],
    )
    ledger.allocations = [allocated(ledger, 1, 2, 10_000)]
    ledger.write(store)
    query = AgingQuery(T, by=Grouping.SALESPERSON)
    rows = service(store).board(query, AgingFilter(salesperson_id=1)).rows
    assert [(row.label, row.balance) for row in rows] == [("甲员", 10_000)]
    assert service(store).board(query, AgingFilter(salesperson_id=2)).rows == ()


def test_a_region_takes_in_those_below_and_an_unknown_one_is_refused(store: SqlStore) -> None:
    """Oracle AG25."""
    with store.write() as unit:
        unit.add(Region("华东"))
        unit.add(Region("浙江", parent_id=1))
        unit.add(Region("华南"))
        unit.commit("test")
    Ledger([Customer("甲", region_id=2)], [invoice(T, 100, T)]).write(store)
    board = service(store).board
    assert len(board(AgingQuery(T), AgingFilter(region_id=1)).rows) == 1
    assert board(AgingQuery(T), AgingFilter(region_id=3)).rows == ()
    with pytest.raises(DomainError) as caught:
        board(AgingQuery(T), AgingFilter(region_id=99))
    assert caught.value.code == "region.unknown"


def test_basis_search_scope_and_disputes(store: SqlStore) -> None:
    on = T - timedelta(50)
    ledger = Ledger(
        [Customer("苏州恒岳", code="K01", initials="szhy"), Customer("杭州启澜", code="K02")],
        [invoice(on, 900, T + timedelta(9), 1, number="HQ2509-118"), invoice(on, 700, on, 2, number="HQ-9%")],
        disputes=[Dispute(2, on, 2_000)],
    )
    ledger.write(store)
    board = service(store).board
    assert board(AgingQuery(T, Basis.INVOICE)).totals[0].buckets == (0, 0, 1_600, 0, 0)
    assert board(AgingQuery(T)).totals[0].buckets == (900, 0, 700, 0, 0)
    assert board(AgingQuery(T, Basis.INVOICE, in_base=True)).totals[0].overdue == 700
    assert [row.key for row in board(AgingQuery(T, Basis.INVOICE), AgingFilter(overdue_only=True)).rows] == [
        2
    ]
    for text in ("恒岳", "k01", "SZHY", "2509-1"):
        assert [row.key for row in board(AgingQuery(T), AgingFilter(text=text)).rows] == [1]
    assert [row.key for row in board(AgingQuery(T), AgingFilter(text="9%")).rows] == [2]
    assert [row.disputed for row in board(AgingQuery(T), AgingFilter(disputed_only=True)).rows] == [700]
    assert [row.key for row in board(AgingQuery(T), AgingFilter(overdue_only=True)).rows] == [2]
    assert [row.key for row in board(AgingQuery(T), AgingFilter(bucket=0)).rows] == [1]
    kinds = [event.kind for event in service(store).events(2)]
    assert sorted(kinds) == ["dispute", "invoice"]


def test_grouping_by_currency_opens_its_own_rows(store: SqlStore) -> None:
    Ledger([Customer("甲")], [invoice(T, 100, T), invoice(T, 300, T, currency="USD")]).write(store)
    query = AgingQuery(T, by=Grouping.CURRENCY)
    rows = service(store).board(query).rows
    assert [(row.label, row.balance) for row in rows] == [("CNY", 100), ("USD", 300)]
    assert [each.open for each in service(store).items(query, 0, "USD")] == [300]


def test_buckets_nobody_can_mean_are_refused(store: SqlStore) -> None:
    for limits in ((), (0, 30), (30, 30), (1, 2, 3, 4, 5, 6)):
        with pytest.raises(DomainError):
            service(store).board(AgingQuery(T, limits=limits))


def test_the_newest_receipt_is_known_on_every_day_whatever_is_open(store: SqlStore) -> None:
    early, late = T - timedelta(30), T - timedelta(3)
    ledger = Ledger([Customer("甲")], [invoice(early, 900, early), receipt(early, 400), receipt(late, 500)])
    ledger.allocations = [allocated(ledger, 1, 2, 400), allocated(ledger, 1, 3, 500)]
    ledger.write(store)
    days = (early - timedelta(1), early, late - timedelta(1), T)
    found = [service(store).board(AgingQuery(day)).last_data for day in days]
    assert found == [None, early, early, late]
