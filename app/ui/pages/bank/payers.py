"""Payers known from before, by account number or name; each can be forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.bank import PayerKind
from app.services.bank_views import PayerRow
from app.ui.models.columns import Cell, Column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.guard import guard
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.changes import ChangeSet
    from app.ui.context import PageContext


class PayersDialog(QDialog):
    """All payers, or those of one customer; forgetting one is undone like everything else."""

    def __init__(self, context: PageContext, parent: QWidget | None = None, customer_id: int = 0) -> None:
        super().__init__(parent)
        self._context = context
        self._customer_id = customer_id
        theme = context.theme
        self.setWindowTitle(self.tr("Known payers"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 480)
        hint = self.tr("A payment from one of these finds its customer, or is set aside, by itself.")
        self.table = DataTable(theme, "bank.payers", context.preferences, empty_icon="user")
        self.model: RowTable[PayerRow] = RowTable(
            self._columns(), context.runner, lambda row: row.id, parent=self
        )
        self.table.set_model(self.model)
        self.table.view.setAccessibleName(self.tr("Known payers"))
        self.table.say_empty(self.tr("No payer is known yet: decisions in the queue teach them."))
        self.forget_button = button(theme, self.tr("Forget"), "normal", "trash-2", self.forget)
        self.close_button = button(theme, self.tr("Close"), "primary", run=self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.forget_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("Known payers"), "page"))
        layout.addWidget(label(hint, "body", "secondary", wrap=True))
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        self.table.current_changed.connect(lambda _id: self._say())
        self._say()
        self.read()

    def _columns(self) -> list[Column[PayerRow]]:
        def customer(row: PayerRow) -> Cell:
            if row.customer_id is None:
                return Cell(self.tr("Not a customer"), chip="neutral")
            return Cell(row.customer, strong=True)

        kinds = {PayerKind.ACCOUNT: self.tr("Account"), PayerKind.NAME: self.tr("Name")}
        return [
            text_column("label", lambda: self.tr("Payer"), lambda row: row.label or row.key, width=220,
                        stretch=2),
            text_column("kind", lambda: self.tr("Known by"), lambda row: kinds[PayerKind(row.kind)],
                        tone="secondary", width=96),
            Column("customer", lambda: self.tr("Customer"), customer, value=lambda row: row.customer,
                   width=200, stretch=2),
        ]  # fmt: skip

    def read(self) -> None:
        """Read the payers again."""
        bank, customer_id = self._context.company.bank, self._customer_id or None

        def done(rows: Sequence[PayerRow]) -> None:
            self.model.set_rows(rows)
            self._say()

        self._context.runner.database(lambda _control: bank.payers(customer_id), done, owner=self)

    def forget(self) -> None:
        """Know the chosen payer no longer."""
        bank, payer_id = self._context.company.bank, self.table.view.current_id()
        if not payer_id or not self.forget_button.isEnabled():
            return
        self.forget_button.setEnabled(False)

        def done(change: ChangeSet) -> None:
            self._context.notices.done(change)
            self.read()

        self._context.runner.database(
            lambda _control: bank.forget_payer(payer_id),
            done,
            failed=self._context.notices.error,
            owner=self,
        )

    def _say(self) -> None:
        guard(self._context, self.forget_button, able=bool(self.table.view.current_id()))
