"""A stored check read back: its findings and its exposure as they were, never worked out anew."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from app.domain.exposure import Exposure, ExposureRow, ExposureView, Piece
from app.domain.money import Money, to_minor
from app.domain.order_check import Answer, Effect, OrderAnswer, OrderQuestion, Reason
from app.domain.order_paper import CheckView
from app.domain.problem import DomainError

if TYPE_CHECKING:
    from app.domain.credit_record import OrderCheck
    from app.domain.customer import Customer


_WORDS = frozenset("group insurer name number policy reason".split())
"""Parameters that are text even where they look like a day or a number, as an invoice's 20251001."""

_SAID = frozenset({"to", "why"})
"""Parameters that are codes of their own, put into words with the reason."""


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """What the working holds; ``exposure`` None where it cannot be read. ``prepaid`` is minor units."""

    reasons: tuple[Reason, ...] = ()
    exposure: ExposureView | None = None
    prepaid: int = 0


def stored_answer(working: str) -> StoredAnswer:
    """The working of a check; an empty one where it was written by hand or by a later version."""
    try:
        found = json.loads(working)
        reasons = tuple(_reason(one) for one in found["reasons"])
        prepaid = _money(str(found.get("prepaid", "0")), str(found["currency"])).minor
        return StoredAnswer(reasons, _exposure(found["exposure"]), prepaid)
    except (KeyError, TypeError, ValueError, InvalidOperation, DomainError):
        return StoredAnswer()


def as_it_was(check: OrderCheck, customer: Customer) -> CheckView:
    """The check as it was shown, with the release that followed; ``DomainError`` where it cannot be read."""
    found = stored_answer(check.working)
    if found.exposure is None:
        raise DomainError("order_check.unreadable", on=check.on)
    amount, prepaid = Money(check.amount, check.currency), Money(found.prepaid, check.currency)
    released = [] if check.release_until is None else [released_reason(check)]
    said = (*found.reasons, *released)
    answer = OrderAnswer(Answer(check.answer), said, Money(check.deposit, check.currency))
    return CheckView(
        check.customer_id, customer.name, customer.code, check.on, OrderQuestion(amount, prepaid), answer,
        found.exposure, check.order_id, customer.name_en,
    )  # fmt: skip


def released_reason(check: OrderCheck) -> Reason:
    """Who let it pass, how much of it, until when and why."""
    params = {
        "name": check.released_by, "until": check.release_until, "reason": check.release_reason,
        "amount": Money(check.release_amount or 0, check.currency),
    }  # fmt: skip
    return Reason("order.released", Effect.PASS, params)


def _reason(found: dict[str, object]) -> Reason:
    params = found["params"]
    if not isinstance(params, dict):
        raise TypeError
    return Reason(
        str(found["code"]),
        Effect(str(found["effect"])),
        {name: _param(name, each) for name, each in params.items()},
    )


def _param(name: str, found: object) -> object:
    if name in _SAID:
        return (str(found), {})
    return found if name in _WORDS else _value(found)


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
    group = found.get("group")
    return ExposureView(
        currency, Exposure(sums), read, left_out, _exposure(group) if isinstance(group, dict) else None
    )


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
