"""The totals row: a second, one-row view that takes its column widths from the table above."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from app.ui.models.columns import CHECK, EMPTY, Cell
from app.ui.models.table_model import TableModel
from app.ui.tables.cell_delegate import CellDelegate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.ui.models.table_model import Index
    from app.ui.tables.table_view import TableView

R = TypeVar("R")
_ROOT = QModelIndex()
translate = QCoreApplication.translate


class TotalsModel(TableModel[None]):
    """One row: the totals another model carries."""

    renewed = Signal()

    def __init__(self, source: TableModel[Any]) -> None:
        super().__init__([column for column in source.columns if column.key != CHECK], parent=source)
        self._source = source
        source.modelReset.connect(self._renew)
        source.totals_changed.connect(self._renew)
        source.headerDataChanged.connect(self._renew)
        self._renew()

    def _renew(self) -> None:
        self.beginResetModel()
        self._columns = list(self._source.columns)
        self.endResetModel()
        self.renewed.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One row once there are totals."""
        return 0 if parent.isValid() or not self._source.totals else 1

    def cell(self, _row: int, column: int) -> Cell:
        """The total under a column, empty where a sum means nothing."""
        return self._source.totals.get(self._columns[column].key, EMPTY)

    def row_at(self, _row: int) -> None:
        """There is no value behind the row."""

    def id_at(self, _row: int) -> int:
        """No id."""
        return 0

    def ids(self) -> Sequence[int]:
        """No ids."""
        return ()

    def fetch(self, _ids: Sequence[int], done: Callable[[Sequence[None]], None]) -> None:
        """Nothing to read."""
        done(())

    def rearrange(self) -> None:
        """One row stays where it is."""


class TotalsRow(QTableView):
    """Follows the table's widths, order, hidden columns and sideways scrolling."""

    def __init__(self, table: TableView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._theme = table.theme
        self._cells = CellDelegate(self._theme, self, totals=True)
        self.setItemDelegate(self._cells)
        self.setShowGrid(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self._theme.size("totalRow"))
        self.setFixedHeight(self._theme.size("totalRow"))
        table.horizontalScrollBar().valueChanged.connect(self.horizontalScrollBar().setValue)
        table.fitted.connect(self.follow)
        table.verticalScrollBar().rangeChanged.connect(self.follow)

    def show_totals(self, source: TableModel[Any], pad: int) -> None:
        """Show the totals of this model, padded as the table is."""
        self._cells.pad = pad
        model = TotalsModel(source)
        self.setModel(model)
        model.renewed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Take over the table's columns as they are now."""
        if self.model() is None:
            return
        self.setAccessibleName(translate("Table", "Totals"))
        theirs, ours = self._table.horizontalHeader(), self.horizontalHeader()
        for visual in range(theirs.count()):
            place = theirs.logicalIndex(visual)
            if ours.visualIndex(place) not in {visual, -1}:
                ours.moveSection(ours.visualIndex(place), visual)
            self.setColumnHidden(place, theirs.isSectionHidden(place))
            if not theirs.isSectionHidden(place):
                self.setColumnWidth(place, theirs.sectionSize(place))
        bar = self._table.verticalScrollBar()
        self.setViewportMargins(0, 0, bar.width() if bar.isVisible() else 0, 0)
