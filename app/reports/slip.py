"""A slip below a cut line (回执): what the customer ticks, signs, seals and sends back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.letter_paper import SlipBlock
from app.reports import ink
from app.reports.fonts import REGULAR, width
from app.reports.pdf import PORTRAIT
from app.reports.pen import Pen
from app.reports.typesetting import clipped, fitting_size

_LINE = 13.0


@dataclass(frozen=True, slots=True)
class Slip:
    """The slip as drawn to a measure."""

    words: SlipBlock
    measure: float

    @property
    def height(self) -> float:
        """From the cut line to the page's foot."""
        rows = (len(self.words.answers) + 1) // 2
        return 48 + _LINE * len(self._intro()) + 17 * rows + 22

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Cut line, heading, choices, signature."""
        words = self.words
        _cut_line(pen, top - 4, words.cut)
        pen.text(x, top - 28, words.title, 12, bold=True)
        pen.text_right(x + self.measure, top - 28, words.number, 9, colour=ink.SECONDARY)
        at = top - 45
        for line in self._intro():
            pen.text(x, at, line, 9.5)
            at -= _LINE
        at -= 5
        size = min(fitting_size(answer, REGULAR, 9, self.measure / 2 - 18) for answer in words.answers)
        for place, answer in enumerate(words.answers):
            left = x + (place % 2) * self.measure / 2
            pen.frame(left + 0.5, at - 0.8, 7.5, 7.5)
            pen.text(left + 13, at, answer, size)
            at -= 17 * (place % 2)
        self._sign(pen, x, at - 6)

    def _intro(self) -> Sequence[str]:
        """To whom, about what."""
        return clipped(self.words.intro, REGULAR, 9.5, self.measure, 4)

    def _sign(self, pen: Pen, x: float, y: float) -> None:
        """Customer, then signer, position and date over lines to write on."""
        room = self.measure * 0.4
        pen.text(x, y, clipped(self.words.sealed, REGULAR, 9, room, 1)[0], 9)
        cell = (self.measure - room - 8) / len(self.words.blanks)
        for number, blank in enumerate(self.words.blanks):
            at = x + room + 8 + number * cell
            wide = width(blank, REGULAR, 9)
            pen.text(at, y, blank, 9)
            pen.rule(at + wide + 4, y - 2, cell - wide - 10, 0.5, ink.SECONDARY)


def _cut_line(pen: Pen, y: float, words: str) -> None:
    """A broken line across the whole sheet with its instruction in the middle."""
    wide = width(words, REGULAR, 8) + 16
    middle = PORTRAIT.width / 2
    pen.dashed(0, y, middle - wide / 2)
    pen.dashed(middle + wide / 2, y, middle - wide / 2)
    pen.text(middle - wide / 2 + 8, y - 3, words, 8, colour=ink.SECONDARY)
