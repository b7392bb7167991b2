"""Invented exchange rates of the sample company: a slow walk around a level, one a month."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from app.domain.document import Rate

_LEVELS = {"USD": "7.1200", "EUR": "8.1600", "GBP": "9.4800", "JPY": "0.047600"}
_STEP = 0.009


def sample_rates(rng: Random, start: date, as_of: date) -> tuple[Rate, ...]:
    """A rate per currency on the first of every month from before ``start`` to ``as_of``."""
    rates = []
    for currency, level in _LEVELS.items():
        unit = Decimal(level).as_tuple().exponent
        value = float(level)
        day = start.replace(day=1)
        while day <= as_of:
            rate = Decimal(value).quantize(Decimal(1).scaleb(int(unit)))
            rates.append(Rate(currency, day, rate, "样例汇率 / sample rate"))
            value *= 1 + rng.uniform(-_STEP, _STEP)
            day = (day + timedelta(32)).replace(day=1)
    return tuple(rates)


class RateBook:
    """The last rate on or before a day."""

    def __init__(self, rates: tuple[Rate, ...]) -> None:
        self._days: dict[str, list[date]] = {}
        self._rates: dict[str, list[Decimal]] = {}
        for rate in sorted(rates, key=lambda one: one.on):
            self._days.setdefault(rate.currency, []).append(rate.on)
            self._rates.setdefault(rate.currency, []).append(rate.rate)

    def on(self, currency: str, day: date) -> Decimal | None:
        """Base units per unit of ``currency``; None for the base itself."""
        days = self._days.get(currency)
        if days is None:
            return None
        return self._rates[currency][max(bisect_right(days, day) - 1, 0)]
