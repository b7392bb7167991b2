"""A day that may be left open, typed as text."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

_FORMS = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{4})(\d{2})(\d{2})")
_FIRST_YEAR, _LAST_YEAR = 1980, 2100


def parse_day(text: str, first_year: int = _FIRST_YEAR) -> date | None:
    """The day typed (2025-12-31, 2025/12/31, 20251231); None when there is none."""
    found = _FORMS.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not found:
        return None
    year, month, day = (int(part) for part in found.groups() if part)
    try:
        made = date(year, month, day)
    except ValueError:
        return None
    return made if first_year <= year <= _LAST_YEAR else None


class DayText(QLineEdit):
    """Empty for no day; a day before ``first_year`` is none."""

    def __init__(
        self, day: date | None, parent: QWidget | None = None, *, first_year: int = _FIRST_YEAR
    ) -> None:
        super().__init__(day.isoformat() if day else "", parent)
        self._first_year = first_year
        self.setPlaceholderText("2025-12-31")

    @property
    def day(self) -> date | None:
        """The day typed, None for nothing or what is no day."""
        return parse_day(self.text(), self._first_year)

    @property
    def wrong(self) -> bool:
        """Whether something is typed that is no day."""
        return bool(self.text().strip()) and self.day is None
