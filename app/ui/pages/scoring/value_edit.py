"""The field of a figure in the wizard: its unit inside; Ctrl+Backspace gives the value on file back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

_MARGIN = 9


class ValueEdit(QLineEdit):
    """``restored`` asks for the value on file, ``left`` says that the keyboard went elsewhere."""

    restored = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = label("", "small", "secondary", parent=self)
        self._unit.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_unit(self, text: str) -> None:
        """The unit at the right end."""
        if text != self._unit.text():
            self._unit.setText(text)
            self._place()

    def _place(self) -> None:
        self._unit.adjustSize()
        wide = self._unit.width() if self._unit.text() else 0
        self.setTextMargins(0, 0, wide + 4 if wide else 0, 0)
        self._unit.move(self.width() - wide - _MARGIN, (self.height() - self._unit.height()) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the unit at its end."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Backspace restores; everything else is typing."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() == Qt.Key.Key_Backspace:
            self.restored.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Look at what was typed."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.left.emit()
