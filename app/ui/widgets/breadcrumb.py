"""The way up: 客户 / 苏州恒岳机电, each part but the last a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.theme import Theme

_LONGEST = 260
"""Pixels of the name of where we are: the page says it whole."""


class Breadcrumb(QWidget):
    """Emits the index of the part that was chosen."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    def set_path(self, parts: Sequence[str], *, last_is_link: bool = False) -> None:
        """Write the parts; the last one is where we are unless the page's title follows it."""
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, text in enumerate(parts):
            if place:
                self._layout.addWidget(label("/", "body", "tertiary"))
            if place < len(parts) - 1 or last_is_link:
                link = button(self._theme, text, "link")
                link.clicked.connect(lambda _on=False, place=place: self.chosen.emit(place))
                self._layout.addWidget(link)
            else:
                here = label("", "body", "secondary")
                here.setText(here.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _LONGEST))
                here.setToolTip(text if here.text() != text else "")
                self._layout.addWidget(here)
        self.setVisible(bool(parts))
        self.setAccessibleName(" / ".join(parts))
