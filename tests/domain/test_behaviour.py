"""Payment behaviour: signed days, shrunk shares, and only what was known on the day."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.domain.behaviour import (
    Payment,
    known_on,
    late_share,
    longest_overdue,
    median_days_late,
    payment_index,
    weighted_days_late,
)

DAY = date(2025, 6, 30)
CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "oracles" / "scoring.json").read_text("utf-8")
)["cases"]


def paid(amount: int, late: int, due: date = date(2025, 3, 1)) -> Payment:
    return Payment(amount, due, due + timedelta(days=late))


def test_the_index_at_its_anchors() -> None:
    case = next(case for case in CASES if case["id"] == "paydex")
    days = case["inputs"]["days_beyond_terms"]
    assert [payment_index(Decimal(day)) for day in days] == case["expected"]["score"]
    assert payment_index(Decimal(-99)) == 100
    assert payment_index(Decimal(150)) == 10
    assert payment_index(Decimal(999)) == 0


@given(st.integers(-100, 400), st.integers(0, 50))
def test_later_is_never_better(days: int, more: int) -> None:
    assert payment_index(Decimal(days)) >= payment_index(Decimal(days + more))


def test_large_invoices_weigh_more_and_early_days_count() -> None:
    assert weighted_days_late([paid(300, -10), paid(100, 30)], DAY) == 0
    assert weighted_days_late([], DAY) is None
    assert median_days_late([paid(1, -4), paid(9, 2), paid(1, 40)], DAY) == 2
    assert median_days_late([], DAY) is None


def test_few_invoices_lean_on_the_company() -> None:
    company = Decimal("0.2")
    assert late_share([], DAY, company) == company
    assert late_share([paid(1, 5)], DAY, company) == Decimal(2) / 6
    assert late_share([paid(1, 0)], DAY, company) == Decimal(1) / 6


def test_the_future_is_not_known() -> None:
    later = paid(100, 150)
    open_and_late = Payment(50, DAY - timedelta(days=3))
    not_due = Payment(50, DAY)
    seen = known_on([later, open_and_late, not_due, paid(10, 0)], DAY)
    assert [payment.settled_on for payment in seen] == [None, None, date(2025, 3, 1)]
    assert longest_overdue(seen, DAY) == (DAY - date(2025, 3, 1)).days
    assert longest_overdue([paid(10, 0)], DAY) == 0
    assert sum(payment.is_late(DAY) for payment in seen) == 2
