"""A day that may be left open, typed as text."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.typed_day import FIRST_YEAR, parse_day
from app.ui.writing import in_force

_SHOWN = date(2025, 12, 31)


class DayText(QLineEdit):
    """Empty for no day; a day before ``first_year`` is none. It shows days as the user likes them."""

    def __init__(
        self, day: date | None, parent: QWidget | None = None, *, first_year: int = FIRST_YEAR
    ) -> None:
        super().__init__(_written(day) if day else "", parent)
        self._first_year = first_year
        self.setPlaceholderText(_written(_SHOWN))

    @property
    def day(self) -> date | None:
        """The day typed, None for nothing or what is no day."""
        return parse_day(self.text(), self._first_year)

    @property
    def wrong(self) -> bool:
        """Whether something is typed that is no day."""
        return bool(self.text().strip()) and self.day is None


def _written(day: date) -> str:
    return in_force().day(day) or day.isoformat()
