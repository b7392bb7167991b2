"""One reading of the books laid on thirteen weeks, as it is and with overlays over it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.cash_forecast import (
    ExpectedItem,
    Flow,
    Sales,
    Spreads,
    cumulated,
    expected,
    gap,
    lasting,
    settle_days,
)
from app.domain.cash_overlay import EventKind, Ground, Overlay, lay_over, parts, sales_left, struck
from app.domain.forecast import HORIZON, SPREADS, WEEK, Placed, spread, sum_up, week_of, week_starts
from app.domain.money import convert, exponent, round_minor, split
from app.services.cash_views import LATER, CashAssumptions, CashBalance, CashForecast, CashWeek, SalesBasis
from app.services.forecast import in_base

if TYPE_CHECKING:
    from app.domain.calendar import Holiday
    from app.domain.forecast import Parts
    from app.services.forecast import Gathered

_YEAR, _MONTHS = 365, 12


@dataclass(frozen=True, slots=True)
class Book:
    """What a forecast is made of: open amounts with their parts by currency, ranges, own money, rates."""

    known: Gathered
    placed: Mapping[str, Sequence[Placed]]
    spreads: Spreads
    flows: Sequence[Flow]
    base: str
    rates: Mapping[str, Decimal]
    assumed: CashAssumptions
    opening: CashBalance | None
    sales: SalesBasis | None
    holidays: Sequence[Holiday]
    working: Callable[[date], date]
    is_worked: Callable[[date], bool]


@dataclass(slots=True)
class Laying:
    """Lays a book on the weeks; the same book may be laid with several overlays."""

    book: Book
    _last: dict[date, date] = field(default_factory=dict)

    def lay(self, overlay: Overlay | None = None) -> CashForecast:
        """The forecast, with the overlay's events over it."""
        book, as_of = self.book, self.book.known.as_of
        ranked = self._ranked()
        laid = {
            currency: placed if overlay is None else lay_over(placed, overlay, self._ground(ranked))
            for currency, placed in book.placed.items()
            if self._has_rate(currency)
        }
        each = {
            currency: sum_up(as_of, laid.get(currency, ()), book.known.on_account.get(currency, 0), HORIZON)
            for currency in book.known.currencies
            if self._has_rate(currency)
        }
        whole = in_base(each, book.base, book.rates, HORIZON)
        flows = (*book.flows, *self._event_flows(overlay))
        sales = self._sales(overlay)
        missing = {one for one in book.known.currencies if not self._has_rate(one)}
        missing |= {one.currency for one in flows if one.base is None}
        items = tuple(self._items(laid, overlay, ranked))
        weeks, collected, others = self._weeks(laid, whole, flows, sales)
        opening = book.opening.amount if book.opening is not None else None
        found_gap = late_gap = None
        if opening is not None:
            first = as_of + timedelta(1)
            late = self._shifted(items, "high")
            weeks = self._balanced(weeks, opening, late, self._shifted(items, "low"))
            found_gap = gap(opening, _together(collected, others), book.assumed.minimum, first)
            late_gap = gap(opening, _together(late, others), book.assumed.minimum, first)
        return CashForecast(
            as_of,
            book.base,
            tuple(weeks),
            whole.later,
            dict(sorted(whole.left_out.items())),
            whole.credits,
            whole.total,
            items,
            tuple(flows),
            book.assumed,
            book.opening,
            found_gap,
            late_gap,
            sales,
            overlay,
            book.known.habit.settled,
            book.known.habit.company,
            len(book.known.habit.own),
            tuple(sorted(missing)),
            ranked,
            book.rates,
        )

    # -- whom and when --------------------------------------------------------------------------

    def _has_rate(self, currency: str) -> bool:
        return currency == self.book.base or currency in self.book.rates

    def _turn(self, minor: int, currency: str) -> int:
        base = self.book.base
        return minor if currency == base else convert(minor, currency, base, self.book.rates[currency])

    def _ranked(self) -> tuple[int, ...]:
        """Customers by what they owe in the base currency, most first."""
        owed: dict[int, int] = defaultdict(int)
        for currency, items in self.book.known.items.items():
            if self._has_rate(currency):
                sums: dict[int, int] = defaultdict(int)
                for item in items:
                    sums[item.customer_id] += item.open
                for customer_id, minor in sums.items():
                    owed[customer_id] += self._turn(minor, currency)
        return tuple(sorted(owed, key=lambda row: (-owed[row], row)))

    def _ground(self, ranked: Sequence[int]) -> Ground:
        return Ground(self.book.known.as_of, ranked, self.book.working, self._ending)

    def _ending(self, end: date) -> date:
        """The last working day of the week that ends on a day."""
        if end not in self._last:
            self._last[end] = lasting(end - timedelta(6), self.book.is_worked)
        return self._last[end]

    def _items(
        self, laid: Mapping[str, Sequence[Placed]], overlay: Overlay | None, ranked: Sequence[int]
    ) -> list[ExpectedItem]:
        book = self.book
        late = [one for one in overlay.events if one.kind is EventKind.LATE] if overlay is not None else []
        moved = [(struck(one, ranked), one.days) for one in late]
        found = []
        for currency, placed in laid.items():
            for one in placed:
                row = one.item.customer_id
                shifted = sum(days for who, days in moved if who is None or row in who)
                days = book.known.habit.of(row)
                found.append(expected(one, currency, book.known.as_of, days, book.spreads, shifted=shifted))
        return found

    # -- own money ------------------------------------------------------------------------------

    def _event_flows(self, overlay: Overlay | None) -> list[Flow]:
        """What an overlay has us pay."""
        first = self.book.known.as_of + timedelta(1)
        return [
            Flow(event.on or first, event.amount, self.book.base, "", "event", 0, event.amount)
            for event in (overlay.events if overlay is not None else ())
            if event.kind is EventKind.OUTFLOW and (event.on is None or self._within(event.on))
        ]

    def _within(self, day: date) -> bool:
        return 0 < (day - self.book.known.as_of).days <= HORIZON * WEEK.days

    def _sales(self, overlay: Overlay | None) -> SalesBasis | None:
        basis, left = self.book.sales, sales_left(overlay)
        if basis is None or left == 1:
            return basis
        monthly = round_minor(basis.monthly * left)
        return SalesBasis(monthly, basis.days, basis.own_monthly, basis.own_days, left)

    # -- weeks ----------------------------------------------------------------------------------

    def _weeks(
        self,
        laid: Mapping[str, Sequence[Placed]],
        whole: Parts,
        flows: Sequence[Flow],
        sales: SalesBasis | None,
    ) -> tuple[list[CashWeek], dict[date, int], dict[date, int]]:
        """The weeks; what is collected, and what else moves the balance, on each day."""
        as_of = self.book.known.as_of
        came = self._days(laid)
        moved: dict[date, int] = defaultdict(int)
        collections: dict[date, int] = {}
        weeks = []
        for place, start in enumerate(week_starts(as_of, HORIZON)):
            end = start + WEEK - timedelta(1)
            last = self._ending(end)
            collected = whole.habit[place] + whole.dated[place] + whole.claims[place]
            collections |= settle_days(came[place], collected, last)
            own = [one for one in flows if start <= one.on <= end and one.base is not None]
            for one in own:
                moved[one.on] -= one.base or 0
            sold = _sold(sales, as_of, start - timedelta(1), end)
            if sold:
                moved[last] += sold
            weeks.append(
                CashWeek(
                    start,
                    whole.habit[place],
                    whole.dated[place],
                    whole.claims[place],
                    sold,
                    -sum(one.base or 0 for one in own if one.amount < 0),
                    sum(one.base or 0 for one in own if one.amount > 0),
                    tuple(one for one in self.book.holidays if start <= one.on <= end),
                )
            )
        return weeks, collections, dict(moved)

    def _days(self, laid: Mapping[str, Sequence[Placed]]) -> list[dict[date, int]]:
        """What comes on each day of each week, spread amounts on their week's last working day."""
        as_of = self.book.known.as_of
        found: list[dict[date, int]] = [{} for _ in range(HORIZON)]
        for currency, placed in laid.items():
            sums: dict[date, int] = defaultdict(int)
            for one in placed:
                for part in parts(one, as_of, self._ending):
                    if part.on is not None:
                        sums[max(part.on, as_of + timedelta(1))] += part.amount
            for day, minor in sums.items():
                if self._within(day):
                    week = found[week_of(as_of, day)]
                    week[day] = week.get(day, 0) + self._turn(minor, currency)
        return found

    def _balanced(
        self, weeks: Sequence[CashWeek], opening: int, late: Mapping[date, int], early: Mapping[date, int]
    ) -> list[CashWeek]:
        """The weeks with their balances, as expected and at both ends of the range."""
        usual = cumulated([week.net for week in weeks], opening)
        others = [week.net - week.collections for week in weeks]
        low = cumulated([net + one for net, one in zip(others, self._by_week(late), strict=True)], opening)
        high = cumulated([net + one for net, one in zip(others, self._by_week(early), strict=True)], opening)
        return [
            replace(
                week,
                balance=usual[place],
                low=min(low[place], usual[place]),
                high=max(high[place], usual[place]),
            )
            for place, week in enumerate(weeks)
        ]

    def _shifted(self, items: Sequence[ExpectedItem], end: str) -> dict[date, int]:
        """What would come on each day if everything came at one end of its range."""
        by_day: dict[tuple[str, date], int] = defaultdict(int)
        for one in items:
            day = getattr(one, end)
            if day is not None and self._within(day):
                by_day[one.currency, day] += one.amount
        found: dict[date, int] = defaultdict(int)
        for (currency, day), minor in by_day.items():
            found[day] += self._turn(minor, currency)
        return dict(found)

    def _by_week(self, days: Mapping[date, int]) -> list[int]:
        found = [0] * HORIZON
        for day, amount in days.items():
            found[week_of(self.book.known.as_of, day)] += amount
        return found


