"""A finding of the order check as a sentence: amounts, days and figures written as the language has them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from app.words.formats import money, spoken


def finding(code: str, params: Mapping[str, object], lang: str) -> str:
    """The sentence of a reason; amounts of money are known by their ``major`` and ``currency``."""
    return spoken(code, lang, {name: _written(value, lang) for name, value in params.items()})


def _written(value: object, lang: str) -> object:
    major, currency = getattr(value, "major", None), getattr(value, "currency", "")
    if callable(major) and isinstance(amount := major(), Decimal):
        places = -int(amount.as_tuple().exponent)
        return money(int(amount.scaleb(places)), places, str(currency), lang)
    return f"{value:,f}" if isinstance(value, Decimal) else value
