"""A credit policy tried on the customers there are: outcomes by grade, the frontier, who is affected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from app.domain.credit_policy import (
    Economy,
    Outcome,
    Rule,
    Segment,
    breakeven,
    by_grade,
    costs_of_credit,
    days_out,
    frontier,
    outcome,
    together,
)
from app.domain.credit_policy_text import Assumptions, CreditPolicy

_TRIED_TERMS = (Decimal(-15), Decimal(15))
_TRIED_PREPAID = Decimal(30)
_LEAST_TERMS = Decimal(0)
STAYS = "stays"
_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Tried:
    """A policy tried: what each customer and each grade comes to; ``assumed`` is what it was tried under."""

    policy: CreditPolicy
    assumed: Assumptions
    customers: Mapping[int, Outcome]
    grades: tuple[Outcome, ...]
    total: Outcome

    def of(self, grade: str) -> Outcome | None:
        """A grade's outcome; None where nobody has it."""
        return next((one for one in self.grades if one.grade == grade), None)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A point of the plane: per grade the code of what was tried, expected profit and stressed loss.

    ``best`` where no other earns as much for no more risk.
    """

    choices: tuple[tuple[str, str], ...]
    rules: tuple[Rule, ...]
    total: Outcome
    best: bool = False


def try_out(policy: CreditPolicy, segments: Sequence[Segment], assumed: Assumptions) -> Tried:
    """The policy on every customer, rounded once each, added up by grade and altogether."""
    told = policy.assumed or assumed
    economy = told.economy
    priced = [_priced(one, told) for one in segments]
    found = {one.customer_id: outcome(one, policy.of(one.grade), economy) for one in priced}
    grades = tuple(sorted(by_grade(found.values()), key=lambda one: one.grade))
    return Tried(policy, told, found, grades, together(list(found.values())))


def _priced(segment: Segment, assumed: Assumptions) -> Segment:
    """A segment with the assumptions filled in where nothing better is known (0 premium: no policy)."""
    return replace(
        segment,
        margin=assumed.margin,
        premium=segment.premium or assumed.premium,
        insured_pct=segment.insured_pct or assumed.insured_pct,
    )


def breakevens(segments: Sequence[Segment], policy: CreditPolicy, assumed: Assumptions) -> dict[str, Decimal]:
    """Per grade the share of its credit sales, per cent, that may be lost before they earn nothing.

    What early payment and cover cost is taken off before; a grade without credit sales has none.
    """
    told = policy.assumed or assumed
    found: dict[str, list[tuple[int, Decimal, Decimal]]] = {}
    for one in (_priced(each, told) for each in segments):
        rule = policy.of(one.grade)
        sold = outcome(one, rule, told.economy).credit
        found.setdefault(one.grade, []).append((sold, days_out(one, rule), costs_of_credit(one, rule)))
    made = {}
    for grade, ones in found.items():
        sales = sum(amount for amount, _, _ in ones)
        if sales <= 0:
            continue
        days = sum((amount * each for amount, each, _ in ones), Decimal(0)) / sales
        costs = sum((amount * each for amount, _, each in ones), Decimal(0)) / sales
        at = breakeven(sales, told.margin, days, told.capital)
        if at is not None:
            made[grade] = at - costs
    return made


def loss_shares(
    segments: Sequence[Segment], policy: CreditPolicy, assumed: Assumptions
) -> dict[str, Decimal]:
    """Per grade the expected loss on a year's credit sales, per cent of them: to set beside ``breakevens``.

    Old debt of customers who buy nothing any more is left out: no sale of the year is lost with it.
    """
    told = policy.assumed or assumed
    sums: dict[str, tuple[int, int]] = {}
    for one in (_priced(replace(each, stale=0), told) for each in segments):
        found = outcome(one, policy.of(one.grade), told.economy)
        credit, loss = sums.get(one.grade, (0, 0))
        sums[one.grade] = (credit + found.credit, loss + found.loss)
    return {grade: Decimal(loss) * 100 / credit for grade, (credit, loss) in sums.items() if credit > 0}


@dataclass(frozen=True, slots=True)
class Usual:
    """What a grade is granted today on average: days, and per cent; weighed by sales (on credit)."""

    customers: int
    terms_days: Decimal | None
    prepaid: Decimal | None
    discount: Decimal | None
    insured: Decimal | None


def usual_of(segments: Sequence[Segment]) -> dict[str, Usual]:
    """Per grade today's averages; None where nothing was sold (on credit)."""
    found: dict[str, list[Segment]] = {}
    for one in segments:
        found.setdefault(one.grade, []).append(one)
    return {grade: _usual(ones) for grade, ones in found.items()}


