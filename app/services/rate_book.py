"""Dated exchange rates at hand: from any currency to any other on a day, by the company's own rates."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.money import exponent, round_minor

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from app.domain.document import Rate

_ONE = Decimal(1)


class RateBook:
    """All rates of a company; a rate holds from its day until the next one of its currency."""

    def __init__(self, rates: Iterable[Rate], base: str) -> None:
        self._base = base
        self._days: dict[str, list[date]] = defaultdict(list)
        self._rates: dict[str, list[Decimal]] = defaultdict(list)
        for each in sorted(rates, key=lambda rate: (rate.currency, rate.on)):
            self._days[each.currency].append(each.on)
            self._rates[each.currency].append(each.rate)

    def to_base(self, currency: str, day: date) -> Decimal | None:
        """Base units per unit of a currency; None where no rate is known by that day."""
        place = bisect_right(self._days.get(currency, []), day)
        return self._rates[currency][place - 1] if place else None

    def cross(self, source: str, target: str, day: date) -> Decimal | None:
        """Units of ``target`` per unit of ``source``; None where one of the two has no rate."""
        one, two = self._of(source, day), self._of(target, day)
        if one is None or two is None or not two:
            return None
        return one / two

    def in_base(self, minor: int, currency: str, day: date) -> int | None:
        """An amount in minor units of the base currency, rounded once; None where no rate is known."""
        if currency == self._base:
            return minor
        factor = self.factor(currency, day)
        return None if factor is None else round_minor(minor * factor)

    def factor(self, currency: str, day: date) -> Decimal | None:
        """Minor units of the base currency per minor unit of another; None where no rate is known."""
        rate = self._of(currency, day)
        return None if rate is None else rate.scaleb(exponent(self._base) - exponent(currency))

    def _of(self, currency: str, day: date) -> Decimal | None:
        if currency == self._base:
            return _ONE
        return self.to_base(currency, day)
