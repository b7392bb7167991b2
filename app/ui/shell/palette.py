"""Ctrl+K: customers, invoices, pages with their tabs and commands by a few letters, pinyin initials too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.widgets.labels import label
from app.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW = 38
_COMMANDS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing to go to: its icon, its name, what it is, and going there."""

    icon: str
    title: str
    detail: str
    run: Callable[[], object]


Finder = Callable[[str, Callable[[list[Hit]], None]], None]
"""Looks a text up in the ledger and hands the hits over on the main thread."""
Speller = Callable[["Sequence[str]", Callable[["Mapping[str, str]"], None]], None]
"""Hands over the pinyin initials of titles in the same way."""


class _Hits(QAbstractListModel):
    """Hits in order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []

    def show_hits(self, hits: list[Hit]) -> None:
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{hit.title} {hit.detail}"
        return None


class _HitDelegate(QStyledItemDelegate):
    """Icon, name, and at the right what it is."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _Hits)  # noqa: S101 - tells the type checker what it is
        hit, theme, rect = model.hits[index.row()], self._theme, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.color("selection" if chosen else "surface"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawPixmap(
            rect.left() + 14, rect.center().y() - 8, theme.pixmap(hit.icon, "textSecondary", 16)
        )
        room = rect.adjusted(42, 0, -14, 0)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("textTertiary"))
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignRight), hit.detail)
        used = painter.fontMetrics().horizontalAdvance(hit.detail) + 16
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text"))
        left = room.adjusted(0, 0, -used, 0)
        text = painter.fontMetrics().elidedText(hit.title, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, int(middle | Qt.AlignmentFlag.AlignLeft), text)


def matching(hits: Sequence[Hit], text: str, spelled: Mapping[str, str] | None = None) -> list[Hit]:
    """Hits whose title, or its pinyin initials where they are known, holds every word of the text."""
    words, known = text.casefold().split(), spelled or {}

    def fits(title: str) -> bool:
        said, letters = title.casefold(), known.get(title, "")
        return all(word in said or word in letters for word in words)

    return [hit for hit in hits if fits(hit.title)]


class CommandPalette(QDialog):
    """Type, ↑↓, Enter. Commands are here at once; the ledger answers when it has looked."""

    help_topic = "guide.keys"

    def __init__(
        self,
        theme: Theme,
        commands: Sequence[Hit],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._commands = list(commands)
        self.finder: Finder | None = None
        self.speller: Speller | None = None
        self._asked = ""
        self._found: list[Hit] = []
        self._spelled: Mapping[str, str] = {}
        self.setWindowTitle(self.tr("Go to"))
        self.setFixedWidth(560)
        self.search = SearchField(theme, self.tr("Customer, invoice, page or command"))
        self._model = _Hits(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_HitDelegate(theme, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFocusProxy(self.search)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setFixedHeight(_ROW * 9)
        self.list.setAccessibleName(self.tr("Results"))
        self._none = label("", "body", "secondary")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        layout.addWidget(self._none)
        self.search.searched.connect(self._on_text)
        self.search.installEventFilter(self)
        self.list.clicked.connect(lambda _index: self._go())
        self._on_text("")

    def _on_text(self, text: str) -> None:
        self._asked, self._found = text, []
        self._again()
        if text and self.finder is not None:
            self.finder(text, lambda hits: self._on_found(text, hits))
        written = [hit.title for hit in self._commands if not hit.title.isascii()]
        if text and text.isascii() and written and self.speller is not None:
            speller, self.speller = self.speller, None
            speller(written, self._on_spelled)

    def _on_found(self, text: str, hits: list[Hit]) -> None:
        if text == self._asked:
            self._found = hits
            self._again()

    def _on_spelled(self, spelled: Mapping[str, str]) -> None:
        self._spelled = spelled
        self._again()

    def _again(self) -> None:
        text, commands = self._asked, self._commands
        fits = matching(commands, text, self._spelled) if text else commands[:_COMMANDS_SHOWN]
        self._show(self._found + fits)

    def _show(self, hits: list[Hit]) -> None:
        self._model.show_hits(hits)
        self._none.setVisible(not hits)
        self._none.setText("" if hits else self.tr("Nothing found"))
        if hits:
            self.list.setCurrentIndex(self._model.index(0))

    def _go(self) -> None:
        place = self.list.currentIndex().row()
        if 0 <= place < len(self._model.hits):
            hit = self._model.hits[place]
            self.accept()
            hit.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """↑↓ move in the list while one types; Enter goes there."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None and self._model.hits:
                place = (self.list.currentIndex().row() + step) % len(self._model.hits)
                self.list.setCurrentIndex(self._model.index(place))
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                text = self.search.text().strip()
                if text != self._asked:
                    self._on_text(text)
                self._go()
                return True
        return False
