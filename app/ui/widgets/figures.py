"""Figures in a row: a small name above, the value below, a note under it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.spoken import Spoken
from app.ui.widgets.cut_label import CutLabel
from app.ui.widgets.labels import label, set_tone
from app.ui.widgets.layouts import line_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.theme import Theme


class Figure(QWidget):
    """One figure; ``size`` is a type style such as ``bodyStrong``, ``section`` or ``kpi``.

    ``opened`` comes by click or Enter, once ``lead`` made it lead somewhere.
    """

    spoken_as = Spoken.GROUP

    opened = Signal()

    def __init__(self, name: str = "", size: str = "bodyStrong", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = CutLabel("small", "secondary")
        self._name.setText(name)
        self._value = label("", size, strong=True)
        self._note = CutLabel("small", "secondary")
        self._theme: Theme | None = None
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

    def lead(self, theme: Theme) -> None:
        """Take the keyboard and the mouse: this figure opens what is behind it."""
        self._theme = theme
        self.spoken_as = Spoken.BUTTON
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens."""
        if self._theme is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space opens."""
        keys = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if self._theme is not None and event.key() in keys:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The focus ring."""
        super().paintEvent(event)
        if self._theme is not None and self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self._theme.color("focusRing"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)


class Figures(QWidget):
    """Several figures side by side; ``opened`` carries the place of one, where they ``lead`` somewhere."""

    opened = Signal(int)

    def __init__(
        self, theme: Theme, size: str = "bodyStrong", parent: QWidget | None = None, *, lead: bool = False
    ) -> None:
        super().__init__(parent)
        self._size = size
        self._leads = theme if lead else None
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
            if self._leads is not None:
                made.lead(self._leads)
                made.opened.connect(partial(self.opened.emit, len(self._shown)))
            self._shown.append(made)
        if self._leads is not None:
            line_up(self, self._shown)
        for place, made in enumerate(self._shown):
            made.setVisible(place < len(figures))
        for made, (name, value, note, tone) in zip(self._shown, figures, strict=False):
            made.set(name, value, note, tone)
