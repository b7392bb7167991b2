"""The deadline ladder: who has to do what by which day, on one scale from today on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.ui.spoken import Spoken
from app.ui.widgets.labels import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.ui.theme import Theme

_HEAD, _ROW, _HALF, _GAP, _BAR, _EDGE = 36, 36, 6, 6, 9, 8
_NAME_LEAST, _NAME_MOST, _AFTER, _WEEK = 72, 168, 14, 7
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True, slots=True)
class LadderMark:
    """A day on the ladder: a diamond, or a bar up to it; ``left`` says how far off it is.

    ``key`` is what it stands for, ``tone`` a status, ``said`` everything in one sentence.
    """

    key: str
    day: date
    text: str
    left: str
    tone: str
    said: str
    bar: bool = False


@dataclass(frozen=True, slots=True)
class LadderRow:
    """One customer (or policy) and its days, the nearest first."""

    name: str
    marks: Sequence[LadderMark]


@dataclass(frozen=True, slots=True)
class Ladder:
    """Rows over ``days`` from ``today`` on; ``months`` are the first days of months with their names."""

    today: date
    today_text: str
    days: int
    months: Sequence[tuple[date, str]] = ()
    rows: Sequence[LadderRow] = ()


@dataclass
class _Placed:
    """A mark where it is drawn: its lane, its point, and the room of its words."""

    mark: LadderMark
    lane: int
    x: int
    words: QRect
    first: bool


@dataclass
class _Plan:
    """Everything where it is drawn."""

    names: list[tuple[str, int]] = field(default_factory=list)
    placed: list[_Placed] = field(default_factory=list)
    lanes: int = 0


class DeadlineLadder(QWidget):
    """``opened`` carries the key of the mark one clicked, or opened by ←→ and Enter."""

    spoken_as = Spoken.PICTURE

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ladder: Ladder | None = None
        self._plan = _Plan()
        self._at, self._hover = 0, -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.themeChanged.connect(self.update)

    def show_ladder(self, ladder: Ladder) -> None:
        """Show these rows; the mark the keyboard is on stays where it is."""
        key = self.current
        self._ladder = ladder
        self._arrange()
        keys = [placed.mark.key for placed in self._plan.placed]
        self._at = keys.index(key) if key in keys else 0
        self.setAccessibleDescription("; ".join(mark.said for row in ladder.rows for mark in row.marks))
        self.update()

    @property
    def marks(self) -> list[LadderMark]:
        """The marks in the order in which ←→ walks them: day by day."""
        return [placed.mark for placed in self._plan.placed]

    @property
    def current(self) -> str:
        """Key of the mark the keyboard is on, "" for none."""
        placed = self._plan.placed
        return placed[self._at].mark.key if self._at < len(placed) else ""

    # -- geometry -------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as its rows."""
        return QSize(560, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that no longer fit beside each other go below each other."""
        super().resizeEvent(event)
        self._arrange()

    def _left(self) -> int:
        """Where the scale begins: the names end there."""
        rows = self._ladder.rows if self._ladder else ()
        metrics = QFontMetrics(self._theme.font("body"))
        widest = max((metrics.horizontalAdvance(row.name) for row in rows), default=0)
        return min(max(widest, _NAME_LEAST), _NAME_MOST, max(_NAME_LEAST, self.width() // 4)) + _AFTER

    def _x(self, day: date) -> int:
        assert self._ladder is not None  # noqa: S101 - tells the type checker what it is
        left = self._left()
        ahead = max(0, (day - self._ladder.today).days)
        return left + round((self.width() - left - _EDGE) * min(1.0, ahead / max(1, self._ladder.days)))

    def _arrange(self) -> None:
        """Give every mark a lane of its row in which its words cover nothing."""
        plan = _Plan()
        for row in self._ladder.rows if self._ladder else ():
            plan.names.append((row.name, plan.lanes))
            taken: list[list[tuple[int, int]]] = [[]]
            for mark in sorted(row.marks, key=lambda mark: mark.day):
                x, words = self._room(mark)
                start = self._left() if mark.bar else min(x - _HALF, words.left())
                end = max(words.right(), x + _HALF)
                lane = next((i for i, spans in enumerate(taken) if _free(spans, start, end)), len(taken))
                if lane == len(taken):
                    taken.append([])
                first = not taken[lane]
                taken[lane].append((start, end))
                at = plan.lanes + lane
                words.moveTop(_HEAD + at * _ROW)
                plan.placed.append(_Placed(mark, at, x, words, first))
            plan.lanes += len(taken)
        plan.placed.sort(key=lambda placed: (placed.mark.day, placed.lane))
        self._plan = plan
        self._at = min(self._at, max(0, len(plan.placed) - 1))
        high = _HEAD + max(1, plan.lanes) * _ROW
        if self.height() != high:
            self.setFixedHeight(high)

    def _room(self, mark: LadderMark) -> tuple[int, QRect]:
        """The mark's point and the room of its words: at its right, or at its left near the edge."""
        name, left = self._fonts(mark)
        wide = name.horizontalAdvance(mark.text) + left.horizontalAdvance(mark.left)
        wide += 2 * _GAP if mark.left else _GAP
        x = self._x(mark.day)
        at = x + _HALF + _GAP
        if at + wide > self.width():
            at = max(self._left(), x - _HALF - _GAP - wide)
        return x, QRect(at, 0, wide, _ROW)

    def _fonts(self, mark: LadderMark) -> tuple[QFontMetrics, QFontMetrics]:
        name = "small" if mark.bar else "bodyStrong"
        return QFontMetrics(self._theme.font(name)), QFontMetrics(self._theme.font("small"))

    def _hit(self, x: int, y: int) -> int:
        for place, placed in enumerate(self._plan.placed):
            box = placed.words.united(self._point(placed))
            if box.contains(x, y):
                return place
        return -1

    def _point(self, placed: _Placed) -> QRect:
        top = _HEAD + placed.lane * _ROW
        if placed.mark.bar:
            return QRect(self._left(), top, placed.x - self._left(), _ROW)
        return QRect(placed.x - _HALF - 2, top, 2 * _HALF + 4, _ROW)

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The scale, the names, then every mark with its words."""
        if self._ladder is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._scale(painter, self._ladder)
        theme = self._theme
        metrics = QFontMetrics(theme.font("body"))
        for name, lane in self._plan.names:
            box = QRect(0, _HEAD + lane * _ROW, self._left() - _AFTER, _ROW)
            painter.setFont(theme.font("body"))
            painter.setPen(theme.color("text"))
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, _MIDDLE, text)
        for place, placed in enumerate(self._plan.placed):
            self._mark(painter, place, placed)

    def _scale(self, painter: QPainter, ladder: Ladder) -> None:
        """Weeks as ticks, months as lines, today as the line everything begins at."""
        theme, left, bottom = self._theme, self._left(), self.height()
        painter.setPen(theme.color("chart.grid"))
        for lane in range(self._plan.lanes):
            y = _HEAD + lane * _ROW + _ROW // 2
            painter.drawLine(left, y, self.width(), y)
        painter.setFont(theme.font("small"))
        metrics = QFontMetrics(theme.font("small"))
        edge = left + 4
        for day, name in ladder.months:
            x = self._x(day)
            painter.setPen(theme.color("border"))
            painter.drawLine(x, _HEAD - 14, x, bottom)
            wide = metrics.horizontalAdvance(name)
            if x + 4 >= edge and x + 4 + wide <= self.width():
                painter.setPen(theme.color("textSecondary"))
                painter.drawText(QRect(x + 4, 0, wide + 2, _HEAD - 14), _MIDDLE, name)
        painter.setPen(theme.color("borderStrong"))
        for days in range(_WEEK, ladder.days + 1, _WEEK):
            x = left + round((self.width() - left - _EDGE) * days / max(1, ladder.days))
            painter.drawLine(x, _HEAD - 12, x, _HEAD - 8)
        painter.fillRect(QRect(left - 1, _HEAD - 30, 2, bottom - _HEAD + 30), theme.color("accent"))
        painter.setFont(theme.font("bodyStrong"))
        painter.setPen(theme.color("accentText"))
        box = QRect(0, 0, left - _GAP, _HEAD - 14)
        painter.drawText(
            box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), ladder.today_text
        )

    def _mark(self, painter: QPainter, place: int, placed: _Placed) -> None:
        theme, mark, left = self._theme, placed.mark, self._left()
        y = _HEAD + placed.lane * _ROW + _ROW // 2
        fill = theme.color(f"status.{mark.tone}.fill")
        if mark.bar:
            high = _BAR if placed.words.right() > placed.x else 2 * _BAR  # its words stand on it
            box = QRect(left + 1, y - high // 2, max(2, placed.x - left), high)
            painter.fillRect(box, theme.color("chart.primarySoft"))
        else:
            if placed.first and placed.x > left:
                painter.setPen(QPen(fill, 2))
                painter.drawLine(left + 1, y, placed.x, y)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            middle = QPointF(placed.x, y)
            turns = ((0, -_HALF), (_HALF, 0), (0, _HALF), (-_HALF, 0))
            painter.drawPolygon(QPolygonF([middle + QPointF(dx, dy) for dx, dy in turns]))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        self._words(painter, placed)
        if place == self._at and self.hasFocus():
            painter.setPen(QPen(theme.color("focusRing"), 2))
            ring = placed.words.united(self._point(placed)).adjusted(-2, 4, -1, -4)
            painter.drawRoundedRect(QRectF(ring), 4, 4)

    def _words(self, painter: QPainter, placed: _Placed) -> None:
        theme, mark, box = self._theme, placed.mark, placed.words
        behind = box.adjusted(-2, 8, -2, -8)
        on_bar = mark.bar and box.right() < placed.x
        hovered = self._hover >= 0 and self._plan.placed[self._hover] is placed
        if not on_bar:
            painter.fillRect(behind, theme.color("rowHover" if hovered else "surface"))
        strong, small = self._fonts(mark)
        painter.setFont(theme.font("small" if mark.bar else "bodyStrong"))
        plainly = mark.bar or mark.tone == "neutral"
        told = "textSecondary" if mark.bar and not on_bar else "text"
        painter.setPen(theme.color(told if plainly else f"status.{mark.tone}.text"))
        painter.drawText(box, _MIDDLE, mark.text)
        if mark.left:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("textSecondary"))
            shift = strong.horizontalAdvance(mark.text) + 2 * _GAP
            painter.drawText(box.adjusted(shift, 0, small.averageCharWidth(), 0), _MIDDLE, mark.left)

    # -- input ----------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the day under the mouse and say it whole."""
        at = event.position().toPoint()
        hit = self._hit(at.x(), at.y())
        if hit != self._hover:
            self._hover = hit
            self.setCursor(Qt.CursorShape.PointingHandCursor if hit >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()
        if hit >= 0:
            QToolTip.showText(event.globalPosition().toPoint(), plain(self._plan.placed[hit].mark.said), self)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse."""
        self._hover = -1
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens what is to be done."""
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and (hit := self._hit(at.x(), at.y())) >= 0:
            self._at = hit
            self.update()
            self.opened.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """←→ move from day to day, Enter or Space opens it."""
        key, placed = event.key(), self._plan.placed
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and placed:
            self._at = (self._at + (1 if key == Qt.Key.Key_Right else -1)) % len(placed)
            self.setToolTip(plain(placed[self._at].mark.said))
            self.update()
        elif key in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter} and placed:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)


def _free(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether nothing in a lane stands where a mark and its words would."""
    return all(end + _EDGE < low or start > high + _EDGE for low, high in spans)
