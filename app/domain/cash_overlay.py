"""What if: named events laid over a cash forecast (情景叠加), each moving or striking out amounts of it.

An overlay never changes what is owed: its parts sum to the same receivables, later or left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from app.domain.forecast import ASSIGNED, CLAIM, SPREADS, WEEK, Placed, spread
from app.domain.money import round_minor
from app.domain.problem import DomainError

FAILED, CUT = "failed", "cut"
"""Why an overlay leaves something out: its customer fails; a share of collections does not come."""
TOP = 5
_LONGEST = 365


class EventKind(StrEnum):
    """What happens: customers pay late or fail, collections or sales shrink, something must be paid."""

    LATE = "late"
    FAILS = "fails"
    COLLECTIONS = "collections"
    SALES = "sales"
    OUTFLOW = "outflow"


class Who(StrEnum):
    """Whom an event strikes: everybody, the one or the five that owe most, or a named customer."""

    ALL = "all"
    LARGEST = "largest"
    TOP_FIVE = "top_five"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class CashEvent:
    """One event: ``days`` later, ``percent`` less, or ``amount`` (minor units of the base) out on a day.

    ``on`` None is the first day of the forecast.
    """

    kind: EventKind
    who: Who = Who.ALL
    customer_id: int = 0
    days: int = 0
    percent: Decimal = Decimal(0)
    amount: int = 0
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Overlay:
    """Events under one name; ``code`` is that of a shipped one, ``id`` that of one's own."""

    name: str
    events: tuple[CashEvent, ...]
    code: str = ""
    id: int = 0
    version: int = 0
    note: str = ""


SHIPPED: tuple[Overlay, ...] = (
    Overlay("", (CashEvent(EventKind.LATE, Who.LARGEST, days=60),), "largest_late"),
    Overlay("", (CashEvent(EventKind.LATE, Who.TOP_FIVE, days=60),), "top_five_late"),
    Overlay("", (CashEvent(EventKind.LATE, Who.ALL, days=30),), "all_late"),
    Overlay("", (CashEvent(EventKind.COLLECTIONS, percent=Decimal(20)),), "collections_down"),
    Overlay("", (CashEvent(EventKind.FAILS, Who.LARGEST),), "largest_fails"),
    Overlay("", (CashEvent(EventKind.SALES, percent=Decimal(20)),), "sales_down"),
)
"""Questions to begin with; everybody may add their own."""


def shipped(code: str) -> Overlay | None:
    """A shipped overlay by its code."""
    return next((one for one in SHIPPED if one.code == code), None)


def check(overlay: Overlay) -> Overlay:
    """Refuse an overlay without a name or events, or with figures that cannot be (``DomainError``)."""
    if not overlay.name.strip():
        raise DomainError("overlay.no_name")
    if not overlay.events:
        raise DomainError("overlay.no_events")
    for place, event in enumerate(overlay.events, 1):
        _check_event(event, place)
    return replace(overlay, name=overlay.name.strip())


def _check_event(event: CashEvent, place: int) -> None:
    if event.kind is EventKind.LATE and not 0 < event.days <= _LONGEST:
        raise DomainError("overlay.bad_days", n=place, most=_LONGEST)
    shrinks = event.kind in {EventKind.COLLECTIONS, EventKind.SALES}
    if shrinks and not 0 < event.percent <= 100:  # noqa: PLR2004 - per cent
        raise DomainError("overlay.bad_percent", n=place)
    if event.kind is EventKind.OUTFLOW and event.amount <= 0:
        raise DomainError("overlay.bad_amount", n=place)
    strikes = event.kind in {EventKind.LATE, EventKind.FAILS, EventKind.COLLECTIONS}
    if strikes and event.who is Who.CUSTOMER and not event.customer_id:
        raise DomainError("overlay.no_customer", n=place)
    if event.kind is EventKind.FAILS and event.who is Who.ALL:
        raise DomainError("overlay.all_fail", n=place)


# -- laying over ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ground:
    """What an overlay is laid over: the day, the customers by what they owe (most first), the calendar.

    ``working`` moves a day to the next one on which money comes, ``last`` to the last one before it.
    """

    as_of: date
    ranked: Sequence[int]
    working: Callable[[date], date]
    last: Callable[[date], date]