def _usual(ones: Sequence[Segment]) -> Usual:
    sales = sum(one.sales for one in ones)
    credit = [one.sales * (_WHOLE - one.prepaid) / 100 for one in ones]
    on_credit = sum(credit, Decimal(0))

    def weighed(values: Sequence[Decimal]) -> Decimal | None:
        if not on_credit:
            return None
        return sum((w * v for w, v in zip(credit, values, strict=True)), Decimal(0)) / on_credit

    given = sum((one.sales * one.discount_cost for one in ones), Decimal(0))
    return Usual(
        len(ones),
        weighed([one.terms_days for one in ones]),
        _WHOLE - on_credit * 100 / sales if sales else None,
        given / sales if sales else None,
        weighed([one.insured for one in ones]),
    )


def candidates(
    policy: CreditPolicy, segments: Sequence[Segment], assumed: Assumptions
) -> tuple[Candidate, ...]:
    """What else could be granted: per grade the policy's own rule, other terms, money first, or cover.

    Grades do not touch each other, so each choice is reckoned once per grade and combinations are sums.
    """
    told = policy.assumed or assumed
    economy = told.economy
    grades = sorted({one.grade for one in segments})
    options: list[list[tuple[str, Rule, Outcome]]] = []
    for grade in grades:
        mine = [_priced(one, told) for one in segments if one.grade == grade]
        options.append(
            [(code, rule, _sum(mine, rule, economy)) for code, rule in _choices(policy.of(grade), mine, told)]
        )
    made = [
        Candidate(
            tuple((grade, code) for grade, (code, _, _) in zip(grades, picked, strict=True)),
            tuple(rule for _, rule, _ in picked),
            together([found for _, _, found in picked]),
        )
        for picked in product(*options)
    ]
    best = set(frontier([(one.total.profit, one.total.stressed_loss) for one in made]))
    return tuple(replace(one, best=place in best) for place, one in enumerate(made))


def _choices(rule: Rule, mine: Sequence[Segment], assumed: Assumptions) -> list[tuple[str, Rule]]:
    """The rule as it is, and the steps away from it that can be taken."""
    found = [(STAYS, rule)]
    usual = rule.terms_days
    if usual is None:
        sales = sum(one.sales for one in mine)
        weighed = sum((one.sales * one.terms_days for one in mine), Decimal(0))
        usual = (weighed / sales).quantize(Decimal(1)) if sales else Decimal(0)
    for step in _TRIED_TERMS:
        days = usual + step
        if days >= _LEAST_TERMS:
            found.append(("shorter" if step < 0 else "longer", replace(rule, terms_days=days, kept=None)))
    if (rule.prepaid or Decimal(0)) < _TRIED_PREPAID:
        found.append(("prepaid", replace(rule, prepaid=_TRIED_PREPAID, kept=None)))
    if rule.insured != Decimal(100):
        covered = replace(rule, insured=Decimal(100), insured_pct=rule.insured_pct or assumed.insured_pct)
        found.append(("insured", replace(covered, premium=rule.premium or assumed.premium)))
    return found


def _sum(segments: Sequence[Segment], rule: Rule, economy: Economy) -> Outcome:
    return together([outcome(one, rule, economy) for one in segments], rule.grade)
