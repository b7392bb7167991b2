"""A stacked bar with its parts named below it, one a line; each part opens its rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.spoken import Spoken
from app.ui.widgets.labels import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.theme import Theme

_BAR, _LINE, _GAP, _SWATCH, _LEAST, _PAD = 20, 24, 8, 10, 3, 8
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its name, its amount in words and as a number, and its colour.

    With ``inside`` it is written on the bar itself and has no line below.
    """

    key: str
    name: str
    text: str
    amount: int
    role: str
    inside: str = ""


class CoverBar(QWidget):
    """``chosen`` carries the key of the part one clicked, or opened by ↑↓ and Enter."""

    spoken_as = Spoken.PICTURE

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: Sequence[Part] = ()
        self._at, self._hover = 0, -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_BAR)
        theme.themeChanged.connect(self.update)

    def show_parts(self, parts: Sequence[Part], words: str) -> None:
        """Show these; ``words`` name the whole."""
        self._parts = parts
        self._at = min(self._at, max(0, len(parts) - 1))
        self.setAccessibleName(words)
        self.setAccessibleDescription("; ".join(f"{part.name} {part.text}" for part in parts))
        listed = sum(not part.inside for part in parts)
        self.setFixedHeight(_BAR + (_GAP + listed * _LINE if listed else 0))
        self.update()

    @property
    def parts(self) -> Sequence[Part]:
        """What is shown."""
        return self._parts

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(300, self.height())

    # -- geometry -------------------------------------------------------------------------------

    def _bars(self) -> list[QRect]:
        whole = max(1, sum(max(0, part.amount) for part in self._parts))
        left, bars = 0, []
        for place, part in enumerate(self._parts):
            wide = max(_LEAST, round(self.width() * max(0, part.amount) / whole)) if part.amount > 0 else 0
            if place == len(self._parts) - 1 and wide:
                wide = self.width() - left
            wide = min(wide, max(0, self.width() - left))
            bars.append(QRect(left, 0, wide, _BAR))
            left += wide
        return bars

    def _lines(self) -> list[QRect]:
        boxes, top = [], _BAR + _GAP
        for part in self._parts:
            boxes.append(QRect() if part.inside else QRect(0, top, self.width(), _LINE))
            top += 0 if part.inside else _LINE
        return boxes

    def _hit(self, x: int, y: int) -> int:
        for place, (bar, entry) in enumerate(zip(self._bars(), self._lines(), strict=True)):
            if bar.contains(x, y) or entry.contains(x, y):
                return place
        return -1

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bar, then a line for each part."""
        painter, theme = QPainter(self), self._theme
        painter.fillRect(QRect(0, 0, self.width(), _BAR), theme.color("sunken"))
        for place, (part, bar, entry) in enumerate(
            zip(self._parts, self._bars(), self._lines(), strict=True)
        ):
            painter.fillRect(bar, theme.color(part.role))
            if place and bar.width():
                painter.fillRect(QRect(bar.left(), 0, 1, _BAR), theme.color("surface"))
            if part.inside:
                self._inside(painter, bar, part)
            else:
                self._entry(painter, entry, part, hovered=place == self._hover)
            if self.hasFocus() and place == self._at:
                role, edge = ("textOnAccent", 3) if part.inside else ("focusRing", 1)
                painter.setPen(QPen(theme.color(role), 2))
                box = QRectF(bar if part.inside else entry).adjusted(edge, edge, -edge, -edge)
                painter.drawRoundedRect(box, 4, 4)

    def _inside(self, painter: QPainter, bar: QRect, part: Part) -> None:
        font = self._theme.font("small")
        if QFontMetrics(font).horizontalAdvance(part.inside) + 2 * _PAD > bar.width():
            return
        painter.setFont(font)
        painter.setPen(self._theme.color("textOnAccent"))
        painter.drawText(bar.adjusted(_PAD, 0, 0, 0), _MIDDLE, part.inside)

    def _entry(self, painter: QPainter, box: QRect, part: Part, *, hovered: bool) -> None:
        theme = self._theme
        if hovered:
            painter.fillRect(box, theme.color("rowHover"))
        swatch = QRect(box.left(), box.center().y() - _SWATCH // 2 + 1, _SWATCH, _SWATCH)
        painter.fillRect(swatch, theme.color(part.role))
        painter.setFont(theme.font("body"))
        metrics = QFontMetrics(theme.font("body"))
        wide = metrics.horizontalAdvance(part.text)
        painter.setPen(theme.color("text"))
        painter.drawText(box, _RIGHT, part.text)
        room = box.adjusted(_SWATCH + _PAD, 0, -wide - _PAD, 0)
        painter.setPen(theme.color("textSecondary"))
        painter.drawText(
            room, _MIDDLE, metrics.elidedText(part.name, Qt.TextElideMode.ElideRight, room.width())
        )

    # -- input ----------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the part under the mouse and say its amount."""
        at = event.position().toPoint()
        hit = self._hit(at.x(), at.y())
        if hit != self._hover:
            self._hover = hit
            self.setCursor(Qt.CursorShape.PointingHandCursor if hit >= 0 else Qt.CursorShape.ArrowCursor)
            part = self._parts[hit] if hit >= 0 else None
            self.setToolTip(plain(f"{part.name}  {part.text}") if part else "")
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse."""
        self._hover = -1
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens a part."""
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and (hit := self._hit(at.x(), at.y())) >= 0:
            self._at = hit
            self.chosen.emit(self._parts[hit].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑↓ (and ←→) move from part to part, Enter or Space opens it."""
        key, count = event.key(), len(self._parts)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}
        if Qt.Key(key) in step and count:
            self._at = (self._at + step[Qt.Key(key)]) % count
            self.update()
        elif key in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter} and count:
            self.chosen.emit(self._parts[self._at].key)
        else:
            super().keyPressEvent(event)
