"""Pictures of papers (photos, scans) on a page: upright as they were taken, no larger than print needs."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader

from app.reports.pen import Pen

MOST_PIXELS = 89_000_000
"""Above this Pillow warns of a picture made to fill the memory; no camera or scanner makes more."""
_DOTS = 2200
"""The longer side: about 200 dots to the inch on a page."""
_QUALITY = 85
_PAPER = (255, 255, 255)


def prepared(data: bytes) -> bytes | None:
    """The picture as JPEG, turned as its camera says and made smaller; None where it cannot be read."""
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
            wide, high = opened.size
            if not 0 < wide * high <= MOST_PIXELS:
                return None
            opened.draft("RGB", (_DOTS, _DOTS))
            picture = ImageOps.exif_transpose(opened)
            picture.thumbnail((_DOTS, _DOTS))
            flat = Image.new("RGB", picture.size, _PAPER)
            shaped = picture.convert("RGBA")
            flat.paste(shaped, mask=shaped.getchannel("A"))
            kept = BytesIO()
            flat.save(kept, "JPEG", quality=_QUALITY)
    except Exception:  # noqa: BLE001 - a picture is somebody's file, and a decoder fails in many ways
        return None
    return kept.getvalue()


def draw_scan(pen: Pen, picture: bytes, box: tuple[float, float, float, float]) -> None:
    """A prepared picture as large as the box (left, bottom, width, height) allows, at its head."""
    left, bottom, wide, high = box
    reader = ImageReader(BytesIO(picture))
    across, down = reader.getSize()
    scale = min(wide / across, high / down)
    pen.canvas.drawImage(
        reader, left + (wide - across * scale) / 2, bottom + high - down * scale, across * scale, down * scale
    )
