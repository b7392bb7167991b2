"""What was done to a customer and its documents, by whom and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from app.ui.faults import action
from app.ui.i18n import Retranslated
from app.ui.models.columns import Cell, Column, count_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.changes import HistoryEntry
    from app.ui.context import PageContext

_AT_ONCE = 200


class HistoryPanel(Retranslated):
    """The change log of one customer; Enter goes to the whole history."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self._customer_id = 0
        self._entries: list[HistoryEntry] = []
        self.table = DataTable(context.theme, "customer.history", context.preferences, empty_icon="history")
        self.model: RowTable[HistoryEntry] = RowTable(
            self._columns(), context.runner, lambda entry: entry.id, parent=self
        )
        self.table.set_model(self.model)
        self.more = button(context.theme, "", "quiet", run=self._read_more)
        self.more.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        self.retranslate()

    def _columns(self) -> list[Column[HistoryEntry]]:
        formats = self.context.formats
        return [
            Column(
                "at",
                lambda: self.tr("When"),
                lambda entry: Cell(formats.moment(entry.at)),
                value=lambda entry: entry.at.timestamp(),
                plain=lambda entry: entry.at.isoformat(),
                width=160,
                min_width=140,
                descending_first=True,
            ),
            text_column(
                "actor",
                lambda: self.tr("Who"),
                lambda entry: entry.actor,
                tone="secondary",
                width=120,
                drop=2,
            ),
            Column(
                "what",
                lambda: self.tr("What"),
                self._what,
                value=lambda entry: entry.verb,
                width=360,
                min_width=200,
                stretch=1,
                fixed=True,
            ),
            count_column("rows", lambda: self.tr("Rows"), lambda entry: entry.rows, formats, drop=1),
            Column("state", lambda: self.tr("State"), self._state, width=100, sortable=False),
        ]

    def _what(self, entry: HistoryEntry) -> Cell:
        words = action(entry.verb, entry.params, self.context.formats.lang)
        return Cell(words, tone="tertiary" if entry.undone_by else "")

    def _state(self, entry: HistoryEntry) -> Cell:
        return Cell(self.tr("Undone"), chip="neutral") if entry.undone_by else Cell("")

    # -- reading --------------------------------------------------------------------------------

    def show_customer(self, customer_id: int) -> None:
        """Read this customer's log."""
        self._customer_id = customer_id
        self._read(None, [])

    def _read_more(self) -> None:
        self._read(self._entries[-1].id, self._entries)

    def _read(self, before: int | None, kept: list[HistoryEntry]) -> None:
        history, customer_id = self.context.company.history, self._customer_id

        def done(found: Sequence[HistoryEntry]) -> None:
            self._entries = [*kept, *found]
            self.more.setVisible(len(found) == _AT_ONCE)
            self.model.set_rows(self._entries)

        self.context.runner.database(
            lambda _control: history.of_customer(customer_id, _AT_ONCE, before),
            done,
            failed=self.context.notices.error,
            owner=self,
            key="customer.history",
        )

    def retranslate(self) -> None:
        """Button and empty text."""
        self.more.setText(self.tr("Show earlier actions"))
        self.table.say_empty(self.tr("Nothing was changed yet."))
