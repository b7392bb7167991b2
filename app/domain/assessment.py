"""Scoring one customer by one card: points, coverage, grade, reasons, and what would lift it.

Arithmetic is exact; the score is rounded once, half up to one decimal, and the grade follows
from that figure, which is the one shown. The shown points of the indicators sum to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from app.domain.money import split
from app.domain.problem import DomainError
from app.domain.scorecard import (
    GRADES,
    WHOLE,
    Bin,
    Effect,
    Family,
    Grade,
    Indicator,
    InputKind,
    Knockout,
    Scorecard,
    worse,
)

ONE_DECIMAL = Decimal("0.1")
STALE_SHARE = Decimal("0.5")
"""A value past its age earns this share of its points."""

MOST_FIGURE = Decimal(10**15)
"""No figure of a firm is larger in amount, whatever its unit."""


class Answer(StrEnum):
    """How an indicator was answered."""

    GIVEN = "given"
    STALE = "stale"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"
    OUT_OF_RANGE = "out_of_range"


@dataclass(frozen=True, slots=True)
class Input:
    """One value with where it is from and of which day; ``value`` None is missing.

    ``replaces`` keeps the automatic value that somebody typed over, with the word of reason.
    """

    value: Decimal | str | None
    source: str = ""
    on: date | None = None
    applicable: bool = True
    detail: str = ""
    replaces: Decimal | str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Scored:
    """What one indicator earned: ``points`` of ``most`` in the total; ``bin`` None for a special answer."""

    family: str
    indicator: str
    answer: Answer
    rate: Decimal
    points: Decimal
    most: Decimal
    shown: Decimal
    bin: Bin | None = None


@dataclass(frozen=True, slots=True)
class Lift:
    """The smallest single change that reaches the next grade."""

    grade: Grade
    indicator: str
    to: Bin
    gain: Decimal


@dataclass(frozen=True, slots=True)
class Outcome:
    """A whole assessment. ``coverage`` is the answered share of the weights, per cent.

    ``by_score`` is the grade of the score alone, ``grade`` after coverage and knock-outs.
    """

    score: Decimal
    coverage: Decimal
    by_score: Grade
    grade: Grade
    sufficient: bool
    lines: tuple[Scored, ...]
    knockouts: tuple[Knockout, ...]
    cash_only: bool
    review: bool
    lift: Lift | None = None

    def worst(self, count: int = 4) -> tuple[Scored, ...]:
        """The indicators that cost most, the dearest first."""
        lost = [line for line in self.lines if line.points < line.most]
        return tuple(sorted(lost, key=lambda line: line.points - line.most)[:count])

    def best(self, count: int = 2) -> tuple[Scored, ...]:
        """The indicators that earn most of what they could."""
        earned = [line for line in self.lines if line.points > 0 and line.answer is Answer.GIVEN]
        return tuple(sorted(earned, key=lambda line: (-line.rate, -line.points))[:count])


@dataclass(frozen=True, slots=True)
class _Weighed:
    family: Family
    indicator: Indicator
    answer: Answer
    rate: Decimal
    weight: Decimal
    bin: Bin | None = None


_Rated = tuple[Family, Indicator, Answer, Decimal, Bin | None]


def assess(
    card: Scorecard,
    inputs: Mapping[str, Input],
    as_of: date,
    facts: Mapping[str, Decimal | str | None] | None = None,
) -> Outcome:
    """The outcome on a day; ``facts`` are what knock-outs ask beside the indicators."""
    return _outcome(card, _rated(card, inputs, as_of), _hit(card, inputs, facts))


class Assessor:
    """``assess`` for many customers by one card as of one day.

    An outcome follows from the rows that the answers fall into and the knock-outs hit, not from the
    values themselves; customers who share them share it.
    """

    def __init__(self, card: Scorecard, as_of: date) -> None:
        self._card = card
        self._as_of = as_of
        self._known: dict[tuple[object, ...], Outcome] = {}

    def assess(
        self, inputs: Mapping[str, Input], facts: Mapping[str, Decimal | str | None] | None = None
    ) -> Outcome:
        """The same outcome as ``assess`` gives."""
        rated, hit = _rated(self._card, inputs, self._as_of), _hit(self._card, inputs, facts)
        # A bin is known by its place in memory, where the card keeps it: hashing its figures takes longer.
        key = (*((answer, id(found)) for _, _, answer, _, found in rated), *(each.code for each in hit))
        outcome = self._known.get(key)
        if outcome is None:
            outcome = self._known[key] = _outcome(self._card, rated, hit)
        return outcome


def _hit(
    card: Scorecard, inputs: Mapping[str, Input], facts: Mapping[str, Decimal | str | None] | None
) -> tuple[Knockout, ...]:
    known = {**{code: given.value for code, given in inputs.items()}, **(facts or {})}
    return tuple(knockout for knockout in card.knockouts if knockout.hit(known.get(knockout.fact)))


def _outcome(card: Scorecard, rated: list[_Rated], hit: tuple[Knockout, ...]) -> Outcome:
    weighed = _weigh(card, rated)
    score = _total(weighed)
    answered = sum((w.weight for w in weighed if w.answer in {Answer.GIVEN, Answer.STALE}), Decimal(0))
    coverage = rounded(answered)
    sufficient = coverage >= card.least_coverage and _has_evidence(card, weighed)
    by_score = card.grade(score)
    return Outcome(
        score=score,
        coverage=coverage,
        by_score=by_score,
        grade=_final(by_score, hit, sufficient=sufficient),
        sufficient=sufficient,
        lines=_lines(weighed, score),
        knockouts=hit,
        cash_only=any(knockout.effect is Effect.CASH_ONLY for knockout in hit),
        review=any(knockout.effect is Effect.REVIEW for knockout in hit),
        lift=_lift(card, weighed, by_score),
    )


def rounded(value: Decimal) -> Decimal:
    """To one decimal, half up: the one rounding there is."""
    return value.quantize(ONE_DECIMAL, rounding=ROUND_HALF_UP)


def rate(indicator: Indicator, given: Input | None, as_of: date) -> tuple[Answer, Decimal, Bin | None]:
    """How an input answers an indicator and the points (of 100) it earns; table and score both ask here."""
    if given is not None and not given.applicable:
        return Answer.NOT_APPLICABLE, indicator.not_applicable or Decimal(0), None
    if given is None or given.value is None or given.value == "":
        return Answer.MISSING, indicator.missing, None
    value = given.value
    if isinstance(value, str) is not (indicator.kind is InputKind.CHOICE) or _impossible(indicator, value):
        return Answer.OUT_OF_RANGE, indicator.out_of_range, None
    found = next((each for each in indicator.bins if each.holds(value)), None)
    if found is None:
        return Answer.OUT_OF_RANGE, indicator.out_of_range, None
    if _stale(indicator, given, as_of):
        return Answer.STALE, found.points * STALE_SHARE, found
    return Answer.GIVEN, found.points, found


def _impossible(indicator: Indicator, value: Decimal | str) -> bool:
    if isinstance(value, str):
        return False
    if not value.is_finite():
        return True
    below = indicator.least is not None and value < indicator.least
    return below or (indicator.most is not None and value > indicator.most)


def _stale(indicator: Indicator, given: Input, as_of: date) -> bool:
    if indicator.max_age_days is None or given.on is None:
        return False
    return given.on + timedelta(days=indicator.max_age_days) < as_of


def _rated(card: Scorecard, inputs: Mapping[str, Input], as_of: date) -> list[_Rated]:
    return [
        (family, each, *rate(each, inputs.get(each.code), as_of))
        for family in card.families
        for each in family.indicators
    ]


def _weigh(card: Scorecard, answers: list[_Rated]) -> list[_Weighed]:
    """Every indicator that counts, with its share of the whole (per cent; they sum to 100)."""
    counted = [
        (family, each, answer, earned, found, family.weight * each.weight)
        for family, each, answer, earned, found in answers
        if answer is not Answer.NOT_APPLICABLE or each.not_applicable is not None
    ]
    in_family: dict[str, Decimal] = {}
    for family, each, *_ in counted:
        in_family[family.code] = in_family.get(family.code, Decimal(0)) + each.weight
    present = sum((f.weight for f in card.families if f.code in in_family), Decimal(0))
    return [
        _Weighed(family, each, answer, earned, raw * WHOLE / in_family[family.code] / present, found)
        for family, each, answer, earned, found, raw in counted
    ]


def _total(weighed: list[_Weighed]) -> Decimal:
    return rounded(sum((each.weight * each.rate for each in weighed), Decimal(0)) / WHOLE)


def _lines(weighed: list[_Weighed], score: Decimal) -> tuple[Scored, ...]:
    exact = [each.weight * each.rate / WHOLE for each in weighed]
    tenths = int(score * 10)
    shares = split(tenths, exact) if any(exact) else [0] * len(exact)
    return tuple(
        Scored(
            each.family.code,
            each.indicator.code,
            each.answer,
            each.rate,
            points,
            each.weight,
            Decimal(share) / 10,
            each.bin,
        )
        for each, points, share in zip(weighed, exact, shares, strict=True)
    )


def _has_evidence(card: Scorecard, weighed: list[_Weighed]) -> bool:
    if not any(family.evidence for family in card.families):
        return True
    known = {Answer.GIVEN, Answer.STALE}
    return any(each.family.evidence and each.answer in known for each in weighed)


def _final(by_score: Grade, hit: tuple[Knockout, ...], *, sufficient: bool) -> Grade:
    grade = by_score if sufficient else worse(by_score, Grade.C)
    for knockout in hit:
        if knockout.effect is Effect.GRADE_D:
            grade = Grade.D
        elif knockout.effect is Effect.CAP_C:
            grade = worse(grade, Grade.C)
    return grade


def _lift(card: Scorecard, weighed: list[_Weighed], now: Grade) -> Lift | None:
    """Of all single changes of bin that reach the next grade, the one that asks for least points."""
    if now is GRADES[0]:
        return None
    wanted = GRADES[GRADES.index(now) - 1]
    floor = next(band.floor for band in card.bands if band.grade is wanted)
    base = sum((each.weight * each.rate for each in weighed), Decimal(0))
    ways = []
    for each in weighed:
        for better in each.indicator.bins:
            gain = each.weight * (better.points - each.rate)
            if gain > 0 and rounded((base + gain) / WHOLE) >= floor:
                ways.append(Lift(wanted, each.indicator.code, better, gain / WHOLE))
    return min(ways, key=lambda way: (way.gain, way.indicator), default=None)


@dataclass(frozen=True, slots=True)
class Change:
    """What moved between two assessments by one card: an indicator's shown points then and now."""

    indicator: str
    was: Decimal
    now: Decimal
    params: Mapping[str, object] = field(default_factory=dict)


def changes(before: Outcome, after: Outcome) -> tuple[Change, ...]:
    """The indicators whose shown points moved, the largest loss first; together the score's change."""
    was = {line.indicator: line.shown for line in before.lines}
    now = {line.indicator: line.shown for line in after.lines}
    moved = [
        Change(code, was.get(code, Decimal(0)), now.get(code, Decimal(0)))
        for code in dict.fromkeys((*was, *now))
        if was.get(code, Decimal(0)) != now.get(code, Decimal(0))
    ]
    return tuple(sorted(moved, key=lambda change: change.now - change.was))


def require_possible(value: Decimal, indicator: Indicator) -> None:
    """Refuse a typed figure that the indicator cannot have; ``DomainError`` with its bounds."""
    if not value.is_finite() or abs(value) > MOST_FIGURE:
        raise DomainError("scoring.not_a_number", text=f"{value:.3E}" if value.is_finite() else str(value))
    least, most = indicator.least, indicator.most
    low, high = least is not None and value < least, most is not None and value > most
    if (low or high) and least is not None and most is not None:
        raise DomainError("scoring.outside", least=least, most=most)
    if low:
        raise DomainError("scoring.too_low", least=least)
    if high:
        raise DomainError("scoring.too_high", most=most)
