"""A chart on paper: drawn as on the screen, in vectors, its texts in the paper's own faces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor

from app.domain.chart import Chart
from app.figures.paper import Segment, Stroke, draw_on
from app.reports.fonts import BOLD
from app.reports.pen import Pen
from app.reports.typesetting import clipped

_TITLE, _TITLE_ROOM, _AFTER = 11.0, 20.0, 12.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart ``measure`` points wide and ``drawing`` high, under its title and with the space after it."""

    chart: Chart
    measure: float
    drawing: float = 150.0
    titled: bool = True

    @property
    def height(self) -> float:
        """Title, chart and the space after."""
        return self._head + self.drawing + _AFTER

    @property
    def _head(self) -> float:
        return _TITLE_ROOM if self.titled and self.chart.title else 0.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The title, then the chart."""
        if self._head:
            title = clipped(self.chart.title, BOLD, _TITLE, self.measure, 1)[0]
            pen.text(x, top - 13, title, _TITLE, bold=True)
        bottom = top - self._head - self.drawing
        draw_on(_Inked(pen, x, bottom), self.chart, self.measure, self.drawing)


class _Inked:
    """The pen as a surface for charts; ``x`` and ``y`` are the chart's lower left corner."""

    def __init__(self, pen: Pen, x: float, y: float) -> None:
        self._pen, self._x, self._y = pen, x, y

    def path(self, segments: Sequence[Segment], stroke: Stroke) -> None:
        """Fill and stroke a path."""
        canvas = self._pen.canvas
        shape = canvas.beginPath()
        draw: dict[str, Callable[..., None]] = {
            "move": shape.moveTo,
            "line": shape.lineTo,
            "curve": shape.curveTo,
        }
        for kind, points in segments:
            if kind == "close":
                shape.close()
            else:
                corner = (self._x, self._y)
                draw[kind](*(each + corner[place % 2] for place, each in enumerate(points)))
        canvas.saveState()
        if stroke.fill:
            canvas.setFillColor(HexColor(stroke.fill))
            if stroke.alpha < 1:
                canvas.setFillAlpha(stroke.alpha)
        if stroke.line:
            canvas.setStrokeColor(HexColor(stroke.line))
            canvas.setLineWidth(stroke.weight)
            canvas.setLineJoin(1)
            canvas.setLineCap(1 if stroke.rounded else 0)
            if stroke.dashes:
                canvas.setDash(list(stroke.dashes))
        canvas.drawPath(shape, stroke=int(bool(stroke.line)), fill=int(bool(stroke.fill)))
        canvas.restoreState()

    def text(self, x: float, y: float, text: str, size: float, *, bold: bool, colour: str) -> None:
        """Write with the paper's face, so that it can be read back."""
        self._pen.text(self._x + x, self._y + y, text, size, bold=bold, colour=colour)
