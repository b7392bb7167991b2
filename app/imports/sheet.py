"""The rows below the header as columns, with the user's corrections typed over the file."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.importing import Cell, ColumnMap, Corrections, RawTable, Role
from app.domain.problem import Where


class Sheet:
    """Cells by row (from 0) and role; rows above ``start`` are titles and header."""

    def __init__(self, table: RawTable, columns: ColumnMap, corrections: Corrections) -> None:
        self.table = table
        self.columns = columns
        self.start = table.header_row + table.header_rows - 1 if table.header_row else 0
        self.count = len(table.rows)
        self._typed: dict[int, dict[int, str]] = {}
        for (row, column), text in corrections.cells.items():
            self._typed.setdefault(column - 1, {})[row - 1] = text

    def has(self, role: Role) -> bool:
        """True when a column of the file feeds the role."""
        return role in self.columns.columns

    def index(self, role: Role) -> int:
        """The column (from 0) that feeds the role, −1 for none."""
        return self.columns.columns.get(role, -1)

    def cells(self, role: Role) -> list[Cell] | None:
        """The column of a role over all rows; None when no column feeds it."""
        column = self.columns.columns.get(role)
        if column is None:
            return None
        cells = [row[column] if column < len(row) else None for row in self.table.rows]
        for row, text in self._typed.get(column, {}).items():
            if row < len(cells):
                cells[row] = text
        return cells

    def row(self, index: int) -> Sequence[Cell]:
        """All cells of one row (from 0)."""
        cells = list(self.table.rows[index])
        for column, typed in self._typed.items():
            if index in typed and column < len(cells):
                cells[column] = typed[index]
        return cells

    def title(self, role: Role) -> str:
        """The title of a role's column as the file writes it."""
        column = self.index(role)
        return self.table.header[column] if 0 <= column < len(self.table.header) else ""

    def where(self, index: int, role: Role | None = None) -> Where:
        """The place of a row, or of a role's cell in it, as a spreadsheet counts."""
        column = 0 if role is None else self.index(role) + 1
        return Where(self.table.sheet, index + 1, column)
