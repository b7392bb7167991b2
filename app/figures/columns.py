"""Upright bars from zero, stacked, with their totals above and a line over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.domain.chart import ColumnChart, Series
from app.figures import axes, faces
from app.figures.axes import EndName, Plot
from app.figures.scale import Scale, drawable, finite, first_last_then, scale
from app.figures.sheet import AXIS, VALUE, At, Box, Sheet, Stroke, label

_FULL, _WIDEST, _SLIT = 0.62, 30.0, 0.75
_MARK, _TOTAL = 11.0, 13.0
_HIGHER = (4.0, 8.0, 12.0)
_SWATCH, _NAMES, _BETWEEN = 7.0, 15.0, 14.0


def draw(sheet: Sheet, chart: ColumnChart) -> None:
    """Draw the chart over the whole sheet."""
    head = _write_names(sheet, chart)
    plot = _plot(sheet, chart, head)
    stacks = [_stack(chart.series, place) for place in range(len(chart.places))]
    values = _values(chart, stacks, plot)
    middles = [plot.middle(place, len(chart.places)) for place in range(len(chart.places))]
    wide = _wide(plot, len(middles))
    bars = [
        bar
        for place, middle in enumerate(middles)
        for bar in _column(sheet, chart.series, place, middle, wide, values)
    ]
    zero = values.at(0.0)
    sheet.line([(plot.left, zero), (plot.right, zero)], "muted", 1.0, order=1.5)
    across = axes.draw_levels(sheet, plot, chart.levels, values)
    ends = axes.level_names(chart.levels, values)
    if chart.line is not None:
        ends = [*_line(sheet, chart.line, middles, values), *ends]
    axes.write_ends(sheet, plot, ends)
    axes.write_places(sheet, chart.places, middles, plot)
    strokes = _strokes(chart.line, middles, values)
    strokes += [Stroke((plot.left, height), (plot.right, height)) for height in across]
    room = _Room(sheet, bars, strokes)
    _write_totals(room, chart, stacks, middles, values)
    axes.bands(sheet, plot, middles)


def _stack(series: Sequence[Series], place: int) -> tuple[float, float]:
    """How far the bars of a place reach below and above zero."""
    each = [finite(one.values[place]) or 0.0 for one in series if place < len(one.values)]
    return sum(value for value in each if value < 0), sum(value for value in each if value > 0)


def _plot(sheet: Sheet, chart: ColumnChart, head: float) -> Plot:
    """Where the bars stand: below the names, the totals and the marks."""
    names = [(each.name, "") for each in chart.levels]
    if chart.line is not None:
        names.append((chart.line.name, _last_text(chart.line)))
    above = (_TOTAL if chart.totals else 4.0) + (_MARK if any(chart.marks) else 0.0)
    right = sheet.wide - axes.gutter(sheet, names)
    bottom = axes.FOOT
    return Plot(0.0, max(right, 20.0), bottom, max(bottom + 10, sheet.high - head - above))


def _values(chart: ColumnChart, stacks: Sequence[tuple[float, float]], plot: Plot) -> Scale:
    """What the height spans; zero is always in it."""
    every = [bound for stack in stacks for bound in stack] + drawable(each.value for each in chart.levels)
    if chart.line is not None:
        every += drawable(chart.line.values)
    return scale(drawable(every), plot.bottom + 2, plot.top, zero=True)


def _wide(plot: Plot, count: int) -> float:
    return min((plot.right - plot.left) / max(1, count) * _FULL, _WIDEST)


def _column(
    sheet: Sheet, series: Sequence[Series], place: int, middle: float, wide: float, values: Scale
) -> list[_Bar]:
    """The bars of one place: those above zero upwards in order, those below it down."""
    reached, drawn = {True: 0.0, False: 0.0}, []
    for each in series:
        value = finite(each.values[place]) if place < len(each.values) else None
        if not value:
            continue
        up = value > 0
        start, reached[up] = reached[up], reached[up] + value
        low, high = sorted((values.at(start), values.at(reached[up])))
        slit = _SLIT if start and high - low > 2 * _SLIT else 0.0
        box = Box(middle - wide / 2, low + (slit if up else 0), middle + wide / 2, high - (0 if up else slit))
        role = each.roles[place] if place < len(each.roles) and each.roles[place] else each.role
        sheet.block(box, role)
        drawn.append(_Bar(place, box, role))
    return drawn


def _write_names(sheet: Sheet, chart: ColumnChart) -> float:
    """Names of several layers once above, each beside its colour; how high they stand."""
    named = [each for each in chart.series if each.name] if len(chart.series) > 1 else []
    x, y = 0.0, sheet.high - AXIS - 2
    for each in named:
        name = faces.clipped(each.name, AXIS, sheet.wide - _SWATCH - 6)
        wide = _SWATCH + 4 + faces.width(name, AXIS)
        if x and x + wide > sheet.wide:
            x, y = 0.0, y - _NAMES + 2
        if y < sheet.high / 2:
            break
        sheet.block(Box(x, y - 0.5, x + _SWATCH, y - 0.5 + _SWATCH), each.role)
        sheet.write(label(name, x + _SWATCH + 4, y, role="secondary"))
        x += wide + _BETWEEN
    return sheet.high - y + 5 if named else 0.0


def _last_text(line: Series) -> str:
    known = [place for place, value in enumerate(line.values) if finite(value) is not None]
    return line.texts[known[-1]] if known and known[-1] < len(line.texts) else ""


def _points(line: Series, middles: Sequence[float], values: Scale) -> list[At]:
    """Where the line over the bars runs."""
    return [
        (middle, values.at(height))
        for middle, value in zip(middles, line.values, strict=False)
        if (height := finite(value)) is not None
    ]


def _strokes(line: Series | None, middles: Sequence[float], values: Scale) -> list[Stroke]:
    """The line's pieces, which no total may hide."""
    points = _points(line, middles, values) if line is not None else []
    return [Stroke(start, stop) for start, stop in pairwise(points)]


