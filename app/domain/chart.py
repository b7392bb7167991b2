"""A chart as values: what is drawn, with every label already in words; nothing here draws.

The same value is drawn on screen and on paper. Colours are named by role (``primary``, ``soft``, ``grey``,
``warn``, ``bucket:2/5``, ``grade:A``); what a role looks like is the drawer's affair. Values are floats
because they become lengths; the figures that are read stand beside them as texts.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Series:
    """One line or one layer of bars: a value for each place, None where there is none.

    ``texts`` are the values as they read; ``low`` and ``high``, where given, bound a range around them;
    ``roles``, where given, colour single bars of a column chart otherwise ("" as the rest).
    """

    name: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...] = ()
    role: str = "primary"
    low: tuple[float | None, ...] = ()
    high: tuple[float | None, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Level:
    """A line across the chart: ``kind`` target (dashed) or benchmark (solid grey).

    ``name`` stands at its right end and says the value too ("Target 75").
    """

    name: str
    value: float
    kind: str = "target"


@dataclass(frozen=True, slots=True)
class LineChart:
    """Lines over the same places; first and last values are written, and the places named below."""

    title: str
    places: tuple[str, ...]
    series: tuple[Series, ...]
    levels: tuple[Level, ...] = ()
    from_zero: bool = False


@dataclass(frozen=True, slots=True)
class ColumnChart:
    """Upright bars from zero, ``series`` stacked on each other; values below zero hang down.

    ``totals`` are written above each bar, ``marks`` (a holiday) above that; ``line`` runs over the bars
    (a running balance) on the same axis.
    """

    title: str
    places: tuple[str, ...]
    series: tuple[Series, ...]
    totals: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    line: Series | None = None


@dataclass(frozen=True, slots=True)
class BarRow:
    """One lying bar: its name at the left, its length, and what is written at its right, column by column.

    ``upto`` makes it begin elsewhere than at zero (a waterfall or a tornado): from ``value`` to ``upto``.
    """

    name: str
    value: float
    texts: tuple[str, ...] = ()
    role: str = "primary"
    upto: float = 0.0


@dataclass(frozen=True, slots=True)
class BarChart:
    """Lying bars from zero with columns of text at their right; ``heads`` name the columns."""

    title: str
    rows: tuple[BarRow, ...]
    heads: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a scatter: where it lies, its name, and how it is marked."""

    name: str
    x: float
    y: float
    role: str = "primary"
    joined: bool = False


@dataclass(frozen=True, slots=True)
class PointChart:
    """Named points in a plane; those ``joined`` are connected in the order given (a frontier)."""

    title: str
    x_name: str
    y_name: str
    points: tuple[Point, ...]
    x_texts: tuple[str, str] = ("", "")
    y_texts: tuple[str, str] = ("", "")


Chart = LineChart | ColumnChart | BarChart | PointChart
