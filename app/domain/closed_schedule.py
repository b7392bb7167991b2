"""Closed months: which due dates and instalments of a debit stand still, for closed days show them.

On a closed day a debit is as old as its due date says, and what was paid by then came as late. Other due
dates that keep both, for every closed day, are free.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.closed_period import Image

_LATER = "9999"
"""Where every due date stands that no closed day has reached."""
_Key = tuple[str, str, object]


@dataclass(frozen=True, slots=True)
class Schedule:
    """The rows that say when a debit is due: its own, its instalments by id, and its allocations."""

    document: Image
    parts: Mapping[int, Image]
    allocations: Iterable[Image]


def moved_due(before: Schedule, after: Schedule, through: date) -> date | None:
    """The first closed day whose figures another schedule of the same debit changes; None where none does.

    It lies between the document's own day and ``through``.
    """
    last, made = through.isoformat(), str(before.document["doc_date"])
    was, now = _standing(before, last), _standing(after, last)
    days = [key[1] for key in was.keys() | now.keys() if was[key] != now[key]]
    first = min(days, default=_LATER)
    return date.fromisoformat(max(first, made)) if first != _LATER and made <= last else None


def _standing(one: Schedule, last: str) -> Counter[_Key]:
    """Minor units by due day, and paid ones by their day, credit and the due day they were owed on."""
    found: Counter[_Key] = Counter()
    whole = str(one.document["due_date"] or one.document["doc_date"])
    pieces = one.parts.values() if one.document["has_plan"] else [{**one.document, "due_date": whole}]
    for piece in pieces:
        due = str(piece["due_date"])
        found["due", due if due <= last else _LATER, None] += _amount(piece)
    for paid in one.allocations:
        part = one.parts.get(_number(paid["instalment_id"]))
        owed = whole if part is None else str(part["due_date"])
        if str(paid["date"]) <= last:
            found["paid", str(paid["date"]), (paid["credit_id"], owed)] += _amount(paid)
    return found


def _amount(image: Image) -> int:
    return _number(image["amount"])


def _number(told: object) -> int:
    return told if isinstance(told, int) else 0
