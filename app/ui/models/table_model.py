"""What both table models share: columns, checks, the order, and cells for the delegate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.ui.models.columns import CHECK, EMPTY, Align, Cell, Column, check_column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_ALIGN = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
    Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
}
_ROOT = QModelIndex()
translate = QCoreApplication.translate


class TableModel(QAbstractTableModel, Generic[R]):
    """Rows known by an integer id; subclasses say where rows come from and how they are sorted."""

    checks_changed = Signal()
    sort_changed = Signal()
    loading_changed = Signal(bool)
    totals_changed = Signal()

    def __init__(
        self, columns: Sequence[Column[R]], *, checkable: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        lead: list[Column[Any]] = [check_column()] if checkable else []
        self._columns: list[Column[Any]] = [*lead, *columns]
        self._checked: set[int] = set()
        self._totals: Mapping[str, Cell] = {}
        self._state: Qt.CheckState | None = None
        self._sort = ""
        self._descending = False
        self.checkable = checkable

    # -- what a subclass gives ------------------------------------------------------------------

    def row_at(self, row: int) -> R | None:
        """The row's value, None while it is still being read."""
        raise NotImplementedError

    def id_at(self, row: int) -> int:
        """The row's id."""
        raise NotImplementedError

    def ids(self) -> Sequence[int]:
        """Ids of all rows shown, in order."""
        raise NotImplementedError

    def rows_at_hand(self) -> int:
        """How many of the first rows can be asked for without reading them from the file."""
        return 0

    def fetch(self, ids: Sequence[int], done: Callable[[Sequence[R]], None]) -> None:
        """Hand the rows of these ids to ``done`` on the main thread, in the same order."""
        raise NotImplementedError

    def rearrange(self) -> None:
        """Bring the rows into the order now asked for."""
        raise NotImplementedError

    # -- columns --------------------------------------------------------------------------------

    @property
    def columns(self) -> Sequence[Column[Any]]:
        """All columns in their given order."""
        return self._columns

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        """Replace the columns (other buckets, for one); rows and checks stay."""
        lead = [check_column()] if self.checkable else []
        self.beginResetModel()
        self._columns = [*lead, *columns]
        self.endResetModel()

    def column_of(self, key: str) -> int:
        """Place of a column, -1 when there is none."""
        return next((i for i, column in enumerate(self._columns) if column.key == key), -1)

    # -- order ----------------------------------------------------------------------------------

    @property
    def sort_key(self) -> str:
        """Key of the column that orders the rows, "" for the query's own order."""
        return self._sort

    @property
    def descending(self) -> bool:
        """Whether the greatest comes first."""
        return self._descending

    def sort_by(self, key: str, *, descending: bool | None = None) -> None:
        """Order by a column; asked again for the same one, turn the order round."""
        place = self.column_of(key)
        if place < 0 or not self._columns[place].sortable:
            return
        if descending is None:
            first = self._columns[place].descending_first
            descending = not self._descending if key == self._sort else first
        if (key, descending) == (self._sort, self._descending):
            return
        self._sort, self._descending = key, descending
        self.sort_changed.emit()
        self.rearrange()

    # -- checks ---------------------------------------------------------------------------------

    @property
    def checked(self) -> frozenset[int]:
        """Ids of the checked rows."""
        return frozenset(self._checked)

    def set_checked(self, ids: Iterable[int], *, on: bool = True) -> None:
        """Check or clear these rows."""
        before = len(self._checked)
        if on:
            self._checked.update(ids)
        else:
            self._checked.difference_update(ids)
        if len(self._checked) != before:
            self._checks_moved()

    def toggle(self, row: int) -> None:
        """Turn one row's check round."""
        row_id = self.id_at(row)
        self.set_checked([row_id], on=row_id not in self._checked)

    def clear_checks(self) -> None:
        """Clear every check."""
        self.set_checked(self.checked, on=False)

    def check_state(self) -> Qt.CheckState:
        """Whether all, some or none of the rows shown are checked."""
        if self._state is None:
            hits = sum(1 for row_id in self.ids() if row_id in self._checked) if self._checked else 0
            some = Qt.CheckState.PartiallyChecked if hits else Qt.CheckState.Unchecked
            self._state = Qt.CheckState.Checked if hits and hits == self.rowCount() else some
        return self._state

    def is_checked(self, row: int) -> bool:
        """Whether this row is checked."""
        return bool(self._checked) and self.id_at(row) in self._checked

    def _checks_moved(self) -> None:
        self._state = None
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])
        self.checks_changed.emit()

    # -- totals ---------------------------------------------------------------------------------

    @property
    def totals(self) -> Mapping[str, Cell]:
        """Cells of the totals row by column key; empty for no totals row."""
        return self._totals

    def set_totals(self, cells: Mapping[str, Cell]) -> None:
        """Write the totals row."""
        self._totals = cells
        self.totals_changed.emit()

    # -- Qt's side ------------------------------------------------------------------------------

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Number of columns, the check boxes included."""
        return 0 if parent.isValid() else len(self._columns)

    def cell(self, row: int, column: int) -> Cell:
        """How a cell looks; a sign of waiting while its row is being read."""
        value = self.row_at(row)
        if value is None:
            return EMPTY
        return self._columns[column].cell(value)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts and checks for assistive technology; painting goes through ``cell``."""
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if column.key == CHECK:
            return self._check_data(index.row(), role)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            cell = self.cell(index.row(), index.column())
            return cell.text if role == Qt.ItemDataRole.DisplayRole else cell.said
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.cell(index.row(), index.column()).tip or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _check_data(self, row: int, role: int) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self.is_checked(row) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (
                translate("Table", "Checked") if self.is_checked(row) else translate("Table", "Not checked")
            )
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The column's title."""
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            column = self._columns[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return column.title()
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return translate("Table", "Check") if column.key == CHECK else column.title() or column.told()
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return int(_ALIGN[self._columns[section].align] | Qt.AlignmentFlag.AlignVCenter)
        return None

    def retranslate(self) -> None:
        """Titles and cells are written anew when the language changes."""
        if self.columnCount():
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
