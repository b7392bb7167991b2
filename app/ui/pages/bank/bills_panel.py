"""The list of bills and post-dated cheques: held, passed on, ended; of all customers or of one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.money import Money
from app.domain.table import ColumnKind
from app.services.bills import BillQuery, BillState
from app.ui.i18n import Retranslated
from app.ui.models.columns import Cell, Column, amount_column, day_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.bank.words import BILL_TONES, bill_kind_name, bill_state_name
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.customers.guard import guard, reason
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.table import Cell as TableCell
    from app.services.bills import BillRow
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.formats import Formats
    from app.ui.pages.bank.billing import Billing

HELD, PASSED, ENDED, ALL = "held", "passed", "ended", "all"
_STATES = {
    HELD: {BillState.HELD},
    PASSED: {BillState.DISCOUNTED, BillState.ENDORSED},
    ENDED: {BillState.CLEARED, BillState.BOUNCED, BillState.HANDED_BACK},
    ALL: set(BillState),
}
_SOON = 14
"""Days before its due date from which a bill held is shown in amber."""


class BillsPanel(Retranslated):
    """``shown`` carries the bill in view (0 for none), ``opened`` one whose row was opened."""

    shown = Signal(int)
    opened = Signal(int)

    def __init__(self, context: PageContext, billing: Billing, *, of_customer: bool = False) -> None:
        super().__init__()
        self.context = context
        self.billing = billing
        self._of_customer = of_customer
        self._customer_id = 0
        self._rows: tuple[BillRow, ...] = ()
        theme = context.theme
        self.scope = Segmented()
        self.search = SearchField(theme)
        self.export_button = button(theme, icon="table", run=self._open_export)
        self.new_button = button(theme, "", "normal", "plus", self._new)
        name = "customer.bills" if of_customer else "bills"
        self.table = DataTable(theme, name, context.preferences, empty_icon="stamp")
        self.model: RowTable[BillRow] = RowTable(
            self._columns(), context.runner, lambda row: row.bill.id, parent=self
        )
        self.table.set_model(self.model)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.scope)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.export_button)
        filters.addWidget(self.new_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(filters)
        layout.addWidget(self.table, 1)
        self.scope.chosen.connect(self._narrow)
        self.search.searched.connect(self.refresh)
        self.search.down.connect(self.table.view.setFocus)
        self.table.current_changed.connect(self.shown)
        self.table.opened.connect(self.opened)
        self.table.clear_filter.connect(self._on_empty)
        self.model.modelReset.connect(self._total)
        self.retranslate()

    # -- asking ---------------------------------------------------------------------------------

    def show_customer(self, customer_id: int) -> None:
        """Show the bills of one customer."""
        if customer_id != self._customer_id:
            self._customer_id = customer_id
            self.scope.set_current(HELD)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Read the bills again."""
        if self._of_customer and not self._customer_id:
            return
        bills = self.context.company.bills
        query = BillQuery(customer_id=self._customer_id or None, text=self.search.text().strip())

        def work(_control: Control) -> tuple[BillRow, ...]:
            return tuple(bills.rows(bills.ids(query)))

        def done(rows: tuple[BillRow, ...]) -> None:
            self.table.loading.stop()
            self._rows = rows
            self.model.set_rows(rows)
            self._write_scope()
            self._narrow()

        self.table.loading.start()
        self.context.runner.database(
            work, done, failed=self.context.notices.error, owner=self, key=f"bills.{id(self)}"
        )

    def _narrow(self, *_: object) -> None:
        wanted = _STATES.get(self.scope.current, _STATES[ALL])
        self.model.set_filter(lambda row: row.state in wanted)
        self._say_empty()

    def row(self, bill_id: int) -> BillRow | None:
        """A row read last."""
        return next((row for row in self._rows if row.bill.id == bill_id), None)

    def show_state(self, scope: str) -> None:
        """Show the bills held, passed on, ended or all."""
        self.scope.set_current(scope)
        self._narrow()

    # -- showing --------------------------------------------------------------------------------

    def _total(self) -> None:
        rows = self.model.shown()
        currencies = {row.bill.currency for row in rows}
        if len(currencies) != 1:
            self.model.set_totals({})
            return
        currency = currencies.pop()
        formats = self.context.formats
        total = formats.amount(sum(row.bill.amount for row in rows), currency)
        covered = formats.amount(sum(row.covered for row in rows), currency)
        self.model.set_totals(
            {
                "number": Cell(self.tr("Total, %n bill(s)", "", len(rows)), strong=True),
                "amount": Cell(total, strong=True),
                "covered": Cell(covered, strong=True),
            }
        )

    def _columns(self) -> list[Column[BillRow]]:
        formats = self.context.formats
        who: list[Column[BillRow]] = [
            text_column("customer", lambda: self.tr("Customer"), lambda row: row.customer, width=180,
                        min_width=130, stretch=2)
        ]  # fmt: skip

        def due(row: BillRow) -> Cell:
            if row.state is not BillState.HELD:
                return Cell("")
            tone = "danger" if row.days < 0 else "warn" if row.days <= _SOON else "secondary"
            return Cell(formats.age(-row.days), tone=tone)

        def state(row: BillRow) -> Cell:
            return Cell(bill_state_name(row.state, formats), chip=BILL_TONES[row.state])

        return [
            text_column("number", lambda: self.tr("Number"), lambda row: row.bill.number, strong=True,
                        width=196, min_width=184, stretch=1, fixed=True),
            text_column("kind", lambda: self.tr("Kind"), lambda row: bill_kind_name(row.bill.kind, formats),
                        tone="secondary", width=130, min_width=116, drop=2),
            *([] if self._of_customer else who),
            day_column("received", lambda: self.tr("Received"), lambda row: row.bill.received_on, formats,
                       min_width=100, drop=1),
            day_column("due", lambda: self.tr("Due"), lambda row: row.bill.due_on, formats, width=108,
                       min_width=100),
            Column("days", lambda: self.tr("To its due date"), due, value=lambda row: row.bill.due_on,
                   width=112, min_width=92, drop=4),
            text_column("acceptor", lambda: self.tr("Acceptor"), lambda row: row.bill.acceptor,
                        tone="secondary", width=140, stretch=1, hidden=True),
            text_column("numbers", lambda: self.tr("For"), lambda row: row.numbers, tone="secondary",
                        width=150, min_width=110, stretch=1, drop=3),
            text_column("currency", lambda: self.tr("Currency"), lambda row: row.bill.currency,
                        tone="secondary", width=76, min_width=64, drop=1),
            amount_column("amount", lambda: self.tr("Amount"), lambda row: row.bill.amount,
                          lambda row: row.bill.currency, formats, strong=True, width=124, min_width=108,
                          fixed=True),
            amount_column("covered", lambda: self.tr("Covers"), lambda row: row.covered,
                          lambda row: row.bill.currency, formats, zero_dash=True, width=116, min_width=108,
                          drop=5),
            Column("state", lambda: self.tr("State"), state, value=lambda row: row.state.value, width=104,
                   min_width=92),
        ]  # fmt: skip

    # -- export and new -------------------------------------------------------------------------

    def _new(self) -> None:
        self.billing.receive(self._customer_id)

    def _open_export(self) -> None:
        exports = TableExports(self.context, self)
        exports.menu(partial(self._export, exports)).popup(_below(self.export_button))

    def _export(self, exports: TableExports, file_format: str) -> None:
        rows = {row.bill.id: row for row in self.model.shown()}

        def read(ids: Sequence[int], _control: Control) -> Sequence[object]:
            return [rows[each] for each in ids]

        cells, words = bill_cells(self.context.formats), [self.scope.text]
        title = self.tr("Bills and post-dated cheques")
        exports.table(self.table.view, list(rows), read, cells, title, file_format, words)

    def _on_empty(self) -> None:
        if self._rows:
            self.show_state(ALL)
        else:
            self._new()

    # -- words ----------------------------------------------------------------------------------

    def _write_scope(self) -> None:
        names = {
            HELD: self.tr("Held"),
            PASSED: self.tr("Passed on"),
            ENDED: self.tr("Ended"),
            ALL: self.tr("All"),
        }
        counts = {key: sum(row.state in states for row in self._rows) for key, states in _STATES.items()}
        write = self.context.formats.count
        self.scope.set_choices(
            [(key, f"{name} {write(counts[key])}" if counts[key] else name) for key, name in names.items()]
        )

    def _say_empty(self) -> None:
        filtered = bool(self._rows or self.search.text().strip())
        self.table.empty.bar("" if filtered else reason(self.context))
        if self._rows:
            self.table.say_empty(self.tr("No bill in this state."), self.tr("Show all bills"))
        elif self.search.text().strip():
            self.table.say_empty(self.tr("No bill matches."))
        else:
            self.table.say_empty(
                self.tr("No bills or post-dated cheques yet."),
                self.tr("Receive a bill"),
                self.tr("A bill held pays nothing until it clears, is discounted or endorsed."),
            )

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.scope.setAccessibleName(self.tr("Which bills"))
        self.search.set_placeholder(self.tr("Number, customer or acceptor"))
        self.table.view.setAccessibleName(self.tr("Bills and post-dated cheques"))
        self.export_button.setText(self.tr("Export"))
        self.new_button.setText(self.tr("Receive a bill"))
        guard(self.context, self.new_button)
        self._write_scope()
        self._say_empty()
        self._total()


