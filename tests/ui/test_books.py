"""Closed months and the proof of the history in the window."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from app.ui.dialogs.period import CloseMonthDialog, ReopenMonthDialog
from app.ui.pages.history import HistoryPage
from app.ui.pages.settings import SettingsPage
from app.ui.pages.settings_periods import PeriodsPanel
from app.ui.shell.main_window import MainWindow
from tests.ui.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, opened: MainWindow) -> Desk:
    """Invoices of September and November."""
    made = Desk(qtbot, opened)
    owner = made.customer("甲方")
    made.document(owner, 100_00, "A-9", on=date(2025, 9, 5))
    made.document(owner, 100_00, "A-11", on=date(2025, 11, 5))
    return made


def months(desk: Desk) -> PeriodsPanel:
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("settings", tab="periods")
    desk.settle()
    return cast("SettingsPage", desk.window.workspace.page).periods


def shown(panel: PeriodsPanel) -> list[tuple[str, bool]]:
    return [(one.month, one.closed) for one in panel._months]


def test_the_next_month_is_offered_and_closed(desk: Desk) -> None:
    panel = months(desk)
    assert shown(panel) == [("2025-11", False), ("2025-10", False), ("2025-09", False)]
    assert "2025-11" in panel.close_button.text()
    panel.table.view.select_id(date(2025, 9, 30).toordinal())
    assert "2025-09" in panel.close_button.text()
    assert not panel.reopen_button.isEnabled()
    panel.close_month()
    assert isinstance(panel.dialog, CloseMonthDialog)
    panel.dialog.submit()
    desk.settle()
    assert shown(panel) == [("2025-11", False), ("2025-10", False), ("2025-09", True)]
    assert "30 Sep 2025" in panel.standing.text()
    assert "2025-10" in panel.close_button.text(), "the first open one"
    assert panel.log.text()


def test_the_chosen_month_is_closed_with_all_before_and_opened_with_a_reason(desk: Desk) -> None:
    panel = months(desk)
    panel.table.view.select_id(date(2025, 10, 31).toordinal())
    panel.close_month()
    assert panel.dialog is not None
    panel.dialog.submit()
    desk.settle()
    panel.table.view.select_id(date(2025, 9, 30).toordinal())
    panel.reopen_month()
    dialog = panel.dialog
    assert isinstance(dialog, ReopenMonthDialog)
    assert "2025-10" in dialog._subtitle.text()
    dialog.submit()
    assert dialog.isVisible(), "no reason, no opening"
    dialog.reason.setPlainText("freight invoice left out")
    dialog.submit()
    desk.settle()
    assert shown(panel) == [("2025-11", False), ("2025-10", False), ("2025-09", False)]
    assert "freight invoice left out" in panel.log.text()


def test_what_was_closed_elsewhere_shows_on_coming_back(desk: Desk) -> None:
    panel = months(desk)
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("customers")
    desk.ask(lambda session: session.periods.close("2025-09"))
    assert shown(months(desk))[-1] == ("2025-09", True)
    assert panel is months(desk)


def test_a_write_into_a_closed_month_says_how_to_open_it(desk: Desk) -> None:
    desk.ask(lambda session: session.periods.close("2025-09"))
    session, window = desk.session, desk.window
    window.runner.database(
        lambda _control: session.ledger.remove([1]), window.notices.done, failed=window.notices.error
    )
    desk.settle()
    assert window.workspace is not None
    told = window.workspace.message._text.text()
    assert "2025-09" in told
    assert "Closed months" in told


def proof_page(desk: Desk) -> HistoryPage:
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("history", tab="proof")
    desk.settle()
    return cast("HistoryPage", desk.window.workspace.page)


def test_a_proof_is_written_and_compared(desk: Desk, tmp_path: Path) -> None:
    panel = proof_page(desk).proof
    head = desk.ask(lambda session: session.proofs.head())
    assert panel.whole.text() == head.mark
    panel.write(tmp_path / "p.json")
    desk.settle()
    assert panel.message.tone == "good"
    panel.compare(tmp_path / "p.json")
    desk.settle()
    assert panel.message.tone == "good"
    panel.printed.setText(f"{head.entry} {head.mark[:16]}")
    panel.compare_printed()
    desk.settle()
    assert panel.message.tone == "good"
    for text in ("nothing", f"{head.entry} {'0' * 16}"):
        panel.printed.setText(text)
        panel.compare_printed()
        desk.settle()
        assert panel.message.tone == "danger"
    panel.verify()
    desk.settle()
    assert panel.message.tone == "good"


def test_the_head_follows_what_is_done(desk: Desk) -> None:
    page = proof_page(desk)
    assert page.help_tab() == "proof"
    before = page.proof.whole.text()
    desk.customer("乙方")
    assert page.proof.whole.text() != before
