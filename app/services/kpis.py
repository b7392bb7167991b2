"""Four key figures with their last twelve month ends, worked out from the dated ledger alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Protocol

from app.domain import kpi
from app.domain.calendar import day_of_month, month_after
from app.domain.kpi import Figure
from app.domain.money import convert, to_major
from app.domain.problem import DomainError

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.services.control import Control

KEYS = ("receivables", "overdue_rate", "dso", "promises_kept")
POINTS = 12
SALES_DAYS = 365
"""DSO looks at the credit sales of so many days up to its day; kept promises likewise."""
LOW_IS_GOOD = frozenset({"receivables", "overdue_rate", "dso"})
NEAR = Decimal("0.1")
"""A figure beside its target by no more than this share of the target is near it."""


@dataclass(frozen=True, slots=True)
class Kpi:
    """One key figure of a day.

    ``unit`` is money (major units of ``currency``), share or days. ``points`` are the last twelve
    month ends with the day itself last; ``delta`` is the change since the month end before. ``state`` is
    ok, near or miss against ``target``, none without one. ``why`` tells why there is no ``value``;
    ``more`` holds figures behind it by name.
    """

    key: str
    unit: str
    value: Decimal | None
    why: str = ""
    currency: str = ""
    target: Decimal | None = None
    state: str = "none"
    delta: Decimal | None = None
    points: tuple[tuple[date, Decimal | None], ...] = ()
    more: Mapping[str, Decimal | None] = field(default_factory=dict)

    @property
    def low_is_good(self) -> bool:
        """Whether the target is an upper bound."""
        return self.key in LOW_IS_GOOD


@dataclass(frozen=True, slots=True)
class Standing:
    """What the ledger of one currency said on a day, minor units.

    ``balance`` is net of credits on account, ``debits`` what is open of invoices, ``overdue`` the
    part past its due date; ``sales`` are invoices less credit notes of the days up to it, of which the
    ledger knows ``known``.
    """

    balance: int = 0
    debits: int = 0
    overdue: int = 0
    sales: int = 0
    known: int = SALES_DAYS


class KpiReader(Protocol):
    """The queries behind the key figures."""

    def standings(self, days: Sequence[date], sales_days: int) -> Mapping[date, Mapping[str, Standing]]:
        """What the ledger said on each day, per currency, by the dates of documents and allocations."""

    def sales_by_month(self, start: date, end: date) -> Mapping[tuple[int, int], Mapping[str, int]]:
        """Invoices less credit notes per (year, month) and currency, minor units."""


class Promises(Protocol):
    """How promises turned out."""

    def judged(self, start: date, end: date) -> Sequence[tuple[date, bool]]:
        """The day each promise that fell due in the time was judged on, and whether it was kept."""


class Settings(Protocol):
    """The company's own choices by name."""

    def get(self, name: str, default: object = None) -> object:
        """The value chosen."""

    def set(self, name: str, value: object) -> ChangeSet:
        """Choose."""

    def reset(self, name: str) -> ChangeSet:
        """Back to the default."""


class Ledger(Protocol):
    """What the key figures need of the aging board."""

    def rates(self, as_of: date) -> Mapping[str, Decimal]:
        """Base units per unit of each currency on a day."""

    def base(self) -> str:
        """The company's own currency."""


