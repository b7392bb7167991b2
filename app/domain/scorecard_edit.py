"""Editing a card: each step gives a new card, and rows of a number stay without gap where they were so."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.domain.scorecard import (
    Bin,
    Family,
    Grade,
    GradeBand,
    Indicator,
    InputKind,
    Knockout,
    Scorecard,
    normalised,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_STEP = Decimal(10)
"""How far a first or last row is cut when there is no width to go by."""


def family_of(card: Scorecard, indicator: str) -> Family | None:
    """The family in which an indicator stands."""
    return next(
        (one for one in card.families if any(each.code == indicator for each in one.indicators)), None
    )


def indicator_of(card: Scorecard, code: str) -> Indicator | None:
    """An indicator by its code."""
    return next((each for each in card.indicators() if each.code == code), None)


def share(card: Scorecard, indicator: str) -> Decimal:
    """What an indicator counts of the whole, per cent, where everything is answered."""
    family, found = family_of(card, indicator), indicator_of(card, indicator)
    if family is None or found is None:
        return Decimal(0)
    return family.weight * found.weight / 100


# -- families and indicators --------------------------------------------------------------------


def with_family(card: Scorecard, code: str, **fields: Any) -> Scorecard:
    """The card with these fields of a family replaced."""
    return replace(
        card, families=tuple(replace(one, **fields) if one.code == code else one for one in card.families)
    )


def with_indicator(card: Scorecard, code: str, **fields: Any) -> Scorecard:
    """The card with these fields of an indicator replaced."""
    return _each_indicator(card, lambda each: replace(each, **fields) if each.code == code else each)


def with_edited(card: Scorecard, edited: Indicator) -> Scorecard:
    """The card with an indicator in place of the one of its code."""
    return _each_indicator(card, lambda each: edited if each.code == edited.code else each)


def added(card: Scorecard, family: str, indicator: Indicator) -> Scorecard:
    """The card with one more indicator at the end of a family."""
    there = next(one for one in card.families if one.code == family)
    return with_family(card, family, indicators=(*there.indicators, indicator))


def removed(card: Scorecard, code: str) -> Scorecard:
    """The card without an indicator; the weights of its family are left as they are."""
    return replace(
        card,
        families=tuple(
            replace(one, indicators=tuple(each for each in one.indicators if each.code != code))
            for one in card.families
        ),
    )


def families_to_whole(card: Scorecard) -> Scorecard:
    """The families' weights in the same proportion, summing to 100."""
    weights = normalised(tuple(one.weight for one in card.families))
    families = zip(card.families, weights, strict=True)
    return replace(card, families=tuple(replace(one, weight=weight) for one, weight in families))


def indicators_to_whole(card: Scorecard, family: str) -> Scorecard:
    """The weights within a family in the same proportion, summing to 100."""
    there = next(one for one in card.families if one.code == family)
    weights = normalised(tuple(each.weight for each in there.indicators))
    pairs = zip(there.indicators, weights, strict=True)
    return with_family(card, family, indicators=tuple(replace(each, weight=weight) for each, weight in pairs))


def _each_indicator(card: Scorecard, change: Callable[[Indicator], Indicator]) -> Scorecard:
    return replace(
        card,
        families=tuple(
            replace(one, indicators=tuple(change(each) for each in one.indicators)) for one in card.families
        ),
    )


# -- rows of an indicator -----------------------------------------------------------------------


def with_points(indicator: Indicator, place: int, points: Decimal) -> Indicator:
    """Other points for one row."""
    return _with_bins(indicator, place, replace(indicator.bins[place], points=points))


def with_choice(indicator: Indicator, place: int, choice: str) -> Indicator:
    """Another name for one choice."""
    return _with_bins(indicator, place, replace(indicator.bins[place], choice=choice))


