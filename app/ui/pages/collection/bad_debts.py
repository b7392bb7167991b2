"""The register of bad debts: what was given up, why, by whose leave, and what came back of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QHBoxLayout

from app.domain.duty import Duty
from app.domain.money import Money
from app.domain.table import ColumnKind
from app.services.collection import BadDebtQuery
from app.ui.models.columns import Cell, Column, amount_column, day_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.collection.entries import CollectionEntries
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.customers.guard import guard
from app.ui.pages.page import Page
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.figures import Figures
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.table import Cell as TableCell
    from app.services.collection import BadDebtRow, BadDebts, BadDebtTotal
    from app.services.ports import Control
    from app.ui.context import PageContext

translate = QCoreApplication.translate
_CONCERNED = frozenset({"document", "allocation", "customer"})
_YEARS, _FIGURES = 4, 5
_NOTHING = "every"


class BadDebtsPage(Page):
    """Rows and totals of all years or of one; Enter shows the invoice."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        theme = context.theme
        self.entries = CollectionEntries(context, self)
        self.exports = TableExports(context, self)
        self.found: BadDebts | None = None
        self.years = Segmented()
        self.search = SearchField(theme)
        self.figures = Figures(theme, "section")
        self.table = DataTable(theme, "bad_debts", context.preferences, empty_icon="file-x")
        columns = _columns(self)
        self.model: RowTable[BadDebtRow] = RowTable(columns, context.runner, lambda row: row.id, parent=self)
        self.table.set_model(self.model)
        self.export_button = button(theme, "", "normal", "table", self._open_export)
        self.approve_button = button(theme, "", "normal", "stamp", self._approve)
        self.recover_button = button(theme, "", "primary", "undo-2", self._recover)
        self.case_button = button(theme, "", "normal", "book-open", self._write_up)
        for widget in (self.export_button, self.case_button, self.approve_button, self.recover_button):
            self.header.add(widget)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.years)
        filters.addWidget(self.search, 1)
        self.content.addWidget(self.figures)
        self.content.addLayout(filters)
        self.content.addWidget(self.table, 1)
        self.years.chosen.connect(self._narrow)
        self.search.searched.connect(self.refresh)
        self.search.down.connect(self.table.view.setFocus)
        self.table.clear_filter.connect(self._clear)
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(self._open_row)
        self.model.modelReset.connect(self._total)
        self.header.breadcrumb.chosen.connect(lambda _place: context.navigator.go("customers"))
        self.retranslate()

    # -- Page -----------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Show the register."""
        del params
        self.refresh()

    def on_change(self, change: ChangeSet) -> None:
        """Read again what a change may have touched."""
        if _CONCERNED & change.touched.keys():
            self.refresh()

    def focus_search(self) -> None:
        """Ctrl+F."""
        self.search.setFocus()

    def regions(self) -> Sequence[QWidget]:
        """Header, filters, rows."""
        return (self.header, self.years, self.table)

    def status(self) -> str:
        """How many write-offs are shown."""
        return self.tr("%n write-off(s)", "", self.model.rowCount())

    # -- asking ---------------------------------------------------------------------------------

    def refresh(self, *_: object) -> None:
        """Read the register again."""
        service, query = self.context.company.collection, BadDebtQuery(text=self.search.text().strip())
        self.table.loading.start()
        self.context.runner.database(
            lambda _control: service.bad_debts(query),
            self._show,
            failed=self.context.notices.error,
            owner=self,
            key="bad_debts",
        )

    def _show(self, found: BadDebts) -> None:
        self.table.loading.stop()
        self.found = found
        years = sorted({total.year for total in found.totals}, reverse=True)[:_YEARS]
        chosen = self.years.current
        self.years.set_choices(
            [(_NOTHING, self.tr("All years")), *((str(year), str(year)) for year in years)]
        )
        self.years.set_current(chosen if chosen in {str(year) for year in years} else _NOTHING)
        self._narrow()
        self._on_current()

    def _narrow(self, *_: object) -> None:
        found = self.found
        if found is None:
            return
        year = self.year
        rows = [row for row in found.rows if year is None or row.on.year == year]
        self.model.set_rows(rows)
        totals = [total for total in found.totals if year is None or total.year == year]
        self.figures.set([self._figure(total) for total in totals[:_FIGURES]])
        self.figures.setVisible(bool(totals))
        searched = bool(self.search.text().strip())
        empty = (
            self.tr("No write-off fits.") if searched else self.tr("Nothing was written off as a bad debt.")
        )
        self.table.say_empty(empty, self.tr("Show all") if searched else "")
        self.status_changed.emit(self.status())

    @property
    def year(self) -> int | None:
        """The year chosen, None for all."""
        chosen = self.years.current
        return int(chosen) if chosen and chosen != _NOTHING else None

    def _figure(self, total: BadDebtTotal) -> tuple[str, str, str, str]:
        formats = self.context.formats
        name = self.tr("{year}, written off").format(year=total.year)
        back = formats.money(total.recovered, total.currency)
        note = self.tr("recovered {amount}").format(amount=back) if total.recovered else ""
        return name, formats.money(total.written_off, total.currency), note, ""

    def _total(self) -> None:
        rows, formats = self.model.shown(), self.context.formats
        currencies = {row.currency for row in rows}
        if len(currencies) != 1:
            self.model.set_totals({})
            return
        [currency] = currencies
        sums = {
            "amount": sum(row.amount for row in rows),
            "recovered": sum(row.recovered for row in rows),
            "left": sum(row.amount - row.recovered for row in rows),
        }
        cells = {key: Cell(formats.amount(minor, currency), strong=True) for key, minor in sums.items()}
        self.model.set_totals({"date": Cell(self.tr("Total"), strong=True), **cells})

    # -- what can be done -----------------------------------------------------------------------

    def current(self) -> BadDebtRow | None:
        """The row chosen."""
        row_id = self.table.view.current_id()
        return next((row for row in self.model.rows if row.id == row_id), None)

    def _on_current(self, *_: object) -> None:
        row = self.current()
        guard(self.context, self.approve_button, able=row is not None, duty=Duty.CREDIT)
        guard(self.context, self.case_button, able=row is not None, duty=Duty.MEASURE)
        more = row is not None and row.amount > row.recovered
        guard(self.context, self.recover_button, able=more, duty=Duty.BOOK)

    def _recover(self) -> None:
        if (row := self.current()) is not None:
            self.entries.recover(row)

    def _approve(self) -> None:
        if (row := self.current()) is not None:
            self.entries.approve(row)

    def _write_up(self) -> None:
        """Begin a case of the library with what the books showed before the debt was given up."""
        if (row := self.current()) is not None:
            self.context.navigator.bring("watch", tab="cases", write_off=row.id)

    def _open_row(self, row_id: int) -> None:
        row = next(row for row in self.model.rows if row.id == row_id)
        self.context.navigator.go("customers", document_id=row.invoice_id or row.id)

    def _clear(self) -> None:
        self.search.clear()
        self.refresh()

    def _open_export(self) -> None:
        menu = self.exports.menu(self.export)
        menu.popup(self.export_button.mapToGlobal(QPoint(0, self.export_button.height())))

    def export(self, file_format: str) -> None:
        """Write the rows shown as they stand."""
        known = {row.id: row for row in self.model.rows}

        def rows(ids: Sequence[int], _control: Control) -> list[BadDebtRow]:
            return [known[row_id] for row_id in ids if row_id in known]

        self.exports.table(
            self.table.view,
            self.model.ids(),
            rows,
            _cells(),
            self.tr("Bad debts"),
            file_format,
            [str(self.year)] if self.year else [],
        )

    def retranslate(self) -> None:
        """Write every text of the page."""
        self.header.breadcrumb.set_path([self.tr("Customers"), self.tr("Bad debts")])
        self.search.set_placeholder(self.tr("Customer, invoice or reason"))
        self.table.view.setAccessibleName(self.tr("Bad debts"))
        self.years.setAccessibleName(self.tr("Year"))
        self.export_button.setText(self.tr("Export"))
        self.case_button.setText(self.tr("Write up as a case"))
        self.approve_button.setText(self.tr("Approval…"))
        self.recover_button.setText(self.tr("Recovery…"))
        self._on_current()
        if self.found is not None:
            self._show(self.found)


