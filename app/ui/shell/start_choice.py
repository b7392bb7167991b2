"""One of the ways to start: icon, title, what it means; Enter or its number chooses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

if TYPE_CHECKING:
    from app.ui.theme import Theme

_HEIGHT = 78
_BOX = 48


class StartChoice(QPushButton):
    """A wide, painted button; the default one is framed in the accent colour."""

    def __init__(self, theme: Theme, icon: str, *, default: bool = False) -> None:
        super().__init__()
        self._theme, self._icon, self._default = theme, icon, default
        self._title = self._detail = ""
        self.setMinimumHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(True)

    def say(self, title: str, detail: str) -> None:
        """What it does."""
        self._title, self._detail = title, detail
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(420, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Card, icon box, two lines, chevron."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hot = self.underMouse() and self.isEnabled()
        strong = self.hasFocus()
        edge = "focusRing" if self.hasFocus() else "accent" if self._default else "border"
        painter.setPen(QPen(theme.color("borderStrong" if hot and not strong else edge), 2 if strong else 1))
        painter.setBrush(theme.color("sunken" if self.isDown() else "rowHover" if hot else "surface"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 6, 6)
        box = self.rect().adjusted(20, 0, 0, 0)
        box.setWidth(_BOX)
        box.setTop((self.height() - _BOX) // 2)
        box.setHeight(_BOX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accentTint" if self._default else "sunken"))
        painter.drawRoundedRect(box, 4, 4)
        icon = theme.pixmap(self._icon, "accentText", 22)
        painter.drawPixmap(box.center().x() - 10, box.center().y() - 10, icon)
        left, middle = box.right() + 20, self.height() // 2
        painter.setFont(theme.font("section"))
        painter.setPen(theme.color("text"))
        painter.drawText(left, middle - 6, self._title)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("textSecondary"))
        room = self.width() - left - 48
        detail = painter.fontMetrics().elidedText(self._detail, Qt.TextElideMode.ElideRight, room)
        painter.drawText(left, middle + 18, detail)
        arrow = theme.pixmap("chevron-right", "textSecondary", 16)
        painter.drawPixmap(self.width() - 38, middle - 8, arrow)
