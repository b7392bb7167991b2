"""When the open items will probably be paid, week by week, from what is announced and each customer's habit.

Every open amount goes to exactly one part, in this order: what an insurer is to pay on a claim comes
when it is expected, and the rest of a claim's invoices is left out; what is contested and what is
doubtful is left out; what is dated (promise, instalment of a payment plan, bill held) comes on its day;
the rest comes on its due date plus the customer's habit, moved to a working day. Where that day has
passed, the amount is spread evenly: over four weeks when it passed within the last 30 days, else over
eight. Credits on account are a part of their own, so that the parts sum to the receivables.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from operator import add
from typing import NamedTuple

WEEKS = 8
"""Weeks the first page shows."""
HORIZON = 13
"""Weeks that are laid out."""
WEEK = timedelta(7)
LEAST_SETTLED = 5
"""So many settled invoices make a habit; a customer with fewer is given the company's median."""
RECENT_DAYS = 30
HABIT, SOON, SPREAD = "habit", "soon", "spread"
SPREADS: Mapping[str, int] = {SOON: 4, SPREAD: 8}
"""Weeks over which an amount is spread whose day has passed: within the last ``RECENT_DAYS``, or before."""
CLAIM, ASSIGNED, CLAIMED = "claim", "assigned", "claimed"
"""What an insurer pays to us, what it pays to somebody else, and the rest of the invoices of a claim."""
CLAIM_DAYS = 30
"""An insurer pays so many days after a claim could be filed, unless the company chose otherwise."""
_HABITUAL = frozenset({HABIT, SOON, SPREAD})
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
    """Money announced for a day: ``kind`` promise, plan, bill, or an insurer's: claim, assigned; minor units.

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


class Placed(NamedTuple):
    """An amount of one open item and its one part, minor units.

    ``why`` is habit, soon or spread; promise, plan, bill or claim; or the code of why it is left out.
    ``on`` is the day it comes; None where it is spread or left out.
    """

    item: OpenAmount
    amount: int
    why: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the open amounts of one currency go, minor units; ``total`` is their sum.

    ``habit``, ``dated`` (promises, plans, bills) and ``claims`` have an amount for each week; ``left_out``
    one by reason.
    """

    habit: tuple[int, ...]
    dated: tuple[int, ...]
    later: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict)
    credits: int = 0
    claims: tuple[int, ...] = ()

    @property
    def total(self) -> int:
        """The receivables: every part together."""
        within = sum(self.habit) + sum(self.dated) + sum(self.claims)
        return within + self.later + sum(self.left_out.values()) + self.credits

    def first(self, weeks: int) -> Parts:
        """The same parts over fewer weeks: what comes after them lies beyond."""
        beyond = sum(self.habit[weeks:]) + sum(self.dated[weeks:]) + sum(self.claims[weeks:])
        return replace(
            self,
            habit=self.habit[:weeks],
            dated=self.dated[:weeks],
            claims=self.claims[:weeks],
            later=self.later + beyond,
        )


def week_starts(as_of: date, weeks: int = WEEKS) -> tuple[date, ...]:
    """First days of the weeks; the first begins on the day after."""
    return tuple(as_of + timedelta(1) + n * WEEK for n in range(weeks))


def week_of(as_of: date, day: date) -> int:
    """Which week a day falls in, 0 for the first and for days gone by."""
    return max((day - as_of).days - 1, 0) // 7


def spread(amount: int, over: int) -> list[int]:
    """An amount evenly over so many weeks, earlier ones taking what does not divide."""
    each, rest = divmod(amount, over)
    return [each + (place < rest) for place in range(over)]


def forecast(
    as_of: date,
    items: Iterable[OpenAmount],
    dated: Sequence[Dated],
    habit: Habit,
    on_account: int,
    working: Callable[[date], date],
    weeks: int = WEEKS,
) -> Parts:
    """Lay the open amounts of one currency on the weeks (at least eight).

    ``on_account`` is the sum of unapplied credits (zero or negative); ``working`` moves a day to the
    next one on which money comes.
    """
    return sum_up(as_of, lay(as_of, items, dated, habit, working), on_account, weeks)


