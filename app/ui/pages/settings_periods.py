"""Closed months: how the months stand, closing the next, opening one again, and what was done before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.duty import Duty
from app.ui.dialogs.opening import open_for
from app.ui.dialogs.period import CloseMonthDialog, ReopenMonthDialog
from app.ui.faults import action
from app.ui.i18n import Retranslated
from app.ui.models.columns import Cell, Column, count_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.guard import guard
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from datetime import date

    from app.services.control import Control
    from app.services.periods import MonthView, PeriodEvent
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog

_EVENTS = 6
Found = tuple[list["MonthView"], list["PeriodEvent"], "date | None"]


class PeriodsPanel(Retranslated):
    """The months of the books; the chosen one is closed, or opened again."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.dialog: FormDialog | None = None
        self._months: list[MonthView] = []
        self._events: list[PeriodEvent] = []
        self._through: date | None = None
        theme = context.theme
        self.card = Card(theme, " ")
        self.about = label("", "body", "secondary", wrap=True)
        self.standing = label("", "bodyStrong", wrap=True)
        self.close_button = button(theme, "", "primary", "lock", run=self.close_month)
        self.reopen_button = button(theme, "", "normal", run=self.reopen_month)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.standing, 1)
        row.addWidget(self.reopen_button)
        row.addWidget(self.close_button)
        self.card.body.addWidget(self.about)
        self.card.body.addLayout(row)
        self.table = DataTable(theme, "months", context.preferences, empty_icon="table")
        self.model: RowTable[MonthView] = RowTable(
            self._columns(), context.runner, lambda one: one.end.toordinal(), parent=self
        )
        self.table.set_model(self.model)
        self.table.current_changed.connect(lambda _row: self._enable())
        self.before = Card(theme, " ")
        self.log = label("", "body", wrap=True)
        self.before.body.addWidget(self.log)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.card)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.before)
        self.retranslate()

    def _columns(self) -> list[Column[MonthView]]:
        formats = self.context.formats
        return [
            text_column("month", lambda: self.tr("Month"), lambda one: one.month, strong=True, stretch=1),
            count_column(
                "documents", lambda: self.tr("Documents"), lambda one: one.documents, formats, width=120
            ),
            count_column(
                "waiting",
                lambda: self.tr("Bank lines waiting"),
                lambda one: one.waiting,
                formats,
                zero_dash=True,
                width=150,
            ),
            Column("state", lambda: self.tr("State"), self._state, value=lambda one: one.closed, width=140),
        ]

    def _state(self, one: MonthView) -> Cell:
        if one.closed:
            return Cell(self.tr("Closed"), chip="neutral")
        return Cell(self.tr("Open", "a month of the books"), chip="good")

    # -- content --------------------------------------------------------------------------------

    def read(self) -> None:
        """Ask how the months stand."""
        periods = self.context.company.periods

        def work(_control: Control) -> Found:
            return periods.months(), periods.events(_EVENTS), periods.closed_through()

        self.context.runner.database(work, lambda found: self._show(*found), owner=self, key="periods")

    def _show(self, months: list[MonthView], events: list[PeriodEvent], through: date | None) -> None:
        self._months, self._events, self._through = months, events, through
        self.model.set_rows(months)
        self.retranslate()

    def _chosen(self) -> MonthView | None:
        row = self.table.view.current_id()
        return next((one for one in self._months if one.end.toordinal() == row), None)

    def _next(self) -> MonthView | None:
        """The chosen month while it is open, else the first open one; the newest before any was closed."""
        chosen = self._chosen()
        if chosen is not None and not chosen.closed:
            return chosen
        if self._through is None:
            return self._months[0] if self._months else None
        return next((one for one in reversed(self._months) if not one.closed), None)

    def _last(self) -> MonthView | None:
        """The chosen month while it is closed, else the last closed one."""
        chosen = self._chosen()
        if chosen is not None and chosen.closed:
            return chosen
        return next((one for one in self._months if one.closed), None)

    # -- acts -----------------------------------------------------------------------------------

    def close_month(self) -> None:
        """Ask, and close."""
        month = self._next()
        if month is not None:
            with_it = [one for one in reversed(self._months) if not one.closed and one.end <= month.end]
            self._open(CloseMonthDialog(self.context, with_it, self))

    def reopen_month(self) -> None:
        """Ask why, and open again."""
        month = self._last()
        if month is not None:
            opened = [one.month for one in reversed(self._months) if one.closed and one.end >= month.end]
            self._open(ReopenMonthDialog(self.context, opened, self))

    def _open(self, dialog: FormDialog) -> None:
        dialog.saved.connect(lambda _change: self.read())
        open_for(self, dialog)

    # -- words ----------------------------------------------------------------------------------

    def _enable(self) -> None:
        month, last = self._next(), self._last()
        guard(self.context, self.close_button, able=month is not None, duty=Duty.BOOK)
        guard(self.context, self.reopen_button, able=last is not None, duty=Duty.PEOPLE)
        name = month.month if month is not None else ""
        self.close_button.setText(self.tr("Close {month}…").format(month=name).replace(" …", "…"))
        self.reopen_button.setText(self.tr("Open again…"))

    def _line(self, one: PeriodEvent) -> str:
        what = action(
            one.verb,
            {"month": one.month, "until": one.until, "reason": one.reason},
            self.context.formats.lang,
        )
        return f"{self.context.formats.moment(one.at)}    {one.actor}    {what}"

    def retranslate(self) -> None:
        """Texts, and how the months stand."""
        self.card.set_title(self.tr("Closed months"))
        self.about.setText(
            self.tr(
                "What is booked in a closed month stands still: in the window, in imports, on the command "
                "line and for undo. It is opened again only with a reason, which the history keeps."
            )
        )
        through = self._through
        self.standing.setText(
            self.tr("No month is closed.")
            if through is None
            else self.tr("Closed to {day}.").format(day=self.context.formats.day(through))
        )
        self.before.set_title(self.tr("Closings and reopenings"))
        self.before.setVisible(bool(self._events))
        self.log.setText("\n".join(map(self._line, self._events)))
        self.table.view.setAccessibleName(self.tr("Months"))
        self.table.say_empty(self.tr("No month with entries is over yet."))
        self._enable()
