"""Every open item of the forecast: the day it is expected, the range of that day, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.forecast import SPREADS
from app.services.cash import MOST_ROWS
from app.ui.i18n import Retranslated
from app.ui.models.columns import DASH, Align, Cell, Column, day_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.tables.data_table import DataTable
from app.ui.widgets.labels import label
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.cash_views import CashForecast, ExpectedRow
    from app.services.ports import Control
    from app.ui.context import PageContext

ALL, COMING, LEFT_OUT = "all", "coming", "left_out"


def group_of(row: ExpectedRow) -> str:
    """Whether an amount is expected some day or left out."""
    item = row.item
    return COMING if item.on is not None or item.why in SPREADS else LEFT_OUT


class ItemsView(Retranslated):
    """Opening a row goes to its customer's invoices."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.rows: Sequence[ExpectedRow] = ()
        self._found: CashForecast | None = None
        self._read: CashForecast | None = None
        self._places: dict[int, int] = {}
        theme = context.theme
        self.scope = Segmented()
        self.search = SearchField(theme)
        self.note = label("", "small", "secondary", wrap=True)
        self.table = DataTable(theme, "analysis.cash_rows", context.preferences, empty_icon="calendar")
        self.model: RowTable[ExpectedRow] = RowTable(
            [], context.runner, lambda row: self._places.get(id(row), 0), parent=self
        )
        self.table.set_model(self.model)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.scope)
        filters.addWidget(self.search, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(filters)
        layout.addWidget(self.note)
        layout.addWidget(self.table, 1)
        self.scope.chosen.connect(self._narrow)
        self.search.searched.connect(self._narrow)
        self.search.down.connect(self.table.view.setFocus)
        self.table.opened.connect(self._open)
        self.table.clear_filter.connect(self._show_all)

    # -- reading --------------------------------------------------------------------------------

    def show_forecast(self, found: CashForecast) -> None:
        """List the items of a forecast, unless they are listed already."""
        self._found = found
        if self._read is found:
            return
        self._read = found
        cash = self.context.company.cash

        def work(_control: Control) -> list[ExpectedRow]:
            return cash.expected(found)

        def failed(error: Exception) -> None:
            self._read = None
            self.table.loading.stop()
            self.context.notices.error(error)

        self.table.loading.start()
        self.context.runner.database(work, self._show, failed=failed, owner=self, key="analysis.cash.rows")

    def _show(self, rows: Sequence[ExpectedRow]) -> None:
        self.table.loading.stop()
        self.rows = rows
        self._places = {id(row): place for place, row in enumerate(rows, 1)}
        self.model.set_columns(self._columns())
        self.model.set_rows(rows)
        self._write()
        self._narrow()

    def _narrow(self, *_: object) -> None:
        scope, text = self.scope.current or ALL, self.search.text().strip().casefold()

        def keep(row: ExpectedRow) -> bool:
            said = f"{row.customer} {row.customer_en} {row.number}".casefold()
            return scope in {ALL, group_of(row)} and text in said

        self.model.set_filter(keep)

    def _show_all(self) -> None:
        """All of them again; where there are none, bring the ledger in."""
        if not self.rows:
            self.context.navigator.go("importing")
            return
        self.scope.set_current(ALL)
        self.search.clear()
        self._narrow()

    def _open(self, place: int) -> None:
        if 0 < place <= len(self.rows):
            customer_id = self.rows[place - 1].item.customer_id
            self.context.navigator.go("customers", customer_id=customer_id, tab="invoices")

    # -- words ----------------------------------------------------------------------------------

    def _columns(self) -> list[Column[ExpectedRow]]:
        formats, lang = self.context.formats, self.context.formats.lang
        currency = self._found.currency if self._found is not None else "CNY"

        def span(row: ExpectedRow) -> str:
            low, high = row.item.low, row.item.high
            if low is None or high is None:
                return DASH
            return formats.day(low) if low == high else f"{formats.day(low)} – {formats.day(high)}"

        def amount(row: ExpectedRow) -> Cell:
            return Cell(formats.whole(row.base, currency), strong=True)

        def why(row: ExpectedRow) -> Cell:
            item = row.item
            if group_of(row) == LEFT_OUT:
                return Cell(say(f"forecast.left_out.{item.why}", lang), chip="warn")
            return Cell(say(f"cash_why.{item.why}", lang), tone="secondary")

        return [
            text_column("customer", lambda: self.tr("Customer"),
                        lambda row: formats.name(row.customer, row.customer_en), strong=True, width=190,
                        min_width=120, stretch=2, fixed=True),
            text_column("number", lambda: self.tr("Invoice"), lambda row: row.number, width=120, min_width=92,
                        drop=2),
            day_column("due", lambda: self.tr("Due"), lambda row: row.item.due, formats, drop=3),
            day_column("on", lambda: self.tr("Expected"), lambda row: row.item.on, formats),
            Column("range", lambda: self.tr("Range"), lambda row: Cell(span(row), tone="secondary"),
                   value=lambda row: row.item.high, width=206, min_width=176),
            Column("why", lambda: self.tr("Why"), why, value=lambda row: why(row).text, width=150,
                   min_width=110, stretch=1, drop=1),
            Column("base", lambda: self.tr("Amount"), amount, value=lambda row: row.base, width=116,
                   min_width=92, align=Align.RIGHT, descending_first=True),
        ]  # fmt: skip

    def _write(self) -> None:
        groups = [group_of(row) for row in self.rows]
        write = self.context.formats.count
        choices = [
            (ALL, self.tr("All")),
            (COMING, self.tr("To come")),
            (LEFT_OUT, self.tr("Left out")),
        ]
        self.scope.set_choices(
            [
                (key, f"{text} {write(groups.count(key) if key != ALL else len(groups))}")
                for key, text in choices
            ]
        )
        cut = self._found is not None and len(self._found.items) > len(self.rows) >= MOST_ROWS
        self.note.setText(self.tr("The greatest %n amount(s) are listed.", "", len(self.rows)))
        self.note.setVisible(cut)
        if self.rows:
            self.table.say_empty(self.tr("No open item matches."), self.tr("Show all"))
        else:
            self.table.say_empty(self.tr("Nothing is owed on this day."), self.tr("Import data"))

    def retranslate(self) -> None:
        """Write every text of the view."""
        self.scope.setAccessibleName(self.tr("Which amounts"))
        self.search.set_placeholder(self.tr("Customer or invoice"))
        self.table.view.setAccessibleName(self.tr("Open items with their expected days"))
        self.model.set_columns(self._columns())
        self._write()
