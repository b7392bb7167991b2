"""The line of past scores: a value on each point, its day below, the grade's limit dashed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.spoken import Spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.theme import Theme

_EDGE, _HEAD, _FOOT, _LIMIT = 18.0, 20.0, 20.0, 56.0
_MOST = 6
"""Points shown; older ones are in the list."""


@dataclass(frozen=True, slots=True)
class Point:
    """One score: its value, that in words, its day, and what it stands for (0: nothing to open)."""

    score: float
    text: str
    day: str
    id: int = 0


class ScoreLine(QWidget):
    """Oldest first, the last point marked; a click (or ←→ and Enter) opens what a point stands for."""

    spoken_as = Spoken.PICTURE

    opened = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._points: Sequence[Point] = ()
        self._limit: float | None = None
        self._limit_text = ""
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.sizeHint().height())
        theme.themeChanged.connect(self.update)

    def set_points(self, points: Sequence[Point], limit: float | None, limit_text: str) -> None:
        """Show these; ``limit`` is where the grade below begins."""
        self._points = points[-_MOST:]
        self._limit, self._limit_text = limit, limit_text
        self._at = len(self._points) - 1
        said = "; ".join(f"{point.day} {point.text}" for point in self._points)
        self.setAccessibleDescription(f"{said}; {limit_text}" if limit_text else said)
        self.update()

    def sizeHint(self) -> QSize:
        """High enough to see ten points' difference."""
        return QSize(300, 128)

    def _places(self) -> list[QPointF]:
        values = [point.score for point in self._points]
        every = values + ([self._limit] if self._limit is not None else [])
        low, high = min(every), max(every)
        span = max(high - low, 5.0)
        room = self.height() - _HEAD - _FOOT - 12
        wide = self.width() - 2 * _EDGE - (_LIMIT if self._limit is not None else 0)
        step = wide / max(1, len(values) - 1)
        lefts = [_EDGE + step * place for place in range(len(values))]
        if len(values) == 1:
            lefts = [_EDGE + wide / 2]
        self._base = self.height() - _FOOT - 6
        return [
            QPointF(x, self._base - room * (value - low) / span)
            for x, value in zip(lefts, values, strict=True)
        ]

    def _level(self, value: float) -> float:
        values = [point.score for point in self._points]
        every = [*values, value]
        span = max(max(every) - min(every), 5.0)
        return self._base - (self.height() - _HEAD - _FOOT - 12) * (value - min(every)) / span

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The limit, the line, the values, the days."""
        if not self._points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self._places()
        if self._limit is not None:
            y = self._level(self._limit)
            painter.setPen(QPen(self._theme.color("borderStrong"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(4, y), QPointF(self.width() - _LIMIT - 2, y))
            painter.setFont(self._theme.font("caption"))
            painter.setPen(self._theme.color("textSecondary"))
            cell = QRectF(self.width() - _LIMIT, y - 8, _LIMIT, 16)
            painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), self._limit_text)
        painter.setPen(QPen(self._theme.color("chart.primary"), 1.75))
        painter.drawPolyline(QPolygonF(places))
        for place, (at, point) in enumerate(zip(places, self._points, strict=True)):
            self._point(painter, place, at, point)

    def _point(self, painter: QPainter, place: int, at: QPointF, point: Point) -> None:
        last = place == len(self._points) - 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("chart.primary"))
        radius = 4.5 if last else 3.0
        painter.drawEllipse(at, radius, radius)
        painter.setFont(self._theme.font("bodyStrong" if last else "small"))
        painter.setPen(self._theme.color("text"))
        centre = int(Qt.AlignmentFlag.AlignCenter)
        painter.drawText(QRectF(at.x() - 24, at.y() - 21, 48, 16), centre, point.text)
        caption = self._theme.font("caption")
        painter.setFont(caption)
        painter.setPen(self._theme.color("textTertiary"))
        wide = QFontMetrics(caption).horizontalAdvance(point.day) + 2
        left = min(max(0.0, at.x() - wide / 2), self.width() - wide)
        painter.drawText(QRectF(left, self.height() - _FOOT + 4, wide, 16), centre, point.day)
        if self.hasFocus() and place == self._at:
            painter.setPen(QPen(self._theme.color("focusRing"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, 8, 8)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the point nearest to the mouse."""
        if self._points:
            places = self._places()
            x = event.position().x()
            self._at = min(range(len(places)), key=lambda place: abs(places[place].x() - x))
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """←→ move, Enter opens."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and self._points:
            self._at = (self._at + step) % len(self._points)
            self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._points:
            self._open()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self._points[self._at].id:
            self.opened.emit(self._points[self._at].id)
        self.update()
