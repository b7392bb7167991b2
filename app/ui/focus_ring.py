"""Where the keyboard is, is seen: scrolled into view, with a ring where a list or pane draws none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

if TYPE_CHECKING:
    from app.ui.theme import Theme

OWN = "ownRing"
"""Property of a view that marks its current row itself."""
_WIDTH = 2
_ROUND = 8
"""Pixels around what has the keyboard that are scrolled into view with it."""


def reveal(widget: QWidget) -> None:
    """Scroll what has the keyboard into view; Qt does so only when Tab begins inside the scrolled area."""
    node = widget.parentWidget()
    while node is not None and not widget.isWindow():
        inner = node.widget() if isinstance(node, QScrollArea) else None
        if isinstance(node, QScrollArea) and inner is not None and inner is not widget:
            room = node.viewport().size() - widget.size()
            margins = [max(0, min(_ROUND, each // 2)) for each in room.toTuple()]
            node.ensureWidgetVisible(widget, *margins)
        node = None if node.isWindow() else node.parentWidget()


class FocusRing(QWidget):
    """Lies over one view, lets the mouse through, and goes when the keyboard does."""

    def __init__(self, theme: Theme, around: QAbstractScrollArea) -> None:
        super().__init__(around)
        self._theme, self._around = theme, around
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around.installEventFilter(self)
        if isinstance(around, QAbstractItemView) and around.selectionModel() is not None:
            around.selectionModel().currentChanged.connect(self.update)
        self._follow()
        self.show()

    def _follow(self) -> None:
        self.setGeometry(self._around.rect())
        self.raise_()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep to the size of what it lies over."""
        if event.type() == QEvent.Type.Resize:
            self._follow()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Four lines, unless a row is marked already."""
        around = self._around
        marked = isinstance(around, QAbstractItemView) and around.currentIndex().isValid()
        if marked and around.property(OWN):
            return
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.color("focusRing"), _WIDTH))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class FocusRings(QObject):
    """Lays the ring around whatever view the keyboard goes to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._ring: FocusRing | None = None
        theme.app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        ring, self._ring = self._ring, None
        if ring is not None and isValid(ring):
            ring.hide()
            ring.deleteLater()
        if isinstance(new, QAbstractScrollArea) and not isinstance(new, (QPlainTextEdit, QTextEdit)):
            self._ring = FocusRing(self._theme, new)
        if new is not None and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            reveal(new)  # under the mouse it would slip away between press and release


def watch(theme: Theme) -> None:
    """Lay rings in this application, once."""
    if theme.findChild(FocusRings) is None:
        FocusRings(theme)
