"""The collections forecast: open items, what is announced, and habits brought together in base currency."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from operator import add
from typing import TYPE_CHECKING, Protocol

from app.domain.calendar import Holiday, Shift, shift_to_working_day
from app.domain.forecast import (
    DOUBTFUL_AFTER,
    HORIZON,
    LEAST_SETTLED,
    WEEK,
    WEEKS,
    Dated,
    Habit,
    OpenAmount,
    Parts,
    forecast,
    settle_rounding,
    week_starts,
)
from app.domain.money import Money, convert
from app.services.control import CancelledError

if TYPE_CHECKING:
    from app.services.control import Control
    from app.services.ports import BusinessCalendar


@dataclass(frozen=True, slots=True)
class ForecastWeek:
    """Seven days from ``start``: what habit brings, what is announced or claimed, and their holidays."""

    start: date
    habit: Money
    dated: Money
    holidays: tuple[Holiday, ...] = ()

    @property
    def total(self) -> Money:
        """Both together."""
        return self.habit + self.dated


@dataclass(frozen=True, slots=True)
class Forecast:
    """Eight weeks and all that is not in them; every part together is ``receivables``.

    ``left_out`` names what nobody counts on by reason code (disputed, insolvent, handed_over, expired, old),
    ``on_account`` are unapplied credits (zero or negative). ``settled`` invoices made the habits,
    ``company_habit`` is everybody's median of signed days late, ``own`` how many customers have their own.
    """

    as_of: date
    weeks: tuple[ForecastWeek, ...]
    later: Money
    left_out: Mapping[str, Money]
    on_account: Money
    receivables: Money
    settled: int = 0
    company_habit: int = 0
    own: int = 0
    missing_rates: tuple[str, ...] = ()

    @property
    def within(self) -> Money:
        """What the eight weeks bring together."""
        return sum((week.total for week in self.weeks), Money(0, self.receivables.currency))


@dataclass(frozen=True, slots=True)
class OpenLedger:
    """What is open on a day, by currency: debits, and credits on account (zero or negative)."""

    items: Mapping[str, Sequence[OpenAmount]] = field(default_factory=dict)
    on_account: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the rule is applied to on a day, by currency; credits on account are zero or negative."""

    as_of: date
    items: Mapping[str, Sequence[OpenAmount]]
    dated: Mapping[str, Sequence[Dated]]
    habit: Habit
    on_account: Mapping[str, int]

    @property
    def currencies(self) -> list[str]:
        """Those with anything open."""
        return sorted({*self.items, *self.on_account})


class ForecastReader(Protocol):
    """The queries behind the forecast."""

    def open_ledger(self, as_of: date, old_after: int) -> OpenLedger:
        """Open debits with what is contested of them and why nobody counts on them, and credits."""

    def habit(self, as_of: date, since: date, least: int) -> Habit:
        """Medians of signed days late of invoices settled by receipts from ``since`` to the day."""


class Announced(Protocol):
    """Money announced for a day."""

    def dated(self, as_of: date) -> Mapping[str, Sequence[Dated]]:
        """What is announced from the day on, by currency: promises, plan parts, bills held, claims."""


class ExchangeRates(Protocol):
    """What the forecast needs of the aging board."""

    def rates(self, as_of: date) -> Mapping[str, Decimal]:
        """Base units per unit of each currency on a day."""

    def base(self) -> str:
        """The company's own currency."""


class Holidays(Protocol):
    """Public holidays by name."""

    def holidays(self, start: date, end: date, country: str) -> Sequence[Holiday]:
        """Those from ``start`` to ``end`` on days that would be worked."""


Expired = Callable[[date], frozenset[int]]
"""Documents whose limitation period has run out by a day."""


