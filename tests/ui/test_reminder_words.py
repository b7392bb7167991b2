"""Policies, templates and the letterhead in the window, on the real services."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import cast

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from app.adapters.pdf_pages import PdfiumPages
from app.domain.document import Document, DocumentKind
from app.domain.dunning import CHINESE, NO_REMINDERS, DunningPolicy, DunningStep, Trigger
from app.services.control import Silent
from app.services.letterhead import PictureRole
from app.ui.formats import Formats
from app.ui.pages.reminders.ladder import Ladder, offsets
from app.ui.pages.reminders.page import RemindersPage
from app.ui.pages.reminders.policies_panel import PoliciesPanel
from app.ui.pages.reminders.policy_dialogs import PolicyDialog
from app.ui.pages.reminders.step_dialog import StepDialog
from app.ui.pages.reminders.templates_panel import TemplatesPanel
from app.ui.pages.settings import SettingsPage
from app.ui.pages.settings_letterhead import picture_of
from app.ui.shell.main_window import MainWindow
from app.ui.theme import Theme
from app.ui.widgets.code_edit import CodeEdit, Fault
from tests.ui.desk import TODAY, Desk


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    return Desk(qtbot, opened)


def go(desk: Desk, page: str, **params: object) -> object:
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go(page, **params)
    desk.settle()
    return desk.window.workspace.page


def policies(desk: Desk) -> PoliciesPanel:
    panel = cast("RemindersPage", go(desk, "reminders", tab="policies")).policies
    desk.qtbot.waitUntil(lambda: bool(panel.policies))
    return panel


def templates(desk: Desk) -> TemplatesPanel:
    panel = cast("RemindersPage", go(desk, "reminders", tab="templates")).templates
    desk.qtbot.waitUntil(lambda: panel.stored is not None)
    desk.settle()
    return panel


def closed(desk: Desk, panel: PoliciesPanel) -> None:
    desk.settle()
    desk.qtbot.waitUntil(lambda: panel.dialog is None)
    desk.settle()


def dialog(desk: Desk, panel: PoliciesPanel) -> StepDialog | PolicyDialog:
    desk.settle()
    assert isinstance(panel.dialog, StepDialog | PolicyDialog)
    return panel.dialog


def shown(panel: PoliciesPanel) -> DunningPolicy:
    """The policy in view."""
    assert panel.policy is not None
    return panel.policy


def typed(panel: TemplatesPanel) -> bool:
    """Whether words wait to be saved."""
    return panel.dirty


# -- policies -----------------------------------------------------------------------------------


def test_the_shipped_ladders_stand_there_with_the_one_in_force(desk: Desk) -> None:
    panel = policies(desk)
    assert [policy.code for policy in panel.policies] == [CHINESE, "english", NO_REMINDERS]
    assert panel.code == CHINESE
    assert panel.rungs.rowCount() == 6
    assert not panel.default_button.isEnabled()


def test_a_step_out_of_order_is_refused_at_its_field_and_a_good_one_is_kept(desk: Desk) -> None:
    panel = policies(desk)
    panel.edit_step(3)
    step = cast("StepDialog", dialog(desk, panel))
    step.days.setValue(2)
    step.submit()
    assert step.fields["days"].has_error
    step.days.setValue(20)
    step.submit()
    closed(desk, panel)
    assert shown(panel).changed
    assert (shown(panel).steps[2].days, shown(panel).steps[2].level) == (20, 3)
    panel.reset()
    desk.settle()
    assert not shown(panel).changed
    assert shown(panel).steps[2].days == 15


def test_steps_are_added_between_others_and_taken_away(desk: Desk) -> None:
    panel = policies(desk)
    panel.steps.view.select_id(3)
    panel.add_step()
    step = cast("StepDialog", dialog(desk, panel))
    step.days.setValue(22)
    step.zh.setText("补充提醒")
    step.submit()
    closed(desk, panel)
    assert panel.policy is not None
    assert [each.level for each in panel.policy.steps] == list(range(1, 8))
    assert [each.days for each in panel.policy.steps][3] == 22
    panel.steps.view.select_id(4)
    panel.remove_button.click()
    desk.settle()
    assert [each.days for each in panel.policy.steps] == [5, 3, 15, 30, 45, 75]


def test_a_copy_becomes_the_company_s_own_and_its_default(desk: Desk) -> None:
    panel = policies(desk)
    panel.duplicate()
    copy = cast("PolicyDialog", dialog(desk, panel))
    copy.submit()
    assert copy.fields["zh"].has_error, "a name of its own"
    copy.zh.setText("中国六步催收")
    copy.submit()
    assert copy.fields["zh"].has_error, "another is called so"
    copy.zh.setText("大客户")
    copy.submit()
    closed(desk, panel)
    assert panel.policy is not None
    assert panel.policy.titled("en") == "大客户"
    assert len(panel.policy.steps) == 6
    panel.default_button.click()
    desk.settle()
    assert panel.default.code == panel.code
    panel.remove()
    desk.settle()
    assert len(panel.policies) == 4, "the default is not deleted"
    desk.window.undo()
    desk.settle()
    panel.remove()
    desk.settle()
    assert len(panel.policies) == 3


_TRIGGERS = st.sampled_from([Trigger.DUE, Trigger.PREVIOUS, Trigger.END_OF_MONTH])
_STEPS = st.lists(st.tuples(_TRIGGERS, st.integers(0, 400)), max_size=9)


@settings(max_examples=30, deadline=None)
@given(drawn=_STEPS)
@example(drawn=[(Trigger.DUE, 0), (Trigger.DUE, 29), (Trigger.DUE, 29), (Trigger.DUE, 29)])
def test_every_mark_of_a_ladder_is_inside_it_and_in_order(
    one_theme: Theme, drawn: list[tuple[Trigger, int]]
) -> None:
    steps = [DunningStep(n, kind, days, "reminder") for n, (kind, days) in enumerate(drawn, 1)]
    ladder = Ladder(one_theme, cast("Formats", type("Zh", (), {"lang": "zh"})()))
    ladder.resize(640, ladder.height())
    ladder.set_steps(sorted(steps, key=lambda step: step.days))
    assert len(offsets(steps)) == len(steps)
    ladder.grab()
    assert all(mark.left() >= 0 and mark.right() < 640 for mark in ladder._marks())
    ladder.deleteLater()


def test_a_ladder_is_walked_and_chosen_from_the_keyboard(
    qtbot: QtBot, theme: Theme, formats: Formats
) -> None:
    ladder = Ladder(theme, formats)
    qtbot.addWidget(ladder)
    ladder.set_steps([DunningStep(n, Trigger.DUE, 7 * n, "reminder") for n in (1, 2, 3)])
    with qtbot.waitSignal(ladder.chosen) as chosen:
        qtbot.keyClick(ladder, Qt.Key.Key_Right)
        qtbot.keyClick(ladder, Qt.Key.Key_Return)
    assert chosen.args == [2]
    assert "3 " in ladder.accessibleDescription()


# -- templates ----------------------------------------------------------------------------------


@pytest.fixture
def owed(desk: Desk) -> Desk:
    who = desk.customer("苏州恒岳机电有限公司")
    debit = Document(who, DocumentKind.INVOICE, "HQ-1", TODAY.replace(month=10), "CNY", 100_000)
    desk.ask(lambda s: s.ledger.enter(debit))
    return desk


def test_a_template_is_shown_on_a_customer_and_a_fault_at_its_place(owed: Desk) -> None:
    panel = templates(owed)
    owed.qtbot.waitUntil(lambda: panel.paper.pages >= 1)
    assert panel.customer.text() == "苏州恒岳机电有限公司"
    body = panel.editor.body
    body.setPlainText(body.toPlainText() + "\n\n{{ no_such_field }}")
    owed.qtbot.waitUntil(lambda: bool(panel.problems), timeout=5_000)
    owed.settle()
    last = body.document().blockCount()
    assert [fault.line for fault in body.faults] == [last]
    panel.save()
    owed.settle()
    assert typed(panel), "words with a fault are not kept"
    assert body.textCursor().blockNumber() + 1 == last
    panel.discard()
    assert not typed(panel)


def test_own_words_are_kept_read_again_and_reset_to_the_shipped(owed: Desk) -> None:
    panel = templates(owed)
    shipped = panel.editor.body.toPlainText()
    panel.editor.subject.setFocus()
    panel.editor.subject.setText("请付款")
    panel.editor.subject.textEdited.emit("请付款")
    assert typed(panel)
    panel.save_button.click()
    owed.settle()
    assert not typed(panel)
    assert owed.ask(lambda s: s.letters.template(panel.code, panel.lang)).subject == "请付款"
    assert panel.reset_button.isEnabled()
    panel.reset_button.click()
    owed.settle()
    assert panel.editor.body.toPlainText() == shipped
    assert owed.ask(lambda s: s.letters.template(panel.code, panel.lang)).shipped


def test_typed_words_are_not_lost_by_choosing_another_template(owed: Desk) -> None:
    panel = templates(owed)
    before = panel.code
    panel.editor.body.insertPlainText("您好")
    page = cast("RemindersPage", go(owed, "reminders", tab="templates"))
    panel.list.view.select_id(5)
    assert panel.code == before
    assert not panel.message.isHidden()
    panel._on_language("zh" if panel.lang == "en" else "en")
    assert panel.code == before
    assert not page.may_leave()
    panel.discard()
    assert page.may_leave()
    panel.list.view.select_id(5)
    owed.settle()
    assert panel.code != before


def test_a_field_is_written_where_the_keyboard_was(owed: Desk) -> None:
    panel = templates(owed)
    panel.editor.set_texts(panel.editor.texts())
    panel.editor.body.moveCursor(panel.editor.body.textCursor().MoveOperation.Start)
    place = next(n for n, field in enumerate(panel._known, 1) if field.name == "customer")
    panel.fields.opened.emit(place)
    assert panel.editor.body.toPlainText().startswith("{{ customer }}")
    panel.discard()


def test_a_code_editor_marks_the_word_and_the_whole_line(qtbot: QtBot, theme: Theme) -> None:
    edit = CodeEdit(theme)
    qtbot.addWidget(edit)
    edit.resize(320, 160)
    edit.setPlainText("甲 {{ wrong }}\n乙\n丙")
    edit.set_faults([Fault(1, 6, "?"), Fault(2, 0, "?"), Fault(99, 3, "?")])
    words = [mark.cursor.selectedText() for mark in edit.extraSelections()]
    assert words == ["wrong", "乙", "丙"]
    edit.grab()
    edit.go_to(edit.faults[1])
    assert edit.textCursor().blockNumber() == 1


# -- paper and letterhead -----------------------------------------------------------------------


def test_pages_of_a_pdf_become_pictures_of_the_width_asked_for(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "two.pdf"))
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 0, 600, 900, fill=1)
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    pages = PdfiumPages().pages((tmp_path / "two.pdf").read_bytes(), 300, Silent())
    assert [page.width for page in pages] == [300, 300]
    first, second = (
        QImage(page.data, page.width, page.height, page.stride, QImage.Format.Format_RGB32) for page in pages
    )
    assert first.pixelColor(150, 200) == QColor(255, 0, 0)
    assert second.pixelColor(150, 200) == QColor(255, 255, 255)


def test_a_logo_is_chosen_shown_refused_and_undone(desk: Desk, tmp_path: Path) -> None:
    page = cast("SettingsPage", go(desk, "settings", tab="letterhead"))
    picture = QImage(64, 32, QImage.Format.Format_RGB32)
    picture.fill(QColor(10, 120, 90))
    good, text = tmp_path / "标志.png", tmp_path / "标志.pdf"
    assert picture.save(str(good))
    text.write_bytes(b"%PDF-1.4\n")
    panel = page.letterhead
    panel.take(PictureRole.LOGO, good)
    desk.settle()
    company = desk.ask(lambda s: s.company.get())
    assert company.logo == hashlib.sha256(good.read_bytes()).hexdigest()
    assert not panel.frames[PictureRole.LOGO].picture.isNull()
    panel.take(PictureRole.SEAL, text)
    desk.settle()
    assert not panel.message.isHidden()
    assert desk.ask(lambda s: s.company.get()).seal == ""
    panel.drop[PictureRole.LOGO].click()
    desk.settle()
    assert desk.ask(lambda s: s.company.get()).logo == ""
    desk.window.undo()
    desk.settle()
    assert desk.ask(lambda s: s.company.get()).logo == company.logo


@pytest.mark.parametrize("data", [b"", b"<svg>", b"\x89PNG\r\n\x1a\n" + bytes(99)])
def test_bytes_that_are_no_picture_show_nothing(qtbot: QtBot, data: bytes) -> None:
    del qtbot
    assert picture_of(data, QSize(100, 50)).isNull()
