"""Statements: opening and movements lead to closing, and closing is what is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import DocumentKind
from app.domain.problem import DomainError
from app.services.statement import Movement, StatementService, default_start, running
from app.storage.readers.aging import SqlAgingReader
from app.storage.readers.statement import SqlStatementReader
from app.storage.store import SqlStore
from tests.services.ledgers import DAYS, Ledger, allocated, invoice, ledgers, receipt
from tests.services.test_aging import ORACLES, T, fresh_store


def service(store: SqlStore) -> StatementService:
    return StatementService(
        store, SqlStatementReader(store), SqlAgingReader(store), lambda: store.get(Company, 1)
    )


def test_running_balance_of_a_known_account() -> None:
    """Oracle AG27, from GnuCash's owner report test."""
    case = ORACLES["AG27"]
    moves = [
        Movement(
            1,
            "USD",
            date.fromisoformat(on),
            DocumentKind.INVOICE if amount > 0 else DocumentKind.RECEIPT,
            str(i),
            "",
            None,
            round(abs(amount) * 100),
            1 if amount > 0 else -1,
        )
        for i, (on, amount) in enumerate(case["given"]["events"])
    ]
    balances = [line.balance for line in running(0, moves)]
    assert balances == [round(each * 100) for each in case["expect"]["balances"]]


@settings(deadline=None, max_examples=40)
@given(ledgers(), DAYS, DAYS)
def test_opening_and_movements_close_on_what_is_open(ledger: Ledger, one: date, other: date) -> None:
    start, as_of = min(one, other), max(one, other)
    with fresh_store() as store:
        ledger.write(store)
        ids = list(range(1, len(ledger.customers) + 1))
        truth = ledger.open_on(as_of)
        for statement in service(store).build_many(ids, as_of, start):
            shown = {section.currency: section for section in statement.sections}
            for (customer, currency), parts in truth.items():
                if customer == statement.customer.id and parts["balance"]:
                    assert shown[currency].closing == parts["balance"]
            for section in shown.values():
                moved = sum(line.debit - line.credit for line in section.lines)
                assert section.opening + moved == section.closing
                assert section.closing == sum(section.buckets) + section.unapplied
                assert section.closing == sum(item.open for item in section.items)


def test_one_customer_in_words_and_order(store: SqlStore) -> None:
    ledger = Ledger(
        [Customer("甲"), Customer("乙")],
        [
            invoice(date(2025, 6, 1), 700, date(2025, 7, 1)),
            invoice(T, 900, T),
            receipt(T, 700),
            invoice(T, 5, T, 2),
        ],
    )
    ledger.allocations = [allocated(ledger, 1, 3, 700)]
    ledger.write(store)
    made = service(store).build(1, T)
    (section,) = made.sections
    assert made.start == date(2025, 7, 1)
    assert section.opening == 700
    assert [(line.kind, line.balance) for line in section.lines] == [("invoice", 1_600), ("receipt", 900)]
    assert made.number == "DZ-20251231-001"
    both = service(store).build_many([2, 1, 99], T)
    assert [each.customer.name for each in both] == ["乙", "甲"]
    assert [each.number[-3:] for each in both] == ["001", "002"]


def test_an_unknown_customer_is_an_error(store: SqlStore) -> None:
    with pytest.raises(DomainError):
        service(store).build(7, T)


@pytest.mark.parametrize(
    ("as_of", "start"),
    [
        (date(2025, 12, 31), date(2025, 7, 1)),
        (date(2025, 1, 1), date(2024, 10, 1)),
        (date(2025, 3, 31), date(2024, 10, 1)),
        (date(2025, 4, 1), date(2025, 1, 1)),
    ],
)
def test_the_period_begins_a_quarter_back(as_of: date, start: date) -> None:
    assert default_start(as_of) == start


def test_money_of_another_currency_moves_between_the_sections(store: SqlStore) -> None:
    ledger = Ledger(
        [Customer("甲")],
        [invoice(date(2025, 11, 1), 10_000, T, currency="USD"), receipt(date(2025, 12, 1), 72_000)],
    )
    ledger.allocations = [replace(allocated(ledger, 1, 2, 10_000), credit_amount=71_500)]
    ledger.write(store)
    home, foreign = service(store).build(1, T).sections
    assert [(line.kind, line.debit, line.credit, line.balance) for line in home.lines] == [
        ("conversion", 71_500, 0, 71_500),
        ("receipt", 0, 72_000, -500),
    ]
    assert [(line.kind, line.balance) for line in foreign.lines] == [("invoice", 10_000), ("conversion", 0)]
    assert (home.closing, home.unapplied, foreign.closing, foreign.items) == (-500, -500, 0, ())
