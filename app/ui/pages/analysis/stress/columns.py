"""Columns of the scenarios, the tornado, and the same figures as a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.chart import BarChart, BarRow
from app.domain.money import Money, to_major
from app.domain.table import ColumnKind, Table, TableColumn
from app.ui.models.columns import DASH, Align, Cell, Column, text_column
from app.ui.pages.analysis.stress.naming import scenario_name, shocks_text
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.services.stress_views import StressGround, StressOutcome
    from app.ui.formats import Formats

FIGURES = ("loss", "indemnity", "net", "delayed", "provision", "uncovered", "cash", "equity")
"""What the table shows of a scenario; the drawer shows ``ALL``."""
ALL = ("loss", "indemnity", "net", "missing", "delayed", "provision", "uncovered", "cash", "equity")
LEFT = frozenset({"cash", "equity"})
_DROPS = {"uncovered": 1, "provision": 2, "delayed": 3, "indemnity": 4}


@dataclass(frozen=True, slots=True)
class StressRow:
    """A scenario in the table; ``key`` is the same from one reading to the next."""

    key: int
    outcome: StressOutcome


def figure_cell(name: str, minor: int | None, currency: str, formats: Formats) -> Cell:
    """A figure; what is left below zero stands in a red chip with its minus sign."""
    if minor is None or (minor == 0 and name not in LEFT):
        return Cell(DASH, tone="tertiary")
    text = formats.whole(minor, currency)
    if name in LEFT and minor < 0:
        return Cell(text, chip="danger")
    return Cell(text, strong=name == "net")


def stress_columns(ground: StressGround, formats: Formats) -> list[Column[StressRow]]:
    """Scenario, then what it takes and what is left."""
    columns: list[Column[StressRow]] = [
        text_column(
            "scenario",
            lambda: say("stress_column.scenario", formats.lang),
            lambda row: scenario_name(row.outcome.scenario, formats.lang),
            strong=True,
            width=230,
            min_width=190,
            stretch=1,
            fixed=True,
        )
    ]
    return [*columns, *(_column(name, ground, formats) for name in FIGURES)]


def _column(name: str, ground: StressGround, formats: Formats) -> Column[StressRow]:
    def value(row: StressRow) -> int | None:
        found: int | None = getattr(row.outcome.result, name)
        return found

    return Column(
        name,
        _title(name, formats),
        lambda row: figure_cell(name, value(row), ground.currency, formats),
        value=lambda row: value(row) or 0,
        plain=lambda row: _raw(value(row), ground.currency),
        width=108,
        min_width=88,
        align=Align.RIGHT,
        drop=_DROPS.get(name, 0),
        descending_first=True,
    )


def _title(name: str, formats: Formats) -> Callable[[], str]:
    return lambda: say(f"stress_column.{name}", formats.lang)


def _raw(minor: int | None, currency: str) -> str:
    return "" if minor is None else f"{to_major(minor, currency):f}"


def tornado(
    outcomes: Sequence[StressOutcome], ground: StressGround, title: str, formats: Formats
) -> BarChart:
    """What each scenario costs: loss borne, money late and more provision; the costliest first."""
    rows = [
        BarRow(
            scenario_name(one.scenario, formats.lang),
            float(to_major(one.result.cost, ground.currency)),
            (formats.whole(one.result.cost, ground.currency),),
            "warn" if one.result.breaks else "primary",
        )
        for one in outcomes
        if one.result.cost
    ]
    return BarChart(title, tuple(rows))


def data_of(
    outcomes: Sequence[StressOutcome], ground: StressGround, formats: Formats
) -> tuple[list[str], list[list[str]]]:
    """The figures behind the tornado."""
    heads = [
        say(f"stress_column.{name}", formats.lang) for name in ("scenario", "net", "delayed", "provision")
    ]
    rows = [
        [
            scenario_name(one.scenario, formats.lang),
            *(
                formats.whole(getattr(one.result, name), ground.currency)
                for name in ("net", "delayed", "provision")
            ),
        ]
        for one in outcomes
    ]
    return heads, rows


def as_table(
    outcomes: Sequence[StressOutcome],
    ground: StressGround,
    title: str,
    lines: Sequence[str],
    formats: Formats,
) -> Table:
    """The scenarios as a file shows them."""
    heads = [
        TableColumn("scenario", say("stress_column.scenario", formats.lang)),
        TableColumn("shocks", say("stress_column.shocks", formats.lang)),
        *(
            TableColumn(
                name, say(f"stress_column.{name}", formats.lang), ColumnKind.MONEY, zero_dash=name not in LEFT
            )
            for name in ALL
        ),
    ]

    def money(minor: int | None) -> Money | None:
        return None if minor is None else Money(minor, ground.currency)

    rows = tuple(
        (
            scenario_name(one.scenario, formats.lang),
            shocks_text(one.scenario, ground, formats),
            *(money(getattr(one.result, name)) for name in ALL),
        )
        for one in outcomes
    )
    return Table(title, tuple(heads), rows, subtitle=tuple(lines))
