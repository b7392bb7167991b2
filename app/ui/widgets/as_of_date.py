"""The as-of date: typed or picked, with the days one asks for most; PageUp and PageDown go by month."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QWidget

from app.ui.widgets.buttons import icon_button, set_name
from app.ui.widgets.labels import label
from app.ui.widgets.typed_date import TypedDateEdit, qt_day

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.ui.i18n import Language
    from app.ui.theme import Theme


def month_end_before(day: date) -> date:
    """Last day of the month before ``day``'s."""
    return day.replace(day=1) - timedelta(days=1)


def quarter_end_before(day: date) -> date:
    """Last day of the quarter before ``day``'s."""
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1) - timedelta(days=1)


def year_end_before(day: date) -> date:
    """Last day of the year before ``day``'s."""
    return date(day.year - 1, 12, 31)


class _DayEdit(TypedDateEdit):
    """PageUp and PageDown step by a month, as accountants look from month to month.

    What is typed counts when it is done: a page reads its figures for every day it is told.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if step is None:
            paste = event.matches(QKeySequence.StandardKey.Paste)
            self.blockSignals(paste or (bool(event.text()) and event.text().isprintable()))
            super().keyPressEvent(event)
            self.blockSignals(False)
            return
        now = self.date()
        moved = now.addMonths(step)
        if now.day() == now.daysInMonth():
            moved.setDate(moved.year(), moved.month(), moved.daysInMonth())
        self.setDate(moved)


class AsOfDate(QFrame):
    """Emits ``changed`` with a ``date``; ``set_day`` does not."""

    changed = Signal(object)

    def __init__(self, theme: Theme, language: Language, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._clock = clock
        self.setProperty("area", "field")
        self.setFixedHeight(theme.size("control"))
        self._icon = QLabel()
        theme.picture(self._icon, "calendar", "textSecondary")
        self._label = label("", "body", "secondary")
        self.edit = _DayEdit()
        self.edit.setProperty("bare", True)
        self.edit.setFont(theme.font("bodyStrong"))
        self.edit.setCalendarPopup(True)  # laid out as a combo box, its arrow taken away by the style
        self.edit.setFrame(False)
        self.edit.setKeyboardTracking(False)
        self.edit.setMinimumDate(QDate(1990, 1, 1))
        self.edit.setMaximumDate(QDate(2199, 12, 31))
        self._label.setBuddy(self.edit)
        self._more = icon_button(theme, "chevron-down", "", self._open_menu, small=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 3, 0)
        layout.setSpacing(6)
        for widget in (self._icon, self._label, self.edit, self._more):
            layout.addWidget(widget)
        self.edit.dateChanged.connect(self._on_date)
        self.edit.editingFinished.connect(self._on_date)
        self._told = clock.today()
        self.edit.installEventFilter(self)
        self.set_day(clock.today())
        self._retranslate()

    @property
    def day(self) -> date:
        """The day in force."""
        return self.edit.day

    def set_day(self, day: date) -> None:
        """Show a day without saying so."""
        self._told = day
        self.edit.set_day(day)

    def _on_date(self) -> None:
        if self.day != self._told:
            self._told = self.day
            self.changed.emit(self.day)

    def choices(self) -> list[tuple[str, date]]:
        """The days of the quick menu."""
        today = self._clock.today()
        return [
            (self.tr("Today"), today),
            (self.tr("Last month end"), month_end_before(today)),
            (self.tr("Last quarter end"), quarter_end_before(today)),
            (self.tr("Last year end"), year_end_before(today)),
        ]

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, day in self.choices():
            written = self._language.locale.toString(
                QDate(day.year, day.month, day.day), self._language.day_pattern
            )
            action = menu.addAction(f"{text}    {written}")
            action.triggered.connect(lambda _on=False, day=day: self._pick(day))
        menu.addSeparator()
        pick = menu.addAction(self.tr("Pick a day…"))
        pick.triggered.connect(self._open_calendar)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _pick(self, day: date) -> None:
        self.edit.setDate(qt_day(day))

    def _open_calendar(self) -> None:
        from PySide6.QtGui import QTextCharFormat  # noqa: PLC0415 - the board's start needs no calendar
        from PySide6.QtWidgets import QCalendarWidget  # noqa: PLC0415 - as above

        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setLocale(self._language.locale)
        calendar.setAccessibleName(self.tr("As-of date"))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setSelectedDate(self.edit.date())
        calm = QTextCharFormat()
        calm.setForeground(self._theme.color("textSecondary"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, calm)

        def take(day: QDate) -> None:
            self.edit.setDate(day)
            calendar.close()

        calendar.clicked.connect(take)
        calendar.activated.connect(take)
        calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        calendar.show()
        calendar.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The frame shows the focus of the field inside; Alt+↓ opens the menu."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.setProperty("focused", event.type() == QEvent.Type.FocusIn)
            self.style().unpolish(self)
            self.style().polish(self)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
            if alt and event.key() == Qt.Key.Key_Down:
                self._open_menu()
                return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._label.setText(self.tr("As of"))
        self.edit.setLocale(self._language.locale)
        self.edit.setDisplayFormat(self._language.day_pattern)
        widest = self._language.locale.toString(QDate(2028, 9, 28), self._language.day_pattern)
        width = QFontMetrics(self._theme.font("bodyStrong")).horizontalAdvance(widest)
        self.edit.setFixedWidth(width + 16)
        set_name(self._more, self.tr("Choose a day"))
        self.edit.setAccessibleName(self.tr("As-of date"))
