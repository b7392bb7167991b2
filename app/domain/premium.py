"""Premium (保险费) by declared turnover, against the minimum and what was paid before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from app.domain.money import round_minor
from app.domain.policy import PolicyTerms


@dataclass(frozen=True, slots=True)
class Premium:
    """The premium of an insurance period; minor units. ``balance`` below 0 is owed to us."""

    turnover: int
    by_rate: int
    minimum: int
    due: int
    fees: int
    paid: int

    @property
    def balance(self) -> int:
        """What is still to be paid."""
        return self.due + self.fees - self.paid

    @property
    def bound_by_minimum(self) -> bool:
        """Whether the minimum premium decides."""
        return self.due > self.by_rate


def premium(
    terms: PolicyTerms, declared: Iterable[int], *, paid: int = 0, fees: int = 0, ended: bool = True
) -> Premium:
    """The premium for the declared turnover; the minimum holds for the whole period.

    ``fees`` are limit fees and the like. While the period runs (``ended`` False) the minimum is
    shown and not yet due beyond the deposit.
    """
    turnover = sum(declared)
    by_rate = round_minor(Decimal(turnover) * terms.premium_rate / 100)
    floor = terms.min_premium if ended else terms.deposit_premium
    return Premium(turnover, by_rate, terms.min_premium, max(by_rate, floor), fees, paid)


def finance_cap(declared: int, limit: int, pct: Decimal) -> int:
    """What a bank may lend on an assigned policy: the lower of debt and limit × insured %; minor units.

    Rounded down: a bank does not lend a fraction more than is insured. Source: 信保融资 practice.
    """
    return int(Decimal(max(0, min(declared, limit))) * pct / 100)
