"""Tests that were kept, and the customers whose failure is thought through every year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.ui.i18n import Retranslated
from app.ui.models.columns import DASH, Cell
from app.ui.pages.analysis.provision.lines import Head, LinesTable, PlainRow
from app.ui.pages.analysis.stress.naming import kept_name
from app.ui.pages.customers.guard import guard, writable
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.ui.context import PageContext
    from app.ui.pages.analysis.stress.panel import StressRead


def amount_of(row: object) -> int | None:
    """A figure of a kept row, None where it was not known."""
    return row if isinstance(row, int) else None


class RunsView(Retranslated):
    """``opened`` carries a kept test's id."""

    opened = Signal(int)
    wanted = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.found: StressRead | None = None
        self.table = LinesTable(context, "analysis.stress_runs", icon="calendar-check")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.table.opened.connect(self.opened)
        self.table.clear_filter.connect(self.wanted)

    def show_stress(self, found: StressRead) -> None:
        """Show the kept ones, the newest first."""
        self.found = found
        self._write()

    def _write(self) -> None:
        if self.found is None:
            return
        formats = self.context.formats
        heads = (
            Head("day", self.tr("As of"), width=104, min_width=92),
            Head("scenarios", self.tr("Scenarios"), width=240, min_width=140, stretch=2),
            Head("open", self.tr("Receivables"), figure=True, width=120, min_width=96, drop=1),
            Head("net", self.tr("Most borne"), figure=True, width=120, min_width=96),
            Head("note", self.tr("What follows"), width=200, min_width=110, stretch=2),
            Head("by", self.tr("By"), width=90, min_width=72, drop=2),
        )
        rows = []
        for one in self.found.runs:
            currency = one.currency or self.found.ground.currency
            names = ", ".join(kept_name(row, formats.lang) or self.tr("chosen customers") for row in one.rows)
            borne = [figure for row in one.rows if (figure := amount_of(row.get("net"))) is not None]
            cells = (
                Cell(formats.day(one.as_of), strong=True),
                Cell(names, tip=names),
                Cell(DASH if one.open is None else formats.whole(one.open, currency)),
                Cell(formats.whole(max(borne), currency) if borne else DASH),
                Cell(one.note, tip=one.note),
                Cell(one.by, tone="secondary"),
            )
            rows.append(PlainRow(one.study_id, cells))
        self.table.show_lines(heads, rows)

    def retranslate(self) -> None:
        """Write every text of the view."""
        self.table.view.setAccessibleName(self.tr("Tests that were kept"))
        self.table.say_empty(
            self.tr("No test was kept yet."),
            self.tr("Keep today's test…") if writable(self.context) else "",
            self.tr("A kept test stays as it was and is compared with how things stand later."),
        )
        self._write()


class KeysView(Retranslated):
    """``wanted`` asks to choose; ``tried`` carries the customer to test."""

    wanted = Signal()
    tried = Signal(int)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.found: StressRead | None = None
        theme = context.theme
        self.about = label("", "small", "secondary", wrap=True)
        self.try_button = button(theme, "", "normal", "activity", self._try)
        self.choose_button = button(theme, "", "primary", "users", self.wanted.emit)
        self.table = LinesTable(context, "analysis.stress_keys", icon="users")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.about, 1)
        row.addWidget(self.try_button)
        row.addWidget(self.choose_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(row)
        layout.addWidget(self.table, 1)
        self.table.opened.connect(self.tried)
        self.table.current_changed.connect(lambda _row: self._on_current())
        self.table.clear_filter.connect(self.wanted)

    def show_stress(self, found: StressRead) -> None:
        """Show them, the next due first."""
        self.found = found
        self._write()

    def _write(self) -> None:
        found, formats = self.found, self.context.formats
        if found is None:
            return
        today = self.context.company.clock.today()
        owed: dict[int, int] = {}
        for debtor in found.ground.debtors:
            owed[debtor.customer_id] = owed.get(debtor.customer_id, 0) + debtor.open
        heads = (
            Head("customer", self.tr("Customer"), width=220, min_width=140, stretch=2),
            Head("owed", self.tr("Owes now"), figure=True, width=120, min_width=92),
            Head("since", self.tr("Chosen on"), width=110, min_width=92, drop=1),
            Head("last", self.tr("Last tested"), width=110, min_width=92),
            Head("next", self.tr("Next test"), width=150, min_width=110),
        )
        rows = []
        for one in found.keys:
            due = formats.day(one.next)
            late = one.next <= today
            cells = (
                Cell(formats.name(one.name, one.name_en), strong=True),
                Cell(formats.whole(owed.get(one.customer_id, 0), found.ground.currency)),
                Cell(formats.day(one.since), tone="secondary"),
                Cell(formats.day(one.last)) if one.last else Cell(self.tr("never"), tone="tertiary"),
                Cell(self.tr("due: {day}").format(day=due), chip="warn") if late else Cell(due),
            )
            rows.append(PlainRow(one.customer_id, cells))
        self.table.show_lines(heads, rows)
        guard(self.context, self.choose_button)
        self._on_current()

    def _on_current(self) -> None:
        chosen = bool(self.table.view.current_id())
        self.try_button.setEnabled(chosen)
        self.try_button.setToolTip("" if chosen else self.tr("Choose a customer of the list first."))

    def _try(self) -> None:
        if customer_id := self.table.view.current_id():
            self.tried.emit(customer_id)

    def retranslate(self) -> None:
        """Write every text of the view."""
        self.about.setText(
            self.tr("Today asks once a year what would happen if one of these customers failed.")
        )
        self.try_button.setText(self.tr("What if it failed"))
        self.choose_button.setText(self.tr("Choose…"))
        self.table.view.setAccessibleName(self.tr("Key customers"))
        self.table.say_empty(
            self.tr("No key customer is chosen."),
            self.tr("Choose key customers…") if writable(self.context) else "",
        )
        self._write()
