"""A month as a calendar: how many reviews fall on each day, and of which grades; painted, with keys."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.spoken import Spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.ui.theme import Theme

WEEK = 7
_HEAD, _LINE, _PAD = 28, 20, 6
_LEAST = QSize(420, 330)
Entry = tuple[str, str]
"""A customer's name and its grade's letter, "" for none."""


def month_of(day: date, by: int) -> date:
    """The same day so many months on, or the last of a shorter month."""
    place = day.year * 12 + day.month - 1 + by
    year, month = divmod(place, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


class ReviewCalendar(QWidget):
    """``day_chosen`` follows the mark, ``opened`` is Enter or a double click on a day."""

    spoken_as = Spoken.PICTURE

    day_chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, locale: Callable[[], QLocale], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._locale = theme, locale
        self._entries: Mapping[date, Sequence[Entry]] = {}
        self._today = self._day = date.min
        self.words: Callable[[date, int], str] = lambda day, count: f"{day.isoformat()}: {count}"
        self.setMinimumSize(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.themeChanged.connect(self.update)

    # -- content --------------------------------------------------------------------------------

    def show_reviews(self, entries: Mapping[date, Sequence[Entry]], today: date) -> None:
        """Who is reviewed on which day."""
        self._entries = entries
        if self._day == date.min:
            self._day = today
        self._today = today
        self._tell()

    @property
    def day(self) -> date:
        """The day the mark stands on."""
        return self._day

    def choose(self, day: date) -> None:
        """Put the mark on a day; its month comes into view."""
        if day != self._day:
            self._day = day
            self._tell()
            self.day_chosen.emit(day)

    def _tell(self) -> None:
        self.setAccessibleDescription(self.words(self._day, len(self._entries.get(self._day, ()))))
        self.update()

    # -- places ---------------------------------------------------------------------------------

    def _first(self) -> date:
        start = self._day.replace(day=1)
        return start - timedelta(start.weekday())

    def _weeks(self) -> int:
        last = calendar.monthrange(self._day.year, self._day.month)[1]
        return (self._day.replace(day=1).weekday() + last + WEEK - 1) // WEEK

    def _cell(self, place: int) -> QRect:
        row, column = divmod(place, WEEK)
        high = (self.height() - _HEAD) / self._weeks()
        left, right = (round(edge * self.width() / WEEK) for edge in (column, column + 1))
        top, bottom = round(_HEAD + row * high), round(_HEAD + (row + 1) * high)
        return QRect(left, top, right - left, bottom - top)

    def _day_at(self, at: QPoint) -> date | None:
        for place in range(self._weeks() * WEEK):
            if self._cell(place).contains(at):
                return self._first() + timedelta(place)
        return None

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Names of the weekdays, then every day of the weeks the month lies in."""
        painter, theme, locale = QPainter(self), self._theme, self._locale()
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("textSecondary"))
        for column in range(WEEK):
            room = QRect(self._cell(column).left() + _PAD, 0, self._cell(column).width() - _PAD, _HEAD)
            name = locale.dayName(column + 1, QLocale.FormatType.ShortFormat)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), name)
        first = self._first()
        for place in range(self._weeks() * WEEK):
            self._paint_day(painter, self._cell(place), first + timedelta(place))

    def _paint_day(self, painter: QPainter, rect: QRect, day: date) -> None:
        theme = self._theme
        ours, chosen = day.month == self._day.month, day == self._day
        painter.fillRect(rect, theme.color("selection" if chosen else "surface" if ours else "sunken"))
        painter.setPen(theme.color("border"))
        last_column, last_row = rect.right() == self.width() - 1, rect.bottom() == self.height() - 1
        painter.drawRect(rect.adjusted(0, 0, -1 if last_column else 0, -1 if last_row else 0))
        if chosen and self.hasFocus():
            painter.setPen(theme.color("focusRing"))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
            painter.drawRect(rect.adjusted(2, 2, -2, -2))
        entries = self._entries.get(day, ()) if ours else ()
        self._paint_number(painter, rect, day, len(entries), ours=ours)
        room = max(0, (rect.height() - _LINE - 2 * _PAD) // _LINE)
        shown = entries if len(entries) <= room else entries[: max(0, room - 1)]
        for row, entry in enumerate(shown):
            self._paint_entry(painter, self._line(rect, row), entry)
        if len(shown) < len(entries) and room:
            painter.setPen(theme.color("textSecondary"))
            painter.drawText(
                self._line(rect, len(shown)),
                int(Qt.AlignmentFlag.AlignVCenter),
                f"+{len(entries) - len(shown)}",
            )

    @staticmethod
    def _line(rect: QRect, row: int) -> QRect:
        top = rect.top() + _PAD + _LINE + row * _LINE
        return QRect(rect.left() + _PAD, top, rect.width() - 2 * _PAD, _LINE)

    def _paint_number(self, painter: QPainter, rect: QRect, day: date, count: int, *, ours: bool) -> None:
        theme = self._theme
        today = day == self._today
        painter.setFont(theme.font("bodyStrong" if today else "small"))
        role = "accentText" if today else "text" if ours else "textTertiary"
        if ours and count and day < self._today:
            role = "status.danger.text"
        painter.setPen(theme.color(role))
        head = QRect(rect.left() + _PAD, rect.top() + _PAD - 2, rect.width() - 2 * _PAD, _LINE)
        painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter), str(day.day))
        painter.setFont(theme.font("small"))
        if count:
            painter.setPen(theme.color("textSecondary"))
            right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            painter.drawText(head, right, str(count))

    def _paint_entry(self, painter: QPainter, room: QRect, entry: Entry) -> None:
        name, grade = entry
        theme = self._theme
        left = room.left()
        if grade:
            box = QRect(left, room.center().y() - 7, 15, 15)
            back, front = ("fill", "onFill") if grade == "D" else ("tint", "text")
            painter.fillRect(box, theme.color(f"grade.{grade}.{back}"))
            painter.setPen(theme.color(f"grade.{grade}.{front}"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), grade)
            left += 20
        painter.setPen(theme.color("text"))
        wide = room.right() - left
        said = QFontMetrics(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(
            QRect(left, room.top(), wide, room.height()), int(Qt.AlignmentFlag.AlignVCenter), said
        )

    # -- keys and mouse -------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go by day and week, PageUp and PageDown by month, Home to today, Enter opens."""
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -WEEK, Qt.Key.Key_Down: WEEK}
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if key in steps:
            self.choose(self._day + timedelta(steps[key]))
        elif key in months:
            self.choose(month_of(self._day, months[key]))
        elif key == Qt.Key.Key_Home:
            self.choose(self._today)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The mark goes where the mouse is."""
        if (day := self._day_at(event.position().toPoint())) is not None:
            self.choose(day)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Open the day."""
        self.opened.emit(self._day)
