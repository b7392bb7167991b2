"""A chart as pixels for the window; runs on a worker, so that matplotlib never holds the window up."""

from __future__ import annotations

from typing import Any, NamedTuple

from matplotlib.backends.backend_agg import FigureCanvasAgg

from app.domain.chart import Chart
from app.figures.drawing import drawn
from app.figures.library import DRAWING
from app.figures.palette import Palette

_POINTS = 72 / 96
"""Points in a logical pixel."""


class Spot(NamedTuple):
    """Where the ``place``-th value of a chart can be pointed at, in logical pixels from the upper left."""

    place: int
    x: float
    y: float
    width: float
    height: float


class Picture(NamedTuple):
    """Pixels as RGBA, row by row from the top, transparent where nothing is drawn; and where to point."""

    rgba: bytes
    width: int
    height: int
    spots: tuple[Spot, ...]


def picture(chart: Chart, width: int, height: int, scale: float, palette: Palette) -> Picture:
    """The chart in ``width`` by ``height`` logical pixels, ``scale`` dots to each."""
    wide, high = max(1, round(width * scale)), max(1, round(height * scale))
    with DRAWING:
        sheet = drawn(chart, width * _POINTS, height * _POINTS, palette)
        figure = sheet.figure
        dpi = 96 * scale
        figure.set_dpi(dpi)
        # Half a dot more, so that what is rounded down is what was asked for.
        figure.set_size_inches((wide + 0.25) / dpi, (high + 0.25) / dpi)
        canvas: Any = FigureCanvasAgg(figure)
        canvas.draw()
        pixels = canvas.buffer_rgba()
        rows, columns = pixels.shape[:2]
        rgba = bytes(pixels)
    spots = tuple(
        Spot(
            place,
            box.left / _POINTS,
            (sheet.high - box.top) / _POINTS,
            (box.right - box.left) / _POINTS,
            (box.top - box.bottom) / _POINTS,
        )
        for place, box in sheet.regions
    )
    return Picture(rgba, columns, rows, spots)
