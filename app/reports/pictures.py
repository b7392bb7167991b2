"""Pictures on paper: our logo and our seal, read once and put into the file once."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.reports.pen import Pen

_MOST_PIXELS = 16_000_000
_KNOWN = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def readable(data: bytes) -> bool:
    """Whether the bytes are a PNG or JPEG picture of a size that can be printed."""
    return _read(data) is not None


@lru_cache(maxsize=8)
def _read(data: bytes) -> ImageReader | None:
    """The picture; None where it is none of ours to print."""
    if not data.startswith(_KNOWN):
        return None
    try:
        picture = ImageReader(BytesIO(data))
        wide, high = picture.getSize()
        if not 0 < wide * high <= _MOST_PIXELS:
            return None
        picture.getRGBData()  # type: ignore[no-untyped-call]  # a broken one fails here, not on the page
    except Exception:  # noqa: BLE001 - a picture is somebody's file, and a decoder fails in many ways
        return None
    return picture


class Picture:
    """One picture in one PDF: defined when first drawn, then only named."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data, self._name = data, name
        self._defined: Canvas | None = None

    def draw(self, pen: Pen, x: float, bottom: float, widest: float, highest: float) -> float:
        """Draw it as large as the box allows, from its lower left corner; the width it took."""
        picture = _read(self._data)
        if picture is None:
            return 0.0
        wide, high = picture.getSize()
        scale = min(widest / wide, highest / high)
        canvas = pen.canvas
        if self._defined is not canvas:
            canvas.beginForm(self._name, 0, 0, wide, high)
            canvas.drawImage(picture, 0, 0, wide, high, mask="auto")
            canvas.endForm()
            self._defined = canvas
        canvas.saveState()
        # What is white in a picture of a seal must not cover the words below it.
        canvas.setBlendMode("Multiply")
        canvas.translate(x, bottom)
        canvas.scale(scale, scale)
        canvas.doForm(self._name)
        canvas.restoreState()
        return float(wide * scale)
