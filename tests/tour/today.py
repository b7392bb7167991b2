"""Stations of the Today page."""

from __future__ import annotations

from typing import Any

from tests.tour.stage import Stage


def today(stage: Stage) -> None:
    """The page as the day begins, narrowed, and everything it asks."""
    page: Any = stage.page("today")
    stage.until(lambda: page._filled)
    stage.settle()
    stage.shot("today")
    page.card.kinds.set_current("collect")
    page.card.kinds.chosen.emit("collect")
    stage.shot("today-collect")
    page.card.kinds.set_current("all")
    page.card._narrow()
    page.card.table.view.selectRow(1)
    page.card.postpone()
    stage.shot("today-postpone")
    stage.close_all()
    page.ask_target("overdue_rate")
    stage.shot("today-target")
    stage.close_all()
    page._open_tile("dso", page.tiles["dso"].mapToGlobal(page.tiles["dso"].rect().center()))
    stage.shot("today-tile")
    stage.close_all()
    page.show_data()
    stage.shot("today-forecast-data")
    stage.close_all()
    page.more_button.click()
    stage.shot("today-more")
    stage.close_all()
    page.card.finish()
    stage.settle()
    stage.shot("today-done")
    stage.window.undo()
    stage.settle()
