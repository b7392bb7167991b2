"""Payment plans (还款计划): proposing the parts, and judging a plan by what was paid.

A plan stands beside the invoices it is about; their due dates stay what they were.
"""

from __future__ import annotations

import calendar
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from app.domain.entry import EARLIEST, LATEST
from app.domain.money import Money, round_minor, split
from app.domain.payment_plan import PaymentPlan, PlanItem, PlanPart
from app.domain.problem import DomainError

MOST_PARTS = 60
HIGHEST_RATE = Decimal(36)
"""Per cent a year; more is surely a slip of the hand."""
_YEAR = 365
_DECEMBER = 12


class Every(StrEnum):
    """How far the parts of a plan lie apart."""

    WEEK = "week"
    TWO_WEEKS = "two_weeks"
    MONTH = "month"


class PlanState(StrEnum):
    """Where a plan stands on a day."""

    RUNNING = "running"
    KEPT = "kept"
    BROKEN = "broken"
    CANCELLED = "cancelled"


class PartState(StrEnum):
    """Where one part stands: to come, due today or within the days of grace, paid, or missed."""

    OPEN = "open"
    DUE = "due"
    PAID = "paid"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class PartStanding:
    """A part and what was paid of it, minor units; ``paid_on`` the day it was complete."""

    part: PlanPart
    paid: int
    state: PartState
    paid_on: date | None = None


@dataclass(frozen=True, slots=True)
class PlanStanding:
    """A plan on a day: ``paid`` of its items, the next part to pay, and the day it broke."""

    state: PlanState
    paid: int
    parts: tuple[PartStanding, ...]
    next_part: PlanPart | None = None
    broken_on: date | None = None


Settled = Mapping[tuple[int, int | None], Sequence[tuple[date, int]]]
"""Per document and instalment: what receipts and credit notes settled, dated and signed, minor units."""


def due_days(first: date, count: int, every: Every) -> list[date]:
    """The due days from ``first`` on; a month without the day gives its last one."""
    if every is Every.MONTH:
        return [_months_after(first, n) for n in range(count)]
    step = timedelta(weeks=1 if every is Every.WEEK else 2)
    return [first + n * step for n in range(count)]


def propose_parts(
    total: int,
    count: int,
    first: date,
    every: Every,
    rate: Decimal | None = None,
    agreed_on: date | None = None,
) -> list[PlanPart]:
    """``total`` minor units in equal parts (largest remainder, earlier first) with interest on each.

    Interest is simple, on what is still unpaid since the part before (the first: since ``agreed_on``):
    unpaid × rate / 100 × days / 365, rounded half up per part. Raises ``DomainError`` for what no
    plan can be.
    """
    if not 1 <= count <= MOST_PARTS:
        raise DomainError("payment_plan.bad_count", most=MOST_PARTS)
    if total < count:
        raise DomainError("payment_plan.too_small")
    days = due_days(first, count, every)
    _check_days(days, agreed_on or first)
    amounts = split(total, [Decimal(1)] * count)
    parts = [
        PlanPart(0, seq, day, amount) for seq, (day, amount) in enumerate(zip(days, amounts, strict=True), 1)
    ]
    return with_interest(parts, rate, agreed_on or first)


def with_interest(parts: Sequence[PlanPart], rate: Decimal | None, agreed_on: date) -> list[PlanPart]:
    """The parts with the interest of each at ``rate`` per cent a year; see ``propose_parts``."""
    check_rate(rate)
    unpaid, since, found = sum(part.amount for part in parts), agreed_on, []
    for part in parts:
        days = max(0, (part.due_on - since).days)
        interest = round_minor(unpaid * (rate or Decimal(0)) / 100 * days / _YEAR)
        found.append(PlanPart(part.plan_id, part.seq, part.due_on, part.amount, interest, id=part.id))
        unpaid, since = unpaid - part.amount, max(since, part.due_on)
    return found


def check_rate(rate: Decimal | None) -> None:
    """Refuse a rate below zero or beyond belief (per cent a year)."""
    if rate is not None and not 0 <= rate <= HIGHEST_RATE:
        raise DomainError("payment_plan.bad_rate", rate=rate, most=HIGHEST_RATE)


