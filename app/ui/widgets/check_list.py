"""A list to check some of, narrowed by typing; and a button that opens one and names what is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from app.ui.widgets.labels import literal

if TYPE_CHECKING:
    from collections.abc import Sequence

_VALUE = Qt.ItemDataRole.UserRole
_SEARCHED, _WIDE, _HIGH, _NAMED = 8, 320, 260, 3
"""From so many lines on there is a field to search them."""


class CheckList(QWidget):
    """Pairs of a value and a text; ``changed`` says that the user checked or unchecked one.

    Without ``searched`` even a long list has no field to search it.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, searched: bool = True) -> None:
        super().__init__(parent)
        self._searched = searched
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.search.textEdited.connect(self._narrow)
        self.list.itemChanged.connect(lambda _item: self.changed.emit())

    def setAccessibleName(self, name: str) -> None:
        """The list and its search are told by the same name."""
        super().setAccessibleName(name)
        self.list.setAccessibleName(name)
        self.search.setAccessibleName(self.search.placeholderText() or name)

    def offer(self, pairs: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        """Show these; what is chosen but not offered stands at the end."""
        self.list.blockSignals(True)
        self.list.clear()
        known = dict(pairs)
        for value in (*known, *(one for one in chosen if one not in known)):
            item = QListWidgetItem(known.get(value, value))
            item.setData(_VALUE, value)
            item.setCheckState(Qt.CheckState.Checked if value in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.search.setVisible(self._searched and self.list.count() >= _SEARCHED)
        # Qt's Tab passes over what stands before a focus proxy.
        self.setFocusProxy(self.list if self.search.isHidden() else self.search)
        self._narrow()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(place) for place in range(self.list.count())]

    @property
    def values(self) -> tuple[str, ...]:
        """What is checked, in the order shown."""
        return tuple(str(one.data(_VALUE)) for one in self._checked())

    @property
    def texts(self) -> list[str]:
        """What is checked, in words."""
        return [one.text() for one in self._checked()]

    def _checked(self) -> list[QListWidgetItem]:
        return [one for one in self._items() if one.checkState() is Qt.CheckState.Checked]

    def check(self, value: str, *, on: bool = True) -> None:
        """Check one as the user does."""
        for one in self._items():
            if one.data(_VALUE) == value:
                one.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _narrow(self, *_: object) -> None:
        wanted = self.search.text().strip().casefold()
        for one in self._items():
            one.setHidden(bool(wanted) and wanted not in one.text().casefold())


class CheckButton(QPushButton):
    """Names what is checked, or ``nothing``; opens the list below itself."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "normal")
        self.setAutoDefault(False)
        self._nothing = ""
        self.list = CheckList()
        self.list.setFixedSize(_WIDE, _HIGH)
        self.list.setContentsMargins(8, 8, 8, 8)
        self._menu = QMenu(self)
        holder = QWidgetAction(self._menu)
        holder.setDefaultWidget(self.list)
        self._menu.addAction(holder)
        self.clicked.connect(lambda _on=False: self.open_list())
        self.list.changed.connect(self._on_changed)

    def offer(self, pairs: Sequence[tuple[str, str]], chosen: Sequence[str], nothing: str) -> None:
        """Offer these; ``nothing`` says what an empty choice means."""
        self._nothing = nothing
        self.list.offer(pairs, chosen)
        self._write()

    @property
    def values(self) -> tuple[str, ...]:
        """What is checked."""
        return self.list.values

    def open_list(self) -> None:
        """Open the list."""
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        self.list.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_changed(self) -> None:
        self._write()
        self.changed.emit()

    def _write(self) -> None:
        texts = self.list.texts
        shown = ", ".join(texts[:_NAMED]) + (f" … ({len(texts)})" if len(texts) > _NAMED else "")
        text = shown or self._nothing
        self.setToolTip(text)
        width = max(60, self.width() - 24)
        self.setText(literal(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much of the names as there is room for."""
        super().resizeEvent(event)
        self._write()
