"""Columns of the policies and of the steps of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.models.columns import DASH, Align, Cell, Column, text_column
from app.ui.pages.reminders.words import (
    CHANNEL_ICONS,
    channel_word,
    hand_over_word,
    step_word,
    template_word,
    treatment_short,
    trigger_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.dunning import DunningPolicy, DunningStep
    from app.ui.formats import Formats
    from app.ui.pages.reminders.policies_panel import PoliciesPanel

translate = QCoreApplication.translate


def policy_columns(panel: PoliciesPanel) -> list[Column[DunningPolicy]]:
    """Name, and whether it is the company's default, shipped, changed or own."""
    lang = panel.context.formats.lang

    def standing(policy: DunningPolicy) -> Cell:
        if panel.default.code == policy.code:
            return Cell(translate("PoliciesPanel", "Default"), chip="good")
        tone = "info" if policy.changed or not policy.shipped else "neutral"
        return Cell(panel.standing_word(policy), chip=tone)

    return [
        text_column(
            "name",
            lambda: translate("PoliciesPanel", "Policy"),
            lambda policy: policy.titled(lang),
            strong=True,
            width=150,
            min_width=110,
            stretch=1,
            sortable=False,
            fixed=True,
        ),
        Column(
            "standing",
            lambda: translate("PoliciesPanel", "State"),
            standing,
            width=84,
            min_width=76,
            sortable=False,
            fixed=True,
        ),
    ]


def step_columns(formats: Formats, base: Callable[[], str]) -> list[Column[DunningStep]]:
    """What a step is, when it is ripe, how it goes and what it brings."""
    return [*_steps(formats.lang), *_amounts(formats, base), *_consequences()]


def _steps(lang: str) -> list[Column[DunningStep]]:
    return [
        Column(
            "step",
            lambda: translate("PoliciesPanel", "Step"),
            lambda step: Cell(f"{step.level} · {step_word(step, lang)}", strong=True),
            width=190,
            min_width=160,
            stretch=2,
            sortable=False,
            fixed=True,
        ),
        text_column(
            "when",
            lambda: translate("PoliciesPanel", "When"),
            trigger_words,
            width=160,
            min_width=132,
            stretch=2,
            sortable=False,
            fixed=True,
        ),
        Column(
            "channel",
            lambda: translate("PoliciesPanel", "Channel"),
            lambda step: Cell(channel_word(step.channel), icon=CHANNEL_ICONS.get(step.channel, "")),
            width=104,
            min_width=100,
            sortable=False,
        ),
        text_column(
            "template",
            lambda: translate("PoliciesPanel", "Template"),
            lambda step: template_word(step.template),
            tone="secondary",
            width=140,
            min_width=96,
            stretch=1,
            drop=3,
            sortable=False,
        ),
    ]


def _amounts(formats: Formats, base: Callable[[], str]) -> list[Column[DunningStep]]:
    def amount(minor: int, currency: str) -> Cell:
        if not minor:
            return Cell(DASH, tone="tertiary")
        return Cell(formats.money(minor, currency or base(), whole=True))

    return [
        Column(
            "minimum",
            lambda: translate("PoliciesPanel", "Minimum"),
            lambda step: amount(step.minimum, step.minimum_currency),
            width=90,
            min_width=80,
            align=Align.RIGHT,
            drop=1,
            sortable=False,
        ),
        Column(
            "fee",
            lambda: translate("PoliciesPanel", "Fee"),
            lambda step: amount(step.fee, step.fee_currency),
            width=80,
            min_width=64,
            align=Align.RIGHT,
            drop=2,
            sortable=False,
        ),
    ]


def _consequences() -> list[Column[DunningStep]]:
    return [
        Column(
            "interest",
            lambda: translate("PoliciesPanel", "Interest"),
            lambda step: Cell(treatment_short(step.treatment), tone="secondary"),
            width=108,
            min_width=104,
            drop=4,
            sortable=False,
        ),
        Column(
            "pay_by",
            lambda: translate("PoliciesPanel", "Pay by"),
            lambda step: Cell(_pay_by(step)) if step.pay_by_days else Cell(DASH, tone="tertiary"),
            width=104,
            min_width=88,
            align=Align.RIGHT,
            drop=5,
            sortable=False,
        ),
        Column(
            "marks",
            lambda: translate("PoliciesPanel", "With it"),
            _marks,
            width=120,
            min_width=112,
            sortable=False,
        ),
    ]


def _pay_by(step: DunningStep) -> str:
    return translate("PoliciesPanel", "{n} working d").format(n=step.pay_by_days)


def _marks(step: DunningStep) -> Cell:
    if step.hand_over:
        return Cell(hand_over_word(step.hand_over), chip="danger")
    if step.stop_shipment:
        return Cell(translate("PoliciesPanel", "Stop shipping"), chip="warn")
    return Cell("")