def check_plan(plan: PaymentPlan, items: Sequence[PlanItem], parts: Sequence[PlanPart]) -> None:
    """Refuse a plan whose parts do not pay its items, or in no order of days."""
    if not items:
        raise DomainError("payment_plan.no_items")
    if not 1 <= len(parts) <= MOST_PARTS:
        raise DomainError("payment_plan.bad_count", most=MOST_PARTS)
    check_rate(plan.rate)
    if any(part.amount <= 0 for part in parts) or any(item.amount <= 0 for item in items):
        raise DomainError("payment_plan.no_amount")
    owed, paid = sum(item.amount for item in items), sum(part.amount for part in parts)
    if owed != paid:
        raise DomainError(
            "payment_plan.sum", parts=Money(paid, plan.currency), items=Money(owed, plan.currency)
        )
    _check_days([part.due_on for part in parts], plan.agreed_on)
    if plan.signed_on is not None and plan.signed_on < plan.agreed_on:
        raise DomainError("payment_plan.signed_before", on=plan.signed_on, agreed=plan.agreed_on)


def _check_days(days: Sequence[date], agreed_on: date) -> None:
    if not EARLIEST <= agreed_on <= LATEST or days[-1] > LATEST:
        raise DomainError("document.bad_date", date=days[-1], earliest=EARLIEST, latest=LATEST)
    if days[0] < agreed_on:
        raise DomainError("payment_plan.before_agreed", due=days[0], agreed=agreed_on)
    for row, (before, after) in enumerate(itertools.pairwise(days), 2):
        if after <= before:
            raise DomainError("payment_plan.order", row=row, due=after, before=before)


def standing(
    plan: PaymentPlan, items: Sequence[PlanItem], parts: Sequence[PlanPart], settled: Settled, as_of: date
) -> PlanStanding:
    """Judge a plan by what was settled of its items: it breaks the day after a part's days of grace.

    A payment that was returned counts no more from the day it went back, so a plan can break by it.
    """
    course = _course(items, settled, as_of)
    ordered = sorted(parts, key=lambda part: part.seq)
    paid = course[-1][1] if course else 0
    if plan.closed_on is not None and plan.closed_on <= as_of:
        return PlanStanding(PlanState.CANCELLED, paid, _spread(ordered, course, plan.grace_days, as_of))
    spread = _spread(ordered, course, plan.grace_days, as_of)
    unpaid = [one.part for one in spread if one.state is not PartState.PAID]
    broken_on = _broken_on(ordered, course, plan.grace_days, as_of)
    state = PlanState.BROKEN if broken_on else PlanState.RUNNING if unpaid else PlanState.KEPT
    return PlanStanding(state, paid, spread, unpaid[0] if unpaid else None, broken_on)


def _course(items: Sequence[PlanItem], settled: Settled, as_of: date) -> list[tuple[date, int]]:
    """What was paid in all of the items, day by day up to ``as_of``; never more than they are."""
    days = sorted({on for moves in settled.values() for on, _ in moves if on <= as_of})
    return [(day, sum(_paid(item, settled, day) for item in items)) for day in days]


def _paid(item: PlanItem, settled: Settled, day: date) -> int:
    moves = settled.get((item.document_id, item.instalment_id), ())
    came = sum(amount for on, amount in moves if on <= day) - item.settled_then
    return max(0, min(item.amount, came))


def _spread(
    parts: Sequence[PlanPart], course: Sequence[tuple[date, int]], grace: int, as_of: date
) -> tuple[PartStanding, ...]:
    left, needed, found = course[-1][1] if course else 0, 0, []
    for part in parts:
        needed += part.amount
        share = min(part.amount, left)
        left -= share
        if share == part.amount:
            found.append(PartStanding(part, share, PartState.PAID, _reached(course, needed)))
            continue
        missed, due = as_of > part.due_on + timedelta(grace), as_of >= part.due_on
        state = PartState.MISSED if missed else PartState.DUE if due else PartState.OPEN
        found.append(PartStanding(part, share, state))
    return tuple(found)


def _reached(course: Sequence[tuple[date, int]], needed: int) -> date | None:
    """From which day on so much was paid and stayed paid."""
    since: date | None = None
    for day, paid in course:
        if paid < needed:
            since = None
        elif since is None:
            since = day
    return since


def _broken_on(
    parts: Sequence[PlanPart], course: Sequence[tuple[date, int]], grace: int, as_of: date
) -> date | None:
    """The first day on which less was paid than the parts past their grace ask for."""
    needed, found = 0, []
    for part in parts:
        needed += part.amount
        end = part.due_on + timedelta(grace + 1)
        if end <= as_of:
            then = [paid for day, paid in course if day < end]
            if (then[-1] if then else 0) < needed:
                found.append(end)
            found += [day for day, paid in course if day >= end and paid < needed][:1]
    return min(found, default=None)


def _months_after(first: date, months: int) -> date:
    year, month = divmod(first.month - 1 + months, _DECEMBER)
    year, month = first.year + year, month + 1
    return date(year, month, min(first.day, calendar.monthrange(year, month)[1]))
