"""Everything that can be typed or taken back on the customer pages, behind one object."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.customer import Contact, Identifier, IdentifierKind
from app.domain.document import CREDITS, Document, DocumentKind
from app.domain.duty import Duty
from app.services.ledger import DocumentQuery, DocumentSort
from app.ui.dialogs.facts import Facts, Payable, read_facts, read_payables
from app.ui.dialogs.opening import open_for
from app.ui.pages.customers.guard import guard, writable
from app.ui.widgets.labels import literal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.changes import ChangeSet
    from app.services.ledger import DocumentDetail, DocumentRow
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.dialogs.merge import Side
    from app.ui.pages.collection.entries import CollectionEntries
    from app.ui.pages.customers.credit.entries import CreditEntries

T = TypeVar("T")


class Entries(QObject):
    """Opens dialogs over ``host`` once their facts are read; ``dialog`` is the one now open."""

    customer_made = Signal(int)

    def __init__(self, context: PageContext, host: QWidget) -> None:
        super().__init__(host)
        self._context = context
        self._host = host
        self.dialog: FormDialog | None = None

    # -- plumbing -------------------------------------------------------------------------------

    def _read(self, work: Callable[[Control], T], then: Callable[[T], None]) -> None:
        self._context.runner.database(work, then, failed=self._context.notices.error, owner=self)

    def do(self, work: Callable[[Control], ChangeSet]) -> None:
        """Run an edit that needs no dialog; the toast offers to undo it."""
        if writable(self._context):
            self._read(work, self._context.notices.done)

    def _show(self, dialog: FormDialog) -> None:
        open_for(self, dialog)

    def _with_facts(self, customer_id: int | None, then: Callable[[Facts], None]) -> None:
        session = self._context.company
        if writable(self._context):
            self._read(lambda _control: read_facts(session, customer_id), then)

    def interest(self, document_id: int) -> None:
        """Show late interest of an invoice, worked out."""
        from app.ui.dialogs.interest import InterestDialog, read_interest  # noqa: PLC0415 - loads on first use

        session = self._context.company
        self._read(
            lambda _control: read_interest(session, document_id),
            lambda facts: self._show(InterestDialog(self._context, facts, self._host)),
        )

    @cached_property
    def collection(self) -> CollectionEntries:
        """Promises, disputes, plans, calls and files."""
        from app.ui.pages.collection.entries import CollectionEntries  # noqa: PLC0415 - loads on first use

        return CollectionEntries(self._context, self._host)

    @cached_property
    def credit(self) -> CreditEntries:
        """Statements, bank flows, the company, what others say, the credit report."""
        from app.ui.pages.customers.credit.entries import CreditEntries  # noqa: PLC0415 - loads on first use

        return CreditEntries(self._context, self, self._host)

    # -- new ------------------------------------------------------------------------------------

    def menu(self, customer_id: int | None = None) -> QMenu:
        """The menu of new entries, for a customer where one is in view."""
        menu = QMenu(self._host)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for text, run in (
            (self.tr("Invoice…"), partial(self.new_invoice, customer_id)),
            (self.tr("Receipt…"), partial(self.new_receipt, customer_id)),
            (self.tr("Credit note…"), partial(self.new_credit_note, customer_id)),
            (self.tr("Refund…"), partial(self.new_refund, customer_id)),
        ):
            self._add(menu, text, run)
        menu.addSeparator()
        if customer_id:
            collection = self.collection
            self._add(menu, self.tr("Promise…"), partial(collection.promise, customer_id), Duty.LOG)
            self._add(menu, self.tr("Dispute…"), partial(collection.dispute, customer_id), Duty.COLLECT)
            self._add(menu, self.tr("Payment plan…"), partial(collection.plan, customer_id), Duty.COLLECT)
            self._add(menu, self.tr("Log a contact…"), partial(collection.log, customer_id), Duty.LOG)
            menu.addSeparator()
            self._add(menu, self.tr("Contact…"), partial(self.new_contact, customer_id), Duty.LOG)
            self._add(menu, self.tr("Identifier…"), partial(self.new_identifier, customer_id))
        self._add(menu, self.tr("Customer…"), self.new_customer)
        return menu

    def _add(self, menu: QMenu, text: str, run: Callable[[], None], duty: Duty = Duty.BOOK) -> None:
        action = menu.addAction(text)
        action.triggered.connect(lambda _on=False: run())
        guard(self._context, action, duty=duty)

    def new_customer(self) -> None:
        """Make a customer and go to its file."""
        from app.ui.dialogs.customer import CustomerDialog  # noqa: PLC0415 - loads on first use

        def show(facts: Facts) -> None:
            dialog = CustomerDialog(self._context, facts, self._host)
            dialog.saved.connect(self._go_to_new)
            self._show(dialog)

        self._with_facts(None, show)

    def _go_to_new(self, change: ChangeSet) -> None:
        made = change.touched.get("customer", frozenset())
        if len(made) == 1:
            self.customer_made.emit(next(iter(made)))

    def new_invoice(self, customer_id: int | None = None) -> None:
        """Enter an invoice."""
        from app.ui.dialogs.invoice import InvoiceDialog  # noqa: PLC0415 - loads on first use

        self._with_facts(
            customer_id, lambda facts: self._show(InvoiceDialog(self._context, facts, None, self._host))
        )

    def new_receipt(self, customer_id: int | None = None) -> None:
        """Enter a receipt and what it pays."""
        from app.ui.dialogs.receipt import ReceiptDialog  # noqa: PLC0415 - loads on first use

        self._with_facts(
            customer_id, lambda facts: self._show(ReceiptDialog(self._context, facts, self._host))
        )

    def new_credit_note(self, customer_id: int | None = None, original_id: int | None = None) -> None:
        """Enter a credit note, for an invoice where one is named."""
        from app.ui.dialogs.credit_note import CreditNoteDialog  # noqa: PLC0415 - loads on first use

        def show(facts: Facts) -> None:
            dialog = CreditNoteDialog(self._context, facts, None, self._host, original_id=original_id)
            self._show(dialog)

        self._with_facts(customer_id, show)

    def new_refund(self, customer_id: int | None = None) -> None:
        """Enter a refund."""
        from app.ui.dialogs.document import RefundDialog  # noqa: PLC0415 - loads on first use

        self._with_facts(
            customer_id, lambda facts: self._show(RefundDialog(self._context, facts, None, self._host))
        )

    # -- a document -----------------------------------------------------------------------------

    def edit(self, document: Document) -> None:
        """Edit a document of any kind."""
        self._with_facts(
            document.customer_id,
            lambda facts: self._show(_edit_dialog(self._context, facts, document, self._host)),
        )

    def write_off(self, detail: DocumentDetail) -> None:
        """Write off what is open of an invoice."""
        from app.ui.dialogs.write_off import WriteOffDialog  # noqa: PLC0415 - loads on first use

        if writable(self._context):
            today = self._context.company.clock.today()
            self._show(
                WriteOffDialog(self._context, detail.document, today, self._host, customer=detail.customer)
            )

    def returned(self, detail: DocumentDetail) -> None:
        """A receipt came back: what it paid is open again."""
        from app.ui.dialogs.returned import ReturnedDialog  # noqa: PLC0415 - loads on first use

        if writable(self._context):
            self._show(ReturnedDialog.of_receipt(self._context, detail.document, detail.customer, self._host))

    def plan(self, detail: DocumentDetail) -> None:
        """Give an invoice instalments."""
        from app.ui.dialogs.plan import PlanDialog  # noqa: PLC0415 - loads on first use

        if writable(self._context):
            self._show(
                PlanDialog(
                    self._context, detail.document, detail.instalments, self._host, customer=detail.customer
                )
            )

    def allocate(self, credit_id: int, wanted: int = 0) -> None:
        """Set a credit against debits, beginning with ``wanted``."""
        from app.ui.dialogs.allocate import AllocateDialog  # noqa: PLC0415 - loads on first use

        ledger = self._context.company.ledger

        def work(_control: Control) -> tuple[DocumentDetail, list[Payable]]:
            detail = ledger.document(credit_id)
            credit = detail.document
            return detail, read_payables(ledger, credit.customer_id, credit.currency)

        def show(found: tuple[DocumentDetail, list[Payable]]) -> None:
            detail, payables = found
            self._show(
                AllocateDialog(
                    self._context, detail.document, payables, self._host,
                    customer=detail.customer, wanted=wanted,
                )
            )  # fmt: skip

        if writable(self._context):
            self._read(work, show)

    def apply_credit(self, debit: Document, at: QPoint) -> None:
        """Choose one of the customer's credits on account and allocate it to this debit."""
        ledger = self._context.company.ledger
        query = DocumentQuery(
            customer_id=debit.customer_id,
            kinds=CREDITS - {DocumentKind.WRITE_OFF},
            open_only=True,
            sort=DocumentSort.DOC_DATE,
            descending=False,
        )

        def work(_control: Control) -> list[DocumentRow]:
            rows = ledger.document_rows(ledger.document_ids(query))
            return [row for row in rows if row.currency == debit.currency]

        self._read(work, lambda rows: self._offer_credits(rows, debit, at))

    def _offer_credits(self, rows: Sequence[DocumentRow], debit: Document, at: QPoint) -> None:
        formats = self._context.formats
        menu = QMenu(self._host)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for row in rows:
            text = f"{row.number}  {formats.day(row.doc_date)}  {formats.money(row.open, row.currency)}"
            menu.addAction(literal(text)).triggered.connect(
                lambda _on=False, credit=row.id: self.allocate(credit, debit.id)
            )
        if not rows:
            menu.addAction(self.tr("Nothing is on account in {currency}").format(currency=debit.currency))
            menu.actions()[0].setEnabled(False)
        menu.popup(at)

    def auto_allocate(self, credit_ids: Sequence[int], method: str) -> None:
        """Set several credits against debits by a rule."""
        ledger, ids = self._context.company.ledger, list(credit_ids)
        self.do(lambda _control: ledger.auto_allocate(ids, method))

    def unallocate(self, allocation_ids: Sequence[int]) -> None:
        """Take allocations back."""
        ledger, ids = self._context.company.ledger, list(allocation_ids)
        self.do(lambda _control: ledger.unallocate(ids))

    def remove_documents(self, ids: Sequence[int]) -> None:
        """Put documents in the bin."""
        ledger, gone = self._context.company.ledger, list(ids)
        self.do(lambda _control: ledger.remove(gone))

    def restore_documents(self, ids: Sequence[int]) -> None:
        """Bring documents back."""
        ledger, back = self._context.company.ledger, list(ids)
        self.do(lambda _control: ledger.restore(back))

    # -- letters and reminders ------------------------------------------------------------------

    def letter(self, customer_id: int) -> None:
        """Write a letter to a customer."""
        from app.ui.pages.reminders.writing import open_writing  # noqa: PLC0415 - loads on first use

        if writable(self._context):
            open_writing(self._context, customer_id, self._host, self._show)

    def reminding(self, customer_id: int, document_id: int = 0) -> None:
        """Say how a customer, or one invoice, is reminded otherwise than usual."""
        from app.ui.dialogs import reminding  # noqa: PLC0415 - loads on first use

        session = self._context.company

        def show(found: reminding.Reminded) -> None:
            self._show(reminding.RemindingDialog(self._context, found, self._host))

        if writable(self._context):
            self._read(lambda _control: reminding.read_reminded(session, customer_id, document_id), show)

    # -- a customer -----------------------------------------------------------------------------

    def remove_customers(self, ids: Sequence[int]) -> None:
        """Put customers in the bin."""
        customers, gone = self._context.company.customers, list(ids)
        self.do(lambda _control: customers.remove(gone))

    def restore_customers(self, ids: Sequence[int]) -> None:
        """Bring customers back."""
        customers, back = self._context.company.customers, list(ids)
        self.do(lambda _control: customers.restore(back))

    def merge(self, ids: Sequence[int]) -> None:
        """Join two customers, after showing both."""
        from app.ui.dialogs.merge import MergeDialog, read_sides  # noqa: PLC0415 - loads on first use

        session, pair = self._context.company, list(ids)

        def show(sides: list[Side]) -> None:
            self._show(MergeDialog(self._context, sides, self._host))

        if writable(self._context):
            self._read(lambda _control: read_sides(session, pair), show)

    def new_contact(self, customer_id: int) -> None:
        """Add a contact."""
        self.contact(Contact(customer_id, ""))

    def contact(self, contact: Contact) -> None:
        """Add or edit a contact."""
        from app.ui.dialogs.contact import ContactDialog  # noqa: PLC0415 - loads on first use

        self._with_facts(
            contact.customer_id,
            lambda facts: self._show(
                ContactDialog(self._context, contact, self._host, customer=_name(facts))
            ),
        )

    def remove_contact(self, contact_id: int) -> None:
        """Delete a contact."""
        customers = self._context.company.customers
        self.do(lambda _control: customers.remove_contact(contact_id))

    def new_identifier(self, customer_id: int) -> None:
        """Add an identifier."""
        self.identifier(Identifier(customer_id, IdentifierKind.OTHER, ""))

    def identifier(self, identifier: Identifier) -> None:
        """Add or edit an identifier."""
        from app.ui.dialogs.identifier import IdentifierDialog  # noqa: PLC0415 - loads on first use

        self._with_facts(
            identifier.customer_id,
            lambda facts: self._show(
                IdentifierDialog(
                    self._context, identifier, facts.country(), self._host, customer=_name(facts)
                )
            ),
        )

    def remove_identifier(self, identifier_id: int) -> None:
        """Delete an identifier."""
        customers = self._context.company.customers
        self.do(lambda _control: customers.remove_identifier(identifier_id))

    def new_alias(self, customer_id: int) -> None:
        """Let files call the customer by another name too."""
        from app.ui.dialogs.contact import AliasDialog  # noqa: PLC0415 - loads on first use

        self._with_facts(
            customer_id,
            lambda facts: self._show(
                AliasDialog(self._context, customer_id, self._host, customer=_name(facts))
            ),
        )

    def remove_alias(self, alias_id: int) -> None:
        """Delete another name."""
        customers = self._context.company.customers
        self.do(lambda _control: customers.remove_alias(alias_id))


def _name(facts: Facts) -> str:
    return facts.customer.name if facts.customer else ""


def _edit_dialog(context: PageContext, facts: Facts, document: Document, host: QWidget) -> FormDialog:
    """The dialog that edits a document of its kind."""
    from app.ui.dialogs.credit_note import CreditNoteDialog  # noqa: PLC0415 - loads on first use
    from app.ui.dialogs.document import PlainDialog, RefundDialog  # noqa: PLC0415 - loads on first use
    from app.ui.dialogs.invoice import InvoiceDialog  # noqa: PLC0415 - loads on first use

    match document.kind:
        case DocumentKind.INVOICE:
            return InvoiceDialog(context, facts, document, host)
        case DocumentKind.CREDIT_NOTE:
            return CreditNoteDialog(context, facts, document, host)
        case DocumentKind.REFUND:
            return RefundDialog(context, facts, document, host)
        case _:
            return PlainDialog(context, facts, document, host)
