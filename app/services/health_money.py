"""Sums of several currencies brought to the base currency, each converted once; parts that still add up."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from app.domain.money import convert

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from app.services.rate_book import RateBook


class InBase:
    """Amounts at the rates of one day; a currency without a rate is left out and named in ``missing``."""

    def __init__(self, rates: RateBook, base: str, day: date) -> None:
        self._rates, self._base, self._day = rates, base, day
        self.missing: set[str] = set()

    def rate(self, currency: str) -> Decimal | None:
        """Base units per unit of another currency; None where there is none, which is remembered."""
        found = self._rates.to_base(currency, self._day)
        if found is None:
            self.missing.add(currency)
        return found

    def turn(self, minor: int, currency: str) -> int:
        """An amount in base minor units; nothing where there is no rate."""
        if currency == self._base or not minor:
            return minor
        rate = self.rate(currency)
        return convert(minor, currency, self._base, rate) if rate is not None else 0

    def total(self, amounts: Mapping[str, int]) -> int:
        """Sums by currency together."""
        return sum(self.turn(minor, currency) for currency, minor in amounts.items())

    def spread(self, rows: Sequence[tuple[str, int]]) -> list[int]:
        """Each row's amount (currency, minor) so that those of a currency add up to their sum converted."""
        so_far: dict[str, int] = defaultdict(int)
        given: dict[str, int] = defaultdict(int)
        found = []
        for currency, minor in rows:
            if currency == self._base:
                found.append(minor)
                continue
            so_far[currency] += minor
            upto = self.turn(so_far[currency], currency)
            found.append(upto - given[currency])
            given[currency] = upto
        return found

    def by_customer(self, rows: Iterable[tuple[int, str, int]]) -> dict[int, int]:
        """Amounts per customer, all currencies together, adding up to the sums converted."""
        told = list(rows)
        parts = self.spread([(currency, minor) for _, currency, minor in told])
        found: dict[int, int] = defaultdict(int)
        for (row_id, _, _), amount in zip(told, parts, strict=True):
            found[row_id] += amount
        return found