class KpiService:
    """Works the tiles out."""

    def __init__(
        self, reader: KpiReader, ledger: Ledger, promises: Promises, settings: Callable[[], Settings]
    ) -> None:
        self._reader = reader
        self._ledger = ledger
        self._promises = promises
        self._settings = settings

    def tiles(self, as_of: date, control: Control) -> tuple[Kpi, ...]:
        """Receivables, overdue rate, DSO and promises kept, in this order."""
        days = month_ends(as_of)
        base = self._ledger.base()
        standings = self._reader.standings(days, SALES_DAYS)
        control.progress(1, 2, "work.figures")
        rates = {day: self._ledger.rates(day) for day in days}
        told = [_in_base(standings.get(day, {}), base, rates[day]) for day in days]
        return (
            self._receivables(days, told, base),
            self._overdue(days, told),
            self._dso(days, told, base),
            self._kept(days),
        )

    def set_target(self, key: str, value: str) -> ChangeSet:
        """Choose a target ("" for none): money in major units, a share in per cent, or days."""
        if key not in KEYS:
            raise DomainError("kpi.unknown", key=key)
        if not value.strip():
            return self._settings().reset(f"kpi.target.{key}")
        try:
            number = Decimal(value.strip().replace(",", "").removesuffix("%"))
        except InvalidOperation:
            number = Decimal(-1)
        if not number.is_finite() or number < 0:
            raise DomainError("kpi.bad_target", value=value)
        return self._settings().set(f"kpi.target.{key}", f"{number:f}")

    def target(self, key: str) -> Decimal | None:
        """The target chosen, a share as a fraction."""
        stored = self._settings().get(f"kpi.target.{key}")
        if not isinstance(stored, str):
            return None
        try:
            number = Decimal(stored)
        except InvalidOperation:
            return None
        return number / 100 if key in {"overdue_rate", "promises_kept"} else number

    # -- the four -------------------------------------------------------------------------------

    def _receivables(self, days: Sequence[date], told: Sequence[Standing], base: str) -> Kpi:
        points = [Figure(to_major(one.balance, base)) for one in told]
        return self._kpi("receivables", "money", days, points, currency=base)

    def _overdue(self, days: Sequence[date], told: Sequence[Standing]) -> Kpi:
        points = [kpi.overdue_rate(one.overdue, one.debits) for one in told]
        return self._kpi("overdue_rate", "share", days, points)

    def _dso(self, days: Sequence[date], told: Sequence[Standing], base: str) -> Kpi:
        points = [kpi.dso_year(one.balance, one.sales, one.known) for one in told]
        now = told[-1]
        current = now.balance - now.overdue
        behind = {
            "count_back": kpi.dso_count_back(now.balance, self._months(days[-1], base)).value,
            "best_possible": kpi.best_possible_dso(current, now.sales, now.known).value,
            "delinquent": kpi.average_days_delinquent(now.balance, current, now.sales, now.known).value,
        }
        return self._kpi("dso", "days", days, points, more=behind)

    def _kept(self, days: Sequence[date]) -> Kpi:
        judged = self._promises.judged(days[0] - timedelta(SALES_DAYS), days[-1])
        points = []
        for day in days:
            mine = [kept for on, kept in judged if day - timedelta(SALES_DAYS) < on <= day]
            points.append(kpi.kept_share(sum(mine), len(mine)))
        return self._kpi("promises_kept", "share", days, points)

    def _months(self, as_of: date, base: str) -> list[kpi.PeriodSales]:
        """Sales by calendar month, the latest (up to the day) first, two years back."""
        start = month_after(as_of, -23, 1)
        found = self._reader.sales_by_month(start, as_of)
        rates = self._ledger.rates(as_of)
        months = []
        for back in range(24):
            first = month_after(as_of, -back, 1)
            last = min(day_of_month(first.year, first.month, 31), as_of)
            by_currency = found.get((first.year, first.month), {})
            sales = sum(_turned(amount, one, base, rates) for one, amount in by_currency.items())
            months.append(kpi.PeriodSales(sales, (last - first).days + 1))
        return months

    def _kpi(
        self,
        key: str,
        unit: str,
        days: Sequence[date],
        points: Sequence[Figure],
        *,
        currency: str = "",
        more: Mapping[str, Decimal | None] | None = None,
    ) -> Kpi:
        now, before = points[-1], points[-2].value
        target = self.target(key)
        return Kpi(
            key,
            unit,
            now.value,
            now.why,
            currency,
            target,
            state_of(now.value, target, low_is_good=key in LOW_IS_GOOD),
            None if now.value is None or before is None else now.value - before,
            tuple((day, point.value) for day, point in zip(days, points, strict=True)),
            more or {},
        )


def state_of(value: Decimal | None, target: Decimal | None, *, low_is_good: bool) -> str:
    """``ok``, ``near`` (beside the target by at most a tenth of it) or ``miss``; ``none`` without both."""
    if value is None or target is None:
        return "none"
    beside = value - target if low_is_good else target - value
    if beside <= 0:
        return "ok"
    return "near" if beside <= abs(target) * NEAR else "miss"


def month_ends(as_of: date) -> tuple[date, ...]:
    """The eleven month ends before the day, and the day."""
    ends = [month_after(as_of, -back, 31) for back in range(POINTS - 1, 0, -1)]
    return (*ends, as_of)


def _in_base(standings: Mapping[str, Standing], base: str, rates: Mapping[str, Decimal]) -> Standing:
    """Currencies together at the day's rates; one without a rate is left out, as on the board."""
    sums = [0, 0, 0, 0]
    for currency, one in standings.items():
        for place, minor in enumerate((one.balance, one.debits, one.overdue, one.sales)):
            sums[place] += _turned(minor, currency, base, rates)
    known = max((one.known for one in standings.values()), default=0)
    balance, debits, overdue, sales = sums
    return Standing(balance, debits, overdue, sales, known)


def _turned(minor: int, currency: str, base: str, rates: Mapping[str, Decimal]) -> int:
    if currency == base or not minor:
        return minor
    rate = rates.get(currency)
    return convert(minor, currency, base, rate) if rate is not None else 0
