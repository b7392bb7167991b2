"""What a review's content is made of: plain values that go to JSON and come back the same, whatever they are.

A value is a number, a text, a day, money, a name in two languages or a sentence by its code. Numbers that
are no whole counts are ``Decimal`` and keep every place, so a figure read back equals the one written.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from app.domain.money import Money
from app.domain.problem import DomainError


class Said(NamedTuple):
    """A sentence by its code and parameters, worded only where it is read."""

    code: str
    params: dict[str, object] = {}  # noqa: RUF012 - a default nobody writes to


class Name(NamedTuple):
    """What somebody is called in Chinese and English, with the row behind it (0 for none)."""

    zh: str
    en: str = ""
    id: int = 0

    def to(self, lang: str) -> str:
        """The name for a reader of ``zh`` or ``en``; the other one where there is none."""
        return (self.zh or self.en) if lang == "zh" else (self.en or self.zh)


class Measure(NamedTuple):
    """A number with what it counts: share (a fraction), days, times, points, or money in major units."""

    value: Decimal | None
    unit: str = "share"


Value = None | bool | int | str | Decimal | date | Money | Name | Said | Measure


def to_plain(value: object) -> object:  # noqa: PLR0911 - one per kind of value
    """A value as JSON can hold it: what JSON has no word for stands in an object of one letter."""
    match value:
        case None | bool() | int():
            return value
        case str():
            return str(value)
        case Decimal():
            return {"n": str(value)}
        case date():
            return {"d": value.isoformat()}
        case Money():
            return {"m": [value.minor, value.currency]}
        case Name():
            return {"w": [value.zh, value.en, value.id]}
        case Measure():
            return {"f": [None if value.value is None else str(value.value), value.unit]}
        case (str(code), Mapping() as params):
            return {"s": [code, {str(name): to_plain(one) for name, one in params.items()}]}
        case tuple() | list():
            return {"l": [to_plain(one) for one in value]}
    raise TypeError(type(value).__name__)


def from_plain(told: object) -> object:  # noqa: PLR0911 - one per kind of value
    """The value a JSON answer stands for; ``DomainError("review.unreadable")`` for anything else."""
    match told:
        case None | bool() | int() | str():
            return told
        case {"n": str(text)}:
            return Decimal(text)
        case {"d": str(text)}:
            return date.fromisoformat(text)
        case {"m": [int(minor), str(currency)]}:
            return Money(minor, currency)
        case {"w": [str(zh), str(en), int(row)]}:
            return Name(zh, en, row)
        case {"f": [str() | None as number, str(unit)]}:
            return Measure(None if number is None else Decimal(number), unit)
        case {"s": [str(code), dict(params)]}:
            return Said(code, {str(name): from_plain(one) for name, one in params.items()})
        case {"l": [*parts]}:
            return tuple(from_plain(one) for one in parts)
    raise DomainError("review.unreadable")
