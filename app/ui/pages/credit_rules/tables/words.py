"""Rows of the tables in words."""

from __future__ import annotations

from app.services.scoring_tables import TableName
from app.words import codes, say, word
from app.words.formats import country_name

OUTLOOK_TONES = {"growing": "good", "stable": "neutral", "weakening": "warn", "distressed": "danger"}
_LOW, _MIDDLE = 2, 4
SYSTEMS = {"gbt4754": "GB/T 4754", "isic": "ISIC"}


def key_name(table: TableName, key: str, lang: str) -> str:
    """The country or the industry that a row is about."""
    if table is TableName.COUNTRY_RISK:
        return country_name(key, lang)
    name, system = word("industry", key, lang), key.partition(":")[0]
    shown = name.removeprefix("industry.")
    return f"{shown} ({SYSTEMS[system]})" if system in SYSTEMS and system != "gbt4754" else shown


def value_words(table: TableName, value: str, lang: str) -> str:
    """A class as it is, an outlook in words."""
    return value if table is TableName.COUNTRY_RISK else word("choice.industry_outlook", value, lang)


def risk_tone(value: str) -> str:
    """The tone of a class: up to 2 is good, up to 4 needs a look."""
    try:
        risk = float(value)
    except ValueError:
        return "neutral"
    if risk <= _LOW:
        return "good"
    return "warn" if risk <= _MIDDLE else "danger"


def source_words(source: str, lang: str) -> str:
    """Where a value is from: a word of ours for shipped rows, else what somebody wrote."""
    return say(source, lang) if source in codes() else source
