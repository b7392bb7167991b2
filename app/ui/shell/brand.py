"""The program's sign: the first character of its Chinese name on the accent colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from app.ui.theme import Theme

NAME = "Holdfast 稳账"
_SIGN = "稳"
_ICON_SIZES = (16, 32, 48, 128)


def sign(theme: Theme, size: int, ratio: float = 1.0) -> QPixmap:
    """The sign ``size`` logical pixels square."""
    pixels = round(size * ratio)
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    room = QRectF(0, 0, pixels, pixels)
    painter.drawRoundedRect(room, pixels * 0.16, pixels * 0.16)
    font = QFont(theme.font("bodyStrong"))
    font.setPixelSize(max(8, round(pixels * 0.6)))
    painter.setFont(font)
    painter.setPen(theme.color("textOnAccent"))
    painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), _SIGN)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def window_icon(theme: Theme) -> QIcon:
    """The icon of the window and the task bar."""
    icon = QIcon()
    for size in _ICON_SIZES:
        icon.addPixmap(sign(theme, size))
    return icon


class BrandSign(QLabel):
    """The sign as a widget; it follows the theme."""

    def __init__(self, theme: Theme, size: int) -> None:
        super().__init__()
        self._theme, self._size = theme, size
        self.setFixedSize(size, size)
        self._draw()
        theme.themeChanged.connect(self._draw)

    def _draw(self) -> None:
        self.setPixmap(sign(self._theme, self._size, self.devicePixelRatio()))
