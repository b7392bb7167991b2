"""Everything that can be entered, read in, attached or taken back in a credit file, behind one object."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from app.ui.dialogs.opening import open_for
from app.ui.pages.customers.guard import guard, writable
from app.ui.widgets.labels import literal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QDialog, QWidget

    from app.domain.activity import Attachment
    from app.domain.changes import ChangeSet
    from app.domain.credit_file import (
        BankFlow,
        Certification,
        ExternalEvent,
        ExternalRating,
        FinancialStatement,
    )
    from app.domain.credit_file_views import ChecklistPoint, StatementFile
    from app.domain.credit_report import CreditReport
    from app.domain.external_rating import RatingScale
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.customers.credit.reading import CreditFile, Financials
    from app.ui.pages.customers.entries import Entries

T = TypeVar("T")
_FOLDER = "folder.statements"


class CreditEntries(QObject):
    """Opens dialogs over ``host``; ``dialog`` is the one now open, ``report_dialog`` the report's."""

    def __init__(self, context: PageContext, entries: Entries, host: QWidget) -> None:
        super().__init__(host)
        self._context, self._entries, self._host = context, entries, host
        self.dialog: FormDialog | None = None
        self.report_dialog: QDialog | None = None

    # -- plumbing -------------------------------------------------------------------------------

    def _read(self, work: Callable[[Control], T], then: Callable[[T], None]) -> None:
        self._context.runner.database(work, then, failed=self._context.notices.error, owner=self)

    def do(self, work: Callable[[Control], ChangeSet]) -> None:
        """Run an edit that needs no dialog; the toast offers to undo it."""
        if writable(self._context):
            self._read(work, self._context.notices.done)

    def _show(self, dialog: FormDialog) -> None:
        open_for(self, dialog)

    # -- statements -----------------------------------------------------------------------------

    def statement(self, content: Financials, statement: FinancialStatement | None = None) -> None:
        """Type a statement, or edit one."""
        from app.ui.pages.customers.credit.statement_dialog import StatementDialog  # noqa: PLC0415 - on use

        if writable(self._context):
            self._show(StatementDialog(self._context, content, statement, self._host))

    def remove_statement(self, statement_id: int) -> None:
        """Put a statement in the bin."""
        files = self._context.company.credit_files
        self.do(lambda _control: files.remove_statement(statement_id))

    def pick_statements(self, content: Financials) -> None:
        """Ask for a file of statements and read it."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - asked now and then

        if not writable(self._context):
            return
        folder = str(self._context.preferences.get(_FOLDER, "") or Path.home())
        kinds = self.tr("Spreadsheets (*.xlsx *.xls *.csv);;All files (*)")
        picked, _ = QFileDialog.getOpenFileName(self._host, self.tr("Financial statements"), folder, kinds)
        if picked:
            self._context.preferences.set(_FOLDER, str(Path(picked).parent))
            self.read_statements(content, Path(picked))

    def read_statements(self, content: Financials, path: Path) -> None:
        """Read a file and show what it holds, before anything is taken in."""
        from app.ui.pages.customers.credit.import_dialog import StatementImportDialog  # noqa: PLC0415 - on use

        files, currency = self._context.company.credit_files, content.currency

        def show(found: StatementFile) -> None:
            self._show(StatementImportDialog(self._context, content, path, found, self._host))

        self._read(lambda control: files.read_statements(path, currency, None, control), show)

    def flow(self, content: Financials, flow: BankFlow | None = None) -> None:
        """Note a month of bank flow, or edit one."""
        from app.ui.pages.customers.credit.flow_dialog import FlowDialog  # noqa: PLC0415 - loads on first use

        if writable(self._context):
            self._show(FlowDialog(self._context, content, flow, self._host))

    def remove_flow(self, flow_id: int) -> None:
        """Put a month in the bin."""
        files = self._context.company.credit_files
        self.do(lambda _control: files.remove_bank_flow(flow_id))

    # -- the company ----------------------------------------------------------------------------

    def profile(self, content: CreditFile) -> None:
        """Edit the company profile."""
        from app.ui.pages.customers.credit.profile_dialog import CompanyDialog  # noqa: PLC0415 - on first use

        if writable(self._context):
            self._show(CompanyDialog(self._context, content, self._host))

    def certification(self, content: CreditFile, one: Certification | None = None) -> None:
        """Note a certificate, or edit one."""
        from app.ui.pages.customers.credit.company_dialogs import CertificationDialog  # noqa: PLC0415 - on use

        if writable(self._context):
            self._show(CertificationDialog(self._context, content.customer, one, self._host))

    def remove_certification(self, row_id: int) -> None:
        """Put a certificate in the bin."""
        files = self._context.company.credit_files
        self.do(lambda _control: files.remove_certification(row_id))

    def point(self, content: CreditFile, point: ChecklistPoint) -> None:
        """Say what the contract has on one point."""
        from app.ui.pages.customers.credit.company_dialogs import ContractPointDialog  # noqa: PLC0415 - on use

        if writable(self._context):
            self._show(ContractPointDialog(self._context, content.customer, point, self._host))

    def remove_point(self, row_id: int) -> None:
        """Nobody has looked at a point any more."""
        files = self._context.company.credit_files
        self.do(lambda _control: files.remove_contract_point(row_id))

    # -- what others say ------------------------------------------------------------------------

    def rating(self, content: CreditFile, one: ExternalRating | None = None) -> None:
        """Note a rating, or edit one."""
        from app.ui.pages.customers.credit.outside_dialogs import RatingDialog  # noqa: PLC0415 - on first use

        files = self._context.company.credit_files

        def show(scales: Sequence[RatingScale]) -> None:
            self._show(RatingDialog(self._context, content, scales, one, self._host))

        if writable(self._context):
            self._read(lambda _control: files.rating_map(), show)

    def remove_rating(self, row_id: int) -> None:
        """Put a rating in the bin."""
        files = self._context.company.credit_files
        self.do(lambda _control: files.remove_rating(row_id))

    def outside_event(self, content: CreditFile, one: ExternalEvent | None = None) -> None:
        """Note an event, or edit one."""
        from app.ui.pages.customers.credit.outside_dialogs import EventDialog  # noqa: PLC0415 - on first use

        if writable(self._context):
            self._show(EventDialog(self._context, content, one, self._host))

    def remove_event(self, row_id: int) -> None:
        """Put an event in the bin."""
        files = self._context.company.credit_files
        self.do(lambda _control: files.remove_event(row_id))

    # -- visits and files -----------------------------------------------------------------------

    def log(self, customer_id: int) -> None:
        """Log a visit or a call."""
        self._entries.collection.log(customer_id)

    def attach(self, owner: str, row_id: int) -> None:
        """Ask for a file and keep it with a row."""
        if row_id and writable(self._context):
            self._entries.collection.attach(owner, row_id)

    def save_file(self, one: Attachment) -> None:
        """Ask where to, and write a copy there."""
        self._entries.collection.save_file(one)

    def detach(self, row_id: int) -> None:
        """Take a file away."""
        self._entries.collection.detach(row_id)

    def files_menu(self, files: Sequence[Attachment], below: QWidget) -> None:
        """Offer the files of a row: to save a copy, or to take one away."""
        menu = QMenu(self._host)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.add_files(menu, files)
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    def add_files(self, menu: QMenu, files: Sequence[Attachment]) -> None:
        """Each file with what can be done with it."""
        for one in files:
            inner = menu.addMenu(literal(one.name))
            save = inner.addAction(self.tr("Save a copy…"))
            save.triggered.connect(lambda _on=False, one=one: self.save_file(one))
            gone = inner.addAction(self.tr("Remove"))
            gone.triggered.connect(lambda _on=False, one=one: self.detach(one.id))
            guard(self._context, gone)

    # -- the report -----------------------------------------------------------------------------

    def report(self, customer_id: int) -> None:
        """Show the credit report of today, as it will be printed."""
        from app.ui.pages.customers.credit.report_dialog import ReportDialog  # noqa: PLC0415 - on first use

        files = self._context.company.credit_files

        def show(report: CreditReport) -> None:
            dialog = ReportDialog(self._context, report, self._host)
            self.report_dialog = dialog
            dialog.destroyed.connect(self._forget_report)
            dialog.open()

        self._read(lambda _control: files.report(customer_id), show)

    def _forget_report(self, *_: object) -> None:
        self.report_dialog = None
