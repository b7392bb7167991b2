"""A sheet to draw a chart on: positions in points from the lower left, colours by role, labels apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Polygon, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from app.figures import faces
from app.figures.palette import Palette

AXIS, VALUE = 8.5, 9.0
"""Type sizes in points: names along an axis, and values."""
_ASCENT, _DESCENT = 0.88, 0.24
_AIR = 1.0
_INSET = 2.0
_SLIM = 1.2
_DASH = (0, (4.0, 2.5))

At = tuple[float, float]


class Box(NamedTuple):
    """A rectangle in points."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Box) -> bool:
        """Whether two rectangles lie over each other."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )


class Region(NamedTuple):
    """Where the ``place``-th value of a chart was drawn, in points from the lower left."""

    place: int
    box: Box


class Stroke:
    """A piece of a drawn line."""

    def __init__(self, start: At, stop: At) -> None:
        self._start, self._stop = start, stop

    def crosses(self, box: Box) -> bool:
        """Whether it runs through a box."""
        (x0, y0), (x1, y1) = self._start, self._stop
        left, right = max(min(x0, x1), box.left), min(max(x0, x1), box.right)
        if left > right:
            return False
        slope = (y1 - y0) / (x1 - x0) if x1 != x0 else 0.0
        heights = (y0 + slope * (left - x0), y0 + slope * (right - x0))
        return min(heights) - _SLIM < box.top and max(heights) + _SLIM > box.bottom


@dataclass(frozen=True, slots=True)
class Label:
    """A text that wants to stand somewhere: its baseline's left end, type, colour and the room it takes."""

    text: str
    x: float
    y: float
    size: float = AXIS
    bold: bool = False
    role: str = "tertiary"

    @property
    def box(self) -> Box:
        """The room it takes, a little air included."""
        wide = faces.width(self.text, self.size, bold=self.bold)
        return Box(
            self.x - _AIR,
            self.y - self.size * _DESCENT,
            self.x + wide + _AIR,
            self.y + self.size * _ASCENT,
        )


def label(
    text: str,
    x: float,
    y: float,
    *,
    size: float = AXIS,
    bold: bool = False,
    role: str = "tertiary",
    align: float = 0.0,
) -> Label:
    """A label at ``x``: its left end (align 0), its middle (0.5) or its right end (1)."""
    return Label(text, x - align * faces.width(text, size, bold=bold), y, size, bold, role)


@cache
def _properties(name: str, size: float) -> FontProperties:
    return FontProperties(fname=str(faces.file(name)), size=size)


class Sheet:
    """One figure of ``wide`` by ``high`` points; remembers where labels stand and what can be pointed at."""

    def __init__(self, wide: float, high: float, palette: Palette) -> None:
        self.wide, self.high = wide - 2 * _INSET, high
        self.palette = palette
        self.figure = Figure(figsize=(wide / 72, high / 72), dpi=72, frameon=False)
        self.labels: list[Label] = []
        self.regions: list[Region] = []
        self._points = Affine2D().translate(_INSET, 0).scale(1 / 72) + self.figure.dpi_scale_trans

    # -- labels ---------------------------------------------------------------------------------

    def write(self, one: Label) -> None:
        """Draw a label where it stands."""
        if not one.text:
            return
        self.labels.append(one)
        x = one.x
        for name, part in faces.runs(one.text, bold=one.bold):
            made = Text(
                x,
                one.y,
                part,
                color=self.palette.colour(one.role),
                fontproperties=_properties(name, one.size),
                verticalalignment="baseline",
                transform=self._points,
                parse_math=False,
            )
            made.set_gid("bold" if one.bold else "regular")
            self.figure.add_artist(made)
            x += faces.width(part, one.size, bold=one.bold)

    def free(self, box: Box) -> bool:
        """Whether a box lies on the sheet and over no label."""
        across = box.left >= -_INSET and box.right <= self.wide + _INSET
        up = box.bottom >= -_INSET and box.top <= self.high + _INSET
        return across and up and not any(box.meets(one.box) for one in self.labels)

    def offer(self, one: Label) -> bool:
        """Draw a label if it lies over no other; whether it was drawn."""
        if not one.text or not self.free(one.box):
            return False
        self.write(one)
        return True

    # -- shapes ---------------------------------------------------------------------------------

    def line(
        self, points: Sequence[At], role: str, weight: float = 1.0, *, dashed: bool = False, order: float = 2
    ) -> None:
        """A line through points."""
        self.figure.add_artist(
            Line2D(
                [x for x, _ in points],
                [y for _, y in points],
                color=self.palette.colour(role),
                linewidth=weight,
                linestyle=_DASH if dashed else "-",
                solid_capstyle="round" if len(points) > 2 else "butt",  # noqa: PLR2004 - a rule ends sharply
                solid_joinstyle="round",
                transform=self._points,
                zorder=order,
            )
        )

    def block(self, box: Box, role: str, *, order: float = 1) -> None:
        """A filled rectangle."""
        self._filled(
            Rectangle((box.left, box.bottom), box.right - box.left, box.top - box.bottom), role, order
        )

    def area(self, points: Sequence[At], role: str, *, alpha: float = 1.0, order: float = 0.5) -> None:
        """A filled shape."""
        shape = Polygon(list(points), closed=True)
        shape.set_alpha(alpha)
        self._filled(shape, role, order)

    def dot(self, x: float, y: float, radius: float, role: str, *, order: float = 3) -> None:
        """A filled circle."""
        self._filled(Circle((x, y), radius), role, order)

    def _filled(self, shape: Rectangle | Polygon | Circle, role: str, order: float) -> None:
        shape.set_facecolor(self.palette.colour(role))
        shape.set_linewidth(0)
        shape.set_edgecolor("none")
        shape.set_transform(self._points)
        shape.set_zorder(order)
        self.figure.add_artist(shape)