def struck(event: CashEvent, ranked: Sequence[int]) -> Collection[int] | None:
    """The customers an event strikes; None for all."""
    if event.who is Who.ALL:
        return None
    if event.who is Who.CUSTOMER:
        return {event.customer_id}
    return set(ranked[: 1 if event.who is Who.LARGEST else TOP])


def lay_over(placed: Sequence[Placed], overlay: Overlay, ground: Ground) -> list[Placed]:
    """The same amounts after the events, one event after the other."""
    found = list(placed)
    for event in overlay.events:
        if event.kind in {EventKind.LATE, EventKind.FAILS, EventKind.COLLECTIONS}:
            who = struck(event, ground.ranked)
            found = [
                after
                for one in found
                for after in (
                    _after(one, event, ground)
                    if (who is None or one.item.customer_id in who) and _counted(one)
                    else (one,)
                )
            ]
    return found


def _counted(one: Placed) -> bool:
    """Whether an amount is expected from the customer: not left out, and not the insurer's to pay."""
    return one.why not in {CLAIM, ASSIGNED} and (one.on is not None or one.why in SPREADS)


def _after(one: Placed, event: CashEvent, ground: Ground) -> Sequence[Placed]:
    if event.kind is EventKind.FAILS:
        return (one._replace(why=FAILED, on=None),)
    if event.kind is EventKind.COLLECTIONS:
        gone = min(one.amount, round_minor(Decimal(one.amount) * event.percent / 100))
        cut = (one._replace(amount=gone, why=CUT, on=None),) if gone else ()
        return (*cut, one._replace(amount=one.amount - gone)) if gone < one.amount else cut
    return [
        part._replace(on=ground.working(part.on + timedelta(event.days)))
        for part in parts(one, ground.as_of, ground.last)
        if part.on is not None
    ]


def parts(one: Placed, as_of: date, last: Callable[[date], date]) -> Sequence[Placed]:
    """An amount that is spread as amounts on days: each on the last working day of its week."""
    if one.on is not None or one.why not in SPREADS:
        return (one,)
    return [
        one._replace(amount=amount, on=last(as_of + (week + 1) * WEEK))
        for week, amount in enumerate(spread(one.amount, SPREADS[one.why]))
        if amount
    ]


def sales_left(overlay: Overlay | None) -> Decimal:
    """Which share of the expected sales an overlay leaves (1: all)."""
    left = Decimal(1)
    for event in overlay.events if overlay is not None else ():
        if event.kind is EventKind.SALES:
            left *= 1 - event.percent / 100
    return left


# -- keeping ----------------------------------------------------------------------------------------


def to_text(overlay: Overlay) -> str:
    """The events as they are kept (JSON)."""
    told = [
        {
            name: value
            for name, value in (
                ("kind", event.kind.value),
                ("who", event.who.value),
                ("customer_id", event.customer_id),
                ("days", event.days),
                ("percent", str(event.percent) if event.percent else ""),
                ("amount", event.amount),
                ("on", event.on.isoformat() if event.on else ""),
            )
            if value
        }
        for event in overlay.events
    ]
    return json.dumps({"events": told}, ensure_ascii=False, sort_keys=True)


def events_of(text: str) -> tuple[CashEvent, ...]:
    """Events as kept; ``overlay.unreadable`` for anything else."""
    try:
        told = json.loads(text)["events"]
        return tuple(_event(one) for one in told)
    except (ValueError, KeyError, TypeError, AttributeError, InvalidOperation, RecursionError) as error:
        raise DomainError("overlay.unreadable") from error


def _event(told: Mapping[str, object]) -> CashEvent:
    on = str(told.get("on", ""))
    return CashEvent(
        EventKind(str(told["kind"])),
        Who(str(told.get("who", "all"))),
        int(str(told.get("customer_id", 0))),
        int(str(told.get("days", 0))),
        Decimal(str(told.get("percent", 0))),
        int(str(told.get("amount", 0))),
        date.fromisoformat(on) if on else None,
    )
