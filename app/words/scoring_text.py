"""Scores in words: values with their units, rows of a card, points lost and gained, what would lift a grade.

Takes codes and figures, as words know nothing of the domain.
"""

from __future__ import annotations

import json
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from app.words import codes, say
from app.words.formats import MINUS, day_in_sentence

_CLOSE = frozenset({"percent"})
"""Units that stand at the figure without a space in either language."""


def name_of(kind: str, code: str, lang: str, own: str = "") -> str:
    """The name of a family, indicator, knock-out and so on: its own, else ours, else its code."""
    found = f"{kind}.{code}"
    return own or (say(found, lang) if found in codes() else code)


def card_name(code: str, lang: str, own: str = "") -> str:
    """The name of a card."""
    return name_of("scorecard.name", code, lang, own)


def value(indicator: str, given: Decimal | str | None, unit: str, lang: str) -> str:
    """A value as people read it: ``23 天``, ``68.5%``, ``audited``; empty where there is none."""
    if given is None:
        return ""
    if isinstance(given, str):
        return name_of(f"choice.{indicator}", given, lang)
    return _with_unit(_figure(given), unit, lang)


def points(given: Decimal) -> str:
    """Points to one decimal with a true minus."""
    return _signed(f"{given.quantize(Decimal('0.1'), rounding=ROUND_HALF_UP)}")


def bin_label(
    indicator: str, low: Decimal | None, high: Decimal | None, choice: str, unit: str, lang: str
) -> str:
    """A row of an indicator: from and below, or its choice."""
    if choice:
        return name_of(f"choice.{indicator}", choice, lang)
    if low is None and high is None:
        return ""
    if low is None:
        return say("scoring.below", lang, high=_with_unit(_figure(high), unit, lang))
    if high is None:
        return say("scoring.from", lang, low=_with_unit(_figure(low), unit, lang))
    return say("scoring.between", lang, low=_figure(low), high=_with_unit(_figure(high), unit, lang))


def reason(name: str, said: str, answer: str, shown: Decimal, most: Decimal, lang: str) -> str:
    """What an indicator cost: ``平均迟付 23 天：−9.0 / 15``; ``said`` is its value in words."""
    figures = {"loss": points(min(shown - most, Decimal(0))), "most": points(most)}
    if answer in {"given", "stale"}:
        return say("scoring.reason", lang, name=name, value=said, **figures)
    told = say(f"answer.{answer}", lang)
    return say(
        "scoring.reason_special", lang, name=name, answer=told if lang == "zh" else told.lower(), **figures
    )


def credit(name: str, said: str, shown: Decimal, most: Decimal, lang: str) -> str:
    """What an indicator earned."""
    return say("scoring.credit", lang, name=name, value=said, points=points(shown), most=points(most))


def detail(text: str, lang: str) -> str:
    """The remark kept with a value, in words; a bare text stays as it is."""
    try:
        code, *rest = json.loads(text)
        params = {key: _param(each, lang) for key, each in (rest[0] if rest else {}).items()}
        return say(code, lang, **params) if code in codes() else ""
    except (ValueError, TypeError, KeyError, AttributeError, IndexError):
        return text


def because(code: str, params: dict[str, object], lang: str) -> str:
    """A reason such as why an assessment ended; days in words, codes of indicators by name."""
    return say(code, lang, **{key: _param(each, lang, key) for key, each in params.items()})


def _param(given: object, lang: str, key: str = "") -> object:
    if isinstance(given, date):
        return day_in_sentence(given, lang)
    if isinstance(given, Decimal):
        return _figure(given)
    if isinstance(given, list):
        return ("、" if lang == "zh" else ", ").join(name_of("line", str(each), lang) for each in given)
    if key in {"indicator", "family", "knockout"} and isinstance(given, str):
        return name_of(key, given, lang)
    if isinstance(given, str) and given in codes():
        return say(given, lang)
    return given


def _figure(given: Decimal | None) -> str:
    """A figure without zeros at its end, to two decimals at most."""
    if given is None:
        return ""
    text = f"{given:,.2f}".rstrip("0").rstrip(".")
    return _signed("0" if text in {"-0", ""} else text)


def _signed(text: str) -> str:
    return text.replace("-", MINUS)


def _with_unit(figure: str, unit: str, lang: str) -> str:
    if not unit:
        return figure
    said = name_of("unit", unit, lang)
    if unit == "class":
        return f"{figure} {said}" if lang == "zh" else f"{said} {figure}"
    if lang != "zh" and figure in {"1", f"{MINUS}1"}:
        said = said.removesuffix("s")
    return f"{figure}{said}" if unit in _CLOSE else f"{figure} {said}"
