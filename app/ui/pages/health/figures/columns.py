"""Columns of all figures: name, eight periods side by side, target, status."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.models.columns import Align, Cell, Column
from app.ui.pages.health.measures import said
from app.ui.pages.health.overview.columns import state_column, value_cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.kpi_period import Period
    from app.services.health_views import HealthFigure
    from app.ui.formats import Formats

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure in its periods, the oldest first; or the head of a ``group`` (no figures)."""

    number: int
    group: str = ""
    figures: tuple[HealthFigure, ...] = ()

    @property
    def now(self) -> HealthFigure | None:
        """The figure of the period in view."""
        return self.figures[-1] if self.figures else None


def line_columns(formats: Formats, periods: Sequence[Period]) -> list[Column[FigureLine]]:
    """The oldest periods leave first where there is no room."""
    lang = formats.lang

    def name(row: FigureLine) -> Cell:
        if row.now is None:
            return Cell(said.group_name(row.group), tone="accent", strong=True)
        return Cell(said.figure_name(row.now.key, lang))

    columns: list[Column[FigureLine]] = [
        Column(
            "figure",
            lambda: translate("Measures", "Figure"),
            name,
            width=210,
            min_width=160,
            stretch=2,
            fixed=True,
            sortable=False,
        )
    ]
    last = len(periods) - 1
    columns += [
        Column(
            f"p{place}",
            partial(str, said.period_head(period)),
            partial(_value, place, lang, last),
            plain=partial(_plain, place),
            width=80,
            min_width=80,
            stretch=1,
            align=Align.RIGHT,
            drop=0 if place >= last - 1 else place + 1,
            sortable=False,
        )
        for place, period in enumerate(periods)
    ]
    return [*columns, _target(lang), _state(lang)]


def _value(place: int, lang: str, last: int, row: FigureLine) -> Cell:
    if row.now is None:
        return Cell("")
    return value_cell(row.figures[place], lang, strong=place == last)


def _plain(place: int, row: FigureLine) -> str:
    value = row.figures[place].value if row.figures else None
    return "" if value is None else f"{value:f}"


def _target(lang: str) -> Column[FigureLine]:
    def cell(row: FigureLine) -> Cell:
        one = row.now
        return (
            Cell(said.said_target(one.target, one.bound, one.unit, lang), tone="secondary")
            if one
            else Cell("")
        )

    return Column(
        "target",
        lambda: translate("Measures", "Target"),
        cell,
        width=84,
        min_width=74,
        align=Align.RIGHT,
        sortable=False,
    )


def _state(lang: str) -> Column[FigureLine]:
    of = state_column(lang)
    return Column(
        of.key,
        of.title,
        lambda row: of.cell(row.now) if row.now is not None else Cell(""),
        width=of.width,
        min_width=of.min_width,
        sortable=False,
    )
