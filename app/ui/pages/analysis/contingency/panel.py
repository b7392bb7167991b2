"""Contingency plans: made, drilled, and gone through when it is real."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.contingency import PlanStep, PlanText
from app.domain.measure_record import ContingencyPlan
from app.services.contingency import DRILL
from app.ui.dialogs.opening import open_for
from app.ui.pages.analysis.contingency.naming import plan_table, run_table
from app.ui.pages.analysis.contingency.plans_view import PlansView
from app.ui.pages.analysis.contingency.run_page import RunPage
from app.ui.pages.analysis.contingency.runs_view import RunsView
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.exporting import PageExports
from app.ui.pages.tabbed import TabPanel
from app.ui.widgets.buttons import button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from app.domain.changes import ChangeSet
    from app.domain.table import Table
    from app.services.contingency import PlanView, RunView
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.analysis.contingency.plan_detail import PlanDetail
    from app.ui.pages.tabbed import TabbedPage

PLANS, RUNS = "plans", "runs"


@dataclass(frozen=True, slots=True)
class PlansRead:
    """Every plan and every run."""

    plans: Sequence[PlanView]
    runs: Sequence[RunView]


class ContingencyPanel(TabPanel):
    """``open(run_id=…)`` shows a checklist, ``open(plan_id=…)`` a plan."""

    moves = frozenset({"contingency_plan", "plan_run", "customer", "alert"})

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        theme = context.theme
        self.found: PlansRead | None = None
        self.dialog: FormDialog | None = None
        self._detail: PlanDetail | None = None
        self._wanted_run = self._wanted_plan = self._run_id = 0
        self.view = Segmented()
        self.new_button = button(theme, "", "normal", "plus", self.add)
        self.bar_of_views = QWidget()
        self.plans, self.runs, self.run = PlansView(context), RunsView(context), RunPage(context)
        self.stack = QStackedWidget()
        for widget in (self.plans, self.runs, self.run):
            self.stack.addWidget(widget)
        filters = FlowLayout(self.bar_of_views)
        filters.addWidget(self.view)
        filters.addWidget(self.new_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.bar_of_views)
        layout.addWidget(self.stack, 1)
        self._connect()

    def _connect(self) -> None:
        self.view.chosen.connect(self.show_view)
        self.plans.opened.connect(self.open_plan)
        self.plans.wanted.connect(self.take_shipped)
        self.runs.opened.connect(self.open_run)
        self.runs.wanted.connect(lambda: self.show_view(PLANS))
        self.run.left.connect(lambda: self.show_view(RUNS))
        self.run.ticked.connect(self._tick)
        self.run.ended.connect(self.end)
        self.run.removed.connect(self._remove_run)
        self.run.exported.connect(self._export_run)

    # -- reading --------------------------------------------------------------------------------

    def read(self) -> None:
        """Read plans and runs."""
        contingency = self.context.company.contingency
        self.plans.table.loading.start()
        self.context.runner.database(
            lambda _control: PlansRead(contingency.plans(), contingency.runs()),
            self._show,
            failed=self._failed,
            owner=self,
            key="analysis.contingency",
        )

    def _failed(self, error: Exception) -> None:
        self.plans.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, found: PlansRead) -> None:
        self.plans.table.loading.stop()
        self.found = found
        self.plans.show_plans(found)
        self.runs.show_plans(found)
        guard(self.context, self.new_button)
        if self._wanted_run:
            wanted, self._wanted_run = self._wanted_run, 0
            self.open_run(wanted)
        elif self._wanted_plan:
            wanted, self._wanted_plan = self._wanted_plan, 0
            self.plans.table.view.select_id(wanted)
            self.open_plan(wanted)
        else:
            self._refresh()
        self.host.tell_status()

    def _refresh(self) -> None:
        """The run or the plan in view, as it is now; one that is gone closes."""
        if self.stack.currentWidget() is self.run:
            self.open_run(self._run_id)
        if (
            self._detail is not None
            and self.host.shows_detail(self._detail)
            and self._detail.view is not None
        ):
            self.open_plan(self._detail.view.plan.id)

    # -- opening --------------------------------------------------------------------------------

    def show_view(self, key: str) -> None:
        """Plans, or drills and real runs."""
        if self.view.current != key:
            self.view.set_current(key)
        if self.host.drawer is not None:
            self.host.drawer.close_drawer()
        self.stack.setCurrentWidget(self.plans if key == PLANS else self.runs)
        self.bar_of_views.show()
        self.new_button.setVisible(key == PLANS)

    def open_plan(self, plan_id: int) -> None:
        """Open a plan's drawer."""
        from app.ui.pages.analysis.contingency.plan_detail import (  # noqa: PLC0415 - loads on first use
            PlanDetail,
        )

        plans = self.found.plans if self.found is not None else ()
        view = next((one for one in plans if one.plan.id == plan_id), None)
        if view is None:
            if self.host.drawer is not None:
                self.host.drawer.close_drawer()
            return
        if self._detail is None:
            self._detail = PlanDetail(self.context, self)
            self._detail.retranslate()
        self._detail.show_plan(view)
        self.host.show_detail(self._detail)
        self._detail.write_title()

    def open_run(self, run_id: int) -> None:
        """Show a run as a checklist."""
        runs = self.found.runs if self.found is not None else ()
        view = next((one for one in runs if one.run.id == run_id), None)
        if view is None:
            self.show_view(RUNS)
            return
        if self.host.drawer is not None:
            self.host.drawer.close_drawer()
        self._run_id = run_id
        self.view.set_current(RUNS)
        self.run.show_run(view)
        self.bar_of_views.hide()
        self.stack.setCurrentWidget(self.run)

    # -- acts on plans --------------------------------------------------------------------------

    def _change(self, work: Callable[[Control], ChangeSet]) -> None:
        if writable(self.context):
            self.context.runner.database(
                work, self.context.notices.done, failed=self.context.notices.error, owner=self
            )

    def take_shipped(self) -> None:
        """Begin with the shipped plans, in the window's language."""
        contingency, lang = self.context.company.contingency, self.context.formats.lang
        self._change(lambda _control: contingency.take_shipped(lang))

    def add(self) -> None:
        """A plan of one's own."""
        self._open_editor(ContingencyPlan(1, "", "{}"), PlanText(steps=(PlanStep(""),)))

    def edit(self, view: PlanView) -> None:
        """Change a plan."""
        self._open_editor(view.plan, view.text)

    def _open_editor(self, plan: ContingencyPlan, text: PlanText) -> None:
        from app.ui.pages.analysis.contingency.plan_dialog import (  # noqa: PLC0415 - loads on first use
            PlanDialog,
        )

        if writable(self.context):
            open_for(self, PlanDialog(self.context, plan, text, self))

    def use(self, view: PlanView, *, on: bool) -> None:
        """Put a plan into or out of use; the toast offers to undo it."""
        contingency = self.context.company.contingency
        self._change(lambda _control: contingency.save(replace(view.plan, active=on), view.text))

    def remove(self, plan_id: int) -> None:
        """Delete a plan that nobody went through."""
        contingency = self.context.company.contingency
        self._change(lambda _control: contingency.remove(plan_id))

    # -- acts on runs ---------------------------------------------------------------------------

    def drill(self, plan_id: int) -> None:
        """Begin a drill, and show its checklist."""
        contingency, by = self.context.company.contingency, self.context.actor
        if not writable(self.context):
            return

        def begun(made: tuple[int, ChangeSet]) -> None:
            self.context.notices.done(made[1])
            self._go_to_run(made[0])

        self.context.runner.database(
            lambda _control: contingency.start(plan_id, DRILL, by),
            begun,
            failed=self.context.notices.error,
            owner=self,
        )

    def _go_to_run(self, run_id: int) -> None:
        self._wanted_run = run_id
        self.read()

    def begin(self, view: PlanView) -> None:
        """Put a plan into action for real."""
        from app.ui.pages.analysis.contingency.run_dialogs import (  # noqa: PLC0415 - loads on first use
            BeginDialog,
        )

        if writable(self.context):
            dialog = BeginDialog(self.context, view, self)
            dialog.saved.connect(lambda _change: self._go_to_run(dialog.run_id))
            open_for(self, dialog)

    def _tick(self, place: int, on: bool, by: str) -> None:
        contingency, run_id = self.context.company.contingency, self._run_id
        self.context.runner.database(
            lambda _control: contingency.tick(run_id, place, done=on, by=by),
            self.context.notices.done,
            failed=self._not_ticked,
            owner=self,
        )

    def _not_ticked(self, error: Exception) -> None:
        """The boxes go back to what is stored."""
        self.context.notices.error(error)
        self._refresh()

    def end(self) -> None:
        """End the run in view with what came of it."""
        from app.ui.pages.analysis.contingency.run_dialogs import (  # noqa: PLC0415 - loads on first use
            EndDialog,
        )

        if self.run.view is not None and writable(self.context):
            open_for(self, EndDialog(self.context, self.run.view, self))

    def _remove_run(self) -> None:
        contingency, run_id = self.context.company.contingency, self._run_id
        self._change(lambda _control: contingency.remove_run(run_id))

    # -- files ----------------------------------------------------------------------------------

    def export_plan(self, view: PlanView, at: QWidget) -> None:
        """Write a plan as Excel, CSV or PDF."""
        self._offer_files(plan_table(view, self.context.formats.lang), at)

    def _export_run(self) -> None:
        if self.run.view is not None:
            self._offer_files(run_table(self.run.view, self.context.formats.lang), self.run.export_button)

    def _offer_files(self, table: Table, at: QWidget) -> None:
        menu = PageExports(self.context, self).menu(lambda file_format: self.write(table, file_format))
        menu.popup(at.mapToGlobal(QPoint(0, at.height())))

    def write(self, table: Table, file_format: str) -> None:
        """Ask where to, and write a plan or a checklist."""
        exports, lang = self.context.company.exports, self.context.formats.lang

        def work(path: Path, _control: Control) -> None:
            exports.table(table, path, file_format, lang)

        PageExports(self.context, self).write(table.title, file_format, work)

    # -- TabPanel -------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Which run or plan."""
        run_id, plan_id, view = params.get("run_id"), params.get("plan_id"), str(params.get("view", ""))
        self._wanted_run = run_id if isinstance(run_id, int) else 0
        self._wanted_plan = plan_id if isinstance(plan_id, int) else 0
        if view in {PLANS, RUNS}:
            self.show_view(view)
        if self._wanted_plan:
            self.show_view(PLANS)
        if self._wanted_run or self._wanted_plan:
            self.read()

    def status(self) -> str:
        """How many are under way."""
        if self.found is None:
            return ""
        going = sum(one.open for one in self.found.runs)
        return self.tr("%n run(s) under way", "", going)

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.view.setAccessibleName(self.tr("View"))
        self.view.set_choices([(PLANS, self.tr("Plans")), (RUNS, self.tr("Drills and real runs"))])
        self.new_button.setText(self.tr("New plan…"))
        for view in (self.plans, self.runs, self.run):
            view.retranslate()
