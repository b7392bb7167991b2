"""Bank statements at the window: how the tests bring them in and decide their lines."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt

from app.domain.document import DocumentKind
from app.services.bank_views import BankQueueQuery
from app.services.ledger import DocumentQuery
from app.services.session import CompanySession
from app.ui.pages.bank.bring import DONE
from app.ui.pages.bank.page import BankPage
from tests.ui.desk import Desk

HEAD = "Date,Money in,Money out,Payer,Payer account,Text,Reference\n"
LINES = (
    "2025-12-29,100.00,,Acme Tools Ltd,DE01 1111,payment INV-1001,R1\n"
    "2025-12-29,185.00,,Acme Tools Ltd,DE01 1111,payment INV-1002 less charge,R2\n"
    "2025-12-30,77.00,,Somebody Else,DE02 2222,thank you,R3\n"
    "2025-12-30,12.00,,The Bank,,interest,R4\n"
)


def bank(desk: Desk, **params: object) -> BankPage:
    """The bank page."""
    assert desk.window.workspace is not None
    desk.window.workspace.context.navigator.go("bank", **params)
    desk.settle()
    return cast("BankPage", desk.window.workspace.page)


def take_in(desk: Desk, path: Path) -> BankPage:
    """Bring a statement in from the first step to the last."""
    page = bank(desk)
    page.bring(path)
    desk.settle()
    while page.bringing.step != DONE:
        page.bringing.go_on()
        desk.settle()
    return page


def queued(desk: Desk, path: Path) -> BankPage:
    """The queue after the statement, its first line current."""
    page = take_in(desk, path)
    page.bringing.finish.queue.click()
    desk.settle()
    return page


def states(desk: Desk) -> dict[str, str]:
    """What came of each line by its reference."""

    def read(session: CompanySession) -> dict[str, str]:
        rows = session.bank.queue_rows(session.bank.queue(BankQueueQuery(state="")))
        return {row.reference: row.state.value for row in rows}

    return desk.ask(read)


def row_of(desk: Desk, page: BankPage, reference: str) -> int:
    """Make the line with this reference current in the list and the drawer; its id."""

    def read(session: CompanySession) -> int:
        rows = session.bank.queue_rows(session.bank.queue(BankQueueQuery(state="")))
        return next(row.id for row in rows if row.reference == reference)

    line_id = desk.ask(read)
    page.queue.table.view.select_id(line_id)
    page._show_line(line_id)
    desk.settle()
    return line_id


def press(desk: Desk, page: BankPage, key: Qt.Key) -> None:
    """Press a key in the queue."""
    page.queue.table.view.setFocus()
    desk.qtbot.keyClick(page.queue.table.view, key)
    desk.settle()


def opens(desk: Desk) -> dict[str, int]:
    """What is open of each invoice."""

    def read(session: CompanySession) -> dict[str, int]:
        ids = session.ledger.document_ids(DocumentQuery(kinds={DocumentKind.INVOICE}))
        return {row.number: row.open for row in session.ledger.document_rows(ids)}

    return desk.ask(read)
