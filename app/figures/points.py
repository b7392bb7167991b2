"""Named points in a plane: two axes named in words, a frontier through those that are joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.domain.chart import Point, PointChart
from app.figures import faces
from app.figures.axes import FOOT, Plot
from app.figures.scale import Scale, drawable, finite, scale
from app.figures.sheet import AXIS, VALUE, Box, Label, Region, Sheet, Stroke, label

_HEAD, _RADIUS, _GAP, _LONGEST = 18.0, 3.2, 6.0, 0.34
_SIDES = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
_FAR = (0.0, 12.0, 24.0, 38.0)


def draw(sheet: Sheet, chart: PointChart) -> None:
    """Draw the chart over the whole sheet."""
    known = [
        (place, point)
        for place, point in enumerate(chart.points)
        if finite(point.x) is not None and finite(point.y) is not None
    ]
    left = max(faces.width(text, AXIS) for text in chart.y_texts) + _GAP
    plot = Plot(min(left, sheet.wide * 0.3), sheet.wide - 2, FOOT + AXIS + 5, sheet.high - _HEAD)
    across = scale(drawable(p.x for _, p in known), plot.left + 12, plot.right - 12, zero=False)
    up = scale(drawable(p.y for _, p in known), plot.bottom + 8, plot.top - 6, zero=False)
    _axes(sheet, chart, plot, across, up)
    joined = [(across.at(p.x), up.at(p.y)) for _, p in known if p.joined]
    if len(joined) > 1:
        sheet.line(joined, "soft", 1.5)
    taken = [_mark(sheet, place, point, across, up) for place, point in known]
    strokes = [Stroke(start, stop) for start, stop in pairwise(joined)]
    for _, point in known:
        _name(sheet, point, (across.at(point.x), up.at(point.y)), taken, strokes)


def _axes(sheet: Sheet, chart: PointChart, plot: Plot, across: Scale, up: Scale) -> None:
    """The baseline, both names, and the ends of both axes in words."""
    sheet.line([(plot.left, plot.bottom), (plot.right, plot.bottom)], "grid", 1.0, order=0.7)
    room = plot.right - plot.left
    low, high = chart.x_texts
    y = plot.bottom - AXIS - 2
    sheet.offer(label(faces.clipped(low, AXIS, room / 3), across.start, y, align=0.5))
    sheet.offer(label(faces.clipped(high, AXIS, room / 3), plot.right, y, align=1.0))
    bottom, top = chart.y_texts
    for text, at in ((bottom, up.start), (top, up.stop)):
        sheet.offer(label(faces.clipped(text, AXIS, plot.left - 2), plot.left - _GAP, at - 3, align=1.0))
    x_name = faces.clipped(chart.x_name, AXIS, room)
    sheet.offer(label(x_name, plot.right, 3.0, align=1.0, role="secondary"))
    y_name = faces.clipped(chart.y_name, AXIS, sheet.wide)
    sheet.offer(label(y_name, 0, sheet.high - AXIS, role="secondary"))


def _mark(sheet: Sheet, place: int, point: Point, across: Scale, up: Scale) -> Box:
    """The point's dot; the room it takes."""
    x, y = across.at(point.x), up.at(point.y)
    sheet.dot(x, y, _RADIUS, point.role)
    near = 3 * _RADIUS
    sheet.regions.append(Region(place, Box(x - near, y - near, x + near, y + near)))
    return Box(x - _RADIUS, y - _RADIUS, x + _RADIUS, y + _RADIUS)


def _name(
    sheet: Sheet, point: Point, at: tuple[float, float], taken: Sequence[Box], strokes: Sequence[Stroke]
) -> None:
    """The point's name beside it, further off with a fine line where the room beside it is taken."""
    name = faces.clipped(point.name, VALUE, sheet.wide * _LONGEST)
    if not name:
        return
    free = [
        (one, far)
        for one, far in _tries(name, at)
        if sheet.free(one.box) and not any(one.box.meets(box) for box in taken)
    ]
    if not free:
        return
    one, far = next(
        (each for each in free if not any(line.crosses(each[0].box) for line in strokes)), free[0]
    )
    if far:
        box = one.box
        end = (min(max(at[0], box.left), box.right), min(max(at[1], box.bottom), box.top))
        sheet.line([at, end], "muted", 0.6, order=1)
    sheet.write(one)


def _tries(name: str, at: tuple[float, float]) -> Iterator[tuple[Label, float]]:
    """Where the name may stand, the best place first."""
    off = _RADIUS + 3
    for far in _FAR:
        for right, above in _SIDES:
            x = at[0] + right * (off + far)
            y = at[1] - VALUE * 0.35 + above * (off + far + VALUE * 0.4)
            yield label(name, x, y, size=VALUE, role="text", align=(1 - right) / 2), far
