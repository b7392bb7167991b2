"""The claims board: four columns of cards by state; Ctrl+→ moves a card on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.money import Money
from app.ui.i18n import Retranslated
from app.ui.pages.customers.columns import money_words
from app.ui.pages.insurance.claims.cards import Card, Group
from app.ui.widgets.cut_label import CutLabel
from app.ui.widgets.labels import label, line, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.formats import Formats
    from app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_HIGH, _GAP, _PAD, _GRADE = 76, 8, 9, 20


class _Cards(QAbstractListModel):
    def __init__(self, formats: Formats, parent: QWidget) -> None:
        super().__init__(parent)
        self._formats = formats
        self.cards: Sequence[Card] = ()
        self._signed = False

    def show_cards(self, cards: Sequence[Card], *, signed: bool) -> None:
        self.beginResetModel()
        self._signed = signed
        self.cards = cards
        self.endResetModel()

    def amount(self, card: Card) -> str:
        minor, currency = card.amount.minor, card.amount.currency
        if self._signed:
            return self._formats.money(minor, currency, whole=True)
        return self._formats.whole(minor, currency)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        card = self.cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return card.name
        money = self._formats.money(card.amount.minor, card.amount.currency, whole=True)
        said = "  ".join(filter(None, (card.grade, card.name, card.caption, money, card.note)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return said
        return plain(said) if role == Qt.ItemDataRole.ToolTipRole else None


class _Painter(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, _HIGH + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _Cards)  # noqa: S101 - tells the type checker what it is
        card, theme = model.cards[index.row()], self._theme
        box = QRect(option.rect.left(), option.rect.top(), option.rect.width() - 1, _HIGH)
        self._frame(painter, option, box)
        inner = box.adjusted(_PAD, 5, -_PAD, -5)
        high = inner.height() // 3
        first = QRect(inner.left(), inner.top(), inner.width(), high)
        second = first.translated(0, high)
        left = self._grade(painter, first, card.grade)
        name = QRect(left, first.top(), first.right() - left, high)
        self._write(painter, name, card.name, "bodyStrong", "text")
        amount = model.amount(card)
        wide = QFontMetrics(theme.font("bodyStrong")).horizontalAdvance(amount) + 2
        caption = second.adjusted(0, 0, -wide - 6, 0)
        self._write(painter, caption, card.caption, "small", "textSecondary")
        right = Qt.AlignmentFlag.AlignRight
        money = QRect(second.right() - wide, second.top(), wide, high)
        self._write(painter, money, amount, "bodyStrong", "text", right)
        role = f"status.{card.tone}.text" if card.tone not in {"", "neutral"} else "textSecondary"
        self._write(painter, second.translated(0, high), card.note, "small", role)

    def _frame(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        theme = self._theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "focusRing" if focused else "accent" if chosen else "border"
        painter.setPen(QPen(theme.color(edge), 2 if focused else 1))
        painter.setBrush(theme.color("rowHover" if hovered else "surface"))
        radius = theme.radius("control")
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
        painter.restore()

    def _grade(self, painter: QPainter, room: QRect, letter: str) -> int:
        """The grade's letter on its colour; where the name begins."""
        if not letter:
            return room.left()
        theme, strong = self._theme, letter == "D"
        box = QRect(room.left(), room.center().y() - _GRADE // 2 + 1, _GRADE, _GRADE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"grade.{letter}.{'fill' if strong else 'tint'}"))
        radius = theme.radius("chip")
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(theme.color(f"grade.{letter}.{'onFill' if strong else 'text'}"))
        painter.setFont(theme.font("bodyStrong"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), letter)
        painter.restore()
        return box.right() + 8

    def _write(
        self,
        painter: QPainter,
        room: QRect,
        text: str,
        kind: str,
        role: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        font = self._theme.font(kind)
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | side), shown)


