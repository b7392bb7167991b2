"""One customer's payment behaviour as a value: what a credit file shows and a scorecard reads.

Worked out from sums over the customer's invoices (an invoice with a plan counts by its instalments)
as the ledger knew them on a day, over the twelve months before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.behaviour import PRIOR_WEIGHT, payment_index

WINDOW = 365
"""Days looked back on: settled within them, or open and overdue at their end."""
YEAR = Decimal("365.25")
COMPARABLE = 2 * WINDOW - 31
"""Days a customer must be known for two years to compare: the first month need not be whole."""


@dataclass(frozen=True, slots=True)
class MonthLate:
    """Invoices settled in a month: amount-weighted signed days late (None: none settled) and how many."""

    month: date
    days_late: Decimal | None
    settled: int


@dataclass(frozen=True, slots=True)
class Sums:
    """What storage counts for one customer; ``weight`` and ``weighted`` are in minor units of the base.

    ``invoiced`` and ``invoiced_before`` are the invoices of this and of the previous twelve months.
    """

    customer_id: int
    weight: Decimal = Decimal(0)
    weighted: Decimal = Decimal(0)
    counted: int = 0
    late: int = 0
    settled: int = 0
    longest_overdue: int = 0
    invoices: int = 0
    disputed: int = 0
    invoiced: Decimal = Decimal(0)
    invoiced_before: Decimal = Decimal(0)
    first_on: date | None = None


@dataclass(frozen=True, slots=True)
class Behaviour:
    """How a customer pays as of a day; None where the ledger says nothing.

    Days are signed (early is negative), shares are 0 to 1. ``late_share`` is drawn towards the whole
    company's (``company_share``) for few invoices; ``counted`` invoices are behind it, ``late`` of them
    late, ``settled`` of them paid. ``median`` and ``months`` are of the view of one customer only.
    ``dispute_share`` leaves out disputes that ended with the customer in the right. ``order_change``
    is this year's invoices over last year's less one.
    """

    customer_id: int
    as_of: date
    weighted_days_late: Decimal | None = None
    late_share: Decimal | None = None
    company_share: Decimal = Decimal(0)
    counted: int = 0
    late: int = 0
    settled: int = 0
    longest_overdue: int = 0
    index: Decimal | None = None
    dispute_share: Decimal | None = None
    disputed: int = 0
    invoices: int = 0
    promises_kept: Decimal | None = None
    promises_judged: int = 0
    order_change: Decimal | None = None
    years_known: Decimal | None = None
    median: int | None = None
    months: tuple[MonthLate, ...] = ()


def behaviour_of(
    sums: Sums, as_of: date, company_share: Decimal, promises: tuple[Decimal | None, int] = (None, 0)
) -> Behaviour:
    """The figures from the sums; ``promises`` is the share kept and how many were judged."""
    days = sums.weighted / sums.weight if sums.weight else None
    share = (sums.late + PRIOR_WEIGHT * company_share) / (sums.counted + PRIOR_WEIGHT)
    known = (as_of - sums.first_on).days if sums.first_on else None
    change = None
    if known is not None and known >= COMPARABLE and sums.invoiced_before > 0:
        change = sums.invoiced / sums.invoiced_before - 1
    return Behaviour(
        customer_id=sums.customer_id,
        as_of=as_of,
        weighted_days_late=days,
        late_share=share if sums.counted else None,
        company_share=company_share,
        counted=sums.counted,
        late=sums.late,
        settled=sums.settled,
        longest_overdue=sums.longest_overdue,
        index=None if days is None else payment_index(days),
        dispute_share=Decimal(sums.disputed) / sums.invoices if sums.invoices else None,
        disputed=sums.disputed,
        invoices=sums.invoices,
        promises_kept=promises[0],
        promises_judged=promises[1],
        order_change=change,
        years_known=None if known is None else known / YEAR,
    )
