"""The list of limits: who has how much, how far it is used, until when; narrowed, opened, exported."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.services.customers import CustomerQuery
from app.services.limit_views import LimitStanding
from app.ui.models.columns import Cell
from app.ui.models.row_table import RowTable
from app.ui.pages.credit.limits.acts import LimitActs
from app.ui.pages.credit.limits.columns import limit_cells, limit_columns, share
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.tabbed import TabPanel
from app.ui.tables.data_table import DataTable
from app.ui.tables.menu import columns_menu
from app.ui.tables.saved_views import Segments
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import literal
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from app.domain.downturn import DownturnProfile
    from app.services.limit_views import GroupPool, LimitRow
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.credit.limits.detail import LimitDetail
    from app.ui.pages.credit.limits.pool_detail import PoolDetail
    from app.ui.pages.tabbed import TabbedPage

ALL = "all"
_SCOPES = (
    LimitStanding.OVER,
    LimitStanding.NEAR,
    LimitStanding.NONE,
    LimitStanding.STOPPED,
    LimitStanding.NOT_CHECKED,
    LimitStanding.EXPIRED,
)


class _Read(NamedTuple):
    """Every customer's limit, the shared ones, the groups there are, and the downturn profile."""

    rows: list[LimitRow]
    pools: list[GroupPool]
    groups: list[tuple[int, str]]
    downturn: DownturnProfile
    base: str
    today: date


