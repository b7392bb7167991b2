"""Stations of the health check's findings and quarterly reviews."""

from __future__ import annotations

from tests.tour.stage import Stage


def health_findings(stage: Stage) -> None:
    """Findings of the quarter: looked for, one opened, one dropped, all of them, none."""
    stage.ask(lambda session: session.reviews.begin("2025Q4"))
    page = stage.page("health", tab="findings", quarter="2025Q4")
    panel = page.panel("findings")
    stage.until(lambda: panel.found is not None and bool(panel.found.rows))
    stage.shot("health-findings")
    panel.edit(panel.found.rows[0].finding.id)
    stage.shot("health-finding")
    stage.close_all()
    panel.model.set_checked([one.finding.id for one in panel.found.rows[:3]])
    panel.close_findings(drop=True)
    stage.shot("health-finding-drop")
    stage.close_all()
    panel.model.clear_checks()
    panel.add()
    stage.shot("health-finding-new")
    stage.close_all()
    panel.search.setText("zzz")
    panel._narrow()
    stage.shot("health-findings-none")
    panel.search.clear()
    panel._narrow()


def health_reviews(stage: Stage) -> None:
    """The quarters, one being written, one locked, the paper, the dialogs."""
    stage.ask(lambda session: session.reviews.begin("2025Q4"))
    page = stage.page("health", tab="reviews", quarter="2025Q4")
    panel = page.panel("reviews")
    stage.until(lambda: panel.found is not None and panel.found.view.period.name == "2025Q4")
    stage.shot("health-review")
    panel.write_review()
    stage.shot("health-review-write")
    stage.close_all()
    panel.lock()
    stage.shot("health-review-lock")
    stage.close_all()
    panel.open({"quarter": "2025Q3"})
    stage.until(lambda: panel.found is not None and panel.found.view.period.name == "2025Q3")
    stage.shot("health-review-locked")
    panel.reopen()
    stage.shot("health-review-reopen")
    stage.close_all()
    panel.open_paper()
    stage.settle(1500)
    stage.shot("health-review-paper")
    stage.close_all()
