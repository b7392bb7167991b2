"""Country risk and industry outlook: every row with source and day; the company's own before the shipped."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.table import ColumnKind
from app.services.scoring_tables import TableName
from app.ui.dialogs.opening import open_for
from app.ui.i18n import Retranslated
from app.ui.models.columns import Align, Cell, Column, day_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.credit_rules.tables.words import (
    OUTLOOK_TONES,
    key_name,
    risk_tone,
    source_words,
    value_words,
)
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.customers.guard import guard, writable
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.changes import ChangeSet
    from app.domain.table import Cell as TableCell
    from app.services.ports import Control
    from app.services.scoring_views import TableRow
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog

translate = QCoreApplication.translate
ALL, OWN = "all", "own"


class Rows(Retranslated):
    """One of the two tables; ``dialog`` is the one now open."""

    def __init__(self, context: PageContext, table: TableName) -> None:
        super().__init__()
        self.context, self.name = context, table
        self.dialog: FormDialog | None = None
        self.rows: tuple[TableRow, ...] = ()
        theme = context.theme
        self.scope = Segmented()
        self.search = SearchField(theme)
        self.edit_button = button(theme, "", "normal", "pencil", self._edit_current)
        self.add_button = button(theme, "", "normal", "plus", self.add)
        self.back_button = button(theme, "", "link", "undo-2", self.reset_current)
        self.reset_button = button(theme, "", "link", run=self.reset_all)
        self.export_button = button(theme, icon="table", run=self._open_export)
        self.note = label("", "small", "secondary", wrap=True)
        self.table = DataTable(theme, f"credit_rules.{table}", context.preferences, empty_icon="table")
        self.model: RowTable[TableRow] = RowTable(
            row_columns(self), context.runner, self._number, parent=self
        )
        self.table.set_model(self.model)
        self._lay_out()
        self.scope.chosen.connect(self._narrow)
        self.search.searched.connect(self._narrow)
        self.search.down.connect(self.table.view.setFocus)
        self.table.opened.connect(self._open_row)
        self.table.current_changed.connect(self._guard)
        self.table.clear_filter.connect(self._clear)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.scope)
        tools.addWidget(self.search, 1)
        for widget in (self.edit_button, self.add_button, self.export_button):
            tools.addWidget(widget)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.reset_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(tools)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)

    # -- reading --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the rows again."""
        scoring, name = self.context.company.scoring, self.name

        def work(_control: Control) -> tuple[TableRow, ...]:
            countries = name is TableName.COUNTRY_RISK
            return scoring.country_risk() if countries else scoring.industry_outlook()

        self.table.loading.start()
        self.context.runner.database(
            work, self._show, failed=self._failed, owner=self, key=f"credit_rules.{name}"
        )

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, rows: tuple[TableRow, ...]) -> None:
        self.table.loading.stop()
        self.rows = rows
        self.model.set_rows(rows)
        self._write_scope()
        self._narrow()
        self._guard()

    def _number(self, row: TableRow) -> int:
        return next((n for n, each in enumerate(self.rows, 1) if each.key == row.key), 0)

    def _row(self, number: int) -> TableRow | None:
        return self.rows[number - 1] if 0 < number <= len(self.rows) else None

    def _narrow(self, *_: object) -> None:
        own, text = self.scope.current == OWN, self.search.text().strip().casefold()
        lang, name = self.context.formats.lang, self.name

        def keep(row: TableRow) -> bool:
            said = f"{row.key} {key_name(name, row.key, lang)}".casefold()
            return (row.own or not own) and text in said

        self.model.set_filter(keep)
        self._say_empty()

    def _clear(self) -> None:
        self.search.clear()
        self.scope.set_current(ALL)
        self._narrow()

    # -- what the user does ---------------------------------------------------------------------

    def _guard(self, *_: object) -> None:
        row = self._row(self.table.view.current_id())
        guard(self.context, self.add_button)
        guard(self.context, self.edit_button, able=row is not None)
        guard(self.context, self.back_button, able=row is not None and row.own)
        guard(self.context, self.reset_button, able=any(each.own for each in self.rows))

    def _edit_current(self) -> None:
        self._open_row(self.table.view.current_id())

    def _open_row(self, number: int) -> None:
        row = self._row(number)
        if row is not None:
            self._open(row)

    def add(self) -> None:
        """Ask for a row that is not there yet."""
        self._open(None)

    def _open(self, row: TableRow | None) -> None:
        from app.ui.pages.credit_rules.tables.row_dialog import RowDialog  # noqa: PLC0415 - loads on first use

        if writable(self.context):
            dialog = RowDialog(self.context, self.name, row, {each.key for each in self.rows}, self)
            dialog.saved.connect(lambda _change: self.refresh())
            open_for(self, dialog)

    def reset_current(self) -> None:
        """Back to the shipped row."""
        row = self._row(self.table.view.current_id())
        if row is not None and row.own:
            scoring, name, key = self.context.company.scoring, self.name, row.key
            self._do(lambda _control: scoring.reset_table(name, key))

    def reset_all(self) -> None:
        """Back to the whole shipped table."""
        scoring, name = self.context.company.scoring, self.name
        self._do(lambda _control: scoring.reset_table(name))

    def _do(self, work: Callable[[Control], ChangeSet]) -> None:
        def done(change: ChangeSet) -> None:
            self.context.notices.done(change)
            self.refresh()

        if writable(self.context):
            self.context.runner.database(work, done, failed=self.context.notices.error, owner=self)

    # -- export and words -----------------------------------------------------------------------

    def _open_export(self) -> None:
        exports = TableExports(self.context, self)
        at = self.export_button.mapToGlobal(QPoint(0, self.export_button.height()))
        exports.menu(partial(self._export, exports)).popup(at)

    def _export(self, exports: TableExports, file_format: str) -> None:
        rows = {self._number(row): row for row in self.model.shown()}
        lang, name = self.context.formats.lang, self.name

        def read(ids: Sequence[int], _control: Control) -> Sequence[object]:
            return [rows[each] for each in ids]

        cells: dict[str, tuple[ColumnKind, Callable[[TableRow], TableCell]]] = {
            "name": (ColumnKind.TEXT, lambda row: key_name(name, row.key, lang)),
            "key": (ColumnKind.TEXT, lambda row: row.key),
            "value": (ColumnKind.TEXT, lambda row: value_words(name, row.value, lang)),
            "source": (ColumnKind.TEXT, lambda row: source_words(row.source, lang)),
            "on": (ColumnKind.DATE, lambda row: row.on),
            "own": (ColumnKind.TEXT, lambda row: self.tr("Own") if row.own else self.tr("Shipped")),
        }
        exports.table(self.table.view, list(rows), read, cells, self._title(), file_format)

    def _title(self) -> str:
        countries = self.name is TableName.COUNTRY_RISK
        return self.tr("Country risk") if countries else self.tr("Industry outlook")

    def _write_scope(self) -> None:
        own = sum(row.own for row in self.rows)
        mine = self.tr("Own rows")
        self.scope.set_choices([(ALL, self.tr("All")), (OWN, f"{mine} {own}" if own else mine)])

    def _say_empty(self) -> None:
        if self.scope.current == OWN and not any(row.own for row in self.rows):
            text = self.tr("No row of your own: the shipped values hold.")
            self.table.say_empty(text, self.tr("Show all"))
        else:
            self.table.say_empty(self.tr("Nothing matches."), self.tr("Clear the filter"))

    def retranslate(self) -> None:
        """Write every text of the table."""
        countries = self.name is TableName.COUNTRY_RISK
        self.scope.setAccessibleName(self.tr("Which rows"))
        self._write_scope()
        place = self.tr("Country or code") if countries else self.tr("Industry or code")
        self.search.set_placeholder(place)
        self.table.view.setAccessibleName(self._title())
        self.edit_button.setText(self.tr("Edit…"))
        self.add_button.setText(self.tr("Add a row…"))
        self.back_button.setText(self.tr("Back to the shipped value"))
        self.reset_button.setText(self.tr("Reset the table"))
        self.export_button.setText(self.tr("Export"))
        self.note.setText(
            self.tr("Classes from 0, the best, to 7. A country that is missing here scores as missing.")
            if countries
            else self.tr("A division such as C33 goes before its section C.")
        )
        self.model.set_columns(row_columns(self))
        self._say_empty()
        self._guard()


