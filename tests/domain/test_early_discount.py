"""Early-payment discounts: what is offered until when, and its cost a year."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.domain.document import Document, DocumentKind
from app.domain.early_discount import annual_cost, discount_due, early_discount, tiers
from app.domain.money import Money

DAY = date(2025, 3, 3)


def invoice(terms: str = "3/5 2/10 net 30", kind: DocumentKind = DocumentKind.INVOICE) -> Document:
    return Document(1, kind, "F1", DAY, "CNY", 1000_00, DAY + timedelta(30), 1000_00, terms=terms)


@pytest.mark.parametrize(
    ("after", "percent", "amount"), [(0, "3", 30_00), (5, "3", 30_00), (6, "2", 20_00), (10, "2", 20_00)]
)
def test_the_best_tier_still_running(after: int, percent: str, amount: int) -> None:
    offer = early_discount(invoice(), DAY + timedelta(after))
    assert offer is not None
    assert (offer.percent, offer.amount.minor) == (Decimal(percent), amount)
    assert offer.pay == Money(1000_00 - amount, "CNY")


def test_none_after_the_last_day_for_other_papers_or_unreadable_terms() -> None:
    assert early_discount(invoice(), DAY + timedelta(11)) is None
    assert early_discount(invoice(kind=DocumentKind.REFUND), DAY) is None
    assert tiers(invoice("as agreed")) == ()
    assert tiers(invoice("net 30")) == ()


def test_the_customers_terms_hold_where_the_invoice_has_none() -> None:
    assert len(tiers(invoice(""), "2/10 net 30")) == 1
    assert tiers(invoice("net 30"), "2/10 net 30") == ()


@pytest.mark.parametrize(
    ("percent", "sooner", "cost"),
    [("2", 20, "37.24"), ("1", 20, "18.43"), ("2", 50, "14.90"), ("3", 25, "45.15")],
)
def test_the_yearly_cost_of_a_discount(percent: str, sooner: int, cost: str) -> None:
    # 2/10 net 30: 2/98 x 365/20 = 37.24 %, as every textbook of trade credit has it.
    assert annual_cost(Decimal(percent), sooner) == Decimal(cost)


def test_a_discount_that_ends_with_the_term_has_no_yearly_cost() -> None:
    assert annual_cost(Decimal(2), 0) is None
    assert tiers(invoice("2/30 net 30"))[0].annual_cost is None


@pytest.mark.parametrize(("after", "due"), [(0, 30_00), (5, 30_00), (6, 20_00), (10, 20_00), (11, 0)])
def test_how_much_less_is_asked_for_on_a_day(after: int, due: int) -> None:
    assert discount_due("3/5 2/10 net 30", 1000_00, DAY, DAY + timedelta(after)) == due
    assert discount_due("as agreed", 1000_00, DAY, DAY) == 0
