"""Columns of a run: the letters it proposes, their invoices, and what is not chased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.models.columns import (
    DASH,
    Align,
    Cell,
    Column,
    amount_column,
    count_column,
    day_column,
    text_column,
)
from app.ui.pages.reminders.words import (
    CHANNEL_ICONS,
    channel_word,
    hand_over_word,
    problem_words,
    step_word,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.dunning_run import ProposedLetter, ProposedLine, SkippedItem
    from app.ui.formats import Formats

translate = QCoreApplication.translate
_ALPHABET = 26


def letter_key(letter: ProposedLetter) -> int:
    """A number for a letter that stays the same in the next run: its customer and its currency."""
    code = 0
    for sign in letter.currency:
        code = code * _ALPHABET + (ord(sign) - ord("A")) % _ALPHABET
    return int(letter.customer_id * _ALPHABET**3 + code)


def line_key(line: ProposedLine) -> int:
    """A number for an invoice, or an instalment of it."""
    return -line.instalment_id if line.instalment_id is not None else line.document_id


def days_late(letter: ProposedLetter) -> int:
    """Days late of the oldest invoice of a letter; below zero before its due date."""
    return max((line.days_late for line in letter.lines), default=0)


def letter_columns(formats: Formats, base: str) -> list[Column[ProposedLetter]]:
    """What stands in a row of the run."""
    return [*_whom_and_how(formats), *_figures(formats, base), *_before_and_after(formats)]


def _whom_and_how(formats: Formats) -> list[Column[ProposedLetter]]:
    return [
        text_column(
            "customer",
            lambda: translate("RunPanel", "Customer"),
            lambda letter: formats.name(letter.customer, letter.customer_en),
            strong=True,
            width=210,
            min_width=130,
            stretch=2,
            fixed=True,
        ),
        Column(
            "step",
            lambda: translate("RunPanel", "Step"),
            lambda letter: _step(letter, formats.lang),
            value=lambda letter: letter.level,
            width=160,
            min_width=128,
            stretch=1,
            fixed=True,
        ),
        Column(
            "channel",
            lambda: translate("RunPanel", "Channel"),
            lambda letter: Cell(
                channel_word(letter.channel), tone="secondary", icon=CHANNEL_ICONS.get(letter.channel, "")
            ),
            value=lambda letter: letter.channel,
            width=104,
            min_width=84,
            drop=3,
        ),
    ]


def _figures(formats: Formats, base: str) -> list[Column[ProposedLetter]]:
    def amount(letter: ProposedLetter) -> Cell:
        if letter.currency == base:
            return Cell(formats.whole(letter.total, letter.currency), strong=True)
        return Cell(formats.money(letter.total, letter.currency, whole=True), strong=True)

    return [
        count_column(
            "invoices",
            lambda: translate("RunPanel", "Invoices"),
            lambda letter: len(letter.lines),
            formats,
            drop=4,
        ),
        Column(
            "amount",
            lambda: translate("RunPanel", "Amount"),
            amount,
            value=lambda letter: letter.total,
            plain=lambda letter: f"{letter.currency} {formats.amount(letter.total, letter.currency)}",
            width=120,
            min_width=96,
            align=Align.RIGHT,
            descending_first=True,
            fixed=True,
        ),
        Column(
            "late",
            lambda: translate("RunPanel", "Oldest"),
            lambda letter: Cell(
                formats.age(days_late(letter)), tone="warn" if days_late(letter) > 0 else "secondary"
            ),
            value=days_late,
            plain=lambda letter: str(days_late(letter)),
            width=104,
            min_width=84,
            align=Align.RIGHT,
            descending_first=True,
        ),
    ]


def _before_and_after(formats: Formats) -> list[Column[ProposedLetter]]:
    return [
        Column(
            "last",
            lambda: translate("RunPanel", "Last letter"),
            lambda letter: _last(letter, formats),
            value=lambda letter: letter.last_sent.on if letter.last_sent else None,
            width=120,
            min_width=96,
            align=Align.RIGHT,
            drop=2,
        ),
        day_column(
            "pay_by", lambda: translate("RunPanel", "Pay by"), lambda letter: letter.pay_by, formats, drop=1
        ),
        Column(
            "marks",
            lambda: translate("RunPanel", "With it"),
            lambda letter: _marks(letter, formats),
            width=116,
            min_width=112,
            sortable=False,
        ),
    ]


def _step(letter: ProposedLetter, lang: str) -> Cell:
    return Cell(f"{letter.level} · {step_word(letter.step, lang)}")


def _last(letter: ProposedLetter, formats: Formats) -> Cell:
    last = letter.last_sent
    if last is None:
        return Cell(DASH, tone="tertiary")
    text = translate("RunPanel", "{day}, step {level}")
    return Cell(text.format(day=formats.day_short(last.on), level=last.level), tone="secondary")


def _marks(letter: ProposedLetter, formats: Formats) -> Cell:
    """What the step sets off besides the letter; money of theirs that we hold comes first."""
    if letter.on_account:
        tip = translate("RunPanel", "{amount} of theirs is on account with us; look at it first.")
        tip = tip.format(amount=formats.money(letter.on_account, letter.currency))
        return Cell(translate("RunPanel", "On account"), chip="warn", tip=tip)
    if letter.hand_over:
        return Cell(hand_over_word(letter.hand_over), chip="danger")
    if letter.stop_shipment:
        return Cell(translate("RunPanel", "Stop shipping"), chip="danger")
    return Cell("")


def line_columns(formats: Formats, currency: Callable[[], str]) -> list[Column[ProposedLine]]:
    """The invoices of a proposed letter, narrow enough for the drawer."""
    return [
        Column(
            "number",
            lambda: translate("RunPanel", "Invoice"),
            lambda line: _invoice(line, formats),
            value=lambda line: line.number,
            width=100,
            min_width=84,
            stretch=1,
            fixed=True,
        ),
        Column(
            "late",
            lambda: translate("RunPanel", "Late"),
            lambda line: Cell(str(line.days_late), tone="warn" if line.days_late > 0 else "secondary"),
            value=lambda line: line.days_late,
            width=56,
            min_width=48,
            align=Align.RIGHT,
        ),
        count_column(
            "level", lambda: translate("RunPanel", "Step"), lambda line: line.level, formats,
            width=48, min_width=40,
        ),
        amount_column(
            "amount", lambda: translate("RunPanel", "Asked for"), lambda line: line.amount,
            lambda _line: currency(), formats, width=104, min_width=92, fixed=True,
        ),
    ]  # fmt: skip


def _invoice(line: ProposedLine, formats: Formats) -> Cell:
    due = translate("RunPanel", "due {day}").format(day=formats.day(line.due_date))
    return Cell(line.number, tip=f"{line.number} • {due}")


def skipped_columns(formats: Formats) -> list[Column[SkippedItem]]:
    """What is not chased, with the reason in words."""
    return [
        text_column(
            "customer",
            lambda: translate("RunPanel", "Customer"),
            lambda item: formats.name(item.customer, item.customer_en),
            strong=True,
            width=200,
            min_width=130,
            stretch=2,
            fixed=True,
        ),
        Column(
            "number",
            lambda: translate("RunPanel", "Invoice"),
            lambda item: Cell(item.number) if item.number else _whole_account(),
            value=lambda item: item.number,
            width=130,
            min_width=96,
        ),
        day_column(
            "due", lambda: translate("RunPanel", "Due date"), lambda item: item.due_date, formats, drop=1
        ),
        Column(
            "amount",
            lambda: translate("RunPanel", "Amount"),
            lambda item: Cell(formats.money(item.amount, item.currency)),
            value=lambda item: item.amount,
            plain=lambda item: formats.amount(item.amount, item.currency),
            width=124,
            min_width=104,
            align=Align.RIGHT,
            descending_first=True,
            fixed=True,
        ),
        text_column(
            "reason",
            lambda: translate("RunPanel", "Why not"),
            lambda item: problem_words(item.reason, formats),
            width=320,
            min_width=180,
            stretch=4,
            fixed=True,
        ),
    ]


def _whole_account() -> Cell:
    return Cell(translate("RunPanel", "whole account"), tone="tertiary")
