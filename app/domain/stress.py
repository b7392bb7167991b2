"""Stress test (压力测试): what named events would take, before and after insurance, one by one and together.

Amounts are minor units of one currency, shares per cent. Every event only takes away, so a worse one
never costs less: losses and the cash gap grow with its severity.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from app.domain.money import round_minor
from app.domain.problem import DomainError

_WHOLE = Decimal(100)


class EventKind(StrEnum):
    """What happens."""

    FAIL = "fail"
    DELAY = "delay"
    DOWNGRADE = "downgrade"
    DSO = "dso"
    LIMITS_WITHDRAWN = "limits_withdrawn"
    CURRENCY = "currency"


@dataclass(frozen=True, slots=True)
class Debtor:
    """One debtor: what it owes, the insured part, the insured percentage, and its loss rate (per cent).

    ``next_rate`` is the loss rate one grade lower; ``due_soon`` is expected within the horizon.
    """

    customer_id: int
    open: int
    insured: int = 0
    insured_pct: Decimal = Decimal(90)
    loss_rate: Decimal = Decimal(0)
    next_rate: Decimal = Decimal(0)
    due_soon: int = 0
    country: str = ""
    industry: str = ""
    currency: str = ""
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One event: whom it strikes (``customers`` None: everybody) and how hard.

    ``severity`` is per cent lost (fail, currency), days (delay, DSO); it is not asked of the others.
    """

    kind: EventKind
    severity: Decimal = Decimal(0)
    customers: frozenset[int] | None = None
    currency: str = ""

    def strikes(self, debtor: Debtor) -> bool:
        """Whether a debtor is among those it strikes."""
        mine = self.customers is None or debtor.customer_id in self.customers
        return mine and (not self.currency or debtor.currency == self.currency)


@dataclass(frozen=True, slots=True)
class Base:
    """What stands beside the debtors: sales of a day, cash to go round with, equity, the horizon in days.

    ``equity`` and ``cash`` are None where nobody said.
    """

    daily_sales: int = 0
    cash: int | None = None
    equity: int | None = None
    horizon: int = 90


@dataclass(frozen=True, slots=True)
class Result:
    """What an event takes: loss, what the insurer gives back, money that comes later, more to provide."""

    loss: int
    indemnity: int
    delayed: int
    provision: int
    struck: tuple[int, ...]
    base: Base

    @property
    def net(self) -> int:
        """The loss that is borne."""
        return self.loss - self.indemnity

    @property
    def cash(self) -> int | None:
        """Cash left within the horizon; below 0 is the gap. The indemnity comes later and is not in it."""
        return None if self.base.cash is None else self.base.cash - self.loss - self.delayed

    @property
    def equity(self) -> int | None:
        """Equity after the loss that is borne and what must be provided."""
        return None if self.base.equity is None else self.base.equity - self.net - self.provision

    @property
    def breaks(self) -> bool:
        """Whether cash or equity is used up, where they are known."""
        return any(left is not None and left < 0 for left in (self.cash, self.equity))


def run(debtors: Iterable[Debtor], events: Sequence[Event], base: Base) -> Result:
    """All events together: what one debtor loses is never more than it owes."""
    for event in events:
        _require_sound(event)
    withdrawn = [event for event in events if event.kind is EventKind.LIMITS_WITHDRAWN]
    loss = indemnity = delayed = provision = 0
    struck = []
    for debtor in debtors:
        own = [event for event in events if event.strikes(debtor)]
        cover = replace(debtor, insured=0) if any(event in own for event in withdrawn) else debtor
        lost = _lost(debtor, own)
        given = round_minor(Decimal(min(lost, cover.insured)) * cover.insured_pct / 100)
        late = _late(debtor, own, lost, base)
        more = _provided(debtor, own, lost)
        if lost or late or more or own:
            struck.append(debtor.customer_id)
        loss, indemnity = loss + lost, indemnity + given
        delayed, provision = delayed + late, provision + more
    slower = sum(
        (event.severity for event in events if event.kind is EventKind.DSO and event.customers is None),
        Decimal(0),
    )
    delayed += round_minor(slower * base.daily_sales)
    return Result(loss, indemnity, delayed, provision, tuple(struck), base)


def _lost(debtor: Debtor, events: Sequence[Event]) -> int:
    """What fails of a debt and what a currency takes of the rest; two failures are not two debts."""
    kept = _WHOLE
    for event in events:
        if event.kind in {EventKind.FAIL, EventKind.CURRENCY}:
            kept = kept * (_WHOLE - event.severity) / _WHOLE
    return round_minor(Decimal(max(0, debtor.open)) * (_WHOLE - kept) / 100)


def _late(debtor: Debtor, events: Sequence[Event], lost: int, base: Base) -> int:
    """What of the money expected within the horizon comes after it; what is lost does not come late too."""
    days = max((event.severity for event in events if event.kind is EventKind.DELAY), default=Decimal(0))
    left = max(0, min(debtor.due_soon, debtor.open - lost))
    share = min(Decimal(1), days / base.horizon) if base.horizon else Decimal(1)
    return round_minor(left * share)


def _provided(debtor: Debtor, events: Sequence[Event], lost: int) -> int:
    """How much more is to be provided on what is left after a downgrade."""
    if not any(event.kind is EventKind.DOWNGRADE for event in events):
        return 0
    more = max(Decimal(0), debtor.next_rate - debtor.loss_rate)
    return round_minor(Decimal(max(0, debtor.open - lost)) * more / 100)


def reverse(
    debtors: Sequence[Debtor], base: Base, ranked: Sequence[int], *, events: Sequence[Event] = ()
) -> tuple[int, ...] | None:
    """What breaks us: the fewest of the ``ranked`` debtors whose failure uses up cash or equity.

    None where even all of them do not, or nothing is known to break.
    """

    def broken(number: int) -> bool:
        fails = Event(EventKind.FAIL, _WHOLE, frozenset(ranked[:number]))
        return run(debtors, [*events, fails], base).breaks

    return _fewest(len(ranked), broken, ranked)


def _fewest(most: int, broken: Callable[[int], bool], ranked: Sequence[int]) -> tuple[int, ...] | None:
    if not broken(most):
        return None
    low, high = 0, most
    while low < high:
        middle = (low + high) // 2
        if broken(middle):
            high = middle
        else:
            low = middle + 1
    return tuple(ranked[:low])


def tornado(
    debtors: Sequence[Debtor], named: Mapping[str, Sequence[Event]], base: Base
) -> list[tuple[str, Result]]:
    """Each named set of events alone, the costliest (loss borne and money late) first."""
    found = [(name, run(debtors, events, base)) for name, events in named.items()]
    return sorted(found, key=lambda one: -(one[1].net + one[1].delayed + one[1].provision))


def _require_sound(event: Event) -> None:
    if event.severity < 0:
        raise DomainError("stress.negative")
    if event.kind in {EventKind.FAIL, EventKind.CURRENCY} and event.severity > _WHOLE:
        raise DomainError("stress.share")
