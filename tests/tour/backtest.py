"""The station of the back-test."""

from __future__ import annotations

from typing import Any

from tests.tour.stage import Stage


def backtest(stage: Stage) -> None:
    """What became of each grade, and who could tell."""
    page: Any = stage.page("analysis", tab="backtest")
    panel = page.panel("backtest")
    stage.until(lambda: panel.found is not None)
    stage.settle()
    stage.shot("backtest")
