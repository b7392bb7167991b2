"""The financials tab of a customer's file: statements, ratios with second opinions, bank flows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from app.ui.i18n import Retranslated
from app.ui.pages.customers.credit.flows_view import FlowsView
from app.ui.pages.customers.credit.ratios_view import RatiosView
from app.ui.pages.customers.credit.reading import Financials, read_financials
from app.ui.pages.customers.credit.statements_view import StatementsView
from app.ui.pages.customers.guard import guard
from app.ui.widgets.buttons import button
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from app.ui.context import PageContext
    from app.ui.pages.customers.entries import Entries

PARTS = ("statements", "ratios", "flows")


class FinancialsTab(Retranslated):
    """``show_customer`` reads; ``show_part`` goes to statements, ratios or flows."""

    def __init__(self, context: PageContext, entries: Entries) -> None:
        super().__init__()
        self.context = context
        self.entries = entries.credit
        self.customer_id = 0
        self.content: Financials | None = None
        theme = context.theme
        self.parts = Segmented()
        self.statements = StatementsView(context, self.entries, self.entries)
        self.ratios = RatiosView(context)
        self.flows = FlowsView(context, self.entries)
        self.stack = QStackedWidget()
        for panel in (self.statements, self.ratios, self.flows):
            self.stack.addWidget(panel)
        self.import_button = button(theme, "", "normal", "download", self.pick)
        self.add_button = button(theme, "", "normal", "plus", self.add)
        self.report_button = button(theme, "", "normal", "printer", self.report)
        self._lay_out()
        self.parts.chosen.connect(self.show_part)
        self.statements.opened.connect(self.edit)
        self.ratios.opened.connect(self.edit)
        for panel in (self.statements, self.ratios):
            panel.wanted.connect(self.pick)
        self.flows.wanted.connect(self.add)
        self.retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.parts)
        top.addStretch(1)
        for widget in (self.import_button, self.add_button, self.report_button):
            top.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.stack, 1)

    # -- reading --------------------------------------------------------------------------------

    def show_customer(self, customer_id: int) -> None:
        """Show the statements of this customer."""
        if customer_id != self.customer_id:
            self.customer_id, self.content = customer_id, None
        self.refresh()

    def refresh(self) -> None:
        """Read them again."""
        session, customer_id = self.context.company, self.customer_id
        if customer_id:
            self.statements.table.loading.start()
            self.context.runner.database(
                lambda _control: read_financials(session, customer_id),
                self._show,
                failed=self._failed,
                owner=self,
                key="customer.financials",
            )

    def _failed(self, error: Exception) -> None:
        self.statements.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, content: Financials) -> None:
        self.statements.table.loading.stop()
        self.content = content
        self.statements.show_content(content)
        self.ratios.show_content(content)
        self.flows.show_content(content)

    # -- what can be done -----------------------------------------------------------------------

    def show_part(self, part: str) -> None:
        """Go to statements, ratios or flows."""
        if part in PARTS:
            self.parts.set_current(part)
            self.stack.setCurrentIndex(PARTS.index(part))
            self._write_buttons()

    def pick(self) -> None:
        """Read statements out of a file."""
        if self.content is not None:
            self.entries.pick_statements(self.content)

    def add(self) -> None:
        """Type a period, or a month of bank flow."""
        if self.content is None:
            return
        if self.parts.current == "flows":
            self.entries.flow(self.content)
        else:
            self.entries.statement(self.content)

    def edit(self, statement_id: int) -> None:
        """Edit a stored statement."""
        if self.content is None:
            return
        for view in self.content.statements:
            if view.statement.id == statement_id:
                self.entries.statement(self.content, view.statement)

    def report(self) -> None:
        """Look at the credit report."""
        if self.customer_id:
            self.entries.report(self.customer_id)

    def _write_buttons(self) -> None:
        flows = self.parts.current == "flows"
        self.import_button.setVisible(not flows)
        self.add_button.setText(self.tr("Add a month…") if flows else self.tr("Type a period…"))

    def retranslate(self) -> None:
        """Write every text of the tab."""
        self.parts.setAccessibleName(self.tr("What to look at"))
        self.parts.set_choices(
            [
                ("statements", self.tr("Statements")),
                ("ratios", self.tr("Ratios and opinions")),
                ("flows", self.tr("Bank flows")),
            ]
        )
        self.import_button.setText(self.tr("Import from a file…"))
        self.report_button.setText(self.tr("Credit report"))
        self._write_buttons()
        guard(self.context, self.import_button, self.add_button)
        self.statements.retranslate()
        self.ratios.retranslate()
        self.flows.retranslate()
