"""A search field: waits until typing pauses, and never acts while an input method composes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.widgets.labels import plain

if TYPE_CHECKING:
    from app.ui.theme import Theme

_PAUSE_MS = 180
_AROUND = 60
"""Pixels of the field that its text cannot have: edges, the glass, the cross."""


class SearchField(QLineEdit):
    """``searched`` carries the trimmed text 180 ms after the last key, at once on Enter."""

    searched = Signal(str)
    down = Signal()

    def __init__(self, theme: Theme, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._composing = False
        self._last = ""
        self._mark = self.addAction(
            theme.icon("search", "textSecondary"), QLineEdit.ActionPosition.LeadingPosition
        )
        theme.themeChanged.connect(self._redress)
        self.setClearButtonEnabled(True)
        self.set_placeholder(placeholder)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.textChanged.connect(self._on_text)

    def set_placeholder(self, text: str) -> None:
        """What can be searched for."""
        self.setPlaceholderText(text)
        self.setAccessibleName(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What no longer fits is said by the tool tip."""
        super().resizeEvent(event)
        said = self.placeholderText()
        cut = self.fontMetrics().horizontalAdvance(said) > self.width() - _AROUND
        self.setToolTip(plain(said) if cut else "")

    def _redress(self) -> None:
        self._mark.setIcon(self._theme.icon("search", "textSecondary"))

    def _on_text(self) -> None:
        if not self._composing:
            self._pause.start()

    def _search(self) -> None:
        text = self.text().strip()
        if text != self._last:
            self._last = text
            self.searched.emit(text)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Pinyin on its way to characters is not a search yet."""
        self._composing = bool(event.preeditString())
        if self._composing:
            self._pause.stop()
        super().inputMethodEvent(event)
        if not self._composing:
            self._pause.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter searches at once, ↓ goes to the results, Esc clears."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._pause.stop()
            self._search()
            self.down.emit()
        elif key == Qt.Key.Key_Down:
            self.down.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
