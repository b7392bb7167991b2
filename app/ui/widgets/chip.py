"""Chips and grades: a word or a letter on a tint, never colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.spoken import Spoken

if TYPE_CHECKING:
    from app.ui.theme import Theme

_GRADES = frozenset("ABCD")


class Chip(QWidget):
    """A short word in a status tone: ``good``, ``warn``, ``danger``, ``info`` or ``neutral``."""

    spoken_as = Spoken.TEXT

    def __init__(
        self, theme: Theme, text: str = "", tone: str = "neutral", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text, self._tone = text, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(text, tone)

    def set(self, text: str, tone: str) -> None:
        """Show another word in a tone."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """The word shown."""
        return self._text

    def colors(self) -> tuple[QColor, QColor]:
        """Background and text."""
        base = f"status.{self._tone}"
        return self._theme.color(f"{base}.tint"), self._theme.color(f"{base}.text")

    def sizeHint(self) -> QSize:
        """20 pixels high, six of room at either side."""
        width = QFontMetrics(self._theme.font("small")).horizontalAdvance(self._text)
        return QSize(width + 14, self._theme.size("chip"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tint, then the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        back, front = self.colors()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(back)
        radius = self._theme.radius("chip")
        painter.drawRoundedRect(QRect(0, 0, self.width(), self.height()), radius, radius)
        painter.setFont(self._theme.font("small"))
        painter.setPen(front)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._text)


class Grade(Chip):
    """A credit grade's letter, A to D; D stands on its full colour."""

    @property
    def help_topic(self) -> str:
        """What the grade means."""
        return f"grade.{self._text.lower()}" if self._text in _GRADES else ""

    def colors(self) -> tuple[QColor, QColor]:
        """Background and letter."""
        return grade_colors(self._theme, self._text or "C")


def grade_colors(theme: Theme, grade: str) -> tuple[QColor, QColor]:
    """Background and letter of a grade wherever it is painted."""
    back, front = ("fill", "onFill") if grade == "D" else ("tint", "text")
    return theme.color(f"grade.{grade}.{back}"), theme.color(f"grade.{grade}.{front}")
