"""Notices to the insurers: drafts, what was sent, what was late, what they answered."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.notice import NoticeKind, NoticeState
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.insurance.notices.acts import NoticeActs
from app.ui.pages.insurance.notices.columns import buyer_of, notice_columns
from app.ui.pages.insurance.notices.writing import Seed
from app.ui.pages.tabbed import TabPanel
from app.ui.pages.watch.exporting import export_menu
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.notice_views import NoticeView
    from app.ui.context import PageContext
    from app.ui.pages.insurance.notices.detail import NoticeDetail
    from app.ui.pages.tabbed import TabbedPage

ALL, LATE = "all", "late"


class NoticesPanel(TabPanel):
    """``open(draft=kind, customer_id=…, policy_id=…)`` begins one; ``open(notice_id=…)`` shows one."""

    moves = frozenset(
        {"insurer_notice", "insurance_policy", "customer", "document", "allocation", "shipment", "setting"}
    )

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.views: Sequence[NoticeView] = ()
        self.acts = NoticeActs(context, self)
        self._detail: NoticeDetail | None = None
        self._wanted = self._customer_id = 0
        self._insured = True
        theme = context.theme
        self.scope = Segmented()
        self.search = SearchField(theme)
        self.exports = TableExports(context, self)
        self.export_button = button(theme, "", "normal", "table", self._open_export)
        self.new_button = button(theme, "", "primary", "flag", self.add)
        self.table = DataTable(theme, "insurance.notices", context.preferences, empty_icon="mail")
        self.model: RowTable[NoticeView] = RowTable(
            notice_columns(context.formats), context.runner, lambda view: view.record.id, parent=self
        )
        self.table.set_model(self.model)
        self._new_action = QAction(self)
        self._new_action.triggered.connect(lambda _on=False: self.add())
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.scope)
        filters.addWidget(self.search, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(filters)
        layout.addWidget(self.table, 1)
        for widget in (self.export_button, self.new_button):
            self.host.header.add(widget)
        self._connect()

    def _connect(self) -> None:
        self.scope.chosen.connect(self._narrow)
        self.search.searched.connect(self._narrow)
        self.search.down.connect(self.table.view.setFocus)
        self.table.opened.connect(partial(self.open_notice, focus=True))
        self.table.current_changed.connect(self._on_current)
        self.table.clear_filter.connect(self._clear)

    # -- reading --------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Begin a notice, show one, or show one buyer's."""
        notice_id, who = params.get("notice_id"), params.get("customer_id")
        kind = params.get("draft") or params.get("kind")
        self._wanted = notice_id if isinstance(notice_id, int) else 0
        if isinstance(kind, str) and isinstance(who, int):
            self._begin(kind, who, params)
        elif isinstance(who, int):
            self._customer_id = who
        self._narrow()
        self._open_wanted()

    def _begin(self, kind: str, customer_id: int, params: Mapping[str, object]) -> None:
        policy, rows, known = (params.get(key) for key in ("policy_id", "documents", "known_on"))
        self.add(
            Seed(
                NoticeKind(kind) if kind in set(NoticeKind) else NoticeKind.ADVERSE,
                customer_id,
                policy if isinstance(policy, int) else 0,
                [row for row in rows if isinstance(row, int)] if isinstance(rows, list) else None,
                known if isinstance(known, date) else None,
            )
        )

    def read(self) -> None:
        """Read every notice."""
        session = self.context.company
        self.table.loading.start()
        self.context.runner.database(
            lambda _control: (session.notices.notices(), session.cover.has_policy()),
            lambda found: self._show(*found),
            failed=self._failed,
            owner=self,
            key="insurance.notices",
        )

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, views: Sequence[NoticeView], insured: bool) -> None:
        self.table.loading.stop()
        self.views, self._insured = views, insured
        self.model.set_columns(notice_columns(self.context.formats))
        self.model.set_rows(views)
        self._narrow()
        self._open_wanted()
        self._follow()

    # -- narrowing ------------------------------------------------------------------------------

    def _narrow(self, *_: object) -> None:
        scope, text, who = self.scope.current, self.search.text().strip().casefold(), self._customer_id
        formats = self.context.formats

        def keep(view: NoticeView) -> bool:
            numbers = " ".join(one.number for one in view.items)
            words = f"{view.number} {buyer_of(view, formats)} {view.record.reference} {numbers}"
            fits = scope == ALL or (view.late if scope == LATE else view.state.value == scope)
            return fits and who in {0, view.record.customer_id} and text in words.casefold()

        self.model.set_filter(keep)
        self._say_scopes()
        self._say_empty()
        why = self.tr("A notice goes to an insurer; no policy is in force yet.")
        guard(self.context, self.new_button, self._new_action, able=self._insured, because=why)
        self.host.tell_status()

    def _say_scopes(self) -> None:
        lang = self.context.formats.lang
        drafts = sum(view.state is NoticeState.DRAFT for view in self.views)
        named = {state: say(f"notice_state.{state}", lang) for state in NoticeState}
        if drafts:
            named[NoticeState.DRAFT] += f" {self.context.formats.count(drafts)}"
        self.scope.set_choices(
            [
                (ALL, self.tr("All")),
                *((state.value, text) for state, text in named.items()),
                (LATE, self.tr("Late")),
            ]
        )

    def _narrowed(self) -> bool:
        return bool(self.search.text().strip() or self._customer_id or self.scope.current != ALL)

    def _clear(self) -> None:
        if self._narrowed() and self.views:
            self.search.clear()
            self._customer_id = 0
            self.scope.set_current(ALL)
            self._narrow()
        elif self._insured:
            self.add()
        else:
            self.context.navigator.go("insurance", tab="policies")

    def _say_empty(self) -> None:
        if self._narrowed() and self.views:
            self.table.say_empty(self.tr("No notice matches."), self.tr("Clear filters"))
        elif not self._insured:
            text = self.tr("A notice goes to an insurer; no policy is in force yet.")
            self.table.say_empty(text, self.tr("Go to the policies"))
        else:
            self.table.say_empty(
                self.tr("No notice was written yet."),
                self.tr("Write a notice") if writable(self.context) else "",
                self.tr("Deadlines say which are due; a notice sent in time keeps the cover."),
            )

    # -- one notice -----------------------------------------------------------------------------

    def add(self, seed: Seed | None = None) -> None:
        """Write a notice."""
        self.acts.write(seed or Seed(), self._on_saved)

    def _on_saved(self, change: ChangeSet) -> None:
        self._wanted = max(change.touched.get("insurer_notice", ()), default=0)

    @property
    def detail(self) -> NoticeDetail:
        """The drawer's content; built when a notice is first opened."""
        if self._detail is None:
            from app.ui.pages.insurance.notices.detail import NoticeDetail  # noqa: PLC0415 - at its first use

            self._detail = NoticeDetail(self.context, self.host, self.acts)
            self._detail.retranslate()
        return self._detail

    def view_of(self, notice_id: int) -> NoticeView | None:
        """One notice."""
        return next((view for view in self.views if view.record.id == notice_id), None)

    def open_notice(self, notice_id: int, *, focus: bool = False) -> None:
        """Open the drawer on a notice."""
        if (view := self.view_of(notice_id)) is not None:
            self.host.show_detail(self.detail, focus=focus)
            self.detail.show_notice(view)

    def _open_wanted(self) -> None:
        if self._wanted and self.view_of(self._wanted) is not None:
            wanted, self._wanted = self._wanted, 0
            self.table.view.select_id(wanted)
            self.open_notice(wanted)
            self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_current(self, notice_id: int) -> None:
        if self._detail is not None and self.host.shows_detail(self._detail):
            self.open_notice(notice_id)

    def _follow(self) -> None:
        """The drawer shows its notice as it stands now."""
        if self._detail is None or not self.host.shows_detail(self._detail):
            return
        shown = self._detail.view
        now = self.view_of(shown.record.id) if shown is not None else None
        if now is not None:
            self._detail.show_notice(now)
        elif self.host.drawer is not None:
            self.host.drawer.close_drawer()

    def _open_export(self) -> None:
        export_menu(
            self.exports, self.export_button, self.table, self.model, self.tr("Notices to the insurers")
        )

    # -- TabPanel -------------------------------------------------------------------------------

    def search_field(self) -> QWidget:
        """Where Ctrl+F goes."""
        return self.search

    def actions_of_panel(self) -> Sequence[QAction]:
        """Writing a notice."""
        return (self._new_action,)

    def write_letter(self) -> bool:
        """Ctrl+L: a notice about the buyer the keyboard is on."""
        view = self.view_of(self.table.view.current_id()) if self.table.view.hasFocus() else None
        who = view.record.customer_id if view is not None else 0
        self.add(Seed(customer_id=who))
        return True

    def status(self) -> str:
        """How many are shown."""
        return self.tr("%n notice(s)", "", self.model.rowCount())

    def showEvent(self, event: QShowEvent) -> None:
        """The buttons in the page's head come back with the panel."""
        super().showEvent(event)
        self.export_button.show()
        self.new_button.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """The buttons in the page's head go with the panel."""
        super().hideEvent(event)
        self.export_button.hide()
        self.new_button.hide()

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self._say_scopes()
        self.scope.setAccessibleName(self.tr("Which notices"))
        self.search.set_placeholder(self.tr("Buyer, number or invoice"))
        self.export_button.setText(self.tr("Export"))
        self.new_button.setText(self.tr("Write a notice"))
        self._new_action.setText(self.tr("Write a notice to the insurer…"))
        self.table.view.setAccessibleName(self.tr("Notices to the insurers"))
        self.model.set_columns(notice_columns(self.context.formats))
        self._say_empty()
