"""Grades in words: how they stand on a day, why a score is what it is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.words import say, scoring_text

if TYPE_CHECKING:
    from datetime import date

    from app.services.scoring_views import GradeRow, RescoreRow
    from app.ui.formats import Formats

translate = QCoreApplication.translate
SOON_DAYS = 14
"""Days before its end from which a grade counts as ending soon."""
IN_FORCE, SOON, ENDED, NEVER = "in_force", "soon", "ended", "never"
_COSTLY = 2


def state_of(row: GradeRow, today: date) -> str:
    """How a customer's grade stands on a day."""
    if row.held is None:
        return NEVER
    if not row.held.valid:
        return ENDED
    near = row.valid_until is not None and row.valid_until <= today + timedelta(SOON_DAYS)
    return SOON if near else IN_FORCE


def state_words(row: GradeRow, today: date) -> tuple[str, str]:
    """The word for it and the chip's tone."""
    state = state_of(row, today)
    if state == NEVER:
        return translate("Grades", "Never scored"), "neutral"
    if state == ENDED:
        return translate("Grades", "Ended"), "danger"
    if state == SOON and row.valid_until is not None:
        left = (row.valid_until - today).days
        text = (
            translate("Grades", "Ends in {n} d").format(n=left) if left else translate("Grades", "Ends today")
        )
        return text, "warn"
    return translate("Grades", "In force"), "good"


def standing_words(row: GradeRow, formats: Formats) -> str:
    """Why it ended, or that somebody overrode it."""
    if row.held is None:
        return translate("Grades", "No finished assessment yet")
    ended = row.held.ended
    if ended is not None:
        return scoring_text.because(ended.code, dict(ended.params), formats.lang)
    return translate("Grades", "Overridden by hand") if row.held.overridden else ""


def why_words(row: RescoreRow, lang: str) -> str:
    """What decided: knock-outs first, then the indicators that cost most."""
    outcome = row.outcome
    if outcome is None:
        return ""
    parts = [scoring_text.name_of("knockout", each.code, lang) for each in outcome.knockouts]
    if not row.sufficient:
        parts.append(translate("Grades", "insufficient data: C at most"))
    for each in outcome.worst(_COSTLY):
        name = scoring_text.name_of("indicator", each.indicator, lang)
        parts.append(f"{name} {scoring_text.points(each.shown - each.most)}")
    return ("；" if lang == "zh" else "; ").join(parts)


def why_in_full(row: RescoreRow, lang: str) -> str:
    """Every knock-out and every indicator that cost points, a line each."""
    outcome = row.outcome
    if outcome is None:
        return ""
    lines = [
        f"{scoring_text.name_of('knockout', each.code, lang)}: {say(f'effect.{each.effect}', lang)}"
        for each in outcome.knockouts
    ]
    lines += [
        f"{scoring_text.name_of('indicator', each.indicator, lang)}: "
        f"{scoring_text.points(each.shown - each.most)} / {scoring_text.points(each.most)}"
        for each in outcome.worst(len(outcome.lines))
    ]
    return "\n".join(lines)
