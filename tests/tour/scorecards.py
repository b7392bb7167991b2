"""Stations of the scorecards: the editor, its faults, the effect, the versions, tables, grades."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint

from app.domain.scorecard import GRADES
from tests.tour.stage import Stage


def scorecards(stage: Stage) -> None:
    """The card in force, an edit with its effect, and who stands in a row."""
    page = stage.page("credit_rules", tab="scorecards")
    panel = page.panel("scorecards")
    stage.until(lambda: panel.previewing.fresh)
    for info in panel.model.shown():
        stage.looker.words.learn_text(info.content_hash[:8])
    stage.shot("scorecards")
    panel.weights.show_part("days_late")
    stage.shot("scorecards-days-late")
    bars = [bar for bar in panel.editor.bars.values() if bar._count is not None and bar._count.customers]
    bars[0].opened.emit()
    stage.settle(250)
    stage.shot("scorecards-members")
    page.drawer.close_drawer()
    panel.weights.show_part("industry_outlook")
    stage.shot("scorecards-choice")
    panel.show_view("bands")
    stage.shot("scorecards-bands")


def scorecards_tables(stage: Stage) -> None:
    """Countries, industries, the map of ratings, how long grades hold; a row and a scale of our own."""
    page = stage.page("credit_rules", tab="tables")
    panel = page.panel("tables")
    for row in panel.countries.rows:
        stage.looker.words.learn_text(row.key)
    stage.looker.words.learn_text("OECD DRA AEO AAA ISIC DB")
    stage.shot("tables-countries")
    panel.countries._open_row(5)
    dialog: Any = panel.countries.dialog
    dialog.value.choose("3")
    dialog.submit()
    stage.shot("tables-row-wrong")
    dialog.source.setText("OECD")
    dialog.submit()
    stage.settle()
    panel.countries.scope.set_current("own")
    panel.countries._narrow()
    stage.shot("tables-own")
    panel.show_view("industries")
    stage.shot("tables-industries")
    panel.industries.add()
    stage.shot("tables-new-row")
    stage.close_all()
    panel.show_view("ratings")
    stage.settle()
    for scale in panel.ratings.scales:
        stage.looker.words.learn_text(f"{scale} {scale.provider} {scale.scale} {scale.source}")
    stage.shot("tables-ratings")
    panel.ratings.table.view.select_id(7)
    panel.ratings._edit_current()
    stage.shot("tables-scale")
    stage.close_all()
    panel.show_view("holding")
    stage.settle()
    panel.holding.months[GRADES[3]].setValue(20)
    panel.holding.save()
    stage.shot("tables-holding")
    panel.holding.drop()


def grades(stage: Stage) -> None:
    """Grades in force, those ended, everybody scored again, and keeping some."""
    page = stage.page("credit", tab="grades")
    panel = page.panel("grades")
    stage.until(lambda: bool(panel.held.rows))
    stage.shot("grades")
    panel.held.show_scope("ended")
    stage.shot("grades-ended")
    panel.show_view("rescored")
    stage.shot("grades-not-yet")
    panel.rescored.run()
    stage.until(lambda: panel.rescored.rows is not None)
    stage.shot("grades-rescored")
    panel.rescored.show_scope("worse")
    stage.shot("grades-worse")
    panel.rescored.show_scope("all")
    panel.rescored.model.set_checked([panel.rescored.model.id_at(row) for row in (0, 1, 3)])
    stage.shot("grades-checked")
    panel.rescored.keep()
    stage.shot("grades-keep")
    panel.rescored.dialog.submit()
    stage.settle()
    stage.shot("grades-kept")


def scorecards_draft(stage: Stage) -> None:
    """A draft: heavier late payment, faults in words, the effect, publishing, comparing."""
    page = stage.page("credit_rules", tab="scorecards")
    panel = page.panel("scorecards")
    stage.until(lambda: panel.previewing.fresh)
    panel.show_view("parts")
    panel.weights.edits["family:trading"].edited.emit(panel.drafting.card.families[1].weight + 20)
    panel.weights.show_part("late_ratio")
    panel.editor._on_bound(2, panel.editor.indicator.bins[0].high)
    stage.settle(900)
    stage.shot("scorecards-faults")
    panel.errands.discard()
    stage.settle(100)
    for place, row in enumerate(panel.editor.indicator.bins):
        panel.editor._on_points(place, row.points * 3 // 5)
    stage.settle(1500)
    stage.until(lambda: panel.previewing.fresh)
    stage.shot("scorecards-draft")
    panel.show_view("effect")
    stage.shot("scorecards-effect")
    found = panel.previewing.found
    pair = next(
        ((was, now) for was in GRADES for now in GRADES if was is not now and (was, now) in found.migration),
        None,
    )
    if pair is not None:
        panel.effect.matrix.choose(pair)
        stage.shot("scorecards-effect-cell")
    panel.errands.publish()
    stage.settle()
    dialog: Any = panel.dialog
    dialog.submit()
    stage.shot("scorecards-publish")
    dialog.reason.setPlainText(dialog.windowTitle())
    dialog.submit()
    stage.settle()
    for info in panel.drafting.found.versions:
        stage.looker.words.learn_text(f"{info.content_hash} {info.content_hash[:8]}")
    panel.show_view("versions")
    stage.settle(200)
    stage.shot("scorecards-versions")
    panel.versions.looked.emit(1)
    stage.settle(200)
    stage.shot("scorecards-earlier")
    panel._look_away()
    stage.settle()
    panel.errands.menu().popup(page.mapToGlobal(QPoint(500, 200)))
    stage.shot("menu-scorecard")
    stage.close_all()
    panel.errands.copy()
    stage.shot("scorecards-copy")
    stage.close_all()
    panel.errands.add_indicator("external")
    dialog = panel.dialog
    dialog.which.choose("")
    dialog._follow()
    stage.shot("scorecards-indicator")
    stage.close_all()
