"""Exact money: integer minor units and an ISO 4217 currency; never a float.

Rounding is half up (away from zero), the commercial rule, and happens once, at the edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from app.domain.problem import DomainError

# ISO 4217 minor units where they are not 2.
_EXPONENTS = dict.fromkeys(
    ("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF").split(), 0
) | dict.fromkeys(("BHD IQD JOD KWD LYD OMR TND").split(), 3)

_MOST_DIGITS = 30
"""Powers of ten beyond any amount; Python counts on for minutes."""
CURRENCIES: tuple[str, ...] = tuple(
    "CNY USD EUR GBP JPY HKD TWD KRW SGD AUD CAD CHF NZD SEK NOK DKK INR THB MYR IDR VND PHP "
    "AED SAR BRL MXN ZAR TRY PLN CZK HUF RUB ILS KWD BHD OMR CLP MOP PKR BDT EGP NGN KES ARS COP PEN "
    "RON BGN UAH KZT QAR JOD LKR".split()
)


def exponent(currency: str) -> int:
    """Decimal places of the currency's minor unit (ISO 4217): CNY 2, JPY 0, KWD 3."""
    return _EXPONENTS.get(currency, 2)


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An amount in minor units (cents, fen) of one currency; negative means owed by us."""

    minor: int
    currency: str

    @classmethod
    def of(cls, amount: Decimal | str | int, currency: str) -> Money:
        """From major units; raises ``DomainError`` if finer than the currency's minor unit."""
        return cls(to_minor(amount, currency), currency)

    def major(self) -> Decimal:
        """The amount in major units with the currency's own number of decimals."""
        return to_major(self.minor, self.currency)

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __str__(self) -> str:
        return f"{self.currency} {self.major():,f}"

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise DomainError("money.currency_mix", a=self.currency, b=other.currency)


def to_minor(amount: Decimal | str | int, currency: str) -> int:
    """Major units to minor units, exactly; ``DomainError`` on excess decimals and beyond any amount."""
    if Decimal(amount).adjusted() > _MOST_DIGITS:
        raise DomainError("amount.too_large", amount=str(amount))
    scaled = Decimal(amount).scaleb(exponent(currency))
    if scaled != scaled.to_integral_value():
        raise DomainError("money.too_many_decimals", amount=str(amount), currency=currency)
    return int(scaled)


def to_major(minor: int, currency: str) -> Decimal:
    """Minor units to major units, with the currency's own number of decimals."""
    return Decimal(minor).scaleb(-exponent(currency))


def round_minor(amount: Decimal) -> int:
    """A fractional count of minor units, rounded half up (away from zero)."""
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def whole_units(minor: int, currency: str) -> int:
    """Minor units of the amount rounded half up to whole major units, as tables write it."""
    unit: int = 10 ** exponent(currency)
    found = (abs(minor) + unit // 2) // unit * unit
    return -found if minor < 0 else found


def convert(minor: int, source: str, target: str, rate: Decimal) -> int:
    """Minor units of ``source`` at ``rate`` (target units per one source unit) in minor of ``target``."""
    return round_minor(to_major(minor, source) * rate * 10 ** exponent(target))


def split(minor: int, weights: Sequence[Decimal]) -> list[int]:
    """Split by weights so that the parts sum to the whole (largest remainder, earlier part first).

    Raises ``DomainError`` if no weight is positive or one is negative.
    """
    total = sum(weights, Decimal(0))
    if total <= 0 or any(weight < 0 for weight in weights):
        raise DomainError("money.bad_weights")
    sign = -1 if minor < 0 else 1
    exact = [Decimal(abs(minor)) * weight / total for weight in weights]
    parts = [int(share) for share in exact]
    order = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], i))
    for i in order[: abs(minor) - sum(parts)]:
        parts[i] += 1
    return [sign * part for part in parts]
