"""How well a figure told the late payers from the others, and whether a population has shifted.

Scores are "the higher, the riskier". Ties count one half. Sources: Mann and Whitney; the usual scorecard
measures (KS, PSI, WoE and IV with 0.5 added to empty cells).
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

FEW = 30
"""Below so many of either kind an area is said to rest on few cases."""
_NORMAL = 1.959963984540054
_EMPTY = 0.5


@dataclass(frozen=True, slots=True)
class Area:
    """Area under the curve: 0.5 says nothing, 1 tells all; with its 95 % interval (Hanley and McNeil)."""

    auc: float
    low: float
    high: float
    bad: int
    good: int

    @property
    def rests_on_few(self) -> bool:
        """Whether there are too few of either kind to trust it."""
        return min(self.bad, self.good) < FEW

    @property
    def gini(self) -> float:
        """2 × area − 1."""
        return 2 * self.auc - 1


def area(bad: Sequence[float | Decimal], good: Sequence[float | Decimal]) -> Area | None:
    """How often a bad one scored higher than a good one, ties one half; None without both kinds."""
    if not bad or not good:
        return None
    ordered = sorted(map(float, good))
    wins = 0.0
    for score in map(float, bad):
        below, upto = bisect_left(ordered, score), bisect_right(ordered, score)
        wins += below + (upto - below) / 2
    m, n = len(bad), len(good)
    auc = wins / (m * n)
    q1, q2 = auc / (2 - auc), 2 * auc * auc / (1 + auc)
    variance = (auc * (1 - auc) + (m - 1) * (q1 - auc * auc) + (n - 1) * (q2 - auc * auc)) / (m * n)
    half = _NORMAL * math.sqrt(max(0.0, variance))
    return Area(auc, max(0.0, auc - half), min(1.0, auc + half), m, n)


def kolmogorov_smirnov(bad: Sequence[float | Decimal], good: Sequence[float | Decimal]) -> float | None:
    """The greatest distance between the two distributions, 0 to 1; None without both kinds."""
    if not bad or not good:
        return None
    one, two = sorted(map(float, bad)), sorted(map(float, good))
    return max(
        abs(bisect_right(one, at) / len(one) - bisect_right(two, at) / len(two)) for at in {*one, *two}
    )


def stability_index(expected: Sequence[float], actual: Sequence[float]) -> float:
    """Population stability index: below 0.10 stable, to 0.25 to be watched, above it shifted.

    Shares of the same bins, then and now; an empty bin counts as a tenth of a per cent.
    """
    least = 0.001
    return sum(
        (max(now, least) - max(then, least)) * math.log(max(now, least) / max(then, least))
        for then, now in zip(expected, actual, strict=True)
    )


def weights_of_evidence(good: Sequence[int], bad: Sequence[int]) -> tuple[list[float], float]:
    """ln(% good / % bad) per bin and the information value; 0.5 is added to both where a cell is empty."""
    empty = any(count == 0 for count in [*good, *bad])
    add = _EMPTY if empty else 0.0
    goods, bads = [count + add for count in good], [count + add for count in bad]
    all_good, all_bad = sum(goods), sum(bads)
    weights = [math.log((g / all_good) / (b / all_bad)) for g, b in zip(goods, bads, strict=True)]
    value = sum(
        (g / all_good - b / all_bad) * weight for g, b, weight in zip(goods, bads, weights, strict=True)
    )
    return weights, value
