"""The view over a table model: fixed rows, checks, keyboard, columns that fit, and copying."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QToolTip, QWidget

from app.ui import focus_ring
from app.ui.models.columns import CHECK, Align
from app.ui.tables import column_layout
from app.ui.tables.cell_delegate import CellDelegate
from app.ui.tables.header import TableHeader
from app.ui.tables.menu import table_menu
from app.ui.tables.saved_views import SavedViews
from app.ui.widgets.labels import plain
from app.ui.widgets.viewport import viewport_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction

    from app.services.ports import Preferences
    from app.ui.models.columns import Column
    from app.ui.models.table_model import TableModel
    from app.ui.tables.saved_views import Narrowing
    from app.ui.theme import Theme

_REMEMBER_AFTER_MS = 400
_MEASURED = 40
"""Rows whose figures say how wide their columns are: about what a screen shows."""
_DIGIT = re.compile(r"\d")


class TableView(QTableView):
    """A table as DESIGN asks for it; rows are named by their ids in every signal."""

    opened = Signal(int)
    current_changed = Signal(int)
    fitted = Signal()

    def __init__(
        self, theme: Theme, name: str, preferences: Preferences | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._preferences = preferences
        self.layout_of_columns = column_layout.load(preferences, name)
        self.saved = SavedViews(name, preferences)
        self._fitting = False
        self._figures: dict[str, int] = {}
        self._current = 0
        self.extra_actions: Callable[[], Sequence[QAction]] | None = None
        self.checks_stay = False
        """Checks are what will be done, not a passing selection: Esc leaves them."""
        self.doors: frozenset[str] = frozenset()
        """Columns written as links: one click on them opens the row."""
        self._cells = CellDelegate(theme, self)
        self.setItemDelegate(self._cells)
        self._header = TableHeader(theme, self)
        self.setHorizontalHeader(self._header)
        self._dress()
        self._remember_soon = QTimer(self, singleShot=True, interval=_REMEMBER_AFTER_MS)
        self._remember_soon.timeout.connect(self._remember)
        # Not at once: new columns are given before their rows are, and fit these alone.
        self._measure_soon = QTimer(self, singleShot=True, interval=0)
        self._measure_soon.timeout.connect(self._measure_figures)
        self._header.sectionResized.connect(self._on_resized)
        self._header.sectionMoved.connect(self._on_moved)
        self._header.sectionClicked.connect(self._on_header_clicked)
        self._header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._header.customContextMenuRequested.connect(self._on_header_menu)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        theme.densityChanged.connect(self._on_density)

    def _dress(self) -> None:
        self.setProperty(focus_ring.OWN, True)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setAlternatingRowColors(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
        rows.setMinimumSectionSize(20)
        rows.setDefaultSectionSize(self._theme.row_height)

    def set_padding(self, pixels: int) -> None:
        """Room left and right of a cell's content: 8, on the board 6."""
        self._cells.pad = pixels
        self._header.pad = pixels

    @property
    def theme(self) -> Theme:
        """The theme it draws with."""
        return self._theme

    # -- model ----------------------------------------------------------------------------------

    def table(self) -> TableModel[Any]:
        """The model, as what it is."""
        return cast("TableModel[Any]", self.model())

    def show_table(self, model: TableModel[Any]) -> None:
        """Show a model, in the order and with the columns remembered for this table."""
        self.setModel(model)
        model.modelReset.connect(self._on_reset)
        model.headerDataChanged.connect(self._on_titles)
        model.checks_changed.connect(viewport_of(self._header).update)
        model.sort_changed.connect(self._on_sort_changed)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        if (opening := self.saved.layout_of(self.saved.default)) is not None:
            self.layout_of_columns = opening
        layout = self.layout_of_columns
        if layout.sort:
            model.sort_by(layout.sort, descending=layout.descending)
        self._restore_order()
        self.fit_columns()

    def current_id(self) -> int:
        """Id of the current row, 0 for none."""
        row = self.currentIndex().row()
        return self.table().id_at(row) if 0 <= row < self.table().rowCount() else 0

    def select_id(self, row_id: int) -> bool:
        """Make a row current and show it; False when it is not in the table."""
        ids = self.table().ids()
        try:
            row = ids.index(row_id)
        except ValueError:
            return False
        self.selectRow(row)
        self.setCurrentIndex(self.table().index(row, self._first_visible()))
        return True

    def _first_visible(self) -> int:
        places = (self._header.logicalIndex(i) for i in range(self._header.count()))
        return next((place for place in places if not self.isColumnHidden(place)), 0)

    def _on_reset(self) -> None:
        """Sorting and reading anew keep the open row and where one was."""
        self._restore_order()
        self.fit_columns()
        self._measure_soon.start()
        if self._current and not self.select_id(self._current):
            self._current = 0
            self.current_changed.emit(0)

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = now.row()
        if not 0 <= row < self.table().rowCount():
            return
        found = self.table().id_at(row)
        if found != self._current:
            self._current = found
            self.current_changed.emit(found)

    # -- columns --------------------------------------------------------------------------------

    def fit_columns(self) -> None:
        """Give every column its width for the room there is; hide those that do not fit."""
        if self.model() is None:
            return
        columns = self.table().columns
        titled = [replace(each, min_width=self._least(each)) for each in columns]
        widths = column_layout.fit(titled, self.layout_of_columns, self.viewport().width())
        self._fitting = True
        for place, column in enumerate(columns):
            width = widths.get(column.key)
            self.setColumnHidden(place, width is None)
            if width is not None:
                self.setColumnWidth(place, width)
        self._fitting = False
        self.fitted.emit()

    def _least(self, column: Column[Any]) -> int:
        """What a column needs for its title, and for figures: words may be cut, they never."""
        return max(column.min_width, self._header.room_for(column), self._figures.get(column.key, 0))

    def _measure_figures(self) -> None:
        """Learn how wide the figures of the first rows are, where the rows are at hand."""
        if not self.isVisible() or self.model() is None:
            return
        model, found = self.table(), dict[str, int]()
        places = [place for place, column in enumerate(model.columns) if column.align is Align.RIGHT]
        for row in range(min(model.rows_at_hand(), _MEASURED)):
            for place in places:
                cell, key = model.cell(row, place), model.columns[place].key
                if _DIGIT.search(cell.text):
                    found[key] = max(found.get(key, 0), self._cells.room_for(cell))
        if found != self._figures:
            self._figures = found
            self.fit_columns()

    def shown_columns(self) -> list[int]:
        """Places of the visible columns in the order on screen, without the check boxes."""
        places = [self._header.logicalIndex(i) for i in range(self._header.count())]
        columns = self.table().columns
        return [p for p in places if not self.isColumnHidden(p) and columns[p].key != CHECK]

    def choose_column(self, key: str, *, on: bool) -> None:
        """Show or hide a column, and remember it."""
        column = self.table().columns[self.table().column_of(key)]
        self.layout_of_columns.choose(column, on=on)
        self.fit_columns()
        self._remember()

    def reset_columns(self) -> None:
        """Back to the columns, widths and order the table came with."""
        self.layout_of_columns = column_layout.ColumnLayout(
            sort=self.layout_of_columns.sort, descending=self.layout_of_columns.descending
        )
        self._restore_order()
        self.fit_columns()
        self._remember()

    def narrow_by(self, narrowing: Narrowing) -> None:
        """These filters belong to the table's saved views; the one it opens with is chosen now."""
        self.saved.narrowing = narrowing
        if self.saved.default:
            narrowing.restore(self.saved.filters_of(self.saved.default), ask=False)

    def show_view(self, name: str) -> None:
        """Show a saved view: its columns, its order and its filters."""
        layout = self.saved.layout_of(name)
        if layout is None:
            return
        self.layout_of_columns = layout
        if layout.sort:
            self.table().sort_by(layout.sort, descending=layout.descending)
        self._restore_order()
        self.fit_columns()
        self._remember()
        if self.saved.narrowing is not None:
            self.saved.narrowing.restore(self.saved.filters_of(name))

    def _restore_order(self) -> None:
        columns = self.table().columns
        keys = [column.key for column in columns]
        known = [key for key in self.layout_of_columns.order if key in keys]
        wanted = known + [key for key in keys if key not in known]
        wanted.sort(key=lambda key: key != CHECK)
        self._fitting = True
        for target, key in enumerate(wanted):
            self._header.moveSection(self._header.visualIndex(keys.index(key)), target)
        self._fitting = False

    def _on_resized(self, place: int, _old: int, width: int) -> None:
        if not self._fitting and width > 0:
            self.layout_of_columns.widths[self.table().columns[place].key] = width
            self.fitted.emit()
            self._remember_soon.start()

    def _on_moved(self) -> None:
        if self._fitting:
            return
        columns = self.table().columns
        places = [self._header.logicalIndex(i) for i in range(self._header.count())]
        self.layout_of_columns.order = [columns[place].key for place in places]
        self.fitted.emit()
        self._remember_soon.start()

    def _on_titles(self, *_: object) -> None:
        self.fit_columns()

    def _on_sort_changed(self) -> None:
        self.layout_of_columns.sort = self.table().sort_key
        self.layout_of_columns.descending = self.table().descending
        self.fit_columns()
        viewport_of(self._header).update()
        self._remember_soon.start()

    def _remember(self) -> None:
        if self._preferences is not None:
            self._preferences.set(f"table.{self._name}", self.layout_of_columns.as_json())

    def _on_header_clicked(self, place: int) -> None:
        column = self.table().columns[place]
        if column.key == CHECK:
            self.check_all(on=self.table().check_state() != Qt.CheckState.Checked)
        else:
            self.table().sort_by(column.key)

    def _on_header_menu(self, at: QPoint) -> None:
        table_menu(self).popup(self._header.mapToGlobal(at))

    # -- checks and opening ---------------------------------------------------------------------

    def check_all(self, *, on: bool = True) -> None:
        """Check or clear all rows shown."""
        if self.table().checkable:
            self.table().set_checked(self.table().ids(), on=on)

    def _on_clicked(self, index: QModelIndex) -> None:
        key = self.table().columns[index.column()].key
        if key == CHECK:
            self.table().toggle(index.row())
        elif key in self.doors:
            self.opened.emit(self.table().id_at(index.row()))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if self.table().columns[index.column()].key not in {CHECK, *self.doors}:
            self.opened.emit(self.table().id_at(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space checks, Ctrl+A checks all, Enter opens, Ctrl+C copies."""
        row = self.currentIndex().row()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll) and self.table().checkable:
            self.check_all(on=self.table().check_state() != Qt.CheckState.Checked)
        elif event.key() == Qt.Key.Key_Space and row >= 0 and self.table().checkable:
            self._check_selected(row)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row >= 0:
            self.opened.emit(self.table().id_at(row))
        elif event.key() == Qt.Key.Key_Escape and self.table().checked and not self.checks_stay:
            self.table().clear_checks()
        else:
            super().keyPressEvent(event)

    def _check_selected(self, row: int) -> None:
        rows = {index.row() for index in self.selectionModel().selectedRows()} | {row}
        ids = [self.table().id_at(each) for each in rows]
        self.table().set_checked(ids, on=not self.table().is_checked(row))

    # -- copy -----------------------------------------------------------------------------------

    def copy(self) -> None:
        """Copy the checked rows, else the selected ones, as tab-separated text with headers."""
        model = self.table()
        if model.checked:
            ids = [row_id for row_id in model.ids() if row_id in model.checked]
        else:
            rows = sorted(index.row() for index in self.selectionModel().selectedRows())
            ids = [model.id_at(row) for row in rows]
        if ids:
            model.fetch(ids, self._to_clipboard)

    def _to_clipboard(self, rows: Sequence[object]) -> None:
        columns = [self.table().columns[place] for place in self.shown_columns()]
        lines = ["\t".join(column.title() for column in columns)]
        for row in rows:
            texts = (column.copy_text(row) for column in columns)
            lines.append("\t".join(text.replace("\t", " ").replace("\n", " ") for text in texts))
        QGuiApplication.clipboard().setText("\n".join(lines))

    # -- looks ----------------------------------------------------------------------------------

    def _on_density(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.row_height)

    def showEvent(self, event: QShowEvent) -> None:
        """What was filled out of sight is measured now."""
        super().showEvent(event)
        self._measure_soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new room."""
        super().resizeEvent(event)
        self.fit_columns()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shade the row under the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the mouse any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        before, self._cells.hovered = self._cells.hovered, row
        for each in {before, row} - {-1}:
            top = self.rowViewportPosition(each)
            self.viewport().update(QRect(0, top, self.viewport().width(), self._theme.row_height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cells, then the focus ring around the current row."""
        super().paintEvent(event)
        row = self.currentIndex().row()
        if not self.hasFocus() or row < 0:
            return
        rect = QRect(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._theme.color("focusRing"), 2))
        painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the whole text of a cell that is cut off."""
        if event.type() == QEvent.Type.ToolTip and self.model() is not None:
            place = cast("QHelpEvent", event)
            index = self.indexAt(place.pos())
            if index.isValid():
                cell = self.table().cell(index.row(), index.column())
                text = cell.tip or (
                    cell.text if self._cells.elided(cell, self.columnWidth(index.column())) else ""
                )
                QToolTip.showText(place.globalPos(), plain(text), self.viewport())
                return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The row's actions, copying, sorting and the choice of columns."""
        table_menu(self).popup(event.globalPos())
