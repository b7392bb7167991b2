"""Pages of a PDF as pictures by PDFium; it is not made for several threads, so one worker alone calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.ports import CancelledError
from app.services.previews import PagePicture

if TYPE_CHECKING:
    from app.services.ports import Control

_MOST_PAGES = 40
"""More than anybody looks through before sending; a page at twice the usual size takes 8 MB."""


class PdfiumPages:
    """``app.services.previews.PagePainter``."""

    def pages(self, pdf: bytes, width: int, control: Control) -> list[PagePicture]:
        """The first forty pages, each ``width`` pixels wide."""
        import pypdfium2  # noqa: PLC0415 - brings a library of 10 MB that only a preview needs

        paper = pypdfium2.PdfDocument(pdf)
        try:
            made: list[PagePicture] = []
            for place in range(min(len(paper), _MOST_PAGES)):
                if control.cancelled():
                    raise CancelledError
                page = paper[place]
                bitmap = page.render(scale=width / page.get_width(), rev_byteorder=False, prefer_bgrx=True)
                made.append(PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer)))
                bitmap.close()
                page.close()
            return made
        finally:
            paper.close()
