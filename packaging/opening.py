"""Draw the card that stands on the screen until the window is there: resources/theme/opening.png.

Run it anew when the program's name or accent colour changes. A picture, since loading a font and drawing
words would take longer than everything else before the first paint.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "resources" / "theme" / "opening.png"
WIDTH, HEIGHT, DENSITY = 440, 200, 2
_NAME, _SIGN = "Holdfast 稳账", "稳"
_LINES = ("所有数据只保存在本机", "All data stays on this computer")


def main() -> None:
    """Draw it at twice the pixels."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QRectF, Qt  # noqa: PLC0415 - after the platform
    from PySide6.QtGui import (  # noqa: PLC0415
        QColor,
        QFont,
        QFontDatabase,
        QGuiApplication,
        QImage,
        QPainter,
    )

    app = QGuiApplication(sys.argv[:1])
    for weight in ("400Regular", "700Bold"):
        QFontDatabase.addApplicationFont(str(ROOT / "resources" / "fonts" / f"NotoSansSC_{weight}.ttf"))
    light = json.loads((ROOT / "resources" / "theme" / "tokens.json").read_text("utf-8"))["color"]["light"]
    accent, text = QColor(light["accent"]), QColor(light["textOnAccent"])
    image = QImage(WIDTH * DENSITY, HEIGHT * DENSITY, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(DENSITY)
    image.fill(accent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def write(words: str, room: QRectF, pixels: int, weight: QFont.Weight, color: QColor) -> None:
        font = QFont("Noto Sans SC")
        font.setPixelSize(pixels)
        font.setWeight(weight)
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)

    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(text)
    painter.drawRoundedRect(QRectF(40, 44, 56, 56), 9, 9)
    write(_SIGN, QRectF(51, 44, 56, 56), 34, QFont.Weight.Bold, accent)
    write(_NAME, QRectF(114, 44, 300, 56), 30, QFont.Weight.Bold, text)
    for place, line in enumerate(_LINES):
        write(line, QRectF(40, 122 + 22 * place, 380, 22), 13, QFont.Weight.Normal, text)
    painter.end()
    image.save(str(OUT))
    app.quit()


if __name__ == "__main__":
    main()
