"""Columns of the overview: figure, this period, the one before, target, benchmark, status, explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.models.columns import DASH, Align, Cell, Column, text_column
from app.ui.pages.health.measures import said
from app.ui.pages.health.measures.values import value_text
from app.ui.writing import in_force

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.kpi_period import PeriodKind
    from app.services.health_views import HealthFigure
    from app.ui.formats import Formats

translate = QCoreApplication.translate
STATE_WIDE = {"zh": 86, "en": 104}
"""The widest word of a status with its mark, in pixels."""


def figure_columns(formats: Formats, kind: PeriodKind) -> list[Column[HealthFigure]]:
    """As the page shows them, none sorted: their order is that of the page."""
    lang = formats.lang
    now, before = said.column_names(kind)
    return [
        text_column(
            "figure",
            lambda: translate("Measures", "Figure"),
            lambda row: said.figure_name(row.key, lang),
            strong=True,
            width=196,
            min_width=128,
            stretch=2,
            fixed=True,
            sortable=False,
        ),
        _number("now", now, lambda row: value_cell(row, lang)),
        _number("before", before, lambda row: _dashed(value_text(row.before, row.unit, lang)), drop=2),
        _number(
            "target",
            translate("Measures", "Target"),
            lambda row: _dashed(said.said_target(row.target, row.bound, row.unit, lang)),
        ),
        _number(
            "benchmark", translate("Measures", "Benchmark"), lambda row: _benchmark(row, formats), drop=1
        ),
        state_column(lang),
        text_column(
            "note",
            lambda: translate("Measures", "Explanation"),
            lambda row: in_force().grouped(said.explanation(row, lang)),
            tone="secondary",
            width=150,
            min_width=96,
            stretch=3,
            sortable=False,
            drop=3,
        ),
    ]


def value_cell(row: HealthFigure, lang: str, *, strong: bool = True) -> Cell:
    """A figure's value; where there is none its tool tip says why."""
    if row.value is None:
        return Cell(translate("Measures", "no data"), tone="tertiary", tip=said.said_why(row, lang))
    return Cell(said.said_value(row, lang), strong=strong)


def state_column(lang: str) -> Column[HealthFigure]:
    """A shape and a word, in the colour of both."""
    return Column(
        "state",
        lambda: translate("Measures", "Status"),
        lambda row: Cell(said.said_state(row, lang), tone=said.TONES.get(row.state, "tertiary")),
        width=STATE_WIDE[lang],
        min_width=STATE_WIDE[lang] - 6,
        sortable=False,
    )


def _dashed(text: str) -> Cell:
    return Cell(text or DASH, tone="secondary" if text else "tertiary")


def _benchmark(row: HealthFigure, formats: Formats) -> Cell:
    if row.benchmark is None:
        return _dashed("")
    tip = f"{said.measured(row.benchmark, formats.lang)}\n{said.said_source(row.benchmark, formats)}"
    return Cell(value_text(row.benchmark.value, row.unit, formats.lang), tone="secondary", tip=tip)


def _number(
    key: str, title: str, cell: Callable[[HealthFigure], Cell], *, drop: int = 0
) -> Column[HealthFigure]:
    return Column(
        key, lambda: title, cell, width=80, min_width=68, align=Align.RIGHT, drop=drop, sortable=False
    )
