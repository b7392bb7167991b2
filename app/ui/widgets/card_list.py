"""A column of small cards: grade and name, an amount under its name, and one line below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
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
_HIGH, _BETWEEN, _PAD, _GRADE, _GAP = 76, 8, 8, 20, 8
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


@dataclass(frozen=True, slots=True)
class SmallCard:
    """One card; ``key`` is what it stands for, ``tone`` (a status or "") colours the last line."""

    key: str
    name: str
    grade: str
    label: str
    amount: str
    note: str
    tone: str = ""

    @property
    def said(self) -> str:
        """Everything on it."""
        return "  ".join(filter(None, (self.grade, self.name, self.label, self.amount, self.note)))


class _Cards(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards: Sequence[SmallCard] = ()

    def show_cards(self, cards: Sequence[SmallCard]) -> None:
        self.beginResetModel()
        self.cards = cards
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        card = self.cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return card.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return card.said
        return plain(card.said) if role == Qt.ItemDataRole.ToolTipRole else None


class _Painter(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: CardList) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, _HIGH + _BETWEEN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _Cards)  # noqa: S101 - tells the type checker what it is
        card, theme = model.cards[index.row()], self._theme
        box: QRect = option.rect.adjusted(1, 1, -2, -_BETWEEN)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("focusRing"), 2) if focused else QPen(theme.color("border"), 1)
        painter.setPen(pen)
        painter.setBrush(theme.color("rowHover" if hovered else "surface"))
        radius = theme.radius("chip")
        painter.drawRoundedRect(box.toRectF().translated(0.5, 0.5), radius, radius)
        inner = box.adjusted(_PAD, _PAD - 2, -_PAD, -_PAD + 2)
        third = inner.height() // 3
        rows = [QRect(inner.left(), inner.top() + third * i, inner.width(), third) for i in range(3)]
        self._head(painter, rows[0], card)
        self._amount(painter, rows[1], card)
        role = f"status.{card.tone}.text" if card.tone else "textSecondary"
        self._text(painter, rows[2], card.note, "small", role)
        painter.restore()

    def _head(self, painter: QPainter, row: QRect, card: SmallCard) -> None:
        theme, left = self._theme, row.left()
        if card.grade:
            base, strong = f"grade.{card.grade}", card.grade == "D"
            chip = QRect(left, row.center().y() - _GRADE // 2, _GRADE, _GRADE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(f"{base}.{'fill' if strong else 'tint'}"))
            painter.drawRoundedRect(chip, theme.radius("chip"), theme.radius("chip"))
            painter.setFont(theme.font("bodyStrong"))
            painter.setPen(theme.color(f"{base}.{'onFill' if strong else 'text'}"))
            painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), card.grade)
            left += _GRADE + _GAP
        self._text(painter, row.adjusted(left - row.left(), 0, 0, 0), card.name, "bodyStrong", "text")

    def _amount(self, painter: QPainter, row: QRect, card: SmallCard) -> None:
        font = self._theme.font("bodyStrong")
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        painter.drawText(row, _RIGHT, card.amount)
        wide = QFontMetrics(font).horizontalAdvance(card.amount)
        self._text(painter, row.adjusted(0, 0, -wide - _GAP, 0), card.label, "body", "textSecondary")

    def _text(self, painter: QPainter, room: QRect, text: str, kind: str, role: str) -> None:
        font = self._theme.font(kind)
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _MIDDLE, shown)


class CardList(QListView):
    """``opened`` carries the key of the card clicked, or opened by ↑↓ and Enter; as high as its cards."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = _Cards(self)
        self.setModel(self._cards)
        self.setItemDelegate(_Painter(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFixedHeight(0)
        self.clicked.connect(lambda index: self.opened.emit(self._cards.cards[index.row()].key))
        theme.themeChanged.connect(self.viewport().update)

    @property
    def cards(self) -> Sequence[SmallCard]:
        """What is shown."""
        return self._cards.cards

    def show_cards(self, cards: Sequence[SmallCard]) -> None:
        """Show these."""
        self._cards.show_cards(cards)
        self.setFixedHeight(len(cards) * (_HIGH + _BETWEEN) + (2 if cards else 0))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if cards else Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.opened.emit(self._cards.cards[index.row()].key)
        else:
            super().keyPressEvent(event)
