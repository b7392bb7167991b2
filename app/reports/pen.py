"""Drawing on one PDF page: text, rules and fills by position, in points from the lower left."""

from __future__ import annotations

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from app.reports import ink
from app.reports.fonts import BOLD, REGULAR, runs, width

_COLOURS: dict[str, Color] = {}


class Pen:
    """A canvas that remembers its colour and face, so that a page of figures stays small and quick."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self._colour = ""

    def fresh_page(self) -> None:
        """Finish the page; the next one starts with nothing set."""
        self.canvas.showPage()
        self._colour = ""

    def text(
        self, x: float, y: float, text: str, size: float, *, bold: bool = False, colour: str = ink.TEXT
    ) -> None:
        """Text from ``x`` on the baseline ``y``."""
        self._fill(colour)
        for font, part in runs(text, BOLD if bold else REGULAR):
            self.canvas.setFont(font, size)
            self.canvas.drawString(x, y, part)
            x += width(part, font, size)

    def text_right(
        self, x: float, y: float, text: str, size: float, *, bold: bool = False, colour: str = ink.TEXT
    ) -> None:
        """Text that ends at ``x``."""
        font = BOLD if bold else REGULAR
        self.text(x - width(text, font, size), y, text, size, bold=bold, colour=colour)

    def rule(self, x: float, y: float, length: float, weight: float = 0.6, colour: str = ink.RULE) -> None:
        """A horizontal line."""
        self.canvas.setLineWidth(weight)
        self.canvas.setStrokeColor(_colour(colour))
        self.canvas.line(x, y, x + length, y)

    def block(self, x: float, y: float, wide: float, high: float, colour: str, radius: float = 0) -> None:
        """A filled rectangle from its lower left corner."""
        self._fill(colour)
        if radius:
            self.canvas.roundRect(x, y, wide, high, radius, stroke=0, fill=1)
        else:
            self.canvas.rect(x, y, wide, high, stroke=0, fill=1)

    def triangle(self, x: float, y: float, wide: float, high: float, colour: str) -> None:
        """A filled triangle standing on its lower left corner."""
        self._fill(colour)
        path = self.canvas.beginPath()
        path.moveTo(x, y)
        path.lineTo(x + wide, y)
        path.lineTo(x + wide / 2, y + high)
        path.close()
        self.canvas.drawPath(path, stroke=0, fill=1)

    def frame(self, x: float, y: float, wide: float, high: float, weight: float = 0.7) -> None:
        """An empty box, such as one to tick."""
        self.canvas.setLineWidth(weight)
        self.canvas.setStrokeColor(_colour(ink.SECONDARY))
        self.canvas.rect(x, y, wide, high, stroke=1, fill=0)

    def dashed(self, x: float, y: float, length: float) -> None:
        """A fine broken line to cut along."""
        self.canvas.saveState()
        self.canvas.setDash(2, 2)
        self.rule(x, y, length, 0.5, ink.TERTIARY)
        self.canvas.restoreState()

    def _fill(self, colour: str) -> None:
        """Set the fill colour if it is another one."""
        if colour != self._colour:
            self.canvas.setFillColor(_colour(colour))
            self._colour = colour


def _colour(name: str) -> Color:
    """The colour object of ``#RRGGBB``, made once."""
    if name not in _COLOURS:
        _COLOURS[name] = HexColor(name)
    return _COLOURS[name]
