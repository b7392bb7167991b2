"""The whole table as pages use it: frame, loading bar, view, totals row, and what shows when empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.ui.i18n import retranslate_on
from app.ui.tables.table_view import TableView
from app.ui.tables.totals_row import TotalsRow
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import line
from app.ui.widgets.loading_bar import LoadingBar
from app.ui.widgets.viewport import viewport_of

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from app.services.ports import Preferences
    from app.ui.models.table_model import TableModel
    from app.ui.theme import Theme

_HEADINGS = frozenset({"section", "page"})


class DataTable(QFrame):
    """A card around a ``TableView``; ``name`` is the key under which its columns are remembered."""

    opened = Signal(int)
    current_changed = Signal(int)
    checks_changed = Signal()
    clear_filter = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        preferences: Preferences | None = None,
        *,
        empty_icon: str = "search",
        framed: bool = True,
        pad: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pad = pad
        self._borrowed = ""
        if framed:
            self.setProperty("area", "card")
        self.view = TableView(theme, name, preferences, self)
        self.view.set_padding(pad)
        self.totals = TotalsRow(self.view, self)
        self.loading = LoadingBar(theme, self)
        self.loading.dims(viewport_of(self.view))
        self.empty = EmptyState(theme, empty_icon, self.view)
        self.empty.hide()
        self.empty.action.connect(self.clear_filter)
        layout = QVBoxLayout(self)
        edge = 1 if framed else 0
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        self._rule = line(self, strong=True)
        layout.addWidget(self._rule)
        layout.addWidget(self.totals)
        self.totals.hide()
        self._rule.hide()
        self.view.opened.connect(self.opened)
        self.view.current_changed.connect(self.current_changed)
        self.setFocusProxy(self.view)

    def set_model(self, model: TableModel[Any]) -> None:
        """Show this model."""
        self.view.show_table(model)
        self.totals.show_totals(model, self._pad)
        model.loading_changed.connect(self._on_loading)
        model.checks_changed.connect(self.checks_changed)
        model.modelReset.connect(self._on_reset)
        model.totals_changed.connect(self._on_totals)
        self._on_reset()

    def model(self) -> TableModel[Any]:
        """The model shown."""
        return self.view.table()

    def setAccessibleName(self, name: str) -> None:
        """The rows are what the keyboard comes to: they have the name."""
        super().setAccessibleName(name)
        self.view.setAccessibleName(name)

    def showEvent(self, event: QShowEvent) -> None:
        """Nobody named it: it is told by the title it stands under."""
        super().showEvent(event)
        if self.view.accessibleName() in {"", self._borrowed}:
            self._borrowed = _title_above(self)
            self.view.setAccessibleName(self._borrowed)

    def say_empty(self, text: str, action: str = "", more: str = "") -> None:
        """What to say when there are no rows; the action asks by ``clear_filter``."""
        self.empty.say(text, action, more)

    def _on_loading(self, loading: bool) -> None:
        if loading:
            self.loading.start()
        else:
            self.loading.stop()

    def _on_reset(self) -> None:
        empty = self.model().rowCount() == 0
        self.empty.setVisible(empty)
        self._on_totals()

    def _on_totals(self) -> None:
        shown = bool(self.model().totals) and self.model().rowCount() > 0
        self.totals.setVisible(shown)
        self._rule.setVisible(shown)

    def retranslate(self) -> None:
        """Titles, cells and totals in the new language."""
        if self.view.model() is not None:
            self.model().retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        retranslate_on(event, self)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The loading bar lies over the frame's top edge, the empty state over the rows."""
        super().resizeEvent(event)
        self.loading.setGeometry(1, 0, self.width() - 2, 2)
        self.loading.raise_()
        head = self._theme.size("tableHeader")
        self.empty.setGeometry(0, head, self.view.width(), max(0, self.view.height() - head))


def _title_above(widget: QWidget) -> str:
    """The nearest heading: of a card, a page or a window around it, as they are named themselves."""
    node = widget.parentWidget()
    while node is not None:
        for found in node.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if found.property("type") in _HEADINGS and found.text().strip():
                return found.text()
        if node.accessibleName() or node.isWindow():
            return node.accessibleName() or node.windowTitle()
        node = node.parentWidget()
    return ""
