"""Step 4: what was imported, and where to go from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from app.ui.i18n import Retranslated
from app.ui.models.row_table import RowTable
from app.ui.pages.importing.check_panel import total_id
from app.ui.pages.importing.outcome import total_columns
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.domain.import_plan import PlanTotal
    from app.ui.context import PageContext
    from app.ui.pages.importing.flow import ImportFlow


class FinishPanel(Retranslated):
    """Counts and totals; undo takes the whole import back."""

    undo = Signal()
    again = Signal()
    save_rejects = Signal()

    def __init__(self, context: PageContext, flow: ImportFlow) -> None:
        super().__init__()
        self._context = context
        self._flow = flow
        theme = context.theme
        card = Card(theme)
        picture = QLabel()
        theme.picture(picture, "circle-check", "status.good.text", 32)
        self._title = label("", "section")
        self._file = label("", "body", "secondary")
        self.figures = Figures(theme, "section")
        self.totals = DataTable(theme, "import.done", context.preferences)
        head = QHBoxLayout()
        head.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._file)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        card.body.addLayout(head)
        card.body.addWidget(self.figures)
        card.body.addWidget(self.totals)
        self.board = button(theme, "", "primary", "chart-no-axes-column", self._open_board)
        self.take_back = button(theme, "", "normal", "undo-2", self.undo.emit)
        self.rejects = button(theme, "", "normal", "file-x", self.save_rejects.emit)
        self.more = button(theme, "", "normal", "download", self.again.emit)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.board, self.take_back, self.rejects, self.more):
            row.addWidget(widget)
        row.addStretch(1)
        card.body.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        layout.addStretch(1)
        self.retranslate()

    def _open_board(self) -> None:
        self._context.navigator.go("aging")

    def refresh(self) -> None:
        """Show what the last import did."""
        result, formats, theme = self._flow.result, self._context.formats, self._context.theme
        if result is None:
            return
        self._file.setText(self._flow.draft.path.name if self._flow.draft.path else self.tr("Pasted rows"))
        missing = self._flow.left_out()
        figures = [
            (self.tr("New"), formats.count(result.added), "", ""),
            (self.tr("Changed"), formats.count(result.changed), "", ""),
            (self.tr("Already there"), formats.count(result.skipped), "", ""),
            (self.tr("Not imported"), formats.count(missing), "", "danger" if missing else ""),
            (self.tr("Settlements inferred"), formats.count(result.settled), "", ""),
            (self.tr("New customers"), formats.count(result.customers_added), "", ""),
        ]
        self.figures.set(figures)
        model: RowTable[PlanTotal] = RowTable(
            total_columns(formats), self._context.runner, total_id, parent=self
        )
        model.set_rows(result.totals)
        self.totals.set_model(model)
        rows = max(1, min(5, len(result.totals)))
        self.totals.setFixedHeight(theme.size("tableHeader") + rows * theme.row_height + 4)
        self.totals.setVisible(bool(result.totals))
        self.rejects.setVisible(bool(missing))

    def retranslate(self) -> None:
        """Write every text in the language in force."""
        self._title.setText(self.tr("Imported"))
        self.board.setText(self.tr("Open the aging board"))
        self.take_back.setText(self.tr("Undo this import"))
        self.rejects.setText(self.tr("Save refused rows"))
        self.more.setText(self.tr("Import another file"))
        self.refresh()
