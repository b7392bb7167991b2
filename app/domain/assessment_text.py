"""The inputs of an assessment as JSON: what is stored with it and gives the same outcome for ever."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from app.domain.assessment import Input
from app.domain.problem import DomainError

Value = Decimal | str | None


def write(inputs: Mapping[str, Input], facts: Mapping[str, Value]) -> str:
    """Inputs with their sources and the facts beside them, in one canonical text."""
    content = {
        "inputs": {code: _as_json(given) for code, given in inputs.items()},
        "facts": {code: _value_as_json(value) for code, value in facts.items()},
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def read(text: str) -> tuple[dict[str, Input], dict[str, Value]]:
    """What ``write`` wrote, or a bare object of values; ``DomainError("assessment.unreadable")``."""
    try:
        content = dict(json.loads(text).items())
        whole = content if "inputs" in content else {"inputs": content}
        inputs = {str(code): _input(given) for code, given in whole["inputs"].items()}
        return inputs, {str(code): _value(given) for code, given in whole.get("facts", {}).items()}
    except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation, RecursionError) as error:
        raise DomainError("assessment.unreadable", detail=str(error) or type(error).__name__) from error


def _as_json(given: Input) -> dict[str, Any]:
    told: dict[str, Any] = {"value": _value_as_json(given.value)}
    if given.source:
        told["source"] = given.source
    if given.on is not None:
        told["on"] = given.on.isoformat()
    if not given.applicable:
        told["applicable"] = False
    if given.detail:
        told["detail"] = given.detail
    if given.replaces is not None or given.reason:
        told["replaces"], told["reason"] = _value_as_json(given.replaces), given.reason
    return told


def _value_as_json(value: Value) -> object:
    return {"number": str(value)} if isinstance(value, Decimal) else value


def _input(given: object) -> Input:
    if not isinstance(given, Mapping) or "number" in given:
        return Input(_value(given), source="typed")
    on = given.get("on")
    return Input(
        _value(given["value"]) if "value" in given else None,
        str(given.get("source", "")),
        None if on is None else date.fromisoformat(str(on)),
        applicable=bool(given.get("applicable", True)),
        detail=str(given.get("detail", "")),
        replaces=_value(given.get("replaces")),
        reason=str(given.get("reason", "")),
    )


def _value(given: object) -> Value:
    if isinstance(given, Mapping):
        return _number(given["number"])
    if given is None or isinstance(given, str):
        return given
    if isinstance(given, bool) or not isinstance(given, int | float):
        raise TypeError(type(given).__name__)
    return _number(given)


def _number(given: object) -> Decimal:
    number = Decimal(str(given))
    if not number.is_finite():
        raise ValueError(str(given))
    return number
