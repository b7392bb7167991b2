"""Stress test (压力测试): what named events would take, before and after insurance, one by one and together.

Amounts are minor units of one currency, shares per cent. Every event only takes away, so a worse one
never costs less: losses and the cash gap grow with its severity.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.domain.money import round_minor
from app.domain.problem import DomainError

_WHOLE, _WEEK = Decimal(100), 7


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

    ``next_rate`` is the loss rate one grade lower; ``due_soon`` is expected within the horizon, ``expected``
    of it by the end of each of its weeks, where that is known.
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
    expected: tuple[int, ...] = ()


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
    """What stands beside the debtors: sales of a day, least cash within the horizon, equity, horizon in days.

    ``cash`` is what is left at the lowest point if everything comes as expected, ``weeks`` at the end of each
    week where that is known. ``equity`` and ``cash`` are None where nobody said.
    """

    daily_sales: int = 0
    cash: int | None = None
    equity: int | None = None
    horizon: int = 90
    weeks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Struck:
    """What the events take from one debtor; minor units.

    ``missing`` is what of the loss was expected within the horizon, ``delayed`` what comes after it,
    ``lacks`` what has not come by the end of each week,
    ``uncovered`` the insured part that new shipments in its place would not have.
    """

    debtor: Debtor
    loss: int
    indemnity: int
    missing: int
    delayed: int
    provision: int
    uncovered: int = 0
    lacks: tuple[int, ...] = ()

    @property
    def net(self) -> int:
        """The loss that is borne."""
        return self.loss - self.indemnity


@dataclass(frozen=True, slots=True)
class Result:
    """What events take altogether: loss, what the insurer gives back, money that does not come in time.

    ``slower`` is what a longer DSO keeps out beside the debtors there are, by ``slow`` days; ``struck`` are
    the debtors hit.
    """

    rows: tuple[Struck, ...]
    slower: int
    base: Base
    slow: Decimal = Decimal(0)

    @property
    def struck(self) -> tuple[int, ...]:
        """The customers hit."""
        return tuple(dict.fromkeys(one.debtor.customer_id for one in self.rows))

    @property
    def loss(self) -> int:
        """Lost before insurance."""
        return sum(one.loss for one in self.rows)

    @property
    def indemnity(self) -> int:
        """What the insurer gives back of it."""
        return sum(one.indemnity for one in self.rows)

    @property
    def net(self) -> int:
        """The loss that is borne."""
        return self.loss - self.indemnity

    @property
    def missing(self) -> int:
        """What of the loss was expected within the horizon."""
        return sum(one.missing for one in self.rows)

    @property
    def delayed(self) -> int:
        """What comes after the horizon."""
        return sum(one.delayed for one in self.rows) + self.slower

    @property
    def provision(self) -> int:
        """How much more is to be provided."""
        return sum(one.provision for one in self.rows)

    @property
    def uncovered(self) -> int:
        """What was insured and would not be any more."""
        return sum(one.uncovered for one in self.rows)

    @property
    def cash(self) -> int | None:
        """Cash left at the lowest point; below 0 is the gap. The indemnity comes later and is not in it.

        Where the weeks are known, money that fails to come lowers only the weeks from which it was expected.
        """
        if self.base.cash is None:
            return None
        if not self.base.weeks:
            return self.base.cash - self.missing - self.delayed
        return min(left - self._lacking(week) for week, left in enumerate(self.base.weeks))

    def _lacking(self, week: int) -> int:
        """What has not come by the end of a week."""
        slow = round_minor(min(self.slow, Decimal(_WEEK * (week + 1))) * self.base.daily_sales)
        return slow + sum(
            row.lacks[week] if week < len(row.lacks) else row.missing + row.delayed for row in self.rows
        )

    @property
    def equity(self) -> int | None:
        """Equity after the loss that is borne and what must be provided."""
        return None if self.base.equity is None else self.base.equity - self.net - self.provision

    @property
    def breaks(self) -> bool:
        """Whether cash or equity is used up, where they are known."""
        return any(left is not None and left < 0 for left in (self.cash, self.equity))

    @property
    def cost(self) -> int:
        """By what events are ranked: the loss borne, the money late, and what is to be provided."""
        return self.net + self.delayed + self.provision


def run(debtors: Iterable[Debtor], events: Sequence[Event], base: Base) -> Result:
    """All events together: what one debtor loses is never more than it owes."""
    for event in events:
        _require_sound(event)
    rows = []
    for debtor in debtors:
        own = [event for event in events if event.strikes(debtor) and event.kind is not EventKind.DSO]
        if own:
            rows.append(_strike(debtor, own, base))
    slower = sum((one.severity for one in events if one.kind is EventKind.DSO), Decimal(0))
    return Result(tuple(rows), round_minor(slower * base.daily_sales), base, slower)


def _strike(debtor: Debtor, events: Sequence[Event], base: Base) -> Struck:
    withdrawn = any(event.kind is EventKind.LIMITS_WITHDRAWN for event in events)
    lost = _lost(debtor, events)
    # A withdrawn limit never uncovers what was shipped; it is reckoned as after new shipments replaced it.
    insured = 0 if withdrawn else debtor.insured
    failed = _lost(debtor, [event for event in events if event.kind is EventKind.FAIL])
    # What a currency loses nobody insures.
    given = round_minor(Decimal(min(failed, insured)) * debtor.insured_pct / 100)
    soon = max(0, min(debtor.due_soon, debtor.open))
    missing = round_minor(Decimal(soon) * lost / debtor.open) if debtor.open > 0 else 0
    days = max((event.severity for event in events if event.kind is EventKind.DELAY), default=Decimal(0))
    lacks = _lacks(debtor, lost, days)
    late = lacks[-1] - missing if lacks else _late(days, soon - missing, base)
    uncovered = max(0, debtor.insured) if withdrawn else 0
    more = _provided(debtor, events, lost)
    return Struck(debtor, lost, given, missing, max(0, late), more, uncovered, lacks)


def _lacks(debtor: Debtor, lost: int, days: Decimal) -> tuple[int, ...]:
    """What is lost or comes so many days later has not come by the end of these weeks.

    In whole numbers, halves rounded up: thousands of debtors are asked some hundred times over.
    """
    if debtor.open <= 0:
        return ()
    if not lost and not days:
        return (0,) * len(debtor.expected)
    shift, parts = days.as_integer_ratio()
    step, ends, kept = _WEEK * parts, (0, *debtor.expected), debtor.open - lost
    whole = debtor.open * step
    return tuple(
        (2 * (due * whole - kept * _come(ends, week * step - shift, step)) + whole) // (2 * whole)
        for week, due in enumerate(debtor.expected, 1)
    )


def _come(ends: Sequence[int], at: int, step: int) -> int:
    """What was expected by a moment, times ``step`` (the parts of a week ``at`` counts); evenly in a week."""
    if at <= 0:
        return 0
    week, rest = divmod(at, step)
    if week >= len(ends) - 1:
        return ends[-1] * step
    return ends[week] * step + rest * (ends[week + 1] - ends[week])


def _lost(debtor: Debtor, events: Sequence[Event]) -> int:
    """What fails of a debt and what a currency takes of the rest; two failures are not two debts."""
    kept = _WHOLE
    for event in events:
        if event.kind in {EventKind.FAIL, EventKind.CURRENCY}:
            kept = kept * (_WHOLE - event.severity) / _WHOLE
    return round_minor(Decimal(max(0, debtor.open)) * (_WHOLE - kept) / 100)


def _late(days: Decimal, left: int, base: Base) -> int:
    """What of the money still expected within the horizon comes after it; what is lost is not late."""
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

    number = heaviest(0, len(ranked), broken)
    return None if number is None else tuple(ranked[:number])


def tornado(
    debtors: Sequence[Debtor], named: Mapping[str, Sequence[Event]], base: Base
) -> list[tuple[str, Result]]:
    """Each named set of events alone, the costliest (loss borne and money late) first."""
    found = [(name, run(debtors, events, base)) for name, events in named.items()]
    return sorted(found, key=lambda one: -one[1].cost)


def _require_sound(event: Event) -> None:
    if event.severity < 0:
        raise DomainError("stress.negative")
    if event.kind in {EventKind.FAIL, EventKind.CURRENCY} and event.severity > _WHOLE:
        raise DomainError("stress.share")


def heaviest(low: int, high: int, breaks: Callable[[int], bool]) -> int | None:
    """The least severity from ``low`` to ``high`` that breaks (worse breaks too); None where none does."""
    if not breaks(high):
        return None
    while low < high:
        middle = (low + high) // 2
        if breaks(middle):
            high = middle
        else:
            low = middle + 1
    return low
