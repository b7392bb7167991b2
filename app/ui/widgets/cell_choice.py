"""A choice in a cell of a table of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from app.ui.widgets.labels import plain

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QWheelEvent

_AROUND = 44
"""Pixels of a combo that its text cannot have: edges and arrow."""


class CellChoice(QComboBox):
    """A combo that leaves the wheel to the table; its tip says what no longer fits."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Whether the text fits is known once it is drawn."""
        super().paintEvent(event)
        text, room = self.currentText(), self.width() - _AROUND
        tip = plain(text) if self.fontMetrics().horizontalAdvance(text) > room else ""
        if tip != self.toolTip():
            self.setToolTip(tip)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the table changes no choice."""
        event.ignore()
