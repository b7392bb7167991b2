"""Findings of a quarter, or all that are open: look for them, edit, give to somebody, close."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.dialogs.controls import Choice
from app.ui.dialogs.opening import open_for
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.health.findings.columns import action_text, finding_columns, finding_text
from app.ui.pages.tabbed import TabPanel
from app.ui.pages.watch.exporting import export_menu
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented
from app.words import review_text, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QHideEvent, QShowEvent

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.services.review_views import FindingView, PeriodView
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.tabbed import TabbedPage

ALL_OPEN = ""
_STATES = ("open", "done", "dropped", "all")
_WIDE, _SEARCH = 176, 136


@dataclass(frozen=True, slots=True)
class FindingsRead:
    """The quarters, the findings of the one asked for, who may own one, the base currency."""

    periods: Sequence[PeriodView]
    quarter: str
    rows: Sequence[FindingView]
    people: Sequence[str]
    base: str
    locked: bool


class FindingsPanel(TabPanel):
    """``open(quarter=…, finding_id=…)`` shows a quarter's findings, one of them current."""

    moves = frozenset({"finding", "period_review", "customer", "person"})

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.found: FindingsRead | None = None
        self.dialog: FormDialog | None = None
        self._wanted: str | None = None
        self._finding_id = 0
        self._adding = False
        theme = context.theme
        self.quarter = Choice([(ALL_OPEN, "")])
        self.quarter.setMinimumWidth(_WIDE)
        self.state = Segmented()
        self.search = SearchField(theme)
        self.done_button = button(theme, "", "normal", "check", partial(self.close_findings, drop=False))
        self.drop_button = button(theme, "", "normal", "x", partial(self.close_findings, drop=True))
        self.reopen_button = button(theme, "", "normal", "undo-2", self.take_up)
        self.see_button = button(theme, "", "normal", "eye", self.see)
        self.exports = TableExports(context, self)
        self.export_button = button(theme, "", "normal", "table", self._open_export)
        self.look_button = button(theme, "", "normal", "search", self.look)
        self.new_button = button(theme, "", "primary", "plus", self.add)
        self.table = DataTable(theme, "health.findings", context.preferences, empty_icon="list-checks")
        today = context.company.clock.today()
        self.model: RowTable[FindingView] = RowTable(
            finding_columns(context.formats, "CNY", today),
            context.runner,
            lambda row: row.finding.id,
            checkable=True,
            parent=self,
        )
        self.table.set_model(self.model)
        self.table.view.checks_stay = True
        self._head = (self.export_button, self.look_button, self.new_button)
        self._new_action = QAction(self)
        self._new_action.triggered.connect(lambda _on=False: self.add())
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        bar = QWidget()
        filters = FlowLayout(bar)
        self.search.setFixedWidth(_SEARCH)
        acts = (self.see_button, self.done_button, self.drop_button, self.reopen_button)
        for widget in (self.quarter, self.state, self.search, *acts):
            filters.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(bar)
        layout.addWidget(self.table, 1)
        for widget in self._head:
            self.host.header.add(widget)

    def _connect(self) -> None:
        self.quarter.activated.connect(self._on_quarter)
        self.state.chosen.connect(self._narrow)
        self.search.searched.connect(self._narrow)
        self.search.down.connect(self.table.view.setFocus)
        self.table.opened.connect(self.edit)
        self.table.current_changed.connect(self._on_current)
        self.table.checks_changed.connect(self._write_buttons)
        self.table.clear_filter.connect(self._on_empty)

    # -- reading --------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """A quarter, and one of its findings."""
        quarter, finding_id = params.get("quarter"), params.get("finding_id")
        if isinstance(quarter, str):
            self._wanted = quarter
        if isinstance(finding_id, int):
            self._finding_id = finding_id
        if self.found is not None:
            self.read()

    def read(self, *_: object) -> None:
        """The quarters and the findings of the one asked for; at first the newest with a review."""
        session, wanted = self.context.company, self._wanted

        def work(_control: Control) -> FindingsRead:
            periods = session.reviews.periods()
            begun = [one for one in periods if one.review is not None]
            names = {one.period.name: one for one in begun}
            quarter = wanted if wanted is not None else (begun[0].period.name if begun else ALL_OPEN)
            view = names.get(quarter)
            if view is not None and view.review is not None:
                rows: Sequence[FindingView] = session.reviews.findings(view.review.id)
            else:
                quarter = ALL_OPEN if quarter not in {one.period.name for one in periods} else quarter
                rows = session.reviews.due() if quarter == ALL_OPEN else ()
            people = [one.name for one in session.people.list()]
            locked = view is not None and view.state == "locked"
            return FindingsRead(periods, quarter, rows, people, session.company.get().currency, locked)

        self.table.loading.start()
        self.context.runner.database(work, self._show, failed=self._failed, owner=self, key="health.findings")

    def _failed(self, error: Exception) -> None:
        self._adding = False
        self.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, found: FindingsRead) -> None:
        self.table.loading.stop()
        self.found = found
        self._wanted = found.quarter
        formats = self.context.formats
        lang = formats.lang
        names = [(one.period.name, review_text.quarter_name(one.period.name, lang)) for one in found.periods]
        self.quarter.set_pairs([(ALL_OPEN, self.tr("All that are open")), *names], found.quarter)
        today = self.context.company.clock.today()
        self.model.set_columns(finding_columns(formats, found.base, today))
        self.model.set_rows(found.rows)
        self._say_states()
        self._narrow()
        if self._finding_id:
            self.table.view.select_id(self._finding_id)
        self._write_buttons()
        self.host.tell_status()
        if self._adding:
            self._adding = False
            self._add_to(found)

    def _add_to(self, found: FindingsRead) -> None:
        """Write up a finding of one's own, now that its review is begun."""
        view = next((one for one in found.periods if one.period.name == found.quarter), None)
        if view is not None and view.review is not None:
            self._edit(view.review.id, None)

    def _say_states(self) -> None:
        found = self.found
        if found is None:
            return
        count = self.context.formats.count
        lang = self.context.formats.lang
        many = {name: sum(one.finding.state == name for one in found.rows) for name in _STATES[:-1]}
        pairs = [(name, f"{say(f'finding_state.{name}', lang)} {count(many[name])}") for name in _STATES[:-1]]
        self.state.set_choices([*pairs, ("all", self.tr("All"))])

    # -- narrowing ------------------------------------------------------------------------------

    def _on_quarter(self, *_: object) -> None:
        self._wanted = str(self.quarter.value)
        self._finding_id = 0
        self.read()

    def _narrow(self, *_: object) -> None:
        state, text = self.state.current or "open", self.search.text().strip().casefold()
        lang, base = self.context.formats.lang, self.found.base if self.found else "CNY"

        def keep(row: FindingView) -> bool:
            if state not in {"all", row.finding.state}:
                return False
            told = (finding_text(row, lang, base), row.finding.owner, action_text(row, lang, base))
            return not text or text in " ".join(told).casefold()

        self.model.set_filter(keep)
        self._say_empty()

    def _say_empty(self) -> None:
        found = self.found
        if found is None:
            return
        begun = any(one.period.name == found.quarter and one.review for one in found.periods)
        if found.rows:
            self.table.say_empty(self.tr("No finding matches."), self.tr("Show all"))
        elif found.quarter and not begun:
            self.table.say_empty(
                self.tr("The review of this quarter was not begun."),
                self.tr("Look for findings"),
                self.tr("Figures off their targets, debts, limits and deadlines are gone through."),
            )
        else:
            self.table.say_empty(self.tr("Nothing calls for an action."), self.tr("Look for findings"))

    def _on_empty(self) -> None:
        if self.found is not None and self.found.rows:
            self.search.clear()
            self.state.set_current("all")
            self._narrow()
        else:
            self.look()

    def _on_current(self, finding_id: int) -> None:
        self._finding_id = finding_id
        self._write_buttons()

    # -- acting ---------------------------------------------------------------------------------

    def _chosen(self) -> list[FindingView]:
        """The checked ones, or the current one."""
        shown = self.model.shown()
        checked = [one for one in shown if one.finding.id in self.model.checked]
        return checked or [one for one in shown if one.finding.id == self._finding_id]

    def _write_buttons(self) -> None:
        chosen = self._chosen()
        still = [one for one in chosen if one.finding.state == "open"]
        nothing = self.tr("Choose a finding first.")
        guard(self.context, self.done_button, self.drop_button, able=bool(still), because=nothing)
        closed = bool(chosen) and not still
        guard(self.context, self.reopen_button, able=closed, because=nothing)
        self.reopen_button.setVisible(closed)
        self.done_button.setVisible(not closed)
        self.drop_button.setVisible(not closed)
        one = chosen[0] if len(chosen) == 1 else None
        self.see_button.setEnabled(one is not None and self._behind(one) is not None)
        nowhere = self.tr("This finding comes from no figure or page.") if one is not None else nothing
        self.see_button.setToolTip("" if self.see_button.isEnabled() else nowhere)
        locked = self.found is not None and self.found.locked
        why = self.tr("This quarter's review is locked.")
        guard(self.context, self.new_button, self._new_action, self.look_button, able=not locked, because=why)

    def _quarter(self) -> str:
        """The quarter in view; with all open ones, the newest that is over."""
        found = self.found
        if found is None or not found.periods:
            return ""
        if found.quarter:
            return found.quarter
        over = [one for one in found.periods if not one.unfinished and one.state != "locked"]
        return (over or list(found.periods))[0].period.name

    def look(self) -> None:
        """Look for findings of the quarter in view; begins its review where there is none."""
        quarter = self._quarter()
        if not quarter or not writable(self.context):
            return
        reviews = self.context.company.reviews
        self._wanted = quarter
        self.table.loading.start()
        self.context.runner.database(
            lambda _control: reviews.begin(quarter), self._on_looked, failed=self._failed, owner=self
        )

    def _on_looked(self, change: ChangeSet) -> None:
        """Say so; where nothing was new only what is shown may be another quarter."""
        self.table.loading.stop()
        if change.id:
            self.context.notices.done(change)
        else:
            self.read()

    def add(self) -> None:
        """A finding of one's own; begins the review where there is none."""
        found, quarter = self.found, self._quarter()
        if found is None or not quarter or not writable(self.context):
            return
        view = next(one for one in found.periods if one.period.name == quarter)
        if view.review is None:
            self._adding = True
            self.look()
            return
        self._edit(view.review.id, None)

    def edit(self, finding_id: int) -> None:
        """Edit a finding."""
        found = self.found
        row = next((one for one in found.rows if one.finding.id == finding_id), None) if found else None
        if row is not None and writable(self.context):
            self._edit(row.finding.review_id, row)

    def _edit(self, review_id: int, row: FindingView | None) -> None:
        from app.ui.pages.health.findings.dialogs import FindingDialog  # noqa: PLC0415 - at its first use

        if self.found is not None:
            found = self.found
            open_for(self, FindingDialog(self.context, review_id, row, found.people, found.base, self))

    def _behind(self, row: FindingView) -> Callable[[], object] | None:
        """What goes to where a finding comes from; None for one that comes from nowhere."""
        go, code, params = self.context.navigator.go, row.finding.code, row.params
        if code in {"target", "worsening"}:
            wanted = {"tab": "figures", "figure": params.get("key"), "period": self._quarter()}
            return partial(self.host.open, wanted) if "figures" in self.host.keys else None
        if code in {"insurance", "insurance_policy"}:
            return partial(go, "insurance", tab="overview", duty=params.get("subject"))
        if row.finding.customer_id:
            return partial(go, "customers", customer_id=row.finding.customer_id)
        pages = {"stale": ("importing", {}), "reviews": ("watch", {"tab": "reviews"})}
        known = pages | {"over_limit_more": ("credit", {"tab": "limits"})}
        if code in known:
            page, where = known[code]
            return partial(go, page, **where)
        return partial(go, "aging") if code.endswith("_more") else None

    def see(self) -> None:
        """Go to what is behind the finding chosen: the figure, the customer, the deadline."""
        chosen = self._chosen()
        behind = self._behind(chosen[0]) if len(chosen) == 1 else None
        if behind is not None:
            behind()

    def close_findings(self, *, drop: bool) -> None:
        """Mark the chosen ones as done, or drop them."""
        from app.ui.pages.health.findings.dialogs import CloseDialog  # noqa: PLC0415 - at its first use

        ids = [one.finding.id for one in self._chosen() if one.finding.state == "open"]
        if ids and writable(self.context):
            open_for(self, CloseDialog(self.context, ids, drop=drop, parent=self))

    def take_up(self) -> None:
        """Open the chosen ones again."""
        ids = [one.finding.id for one in self._chosen()]
        if ids and writable(self.context):
            reviews = self.context.company.reviews
            self.context.runner.database(
                lambda _control: reviews.take_up(ids),
                self.context.notices.done,
                failed=self.context.notices.error,
                owner=self,
            )

    def _open_export(self) -> None:
        export_menu(self.exports, self.export_button, self.table, self.model, self.tr("Findings"))

    # -- TabPanel -------------------------------------------------------------------------------

    def search_field(self) -> QWidget:
        """Where Ctrl+F goes."""
        return self.search

    def actions_of_panel(self) -> Sequence[QAction]:
        """Writing up a finding."""
        return (self._new_action,)

    def status(self) -> str:
        """How many there are."""
        return self.tr("%n finding(s)", "", len(self.found.rows)) if self.found else ""

    def showEvent(self, event: QShowEvent) -> None:
        """The buttons in the page's head come back with the panel."""
        super().showEvent(event)
        for widget in self._head:
            widget.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """The buttons in the page's head go with the panel."""
        super().hideEvent(event)
        for widget in self._head:
            widget.hide()

    def retranslate(self) -> None:
        """Write every text."""
        self.export_button.setText(self.tr("Export"))
        self.look_button.setText(self.tr("Look for findings"))
        self.new_button.setText(self.tr("New finding"))
        self._new_action.setText(self.tr("New finding"))
        self.see_button.setText(self.tr("See behind it"))
        self.done_button.setText(self.tr("Done…"))
        self.drop_button.setText(self.tr("Drop…"))
        self.reopen_button.setText(self.tr("Take up again"))
        self.search.set_placeholder(self.tr("Search"))
        self.quarter.setAccessibleName(self.tr("Quarter"))
        self.table.view.setAccessibleName(self.tr("Findings"))
        if self.found is not None:
            self._show(self.found)
