"""The exposure gauge: what is at risk piece by piece against the limit; each piece opens its rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.ui.spoken import Spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.theme import Theme

_CAPTION, _BAR, _ENTRY, _GAP, _SWATCH, _PAD, _LEAST = 20, 20, 22, 6, 10, 16, 3


@dataclass(frozen=True, slots=True)
class GaugePiece:
    """One piece: its name, its amount in words and as a number, the colour role, and whether it is room left.

    One below nothing stands in the legend alone and shortens the pieces before it.
    """

    key: str
    name: str
    text: str
    amount: int
    role: str
    left: bool = False


@dataclass(frozen=True, slots=True)
class Gauge:
    """The pieces in their order and the limit in words and as a number; None draws no mark.

    ``mark`` is another amount that counts, such as an insurer's limit: a dashed line.
    """

    pieces: Sequence[GaugePiece] = ()
    limit: int | None = None
    limit_text: str = ""
    mark: int | None = None
    mark_text: str = ""

    def lengths(self) -> list[int]:
        """What each piece takes of the bar: credits take their amount off the first pieces."""
        credit = -sum(min(0, piece.amount) for piece in self.pieces)
        found = []
        for piece in self.pieces:
            own = max(0, piece.amount)
            off = 0 if piece.left else min(own, credit)
            credit -= off
            found.append(own - off)
        return found


class ExposureGauge(QWidget):
    """``chosen`` carries the key of the piece one clicked, or opened by ←→ and Enter."""

    spoken_as = Spoken.PICTURE

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._gauge = Gauge()
        self._at, self._hover = 0, -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.themeChanged.connect(self.update)
        self._fit()

    def show_gauge(self, gauge: Gauge, words: str) -> None:
        """Show this; ``words`` name the whole, the pieces are added to them."""
        self._gauge = gauge
        self._at = min(self._at, max(0, len(gauge.pieces) - 1))
        self.setAccessibleName(words)
        said = [f"{piece.name} {piece.text}" for piece in gauge.pieces]
        self.setAccessibleDescription("; ".join(filter(None, (*said, gauge.limit_text, gauge.mark_text))))
        self._fit()
        self.update()

    @property
    def gauge(self) -> Gauge:
        """What is shown."""
        return self._gauge

    # -- geometry -------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(420, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The legend takes as many lines as it needs."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        boxes = self._legend()
        last = boxes[-1].bottom() + 1 if boxes else _CAPTION + _BAR
        if self.height() != last:
            self.setFixedHeight(last)

    def _whole(self) -> int:
        return max(sum(self._gauge.lengths()), self._gauge.limit or 0, 1)

    def _bars(self) -> list[QRect]:
        left, bars, whole, room = 0, [], self._whole(), self.width()
        for amount in self._gauge.lengths():
            wide = max(_LEAST, round(room * amount / whole)) if amount else 0
            wide = min(wide, max(0, room - left))
            bars.append(QRect(left, _CAPTION, wide, _BAR))
            left += wide
        return bars

    def _legend(self) -> list[QRect]:
        small, strong = (QFontMetrics(self._theme.font(name)) for name in ("small", "bodyStrong"))
        left, top, boxes = 0, _CAPTION + _BAR + _GAP, []
        for piece in self._gauge.pieces:
            wide = _SWATCH + 2 * _GAP + small.horizontalAdvance(piece.name)
            wide += strong.horizontalAdvance(piece.text) + _GAP + _PAD
            if left and left + wide - _PAD > self.width():
                left, top = 0, top + _ENTRY
            boxes.append(QRect(left, top, wide, _ENTRY))
            left += wide
        return boxes

    def _hit(self, x: int, y: int) -> int:
        for place, (bar, entry) in enumerate(zip(self._bars(), self._legend(), strict=True)):
            if bar.contains(x, y) or entry.contains(x, y):
                return place
        return -1

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bar, the limit's mark above it, the legend below."""
        painter, theme = QPainter(self), self._theme
        painter.fillRect(QRect(0, _CAPTION, self.width(), _BAR), theme.color("sunken"))
        pieces = self._gauge.pieces
        for place, (piece, bar) in enumerate(zip(pieces, self._bars(), strict=True)):
            painter.fillRect(bar, theme.color(piece.role))
            if bar.width() and place:
                painter.fillRect(QRect(bar.left(), bar.top(), 1, bar.height()), theme.color("surface"))
            if bar.width() and place == self._hover:
                painter.fillRect(bar.adjusted(0, bar.height() - 3, 0, 0), theme.color("text"))
        taken = self._limit(painter)
        self._mark(painter, taken)
        for place, box in enumerate(self._legend()):
            self._entry(painter, box, pieces[place])
        if self.hasFocus() and pieces:
            painter.setPen(QPen(theme.color("focusRing"), 2))
            painter.drawRoundedRect(self._legend()[self._at].adjusted(1, 1, -_PAD + 5, -1), 4, 4)

    def _limit(self, painter: QPainter) -> QRect:
        """The limit's mark; the room its words take."""
        limit, theme = self._gauge.limit, self._theme
        if limit is None:
            return QRect()
        at = min(round(self.width() * limit / self._whole()), self.width() - 2)
        if sum(self._gauge.lengths()) > limit:
            painter.fillRect(
                QRect(at, _CAPTION + _BAR - 4, self.width() - at, 4), theme.color("status.danger.fill")
            )
        painter.fillRect(QRect(at, _CAPTION - 3, 2, _BAR + 6), theme.color("text"))
        font = theme.font("small")
        wide = QFontMetrics(font).horizontalAdvance(self._gauge.limit_text) + 2
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        left = max(0, min(at - wide // 2, self.width() - wide))
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        room = QRect(left, 0, wide, _CAPTION - 4)
        painter.drawText(room, middle, self._gauge.limit_text)
        return room

    def _mark(self, painter: QPainter, taken: QRect) -> None:
        """The dashed mark; its words give way to those of the limit."""
        mark, theme = self._gauge.mark, self._theme
        if mark is None or mark > self._whole():
            return
        at = min(round(self.width() * mark / self._whole()), self.width() - 2)
        painter.setPen(QPen(theme.color("text"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(at, _CAPTION - 4, at, _CAPTION + _BAR + 2)
        font = theme.font("small")
        wide = QFontMetrics(font).horizontalAdvance(self._gauge.mark_text) + 2
        left = max(0, min(at - wide // 2, self.width() - wide))
        if not taken.isNull():
            left = min(left, taken.left() - wide - _PAD) if at <= taken.center().x() else left
        room = QRect(left, 0, wide, _CAPTION - 4)
        if left < 0 or room.intersects(taken):
            return
        painter.setFont(font)
        painter.setPen(theme.color("textSecondary"))
        painter.drawText(
            room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._gauge.mark_text
        )

    def _entry(self, painter: QPainter, box: QRect, piece: GaugePiece) -> None:
        theme, middle = self._theme, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        swatch = QRect(box.left(), box.center().y() - _SWATCH // 2 + 1, _SWATCH, _SWATCH)
        if piece.amount >= 0:
            painter.fillRect(swatch, theme.color(piece.role))
        else:
            painter.setPen(theme.color("borderStrong"))
            painter.drawRect(swatch.adjusted(0, 0, -1, -1))
        small, strong = theme.font("small"), theme.font("bodyStrong")
        left = box.left() + _SWATCH + _GAP
        painter.setFont(small)
        painter.setPen(theme.color("textSecondary"))
        painter.drawText(box.adjusted(left - box.left(), 0, 0, 0), middle, piece.name)
        left += QFontMetrics(small).horizontalAdvance(piece.name) + _GAP
        painter.setFont(strong)
        painter.setPen(theme.color("text"))
        painter.drawText(box.adjusted(left - box.left(), 0, 0, 0), middle, piece.text)

    # -- input ----------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the piece under the mouse and say its amount."""
        at = event.position().toPoint()
        hit = self._hit(at.x(), at.y())
        if hit != self._hover:
            self._hover = hit
            self.setCursor(Qt.CursorShape.PointingHandCursor if hit >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()
        if hit >= 0:
            piece = self._gauge.pieces[hit]
            QToolTip.showText(event.globalPosition().toPoint(), f"{piece.name}  {piece.text}", self)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse."""
        self._hover = -1
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens a piece."""
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and (hit := self._hit(at.x(), at.y())) >= 0:
            self._at = hit
            self.chosen.emit(self._gauge.pieces[hit].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """←→ move from piece to piece, Enter or Space opens it."""
        key, pieces = event.key(), self._gauge.pieces
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and pieces:
            self._at = (self._at + (1 if key == Qt.Key.Key_Right else -1)) % len(pieces)
            self.update()
        elif key in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter} and pieces:
            self.chosen.emit(pieces[self._at].key)
        else:
            super().keyPressEvent(event)
