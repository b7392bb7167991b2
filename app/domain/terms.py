"""Payment terms as a value: what they mean in due dates, and their canonical text.

How people write them is read by ``app.domain.terms_text``. The readings chosen where practice differs:

* "月结 N 天", "N EOM", "end of month + N": the end of the invoice's month, then N days more.
* "N days, then end of month" (fin de mois): N days first, then on to that month's end.
* "每月 25 日": the first 25th on or after the invoice date; "次月 15 日": the 15th of the month after.
* A day the month does not have is its last day (31 → 28 February).
* No terms at all: due on the invoice date.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from app.domain.calendar import (
    Shift,
    WorkingDays,
    day_of_month,
    end_of_month,
    month_after,
    shift_to_working_day,
)
from app.domain.money import split
from app.domain.problem import DomainError

WHOLE = Decimal(100)
LAST_DAY = 31


class DueRule(StrEnum):
    """How a part's due date follows from the invoice date."""

    PREPAID = "prepaid"
    CASH = "cash"
    RECEIPT = "receipt"
    NET = "net"
    MONTHS = "months"
    END_OF_MONTH = "end_of_month"
    NET_THEN_END = "net_then_end"
    MONTH_DAY = "month_day"
    EVERY = "every"


ON_THE_DAY = frozenset({DueRule.PREPAID, DueRule.CASH, DueRule.RECEIPT})


@dataclass(frozen=True, slots=True)
class TermPart:
    """One part of the price and when it is due.

    ``percent`` of the amount; ``days`` for ``NET``, ``END_OF_MONTH`` and ``NET_THEN_END``;
    ``months`` for ``MONTHS`` and ``MONTH_DAY``; ``day`` (1..31, 31 is the last) for ``MONTH_DAY``
    and ``EVERY``.
    """

    rule: DueRule
    days: int = 0
    months: int = 0
    day: int = 0
    percent: Decimal = WHOLE


@dataclass(frozen=True, slots=True)
class Discount:
    """So many per cent off when paid within ``days`` (2/10 net 30); it moves no due date."""

    percent: Decimal
    days: int


@dataclass(frozen=True, slots=True)
class Terms:
    """Payment terms: one part or several that sum to 100 per cent, and the move off closed days.

    ``discounts`` are tiers: the sooner paid, the more per cent, the earliest first.
    """

    parts: tuple[TermPart, ...]
    shift: Shift = Shift.NONE
    discounts: tuple[Discount, ...] = ()

    def __post_init__(self) -> None:
        """Refuse parts that are not positive or do not sum to 100 per cent, and tiers out of order."""
        if any(a.days >= b.days or a.percent <= b.percent for a, b in pairwise(self.discounts)):
            raise DomainError("terms.tiers")
        total = sum((part.percent for part in self.parts), Decimal(0))
        if total != WHOLE or any(part.percent <= 0 for part in self.parts):
            raise DomainError("terms.shares", total=plain(total))


ON_RECEIPT = Terms((TermPart(DueRule.RECEIPT),))


