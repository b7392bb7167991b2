"""How a customer pays, from our own ledger: days late, late share, index; only what was known on the day.

Days are signed: paid before the due date is negative. An invoice that is open and overdue counts as
late already. Amounts are minor units and weigh; sums of them are never compared across currencies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from statistics import median_low

PRIOR_WEIGHT = 5
"""How many invoices of the whole company a customer's own late share starts from (k)."""


@dataclass(frozen=True, slots=True)
class Payment:
    """One invoice as payment saw it: ``settled_on`` None while it is open."""

    amount: int
    due_on: date
    settled_on: date | None = None

    def days_late(self, as_of: date) -> int:
        """Signed days from due date to settlement, or to ``as_of`` while it is open."""
        return ((self.settled_on or as_of) - self.due_on).days

    def is_late(self, as_of: date) -> bool:
        """Paid late, or open past its due date."""
        return self.days_late(as_of) > 0


def known_on(payments: Sequence[Payment], as_of: date) -> list[Payment]:
    """What the ledger knew on a day: later settlements undone, open invoices not yet due left out."""
    seen = [
        payment
        if payment.settled_on and payment.settled_on <= as_of
        else Payment(payment.amount, payment.due_on)
        for payment in payments
    ]
    return [payment for payment in seen if payment.settled_on or payment.due_on < as_of]


def weighted_days_late(payments: Sequence[Payment], as_of: date) -> Decimal | None:
    """Σ amount × days late ÷ Σ amount, signed; None where nothing was settled or overdue."""
    weight = sum(payment.amount for payment in payments)
    if not weight:
        return None
    return Decimal(sum(payment.amount * payment.days_late(as_of) for payment in payments)) / weight


def median_days_late(payments: Sequence[Payment], as_of: date) -> int | None:
    """The median of signed days late (the lower of two middle ones): better than the mean for "when"."""
    days = [payment.days_late(as_of) for payment in payments]
    return median_low(days) if days else None


def late_share(
    payments: Sequence[Payment], as_of: date, company_share: Decimal, prior: int = PRIOR_WEIGHT
) -> Decimal:
    """The share of invoices paid late, drawn towards the company's for few: (late + k·p0) ÷ (n + k)."""
    late = sum(payment.is_late(as_of) for payment in payments)
    return (late + prior * company_share) / (len(payments) + prior)


def longest_overdue(payments: Sequence[Payment], as_of: date) -> int:
    """Days past due of the oldest invoice still open; 0 where none is overdue."""
    return max((p.days_late(as_of) for p in payments if p.settled_on is None), default=0)


ANCHORS: tuple[tuple[int, int], ...] = (
    (-30, 100),
    (-20, 90),
    (-10, 85),
    (0, 80),
    (15, 70),
    (23, 59),
    (30, 50),
    (33, 49),
    (45, 45),
    (60, 40),
    (90, 30),
    (120, 20),
)
"""Days beyond terms and index points; the scale that trade bureaus use (value chart of dandb.com)."""


def payment_index(days_beyond_terms: Decimal) -> Decimal:
    """Days beyond terms as an index of 0 to 100: 80 is prompt, straight lines between the anchors."""
    if days_beyond_terms <= ANCHORS[0][0]:
        return Decimal(ANCHORS[0][1])
    for (low, high_points), (high, low_points) in pairwise(ANCHORS):
        if days_beyond_terms <= high:
            part = (days_beyond_terms - low) / (high - low)
            return high_points + part * (low_points - high_points)
    return max(Decimal(0), ANCHORS[-1][1] - (days_beyond_terms - ANCHORS[-1][0]) / 3)
