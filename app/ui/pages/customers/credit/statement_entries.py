"""Statements typed, read out of a file and taken back: a customer's as well as our own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from app.ui.dialogs.opening import open_for
from app.ui.pages.customers.guard import writable

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.credit_file import FinancialStatement
    from app.domain.credit_file_views import StatementFile
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.customers.credit.book import StatementBook

T = TypeVar("T")
_FOLDER = "folder.statements"


class StatementEntries(QObject):
    """Opens dialogs over ``host``; ``dialog`` is the one now open."""

    def __init__(self, context: PageContext, host: QWidget) -> None:
        super().__init__(host)
        self._context, self._host = context, host
        self.dialog: FormDialog | None = None

    def _read(self, work: Callable[[Control], T], then: Callable[[T], None]) -> None:
        self._context.runner.database(work, then, failed=self._context.notices.error, owner=self)

    def do(self, work: Callable[[Control], ChangeSet]) -> None:
        """Run an edit that needs no dialog; the toast offers to undo it."""
        if writable(self._context):
            self._read(work, self._context.notices.done)

    def _show(self, dialog: FormDialog) -> None:
        open_for(self, dialog)

    def statement(self, book: StatementBook, statement: FinancialStatement | None = None) -> None:
        """Type a statement, or edit one."""
        from app.ui.pages.customers.credit.statement_dialog import StatementDialog  # noqa: PLC0415 - on use

        if writable(self._context):
            self._show(StatementDialog(self._context, book, statement, self._host))

    def remove_statement(self, book: StatementBook, statement_id: int) -> None:
        """Put a statement in the bin."""
        keeper = book.keeper(self._context.company)
        self.do(lambda _control: keeper.remove_statement(statement_id))

    def pick_statements(self, book: StatementBook) -> None:
        """Ask for a file of statements and read it."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - asked now and then

        if not writable(self._context):
            return
        folder = str(self._context.preferences.get(_FOLDER, "") or Path.home())
        kinds = self.tr("Spreadsheets (*.xlsx *.xls *.csv);;All files (*)")
        picked, _ = QFileDialog.getOpenFileName(self._host, self.tr("Financial statements"), folder, kinds)
        if picked:
            self._context.preferences.set(_FOLDER, str(Path(picked).parent))
            self.read_statements(book, Path(picked))

    def read_statements(self, book: StatementBook, path: Path) -> None:
        """Read a file and show what it holds, before anything is taken in."""
        from app.ui.pages.customers.credit.import_dialog import StatementImportDialog  # noqa: PLC0415 - on use

        keeper, currency = book.keeper(self._context.company), book.currency

        def show(found: StatementFile) -> None:
            self._show(StatementImportDialog(self._context, book, path, found, self._host))

        self._read(lambda control: keeper.read_statements(path, currency, None, control), show)
