"""A page's body where the window is low: it scrolls rather than press its parts together."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from app.ui.widgets.viewport import viewport_of


class ShortRoom(QScrollArea):
    """As high as the room, and scrolled only where the least height of what is in it is more.

    Qt's own scroll area takes the height its content would like: tables that can do with less
    would scroll within a page that scrolls.
    """

    def __init__(self, layout: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget()
        self._layout = layout
        self._body.setLayout(layout)
        self.setWidget(self._body)
        self._body.setAutoFillBackground(False)  # a scroll area would fill it with the window's colour
        viewport_of(self).setAutoFillBackground(False)

    def fit(self) -> None:
        """Give the body the room there is, or the least it needs."""
        room = viewport_of(self).size()
        least = self._least(room.width())
        if least > room.height() and not self.verticalScrollBar().isVisible():
            # The bar about to come takes some of the width.
            least = self._least(room.width() - self.verticalScrollBar().sizeHint().width())
        wanted = QRect(self._body.pos(), room)
        wanted.setHeight(max(room.height(), least))
        if self._body.geometry() != wanted:
            self._body.resize(wanted.size())

    def _least(self, width: int) -> int:
        layout = self._layout
        if layout.hasHeightForWidth():
            return layout.minimumHeightForWidth(width)
        return layout.totalMinimumSize().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to the new room."""
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again when a part asks for another height."""
        found = super().eventFilter(watched, event)
        if watched is self._body and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return found