def plain(number: Decimal) -> str:
    """A decimal without exponent or trailing zeros: 30, 33.33."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def due_date(part: TermPart, start: date) -> date:  # noqa: PLR0911 - one return a rule
    """When the part of an invoice dated ``start`` is due, never before ``start``; no shift."""
    match part.rule:
        case DueRule.NET:
            return start + timedelta(days=part.days)
        case DueRule.MONTHS:
            return month_after(start, part.months, start.day)
        case DueRule.END_OF_MONTH:
            return end_of_month(start) + timedelta(days=part.days)
        case DueRule.NET_THEN_END:
            return end_of_month(start + timedelta(days=part.days))
        case DueRule.MONTH_DAY:
            return max(start, month_after(start, part.months, part.day))
        case DueRule.EVERY:
            here = day_of_month(start.year, start.month, part.day)
            return here if here >= start else month_after(start, 1, part.day)
        case _:
            return start


def due_parts(
    terms: Terms, start: date, amount: int, calendar: WorkingDays, country: str
) -> list[tuple[date, int]]:
    """Due date and amount (minor units) of each part, earliest first; they sum to ``amount`` exactly.

    The split is by largest remainder; a part that rounds to nothing is left out. A shift to the
    working day before never reaches behind the invoice date.
    """
    amounts = split(amount, [part.percent for part in terms.parts])
    days = [
        max(start, shift_to_working_day(due_date(part, start), terms.shift, calendar, country))
        for part in terms.parts
    ]
    dated = sorted(zip(days, amounts, strict=True), key=lambda pair: pair[0])
    return [pair for pair in dated if pair[1]] or [(dated[-1][0], 0)]


def format_terms(terms: Terms) -> str:
    """The canonical text, which reads back to the same value: ``30% prepaid, 70% net 60``."""
    if len(terms.parts) == 1:
        text = _format_rule(terms.parts[0])
    else:
        text = ", ".join(f"{plain(part.percent)}% {_format_rule(part)}" for part in terms.parts)
    text = _format_tiers(terms.discounts, short=text.startswith("net ")) + text
    return f"{text}; {terms.shift} working day" if terms.shift is not Shift.NONE else text


def _format_tiers(tiers: Sequence[Discount], *, short: bool) -> str:
    """``2/10 `` before a net term; in full before others, where 2/10 EOM means something else."""
    form = "{}/{} " if short else "{}% discount within {} days, "
    return "".join(form.format(plain(tier.percent), tier.days) for tier in tiers)


def _format_rule(part: TermPart) -> str:  # noqa: PLR0911 - one return a rule
    match part.rule:
        case DueRule.NET:
            return f"net {part.days}"
        case DueRule.MONTHS:
            return f"net {part.months} months"
        case DueRule.END_OF_MONTH:
            return f"eom + {part.days}" if part.days else "eom"
        case DueRule.NET_THEN_END:
            return f"net {part.days} then eom"
        case DueRule.MONTH_DAY:
            day = "last day" if part.day == LAST_DAY else f"day {part.day}"
            return f"{day} of month + {part.months}"
        case DueRule.EVERY:
            return "every last day" if part.day == LAST_DAY else f"every day {part.day}"
        case DueRule.CASH:
            return "cash"
        case DueRule.PREPAID:
            return "prepaid"
        case _:
            return "due on receipt"


def describe(terms: Terms) -> list[tuple[str, Mapping[str, object]]]:
    """What the terms say, as word codes with parameters: one per part, then discounts and shift.

    A part of several comes as ``terms.share`` (its ``percent``) followed by its rule.
    """
    said: list[tuple[str, Mapping[str, object]]] = []
    for part in terms.parts:
        if len(terms.parts) > 1:
            said.append(("terms.share", {"percent": plain(part.percent)}))
        said.append(_describe_rule(part))
    said += [("terms.discount", {"percent": plain(tier.percent), "n": tier.days}) for tier in terms.discounts]
    if terms.shift is not Shift.NONE:
        said.append((f"terms.shift_{terms.shift}", {}))
    return said


def _describe_rule(part: TermPart) -> tuple[str, Mapping[str, object]]:
    match part.rule:
        case DueRule.NET | DueRule.NET_THEN_END:
            return f"terms.{part.rule}", {"n": part.days}
        case DueRule.END_OF_MONTH:
            return ("terms.end_of_month_plus", {"n": part.days}) if part.days else ("terms.end_of_month", {})
        case DueRule.MONTHS:
            return "terms.months", {"n": part.months}
        case DueRule.EVERY:
            return "terms.every_last" if part.day == LAST_DAY else "terms.every", {"day": part.day}
        case DueRule.MONTH_DAY:
            which = {0: "this", 1: "next"}.get(part.months, "later")
            last = "_last" if part.day == LAST_DAY else ""
            return f"terms.{which}_month{last}", {"day": part.day, "n": part.months}
        case _:
            return f"terms.{part.rule}", {}
