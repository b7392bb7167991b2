"""A day that may be left open: a check box, and the day beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from app.ui.dialogs.controls import DayEdit

if TYPE_CHECKING:
    from datetime import date

    from app.ui.i18n import Language


class OptionalDay(QWidget):
    """``day`` is None while the box is empty; ``usual`` is what the first tick proposes."""

    edited = Signal()

    def __init__(self, language: Language, text: str, day: date | None, usual: date) -> None:
        super().__init__()
        self.box = QCheckBox(text)
        self.box.setChecked(day is not None)
        self.edit = DayEdit(language, day or usual)
        self.edit.setEnabled(day is not None)
        self.edit.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.box)
        row.addWidget(self.edit, 1)
        self.setFocusProxy(self.box)
        self.box.toggled.connect(self.edit.setEnabled)
        self.box.toggled.connect(self.edited)
        self.edit.userDateChanged.connect(self.edited)

    @property
    def day(self) -> date | None:
        """The day, None for none."""
        return self.edit.day if self.box.isChecked() else None

    def set_day(self, day: date | None) -> None:
        """Show a day, or none, without saying that the user chose it."""
        self.blockSignals(True)
        self.box.setChecked(day is not None)
        if day is not None:
            self.edit.set_day(day)
        self.blockSignals(False)
