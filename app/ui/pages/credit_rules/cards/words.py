"""Cards in words: names of their parts, what is wrong with them, in what two versions differ."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.scorecard_edit import indicator_of
from app.words import codes, say, scoring_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.problem import Problem
    from app.domain.scorecard import Bin, Family, Indicator, Knockout, Scorecard
    from app.domain.scorecard_changes import Difference
    from app.services.scoring_views import CardInfo

translate = QCoreApplication.translate
STATE_TONES = {"draft": "info", "published": "neutral", "retired": "warn"}


def indicator_name(indicator: Indicator, lang: str) -> str:
    """What an indicator is called."""
    return scoring_text.name_of("indicator", indicator.code, lang, indicator.name)


def indicator_help(indicator: Indicator, lang: str) -> str:
    """What it measures, "" for a question of the company's own."""
    code = f"indicator.help.{indicator.code}"
    return say(code, lang) if code in codes() else ""


def family_name(family: Family, lang: str) -> str:
    """What a family is called."""
    return scoring_text.name_of("family", family.code, lang)


def knockout_name(knockout: Knockout, lang: str) -> str:
    """What a knock-out is called."""
    return scoring_text.name_of("knockout", knockout.code, lang)


def card_title(card: CardInfo | Scorecard, lang: str) -> str:
    """What a card is called."""
    return scoring_text.card_name(card.code, lang, card.name)


def row_name(indicator: Indicator, row: Bin, lang: str) -> str:
    """A row of an indicator: from and below, or its choice."""
    found = scoring_text.bin_label(indicator.code, row.low, row.high, row.choice, indicator.unit, lang)
    return found or translate("CardWords", "any value")


def unit_name(indicator: Indicator, lang: str) -> str:
    """In what its values are counted; a choice has no unit."""
    if not indicator.unit:
        return "–"
    return scoring_text.name_of("unit", indicator.unit, lang)


def problem_words(problem: Problem, card: Scorecard, lang: str) -> str:
    """What is wrong, with the names of its parts."""
    return _said(problem.code, dict(problem.params), (card,), lang)


def difference_words(
    found: Sequence[Difference], one: Scorecard, two: Scorecard, lang: str
) -> tuple[str, ...]:
    """In what two versions differ, a sentence each; rows of an indicator one by one."""
    lines: list[str] = []
    for each in found:
        code = str(each.params.get("indicator", ""))
        was, now = indicator_of(one, code), indicator_of(two, code)
        rows = _rows_changed(was, now, lang) if each.code == "card_change.bins" and was and now else ()
        lines += rows or [_said(each.code, dict(each.params), (two, one), lang)]
    return tuple(lines)


def _rows_changed(was: Indicator, now: Indicator, lang: str) -> list[str]:
    """Rows that earn other points where the rows are the same; nothing where they were cut anew."""
    if [_place(row) for row in was.bins] != [_place(row) for row in now.bins]:
        return []
    text = translate("CardWords", "“{indicator}”, {row}: {was} → {now} points")
    return [
        text.format(
            indicator=indicator_name(now, lang),
            row=row_name(now, after, lang),
            was=scoring_text.points(before.points),
            now=scoring_text.points(after.points),
        )
        for before, after in zip(was.bins, now.bins, strict=True)
        if before.points != after.points
    ]


def _place(row: Bin) -> tuple[Decimal | None, Decimal | None, str]:
    return row.low, row.high, row.choice


def _said(code: str, params: dict[str, object], cards: Sequence[Scorecard], lang: str) -> str:
    """Questions of the company's own are known by their names on the card, not to the catalogue."""
    wanted = str(params.get("indicator", ""))
    for card in cards:
        found = indicator_of(card, wanted) if wanted else None
        if found is not None and found.name:
            return say(code, lang, **{**params, "indicator": found.name})
    return scoring_text.because(code, params, lang)


def state_word(info: CardInfo) -> str:
    """Whether a version is a draft, in force, was once, or is retired."""
    if info.state == "draft":
        return translate("CardWords", "Draft")
    if info.state == "retired":
        return translate("CardWords", "Retired")
    return translate("CardWords", "In force") if info.in_force else translate("CardWords", "Earlier")


def state_tone(info: CardInfo) -> str:
    """The chip's tone for it."""
    return "good" if info.in_force else STATE_TONES.get(info.state, "neutral")


def purpose_word(purpose: str) -> str:
    """Whom a card is for."""
    if purpose == "new":
        return translate("CardWords", "for new customers")
    return translate("CardWords", "for existing customers")


def short_hash(digest: str) -> str:
    """The first signs of a content hash, enough to tell two versions apart."""
    return digest[:8]


def percent(rate: Decimal | None) -> str:
    """A share 0 to 1 as whole per cent, "–" where there is none."""
    return "–" if rate is None else f"{round(rate * 100)}%"
