"""A stored check read back: its findings and its exposure as they were, never worked out anew."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from app.domain.exposure import Exposure, ExposureRow, ExposureView, Piece
from app.domain.money import Money, to_minor
from app.domain.order_check import Effect, Reason


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """What the working holds; ``exposure`` None where it cannot be read."""

    reasons: tuple[Reason, ...] = ()
    exposure: ExposureView | None = None


def stored_answer(working: str) -> StoredAnswer:
    """The working of a check; an empty one where it was written by hand or by a later version."""
    try:
        found = json.loads(working)
        reasons = tuple(_reason(one) for one in found["reasons"])
        return StoredAnswer(reasons, _exposure(found["exposure"]))
    except (KeyError, TypeError, ValueError, InvalidOperation):
        return StoredAnswer()


def _reason(found: dict[str, object]) -> Reason:
    params = found["params"]
    if not isinstance(params, dict):
        raise TypeError
    return Reason(
        str(found["code"]),
        Effect(str(found["effect"])),
        {name: _value(each) for name, each in params.items()},
    )


def _value(found: object) -> object:
    """Amounts and days written as text become what they were; every other word stays."""
    if isinstance(found, dict):
        return _money(str(found["amount"]), str(found["currency"]))
    if isinstance(found, str):
        try:
            return date.fromisoformat(found)
        except ValueError:
            return _number(found)
    return found


def _number(text: str) -> object:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    return number if number.is_finite() else text


def _money(text: str, currency: str) -> Money:
    return Money(to_minor(Decimal(text), currency), currency)


def _exposure(found: dict[str, object]) -> ExposureView:
    currency, pieces, rows = str(found["currency"]), found["pieces"], found["rows"]
    missing = found.get("missing_rates")
    if not isinstance(pieces, dict) or not isinstance(rows, list):
        raise TypeError
    sums = tuple((Piece(name), _money(str(text), currency).minor) for name, text in pieces.items())
    read = tuple(_row(row) for row in rows)
    left_out = tuple(str(each) for each in missing) if isinstance(missing, list) else ()
    return ExposureView(currency, Exposure(sums), read, left_out)


def _row(found: dict[str, object]) -> ExposureRow:
    currency, due = str(found["currency"]), found["due"]
    return ExposureRow(
        str(found["piece"]),
        str(found["kind"]),
        str(found["number"]),
        date.fromisoformat(str(found["on"])),
        currency,
        _money(str(found["amount"]), currency).minor,
        date.fromisoformat(str(due)) if due else None,
    )
