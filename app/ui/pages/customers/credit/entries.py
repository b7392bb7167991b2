"""Everything that can be entered, read in, attached or taken back in a credit file, behind one object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from app.ui.pages.customers.credit.statement_entries import StatementEntries
from app.ui.pages.customers.guard import guard, writable
from app.ui.widgets.labels import literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QDialog, QWidget

    from app.domain.activity import Attachment
    from app.domain.credit_file import (
        BankFlow,
        Certification,
        ExternalEvent,
        ExternalRating,
    )
    from app.domain.credit_file_views import ChecklistPoint
    from app.domain.credit_report import CreditReport
    from app.domain.external_rating import RatingScale
    from app.ui.context import PageContext
    from app.ui.pages.customers.credit.reading import CreditFile, Financials
    from app.ui.pages.customers.entries import Entries


class CreditEntries(StatementEntries):
    """Opens dialogs over ``host``; ``dialog`` is the one now open, ``report_dialog`` the report's."""

    def __init__(self, context: PageContext, entries: Entries, host: QWidget) -> None:
        super().__init__(context, host)
        self._entries = entries
        self.report_dialog: QDialog | None = None

    # -- bank flows -----------------------------------------------------------------------------

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
