"""In what two versions of a card differ, piece by piece, in the order of the card."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.domain.scorecard import Family, Indicator, Scorecard


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: a code worded in both languages; ``indicator``, ``family`` and the like are codes."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)


def differences(one: Scorecard, two: Scorecard) -> tuple[Difference, ...]:
    """What was changed from ``one`` to ``two``; nothing where both score alike."""
    return tuple(_differences(one, two))


def _differences(one: Scorecard, two: Scorecard) -> Iterator[Difference]:
    if one.name != two.name:
        yield Difference("card_change.name", {"was": one.name, "now": two.name})
    if one.least_coverage != two.least_coverage:
        yield Difference("card_change.coverage", {"was": one.least_coverage, "now": two.least_coverage})
    yield from _families(one, two)
    was, now = (
        {each.code: (family, each) for family in card.families for each in family.indicators}
        for card in (one, two)
    )
    for code in (each for each in was if each not in now):
        yield Difference("card_change.indicator_gone", {"indicator": code})
    for code, (family, each) in now.items():
        if code not in was:
            yield Difference("card_change.indicator_new", {"indicator": code, "family": family.code})
        else:
            yield from _indicator(was[code], (family, each))
    for before, after in zip(one.bands, two.bands, strict=False):
        if before.floor != after.floor:
            params = {"grade": str(after.grade), "was": before.floor, "now": after.floor}
            yield Difference("card_change.band", params)
    yield from _knockouts(one, two)


def _families(one: Scorecard, two: Scorecard) -> Iterator[Difference]:
    was, now = ({family.code: family for family in card.families} for card in (one, two))
    for code in (each for each in was if each not in now):
        yield Difference("card_change.family_gone", {"family": code})
    for code, family in now.items():
        if code not in was:
            yield Difference("card_change.family_new", {"family": code, "now": family.weight})
        elif was[code].weight != family.weight:
            params = {"family": code, "was": was[code].weight, "now": family.weight}
            yield Difference("card_change.family_weight", params)
        if code in was and was[code].evidence is not family.evidence:
            yield Difference("card_change.family_evidence", {"family": code})


def _indicator(before: tuple[Family, Indicator], after: tuple[Family, Indicator]) -> Iterator[Difference]:
    was, now = before[1], after[1]
    if before[0].code != after[0].code:
        yield Difference("card_change.indicator_moved", {"indicator": now.code, "family": after[0].code})
    for name in ("weight", "missing", "out_of_range"):
        if getattr(was, name) != getattr(now, name):
            params = {"indicator": now.code, "was": getattr(was, name), "now": getattr(now, name)}
            yield Difference(f"card_change.{name}", params)
    if was.max_age_days != now.max_age_days:
        params = {"indicator": now.code, "was": was.max_age_days or "–", "now": now.max_age_days or "–"}
        yield Difference("card_change.max_age", params)
    if was.bins != now.bins:
        yield Difference("card_change.bins", {"indicator": now.code, **_bins(was, now)})
    others = ("kind", "source", "not_applicable", "least", "most", "uneven", "unit", "name")
    if any(getattr(was, name) != getattr(now, name) for name in others):
        yield Difference("card_change.indicator_other", {"indicator": now.code})


def _bins(was: Indicator, now: Indicator) -> dict[str, object]:
    changed = sum(one != two for one, two in zip(was.bins, now.bins, strict=False))
    return {
        "was": len(was.bins),
        "now": len(now.bins),
        "changed": changed + abs(len(was.bins) - len(now.bins)),
    }


def _knockouts(one: Scorecard, two: Scorecard) -> Iterator[Difference]:
    was, now = ({each.code: each for each in card.knockouts} for card in (one, two))
    for code in (each for each in was if each not in now):
        yield Difference("card_change.knockout_gone", {"knockout": code})
    for code, knockout in now.items():
        if code not in was:
            yield Difference("card_change.knockout_new", {"knockout": code})
        elif was[code] != knockout:
            yield Difference("card_change.knockout", {"knockout": code})
