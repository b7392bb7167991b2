"""Twelve months of days late as bars over one baseline, with the line from which a warning is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.spoken import Spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.theme import Theme

_HEAD, _FOOT, _WIDEST, _EDGE = 20, 22, 32.0, 8


@dataclass(frozen=True, slots=True)
class MonthBar:
    """A month: its name, its value (None: nothing to show) and both in words."""

    name: str
    value: float | None
    text: str
    said: str


class MonthChart(QWidget):
    """``chosen`` carries the place of the month clicked, or opened by ←→ and Enter."""

    spoken_as = Spoken.PICTURE

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: Sequence[MonthBar] = ()
        self._line: float | None = None
        self._line_text = self._base_text = ""
        self._at, self._hover = 0, -1
        self.setMinimumHeight(150)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.themeChanged.connect(self.update)

    def show_months(
        self, bars: Sequence[MonthBar], base_text: str, line: float | None = None, line_text: str = ""
    ) -> None:
        """Show these, oldest first; bars at or past ``line`` take amber."""
        self._bars, self._line = bars, line
        self._base_text, self._line_text = base_text, line_text
        self._at = max(0, len(bars) - 1)
        self.setAccessibleDescription("; ".join([*(bar.said for bar in bars), line_text]).rstrip("; "))
        self.update()

    @property
    def bars(self) -> Sequence[MonthBar]:
        """What is shown."""
        return self._bars

    def warned(self) -> list[int]:
        """Places of the bars at or past the line."""
        line = self._line
        return [
            place
            for place, bar in enumerate(self._bars)
            if line is not None and bar.value is not None and bar.value >= line
        ]

    def sizeHint(self) -> QSize:
        """Room for the bars and what stands beside them."""
        return QSize(480, 190)

    # -- geometry -------------------------------------------------------------------------------

    def _room(self) -> float:
        """Width of the bars: the words of the lines stand at their right."""
        metrics = QFontMetrics(self._theme.font("caption"))
        beside = max(metrics.horizontalAdvance(text) for text in (self._line_text, self._base_text))
        return max(120.0, self.width() - beside - _EDGE)

    def _step(self) -> float:
        return self._room() / max(1, len(self._bars))

    def _hit(self, x: float) -> int:
        place = int(x / self._step()) if self._bars and x < self._room() else -1
        return place if 0 <= place < len(self._bars) else -1

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bars on their baseline, then the line of the warning across them."""
        if not self._bars:
            return
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base, room = self.height() - _FOOT, self._room()
        values = [bar.value or 0.0 for bar in self._bars]
        high = max([*values, (self._line or 0.0) * 1.15, 1.0])
        scale = (base - _HEAD) / high
        amber = set(self.warned())
        if self._line is not None:
            at = round(base - scale * self._line)
            painter.setPen(QPen(theme.color("chart.target"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(0, at, round(room), at)
            self._beside(painter, at, self._line_text)
        for place, bar in enumerate(self._bars):
            self._bar(painter, place, bar, base - scale * max(0.0, bar.value or 0.0), amber=place in amber)
        painter.setPen(theme.color("borderStrong"))
        painter.drawLine(0, base, round(room), base)
        self._beside(painter, base, self._base_text)

    def _bar(self, painter: QPainter, place: int, bar: MonthBar, top: float, *, amber: bool) -> None:
        theme, step, base = self._theme, self._step(), self.height() - _FOOT
        wide = min(step * 0.62, _WIDEST)
        left = step * place + (step - wide) / 2
        cell = QRect(round(step * place), 0, round(step), 16)
        if place == self._hover or (self.hasFocus() and place == self._at):
            painter.fillRect(QRectF(step * place, 0, step, self.height() - 1), theme.color("rowHover"))
        if bar.value is not None and base - top >= 1:
            role = "status.warn.fill" if amber else "chart.primary"
            painter.fillRect(QRectF(left, top, wide, base - top), theme.color(role))
        painter.setFont(theme.font("small"))
        over = cell.translated(0, round(top) - 18)
        wide = QFontMetrics(theme.font("small")).horizontalAdvance(bar.text) + 4
        behind = QRect(over.center().x() - wide // 2, over.top(), wide, over.height())
        painter.fillRect(behind, theme.color("surface"))
        painter.setPen(theme.color("textTertiary" if bar.value is None else "text"))
        painter.drawText(over, int(Qt.AlignmentFlag.AlignCenter), bar.text)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("textTertiary"))
        below = cell.translated(0, base + 3)
        name = QFontMetrics(theme.font("caption")).elidedText(
            bar.name, Qt.TextElideMode.ElideRight, below.width()
        )
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), name)
        if self.hasFocus() and place == self._at:
            painter.setPen(QPen(theme.color("focusRing"), 2))
            painter.drawRoundedRect(QRectF(step * place + 1, 1, step - 2, self.height() - 2), 4, 4)

    def _beside(self, painter: QPainter, y: int, text: str) -> None:
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.color("textSecondary"))
        cell = QRect(round(self._room()) + _EDGE, y - 9, self.width(), 18)
        painter.drawText(cell, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)

    # -- input ----------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the month under the mouse and say its figures."""
        hit = self._hit(event.position().x())
        if hit != self._hover:
            self._hover = hit
            self.setToolTip(self._bars[hit].said if hit >= 0 else "")
            self.setCursor(Qt.CursorShape.PointingHandCursor if hit >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse."""
        self._hover = -1
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the month."""
        if event.button() == Qt.MouseButton.LeftButton and (hit := self._hit(event.position().x())) >= 0:
            self._at = hit
            self.chosen.emit(hit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """←→ move from month to month, Enter or Space opens it."""
        key = event.key()
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and self._bars:
            self._at = (self._at + (1 if key == Qt.Key.Key_Right else -1)) % len(self._bars)
            self.update()
        elif key in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._bars:
            self.chosen.emit(self._at)
        else:
            super().keyPressEvent(event)
