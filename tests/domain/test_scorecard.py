"""Scorecards: bins cover, points and grades agree, and the same inputs give the same outcome for ever."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.assessment import Answer, Assessor, Input, Outcome, assess, changes, rate, rounded
from app.domain.problem import DomainError, Severity
from app.domain.scorecard import (
    GRADES,
    Bin,
    Family,
    Grade,
    Indicator,
    InputKind,
    Scorecard,
    Source,
    normalised,
    validate,
)
from app.domain.scorecard_text import content_hash, parse, to_text
from app.resources import path

TODAY = date(2025, 12, 31)
CASES: dict[str, Any] = {
    case["id"]: case
    for case in json.loads((Path(__file__).parents[1] / "oracles" / "scoring.json").read_text("utf-8"))[
        "cases"
    ]
}
SHIPPED = {name: parse(path("scorecards", f"{name}.json").read_text("utf-8")) for name in ("existing", "new")}
BROKEN = to_text(SHIPPED["new"]).replace('"40"', '"NaN"')
NUMBER = InputKind.NUMBER


def plain(code: str, weight: object, bins: tuple[Bin, ...], **more: Any) -> Indicator:
    return Indicator(code, NUMBER, Source.TYPED, Decimal(str(weight)), bins, **more)


def points_as_given() -> tuple[Bin, ...]:
    """A value of n, in whole tens, earns n points."""
    edges = [None, *(Decimal(10 * n) for n in range(1, 11)), None]
    return tuple(Bin(Decimal(10 * n), edges[n], edges[n + 1]) for n in range(11))


def whole(indicators: tuple[Indicator, ...], **more: Any) -> Scorecard:
    return Scorecard("own", (Family("all", Decimal(100), indicators),), **more)


def numbers(**values: object) -> dict[str, Input]:
    return {code: Input(Decimal(str(value))) for code, value in values.items()}


def test_the_weighted_case() -> None:
    case = CASES["weighted_full"]
    weights = [Decimal(str(weight)) * 100 for weight in case["inputs"]["weights"]]
    card = whole(tuple(plain(f"i{n}", w, points_as_given()) for n, w in enumerate(weights)))
    assert validate(card) == []
    outcome = assess(card, numbers(**{f"i{n}": s for n, s in enumerate(case["inputs"]["scores"])}), TODAY)
    assert outcome.score == Decimal(str(case["expected"]["score"]))
    assert [line.points for line in outcome.lines] == [Decimal(str(c)) for c in case["expected"]["contrib"]]
    assert sum(line.shown for line in outcome.lines) == outcome.score


@pytest.mark.parametrize(
    ("score", "grade"), [("80", "A"), ("79.9", "B"), ("65", "B"), ("64.9", "C"), ("50", "C"), ("49.9", "D")]
)
def test_grade_bands_hold_their_lower_end(score: str, grade: str) -> None:
    assert SHIPPED["existing"].grade(Decimal(score)) == grade


def test_the_score_is_rounded_once_and_half_up() -> None:
    assert rounded(Decimal("79.95")) == Decimal("80.0")
    assert rounded(Decimal("79.949")) == Decimal("79.9")


def test_missing_stale_impossible_and_not_applicable_are_four_things() -> None:
    bins = (Bin(Decimal(0), None, Decimal(5)), Bin(Decimal(80), Decimal(5), None))
    asked = plain("x", 100, bins, max_age_days=30, least=Decimal(0))
    old = TODAY - timedelta(days=31)
    told = {
        "missing": (Input(None), Answer.MISSING, 25),
        "stale": (Input(Decimal(9), on=old), Answer.STALE, 40),
        "fresh": (Input(Decimal(9), on=old + timedelta(days=1)), Answer.GIVEN, 80),
        "impossible": (Input(Decimal(-1)), Answer.OUT_OF_RANGE, 0),
        "not a number": (Input(Decimal("NaN")), Answer.OUT_OF_RANGE, 0),
        "a word": (Input("much"), Answer.OUT_OF_RANGE, 0),
        "no question": (Input(None, applicable=False), Answer.NOT_APPLICABLE, 0),
    }
    for name, (given_, answer, points) in told.items():
        found = rate(asked, given_, TODAY)
        assert found[:2] == (answer, Decimal(points)), name


def test_what_does_not_apply_leaves_its_weight_to_the_others() -> None:
    card = whole((plain("a", 50, points_as_given()), plain("b", 50, points_as_given())))
    outcome = assess(card, {**numbers(a=70), "b": Input(None, applicable=False)}, TODAY)
    assert (outcome.score, outcome.coverage, outcome.grade) == (Decimal(70), Decimal(100), Grade.B)
    kept = replace(card.families[0].indicators[1], not_applicable=Decimal(50))
    outcome = assess(
        whole((card.families[0].indicators[0], kept)),
        {**numbers(a=70), "b": Input(None, applicable=False)},
        TODAY,
    )
    assert outcome.score == Decimal(60)


def test_little_evidence_is_insufficient_and_at_most_c() -> None:
    card = whole((plain("a", 59, points_as_given()), plain("b", 41, points_as_given(), missing=Decimal(100))))
    outcome = assess(card, numbers(a=100), TODAY)
    assert (outcome.by_score, outcome.grade, outcome.sufficient) == (Grade.A, Grade.C, False)
    card = whole((plain("a", 60, points_as_given()), plain("b", 40, points_as_given(), missing=Decimal(100))))
    assert assess(card, numbers(a=100), TODAY).grade is Grade.A


def test_without_evidence_of_payment_or_statements_no_grade_above_c() -> None:
    card = SHIPPED["new"]
    families = tuple(replace(f, evidence=f.code == "financial") for f in card.families)
    only_other = {
        each.code: Input(each.bins[-1].choice or Decimal(1))
        for family in families
        if family.code != "financial"
        for each in family.indicators
    }
    assert not assess(replace(card, families=families), only_other, TODAY).sufficient


def test_knockouts_stand_beside_the_score() -> None:
    card = SHIPPED["existing"]
    good = best(card)
    assert assess(card, good, TODAY).grade is Grade.A
    hit = assess(card, good, TODAY, {"dishonest_debtor": "yes"})
    assert (hit.by_score, hit.grade) == (Grade.A, Grade.D)
    assert [k.code for k in hit.knockouts] == ["dishonest_debtor"]
    assert hit.score == assess(card, good, TODAY).score
    assert assess(card, good, TODAY, {"bounced_bills": Decimal(1)}).grade is Grade.C
    assert assess(card, good, TODAY, {"overdue_90_share": Decimal(10)}).grade is Grade.A
    assert assess(card, good, TODAY, {"overdue_90_share": Decimal("10.1")}).grade is Grade.D
    assert assess(card, {**good, "insurer_opinion": Input("refused")}, TODAY).review


def best(card: Scorecard) -> dict[str, Input]:
    found = {}
    for indicator in card.indicators():
        top = max(indicator.bins, key=lambda each: each.points)
        value: Decimal | str = top.choice or (
            top.low if top.low is not None else (top.high or Decimal(0)) - Decimal("0.01")
        )
        if not isinstance(value, str) and indicator.least is not None:
            value = max(value, indicator.least)
        found[indicator.code] = Input(value)
    return found


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_shipped_cards_are_whole(name: str) -> None:
    card = SHIPPED[name]
    assert validate(card) == []
    assert parse(to_text(card)) == card
    assert assess(card, best(card), TODAY).score == 100
    assert assess(card, {}, TODAY).score == 25
    assert assess(card, {}, TODAY).coverage == 0


def test_the_hash_is_of_what_scores() -> None:
    card = SHIPPED["existing"]
    assert content_hash(card) == content_hash(replace(card, name="另一张", version=9))
    assert content_hash(card) != content_hash(replace(card, least_coverage=Decimal(50)))


def test_what_would_lift_it() -> None:
    card = whole((plain("a", 50, points_as_given()), plain("b", 50, points_as_given())))
    outcome = assess(card, numbers(a=50, b=60), TODAY)
    assert outcome.lift is not None
    assert (outcome.lift.grade, outcome.lift.indicator, outcome.lift.to.points) == (Grade.B, "a", Decimal(70))
    lifted = assess(card, numbers(a=70, b=60), TODAY)
    assert lifted.grade is Grade.B
    assert assess(card, numbers(a=90, b=90), TODAY).lift is None


def test_reasons_and_changes_add_up() -> None:
    card = whole((plain("a", 70, points_as_given()), plain("b", 30, points_as_given())))
    before, after = (assess(card, numbers(**v), TODAY) for v in ({"a": 90, "b": 50}, {"a": 40, "b": 80}))
    assert [line.indicator for line in before.worst()] == ["b", "a"]
    assert [line.indicator for line in before.best(1)] == ["a"]
    moved = changes(before, after)
    assert [change.indicator for change in moved] == ["a", "b"]
    assert sum(change.now - change.was for change in moved) == after.score - before.score


FAULTS = [
    ("scorecard.gap", (Bin(Decimal(0), None, Decimal(5)), Bin(Decimal(1), Decimal(6), None))),
    ("scorecard.ends", (Bin(Decimal(0), Decimal(0), Decimal(5)), Bin(Decimal(1), Decimal(5), None))),
    ("scorecard.points", (Bin(Decimal(101), None, None),)),
    ("scorecard.no_bins", ()),
    (
        "scorecard.uneven",
        (
            Bin(Decimal(0), None, Decimal(1)),
            Bin(Decimal(9), Decimal(1), Decimal(2)),
            Bin(Decimal(1), Decimal(2), None),
        ),
    ),
]


@pytest.mark.parametrize(("code", "bins"), FAULTS, ids=lambda value: value if isinstance(value, str) else "")
def test_each_fault_of_a_card_is_named(code: str, bins: tuple[Bin, ...]) -> None:
    problems = validate(whole((plain("a", 100, bins),)))
    assert [problem.code for problem in problems] == [code]
    assert (problems[0].severity is Severity.WARNING) is (code == "scorecard.uneven")


def test_weights_that_do_not_sum_are_refused_and_can_be_brought_to_100() -> None:
    card = whole((plain("a", 70, points_as_given()), plain("b", 20, points_as_given())))
    assert [problem.code for problem in validate(card)] == ["scorecard.weights"]
    assert sum(normalised((Decimal(70), Decimal(20), Decimal(1)))) == 100
    assert normalised((Decimal(0), Decimal(0))) == (Decimal(50), Decimal(50))


def test_a_negative_weight_is_refused_even_if_all_sum_to_100() -> None:
    card = whole((plain("a", 100, points_as_given()),))
    [family] = card.families
    other = replace(family, code="other", indicators=(plain("b", 100, points_as_given()),))
    tilted = replace(
        card, families=(replace(family, weight=Decimal(-40)), replace(other, weight=Decimal(140)))
    )
    assert [problem.code for problem in validate(tilted)] == ["scorecard.family_negative"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"code": "x"}', BROKEN])
def test_an_unreadable_card_is_refused(text: str) -> None:
    with pytest.raises(DomainError, match=r"scorecard\.unreadable"):
        parse(text)


VALUES = st.one_of(
    st.none(),
    st.decimals(-(10**6), 10**6, places=2),
    st.sampled_from(["audited", "normal", "full", "good", "nonsense"]),
)
ANSWERS = st.dictionaries(
    st.sampled_from([each.code for each in SHIPPED["existing"].indicators()]),
    st.builds(Input, VALUES, on=st.none() | st.dates(date(2020, 1, 1), TODAY), applicable=st.booleans()),
)


@given(ANSWERS)
def test_every_answer_is_scored_and_again_the_same(inputs: dict[str, Input]) -> None:
    card = SHIPPED["existing"]
    outcome = assess(card, inputs, TODAY)
    assert outcome == assess(parse(to_text(card)), dict(reversed(inputs.items())), TODAY)
    assert 0 <= outcome.score <= 100
    assert 0 <= outcome.coverage <= 100
    assert sum((line.shown for line in outcome.lines), Decimal(0)) == outcome.score
    assert GRADES.index(outcome.grade) >= GRADES.index(outcome.by_score)


@given(ANSWERS, st.integers(0, 21))
def test_a_better_bin_never_lowers_the_grade(inputs: dict[str, Input], place: int) -> None:
    card = SHIPPED["existing"]
    indicator = card.indicators()[place % len(card.indicators())]
    answered = {**inputs, indicator.code: Input(None)}
    top = {**answered, indicator.code: best(card)[indicator.code]}

    def by_score(given_: dict[str, Input]) -> Outcome:
        return assess(card, given_, TODAY)

    low, high = by_score(answered), by_score(top)
    assert high.score >= low.score
    assert GRADES.index(high.by_score) <= GRADES.index(low.by_score)
    assert high.coverage >= low.coverage


@given(st.lists(st.tuples(st.integers(-20, 120), st.booleans(), st.integers(0, 900)), max_size=12))
def test_scoring_many_gives_each_the_outcome_of_its_own(customers: list[tuple[int, bool, int]]) -> None:
    card = SHIPPED["existing"]
    assessor = Assessor(card, TODAY)
    for days, insolvent, age in customers:
        inputs = numbers(days_late=days, debt_ratio=days) | {
            "registration": Input("normal", on=TODAY - timedelta(age))
        }
        facts: dict[str, Decimal | str | None] = {"insolvent": "yes" if insolvent else None}
        assert assessor.assess(inputs, facts) == assess(card, inputs, TODAY, facts)
