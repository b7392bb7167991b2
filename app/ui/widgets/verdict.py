"""The answer to a question that has three: a word, a shape and a colour, the reason beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.spoken import Spoken
from app.ui.widgets.labels import label, set_tone

if TYPE_CHECKING:
    from app.ui.theme import Theme

_SHAPES = {"good": "circle-check", "warn": "triangle-alert", "danger": "octagon-x"}
_SHAPE = 36


class Verdict(QWidget):
    """``good`` is a circle, ``warn`` a triangle, ``danger`` an octagon; each on its tint."""

    spoken_as = Spoken.GROUP

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = "good"
        self._shape = QLabel()
        self._word = label("", "page", strong=True)
        self._reason = label("", "body", wrap=True)
        self._reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = label("", "bodyStrong", strong=True, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        for each in (self._word, self._reason, self._more):
            words.addWidget(each)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(16)
        layout.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        theme.themeChanged.connect(self.update)

    def set(self, tone: str, word: str, reason: str, more: str = "") -> None:
        """Say it; ``more`` stands strong below the reason."""
        self._tone = tone
        self._theme.picture(self._shape, _SHAPES[tone], f"status.{tone}.text", _SHAPE)
        self._word.setText(word)
        set_tone(self._word, tone)
        self._reason.setText(reason)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.setAccessibleName(" ".join(filter(None, (word, reason, more))))
        self.update()

    @property
    def tone(self) -> str:
        """``good``, ``warn`` or ``danger``."""
        return self._tone

    @property
    def word(self) -> str:
        """The answer in a word."""
        return self._word.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tint behind the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(f"status.{self._tone}.tint"))
        radius = self._theme.radius("control")
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
