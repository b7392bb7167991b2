"""The list of customers: searched, narrowed, checked; what is on screen can be exported as it is."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.customer import CustomerStatus
from app.domain.money import Money
from app.services.customers import CustomerQuery
from app.ui.i18n import Retranslated
from app.ui.models.paged_table import PagedTable
from app.ui.pages.customers.columns import customer_cells, customer_columns, money_words
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.customers.guard import guard
from app.ui.pages.customers.sources import CustomerSource, Known
from app.ui.tables.data_table import DataTable
from app.ui.tables.menu import columns_menu
from app.ui.tables.saved_views import Segments
from app.ui.widgets.action_bar import ActionBar
from app.ui.widgets.buttons import button
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.services.customers import CustomerRow
    from app.ui.context import PageContext
    from app.ui.pages.customers.entries import Entries

ALL, BIN = "all", "bin"
_PAIR = 2


class CustomerList(Retranslated):
    """``opened`` carries the customer whose row was opened; ``counted`` how many are shown."""

    opened = Signal(int)
    counted = Signal()

    def __init__(self, context: PageContext, entries: Entries) -> None:
        super().__init__()
        self.context = context
        self.entries = entries
        theme = context.theme
        self.scope = Segmented()
        self.search = SearchField(theme)
        self.columns_button = button(theme, icon="list-filter", run=self._open_columns)
        self.table = DataTable(theme, "customers", context.preferences, empty_icon="building-2")
        self.known = Known(context.company)
        self.model: PagedTable[CustomerRow] = PagedTable(
            customer_columns(context.formats, self.known.of), context.runner, checkable=True, parent=self
        )
        self.model.sort_by("balance", descending=True)
        self.table.set_model(self.model)
        self.exports = TableExports(context, self)
        self.bar = ActionBar(theme)
        self._add_bar()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.table.view.narrow_by(Segments({"scope": self.scope}, self._ask))

    def _add_bar(self) -> None:
        theme = self.context.theme
        self.bar_statements = button(theme, "", "normal", "file-text", self._statements)
        self.bar_export = button(theme, "", "normal", "table", self._open_bar_export)
        self.bar_merge = button(theme, "", "normal", "users", self._merge)
        self.bar_remove = button(theme, "", "normal", "trash-2", self._remove)
        self.bar_restore = button(theme, "", "primary", "undo-2", self._restore)
        for widget in (
            self.bar_statements, self.bar_export, self.bar_merge, self.bar_remove, self.bar_restore,
        ):  # fmt: skip
            self.bar.add(widget)

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.scope)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.columns_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(filters)
        layout.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.scope.chosen.connect(self._ask)
        self.search.searched.connect(self._ask)
        self.search.down.connect(self.table.view.setFocus)
        self.table.opened.connect(self._open)
        self.table.checks_changed.connect(self.show_checks)
        self.table.clear_filter.connect(self.clear_filters)
        self.model.loaded.connect(self.counted)
        self.model.loaded.connect(self.show_checks)
        self.bar.cleared.connect(self.model.clear_checks)
        self.table.view.extra_actions = self._row_actions

    # -- asking ---------------------------------------------------------------------------------

    def query(self) -> CustomerQuery:
        """Which customers are asked for."""
        scope = self.scope.current
        status = CustomerStatus(scope) if scope in set(CustomerStatus) else None
        return CustomerQuery(text=self.search.text().strip(), status=status, deleted=scope == BIN)

    def _ask(self, *_: object) -> None:
        self.model.set_source(CustomerSource(self.context.company.customers, self.query(), self.known))
        self._say_empty()

    def show_list(self) -> None:
        """Read the list if nobody has yet."""
        if self.model.rowCount() == 0:
            self._ask()

    def refresh(self) -> None:
        """Read the list again after a change."""
        self.model.rearrange()

    @property
    def in_bin(self) -> bool:
        """Whether the bin is shown."""
        return self.scope.current == BIN

    def narrowed(self) -> bool:
        """Whether some filter leaves customers out."""
        return bool(self.search.text().strip()) or self.scope.current != ALL

    def clear_filters(self) -> None:
        """Show every customer again; where there is none, make one."""
        if not self.narrowed():
            self.entries.new_customer()
            return
        self.search.clear()
        self.scope.set_current(ALL)
        self._ask()

    def _open(self, customer_id: int) -> None:
        if not self.in_bin:
            self.opened.emit(customer_id)

    def _row_actions(self) -> list[QAction]:
        """What can be done with the customer one is on."""
        customer_id = self.table.view.current_id()
        if not customer_id or self.in_bin:
            return []
        check = QAction(self.tr("Check an order: may I ship?"), self)
        check.triggered.connect(
            lambda _on=False: self.context.navigator.go("credit", tab="check", customer_id=customer_id)
        )
        return [check]

    @property
    def chosen(self) -> int:
        """The customer a new entry is most likely for: the one checked, else the current row's."""
        if self.in_bin:
            return 0
        checked = self.model.checked
        return next(iter(checked)) if len(checked) == 1 else self.table.view.current_id()

    # -- checked rows ---------------------------------------------------------------------------

    def show_checks(self) -> None:
        """Say what is checked, while the list is in view."""
        checked = list(self.model.checked)
        if checked:
            self.model.fetch(checked, self._say_checks)
        else:
            self.bar.say("")

    def _say_checks(self, rows: Sequence[CustomerRow]) -> None:
        if not self.isVisible():
            return
        sums: dict[str, int] = defaultdict(int)
        for row in rows:
            for each in row.balances:
                sums[each.currency] += each.minor
        words = money_words(
            [Money(minor, currency) for currency, minor in sums.items()], self.context.formats
        )
        self.bar.say(self.tr("%n selected", "", len(rows)), self.tr("balance {sum}").format(sum=words))
        in_bin = self.in_bin
        for widget in (self.bar_statements, self.bar_merge, self.bar_remove):
            widget.setVisible(not in_bin)
        self.bar_restore.setVisible(in_bin)
        guard(self.context, self.bar_merge, able=len(rows) == _PAIR)
        if self.bar_merge.toolTip() == "" and len(rows) != _PAIR:
            self.bar_merge.setToolTip(self.tr("Check exactly two customers to merge them."))
        guard(self.context, self.bar_remove, self.bar_restore)

    def _checked(self) -> list[int]:
        checked = self.model.checked
        return [each for each in self.model.ids() if each in checked]

    def _statements(self) -> None:
        checked, today = self._checked(), self.context.company.clock.today()
        _popup(self.exports.statements_menu(checked, today).popup, self.bar_statements)

    def _merge(self) -> None:
        if len(self.model.checked) == _PAIR:
            self.entries.merge(self._checked())

    def _remove(self) -> None:
        self.entries.remove_customers(self._checked())

    def _restore(self) -> None:
        self.entries.restore_customers(self._checked())

    # -- export and columns ---------------------------------------------------------------------

    def export_menu(self, below: QWidget) -> None:
        """Offer to export every row shown."""
        _popup(self.exports.menu(partial(self._export, self.model.ids)).popup, below)

    def _open_bar_export(self) -> None:
        _popup(self.exports.menu(partial(self._export, self._checked)).popup, self.bar_export)

    def _export(self, ids: Callable[[], Sequence[int]], file_format: str) -> None:
        source = CustomerSource(self.context.company.customers, self.query(), self.known)
        lang = self.context.formats.lang
        self.exports.table(
            self.table.view, ids(), source.rows, customer_cells(lang, self.known.of), self.tr("Customers"),
            file_format, self._filter_words(),
        )  # fmt: skip

    def _filter_words(self) -> list[str]:
        """What the list leaves out, for the paper's second line."""
        words = []
        if self.scope.current in set(CustomerStatus):
            words.append(say(f"customer_status.{self.scope.current}", self.context.formats.lang))
        if self.search.text().strip():
            words.append(self.tr("search: {text}").format(text=self.search.text().strip()))
        return [" · ".join(words)] if words else []

    def _open_columns(self) -> None:
        _popup(columns_menu(self.table.view, self.table.view).popup, self.columns_button)

    # -- words ----------------------------------------------------------------------------------

    def count_words(self) -> str:
        """How many are shown."""
        count = self.model.rowCount()
        if self.in_bin:
            return self.tr("%n in the bin", "", count)
        return self.tr("%n customer(s)", "", count)

    def _say_empty(self) -> None:
        if self.in_bin and not self.search.text().strip():
            self.table.say_empty(self.tr("The bin is empty."), self.tr("Show all customers"))
        elif self.narrowed():
            self.table.say_empty(self.tr("No customer matches."), self.tr("Clear filters"))
        else:
            hint = self.tr("They also come with an import of invoices.")
            self.table.say_empty(self.tr("No customers yet."), self.tr("New customer"), hint)

    def retranslate(self) -> None:
        """Write every text of the list."""
        lang = self.context.formats.lang
        states = [(each.value, say(f"customer_status.{each}", lang)) for each in CustomerStatus]
        self.scope.set_choices([(ALL, self.tr("All")), *states, (BIN, self.tr("Bin"))])
        self.scope.setAccessibleName(self.tr("Which customers"))
        self.search.set_placeholder(self.tr("Name, code, identifier or pinyin initials"))
        self.columns_button.setText(self.tr("Columns"))
        self.bar_statements.setText(self.tr("Statements PDF"))
        self.bar_export.setText(self.tr("Export"))
        self.bar_merge.setText(self.tr("Merge"))
        self.bar_remove.setText(self.tr("Delete"))
        self.bar_restore.setText(self.tr("Restore"))
        self._say_empty()
        self.show_checks()


def _popup(show: Callable[..., object], below: QWidget) -> None:
    corner = below.rect().bottomLeft()
    show(below.mapToGlobal(QPoint(corner.x(), corner.y())))
