"""Stations of the contingency plans."""

from __future__ import annotations

from typing import Any

from app.services.session import CompanySession
from tests.tour.stage import Stage


def _ready(session: CompanySession) -> int:
    """Plans where the sample has none, and a run under way."""
    contingency = session.contingency
    if not contingency.plans():
        contingency.take_shipped("zh")
    run_id, _ = contingency.start(contingency.plans()[-1].plan.id, "drill", "方雪莹")
    contingency.tick(run_id, 0, done=True, by="方雪莹")
    contingency.tick(run_id, 2, done=True, by="周敏")
    return run_id


def contingency(stage: Stage) -> None:
    """Plans, one in the drawer, its editor, runs, a checklist, its end; a warning that opens its plan."""
    run_id = stage.ask(_ready)
    page: Any = stage.page("analysis", tab="contingency")
    panel = page.panel("contingency")
    stage.until(lambda: panel.found is not None and bool(panel.found.runs))
    stage.settle()
    stage.shot("contingency")
    panel.open_plan(panel.found.plans[1].plan.id)
    stage.settle()
    stage.shot("contingency-plan")
    page.drawer.close_drawer()
    panel.edit(panel.found.plans[1])
    stage.settle()
    stage.shot("contingency-edit")
    stage.close_all()
    panel.begin(panel.found.plans[2])
    stage.settle()
    stage.shot("contingency-begin")
    stage.close_all()
    panel.show_view("runs")
    stage.settle()
    stage.shot("contingency-runs")
    panel.open_run(run_id)
    stage.settle()
    stage.shot("contingency-checklist")
    panel.end()
    stage.settle()
    stage.shot("contingency-end")
    stage.close_all()
    panel.open_run(panel.found.runs[-1].run.id)
    stage.settle()
    stage.shot("contingency-ended")
    stage.ask(lambda s: s.contingency.remove_run(run_id))
    panel.show_view("plans")
