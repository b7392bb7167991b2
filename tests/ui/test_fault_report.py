"""The report of a fault of our own: shown, changed, saved as a file; never twice, and never sent."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.ui.faults import FaultDialog
from app.ui.shell import asking, last_end
from app.ui.shell.main_window import MainWindow
from tests.ui.conftest import settle

PRIVATE = "苏州恒岌机电 91320505MA1XYZ2T3K"


def dialogs(window: MainWindow) -> list[FaultDialog]:
    return [one for one in window.findChildren(FaultDialog) if one.isVisible()]


def press(dialog: FaultDialog, text: str) -> None:
    next(one for one in dialog.findChildren(QPushButton) if one.text() == text).click()


def fail(qtbot: QtBot, window: MainWindow) -> FaultDialog:
    def work(_control: object) -> None:
        raise ValueError(PRIVATE)

    window.runner.database(work)
    window.runner.database(work)
    settle(qtbot, window.runner)
    (dialog,) = dialogs(window)
    return dialog


def test_a_fault_of_ours_is_reported_without_the_companys_data(
    qtbot: QtBot, opened: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog, target = fail(qtbot, opened), tmp_path / "report.txt"
    text = dialog._details.toPlainText()
    assert "builtins.ValueError" in text
    assert not set(PRIVATE.split()) & set(text.split())
    assert not dialog._details.isVisible(), "the report folds out when asked for"
    monkeypatch.setattr(asking, "place_for_report", lambda _parent: target)
    press(dialog, "Save report…")
    assert dialog._details.isVisible(), "nobody saves what they have not seen"
    dialog._details.appendPlainText("while printing")
    press(dialog, "Save report…")
    assert target.read_text("utf-8").endswith("while printing")
    monkeypatch.setattr(asking, "place_for_report", lambda _parent: tmp_path / "gone" / "report.txt")
    press(dialog, "Save report…")
    assert "cannot be written" in dialog._said.text()
    assert opened.has_company(), "the window lives on"
    dialog.close()


@pytest.mark.parametrize("opening", [False, True])
def test_an_end_that_nobody_asked_for_is_told_at_the_next_start(
    qtbot: QtBot, window: MainWindow, opening: bool
) -> None:
    last_end.tell(window, "Fatal Python error: Aborted", opening=opening)
    if opening:
        window.open_sample()
        qtbot.waitUntil(window.has_company, timeout=20_000)
        settle(qtbot, window.runner)
        assert window.workspace is not None
        strip = window.workspace.message
    else:
        strip = window.start.message
    assert "ended unexpectedly" in strip.accessibleName()
    strip.findChildren(QPushButton)[0].click()
    (dialog,) = dialogs(window)
    assert dialog._details.toPlainText() == "Fatal Python error: Aborted"
    dialog.close()
