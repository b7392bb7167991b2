"""A cash forecast (资金预测): the range of each open item's day, the running balance, and where it gaps.

The expected day is that of ``app.domain.forecast``; its range comes from the customer's own history of
signed days late: the days by which one in ten and nine in ten invoices were paid, drawn towards the
company's where the customer has few. The balance is the own cash plus what comes less what goes out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from app.domain.calendar import month_after
from app.domain.forecast import HABIT, SPREADS, WEEK, Placed
from app.domain.measure_record import CashItem
from app.domain.money import round_minor

SHRINK = 5
"""A customer's own range counts as much as the company's with this many settled invoices."""
YEAR = 365
EVERY: Mapping[str, int] = {"month": 1, "quarter": 3}
"""Months between the days of something that comes back."""
CASH_KINDS = ("suppliers", "wages", "tax", "loan", "rent", "premium", "other")
CASH_EVERY = ("", "week", "month", "quarter")


@dataclass(frozen=True, slots=True)
class Spread:
    """Signed days late of ``n`` settled invoices: one in ten paid by ``low``, nine in ten by ``high``."""

    n: int = 0
    low: int = 0
    high: int = 0


@dataclass(frozen=True, slots=True)
class Spreads:
    """The customers' own spreads, and everybody's."""

    own: Mapping[int, Spread] = field(default_factory=dict)
    company: Spread = Spread()

    def of(self, customer_id: int) -> Spread:
        """A customer's range drawn towards the company's: own × n/(n+k) + company × k/(n+k), k = 5."""
        own = self.own.get(customer_id, Spread())
        whole = own.n + SHRINK

        def drawn(mine: int, all_: int) -> int:
            return round_minor(Decimal(mine * own.n + all_ * SHRINK) / whole)

        return Spread(own.n, drawn(own.low, self.company.low), drawn(own.high, self.company.high))


@dataclass(frozen=True, slots=True)
class ExpectedItem:
    """An amount of one open item, when it is expected and why (``Placed.why``); minor units of its currency.

    ``on`` is None for what is spread over weeks or left out; ``low`` and ``high`` are the range of its day
    (None for what is left out); ``days`` is the habit that was applied, ``settled`` how many of the
    customer's own invoices stand behind the range.
    """

    customer_id: int
    document_id: int
    due: date
    currency: str
    amount: int
    why: str
    on: date | None
    low: date | None
    high: date | None
    days: int = 0
    settled: int = 0


def expected(
    one: Placed, currency: str, as_of: date, days: int, spreads: Spreads, *, shifted: int = 0
) -> ExpectedItem:
    """An amount with the range of its day; ``shifted`` days are what an overlay moved it by."""
    item, settled, low, high = one.item, 0, one.on, one.on
    if one.why == HABIT or one.why in SPREADS:
        around = spreads.of(item.customer_id)
        settled = around.n
        first, last = as_of + timedelta(1), as_of + SPREADS.get(one.why, 0) * WEEK
        middle = one.on or first
        low = max(first, min(middle, item.due + timedelta(around.low + shifted)))
        high = max(one.on or last, item.due + timedelta(around.high + shifted))
    return ExpectedItem(
        item.customer_id,
        item.document_id,
        item.due,
        currency,
        one.amount,
        one.why,
        one.on,
        low,
        high,
        days,
        settled,
    )


# -- own money --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Flow:
    """Own money on a day beside what customers owe: above 0 goes out; ``base`` in minor base units.

    ``base`` is None where the currency has no rate.
    """

    on: date
    amount: int
    currency: str
    label: str
    kind: str
    item_id: int
    base: int | None


def occurrences(item: CashItem, start: date, end: date) -> list[date]:
    """The days of an item from ``start`` to ``end``; a day the month lacks is the month's last."""
    last = min(end, item.until) if item.until is not None else end
    if not item.every:
        return [item.on] if start <= item.on <= last else []
    if item.every == "week":
        first = max(0, -((item.on - start).days // 7)) if item.on < start else 0
        begin = item.on + first * WEEK
        count = (last - begin).days // 7 + 1 if begin <= last else 0
        return [begin + place * WEEK for place in range(count)]
    step = EVERY[item.every]
    gone = max(0, (start.year - item.on.year) * 12 + start.month - item.on.month)
    found, place = [], gone // step
    while (day := month_after(item.on, place * step, item.on.day)) <= last:
        if day >= start:
            found.append(day)
        place += 1
    return found


@dataclass(frozen=True, slots=True)
class Sales:
    """Expected new credit sales: ``daily`` minor base units (a fraction), collected ``days`` after."""

    daily: Decimal
    days: int

    def collected(self, as_of: date, until: date) -> int:
        """What of the sales after ``as_of`` has come in by a day; minor base units."""
        return round_minor(self.daily * max(0, (until - as_of).days - self.days))


# -- the running balance ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Gap:
    """Where the balance falls below the least cash: first on ``on`` by ``short``, most on ``deepest_on``.

    Minor base units; ``deepest`` is how far below the least cash it is then.
    """

    on: date
    short: int
    deepest_on: date
    deepest: int
    until: date | None = None
    """The first day after on which the balance is back at the least cash; None if not within the weeks."""


def running(opening: int, flows: Mapping[date, int]) -> list[tuple[date, int]]:
    """The balance at the end of each day on which money moves, in order."""
    balance, found = opening, []
    for day in sorted(flows):
        balance += flows[day]
        found.append((day, balance))
    return found


def gap(opening: int, flows: Mapping[date, int], least: int, first: date) -> Gap | None:
    """The gap below ``least``; None where the balance never falls below it. ``first`` is day one."""
    days = running(opening, flows)
    if opening < least and (not days or days[0][0] > first):
        days.insert(0, (first, opening))
    below = [(day, balance) for day, balance in days if balance < least]
    if not below:
        return None
    deepest = min(below, key=lambda one: (one[1], one[0]))
    back = next((day for day, balance in days if day > below[0][0] and balance >= least), None)
    return Gap(below[0][0], least - below[0][1], deepest[0], least - deepest[1], back)


def settle_days(days: dict[date, int], total: int, last: date) -> dict[date, int]:
    """The same days, summing to ``total``: what rounding left goes to the last day with money."""
    rest = total - sum(days.values())
    if rest:
        day = max(days, default=last)
        days[day] = days.get(day, 0) + rest
    return days


def lasting(start: date, working: Callable[[date], bool]) -> date:
    """The last working day of the seven from ``start``; their last day where none is worked."""
    days: Iterable[date] = (start + timedelta(place) for place in range(6, -1, -1))
    return next((day for day in days if working(day)), start + timedelta(6))


def cumulated(values: Sequence[int], opening: int) -> list[int]:
    """Running sums after an opening value."""
    found, balance = [], opening
    for value in values:
        balance += value
        found.append(balance)
    return found