def sum_up(as_of: date, placed: Iterable[Placed], on_account: int, weeks: int) -> Parts:
    """Placed amounts by week, beyond, and left out by reason."""
    by_habit, announced, claims = [0] * weeks, [0] * weeks, [0] * weeks
    left_out: dict[str, int] = defaultdict(int)
    later = 0
    for _, amount, why, on in placed:
        if on is None and why not in SPREADS:
            left_out[why] += amount
        elif on is None:
            over = SPREADS[why]
            by_habit[:over] = map(add, by_habit, spread(amount, over))
        elif (week := week_of(as_of, on)) >= weeks:
            later += amount
        elif why in _HABITUAL:
            by_habit[week] += amount
        elif why == CLAIM:
            claims[week] += amount
        else:
            announced[week] += amount
    return Parts(tuple(by_habit), tuple(announced), later, dict(left_out), on_account, tuple(claims))


def lay(
    as_of: date,
    items: Iterable[OpenAmount],
    dated: Sequence[Dated],
    habit: Habit,
    working: Callable[[date], date],
) -> list[Placed]:
    """Every open amount with its one part; what is left of an item after each step goes to the next."""
    insured = [one for one in dated if one.kind in {CLAIM, ASSIGNED}]
    placed, items = _take_claims(items, insured) if insured else ([], items)
    counted: list[OpenAmount] = []
    for item in items:
        if item.doubtful:
            placed.append(Placed(item, item.open, item.doubtful))
            continue
        contested = min(item.disputed, item.open)
        if contested:
            placed.append(Placed(item, contested, "disputed"))
        if item.open > contested:
            counted.append(replace(item, open=item.open - contested, disputed=0) if contested else item)
    others = [one for one in dated if one.kind not in {CLAIM, ASSIGNED}]
    rest = _take_dated(counted, others, placed)
    placed += (_by_habit(as_of, item, amount, habit, working) for item, amount in rest)
    return placed


def _take_claims(
    items: Iterable[OpenAmount], insured: Sequence[Dated]
) -> tuple[list[Placed], list[OpenAmount]]:
    """What insurers are to pay, and the items with the rest of a claim's invoices left out."""
    placed: list[Placed] = []
    rest: list[OpenAmount] = []
    wanted = [one.amount for one in insured]
    for item in items:
        left, claimed = item.open, False
        for place, one in enumerate(insured):
            if one.customer_id != item.customer_id or item.document_id not in one.document_ids:
                continue
            claimed = True
            taken = min(left, max(wanted[place], 0))
            if taken:
                wanted[place] -= taken
                left -= taken
                placed.append(Placed(item, taken, one.kind, one.on if one.kind == CLAIM else None))
        if left:
            why = item.doubtful or (CLAIMED if claimed else "")
            rest.append(replace(item, open=left, doubtful=why) if claimed else item)
    return placed, rest


def _take_dated(
    items: Sequence[OpenAmount], dated: Sequence[Dated], placed: list[Placed]
) -> list[tuple[OpenAmount, int]]:
    """Put what is announced on its day; what of the items nobody announced."""
    left = [item.open for item in items]
    mine: dict[int, list[int]] = defaultdict(list)
    if dated:
        for place in sorted(range(len(items)), key=lambda i: (items[i].due, items[i].document_id)):
            mine[items[place].customer_id].append(place)
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
            if taken:
                placed.append(Placed(items[place], taken, one.kind, one.on))
    return [(item, amount) for item, amount in zip(items, left, strict=True) if amount]


def _by_habit(
    as_of: date, item: OpenAmount, amount: int, habit: Habit, working: Callable[[date], date]
) -> Placed:
    """On the day its customer usually pays, or spread where that day has passed."""
    expected = item.due + timedelta(habit.of(item.customer_id))
    if expected > as_of:
        return Placed(item, amount, HABIT, working(expected))
    return Placed(item, amount, SOON if (as_of - expected).days <= RECENT_DAYS else SPREAD)


def settle_rounding(parts: Parts, total: int) -> Parts:
    """The same parts, summing to ``total``: what converting each by itself lost goes to the greatest."""
    rest = total - parts.total
    if rest == 0:
        return parts
    best = max(range(len(parts.habit)), key=lambda i: parts.habit[i])
    aside = max(parts.left_out, key=lambda why: parts.left_out[why], default="")
    if aside and parts.left_out[aside] > max(parts.habit[best], abs(parts.later)):
        return replace(parts, left_out={**parts.left_out, aside: parts.left_out[aside] + rest})
    if abs(parts.later) > parts.habit[best]:
        return replace(parts, later=parts.later + rest)
    habit = tuple(amount + rest if i == best else amount for i, amount in enumerate(parts.habit))
    return replace(parts, habit=habit)
