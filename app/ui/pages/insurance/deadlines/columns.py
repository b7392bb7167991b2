"""Columns of the list of deadlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.models.columns import DASH, Align, Cell, Column, day_column, text_column
from app.ui.pages.customers.columns import money_words
from app.ui.pages.insurance.said import duty_name, duty_tone, left_words, whom
from app.words import say

if TYPE_CHECKING:
    from datetime import date

    from app.services.duty_views import DutyItem
    from app.ui.formats import Formats
    from app.ui.pages.insurance.said import Called

translate = QCoreApplication.translate


def duty_columns(formats: Formats, as_of: date, called: Called | None = None) -> list[Column[DutyItem]]:
    """What, for whom, how much, the last safe day, the last day, what is left, under which policy."""
    return [*_about(formats, called), *_days(formats, as_of), *_stakes(formats)]


def _about(formats: Formats, called: Called | None) -> list[Column[DutyItem]]:
    """What, for whom and how much."""
    return [
        text_column(
            "duty",
            lambda: translate("DeadlinesPanel", "Duty"),
            lambda item: duty_name(item, formats),
            strong=True,
            width=150,
            min_width=110,
            stretch=1,
            fixed=True,
        ),
        text_column(
            "customer",
            lambda: translate("DeadlinesPanel", "Buyer"),
            lambda item: whom(item, called, formats) or DASH,
            width=170,
            min_width=110,
            stretch=1,
            fixed=True,
        ),
        Column(
            "amount",
            lambda: translate("DeadlinesPanel", "Amount"),
            lambda item: Cell(money_words(item.amounts, formats)),
            value=lambda item: item.amounts[0].minor if item.amounts else None,
            width=130,
            min_width=96,
            align=Align.RIGHT,
            drop=3,
            descending_first=True,
        ),
    ]


def _days(formats: Formats, as_of: date) -> list[Column[DutyItem]]:
    """The last safe day, the last day, and what is left."""

    def left(item: DutyItem) -> Cell:
        return Cell(left_words(item.day, as_of, formats), chip=duty_tone(item, as_of))

    def safe(item: DutyItem) -> Cell:
        late = item.safe < as_of
        return Cell(formats.day(item.safe), tone="warn" if late else "", strong=True)

    return [
        Column(
            "safe",
            lambda: translate("DeadlinesPanel", "Last safe day"),
            safe,
            value=lambda item: item.safe,
            plain=lambda item: item.safe.isoformat(),
            width=112,
            min_width=100,
            align=Align.RIGHT,
        ),
        day_column("day", lambda: translate("DeadlinesPanel", "Deadline"), lambda item: item.day, formats),
        Column(
            "left",
            lambda: translate("DeadlinesPanel", "Left"),
            left,
            value=lambda item: item.day,
            width=104,
            min_width=88,
            fixed=True,
        ),
    ]


def _stakes(formats: Formats) -> list[Column[DutyItem]]:
    """What missing it costs, and the policy."""
    return [
        Column(
            "forfeits",
            lambda: translate("DeadlinesPanel", "If missed"),
            lambda item: _stake(item, formats),
            value=lambda item: not item.forfeits,
            width=132,
            min_width=100,
            drop=1,
        ),
        text_column(
            "policy",
            lambda: translate("DeadlinesPanel", "Policy"),
            lambda item: item.policy.record.number,
            tone="secondary",
            width=120,
            min_width=90,
            drop=2,
        ),
    ]


def _stake(item: DutyItem, formats: Formats) -> Cell:
    if item.forfeits:
        return Cell(say("duty_stake.forfeit", formats.lang), tone="danger")
    return Cell(say("duty_stake.none", formats.lang), tone="tertiary")
