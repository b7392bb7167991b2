"""Columns of the findings: what was found, what is done about it, by whom, by when, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.models.columns import DASH, Cell, Column
from app.words import review_text, say

if TYPE_CHECKING:
    from datetime import date

    from app.services.review_views import FindingView
    from app.ui.formats import Formats

translate = QCoreApplication.translate
_LAST = "9999-12-31"
_WEEK = 7
STATE_TONES = {"open": "info", "done": "good", "dropped": "neutral"}


def finding_text(view: FindingView, lang: str, base: str) -> str:
    """A finding in the user's words, else as worked out."""
    return view.finding.text or review_text.sentence(view.said, lang, base)


def action_text(view: FindingView, lang: str, base: str) -> str:
    """The action in the user's words, else the one proposed."""
    if view.finding.action:
        return view.finding.action
    return review_text.sentence(view.proposed, lang, base) if view.proposed else ""


def _told(text: str, *, strong: bool = False) -> Cell:
    """Words that may be longer than their column: whole in the tool tip."""
    return Cell(text, strong=strong, tip=text)


def finding_columns(formats: Formats, base: str, today: date) -> list[Column[FindingView]]:
    """All of them; the finding, its owner and its day always stay."""
    return [*_words(formats.lang, base), *_whose(formats, today), *_standing(formats.lang)]


def _words(lang: str, base: str) -> list[Column[FindingView]]:
    """What was found, and what is done about it."""
    return [
        Column(
            "finding",
            lambda: translate("FindingsPanel", "Finding"),
            lambda row: _told(finding_text(row, lang, base), strong=True),
            value=lambda row: finding_text(row, lang, base),
            width=320,
            min_width=200,
            stretch=3,
            fixed=True,
        ),
        Column(
            "action",
            lambda: translate("FindingsPanel", "Action"),
            lambda row: _told(action_text(row, lang, base)),
            value=lambda row: action_text(row, lang, base),
            width=220,
            min_width=130,
            stretch=2,
            drop=2,
        ),
    ]


def _whose(formats: Formats, today: date) -> list[Column[FindingView]]:
    """Who does it, and by when: amber within a week, red from the day itself."""

    def owner(row: FindingView) -> Cell:
        return Cell(row.finding.owner) if row.finding.owner else Cell(DASH, tone="tertiary")

    def due(row: FindingView) -> Cell:
        day = row.finding.due
        if day is None:
            return Cell(DASH, tone="tertiary")
        left = (day - today).days
        soon = "danger" if left <= 0 else ("warn" if left <= _WEEK else "")
        return Cell(formats.day(day), tone=soon if row.finding.state == "open" else "")

    return [
        Column(
            "owner",
            lambda: translate("FindingsPanel", "Owner"),
            owner,
            value=lambda row: row.finding.owner,
            width=92,
            min_width=72,
            fixed=True,
        ),
        Column(
            "due",
            lambda: translate("FindingsPanel", "Due"),
            due,
            value=lambda row: row.finding.due.isoformat() if row.finding.due else _LAST,
            width=104,
            min_width=88,
            fixed=True,
        ),
    ]


def _standing(lang: str) -> list[Column[FindingView]]:
    """Where it comes from or went, and its state."""

    def carried(row: FindingView) -> Cell:
        told = row.carried_from or row.carried_to
        arrow = f"← {row.carried_from}" if row.carried_from else f"→ {row.carried_to}"
        return Cell(arrow, tone="secondary") if told else Cell("")

    def state(row: FindingView) -> Cell:
        word = say(f"finding_state.{row.finding.state}", lang)
        return Cell(word, chip=STATE_TONES.get(row.finding.state, "neutral"))

    return [
        Column(
            "carried",
            lambda: translate("FindingsPanel", "Carried"),
            carried,
            value=lambda row: row.carried_from or row.carried_to,
            width=92,
            min_width=76,
            drop=1,
        ),
        Column(
            "state",
            lambda: translate("FindingsPanel", "State"),
            state,
            value=lambda row: row.finding.state,
            width=84,
            min_width=72,
        ),
    ]
