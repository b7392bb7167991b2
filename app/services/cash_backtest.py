"""What the rule of the cash forecast would have said on past month ends, by what was known then."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.domain.calendar import month_after
from app.domain.cash_backtest import CashBacktest, DayError, Origin, judge, median
from app.domain.cash_forecast import expected
from app.domain.forecast import HABIT, HORIZON, WEEK, Placed, lay, sum_up
from app.domain.money import convert
from app.services.control import CancelledError, Silent
from app.services.forecast import in_base

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.services.cash import CashDesk
    from app.services.control import Control

_MONTHS, _YEAR, _HISTORY = 12, 365, 90
"""Month ends looked back on; a year; days of history a month end needs before it."""


class Backtesting:
    """Runs the rule on each month end."""

    def __init__(self, desk: CashDesk) -> None:
        self._desk = desk
        self._seen: set[int] = set()
        self._errors: list[int] = []
        self._due: list[int] = []
        self._n = self._inside = 0

    def run(self, as_of: date, control: Control) -> CashBacktest:
        """The last twelve month ends after which at least a week has passed."""
        days = self._month_ends(as_of)
        origins = []
        for place, day in enumerate(days):
            if control.cancelled():
                raise CancelledError
            control.progress(place, len(days), "cash.backtesting")
            origins.append(self._origin(day, as_of))
        told = DayError(self._n, len(self._errors), median(self._errors), median(self._due), self._inside)
        return judge(self._desk.board.base(), origins, HORIZON, told)

    def _month_ends(self, as_of: date) -> list[date]:
        first = self._desk.reader.first_invoice()
        ends = [month_after(as_of, -back, 31) for back in range(_MONTHS, 0, -1)]
        return [
            day
            for day in ends
            if first is not None and day - first >= timedelta(_HISTORY) and as_of - day >= WEEK
        ]

    def _origin(self, day: date, as_of: date) -> Origin:
        desk = self._desk
        known = desk.forecasts.gather(day, Silent())
        base, rates = desk.board.base(), desk.board.rates(day)
        working = desk.forecasts.working()
        parts, placed = {}, []
        for currency in known.currencies:
            laid = lay(
                day, known.items.get(currency, ()), known.dated.get(currency, ()), known.habit, working
            )
            if currency == base or currency in rates:
                parts[currency] = sum_up(day, laid, known.on_account.get(currency, 0), HORIZON)
            placed += laid
        whole = in_base(parts, base, rates, HORIZON)
        weeks = min(HORIZON, (as_of - day).days // WEEK.days)
        came = [0] * weeks
        for currency, sums in desk.reader.came(day, weeks).items():
            if currency in parts:
                for week, minor in enumerate(sums):
                    came[week] += (
                        minor if currency == base else convert(minor, currency, base, rates[currency])
                    )
        self._judge_days(day, as_of, placed, {row: known.habit.of(row) for row in _customers(placed)})
        said = [sum(each) for each in zip(whole.habit, whole.dated, whole.claims, strict=True)]
        return Origin(day, tuple(said), tuple(came))

    def _judge_days(
        self, day: date, as_of: date, placed: Sequence[Placed], habits: Mapping[int, int]
    ) -> None:
        """Each invoice once, on the first month end on which its day lay ahead."""
        spreads = self._desk.reader.spreads(day, day - timedelta(_YEAR))
        paid = self._desk.reader.settled_after(day, as_of)
        for one in placed:
            row = one.item.document_id
            if one.why != HABIT or one.on is None or row in self._seen:
                continue
            told = expected(one, "", day, habits[one.item.customer_id], spreads)
            if told.high is None or told.low is None or told.high > as_of:
                continue
            self._seen.add(row)
            self._n += 1
            came = paid.get(row)
            if came is not None:
                self._errors.append(abs((came - one.on).days))
                self._due.append(abs((came - max(one.item.due, day)).days))
                self._inside += told.low <= came <= told.high


def _customers(placed: Sequence[Placed]) -> set[int]:
    return {one.item.customer_id for one in placed}
