"""Lying bars from zero: names at the left, columns of figures at the right, lines down through them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.chart import BarChart, BarRow, Level
from app.figures import faces
from app.figures.axes import Plot
from app.figures.scale import Scale, drawable, finite, scale
from app.figures.sheet import AXIS, VALUE, Box, Label, Region, Sheet, label

_NAMES, _NAMES_NARROW, _BARS, _GAP, _LINE = 0.36, 0.27, 0.22, 10.0, 12.5
_FULL, _WIDEST, _LEAST = 0.56, 15.0, 11.5


def draw(sheet: Sheet, chart: BarChart) -> None:
    """Draw the chart over the whole sheet."""
    at_end = not chart.heads and all(len(row.texts) <= 1 for row in chart.rows)
    columns = [] if at_end else _columns(chart)
    name_wide = min(
        max((faces.width(row.name, VALUE) for row in chart.rows), default=0.0), sheet.wide * _NAMES
    )
    if sheet.wide - name_wide - sum(columns) < sheet.wide * _BARS:
        name_wide = min(name_wide, sheet.wide * _NAMES_NARROW)
    while len(columns) > 1 and sheet.wide - name_wide - sum(columns) < sheet.wide * _BARS:
        columns.pop()  # what stands last is in the table behind the chart
    right = max(sheet.wide - sum(columns), name_wide + 40)
    plot = Plot(name_wide + _GAP if name_wide else 0.0, right, 0.0, sheet.high)
    plot = _ends_apart(plot, chart.rows) if at_end else plot
    values = _values(chart, plot)
    heads = [*_heads(sheet, chart.heads, columns), *_level_names(sheet, chart.levels, values)]
    plot = replace(plot, top=sheet.high - _write_heads(sheet, heads))
    pitch = (plot.top - plot.bottom) / max(1, len(chart.rows))
    step = max(1, -int(-_LEAST // max(pitch, 0.1)))
    for place, row in enumerate(chart.rows):
        middle = plot.top - pitch * (place + 0.5)
        box = _bar(sheet, row, middle, min(pitch * _FULL, _WIDEST), values)
        if place % step == 0:
            _write(sheet, row, middle, box, columns, name_wide)
        sheet.regions.append(Region(place, Box(0, middle - pitch / 2, sheet.wide, middle + pitch / 2)))
    if chart.rows:
        zero = values.at(0.0)
        sheet.line([(zero, plot.bottom), (zero, plot.top)], "muted", 0.8, order=1.5)
    _levels(sheet, chart.levels, values, plot)


def _columns(chart: BarChart) -> list[float]:
    """Width of each column of figures, the gap before it included."""
    count = max([len(chart.heads), *(len(row.texts) for row in chart.rows)], default=0)
    wide = []
    for column in range(count):
        texts = [
            faces.width(row.texts[column], VALUE, bold=column == 0)
            for row in chart.rows
            if column < len(row.texts)
        ]
        head = faces.width(chart.heads[column], AXIS) if column < len(chart.heads) else 0.0
        wide.append(max([head, *texts]) + _GAP)
    return wide


def _ends_apart(plot: Plot, rows: Sequence[BarRow]) -> Plot:
    """Room beside the bars for what is written at their ends."""
    texts = [(row, row.texts[0]) for row in rows if row.texts]
    after = max(
        (faces.width(text, VALUE, bold=True) for row, text in texts if row.value >= row.upto), default=0.0
    )
    before = max(
        (faces.width(text, VALUE, bold=True) for row, text in texts if row.value < row.upto), default=0.0
    )
    left = plot.left + (before + 6 if before else 0.0)
    right = plot.right - (after + 6 if after else 0.0)
    return Plot(left, max(right, left + 20), plot.bottom, plot.top)


def _values(chart: BarChart, plot: Plot) -> Scale:
    """What the width spans; zero is always in it."""
    every = [bound for row in chart.rows for bound in (row.value, row.upto)]
    every += [each.value for each in chart.levels]
    return scale(drawable(every), plot.left, plot.right, zero=True)


def _bar(sheet: Sheet, row: BarRow, middle: float, high: float, values: Scale) -> Box:
    """The bar itself; where it was drawn."""
    ends = (values.at(finite(row.value) or 0.0), values.at(finite(row.upto) or 0.0))
    box = Box(min(ends), middle - high / 2, max(ends), middle + high / 2)
    sheet.block(box, row.role)
    return box


def _write(
    sheet: Sheet, row: BarRow, middle: float, box: Box, columns: Sequence[float], name_wide: float
) -> None:
    """Name at the left; figures in their columns, or one at the bar's end."""
    y = middle - VALUE * 0.35
    name = faces.clipped(row.name, VALUE, name_wide + 0.5)
    sheet.write(label(name, 0, y, size=VALUE, role="text"))
    if not columns and row.texts:
        after = row.value >= row.upto
        x = box.right + 4 if after else box.left - 4
        sheet.offer(
            label(row.texts[0], x, y, size=VALUE, bold=True, role="text", align=0.0 if after else 1.0)
        )
    x = sheet.wide - sum(columns)
    for column, text in enumerate(row.texts[: len(columns)]):
        x += columns[column]
        bold = column == 0
        sheet.offer(
            label(text, x - 1, y, size=VALUE, bold=bold, role="text" if bold else "secondary", align=1.0)
        )


def _heads(sheet: Sheet, heads: Sequence[str], columns: Sequence[float]) -> list[Label]:
    """Names of the columns of figures."""
    x, found = sheet.wide - sum(columns), []
    for column, text in enumerate(heads[: len(columns)]):
        x += columns[column]
        found.append(label(text, x - 1, 0.0, align=1.0))
    return found


def _level_names(sheet: Sheet, levels: Sequence[Level], values: Scale) -> list[Label]:
    """Names of the lines down through the bars, each over its line."""
    found = []
    for each in levels:
        if (value := finite(each.value)) is None:
            continue
        name = faces.clipped(each.name, AXIS, sheet.wide * 0.5)
        half = faces.width(name, AXIS) / 2
        middle = min(max(values.at(value), half + 1), sheet.wide - half - 1)
        found.append(label(name, middle, 0.0, align=0.5, role="secondary"))
    return found


def _write_heads(sheet: Sheet, heads: Sequence[Label]) -> float:
    """Write them above the bars, in as many lines as keep them apart; the height they take."""
    lines: list[list[Label]] = []
    for one in heads:
        if not one.text:
            continue
        for line in lines:
            if not any(one.box.meets(other.box) for other in line):
                line.append(one)
                break
        else:
            lines.append([one])
    most = max(1, int(sheet.high / 2 / _LINE))
    for row, line in enumerate(reversed(lines[:most])):
        for one in line:
            sheet.offer(replace(one, y=sheet.high - AXIS - row * _LINE))
    return min(len(lines), most) * _LINE + 4 if lines else 0.0


def _levels(sheet: Sheet, levels: Sequence[Level], values: Scale, plot: Plot) -> None:
    """Lines down through the bars."""
    for each in levels:
        if (value := finite(each.value)) is None:
            continue
        x, dashed = values.at(value), each.kind != "benchmark"
        role, weight = ("target", 0.75) if dashed else ("muted", 1.5)
        sheet.line([(x, plot.bottom), (x, plot.top + 2)], role, weight, dashed=dashed, order=2.5)
