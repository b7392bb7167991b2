"""When the open items will probably be paid: eight weeks from promises and each customer's own habit.

Every open amount goes to exactly one part, in this order: what is contested and what is doubtful is
left out; what is dated (promise, instalment of a payment plan, bill held) comes on its day; the rest
comes on its due date plus the customer's habit, moved to a working day. Where that day has passed,
the amount is spread evenly: over four weeks when it passed within the last 30 days, else over all
eight. Credits on account are a part of their own, so that the parts sum to the receivables.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal

from app.domain.money import split

WEEKS = 8
WEEK = timedelta(7)
LEAST_SETTLED = 5
"""So many settled invoices make a habit; a customer with fewer is given the company's median."""
RECENT_DAYS = 30
SOON_WEEKS = 4
DOUBTFUL_AFTER = 180
"""Days past due from which an item is doubtful, unless the company chose otherwise."""


@dataclass(frozen=True, slots=True)
class OpenAmount:
    """What is open of one debit (or part of a plan), minor units; ``disputed`` of it is contested.

    ``doubtful`` is the code of why nobody counts on it ("" if somebody does).
    """

    customer_id: int
    document_id: int
    due: date
    open: int
    disputed: int = 0
    doubtful: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """Money announced for a day: ``kind`` promise, plan or bill; minor units.

    ``document_ids`` names what it is for; empty, it is for the customer's oldest items.
    """

    customer_id: int
    on: date
    amount: int
    kind: str
    document_ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Habit:
    """How late customers pay, in signed days after the due date: medians of ``settled`` invoices.

    ``own`` has the customers with enough of them, ``company`` is everybody's (0 without any).
    """

    own: Mapping[int, int] = field(default_factory=dict)
    company: int = 0
    settled: int = 0

    def of(self, customer_id: int) -> int:
        """Signed days late of a customer."""
        return self.own.get(customer_id, self.company)


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the open amounts of one currency go, minor units; ``total`` is their sum.

    ``habit`` and ``dated`` have an amount for each week; ``left_out`` one by reason.
    """

    habit: tuple[int, ...]
    dated: tuple[int, ...]
    later: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict)
    credits: int = 0

    @property
    def total(self) -> int:
        """The receivables: every part together."""
        return sum(self.habit) + sum(self.dated) + self.later + sum(self.left_out.values()) + self.credits


def week_starts(as_of: date) -> tuple[date, ...]:
    """First days of the eight weeks; the first begins on the day after."""
    return tuple(as_of + timedelta(1) + n * WEEK for n in range(WEEKS))


def forecast(
    as_of: date,
    items: Iterable[OpenAmount],
    dated: Sequence[Dated],
    habit: Habit,
    on_account: int,
    working: Callable[[date], date],
) -> Parts:
    """Lay the open amounts of one currency on the weeks.

    ``on_account`` is the sum of unapplied credits (zero or negative); ``working`` moves a day to the
    next one on which money comes.
    """
    left_out: dict[str, int] = defaultdict(int)
    counted: list[OpenAmount] = []
    for item in items:
        if item.doubtful:
            left_out[item.doubtful] += item.open
            continue
        contested = min(item.disputed, item.open)
        if contested:
            left_out["disputed"] += contested
        if item.open > contested:
            counted.append(replace(item, open=item.open - contested, disputed=0) if contested else item)
    rest, announced, beyond = _take_dated(as_of, counted, dated)
    weeks, later = _by_habit(as_of, rest, habit, working)
    return Parts(tuple(weeks), tuple(announced), later + beyond, dict(left_out), on_account)


def _take_dated(
    as_of: date, items: Sequence[OpenAmount], dated: Sequence[Dated]
) -> tuple[list[tuple[OpenAmount, int]], list[int], int]:
    """What is announced, by week and beyond, and what of the items nobody announced."""
    left = [item.open for item in items]
    mine: dict[int, list[int]] = defaultdict(list)
    for place in sorted(range(len(items)), key=lambda i: (items[i].due, items[i].document_id)):
        mine[items[place].customer_id].append(place)
    weeks, beyond = [0] * WEEKS, 0
    for one in sorted(dated, key=lambda each: (each.on, each.kind)):
        want = one.amount
        for place in mine.get(one.customer_id, ()):
            if want <= 0:
                break
            if one.document_ids and items[place].document_id not in one.document_ids:
                continue
            taken = min(want, left[place])
            left[place] -= taken
            want -= taken
            week = week_of(as_of, one.on)
            if week < WEEKS:
                weeks[week] += taken
            else:
                beyond += taken
    return [(item, amount) for item, amount in zip(items, left, strict=True) if amount], weeks, beyond


def week_of(as_of: date, day: date) -> int:
    """Which week a day falls in, 0 for the first and for days gone by; 8 and more lie beyond."""
    return max((day - as_of).days - 1, 0) // 7


def _by_habit(
    as_of: date,
    rest: Iterable[tuple[OpenAmount, int]],
    habit: Habit,
    working: Callable[[date], date],
) -> tuple[list[int], int]:
    """Amounts by week, each on its expected day, those whose day has passed spread; and what lies beyond."""
    weeks, later = [0] * WEEKS, 0
    passed = {SOON_WEEKS: 0, WEEKS: 0}
    for item, amount in rest:
        expected = item.due + timedelta(habit.of(item.customer_id))
        if expected <= as_of:
            passed[SOON_WEEKS if (as_of - expected).days <= RECENT_DAYS else WEEKS] += amount
        elif (week := week_of(as_of, working(expected))) < WEEKS:
            weeks[week] += amount
        else:
            later += amount
    for over, amount in passed.items():
        for week, part in enumerate(split(amount, [Decimal(1)] * over)):
            weeks[week] += part
    return weeks, later


def settle_rounding(parts: Parts, total: int) -> Parts:
    """The same parts, summing to ``total``: what converting each by itself lost goes to the greatest."""
    rest = total - parts.total
    if rest == 0:
        return parts
    best = max(range(WEEKS), key=lambda i: parts.habit[i])
    aside = max(parts.left_out, key=lambda why: parts.left_out[why], default="")
    if aside and parts.left_out[aside] > max(parts.habit[best], abs(parts.later)):
        return replace(parts, left_out={**parts.left_out, aside: parts.left_out[aside] + rest})
    if abs(parts.later) > parts.habit[best]:
        return replace(parts, later=parts.later + rest)
    habit = tuple(amount + rest if i == best else amount for i, amount in enumerate(parts.habit))
    return replace(parts, habit=habit)
