"""The bin: customers and documents that were deleted, and bringing them back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.duty import Duty
from app.ui.i18n import Retranslated
from app.ui.models.columns import Column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.guard import guard
from app.ui.pages.history_words import table_name
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.customer_views import CustomerRow
    from app.services.document_views import DocumentRow
    from app.ui.context import PageContext


@dataclass(frozen=True, slots=True)
class BinRow:
    """One deleted thing; ``key`` is negative for customers, so that ids do not meet."""

    key: int
    table: str
    title: str
    detail: str


class BinPanel(Retranslated):
    """Check what shall come back."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        theme = context.theme
        self._hint = label("", tone="secondary", wrap=True)
        self.restore_button = button(theme, "", "primary", "undo-2", run=self.restore)
        self.table = DataTable(theme, "bin", context.preferences, empty_icon="trash-2")
        self.model: RowTable[BinRow] = RowTable(
            self._columns(), context.runner, lambda row: row.key, checkable=True, parent=self
        )
        self.table.set_model(self.model)
        self.table.checks_changed.connect(self._on_checks)
        top = QHBoxLayout()
        top.addWidget(self._hint, 1)
        top.addWidget(self.restore_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        self._on_checks()
        self.retranslate()

    def _columns(self) -> list[Column[BinRow]]:
        return [
            text_column("kind", lambda: self.tr("Kind"), lambda r: table_name(r.table), width=120),
            text_column(
                "title", lambda: self.tr("Name or number"), lambda r: r.title, strong=True, stretch=1
            ),
            text_column(
                "detail", lambda: self.tr("Details"), lambda r: r.detail, tone="secondary", stretch=1
            ),
        ]

    def read(self) -> None:
        """Read what is in the bin."""
        customers, ledger = self.context.company.customers, self.context.company.ledger
        self.context.runner.database(
            lambda _control: (customers.bin(), ledger.bin()),
            lambda found: self._show(*found),
            owner=self,
            key="bin",
        )

    def _show(self, customers: Sequence[CustomerRow], documents: Sequence[DocumentRow]) -> None:
        formats = self.context.formats
        rows = [BinRow(-row.id, "customer", row.name, row.code) for row in customers]
        for row in documents:
            money = formats.money(row.amount, row.currency)
            detail = f"{row.customer} · {formats.day(row.doc_date)} · {money}"
            rows.append(BinRow(row.id, "document", row.number, detail))
        self.model.set_rows(rows)

    def _on_checks(self) -> None:
        guard(self.context, self.restore_button, able=bool(self.model.checked), duty=Duty.BOOK)

    def restore(self) -> None:
        """Bring the checked rows back: customers first, their documents after them."""
        customers = [-key for key in self.model.checked if key < 0]
        documents = [key for key in self.model.checked if key > 0]
        session, runner = self.context.company, self.context.runner
        done = self.context.notices.done
        if customers:
            runner.database(lambda _control: session.customers.restore(customers), done, owner=self)
        if documents:
            runner.database(lambda _control: session.ledger.restore(documents), done, owner=self)

    def retranslate(self) -> None:
        """Hint, button, empty text."""
        self._hint.setText(self.tr("Deleted customers and documents stay here until they are brought back."))
        self.restore_button.setText(self.tr("Restore"))
        self.table.say_empty(self.tr("The bin is empty."))
