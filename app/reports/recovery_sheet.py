"""The recovery sheet: the code that opens an encrypted company file, and how to use and keep it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.domain.file_key import RecoverySheet
from app.reports import ink
from app.reports.credit_report_parts import Facts
from app.reports.fonts import BOLD, width
from app.reports.pdf import PORTRAIT, Block, Gap, Prose, Running, bytes_of, draw_pages, paginate, paper, prose
from app.reports.pen import Pen
from app.reports.typesetting import fitting_size, wrap
from app.words import say
from app.words.formats import day_in_column

_SHEET = PORTRAIT
_TEXT = 10.5


def write_recovery_sheet(sheet: RecoverySheet, path: Path, lang: str) -> None:
    """The sheet as a PDF; an existing file is replaced whole or not at all."""
    title = say("recovery.sheet.title", lang)
    with paper(path, _SHEET, title, "Holdfast") as pen:
        running = Running(title, "", f"{title}　{sheet.file_name}")
        draw_pages(pen, _SHEET, paginate(list(_blocks(sheet, lang)), _SHEET.room), running, lang)


def recovery_sheet_pdf(sheet: RecoverySheet, lang: str) -> bytes:
    """The sheet as the bytes of a PDF; no file is made."""
    return bytes_of(lambda path: write_recovery_sheet(sheet, path, lang))


def _blocks(sheet: RecoverySheet, lang: str) -> Iterator[Block]:
    measure = _SHEET.measure
    yield Prose(wrap(say("recovery.sheet.title", lang), BOLD, 22, measure), 22, bold=True, after=6)
    yield prose(say("recovery.sheet.opens", lang), measure, _TEXT, after=12)
    facts = (
        ("company", sheet.company),
        ("file", sheet.file_name),
        ("made", day_in_column(sheet.made, lang)),
    )
    yield Facts(tuple((say(f"recovery.sheet.{name}", lang), value) for name, value in facts), measure)
    yield Gap(14)
    code = say("recovery.sheet.code", lang)
    yield Prose(wrap(code, BOLD, 12, measure), 12, bold=True, after=6)
    yield CodeBox(sheet.groups, measure)
    yield Gap(16)
    for part in ("how", "until", "keep", "lost"):
        yield Prose(
            wrap(say(f"recovery.sheet.{part}_head", lang), BOLD, _TEXT, measure), _TEXT, bold=True, after=0
        )
        yield prose(say(f"recovery.sheet.{part}", lang), measure, _TEXT, after=10)


@dataclass(frozen=True, slots=True)
class CodeBox:
    """The groups of the code in a frame, five to a line, each under its number."""

    groups: tuple[str, ...]
    measure: float

    _ACROSS = 5
    _LINE = 46.0
    _PAD = 14.0

    @property
    def height(self) -> float:
        """Lines and the room around them."""
        return self._LINE * self._lines() + 2 * self._PAD - 8

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Frame, then number over group."""
        pen.frame(x, top - self.height, self.measure, self.height, 1.2)
        cell = (self.measure - 2 * self._PAD) / self._ACROSS
        size = min(fitting_size(group, BOLD, 20, cell - 10) for group in self.groups)
        for place, group in enumerate(self.groups):
            line, column = divmod(place, self._ACROSS)
            middle = x + self._PAD + (column + 0.5) * cell
            base = top - self._PAD - line * self._LINE
            number = str(place + 1)
            pen.text(middle - width(number, BOLD, 7.5) / 2, base - 10, number, 7.5, colour=ink.SECONDARY)
            pen.text(middle - width(group, BOLD, size) / 2, base - 33, group, size, bold=True)

    def _lines(self) -> int:
        return -(-len(self.groups) // self._ACROSS)
