"""Letters that were drafted and sent: found by state and text, looked at, put out, marked as sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.letter import LetterState
from app.services.dunning_views import LetterQuery
from app.ui.i18n import Retranslated
from app.ui.models.paged_table import PagedTable
from app.ui.pages.customers.guard import guard
from app.ui.pages.reminders.letters_columns import letter_columns
from app.ui.pages.reminders.letters_source import LetterSource
from app.ui.tables.data_table import DataTable
from app.ui.tables.menu import columns_menu
from app.ui.tables.saved_views import Segments
from app.ui.widgets.action_bar import ActionBar
from app.ui.widgets.buttons import button
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.dunning_views import LetterRow
    from app.ui.context import PageContext
    from app.ui.pages.reminders.errands import LetterErrands

ALL = "all"
_STATES = {
    "draft": LetterState.DRAFT,
    "sent": LetterState.SENT,
    ALL: None,
    "left_out": LetterState.LEFT_OUT,
    "superseded": LetterState.SUPERSEDED,
}


class LettersPanel(Retranslated):
    """``opened`` carries the letter to look at."""

    opened = Signal(int)
    closed = Signal()
    new_run = Signal()

    def __init__(self, context: PageContext, errands: LetterErrands) -> None:
        super().__init__()
        self.context = context
        self.errands = errands
        self._customer_id = 0
        theme = context.theme
        self.scope = Segmented()
        self.search = SearchField(theme)
        self.columns_button = button(theme, icon="list-filter", run=self._open_columns)
        self.table = DataTable(theme, "reminders.letters", context.preferences, empty_icon="mail")
        self.model: PagedTable[LetterRow] = PagedTable(
            letter_columns(context.formats), context.runner, checkable=True, parent=self
        )
        self.table.set_model(self.model)
        self.table.view.narrow_by(Segments({"scope": self.scope}, self.read))
        self.bar = ActionBar(theme)
        self._add_bar()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _add_bar(self) -> None:
        theme = self.context.theme
        self.bar_put_out = button(theme, "", "normal", "printer", self._open_output)
        self.bar_leave = button(theme, "", "normal", "x", self._leave_out)
        self.bar_sent = button(theme, "", "primary", "send", self._mark_sent)
        for widget in (self.bar_put_out, self.bar_leave, self.bar_sent):
            self.bar.add(widget)

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.scope)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.columns_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(filters)
        layout.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.scope.chosen.connect(self.read)
        self.search.searched.connect(self.read)
        self.search.down.connect(self.table.view.setFocus)
        self.table.opened.connect(self.opened)
        self.table.checks_changed.connect(self.show_checks)
        self.table.clear_filter.connect(self.clear_filters)
        self.model.loaded.connect(self.show_checks)
        self.bar.cleared.connect(self.model.clear_checks)

    # -- asking ---------------------------------------------------------------------------------

    def query(self) -> LetterQuery:
        """Which letters are asked for."""
        return LetterQuery(
            customer_id=self._customer_id or None,
            state=_STATES.get(self.scope.current),
            text=self.search.text().strip(),
        )

    def read(self, *_: object) -> None:
        """Ask for the letters of the filter."""
        self.model.set_source(LetterSource(self.context.company.dunning, self.query()))
        self._say_empty()

    def refresh(self) -> None:
        """Read the list again after a change."""
        self.model.rearrange()

    def show_scope(self, scope: str, check: Sequence[int] = ()) -> None:
        """Show the letters of a state, with some of them checked."""
        if scope in _STATES:
            self.scope.set_current(scope)
        self.model.clear_checks()
        self.model.set_checked(check)
        self.read()

    def clear_filters(self) -> None:
        """Show every letter again; where there is none, go and make a run."""
        if not self._narrowed() or self._no_drafts():
            self.new_run.emit()
            return
        self.search.clear()
        self.scope.set_current(ALL)
        self.read()

    def _narrowed(self) -> bool:
        return bool(self.search.text().strip()) or self.scope.current != ALL

    def _no_drafts(self) -> bool:
        return self.scope.current == "draft" and not self.search.text().strip()

    # -- checked letters ------------------------------------------------------------------------

    def show_checks(self) -> None:
        """Say what is checked at the page's foot."""
        checked = self._checked()
        if not checked or not self.isVisible():
            self.bar.say("")
            return
        self.model.fetch(checked, self._say_checks)

    def _checked(self) -> list[int]:
        checked = self.model.checked
        return [each for each in self.model.ids() if each in checked]

    def _say_checks(self, rows: Sequence[LetterRow]) -> None:
        if not self.model.checked or not self.isVisible():
            return
        formats = self.context.formats
        sums: dict[str, int] = {}
        for row in rows:
            sums[row.currency] = sums.get(row.currency, 0) + row.amount + row.fee
        words = " · ".join(formats.money(minor, currency) for currency, minor in sums.items())
        self.bar.say(self.tr("%n letter(s) selected", "", len(rows)), words)
        drafts = any(row.state is LetterState.DRAFT for row in rows)
        guard(self.context, self.bar_leave, self.bar_sent, able=drafts)

    def print_checked(self) -> None:
        """Offer to put out the checked letters."""
        self._open_output()

    def _open_output(self) -> None:
        menu = self.errands.output_menu(self._checked())
        menu.popup(self.bar_put_out.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _leave_out(self) -> None:
        self.errands.leave_out(self._checked())

    def _mark_sent(self) -> None:
        self.errands.mark_sent(self._checked())

    def _open_columns(self) -> None:
        menu = columns_menu(self.table.view, self.table.view)
        menu.popup(self.columns_button.mapToGlobal(self.columns_button.rect().bottomLeft()))

    # -- words ----------------------------------------------------------------------------------

    def _say_empty(self) -> None:
        if self._no_drafts():
            self.table.say_empty(self.tr("No draft is waiting."), self.tr("See who is due for one"))
        elif self._narrowed():
            self.table.say_empty(self.tr("No letter matches."), self.tr("Clear filters"))
        else:
            self.table.say_empty(self.tr("No letter was written yet."), self.tr("See who is due for one"))

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.scope.set_choices(
            [
                ("draft", self.tr("Drafts")),
                ("sent", self.tr("Sent")),
                (ALL, self.tr("Both")),
                ("left_out", self.tr("Left out")),
                ("superseded", self.tr("Superseded")),
            ]
        )
        self.scope.setAccessibleName(self.tr("Which letters"))
        self.search.set_placeholder(self.tr("Customer or letter number"))
        self.columns_button.setText(self.tr("Columns"))
        self.table.view.setAccessibleName(self.tr("Letters"))
        self.bar_put_out.setText(self.tr("Print or save"))
        self.bar_leave.setText(self.tr("Leave out"))
        self.bar_sent.setText(self.tr("Mark as sent…"))
        self._say_empty()
        self.show_checks()
