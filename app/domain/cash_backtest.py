"""How well the rule of the cash forecast did: what it would have said on past days against what came.

Horizon week h is the h-th week after a day. The error is what came less what was said; MAE is the mean
of its size, bias its mean with sign, WAPE the sum of its sizes over the sum of what came.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

FEW = 6
"""With fewer days than this the errors are a hint, not a measure."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What was said on a day and what came, week by week; ``weeks`` of them had passed. Minor base units."""

    as_of: date
    said: tuple[int, ...]
    came: tuple[int, ...]

    @property
    def weeks(self) -> int:
        """How many weeks had passed."""
        return len(self.came)


@dataclass(frozen=True, slots=True)
class HorizonError:
    """The errors of one horizon week over ``n`` days; None where nothing could be measured."""

    week: int
    n: int
    said: int
    came: int
    mae: Decimal | None
    bias: Decimal | None
    wape: Decimal | None


@dataclass(frozen=True, slots=True)
class DayError:
    """How far single invoices lay from their expected day.

    ``n`` had an expected day that has passed since with its range; ``paid`` of them are paid. ``median`` is
    the median of the size of the error in days of those paid, ``due`` the same had the due date been
    taken, ``inside`` how many were paid within their range.
    """

    n: int = 0
    paid: int = 0
    median: Decimal | None = None
    due: Decimal | None = None
    inside: int = 0


@dataclass(frozen=True, slots=True)
class CashBacktest:
    """The rule judged on past month ends."""

    currency: str
    origins: tuple[Origin, ...]
    horizons: tuple[HorizonError, ...]
    total: HorizonError
    days: DayError

    @property
    def few(self) -> bool:
        """Whether there are too few days to rely on."""
        return len(self.origins) < FEW


def horizon(week: int, pairs: Sequence[tuple[int, int]]) -> HorizonError:
    """The errors of pairs of what was said and what came."""
    said, came = sum(one for one, _ in pairs), sum(one for _, one in pairs)
    errors = [actual - told for told, actual in pairs]
    size = sum(map(abs, errors))
    if not pairs:
        return HorizonError(week, 0, 0, 0, None, None, None)
    n = len(pairs)
    wape = Decimal(size) / came if came > 0 else None
    return HorizonError(week, n, said, came, Decimal(size) / n, Decimal(sum(errors)) / n, wape)


def judge(currency: str, origins: Sequence[Origin], weeks: int, days: DayError) -> CashBacktest:
    """Errors per horizon week, and of the whole span of the days on which all weeks had passed."""
    by_week = tuple(
        horizon(week + 1, [(one.said[week], one.came[week]) for one in origins if one.weeks > week])
        for week in range(weeks)
    )
    whole = [(sum(one.said), sum(one.came)) for one in origins if one.weeks == weeks]
    return CashBacktest(currency, tuple(origins), by_week, horizon(0, whole), days)


def median(values: Sequence[int]) -> Decimal | None:
    """The middle value; None of none."""
    if not values:
        return None
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return Decimal(ordered[middle])
    return Decimal(ordered[middle - 1] + ordered[middle]) / 2
