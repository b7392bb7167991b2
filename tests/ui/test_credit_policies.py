"""The credit-policy simulator in the window: trying, comparing, keeping, files, adopting, nobody there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.domain.credit_policy import Rule
from app.domain.credit_policy_text import CreditPolicy
from app.domain.credit_record import StoredAssessment
from app.services.session import CompanySession
from app.ui.pages.analysis.policy.adopting import AdoptDialog
from app.ui.pages.analysis.policy.dialogs import AssumptionsDialog, NameDialog
from app.ui.pages.analysis.policy.panel import PolicyPanel
from app.ui.pages.analysis.policy.reading import FIGURES
from app.ui.pages.exporting import PageExports
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import Desk

TIGHT = CreditPolicy("紧缩", tuple(Rule(grade, Decimal(20), Decimal(30)) for grade in "ABCD"))


@pytest.fixture
def desk(opened: MainWindow, qtbot: QtBot) -> Desk:
    return Desk(qtbot, opened)


def panel(desk: Desk) -> PolicyPanel:
    workspace = desk.window.workspace
    assert workspace is not None
    workspace.context.navigator.go("analysis", tab="policy")
    desk.settle()
    page: Any = workspace.page
    found = page.panel("policy")
    assert isinstance(found, PolicyPanel)
    desk.qtbot.waitUntil(lambda: found.trial is not None, timeout=10_000)
    return found


def fill(desk: Desk) -> int:
    """A customer of grade B that buys on 60 days and owes it all."""
    who = desk.customer("<b>苏州 & 恒岳</b>", code="C1")
    desk.document(who, 3650_000_00, "A1", on=date(2025, 11, 1), due_date=date(2025, 12, 31))

    def grade(session: CompanySession) -> None:
        made = StoredAssessment(
            who, "existing", 1, "", date(2025, 5, 1), "{}", "70", "90", "B", "B", state="final"
        )
        with session.scoring._desk.store.write() as unit:
            unit.add(made)
            unit.commit("assessment.finished", name="苏州恒岳")

    desk.ask(grade)
    return who


def tried(desk: Desk, shown: PolicyPanel, policy: CreditPolicy = TIGHT) -> None:
    """The answer to what stands in the grid is there."""
    desk.qtbot.waitUntil(
        lambda: shown.trial is not None and shown.trial.answer.tried.policy.rules == policy.rules,
        timeout=10_000,
    )
    desk.settle()


def test_nobody_to_try_it_on(desk: Desk) -> None:
    shown = panel(desk)
    assert shown.compare.table.lines.rowCount() == 0
    assert not shown.cards[3].isVisible()
    shown.adopt()
    desk.settle()
    assert isinstance(shown.dialog, AdoptDialog)


def test_the_answer_follows_what_is_typed(desk: Desk) -> None:
    fill(desk)
    shown = panel(desk)
    edits = shown.grid.rows["B"].edits
    assert edits["terms_days"].placeholderText() == "60"
    desk.write(edits["terms_days"], "20")
    tried(desk, shown, CreditPolicy("", tuple(Rule(g, Decimal(20) if g == "B" else None) for g in "ABCD")))
    assert shown.trial is not None
    assert shown.trial.answer.cash_released > 0
    released = shown.compare.table.lines.rows[-1].cells
    assert released[2].text.startswith("+")
    assert released[-1].text.startswith("●")
    desk.write(edits["terms_days"], "30.5")  # adopted, terms are whole days
    assert not edits["terms_days"].sound
    desk.write(edits["terms_days"], "20")
    desk.write(edits["prepaid"], "101")
    desk.qtbot.waitUntil(shown.message.isVisible, timeout=5_000)
    assert shown.typed is None
    assert not shown.adopt_button.isEnabled()


def test_kept_compared_renamed_deleted_and_back(desk: Desk) -> None:
    fill(desk)
    shown = panel(desk)
    shown.open_policy(TIGHT)
    tried(desk, shown)
    shown.name_it(rename=False)
    assert isinstance(shown.dialog, NameDialog)
    shown.dialog.submit()
    desk.settle()
    [kept] = desk.ask(lambda s: s.credit_policies.kept())
    assert (kept.policy.name, shown.study_id) == ("紧缩", kept.study_id)
    shown.boxes[kept.study_id].setChecked(True)
    desk.settle()
    assert shown.trial is not None
    assert len(shown.trial.others) == 1
    shown.remove()
    desk.settle()
    assert not shown.boxes
    desk.ask(lambda s: s.history.undo())
    assert [one.policy.name for one in desk.ask(lambda s: s.credit_policies.kept())] == ["紧缩"]


def test_a_figure_and_a_point_open(desk: Desk) -> None:
    fill(desk)
    shown = panel(desk)
    for figure in FIGURES:
        shown.open_figure("B", figure)
    detail = shown._customers
    assert detail is not None
    assert [row.cells[0].text for row in detail.table.lines.rows] == ["<b>苏州 & 恒岳</b>"]
    place = next(place for place, one in enumerate(shown.spots) if one.choices)
    shown.open_spot(place)
    assert shown._spot is not None
    wanted = shown.spots[place].rules
    shown._spot.take_button.click()
    tried(desk, shown, CreditPolicy("", wanted))


def test_what_leaves_the_editor_can_be_taken_back(desk: Desk) -> None:
    fill(desk)
    shown = panel(desk)
    shown.open_policy(TIGHT)
    tried(desk, shown)
    shown.open_policy(CreditPolicy(""))
    tried(desk, shown, CreditPolicy(""))
    assert shown.message.isVisible()


def test_files_in_and_out(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(desk)
    shown = panel(desk)
    shown.open_policy(TIGHT)
    tried(desk, shown)
    out = tmp_path / "out.json"
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_a: (str(out), ""))
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda _url: True)
    shown.export_policy()
    desk.settle()
    shown.open_policy(CreditPolicy(""))
    shown.import_policy(out)
    tried(desk, shown)
    assert shown.draft.name == "紧缩"
    bad = tmp_path / "bad.json"
    bad.write_bytes(b"\xff\xfe\x00")
    shown.import_policy(bad)
    desk.settle()
    assert shown.message.isVisible()
    assert shown.draft.name == "紧缩"


def test_adopting_is_shown_first_and_can_be_taken_back(desk: Desk) -> None:
    fill(desk)
    before = desk.ask(lambda s: s.limits.grade_policy())
    shown = panel(desk)
    shown.open_policy(TIGHT)
    tried(desk, shown)
    shown.adopt()
    desk.settle()
    assert isinstance(shown.dialog, AdoptDialog)
    assert desk.ask(lambda s: s.limits.grade_policy()) == before
    shown.dialog.submit()
    desk.settle()
    after = desk.ask(lambda s: s.limits.grade_policy())
    assert {terms.terms_days for terms in after.grades.values()} == {20}
    desk.ask(lambda s: s.history.undo())
    assert desk.ask(lambda s: s.limits.grade_policy()) == before


def test_assumptions_with_their_sources(desk: Desk) -> None:
    shown = panel(desk)
    shown.edit_assumptions()
    desk.settle()
    dialog = shown.dialog
    assert isinstance(dialog, AssumptionsDialog)
    dialog.edits["margin"].set_value(Decimal(27))
    dialog.sources["margin"].setText("2024 年审计报告")
    dialog.submit()
    desk.settle()
    assumed = desk.ask(lambda s: s.credit_policies.assumptions())
    assert (assumed.margin, dict(assumed.sources)) == (Decimal(27), {"margin": "2024 年审计报告"})


@pytest.mark.parametrize("file_format", ["xlsx", "csv", "pdf"])
def test_the_comparison_leaves(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file_format: str
) -> None:
    fill(desk)
    shown = panel(desk)
    shown.open_policy(CreditPolicy("<b>&\n" * 40, TIGHT.rules))
    tried(desk, shown)
    out = tmp_path / f"out.{file_format}"
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_a: (str(out), ""))
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda _url: True)
    shown.export(PageExports(shown.context, shown), file_format)
    desk.settle()
    assert out.stat().st_size > 200
    if file_format == "csv":
        text = out.read_text("utf-8-sig")
        assert "3650000.00" in text.replace(",", "")


def test_a_read_only_file_is_tried_on_and_not_changed(desk: Desk) -> None:
    fill(desk)
    object.__setattr__(desk.session, "read_only", True)
    try:
        shown = panel(desk)
        desk.write(shown.grid.rows["B"].edits["terms_days"], "20")
        tried(
            desk, shown, CreditPolicy("", tuple(Rule(g, Decimal(20) if g == "B" else None) for g in "ABCD"))
        )
        assert not shown.adopt_button.isEnabled()
        assert not shown.keep_button.isEnabled()
        for run in (shown.keep, shown.adopt, shown.remove, shown.edit_assumptions):
            run()
        desk.settle()
        assert shown.dialog is None
    finally:
        object.__setattr__(desk.session, "read_only", False)
