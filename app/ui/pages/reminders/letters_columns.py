"""Columns of the list of letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.letter import LetterState
from app.ui.models.columns import Align, Cell, Column, day_column, text_column
from app.ui.pages.reminders.words import (
    CHANNEL_ICONS,
    STATE_TONES,
    channel_word,
    state_word,
    template_word,
)

if TYPE_CHECKING:
    from app.services.dunning_views import LetterRow
    from app.ui.formats import Formats

translate = QCoreApplication.translate


def letter_columns(formats: Formats) -> list[Column[LetterRow]]:
    """What stands in a row of the list."""
    return [*_who_and_what(formats), *_how_it_stands(formats)]


def _who_and_what(formats: Formats) -> list[Column[LetterRow]]:
    return [
        text_column(
            "number",
            lambda: translate("LettersPanel", "Number"),
            lambda row: row.number,
            tone="secondary",
            width=150,
            min_width=124,
            sortable=False,
            drop=3,
        ),
        text_column(
            "customer",
            lambda: translate("LettersPanel", "Customer"),
            lambda row: formats.name(row.customer, row.customer_en),
            strong=True,
            width=210,
            min_width=130,
            stretch=2,
            sortable=False,
            fixed=True,
        ),
        Column(
            "what",
            lambda: translate("LettersPanel", "Letter"),
            lambda row: Cell(_what(row)),
            width=160,
            min_width=104,
            stretch=1,
            sortable=False,
            fixed=True,
        ),
        Column(
            "channel",
            lambda: translate("LettersPanel", "Channel"),
            lambda row: Cell(
                channel_word(row.channel), tone="secondary", icon=CHANNEL_ICONS.get(row.channel, "")
            ),
            width=104,
            min_width=84,
            drop=2,
            sortable=False,
        ),
    ]


def _how_it_stands(formats: Formats) -> list[Column[LetterRow]]:
    return [
        Column(
            "amount",
            lambda: translate("LettersPanel", "Amount"),
            lambda row: Cell(formats.money(row.amount + row.fee, row.currency), strong=True),
            plain=lambda row: formats.amount(row.amount + row.fee, row.currency),
            width=128,
            min_width=108,
            align=Align.RIGHT,
            sortable=False,
            fixed=True,
        ),
        day_column(
            "run_on", lambda: translate("LettersPanel", "Drafted"), lambda row: row.run_on, formats,
            drop=1, sortable=False,
        ),
        day_column(
            "sent_on", lambda: translate("LettersPanel", "Sent"), lambda row: row.sent_on, formats,
            drop=4, sortable=False,
        ),
        Column(
            "state",
            lambda: translate("LettersPanel", "State"),
            lambda row: state_cell(row, formats),
            width=104,
            min_width=84,
            sortable=False,
            fixed=True,
        ),
    ]  # fmt: skip


def _what(row: LetterRow) -> str:
    name = template_word(row.template)
    return f"{row.level} · {name}" if row.level else name


def state_cell(row: LetterRow, formats: Formats) -> Cell:
    """Draft, sent, arrived, paid: whichever is the last that happened."""
    if row.state is LetterState.SENT and row.resolved:
        return Cell(translate("LettersPanel", "Paid"), chip="good")
    if row.state is LetterState.SENT and row.delivered_on is not None:
        tip = translate("LettersPanel", "arrived on {day}").format(day=formats.day(row.delivered_on))
        return Cell(translate("LettersPanel", "Delivered"), chip="info", tip=f"{tip} {row.proof}".strip())
    tone = "warn" if row.state is LetterState.SENT else STATE_TONES[row.state]
    return Cell(state_word(row.state), chip=tone)
