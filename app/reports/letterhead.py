"""The head of our papers: logo, name and number on the left, how to reach us on the right, an accent rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.company import Company
from app.domain.letter_marks import plain
from app.domain.letter_paper import Heading
from app.reports import ink
from app.reports.fonts import BOLD, REGULAR, width
from app.reports.pen import Pen
from app.reports.typesetting import clipped, fitting_size
from app.words import say

_SMALL = 8.5
_LOGO_HIGH = 30.0
_LOGO_WIDE = 110.0

Stamp = Callable[[Pen, float, float, float, float], float]
"""Draws a picture into a box (x, bottom, widest, highest); returns the width it took."""


def company_name(company: Company, lang: str) -> str:
    """The name our papers print in a language."""
    return plain(company.name if lang == "zh" else company.name_en or company.name)


def heading(company: Company, lang: str) -> Heading:
    """Our own head: name, registered number or Chinese name, how to reach us."""
    under = ""
    if lang != "zh" and company.name_en and company.name_en != company.name:
        under = company.name
    elif company.identifier:
        code = "letterhead.uscc" if company.country == "CN" else "letterhead.identifier"
        under = say(code, lang, number=company.identifier)
    phone = say("letterhead.phone", lang, phone=plain(company.phone)) if company.phone else ""
    reach = (plain(company.address), phone, plain(company.email), plain(company.contact))
    return Heading(company_name(company, lang), plain(under), reach)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head on paper; ``logo`` draws our logo, if we have one."""

    heading: Heading
    lang: str
    measure: float
    logo: Stamp | None = None

    @property
    def height(self) -> float:
        """Down to the title."""
        return self._down() + 18

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Logo, name, number, address, rule."""
        left, name = x, self.heading.name
        if self.logo is not None:
            wide = self.logo(pen, x, top - _LOGO_HIGH, _LOGO_WIDE, _LOGO_HIGH)
            left += wide + 10 if wide else 0
        half = self.measure * 0.56 - (left - x)
        size = fitting_size(name, BOLD, 14, half)
        pen.text(left, top - 13, clipped(name, BOLD, size, half, 1)[0], size, bold=True)
        under = clipped(self.heading.under, REGULAR, _SMALL, half, 1)[0]
        pen.text(left, top - 27, under, _SMALL, colour=ink.SECONDARY)
        for number, line in enumerate(self._reach()):
            pen.text_right(x + self.measure, top - 13 - 12 * number, line, _SMALL, colour=ink.SECONDARY)
        pen.block(x, top - self._down(), self.measure, 2, ink.ACCENT)

    def _down(self) -> float:
        """Down to the rule."""
        lines = 12 * max(len(self._reach()), 2)
        return 12 + (lines if self.logo is None else max(lines, _LOGO_HIGH - 2))

    def _reach(self) -> list[str]:
        """Address (two lines at most), then telephone, e-mail and person, as many to a line as fit."""
        address, *others = self.heading.reach
        room = self.measure * 0.42
        lines = list(clipped(address, REGULAR, _SMALL, room, 2)) if address else []
        between, line = "　" if self.lang == "zh" else " · ", ""
        for part in filter(None, others):
            joined = f"{line}{between}{part}" if line else part
            if line and width(joined, REGULAR, _SMALL) > room:
                lines.append(line)
                joined = part
            line = clipped(joined, REGULAR, _SMALL, room, 1)[0]
        return [*lines, line] if line else lines
