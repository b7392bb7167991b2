"""Figures in a row: a small name above, the value below, a note under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets.labels import label, set_tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.theme import Theme


class Figure(QWidget):
    """One figure; ``size`` is a type style such as ``bodyStrong``, ``section`` or ``kpi``."""

    def __init__(self, name: str = "", size: str = "bodyStrong", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = label(name, "small", "secondary")
        self._value = label("", size, strong=True)
        self._note = label("", "small", "secondary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        for widget in (self._name, self._value, self._note):
            layout.addWidget(widget)
        self._note.hide()

    def set(self, name: str, value: str, note: str = "", tone: str = "") -> None:
        """Write the figure; ``tone`` colours the value."""
        self._name.setText(name)
        self._value.setText(value)
        set_tone(self._value, tone)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.setAccessibleName(f"{name} {value} {note}".strip())


class Figures(QWidget):
    """Several figures side by side."""

    def __init__(self, theme: Theme, size: str = "bodyStrong", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._shown: list[Figure] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.space("l"))
        self._layout.addStretch(1)

    def set(self, figures: Sequence[tuple[str, str, str, str]]) -> None:
        """Show these: name, value, note, tone."""
        while len(self._shown) < len(figures):
            made = Figure(size=self._size)
            self._layout.insertWidget(self._layout.count() - 1, made, 0, Qt.AlignmentFlag.AlignTop)
            self._shown.append(made)
        for place, made in enumerate(self._shown):
            made.setVisible(place < len(figures))
        for made, (name, value, note, tone) in zip(self._shown, figures, strict=False):
            made.set(name, value, note, tone)
