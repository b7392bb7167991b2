"""Scorecards: families of indicators with bins, knock-outs beside them, and grade bands; versions stand.

The table a user sees and the score computed come from the same bins. Weights and points are
Decimal; a card is refused where its bins leave a gap, overlap, or its weights do not sum to 100.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from app.domain.problem import Problem, Severity

WHOLE = Decimal(100)


class Grade(StrEnum):
    """Credit grades, the best first."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


GRADES = tuple(Grade)


def worse(one: Grade, other: Grade) -> Grade:
    """The lower of two grades."""
    return max(one, other, key=GRADES.index)


class InputKind(StrEnum):
    """What an indicator's value is."""

    NUMBER = "number"
    CHOICE = "choice"


class Source(StrEnum):
    """Where a value comes from when nobody types it."""

    TYPED = "typed"
    LEDGER = "ledger"
    STATEMENTS = "statements"
    FILE = "file"
    TABLE = "table"
    EXTERNAL = "external"


@dataclass(frozen=True, slots=True)
class Bin:
    """One row of an indicator: from ``low`` (inclusive) to ``high`` (exclusive), or one ``choice``.

    ``points`` 0 to 100; None on a side means without end.
    """

    points: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    choice: str = ""

    def holds(self, value: Decimal | str) -> bool:
        """Whether the value falls here."""
        if isinstance(value, str):
            return value == self.choice
        return (self.low is None or value >= self.low) and (self.high is None or value < self.high)


@dataclass(frozen=True, slots=True)
class Indicator:
    """One question of a card.

    ``weight`` counts within the family (its indicators sum to 100). ``missing`` and
    ``out_of_range`` are the points of an answer that is lacking or impossible (outside
    ``least``..``most``); ``not_applicable`` None takes the indicator out of the weighting. A value
    older than ``max_age_days`` earns half its points. ``uneven`` marks bins whose points go up
    and down on purpose.
    """

    code: str
    kind: InputKind
    source: Source
    weight: Decimal
    bins: tuple[Bin, ...]
    unit: str = ""
    missing: Decimal = Decimal(25)
    out_of_range: Decimal = Decimal(0)
    not_applicable: Decimal | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    max_age_days: int | None = None
    uneven: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Family:
    """A group of indicators with its share of the whole (all families sum to 100).

    ``evidence`` families are those of which at least one answer is needed for a grade above C.
    """

    code: str
    weight: Decimal
    indicators: tuple[Indicator, ...]
    evidence: bool = False


class Effect(StrEnum):
    """What a knock-out does, whatever the score says."""

    GRADE_D = "grade_d"
    CAP_C = "cap_c"
    CASH_ONLY = "cash_only"
    REVIEW = "review"


class Test(StrEnum):
    """How a knock-out compares."""

    AT_LEAST = "at_least"
    ABOVE = "above"
    BELOW = "below"
    IS = "is"


@dataclass(frozen=True, slots=True)
class Knockout:
    """A condition on one named value (an indicator or a fact beside the card) and its effect.

    ``firm`` ones (sanctions, insolvency) can never be overridden.
    """

    code: str
    fact: str
    test: Test
    value: Decimal | str
    effect: Effect
    firm: bool = False

    def hit(self, value: Decimal | str | None) -> bool:
        """Whether the value meets the condition; nothing known is no hit."""
        if value is None:
            return False
        if isinstance(value, str) or isinstance(self.value, str):
            return self.test is Test.IS and value == self.value
        match self.test:
            case Test.AT_LEAST:
                return value >= self.value
            case Test.ABOVE:
                return value > self.value
            case Test.BELOW:
                return value < self.value
            case _:
                return value == self.value


@dataclass(frozen=True, slots=True)
class GradeBand:
    """A grade and the score from which it is given (inclusive)."""

    grade: Grade
    floor: Decimal


DEFAULT_BANDS = (
    GradeBand(Grade.A, Decimal(80)),
    GradeBand(Grade.B, Decimal(65)),
    GradeBand(Grade.C, Decimal(50)),
    GradeBand(Grade.D, Decimal(0)),
)