def _together(*days: Mapping[date, int]) -> dict[date, int]:
    found: dict[date, int] = defaultdict(int)
    for each in days:
        for day, amount in each.items():
            found[day] += amount
    return dict(found)


def _sold(sales: SalesBasis | None, as_of: date, before: date, end: date) -> int:
    """What of the expected new sales comes after ``before`` until ``end``."""
    if sales is None:
        return 0
    counted = Sales(Decimal(sales.monthly * _MONTHS) / _YEAR, sales.days)
    return counted.collected(as_of, end) - counted.collected(as_of, before)


def behind(found: CashForecast, part: int | str) -> list[tuple[ExpectedItem, int, int]]:
    """The items of a part with the amount in it, in their currency and in the base currency.

    ``part`` is a week's place, ``later`` or the code of what is left out; the base amounts sum to it.
    """
    chosen = [(item, amount) for item in found.items if (amount := _within_part(found.as_of, item, part)) > 0]
    if not chosen:
        return []
    total = found.weeks[part].collections if isinstance(part, int) else _aside(found, part)
    weights = [
        Decimal(amount) * _rate(found, item.currency).scaleb(-exponent(item.currency))
        for item, amount in chosen
    ]
    bases = split(total, weights) if total and sum(weights) > 0 else [0] * len(chosen)
    return [(item, amount, base) for (item, amount), base in zip(chosen, bases, strict=True)]


