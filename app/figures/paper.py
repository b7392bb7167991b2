"""A chart as strokes: matplotlib's paths and texts handed to whoever draws them on paper, in points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from matplotlib.backend_bases import RendererBase
from matplotlib.colors import to_hex
from matplotlib.path import Path

from app.domain.chart import Chart
from app.figures.drawing import drawn
from app.figures.library import DRAWING
from app.figures.palette import palette

_KINDS = {
    int(Path.MOVETO): "move",
    int(Path.LINETO): "line",
    int(Path.CURVE4): "curve",
    int(Path.CLOSEPOLY): "close",
}
_OPAQUE = 3


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a path is drawn: fill and line as ``#RRGGBB`` ("" none), the line's weight and dashes in points."""

    fill: str = ""
    alpha: float = 1.0
    line: str = ""
    weight: float = 0.0
    dashes: tuple[float, ...] = ()
    rounded: bool = False


Segment = tuple[str, tuple[float, ...]]
"""``move``, ``line``, ``curve`` or ``close`` with its points, x and y in turn."""


class Surface(Protocol):
    """What a chart is drawn on; positions from the chart's lower left corner."""

    def path(self, segments: Sequence[Segment], stroke: Stroke) -> None:
        """Fill and stroke a path."""

    def text(self, x: float, y: float, text: str, size: float, *, bold: bool, colour: str) -> None:
        """Write from ``x`` on the baseline ``y``."""


def draw_on(surface: Surface, chart: Chart, wide: float, high: float) -> None:
    """Draw a chart of this size, in the colours of paper."""
    with DRAWING:
        sheet = drawn(chart, wide, high, palette())
        sheet.figure.draw(_Renderer(surface, wide, high))


class _Renderer(RendererBase):
    """matplotlib's side of it: a pixel is a point, heights count from below."""

    def __init__(self, surface: Surface, wide: float, high: float) -> None:
        super().__init__()
        self._surface = surface
        self._size = (wide, high)

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Size of the drawing, in points."""
        return self._size

    def flipy(self) -> bool:
        """Heights are counted from below, as on paper."""
        return False

    def points_to_pixels(self, points: Any) -> Any:
        """A pixel of this surface is a point."""
        return points

    def draw_path(self, gc: Any, path: Path, transform: Any, rgbFace: Any = None) -> None:  # noqa: N803 - its name
        """Hand a path on."""
        weight = float(gc.get_linewidth())
        _, dashes = gc.get_dashes()
        alpha = 1.0 if rgbFace is None or len(rgbFace) <= _OPAQUE else float(rgbFace[_OPAQUE])
        stroke = Stroke(
            fill="" if rgbFace is None else to_hex(rgbFace),
            alpha=alpha,
            line=to_hex(gc.get_rgb()) if weight else "",
            weight=weight,
            dashes=tuple(float(one) for one in dashes) if dashes is not None else (),
            rounded=str(gc.get_capstyle()) == "round",
        )
        self._surface.path(_segments(path, transform), stroke)

    def draw_text(
        self, gc: Any, x: Any, y: Any, s: str, prop: Any, angle: Any, ismath: Any = None, mtext: Any = None
    ) -> None:
        """Hand a text on."""
        del angle, ismath
        bold = mtext is not None and mtext.get_gid() == "bold"
        size = float(prop.get_size_in_points())
        self._surface.text(float(x), float(y), s, size, bold=bold, colour=to_hex(gc.get_rgb()))


def _segments(path: Path, transform: Any) -> list[Segment]:
    """The path's pieces where they are drawn."""
    pieces: Any = path.iter_segments(transform, simplify=False)
    return [(_KINDS[int(code)], tuple(float(each) for each in points)) for points, code in pieces]
