"""Exchange differences: worked by hand, and a return takes back what the payment made."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.document import Rate
from app.domain.exchange import Side, difference, rate_on

BOOKED, PAID = Decimal("7.10"), Decimal("7.25")


@pytest.mark.parametrize(
    ("debt", "payment", "expected"),
    [
        (Side(1000_00, "USD", BOOKED), Side(1000_00, "USD", PAID), 150_00),
        (Side(1000_00, "USD", PAID), Side(1000_00, "USD", BOOKED), -150_00),
        (Side(1000_00, "USD", BOOKED), Side(7200_00, "CNY", None), 100_00),  # paid in our own currency
        (Side(1000_00, "CNY", None), Side(1000_00, "CNY", None), 0),
        (Side(1000_00, "USD", None), Side(1000_00, "USD", PAID), None),
        (Side(150_000, "JPY", Decimal("0.05")), Side(1000_00, "USD", Decimal("7.6")), 100_00),
    ],
)
def test_the_difference_is_worth_received_less_worth_booked(
    debt: Side, payment: Side, expected: int | None
) -> None:
    assert difference(debt, payment, "CNY") == expected


def test_the_last_rate_on_or_before_the_day_counts() -> None:
    rates = [Rate("USD", date(2025, 1, 1), BOOKED), Rate("USD", date(2025, 2, 1), PAID)]
    assert rate_on(rates, "USD", date(2025, 1, 31)) == BOOKED
    assert rate_on(rates, "USD", date(2025, 2, 1)) == PAID
    assert rate_on(rates, "USD", date(2024, 12, 31)) is None
    assert rate_on(rates, "EUR", date(2025, 2, 1)) is None


@given(st.integers(1, 10**12), st.decimals("0.01", "99", places=4), st.decimals("0.01", "99", places=4))
def test_a_reversal_takes_back_exactly_what_was_made(amount: int, booked: Decimal, paid: Decimal) -> None:
    made = difference(Side(amount, "USD", booked), Side(amount, "USD", paid), "CNY")
    back = difference(Side(-amount, "USD", booked), Side(-amount, "USD", paid), "CNY")
    assert made is not None
    assert back == -made
