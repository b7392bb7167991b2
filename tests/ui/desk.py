"""A desk for tests of the customer pages: the real window on a small company file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.aging import AgingQuery
from app.domain.customer import Customer
from app.domain.document import Document, DocumentKind
from app.services.aging import AgingFilter
from app.services.ledger import DocumentQuery, DocumentRow
from app.services.session import CompanySession
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.pages.customers.page import CustomersPage
from app.ui.shell.main_window import MainWindow

T = TypeVar("T")
D = TypeVar("D", bound=FormDialog)
TODAY = date(2025, 12, 31)


@dataclass
class Desk:
    """What a test does at the window: ask the ledger, go somewhere, type, wait."""

    qtbot: QtBot
    window: MainWindow

    @property
    def session(self) -> CompanySession:
        session = self.window.doors.session
        assert session is not None
        return session

    @property
    def page(self) -> CustomersPage:
        assert self.window.workspace is not None
        return cast("CustomersPage", self.window.workspace.page)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.window.runner.pending == 0, timeout=20_000)

    def ask(self, work: Callable[[CompanySession], T]) -> T:
        """Run on the database worker, as the window does."""
        session, found = self.session, list[T]()
        self.window.runner.database(lambda _control: work(session), found.append)
        self.qtbot.waitUntil(lambda: bool(found), timeout=20_000)
        self.settle()
        return found[0]

    def go(self, **params: object) -> CustomersPage:
        assert self.window.workspace is not None
        self.window.workspace.context.navigator.go("customers", **params)
        self.settle()
        return self.page

    # -- the ledger -----------------------------------------------------------------------------

    def customer(self, name: str, **fields: object) -> int:
        change = self.ask(lambda s: s.customers.create(Customer(name, **fields)))  # type: ignore[arg-type]  # fields by name
        return next(iter(change.touched["customer"]))

    def document(
        self,
        customer_id: int,
        amount: int,
        number: str = "",
        kind: DocumentKind = DocumentKind.INVOICE,
        on: date = date(2025, 11, 1),
        **fields: object,
    ) -> int:
        made = Document(customer_id, kind, number, on, "CNY", amount, **fields)  # type: ignore[arg-type]  # fields by name
        change = self.ask(lambda s: s.ledger.enter(made))
        return max(change.touched["document"])

    def rows(self, customer_id: int, kind: DocumentKind | None = None) -> list[DocumentRow]:
        query = DocumentQuery(customer_id=customer_id, kinds={kind} if kind else None)
        return self.ask(lambda s: s.ledger.document_rows(s.ledger.document_ids(query)))

    def balance(self, customer_id: int) -> int:
        wanted = AgingFilter(customer_ids=(customer_id,))
        board = self.ask(lambda s: s.aging.board(AgingQuery(TODAY), wanted))
        return sum(row.balance for row in board.rows)

    # -- dialogs --------------------------------------------------------------------------------

    def dialog(self, kind: type[D]) -> D:
        self.settle()
        self.qtbot.waitUntil(lambda: self.page.entries.dialog is not None, timeout=5_000)
        dialog = self.page.entries.dialog
        assert isinstance(dialog, kind)
        self.settle()
        return dialog

    def closed(self) -> bool:
        self.settle()
        self.qtbot.waitUntil(lambda: self.page.entries.dialog is None, timeout=5_000)
        self.settle()
        return True

    def write(self, field: QWidget, text: str) -> None:
        """Type into a field after emptying it."""
        field.setFocus()
        self.qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if text.isascii():
            self.qtbot.keyClicks(field, text)
            return
        composed = QInputMethodEvent()
        composed.setCommitString(text)
        QApplication.sendEvent(field, composed)

    def key(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        widget: QWidget | None = None,
    ) -> None:
        """Press a key where the keyboard is."""
        target = widget or QApplication.focusWidget() or self.window
        self.qtbot.keyClick(target, key, modifier)


def texts(page: CustomersPage) -> list[str]:
    """Names in the customer list, in order."""
    model = page.list.model
    return [row.name for place in range(model.rowCount()) if (row := model.row_at(place)) is not None]
