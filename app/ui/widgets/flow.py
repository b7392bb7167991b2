"""A row of widgets that goes on in the next line where it no longer fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


class FlowLayout(QLayout):
    """Lays widgets out line by line, ``gap`` pixels apart."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """An item, None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It asks for no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high all lines are together."""
        return self._arrange(QRect(0, 0, width, 0), apply=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put every widget in its place."""
        super().setGeometry(rect)
        self._arrange(rect, apply=True)

    def sizeHint(self) -> QSize:
        """As little as needed."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The largest of the widgets."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> Iterable[QLayoutItem]:
        return (item for item in self._items if not item.isEmpty())

    def _arrange(self, rect: QRect, *, apply: bool) -> int:
        left, top, high = rect.left(), rect.top(), 0
        for item in self._shown():
            size = item.sizeHint()
            if left > rect.left() and left + size.width() > rect.right() + 1:
                left, top, high = rect.left(), top + high + self._gap, 0
            if apply:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self._gap
            high = max(high, size.height())
        return top + high - rect.top()


class SharedRow(FlowLayout):
    """Shares its width among the widgets; in a language of longer words they go on in further lines.

    At most ``most`` stand beside each other, all of them where it is 0.
    """

    def __init__(self, parent: QWidget | None = None, most: int = 0) -> None:
        super().__init__(parent)
        self._most = most

    def _arrange(self, rect: QRect, *, apply: bool) -> int:
        items = list(self._shown())
        lines = self._lines(items, rect.width())
        top = rect.top()
        for line in lines:
            high, left = max(item.sizeHint().height() for item in line), rect.left()
            for item, width in zip(line, self._widths(line, rect.width()), strict=True):
                if apply:
                    item.setGeometry(QRect(left, top, width, high))
                left += width + self._gap
            top += high + self._gap
        return max(0, top - self._gap - rect.top())

    def _lines(self, items: list[QLayoutItem], width: int) -> list[list[QLayoutItem]]:
        """As many beside each other as the longest line has room for."""
        for many in range(min(self._most or len(items), len(items)), 0, -1):
            lines = [items[place : place + many] for place in range(0, len(items), many)]
            if many == 1 or all(self._wanted(line) <= width for line in lines):
                return lines
        return []

    def _wanted(self, line: list[QLayoutItem]) -> int:
        return sum(item.sizeHint().width() for item in line) + self._gap * (len(line) - 1)

    def _widths(self, line: list[QLayoutItem], width: int) -> list[int]:
        """Equal shares; where one needs more, each what it needs and the rest in equal shares."""
        room = max(0, width - self._gap * (len(line) - 1))
        wanted = [item.sizeHint().width() for item in line]
        if max(wanted) <= room // len(line):
            wanted = [0] * len(line)
        spare, odd = divmod(max(0, room - sum(wanted)), len(line))
        return [min(room, each + spare + (place < odd)) for place, each in enumerate(wanted)]
