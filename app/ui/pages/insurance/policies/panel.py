"""Policies: the list with its drawer, the editor of the clauses, and policies side by side."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.domain.policy_period import PolicyState
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.insurance.policies.acts import PolicyActs
from app.ui.pages.insurance.policies.columns import policy_cells, policy_columns
from app.ui.pages.insurance.policies.draft import GUIDE
from app.ui.pages.tabbed import TabPanel
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.segmented import Segmented
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.services.control import Control
    from app.services.policy_views import PolicyTemplate, PolicyView
    from app.ui.context import PageContext
    from app.ui.pages.insurance.policies.compare import CompareView
    from app.ui.pages.insurance.policies.detail import PolicyDetail
    from app.ui.pages.insurance.policies.editor import PolicyEditor
    from app.ui.pages.tabbed import TabbedPage

ALL = "all"
_LEAST, _MOST = 2, 4


class _Read(NamedTuple):
    """Every policy, the shapes, and what the buyers are called whom a policy excludes."""

    views: list[PolicyView]
    templates: list[PolicyTemplate]
    buyers: Mapping[int, str]


class PoliciesPanel(TabPanel):
    """``open(policy_id=…)`` opens a policy, with ``clause`` its editor; ``new``, ``template`` begin one."""

    moves = frozenset({"insurance_policy", "limit_decision", "premium_payment", "claim_event", "customer"})

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.acts = PolicyActs(context, self)
        self.found: _Read | None = None
        self._detail: PolicyDetail | None = None
        self._editor: PolicyEditor | None = None
        self._compare: CompareView | None = None
        self._wanted: tuple[int, str, str] = (0, "", "")
        self._edits = False
        theme = context.theme
        self.scope = Segmented()
        self.compare_button = button(theme, "", "normal", "arrow-left-right", self.compare)
        self.export_button = button(theme, "", "normal", "table", self._open_export)
        self.new_button = button(theme, "", "primary", "plus", self.acts.begin)
        self.table = DataTable(theme, "insurance.policies", context.preferences, empty_icon="shield-check")
        self.model: RowTable[PolicyView] = RowTable(
            policy_columns(context.formats),
            context.runner,
            lambda view: view.policy.id,
            checkable=True,
            parent=self,
        )
        self.table.set_model(self.model)
        self._new_action = QAction(self)
        self._new_action.triggered.connect(lambda _on=False: self.acts.begin())
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.scope)
        above.addStretch(1)
        for widget in (self.compare_button, self.export_button, self.new_button):
            above.addWidget(widget)
        self.list = QWidget()
        column = QVBoxLayout(self.list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)

    def _connect(self) -> None:
        self.scope.chosen.connect(self._narrow)
        self.table.opened.connect(partial(self.open_policy, focus=True))
        self.table.current_changed.connect(self._follow)
        self.table.checks_changed.connect(self._on_checks)
        self.table.clear_filter.connect(self._on_empty)
        self.table.view.extra_actions = self._row_actions
        self.acts.begun.connect(self._on_begun)

    # -- reading --------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """A policy to be shown, a clause of it to be edited, or a new one."""
        policy_id = params.get("policy_id")
        clause, page = str(params.get("clause", "")), str(params.get("page", ""))
        if isinstance(policy_id, int) and self._may_switch():
            self._wanted = (policy_id, page, clause)
            self._edits = bool(clause or page or params.get("edit"))
            self._take_wanted()
        if params.get("new") or params.get("template"):
            self.acts.begin(shape=bool(params.get("template")))

    def read(self) -> None:
        """Read every policy again; one that is being edited follows unless something is unsaved."""
        session, called = self.context.company, self.context.formats.name

        def work(_control: Control) -> _Read:
            views = session.policies.policies()
            ids = sorted({row for view in views for row in view.policy.terms.excluded_buyers})
            names = {row.id: called(row.name, row.name_en) for row in session.customers.rows(ids)}
            return _Read(views, session.policies.templates(), names)

        self.table.loading.start()
        self.context.runner.database(
            work, self._show, failed=self._failed, owner=self, key="insurance.policies"
        )

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, found: _Read) -> None:
        self.table.loading.stop()
        self.found = found
        self.model.set_columns(policy_columns(self.context.formats))
        self.model.set_rows(found.views)
        self._write_scope()
        self._narrow()
        self._on_checks()
        self._refresh_views()
        self._take_wanted()
        self.host.tell_status()

    def _refresh_views(self) -> None:
        """The drawer, the editor and the comparison follow what was read."""
        if self._detail is not None and self.host.shows_detail(self._detail):
            view = self.view(self._detail.policy_id)
            if view is not None:
                self._detail.show_view(view)
            elif self.host.drawer is not None:
                self.host.drawer.close_drawer()
        editor = self._editor
        if editor is not None and editor.stored is not None and not editor.dirty:
            view = self.view(editor.stored.id)
            if view is None:
                editor.give_up()
                self.show_list()
            elif view.policy != editor.stored:
                editor.show_policy(view.policy, self.buyers, self._sources(view))
        if self._compare is not None and self.stack.currentWidget() is self._compare:
            ids = [row for row in self._compare.ids if self.view(row) is not None]
            if len(ids) < len(self._compare.ids):
                self.show_list()
            else:
                self._compare.compare(ids, self.buyers)

    @property
    def buyers(self) -> Mapping[int, str]:
        """What excluded buyers are called."""
        return self.found.buyers if self.found is not None else {}

    def view(self, policy_id: int) -> PolicyView | None:
        """A policy read last."""
        views = self.found.views if self.found is not None else []
        return next((one for one in views if one.policy.id == policy_id), None)

    def _sources(self, view: PolicyView) -> Mapping[str, str]:
        """Where the values of the shape come from that a policy began with."""
        lang, templates = self.context.formats.lang, self.found.templates if self.found else []
        record = view.policy.record
        code = "" if record.previous_id else record.template
        shape = next((one for one in templates if one.code == code), None)
        if shape is None:
            return {}
        return {name: text.get(lang, "") for name, text in shape.sources.items()}

    def _take_wanted(self) -> None:
        wanted, page, clause = self._wanted
        if not wanted or self.view(wanted) is None:
            return
        self._wanted, edits = (0, "", ""), self._edits
        if edits:
            self.edit(wanted, page=page, clause=clause)
        else:
            self.show_list()
            self.table.view.select_id(wanted)
            self.open_policy(wanted)

    # -- the list -------------------------------------------------------------------------------

    def show_list(self) -> None:
        """Back to the list."""
        self.stack.setCurrentWidget(self.list)
        self.table.view.setFocus()

    def _narrow(self, *_: object) -> None:
        scope = self.scope.current or ALL
        self.model.set_filter(None if scope == ALL else lambda view: view.state.value == scope)
        self._say_empty()

    def _on_empty(self) -> None:
        if self.found is not None and not self.found.views:
            self.acts.begin()
        else:
            self.scope.set_current(ALL)
            self._narrow()

    def _on_checks(self) -> None:
        count = len(self.model.checked)
        self.compare_button.setEnabled(_LEAST <= count <= _MOST)
        self.compare_button.setText(self.tr("Compare %n", "", count) if count else self.tr("Compare"))
        self.compare_button.setToolTip(self.tr("Tick two to four policies"))

    def open_policy(self, policy_id: int, *, focus: bool = False) -> None:
        """Show a policy beside the list."""
        from app.ui.pages.insurance.policies.detail import PolicyDetail  # noqa: PLC0415 - loads on first use

        view = self.view(policy_id)
        if view is None:
            return
        if self._detail is None:
            self._detail = PolicyDetail(self.context, self)
            self._detail.retranslate()
        self._detail.show_view(view)
        self.host.show_detail(self._detail, focus=focus)
        self._detail.write_title()

    def _follow(self, policy_id: int) -> None:
        if policy_id and self._detail is not None and self.host.shows_detail(self._detail):
            self.open_policy(policy_id)

    # -- the editor -----------------------------------------------------------------------------

    @property
    def editor(self) -> PolicyEditor:
        """The editor, built when first wanted."""
        from app.ui.pages.insurance.policies.editor import PolicyEditor  # noqa: PLC0415 - loads on first use

        if self._editor is None:
            made = PolicyEditor(self.context)
            made.retranslate()
            made.closed.connect(self.show_list)
            made.changed.connect(self.title_changed)
            made.kept.connect(self._on_kept)
            made.activation.connect(lambda policy_id: self.acts.activate(self.view(policy_id)))
            self.stack.addWidget(made)
            self._editor = made
        return self._editor

    def edit(self, policy_id: int, *, page: str = "", clause: str = "") -> None:
        """Open a policy's clauses."""
        view = self.view(policy_id)
        if view is None or not self._may_switch():
            return
        if self.host.drawer is not None:
            self.host.drawer.close_drawer()
        self.editor.show_policy(view.policy, self.buyers, self._sources(view), page, clause)
        self.stack.setCurrentWidget(self.editor)

    def _may_switch(self) -> bool:
        """Whether the editor can take another policy, or none is open in it."""
        return self._editor is None or self._editor.may_leave()

    def _on_kept(self, policy_id: int) -> None:
        self._wanted, self._edits = (policy_id, "", ""), True
        if self._editor is not None:
            self._wanted = (policy_id, self._editor.page, "")
        self.read()

    def _on_begun(self, policy_id: int) -> None:
        self._wanted, self._edits = (policy_id, GUIDE, ""), True
        self.read()

    def renew(self, policy_id: int) -> None:
        """Ask for the next period of a policy."""
        view = self.view(policy_id)
        if view is not None:
            self.acts.renew(view.policy)

    # -- side by side ---------------------------------------------------------------------------

    def compare(self) -> None:
        """Put the ticked policies side by side."""
        self.compare_ids(sorted(self.model.checked))

    def compare_ids(self, ids: Sequence[int], shapes: Sequence[str] = ()) -> None:
        """Put policies, and shapes, side by side."""
        from app.ui.pages.insurance.policies.compare import CompareView  # noqa: PLC0415 - loads on first use

        if self._compare is None:
            made = CompareView(self.context)
            made.retranslate()
            made.closed.connect(self.show_list)
            made.opened.connect(self._open_compared)
            self.stack.addWidget(made)
            self._compare = made
        if self.host.drawer is not None:
            self.host.drawer.close_drawer()
        self._compare.compare(ids, self.buyers, shapes)
        self.stack.setCurrentWidget(self._compare)

    @property
    def comparison(self) -> CompareView | None:
        """The comparison, once looked at."""
        return self._compare

    def _open_compared(self, policy_id: int, clause: str) -> None:
        self.edit(policy_id, clause=clause)

    # -- menus ----------------------------------------------------------------------------------

    def policy_menu(self, view: PolicyView) -> QMenu:
        """What is done with a policy now and then."""
        menu, policy = QMenu(self), view.policy
        live = view.state in {PolicyState.ACTIVE, PolicyState.UPCOMING}
        done = view.state is PolicyState.ANNULLED
        for text, run, able in (
            (self.tr("Beside a common shape…"), partial(self.compare_ids, [policy.id]), True),
            (self.tr("Take buyer limits over…"), partial(self.acts.carry_limits, policy),
             view.previous is not None and policy.in_use),
            (self.tr("Renew…"), partial(self.acts.renew, policy), view.following is None and not done),
            (self.tr("Cancel…"), partial(self.acts.cancel, policy), live),
            (self.tr("Annul…"), partial(self.acts.annul, policy), not done),
            (self.tr("Delete the draft"), partial(self.acts.remove, policy),
             view.state is PolicyState.DRAFT),
        ):  # fmt: skip
            action = menu.addAction(text)
            action.triggered.connect(lambda _on=False, run=run: run())
            if run.func != self.compare_ids:
                guard(self.context, action, able=able)
        menu.addSeparator()
        export = self.acts.export_menu(policy, self.buyers)
        export.setTitle(self.tr("Export the clauses"))
        menu.addMenu(export)
        return menu

    def _row_actions(self) -> list[QAction]:
        view = self.view(self.table.view.current_id())
        if view is None:
            return []
        first = QAction(self.tr("Clauses"), self)
        first.triggered.connect(lambda _on=False: self.edit(view.policy.id))
        return [first, *self.policy_menu(view).actions()]

    def _open_export(self) -> None:
        exports = TableExports(self.context, self)
        menu = exports.menu(partial(self._export, exports))
        menu.popup(self.export_button.mapToGlobal(QPoint(0, self.export_button.height())))

    def _export(self, exports: TableExports, file_format: str) -> None:
        rows = {view.policy.id: view for view in self.model.shown()}

        def read(ids: Sequence[int], _control: Control) -> Sequence[object]:
            return [rows[each] for each in ids]

        cells = policy_cells(self.context.formats)
        exports.table(self.table.view, list(rows), read, cells, self.tr("Policies"), file_format)

    # -- TabPanel -------------------------------------------------------------------------------

    @property
    def dirty(self) -> bool:
        """Whether a policy is edited and not saved."""
        return self._editor is not None and self._editor.dirty

    def may_leave(self) -> bool:
        """Ask before clauses typed are lost."""
        return self._editor is None or self._editor.may_leave()

    def actions_of_panel(self) -> Sequence[QAction]:
        """A new policy."""
        return (self._new_action,)

    def status(self) -> str:
        """How many policies are drafts."""
        views = self.found.views if self.found is not None else []
        drafts = sum(view.state is PolicyState.DRAFT for view in views)
        return self.tr("%n draft(s) not checked yet", "", drafts) if drafts else ""

    def _write_scope(self) -> None:
        views, lang = (self.found.views if self.found else []), self.context.formats.lang
        counts, write = Counter(view.state for view in views), self.context.formats.count
        every = self.tr("All")
        choices = [(ALL, f"{every} {write(len(views))}" if views else every)]
        choices += [
            (state.value, f"{say(f'policy_state.{state}', lang)} {write(counts[state])}")
            for state in PolicyState
            if counts[state]
        ]
        self.scope.set_choices(choices)

    def _say_empty(self) -> None:
        if self.found is not None and not self.found.views:
            self.table.say_empty(
                self.tr("No insurance policy yet."),
                self.tr("Enter a policy") if writable(self.context) else "",
                self.tr("A guide leads through one's own policy; common shapes fill in what is usual."),
            )
        else:
            self.table.say_empty(self.tr("No policy stands so."), self.tr("Show all policies"))

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.scope.setAccessibleName(self.tr("Which policies"))
        self.table.view.setAccessibleName(self.tr("Policies"))
        self.export_button.setText(self.tr("Export"))
        self.new_button.setText(self.tr("Enter a policy"))
        self._new_action.setText(self.tr("Enter an insurance policy"))
        guard(self.context, self.new_button, self._new_action)
        self._write_scope()
        self._on_checks()
        self._say_empty()
        if self.found is not None:
            self.model.set_columns(policy_columns(self.context.formats))
            self.model.set_rows(self.found.views)
