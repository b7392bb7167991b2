"""Columns of the overview: figure, this period, the one before, target, benchmark, status, explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.models.columns import DASH, Align, Cell, Column, text_column
from app.ui.pages.health.measures import said
from app.words.kpi_text import value_text

if TYPE_CHECKING:
    from app.domain.kpi_period import PeriodKind
    from app.services.health_views import HealthFigure
    from app.ui.formats import Formats

translate = QCoreApplication.translate


def figure_columns(formats: Formats, kind: PeriodKind) -> list[Column[HealthFigure]]:
    """As the page shows them, none sorted: their order is that of the page."""
    lang = formats.lang
    now, before = said.column_names(kind)

    def value(row: HealthFigure) -> Cell:
        if row.value is None:
            return Cell(translate("Measures", "no data"), tone="tertiary", tip=said.said_why(row, lang))
        return Cell(said.said_value(row, lang), strong=True)

    def dashed(text: str) -> Cell:
        return Cell(text or DASH, tone="secondary" if text else "tertiary")

    def benchmark(row: HealthFigure) -> Cell:
        if row.benchmark is None:
            return dashed("")
        tip = f"{said.measured(row.benchmark, lang)}\n{said.said_source(row.benchmark, formats)}"
        return Cell(value_text(row.benchmark.value, row.unit, lang), tone="secondary", tip=tip)

    def state(row: HealthFigure) -> Cell:
        return Cell(said.said_state(row.state, lang), tone=said.TONES.get(row.state, "tertiary"))

    def column(
        key: str, title: str, cell: object, width: int, least: int, drop: int = 0
    ) -> Column[HealthFigure]:
        return Column(key, lambda: title, cell, width=width, min_width=least, align=Align.RIGHT,  # type: ignore[arg-type]  # one of those above
                      drop=drop, sortable=False)  # fmt: skip

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
        column("now", now, value, 78, 68),
        column("before", before, lambda row: dashed(value_text(row.before, row.unit, lang)), 78, 68, 2),
        column(
            "target",
            translate("Measures", "Target"),
            lambda row: dashed(said.said_target(row.target, row.bound, row.unit, lang)),
            84,
            72,
        ),
        column("benchmark", translate("Measures", "Benchmark"), benchmark, 84, 68, 1),
        Column(
            "state",
            lambda: translate("Measures", "Status"),
            state,
            width=88,
            min_width=76,
            sortable=False,
        ),
        text_column(
            "note",
            lambda: translate("Measures", "Explanation"),
            lambda row: said.explanation(row, lang),
            tone="secondary",
            width=150,
            min_width=96,
            stretch=3,
            sortable=False,
            drop=3,
        ),
    ]
