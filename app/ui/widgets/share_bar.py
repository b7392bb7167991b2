"""A thin bar filled as far as a share goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.spoken import Spoken

if TYPE_CHECKING:
    from app.ui.theme import Theme

_HIGH = 8.0


class ShareBar(QWidget):
    """``share`` from 0 to 1 of the bar is filled; its figures stand beside it in words."""

    spoken_as = Spoken.PICTURE

    def __init__(self, theme: Theme, share: float, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.set_share(share, words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(20)
        theme.themeChanged.connect(self.update)

    def set_share(self, share: float, words: str) -> None:
        """Fill so much of the bar; ``words`` say it."""
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(140, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The empty bar, then what is filled."""
        painter = QPainter(self)
        bar = QRectF(0, (self.height() - _HIGH) / 2, self.width(), _HIGH)
        painter.fillRect(bar, self._theme.color("chart.band"))
        bar.setWidth(bar.width() * self._share)
        painter.fillRect(bar, self._theme.color("chart.primary"))
