"""Loss rates from one's own history: roll rates, absorbing Markov chains, write-offs; per cent, exact.

A roll rate is the share of a bucket that is in the next bucket a period later. A chain has buckets as
states and ends in paid or lost: N = (I − Q)⁻¹, absorption = N·R. Source: Cyert, Davidson and Thompson,
Management Science 8(3), 1962; each invoice is classed by its own age.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from app.domain.problem import DomainError

Matrix = Sequence[Sequence[Fraction]]


def by_roll_rates(rolls: Sequence[Decimal], lgd: Decimal = Decimal(100)) -> list[Decimal]:
    """Loss rate per bucket from the roll rates between them; the last bucket is lost but for ``lgd``.

    ``rolls[k]`` (per cent) leads from bucket k to k + 1; there is one bucket more than rolls.
    """
    if any(not 0 <= roll <= 100 for roll in [*rolls, lgd]):  # noqa: PLR2004 - per cent
        raise DomainError("loss_rates.share")
    found = [lgd]
    for roll in reversed(rolls):
        found.append(found[-1] * roll / 100)
    return found[::-1]


def roll_rates(
    balances: Sequence[Sequence[int]], into_last: Sequence[int] | None = None
) -> list[Decimal | None]:
    """Average roll rate from each bucket to the next over consecutive period ends, per cent.

    ``balances[t][k]`` is what was open in bucket k at the end of period t, minor units. What entered the
    last bucket is ``into_last`` by period; where that is not told, the last bucket keeps what it has.
    None where nothing was ever in a bucket; a rate above the whole counts as it.
    """
    if any(len(row) != len(balances[0]) for row in balances):
        raise DomainError("loss_rates.ragged")
    buckets = len(balances[0]) if balances else 0
    found: list[Decimal | None] = []
    for bucket in range(buckets - 1):
        came = sum(balances[t][bucket] for t in range(len(balances) - 1))
        went = sum(balances[t + 1][bucket + 1] for t in range(len(balances) - 1))
        if bucket == buckets - 2 and into_last is not None:
            went = sum(into_last)
        elif bucket == buckets - 2:
            went -= sum(balances[t][bucket + 1] for t in range(len(balances) - 1))
        found.append(None if came <= 0 else min(Decimal(100), max(Decimal(0), Decimal(went) * 100 / came)))
    return found


def inverse(matrix: Matrix) -> list[list[Fraction]]:
    """The exact inverse of a square matrix; ``DomainError`` where there is none."""
    size = len(matrix)
    rows = [
        [*map(Fraction, row), *(Fraction(int(place == column)) for column in range(size))]
        for place, row in enumerate(matrix)
    ]
    for column in range(size):
        pivot = next((row for row in range(column, size) if rows[row][column] != 0), None)
        if pivot is None:
            raise DomainError("loss_rates.no_end")
        rows[column], rows[pivot] = rows[pivot], rows[column]
        head = rows[column][column]
        rows[column] = [cell / head for cell in rows[column]]
        for row in range(size):
            if row != column and rows[row][column] != 0:
                factor = rows[row][column]
                rows[row] = [cell - factor * own for cell, own in zip(rows[row], rows[column], strict=True)]
    return [row[size:] for row in rows]


def fundamental(stay: Matrix) -> list[list[Fraction]]:
    """N = (I − Q)⁻¹: how many periods something now in state i is expected to spend in state j."""
    size = len(stay)
    return inverse(
        [[Fraction(int(row == column)) - stay[row][column] for column in range(size)] for row in range(size)]
    )


def absorption(stay: Matrix, end: Matrix) -> list[list[Fraction]]:
    """N·R: from each state, the probability of every end (paid, lost)."""
    whole = fundamental(stay)
    ends = len(end[0]) if end else 0
    return [
        [
            sum((row[place] * end[place][column] for place in range(len(end))), Fraction(0))
            for column in range(ends)
        ]
        for row in whole
    ]


def by_write_offs(written_off: Sequence[int], sold: Sequence[int]) -> Decimal | None:
    """Net write-offs of some years over the credit sales they came from, per cent; None without sales."""
    total = sum(sold)
    return None if total <= 0 else Decimal(max(0, sum(written_off))) * 100 / total
