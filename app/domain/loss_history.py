"""What the ledger says of losses: balances by bucket at period ends, where they moved, cohorts of sales.

Everything is summed from what came, was paid and was lost by its dates, so a later receipt never changes
what an earlier day says. Amounts are minor units of the base currency, rates per cent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from app.domain.loss_rates import absorption, by_roll_rates, roll_rates
from app.domain.money import round_minor
from app.domain.problem import DomainError
from app.domain.provision import RateSource

LEAST_MONTHS = 12
"""So many months must have been seen for monthly rates; for yearly ones, one whole year."""
_PLACES = Decimal("0.0001")

_Sums = dict[date, list[int | Decimal]]
Place = Callable[[date, date], int]
"""The bucket on a day (second) of what is counted from a day (first)."""


class Flow(NamedTuple):
    """What came (``came``), was settled (``paid``) or given up as a bad debt (``lost``) between period ends.

    ``aged`` is the day its age counts from; ``born`` and ``on`` the places of the first period end on or
    after its document's day, and on or after the day it happened.
    """

    segment: str
    aged: date
    born: int
    on: int
    kind: str
    amount: int | Decimal
    """Not rounded where it was converted, so that what came and what went cancel out."""


@dataclass(frozen=True, slots=True)
class RollTable:
    """Balances by bucket at period ends, and the rates from bucket to bucket they give.

    ``into_last`` is what entered the last bucket in the period before each end but the first.
    ``rolls[k]`` is None where nothing was ever in bucket k.
    """

    days: tuple[date, ...]
    balances: tuple[tuple[int, ...], ...]
    into_last: tuple[int, ...]
    rolls: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class ChainTable:
    """Where what was in each bucket was a period later, all periods together: the buckets, paid, lost."""

    days: tuple[date, ...]
    moved: tuple[tuple[int, ...], ...]
    paid: tuple[int, ...]
    lost: tuple[int, ...]
    ends: tuple[tuple[Fraction, Fraction], ...] = ()
    """From each bucket the probability of being paid and of being lost in the end; empty where unknown."""

    def total(self, bucket: int) -> int:
        """All that was in a bucket at the beginning of a period."""
        return sum(self.moved[bucket]) + self.paid[bucket] + self.lost[bucket]


@dataclass(frozen=True, slots=True)
class Cohort:
    """Sales of a month that have had time to go through all buckets.

    ``reached[k]`` is what was still open when it came into bucket k (0: all that was sold), ``lost[k]`` what
    was lost of that afterwards, ``open`` what is still open.
    """

    month: date
    reached: tuple[int, ...]
    lost: tuple[int, ...]
    open: int = 0

    @property
    def sold(self) -> int:
        """Credit sales, credit notes on them taken off."""
        return self.reached[0] if self.reached else 0


@dataclass(frozen=True, slots=True)
class Derivation:
    """How the rates of a segment ("" the whole company) were derived, or why they could not be.

    ``rates[k]`` is None where history says nothing of bucket k; ``why`` is a code. ``periods`` were seen of
    ``wanted``.
    """

    segment: str
    method: RateSource
    rates: tuple[Decimal | None, ...]
    periods: int
    wanted: int
    why: str = ""
    roll: RollTable | None = None
    chain: ChainTable | None = None
    cohorts: tuple[Cohort, ...] = ()


def roll_table(flows: Iterable[Flow], days: Sequence[date], place: Place, buckets: int) -> RollTable:
    """Balances by bucket at each day, and the roll rates between them."""
    ledger = _Ledger(flows, len(days))
    balances = [ledger.balances(at, days[at], place, buckets) for at in range(len(days))]
    first = next((at for at, row in enumerate(balances) if any(row)), len(days))
    seen, used = balances[first:], tuple(days[first:])
    into = [
        sum(row[-1] for row in ledger.moved(at, days, place, buckets)[0][:-1])
        for at in range(first, len(days) - 1)
    ]
    rolls = roll_rates(seen, into) if len(seen) > 1 else [None] * (buckets - 1)
    return RollTable(used, tuple(map(tuple, seen)), tuple(into), tuple(rolls))


def chain_table(flows: Iterable[Flow], days: Sequence[date], place: Place, buckets: int) -> ChainTable:
    """Where everything went from each bucket in a period, over all periods."""
    ledger = _Ledger(flows, len(days))
    moved = [[0] * buckets for _ in range(buckets)]
    paid, lost = [0] * buckets, [0] * buckets
    used: list[date] = []
    for at in range(len(days) - 1):
        stay, settled, gone = ledger.moved(at, days, place, buckets)
        if not used and not any(map(any, (*stay, settled, gone))):
            continue
        used = [*(used or [days[at]]), days[at + 1]]
        for row in range(buckets):
            paid[row] += settled[row]
            lost[row] += gone[row]
            for column in range(buckets):
                moved[row][column] += stay[row][column]
    table = ChainTable(tuple(used), tuple(map(tuple, moved)), tuple(paid), tuple(lost))
    return ChainTable(table.days, table.moved, table.paid, table.lost, _ends(table))


def _ends(table: ChainTable) -> tuple[tuple[Fraction, Fraction], ...]:
    """The end of each bucket by the absorbing chain; empty where some bucket never ends or was never seen."""
    rows = [
        [max(0, amount) for amount in (*moved, paid, lost)]
        for moved, paid, lost in zip(table.moved, table.paid, table.lost, strict=True)
    ]
    if not rows or any(not sum(row) for row in rows):
        return ()
    shares = [[Fraction(amount, sum(row)) for amount in row] for row in rows]
    try:
        found = absorption([row[:-2] for row in shares], [row[-2:] for row in shares])
    except DomainError:
        return ()
    return tuple((row[0], row[1]) for row in found)


class _Ledger:
    """Flows put together by the day ages count from."""

    def __init__(self, flows: Iterable[Flow], days: int) -> None:
        self._change: _Sums = defaultdict(lambda: [0] * days)
        self._paid: _Sums = defaultdict(lambda: [0] * days)
        self._lost: _Sums = defaultdict(lambda: [0] * days)
        for one in flows:
            sign = 1 if one.kind == "came" else -1
            self._change[one.aged][one.on] += sign * one.amount
            if one.kind != "came" and one.born < one.on:
                into = self._lost if one.kind == "lost" else self._paid
                into[one.aged][one.on] += one.amount
        self._standing: _Sums = {aged: list(accumulate(changes)) for aged, changes in self._change.items()}

    def balances(self, at: int, day: date, place: Place, buckets: int) -> list[int]:
        """What is open by bucket at a period end."""
        found: list[int | Decimal] = [0] * buckets
        for aged, sums in self._standing.items():
            if sums[at]:
                found[place(aged, day)] += sums[at]
        return list(map(_whole, found))

    def moved(
        self, at: int, days: Sequence[date], place: Place, buckets: int
    ) -> tuple[list[list[int]], list[int], list[int]]:
        """What of each bucket at one period end stayed or moved on by the next, was paid, was lost."""
        stay: list[list[int | Decimal]] = [[0] * buckets for _ in range(buckets)]
        paid: list[int | Decimal] = [0] * buckets
        lost: list[int | Decimal] = [0] * buckets
        for aged, sums in self._standing.items():
            if not sums[at] and not self._left(aged, at + 1):
                continue
            old, new = place(aged, days[at]), place(aged, days[at + 1])
            settled, gone = self._at(self._paid, aged, at + 1), self._at(self._lost, aged, at + 1)
            paid[old] += settled
            lost[old] += gone
            stay[old][new] += sums[at] - settled - gone
        return [list(map(_whole, row)) for row in stay], list(map(_whole, paid)), list(map(_whole, lost))

    def _left(self, aged: date, at: int) -> bool:
        return bool(self._at(self._paid, aged, at) or self._at(self._lost, aged, at))

    @staticmethod
    def _at(flows: _Sums, aged: date, at: int) -> int | Decimal:
        return flows[aged][at] if aged in flows else 0


# -- rates ----------------------------------------------------------------------------------------


def by_rolls(
    segment: str, table: RollTable, wanted: int, least: int, lgd: Decimal, *, even: bool = True
) -> Derivation:
    """Rates by roll rates: a bucket's is known where every later one was ever filled."""
    periods = max(0, len(table.days) - 1)
    why = "" if even else "uneven_buckets"
    why = why or ("too_short" if periods < least else "")
    size = len(table.rolls) + 1
    rates: list[Decimal | None] = [None] * size
    if not why:
        known = size - 1
        while known > 0 and table.rolls[known - 1] is not None:
            known -= 1
        tail = [roll for roll in table.rolls[known:] if roll is not None]
        rates = [*([None] * known), *map(_rounded, by_roll_rates(tail, lgd))]
        why = "empty_bucket" if known else ""
    return Derivation(segment, RateSource.ROLL, tuple(rates), periods, wanted, why, roll=table)


