"""Countries and industries of a downturn profile as people type them, and as words."""

from __future__ import annotations

import re
import unicodedata

from app.words import codes, say
from app.words.formats import country_name

_PARTS = re.compile(r"[\s,;/、，；]+")
_COUNTRY = re.compile(r"[A-Z]{2}")
_INDUSTRY = re.compile(r"[A-Z][0-9]{0,4}|[0-9]{2,4}")


def parts(text: str) -> list[str]:
    """Typed codes, capital, each once; full-width letters and commas understood."""
    plain = unicodedata.normalize("NFKC", text).upper()
    return list(dict.fromkeys(part for part in _PARTS.split(plain) if part))


def not_countries(text: str) -> list[str]:
    """What is no country's two letters."""
    return [part for part in parts(text) if not _COUNTRY.fullmatch(part) or country_name(part, "en") == part]


def not_industries(text: str) -> list[str]:
    """What cannot begin an industry's code."""
    return [part for part in parts(text) if not _INDUSTRY.fullmatch(part)]


def industry_name(code: str, lang: str) -> str:
    """An industry by the beginning of its code: C33 Metal products; the code alone where none is known."""
    for length in range(len(code), 0, -1):
        for system in ("gbt4754", "isic"):
            key = f"industry.{system}:{code[:length]}"
            if key in codes():
                return f"{code} {say(key, lang)}"
    return code
