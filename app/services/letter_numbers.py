"""Numbers of letters: CK-20251231-001, counted by day and never given twice."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date


def number_prefix(on: date) -> str:
    """What all numbers of a day begin with."""
    return f"CK-{on:%Y%m%d}-"


def free_numbers(on: date, count: int, used: Collection[str]) -> list[str]:
    """The next numbers of a day after the highest one in use."""
    prefix = number_prefix(on)
    tails = (number.removeprefix(prefix) for number in used)
    highest = max((int(tail) for tail in tails if tail.isascii() and tail.isdecimal()), default=0)
    return [f"{prefix}{highest + n:03}" for n in range(1, count + 1)]
