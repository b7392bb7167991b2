"""Stations of the help: beside a page, as wide as the window, found by words, and the guided tour."""

from __future__ import annotations

from tests.tour.stage import Stage

_SEARCHED_MS = 260


def help_start(stage: Stage) -> None:
    """Help on the start screen."""
    stage.window.help.open_here()
    stage.shot("help-start")
    _close(stage)


def help_panel(stage: Stage) -> None:
    """Beside a page: the page's topic, a key figure, the contents."""
    window = stage.window
    stage.page("health", tab="figures")
    window.help.open_here()
    stage.shot("help-page")
    window.help.open("kpi.dso")
    stage.shot("help-figure")
    assert window.help.panel is not None
    window.help.panel.toggle_list()
    stage.shot("help-contents")
    _close(stage)


def help_wide(stage: Stage) -> None:
    """As wide as the window: a chapter, the glossary, a search with hits and one without."""
    window = stage.window
    stage.page("today")
    window.help.open("playbook.law", wide=True)
    stage.shot("help-playbook")
    window.help.open("guide.glossary", wide=True)
    stage.shot("help-glossary")
    panel = window.help.panel
    assert panel is not None
    panel.search.setText("逾期" if stage.look.lang == "zh" else "overdue")
    stage.settle(_SEARCHED_MS)
    stage.shot("help-search")
    panel.search.setText("☃")
    stage.settle(_SEARCHED_MS)
    stage.shot("help-nothing")
    panel.search.setText("")
    stage.settle(_SEARCHED_MS)
    panel.set_wide(wide=False)
    _close(stage)


def help_tour(stage: Stage) -> None:
    """The guided tour from its first step to its last."""
    window = stage.window
    stage.page("today")
    window.help.begin_tour()
    walk = window.help.walk
    assert walk is not None
    place = 1
    while walk.active:
        stage.until(lambda: not walk._held.isActive())  # as long it keeps the keyboard to itself
        stage.settle(120)
        stage.shot(f"help-tour-{place}")
        walk.forward()
        place += 1


def _close(stage: Stage) -> None:
    if stage.window.help.panel is not None:
        stage.window.help.panel.close_panel()
