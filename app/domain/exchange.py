"""The exchange difference of a payment: its worth in base currency against what was booked for the debt.

In the aging nothing of it remains: an allocation settles the debt in the debt's own currency.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.document import Rate
from app.domain.money import convert


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an allocation: minor units, currency, and base units per unit of it (None: not known)."""

    amount: int
    currency: str
    rate: Decimal | None


def difference(debt: Side, payment: Side, base: str) -> int | None:
    """Base value of the payment less base value of the debt, each at its own rate; minor units of ``base``.

    Positive is a gain, negative a loss; a reversal (negative amounts) takes back exactly what the
    allocation made. None where a rate is not known.
    """
    worth = [_in_base(side, base) for side in (payment, debt)]
    if worth[0] is None or worth[1] is None:
        return None
    return worth[0] - worth[1]


def rate_on(rates: Iterable[Rate], currency: str, day: date) -> Decimal | None:
    """The last rate of a currency on or before a day."""
    known = [rate for rate in rates if rate.currency == currency and rate.on <= day]
    return max(known, key=lambda rate: rate.on).rate if known else None


def _in_base(side: Side, base: str) -> int | None:
    if side.currency == base:
        return side.amount
    return None if side.rate is None else convert(side.amount, side.currency, base, side.rate)
