"""From values to points: finite values, the range they span, and labels kept apart along a line."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

_MARGIN = 0.06


def finite(value: float | None) -> float | None:
    """The value if it can be drawn."""
    return float(value) if value is not None and math.isfinite(value) else None


def drawable(values: Iterable[float | None]) -> list[float]:
    """Those that can be drawn."""
    return [each for each in map(finite, values) if each is not None]


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from ``low`` to ``high`` laid on points from ``start`` to ``stop``."""

    low: float
    high: float
    start: float
    stop: float

    def at(self, value: float) -> float:
        """Where a value lies, in points."""
        # Divided first: two values near the largest float would have a difference beyond it.
        span = self.high / 2 - self.low / 2
        share = (value / 2 - self.low / 2) / span if span > 0 else 0.5
        return self.start + (self.stop - self.start) * share


def scale(values: Sequence[float], start: float, stop: float, *, zero: bool, margin: float = 0.0) -> Scale:
    """A scale that holds all values, and zero where it must begin there; never empty."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        low, high = (low, low + (abs(low) or 1.0)) if zero else (low - 1.0, high + 1.0)
    room = (high - low) * margin
    if math.isfinite(room) and not zero:
        low, high = low - room, high + room
    return Scale(low, high, start, stop)


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Positions at least ``gap`` apart between ``low`` and ``high``, each near to where it would be.

    The caller sees to it that they have room.
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    groups: list[tuple[float, int]] = []
    for place in order:
        groups.append((wanted[place], 1))
        while len(groups) > 1 and _bottom(groups[-1], gap) < _top(groups[-2], gap) + gap:
            (first, some), (second, more) = groups[-2:]
            groups[-2:] = [((first * some + second * more) / (some + more), some + more)]
    centres = [min(max(mid, low + (n - 1) * gap / 2), high - (n - 1) * gap / 2) for mid, n in groups]
    found = [
        mid + (i - (n - 1) / 2) * gap for mid, (_, n) in zip(centres, groups, strict=True) for i in range(n)
    ]
    return (
        [found[order.index(place)] for place in range(len(wanted))]
        if _apart(found, gap)
        else _even(order, low, high)
    )


def _bottom(group: tuple[float, int], gap: float) -> float:
    return group[0] - (group[1] - 1) * gap / 2


def _top(group: tuple[float, int], gap: float) -> float:
    return group[0] + (group[1] - 1) * gap / 2


def _apart(found: Sequence[float], gap: float) -> bool:
    return all(b - a >= gap - 1e-6 for a, b in pairwise(found))


def _even(order: Sequence[int], low: float, high: float) -> list[float]:
    """Evenly over the whole room, in their order: the ends pushed the groups into each other."""
    step = (high - low) / max(1, len(order) - 1)
    places = {place: low + rank * step for rank, place in enumerate(order)}
    return [places[place] for place in range(len(order))]


def first_last_then(count: int, values: Sequence[float | None] = ()) -> list[int]:
    """Places in the order in which they deserve a label: last, first, largest, smallest, then the rest."""
    if not count:
        return []
    known = [place for place in range(min(count, len(values))) if values[place] is not None]
    peaks = (
        [
            max(known, key=lambda place: values[place] or 0.0),
            min(known, key=lambda place: values[place] or 0.0),
        ]
        if known
        else []
    )
    return list(dict.fromkeys([count - 1, 0, *peaks, *range(count)]))
