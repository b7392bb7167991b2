"""What was asked before and what was let pass: narrowed, opened, released, exported."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.duty import Duty
from app.domain.order_check import Answer
from app.ui.dialogs.release import Held, open_release
from app.ui.i18n import Retranslated
from app.ui.models.row_table import RowTable
from app.ui.pages.credit.check.columns import (
    NONE,
    RUNNING,
    check_cells,
    check_columns,
    release_state,
)
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.customers.guard import guard
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from app.services.order_views import CheckRow
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.credit.check.check_detail import CheckDetail
    from app.ui.pages.tabbed import TabbedPage

ALL, HELD, RELEASED, LIVE = "all", "held", "released", "live"


class CheckHistory(Retranslated):
    """``again`` carries a check whose question is to be asked once more."""

    again = Signal(object)

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__()
        self.context, self.host = context, host
        self.dialog: Any = None
        self._rows: Sequence[CheckRow] = ()
        self._read = False
        self._wanted = 0
        self._detail: CheckDetail | None = None
        theme = context.theme
        self.scope = Segmented()
        self.search = SearchField(theme)
        self.export_button = button(theme, "", "normal", "table", self._open_export)
        self.table = DataTable(theme, "credit.checks", context.preferences, empty_icon="scale")
        self.model: RowTable[CheckRow] = RowTable(
            check_columns(context.formats), context.runner, lambda row: row.check.id, parent=self
        )
        self.table.set_model(self.model)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.scope)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(filters)
        layout.addWidget(self.table, 1)
        self.scope.chosen.connect(self._narrow)
        self.search.searched.connect(self._narrow)
        self.search.down.connect(self.table.view.setFocus)
        self.table.opened.connect(partial(self.show_check, focus=True))
        self.table.current_changed.connect(self._follow)
        self.table.clear_filter.connect(self._on_empty)
        self.table.view.extra_actions = self._row_actions

    # -- reading --------------------------------------------------------------------------------

    def read(self) -> None:
        """Read every check again."""
        orders = self.context.company.orders
        self.table.loading.start()
        self.context.runner.database(
            lambda _control: orders.checks(),
            self._show,
            failed=self._failed,
            owner=self,
            key="credit.checks",
        )

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, rows: Sequence[CheckRow]) -> None:
        self.table.loading.stop()
        self._rows, self._read = rows, True
        self.model.set_rows(rows)
        self._write_scope()
        self._narrow()
        wanted, self._wanted = self._wanted, 0
        if wanted:
            self.show_check(wanted)
        detail = self._detail
        if detail is not None and detail.row is not None and self.host.shows_detail(detail):
            fresh = self.row(detail.row.check.id)
            if fresh is not None:
                detail.show_row(fresh)
        self.host.tell_status()

    def row(self, check_id: int) -> CheckRow | None:
        """A check read last."""
        return next((row for row in self._rows if row.check.id == check_id), None)

    @property
    def running(self) -> int:
        """How many releases can still be used."""
        return sum(release_state(row) == RUNNING for row in self._rows)

    # -- narrowing ------------------------------------------------------------------------------

    def _narrow(self, *_: object) -> None:
        scope, text = self.scope.current or ALL, self.search.text().strip().casefold()

        def keep(row: CheckRow) -> bool:
            fits = {
                ALL: True,
                HELD: row.check.answer == Answer.HOLD.value,
                RELEASED: release_state(row) != NONE,
                LIVE: release_state(row) == RUNNING,
            }[scope]
            return fits and (not text or text in f"{row.customer} {row.customer_en} {row.number}".casefold())

        self.model.set_filter(None if scope == ALL and not text else keep)
        self._say_empty()

    def _on_empty(self) -> None:
        if self._rows:
            self.search.clear()
            self.scope.set_current(ALL)
            self._narrow()
        else:
            self.again.emit(None)

    # -- opening --------------------------------------------------------------------------------

    def open_check(self, check_id: int) -> None:
        """Show a check once the list is read."""
        self._wanted = check_id

    def show_check(self, check_id: int, *, focus: bool = False) -> None:
        """Show a check beside the list."""
        from app.ui.pages.credit.check.check_detail import CheckDetail  # noqa: PLC0415 - loads on first use

        row = self.row(check_id)
        if row is None:
            return
        if self._detail is None:
            self._detail = CheckDetail(self.context, self)
            self._detail.retranslate()
        self.table.view.select_id(check_id)
        self._detail.show_row(row)
        self.host.show_detail(self._detail, focus=focus)
        self._detail.opened()

    def _follow(self, check_id: int) -> None:
        if check_id and self._detail is not None and self.host.shows_detail(self._detail):
            row = self.row(check_id)
            if row is not None:
                self._detail.show_row(row)

    def ask_again(self, row: CheckRow) -> None:
        """Put the same question as of today."""
        if self.host.drawer is not None:
            self.host.drawer.close_drawer()
        self.again.emit(row)

    def release(self, row: CheckRow) -> None:
        """Let a held order pass."""
        check, name = row.check, self.context.formats.name(row.customer, row.customer_en)
        held = Held(
            check.customer_id, name, check.amount, check.currency, check.id,
            named=check.order_id is not None,
        )  # fmt: skip
        open_release(self, self.context, self, held)

    def _row_actions(self) -> list[QAction]:
        row = self.row(self.table.view.current_id())
        if row is None:
            return []
        again = QAction(self.tr("Check again"), self)
        again.triggered.connect(lambda _on=False: self.ask_again(row))
        release = QAction(self.tr("Release…"), self)
        release.triggered.connect(lambda _on=False: self.release(row))
        able = row.check.answer != Answer.GO.value and release_state(row) == NONE
        guard(self.context, release, able=able, duty=Duty.CREDIT)
        return [again, release]

    # -- export and words -----------------------------------------------------------------------

    def _open_export(self) -> None:
        exports = TableExports(self.context, self)
        exports.menu(partial(self._export, exports)).popup(_below(self.export_button))

    def _export(self, exports: TableExports, file_format: str) -> None:
        rows = {row.check.id: row for row in self.model.shown()}

        def read(ids: Sequence[int], _control: Control) -> Sequence[object]:
            return [rows[each] for each in ids]

        title, cells = self.tr("Order checks and releases"), check_cells(self.context.formats)
        exports.table(self.table.view, list(rows), read, cells, title, file_format, [self.scope.text])

    def _write_scope(self) -> None:
        names = {
            ALL: self.tr("All"),
            HELD: self.tr("Held"),
            RELEASED: self.tr("Released"),
            LIVE: self.tr("Release running"),
        }
        counts = {
            ALL: len(self._rows),
            HELD: sum(row.check.answer == Answer.HOLD.value for row in self._rows),
            RELEASED: sum(release_state(row) != NONE for row in self._rows),
            LIVE: self.running,
        }
        write = self.context.formats.count
        self.scope.set_choices(
            [(key, f"{name} {write(counts[key])}" if counts[key] else name) for key, name in names.items()]
        )

    def _say_empty(self) -> None:
        if self._rows:
            self.table.say_empty(self.tr("No check like this."), self.tr("Show all checks"))
        elif self._read:
            self.table.say_empty(
                self.tr("No check was kept yet."),
                self.tr("Check an order"),
                self.tr("Keep an answer and it stands here with its whole working."),
            )

    def retranslate(self) -> None:
        """Write every text of the list."""
        self.scope.setAccessibleName(self.tr("Which checks"))
        self.search.set_placeholder(self.tr("Customer or order"))
        self.table.view.setAccessibleName(self.tr("Order checks and releases"))
        self.export_button.setText(self.tr("Export"))
        self._write_scope()
        self._say_empty()


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().bottomLeft())
