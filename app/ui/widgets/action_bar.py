"""The bar at the page's foot while rows are checked: how many, what they sum to, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.widgets.buttons import icon_button, set_name
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.ui.theme import Theme


class ActionBar(QFrame):
    """56 pixels high; ``cleared`` asks to clear the checks (Esc or the cross)."""

    cleared = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("area", "bar")
        self.setFixedHeight(theme.size("actionBar"))
        self._text = label("", "bodyStrong")
        self._more = label("", "body", "secondary")
        self._close = icon_button(theme, "x", "", self.cleared.emit, role="accentText")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(theme.space("l"), 0, theme.space("m"), 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._text)
        self._layout.addSpacing(8)
        self._layout.addWidget(self._more, 1)
        self._layout.addWidget(self._close)
        self._retranslate()
        self.hide()

    def add(self, widget: QWidget) -> None:
        """Put a button before the cross."""
        self._layout.insertWidget(self._layout.count() - 1, widget)

    def say(self, text: str, more: str = "") -> None:
        """How many are checked, and what they are together; an empty text hides the bar."""
        self._text.setText(text)
        self._more.setText(more)
        self.setVisible(bool(text))
        self.setAccessibleName(f"{text} {more}".strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears the checks."""
        if event.key() == Qt.Key.Key_Escape:
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        set_name(self._close, self.tr("Clear checks (Esc)"))
