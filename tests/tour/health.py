"""Stations of the health check's figures: overview, all figures, risk, drawers, targets and benchmarks."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QScrollArea

from app.ui.widgets.chart_view import ChartView
from tests.tour.stage import Stage


def _drawn(stage: Stage, panel: Any) -> None:
    """Wait until every chart in view is drawn."""
    stage.settle(120)
    shown = [one for one in panel.window().findChildren(ChartView) if one.isVisible()]
    stage.until(lambda: all(one.drawing.ready for one in shown))
    stage.settle()


def _looked(stage: Stage, page: Any, key: str) -> None:
    """Wait until the drawer shows a figure."""
    detail = page.measures.figure_detail
    stage.until(lambda: detail.found is not None and detail.found.figure.key == key)


def _learn_sources(stage: Stage) -> None:
    """Who published a benchmark, and where, is said in the publisher's own words."""
    for aim in stage.ask(lambda session: session.health.aims()):
        for one in aim.offered:
            stage.looker.words.learn_text(f"{one.source} {one.url}")


def health_overview(stage: Stage) -> None:
    """The overview, a figure's drawer, the foot of the page, a cell of the map, the period's menu."""
    _learn_sources(stage)
    page = stage.page("health", tab="overview", period="2025Q4")
    panel = page.panel("overview")
    stage.until(lambda: panel.found is not None and panel.found.health.period.name == "2025Q4")
    _drawn(stage, panel)
    stage.shot("health-overview")
    bar = panel.scroller.verticalScrollBar()
    bar.setValue(bar.maximum())
    _drawn(stage, panel)
    stage.shot("health-overview-foot")
    bar.setValue(0)
    for key in ("dso", "overdue_rate", "promises_kept"):
        page.measures.open_figure(key)
        _looked(stage, page, key)
        _drawn(stage, panel)
        stage.shot(f"health-drawer-{key}")
    drawer = page.drawer.findChildren(QScrollArea)[0].verticalScrollBar()
    drawer.setValue(drawer.maximum())
    stage.shot("health-drawer-rows")
    panel.heat.map.activated.emit(0, 1)
    stage.shot("health-people")
    page.drawer.close_drawer()
    _drawn(stage, panel)
    page.measures.period_button.open_menu()
    stage.shot("health-periods")
    stage.close_all()


def health_aims(stage: Stage) -> None:
    """All targets and benchmarks, the target and the benchmark of DSO, one's own benchmark, the days."""
    _learn_sources(stage)
    page = stage.page("health", tab="overview", period="2025Q4")
    page.measures.edit_targets()
    stage.shot("health-aims")
    stage.close_all()
    page.measures.edit_target("dso")
    stage.settle()
    stage.shot("health-target")
    stage.close_all()
    page.measures.edit_benchmark("dso")
    stage.settle()
    stage.shot("health-benchmark")
    dialog = page.measures.dialog
    dialog.which.choose("typed")
    dialog._on_which()
    dialog.submit()
    stage.shot("health-benchmark-own")
    stage.close_all()
    page.measures.period_button.ask_days()
    stage.shot("health-days")
    stage.close_all()


def health_figures(stage: Stage) -> None:
    """All figures by quarter, month and year; one opened from elsewhere."""
    page = stage.page("health", tab="figures", period="2025Q4")
    panel = page.panel("figures")
    stage.until(lambda: bool(panel.found) and panel.found[-1].period.name == "2025Q4")
    stage.shot("health-figures")
    for kind, name in (("month", "2025-12"), ("year", "2025")):
        panel._on_kind(kind)
        stage.until(lambda name=name: panel.found[-1].period.name == name)  # type: ignore[misc]  # a default
        stage.shot(f"health-figures-{kind}")
    stage.page("health", tab="figures", period="2025Q4", figure="hhi")
    _looked(stage, page, "hhi")
    _drawn(stage, panel)
    stage.shot("health-figures-drawer")
    page.drawer.close_drawer()


def health_risk(stage: Stage) -> None:
    """The map by grade, region and industry, who owes most, moves of grades, aging."""
    page = stage.page("health", tab="risk", period="2025Q4")
    panel = page.panel("risk")
    stage.until(lambda: panel.found is not None and panel.found.period.name == "2025Q4")
    _drawn(stage, panel)
    stage.shot("health-risk")
    bar = panel.scroller.verticalScrollBar()
    bar.setValue(bar.maximum())
    _drawn(stage, panel)
    stage.shot("health-risk-foot")
    bar.setValue(0)
    for by in ("region", "industry"):
        panel.open({"by": by})
        stage.until(lambda by=by: panel.found.heat.by == by)  # type: ignore[misc]  # a default
        stage.shot(f"health-risk-{by}")
    panel.open({"by": "grade"})
    stage.until(lambda: panel.found.heat.by == "grade")
    panel.moves_cards.matrix.activated.emit(1, 2)
    stage.shot("health-risk-moves")
    page.drawer.close_drawer()
