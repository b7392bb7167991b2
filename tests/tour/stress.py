"""Stations of the stress test."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QScrollArea

from app.domain.stress import EventKind
from app.domain.stress_scenario import Shock, StressScenario, Whom
from app.services.session import CompanySession
from tests.tour.stage import Stage


def _ready(session: CompanySession) -> None:
    """A test kept before, and key customers, where the sample has none."""
    stress = session.stress
    ground = stress.ground()
    if not stress.key_customers():
        stress.set_key_customers([one.customer_id for one in ground.debtors[:3]])
    if not stress.runs():
        stress.keep_run(stress.outcomes(ground), ground, "备用授信 300 万元已谈妥")


def stress(stage: Stage) -> None:
    """Scenarios, some together, one in the drawer, what breaks us, kept tests, key customers, dialogs."""
    stage.ask(_ready)
    page: Any = stage.page("analysis", tab="stress")
    panel = page.panel("stress")
    stage.until(lambda: panel.found is not None and bool(panel.found.runs))
    stage.settle(120)
    stage.shot("stress")
    bar = panel.scenarios.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(bar.maximum())
    stage.settle(120)
    stage.shot("stress-breaking")
    bar.setValue(0)
    panel.scenarios.model.set_checked([1, 2, 5])
    stage.until(lambda: panel.scenarios.together is not None)
    stage.settle()
    stage.shot("stress-together")
    panel.scenarios.model.clear_checks()
    panel.open_row(9)
    stage.settle()
    stage.shot("stress-scenario")
    page.drawer.close_drawer()
    _dialogs(stage, panel)
    panel.show_view("runs")
    stage.settle()
    stage.shot("stress-kept")
    panel.open_run(panel.found.runs[0].study_id)
    stage.settle()
    stage.shot("stress-then-and-now")
    panel.show_view("keys")
    stage.settle()
    stage.shot("stress-keys")
    stage.page("analysis", tab="stress", customer_id=panel.found.keys[0].customer_id)
    stage.until(lambda: panel._detail is not None and bool(panel._detail.name))
    stage.settle()
    stage.shot("stress-what-if")
    page.drawer.close_drawer()


def _dialogs(stage: Stage, panel: Any) -> None:
    own = StressScenario(
        "",
        (
            Shock(EventKind.FAIL, Decimal(100), Whom.LARGEST, 2),
            Shock(EventKind.DELAY, Decimal(30), Whom.COUNTRY),
            Shock(EventKind.CURRENCY, Decimal(10)),
        ),
        "春节后两家大客户出事",
    )
    for name, run in (
        ("bearing", panel.edit_bearing),
        ("own", lambda: panel._open_editor(own, 0)),
        ("severity", lambda: panel.edit(next(r.outcome for r in panel.found.rows if r.key == 9))),
        ("keep", panel.keep_all),
        ("choose", panel.choose_keys),
    ):
        run()
        stage.settle()
        stage.shot(f"stress-{name}")
        stage.close_all()
