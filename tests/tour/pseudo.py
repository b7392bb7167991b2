"""A made-up language: English with accents, in brackets and 60 % longer, for the window and for words."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import holidays
from PySide6.QtCore import QLocale, QTranslator

from app import words
from app.domain.letter_fields import FIELDS
from app.domain.money import CURRENCIES
from app.resources import path as resource
from app.words import formats, industries

LONGER = 0.6
"""What a translation may add to English: German and Finnish labels do."""
_KEPT = re.compile(r"(\{[^}]*\}|%n|%\d|<[^>]*>|&&|&[A-Za-z])")
"""Fields, markup and mnemonics stay as they are."""
_ACCENTS = str.maketrans("aeiouAEIOUcnyCN", "àéîöüÀÉÎÖÜçñÿÇÑ")
_VOWELS = re.compile(r"[àéîöüÀÉÎÖÜ]")
_LEAST = 5
"""Letters of a text from a file that cannot be a part of another word by chance."""
_FORMS = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
_BRACKETED = re.compile(r"\[[^\[\]]*\]")


def pseudo(text: str) -> str:
    """``Save {name}`` as ``[Sààvéé {name}]``: as long as a translation may be."""
    if not text.strip():
        return text
    parts = _KEPT.split(text)
    missing = math.ceil(LONGER * sum(len(part) for part in parts[::2])) - 2
    for place in range(0, len(parts), 2):
        share = max(0, math.ceil(missing * len(parts[place]) / max(1, len(text))))
        parts[place] = _stretched(parts[place].translate(_ACCENTS), share)
    return f"[{''.join(parts)}]"


def _stretched(text: str, by: int) -> str:
    """Its vowels drawn out: words grow and their number stays, as it does in other languages."""
    vowels = len(_VOWELS.findall(text))
    if not vowels:
        return text + "~" * by if text.strip() else text
    each, rest = divmod(by, vowels)
    seen = iter(range(vowels))
    return _VOWELS.sub(lambda found: found.group() * (1 + each + (next(seen) < rest)), text)


def unbracketed(text: str) -> str:
    """What of a text the made-up language did not touch."""
    before = ""
    while before != text:
        before, text = text, _BRACKETED.sub(" ", text)
    return text


class Pseudo(QTranslator):
    """Installed over the English translator; Qt's own words stay as they are."""

    def __init__(self) -> None:
        super().__init__()
        self._english = QTranslator()
        self._english.load("en", str(resource("i18n")))

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Qt does not ask empty translators."""
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> Any:
        """The longer text; nothing for Qt's own."""
        if context.startswith("Q"):
            return None
        english = self._english.translate(context, text, disambiguation, n) if n >= 0 else ""
        return pseudo(english or text)


def lengthen_words() -> None:
    """The sentences for codes as well; for the rest of the process."""
    catalogue = words._CATALOGUE
    for code, texts in catalogue.items():
        catalogue[code] = (texts[0], *(pseudo(text) for text in texts[1:]))


def said_by_files() -> list[str]:
    """English that stands in our files beside its Chinese, and Qt's own: no translator is asked for it."""
    found = ["Scroll Left", "Scroll Right", *(half for each in FIELDS for half in each.meaning)]
    for path in (*resource().glob("*.json"), *resource("rates").glob("*.json")):
        found += _leaves(json.loads(path.read_text("utf-8")))
    found += ["Chinese New Year", "Chinese New Year's Eve", "New Year's Day"]  # as the calendar shortens them
    for years in ((2025, 2026), (2027,)):
        found += holidays.country_holidays("CN", years=years, language="en_US").values()
    whole = {text for text in found if len(text) >= _LEAST and not text.islower()}
    return sorted(whole, key=len, reverse=True)


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from value.split(" · ")  # a source in both languages
    elif isinstance(value, (dict, list)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _leaves(each)


def said_by_locale() -> list[str]:
    """What stands in the window by the locale's own words: days, months, money, countries, industries."""
    english = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    named = [english.monthName(month, form) for month in range(1, 13) for form in _FORMS]
    named += [english.dayName(day, form) for day in range(1, 8) for form in _FORMS]
    named += [formats.currency_name(code, "en") for code in CURRENCIES]
    named += [formats.country_name(code, "en") for code in formats.countries()]
    named += [formats.day_in_column(date(2025, month, 1), "en") for month in range(1, 13)]
    return named + [texts[1] for texts in industries.WORDS.values()]
