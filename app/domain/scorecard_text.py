"""Scorecards as JSON: how they ship, travel between companies and are hashed.

The hash is of the canonical text without name and version, so two cards with one hash score alike.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from app.domain.problem import DomainError
from app.domain.scorecard import (
    Bin,
    Effect,
    Family,
    Grade,
    GradeBand,
    Indicator,
    InputKind,
    Knockout,
    Scorecard,
    Source,
    Test,
)

_UNREADABLE = (
    KeyError,
    TypeError,
    ValueError,
    AttributeError,
    OverflowError,
    InvalidOperation,
    RecursionError,
)
"""What reading a file that is no card, or is meant to harm, can raise."""


def parse(text: str) -> Scorecard:
    """A card from its JSON; ``DomainError("scorecard.unreadable")`` says where it is wrong."""
    try:
        return _card(json.loads(text))
    except _UNREADABLE as error:
        raise DomainError("scorecard.unreadable", detail=str(error) or type(error).__name__) from error


def to_text(card: Scorecard) -> str:
    """The card as JSON that ``parse`` reads back to an equal card."""
    return json.dumps(_as_json(card), ensure_ascii=False, indent=1) + "\n"


def content_hash(card: Scorecard) -> str:
    """SHA-256 of what decides a score: families, knock-outs, bands and least coverage."""
    content = {key: value for key, value in _as_json(card).items() if key not in {"name", "version", "code"}}
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _number(text: object) -> Decimal:
    number = Decimal(str(text))
    if not number.is_finite():
        raise ValueError(str(text))
    return number


def _optional(given: Mapping[str, Any], key: str) -> Decimal | None:
    return None if given.get(key) is None else _number(given[key])


def _card(given: Mapping[str, Any]) -> Scorecard:
    return Scorecard(
        code=str(given["code"]),
        families=tuple(_family(each) for each in given["families"]),
        knockouts=tuple(_knockout(each) for each in given.get("knockouts", ())),
        bands=tuple(GradeBand(Grade(each["grade"]), _number(each["floor"])) for each in given["bands"]),
        least_coverage=_number(given.get("least_coverage", 60)),
        version=int(given.get("version", 1)),
        name=str(given.get("name", "")),
        purpose=str(given.get("purpose", "existing")),
    )


def _family(given: Mapping[str, Any]) -> Family:
    indicators = tuple(_indicator(each) for each in given["indicators"])
    return Family(
        str(given["code"]), _number(given["weight"]), indicators, bool(given.get("evidence", False))
    )


def _indicator(given: Mapping[str, Any]) -> Indicator:
    age = given.get("max_age_days")
    return Indicator(
        code=str(given["code"]),
        kind=InputKind(given["kind"]),
        source=Source(given["source"]),
        weight=_number(given["weight"]),
        bins=tuple(_bin(each) for each in given["bins"]),
        unit=str(given.get("unit", "")),
        missing=_number(given.get("missing", 25)),
        out_of_range=_number(given.get("out_of_range", 0)),
        not_applicable=_optional(given, "not_applicable"),
        least=_optional(given, "least"),
        most=_optional(given, "most"),
        max_age_days=None if age is None else int(age),
        uneven=bool(given.get("uneven", False)),
        name=str(given.get("name", "")),
    )


def _bin(given: Mapping[str, Any]) -> Bin:
    return Bin(
        _number(given["points"]),
        _optional(given, "low"),
        _optional(given, "high"),
        str(given.get("choice", "")),
    )


def _knockout(given: Mapping[str, Any]) -> Knockout:
    value = given["value"]
    return Knockout(
        code=str(given["code"]),
        fact=str(given["fact"]),
        test=Test(given["test"]),
        value=_number(value["number"]) if isinstance(value, Mapping) else str(value),
        effect=Effect(given["effect"]),
        firm=bool(given.get("firm", False)),
    )


def _as_json(card: Scorecard) -> dict[str, Any]:
    return {
        "code": card.code,
        "purpose": card.purpose,
        "name": card.name,
        "version": card.version,
        "least_coverage": str(card.least_coverage),
        "families": [
            {
                "code": family.code,
                "weight": str(family.weight),
                "evidence": family.evidence,
                "indicators": [_indicator_as_json(each) for each in family.indicators],
            }
            for family in card.families
        ],
        "knockouts": [_knockout_as_json(each) for each in card.knockouts],
        "bands": [{"grade": str(band.grade), "floor": str(band.floor)} for band in card.bands],
    }


def _indicator_as_json(indicator: Indicator) -> dict[str, Any]:
    given: dict[str, Any] = {
        "code": indicator.code,
        "kind": str(indicator.kind),
        "source": str(indicator.source),
        "weight": str(indicator.weight),
        "unit": indicator.unit,
        "name": indicator.name,
        "missing": str(indicator.missing),
        "out_of_range": str(indicator.out_of_range),
        "uneven": indicator.uneven,
        "bins": [_bin_as_json(each) for each in indicator.bins],
    }
    for key in ("not_applicable", "least", "most"):
        value = getattr(indicator, key)
        if value is not None:
            given[key] = str(value)
    if indicator.max_age_days is not None:
        given["max_age_days"] = indicator.max_age_days
    return given


def _bin_as_json(each: Bin) -> dict[str, str]:
    given = {"points": str(each.points)}
    if each.choice:
        given["choice"] = each.choice
    if each.low is not None:
        given["low"] = str(each.low)
    if each.high is not None:
        given["high"] = str(each.high)
    return given


def _knockout_as_json(each: Knockout) -> dict[str, Any]:
    value: object = {"number": str(each.value)} if isinstance(each.value, Decimal) else each.value
    return {
        "code": each.code,
        "fact": each.fact,
        "test": str(each.test),
        "value": value,
        "effect": str(each.effect),
        "firm": each.firm,
    }
