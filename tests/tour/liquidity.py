"""Stations of our own liquidity."""

from __future__ import annotations

from typing import Any

from tests.tour.stage import Stage


def liquidity(stage: Stage) -> None:
    """The figures, what is behind one, our statements, one being typed."""
    page: Any = stage.page("health", tab="liquidity")
    panel = page.panel("liquidity")
    stage.until(lambda: panel.found is not None)
    stage.until(lambda: panel.figures.times.drawing.ready and panel.figures.days.drawing.ready)
    stage.settle()
    stage.shot("liquidity")
    panel.open_figure("cash_cycle")
    stage.settle()
    stage.shot("liquidity-figure")
    page.drawer.close_drawer()
    panel.show_view("statements")
    stage.settle()
    stage.shot("liquidity-statements")
    panel.edit(panel.found.book.statements[0].statement.id)
    stage.until(lambda: panel.entries.dialog is not None)
    stage.settle()
    stage.shot("liquidity-edit")
    stage.close_all()
    panel.show_view("figures")
