"""Own money beside what customers owe: a list to add to, change, clear, and bring files into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.cash_forecast import occurrences
from app.domain.measure_record import CashItem
from app.domain.problem import HoldfastError
from app.ui.dialogs.opening import open_for
from app.ui.faults import sentence
from app.ui.i18n import Retranslated
from app.ui.models.columns import DASH, Align, Cell, Column, day_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.guard import guard, reason, writable
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.message_strip import MessageStrip
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.cash_views import OutflowPlan
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.analysis.cash.panel import CashPanel

_FILES = "*.xlsx *.xls *.csv *.tsv *.txt"
_YEAR = 366


@dataclass(frozen=True, slots=True)
class FlowRow:
    """Own money and the next day of it; None once it is over."""

    item: CashItem
    next: date | None


class FlowsView(Retranslated):
    """Checked rows can be deleted together; opening a row edits it."""

    def __init__(self, context: PageContext, panel: CashPanel) -> None:
        super().__init__()
        self.context = context
        self._panel = panel
        self.dialog: FormDialog | None = None
        self.base = "CNY"
        theme = context.theme
        self.message = MessageStrip(theme)
        self.about = label("", "small", "secondary", wrap=True)
        self.add_button = button(theme, "", "primary", "plus", self.add)
        self.import_button = button(theme, "", "normal", "download", self._choose)
        self.delete_button = button(theme, "", "normal", "trash-2", self.delete)
        self.table = DataTable(theme, "analysis.cash_items", context.preferences, empty_icon="wallet")
        self.model: RowTable[FlowRow] = RowTable(
            self._columns(), context.runner, lambda row: row.item.id, checkable=True, parent=self
        )
        self.table.set_model(self.model)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.about, 1)
        for each in (self.delete_button, self.import_button, self.add_button):
            buttons.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(buttons)
        layout.addWidget(self.message)
        layout.addWidget(self.table, 1)
        self.table.opened.connect(self.edit)
        self.table.checks_changed.connect(self._on_checks)
        self.table.clear_filter.connect(self.add)
        self.table.empty.bar(reason(context))

    # -- reading --------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the list again."""
        session = self.context.company
        today = session.clock.today()

        def work(_control: Control) -> tuple[str, list[FlowRow]]:
            rows = []
            for item in session.cash.items():
                coming = occurrences(item, today + timedelta(1), today + timedelta(_YEAR))
                rows.append(FlowRow(item, coming[0] if coming else None))
            return session.company.get().currency, rows

        def done(found: tuple[str, list[FlowRow]]) -> None:
            self.table.loading.stop()
            self.base = found[0]
            self.model.set_columns(self._columns())
            self.model.set_rows(found[1])
            self._on_checks()

        def failed(error: Exception) -> None:
            self.table.loading.stop()
            self.context.notices.error(error)

        self.table.loading.start()
        self.context.runner.database(work, done, failed=failed, owner=self, key="analysis.cash.items")

    def _columns(self) -> list[Column[FlowRow]]:
        formats, lang = self.context.formats, self.context.formats.lang

        def amount(row: FlowRow) -> Cell:
            return Cell(formats.amount(row.item.amount, row.item.currency), strong=True)

        def coming(row: FlowRow) -> Cell:
            return Cell(formats.day(row.next)) if row.next is not None else Cell(DASH, tone="tertiary")

        return [
            Column("next", lambda: self.tr("Next on"), coming, value=lambda row: row.next, width=104,
                   min_width=92),
            text_column("label", lambda: self.tr("What for"), lambda row: row.item.label, strong=True,
                        width=200, min_width=130, stretch=2, fixed=True),
            text_column("kind", lambda: self.tr("Category"),
                        lambda row: say(f"cash_kind.{row.item.kind}", lang), width=120, min_width=92),
            text_column("every", lambda: self.tr("Comes back"),
                        lambda row: say(f"cash_every.{row.item.every or 'once'}", lang), tone="secondary",
                        width=92, min_width=80),
            day_column("until", lambda: self.tr("Until"), lambda row: row.item.until, formats, drop=2),
            Column("amount", lambda: self.tr("Out (below 0: in)"), amount, value=lambda row: row.item.amount,
                   width=136, min_width=110, align=Align.RIGHT, descending_first=True),
            text_column("currency", lambda: self.tr("Currency"), lambda row: row.item.currency,
                        tone="secondary", width=72, min_width=60),
            text_column("source", lambda: self.tr("From"), lambda row: row.item.source or self.tr("typed"),
                        tone="secondary", width=140, min_width=90, stretch=1, drop=1),
        ]  # fmt: skip

    def _on_checks(self) -> None:
        count = len(self.model.checked)
        guard(self.context, self.add_button, self.import_button)
        guard(self.context, self.delete_button, able=bool(count))
        self.delete_button.setText(self.tr("Delete %n", "", count) if count else self.tr("Delete"))

    # -- acts -----------------------------------------------------------------------------------

    def add(self) -> None:
        """Enter own money."""
        day = self.context.company.clock.today() + timedelta(1)
        self._open(CashItem(day, 0, self.base, ""))

    def edit(self, item_id: int) -> None:
        """Change own money."""
        row = next((one for one in self.model.rows if one.item.id == item_id), None)
        if row is not None:
            self._open(row.item)

    def _open(self, item: CashItem) -> None:
        from app.ui.pages.analysis.cash.flow_dialog import FlowDialog  # noqa: PLC0415 - loads on first use

        if writable(self.context):
            open_for(self, FlowDialog(self.context, item, self.base, self))

    def delete(self) -> None:
        """Delete the checked ones; the toast offers to undo it."""
        ids: Sequence[int] = sorted(self.model.checked)
        cash = self.context.company.cash
        if ids and writable(self.context):
            self.context.runner.database(
                lambda _control: cash.remove_items(ids),
                self.context.notices.done,
                failed=self.context.notices.error,
                owner=self,
            )

    def _choose(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - asked now and then

        if not writable(self.context):
            return
        names = self.tr("Tables") + f" ({_FILES})"
        picked, _ = QFileDialog.getOpenFileName(self, self.tr("A file of own money"), "", names)
        if picked:
            self.take_file(Path(picked))

    def take_file(self, path: Path) -> None:
        """Read a file and show what it would bring; nothing is kept before the dialog says so."""
        cash = self.context.company.cash

        def show(plan: OutflowPlan) -> None:
            from app.ui.pages.analysis.cash.outflow_import import (  # noqa: PLC0415 - loads on first use
                OutflowImportDialog,
            )

            open_for(self, OutflowImportDialog(self.context, plan, path.name, self))

        self.message.hide()
        self.context.runner.database(
            lambda _control: cash.read_outflows(path), show, failed=self._refused, owner=self,
            key="analysis.cash.file",
        )  # fmt: skip

    def _refused(self, error: Exception) -> None:
        if isinstance(error, HoldfastError):
            self.message.say("warn", sentence(error, self.context.formats.lang))
        else:
            self.context.notices.error(error)

    def retranslate(self) -> None:
        """Write every text of the view."""
        self.about.setText(
            self.tr("What goes out or comes in beside what customers owe: wages, tax, suppliers, loans.")
        )
        self.add_button.setText(self.tr("Enter own money"))
        self.import_button.setText(self.tr("Import…"))
        self.table.view.setAccessibleName(self.tr("Own money"))
        self.table.say_empty(
            self.tr("No own money is entered."),
            self.tr("Enter own money") if writable(self.context) else "",
            self.tr("A file with payment date, description and amount can be imported too."),
        )
        self.model.set_columns(self._columns())
        self._on_checks()
