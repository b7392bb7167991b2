"""Key figures of receivables: how long money is out, how much of it is late, how well it is collected.

Amounts are minor units of one currency, times are days, shares are fractions (0.25 is 25 %). A
figure that cannot be worked out has no value and says why (``why``), never 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Figure:
    """A value, or none and the code of the reason."""

    value: Decimal | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class PeriodSales:
    """Credit sales of a whole period (a month) of ``days`` days."""

    sales: int
    days: int


NO_SALES = Figure(None, "kpi.no_sales")
NO_RECEIVABLES = Figure(None, "kpi.no_receivables")
NO_PROMISES = Figure(None, "kpi.no_promises")
TOO_FEW_SALES = Figure(None, "kpi.too_few_sales")
TOO_YOUNG = Figure(None, "kpi.too_young")
LEAST_KNOWN = 90
"""A ledger of fewer days says nothing of a year."""
NOTHING_DUE = Figure(None, "kpi.nothing_due")
GROWN = Figure(None, "kpi.grown")
NO_PAYMENTS = Figure(None, "kpi.no_payments")
NO_DISPUTES = Figure(None, "kpi.no_disputes")
NOTHING_OVER_90 = Figure(None, "kpi.nothing_over_90")


def dso_simple(receivables: int, sales: int, days: int) -> Figure:
    """Days sales outstanding: receivables / credit sales of a period × its days (oracle KP01)."""
    return _days(receivables, sales, days)


def days_known(first: date | None, day: date, most: int) -> int:
    """So many of the ``most`` days up to and with a day the ledger knows, from its first one on."""
    return 0 if first is None or first > day else min(most, (day - first).days + 1)


def dso_year(receivables: int, sales: int, known: int) -> Figure:
    """DSO of a year, or of the ``known`` days a younger ledger has: a year's days would stretch it."""
    if sales > 0 and known < LEAST_KNOWN:
        return TOO_YOUNG
    return _days(receivables, sales, known)


def dso_count_back(receivables: int, months: Sequence[PeriodSales]) -> Figure:
    """Days by taking whole months' sales off the receivables from the latest back.

    The last part month counts rest / its sales × its days. ``months`` has the latest first; when they
    do not reach back far enough there is no figure. Sales below nothing (returns) are passed over.
    """
    if receivables <= 0 and all(month.sales <= 0 for month in months):
        return NO_SALES
    rest, days = Decimal(receivables), Decimal(0)
    for month in months:
        if rest <= 0:
            break
        if month.sales <= 0:
            days += month.days
            continue
        share = min(rest / month.sales, Decimal(1))
        days += share * month.days
        rest -= month.sales
    if rest > 0:
        return TOO_FEW_SALES
    return Figure(days)


def months_counted(receivables: int, months: Sequence[PeriodSales]) -> int:
    """How many of the latest months the count-back needs, the part one and those without sales included."""
    rest, used = Decimal(receivables), 0
    for month in months:
        if rest <= 0:
            break
        used += 1
        rest -= max(month.sales, 0)
    return used


def best_possible_dso(current: int, sales: int, days: int) -> Figure:
    """DSO if nothing were overdue: what is not due / credit sales × days (oracle KP03)."""
    return _days(current, sales, days)


def average_days_delinquent(receivables: int, current: int, sales: int, days: int) -> Figure:
    """Days of DSO that lateness alone costs: DSO less the best possible DSO (oracle KP03)."""
    return _days(receivables - current, sales, days)


def overdue_rate(overdue: int, open_debits: int) -> Figure:
    """Share of the open debits that is past its due date."""
    if open_debits <= 0:
        return NO_RECEIVABLES
    return Figure(Decimal(overdue) / open_debits)


def cei(begin: int, sales: int, end_total: int, end_current: int) -> Figure:
    """Collection effectiveness over a whole period, as a share.

    (begin + sales − end) / (begin + sales − end not due); ``sales`` are those of the whole period.
    """
    could = begin + sales - end_current
    if could <= 0:
        return NOTHING_DUE
    return Figure(Decimal(begin + sales - end_total) / could)


def cei_monthly(begin: int, sales: int, months: int, end_total: int, end_current: int) -> Figure:
    """Collection effectiveness with the period's average monthly sales (CRF; oracle KP05), as a share.

    It says nothing where receivables grew by more than a month's sales.
    """
    if months <= 0:
        return NO_SALES
    average = Decimal(sales) / months
    could = begin + average - end_current
    if could <= 0:
        return NOTHING_DUE
    if begin + average < end_total:
        return GROWN
    return Figure((begin + average - end_total) / could)


def kept_share(kept: int, judged: int) -> Figure:
    """Share of the promises that came due and were kept in full and in time."""
    if judged <= 0:
        return NO_PROMISES
    return Figure(Decimal(kept) / judged)


def turnover(sales: int, begin: int, end: int) -> Figure:
    """How often receivables were turned over: credit sales / the average of receivables at both ends."""
    both = begin + end
    if both <= 0:
        return NO_RECEIVABLES
    return Figure(Decimal(2 * sales) / both)


def loss_share(lost: int, sales: int) -> Figure:
    """What was lost for good as a share of credit sales; below nothing where more came back."""
    if sales <= 0:
        return NO_SALES
    return Figure(Decimal(lost) / sales)


def days_late(weighted: int, paid: int) -> Figure:
    """Amount-weighted days late of payments: Σ amount × days past due (0 if early) / Σ amount."""
    if paid <= 0:
        return NO_PAYMENTS
    return Figure(Decimal(weighted) / paid)


def mean_days(days: Sequence[int]) -> Figure:
    """How long disputes ran on average."""
    if not days:
        return NO_DISPUTES
    return Figure(Decimal(sum(days)) / len(days))


def share_of_open(part: int, debits: int) -> Figure:
    """A part of the open debits as a share of them."""
    if debits <= 0:
        return NO_RECEIVABLES
    return Figure(Decimal(part) / debits)


def provision_cover(provision: int, over_90: int) -> Figure:
    """How much of what is more than 90 days overdue is provided for."""
    if over_90 <= 0:
        return NOTHING_OVER_90
    return Figure(Decimal(provision) / over_90)


def _days(amount: int, sales: int, days: int) -> Figure:
    if sales <= 0 or days <= 0:
        return NO_SALES
    return Figure(Decimal(amount) / sales * days)
