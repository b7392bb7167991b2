"""A card: surface, hairline border, a header with title and actions, and a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.widgets.cut_label import CutLabel

if TYPE_CHECKING:
    from app.ui.theme import Theme


class Card(QFrame):
    """``body`` takes the content; never put a card inside a card."""

    def __init__(
        self, theme: Theme, title: str = "", *, padded: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("area", "card")
        gap = theme.space("m")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        self._head = QWidget()
        self._head.setFixedHeight(theme.size("pageHeader") - 12)
        self._row = QHBoxLayout(self._head)
        self._row.setContentsMargins(gap, 4, 8, 0)
        self._row.setSpacing(8)
        self._title = CutLabel("section")
        self._title.setText(title)
        self._note = CutLabel("small", "secondary")
        self._row.addWidget(self._title)
        self._row.addWidget(self._note, 1)
        self._head.setVisible(bool(title))
        outer.addWidget(self._head)
        self.body = QVBoxLayout()
        edge = gap - 1 if padded else 0
        self.body.setContentsMargins(edge, 0 if title else edge, edge, edge)
        self.body.setSpacing(12)
        outer.addLayout(self.body, 1)

    def set_title(self, title: str, note: str = "") -> None:
        """The card's title and what stands beside it."""
        self._title.setText(title)
        self._note.setText(note)
        self._head.setVisible(bool(title))
        self.setAccessibleName(title)

    def add_action(self, widget: QWidget) -> None:
        """Put a control at the header's right end."""
        self._row.addWidget(widget)

    def add_scrolled_list(self) -> QVBoxLayout:
        """A list under the header that scrolls when it is long; its lines go into the layout returned."""
        inner = QWidget()
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(16, 0, 12, 8)
        lines.setSpacing(0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        inner.setAutoFillBackground(False)  # QScrollArea turns it on: the card must show through
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(scroll)
        return lines
