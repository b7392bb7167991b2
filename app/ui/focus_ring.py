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

from app.ui.spoken import Spoken
from app.ui.widgets.viewport import viewport_of

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
        if isinstance(node, QScrollArea) and inner is not None and inner.isAncestorOf(widget):
            room = viewport_of(node).size() - widget.size()
            margins = [max(0, min(_ROUND, each // 2)) for each in room.toTuple()]
            node.ensureWidgetVisible(widget, *margins)
        elif isinstance(node, QAbstractItemView) and viewport_of(node).isAncestorOf(widget):  # in a cell
            node.scrollTo(node.indexAt(widget.mapTo(viewport_of(node), widget.rect().center())))
        node = None if node.isWindow() else node.parentWidget()


class FocusRing(QWidget):
    """Lies over one view as long as that lives, lets the mouse through, and shows while it is asked to."""

    spoken_as = Spoken.ORNAMENT

    def __init__(self, theme: Theme, around: QAbstractScrollArea) -> None:
        super().__init__(around)
        self._theme, self._around = theme, around
        self._plain = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def lay(self) -> None:
        """Show it, and follow the view's size and current row."""
        self._around.installEventFilter(self)
        viewport_of(self._around).installEventFilter(self)
        self._follow()
        self.show()

    def lift(self) -> None:
        """Take it off again, unless the view is going away and takes it along."""
        if not isValid(self._around):
            return
        self._around.removeEventFilter(self)
        viewport_of(self._around).removeEventFilter(self)
        self.hide()

    def _follow(self) -> None:
        self.setGeometry(self._around.rect())
        self.raise_()

    def _is_marked(self) -> bool:
        """Whether the view marks its current row itself."""
        around = self._around
        current = isinstance(around, QAbstractItemView) and around.currentIndex().isValid()
        return current and bool(around.property(OWN))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep to the size of what it lies over, and make way for a row that is marked now."""
        if event.type() == QEvent.Type.Resize:
            self._follow()
        elif event.type() == QEvent.Type.Paint and self._plain == self._is_marked():
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Four lines, unless a row is marked already."""
        self._plain = not self._is_marked()
        if self._plain:
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

    def _on_focus(self) -> None:
        """Qt's own arguments are not taken: what loses the keyboard may be half gone already."""
        new, ring = QApplication.focusWidget(), self._ring
        self._ring = None
        if ring is not None and isValid(ring):
            ring.lift()
        if isinstance(new, QAbstractScrollArea) and not isinstance(new, (QPlainTextEdit, QTextEdit)):
            self._ring = _ring_of(self._theme, new)
            self._ring.lay()
        if new is not None and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            reveal(new)  # under the mouse it would slip away between press and release


def _ring_of(theme: Theme, around: QAbstractScrollArea) -> FocusRing:
    """The ring a view has already, else a new one."""
    found = next((each for each in around.children() if isinstance(each, FocusRing)), None)
    return found or FocusRing(theme, around)


def watch(theme: Theme) -> None:
    """Lay rings in this application, once."""
    if theme.findChild(FocusRings) is None:
        FocusRings(theme)
