"""The stress test: every scenario on the debtors of a day, kept tests, and the yearly key customers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.stress import EventKind
from app.domain.stress_scenario import SHIPPED, Shock, StressScenario, Whom, ranked, together
from app.ui.dialogs.opening import open_for
from app.ui.pages.analysis.stress.columns import StressRow, as_table
from app.ui.pages.analysis.stress.kept_views import KeysView, RunsView
from app.ui.pages.analysis.stress.naming import customer_name, kept_scenario
from app.ui.pages.analysis.stress.scenarios_view import ScenariosView
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.exporting import PageExports
from app.ui.pages.tabbed import TabPanel
from app.ui.widgets.as_of_date import AsOfDate
from app.ui.widgets.buttons import button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.segmented import Segmented
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtGui import QHideEvent, QShowEvent

    from app.domain.changes import ChangeSet
    from app.domain.stress_scenario import Breaking
    from app.services.ports import Control
    from app.services.stress_views import Bearing, KeyCustomer, StressGround, StressOutcome, StressRun
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.analysis.stress.detail import StressDetail
    from app.ui.pages.analysis.stress.run_detail import RunDetail
    from app.ui.pages.tabbed import TabbedPage

SCENARIOS, RUNS, KEYS = "scenarios", "runs", "keys"
_OWN = 1000
"""Where the keys of own scenarios begin, above those of the shipped ones."""


@dataclass(frozen=True, slots=True)
class StressRead:
    """The day's ground with every scenario on it, what breaks us, kept tests and key customers."""

    ground: StressGround
    typed: Bearing
    rows: Sequence[StressRow]
    breaking: Breaking
    runs: Sequence[StressRun]
    keys: Sequence[KeyCustomer]


def row_of(outcome: StressOutcome) -> StressRow:
    """A scenario's row; a shipped one keeps its key when the company changes it."""
    codes = [one.code for one in SHIPPED]
    code = outcome.scenario.code
    key = codes.index(code) + 1 if code in codes else _OWN + outcome.scenario_id
    return StressRow(key, outcome)


