"""The sentences of scoring: values, sources, reasons for change, what would lift a grade."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.assessment import Answer
from app.ui import writing
from app.words import say, scoring_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.assessment import Change, Input, Lift, Outcome, Scored
    from app.domain.scorecard import Bin, Indicator, Knockout, Scorecard
    from app.services.scoring_views import AssessmentView
    from app.ui.formats import Formats

translate = QCoreApplication.translate
_ROUNDING = Decimal("0.1")
"""By so much shown points may move so that they sum to the score."""


def points(value: Decimal) -> str:
    """Points to one decimal, whole ones without it: 21, 4.5."""
    text = scoring_text.points(value)
    return text.removesuffix(".0")


def signed(value: Decimal) -> str:
    """A change of points with its sign."""
    return f"+{points(value)}" if value > 0 else points(value)


def of(got: Decimal, most: Decimal) -> str:
    """Points of the most there are: 21 / 30."""
    return f"{points(got)} / {points(most)}"


def name_of(indicator: Indicator, lang: str) -> str:
    """What an indicator is called."""
    return scoring_text.name_of("indicator", indicator.code, lang, indicator.name)


def family_name(code: str, lang: str) -> str:
    """What a family of indicators is called."""
    return scoring_text.name_of("family", code, lang)


def card_said(card: Scorecard, lang: str) -> str:
    """The card's name with its version."""
    name = scoring_text.card_name(card.code, lang, card.name)
    return translate("Scoring", "{card}, version {version}").format(card=name, version=card.version)


def value(indicator: Indicator, given: Input | None, lang: str) -> str:
    """A value with its unit; empty where there is none."""
    return writing.figure(
        scoring_text.value(indicator.code, given.value if given else None, indicator.unit, lang)
    )


def figure(number: Decimal) -> str:
    """A value for a field: to two decimals, without separators or zeros at its end."""
    text = f"{number.quantize(Decimal('0.01'), rounding=ROUND_HALF_UP):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    text = "0" if text in {"-0", ""} else text
    return writing.figure(f"−{text[1:]}") if text.startswith("-") else text


def bin_said(indicator: Indicator, one: Bin, lang: str) -> str:
    """A row of an indicator in words."""
    return scoring_text.bin_label(indicator.code, one.low, one.high, one.choice, indicator.unit, lang)


def source_said(given: Input, lang: str) -> str:
    """Where a value is from."""
    return say(f"source.{given.source}", lang) if given.source else translate("Scoring", "Not known")


def answer_said(line: Scored, indicator: Indicator, lang: str) -> str:
    """Which row of the card an answer fell into."""
    if line.bin is None:
        return say(f"answer.{line.answer}", lang)
    row = bin_said(indicator, line.bin, lang)
    if line.answer is Answer.STALE:
        return translate("Scoring", "{row}; too old, half the points").format(row=row)
    return row


def lost(line: Scored) -> str:
    """What a missing answer costs: −4.5 points."""
    return translate("Scoring", "{points} points").format(
        points=points(min(line.shown - line.most, Decimal(0)))
    )


def knockout_said(knockout: Knockout, lang: str) -> str:
    """A knock-out with what it does."""
    name = scoring_text.name_of("knockout", knockout.code, lang)
    effect = say(f"effect.{knockout.effect}", lang)
    return translate("Scoring", "{name}: {effect}").format(name=name, effect=effect)


def coverage_said(card: Scorecard, outcome: Outcome, lang: str) -> str:
    """How much of the card was answered, and what too little of it does."""
    if outcome.sufficient:
        text = translate("Scoring", "Data for {coverage}% of the weights")
        return text.format(coverage=points(outcome.coverage))
    enough = outcome.coverage >= card.least_coverage
    code = "scoring.no_evidence" if enough else "scoring.insufficient"
    return say(code, lang, coverage=points(outcome.coverage))


def lift_said(card: Scorecard, outcome: Outcome, lang: str) -> str:
    """What would lift the grade, empty at the best one; of the points alone where more holds it down."""
    lift = outcome.lift
    if lift is None:
        return "" if outcome.by_score is card.bands[0].grade else say("scoring.no_lift", lang)
    said = _lift_said(card, lift, lang)
    if outcome.sufficient and not outcome.knockouts:
        return said
    return translate("Scoring", "By the points alone: {sentence}").format(sentence=said)


def _lift_said(card: Scorecard, lift: Lift, lang: str) -> str:
    indicator = next(one for one in card.indicators() if one.code == lift.indicator)
    return say(
        "scoring.lift",
        lang,
        name=name_of(indicator, lang),
        bin=bin_said(indicator, lift.to, lang),
        grade=lift.grade,
        gain=scoring_text.points(lift.gain),
    )


def margin_said(card: Scorecard, outcome: Outcome) -> str:
    """How far the grade below is; empty at the lowest."""
    floor = next(band.floor for band in card.bands if band.grade is outcome.by_score)
    place = [band.grade for band in card.bands].index(outcome.by_score) + 1
    if place >= len(card.bands):
        return ""
    text = translate("Scoring", "{points} points above grade {grade} (below {floor}).")
    below = card.bands[place].grade
    return text.format(points=points(outcome.score - floor), grade=below, floor=points(floor))


def change_said(
    change: Change, indicator: Indicator | None, was: Input | None, now: Input | None, lang: str
) -> str:
    """Why points moved: the value then and now, where both are known."""
    if indicator is None:
        return scoring_text.name_of("indicator", change.indicator, lang)
    name, before, after = name_of(indicator, lang), value(indicator, was, lang), value(indicator, now, lang)
    nothing = translate("Scoring", "not known")
    if before == after and abs(change.now - change.was) <= _ROUNDING:
        return translate("Scoring", "{name}: rounding").format(name=name)
    if before == after:
        text = translate("Scoring", "{name}: {value}, counted otherwise")
        return text.format(name=name, value=after or nothing)
    text = translate("Scoring", "{name}: from {was} to {now}")
    return text.format(name=name, was=before or nothing, now=after or nothing)


def change_lines(
    changes: Sequence[Change],
    card: Scorecard,
    was: Mapping[str, Input],
    now: Mapping[str, Input],
    lang: str,
) -> list[tuple[str, str, bool]]:
    """Each change with its sign, its reason, and whether it is a gain."""
    known = {one.code: one for one in card.indicators()}
    return [
        (
            signed(each.now - each.was),
            change_said(
                each, known.get(each.indicator), was.get(each.indicator), now.get(each.indicator), lang
            ),
            each.now > each.was,
        )
        for each in changes
    ]


def moved_said(score: Decimal, before: AssessmentView, formats: Formats) -> tuple[str, str, str]:
    """The last score and grade, how far the score moved since, and the tone of that."""
    text = translate("Scoring", "Last time {score} • {grade}, {day}")
    last = text.format(score=points(before.score), grade=before.final, day=formats.day(before.as_of))
    change = score - before.score
    if not change:
        return last, translate("Scoring", "unchanged"), ""
    if change > 0:
        return last, translate("Scoring", "up {points} points").format(points=points(change)), "good"
    return last, translate("Scoring", "down {points} points").format(points=points(-change)), "warn"


def fault_said(code: str, params: Mapping[str, object], indicator: Indicator, lang: str) -> str:
    """What is wrong with a typed value and what to do; limits with their unit."""
    told = {
        name: scoring_text.value(indicator.code, each, indicator.unit, lang)
        if isinstance(each, Decimal)
        else each
        for name, each in params.items()
    }
    return say(code, lang, **told)


def shortened(name: str, most: int = 22) -> str:
    """A long name cut for the header; the customer's file has it whole."""
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"
