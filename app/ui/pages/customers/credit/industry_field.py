"""An industry by its code: typed, or picked by name from the sections and divisions of a system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter

from app.words.industries import industries, industry_name

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QWidget


class IndustryField(QComboBox):
    """Finds "C33", "金属" and "metal" alike; a finer code such as C3311 may be typed."""

    def __init__(self, system: str, code: str, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self._codes: list[str] = []
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.set_system(system, code)

    def set_system(self, system: str, code: str = "") -> None:
        """Offer the industries of a system."""
        self._codes = industries(system)
        self._system = system
        self.blockSignals(True)
        self.clear()
        names = [f"{each} {industry_name(system, each, self._lang)}" for each in self._codes]
        self.addItems(names)
        completer = QCompleter(names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.setCurrentIndex(-1)
        name = industry_name(system, code, self._lang)
        self.setEditText(f"{code} {name}".strip())
        self.blockSignals(False)

    @property
    def code(self) -> str:
        """The code in the field, "" for none."""
        return self.currentText().strip().partition(" ")[0].upper()

    @property
    def known(self) -> bool:
        """Whether nothing is written, or a code of the system (or a finer one below it)."""
        code = self.code
        return not code or (code.isascii() and bool(industry_name(self._system, code, self._lang)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the form must not change a choice."""
        event.ignore()
