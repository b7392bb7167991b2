"""Blocks of the review's pages: a part's title with its number, its conclusion, charts side by side."""

from __future__ import annotations

from dataclasses import dataclass

from app.reports import ink
from app.reports.fonts import BOLD, REGULAR, width
from app.reports.pdf import Block, Prose
from app.reports.pen import Pen
from app.reports.typesetting import wrap

_GAP = 18.0


@dataclass(frozen=True, slots=True)
class PartTitle:
    """The part's number in the accent colour and its name."""

    number: str
    text: str
    measure: float

    @property
    def height(self) -> float:
        """One line, or more where the name needs them."""
        return 30.0 + 24.0 * (len(self._lines()) - 1)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Number, then name."""
        indent = self._indent()
        if self.number:
            pen.text(x, top - 17, self.number, 18, bold=True, colour=ink.ACCENT)
        for place, line in enumerate(self._lines()):
            pen.text(x + indent, top - 17 - 24 * place, line, 17, bold=True)

    def _indent(self) -> float:
        return width(self.number, BOLD, 18) + 9 if self.number else 0.0

    def _lines(self) -> tuple[str, ...]:
        return wrap(self.text, BOLD, 17, self.measure - self._indent())


@dataclass(frozen=True, slots=True)
class Heading:
    """A title within a part."""

    text: str

    @property
    def height(self) -> float:
        """The words and the space after."""
        return 24.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Bold."""
        pen.text(x, top - 14, self.text, 12, bold=True)


@dataclass(frozen=True, slots=True)
class Beside:
    """Two blocks of half the measure next to each other."""

    left: Block
    right: Block | None
    measure: float

    @property
    def height(self) -> float:
        """The taller one."""
        return max(self.left.height, self.right.height if self.right else 0.0)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Left, then right."""
        self.left.draw(pen, x, top)
        if self.right is not None:
            self.right.draw(pen, x + half(self.measure) + _GAP, top)


def half(measure: float) -> float:
    """The width of each of two blocks side by side."""
    return (measure - _GAP) / 2


def conclusion(text: str, measure: float) -> Prose:
    """What a part opens with."""
    return Prose(wrap(text, REGULAR, 11.5, measure), 11.5, after=14)


def small(text: str, measure: float) -> Prose:
    """A note below a table."""
    return Prose(wrap(text, REGULAR, 8.5, measure), 8.5, ink.SECONDARY, after=8)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text under a small title; "nothing written" in grey where there is none. It runs on over pages."""

    title: str
    lines: tuple[str, ...]
    grey: bool = False

    @property
    def height(self) -> float:
        """Title, lines and the space after."""
        return (17.0 if self.title else 0.0) + 16.0 * len(self.lines) + 10

    def split(self, room: float, *, force: bool = False) -> tuple[Paragraph | None, Paragraph | None]:
        """What fits and the rest."""
        if self.height - 10 <= room:
            return self, None
        fits = int((room - (17.0 if self.title else 0.0)) // 16)
        if fits < 2:  # noqa: PLR2004 - no single line under its title
            return (self, None) if force else (None, self)
        return (
            Paragraph(self.title, self.lines[:fits], self.grey),
            Paragraph("", self.lines[fits:], self.grey),
        )

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Title in bold, text under it."""
        if self.title:
            pen.text(x, top - 11, self.title, 10, bold=True)
            top -= 17
        for line in self.lines:
            pen.text(x, top - 11.5, line, 10, colour=ink.TERTIARY if self.grey else ink.TEXT)
            top -= 16