def row_columns(view: Rows) -> list[Column[TableRow]]:
    """Name, code, value, source, day, and whether it is the company's own."""
    formats, name = view.context.formats, view.name
    lang, countries = formats.lang, view.name is TableName.COUNTRY_RISK

    def value(row: TableRow) -> Cell:
        tone = risk_tone(row.value) if countries else OUTLOOK_TONES.get(row.value, "neutral")
        return Cell(value_words(name, row.value, lang), chip=tone)

    def own(row: TableRow) -> Cell:
        if row.own:
            return Cell(translate("Rows", "Own"), chip="info")
        return Cell(translate("Rows", "Shipped"), tone="tertiary")

    first, second = translate("Rows", "Country"), translate("Rows", "Industry")
    return [
        text_column("name", lambda: first if countries else second,
                    lambda row: key_name(name, row.key, lang), strong=True, width=230, min_width=150,
                    stretch=1, fixed=True),
        text_column("key", lambda: translate("Rows", "Code"), lambda row: row.key.rpartition(":")[2],
                    tone="secondary", width=64, min_width=56),
        Column("value", lambda: translate("Rows", "Class") if countries else translate("Rows", "Outlook"),
               value, value=lambda row: row.value, width=96, min_width=84,
               align=Align.CENTER if countries else Align.LEFT, fixed=True),
        text_column("source", lambda: translate("Rows", "Source"),
                    lambda row: source_words(row.source, lang), tone="secondary", width=320, min_width=160,
                    stretch=2),
        day_column("on", lambda: translate("Rows", "As of"), lambda row: row.on, formats, width=108,
                   min_width=100),
        Column("own", lambda: translate("Rows", "Row"), own, value=lambda row: row.own, width=84,
               min_width=76),
    ]  # fmt: skip
