"""The aging strip: one bar of the open amount by age, and under it every bucket by name, in grey too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.reports import ink
from app.reports.fonts import BOLD, REGULAR, width
from app.reports.pen import Pen
from app.reports.typesetting import fitting_size

_BAR = 9.0
_GAP = 1.5
_LEAST = 2.0
_LEGEND = 24.0
_AFTER = 10.0


@dataclass(frozen=True, slots=True)
class Segment:
    """One bucket: its name, amount and share as they read, its weight in the bar, its colour."""

    name: str
    figures: str
    share: str
    weight: int
    colour: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The bar over its legend, ``measure`` points wide; a segment without colour has no part in the bar."""

    segments: tuple[Segment, ...]
    measure: float

    @property
    def height(self) -> float:
        """Bar, legend and the space after."""
        return (_BAR + 6 if self._bars() else 0) + _LEGEND + _AFTER

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the bar, if anything is open, and the legend."""
        bars = self._bars()
        if bars:
            at = x
            for segment, wide in zip(bars, shared(bars, self.measure), strict=True):
                pen.block(at, top - _BAR, wide, _BAR, segment.colour, 1)
                at += wide + _GAP
            top -= _BAR + 6
        cell = self.measure / len(self.segments)
        for number, segment in enumerate(self.segments):
            _legend(pen, x + number * cell, top, cell - 6, segment)

    def _bars(self) -> list[Segment]:
        """The segments that show in the bar."""
        return [segment for segment in self.segments if segment.colour and segment.weight > 0]


def shared(segments: Sequence[Segment], measure: float) -> list[float]:
    """Widths in proportion to the weights; the smallest stays visible, gaps are left between."""
    room = measure - _GAP * (len(segments) - 1)
    whole = sum(segment.weight for segment in segments)
    # Points on paper, not money: a ratio of weights may be a float here.
    wide = [max(_LEAST, room * (segment.weight / whole)) for segment in segments]
    scale = room / sum(wide)
    return [each * scale for each in wide]


def _legend(pen: Pen, x: float, top: float, room: float, segment: Segment) -> None:
    """Swatch and name, then the amount with its share."""
    if segment.colour:
        pen.block(x, top - 8.5, 6, 6, segment.colour, 1)
    else:
        pen.frame(x + 0.3, top - 8.2, 5.4, 5.4, 0.5)
    size = fitting_size(segment.name, REGULAR, 8, room - 9)
    pen.text(x + 9, top - 8.3, segment.name, size, colour=ink.SECONDARY)
    wide = width(segment.share, REGULAR, 7.5) + 4
    size = fitting_size(segment.figures, BOLD, 9, room - wide)
    pen.text(x, top - 21, segment.figures, size, bold=True)
    pen.text(x + width(segment.figures, BOLD, size) + 4, top - 21, segment.share, 7.5, colour=ink.SECONDARY)
