"""The sheet of a claim pack: margins to bind and to seal across, the claim's reference, page x / y on each.

A cross-page seal (骑缝章) is stamped over the outer edges of the fanned pages: that margin stays free.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from app.reports import ink
from app.reports.fonts import REGULAR, width
from app.reports.pdf import Page, Sheet
from app.reports.pen import Pen
from app.reports.typesetting import clipped
from app.words import say

_SHORT, _LONG = 210 * mm, 297 * mm
LEFT = 18 * mm
OUTER = 22 * mm
_TOP, _BOTTOM = 17 * mm, 17 * mm
_NOTE = 8.0


@dataclass(frozen=True, slots=True)
class PackSheet:
    """A sheet, upright or lying, and what stands in its margins."""

    width: float
    height: float

    @property
    def measure(self) -> float:
        """Width between the margins."""
        return self.width - LEFT - OUTER

    @property
    def room(self) -> float:
        """Height between head and foot."""
        return self.height - _TOP - _BOTTOM

    @property
    def bottom(self) -> float:
        """Where the free part begins."""
        return _BOTTOM


UPRIGHT = PackSheet(_SHORT, _LONG)
WIDE = PackSheet(_LONG, _SHORT)
PAPER = Sheet(width=_SHORT, height=_LONG)


@dataclass(frozen=True, slots=True)
class Margins:
    """What every page says: whose claim, under which reference, which page of how many."""

    head_left: str
    head_right: str
    reference: str
    total: int
    lang: str

    def draw(self, pen: Pen, sheet: PackSheet, number: int, part: str = "") -> None:
        """Head (not on the first page), foot, and the line along which pages are sealed."""
        right = LEFT + sheet.measure
        if number > 1:
            y = sheet.height - _TOP + 12
            theirs = _clip(self.head_right, sheet.measure * 0.45)
            pen.text_right(right, y, theirs, _NOTE, colour=ink.SECONDARY)
            room = sheet.measure - width(theirs, REGULAR, _NOTE) - 12
            pen.text(LEFT, y, _clip(self.head_left, room), _NOTE, colour=ink.SECONDARY)
        foot = _BOTTOM - 20
        pen.rule(LEFT, foot + 13, sheet.measure, 0.4, ink.HAIRLINE)
        place = f"{number} / {self.total}"
        said = say("claim_pack.foot", self.lang, reference=self.reference)
        pen.text_right(right, foot, place, 9, bold=True)
        pen.text(LEFT, foot, _clip(said, sheet.measure * 0.5), _NOTE, colour=ink.SECONDARY)
        if part:
            at = right - width(place, REGULAR, 9) - 16
            pen.text_right(at, foot, _clip(part, sheet.measure * 0.4), _NOTE, colour=ink.SECONDARY)
        self._edge(pen, sheet)

    def _edge(self, pen: Pen, sheet: PackSheet) -> None:
        """A fine broken line along the outer margin, and what it is for."""
        canvas, x = pen.canvas, sheet.width - OUTER + 4 * mm
        canvas.saveState()
        canvas.translate(x, 0)
        canvas.rotate(90)
        pen.dashed(_BOTTOM, 0, sheet.room)
        canvas.restoreState()
        words = say("claim_pack.edge", self.lang)
        wide = width(words, REGULAR, 6.5)
        canvas.saveState()
        canvas.translate(x + 9, sheet.height / 2 + wide / 2)
        canvas.rotate(-90)
        pen.text(0, 0, words, 6.5, colour=ink.TERTIARY)
        canvas.restoreState()


def draw_part(pen: Pen, pages: Sequence[Page], margins: Margins, first: int, part: str) -> None:
    """The pages of one part, numbered on from ``first``."""
    for number, page in enumerate(pages, first):
        pen.canvas.setPageSize((UPRIGHT.width, UPRIGHT.height))
        margins.draw(pen, UPRIGHT, number, part)
        top = UPRIGHT.height - _TOP
        for block in page:
            block.draw(pen, LEFT, top)
            top -= block.height
        pen.fresh_page()


def _clip(text: str, room: float) -> str:
    return clipped(text, REGULAR, _NOTE, room, 1)[0]
