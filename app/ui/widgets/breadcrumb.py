"""The way up: 客户 / 苏州恒岳机电, each part but the last a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from app.ui.theme import Theme

_LONGEST, _LEAST = 260, 64
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
                self._layout.addWidget(_Here(text))
        self.setVisible(bool(parts))
        self.setAccessibleName(" / ".join(parts))


class _Here(QLabel):
    """Where we are, cut to the room there is; its tip says what was cut."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._text = text
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", "body")
        self.setProperty("tone", "secondary")
        self.setProperty("elides", True)

    def sizeHint(self) -> QSize:
        """The whole name, up to a width."""
        wide = self.fontMetrics().horizontalAdvance(self._text) + 2
        return QSize(min(wide, _LONGEST), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A few letters, so that the page's actions keep their room."""
        return QSize(min(self.sizeHint().width(), _LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut what does not fit."""
        super().resizeEvent(event)
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        if shown != self.text():
            self.setText(shown)
            self.setToolTip(plain(self._text) if shown != self._text else "")
