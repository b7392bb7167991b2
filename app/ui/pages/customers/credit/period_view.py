"""Periods side by side in a table, and beside it what is known of the cell that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.ui.i18n import Retranslated
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.credit.side_panel import SidePanel
from app.ui.pages.customers.credit.statement_rows import Row, columns
from app.ui.pages.customers.guard import reason
from app.ui.tables.data_table import DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.credit_file_views import StatementView
    from app.ui.context import PageContext
    from app.ui.pages.customers.credit.book import StatementBook

_START = 4
"""The row that is chosen at first, below the facts of the paper."""


class PeriodView(Retranslated):
    """``opened`` carries the statement of the cell that was opened; subclasses say the rest."""

    opened = Signal(int)
    wanted = Signal()
    narrows = False
    """Whether the oldest periods leave where there is no room for all."""

    def __init__(self, context: PageContext, name: str, icon: str) -> None:
        super().__init__()
        self.context = context
        self.content: StatementBook | None = None
        self.table = DataTable(context.theme, name, empty_icon=icon)
        self.model: RowTable[Row] = RowTable([], context.runner, lambda row: row.id, parent=self)
        self.table.set_model(self.model)
        self.side = SidePanel(context.theme)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.side)
        self.table.view.selectionModel().currentChanged.connect(self._on_current)
        self.table.opened.connect(lambda _row: self.opened.emit(self.chosen))
        self.table.clear_filter.connect(self.wanted)
        self.table.empty.bar(reason(context))

    # -- what a subclass says -------------------------------------------------------------------

    def rows_of(self, views: Sequence[StatementView]) -> list[Row]:
        """The rows for these periods."""
        raise NotImplementedError

    def tell(self, row: Row | None, view: StatementView) -> None:
        """Write into ``side`` what is known of a cell."""
        raise NotImplementedError

    # -- showing --------------------------------------------------------------------------------

    def show_content(self, content: StatementBook) -> None:
        """Show these; the cell that was chosen stays chosen."""
        before = self.chosen
        at = self.table.view.currentIndex()
        self.content = content
        self.model.set_columns(columns(content.statements, self.context.formats, narrows=self.narrows))
        self.model.set_rows(self.rows_of(content.statements) if content.statements else [])
        self.side.setVisible(bool(content.statements))
        if content.statements:
            ids = [view.statement.id for view in content.statements]
            place = ids.index(before) if before in ids else 0
            row = at.row() if at.isValid() else min(_START, self.model.rowCount() - 1)
            self.table.view.setCurrentIndex(self.model.index(row, place + 1))
            self._tell()

    @property
    def view(self) -> StatementView | None:
        """The statement of the column chosen, the newest where none is."""
        if self.content is None or not self.content.statements:
            return None
        place = max(0, self.table.view.currentIndex().column() - 1)
        return self.content.statements[min(place, len(self.content.statements) - 1)]

    @property
    def chosen(self) -> int:
        """Its id, 0 for none."""
        return self.view.statement.id if self.view else 0

    @property
    def row(self) -> Row | None:
        """The row chosen."""
        place = self.table.view.currentIndex().row()
        return self.model.row_at(place) if 0 <= place < self.model.rowCount() else None

    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._tell()

    def _tell(self) -> None:
        view = self.view
        if view is not None:
            self.tell(self.row, view)
            self.side.setAccessibleDescription(self.side.text)

    def retranslate(self) -> None:
        """Write it in the language in force."""
        if self.content is not None:
            self.show_content(self.content)