@dataclass(frozen=True, slots=True)
class Scorecard:
    """One version of a card. ``code`` and ``version`` name it; ``least_coverage`` is in per cent."""

    code: str
    families: tuple[Family, ...]
    knockouts: tuple[Knockout, ...] = ()
    bands: tuple[GradeBand, ...] = DEFAULT_BANDS
    least_coverage: Decimal = Decimal(60)
    version: int = 1
    name: str = ""
    purpose: str = "existing"

    def grade(self, score: Decimal) -> Grade:
        """The grade of a rounded score."""
        return next(band.grade for band in self.bands if score >= band.floor)

    def indicators(self) -> tuple[Indicator, ...]:
        """All of them in order."""
        return tuple(indicator for family in self.families for indicator in family.indicators)


def validate(card: Scorecard) -> list[Problem]:
    """Everything that keeps a card from being published; warnings may be accepted."""
    problems = []
    if sum((family.weight for family in card.families), Decimal(0)) != WHOLE:
        total = sum((family.weight for family in card.families), Decimal(0))
        problems.append(Problem("scorecard.family_weights", {"total": total}))
    problems += [
        Problem("scorecard.family_negative", {"family": family.code, "weight": family.weight})
        for family in card.families
        if family.weight < 0
    ]
    codes = [indicator.code for indicator in card.indicators()]
    problems += [
        Problem("scorecard.twice", {"indicator": code}) for code in set(codes) if codes.count(code) > 1
    ]
    for family in card.families:
        total = sum((indicator.weight for indicator in family.indicators), Decimal(0))
        if total != WHOLE or any(indicator.weight <= 0 for indicator in family.indicators):
            problems.append(Problem("scorecard.weights", {"family": family.code, "total": total}))
        for indicator in family.indicators:
            problems += _bin_problems(indicator)
    return problems + _band_problems(card)


def _bin_problems(indicator: Indicator) -> list[Problem]:
    where = {"indicator": indicator.code}
    if not indicator.bins:
        return [Problem("scorecard.no_bins", where)]
    earned = [each.points for each in indicator.bins] + [indicator.missing, indicator.out_of_range]
    if any(not 0 <= points <= WHOLE for points in earned):
        return [Problem("scorecard.points", where)]
    if indicator.kind is InputKind.CHOICE:
        choices = [each.choice for each in indicator.bins]
        wrong = len(set(choices)) < len(choices) or "" in choices
        return [Problem("scorecard.choices", where)] if wrong else []
    return _cover_problems(indicator, where)


def _cover_problems(indicator: Indicator, where: dict[str, str]) -> list[Problem]:
    bins = indicator.bins
    problems = []
    if bins[0].low is not None or bins[-1].high is not None:
        problems.append(Problem("scorecard.ends", where))
    for one, two in pairwise(bins):
        if one.high is None or two.low is None or one.high != two.low:
            params = {**where, "high": one.high, "low": two.low}
            problems.append(Problem("scorecard.gap", params))
        elif one.low is not None and one.low >= one.high:
            problems.append(Problem("scorecard.order", {**where, "at": one.high}))
    points = [each.points for each in bins]
    if not indicator.uneven and points not in (sorted(points), sorted(points, reverse=True)):
        problems.append(Problem("scorecard.uneven", where, Severity.WARNING))
    return problems


def _band_problems(card: Scorecard) -> list[Problem]:
    floors = [band.floor for band in card.bands]
    right = (
        [band.grade for band in card.bands] == list(GRADES)
        and floors == sorted(set(floors), reverse=True)
        and floors[-1] <= 0
    )
    return [] if right else [Problem("scorecard.bands")]


def normalised(weights: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """Weights in the same proportion that sum to 100 exactly, to one decimal (largest remainder)."""
    total = sum(weights, Decimal(0))
    if total <= 0:
        even = (Decimal(1),) * len(weights)
        return normalised(even) if weights else ()
    tenths = [weight / total * 1000 for weight in weights]
    whole = [int(share) for share in tenths]
    order = sorted(range(len(whole)), key=lambda i: (whole[i] - tenths[i], i))
    for i in order[: 1000 - sum(whole)]:
        whole[i] += 1
    return tuple(Decimal(share) / 10 for share in whole)
