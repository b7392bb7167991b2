"""Editing a card: rows of a number never open a gap, weights come to 100, knock-outs keep their order."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.scorecard import (
    Bin,
    Effect,
    Family,
    Grade,
    Indicator,
    InputKind,
    Knockout,
    Scorecard,
    Source,
    validate,
)
from app.domain.scorecard import Test as Comparison
from app.domain.scorecard_edit import (
    added,
    closed,
    families_to_whole,
    family_of,
    indicator_of,
    indicators_to_whole,
    joined,
    removed,
    share,
    split,
    with_boundary,
    with_family,
    with_floor,
    with_indicator,
    with_knockout,
    with_points,
)

D = Decimal
DAYS = Indicator(
    "days",
    InputKind.NUMBER,
    Source.LEDGER,
    D(60),
    (Bin(D(100), None, D(5)), Bin(D(50), D(5), D(30)), Bin(D(0), D(30), None)),
)
WORD = Indicator(
    "word",
    InputKind.CHOICE,
    Source.TYPED,
    D(40),
    (Bin(D(100), choice="yes"), Bin(D(0), choice="no")),
    name="Asked?",
)
CARD = Scorecard("own", (Family("trading", D(100), (DAYS, WORD)),))
OUT = Knockout("bounced", "bounced_bills", Comparison.AT_LEAST, D(1), Effect.CAP_C)


def codes(card: Scorecard) -> list[str]:
    return sorted({problem.code for problem in validate(card)})


@given(st.lists(st.tuples(st.sampled_from("sj"), st.integers(0, 8)), max_size=12))
@settings(max_examples=60)
def test_cutting_and_joining_never_opens_a_gap(steps: list[tuple[str, int]]) -> None:
    indicator = DAYS
    for what, number in steps:
        place = number % len(indicator.bins)
        if what == "s":
            indicator = split(indicator, place)
        elif len(indicator.bins) > 1:
            indicator = joined(indicator, place)
    found = codes(with_indicator(CARD, "days", bins=indicator.bins))
    assert set(found) <= {"scorecard.uneven"}


@given(st.decimals(-1000, 1000, places=2), st.integers(0, 1))
@settings(max_examples=40)
def test_a_boundary_moves_on_both_sides(value: Decimal, place: int) -> None:
    moved = with_boundary(DAYS, place, value)
    assert moved.bins[place].high == moved.bins[place + 1].low == value


def test_torn_rows_are_closed_in_order() -> None:
    torn = replace(DAYS, bins=(Bin(D(0), D(30), D(90)), Bin(D(100), D(-5), D(5)), Bin(D(50), D(9), D(30))))
    mended = closed(torn)
    assert [(each.low, each.high) for each in mended.bins] == [(None, D(9)), (D(9), D(30)), (D(30), None)]
    assert [each.points for each in mended.bins] == [D(100), D(50), D(0)]
    assert closed(DAYS) == DAYS


def test_a_choice_gets_one_more_answer() -> None:
    more = split(WORD, 1)
    assert [each.choice for each in more.bins] == ["yes", "no", ""]
    assert codes(with_indicator(CARD, "word", bins=more.bins)) == ["scorecard.choices"]
    assert joined(more, 2) == WORD


@given(st.lists(st.integers(0, 500), min_size=2, max_size=6))
@settings(max_examples=40)
def test_weights_come_to_a_hundred(weights: list[int]) -> None:
    families = tuple(
        Family(f"f{n}", D(weight), (replace(DAYS, code=f"days{n}"),)) for n, weight in enumerate(weights)
    )
    whole = families_to_whole(replace(CARD, families=families))
    assert sum(each.weight for each in whole.families) == 100


def test_weights_within_a_family_and_shares() -> None:
    card = with_family(with_indicator(CARD, "days", weight=D(120)), "trading", weight=D(80))
    mended = indicators_to_whole(card, "trading")
    assert [each.weight for each in mended.indicators()] == [D(75), D(25)]
    assert share(mended, "days") == D(60)
    assert share(mended, "nobody") == 0


def test_indicators_come_and_go() -> None:
    grown = added(CARD, "trading", replace(DAYS, code="more", weight=D(10)))
    family = family_of(grown, "more")
    assert family is not None
    assert family.code == "trading"
    assert removed(grown, "more") == CARD
    assert indicator_of(CARD, "more") is None
    edited = with_points(DAYS, 0, D(90))
    assert edited.bins[0].points == 90
    assert edited.bins[1:] == DAYS.bins[1:]


def test_knockouts_keep_their_order_and_bands_move() -> None:
    other = replace(OUT, code="insolvent")
    card = with_knockout(with_knockout(CARD, OUT, on=True), other, on=True, order=("insolvent", "bounced"))
    assert [each.code for each in card.knockouts] == ["insolvent", "bounced"]
    changed = with_knockout(card, replace(OUT, value=D(2)), on=True)
    assert [each.value for each in changed.knockouts] == [D(1), D(2)]
    assert with_knockout(changed, OUT, on=False).knockouts == (other,)
    assert with_floor(CARD, Grade.A, D(85)).bands[0].floor == 85
