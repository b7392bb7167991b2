"""The register of overrides: how many and how they turned out, each opened, ended, judged, exported."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.override import OverrideOutcome
from app.domain.review import months_later
from app.ui.models.row_table import RowTable
from app.ui.pages.credit.overrides.columns import (
    OVER,
    RUNNING,
    TO_JUDGE,
    override_cells,
    override_columns,
    state_of,
)
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.tabbed import TabPanel
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.domain.changes import ChangeSet
    from app.services.limit_views import OverrideRow, Register
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.credit.overrides.detail import OverrideDetail
    from app.ui.pages.tabbed import TabbedPage

ALL, YEAR = "all", "year"
_EARLIEST = date(1980, 1, 1)
_STATES = (RUNNING, TO_JUDGE, OVER)


class OverridesPanel(TabPanel):
    """``open(customer_id=…)`` narrows to one customer, ``open(override_id=…)`` opens one override."""

    moves = frozenset({"grade_override", "stored_assessment", "customer"})

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.register: Register | None = None
        self._detail: OverrideDetail | None = None
        self._customer_id = self._wanted = 0
        theme = context.theme
        self.card = Card(theme, " ")
        self.figures = Figures(theme, "section")
        self.people = label("", "small", "secondary", wrap=True)
        self.span, self.scope = Segmented(), Segmented()
        self.search = SearchField(theme)
        self.export_button = button(theme, "", "normal", "table", self._open_export)
        self.new_button = button(theme, "", "normal", "plus", self._new)
        self.table = DataTable(theme, "credit.overrides", context.preferences, empty_icon="arrow-up-down")
        self.model: RowTable[OverrideRow] = RowTable(
            override_columns(context.formats), context.runner, lambda row: row.override.id, parent=self
        )
        self.table.set_model(self.model)
        self._lay_out()
        self.span.chosen.connect(self.read)
        self.scope.chosen.connect(self._narrow)
        self.search.searched.connect(self._narrow)
        self.search.down.connect(self.table.view.setFocus)
        self.table.opened.connect(partial(self.open_override, focus=True))
        self.table.current_changed.connect(self._follow)
        self.table.clear_filter.connect(self._on_empty)

    def _lay_out(self) -> None:
        self.card.body.addWidget(self.figures)
        self.card.body.addWidget(self.people)
        self.card.add_action(self.span)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.scope)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.export_button)
        filters.addWidget(self.new_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.card)
        layout.addLayout(filters)
        layout.addWidget(self.table, 1)

    # -- reading --------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Whose overrides, or which one."""
        customer_id, override_id = params.get("customer_id"), params.get("override_id")
        self._customer_id = customer_id if isinstance(customer_id, int) else 0
        self._wanted = override_id if isinstance(override_id, int) else 0
        self._narrow()
        self._take_wanted()

    def read(self, *_: object) -> None:
        """Read the register again."""
        limits, today = self.context.company.limits, self.context.company.clock.today()
        start = _EARLIEST if self.span.current == ALL else months_later(today, -12)

        def done(found: Register) -> None:
            self.table.loading.stop()
            self.register = found
            self.model.set_columns(override_columns(self.context.formats))
            self.model.set_rows(found.rows)
            self._write()
            self._narrow()
            self._take_wanted()
            self._refresh_detail()

        def failed(error: Exception) -> None:
            self.table.loading.stop()
            self.context.notices.error(error)

        self.table.loading.start()
        self.context.runner.database(
            lambda _control: limits.register(start, today), done, failed=failed, owner=self, key="overrides"
        )

    def row(self, override_id: int) -> OverrideRow | None:
        """A row read last."""
        rows = self.register.rows if self.register else ()
        return next((row for row in rows if row.override.id == override_id), None)

    def _take_wanted(self) -> None:
        if self.register is not None and self._wanted:
            wanted, self._wanted = self._wanted, 0
            self.table.view.select_id(wanted)
            self.open_override(wanted)

    def _narrow(self, *_: object) -> None:
        scope, text, customer_id = self.scope.current or ALL, self.search.text().strip(), self._customer_id
        text = text.casefold()

        def keep(row: OverrideRow) -> bool:
            fits = scope in {ALL, state_of(row)} and customer_id in {0, row.override.customer_id}
            one = row.override
            said = (row.customer, row.customer_en, one.reason, one.approved_by, one.requested_by)
            return fits and text in " ".join(said).casefold()

        self.model.set_filter(keep)
        self._say_empty()

    # -- opening and acting ---------------------------------------------------------------------

    def open_override(self, override_id: int, *, focus: bool = False) -> None:
        """Show one override beside the list."""
        from app.ui.pages.credit.overrides.detail import OverrideDetail  # noqa: PLC0415 - loads on first use

        row = self.row(override_id)
        if row is None:
            return
        if self._detail is None:
            self._detail = OverrideDetail(self.context, self)
            self._detail.retranslate()
        self._detail.show_row(row)
        self.host.show_detail(self._detail, focus=focus)
        self._detail.write_title()

    def _follow(self, override_id: int) -> None:
        if override_id and self._detail is not None and self.host.shows_detail(self._detail):
            self.open_override(override_id)

    def _refresh_detail(self) -> None:
        if self._detail is not None and self._detail.row is not None and self.host.shows_detail(self._detail):
            row = self.row(self._detail.row.override.id)
            if row is not None:
                self._detail.show_row(row)

    def do(self, work: Callable[[Control], ChangeSet]) -> None:
        """Run an edit; the toast offers to undo it."""
        if writable(self.context):
            self.context.runner.database(
                work, self.context.notices.done, failed=self.context.notices.error, owner=self
            )

    def _new(self) -> None:
        """A grade is overridden where grades are looked at."""
        self.context.navigator.go("credit", tab="grades")

    def _on_empty(self) -> None:
        if self.register is not None and not self.register.rows:
            self._new()
            return
        self._customer_id = 0
        self.scope.set_current(ALL)
        self.search.clear()
        self._narrow()

    def _open_export(self) -> None:
        exports = TableExports(self.context, self)
        menu = exports.menu(partial(self._export, exports))
        menu.popup(self.export_button.mapToGlobal(QPoint(0, self.export_button.height())))

    def _export(self, exports: TableExports, file_format: str) -> None:
        rows = {row.override.id: row for row in self.model.shown()}

        def read(ids: Sequence[int], _control: Control) -> Sequence[object]:
            return [rows[each] for each in ids]

        cells, words = override_cells(self.context.formats), [self.span.text, self.scope.text]
        title = self.tr("Register of overrides")
        exports.table(self.table.view, list(rows), read, cells, title, file_format, words)

    # -- words ----------------------------------------------------------------------------------

    def _write(self) -> None:
        found, write = self.register, self.context.formats.count
        if found is None:
            return
        lang, up = self.context.formats.lang, sum(row.up for row in found.rows)
        rate = self.tr("no assessment") if found.rate is None else f"{found.rate}%"
        of = self.tr("of %n assessment(s)", "", found.assessments)
        shown = [
            (self.tr("Overrides"), write(len(found.rows)), "", ""),
            (self.tr("Override rate"), rate, of if found.assessments else "", ""),
            (self.tr("Up / down"), f"{write(up)} / {write(len(found.rows) - up)}", "", ""),
        ]
        for each in ("", *OverrideOutcome):
            number = found.outcomes.get(each, 0)
            tone = "danger" if each == OverrideOutcome.LOSS and number else ""
            shown.append((say(f"override_outcome.{each}", lang), write(number), "", tone))
        self.figures.set(shown)
        people = ", ".join(f"{name} {write(number)}" for name, number in sorted(found.by_person.items()))
        self.people.setText(self.tr("Approved by: {people}").format(people=people))
        self.people.setVisible(bool(people))
        counts = Counter(state_of(row) for row in found.rows)
        choices = [(ALL, self.tr("All"))]
        for key in _STATES:
            name = say(f"override_state.{key}", lang)
            choices.append((key, f"{name} {write(counts[key])}" if counts[key] else name))
        self.scope.set_choices(choices)

    def _say_empty(self) -> None:
        if self.register is not None and not self.register.rows:
            self.table.say_empty(
                self.tr("No grade was overridden."),
                self.tr("Go to the grades"),
                self.tr("An override moves a grade by two notches at most, with a reason and an end."),
            )
        else:
            self.table.say_empty(self.tr("No override matches."), self.tr("Show all"))

    def search_field(self) -> QWidget | None:
        """Ctrl+F."""
        return self.search

    def write_letter(self) -> bool:
        """Ctrl+L: write to the customer of the override one is on."""
        from app.ui.pages.reminders.writing import open_writing  # noqa: PLC0415 - loads on first use

        row = self.row(self.table.view.current_id())
        if row is None:
            return False
        if writable(self.context):
            open_writing(self.context, row.override.customer_id, self, lambda made: made.open())
        return True

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.card.set_title(self.tr("Register of overrides"))
        self.span.setAccessibleName(self.tr("Span"))
        self.span.set_choices([(YEAR, self.tr("12 months")), (ALL, self.tr("All time"))])
        lang = self.context.formats.lang
        self.scope.setAccessibleName(self.tr("Which overrides"))
        states = [(key, say(f"override_state.{key}", lang)) for key in _STATES]
        self.scope.set_choices([(ALL, self.tr("All")), *states])
        self.search.set_placeholder(self.tr("Customer, person or reason"))
        self.table.view.setAccessibleName(self.tr("Register of overrides"))
        self.export_button.setText(self.tr("Export"))
        self.new_button.setText(self.tr("Override a grade"))
        guard(self.context, self.new_button)
        if self.register is not None:
            self.model.set_columns(override_columns(self.context.formats))
            self._write()
        self._say_empty()
