"""A short list in a card: a day, a sentence with a note below it, and a word on a chip at the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.widgets.labels import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW, _LOW, _DAY, _EDGE, _GAP, _MOST = 48, 32, 88, 16, 10, 5


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``id`` is what it stands for, ``tone`` the chip's (``good``, ``warn``, ``danger``…)."""

    id: int
    day: str
    text: str
    note: str = ""
    chip: str = ""
    tone: str = "neutral"


class _Lines(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        said = "  ".join(filter(None, (line.day, line.text, line.chip, line.note)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return said
        return plain(said) if role == Qt.ItemDataRole.ToolTipRole else None


class _Painter(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: LineList) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, _height(_line(index)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, theme, rect = _line(index), self._theme, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rect, theme.color("selection" if chosen else "rowHover" if hovered else "surface"))
        first = QRect(
            rect.left(), rect.top() + (5 if line.note else 0), rect.width(), _LOW - (10 if line.note else 0)
        )
        left = rect.left() + _EDGE
        if line.day:
            self._write(
                painter, QRect(left, first.top(), _DAY, first.height()), line.day, "small", "textSecondary"
            )
            left += _DAY
        right = self._chip(painter, rect, line)
        width = max(20, right - left)
        self._write(painter, QRect(left, first.top(), width, first.height()), line.text, "body", "text")
        if line.note:
            below = QRect(left, first.bottom() + 1, width, rect.bottom() - first.bottom() - 5)
            self._write(painter, below, line.note, "small", "textSecondary")
        painter.setPen(theme.color("border"))
        painter.drawLine(rect.left() + _EDGE, rect.bottom(), rect.right() - _EDGE, rect.bottom())

    def _write(self, painter: QPainter, room: QRect, text: str, kind: str, role: str) -> None:
        font = self._theme.font(kind)
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

    def _chip(self, painter: QPainter, rect: QRect, line: Line) -> int:
        """The word at the end; where the text must stop."""
        right = rect.right() - _EDGE
        if not line.chip:
            return right
        font: QFont = self._theme.font("small")
        wide = QFontMetrics(font).horizontalAdvance(line.chip) + 14
        high = self._theme.size("chip")
        box = QRect(right - wide, rect.center().y() - high // 2, wide, high)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(f"status.{line.tone}.tint"))
        radius = self._theme.radius("chip")
        painter.drawRoundedRect(box, radius, radius)
        painter.setFont(font)
        painter.setPen(self._theme.color(f"status.{line.tone}.text"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), line.chip)
        painter.restore()
        return box.left() - _GAP


class LineList(QListView):
    """``opened`` carries the line chosen by Enter or a double click; ``menu_wanted`` asks for its menu."""

    opened = Signal(int)
    menu_wanted = Signal(int, QPoint)
    removal_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, most: int = _MOST) -> None:
        super().__init__(parent)
        self._most = most
        self._lines = _Lines(self)
        self.setModel(self._lines)
        self.setItemDelegate(_Painter(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._lines.lines[index.row()].id))
        theme.themeChanged.connect(self.viewport().update)

    @property
    def lines(self) -> Sequence[Line]:
        """What is shown."""
        return self._lines.lines

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these, keeping the one chosen; as high as the first ``most`` of them."""
        chosen = self.current_id()
        self._lines.show_lines(lines)
        self.setFixedHeight(sum(_height(line) for line in lines[: self._most]) + 2)
        self.choose(chosen)

    def choose(self, row_id: int) -> None:
        """Put the mark on a line, and bring it into view."""
        for place, line in enumerate(self._lines.lines):
            if line.id == row_id:
                self.setCurrentIndex(self._lines.index(place))

    def current_id(self) -> int:
        """What the chosen line stands for, 0 for none."""
        index = self.currentIndex()
        return self._lines.lines[index.row()].id if index.isValid() else 0

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the line under the mouse, or with the chosen one."""
        index = self.indexAt(event.pos()) if event.reason() == event.Reason.Mouse else self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            at = event.globalPos()
            if event.reason() != event.Reason.Mouse:
                at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.menu_wanted.emit(self._lines.lines[index.row()].id, at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete asks to take away."""
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.opened.emit(self._lines.lines[index.row()].id)
        elif event.key() == Qt.Key.Key_Delete and index.isValid():
            self.removal_wanted.emit(self._lines.lines[index.row()].id)
        else:
            super().keyPressEvent(event)


def _line(index: Index) -> Line:
    model = index.model()
    assert isinstance(model, _Lines)  # noqa: S101 - tells the type checker what it is
    return model.lines[index.row()]


def _height(line: Line) -> int:
    return _ROW if line.note else _LOW
