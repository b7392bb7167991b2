"""Laws of any sound card: its rows cover every number once, and more points never lower a grade."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.domain.assessment import Answer, Input, assess, rate
from app.domain.problem import Severity
from app.domain.scorecard import GRADES, Bin, Family, Indicator, InputKind, Scorecard, Source, validate
from app.domain.scorecard_text import parse, to_text
from app.resources import path

TODAY = date(2025, 12, 31)
SHIPPED = [parse(path("scorecards", f"{name}.json").read_text("utf-8")) for name in ("existing", "new")]
NUMBERS = st.decimals(-(10**9), 10**9, places=4)
POINTS = st.integers(0, 100).map(Decimal)
CODES = ("one", "two", "three")


@st.composite
def indicators(draw: st.DrawFn, code: str, weight: Decimal) -> Indicator:
    """An indicator with up to seven rows that follow on each other, at any numbers."""
    edges = sorted(draw(st.sets(NUMBERS, max_size=6)))
    bounds = [None, *edges, None]
    bins = [Bin(draw(POINTS), low, high) for low, high in pairwise(bounds)]
    return Indicator(code, InputKind.NUMBER, Source.TYPED, weight, tuple(bins), missing=draw(POINTS))


@st.composite
def cards(draw: st.DrawFn) -> Scorecard:
    """A sound card of three numbers, of any weights."""
    first = draw(st.integers(1, 98))
    second = draw(st.integers(1, 99 - first))
    weights = [Decimal(n) for n in (first, second, 100 - first - second)]
    asked = tuple(draw(indicators(code, weight)) for code, weight in zip(CODES, weights, strict=True))
    card = Scorecard("own", (Family("all", Decimal(100), asked),))
    assert not [one for one in validate(card) if one.severity is Severity.ERROR]
    return card


def answers(card: Scorecard, values: list[Decimal | None]) -> dict[str, Input]:
    return {each.code: Input(value) for each, value in zip(card.indicators(), values, strict=True)}


VALUES = st.lists(st.none() | NUMBERS, min_size=3, max_size=3)


@given(cards(), NUMBERS)
def test_every_number_falls_in_one_row_and_no_more(card: Scorecard, value: Decimal) -> None:
    for indicator in card.indicators():
        edges = [each.low for each in indicator.bins if each.low is not None]
        for number in (value, *edges):
            assert sum(each.holds(number) for each in indicator.bins) == 1
            assert rate(indicator, Input(number), TODAY)[0] is Answer.GIVEN


@given(st.sampled_from(SHIPPED), NUMBERS)
def test_the_shipped_cards_cover_every_number_and_every_choice(card: Scorecard, value: Decimal) -> None:
    for indicator in card.indicators():
        choices: list[Decimal | str] = [each.choice for each in indicator.bins if each.choice]
        for given_value in choices or [value]:
            assert sum(each.holds(given_value) for each in indicator.bins) == 1


@given(cards(), st.data())
def test_a_card_with_a_row_left_out_is_refused(card: Scorecard, data: st.DataObject) -> None:
    indicator = data.draw(st.sampled_from(card.indicators()))
    gone = data.draw(st.integers(0, len(indicator.bins) - 1))
    bins = indicator.bins[:gone] + indicator.bins[gone + 1 :]
    rest = tuple(replace(one, bins=bins) if one is indicator else one for one in card.indicators())
    broken = replace(card, families=(replace(card.families[0], indicators=rest),))
    assert any(one.severity is Severity.ERROR for one in validate(broken))


@given(cards(), VALUES, st.data())
def test_a_row_that_earns_more_never_lowers_the_grade(
    card: Scorecard, values: list[Decimal | None], data: st.DataObject
) -> None:
    indicator = data.draw(st.sampled_from(card.indicators()))
    place = data.draw(st.integers(0, len(indicator.bins) - 1))
    old = indicator.bins[place]
    more = data.draw(st.integers(int(old.points), 100).map(Decimal))
    bins = (*indicator.bins[:place], replace(old, points=more), *indicator.bins[place + 1 :])
    rest = tuple(replace(one, bins=bins) if one is indicator else one for one in card.indicators())
    richer = replace(card, families=(replace(card.families[0], indicators=rest),))
    before, after = (assess(one, answers(card, values), TODAY) for one in (card, richer))
    assert after.score >= before.score
    assert GRADES.index(after.by_score) <= GRADES.index(before.by_score)
    assert GRADES.index(after.grade) <= GRADES.index(before.grade)


@given(cards(), VALUES, NUMBERS, st.integers(0, 2))
def test_an_answer_that_earns_more_never_lowers_the_grade(
    card: Scorecard, values: list[Decimal | None], other: Decimal, place: int
) -> None:
    changed = [*values[:place], other, *values[place + 1 :]]
    indicator = card.indicators()[place]
    earned = [rate(indicator, Input(one[place]), TODAY)[1] for one in (values, changed)]
    before, after = (assess(card, answers(card, one), TODAY) for one in (values, changed))
    if earned[1] >= earned[0]:
        assert after.score >= before.score
        assert GRADES.index(after.by_score) <= GRADES.index(before.by_score)
    else:
        assert after.score <= before.score


@given(cards(), VALUES)
def test_a_card_read_back_scores_the_same(card: Scorecard, values: list[Decimal | None]) -> None:
    asked = answers(card, values)
    assert assess(parse(to_text(card)), asked, TODAY) == assess(card, asked, TODAY)
