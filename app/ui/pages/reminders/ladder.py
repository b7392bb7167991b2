"""A policy as a picture: its steps along the days before and after the due date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from app.domain.dunning import Trigger
from app.ui.pages.reminders.words import CHANNEL_ICONS, channel_word, step_word, trigger_words
from app.ui.spoken import Spoken
from app.ui.widgets.labels import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from app.domain.dunning import DunningStep
    from app.ui.formats import Formats
    from app.ui.theme import Theme

_EDGE, _MARK, _ROW = 28, 24, 18
_LINE_Y, _HEIGHT = 62, 128
_MONTH = 30


def offsets(steps: Sequence[DunningStep]) -> list[int]:
    """Earliest day of each step, counted from the due date; below zero before it."""
    days: list[int] = []
    for step in steps:
        before = days[-1] if days else 0
        days.append(
            {
                Trigger.BEFORE_DUE: -step.days,
                Trigger.DUE: step.days,
                Trigger.END_OF_MONTH: step.days,
                Trigger.PREVIOUS: before + step.days,
            }[step.trigger]
        )
    return days


class Ladder(QWidget):
    """``chosen`` carries the level of a step that was clicked, or on which Enter was pressed."""

    spoken_as = Spoken.PICTURE

    chosen = Signal(int)

    def __init__(self, theme: Theme, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._formats = theme, formats
        self._steps: tuple[DunningStep, ...] = ()
        self._days: list[int] = []
        self._at = 0
        self.setFixedHeight(_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        theme.themeChanged.connect(self.update)

    def set_steps(self, steps: Sequence[DunningStep]) -> None:
        """Show these steps."""
        self._steps = tuple(steps)
        self._days = offsets(steps)
        self._at = min(self._at, max(0, len(steps) - 1))
        self._say()
        self.update()

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Steps of the policy along the days from the due date"))
        lang = self._formats.lang
        parts = (f"{step.level} {step_word(step, lang)}: {trigger_words(step)}" for step in self._steps)
        self.setAccessibleDescription("; ".join(parts))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(520, _HEIGHT)

    # -- geometry -------------------------------------------------------------------------------

    def _x(self, day: int) -> int:
        first, last = min([0, *self._days]), max([_MONTH, *self._days])
        room = self.width() - 2 * _EDGE
        return _EDGE + round(room * (day - first) / max(1, last - first))

    def _marks(self) -> list[QRect]:
        """The circle of each step; those of one day stand beside each other."""
        marks: list[QRect] = []
        for day in self._days:
            centre = QPoint(self._x(day), _LINE_Y)
            mark = QRect(0, 0, _MARK, _MARK)
            mark.moveCenter(centre)
            if marks and mark.left() < marks[-1].right() + 2:
                mark.moveLeft(marks[-1].right() + 2)
            marks.append(mark)
        furthest = self.width() - 4
        for mark in reversed(marks):
            if mark.right() <= furthest:
                break
            mark.moveRight(furthest)
            furthest = mark.left() - 2
        return marks

    def _hit(self, at: QPoint) -> int:
        found = (
            place for place, mark in enumerate(self._marks()) if mark.adjusted(-4, -24, 4, 24).contains(at)
        )
        return next(found, -1)

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line of days, the due date, then the steps with their names and days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        painter.setPen(QPen(theme.color("borderStrong"), 1))
        painter.drawLine(4, _LINE_Y, self.width() - 4, _LINE_Y)
        self._due(painter)
        marks = self._marks()
        for place, mark in enumerate(marks):
            self._mark(painter, mark, self._steps[place])
        self._names(painter, marks)
        self._below(painter, marks)
        if self.hasFocus() and marks:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focusRing"), 2))
            painter.drawEllipse(marks[self._at].adjusted(-4, -4, 3, 3))

    def _due(self, painter: QPainter) -> None:
        theme, x = self._theme, self._x(0)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawLine(x, _LINE_Y - 16, x, _LINE_Y + 18)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("accentText"))
        text = self.tr("Due date")
        wide = QFontMetrics(theme.font("caption")).horizontalAdvance(text)
        left = min(max(2, x - wide // 2), self.width() - wide - 2)
        painter.drawText(left, _HEIGHT - 6, text)

    def _mark(self, painter: QPainter, mark: QRect, step: DunningStep) -> None:
        theme = self._theme
        hard = step.stop_shipment or bool(step.hand_over)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("status.danger.fill" if step.hand_over else "accent"))
        if hard and not step.hand_over:
            painter.setBrush(theme.color("status.warn.fill"))
        painter.drawEllipse(mark)
        painter.setPen(theme.color("surface" if hard else "textOnAccent"))
        painter.setFont(theme.font("bodyStrong"))
        painter.drawText(mark, int(Qt.AlignmentFlag.AlignCenter), str(step.level))

    def _names(self, painter: QPainter, marks: Sequence[QRect]) -> None:
        """Names above the marks, in two rows where one would run into the next."""
        font = self._theme.font("small")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        ends = [-1000, -1000]
        for place, mark in enumerate(marks):
            name = step_word(self._steps[place], self._formats.lang)
            wide = metrics.horizontalAdvance(name)
            left = min(max(2, mark.center().x() - wide // 2), self.width() - wide - 2)
            row = 0 if left > ends[0] + 10 else 1
            if left <= ends[row] + 10:
                left = ends[row] + 10
                name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(0, self.width() - left - 2))
            ends[row] = left + metrics.horizontalAdvance(name)
            y = 34 if row == 0 else 34 - _ROW
            painter.drawText(left, y, name)
            if row:
                painter.save()
                painter.setPen(QPen(self._theme.color("divider"), 1))
                painter.drawLine(mark.center().x(), y + 4, mark.center().x(), mark.top() - 3)
                painter.restore()

    def _below(self, painter: QPainter, marks: Sequence[QRect]) -> None:
        """The channel, and the day from the due date."""
        theme = self._theme
        painter.setFont(theme.font("caption"))
        metrics = QFontMetrics(theme.font("caption"))
        end = -1000
        for mark, step, day in zip(marks, self._steps, self._days, strict=True):
            text = f"{day:+d}".replace("-", "−") if day else "0"
            text = f"≥ {text}" if step.trigger is Trigger.END_OF_MONTH else text
            wide = metrics.horizontalAdvance(text)
            icon = CHANNEL_ICONS.get(step.channel, "mail")
            painter.drawPixmap(
                mark.center().x() - 6, mark.bottom() + 5, theme.pixmap(icon, "textSecondary", 13)
            )
            left = mark.center().x() - wide // 2
            if left > end + 4:
                painter.setPen(theme.color("textSecondary"))
                painter.drawText(left, mark.bottom() + 31, text)
                end = left + wide

    # -- input ----------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what the step under the mouse is."""
        place = self._hit(event.position().toPoint())
        if place >= 0:
            QToolTip.showText(event.globalPosition().toPoint(), plain(self._words(place)), self)

    def _words(self, place: int) -> str:
        step = self._steps[place]
        name = step_word(step, self._formats.lang)
        return f"{step.level} · {name}\n{trigger_words(step)} • {channel_word(step.channel)}"

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses the step."""
        place = self._hit(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self._at = place
            self.update()
            self.chosen.emit(self._steps[place].level)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """←→ move, Enter chooses."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is not None and self._steps:
            self._at = (self._at + by) % len(self._steps)
            self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._steps:
            self.chosen.emit(self._steps[self._at].level)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide it again."""
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.update()
        super().changeEvent(event)
