"""The customers who stand in one row of an indicator, in the page's drawer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.ui.models.columns import Align, Cell, Column, amount_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.credit_rules.cards.effect import grade_cell
from app.ui.pages.tabbed import Detail
from app.ui.tables.data_table import DataTable
from app.ui.widgets.labels import label
from app.words.scoring_text import points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.scoring_views import PreviewRow
    from app.ui.context import PageContext

_LEAST = 360


class Members(Detail):
    """``opened`` carries a customer."""

    opened = Signal(int)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self._currency = "CNY"
        self.table = DataTable(
            context.theme, "credit_rules.members", context.preferences, framed=False, pad=6
        )
        self.model: RowTable[PreviewRow] = RowTable(
            self._columns(), context.runner, lambda row: row.customer_id, parent=self
        )
        self.table.set_model(self.model)
        self.table.setMinimumHeight(_LEAST)
        self.table.opened.connect(self.opened)
        self.hint = label("", "small", "secondary", wrap=True)
        self.foot_layout.addWidget(self.hint)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)

    def show_rows(self, rows: Sequence[PreviewRow], currency: str) -> None:
        """Show these customers with what is open."""
        self._currency = currency
        self.model.set_columns(self._columns())
        self.model.set_rows(rows)

    def _columns(self) -> list[Column[PreviewRow]]:
        formats = self.context.formats
        return [
            text_column("name", lambda: self.tr("Customer"), lambda row: formats.name(row.name, row.name_en),
                        width=150, min_width=110, stretch=1, fixed=True),
            Column("now", lambda: self.tr("Grade"), lambda row: grade_cell(row.now),
                   value=lambda row: row.now.value, width=56, min_width=48, align=Align.CENTER),
            Column("score", lambda: self.tr("Score"), lambda row: Cell(points(row.score)),
                   value=lambda row: row.score, width=60, min_width=52, align=Align.RIGHT),
            amount_column("exposure", lambda: self.tr("Open"), lambda row: row.exposure,
                          lambda _row: self._currency, formats, whole=True, zero_dash=True, width=90,
                          min_width=80),
        ]  # fmt: skip

    def retranslate(self) -> None:
        """Write every text of the drawer."""
        self.table.view.setAccessibleName(self.tr("Customers in this row"))
        self.table.say_empty(self.tr("Nobody stands in this row."))
        self.hint.setText(self.tr("Enter opens a customer's scores."))
