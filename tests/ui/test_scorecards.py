"""The scorecard editor: a draft by editing, faults that lead to their row, the effect, publishing, undo."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.assessment import Answer
from app.domain.document import DocumentKind
from app.domain.scorecard import Grade
from app.domain.scorecard_edit import indicator_of
from app.ui.pages.credit_rules.cards.dialogs import CopyDialog, IndicatorDialog, ReasonDialog
from app.ui.pages.credit_rules.cards.panel import ScorecardsPanel
from app.ui.pages.tabbed import TabbedPage
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import Desk

D = Decimal


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    made = Desk(qtbot, opened)
    for name, on in (("Acme Tools Ltd", date(2025, 2, 1)), ("Bolt & Nut GmbH", date(2025, 11, 1))):
        customer = made.customer(name, currency="CNY", country="DE")
        made.document(customer, 100_000, f"I-{name[:1]}", DocumentKind.INVOICE, on)
    return made


def panel_of(desk: Desk, tab: str = "scorecards", **params: object) -> Any:
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("credit_rules", tab=tab, **params)
    desk.settle()
    return cast("TabbedPage", desk.window.workspace.page).panel(tab)


@pytest.fixture
def panel(desk: Desk) -> ScorecardsPanel:
    found = cast("ScorecardsPanel", panel_of(desk))
    desk.qtbot.waitUntil(lambda: found.previewing.fresh, timeout=10_000)
    return found


def kept(desk: Desk, panel: ScorecardsPanel) -> None:
    """Wait until the last edit is kept and its effect known."""
    panel.drafting.flush()
    desk.settle()
    panel.previewing.start()
    desk.settle()


def test_shipped_cards_stand_with_their_rows_and_own_customers(desk: Desk, panel: ScorecardsPanel) -> None:
    assert [info.code for info in panel.model.shown()] == ["existing", "new"]
    assert not panel.publish_button.isEnabled()
    panel.drafting.choose("new")
    desk.settle()
    panel.weights.show_part("country_risk")
    desk.settle()
    counts = [bar for bar in panel.editor.bars.values() if bar._count is not None and bar._count.customers]
    assert sum(bar._count.customers for bar in counts if bar._count is not None) == 2
    counts[0].setFocus()
    desk.key(Qt.Key.Key_Return, widget=counts[0])
    assert {row.name for row in panel.members.model.rows} == {"Acme Tools Ltd", "Bolt & Nut GmbH"}
    assert panel.host.shows_detail(panel.members)


def test_an_edit_becomes_a_draft_and_is_undone(desk: Desk, panel: ScorecardsPanel) -> None:
    desk.write(panel.weights.edits["family:trading"], "45")
    assert panel.drafting.pending
    assert panel.dirty
    kept(desk, panel)
    draft = desk.ask(lambda s: s.scoring.draft("existing"))
    assert draft is not None
    assert draft.families[1].weight == 45
    assert [each.code for each in panel.drafting.errors] == ["scorecard.family_weights"]
    assert not panel.publish_button.isEnabled()
    panel.weights._whole.click()
    kept(desk, panel)
    assert panel.drafting.errors == []
    assert sum(each.weight for each in cast("Any", panel.drafting.card).families) == 100
    desk.window.undo()
    desk.settle()
    assert panel.weights.edits["family:trading"].value == 45
    desk.window.undo()
    desk.settle()
    assert desk.ask(lambda s: s.scoring.draft("existing")) is None
    assert panel.weights.edits["family:trading"].value == 35


def test_a_fault_leads_to_its_row(desk: Desk, panel: ScorecardsPanel) -> None:
    panel.weights.show_part("days_late")
    panel.show_view("versions")
    panel.editor._on_bound(2, D(0))
    kept(desk, panel)
    assert [each.code for each in panel.drafting.errors] == ["scorecard.order"]
    assert "Average days late" in panel.faults.lines[0].text
    panel.weights.show_part("debt_ratio")
    panel._go_to(0)
    assert panel.editor.code == "days_late"
    assert panel.view.current == "parts"
    panel.editor.write()
    assert panel.editor.rows[2][1] is not None
    assert panel.editor.rows[2][1].property("state") == "error"
    assert "once the faults" in panel.foot.text.text()


def test_points_rows_and_special_answers(desk: Desk, panel: ScorecardsPanel) -> None:
    panel.weights.show_part("late_ratio")
    rows = len(panel.editor.rows)
    panel.editor.more_button.click()
    assert len(panel.editor.rows) == rows + 1
    panel.editor._join(rows)
    desk.write(panel.editor.rows[0][2], "95")
    desk.write(panel.editor.special[Answer.MISSING], "30")
    panel.editor.age.setValue(400)
    panel.editor.leaves_out.click()
    found = indicator_of(cast("Any", panel.drafting.card), "late_ratio")
    assert found is not None
    assert (found.bins[0].points, found.missing, found.max_age_days) == (D(95), D(30), 400)
    assert found.not_applicable == D(50)
    assert len(found.bins) == rows


def test_the_editor_speaks_the_other_language_at_once(desk: Desk, panel: ScorecardsPanel) -> None:
    assert desk.window.workspace is not None
    desk.window.workspace.context.language.set("zh")
    desk.qtbot.waitUntil(lambda: panel.editor.more_button.text() == "添加一档", timeout=5_000)
    desk.settle()
    assert panel.card.accessibleName() == "老客户评分卡"


def test_who_changes_grade_opens_the_customer(desk: Desk, panel: ScorecardsPanel) -> None:
    panel.drafting.choose("new")
    desk.settle()
    panel.bands._on_floor(panel.drafting.card.bands[2].grade, D(1))  # type: ignore[union-attr]  # there is one
    panel.bands._on_floor(panel.drafting.card.bands[1].grade, D(2))  # type: ignore[union-attr]  # there is one
    panel.bands._on_coverage(D(0))
    kept(desk, panel)
    found = panel.previewing.found
    assert found is not None
    assert len(found.moved) == 2
    panel.show_view("effect")
    assert len(panel.effect.model.rows) == 2
    pair = (found.moved[0].was, found.moved[0].now)
    panel.effect.matrix.choose(pair)
    assert "from" in panel.effect.count.text()
    panel.effect.matrix.choose(pair)
    panel.effect.opened.emit(found.moved[0].customer_id)
    desk.settle()
    place = desk.window.navigator.place
    assert place is not None
    assert (place.key, place.params["customer_id"]) == ("customers", found.moved[0].customer_id)


def test_the_effect_can_be_stopped_and_asked_again(desk: Desk, panel: ScorecardsPanel) -> None:
    panel.weights._on_weight("days_late", D(24))
    panel.weights._on_weight("late_ratio", D(26))
    panel.previewing.start()
    panel.previewing.stop()
    assert panel.previewing.stopped
    assert not panel.foot.again_button.isHidden()
    desk.settle()
    assert not panel.previewing.fresh
    panel.foot.again_button.click()
    desk.settle()
    assert panel.previewing.fresh


def test_publishing_needs_a_reason_and_is_compared(desk: Desk, panel: ScorecardsPanel) -> None:
    panel.weights.show_part("late_ratio")
    desk.write(panel.editor.rows[0][2], "90")
    kept(desk, panel)
    panel.publish_button.click()
    dialog = panel.dialog
    assert isinstance(dialog, ReasonDialog)
    dialog.submit()
    assert dialog.fields["reason"].has_error
    dialog.reason.setPlainText("Too kind so far")
    dialog.submit()
    desk.settle()
    assert [info.version for info in panel.drafting.found.versions] == [2, 1]  # type: ignore[union-attr]  # read
    panel.show_view("versions")
    panel.versions.compare_with(1, 2)
    desk.settle()
    assert "points" in panel.versions.result.text()
    panel.versions.looked.emit(1)
    desk.settle()
    assert panel.drafting.locked
    assert not panel.editor.rows[0][2].isEnabled()
    panel.errands.take_version()
    desk.settle()
    assert panel.list.model().cell(0, 1).text == "Draft"
    panel.errands.discard()
    desk.settle()
    assert panel.list.model().cell(0, 1).text == "Own"
    assert not panel.publish_button.isEnabled()


def test_knockouts_switch_and_firm_ones_stay(panel: ScorecardsPanel) -> None:
    assert not panel.bands.rows["sanctioned"].on.isEnabled()
    panel.bands.rows["bounced_bill"].on.click()
    codes = [each.code for each in panel.drafting.card.knockouts]  # type: ignore[union-attr]  # there is one
    assert "bounced_bill" not in codes
    panel.bands.rows["bounced_bill"].on.click()
    assert panel.drafting.card.knockouts == panel.drafting.found.in_force.knockouts  # type: ignore[union-attr]  # as above
    panel.bands._on_threshold("long_overdue", D(20))
    found = {each.code: each.value for each in panel.drafting.card.knockouts}  # type: ignore[union-attr]  # as above
    assert found["long_overdue"] == 20


def test_copy_add_an_own_question_and_retire(desk: Desk, panel: ScorecardsPanel) -> None:
    panel.errands.copy()
    dialog = panel.dialog
    assert isinstance(dialog, CopyDialog)
    dialog.name.setText("Wholesale")
    dialog.submit()
    desk.settle()
    assert panel.drafting.info is not None
    assert panel.drafting.info.name == "Wholesale"
    panel.errands.add_indicator("external")
    more = panel.dialog
    assert isinstance(more, IndicatorDialog)
    more.which.choose("")
    more._follow()
    more.name.setText("Pays by card?")
    more.submit()
    desk.settle()
    assert panel.editor.indicator is not None
    assert panel.editor.indicator.name == "Pays by card?"
    panel.weights._indicators_to_whole("external")
    kept(desk, panel)
    assert panel.drafting.errors == []
    for what in ("publish", "retire"):
        panel.errands._reason(what)
        asked = panel.dialog
        assert isinstance(asked, ReasonDialog)
        asked.reason.setPlainText("For wholesalers")
        asked.submit()
        desk.settle()
    assert panel.drafting.info.state == "retired"
    assert panel.drafting.locked
    panel.errands.take_version()
    desk.settle()
    assert panel.list.model().cell(2, 1).text == "Draft"
    assert panel.publish_button.isEnabled()


@pytest.mark.parametrize("ending", ["json", "xlsx"])
def test_a_card_goes_out_and_comes_back(
    desk: Desk, panel: ScorecardsPanel, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"card.{ending}"
    monkeypatch.setattr("app.ui.pages.exporting.PageExports._ask", lambda *_: path)
    monkeypatch.setattr("app.ui.pages.exporting.QDesktopServices.openUrl", lambda *_: True)
    desk.write(panel.weights.edits["days_late"], "20")
    desk.write(panel.weights.edits["late_ratio"], "30")
    kept(desk, panel)
    panel.errands.export(ending)
    desk.settle()
    panel.errands.discard()
    desk.settle()
    assert panel.weights.edits["days_late"].value == 25
    panel.errands.take_file(path)
    desk.settle()
    assert panel.drafting.is_draft
    assert panel.weights.edits["days_late"].value == 20


def test_a_card_with_faults_is_refused_in_words(desk: Desk, panel: ScorecardsPanel, tmp_path: Path) -> None:
    text = desk.ask(lambda s: s.scoring.export_card(s.scoring.card("new")))
    path = tmp_path / "bad.json"
    path.write_text(text.replace('"weight": "30"', '"weight": "31"', 1), "utf-8")
    panel.errands.take_file(path)
    desk.settle()
    assert not panel.strip.isHidden()
    assert "100" in panel.strip.accessibleName()
    assert desk.ask(lambda s: s.scoring.draft("new")) is None


def test_own_rows_of_tables_scales_and_validity(desk: Desk) -> None:
    tables = panel_of(desk, "tables")
    germany = next(row for row in tables.countries.rows if row.key == "DE")
    tables.countries._open(germany)
    dialog = tables.countries.dialog
    dialog.value.choose("3")
    dialog.submit()
    assert dialog.fields["source"].has_error
    dialog.source.setText("OECD, autumn")
    dialog.submit()
    desk.settle()
    tables.countries.scope.set_current("own")
    tables.countries._narrow()
    assert [row.key for row in tables.countries.model.shown()] == ["DE"]
    tables.countries.reset_all()
    desk.settle()
    assert not any(row.own for row in tables.countries.rows)
    tables.show_view("ratings")
    desk.settle()
    count = len(tables.ratings.scales)
    tables.ratings.add()
    scale = tables.ratings.dialog
    scale.provider.setText("House bank")
    scale.kind.choose("values")
    scale._follow()
    scale.rows[0][0].setText("good")
    scale.submit()
    desk.settle()
    assert len(tables.ratings.scales) == count + 1
    assert tables.ratings.own(tables.ratings.scales[-1])
    tables.ratings.reset()
    desk.settle()
    assert len(tables.ratings.scales) == count
    tables.show_view("holding")
    desk.settle()
    tables.holding.months[Grade.A].setValue(3)
    assert tables.dirty
    assert not tables.may_leave()
    tables.holding.save()
    desk.settle()
    assert tables.dirty
    tables.holding.months[Grade.A].setValue(24)
    tables.holding.save()
    desk.settle()
    assert not tables.dirty
    assert desk.ask(lambda s: s.scoring.validity())[Grade.A] == 24


def test_everybody_is_scored_again_and_kept(desk: Desk) -> None:
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("credit", tab="grades")
    desk.settle()
    grades = cast("Any", desk.window.workspace.page).panel("grades")
    assert [row.held for row in grades.held.rows] == [None, None]
    grades.show_view("rescored")
    grades.rescored.run()
    desk.settle()
    rows = grades.rescored.rows
    assert {row.name for row in rows} == {"Acme Tools Ltd", "Bolt & Nut GmbH"}
    grades.rescored.show_scope("new")
    assert grades.rescored.model.rowCount() == 2
    grades.rescored.show_scope("worse")
    assert grades.rescored.model.rowCount() == 0
    grades.rescored.model.set_checked([rows[0].customer_id])
    assert not grades.rescored.bar.isHidden()
    grades.rescored.keep()
    grades.rescored.dialog.submit()
    desk.settle()
    held = {row.customer_id: row.held for row in grades.held.rows}
    assert held[rows[0].customer_id] is not None
    assert held[rows[1].customer_id] is None
    desk.window.undo()
    desk.settle()
    assert all(row.held is None for row in grades.held.rows)
