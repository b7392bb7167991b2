"""A back-test (回溯检验): how well what was known when invoices were issued foretold which were paid late.

A case is an invoice whose day has come; it is *late* when it was paid, or is still open, more than
``Question.late_days`` after its due date. A predictor may use nothing that was not known on the day of issue.
Refused customers have no outcome: whatever is measured holds for those that were accepted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise

FEW = 30
"""With fewer late cases than this a measure is said to rest on too few."""
SHRINK = 5
"""With so many invoices a customer's own ratio counts as much as everybody's: (late + 5·p₀) / (n + 5)."""
STABLE, SHIFTED = 0.10, 0.25
"""Below the one a population is stable, above the other it is another one (PSI)."""
ALERT_DAYS = 90
"""An alert in so many days before the issue counts as a warning of it."""


class Predictor(StrEnum):
    """What foretold."""

    LATE_RATIO = "late_ratio"
    GRADE = "grade"
    SCORE = "score"
    ALERT = "alert"


@dataclass(frozen=True, slots=True)
class Question:
    """Which invoices are asked about: issued from ``start`` to ``end``, judged by what ``as_of`` knows."""

    start: date
    end: date
    as_of: date
    late_days: int = 0


@dataclass(frozen=True, slots=True)
class Measure:
    """How well a predictor told the late from the others; shares 0 to 1.

    ``auc`` is the area under the curve, ``low`` to ``high`` its 95 % interval from drawing customers
    anew; ``ks`` the greatest distance; ``brier`` the mean squared error of a probability, ``base`` what
    always saying the average would give. ``known`` of the ``cases`` had the predictor.
    """

    predictor: Predictor
    cases: int
    known: int
    late: int
    auc: float | None = None
    low: float | None = None
    high: float | None = None
    ks: float | None = None
    brier: float | None = None
    base: float | None = None

    @property
    def few(self) -> bool:
        """Whether it rests on too few late (or too few other) cases."""
        return min(self.late, self.known - self.late) < FEW


@dataclass(frozen=True, slots=True)
class GradeRate:
    """What became of the invoices of a grade ("" none): how many, how many late, and their amounts.

    Amounts are minor units of the base currency; ``days`` is the mean of days late, early counting as 0.
    """

    grade: str
    cases: int
    late: int
    amount: int
    late_amount: int
    days: float | None
    customers: int

    @property
    def rate(self) -> float | None:
        """Share of the invoices paid late."""
        return self.late / self.cases if self.cases else None

    @property
    def few(self) -> bool:
        """Whether there are too few late ones to speak of."""
        return self.late < FEW


@dataclass(frozen=True, slots=True)
class Shift:
    """How the grades of the customers have shifted since the start; ``psi`` None without grades on both days.

    Below 0.10 it is stable, to 0.25 to be watched, above that the population is another one.
    """

    start: date
    end: date
    before: Mapping[str, int]
    after: Mapping[str, int]
    psi: float | None

    @property
    def verdict(self) -> str:
        """stable, watch or shifted; unknown without an index."""
        if self.psi is None:
            return "unknown"
        return "stable" if self.psi < STABLE else "watch" if self.psi <= SHIFTED else "shifted"


@dataclass(frozen=True, slots=True)
class Studied:
    """What the study of the invoices gave.

    ``open_late`` of the late are still open; ``undecided`` invoices of the window cannot be judged yet.
    ``overridden`` overrides had invoices while they ran, ``overridden_late`` of these a late one.
    """

    cases: int
    late: int
    customers: int
    open_late: int
    undecided: int
    measures: tuple[Measure, ...]
    grades: tuple[GradeRate, ...]
    overridden: int = 0
    overridden_late: int = 0

    @property
    def rate(self) -> float | None:
        """Share of late invoices."""
        return self.late / self.cases if self.cases else None

    @property
    def few(self) -> bool:
        """Whether there are too few late ones for any measure."""
        return self.late < FEW

    @property
    def ordered(self) -> bool | None:
        """Whether every better grade was late less often; None where fewer than two grades have cases."""
        rates = [one.rate for one in self.grades if one.grade and one.rate is not None]
        return None if len(rates) <= 1 else all(a <= b for a, b in pairwise(rates))


@dataclass(frozen=True, slots=True)
class Overrides:
    """Overrides of the window: how many of how many assessments, which way, and what was noted of them.

    ``outcomes`` counts the notes, "" for not yet known; the folk ceiling of the rate is 10 per cent.
    """

    count: int = 0
    assessments: int = 0
    up: int = 0
    down: int = 0
    outcomes: Mapping[str, int] = field(default_factory=dict)
    with_cases: int = 0
    late: int = 0

    @property
    def rate(self) -> float | None:
        """Share of the assessments that were overridden."""
        return self.count / self.assessments if self.assessments else None