def by_chain(segment: str, table: ChainTable, wanted: int, least: int) -> Derivation:
    """Rates by the absorbing chain: the probability of being lost in the end."""
    periods = max(0, len(table.days) - 1)
    size = len(table.moved)
    if periods < least:
        why = "too_short"
    elif any(not table.total(bucket) for bucket in range(size)):
        why = "empty_bucket"
    elif sum(table.lost) <= 0:
        why = "no_losses"
    else:
        why = "" if table.ends else "no_end"
    rates: tuple[Decimal | None, ...] = (None,) * size
    if not why:
        rates = tuple(_rounded(Decimal(lost.numerator) * 100 / lost.denominator) for _, lost in table.ends)
    return Derivation(segment, RateSource.MARKOV, rates, periods, wanted, why, chain=table)


def by_cohorts(segment: str, cohorts: Sequence[Cohort], wanted: int, least: int, buckets: int) -> Derivation:
    """Rates by what was lost in the end of all that reached a bucket."""
    months = len({one.month for one in cohorts if one.sold})
    why = "too_short" if months < least else ""
    if not why and sum(one.lost[0] for one in cohorts) <= 0:
        why = "no_losses"
    rates: list[Decimal | None] = [None] * buckets
    if not why:
        for place in range(buckets):
            came = sum(one.reached[place] for one in cohorts)
            gone = sum(one.lost[place] for one in cohorts)
            if came > 0:
                rates[place] = _rounded(min(Decimal(100), max(Decimal(0), Decimal(gone) * 100 / came)))
        why = "empty_bucket" if None in rates else ""
    return Derivation(segment, RateSource.HISTORY, tuple(rates), months, wanted, why, cohorts=tuple(cohorts))


def _whole(amount: int | Decimal) -> int:
    return amount if isinstance(amount, int) else round_minor(amount)


def _rounded(rate: Decimal) -> Decimal:
    """Per cent to four decimals: what is shown is what is applied."""
    return rate.quantize(_PLACES)
