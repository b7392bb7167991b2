"""Points as pips: one for each point that can be had, filled as far as they were earned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.spoken import Spoken

if TYPE_CHECKING:
    from app.ui.theme import Theme

_WIDE, _HIGH, _GAP, _MOST = 5.0, 12.0, 2.0, 10


class Pips(QWidget):
    """The last pip is filled in part, so that halves of a point are seen."""

    spoken_as = Spoken.PICTURE

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share, self._count = 0.0, 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())
        theme.themeChanged.connect(self.update)

    def set_points(self, got: float, most: float, words: str) -> None:
        """Show ``got`` of ``most``; ``words`` say the same."""
        self._count = min(_MOST, max(1, round(most)))
        self._share = min(1.0, max(0.0, got / most)) if most else 0.0
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the most pips there are."""
        return QSize(round(_MOST * (_WIDE + _GAP)), 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The empty ones, then what is filled."""
        painter = QPainter(self)
        filled = self._share * self._count
        top = (self.height() - _HIGH) / 2
        for place in range(self._count):
            pip = QRectF(place * (_WIDE + _GAP), top, _WIDE, _HIGH)
            painter.fillRect(pip, self._theme.color("chart.grid"))
            part = min(1.0, max(0.0, filled - place))
            if part:
                full = QRectF(pip.left(), pip.top(), _WIDE * part, _HIGH)
                painter.fillRect(full, self._theme.color("chart.primary"))
