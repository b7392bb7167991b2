"""When customers pay: days after the due date by habit, and the days on which they pay at all."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

SATURDAY = 5

# habit → mean and spread of the days after the due date
_LAGS = {
    "prompt": (-2.0, 3.0),
    "regular": (5.0, 7.0),
    "late": (19.0, 11.0),
    "slow": (46.0, 19.0),
    "seasonal": (5.0, 5.0),
    "worsening": (2.0, 7.0),
    "failing": (14.0, 8.0),
    "bankrupt": (12.0, 8.0),
}
_DRIFT = {"worsening": 78.0, "failing": 110.0, "bankrupt": 60.0}
_LEAN_MONTHS = (12, 1, 2)
_ERRATIC_MEAN = 26.0

# A habit with a last day: (days before the as-of day) on which it bought, and paid, for the last time.
STOPPED_BUYING = {"failing": 75, "bankrupt": 150}
STOPPED_PAYING = {"failing": 58, "bankrupt": 135}


def lag(habit: str, rng: Random, progress: float, month: int) -> int:
    """Days from due date to payment; ``progress`` runs from 0 (two years ago) to 1 (now)."""
    if habit == "erratic":
        return round(rng.expovariate(1 / _ERRATIC_MEAN)) - 6
    mean, spread = _LAGS[habit]
    mean += _DRIFT.get(habit, 0.0) * progress * progress
    if habit == "seasonal" and month in _LEAN_MONTHS:
        mean += 38.0
    return round(rng.gauss(mean, spread))


def working_day(day: date) -> date:
    """The day itself or the Monday after a weekend."""
    over = day.weekday() - SATURDAY
    return day if over < 0 else day + timedelta(2 - over)


def payment_run(day: date, run: int) -> date:
    """The first day on or after ``day`` on which the customer pays.

    ``run`` 0 pays on any working day, 1 to 5 on that weekday (Monday is 1), above that on the
    working day at that day of the month.
    """
    if run == 0:
        return working_day(day)
    if run <= SATURDAY:
        return day + timedelta((run - 1 - day.weekday()) % 7)
    if day.day <= run:
        return working_day(day.replace(day=run))
    following = day.replace(day=1) + timedelta(32)
    return working_day(following.replace(day=run))
