"""Columns of the inbox of early warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.alert_rules import Severity
from app.ui.models.columns import DASH, Align, Cell, Column, day_column, text_column
from app.words import say
from app.words.alert_text import alert_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.scorecard import Grade
    from app.services.watch_views import AlertView
    from app.ui.formats import Formats

translate = QCoreApplication.translate
TONES = {Severity.HIGH: "danger", Severity.MEDIUM: "warn", Severity.LOW: "neutral"}
STATE_TONES = {"new": "info", "acknowledged": "neutral", "snoozed": "warn", "acted": "good"}
_WEIGHTS = {severity: place for place, severity in enumerate(Severity)}


def sentence_of(view: AlertView, lang: str) -> str:
    """What a warning says, with its figures."""
    return alert_sentence(view.rule.value, view.params, lang)


def state_words(view: AlertView, formats: Formats) -> str:
    """Where a warning stands; one put off says until when."""
    word = say(f"alert_state.{view.state}", formats.lang)
    if view.state == "snoozed" and view.alert.until is not None:
        return f"{word} {formats.day_short(view.alert.until)}"
    return word


def alert_columns(formats: Formats, grades: Mapping[int, Grade]) -> list[Column[AlertView]]:
    """Weight, customer with its grade, rule, what it says, since when, and where it stands."""
    return [
        Column(
            "severity",
            lambda: translate("AlertsPanel", "Weight"),
            lambda view: Cell(
                say(f"alert_severity.{view.severity}", formats.lang), chip=TONES[view.severity]
            ),
            value=lambda view: _WEIGHTS[view.severity],
            width=84,
            min_width=72,
        ),
        text_column(
            "customer",
            lambda: translate("AlertsPanel", "Customer"),
            lambda view: formats.name(view.customer.name, view.customer.name_en),
            strong=True,
            width=170,
            min_width=110,
            stretch=1,
            fixed=True,
        ),
        _grade(grades),
        text_column(
            "rule",
            lambda: translate("AlertsPanel", "Rule"),
            lambda view: say(f"alert_rule.{view.rule.value}", formats.lang),
            width=132,
            min_width=90,
            drop=2,
        ),
        text_column(
            "says",
            lambda: translate("AlertsPanel", "What it says"),
            lambda view: sentence_of(view, formats.lang),
            width=300,
            min_width=170,
            stretch=3,
            fixed=True,
            sortable=False,
        ),
        day_column("on", lambda: translate("AlertsPanel", "Found"), lambda view: view.alert.on, formats),
        Column(
            "state",
            lambda: translate("AlertsPanel", "State"),
            lambda view: Cell(state_words(view, formats), chip=STATE_TONES.get(view.state, "neutral")),
            value=lambda view: view.state,
            width=120,
            min_width=96,
            drop=1,
        ),
    ]


def _grade(grades: Mapping[int, Grade]) -> Column[AlertView]:
    def cell(view: AlertView) -> Cell:
        grade = grades.get(view.alert.customer_id)
        return Cell(grade.value, chip=f"grade.{grade.value}") if grade else Cell(DASH, tone="tertiary")

    return Column(
        "grade",
        lambda: translate("AlertsPanel", "Grade"),
        cell,
        value=lambda view: grades[view.alert.customer_id].value if view.alert.customer_id in grades else None,
        width=60,
        min_width=52,
        align=Align.CENTER,
        drop=3,
    )
