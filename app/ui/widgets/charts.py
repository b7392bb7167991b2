"""Small painted charts: a sparkline and labelled bars; longer studies have their own pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.spoken import Spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.theme import Theme

_NO_VALUES = 2


class Sparkline(QWidget):
    """A line without axes, its last point marked; ``target`` is dashed."""

    spoken_as = Spoken.PICTURE

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._values: Sequence[float] = ()
        self._target: float | None = None
        self.setMinimumSize(80, 32)

    def set_values(self, values: Sequence[float], words: str, target: float | None = None) -> None:
        """Show these, oldest first; ``words`` say the same for those who cannot see it."""
        self._values, self._target = values, target
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a card's corner."""
        return QSize(104, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The target, the line, the last point."""
        if len(self._values) < _NO_VALUES:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        every = [*self._values, *([self._target] if self._target is not None else [])]
        low, high = min(every), max(every)
        span = (high - low) or 1.0
        room = QRectF(4, 4, self.width() - 8, self.height() - 8)

        def at(place: int, value: float) -> QPointF:
            x = room.left() + room.width() * place / (len(self._values) - 1)
            return QPointF(x, room.bottom() - room.height() * (value - low) / span)

        if self._target is not None:
            painter.setPen(QPen(self._theme.color("chart.target"), 1, Qt.PenStyle.DashLine))
            y = at(0, self._target).y()
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        points = [at(place, value) for place, value in enumerate(self._values)]
        painter.setPen(QPen(self._theme.color("chart.primary"), 1.75))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("chart.primary"))
        painter.drawEllipse(points[-1], 3, 3)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what stands below it, its length, and its value in words.

    ``soft`` of the length is the less certain part, on top; ``mark`` stands above it all.
    """

    name: str
    value: float
    text: str
    warn: bool = False
    soft: float = 0.0
    mark: str = ""


class BarChart(QWidget):
    """Upright bars from zero, each labelled with its value; ``warn`` ones take amber."""

    spoken_as = Spoken.PICTURE

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: Sequence[Bar] = ()
        self.setMinimumHeight(140)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Show these, oldest first."""
        self._bars = bars
        self.setAccessibleName("; ".join(f"{bar.name} {bar.text} {bar.mark}".strip() for bar in bars))
        self.update()

    def _mark(self, painter: QPainter, bar: Bar, left: int, top: int, width: int) -> None:
        """What the bar is marked with, a holiday for one, above its value."""
        if bar.mark:
            caption = self._theme.font("caption")
            painter.setFont(caption)
            painter.setPen(self._theme.color("textTertiary"))
            room = 3 * width
            text = QFontMetrics(caption).elidedText(bar.mark, Qt.TextElideMode.ElideRight, room)
            wanted = min(QFontMetrics(caption).horizontalAdvance(text), room) + 2
            # What is wider than the bar's own room would lie over the bars beside it: above them all, then.
            high = max(top, 0) if wanted <= width else 0
            cell = QRect(left + (width - wanted) // 2, high, wanted, 16)
            cell.moveLeft(max(0, min(cell.left(), self.width() - wanted)))
            painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bars with their labels on one baseline."""
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small, caption = self._theme.font("small"), self._theme.font("caption")
        head, foot = 36 if any(bar.mark for bar in self._bars) else 20, 22
        base = self.height() - foot
        high = max((bar.value for bar in self._bars), default=0.0) or 1.0
        step = self.width() / len(self._bars)
        width = min(step * 0.62, 36.0)
        for place, bar in enumerate(self._bars):
            length = (base - head) * max(0.0, bar.value) / high
            left = step * place + (step - width) / 2
            role = "status.warn.fill" if bar.warn else "chart.primary"
            painter.fillRect(QRectF(left, base - length, width, length), self._theme.color(role))
            if bar.soft > 0:
                top = length * min(1.0, bar.soft / bar.value)
                soft = QRectF(left, base - length, width, top)
                painter.fillRect(soft, self._theme.color("chart.primarySoft"))
                painter.fillRect(QRectF(left, soft.bottom() - 1, width, 1), self._theme.color("surface"))
            self._mark(painter, bar, round(step * place), round(base - length) - 34, round(step))
            cell = QRect(round(step * place), round(base - length) - 18, round(step), 16)
            painter.setFont(small)
            painter.setPen(self._theme.color("text"))
            painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), bar.text)
            painter.setFont(caption)
            painter.setPen(self._theme.color("textTertiary"))
            below = QRect(round(step * place), base + 3, round(step), 16)
            name = QFontMetrics(caption).elidedText(bar.name, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), name)
        painter.setPen(self._theme.color("borderStrong"))
        painter.drawLine(0, base, self.width(), base)
