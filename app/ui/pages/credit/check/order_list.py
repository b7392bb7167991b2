"""Open orders: entered, edited, taken in from files or the clipboard, asked about."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.credit_record import OpenOrder
from app.domain.problem import HoldfastError
from app.ui.dialogs.opening import open_for
from app.ui.faults import sentence
from app.ui.i18n import Retranslated
from app.ui.models.columns import Cell
from app.ui.models.row_table import RowTable
from app.ui.pages.credit.check.columns import order_cells, order_columns
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.customers.guard import guard, writable
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from app.domain.changes import ChangeSet
    from app.services.order_views import OrderRow
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.order_import import OrderFile
    from app.ui.pages.tabbed import TabbedPage

_FILES = "*.xlsx *.xls *.csv *.tsv *.txt"


class OrderList(Retranslated):
    """``wanted`` carries an open order that is to be checked."""

    wanted = Signal(object)

    def __init__(self, context: PageContext, host: TabbedPage, base: str) -> None:
        super().__init__()
        self.context, self.host = context, host
        self.dialog: Any = None
        self._base = base
        self._rows: Sequence[OrderRow] = ()
        self._read = False
        theme = context.theme
        self.search = SearchField(theme)
        self.new_button = button(theme, "", "primary", "plus", self.new)
        self.import_button = button(theme, "", "normal", "download", self._open_import)
        self.export_button = button(theme, "", "normal", "table", self._open_export)
        self.message = MessageStrip(theme)
        self.table = DataTable(theme, "credit.orders", context.preferences, empty_icon="list-checks")
        columns = order_columns(context.formats, context.company.clock.today())
        self.model: RowTable[OrderRow] = RowTable(
            columns, context.runner, lambda row: row.order.id, parent=self
        )
        self.table.set_model(self.model)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.search, 1)
        for widget in (self.export_button, self.import_button, self.new_button):
            above.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(above)
        layout.addWidget(self.message)
        layout.addWidget(self.table, 1)
        self.search.searched.connect(self._narrow)
        self.search.down.connect(self.table.view.setFocus)
        self.table.opened.connect(self._on_opened)
        self.table.clear_filter.connect(self._on_empty)
        self.table.view.extra_actions = self._row_actions
        self.model.modelReset.connect(self._total)

    # -- reading --------------------------------------------------------------------------------

    def read(self) -> None:
        """Read every open order again."""
        orders = self.context.company.orders
        self.table.loading.start()
        self.context.runner.database(
            lambda _control: orders.open_orders(),
            self._show,
            failed=self._failed,
            owner=self,
            key="credit.orders",
        )

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, rows: Sequence[OrderRow]) -> None:
        self.table.loading.stop()
        alive = [row for row in rows if row.order.state == "open" or row.delivered_not_invoiced]
        self._rows, self._read = alive, True
        self.model.set_rows(alive)
        self._narrow()

    def row(self, order_id: int) -> OrderRow | None:
        """An order read last."""
        return next((row for row in self._rows if row.order.id == order_id), None)

    def _narrow(self, *_: object) -> None:
        text = self.search.text().strip().casefold()

        def keep(row: OrderRow) -> bool:
            return text in f"{row.customer} {row.customer_en} {row.code} {row.order.number}".casefold()

        self.model.set_filter(keep if text else None)
        self._say_empty()

    def _total(self) -> None:
        rows = self.model.shown()
        currencies = {row.order.currency for row in rows}
        if not rows:
            self.model.set_totals({})
            return
        sums: dict[str, int] = defaultdict(int)
        for row in rows:
            for name in ("amount", "delivered", "invoiced", "prepaid"):
                sums[name] += getattr(row.order, name)
            sums["gone"] += row.delivered_not_invoiced
            sums["unbilled"] += row.unbilled
        totals = {"number": Cell(self.tr("Total, %n order(s)", "", len(rows)), strong=True)}
        if len(currencies) == 1:
            currency, formats = currencies.pop(), self.context.formats
            totals |= {name: Cell(formats.amount(sums[name], currency), strong=True) for name in sums}
        else:
            totals["customer"] = Cell(self.tr("several currencies"), tone="secondary")
        self.model.set_totals(totals)

    def _on_empty(self) -> None:
        if self._rows:
            self.search.clear()
            self._narrow()
        else:
            self.new()

    # -- entering -------------------------------------------------------------------------------

    def new(self, order: OpenOrder | None = None, customer: str = "") -> None:
        """Enter an order, filled in as far as it is known."""
        today = self.context.company.clock.today()
        self._open(order or OpenOrder(0, "", today, self._base, 0), customer)

    def _open(self, order: OpenOrder, customer: str) -> None:
        from app.ui.dialogs.order import OrderDialog  # noqa: PLC0415 - loads on first use

        if writable(self.context):
            open_for(self, OrderDialog(self.context, order, customer, self))

    def edit(self, row: OrderRow) -> None:
        """Edit an order."""
        self._open(row.order, self.context.formats.name(row.customer, row.customer_en))

    def set_state(self, row: OrderRow, state: str) -> None:
        """Close or cancel an order; the toast offers to take that back."""
        orders = self.context.company.orders
        self._run(lambda _control: orders.save(replace(row.order, state=state)))

    def remove(self, row: OrderRow) -> None:
        """Put an order in the bin."""
        orders = self.context.company.orders
        self._run(lambda _control: orders.remove(row.order.id))

    def _run(self, work: Callable[[Control], ChangeSet]) -> None:
        notices = self.context.notices
        self.context.runner.database(work, notices.done, failed=notices.error, owner=self)

    def _on_opened(self, order_id: int) -> None:
        row = self.row(order_id)
        if row is not None:
            self.wanted.emit(row)

    def _row_actions(self) -> list[QAction]:
        row = self.row(self.table.view.current_id())
        if row is None:
            return []
        go = partial(self.context.navigator.go, "customers", customer_id=row.order.customer_id)
        made = []
        for text, run, changes in (
            (self.tr("May I ship it?"), partial(self.wanted.emit, row), False),
            (self.tr("Edit…"), partial(self.edit, row), True),
            (self.tr("Close: nothing more will be shipped"), partial(self.set_state, row, "closed"), True),
            (self.tr("Cancel the rest"), partial(self.set_state, row, "cancelled"), True),
            (self.tr("Delete"), partial(self.remove, row), True),
            (self.tr("Open the customer"), go, False),
        ):
            action = QAction(text, self)
            action.triggered.connect(lambda _on=False, run=run: run())
            if changes:
                guard(self.context, action)
            made.append(action)
        return made

    # -- files ----------------------------------------------------------------------------------

    def import_menu(self) -> QMenu:
        """From a file or from the clipboard."""
        menu = QMenu(self)
        for text, run in (
            (self.tr("From a file…"), self._choose),
            (self.tr("Paste rows with their header"), self.paste),
        ):
            menu.addAction(text).triggered.connect(lambda _on=False, run=run: run())
        return menu

    def _open_import(self) -> None:
        self.import_menu().popup(_below(self.import_button))

    def _choose(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - asked now and then

        names = self.tr("Tables") + f" ({_FILES})"
        picked, _ = QFileDialog.getOpenFileName(self, self.tr("A file of open orders"), "", names)
        if picked:
            self.take_file(Path(picked))

    def paste(self) -> None:
        """Read rows copied in a spreadsheet, the header among them."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self.message.say(
                "warn", self.tr("The clipboard is empty. Copy the rows with their header first.")
            )
            return

        def work(_control: Control) -> OrderFile:
            from app.ui.dialogs.order_import import read_order_file  # noqa: PLC0415 - loads on first use

            return read_order_file(self.context.company, text)

        self._read_file(work, self.tr("Clipboard"))

    def take_file(self, path: Path) -> None:
        """Read a file and show what it would bring."""

        def work(_control: Control) -> OrderFile:
            from app.ui.dialogs.order_import import read_order_file  # noqa: PLC0415 - loads on first use

            return read_order_file(self.context.company, path)

        self._read_file(work, path.name)

    def _read_file(self, work: Callable[[Control], OrderFile], name: str) -> None:
        def show(file: OrderFile) -> None:
            from app.ui.dialogs.order_import import OrderImportDialog  # noqa: PLC0415 - loads on first use

            open_for(self, OrderImportDialog(self.context, file, name, self))

        self.message.hide()
        self.context.runner.database(work, show, failed=self._refused, owner=self, key="orders.read")

    def _refused(self, error: Exception) -> None:
        if isinstance(error, HoldfastError):
            text = sentence(error, self.context.formats.lang)
            self.message.say("danger", text, self.tr("Nothing was changed"))
        else:
            self.context.notices.error(error)

    # -- export and words -----------------------------------------------------------------------

    def _open_export(self) -> None:
        exports = TableExports(self.context, self)
        exports.menu(partial(self._export, exports)).popup(_below(self.export_button))

    def _export(self, exports: TableExports, file_format: str) -> None:
        rows = {row.order.id: row for row in self.model.shown()}

        def read(ids: Sequence[int], _control: Control) -> Sequence[object]:
            return [rows[each] for each in ids]

        day = self.context.formats.day(self.context.company.clock.today())
        words = [self.tr("As of {day}").format(day=day)]
        exports.table(
            self.table.view,
            list(rows),
            read,
            order_cells(self.context.formats),
            self.tr("Open orders"),
            file_format,
            words,
        )

    def _say_empty(self) -> None:
        if self._rows:
            self.table.say_empty(self.tr("No order matches."), self.tr("Show all orders"))
        elif self._read:
            self.table.say_empty(
                self.tr("No open orders."),
                self.tr("Enter an order"),
                self.tr("Orders and goods not invoiced yet count in the exposure; they can be imported."),
            )

    def retranslate(self) -> None:
        """Write every text of the list."""
        self.search.set_placeholder(self.tr("Order, customer or code"))
        self.table.view.setAccessibleName(self.tr("Open orders"))
        self.new_button.setText(self.tr("Enter an order"))
        self.import_button.setText(self.tr("Import"))
        self.export_button.setText(self.tr("Export"))
        guard(self.context, self.new_button, self.import_button)
        self._say_empty()
        self._total()


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().bottomLeft())
