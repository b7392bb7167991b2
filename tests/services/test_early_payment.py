"""A payment in time for an early-payment discount settles its invoice; one that is late or short does not."""

from __future__ import annotations

import pytest

from app.domain.cash_match import Difference
from app.domain.clock import FixedClock
from app.domain.document import Document, DocumentKind
from app.storage.store import SqlStore
from app.storage.undo import undo
from tests.services.banking import Desk, desk_on, paid

NAME = "苏州恒岳贸易有限公司"


@pytest.fixture
def desk(store: SqlStore, clock: FixedClock) -> Desk:
    made = desk_on(store, clock)
    made.customer(NAME, terms="3/5 2/10 net 30")
    return made


def discounts(desk: Desk) -> list[int]:
    found = desk.store.find(Document, kind=DocumentKind.WRITE_OFF)
    return [row.amount for row in found if row.reason == Difference.DISCOUNT]


@pytest.mark.parametrize(
    ("text", "amount", "day", "given"),
    [
        ("HQ2509-103", 97_000, 5, 3_000),  # the first tier, by number
        ("HQ2509-103", 98_000, 10, 2_000),  # the second, on its last day
        ("HQ2509-103", 99_000, 10, 1_000),  # less deducted than allowed
        ("货款", 98_000, 10, 2_000),  # no number, but the payer and the exact sum less discount
    ],
)
def test_paid_in_time_the_rest_is_the_discount(
    desk: Desk, text: str, amount: int, day: int, given: int
) -> None:
    invoice = desk.enter(1, 100_000, "HQ2509-103")
    done = desk.take(paid(amount, text, NAME, day=day))
    assert (done.applied, desk.open(invoice), discounts(desk)) == (1, 0, [given])
    undo(desk.store)
    assert (desk.open(invoice), discounts(desk)) == (100_000, [])


@pytest.mark.parametrize(
    ("text", "amount", "day"),
    [("HQ2509-103", 98_000, 11), ("HQ2509-103", 97_000, 10), ("货款", 98_000, 11), ("货款", 97_500, 10)],
)
def test_too_late_or_too_short_waits(desk: Desk, text: str, amount: int, day: int) -> None:
    invoice = desk.enter(1, 100_000, "HQ2509-103")
    done = desk.take(paid(amount, text, NAME, day=day))
    assert (done.applied, desk.open(invoice), discounts(desk)) == (0, 100_000, [])


def test_the_terms_of_the_invoice_come_before_the_customers(desk: Desk) -> None:
    invoice = desk.enter(1, 100_000, "HQ2509-103", terms="10/10 net 30")
    done = desk.take(paid(90_000, "HQ2509-103", NAME, day=10))
    assert (done.applied, desk.open(invoice), discounts(desk)) == (1, 0, [10_000])


def test_by_hand_the_terms_allow_more_than_the_tolerance(desk: Desk) -> None:
    invoice = desk.enter(1, 100_000, "HQ2509-103", terms="10/10 net 30")
    desk.enter(1, 100_000, "HQ2509-104", terms="10/10 net 30")
    desk.take(paid(90_000, "货款", NAME, day=10))  # either of the two: it waits
    [line] = desk.bank.queue()
    found = desk.bank.line(line).proposals
    best = next(one for one in found if one.discount)
    desk.bank.accept(line, best, Difference.DISCOUNT)
    assert (desk.open(invoice), discounts(desk)) == (0, [10_000])