def with_boundary(indicator: Indicator, place: int, value: Decimal | None) -> Indicator:
    """Where row ``place`` ends and the next begins; both move together, so that no gap opens."""
    bins = list(indicator.bins)
    bins[place] = replace(bins[place], high=value)
    if place + 1 < len(bins):
        bins[place + 1] = replace(bins[place + 1], low=value)
    return replace(indicator, bins=tuple(bins))


def split(indicator: Indicator, place: int) -> Indicator:
    """A row cut in two with the same points; of a choice, one more choice without a name."""
    bins = list(indicator.bins)
    if indicator.kind is InputKind.CHOICE or not bins:
        start = bins[place].points if bins else Decimal(50)
        one = Bin(start) if indicator.kind is InputKind.NUMBER else Bin(start, choice="")
        return replace(indicator, bins=(*bins[: place + 1], one, *bins[place + 1 :]))
    cut, old = _cut(bins, place), bins[place]
    bins[place : place + 1] = [replace(old, high=cut), replace(old, low=cut)]
    return replace(indicator, bins=tuple(bins))


def joined(indicator: Indicator, place: int) -> Indicator:
    """Without a row: its neighbour takes its place, so that every value still scores."""
    bins = list(indicator.bins)
    gone = bins.pop(place)
    if indicator.kind is InputKind.NUMBER and bins:
        if place:
            bins[place - 1] = replace(bins[place - 1], high=gone.high)
        else:
            bins[0] = replace(bins[0], low=gone.low)
    return replace(indicator, bins=tuple(bins))


def closed(indicator: Indicator) -> Indicator:
    """The rows of a number in order, each beginning where the one before ends, open at both ends."""
    if indicator.kind is InputKind.CHOICE or not indicator.bins:
        return indicator
    bins = sorted(indicator.bins, key=lambda each: (each.low is not None, each.low or Decimal(0)))
    ends = [each.low if each.low is not None else bins[i].high for i, each in enumerate(bins[1:])]
    lows, highs = (None, *ends), (*ends, None)
    rows = zip(bins, lows, highs, strict=True)
    return replace(indicator, bins=tuple(replace(each, low=low, high=high) for each, low, high in rows))


def _with_bins(indicator: Indicator, place: int, new: Bin) -> Indicator:
    bins = indicator.bins
    return replace(indicator, bins=(*bins[:place], new, *bins[place + 1 :]))


def _cut(bins: Sequence[Bin], place: int) -> Decimal:
    """The middle of a row; an open one is cut as far out as its neighbour is wide."""
    low, high = bins[place].low, bins[place].high
    if low is not None and high is not None:
        return (low + high) / 2
    if low is None and high is None:
        return Decimal(0)
    near = bins[place - 1] if high is None and place else bins[place + 1] if place + 1 < len(bins) else None
    width = near.high - near.low if near and near.high is not None and near.low is not None else _STEP
    if low is not None:
        return low + width
    return (high or Decimal(0)) - width


# -- knock-outs and bands -----------------------------------------------------------------------


def with_knockout(card: Scorecard, knockout: Knockout, *, on: bool, order: Sequence[str] = ()) -> Scorecard:
    """The card with a knock-out put in or changed, or (``on`` false) without it; kept in ``order``."""
    rest = [each for each in card.knockouts if each.code != knockout.code]
    if not on:
        return replace(card, knockouts=tuple(rest))
    codes = [each.code for each in card.knockouts]
    if knockout.code in codes:
        rest.insert(codes.index(knockout.code), knockout)
        return replace(card, knockouts=tuple(rest))
    places = {code: place for place, code in enumerate(order)}
    whole = sorted([*rest, knockout], key=lambda each: places.get(each.code, len(places)))
    return replace(card, knockouts=tuple(whole))


def with_floor(card: Scorecard, grade: Grade, floor: Decimal) -> Scorecard:
    """The card with another score from which a grade is given."""
    bands = tuple(GradeBand(grade, floor) if each.grade is grade else each for each in card.bands)
    return replace(card, bands=bands)
