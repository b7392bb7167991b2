"""Back and on, below the step in view, with the keys that do the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.theme import Theme

_GAP, _EDGE = 10, 14


class Foot(QWidget):
    """The hint stands where the buttons leave it room."""

    def __init__(self, theme: Theme, back: Callable[[], object], forward: Callable[[], object]) -> None:
        super().__init__()
        self.back = button(theme, "", "normal", run=back)
        self.hint = label("", "small", "secondary")
        self.forward = button(theme, "", "primary", run=forward)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, _EDGE, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self.back)
        layout.addStretch(1)
        layout.addWidget(self.hint)
        layout.addWidget(self.forward)

    def fit(self, room: int) -> None:
        """Show the hint or not, in so many pixels."""
        wanted = sum(each.sizeHint().width() for each in (self.back, self.hint, self.forward))
        self.hint.setVisible(wanted + 3 * _GAP + _EDGE <= room)
