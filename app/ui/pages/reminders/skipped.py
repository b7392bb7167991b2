"""Narrowing what is not chased to one reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.ui.pages.reminders.words import reason_word

if TYPE_CHECKING:
    from collections import Counter

    from app.ui.formats import Formats


class ReasonChoice(QComboBox):
    """All reasons, or one of those that occur, each with how often."""

    chosen = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._codes: list[str] = [""]
        self.setMinimumContentsLength(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(lambda _place: self.chosen.emit())

    @property
    def reason(self) -> str:
        """Code of the reason asked for, "" for all."""
        place = self.currentIndex()
        return self._codes[place] if 0 <= place < len(self._codes) else ""

    def reset(self) -> None:
        """All reasons."""
        self.setCurrentIndex(0)

    def set_counts(self, counts: Counter[str]) -> None:
        """Offer the reasons that occur, the most frequent first; the one asked for stays if it does."""
        before = self.reason
        self._codes = ["", *(code for code, _ in counts.most_common())]
        self.blockSignals(True)
        self.clear()
        self.addItem(self.tr("All reasons"))
        for code in self._codes[1:]:
            self.addItem(f"{reason_word(code)} {self._formats.count(counts[code])}")
        self.setCurrentIndex(self._codes.index(before) if before in self._codes else 0)
        self.blockSignals(False)
        self.setAccessibleName(self.tr("Reason"))
