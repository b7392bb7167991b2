"""Columns of the register of overrides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.table import ColumnKind
from app.ui.models.columns import DASH, Align, Cell, Column, day_column, text_column
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.table import Cell as TableCell
    from app.services.limit_views import OverrideRow
    from app.ui.formats import Formats

translate = QCoreApplication.translate
RUNNING, OVER, TO_JUDGE = "running", "over", "to_judge"
STATE_TONES = {RUNNING: "info", OVER: "neutral", TO_JUDGE: "warn"}
OUTCOME_TONES = {"paid": "good", "late": "warn", "loss": "danger"}


def state_of(row: OverrideRow) -> str:
    """Running; over and still to be judged; over for good."""
    if row.running:
        return RUNNING
    return OVER if row.override.outcome else TO_JUDGE


def direction(row: OverrideRow) -> str:
    """From which grade to which: C → B."""
    return f"{row.override.was} → {row.override.now}"


def outcome_word(row: OverrideRow, lang: str) -> str:
    """How it turned out."""
    return say(f"override_outcome.{row.override.outcome}", lang)


def who(row: OverrideRow) -> str:
    """Who approved it, and who asked."""
    one = row.override
    return (
        one.approved_by if one.approved_by == one.requested_by else f"{one.approved_by} ← {one.requested_by}"
    )


def override_columns(formats: Formats) -> list[Column[OverrideRow]]:
    """When, who, from which grade to which, why, on whose word, until when, how it turned out."""
    lang = formats.lang

    def grade(row: OverrideRow) -> Cell:
        return Cell(direction(row), strong=True, icon="arrow-up" if row.up else "arrow-down",
                    tone="warn" if row.up else "")  # fmt: skip

    def outcome(row: OverrideRow) -> Cell:
        tone = OUTCOME_TONES.get(row.override.outcome, "")
        return Cell(outcome_word(row, lang), chip=tone) if tone else Cell(DASH, tone="tertiary")

    def state(row: OverrideRow) -> Cell:
        found = state_of(row)
        return Cell(say(f"override_state.{found}", lang), chip=STATE_TONES[found])

    return [
        day_column("on", lambda: translate("OverridesPanel", "Given on"), lambda row: row.override.on,
                   formats, width=104, min_width=92),
        text_column("customer", lambda: translate("OverridesPanel", "Customer"),
                    lambda row: formats.name(row.customer, row.customer_en),
                    strong=True, width=190, min_width=130, stretch=2, fixed=True),
        Column("grade", lambda: translate("OverridesPanel", "Grade"), grade,
               value=lambda row: row.notches if row.up else -row.notches, plain=direction, width=92,
               min_width=88, fixed=True),
        text_column("reason", lambda: translate("OverridesPanel", "Reason"),
                    lambda row: say(f"override_reason.{row.override.reason_code}", lang), width=140,
                    min_width=110, stretch=1, drop=3),
        text_column("words", lambda: translate("OverridesPanel", "In words"), lambda row: row.override.reason,
                    tone="secondary", width=180, min_width=110, stretch=2, drop=1),
        text_column("who", lambda: translate("OverridesPanel", "Approved ← asked"), who, tone="secondary",
                    width=140, min_width=110, stretch=1, drop=2),
        day_column("until", lambda: translate("OverridesPanel", "Until"), lambda row: row.override.expires_on,
                   formats, width=100, min_width=92, drop=4),
        Column("state", lambda: translate("OverridesPanel", "State"),
               state,
               value=state_of, width=104, min_width=96),
        Column("outcome", lambda: translate("OverridesPanel", "Outcome"), outcome,
               value=lambda row: row.override.outcome or None, width=112, min_width=96, align=Align.LEFT),
    ]  # fmt: skip


def override_cells(formats: Formats) -> dict[str, tuple[ColumnKind, Callable[[OverrideRow], TableCell]]]:
    """What a column holds in an exported table."""
    lang = formats.lang
    return {
        "on": (ColumnKind.DATE, lambda row: row.override.on),
        "customer": (ColumnKind.TEXT, lambda row: formats.name(row.customer, row.customer_en)),
        "grade": (ColumnKind.TEXT, direction),
        "reason": (ColumnKind.TEXT, lambda row: say(f"override_reason.{row.override.reason_code}", lang)),
        "words": (ColumnKind.TEXT, lambda row: row.override.reason),
        "who": (ColumnKind.TEXT, who),
        "until": (ColumnKind.DATE, lambda row: row.override.expires_on),
        "state": (ColumnKind.TEXT, lambda row: say(f"override_state.{state_of(row)}", lang)),
        "outcome": (ColumnKind.TEXT, lambda row: outcome_word(row, lang)),
    }
