"""The rows of the file as they will be read: problem cells tinted, every cell can be typed over."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from app.domain.importing import Role, RowClass
from app.domain.problem import Severity
from app.ui.pages.importing.words import problem_text, role_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.importing import Cell
    from app.domain.problem import Problem
    from app.ui.context import PageContext
    from app.ui.pages.importing.flow import ImportFlow

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_FIGURES = frozenset(
    {
        Role.AMOUNT,
        Role.AMOUNT_BASE,
        Role.NET,
        Role.TAX,
        Role.SETTLED,
        Role.OPEN,
        Role.DEBIT,
        Role.CREDIT,
        Role.BALANCE,
        Role.RATE,
        Role.INVOICE_DATE,
        Role.DUE,
        Role.PAID_ON,
        Role.SHIPPED,
        Role.OVERDUE_DAYS,
    }
)
_FIRST = 2
"""The row number and the state stand before the file's columns."""


def cell_text(cell: Cell) -> str:
    """A raw cell as text: dates in ISO, whole numbers without a decimal point."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time().isoformat() == "00:00:00" else cell.isoformat(" ")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


class PreviewModel(QAbstractTableModel):
    """Item rows of the table, by the columns that are mapped; nothing is copied."""

    typed = Signal(int, int, str)

    def __init__(self, context: PageContext, flow: ImportFlow, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._flow = flow
        self._rows: list[int] = []
        self._cells: Sequence[Sequence[Cell]] = ()
        self._columns: list[tuple[Role, int]] = []
        self._found: dict[tuple[int, int], Problem] = {}
        self._of_row: dict[int, Problem] = {}
        self.only_problems = False

    def refresh(self) -> None:
        """Show what is staged now."""
        flow = self._flow
        self.beginResetModel()
        self._found.clear()
        self._of_row.clear()
        for problem in reversed(flow.problems()):
            self._found[problem.where.row, problem.where.column] = problem
            before = self._of_row.get(problem.where.row)
            if before is None or problem.severity is Severity.ERROR:
                self._of_row[problem.where.row] = problem
        self._rows, self._columns = self._what_to_show()
        # Another file may already be read while the rows of this one are still painted.
        self._cells = flow.table.rows if flow.table is not None else ()
        self.endResetModel()

    def _what_to_show(self) -> tuple[list[int], list[tuple[Role, int]]]:
        staged, columns = self._flow.staged, self._flow.columns
        if staged is None or columns is None:
            return [], []
        shown = {RowClass.ITEM, RowClass.SKIPPED, RowClass.UNKNOWN}
        rows = [row for row, kind in enumerate(staged.classes, 1) if kind in shown or row in self._of_row]
        if self.only_problems:
            rows = [row for row in rows if row in self._of_row]
        return rows, sorted(columns.columns.items(), key=lambda pair: pair[1])

    def place_of(self, row: int, column: int) -> QModelIndex:
        """Where a cell of the file stands here (both from 1; column 0 means any)."""
        if row not in self._rows:
            return QModelIndex()
        places = [place for place, (_, at) in enumerate(self._columns) if at + 1 == column]
        return self.index(self._rows.index(row), _FIRST + places[0] if places else 0)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Item rows, or those with problems."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Row number, state, mapped columns."""
        return 0 if parent.isValid() else _FIRST + len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells of the file can be edited."""
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return base | Qt.ItemFlag.ItemIsEditable if index.column() >= _FIRST else base

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Our names of the mapped columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            names = [self.tr("Row"), ""]
            return names[section] if section < _FIRST else role_name(self._columns[section - _FIRST][0])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(self._align(section))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell as typed over, else as the file has it; its problem as tint and tool tip."""
        if not index.isValid():
            return None
        row, place = self._rows[index.row()], index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self._text(row, place)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(self._align(place))
        return self._look(row, place, role)

    def _look(self, row: int, place: int, role: int) -> Any:
        """Colours, the state's mark, and what is wrong in words."""
        problem = self._problem(row, place)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._mark(row) if place == 1 else None
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._tone(row, place)
        if problem is None:
            return None
        if role == Qt.ItemDataRole.BackgroundRole and place >= _FIRST:
            tone = "danger" if problem.severity is Severity.ERROR else "warn"
            return self._context.theme.color(f"status.{tone}.tint")
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            return problem_text(problem, self._context.formats)
        return None

    def _tone(self, row: int, place: int) -> Any:
        staged, theme = self._flow.staged, self._context.theme
        if place == 0:
            return theme.color("textTertiary")
        left_out = staged is not None and staged.classes[row - 1] is RowClass.SKIPPED
        return theme.color("textDisabled" if left_out else "text")

    def _align(self, place: int) -> Qt.AlignmentFlag:
        figure = place == 0 or (place >= _FIRST and self._columns[place - _FIRST][0] in _FIGURES)
        side = Qt.AlignmentFlag.AlignRight if figure else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _mark(self, row: int) -> Any:
        problem = self._of_row.get(row)
        theme = self._context.theme
        if problem is None:
            return theme.icon("check", "status.good.text", 14)
        tone = "danger" if problem.severity is Severity.ERROR else "warn"
        return theme.icon("triangle-alert", f"status.{tone}.text", 14)

    def _problem(self, row: int, place: int) -> Problem | None:
        if place < _FIRST:
            return self._of_row.get(row)
        return self._found.get((row, self._columns[place - _FIRST][1] + 1))

    def _text(self, row: int, place: int) -> str:
        if place == 0:
            return str(row)
        if place == 1:
            return ""
        column = self._columns[place - _FIRST][1]
        typed = self._flow.draft.corrections.cells.get((row, column + 1))
        if typed is not None:
            return typed
        cells = self._cells[row - 1] if row <= len(self._cells) else ()
        return cell_text(cells[column]) if column < len(cells) else ""

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A cell was typed over."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() < _FIRST:
            return False
        if str(value) == self._text(self._rows[index.row()], index.column()):
            return False
        self.typed.emit(
            self._rows[index.row()], self._columns[index.column() - _FIRST][1] + 1, str(value).strip()
        )
        return True


class Preview(QTableView):
    """The view over a ``PreviewModel``; Enter or F2 edits a cell."""

    def __init__(self, context: PageContext, model: PreviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setModel(model)
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setStyleSheet("QTableView::item { padding: 0 8px; }")  # as the header's
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
        rows.setDefaultSectionSize(context.theme.size("row.compact"))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setFixedHeight(context.theme.size("tableHeader"))
        model.modelReset.connect(self.fit)

    def fit(self) -> None:
        """Widths from the first rows; a wide customer column takes what is left."""
        self.horizontalHeader().setResizeContentsPrecision(60)
        self.resizeColumnsToContents()
        for place in range(self.model().columnCount()):
            self.setColumnWidth(place, min(280, max(40, self.columnWidth(place) + 16)))
        self.horizontalHeader().setStretchLastSection(True)

    def go_to(self, row: int, column: int) -> None:
        """Show a cell of the file and begin to edit it."""
        model = self.model()
        if isinstance(model, PreviewModel):
            index = model.place_of(row, column)
            if index.isValid():
                self.setCurrentIndex(index)
                self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
                self.setFocus()
                if index.column() >= _FIRST:
                    self.edit(index)
