"""The aging strip: one bar of all buckets with their shares, a legend with the amounts below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.ui.spoken import Spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.theme import Theme

_GAP, _SWATCH, _LEGEND, _LEGEND_WIDTH, _LINE = 2, 10, 44, 108, 28


@dataclass(frozen=True, slots=True)
class Segment:
    """One bucket: its name, its amount as text and as a number for the bar's length."""

    name: str
    amount_text: str
    amount: int
    share_text: str


class AgingStrip(QWidget):
    """Segment 0 is not due; a click (or ←→ and Space) asks for one bucket alone, again for all."""

    spoken_as = Spoken.PICTURE

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._segments: Sequence[Segment] = ()
        self._at = 0
        self._hover = -1
        self._filter = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.size("stripBar") + _LEGEND)
        self.setAccessibleName(self.tr("Aging"))

    def set_segments(self, segments: Sequence[Segment]) -> None:
        """Show these buckets, not due first."""
        self._segments = segments
        self._at = min(self._at, max(0, len(segments) - 1))
        if self._filter >= len(segments):
            self._filter = -1
        words = (f"{each.name} {each.amount_text} {each.share_text}" for each in segments)
        self.setAccessibleDescription("; ".join(words))
        self.update()

    @property
    def filtered(self) -> int:
        """The bucket asked for, -1 for all."""
        return self._filter

    def set_filtered(self, bucket: int) -> None:
        """Mark the bucket the table shows (-1 for all) without saying so."""
        self._filter = bucket
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(480, self.height())

    # -- geometry -------------------------------------------------------------------------------

    def _bars(self) -> list[QRect]:
        """Rectangles of the segments; nothing owed leaves none. A tiny share keeps 3 pixels."""
        positive = [max(0, each.amount) for each in self._segments]
        total = sum(positive)
        height = self._theme.size("stripBar")
        if total == 0:
            return [QRect(0, 0, 0, height) for _ in positive]
        parts = sum(1 for amount in positive if amount)
        room = self.width() - _GAP * (parts - 1)
        left, bars = 0, []
        for amount in positive:
            width = max(3, round(room * amount / total)) if amount else 0
            bars.append(QRect(left, 0, width, height))
            left += width + (_GAP if amount else 0)
        excess = left - _GAP - self.width()
        widest = max(range(len(bars)), key=lambda i: bars[i].width())
        bars[widest].setWidth(bars[widest].width() - excess)
        for bar in bars[widest + 1 :]:
            bar.translate(-excess, 0)
        return bars

    def _legend(self) -> list[QRect]:
        """Rectangles of the legend's entries: evenly spread, never wider than the strip."""
        count = max(1, len(self._segments))
        step = min(self.width() // count, max(_LEGEND_WIDTH, self.width() // 5))
        top = self._theme.size("stripBar") + 6
        return [QRect(i * step, top, step, _LEGEND - 6) for i in range(len(self._segments))]

    def _hit(self, x: int, y: int) -> int:
        for place, (bar, entry) in enumerate(zip(self._bars(), self._legend(), strict=True)):
            if bar.contains(x, y) or entry.contains(x, y):
                return place
        return -1

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bar, then the legend."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bars = self._bars()
        if not any(bar.width() for bar in bars):
            painter.fillRect(
                QRect(0, 0, self.width(), self._theme.size("stripBar")), self._theme.color("sunken")
            )
        last = len(self._segments) - 1
        for place, (segment, bar) in enumerate(zip(self._segments, bars, strict=True)):
            colors = self._theme.age(place, max(1, last))
            faded = self._filter not in {-1, place}
            painter.setOpacity(0.35 if faded else 1.0)
            painter.fillRect(bar, colors.fill)
            if place == self._hover and not faded:
                painter.fillRect(bar.adjusted(0, bar.height() - 3, 0, 0), self._theme.color("text"))
            self._share(painter, bar, segment)
            painter.setOpacity(1.0)
        for place, entry in enumerate(self._legend()):
            self._entry(painter, entry, place)
        if self.hasFocus() and self._segments:
            painter.setPen(QPen(self._theme.color("focusRing"), 2))
            painter.drawRoundedRect(self._legend()[self._at].adjusted(1, 0, -5, -1), 4, 4)

    def _share(self, painter: QPainter, bar: QRect, segment: Segment) -> None:
        font = self._theme.font("small")
        text = segment.share_text.split(".")[0].rstrip("%") + "%"
        total = sum(max(0, each.amount) for each in self._segments)
        if total:
            text = f"{round(100 * max(0, segment.amount) / total)}%"
        if QFontMetrics(font).horizontalAdvance(text) + 8 > bar.width():
            return
        place = list(self._segments).index(segment)
        painter.setFont(font)
        painter.setPen(self._theme.age(place, max(1, len(self._segments) - 1)).on_fill)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(bar.adjusted(6 if bar.width() > 40 else 3, 0, 0, 0), int(flags), text)  # noqa: PLR2004 - a narrow piece

    def _entry(self, painter: QPainter, entry: QRect, place: int) -> None:
        segment = self._segments[place]
        top = entry.top() + 3
        swatch = QRect(entry.left(), top + 4, _SWATCH, _SWATCH)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.age(place, max(1, len(self._segments) - 1)).fill)
        painter.drawRoundedRect(swatch, 2, 2)
        left, room = entry.left() + 16, entry.width() - 20
        small, strong, tiny = (self._theme.font(name) for name in ("small", "bodyStrong", "caption"))
        name = QFontMetrics(small).elidedText(segment.name, Qt.TextElideMode.ElideRight, room)
        painter.setFont(small)
        painter.setPen(self._theme.color("text" if place == self._filter else "textSecondary"))
        painter.drawText(left, top + 14, name)
        painter.setFont(strong)
        painter.setPen(self._theme.color("text"))
        painter.drawText(left, top + 31, segment.amount_text)
        width = QFontMetrics(strong).horizontalAdvance(segment.amount_text)
        if width + 6 + QFontMetrics(tiny).horizontalAdvance(segment.share_text) <= room + 4:
            painter.setFont(tiny)
            painter.setPen(self._theme.color("textTertiary"))
            painter.drawText(left + width + 6, top + 31, segment.share_text)

    # -- input ----------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the segment under the mouse and say its amount."""
        at = event.position().toPoint()
        hit = self._hit(at.x(), at.y())
        if hit != self._hover:
            self._hover = hit
            self.update()
        if hit >= 0:
            each = self._segments[hit]
            text = f"{each.name}  {each.amount_text}  {each.share_text}"
            QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse."""
        self._hover = -1
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks for the bucket."""
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and (hit := self._hit(at.x(), at.y())) >= 0:
            self._at = hit
            self._choose(hit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """←→ move, Space or Enter asks for the bucket, Esc for all."""
        key = event.key()
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and self._segments:
            step = 1 if key == Qt.Key.Key_Right else -1
            self._at = (self._at + step) % len(self._segments)
            self.update()
        elif key in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._segments:
            self._choose(self._at)
        elif key == Qt.Key.Key_Escape and self._filter >= 0:
            self._choose(self._filter)
        else:
            super().keyPressEvent(event)

    def _choose(self, place: int) -> None:
        self._filter = -1 if place == self._filter else place
        self.update()
        self.chosen.emit(self._filter)


class AgingList(AgingStrip):
    """The same for a narrow card: the legend is a list, name, amount and share in columns."""

    def set_segments(self, segments: Sequence[Segment]) -> None:
        """Show these buckets, not due first; as high as they are many."""
        super().set_segments(segments)
        self.setFixedHeight(self._theme.size("stripBar") + 10 + _LINE * max(1, len(segments)))

    def _legend(self) -> list[QRect]:
        top = self._theme.size("stripBar") + 10
        return [QRect(0, top + i * _LINE, self.width(), _LINE) for i in range(len(self._segments))]

    def _entry(self, painter: QPainter, entry: QRect, place: int) -> None:
        segment, theme = self._segments[place], self._theme
        swatch = QRect(entry.left() + 2, entry.center().y() - _SWATCH // 2 + 1, _SWATCH, _SWATCH)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.age(place, max(1, len(self._segments) - 1)).fill)
        painter.drawRoundedRect(swatch, 2, 2)
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        share = QFontMetrics(theme.font("small")).horizontalAdvance("100.0%") + 6
        room = entry.adjusted(20, 0, -share, 0)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text"))
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignLeft), segment.name)
        painter.setPen(theme.color("text" if segment.amount else "textTertiary"))
        painter.drawText(room, int(middle | right), segment.amount_text if segment.amount else "–")
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("textSecondary"))
        if segment.amount:
            painter.drawText(entry.adjusted(0, 0, -5, 0), int(middle | right), segment.share_text)
