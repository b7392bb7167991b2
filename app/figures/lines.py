"""Lines over places: first and last values written, targets and benchmarks named at the right end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from app.domain.chart import LineChart, Series
from app.figures import axes, faces
from app.figures.axes import EndName, Plot
from app.figures.scale import Scale, drawable, finite, scale, spread
from app.figures.sheet import AXIS, VALUE, At, Sheet, Stroke, label

_HEAD, _UNDER, _EDGE = 16.0, 15.0, 4.0
_MOST_DOTS = 26
_FIRSTS = 0.2
_OFF = (5.5, 12.0, 20.0)


def draw(sheet: Sheet, chart: LineChart) -> None:
    """Draw the chart over the whole sheet."""
    several = len(chart.series) > 1
    lines = [_points_of(each) for each in chart.series]
    values = _values(chart, sheet)
    plot = _plot(sheet, chart, several=several)
    count = len(chart.places)
    middles = [_across(plot, place, count) for place in range(count)]
    sheet.line([(plot.left - _EDGE, plot.bottom), (plot.right, plot.bottom)], "grid", 1.0, order=0.7)
    axes.draw_levels(sheet, plot, chart.levels, values)
    for each in reversed(chart.series):
        _range(sheet, each, middles, values)
    for each in reversed(chart.series):
        _line(sheet, each, middles, values)
    ends = axes.level_names(chart.levels, values)
    if several:
        ends = [*_ends(chart.series, values), *ends]
    axes.write_ends(sheet, plot, ends)
    axes.write_places(sheet, chart.places, middles, plot)
    if several:
        _write_firsts(sheet, plot, chart.series, values)
    elif chart.series and lines[0]:
        _write_values(sheet, chart.series[0], middles, values, plot, chart)
    axes.bands(sheet, plot, middles)


def _points_of(series: Series) -> list[int]:
    """Places that have a value."""
    return [place for place, value in enumerate(series.values) if finite(value) is not None]


def _values(chart: LineChart, sheet: Sheet) -> Scale:
    """What the height spans: every value, every bound, every level."""
    every = [value for each in chart.series for value in drawable((*each.values, *each.low, *each.high))]
    every += drawable(each.value for each in chart.levels)
    bottom = axes.FOOT + (2.0 if chart.from_zero else _UNDER)
    return scale(every, bottom, max(bottom + 8, sheet.high - _HEAD), zero=chart.from_zero)


def _plot(sheet: Sheet, chart: LineChart, *, several: bool) -> Plot:
    """Where the lines run: between the first values of several lines and what is named at the right."""
    names = [(each.name, "") for each in chart.levels]
    left = _EDGE + 1
    if several:
        names += [(each.name, _text(each, -1)) for each in chart.series]
        firsts = max((faces.width(_text(each, 0), AXIS) for each in chart.series), default=0.0)
        left += min(firsts + 4, sheet.wide * _FIRSTS)
    right = sheet.wide - max(axes.gutter(sheet, names), _EDGE + 2)
    return Plot(left, max(right, left + 10), axes.FOOT, sheet.high - _HEAD)


def _across(plot: Plot, place: int, count: int) -> float:
    """Where a place lies; a single one at the right end, where its value is looked for."""
    return plot.left + (plot.right - plot.left) * (place / (count - 1) if count > 1 else 1.0)


def _text(series: Series, which: int) -> str:
    """The first (0) or last (-1) value as it reads."""
    known = _points_of(series)
    if not known or known[which] >= len(series.texts):
        return ""
    return series.texts[known[which]]


def _range(sheet: Sheet, series: Series, middles: Sequence[float], values: Scale) -> None:
    """The range around a line, softly; broken where a bound is missing."""
    run: list[tuple[float, float, float]] = []
    bounds = [*zip(middles, series.low, series.high, strict=False), (0.0, None, None)]
    for x, low, high in bounds:
        below, above = finite(low), finite(high)
        if below is not None and above is not None:
            run.append((x, values.at(below), values.at(above)))
            continue
        if len(run) > 1:
            shape = [(x, y) for x, y, _ in run] + [(x, y) for x, _, y in reversed(run)]
            sheet.area(shape, "soft", alpha=0.35)
        run = []


def _line(sheet: Sheet, series: Series, middles: Sequence[float], values: Scale) -> None:
    """The line, broken where a value is missing; a dot on each value, a larger one on the last."""
    known = _points_of(series)
    points = {place: (middles[place], values.at(series.values[place] or 0.0)) for place in known}
    run: list[At] = []
    for place in range(len(middles) + 1):
        if place in points:
            run.append(points[place])
            continue
        if len(run) > 1:
            sheet.line(run, series.role, 1.75)
        run = []
    lonely = [place for place in known if place - 1 not in points and place + 1 not in points]
    for place in known if len(middles) <= _MOST_DOTS else lonely:
        sheet.dot(*points[place], 2.0, series.role)
    if known:
        sheet.dot(*points[known[-1]], 3.2, series.role)


def _ends(series: Sequence[Series], values: Scale) -> list[EndName]:
    """Names of several lines with their last values."""
    found = []
    for each in series:
        known = _points_of(each)
        if known:
            last = each.values[known[-1]] or 0.0
            found.append(EndName(each.name, _text(each, -1), values.at(last), "secondary", each.role))
    return found


def _write_firsts(sheet: Sheet, plot: Plot, series: Sequence[Series], values: Scale) -> None:
    """First values of several lines, left of where they begin."""
    named = [(_text(each, 0), each.values[_points_of(each)[0]] or 0.0) for each in series if _points_of(each)]
    low, high = plot.bottom, sheet.high - AXIS
    named = named[: max(1, int((high - low) / axes.LINE) + 1)]
    heights = spread([values.at(value) - AXIS * 0.35 for _, value in named], axes.LINE, low, high)
    room = plot.left - _EDGE - 2
    for (text, _), height in zip(named, heights, strict=True):
        sheet.offer(label(faces.clipped(text, AXIS, room), room, height, align=1.0))


def _write_values(
    sheet: Sheet, series: Series, middles: Sequence[float], values: Scale, plot: Plot, chart: LineChart
) -> None:
    """First and last value of a lone line, above or below its end: wherever it hides least."""
    known = _points_of(series)
    at = [(middles[place], values.at(series.values[place] or 0.0)) for place in known]
    across = [values.at(each.value) for each in chart.levels if finite(each.value) is not None]
    hidden = [Stroke(a, b) for a, b in pairwise(at)]
    hidden += [Stroke((plot.left, y), (plot.right, y)) for y in across]
    last, first = _text(series, -1), _text(series, 0)
    _place(sheet, last, at[-1], hidden, size=VALUE, bold=True)
    if len(known) > 1:
        _place(sheet, first, at[0], hidden, size=AXIS, bold=False)


def _place(sheet: Sheet, text: str, at: At, hidden: Sequence[Stroke], *, size: float, bold: bool) -> None:
    """Write a value above or below its point, further off where it must be."""
    text = faces.clipped(text, size, sheet.wide * 0.6, bold=bold)
    if not text:
        return
    wide = faces.width(text, size, bold=bold)
    x = min(max(at[0] - wide / 2, 1.0), sheet.wide - wide - 1)
    tries = [
        label(text, x, y, size=size, bold=bold, role="text")
        for off in _OFF
        for y in (at[1] + off, at[1] - off - size * 0.72)
    ]
    free = [one for one in tries if one.box.bottom >= axes.FOOT - 1 and sheet.free(one.box)]
    if free:
        sheet.write(min(free, key=lambda one: sum(stroke.crosses(one.box) for stroke in hidden)))
