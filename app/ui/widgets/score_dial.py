"""The score dial: half a ring in the colours of the grades, a mark at the score, the score in its middle."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.spoken import Spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.theme import Theme

_WHOLE, _RING, _TOP, _EDGE, _HALF_TURN = 100.0, 15.0, 18.0, 16.0, 180.0
_GAP = 0.35
"""Points left free between two bands."""


@dataclass(frozen=True, slots=True)
class Band:
    """A grade's letter and the score from which it is given."""

    letter: str
    floor: float


class ScoreDial(QWidget):
    """Shows 0 to 100 from left to right; the band of the score stands in its full colour."""

    spoken_as = Spoken.PICTURE

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bands: Sequence[Band] = ()
        self._score, self._text, self._below = 0.0, "", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())
        theme.themeChanged.connect(self.update)

    def set_score(self, score: float, text: str, below: str, bands: Sequence[Band], words: str) -> None:
        """``text`` stands in the middle, ``below`` under it; ``words`` say it all in a sentence."""
        self._score = min(_WHOLE, max(0.0, score))
        self._text, self._below = text, below
        self._bands = sorted(bands, key=lambda band: band.floor)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Half a ring with its figures."""
        return QSize(200, 124)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bands, their limits, the mark, the figure."""
        if not self._bands:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() - 2 * _EDGE - _RING
        ring = QRectF(_EDGE + _RING / 2, _TOP + _RING / 2, wide, wide)
        ends = [band.floor for band in self._bands[1:]] + [_WHOLE]
        for band, end in zip(self._bands, ends, strict=True):
            inside = band.floor <= self._score and (self._score < end or end == _WHOLE)
            role = f"grade.{band.letter}.{'fill' if inside else 'tint'}"
            self._arc(painter, ring, role, band.floor, end)
            if band.floor > 0:
                self._limit(painter, ring, band.floor)
        self._mark(painter, ring)
        painter.setFont(self._theme.font("dial"))
        painter.setPen(self._theme.color("text"))
        middle = round(ring.center().y())
        cell = QRect(0, middle - 46, self.width(), 48)
        painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), self._text)
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.color("textTertiary"))
        painter.drawText(
            QRect(0, middle + 2, self.width(), 16), int(Qt.AlignmentFlag.AlignCenter), self._below
        )

    def _arc(self, painter: QPainter, ring: QRectF, role: str, start: float, end: float) -> None:
        painter.setPen(QPen(self._theme.color(role), _RING, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        first = start + (_GAP if start > 0 else 0.0)
        last = end - (_GAP if end < _WHOLE else 0.0)
        angle = _HALF_TURN * (1 - first / _WHOLE)
        painter.drawArc(ring, round(angle * 16), round(-_HALF_TURN * (last - first) / _WHOLE * 16))

    def _at(self, ring: QRectF, score: float, far: float) -> QPointF:
        turn = pi * (1 - score / _WHOLE)
        reach = ring.width() / 2 + far
        return QPointF(ring.center().x() + reach * cos(turn), ring.center().y() - reach * sin(turn))

    def _limit(self, painter: QPainter, ring: QRectF, floor: float) -> None:
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.color("textTertiary"))
        at = self._at(ring, floor, _RING / 2 + 9)
        cell = QRectF(at.x() - 14, at.y() - 8, 28, 16)
        painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), f"{floor:g}")

    def _mark(self, painter: QPainter, ring: QRectF) -> None:
        half = _RING / 2
        near, far = self._at(ring, self._score, -half - 3), self._at(ring, self._score, half + 3)
        for role, width in (("surface", 7.0), ("text", 3.5)):
            painter.setPen(
                QPen(self._theme.color(role), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            )
            painter.drawLine(near, far)
