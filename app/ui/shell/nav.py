"""The navigation: pages with their counts, wide or as a rail of icons, the company at its foot."""

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
from PySide6.QtGui import QCursor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.i18n import Retranslated
from app.ui.shell.brand import NAME, BrandSign
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import label, line
from app.ui.widgets.viewport import viewport_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.pages import PageSpec
    from app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_MARGIN = 8
_SEAT_SHARE = 0.45
"""Of the width, what the link beside the name may have."""


class _NavModel(QAbstractListModel):
    """Page specifications in order, with a count each."""

    def __init__(self, specs: Sequence[PageSpec], parent: QObject) -> None:
        super().__init__(parent)
        self.specs = specs
        self.counts: dict[str, int] = {}
        self.rail = False

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.specs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        spec = self.specs[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return spec.title()
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{spec.title()}  {spec.shortcut}" if self.rail else spec.shortcut
        return None


class _NavDelegate(QStyledItemDelegate):
    """Icon, text, count; the page in view has the surface's colour and an accent mark."""

    def __init__(self, theme: Theme, view: _NavList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(40, self._theme.size("nav.item") + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _NavModel)  # noqa: S101 - tells the type checker what it is
        spec, theme = model.specs[index.row()], self._theme
        rect = option.rect.adjusted(_MARGIN, 1, -_MARGIN, -1)
        view = self._view
        # The option's state would say these too, but QStyle's hundreds of constants delay the first page.
        current = view.selectionModel().isSelected(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if current or view.is_under_mouse(index):
            painter.setBrush(theme.color("surface" if current else "selection"))
            painter.drawRoundedRect(rect, 4, 4)
        if current:
            mark = QRect(rect.left(), rect.top() + 8, 3, rect.height() - 16)
            painter.fillRect(mark, theme.color("accent"))
        self._content(painter, rect, spec, model, current=current)
        if view.by_keyboard and view.hasFocus() and index == view.currentIndex():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focusRing"), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        painter.restore()

    def _content(
        self, painter: QPainter, rect: QRect, spec: PageSpec, model: _NavModel, *, current: bool
    ) -> None:
        theme = self._theme
        size = theme.size("iconNav")
        picture = theme.pixmap(spec.icon, "accentText" if current else "textSecondary", size)
        left = rect.center().x() - size // 2 + 1 if model.rail else rect.left() + 12
        painter.drawPixmap(left, rect.center().y() - size // 2 + 1, picture)
        if model.rail:
            return
        painter.setFont(theme.font("bodyStrong" if current else "body"))
        painter.setPen(theme.color("text" if current else "textSecondary"))
        middle = Qt.AlignmentFlag.AlignVCenter
        room = rect.adjusted(42, 0, -12, 0)
        text = QFontMetrics(painter.font()).elidedText(
            spec.title(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignLeft), text)
        if count := model.counts.get(spec.key, 0):
            painter.setFont(theme.font("small"))
            painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignRight), str(count))


class _NavList(QListView):
    """One group of pages; ↑↓ move, Enter goes there."""

    went = Signal(str)

    def __init__(self, theme: Theme, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self._specs = specs
        self.by_keyboard = False
        self.items = _NavModel(specs, self)
        self.setModel(self.items)
        self.setItemDelegate(_NavDelegate(theme, self))
        self.setStyleSheet("QListView { background: transparent; }")
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(len(specs) * (theme.size("nav.item") + 2))
        self.clicked.connect(self._on_clicked)

    def is_under_mouse(self, index: Index) -> bool:
        """Whether the mouse is over this page."""
        if not self.underMouse():
            return False
        return self.indexAt(viewport_of(self).mapFromGlobal(QCursor.pos())) == index

    def _on_clicked(self, index: QModelIndex) -> None:
        self.went.emit(self._specs[index.row()].key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring shows once the keyboard came here by a key, not by opening the window."""
        tabs = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.by_keyboard = event.reason() in tabs
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.by_keyboard = False
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.by_keyboard = True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            if self.currentIndex().isValid():
                self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def select(self, key: str) -> None:
        """Mark the page in view, or none of this group."""
        for row, spec in enumerate(self._specs):
            if spec.key == key:
                self.setCurrentIndex(self.items.index(row))
                return
        self.clearSelection()
        self.selectionModel().clearCurrentIndex()

    def set_rail(self, *, rail: bool) -> None:
        """Icons alone."""
        self.items.rail = rail
        viewport_of(self).update()

    def retitle(self) -> None:
        """Titles in the new language."""
        self.items.dataChanged.emit(self.items.index(0), self.items.index(len(self._specs) - 1))


class Nav(Retranslated):
    """184 pixels wide, or a rail of 56 in a narrow window."""

    went = Signal(str)
    change_wanted = Signal()

    def __init__(self, theme: Theme, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self._theme = theme
        self._rail = False
        self.setProperty("area", "nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        shown = [spec for spec in specs if spec.nav]
        self._lists = [
            _NavList(theme, [spec for spec in shown if not spec.foot]),
            _NavList(theme, [spec for spec in shown if spec.foot]),
        ]
        self._name = label(NAME, "bodyStrong")
        self._company = label("", "small", strong=True, wrap=True)
        self._detail = label("", "small", "secondary")
        self._mark = Chip(theme, "", "info")
        self.seat = label("", "small", strong=True, wrap=True)
        self.change_button = button(theme, "", "link", run=self.change_wanted.emit, small=True)
        self._seat_row = QWidget()
        self._foot = QWidget()
        self._build()
        for each in self._lists:
            each.went.connect(self.went)
        self.retranslate()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 8, 0)
        head.setSpacing(10)
        head.addWidget(BrandSign(self._theme, 24))
        head.addWidget(self._name, 1)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        foot.addWidget(line())
        words = QVBoxLayout()
        words.setContentsMargins(20, 10, 12, 12)
        words.setSpacing(2)
        words.addWidget(self._company)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._detail)
        row.addWidget(self._mark)
        row.addStretch(1)
        words.addLayout(row)
        words.addWidget(self._seated())
        foot.addLayout(words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 1, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addSpacing(12)
        layout.addWidget(self._lists[0])
        layout.addStretch(1)
        layout.addWidget(self._lists[1])
        layout.addSpacing(8)
        layout.addWidget(self._foot)
        self.setFixedWidth(self._theme.size("nav.wide"))

    def _seated(self) -> QWidget:
        """Who works here; shown where the company asks."""
        self._seat = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._seat_row)
        self._seat.setContentsMargins(0, 6, 0, 0)
        self._seat.setSpacing(8)
        self._seat.addWidget(self.seat, 1)
        self._seat.addWidget(self.change_button)
        self._seat_row.hide()
        return self._seat_row

    def set_rail(self, *, rail: bool) -> None:
        """Shrink to icons, or back."""
        if rail == self._rail:
            return
        self._rail = rail
        self.setFixedWidth(self._theme.size("nav.rail" if rail else "nav.wide"))
        self._name.setVisible(not rail)
        self._foot.setVisible(not rail)
        for each in self._lists:
            each.set_rail(rail=rail)

    def set_company(self, name: str, detail: str, mark: str = "", tone: str = "info") -> None:
        """Whose file is open, its currency, and a mark (sample, read-only)."""
        self._company.setText(name)
        self._detail.setText(detail)
        self._mark.set(mark, tone)
        self._mark.setVisible(bool(mark))

    def set_seat(self, name: str) -> None:
        """Who works here; "" where nobody is asked."""
        self.seat.setText(name)
        self._seat_row.setVisible(bool(name))

    def set_count(self, key: str, count: int) -> None:
        """The count behind a page's title."""
        for each in self._lists:
            each.items.counts[key] = count
            viewport_of(each).update()

    def select(self, key: str) -> None:
        """Mark the page in view."""
        for each in self._lists:
            each.select(key)

    def retranslate(self) -> None:
        """Titles in the language in force."""
        self.setAccessibleName(self.tr("Navigation"))
        self.change_button.setText(self.tr("Change…"))
        below = self.change_button.sizeHint().width() > self._theme.size("nav.wide") * _SEAT_SHARE
        way = QBoxLayout.Direction
        self._seat.setDirection(way.TopToBottom if below else way.LeftToRight)
        self.change_button.setAccessibleName(self.tr("Change who works here"))
        for each in self._lists:
            each.setAccessibleName(self.tr("Pages"))
            each.retitle()

    def focus_first(self) -> None:
        """Take the keyboard to the page in view, else to the first."""
        held = [each for each in self._lists if each.currentIndex().isValid()]
        target = held[0] if held else self._lists[0]
        if not target.currentIndex().isValid():
            target.setCurrentIndex(target.items.index(0))
        target.setFocus(Qt.FocusReason.TabFocusReason)
