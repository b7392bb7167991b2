"""Draw the program's icon and that of its files into build/icons: SVG, PNG, .ico and .icns.

The sign is the window's own (app/ui/shell/brand.py): the first character of the Chinese name on the
accent colour, as an outline, so that a desktop without the font shows it too.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
MADE = ROOT / "build" / "icons"
_FONT = ROOT / "resources" / "fonts" / "NotoSansSC_700Bold.ttf"
_SIGN, _SIDE = "稳", 1024
_SIZES = (16, 24, 32, 48, 64, 128, 256, 512, 1024)
_WINDOWS = [(size, size) for size in _SIZES if size <= 256]  # noqa: PLR2004 - the format ends there
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1024 1024">{}</svg>\n'


def colors() -> tuple[str, str, str]:
    """Accent, the text on it, and the line around a page, in the light scheme."""
    light = json.loads((ROOT / "resources" / "theme" / "tokens.json").read_text("utf-8"))["color"]["light"]
    return light["accent"], light["textOnAccent"], light["borderStrong"]


def character(color: str, left: float, top: float, side: float) -> str:
    """The sign's outline, its ink as wide or high as ``side`` and in the middle of that square."""
    font = TTFont(_FONT)
    glyphs = font.getGlyphSet()
    name = font.getBestCmap()[ord(_SIGN)]
    pen, bounds = SVGPathPen(glyphs), BoundsPen(glyphs)
    glyphs[name].draw(pen)
    glyphs[name].draw(bounds)
    low_x, low_y, high_x, high_y = bounds.bounds
    scale = side / max(high_x - low_x, high_y - low_y)
    x = left + side / 2 - scale * (low_x + high_x) / 2
    y = top + side / 2 + scale * (low_y + high_y) / 2
    return (
        f'<path fill="{color}" transform="matrix({scale:.4f} 0 0 {-scale:.4f} {x:.2f} {y:.2f})" '
        f'd="{pen.getCommands()}"/>'
    )


def program_sign() -> str:
    """The program's icon as SVG: nine tenths of the square, as desktops expect."""
    accent, text, _ = colors()
    room = f'<rect x="52" y="52" width="920" height="920" rx="148" fill="{accent}"/>'
    return _SVG.format(room + character(text, 232, 232, 560))


def document_sign() -> str:
    """A company file's icon as SVG: a page with a folded corner and the sign at its foot."""
    accent, text, line = colors()
    page = '<path d="M208 40h416l216 216v680a48 48 0 0 1-48 48H208a48 48 0 0 1-48-48V88a48 48 0 0 1 48-48z"'
    fold = f'<path d="M624 40v168a48 48 0 0 0 48 48h168z" fill="{line}"/>'
    sign = f'<rect x="292" y="448" width="416" height="416" rx="66" fill="{accent}"/>'
    page += f' fill="#FFFFFF" stroke="{line}" stroke-width="24"/>'
    return _SVG.format(page + fold + sign + character(text, 372, 528, 256))


def drawn(svg: str, size: int, path: Path) -> Image.Image:
    """The picture ``size`` pixels square, in a file."""
    from PySide6.QtCore import QByteArray, Qt  # noqa: PLC0415 - after the platform
    from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    image.save(str(path))
    return Image.open(path)


def write(name: str, svg: str) -> None:
    """One icon in every form."""
    (MADE / f"{name}.svg").write_text(svg, "utf-8", newline="\n")
    pictures = {size: drawn(svg, size, MADE / f"{name}-{size}.png") for size in _SIZES}
    rest = [pictures[size] for size in _SIZES]
    pictures[256].save(MADE / f"{name}.ico", sizes=_WINDOWS, append_images=rest[:-1])
    pictures[1024].save(MADE / f"{name}.icns", append_images=rest)


def main() -> None:
    """Draw both."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - the platform must be named before

    app = QGuiApplication(sys.argv[:1])
    MADE.mkdir(parents=True, exist_ok=True)
    write("holdfast", program_sign())
    write("holdfast-document", document_sign())
    app.quit()


if __name__ == "__main__":
    main()