def bill_cells(formats: Formats) -> dict[str, tuple[ColumnKind, Callable[[BillRow], TableCell]]]:
    """What a column of the bill list holds in an exported table."""
    return {
        "number": (ColumnKind.TEXT, lambda row: row.bill.number),
        "kind": (ColumnKind.TEXT, lambda row: bill_kind_name(row.bill.kind, formats)),
        "customer": (ColumnKind.TEXT, lambda row: row.customer),
        "received": (ColumnKind.DATE, lambda row: row.bill.received_on),
        "due": (ColumnKind.DATE, lambda row: row.bill.due_on),
        "days": (
            ColumnKind.TEXT,
            lambda row: formats.age(-row.days) if row.state is BillState.HELD else "",
        ),
        "acceptor": (ColumnKind.TEXT, lambda row: row.bill.acceptor),
        "numbers": (ColumnKind.TEXT, lambda row: row.numbers),
        "currency": (ColumnKind.TEXT, lambda row: row.bill.currency),
        "amount": (ColumnKind.MONEY, lambda row: Money(row.bill.amount, row.bill.currency)),
        "covered": (ColumnKind.MONEY, lambda row: Money(row.covered, row.bill.currency)),
        "state": (ColumnKind.TEXT, lambda row: bill_state_name(row.state, formats)),
    }


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().bottomLeft())
