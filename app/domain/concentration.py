"""Customer concentration (客户集中度): the largest, the top few, and how many equal ones it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Concentration:
    """Shares in per cent; ``hhi`` is Σ share² × 10,000 (0 to 10,000), ``effective`` the number of equals.

    ``above`` counts those above the limit share.
    """

    largest: Decimal
    top_three: Decimal
    top_five: Decimal
    hhi: Decimal
    effective: Decimal
    above: int


def concentration(amounts: Sequence[int], limit: Decimal = Decimal(15)) -> Concentration | None:
    """Of what customers owe, minor units of one currency; None when nothing is owed.

    Customers we owe (below nothing) take no part.
    """
    owed = sorted((amount for amount in amounts if amount > 0), reverse=True)
    total = sum(owed)
    if not total:
        return None
    squares = sum(amount * amount for amount in owed)
    shares = [Decimal(amount) * 100 / total for amount in owed]
    return Concentration(
        shares[0],
        sum(shares[:3], Decimal(0)),
        sum(shares[:5], Decimal(0)),
        Decimal(squares) * 10_000 / (total * total),
        Decimal(total * total) / squares,
        sum(share > limit for share in shares),
    )
