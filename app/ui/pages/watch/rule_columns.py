"""Columns of the early-warning rules, and of what a rule would have found in the past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.models.columns import Cell, Column, day_column, text_column
from app.ui.pages.watch.alert_columns import TONES
from app.words import say
from app.words.alert_text import alert_sentence, rule_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.alert_history import Firing
    from app.services.watch_views import Called, RuleView
    from app.ui.formats import Formats

translate = QCoreApplication.translate


def rule_columns(formats: Formats) -> list[Column[RuleView]]:
    """Whether it is on, its name, when it fires, and its weight."""

    def on(view: RuleView) -> Cell:
        if view.rule.enabled:
            return Cell(translate("WarningRulesPanel", "On"), chip="good")
        return Cell(translate("WarningRulesPanel", "Off"), chip="neutral")

    def weight(view: RuleView) -> Cell:
        severity = view.rule.severity
        return Cell(say(f"alert_severity.{severity}", formats.lang), chip=TONES[severity])

    return [
        Column(
            "on", lambda: translate("WarningRulesPanel", "State"), on, width=64, min_width=56, sortable=False
        ),
        text_column(
            "rule",
            lambda: translate("WarningRulesPanel", "Rule"),
            lambda view: say(f"alert_rule.{view.rule.code}", formats.lang),
            strong=True,
            width=140,
            min_width=136,
            sortable=False,
            fixed=True,
        ),
        text_column(
            "when",
            lambda: translate("WarningRulesPanel", "Warns when"),
            lambda view: rule_sentence(view.rule.code.value, view.rule.thresholds, formats.lang),
            tone="secondary",
            width=240,
            min_width=170,
            stretch=1,
            sortable=False,
        ),
        Column(
            "weight",
            lambda: translate("WarningRulesPanel", "Weight"),
            weight,
            width=84,
            min_width=72,
            sortable=False,
            drop=2,
        ),
        Column(
            "own",
            lambda: translate("WarningRulesPanel", "Values"),
            lambda view: (
                Cell(translate("WarningRulesPanel", "Own"), chip="info")
                if view.changed
                else Cell(translate("WarningRulesPanel", "Shipped"), tone="tertiary")
            ),
            width=84,
            min_width=64,
            sortable=False,
            drop=1,
        ),
    ]


def firing_columns(formats: Formats, names: Mapping[int, Called]) -> list[Column[Firing]]:
    """When it would have fired for whom, what it would have said, and what followed."""

    def customer(firing: Firing) -> str:
        called = names.get(firing.warned.customer_id)
        return formats.name(called.name, called.name_en) if called else ""

    return [
        day_column(
            "on", lambda: translate("WarningRulesPanel", "Month end"), lambda one: one.warned.on, formats
        ),
        text_column(
            "customer",
            lambda: translate("WarningRulesPanel", "Customer"),
            customer,
            strong=True,
            width=150,
            min_width=100,
            stretch=1,
            fixed=True,
        ),
        text_column(
            "says",
            lambda: translate("WarningRulesPanel", "What it would have said"),
            lambda one: alert_sentence(one.warned.rule.value, one.warned.params, formats.lang),
            width=190,
            min_width=110,
            stretch=2,
            sortable=False,
            drop=1,
        ),
        Column(
            "followed",
            lambda: translate("WarningRulesPanel", "What followed"),
            lambda one: _followed(one, formats),
            value=lambda one: one.trouble.on if one.trouble else None,
            width=220,
            min_width=150,
            stretch=2,
        ),
    ]


def _followed(firing: Firing, formats: Formats) -> Cell:
    if firing.trouble is not None:
        word = say(f"trouble.{firing.trouble.kind}", formats.lang)
        return Cell(f"{formats.day(firing.trouble.on)} {word}", tone="danger")
    if firing.pending:
        return Cell(translate("WarningRulesPanel", "Too early to say"), tone="warn")
    return Cell(translate("WarningRulesPanel", "Nothing"), tone="tertiary")
