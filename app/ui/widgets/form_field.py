"""A form field: its label above, the control, and below it a hint or what is wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.widgets.labels import label, set_tone

_EDGES = 20
"""Pixels of a field that its text cannot have."""


class FormField(QWidget):
    """The error shows when the field is left, not while one types."""

    def __init__(self, control: QWidget, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._hint = ""
        self._label = label(text, "small", "secondary")
        self._label.setBuddy(control)
        self._below = label("", "caption", "tertiary", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self._label)
        layout.addWidget(control)
        layout.addWidget(self._below)
        layout.addStretch(1)
        self._below.hide()
        if isinstance(control, QLineEdit):
            control.textEdited.connect(self.clear_error)
        self.set_text(text)

    def set_text(self, text: str, hint: str = "") -> None:
        """The label, and a hint below the control."""
        self._label.setText(text)
        self.control.setAccessibleName(text)
        self._hint = hint
        if not self.has_error:
            self._show(hint, "tertiary")

    @property
    def has_error(self) -> bool:
        """Whether something is wrong with it."""
        return bool(self.control.property("state") == "error")

    def set_error(self, text: str) -> None:
        """Say what is wrong; "" takes it back."""
        self.control.setProperty("state", "error" if text else "")
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)
        self.control.setAccessibleDescription(text)
        self._show(text or self._hint, "danger" if text else "tertiary")

    def clear_error(self) -> None:
        """Take the error back, as soon as the content changes."""
        if self.has_error:
            self.set_error("")

    def _show(self, text: str, tone: str) -> None:
        self._below.setText(text)
        set_tone(self._below, tone)
        self._below.setVisible(bool(text))


def room_for_hint(edit: QLineEdit, hint: str, least: int) -> int:
    """Width in pixels that shows what an empty field says, at least ``least``."""
    return max(least, edit.fontMetrics().horizontalAdvance(hint) + _EDGES)
