"""The drawer of a week or another part: every open amount in it, its day, its range, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from app.domain.forecast import HABIT, SPREADS, WEEK
from app.ui.models.columns import Align, Cell, Column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.tabbed import Detail
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import clear
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.cash_views import CashForecast, ExpectedRow
    from app.ui.context import PageContext
    from app.ui.pages.analysis.cash.lines import CashLine
    from app.ui.pages.analysis.cash.panel import CashPanel

_HEIGHT = 300


def why_lines(row: ExpectedRow, claim_days: int, lang: str) -> str:
    """Why an amount is expected when it is."""
    item = row.item
    days = item.days if item.why == HABIT else claim_days
    text = say(f"cash.why.{item.why}", lang, days=f"{days}".replace("-", "−"))
    if item.why == HABIT or item.why in SPREADS:
        gap = "" if lang == "zh" else " "
        return text + gap + say("cash.why_range", lang, n=item.settled)
    return text


class CashDetail(Detail):
    """``show_part`` fills it."""

    def __init__(self, context: PageContext, panel: CashPanel) -> None:
        super().__init__()
        self.context = context
        self._panel = panel
        self.title, self._total = "", 0
        self.rows: Sequence[ExpectedRow] = ()
        self._places: dict[int, int] = {}
        self._week: int | None = None
        self._found: CashForecast | None = None
        self.table = DataTable(context.theme, "cash.items", framed=True, pad=6, empty_icon="calendar")
        self.model: RowTable[ExpectedRow] = RowTable(
            [], context.runner, lambda row: self._places.get(id(row), 0), parent=self
        )
        self.table.set_model(self.model)
        self.table.setFixedHeight(_HEIGHT)
        self.why = label("", "body", wrap=True)
        self._facts = QGridLayout()
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(4)
        self._facts.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.table)
        layout.addLayout(self._facts)
        layout.addWidget(self.why)
        self.own_title = label("", "section")
        self.own = label("", "body", wrap=True)
        layout.addWidget(self.own_title)
        layout.addWidget(self.own)
        self.customer_button = button(context.theme, "", "normal", "building-2", self._open_customer)
        self.foot_layout.addWidget(self.customer_button)
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(lambda _row: self._open_customer())

    def show_part(self, found: CashForecast, title: str, line: CashLine, rows: Sequence[ExpectedRow]) -> None:
        """Show the amounts of a part, and own money of the same week."""
        self.title, self._total, self._found, self.rows = title, line.collections, found, rows
        self._week = line.part if isinstance(line.part, int) else None
        self._places = {id(row): place for place, row in enumerate(rows, 1)}
        self._write()
        if rows:
            self.table.view.select_id(1)
        self._on_current(1 if rows else 0)

    def write_title(self) -> None:
        """Name the part at the drawer's head."""
        if self._found is not None and self._panel.host.drawer is not None:
            formats = self.context.formats
            amount = formats.money(self._total, self._found.currency)
            count = self.tr("%n open item(s)", "", len(self.rows))
            self._panel.host.drawer.set_title(self.title, f"{count} · {amount}")

    def _write(self) -> None:
        if self._found is None:
            return
        self.model.set_columns(self._columns())
        self.model.set_rows(self.rows)
        self.table.say_empty(self.tr("Nothing is expected here."))
        self._write_own(self._found)
        if self._panel.host.shows_detail(self):
            self.write_title()

    def _write_own(self, found: CashForecast) -> None:
        """Own money of the week: what goes out with a minus, what comes in without."""
        formats, lines = self.context.formats, []
        if self._week is not None:
            first = found.weeks[self._week].start
            for one in found.flows:
                if first <= one.on < first + WEEK:
                    amount = formats.money(-one.amount, one.currency, whole=True)
                    name = one.label or say(f"cash_kind.{one.kind}", formats.lang)
                    lines.append(f"{formats.day_short(one.on)}  {name}  {amount}")
        self.own_title.setText(self.tr("Own money"))
        self.own.setText("\n".join(lines))
        for widget in (self.own_title, self.own):
            widget.setVisible(bool(lines))

    def _columns(self) -> list[Column[ExpectedRow]]:
        formats = self.context.formats
        currency = self._found.currency if self._found is not None else "CNY"

        def amount(row: ExpectedRow) -> Cell:
            return Cell(formats.whole(row.base, currency))

        def day(row: ExpectedRow) -> Cell:
            return Cell(formats.day_short(row.item.on) or "–", tone="secondary")

        return [
            text_column("customer", lambda: self.tr("Customer"),
                        lambda row: formats.name(row.customer, row.customer_en), width=120, min_width=90,
                        stretch=2),
            Column("on", lambda: self.tr("Expected"), day, value=lambda row: row.item.on, width=72,
                   min_width=64),
            Column("base", lambda: self.tr("Amount"), amount, value=lambda row: row.base, width=92,
                   min_width=80, align=Align.RIGHT, descending_first=True),
        ]  # fmt: skip

    def _current(self) -> ExpectedRow | None:
        place = self.table.view.current_id()
        return self.rows[place - 1] if 0 < place <= len(self.rows) else None

    def _on_current(self, place: int) -> None:
        row = self.rows[place - 1] if 0 < place <= len(self.rows) else None
        clear(self._facts)
        self.customer_button.setEnabled(row is not None)
        if row is None or self._found is None:
            self.why.setText("")
            return
        formats, item = self.context.formats, row.item
        facts = [
            (self.tr("Invoice"), row.number),
            (self.tr("Due"), formats.day(item.due)),
            (self.tr("Expected"), formats.day(item.on) if item.on else self.tr("no single day")),
        ]
        if item.low is not None and item.high is not None and item.low != item.high:
            facts.append((self.tr("Range"), f"{formats.day(item.low)} – {formats.day(item.high)}"))
        facts.append((self.tr("In this part"), formats.money(row.amount, item.currency)))
        if row.amount != item.amount:
            facts.append((self.tr("Of"), formats.money(item.amount, item.currency)))
        for line, (name, value) in enumerate(facts):
            self._facts.addWidget(label(name, "small", "secondary"), line, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(label(value, "body", wrap=True), line, 1)
        self.why.setText(why_lines(row, self._found.assumptions.claim_days, formats.lang))

    def _open_customer(self) -> None:
        row = self._current()
        if row is not None:
            self.context.navigator.go("customers", customer_id=row.item.customer_id, tab="invoices")

    def retranslate(self) -> None:
        """Write every text of the drawer."""
        self.table.view.setAccessibleName(self.tr("Open items expected"))
        self.customer_button.setText(self.tr("Open the customer"))
        self._write()
        self._on_current(self.table.view.current_id())
