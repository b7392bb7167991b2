"""Closed months: what of the books stands still once a month is closed, and until when."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.problem import DomainError

CLOSED_THROUGH = "closed_through"
"""Name of the setting: the last closed day as an ISO day."""
LEAST_REASON = 4
"""Characters that a reason for reopening needs."""
_MONTH = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)
_MONTHS = 12

Image = Mapping[str, object]
"""A row's facts by column, as the change log holds them."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What a row of ``table`` books on the day in ``day``: none of ``columns`` may change any more."""

    table: str
    day: str
    columns: tuple[str, ...]


FACTS = (
    Fact("document", "doc_date", ("customer_id", "kind", "currency", "amount", "book_rate", "reason")),
    Fact("allocation", "date", ("debit_id", "credit_id", "amount", "credit_amount", "reverses_id")),
    Fact("bill", "received_on", ("customer_id", "kind", "currency", "amount")),
    Fact("bill", "passed_on", ("passed_how", "currency", "amount", "charge")),
    Fact("bill", "ended_on", ("ended_how", "currency", "amount", "receipt_id")),
    Fact("bank_line", "on", ("account_id", "currency", "amount", "document_id")),
    Fact("provision_run", "as_of", ("currency", "total", "gross", "result")),
    Fact("rate", "on", ("currency", "rate")),
    Fact("dispute", "opened_on", ("document_id", "amount")),
    Fact("dispute", "closed_on", ("document_id", "amount", "outcome")),
    Fact("claim_event", "on", ("claim_id", "kind", "amount")),
)
"""The money facts. What chases, notes, grades and limits is no such fact and stays free.

When a debit is due is looked at with what was paid of it: ``app.domain.closed_schedule``.
"""
_PAID_BY_INSURER = "payment"


def way_out(day: date) -> tuple[str, dict[str, object]]:
    """What a sentence about a closed day says to do: open its month again."""
    return "period.way", {"month": month_name(day)}


def locked_day(table: str, before: Image | None, after: Image | None, through: date) -> date | None:
    """The closed day on which a change would alter the books; None where it may be made.

    Allocations are looked at together: ``moved_allocation``.

    ``before`` and ``after`` are the row's images; a row in the bin counts as none.
    """
    was, now = _live(table, before), _live(table, after)
    days = [
        day
        for fact in FACTS
        if fact.table == table and _booked(fact, was) != _booked(fact, now)
        for image in (was, now)
        if (day := _day(image, fact.day)) is not None and day <= through
    ]
    return min(days, default=None)


def moved_allocation(
    changes: Iterable[tuple[Image | None, Image | None]], through: date
) -> tuple[date, Image] | None:
    """The first of the allocations that sets another amount between two documents on a closed day.

    Instalments only divide what is set already: the pieces of a day may be other ones, never their sum.
    """
    sums: dict[tuple[object, ...], tuple[int, int]] = {}
    shown: dict[tuple[object, ...], tuple[date, Image]] = {}
    for before, after in changes:
        for image, side in ((before, -1), (after, 1)):
            live = _live("allocation", image)
            day = _day(live, "date")
            if live is None or day is None or day > through:
                continue
            key = day, live.get("debit_id"), live.get("credit_id"), live.get("reverses_id") is None
            amount, paid = sums.get(key, (0, 0))
            sums[key] = amount + side * _number(live, "amount"), paid + side * _number(live, "credit_amount")
            shown[key] = day, live
    return next((shown[key] for key, moved in sums.items() if any(moved)), None)


def moved_customer(before: Image | None, after: Image | None) -> tuple[object, object] | None:
    """From which customer to which a row went, where nothing else of what is booked changed."""
    if before is None or after is None or before.get("customer_id") == after.get("customer_id"):
        return None
    stays = [{**one, "customer_id": None, "deleted": 0} for one in (before, after)]
    whole = before.get("deleted") == after.get("deleted") and stays[0] == stays[1]
    return (before.get("customer_id"), after.get("customer_id")) if whole else None


def joined(moves: Collection[tuple[object, object]], customers: Mapping[int, tuple[bool, bool]]) -> bool:
    """Whether rows went from one customer to another only because the two became one, or no longer are.

    ``customers`` are those the set put into the bin or out of it: whether they were there, and are now.
    Then each has on every day what both had before, or has again what was its own.
    """
    gone = {old for old, _ in moves if isinstance(old, int) and customers.get(old) == (True, False)}
    back = {new for _, new in moves if isinstance(new, int) and customers.get(new) == (False, True)}
    return len(moves) == 1 and bool(gone or back)


def _number(image: Image, column: str) -> int:
    told = image.get(column)
    return told if isinstance(told, int) else 0


def _live(table: str, image: Image | None) -> Image | None:
    if image is None or image.get("deleted"):
        return None
    if table == "bank_line" and not image.get("document_id", True):
        return None  # a statement line is a fact of the books only once a document came of it
    if table == "claim_event" and image.get("kind") != _PAID_BY_INSURER:
        return None
    return image


def _booked(fact: Fact, image: Image | None) -> tuple[object, ...] | None:
    if image is None or not image.get(fact.day):
        return None
    return tuple(image.get(name) for name in (fact.day, *fact.columns))


def _day(image: Image | None, column: str) -> date | None:
    told = image.get(column) if image is not None else None
    try:
        return date.fromisoformat(told) if isinstance(told, str) else None
    except ValueError:
        return None


def month_end(month: str) -> date:
    """The last day of a month written 2025-11; ``DomainError("period.bad_month")`` for anything else."""
    found = _MONTH.fullmatch(month.strip())
    if found is None or not 1 <= int(found[2]) <= _MONTHS or not int(found[1]):
        raise DomainError("period.bad_month", text=month)
    year, number = int(found[1]), int(found[2])
    return date(year, number, monthrange(year, number)[1])


def month_name(day: date) -> str:
    """The month of a day, as 2025-11."""
    return f"{day.year:04d}-{day.month:02d}"


def before_month(day: date) -> date:
    """The last day of the month before that of a day."""
    return day.replace(day=1) - timedelta(1)


def read_closed(value: str) -> date | None:
    """The last closed day out of the setting's text; None where nobody can read it."""
    try:
        told = json.loads(value)
        return date.fromisoformat(told) if isinstance(told, str) else None
    except ValueError:
        return None
