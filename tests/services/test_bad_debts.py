"""Debts given up: their kind and approval, later recovery, and the register."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.clock import FixedClock
from app.domain.document import Document, DocumentKind
from app.services.collection import BadDebtQuery
from app.storage.store import SqlStore
from tests.services.books import T
from tests.services.collecting import Collecting, collecting_on, day, refused


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(day(100))


@pytest.fixture
def desk(store: SqlStore, clock: FixedClock) -> Collecting:
    return collecting_on(store, clock)


def given_up(desk: Collecting, amount: int = 100, on: int = 40, **fields: Any) -> tuple[int, int]:
    """An invoice of 300 written off in part; both ids."""
    invoice = desk.books.enter(1, 300, f"F{on}")
    desk.service.write_off(invoice, amount, day(on), "破产", **fields)
    given = next(
        each
        for each in desk.books.store.find(Document, original_id=invoice)
        if each.kind is DocumentKind.WRITE_OFF
    )
    return invoice, given.id


def test_a_write_off_keeps_its_kind_and_who_allowed_it(desk: Collecting) -> None:
    _, given = given_up(desk, approved_by=" 陈总 ")
    stored = desk.books.store.get(Document, given)
    assert (stored.reason, stored.approved_by, stored.note) == ("bad_debt", "陈总", "破产")
    desk.undoes(lambda: desk.service.approve_write_off(given, ""))
    assert desk.books.store.get(Document, given).approved_by == ""
    with refused("write_off.other_kind"):
        desk.service.approve_write_off(1, "x")


def test_a_recovery_reopens_and_pays_the_invoice_on_its_day(desk: Collecting) -> None:
    invoice, given = given_up(desk)
    assert desk.books.open(invoice) == 200
    desk.undoes(
        lambda: desk.service.recover(given, 60, day(70), Document(0, DocumentKind.RECEIPT, "R7", T, "", 0))
    )
    assert (desk.books.open(invoice), desk.books.open(given)) == (200, 0)
    receipt = next(each for each in desk.books.store.find(Document) if each.number == "R7")
    assert (receipt.amount, receipt.currency, receipt.doc_date, receipt.open) == (60, "CNY", day(70), 0)
    [row] = desk.service.bad_debts().rows
    assert (row.amount, row.recovered, row.invoice, row.note) == (100, 60, "F40", "破产")
    with refused("write_off.above_given_up"):
        desk.service.recover(given, 41, day(71))
    with refused("write_off.recovered_before"):
        desk.service.recover(given, 1, day(39))
    with refused("amount.not_positive"):
        desk.service.recover(given, 0, day(71))
    desk.service.recover(given, 40, day(71))
    assert desk.service.bad_debts().rows[0].recovered == 100


def test_the_register_sums_by_year_and_currency(desk: Collecting) -> None:
    _, first = given_up(desk, on=40)
    given_up(desk, 50, 41)
    given_up(desk, 30, 42, reason="bank_charge")
    dollars = desk.books.enter(1, 500, "U", currency="USD")
    desk.service.write_off(dollars, 500, date(2024, 12, 31) + timedelta(365), "gone")
    desk.service.recover(first, 25, day(80))
    found = desk.service.bad_debts()
    assert [(one.year, one.currency, one.count, one.written_off, one.recovered) for one in found.totals] == [
        (2025, "CNY", 2, 150, 25),
        (2025, "USD", 1, 500, 0),
    ]
    assert [row.currency for row in found.rows] == ["USD", "CNY", "CNY"]
    one_day = BadDebtQuery(start=day(40), end=day(40))
    assert [row.amount for row in desk.service.bad_debts(one_day).rows] == [100]
    assert desk.service.bad_debts(BadDebtQuery(text="nobody")).rows == ()
    assert len(desk.service.bad_debts(BadDebtQuery(text="恒岳 F4")).rows) == 2
    assert desk.service.bad_debts(BadDebtQuery(customer_id=9)) == desk.service.bad_debts(
        BadDebtQuery(text="?!")
    )