def _columns(page: BadDebtsPage) -> list[Column[BadDebtRow]]:
    formats = page.context.formats

    def amount(key: str, title: Callable[[], str], minor: Callable[[BadDebtRow], int]) -> Column[BadDebtRow]:
        return amount_column(
            key, title, minor, lambda row: row.currency, formats, zero_dash=True, width=116, min_width=96
        )

    return [
        day_column("date", lambda: translate("BadDebtsPage", "Written off"), lambda row: row.on, formats),
        text_column(
            "customer",
            lambda: translate("BadDebtsPage", "Customer"),
            lambda row: row.customer,
            strong=True,
            stretch=2,
            fixed=True,
        ),
        text_column(
            "invoice", lambda: translate("BadDebtsPage", "Invoice"), lambda row: row.invoice, width=130
        ),
        day_column(
            "due", lambda: translate("BadDebtsPage", "Was due"), lambda row: row.due_date, formats, drop=2
        ),
        text_column(
            "currency",
            lambda: translate("BadDebtsPage", "Currency"),
            lambda row: row.currency,
            width=64,
            min_width=56,
            drop=1,
        ),
        amount("amount", lambda: translate("BadDebtsPage", "Amount"), lambda row: row.amount),
        amount("recovered", lambda: translate("BadDebtsPage", "Recovered"), lambda row: row.recovered),
        amount(
            "left", lambda: translate("BadDebtsPage", "Not recovered"), lambda row: row.amount - row.recovered
        ),
        text_column(
            "note", lambda: translate("BadDebtsPage", "Reason"), lambda row: row.note, stretch=2, drop=3
        ),
        Column(
            "approved",
            lambda: translate("BadDebtsPage", "Approved by"),
            lambda row: (
                Cell(row.approved_by)
                if row.approved_by
                else Cell(translate("BadDebtsPage", "Not approved"), chip="warn")
            ),
            value=lambda row: row.approved_by or None,
            plain=lambda row: row.approved_by,
            width=120,
            min_width=96,
            drop=4,
        ),
    ]


def _cells() -> dict[str, tuple[ColumnKind, Callable[[BadDebtRow], TableCell]]]:
    return {
        "date": (ColumnKind.DATE, lambda row: row.on),
        "customer": (ColumnKind.TEXT, lambda row: row.customer),
        "invoice": (ColumnKind.TEXT, lambda row: row.invoice),
        "due": (ColumnKind.DATE, lambda row: row.due_date),
        "currency": (ColumnKind.TEXT, lambda row: row.currency),
        "amount": (ColumnKind.MONEY, lambda row: Money(row.amount, row.currency)),
        "recovered": (ColumnKind.MONEY, lambda row: Money(row.recovered, row.currency)),
        "left": (ColumnKind.MONEY, lambda row: Money(row.amount - row.recovered, row.currency)),
        "note": (ColumnKind.TEXT, lambda row: row.note),
        "approved": (ColumnKind.TEXT, lambda row: row.approved_by),
    }
