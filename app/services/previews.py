"""Pages of a finished paper as pictures, to be looked at before it leaves the house."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.domain.letter_paper import TemplateText
    from app.services.letters import LetterDraft, LetterService
    from app.services.ports import Control

_PRINTED_WIDE = 2480
"""Pixels over the width of A4: 300 to the inch."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page: ``data`` is ``height`` rows of ``stride`` bytes, four a pixel (blue, green, red, unused)."""

    width: int
    height: int
    stride: int
    data: bytes


class PagePainter(Protocol):
    """Draws the pages of a PDF."""

    def pages(self, pdf: bytes, width: int, control: Control) -> list[PagePicture]:
        """Every page ``width`` pixels wide, white behind it."""


Held = Callable[[Callable[[Path], object]], bytes]
"""The bytes of the paper that a function would write, held in memory: no file is made."""


class PreviewService:
    """Papers as they will be printed: letters, stored or still a thought, and what others write as a PDF."""

    def __init__(self, letters: LetterService, painter: PagePainter, held: Held) -> None:
        self._letters, self._painter, self._held = letters, painter, held

    def letter(
        self,
        letter: int | LetterDraft,
        width: int,
        control: Control,
        texts: TemplateText | None = None,
    ) -> list[PagePicture]:
        """The pages of a letter ``width`` pixels wide; by ``texts`` where given."""
        return self.paper(lambda pdf: self._letters.preview_pdf(letter, pdf, texts), width, control)

    def paper(self, write: Callable[[Path], object], width: int, control: Control) -> list[PagePicture]:
        """The pages of what ``write`` puts into a PDF, ``width`` pixels wide; nothing touches the disk."""
        return self._painter.pages(self._held(write), width, control)

    def printable(self, pdf: bytes, control: Control) -> list[PagePicture]:
        """The pages of a PDF as fine as a printer wants them; nothing touches the disk."""
        return self._painter.pages(pdf, _PRINTED_WIDE, control)