class StressPanel(TabPanel):
    """``open(customer_id=…)`` shows what the failure of a customer would take."""

    moves = frozenset(
        {
            "document", "allocation", "customer", "profile", "promise", "payment_plan", "plan_item",
            "plan_part", "bill", "bill_cover", "dispute", "claim", "claim_event", "claim_invoice", "rate",
            "cash_item", "study", "setting", "own_statement", "insurance_policy", "limit_decision",
            "stored_assessment", "grade_override",
        }
    )  # fmt: skip

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        theme = context.theme
        self.found: StressRead | None = None
        self.dialog: FormDialog | None = None
        self._detail: StressDetail | None = None
        self._run_detail: RunDetail | None = None
        self._wanted: tuple[int, ...] = ()
        self._shown_key = self._shown_run = 0
        self.view = Segmented()
        self.as_of = AsOfDate(theme, context.language, context.company.clock)
        self.new_button = button(theme, "", "normal", "plus", self.add)
        self.keep_button = button(theme, "", "normal", "calendar-check", self.keep_all)
        self.export_button = button(theme, "", "normal", "table", self._open_export)
        self.bearing_button = button(theme, "", "normal", "wallet", self.edit_bearing)
        self.scenarios = ScenariosView(context)
        self.runs, self.keys = RunsView(context), KeysView(context)
        self.stack = QStackedWidget()
        for widget in (self.scenarios, self.runs, self.keys):
            self.stack.addWidget(widget)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        bar = QWidget()
        filters = FlowLayout(bar)
        for widget in (self.view, self.as_of, self.new_button, self.keep_button, self.export_button):
            filters.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(bar)
        layout.addWidget(self.stack, 1)
        self.host.header.add(self.bearing_button)

    def _connect(self) -> None:
        self.view.chosen.connect(self.show_view)
        self.as_of.changed.connect(self.read)
        view = self.scenarios
        view.opened.connect(self.open_row)
        view.broken.connect(self.open_breaking)
        view.wanted_bearing.connect(self.edit_bearing)
        view.combined.connect(self._combine)
        view.together_opened.connect(self._open_together)
        view.together_kept.connect(self._keep_together)
        self.runs.opened.connect(self.open_run)
        self.runs.wanted.connect(self.keep_all)
        self.keys.wanted.connect(self.choose_keys)
        self.keys.tried.connect(lambda customer_id: self.fail((customer_id,)))

    # -- reading --------------------------------------------------------------------------------

    def read(self, *_: object) -> None:
        """Try every scenario on the day's debtors."""
        stress, day = self.context.company.stress, self.as_of.day

        def work(_control: Control) -> StressRead:
            ground = stress.ground(day)
            rows = [row_of(one) for one in stress.outcomes(ground)]
            return StressRead(
                ground, stress.bearing(), rows, stress.breaking(ground), stress.runs(), stress.key_customers()
            )

        self.scenarios.table.loading.start()
        self.context.runner.database(
            work, self._show, failed=self._failed, owner=self, label="work.stressing", key="analysis.stress"
        )

    def _failed(self, error: Exception) -> None:
        self.scenarios.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, found: StressRead) -> None:
        self.scenarios.table.loading.stop()
        self.found = found
        for view in (self.scenarios, self.runs, self.keys):
            view.show_stress(found)
        able = bool(found.ground.debtors)
        nobody = self.tr("Nobody owes anything on this day.")
        guard(self.context, self.new_button, self.keep_button, able=able, because=nobody)
        guard(self.context, self.bearing_button)
        self.export_button.setEnabled(able)
        self.export_button.setToolTip("" if able else nobody)
        self._combine()
        self._refresh_details()
        if self._wanted:
            wanted, self._wanted = self._wanted, ()
            self.fail(wanted)
        self.host.tell_status()

    def _refresh_details(self) -> None:
        """What the drawer shows, as it is now; one that is gone closes."""
        if self._detail is not None and self.host.shows_detail(self._detail) and self._shown_key:
            row = self._row(self._shown_key)
            if row is not None and self.found is not None:
                self._detail.show_outcome(row.outcome, self.found.ground)
            elif self.host.drawer is not None:
                self.host.drawer.close_drawer()
        elif self._run_detail is not None and self.host.shows_detail(self._run_detail):
            self.open_run(self._shown_run, focus=False)

    def _row(self, key: int) -> StressRow | None:
        rows = self.found.rows if self.found is not None else ()
        return next((row for row in rows if row.key == key), None)

    # -- together -------------------------------------------------------------------------------

    def _combine(self) -> None:
        """What the checked scenarios take at once."""
        keys = self.scenarios.model.checked
        found, stress = self.found, self.context.company.stress
        if found is None or not keys or not found.ground.debtors:
            self.scenarios.show_together(None, [])
            return
        wanted = together(row.outcome.scenario for row in found.rows if row.key in keys)
        names = self.scenarios.names_of(keys)
        self.context.runner.database(
            lambda _control: stress.outcome(wanted, found.ground),
            lambda outcome: self.scenarios.show_together(outcome, names),
            failed=self.context.notices.error,
            owner=self,
            key="analysis.stress.together",
        )

    def _open_together(self) -> None:
        outcome = self.scenarios.together
        if outcome is not None:
            names = self.scenarios.names_of(self.scenarios.model.checked)
            self.show_outcome(outcome, " + ".join(names))

    def _keep_together(self) -> None:
        outcome = self.scenarios.together
        if outcome is not None:
            names = self.scenarios.names_of(self.scenarios.model.checked)
            self.edit(outcome, " + ".join(names)[:80])

    # -- opening --------------------------------------------------------------------------------

    def open_row(self, key: int) -> None:
        """Open a scenario's drawer."""
        row = self._row(key)
        if row is not None:
            self.show_outcome(row.outcome, key=key)

    def show_outcome(self, outcome: StressOutcome, name: str = "", *, key: int = 0) -> None:
        """Show any outcome in the drawer; ``name`` is for one that is not kept."""
        if self.found is None:
            return
        from app.ui.pages.analysis.stress.detail import StressDetail  # noqa: PLC0415 - loads on first use

        if self._detail is None:
            self._detail = StressDetail(self.context, self)
            self._detail.retranslate()
        self._shown_key = key
        self._detail.show_outcome(outcome, self.found.ground, name)
        self.host.show_detail(self._detail, focus=True)
        self._detail.write_title()

    def _try(self, scenario: StressScenario, name: str) -> None:
        """Try a scenario that is not kept, and show it."""
        found, stress = self.found, self.context.company.stress
        if found is not None:
            self.context.runner.database(
                lambda _control: stress.outcome(scenario, found.ground),
                lambda outcome: self.show_outcome(outcome, name),
                failed=self.context.notices.error,
                owner=self,
                key="analysis.stress.try",
            )

    def fail(self, customer_ids: Sequence[int]) -> None:
        """Show what the failure of these customers would take."""
        if self.found is None or not customer_ids:
            return
        ground, formats = self.found.ground, self.context.formats
        if len(customer_ids) == 1:
            who = customer_name(ground, customer_ids[0], formats)
            name = self.tr("What if {customer} failed").format(customer=who)
        else:
            name = self.tr("What if %n customer(s) failed", "", len(customer_ids))
        self._try(self.context.company.stress.failing(customer_ids), name)

    def open_breaking(self, name: str) -> None:
        """Show what breaks us with the customers behind it."""
        if self.found is None:
            return
        breaking = self.found.breaking
        if name in {"failures", "weakest"}:
            self.fail(getattr(breaking, name) or ())
            return
        kinds = {
            "dso_days": EventKind.DSO,
            "loss_percent": EventKind.FAIL,
            "late_days": EventKind.DELAY,
        }
        value = getattr(breaking, name, None)
        if name in kinds and value is not None:
            scenario = StressScenario("", (Shock(kinds[name], Decimal(value), Whom.ALL),))
            self._try(scenario, say(f"stress_reverse.{name}", self.context.formats.lang, n=value))
        elif name in {"unknown", "already_equity"}:
            self.edit_bearing()
        elif name == "already_cash":
            self.context.navigator.go("analysis", tab="cash")

    def open_run(self, study_id: int, *, focus: bool = True) -> None:
        """Show a kept test beside what it would be today."""
        found, stress = self.found, self.context.company.stress
        run = next((one for one in found.runs if one.study_id == study_id), None) if found else None
        if found is None or run is None:
            if self.host.drawer is not None:
                self.host.drawer.close_drawer()
            return
        scenarios = [kept_scenario(row) for row in run.rows]

        def work(_control: Control) -> list[StressOutcome | None]:
            return [None if one is None else stress.outcome(one, found.ground) for one in scenarios]

        def show(now: list[StressOutcome | None]) -> None:
            detail = self._made_run_detail()
            self._shown_run = study_id
            detail.show_run(run, now, found.ground)
            self.host.show_detail(detail, focus=focus)
            detail.write_title()

        self.context.runner.database(
            work, show, failed=self.context.notices.error, owner=self, key="analysis.stress.run"
        )

    def _made_run_detail(self) -> RunDetail:
        from app.ui.pages.analysis.stress.run_detail import RunDetail  # noqa: PLC0415 - loads on first use

        if self._run_detail is None:
            self._run_detail = RunDetail(self.context, self)
            self._run_detail.retranslate()
        return self._run_detail

    def show_view(self, key: str) -> None:
        """Scenarios, kept tests or key customers."""
        if self.view.current != key:
            self.view.set_current(key)
        views = {SCENARIOS: self.scenarios, RUNS: self.runs, KEYS: self.keys}
        self.stack.setCurrentWidget(views[key])
        if self.host.drawer is not None:
            self.host.drawer.close_drawer()
        for widget in (self.new_button, self.export_button):
            widget.setVisible(key == SCENARIOS)
        self.keep_button.setVisible(key != KEYS)

    # -- acts -----------------------------------------------------------------------------------

    def _change(self, work: Callable[[Control], ChangeSet]) -> None:
        if writable(self.context):
            self.context.runner.database(
                work, self.context.notices.done, failed=self.context.notices.error, owner=self
            )

    def edit_bearing(self) -> None:
        """Type cash and equity."""
        from app.ui.pages.analysis.stress.bearing_dialog import (  # noqa: PLC0415 - loads on first use
            BearingDialog,
        )

        if self.found is not None and writable(self.context):
            found = self.found
            open_for(self, BearingDialog(self.context, found.typed, found.ground.currency, self))

    def add(self) -> None:
        """A scenario of one's own."""
        shock = Shock(EventKind.FAIL, Decimal(100), Whom.LARGEST)
        self._open_editor(StressScenario("", (shock,)), 0)

    def edit(self, outcome: StressOutcome, name: str = "") -> None:
        """Change a scenario; one that is not kept becomes the company's own."""
        from app.ui.pages.analysis.stress.scenario_dialog import (  # noqa: PLC0415 - loads on first use
            SeverityDialog,
        )

        scenario = outcome.scenario
        if not scenario.code:
            self._open_editor(replace(scenario, name=scenario.name or name[:80]), outcome.scenario_id)
        elif self.found is not None and writable(self.context):
            ground = self.found.ground
            open_for(self, SeverityDialog(self.context, scenario, ground, outcome.scenario_id, self))

    def _open_editor(self, scenario: StressScenario, scenario_id: int) -> None:
        from app.ui.pages.analysis.stress.scenario_dialog import (  # noqa: PLC0415 - loads on first use
            ScenarioDialog,
        )

        if self.found is not None and writable(self.context):
            open_for(self, ScenarioDialog(self.context, scenario, self.found.ground, scenario_id, self))

    def remove(self, outcome: StressOutcome) -> None:
        """Delete an own scenario, or take a shipped one as it came; the toast offers to undo it."""
        stress, scenario_id = self.context.company.stress, outcome.scenario_id
        if scenario_id:
            self._change(lambda _control: stress.remove(scenario_id))

    def keep_all(self) -> None:
        """Keep every scenario as it stands, or those checked."""
        if self.found is not None:
            checked = self.scenarios.model.checked
            rows = [row for row in self.found.rows if not checked or row.key in checked]
            self.keep([row.outcome for row in rows])

    def keep(self, outcomes: Sequence[StressOutcome], names: Sequence[str] = ()) -> None:
        """Keep a test with a note."""
        from app.ui.pages.analysis.stress.keep_dialog import KeepDialog  # noqa: PLC0415 - loads on first use

        if self.found is not None and outcomes and self.found.ground.debtors and writable(self.context):
            open_for(self, KeepDialog(self.context, outcomes, self.found.ground, names, self))

    def remove_run(self, study_id: int) -> None:
        """Delete a kept test; the toast offers to undo it."""
        stress = self.context.company.stress
        self._change(lambda _control: stress.remove_run(study_id))

    def choose_keys(self) -> None:
        """Choose whose failure is thought through every year."""
        from app.ui.pages.analysis.stress.key_dialog import KeyDialog  # noqa: PLC0415 - loads on first use

        if self.found is None or not writable(self.context):
            return
        ground, formats = self.found.ground, self.context.formats
        chosen = [one.customer_id for one in self.found.keys]
        owing = ranked(ground.debtors)
        ids = dict.fromkeys([*owing, *chosen, *sorted(ground.names)])
        offered = [(str(one), customer_name(ground, one, formats)) for one in ids]
        open_for(self, KeyDialog(self.context, offered, [str(one) for one in chosen], self))

    # -- files ----------------------------------------------------------------------------------

    def _open_export(self) -> None:
        menu = PageExports(self.context, self).menu(self.export)
        menu.popup(self.export_button.mapToGlobal(QPoint(0, self.export_button.height())))

    def export(self, file_format: str) -> None:
        """Write all scenarios, and the checked ones together."""
        if self.found is None:
            return
        formats, found = self.context.formats, self.found
        lang, ground, bearing = formats.lang, found.ground, found.ground.bearing
        outcomes = [row.outcome for row in found.rows]
        if (at_once := self.scenarios.together) is not None:
            names = self.scenarios.names_of(self.scenarios.model.checked)
            at_once_name = self.tr("Together")
            called = f"{at_once_name}: {' + '.join(names)}"
            scenario = replace(at_once.scenario, name=called)
            outcomes.insert(0, replace(at_once, scenario=scenario))

        def money(minor: int | None) -> str:
            return "–" if minor is None else formats.money(minor, ground.currency)

        title = say("stress_sheet.title", lang)
        lines = [
            say("cli.stress.title", lang, day=formats.day(ground.as_of), currency=ground.currency,
                open=money(ground.open)),
            say("cli.stress.bearing", lang, cash=money(bearing.cash), equity=money(bearing.equity),
                cash_from=(f"stress_from.{bearing.cash_from}", {}),
                equity_from=(f"stress_from.{bearing.equity_from}", {})),
        ]  # fmt: skip
        table = as_table(outcomes, ground, title, lines, formats)
        exports = self.context.company.exports

        def work(path: Path, _control: Control) -> None:
            exports.table(table, path, file_format, lang)

        PageExports(self.context, self).write(f"{title} {ground.as_of.isoformat()}", file_format, work)

    # -- TabPanel -------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Which view, or whose failure."""
        view, customer_id = str(params.get("view", "")), params.get("customer_id")
        if view in {SCENARIOS, RUNS, KEYS}:
            self.show_view(view)
        if isinstance(customer_id, int):
            self.show_view(SCENARIOS)
            self._wanted = (customer_id,)
            self.read()

    def status(self) -> str:
        """What the test is about."""
        if self.found is None:
            return ""
        return self.tr("%n scenario(s) tried", "", len(self.found.rows))

    def showEvent(self, event: QShowEvent) -> None:
        """The button in the page's head comes back with the panel."""
        super().showEvent(event)
        self.bearing_button.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """The button in the page's head goes with the panel."""
        super().hideEvent(event)
        self.bearing_button.hide()

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.view.setAccessibleName(self.tr("View"))
        self.view.set_choices(
            [
                (SCENARIOS, self.tr("Scenarios")),
                (RUNS, self.tr("Kept tests")),
                (KEYS, self.tr("Key customers")),
            ]
        )
        self.new_button.setText(self.tr("New scenario…"))
        self.keep_button.setText(self.tr("Keep this test…"))
        self.export_button.setText(self.tr("Export"))
        self.bearing_button.setText(self.tr("Cash and equity…"))
        for view in (self.scenarios, self.runs, self.keys):
            view.retranslate()