class ForecastService:
    """Says what will probably come when, and by which rule."""

    def __init__(
        self,
        reader: ForecastReader,
        announced: Announced,
        ledger: ExchangeRates,
        calendar: BusinessCalendar,
        holidays: Holidays,
        country: Callable[[], str],
        expired: Expired,
    ) -> None:
        self._reader = reader
        self._announced = announced
        self._ledger = ledger
        self._calendar = calendar
        self._holidays = holidays
        self._country = country
        self._expired = expired

    def forecast(self, as_of: date, control: Control) -> Forecast:
        """The eight weeks from the day after."""
        known = self.gather(as_of, control)
        working = self.working()
        parts = {
            currency: forecast(
                as_of,
                known.items.get(currency, ()),
                known.dated.get(currency, ()),
                known.habit,
                known.on_account.get(currency, 0),
                working,
                HORIZON,
            )
            for currency in known.currencies
        }
        return self._told(as_of, parts, known.habit)

    def gather(self, as_of: date, control: Control) -> Gathered:
        """What the rule is applied to, as it was known on the day."""
        book = self._reader.open_ledger(as_of, DOUBTFUL_AFTER)
        _tell(control, 1)
        dated = self._announced.dated(as_of)
        habit = self._reader.habit(as_of, as_of - timedelta(365), LEAST_SETTLED)
        _tell(control, 2)
        expired = self._expired(as_of)
        items = {currency: _without(found, expired) for currency, found in book.items.items()}
        return Gathered(as_of, items, dated, habit, book.on_account)

    def named_holidays(self, start: date, end: date) -> Sequence[Holiday]:
        """Public holidays at home from ``start`` to ``end``."""
        return self._holidays.holidays(start, end, self._country())

    def is_worked(self, day: date) -> bool:
        """Whether a day is a working day at home."""
        return self._calendar.is_working_day(day, self._country())

    def _told(self, as_of: date, parts: Mapping[str, Parts], habit: Habit) -> Forecast:
        base, rates = self._ledger.base(), self._ledger.rates(as_of)
        known = {one: each for one, each in parts.items() if one == base or one in rates}
        whole = in_base(known, base, rates, HORIZON).first(WEEKS)
        starts = week_starts(as_of)
        named = self.named_holidays(starts[0], starts[-1] + WEEK)
        weeks = tuple(
            ForecastWeek(
                start,
                Money(whole.habit[n], base),
                Money(whole.dated[n] + whole.claims[n], base),
                tuple(one for one in named if start <= one.on < start + WEEK),
            )
            for n, start in enumerate(starts)
        )
        return Forecast(
            as_of,
            weeks,
            Money(whole.later, base),
            {why: Money(minor, base) for why, minor in sorted(whole.left_out.items())},
            Money(whole.credits, base),
            Money(whole.total, base),
            habit.settled,
            habit.company,
            len(habit.own),
            tuple(sorted(parts.keys() - known.keys())),
        )

    def working(self) -> Callable[[date], date]:
        """What moves a day to the next working day at home, remembering what it asked."""
        country = self._country()
        moved: dict[date, date] = {}

        def working(day: date) -> date:
            if day not in moved:
                moved[day] = shift_to_working_day(day, Shift.NEXT, self._calendar, country)
            return moved[day]

        return working


def _tell(control: Control, done: int) -> None:
    if control.cancelled():
        raise CancelledError
    control.progress(done, 3, "work.forecasting")


def _without(items: Sequence[OpenAmount], expired: frozenset[int]) -> Sequence[OpenAmount]:
    if not expired:
        return items
    return [
        replace(item, doubtful="expired") if item.document_id in expired and not item.doubtful else item
        for item in items
    ]


def in_base(parts: Mapping[str, Parts], base: str, rates: Mapping[str, Decimal], weeks: int) -> Parts:
    """All currencies together; the sum is each currency's total converted once."""
    habit, dated, claims = [0] * weeks, [0] * weeks, [0] * weeks
    later = credits_ = total = 0
    left_out: dict[str, int] = {}
    for currency, one in parts.items():

        def turn(minor: int, currency: str = currency) -> int:
            return minor if currency == base else convert(minor, currency, base, rates[currency])

        habit = list(map(add, habit, map(turn, one.habit)))
        dated = list(map(add, dated, map(turn, one.dated)))
        claims = list(map(add, claims, map(turn, one.claims)))
        later += turn(one.later)
        credits_ += turn(one.credits)
        for why, minor in one.left_out.items():
            left_out[why] = left_out.get(why, 0) + turn(minor)
        total += turn(one.total)
    return settle_rounding(Parts(tuple(habit), tuple(dated), later, left_out, credits_, tuple(claims)), total)