@dataclass(frozen=True, slots=True)
class _Bar:
    """A bar as it was drawn."""

    place: int
    box: Box
    role: str


@dataclass(frozen=True, slots=True)
class _Room:
    """The sheet with what may not be hidden on it."""

    sheet: Sheet
    bars: Sequence[_Bar]
    strokes: Sequence[Stroke]

    def offer(self, text: str, middle: float, y: float, size: float, *, bold: bool) -> bool:
        """Write about a middle if it hides nothing, drawn in at the sheet's ends; whether all is said."""
        if not text:
            return True
        half = faces.width(text, size, bold=bold) / 2
        x = min(max(middle, half), self.sheet.wide - half)
        one = label(text, x, y, size=size, bold=bold, role="text" if bold else "tertiary", align=0.5)
        hides = any(one.box.meets(bar.box) for bar in self.bars)
        return not hides and not self._crossed(one.box) and self.sheet.offer(one)

    def inside(self, text: str, place: int) -> bool:
        """Write a total into the end of its bar, in the colour that reads better there."""
        up = [bar for bar in self.bars if bar.place == place and text]
        if not up:
            return False
        last = max(up, key=lambda bar: bar.box.top)
        box, role = last.box, self.sheet.palette.on(last.role)
        middle = (box.left + box.right) / 2
        one = label(text, middle, box.top - VALUE - 2, size=VALUE, bold=True, role=role, align=0.5)
        fits = one.box.left >= box.left and one.box.right <= box.right and one.box.bottom >= box.bottom
        return fits and not self._crossed(one.box) and self.sheet.offer(one)

    def _crossed(self, box: Box) -> bool:
        return any(stroke.crosses(box) for stroke in self.strokes)


def _line(sheet: Sheet, line: Series, middles: Sequence[float], values: Scale) -> list[EndName]:
    """The line over the bars; what stands at its right end."""
    points = _points(line, middles, values)
    if not points:
        return []
    sheet.line(points, line.role, 1.75, order=3)
    sheet.dot(*points[-1], 3.0, line.role, order=3.5)
    return [EndName(line.name, _last_text(line), points[-1][1], "secondary", line.role)]


def _write_totals(
    room: _Room,
    chart: ColumnChart,
    stacks: Sequence[tuple[float, float]],
    middles: Sequence[float],
    values: Scale,
) -> None:
    """Totals above their bars (below those that hang), marks above them; what tells most comes first."""
    sums = [low + high for low, high in stacks]
    slot = middles[1] - middles[0] if len(middles) > 1 else room.sheet.wide
    for place in first_last_then(len(middles), sums):
        low, high = stacks[place]
        total = chart.totals[place] if place < len(chart.totals) else ""
        hangs = high == 0 and low < 0
        y = values.at(low) - VALUE - 1 if hangs else values.at(high) + 4
        if room.offer(total, middles[place], y, VALUE, bold=True) or hangs or room.inside(total, place):
            continue
        if faces.width(total, VALUE, bold=True) <= slot:  # a wider one would seem another bar's
            any(room.offer(total, middles[place], y + more, VALUE, bold=True) for more in _HIGHER)
    for place, mark in enumerate(chart.marks[: len(middles)]):
        y = values.at(stacks[place][1]) + 4
        tries = (y + _TOTAL, y, values.stop + 4 + (_TOTAL if chart.totals else 0.0))
        any(room.offer(mark, middles[place], each, AXIS, bold=False) for each in tries)
