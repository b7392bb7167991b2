"""The stations of closed months and of the history's proof."""

from __future__ import annotations

from datetime import date

from app.domain.document import Document, DocumentKind
from tests.tour.stage import Stage


def closed_months(stage: Stage) -> None:
    """The months as they stand, one closed, one opened again, and what happens to who enters into one."""
    page = stage.page("settings", tab="periods")
    stage.settle()
    stage.shot("settings-periods")
    month = page.periods._months[2]
    page.periods.table.view.select_id(month.end.toordinal())
    page.periods.close_month()
    stage.shot("period-close")
    page.periods.dialog.submit()
    stage.settle()
    page.periods.table.view.select_id(page.periods._months[4].end.toordinal())
    stage.settle()
    stage.shot("settings-periods-closed")
    page.periods.reopen_month()
    page.periods.dialog.submit()
    stage.shot("period-reopen")
    stage.close_all()
    _refused(stage, month.end)
    stage.ask(lambda session: session.periods.reopen(month.month, "补录漏记的运费发票"))
    stage.page("settings", tab="periods")
    stage.settle()
    stage.shot("settings-periods-reopened")


def _refused(stage: Stage, day: date) -> None:
    """The sentence that a closed month gives."""
    entry = Document(1, DocumentKind.INVOICE, "补录-1", day, "CNY", 100_00, day)
    stage.page("customers")
    window, ledger = stage.window, stage.session.ledger
    window.runner.database(
        lambda _control: ledger.enter(entry), window.notices.done, failed=window.notices.error
    )
    stage.shot("period-refused")


def history_proof(stage: Stage) -> None:
    """The newest fingerprint, a proof that holds, and one that does not."""
    page = stage.page("history", tab="proof")
    stage.settle()
    stage.looker.words.learn_text(f"{page.proof.newest.text()} {page.proof.whole.text()}")
    stage.looker.words.learn_text("1234 3f9a c01b 22e1 90ab")
    stage.shot("history-proof")
    path = stage.home / "变更记录证明.json"
    page.proof.write(path)
    stage.settle()
    page.proof.compare(path)
    stage.settle()
    stage.shot("history-proof-holds")
    page.proof.printed.setText("2 0000 1111 2222 3333")
    page.proof.compare_printed()
    stage.settle()
    stage.shot("history-proof-differs")
    page.proof.message.hide()
    page.proof.printed.clear()
    page.tabs.show_tab(0)
