"""Which several debits sum to an amount exactly: the usual groups first, then every subset of a few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from app.domain.cash_match_book import BookDebit

MOST_SEARCHED = 12
"""Of so many debits, the oldest, every subset is tried: 4,096 sums at most."""

Group = tuple[BookDebit, ...]
_SEVERAL = -1


class Sums:
    """The sums of one customer's open debits in one currency."""

    def __init__(self, debits: Sequence[BookDebit]) -> None:
        self._debits = sorted(debits, key=lambda debit: debit.due)
        self._least = min((debit.open for debit in debits), default=0)
        self._total = sum(debit.open for debit in debits)
        self._groups: dict[int, list[Group]] | None = None
        self._subsets: dict[int, int] | None = None

    def of(self, amount: int) -> tuple[list[Group], bool]:
        """Groups of at least two that sum to the amount, and whether it is the only one there is."""
        if len(self._debits) < 2 or not self._least < amount <= self._total:  # noqa: PLR2004 - one is no sum
            return [], False
        usual = self._usual().get(amount, [])
        found = list(usual)
        mask = self._masks().get(amount, 0)
        if mask > 0 and mask.bit_count() > 1:
            group = tuple(one for at, one in enumerate(self._debits[:MOST_SEARCHED]) if mask >> at & 1)
            if group not in found:
                found.append(group)
        # Of more debits not every subset was tried; a whole month's sum to the cent still is no chance.
        surveyed = len(self._debits) <= MOST_SEARCHED or bool(usual)
        sole = len(found) == 1 and mask != _SEVERAL and surveyed
        return found, sole

    def _usual(self) -> dict[int, list[Group]]:
        """All of a month, and the oldest so many, by their sums."""
        if self._groups is None:
            groups: dict[int, list[Group]] = defaultdict(list)
            months: dict[tuple[int, int], list[BookDebit]] = defaultdict(list)
            for debit in self._debits:
                months[debit.doc_date.year, debit.doc_date.month].append(debit)
            prefixes = [self._debits[:count] for count in range(2, len(self._debits) + 1)]
            for several in (*months.values(), *prefixes):
                group = tuple(several)
                known = groups[sum(debit.open for debit in group)]
                if len(group) > 1 and group not in known:
                    known.append(group)
            self._groups = groups
        return self._groups

    def _masks(self) -> dict[int, int]:
        """Each sum of the oldest few with the subset that makes it (−1: several do)."""
        if self._subsets is None:
            sums = {0: 0}
            for at, debit in enumerate(self._debits[:MOST_SEARCHED]):
                bit = 1 << at
                for total, mask in list(sums.items()):
                    more = total + debit.open
                    sums[more] = _SEVERAL if more in sums or mask == _SEVERAL else mask | bit
            self._subsets = sums
        return self._subsets