def _rate(found: CashForecast, currency: str) -> Decimal:
    return Decimal(1) if currency == found.currency else found.rates[currency]


def _aside(found: CashForecast, part: str) -> int:
    return found.later if part == LATER else found.left_out.get(part, 0)


def _within_part(as_of: date, item: ExpectedItem, part: int | str) -> int:
    if item.on is not None:
        week = week_of(as_of, item.on)
        return item.amount if part == (week if week < HORIZON else LATER) else 0
    if item.why in SPREADS:
        over = SPREADS[item.why]
        return spread(item.amount, over)[part] if isinstance(part, int) and part < over else 0
    return item.amount if item.why == part else 0


def weeks_of(found: CashForecast, item: ExpectedItem) -> Sequence[tuple[int, int]]:
    """The weeks an amount comes in with what comes in each; none where it comes later or is left out."""
    if item.on is not None:
        week = week_of(found.as_of, item.on)
        return [(week, item.amount)] if week < HORIZON else []
    if item.why in SPREADS:
        return list(enumerate(spread(item.amount, SPREADS[item.why])))
    return []


def first_part(found: CashForecast, item: ExpectedItem) -> int | str:
    """The first week an amount comes in, ``later``, or why it is left out."""
    if item.on is not None:
        week = week_of(found.as_of, item.on)
        return week if week < HORIZON else LATER
    return 0 if item.why in SPREADS else item.why
