"""Amounts as people and programs write them, to exact decimals and minor units."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from app.domain.importing import Cell
from app.domain.money import exponent

_DASHES = frozenset("- -- --- – — ― / － ―― —— − 无 nil".split())
_SYMBOLS = {
    "US$": "USD", "HK$": "HKD", "NT$": "TWD", "S$": "SGD", "A$": "AUD", "C$": "CAD", "CN¥": "CNY",
    "RMB": "CNY", "CNY": "CNY", "USD": "USD", "EUR": "EUR", "GBP": "GBP", "JPY": "JPY", "HKD": "HKD",
    "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW", "人民币": "CNY", "美元": "USD", "欧元": "EUR",
    "港币": "HKD", "港元": "HKD", "英镑": "GBP", "日元": "JPY",
}  # fmt: skip
_YEN_OR_YUAN = "¥"
_DOLLAR = "$"
_SIDES = {"DR": 1, "CR": -1, "借": 1, "贷": -1, "DR.": 1, "CR.": -1}
_UNITS = {"万元": Decimal(10_000), "万": Decimal(10_000), "亿元": Decimal(10**8), "亿": Decimal(10**8)}
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+")
_SPACES = re.compile(r"[\s'’`_\u00a0\u202f\u2009]")
_CENTS = 2
_ENOUGH_VOTES = 1000


class BadNumberError(ValueError):
    """A text that is no amount."""


def parse(text: str, decimal: str = ".") -> Decimal | None:
    """The amount in a text, None for an empty one; raises ``BadNumberError``.

    A dash is zero; brackets, a trailing minus, CR and 贷 are negative; 万 multiplies. ``decimal``
    is the file's decimal mark, the other of "." and "," then groups thousands.
    """
    return parse_with_currency(text, decimal)[0]


def parse_with_currency(text: str, decimal: str = ".") -> tuple[Decimal | None, str]:
    """The amount and the currency its symbol names: "" for none, "$" and "¥" as they stand."""
    plain = unicodedata.normalize("NFKC", text).replace("\x00", "").strip().lstrip("'").strip()
    if not plain:
        return None, ""
    if plain.casefold() in _DASHES:
        return Decimal(0), ""
    body, currency = _strip_currency(plain.upper())
    body, sign = _strip_sign(body)
    body, again = _strip_currency(body)
    body, unit = _strip_unit(body)
    body, inner = _strip_sign(body)
    digits = _SPACES.sub("", body)
    if decimal == ",":
        digits = digits.translate(_SWAP)
    if not _GROUPED.fullmatch(digits):
        raise BadNumberError(text)
    return Decimal(digits.replace(",", "")) * unit * sign * inner, currency or again


def currency_of(symbol: str, expected: str) -> str:
    """The currency a sign means where ``expected`` is the file's own: $ is any dollar, ¥ yuan or yen."""
    if symbol == _DOLLAR:
        return expected if expected in _DOLLARS else "USD"
    if symbol == _YEN_OR_YUAN:
        return expected if expected in {"CNY", "JPY"} else "CNY"
    return symbol


_DOLLARS = frozenset("USD HKD TWD SGD AUD CAD NZD MXN ARS COP CLP BRL".split())
_SWAP = str.maketrans(",.", ".,")


def _strip_currency(text: str) -> tuple[str, str]:
    """The text without a currency before or after it, and that currency."""
    for symbol, currency in _SYMBOLS.items():
        if symbol in text:
            return text.replace(symbol, "", 1).strip(), currency
    for symbol in (_DOLLAR, _YEN_OR_YUAN):
        if symbol in text:
            return text.replace(symbol, "", 1).strip(), symbol
    return text, ""


def _strip_sign(text: str) -> tuple[str, int]:
    """The text without brackets, minus or side, and the sign they mean."""
    text = text.replace("−", "-").replace("–", "-")
    for side, sign in _SIDES.items():
        if text.endswith(side) or text.startswith(side):
            rest = text.removesuffix(side).removeprefix(side).strip(" :")
            inner, turned = _strip_sign(rest)
            return inner, sign * turned
    if text.startswith("(") and text.endswith(")"):
        return text[1:-1].strip(), -1
    if text.endswith("-") and len(text) > 1:
        return text[:-1].strip(), -1
    if text.startswith("-"):
        return text[1:].strip(), -1
    return text.removeprefix("+").strip(), 1


def _strip_unit(text: str) -> tuple[str, Decimal]:
    """The text without 元 or 万元, and what it multiplies by."""
    for unit, factor in _UNITS.items():
        if text.endswith(unit):
            return text.removesuffix(unit).strip(), factor
    return text.removesuffix("整").removesuffix("元").strip(), Decimal(1)


def decimal_mark(cells: Iterable[Cell], default: str = ".") -> str:
    """The decimal mark that the texts of amount columns agree on; ``default`` when none shows it."""
    votes = {".": 0, ",": 0}
    for cell in cells:
        if isinstance(cell, str):
            mark = _mark_of(_SPACES.sub("", unicodedata.normalize("NFKC", cell)))
            if mark:
                votes[mark] += 1
                if votes["."] + votes[","] >= _ENOUGH_VOTES:
                    break
    if votes["."] == votes[","]:
        return default
    return max(votes, key=lambda mark: votes[mark])


def _mark_of(text: str) -> str:
    """The decimal mark one amount shows: the last of two different marks, or one not before three digits."""
    body = text.strip("()+-$€£¥元 ")
    dot, comma = body.rfind("."), body.rfind(",")
    if dot < 0 and comma < 0:
        return ""
    if dot >= 0 and comma >= 0:
        return "." if dot > comma else ","
    mark, place = (".", dot) if dot >= 0 else (",", comma)
    if body.count(mark) > 1:
        return "," if mark == "." else "."
    tail = len(body) - place - 1
    return mark if 0 < tail <= _CENTS and body[place + 1 :].isdigit() else ""


def looks_like_number(cell: Cell) -> bool:
    """True for a number cell or a text that reads as an amount in either notation."""
    if isinstance(cell, bool) or cell is None:
        return False
    if isinstance(cell, int | float):
        return True
    if not isinstance(cell, str):
        return False
    for mark in (".", ","):
        try:
            return parse(cell, mark) is not None
        except BadNumberError:
            continue
    return False


LARGEST = 10**15
"""No amount in major units is larger: beyond it digits were lost, or columns mixed up."""


class RoundedError(ValueError):
    """An amount finer than its currency's minor unit; ``minor`` is it rounded half up."""

    def __init__(self, minor: int) -> None:
        super().__init__(minor)
        self.minor = minor


def minor_units(value: Decimal, currency: str) -> int:
    """A decimal amount in minor units; raises ``RoundedError`` when it is finer than those."""
    scaled = value.scaleb(exponent(currency))
    whole = int(scaled.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    if scaled != whole:
        raise RoundedError(whole)
    return whole


def float_to_decimal(value: float) -> Decimal:
    """A number cell as the spreadsheet shows it: fifteen significant digits, no binary dust."""
    if not math.isfinite(value):
        raise BadNumberError(str(value))
    return Decimal(f"{value:.15g}")