class CardColumn(QListView):
    """One column; ``step`` asks for a neighbour (-1, 1), ``onward`` to move the chosen card on."""

    opened = Signal(int)
    onward = Signal(int)
    step = Signal(int)

    def __init__(self, theme: Theme, formats: Formats, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards = _Cards(formats, self)
        self.setModel(self.cards)
        self.setItemDelegate(_Painter(theme, self))
        self.setProperty("area", "plain")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.cards.cards[index.row()].key))
        theme.themeChanged.connect(self.viewport().update)

    @property
    def key(self) -> int:
        """The chosen card, 0 for none."""
        index = self.currentIndex()
        return self.cards.cards[index.row()].key if index.isValid() else 0

    def choose(self, place: int = 0) -> bool:
        """Put the mark on a card; False where the column is empty."""
        if not self.cards.cards:
            return False
        self.setCurrentIndex(self.cards.index(max(0, min(place, len(self.cards.cards) - 1))))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+→ moves on, ← and → go to the neighbour."""
        key, ctrl = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.key:
            self.opened.emit(self.key)
        elif key is Qt.Key.Key_Right and ctrl and self.key:
            self.onward.emit(self.key)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.step.emit(1 if key is Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)


class ClaimBoard(Retranslated):
    """``opened`` and ``onward`` carry a card's key: a claim's id, below 0 for a notice that is due."""

    opened = Signal(int)
    onward = Signal(int)

    def __init__(self, theme: Theme, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__()
        self.setParent(parent)
        self._formats = formats
        self._cards: dict[int, Card] = {}
        self.columns: dict[Group, CardColumn] = {}
        self._names = {group: CutLabel("small") for group in Group}
        for each in self._names.values():
            each.setProperty("strong", True)
        self._counts = {group: label("", "small", "secondary") for group in Group}
        self._sums = {group: CutLabel("small", "secondary") for group in Group}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for place, group in enumerate(Group):
            made = CardColumn(theme, formats, self)
            made.opened.connect(self.opened)
            made.onward.connect(self.onward)
            made.step.connect(lambda by, place=place: self._step(place, by))
            self.columns[group] = made
            side = QWidget()
            side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # four alike
            side.setLayout(self._column(group, made))
            row.addWidget(side, 1)
        self.retranslate()

    def _column(self, group: Group, cards: CardColumn) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(3)
        head.addWidget(self._names[group])
        head.addWidget(self._counts[group])
        head.addStretch(1)
        head.addWidget(self._sums[group])
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addLayout(head)
        column.addWidget(line(strong=True))
        column.addWidget(cards, 1)
        return column

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show these, keeping the one chosen."""
        chosen = next((column.key for column in self.columns.values() if column.hasFocus()), 0)
        self._cards = {card.key: card for card in cards}
        signed = len({card.amount.currency for card in cards}) > 1
        for group, column in self.columns.items():
            found = [card for card in cards if card.group is group]
            column.cards.show_cards(found, signed=signed)
            self._counts[group].setText(self._formats.count(len(found)) if found else "")
            self._write_sum(group, [card.amount for card in found])
            for place, card in enumerate(found):
                if card.key == chosen:
                    column.choose(place)
        self._name_columns()

    def _write_sum(self, group: Group, amounts: Sequence[Money]) -> None:
        """The column's total; of several currencies how many, and each in the tool tip."""
        sums: dict[str, int] = {}
        for one in amounts:
            sums[one.currency] = sums.get(one.currency, 0) + one.minor
        whole = money_words([Money(minor, currency) for currency, minor in sums.items()], self._formats)
        several = len(sums) > 1
        text = self.tr("%n currencies", "", len(sums)) if several else whole if sums else ""
        self._sums[group].setToolTip(whole if several else "")
        self._sums[group].setText(text)

    def card(self, key: int) -> Card | None:
        """A card by its key."""
        return self._cards.get(key)

    def _step(self, place: int, by: int) -> None:
        """Take the keyboard to the next column that has a card."""
        columns = list(self.columns.values())
        at = place + by
        while 0 <= at < len(columns):
            if columns[at].choose(columns[place].currentIndex().row()):
                columns[at].setFocus(Qt.FocusReason.OtherFocusReason)
                return
            at += by

    def _name_columns(self) -> None:
        for group, column in self.columns.items():
            said = (self._names[group].text(), self._counts[group].text(), self._sums[group].text())
            column.setAccessibleName(" ".join(filter(None, said)))

    def retranslate(self) -> None:
        """Write the heads of the columns."""
        texts = {
            Group.REPORT: self.tr("To report"),
            Group.WAITING: self.tr("Waiting period"),
            Group.FILED: self.tr("Filed"),
            Group.PAID: self.tr("Paid (this year)"),
        }
        for group, text in texts.items():
            self._names[group].setText(text)
        self.setAccessibleName(self.tr("Claims by state; Ctrl+→ moves a card on"))
        self._name_columns()
