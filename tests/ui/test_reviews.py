"""Findings and quarterly reviews in the window: looked for, written, printed, locked, opened again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.paper_dialog import PaperDialog
from app.ui.pages.health.findings.dialogs import CloseDialog, FindingDialog
from app.ui.pages.health.findings.panel import FindingsPanel
from app.ui.pages.health.page import HealthPage
from app.ui.pages.health.reviews.dialogs import LockDialog, ReopenDialog, ReviewDialog
from app.ui.pages.health.reviews.panel import ReviewsPanel
from app.ui.pages.health.reviews.paper import ReviewPaperDialog, open_review_paper
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import Desk

DAY = date(2025, 12, 31)
Q4 = "2025Q4"


@pytest.fixture
def desk(opened: MainWindow, qtbot: QtBot) -> Desk:
    """A debt overdue for five months, and one of this quarter."""
    desk = Desk(qtbot, opened)
    late = desk.customer("重庆渝驰", code="C1", name_en="Yuchi")
    desk.customer("苏州恒岳", code="C2", name_en="Hengyue")
    desk.document(late, 950_00, "A1", on=date(2025, 6, 1), due_date=date(2025, 7, 1))
    return desk


def page_of(desk: Desk, **params: object) -> HealthPage:
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("health", **params)
    desk.settle()
    page = desk.window.workspace.page
    assert isinstance(page, HealthPage)
    return page


def findings_of(desk: Desk, **params: object) -> FindingsPanel:
    panel = page_of(desk, tab="findings", **params).panel("findings")
    assert isinstance(panel, FindingsPanel)
    desk.qtbot.waitUntil(lambda: panel.found is not None, timeout=20_000)
    desk.settle()
    return panel


def reviews_of(desk: Desk, **params: object) -> ReviewsPanel:
    panel = page_of(desk, tab="reviews", **params).panel("reviews")
    assert isinstance(panel, ReviewsPanel)
    desk.qtbot.waitUntil(lambda: panel.found is not None, timeout=20_000)
    desk.settle()
    return panel


def submit(desk: Desk, panel: FindingsPanel | ReviewsPanel) -> None:
    assert isinstance(panel.dialog, FormDialog)
    panel.dialog.submit()
    desk.settle()
    desk.qtbot.waitUntil(lambda: panel.dialog is None, timeout=10_000)
    desk.settle()


def told(panel: FindingsPanel) -> list[str]:
    return [panel.model.columns[1].cell(row).text for row in panel.model.shown()]


def test_findings_are_looked_for_edited_and_closed(desk: Desk) -> None:
    panel = findings_of(desk, quarter=Q4)
    assert not panel.model.shown()
    panel.look()
    desk.settle()
    desk.qtbot.waitUntil(lambda: bool(panel.model.shown()), timeout=20_000)
    assert panel.found is not None
    old = next(one for one in panel.found.rows if one.finding.code == "over_90")
    panel.edit(old.finding.id)
    dialog = panel.dialog
    assert isinstance(dialog, FindingDialog)
    assert "950" in dialog.text.text
    dialog.action.setPlainText("周一上门")
    dialog.owner.setText("方雪莹")
    submit(desk, panel)
    assert panel.found is not None
    kept = next(one.finding for one in panel.found.rows if one.finding.id == old.finding.id)
    assert (kept.text, kept.action, kept.owner) == ("", "周一上门", "方雪莹")
    panel.table.view.select_id(kept.id)
    assert panel.see_button.isEnabled()
    assert panel._behind(next(one for one in panel.found.rows if one.finding.id == kept.id)) is not None
    panel.close_findings(drop=True)
    dialog = panel.dialog
    assert isinstance(dialog, CloseDialog)
    dialog.submit()
    assert panel.dialog is dialog  # no reason, no dropping
    dialog.note.setPlainText("已停业")
    submit(desk, panel)
    assert kept.id not in {one.finding.id for one in panel.model.shown()}
    panel.state.set_current("all")
    panel._narrow()
    panel.table.view.select_id(kept.id)
    panel.take_up()
    desk.settle()
    panel.search.setText("方雪莹")
    panel._narrow()
    assert [one.finding.id for one in panel.model.shown()] == [kept.id]


def test_a_finding_of_ones_own_needs_words(desk: Desk) -> None:
    desk.ask(lambda s: s.reviews.begin(Q4))
    panel = findings_of(desk, quarter=Q4)
    panel.add()
    dialog = panel.dialog
    assert isinstance(dialog, FindingDialog)
    dialog.submit()
    assert panel.dialog is dialog
    dialog.text.setPlainText("<b>合同</b>缺签收")
    submit(desk, panel)
    assert any("<b>合同</b>缺签收" in text for text in told(panel))
    desk.ask(lambda s: s.history.undo())
    desk.qtbot.waitUntil(lambda: not any("合同" in text for text in told(panel)), timeout=10_000)


def test_all_open_findings_are_one_list(desk: Desk) -> None:
    desk.ask(lambda s: s.reviews.begin("2025Q3"))
    desk.ask(lambda s: s.reviews.begin(Q4))
    panel = findings_of(desk)
    assert panel.found is not None
    assert panel.found.quarter == Q4
    panel.quarter.choose("")
    panel._on_quarter()
    desk.settle()
    due = desk.ask(lambda s: s.reviews.due())
    assert {one.finding.id for one in panel.model.shown()} == {one.finding.id for one in due}


def test_a_review_is_written_locked_compared_and_opened_again(desk: Desk) -> None:
    panel = reviews_of(desk)
    assert panel.quarter == Q4
    assert not panel.lock_button.isEnabled()
    panel.begin()
    desk.qtbot.waitUntil(panel.write_button.isEnabled, timeout=20_000)
    assert panel.lock_button.isEnabled()
    panel.write_review()
    dialog = panel.dialog
    assert isinstance(dialog, ReviewDialog)
    dialog.verdict.setPlainText("渝驰的旧账先收。")
    dialog.prepared.setText("方雪莹")
    submit(desk, panel)
    desk.qtbot.waitUntil(lambda: "渝驰的旧账先收" in panel.reading.verdict.text(), timeout=20_000)
    panel.lock()
    assert isinstance(panel.dialog, LockDialog)
    submit(desk, panel)
    desk.qtbot.waitUntil(lambda: panel.found is not None and panel.found.view.locked, timeout=20_000)
    desk.settle()
    assert not panel.write_button.isEnabled()
    assert panel.write_button.toolTip()
    assert desk.window.toast._undo is None  # a lock is not taken back
    desk.document(2, 70_00, "LATE", on=DAY - timedelta(3), due_date=DAY + timedelta(20))
    desk.qtbot.waitUntil(lambda: panel.found is not None and bool(panel.found.changed), timeout=20_000)
    assert "70.00" in panel.reading.difference_list.text()
    panel.reopen()
    reopening = panel.dialog
    assert isinstance(reopening, ReopenDialog)
    reopening.submit()
    assert panel.dialog is reopening
    reopening.reason.setPlainText("漏记一张发票")
    submit(desk, panel)
    desk.qtbot.waitUntil(panel.write_button.isEnabled, timeout=20_000)
    assert "漏记一张发票" in panel.reading.note.text()


def test_the_paper_takes_the_parts_that_are_ticked(desk: Desk, tmp_path: Path) -> None:
    desk.ask(lambda s: s.reviews.begin(Q4))
    panel = reviews_of(desk)
    dialog = open_review_paper(panel.context, Q4, panel)
    desk.qtbot.waitUntil(lambda: dialog.paper.pages > 2, timeout=30_000)
    desk.settle()
    whole = dialog.paper.pages
    assert isinstance(dialog, ReviewPaperDialog)
    actions = dialog.parts_menu().actions()
    assert len(actions) == 10
    assert all(action.isChecked() for action in actions)
    for action in actions[1:]:
        action.setChecked(False)
    desk.qtbot.waitUntil(lambda: dialog.paper.pages < whole, timeout=30_000)
    desk.settle()
    assert desk.ask(lambda s: s.reviews.view(Q4).sections) == ("figures",)
    dialog.save(tmp_path / "nowhere" / "report.pdf")
    desk.qtbot.waitUntil(dialog.message.isVisible, timeout=30_000)
    assert "does not exist" in dialog.message._text.text()
    dialog.save(tmp_path / "report")
    desk.qtbot.waitUntil((tmp_path / "report.pdf").exists, timeout=30_000)
    desk.settle()
    dialog.close()


def test_an_empty_company_and_a_file_for_reading(opened: MainWindow, qtbot: QtBot) -> None:
    desk = Desk(qtbot, opened)
    panel = findings_of(desk)
    assert not panel.model.shown()
    reviews = reviews_of(desk)
    assert reviews.reading.verdict.text()
    closed = replace(desk.session, read_only=True)
    reviews.context = replace(reviews.context, company=closed)
    reviews._write_head()
    assert not reviews.begin_button.isEnabled()
    assert reviews.pdf_button.isEnabled()
    assert not [one for one in opened.findChildren(QDialog) if isinstance(one, PaperDialog)]


def test_the_days_work_leads_to_the_finding(desk: Desk) -> None:
    desk.ask(lambda s: s.reviews.begin(Q4))
    items = desk.ask(lambda s: [one for one in s.work.items(DAY) if one.kind == "finding"])
    assert items
    target = dict(items[0].target)
    panel = findings_of(desk, **target)
    assert panel._finding_id == target["finding_id"]


def test_a_figure_leads_to_its_working(desk: Desk) -> None:
    panel = reviews_of(desk)
    page = panel.host
    panel._open_figure(panel.reading.keys.index("overdue_rate"))
    desk.settle()
    assert page.keys[page.place] == "figures"
    findings = findings_of(desk, quarter=Q4)
    findings.look()
    desk.qtbot.waitUntil(lambda: bool(findings.model.shown()), timeout=20_000)
    desk.settle()
    missed = next(one for one in findings.model.shown() if one.finding.code == "target")
    findings.table.view.select_id(missed.finding.id)
    findings.see()
    desk.settle()
    assert page.keys[page.place] == "figures"


def test_a_finding_of_ones_own_begins_the_review(desk: Desk) -> None:
    panel = findings_of(desk, quarter=Q4)
    panel.add()
    desk.qtbot.waitUntil(lambda: isinstance(panel.dialog, FindingDialog), timeout=20_000)
    desk.settle()
    dialog = panel.dialog
    assert isinstance(dialog, FindingDialog)
    assert dialog.finding.id == 0
    dialog.reject()
    desk.settle()
    panel.search.setText("FINAL NOTICE")
    panel._narrow()
    assert panel.model.shown()  # what is proposed is searched too


def test_a_long_word_widens_nothing(desk: Desk) -> None:
    desk.ask(lambda s: s.reviews.begin(Q4))
    record = desk.ask(lambda s: s.reviews.record(Q4))
    desk.ask(lambda s: s.reviews.save(replace(record, verdict="x" * 3000)))
    panel = reviews_of(desk, quarter=Q4)
    desk.settle()
    inner = panel.reading.verdict.parentWidget()
    assert inner is not None
    assert inner.width() <= panel.reading.width()
