"""Promises to pay (承诺付款), judged by the receipts: kept, partly kept, broken, and how late.

Receipts of the days from which a promise was made to which it runs count, each once: the promises
of a customer take them in order of their due days. The order in which receipts were entered plays
no part, nor does the order of promises of one day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from app.domain.document import Promise
from app.domain.entry import EARLIEST, LATEST, MOST
from app.domain.money import CURRENCIES, Money
from app.domain.payment import Payment
from app.domain.problem import DomainError

CANCELLED = "cancelled"
_JUDGED_BY_HAND = frozenset({"kept", "broken"})
"""Outcomes of files from before promises were judged by receipts: the receipts decide now."""


class PromiseState(StrEnum):
    """Where a promise stands on a day."""

    OPEN = "open"
    KEPT = "kept"
    PARTLY = "partly"
    BROKEN = "broken"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of a promise; ``paid`` came in time, ``late`` after it (minor units).

    ``judged_on`` is the day the state was reached, None while open. ``days_late`` counts from the
    promised day to the one the whole amount was there, or to the day asked about.
    """

    state: PromiseState
    paid: int = 0
    late: int = 0
    judged_on: date | None = None
    days_late: int = 0


@dataclass(frozen=True, slots=True)
class KeptRate:
    """How a customer keeps its word: promises whose day has come, cancelled ones left out."""

    kept: int
    partly: int
    broken: int

    @property
    def judged(self) -> int:
        """How many promises were judged."""
        return self.kept + self.partly + self.broken

    @property
    def rate(self) -> Decimal | None:
        """Kept over judged, 0 to 1; None where nothing was judged."""
        return Decimal(self.kept) / self.judged if self.judged else None


def check_promise(promise: Promise, today: date) -> None:
    """Refuse a promise that no calendar or ledger could hold."""
    if promise.currency not in CURRENCIES:
        raise DomainError("money.unknown_currency", currency=promise.currency)
    if promise.amount <= 0:
        raise DomainError("promise.no_amount")
    if promise.amount > MOST:
        raise DomainError("amount.too_large", amount=Money(promise.amount, promise.currency))
    for day in (promise.made_on, promise.due_on):
        if not EARLIEST <= day <= LATEST:
            raise DomainError("document.bad_date", date=day, earliest=EARLIEST, latest=LATEST)
    if promise.made_on > today:
        raise DomainError("promise.not_yet", made=promise.made_on, today=today)
    if promise.due_on < promise.made_on:
        raise DomainError("promise.due_before_made", made=promise.made_on, due=promise.due_on)


def judge(promises: Iterable[Promise], payments: Iterable[Payment], as_of: date) -> dict[int, Judgement]:
    """What became of each promise made by ``as_of``, by its id."""
    came: dict[tuple[int, str], list[Payment]] = defaultdict(list)
    for payment in payments:
        if payment.on <= as_of:
            came[payment.customer_id, payment.currency].append(payment)
    given: dict[tuple[int, str], list[Promise]] = defaultdict(list)
    for promise in promises:
        if promise.made_on <= as_of:
            given[promise.customer_id, promise.currency].append(promise)
    found: dict[int, Judgement] = {}
    for key, group in given.items():
        found |= _judge_group(group, came.get(key, ()), as_of)
    return found


def kept_rate(judgements: Iterable[Judgement]) -> KeptRate:
    """Count the judged ones."""
    states = [one.state for one in judgements]
    return KeptRate(*(states.count(each) for each in _JUDGED))


_JUDGED = (PromiseState.KEPT, PromiseState.PARTLY, PromiseState.BROKEN)


def cancelled_by(promise: Promise, as_of: date) -> bool:
    """Whether the promise had been taken back by the day."""
    closed = promise.closed_on is not None and promise.closed_on <= as_of
    return closed and promise.outcome not in _JUDGED_BY_HAND


@dataclass(slots=True)
class _Taken:
    """What a promise has taken so far, and the day it last took something."""

    promise: Promise
    paid: int = 0
    late: int = 0
    last: date | None = None

    @property
    def missing(self) -> int:
        """What is still missing of the promised amount."""
        return self.promise.amount - self.paid - self.late


def _judge_group(
    promises: Sequence[Promise], payments: Sequence[Payment], as_of: date
) -> dict[int, Judgement]:
    """The promises of one customer in one currency."""
    found = {
        one.id: Judgement(PromiseState.CANCELLED, judged_on=one.closed_on)
        for one in promises
        if cancelled_by(one, as_of)
    }
    standing = [_Taken(one) for one in sorted(promises, key=_turn) if one.id not in found]
    purse = _Purse(payments, {taken.promise.document_id for taken in standing})
    for taken in standing:
        taken.paid = purse.take(taken, taken.promise.made_on, taken.promise.due_on)
    for taken in standing:
        taken.late = purse.take(taken, taken.promise.due_on + timedelta(1), as_of)
    return found | {taken.promise.id: _judged(taken, as_of) for taken in standing}


def _turn(promise: Promise) -> tuple[date, date, bool, int, int, int]:
    """Which promise takes first: due first, made first, and of a kind those for an invoice first."""
    named = promise.document_id is not None
    return promise.due_on, promise.made_on, not named, promise.document_id or 0, promise.amount, promise.id


class _Purse:
    """The payments of a customer in one currency, each spent once.

    A promise without an invoice takes first what no promise names an invoice for.
    """

    def __init__(self, payments: Iterable[Payment], named: set[int | None]) -> None:
        self._left: dict[tuple[date, int | None], int] = defaultdict(int)
        for payment in payments:
            self._left[payment.on, payment.document_id] += payment.amount
        wanted = named - {None}
        self._order = sorted(self._left, key=lambda key: (key[1] in wanted, key[0], key[1] or 0))

    def take(self, taken: _Taken, first: date, last: date) -> int:
        """Take what the promise misses from payments dated ``first`` to ``last``; how much it got."""
        got = 0
        for key in self._order:
            on, document_id = key
            meant = taken.promise.document_id in {None, document_id}
            if meant and first <= on <= last:
                share = min(max(self._left[key], 0), taken.missing - got)
                self._left[key] -= share
                got += share
                if share:
                    taken.last = max(taken.last or on, on)
        return got


def _judged(taken: _Taken, as_of: date) -> Judgement:
    promise, paid, late = taken.promise, taken.paid, taken.late
    if paid >= promise.amount:
        return Judgement(PromiseState.KEPT, paid, 0, taken.last)
    if as_of <= promise.due_on:
        return Judgement(PromiseState.OPEN, paid)
    state = PromiseState.PARTLY if paid else PromiseState.BROKEN
    until = taken.last if not taken.missing and taken.last else as_of
    return Judgement(state, paid, late, promise.due_on + timedelta(1), (until - promise.due_on).days)
