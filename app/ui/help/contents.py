"""The contents of the help as a list: parts and their topics, or what a search found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_HEAD, _ROW, _HIT = 34, 30, 48
_EDGE, _STEP = 16, 14


@dataclass(frozen=True, slots=True)
class Entry:
    """A line: a part's name (no ``key``), a topic ``depth`` steps in, or a hit with its ``excerpt``."""

    title: str
    key: str = ""
    excerpt: str = ""
    depth: int = 0


class _Entries(QAbstractListModel):
    """Lines in order; names of parts cannot be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if self.entries[index.row()].key else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.title} {entry.excerpt}".strip()
        return None


class _EntryDelegate(QStyledItemDelegate):
    """Parts in small capitals of grey, topics below them, hits with a line of their text."""

    def __init__(self, theme: Theme, view: TopicList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = self._entry(index)
        if not entry.key:
            return QSize(120, _HEAD)
        return QSize(120, _HIT if entry.excerpt else _ROW)

    def _entry(self, index: Index) -> Entry:
        model = index.model()
        assert isinstance(model, _Entries)  # noqa: S101 - tells the type checker what it is
        return model.entries[index.row()]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, theme, rect = self._entry(index), self._theme, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver) and bool(entry.key)
        painter.save()
        if chosen or over:
            painter.fillRect(rect, theme.color("selection" if chosen else "rowHover"))
        room = rect.adjusted(_EDGE + entry.depth * _STEP, 0, -8, 0)
        if not entry.key:
            room.setTop(room.top() + 8)
        painter.setFont(theme.font("small" if not entry.key else "bodyStrong" if chosen else "body"))
        painter.setPen(theme.color("text" if entry.key else "textSecondary"))
        upper = room.adjusted(0, 5, 0, -room.height() // 2 + 2) if entry.excerpt else room
        self._text(painter, upper, entry.title)
        if entry.excerpt:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("textSecondary"))
            self._text(painter, room.adjusted(0, room.height() // 2, 0, -4), entry.excerpt)
        if chosen and self._view.hasFocus():
            painter.setPen(QPen(theme.color("focusRing"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _text(self, painter: QPainter, room: Any, text: str) -> None:
        shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class TopicList(QListView):
    """↑↓ move, Enter or a click opens."""

    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model = _Entries(self)
        self.setModel(self._model)
        self.setItemDelegate(_EntryDelegate(theme, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.clicked.connect(self._on_click)
        theme.themeChanged.connect(self.viewport().update)

    @property
    def entries(self) -> Sequence[Entry]:
        """What is listed."""
        return self._model.entries

    def show_entries(self, entries: Sequence[Entry], chosen: str = "") -> None:
        """List these; the topic in view is marked."""
        self._model.show_entries(entries)
        self.mark(chosen)

    def mark(self, key: str) -> None:
        """Mark a topic and bring it into sight."""
        place = next((at for at, entry in enumerate(self.entries) if key and entry.key == key), -1)
        if place < 0:
            self.clearSelection()
            return
        index = self._model.index(place)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def first(self) -> None:
        """Mark the first topic."""
        self.mark(next((entry.key for entry in self.entries if entry.key), ""))

    def _on_click(self, index: QModelIndex) -> None:
        self._open(index)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and (key := self.entries[index.row()].key):
            self.opened.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)
