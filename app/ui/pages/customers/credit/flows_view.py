"""What went through the customer's own bank account, month by month, and what it adds up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.domain.credit_file import BankFlow
from app.domain.money import to_major
from app.ui.i18n import Retranslated
from app.ui.models.columns import DASH, Align, Cell, Column, amount_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.guard import guard, reason
from app.ui.tables.data_table import DataTable
from app.ui.widgets.figures import Figures

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction

    from app.ui.context import PageContext
    from app.ui.pages.customers.credit.entries import CreditEntries
    from app.ui.pages.customers.credit.reading import Financials

_YEAR = 12


class FlowsView(Retranslated):
    """Enter edits a month; its menu takes it away."""

    wanted = Signal()

    def __init__(self, context: PageContext, entries: CreditEntries) -> None:
        super().__init__()
        self.context, self.entries = context, entries
        self.content: Financials | None = None
        self.figures = Figures(context.theme, "section")
        self.table = DataTable(context.theme, "credit.flows", context.preferences, empty_icon="landmark")
        self.model: RowTable[BankFlow] = RowTable(
            self._columns(), context.runner, lambda flow: flow.id, parent=self
        )
        self.table.set_model(self.model)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.figures)
        layout.addWidget(self.table, 1)
        self.table.opened.connect(self.open_row)
        self.table.clear_filter.connect(self.wanted)
        self.table.empty.bar(reason(context))
        self.table.view.extra_actions = self._actions
        self.retranslate()

    def _columns(self) -> list[Column[BankFlow]]:
        return [
            Column(
                "month",
                lambda: self.tr("Month"),
                lambda flow: Cell(f"{flow.month:%Y-%m}"),
                value=lambda flow: flow.month,
                width=100,
                min_width=84,
                descending_first=True,
                fixed=True,
            ),
            text_column(
                "currency",
                lambda: self.tr("Currency"),
                lambda flow: flow.currency,
                width=84,
                tone="secondary",
                drop=2,
            ),
            self._amount("inflow", lambda: self.tr("Came in"), lambda flow: flow.inflow),
            self._amount("outflow", lambda: self.tr("Went out"), lambda flow: flow.outflow),
            self._amount("net", lambda: self.tr("Balance of both"), lambda flow: flow.inflow - flow.outflow),
            Column(
                "closing",
                lambda: self.tr("Closing balance"),
                self._closing,
                value=lambda flow: flow.closing,
                plain=lambda flow: (
                    "" if flow.closing is None else f"{to_major(flow.closing, flow.currency):f}"
                ),
                width=140,
                align=Align.RIGHT,
            ),
            text_column(
                "source",
                lambda: self.tr("Source"),
                lambda flow: flow.source,
                stretch=1,
                drop=1,
                tone="secondary",
            ),
        ]

    def _amount(
        self, key: str, title: Callable[[], str], minor: Callable[[BankFlow], int]
    ) -> Column[BankFlow]:
        return amount_column(key, title, minor, lambda flow: flow.currency, self.context.formats, width=140)

    def _closing(self, flow: BankFlow) -> Cell:
        if flow.closing is None:
            return Cell(DASH, tone="tertiary")
        return Cell(self.context.formats.amount(flow.closing, flow.currency))

    # -- showing --------------------------------------------------------------------------------

    def show_content(self, content: Financials) -> None:
        """Show these months."""
        self.content = content
        self.model.set_rows(content.flows)
        self._write()

    def _write(self) -> None:
        content = self.content
        self.figures.setVisible(content is not None and bool(content.flows))
        if content is None or not content.flows:
            return
        newest = content.flows[0]
        same = [flow for flow in content.flows if flow.currency == newest.currency][:_YEAR]
        self.figures.set(self._figures(same, newest.currency))

    def _figures(self, flows: Sequence[BankFlow], currency: str) -> list[tuple[str, str, str, str]]:
        formats = self.context.formats
        months = self.tr("%n month(s)", "", len(flows))
        net = sum(flow.inflow - flow.outflow for flow in flows)
        closings = [flow.closing for flow in flows if flow.closing is not None]

        def mean(total: int) -> str:
            return formats.money(round(total / len(flows)), currency, whole=True)

        shown = [
            (self.tr("Came in a month"), mean(sum(flow.inflow for flow in flows)), months, ""),
            (self.tr("Went out a month"), mean(sum(flow.outflow for flow in flows)), months, ""),
            (
                self.tr("Balance of both"),
                formats.money(net, currency, whole=True),
                months,
                "warn" if net < 0 else "",
            ),
        ]
        if closings:
            low = formats.money(min(closings), currency, whole=True)
            shown.append((self.tr("Lowest closing balance"), low, "", "warn" if min(closings) < 0 else ""))
        return shown

    # -- what can be done -----------------------------------------------------------------------

    def open_row(self, row_id: int) -> None:
        """Edit a month."""
        flow = next((one for one in self.model.rows if one.id == row_id), None)
        if flow is not None and self.content is not None:
            self.entries.flow(self.content, flow)

    def _actions(self) -> Sequence[QAction]:
        from PySide6.QtGui import QAction  # noqa: PLC0415 - asked now and then

        row_id = self.table.view.current_id()
        if not row_id:
            return ()
        edit, gone = QAction(self.tr("Edit…"), self), QAction(self.tr("Delete"), self)
        edit.triggered.connect(lambda _on=False: self.open_row(row_id))
        gone.triggered.connect(lambda _on=False: self.entries.remove_flow(row_id))
        guard(self.context, edit, gone)
        return (edit, gone)

    def retranslate(self) -> None:
        """Write every text."""
        self.table.view.setAccessibleName(self.tr("Bank flows by month"))
        self.table.say_empty(
            self.tr("No bank flow is noted."),
            self.tr("Add a month…"),
            self.tr("Months of the customer's own account, as it showed them to us."),
        )
        self._write()
