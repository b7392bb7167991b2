"""A day in a field, typed whole in any of the ways people write one, or pasted."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDateEdit, QWidget

from app.ui.typed_day import parse_day

_SHORTEST = len("2025-1-1")


def qt_day(day: date) -> QDate:
    """The same day for Qt."""
    return QDate(day.year, day.month, day.day)


class TypedDateEdit(QDateEdit):
    """Qt's own fields make "5 Mar 2025" the fifth of the month shown; here what was typed is the day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed, self._before = "", QDate()

    @property
    def day(self) -> date:
        """The day in force."""
        found = self.date()
        return date(found.year(), found.month(), found.day())

    def set_day(self, day: date) -> None:
        """Show a day without saying that the user chose it."""
        self.blockSignals(True)
        self.setDate(qt_day(day))
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remember what is typed; a pasted day is taken as one typed whole."""
        if event.matches(QKeySequence.StandardKey.Paste) and self._takes(QGuiApplication.clipboard().text()):
            self._typed = ""
            return
        self._typed = self._typed + event.text() if event.text().isprintable() else ""
        if len(self._typed) == 1:
            self._before = self.date()
        super().keyPressEvent(event)
        if len(self._typed) >= _SHORTEST and not self._takes(self._typed):
            self.setDate(self._before)  # no such day: what stood there before the typing

    def _takes(self, text: str) -> bool:
        """Whether a text is a day the field has room for; then it is the field's."""
        day = parse_day(text)
        found = qt_day(day) if day is not None else QDate()
        if not (found.isValid() and self.minimumDate() <= found <= self.maximumDate()):
            return False
        self.setDate(found)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing begins anew."""
        self._typed = ""
        super().focusInEvent(event)
