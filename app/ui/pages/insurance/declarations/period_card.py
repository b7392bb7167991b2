"""One period: what is declared, how it differs from the last, what is left out and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from app.domain.declaration import parse, terms_step
from app.domain.problem import HoldfastError
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.guard import guard
from app.ui.pages.insurance.declarations.columns import (
    difference_columns,
    line_columns,
    period_name,
    sale_columns,
)
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.labels import label
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from app.domain.declaration import DeclaredLine, Difference, Sale
    from app.services.declarations import DeclarationView
    from app.ui.context import PageContext
    from app.ui.pages.insurance.said import Called

LINES, CHANGES, LEFT, SALES = "lines", "changes", "left", "sales"


class PeriodCard(Card):
    """``show_period`` fills it; a line opens to its sales, a sale to its document."""

    declare_wanted = Signal()
    accept_wanted = Signal()
    remove_wanted = Signal()
    sheet_wanted = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.theme, " ")
        self.context = context
        self.view: DeclarationView | None = None
        self._called: Called = {}
        self._only: tuple[str, int, int] | None = None
        theme, formats = context.theme, context.formats
        self.sheet_button = button(
            theme, "", "normal", "file-spreadsheet", self.sheet_wanted.emit, small=True
        )
        self.remove_button = button(theme, "", "normal", "undo-2", self.remove_wanted.emit, small=True)
        self.accept_button = button(theme, "", "normal", "check", self.accept_wanted.emit, small=True)
        self.declare_button = button(theme, "", "normal", "send", self.declare_wanted.emit, small=True)
        for widget in (self.sheet_button, self.remove_button, self.accept_button, self.declare_button):
            self.add_action(widget)
        self.look = Segmented()
        self.total = label("", "bodyStrong", strong=True)
        self.strip = MessageStrip(theme)
        self.lines: RowTable[DeclaredLine] = RowTable(
            line_columns(formats, "CNY", {}), context.runner, self._key_of_line, parent=self
        )
        self.changes: RowTable[Difference] = RowTable(
            difference_columns(formats, "CNY", {}),
            context.runner,
            lambda one: self._key_of_line(one.line),
            parent=self,
        )
        self.sales: RowTable[Sale] = RowTable(
            sale_columns(formats, {}), context.runner, lambda one: one.document_id, parent=self
        )
        self.tables: dict[str, DataTable] = {}
        self.stack = QStackedWidget()
        for name, model in ((LINES, self.lines), (CHANGES, self.changes), (SALES, self.sales)):
            table = DataTable(
                theme,
                f"insurance.declared_{name}",
                context.preferences,
                framed=False,
                pad=6,
                empty_icon="table",
            )
            table.set_model(model)
            self.tables[name] = table
            self.stack.addWidget(table)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.look)
        row.addStretch(1)
        row.addWidget(self.total)
        self.body.addLayout(row)
        self.body.addWidget(self.strip)
        self.body.addWidget(self.stack, 1)
        self.look.chosen.connect(self._on_look)
        self.tables[LINES].opened.connect(self._open_line)
        self.tables[CHANGES].opened.connect(self._open_line)
        self.tables[SALES].opened.connect(lambda row: self.context.navigator.go("customers", document_id=row))
        self.tables[LINES].clear_filter.connect(self._on_nothing)
        self.tables[CHANGES].clear_filter.connect(lambda: self._turn_to(LINES))
        self.tables[SALES].clear_filter.connect(self._on_no_sale)

    @staticmethod
    def _key_of_line(line: DeclaredLine) -> int:
        return hash((line.country, line.customer_id, line.terms)) % 2_000_000_000 + 1

    # -- showing --------------------------------------------------------------------------------

    def show_period(self, view: DeclarationView, called: Called) -> None:
        """Fill it with a period."""
        other = self.view is None or (self.view.policy.id, self.view.start) != (view.policy.id, view.start)
        self.view, self._called = view, called
        self._say_looks(view)
        if other:
            self._only = None
            self.look.set_current(LINES)
        self._write()

    def _write(self) -> None:
        view, formats = self.view, self.context.formats
        if view is None:
            return
        currency, stored = view.policy.record.currency, view.stored
        shown = view.lines
        if stored is not None:
            try:
                shown = tuple(parse(stored.lines))
            except HoldfastError as error:
                self.context.notices.error(error)
        whole = stored.turnover if stored is not None else view.turnover
        self.set_title(period_name(view.start, view.end, formats))
        self.total.setText(formats.money(whole, currency))
        self.lines.set_columns(line_columns(formats, currency, self._called))
        self.lines.set_rows(shown)
        self.changes.set_columns(difference_columns(formats, currency, self._called))
        self.changes.set_rows([one for one in view.differences if one.change])
        self.sales.set_columns(sale_columns(formats, self._called))
        self.sales.set_rows(view.sales)
        self._say_looks(view)
        self._say_nothing()
        self._write_strip(view)
        self._write_buttons(view)
        self._on_look(self.look.current, keep=True)

    def _say_nothing(self) -> None:
        left = self.view is not None and bool(self.view.left_out)
        self.tables[LINES].say_empty(
            self.tr("Nothing is to be declared in this period."),
            self.tr("What is left out") if left else self.tr("Import data"),
        )

    def _say_looks(self, view: DeclarationView) -> None:
        count = self.context.formats.count
        changed = sum(bool(one.change) for one in view.differences)
        change, left = self.tr("Change to the last"), self.tr("Left out")
        if changed:
            change = f"{change} {count(changed)}"
        if view.left_out:
            left = f"{left} {count(len(view.left_out))}"
        self.look.set_choices(
            [(LINES, self.tr("Declared")), (CHANGES, change), (LEFT, left), (SALES, self.tr("All sales"))]
        )

    def _write_strip(self, view: DeclarationView) -> None:
        formats, currency = self.context.formats, view.policy.record.currency
        if view.drift:
            text = self.tr(
                "The ledger has moved by {amount} since this was declared; tell the insurer."
            ).format(amount=formats.money(view.drift, currency))
            self.strip.say("warn", text, closable=False)
        elif any(one.left_out == "no_rate" for one in view.left_out):
            text = self.tr("Sales without an exchange rate are left out: enter the rate.")
            rates = (self.tr("Exchange rates"), lambda: self.context.navigator.go("settings", tab="rates"))
            self.strip.say("warn", text, actions=[rates], closable=False)
        else:
            self.strip.hide()

    def _write_buttons(self, view: DeclarationView) -> None:
        stored, today = view.stored, self.context.company.clock.today()
        self.declare_button.setVisible(stored is None)
        self.accept_button.setVisible(stored is not None and stored.accepted_on is None)
        self.remove_button.setVisible(stored is not None)
        guard(self.context, self.accept_button, self.remove_button)
        why = self.tr("The period is not over yet.")
        guard(self.context, self.declare_button, able=today >= view.end, because=why)

    def _on_look(self, key: str, *, keep: bool = False) -> None:
        if not keep:
            self._only = None
        only = self._only
        self.stack.setCurrentWidget(self.tables[SALES if key == LEFT else key])

        def wanted(one: Sale) -> bool:
            if key == LEFT:
                return one.left_out is not None
            if only is None:
                return True
            return one.left_out is None and only == (one.country, one.customer_id, terms_step(one.terms_days))

        self.sales.set_filter(wanted)
        sold = self.view is not None and bool(self.view.sales)
        self.tables[SALES].say_empty(
            self.tr("Nothing is left out.") if key == LEFT else self.tr("There was no sale in this period."),
            self.tr("All sales") if sold else self.tr("Import data"),
        )

    def _turn_to(self, key: str) -> None:
        self.look.set_current(key)
        self._on_look(key)

    def _on_nothing(self) -> None:
        """Nothing to declare: to what is left out, else to the data."""
        if self.view is not None and self.view.left_out:
            self._turn_to(LEFT)
        else:
            self.context.navigator.go("importing")

    def _on_no_sale(self) -> None:
        if self.view is not None and self.view.sales:
            self._turn_to(SALES)
        else:
            self.context.navigator.go("importing")

    def _open_line(self, key: int) -> None:
        """The sales behind a line."""
        rows = [*self.lines.rows, *(one.line for one in self.changes.rows)]
        line = next((one for one in rows if self._key_of_line(one) == key), None)
        if line is not None:
            self._only = (line.country, line.customer_id, line.terms)
            self.look.set_current(SALES)
            self._on_look(SALES, keep=True)

    def retranslate(self) -> None:
        """Write every text."""
        self.sheet_button.setText(self.tr("Excel…"))
        self.remove_button.setText(self.tr("Take back"))
        self.accept_button.setText(self.tr("Confirmed…"))
        self.declare_button.setText(self.tr("Declare…"))
        self.look.setAccessibleName(self.tr("What is shown of the period"))
        for table in self.tables.values():
            table.view.setAccessibleName(self.tr("Declaration"))
        self.tables[CHANGES].say_empty(
            self.tr("Nothing differs, or there was no declaration before."), self.tr("Declared lines")
        )
        self._say_nothing()
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == event.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
