"""Warnings, reviews and what stands behind them, as sentences."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from app.words import codes, say
from app.words.formats import DASH, MINUS, day_in_sentence, money, percent

_DAYS = frozenset({"on"})
_RULES = "alert_thresholds"


def alert_sentence(rule: str, params: Mapping[str, object], lang: str) -> str:
    """What a warning says, with its figures."""
    return say(f"alert.{rule}", lang, **_worded(params, lang))


def review_sentence(reason: str, params: Mapping[str, object], lang: str) -> str:
    """Why a review is due."""
    return say(f"review.{reason}", lang, **_worded(params, lang))


def fact_sentence(code: str, params: Mapping[str, object], lang: str) -> str:
    """What a row behind a warning says, or how the rows made the rule fire; own words stay as they are."""
    return say(code, lang, **_worded(params, lang)) if code in codes() else code


def rule_sentence(rule: str, thresholds: Mapping[str, Decimal], lang: str) -> str:
    """When a rule fires, with its thresholds."""
    return say(
        f"{_RULES}.{rule}", lang, **{name: f"{value.normalize():f}" for name, value in thresholds.items()}
    )


def _worded(params: Mapping[str, object], lang: str) -> dict[str, object]:
    """Days, amounts, shares and kinds of events in words; anything else as it is."""
    return {name: _figure(name, value, lang) for name, value in params.items()}


def _figure(name: str, value: object, lang: str) -> object:
    match value:
        case date():
            return day_in_sentence(value, lang)
        case str():
            return _text(name, value, lang)
        case (int(part), int(whole)):
            return percent(part, whole) if whole else DASH
        case (int(minor), str(currency), int(places)):
            return money(minor, places, currency, lang)
        case _:
            return value


def _text(name: str, value: str, lang: str) -> object:
    """A figure kept as text: a day, a kind of event, a number below nothing; own words as they are."""
    if name in _DAYS and value:
        return day_in_sentence(date.fromisoformat(value), lang)
    if name == "kind":
        return f"event_kind.{value}", {}
    negative = value.startswith("-") and value[1:].isdecimal()
    return f"{MINUS}{value[1:]}" if negative else value
