"""The documents of one customer, one side of the ledger: filtered, checked, opened in the drawer."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.allocation import Method
from app.domain.document import CREDITS, DEBITS, DocumentKind
from app.services.ledger import DocumentQuery
from app.ui.i18n import Retranslated
from app.ui.models.paged_table import PagedTable
from app.ui.pages.customers.columns import document_cells, document_columns
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.customers.guard import guard
from app.ui.pages.customers.sources import DocumentSource
from app.ui.tables.data_table import DataTable
from app.ui.tables.menu import columns_menu
from app.ui.tables.saved_views import Segments
from app.ui.widgets.action_bar import ActionBar
from app.ui.widgets.buttons import button
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.ledger import DocumentRow
    from app.ui.context import PageContext
    from app.ui.pages.customers.entries import Entries

ALL, OPEN, BIN = "all", "open", "bin"


class DocumentsPanel(Retranslated):
    """``opened`` carries the document whose row was opened."""

    opened = Signal(int)

    def __init__(self, context: PageContext, entries: Entries, *, debits: bool) -> None:
        super().__init__()
        self.context = context
        self.entries = entries
        self._debits = debits
        self._customer_id = 0
        self._name = ""
        self._settled: tuple[date, date] | None = None
        theme = context.theme
        self.month_button = button(theme, "", "normal", "x", self._every_month)
        self.month_button.hide()
        self.scope = Segmented()
        self.search = SearchField(theme)
        self.columns_button = button(theme, icon="list-filter", run=self._open_columns)
        self.export_button = button(theme, icon="table", run=self._open_export)
        side = "debits" if debits else "credits"
        self.table = DataTable(theme, f"customer.{side}", context.preferences, empty_icon="file-text")
        self.model: PagedTable[DocumentRow] = PagedTable(
            document_columns(context.formats, debits=debits), context.runner, checkable=True, parent=self
        )
        self.model.sort_by("doc_date", descending=True)
        self.table.set_model(self.model)
        self.table.view.narrow_by(Segments({"scope": self.scope}, self._ask))
        self.bar = ActionBar(theme)
        self._add_bar()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _add_bar(self) -> None:
        theme = self.context.theme
        self.bar_allocate = button(theme, "", "normal", "link", self._open_rules)
        self.bar_export = button(theme, "", "normal", "table", self._open_export)
        self.bar_remove = button(theme, "", "normal", "trash-2", self._remove)
        self.bar_restore = button(theme, "", "primary", "undo-2", self._restore)
        for widget in (self.bar_allocate, self.bar_export, self.bar_remove, self.bar_restore):
            self.bar.add(widget)

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.scope)
        filters.addWidget(self.month_button)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.columns_button)
        filters.addWidget(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(filters)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.bar)

    def _connect(self) -> None:
        self.scope.chosen.connect(self._ask)
        self.search.searched.connect(self._ask)
        self.search.down.connect(self.table.view.setFocus)
        self.table.opened.connect(self._open)
        self.table.checks_changed.connect(self._show_checks)
        self.table.clear_filter.connect(self.clear_filters)
        self.model.loaded.connect(self._show_checks)
        self.bar.cleared.connect(self.model.clear_checks)

    # -- asking ---------------------------------------------------------------------------------

    def show_customer(self, customer_id: int, name: str) -> None:
        """Show this customer's documents."""
        if customer_id != self._customer_id:
            self._customer_id = customer_id
            self.model.clear_checks()
            self.search.blockSignals(True)
            self.search.clear()
            self.search.blockSignals(False)
            self.scope.set_current(ALL)
            self._settled = None
            self._say_month()
            self._ask()
        self._name = name

    def show_month(self, first: date) -> None:
        """Show only what was settled in a month."""
        self._settled = first, date(first.year, first.month, monthrange(first.year, first.month)[1])
        self.scope.set_current(ALL)
        self._say_month()
        self._ask()

    def _every_month(self) -> None:
        self._settled = None
        self._say_month()
        self._ask()

    def _say_month(self) -> None:
        """The button that says which month is shown, and takes that back."""
        self.month_button.setVisible(self._settled is not None)
        if self._settled is not None:
            self.month_button.setText(self.tr("Settled {month}").format(month=f"{self._settled[0]:%Y-%m}"))
            self.month_button.setAccessibleName(": ".join((self.month_button.text(), self.tr("show all"))))

    def query(self) -> DocumentQuery:
        """Which documents are asked for."""
        side = DEBITS if self._debits else CREDITS
        scope = self.scope.current
        kinds = frozenset({DocumentKind(scope)}) if scope in set(DocumentKind) else side
        return DocumentQuery(
            customer_id=self._customer_id,
            kinds=kinds,
            open_only=scope == OPEN,
            text=self.search.text().strip(),
            deleted=scope == BIN,
            settled=self._settled,
        )

    def _ask(self, *_: object) -> None:
        if self._customer_id:
            self.model.set_source(DocumentSource(self.context.company.ledger, self.query()))
            self._say_empty()

    def refresh(self) -> None:
        """Read the list again after a change."""
        if self._customer_id:
            self.model.rearrange()

    def clear_filters(self) -> None:
        """Show every document again; where there is none, enter one."""
        if not self._narrowed():
            new = self.entries.new_invoice if self._debits else self.entries.new_receipt
            new(self._customer_id)
            return
        self.search.clear()
        self.scope.set_current(ALL)
        self._every_month()

    def _narrowed(self) -> bool:
        return bool(self.search.text().strip()) or self.scope.current != ALL or self._settled is not None

    def _open(self, document_id: int) -> None:
        if self.scope.current != BIN:
            self.opened.emit(document_id)

    # -- checked rows ---------------------------------------------------------------------------

    def _show_checks(self) -> None:
        checked = list(self.model.checked)
        if checked:
            self.model.fetch(checked, self._say_checks)
        else:
            self.bar.say("")

    def _say_checks(self, rows: Sequence[DocumentRow]) -> None:
        formats = self.context.formats
        sums: dict[str, int] = {}
        for row in rows:
            sums[row.currency] = sums.get(row.currency, 0) + row.open
        words = " · ".join(formats.money(minor, currency) for currency, minor in sums.items())
        self.bar.say(self.tr("%n selected", "", len(rows)), self.tr("open {sum}").format(sum=words))
        in_bin = self.scope.current == BIN
        self.bar_restore.setVisible(in_bin)
        self.bar_remove.setVisible(not in_bin)
        self.bar_allocate.setVisible(not (in_bin or self._debits))
        can = any(row.open and row.kind is not DocumentKind.WRITE_OFF for row in rows)
        guard(self.context, self.bar_allocate, able=can)
        guard(self.context, self.bar_remove, self.bar_restore)

    def _open_rules(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for method in Method:
            words = say(f"method.{method}", self.context.formats.lang)
            menu.addAction(words).triggered.connect(partial(self._allocate, method))
        menu.popup(self.bar_allocate.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _allocate(self, method: Method, *_: object) -> None:
        checked = self.model.checked
        self.entries.auto_allocate([each for each in self.model.ids() if each in checked], method)

    def _remove(self) -> None:
        self.entries.remove_documents(sorted(self.model.checked))

    def _restore(self) -> None:
        self.entries.restore_documents(sorted(self.model.checked))

    # -- export and columns ---------------------------------------------------------------------

    def _open_export(self) -> None:
        exports = TableExports(self.context, self)
        exports.menu(partial(self._export, exports)).popup(_below(self.export_button))

    def _export(self, exports: TableExports, file_format: str) -> None:
        checked = self.model.checked
        ids = [each for each in self.model.ids() if not checked or each in checked]
        source = DocumentSource(self.context.company.ledger, self.query())
        title = self.tr("Invoices") if self._debits else self.tr("Receipts and credits")
        exports.table(
            self.table.view,
            ids,
            source.rows,
            document_cells(self.context.formats),
            f"{self._name} {title}",
            file_format,
            self._filter_words(),
        )

    def _filter_words(self) -> list[str]:
        """What the panel leaves out, for the paper's second line."""
        words = [] if self.scope.current == ALL else [self.scope.text]
        if self._settled is not None:
            words.append(self.month_button.text())
        if text := self.search.text().strip():
            words.append(self.tr("search: {text}").format(text=text))
        return [" · ".join(words)] if words else []

    def _open_columns(self) -> None:
        columns_menu(self.table.view, self.table.view).popup(_below(self.columns_button))

    # -- words ----------------------------------------------------------------------------------

    def _say_empty(self) -> None:
        if self._narrowed():
            self.table.say_empty(self.tr("No document matches."), self.tr("Clear filters"))
        elif self._debits:
            self.table.say_empty(self.tr("No invoices yet."), self.tr("New invoice"))
        else:
            self.table.say_empty(self.tr("No receipts or credits yet."), self.tr("New receipt"))

    def retranslate(self) -> None:
        """Write every text of the panel."""
        lang = self.context.formats.lang
        side = (
            (DocumentKind.INVOICE, DocumentKind.REFUND)
            if self._debits
            else (DocumentKind.RECEIPT, DocumentKind.CREDIT_NOTE, DocumentKind.WRITE_OFF)
        )
        kinds = [(kind.value, say(f"kind.{kind}", lang)) for kind in side]
        still = self.tr("Open") if self._debits else self.tr("On account")
        self.scope.set_choices([(ALL, self.tr("All")), (OPEN, still), *kinds, (BIN, self.tr("Bin"))])
        self.scope.setAccessibleName(self.tr("Which documents"))
        self.search.set_placeholder(self.tr("Find a document"))
        self.columns_button.setText(self.tr("Columns"))
        self.export_button.setText(self.tr("Export"))
        self.bar_allocate.setText(self.tr("Allocate automatically"))
        self.bar_export.setText(self.tr("Export"))
        self.bar_remove.setText(self.tr("Delete"))
        self.bar_restore.setText(self.tr("Restore"))
        self._say_month()
        self._say_empty()
        self._show_checks()


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().bottomLeft())
