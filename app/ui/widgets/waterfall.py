"""A waterfall: where each part begins the one before ends; below, the sum of all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.spoken import Spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.theme import Theme

_ROW, _BAR, _GAP, _VALUE, _NAMES = 28, 15, 8, 44, 134


@dataclass(frozen=True, slots=True)
class Part:
    """One part: what it is called, what it earned of the most it could, and that in words."""

    name: str
    got: float
    most: float
    text: str


class Waterfall(QWidget):
    """Parts from the top down on a scale of 0 to 100; a click (or ↑↓ and Enter) asks to see one."""

    spoken_as = Spoken.PICTURE

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: Sequence[Part] = ()
        self._sum_name, self._sum_text = "", ""
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.themeChanged.connect(self.update)

    def set_parts(self, parts: Sequence[Part], sum_name: str, sum_text: str) -> None:
        """Show these and their sum."""
        grown = len(parts) != len(self._parts)
        self._parts, self._sum_name, self._sum_text = parts, sum_name, sum_text
        self._at = min(self._at, max(0, len(parts) - 1))
        said = "; ".join(f"{part.name} {part.text}" for part in parts)
        self.setAccessibleDescription(f"{said}; {sum_name} {sum_text}")
        if grown:
            self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        """A line for each part and one for the sum."""
        return QSize(300, _ROW * (len(self._parts) + 1))

    def _names(self) -> int:
        metrics = QFontMetrics(self._theme.font("small"))
        widest = max((metrics.horizontalAdvance(part.name) for part in self._parts), default=0)
        return min(max(widest + _GAP, 64), _NAMES, self.width() // 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Names, bars joined by hairlines, values."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self._names()
        room = max(20, self.width() - left - _VALUE)
        scale, at = room / 100.0, 0.0
        for place, part in enumerate(self._parts):
            top = place * _ROW
            bar = QRectF(left + at * scale, top + (_ROW - _BAR) / 2, max(1.0, part.got * scale), _BAR)
            whole = QRectF(bar.left(), bar.top(), max(1.0, part.most * scale), _BAR)
            painter.fillRect(whole, self._theme.color("chart.band"))
            painter.fillRect(bar, self._theme.color("chart.primary"))
            at += part.got
            painter.setPen(QPen(self._theme.color("borderStrong"), 1))
            x = round(left + at * scale) - 0.5
            painter.drawLine(QRectF(x, bar.bottom(), 0, _ROW - _BAR).topLeft(),
                             QRectF(x, bar.bottom(), 0, _ROW - _BAR).bottomLeft())  # fmt: skip
            self._words(painter, top, left, part.name, part.text)
        top = len(self._parts) * _ROW
        sums = QRectF(left, top + (_ROW - _BAR) / 2, max(1.0, at * scale), _BAR)
        painter.fillRect(sums, self._theme.color("text"))
        self._words(painter, top, left, self._sum_name, self._sum_text, strong=True)
        if self.hasFocus() and self._parts:
            painter.setPen(QPen(self._theme.color("focusRing"), 2))
            painter.drawRoundedRect(QRectF(1, self._at * _ROW + 1, self.width() - 2, _ROW - 2), 4, 4)

    def _words(
        self, painter: QPainter, top: int, left: int, name: str, text: str, *, strong: bool = False
    ) -> None:
        font = self._theme.font("bodyStrong" if strong else "small")
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        cell = QRect(0, top, left - _GAP // 2, _ROW)
        shown = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, cell.width())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(cell, int(middle | Qt.AlignmentFlag.AlignLeft), shown)
        painter.setFont(self._theme.font("bodyStrong"))
        value = QRect(self.width() - _VALUE, top, _VALUE, _ROW)
        painter.drawText(value, int(middle | Qt.AlignmentFlag.AlignRight), text)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """See the part under the mouse."""
        place = int(event.position().y()) // _ROW
        if 0 <= place < len(self._parts):
            self._at = place
            self.chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑↓ move, Enter and Space choose."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and self._parts:
            self._at = (self._at + step) % len(self._parts)
            self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._parts:
            self.chosen.emit(self._at)
        else:
            super().keyPressEvent(event)
