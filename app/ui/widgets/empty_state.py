"""What stands where there is nothing: one sentence, one action, a line icon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.ui.theme import Theme


class EmptyState(QWidget):
    """Icon, sentence, an optional second line and one button; rarely a second one beside it."""

    action = Signal()
    second = Signal()

    def __init__(self, theme: Theme, icon: str = "search", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(theme.space("s"))
        layout.addStretch(2)
        self._picture = QLabel()
        theme.picture(self._picture, icon, "textTertiary", theme.size("iconEmpty"))
        self._text = label("", "bodyStrong", wrap=True)
        self._more = label("", "body", "secondary", wrap=True)
        self._button = button(theme, "", "normal", run=self.action.emit)
        self._second = button(theme, "", "quiet", run=self.second.emit)
        self._button.hide()
        self._second.hide()
        for widget in (self._picture, self._text, self._more, self._button):
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
                layout.addWidget(widget)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._second, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def say(self, text: str, action: str = "", more: str = "", second: str = "") -> None:
        """Set the sentence, the button's verb, the second line and button ("" leaves one out)."""
        self._text.setText(text)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._second.setText(second)
        self._second.setVisible(bool(second))
        self.setAccessibleName(text)

    def bar(self, why: str) -> None:
        """Keep the buttons from being pressed, and say why by their tip; "" lets them again."""
        for each in (self._button, self._second):
            each.setEnabled(not why)
            each.setToolTip(why)
