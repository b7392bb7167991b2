"""Line icons (Lucide) recoloured from the theme and rendered at the screen's own resolution."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton

from app.resources import path as resource

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.ui.theme import Theme

_STROKES = ((12, 2.75), (24, 1.75), (9999, 1.5))
"""Up to a size in pixels, the stroke: small signs need weight, big icons look heavy with it."""
SIZE, GAP = 16, 4
"""Icon of a button in pixels, and the air between it and the text."""
_STROKE = 'stroke-width="2"'
GLYPHS = {
    "check": ("check", "textOnAccent"),
    "minus": ("minus", "textOnAccent"),
    "down": ("chevron-down", "textSecondary"),
    "down-off": ("chevron-down", "textDisabled"),
    "tick": ("check", "accentText"),
    "right": ("chevron-right", "textSecondary"),
    "left": ("chevron-left", "textSecondary"),
}
"""Signs of the style sheet: their icon and colour; ``packaging/glyphs.py`` draws them."""


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


def svg(name: str, color: str, stroke: float = 2.0) -> bytes:
    """The icon's SVG with its stroke in ``color`` (#RRGGBB) and ``stroke`` units of 24 wide."""
    text = _source(name).replace("currentColor", color)
    return text.replace(_STROKE, f'stroke-width="{stroke}"').encode()


@lru_cache(maxsize=512)
def pixmap(name: str, color: str, size: int, ratio: float) -> QPixmap:
    """The icon ``size`` logical pixels square for a screen of that pixel ratio."""
    pixels = round(size * ratio)
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    thin = next(width for limit, width in _STROKES if size <= limit)
    QSvgRenderer(QByteArray(svg(name, color, thin))).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, color: str, disabled: str, size: int, ratio: float, gap: int = 0) -> QIcon:
    """A QIcon with a normal and a disabled shade, and ``gap`` pixels of air before a text."""
    made = QIcon()
    made.addPixmap(_aired(pixmap(name, color, size, ratio), gap), QIcon.Mode.Normal)
    made.addPixmap(_aired(pixmap(name, disabled, size, ratio), gap), QIcon.Mode.Disabled)
    return made


def _aired(picture: QPixmap, gap: int) -> QPixmap:
    """The picture with air at its right: a push button sets text too close to its icon."""
    if not gap:
        return picture
    ratio = picture.devicePixelRatio()
    wide = QPixmap(picture.width() + round(gap * ratio), picture.height())
    wide.fill(Qt.GlobalColor.transparent)
    wide.setDevicePixelRatio(ratio)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return wide


def put(button: QAbstractButton, theme: Theme, name: str, role: str) -> None:
    """Set a button's icon in the colours now in force."""
    gap = GAP if isinstance(button, QPushButton) else 0
    button.setIconSize(QSize(SIZE + gap, SIZE))
    button.setIcon(theme.icon(name, role, SIZE, gap))


def redress(widget: QWidget, theme: Theme) -> None:
    """Draw a widget's icon again in the colours now in force."""
    name = widget.property("iconName")
    if not name:
        return
    role = widget.property("iconRole") or "text"
    if isinstance(widget, QAbstractButton):
        put(widget, theme, name, role)
    elif isinstance(widget, QLabel):
        widget.setPixmap(theme.pixmap(name, role, widget.property("iconSize") or 16))


def glyphs(scheme: str) -> dict[str, str]:
    """The small signs a style sheet needs, ready in the colours of that name; name → path."""
    folder = resource("theme", scheme).as_posix()
    return {key: f"{folder}/{key}.svg" for key in GLYPHS}


def draw_glyph(key: str, color: str) -> bytes:
    """A sign's SVG in its colour, as it lies in the resources."""
    return svg(GLYPHS[key][0], color, 3.0 if key in {"check", "minus"} else 2.0)
