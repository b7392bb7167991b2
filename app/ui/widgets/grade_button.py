"""The grade of a customer as a button: its letter on its colour, grey once it no longer holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

if TYPE_CHECKING:
    from app.ui.theme import Theme

_SIDE, _PAD = 32, 10


class GradeButton(QAbstractButton):
    """A letter, or a few words where there is no grade; what it means is its accessible name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role, self.help_topic = "status.neutral", ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.themeChanged.connect(self.update)

    def show_grade(self, letter: str, words: str, *, valid: bool) -> None:
        """Show a grade; ``words`` say it and why it is grey."""
        self._role = f"grade.{letter}" if valid else "status.neutral"
        self.help_topic = f"grade.{letter.lower()}"
        self._say(letter, words)

    def show_none(self, text: str, words: str) -> None:
        """Nobody has assessed this customer."""
        self._role, self.help_topic = "status.neutral", "word.grade"
        self._say(text, words)

    def _say(self, text: str, words: str) -> None:
        self.setText(text)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def _font(self) -> str:
        return "section" if len(self.text()) == 1 else "small"

    def sizeHint(self) -> QSize:
        """Square for a letter, as wide as its words otherwise."""
        wide = QFontMetrics(self._theme.font(self._font())).horizontalAdvance(self.text()) + 2 * _PAD
        return QSize(max(_SIDE, wide), _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tint, the letter, the focus ring."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self._role == "grade.D"
        back, front = ("fill", "onFill") if strong else ("tint", "text")
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"{self._role}.{back}"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(theme.font(self._font()))
        painter.setPen(theme.color(f"{self._role}.{front}"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focusRing"), 2))
            painter.drawRoundedRect(box, 4, 4)
