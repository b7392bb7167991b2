"""Sums of the ledger by day, added up to any day that is asked for: one reading serves all periods."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

DEBIT, CREDIT, CROSSED, SALE, SETTLED = "debit", "credit", "crossed", "sale", "settled"
PAID, LATE, SIGNED = "paid", "late", "signed"
WRITTEN_OFF, RECOVERED, INDEMNITY = "written_off", "recovered", "indemnity"


def older(limit: int) -> str:
    """The name of what stands open more than so many days past its due date."""
    return f"older:{limit}"


class TakenBack(NamedTuple):
    """A payment that came back: its day and the day it did, what is off then (below 0), and its weights."""

    currency: str
    paid: int
    back: int
    amount: int
    late: int
    signed: int


class DatedSums:
    """Amounts by currency, name and day (its ordinal), minor units."""

    def __init__(self) -> None:
        self._flows: dict[tuple[str, str], dict[int, int]] = defaultdict(lambda: defaultdict(int))
        self._summed: dict[tuple[str, str], tuple[list[int], list[int]]] = {}
        self.taken_back: list[TakenBack] = []

    def flow(self, currency: str, name: str) -> dict[int, int]:
        """What happened of one name, by day, to add to."""
        return self._flows[currency, name]

    def currencies(self) -> list[str]:
        """All that anything happened in."""
        return sorted({currency for currency, _ in self._flows})

    def upto(self, currency: str, name: str, day: date) -> int:
        """The sum up to and with a day."""
        key = (currency, name)
        if key not in self._summed:
            found = self._flows.get(key, {})
            days = sorted(found)
            self._summed[key] = days, [0, *accumulate(found[one] for one in days)]
        days, sums = self._summed[key]
        return sums[bisect_right(days, day.toordinal())]

    def within(self, currency: str, name: str, after: date, upto: date) -> int:
        """The sum of the days after one day, up to and with another."""
        return self.upto(currency, name, upto) - self.upto(currency, name, after)

    def payments(self, currency: str, after: date, upto: date) -> tuple[int, int, int]:
        """What was paid in the days after one and up to another; weighted with days late, and signed.

        A payment that came back within them is none; later news changes nothing.
        """
        found = [self.within(currency, name, after, upto) for name in (PAID, LATE, SIGNED)]
        first, last = after.toordinal(), upto.toordinal()
        for one in self.taken_back:
            if one.currency == currency and first < one.paid <= last and one.back <= last:
                for place, amount in enumerate((one.amount, one.late, one.signed)):
                    found[place] += amount
        return found[0], found[1], found[2]