class LimitsPanel(TabPanel):
    """``open(customer_id=…)`` opens a customer's limit, ``open(group_id=…)`` a group's, ``scope`` narrows."""

    moves = frozenset(
        {
            "credit_limit", "stored_assessment", "grade_override", "document", "allocation", "bill",
            "open_order", "customer", "customer_group", "setting", "rate", "profile", "person",
            "financial_statement", "external_rating",
        }
    )  # fmt: skip

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.acts = LimitActs(context, self)
        self.found: _Read | None = None
        self._detail: LimitDetail | None = None
        self._pool_detail: PoolDetail | None = None
        self._wanted = self._wanted_group = 0
        self._matches: frozenset[int] | None = None
        theme = context.theme
        self.scope = Segmented()
        self.search = SearchField(theme)
        self.columns_button = button(theme, icon="list-filter", run=self._open_columns)
        self.groups_button = button(theme, "", "normal", "users", self._open_groups)
        self.export_button = button(theme, "", "normal", "table", self._open_export)
        self.table = DataTable(theme, "credit.limits", context.preferences, empty_icon="gauge")
        self.model: RowTable[LimitRow] = RowTable(
            limit_columns(context.formats, "CNY", context.company.clock.today()),
            context.runner,
            lambda row: row.customer.customer_id,
            parent=self,
        )
        self.model.sort_by("used", descending=True)
        self.table.set_model(self.model)
        self.table.view.narrow_by(Segments({"scope": self.scope}, self._narrow))
        self._export_action = QAction(self)
        self._export_action.triggered.connect(lambda _on=False: self._open_export())
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.scope)
        above.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.search, 1)
        for widget in (self.columns_button, self.groups_button, self.export_button):
            below.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(above)
        layout.addLayout(below)
        layout.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.scope.chosen.connect(self._narrow)
        self.search.searched.connect(self._on_search)
        self.search.down.connect(self.table.view.setFocus)
        self.table.opened.connect(partial(self.open_customer, focus=True))
        self.table.current_changed.connect(self._follow)
        self.table.clear_filter.connect(self.clear_filters)
        self.model.modelReset.connect(self._total)
        self.table.view.extra_actions = self._row_actions

    # -- reading --------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """A customer or a group whose limit is to be shown, or what to narrow to."""
        customer_id, group_id = params.get("customer_id"), params.get("group_id")
        self._wanted = customer_id if isinstance(customer_id, int) else 0
        self._wanted_group = group_id if isinstance(group_id, int) else 0
        scope = str(params.get("scope", ""))
        if scope in {ALL, *_SCOPES}:
            self.scope.set_current(scope)
            self._narrow()
        self._take_wanted()

    def read(self) -> None:
        """Read every limit again."""
        session = self.context.company

        def work(_control: Control) -> _Read:
            today, limits = session.clock.today(), session.limits
            company = session.company
            groups = [(group.id, group.name) for group in company.groups()]
            rows, pools = limits.rows(today), limits.pools(today)
            return _Read(rows, pools, groups, limits.downturn(), company.get().currency, today)

        self.table.loading.start()
        self.context.runner.database(work, self._show, failed=self._failed, owner=self, key="credit.limits")

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, found: _Read) -> None:
        self.table.loading.stop()
        self.found = found
        self.model.set_columns(limit_columns(self.context.formats, found.base, found.today))
        self.model.set_rows(found.rows)
        self._write_scope()
        self._narrow()
        self._take_wanted()
        self._refresh_details()
        self.host.tell_status()

    def _take_wanted(self) -> None:
        if self.found is None:
            return
        wanted, group, self._wanted, self._wanted_group = self._wanted, self._wanted_group, 0, 0
        if wanted:
            if self.row(wanted) is not None and wanted not in self.model.ids():
                self.clear_filters()
            self.table.view.select_id(wanted)
            self.open_customer(wanted)
        elif group:
            self.open_group(group)

    def _refresh_details(self) -> None:
        if self._detail is not None and self.host.shows_detail(self._detail):
            row = self.row(self._detail.customer_id)
            if row is not None:
                self._detail.show_row(row)
        if self._pool_detail is not None and self.host.shows_detail(self._pool_detail):
            self._pool_detail.show_group(self._pool_detail.group_id)

    def row(self, customer_id: int) -> LimitRow | None:
        """A row read last."""
        rows = self.found.rows if self.found else []
        return next((row for row in rows if row.customer.customer_id == customer_id), None)

    # -- narrowing ------------------------------------------------------------------------------

    def _on_search(self, text: str) -> None:
        if not text:
            self._matches = None
            self._narrow()
            return
        customers = self.context.company.customers

        def done(found: Sequence[int]) -> None:
            self._matches = frozenset(found)
            self._narrow()

        self.context.runner.database(
            lambda _control: customers.ids(CustomerQuery(text=text)),
            done,
            failed=self.context.notices.error,
            owner=self,
            key="credit.limits.search",
        )

    def _narrow(self, *_: object) -> None:
        scope, matches = self.scope.current or ALL, self._matches

        def keep(row: LimitRow) -> bool:
            fits = scope in {ALL, row.standing.value}
            return fits and (matches is None or row.customer.customer_id in matches)

        self.model.set_filter(None if scope == ALL and matches is None else keep)
        self._say_empty()

    def clear_filters(self) -> None:
        """Show every customer again."""
        if self.found is not None and not self.found.rows:
            self.context.navigator.go("customers")
            return
        self.scope.set_current(ALL)
        self.search.clear()
        self._matches = None
        self._narrow()

    # -- opening --------------------------------------------------------------------------------

    def open_customer(self, customer_id: int, *, focus: bool = False) -> None:
        """Show a customer's limit beside the list."""
        from app.ui.pages.credit.limits.detail import LimitDetail  # noqa: PLC0415 - loads on first use

        row = self.row(customer_id)
        if row is None:
            return
        if self._detail is None:
            self._detail = LimitDetail(self.context, self)
            self._detail.retranslate()
        self._detail.show_row(row)
        self.host.show_detail(self._detail, focus=focus)
        self._detail.write_title()

    def open_group(self, group_id: int, *, focus: bool = False) -> None:
        """Show the shared limit of a group."""
        from app.ui.pages.credit.limits.pool_detail import PoolDetail  # noqa: PLC0415 - loads on first use

        if self._pool_detail is None:
            self._pool_detail = PoolDetail(self.context, self)
            self._pool_detail.retranslate()
        self._pool_detail.show_group(group_id)
        self.host.show_detail(self._pool_detail, focus=focus)

    def _follow(self, customer_id: int) -> None:
        """With the drawer open, the arrows show the row one comes to."""
        if customer_id and self._detail is not None and self.host.shows_detail(self._detail):
            self.open_customer(customer_id)

    def _row_actions(self) -> list[QAction]:
        row = self.row(self.table.view.current_id())
        if row is None:
            return []
        customer_id, go = row.customer.customer_id, self.context.navigator.go
        made = []
        for text, run, changes in (
            (self.tr("Grant or change the limit…"), partial(self.acts.grant, customer_id), True),
            (self.tr("May I ship?"), partial(go, "credit", tab="check", customer_id=customer_id), False),
            (self.tr("Open the customer"), partial(go, "customers", customer_id=customer_id), False),
        ):
            action = QAction(text, self)
            action.triggered.connect(lambda _on=False, run=run: run())
            if changes:
                guard(self.context, action)
            made.append(action)
        return made

    def groups_menu(self) -> QMenu:
        """Every group, with the use of its limit if it has one."""
        menu = QMenu(self)
        pools = {pool.group_id: pool for pool in self.found.pools} if self.found else {}
        for group_id, name in self.found.groups if self.found else []:
            pool = pools.get(group_id)
            percent = pool.usage.percent if pool is not None else None
            told = self.tr("no limit") if percent is None else share(percent)
            action = menu.addAction(literal(f"{name}  {told}"))
            action.triggered.connect(lambda _on=False, each=group_id: self.open_group(each, focus=True))
        if menu.isEmpty():
            menu.addAction(self.tr("No groups yet: name one in a customer's form")).setEnabled(False)
        return menu

    def _open_groups(self) -> None:
        self.groups_menu().popup(_below(self.groups_button))

    def _open_columns(self) -> None:
        columns_menu(self.table.view, self.table.view).popup(_below(self.columns_button))

    # -- exports --------------------------------------------------------------------------------

    def _open_export(self) -> None:
        exports = TableExports(self.context, self)
        exports.menu(partial(self._export, exports)).popup(_below(self.export_button))

    def _export(self, exports: TableExports, file_format: str) -> None:
        rows = {row.customer.customer_id: row for row in self.model.shown()}

        def read(ids: Sequence[int], _control: Control) -> Sequence[object]:
            return [rows[each] for each in ids]

        formats = self.context.formats
        words = [self.tr("As of {day}").format(day=formats.day(self.context.company.clock.today()))]
        if self.scope.current != ALL:
            words.append(self.scope.text)
        cells = limit_cells(formats)
        exports.table(self.table.view, list(rows), read, cells, self.tr("Credit limits"), file_format, words)

    # -- words ----------------------------------------------------------------------------------

    def _total(self) -> None:
        if self.found is None:
            return
        rows, base = self.model.shown(), self.found.base
        formats = self.context.formats
        limit = sum(row.limit_base or 0 for row in rows)
        used = sum(row.used_base or 0 for row in rows)
        self.model.set_totals(
            {
                "customer": Cell(self.tr("Total, %n customer(s)", "", len(rows)), strong=True),
                "grade": Cell(base, tone="secondary"),
                "limit": Cell(formats.whole(limit, base), strong=True),
                "used": Cell(formats.whole(used, base), strong=True),
            }
        )  # fmt: skip

    def _write_scope(self) -> None:
        rows = self.found.rows if self.found else []
        counts = Counter[str](row.standing.value for row in rows)
        lang, write = self.context.formats.lang, self.context.formats.count
        everybody = self.tr("All")
        choices = [(ALL, f"{everybody} {write(len(rows))}" if rows else everybody)]
        for each in _SCOPES:
            name, number = say(f"limit_standing.{each}", lang), counts[each.value]
            choices.append((each.value, f"{name} {write(number)}" if number else name))
        self.scope.set_choices(choices)

    def _say_empty(self) -> None:
        if self.found is not None and not self.found.rows:
            self.table.say_empty(self.tr("No customers yet."), self.tr("Go to customers"))
        else:
            self.table.say_empty(self.tr("No customer stands so."), self.tr("Show all customers"))

    def search_field(self) -> QWidget | None:
        """Ctrl+F."""
        return self.search

    def actions_of_panel(self) -> Sequence[QAction]:
        """The export."""
        return (self._export_action,)

    def write_letter(self) -> bool:
        """Ctrl+L: write to the customer of the row one is on."""
        from app.ui.pages.reminders.writing import open_writing  # noqa: PLC0415 - loads on first use

        row = self.row(self.table.view.current_id())
        if row is None:
            return False
        if writable(self.context):
            open_writing(self.context, row.customer.customer_id, self, lambda made: made.open())
        return True

    def status(self) -> str:
        """How many are over their limits."""
        if self.found is None:
            return ""
        over = sum(row.standing is LimitStanding.OVER for row in self.found.rows)
        return self.tr("%n customer(s) over the limit", "", over) if over else ""

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.scope.setAccessibleName(self.tr("How the limit is used"))
        self.search.set_placeholder(self.tr("Customer, code or initials"))
        self.table.view.setAccessibleName(self.tr("Credit limits"))
        self.columns_button.setText(self.tr("Columns"))
        self.groups_button.setText(self.tr("Group limits"))
        self.export_button.setText(self.tr("Export"))
        self._export_action.setText(self.tr("Export the list of limits"))
        self._write_scope()
        self._say_empty()
        if self.found is not None:
            self._show(self.found)


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().bottomLeft())
