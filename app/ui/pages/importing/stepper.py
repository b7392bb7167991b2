"""The four steps of the wizard: done, current, open; done ones can be gone back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.spoken import Spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.theme import Theme

_CIRCLE, _GAP, _RULE = 22, 8, 40
_MIN_RULE = 12


class Stepper(QWidget):
    """Painted circles with numbers; a click or ←→ asks to go back to a step that is done."""

    spoken_as = Spoken.PICTURE

    asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: Sequence[str] = ()
        self._at = 0
        self.setFixedHeight(32)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_names(self, names: Sequence[str]) -> None:
        """Name the steps."""
        self._names = names
        self._say()
        self.updateGeometry()

    def set_step(self, step: int) -> None:
        """Which step is current, from 0."""
        self._at = step
        self._say()
        self.update()

    def _say(self) -> None:
        if self._names:
            place = self.tr("Step {n} of {all}: {name}")
            self.setAccessibleName(
                place.format(n=self._at + 1, all=len(self._names), name=self._names[self._at])
            )

    def _metrics(self, *, strong: bool) -> QFontMetrics:
        return QFontMetrics(self._theme.font("bodyStrong" if strong else "body"))

    def _width_of(self, place: int) -> int:
        text = self._metrics(strong=place == self._at).horizontalAdvance(self._names[place])
        return _CIRCLE + _GAP + text

    def sizeHint(self) -> QSize:
        """Room for all names and the rules between them."""
        names = sum(self._width_of(place) for place in range(len(self._names)))
        return QSize(names + (len(self._names) - 1) * (_RULE + 2 * _GAP) + 4, 32)

    def minimumSizeHint(self) -> QSize:
        """The same with short rules."""
        names = sum(self._width_of(place) for place in range(len(self._names)))
        return QSize(names + (len(self._names) - 1) * (_MIN_RULE + 2 * _GAP) + 4, 32)

    def _lefts(self) -> list[int]:
        gaps = max(1, len(self._names) - 1)
        names = sum(self._width_of(place) for place in range(len(self._names)))
        rule = max(_MIN_RULE, min(_RULE, (self.width() - names - 4) // gaps - 2 * _GAP))
        lefts, at = [], 2
        for place in range(len(self._names)):
            lefts.append(at)
            at += self._width_of(place) + rule + 2 * _GAP
        return lefts

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Circles, names, and the rules between."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lefts = self._lefts()
        for place, left in enumerate(lefts):
            self._step(painter, place, left)
            if place + 1 < len(lefts):
                start = left + self._width_of(place) + _GAP
                painter.setPen(QPen(self._theme.color("borderStrong"), 1))
                painter.drawLine(start, 16, lefts[place + 1] - _GAP, 16)
        if self.hasFocus() and self._names:
            painter.setPen(QPen(self._theme.color("focusRing"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = QRectF(lefts[self._at] - 1, 2, self._width_of(self._at) + 4, 28)
            painter.drawRoundedRect(box, 4, 4)

    def _step(self, painter: QPainter, place: int, left: int) -> None:
        now, done = place == self._at, place < self._at
        circle = QRectF(left, 5, _CIRCLE, _CIRCLE)
        painter.setPen(QPen(self._theme.color("accent" if now or done else "borderStrong"), 1.2))
        painter.setBrush(self._theme.color("accent") if now else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        if done:
            painter.drawPixmap(left + 4, 9, self._theme.pixmap("check", "accentText", 14))
        else:
            painter.setFont(self._theme.font("small"))
            painter.setPen(self._theme.color("textOnAccent" if now else "textSecondary"))
            painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(place + 1))
        painter.setFont(self._theme.font("bodyStrong" if now else "body"))
        painter.setPen(self._theme.color("text" if now else "textSecondary"))
        painter.drawText(left + _CIRCLE + _GAP, 21, self._names[place])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Back to a step that is done."""
        x = event.position().x()
        for place, left in enumerate(self._lefts()):
            if left <= x <= left + self._width_of(place) and place < self._at:
                self.asked.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← goes back one step."""
        if event.key() == Qt.Key.Key_Left and self._at > 0:
            self.asked.emit(self._at - 1)
        else:
            super().keyPressEvent(event)
