"""Currencies as files name them, to ISO 4217."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from app.domain.money import CURRENCIES

_NAMES = {
    "人民币": "CNY", "人民币元": "CNY", "RMB": "CNY", "¥": "CNY",
    "元": "CNY", "本位币": "", "本币": "", "CNH": "CNY",
    "美元": "USD", "美金": "USD", "US$": "USD",
    "$": "USD", "US DOLLAR": "USD", "US DOLLARS": "USD",
    "欧元": "EUR", "€": "EUR", "EURO": "EUR",
    "EUROS": "EUR", "英镑": "GBP", "£": "GBP", "POUND": "GBP",
    "日元": "JPY", "日圆": "JPY", "日币": "JPY",
    "YEN": "JPY", "港币": "HKD", "港元": "HKD", "HK$": "HKD",
    "台币": "TWD", "新台币": "TWD", "NT$": "TWD",
    "韩元": "KRW", "韩币": "KRW", "新加坡元": "SGD", "新币": "SGD",
    "澳元": "AUD", "澳大利亚元": "AUD", "加元": "CAD",
    "加拿大元": "CAD", "瑞士法郎": "CHF", "瑞郎": "CHF",
    "卢布": "RUB", "俄罗斯卢布": "RUB", "泰铢": "THB",
    "卢比": "INR", "印度卢比": "INR", "越南盾": "VND",
    "林吉特": "MYR", "马来西亚林吉特": "MYR",
    "新西兰元": "NZD", "澳门元": "MOP", "澳门币": "MOP",
    "STERLING": "GBP", "POUND STERLING": "GBP", "YUAN": "CNY",
    "RENMINBI": "CNY", "DOLLAR": "USD", "DOLLARS": "USD",
}  # fmt: skip
_KNOWN = frozenset(CURRENCIES)
_CODE = re.compile(r"\b[A-Z]{3}\b")
_NOISE = re.compile(r"[()\[\]\-–:：/]")


@lru_cache(maxsize=512)
def iso(text: str) -> str | None:
    """The ISO code of a currency's name or sign; "" for an empty one, None when unknown."""
    plain = unicodedata.normalize("NFKC", text).strip().upper()
    if not plain:
        return ""
    if plain in _KNOWN:
        return plain
    if plain in _NAMES:
        return _NAMES[plain]
    for piece in [*_CODE.findall(plain), *_NOISE.sub(" ", plain).split()]:
        if piece in _KNOWN or piece in _NAMES:
            return piece if piece in _KNOWN else _NAMES[piece]
    return None
