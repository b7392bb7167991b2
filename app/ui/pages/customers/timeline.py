"""What happened with a customer, newest first: day, sign, sentence; Enter opens the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.words import say, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.aging import Event
    from app.ui.context import PageContext
    from app.ui.formats import Formats
    from app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_DAY, _SIGN, _ROW, _ICON = 84, 26, 36, 16
EVENT_ICONS = {
    "invoice": "file-text",
    "receipt": "check",
    "credit_note": "file-minus",
    "refund": "undo-2",
    "write_off": "file-x",
    "dispute": "flag",
    "promise": "handshake",
    "payment_plan": "calendar-check",
    "bill": "receipt",
    "limitation": "clock",
    "activity.call": "phone",
    "activity.visit": "users",
    "activity.message": "message-square",
    "activity.email": "mail",
    "activity.letter": "mail",
    "activity.note": "pencil",
    "letter": "mail",
    "external": "landmark",
    "external.court_record": "scale",
    "external.dishonest_debtor": "ban",
    "external.registry_change": "stamp",
    "external.insurer_cut": "shield-check",
    "external_rating": "star",
    "financial_statement": "file-spreadsheet",
    "assessed": "gauge",
    "claim": "shield-check",
    "notice": "shield-check",
    "notice_reply": "shield-check",
}


_OUTCOMES = {"activity": "result", "claim": "claim_state", "dispute": "outcome", "limitation": "limitation"}
"""Of which group of words the code of an event is."""


class _Events(QAbstractListModel):
    """Events as a list; texts are written in the language in force."""

    def __init__(self, formats: Formats, parent: QObject) -> None:
        super().__init__(parent)
        self._formats = formats
        self.events: Sequence[Event] = ()

    def show_events(self, events: Sequence[Event]) -> None:
        self.beginResetModel()
        self.events = events
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.events)

    def words(self, event: Event) -> str:
        amount = self._formats.money(event.amount, event.currency) if event.currency else ""
        lang = self._formats.lang
        number = word(f"choice.{event.kind.removeprefix('external.')}", event.number, lang)
        said = say(f"event.{event.kind}", lang, number=number, amount=amount)
        group = _OUTCOMES.get(event.kind.partition(".")[0], "")
        more = (word(group, event.code, lang) if event.code else "", event.text)
        return " · ".join(part for part in (said, *more) if part)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        event = self.events[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(event)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return f"{self._formats.day(event.on)}  {self.words(event)}"
        return None


class _EventDelegate(QStyledItemDelegate):
    """The day, a sign on a thin line, and the sentence."""

    def __init__(self, theme: Theme, formats: Formats, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._formats = theme, formats

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _Events)  # noqa: S101 - tells the type checker what it is
        row = index.row()
        event, theme, rect = model.events[row], self._theme, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rect, theme.color("selection" if chosen else "rowHover" if hovered else "surface"))
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("textSecondary"))
        painter.drawText(
            QRect(rect.left() + 2, rect.top(), _DAY, rect.height()), middle, self._formats.day(event.on)
        )
        self._sign(painter, rect, event, first=row == 0, last=row == model.rowCount() - 1)
        left = _DAY + _SIGN + 4
        room = rect.adjusted(left, 0, -4, 0)
        font = theme.font("body")
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        text = QFontMetrics(font).elidedText(model.words(event), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, text)

    def _sign(self, painter: QPainter, rect: QRect, event: Event, *, first: bool, last: bool) -> None:
        x, y = rect.left() + _DAY, rect.center().y() - _ICON // 2 + 1
        plain = EVENT_ICONS.get(event.kind.partition(".")[0], "circle")
        name = EVENT_ICONS.get(event.kind, plain)
        painter.drawPixmap(x, y, self._theme.pixmap(name, "accentText", _ICON))
        painter.setPen(self._theme.color("border"))
        middle = x + _ICON // 2
        if not first:
            painter.drawLine(middle, rect.top(), middle, y - 3)
        if not last:
            painter.drawLine(middle, y + _ICON + 3, middle, rect.bottom())


class Timeline(QListView):
    """``opened`` carries the document of the event chosen."""

    opened = Signal(int)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self._events = _Events(context.formats, self)
        self.setModel(self._events)
        self.setItemDelegate(_EventDelegate(context.theme, context.formats, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._open)
        context.theme.themeChanged.connect(self.viewport().update)

    def show_events(self, events: Sequence[Event]) -> None:
        """Show these, newest first."""
        self._events.show_events(events)

    @property
    def events(self) -> Sequence[Event]:
        """What is shown."""
        return self._events.events

    def _open(self, index: QModelIndex) -> None:
        event = self._events.events[index.row()]
        if event.document_id:
            self.opened.emit(event.document_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the document."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)
