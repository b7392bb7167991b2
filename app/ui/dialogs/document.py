"""What every document dialog asks: whose it is, its number, day, currency and amount, and a note."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.document import Document, DocumentKind
from app.domain.duty import Duty
from app.ui.dialogs.controls import Choice as _Choice
from app.ui.dialogs.controls import DayEdit, NoteEdit, currency_choice, optional_id
from app.ui.dialogs.customer_picker import CustomerPicker
from app.ui.dialogs.facts import Facts, read_facts
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext

translate = QCoreApplication.translate


def title_of(kind: DocumentKind, *, new: bool) -> str:
    """The dialog's title, such as "New invoice" or "Edit receipt"."""
    titles = {
        DocumentKind.INVOICE: (
            translate("DocumentDialog", "New invoice"),
            translate("DocumentDialog", "Edit invoice"),
        ),
        DocumentKind.CREDIT_NOTE: (
            translate("DocumentDialog", "New credit note"),
            translate("DocumentDialog", "Edit credit note"),
        ),
        DocumentKind.RECEIPT: (
            translate("DocumentDialog", "New receipt"),
            translate("DocumentDialog", "Edit receipt"),
        ),
        DocumentKind.REFUND: (
            translate("DocumentDialog", "New refund"),
            translate("DocumentDialog", "Edit refund"),
        ),
        DocumentKind.WRITE_OFF: (
            translate("DocumentDialog", "New write-off"),
            translate("DocumentDialog", "Edit write-off"),
        ),
    }
    return titles[kind][0 if new else 1]


class DocumentDialog(FormDialog):
    """Enters or edits one document; a subclass per kind adds what that kind needs."""

    duty = Duty.BOOK

    codes: Mapping[str, str] = {
        "document.number_missing": "number",
        "document.number_taken": "number",
        "document.bad_date": "date",
        "document.after_allocation": "date",
        "document.below_allocated": "amount",
        "amount.not_positive": "amount",
        "amount.too_large": "amount",
        "money.too_many_decimals": "amount",
        "money.unknown_currency": "currency",
        "plan.amount_edited": "amount",
        "plan.before_invoice": "date",
        "terms.unknown": "terms",
        "terms.shares": "terms",
        "terms.tiers": "terms",
        "document.bad_original": "original",
    }

    def __init__(
        self,
        context: PageContext,
        facts: Facts,
        kind: DocumentKind,
        document: Document | None = None,
        parent: QWidget | None = None,
        *,
        width: int = 620,
    ) -> None:
        super().__init__(context, parent, width=width)
        self.facts = facts
        self.kind = kind
        self.document = document
        self.set_head(title_of(kind, new=document is None), self.tr("Save"))
        self._make_controls()
        self._add_common()

    # -- fields ---------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        old, facts = self.document, self.facts
        currency = old.currency if old else facts.currency()
        self.customer = CustomerPicker(self.context)
        if facts.customer is not None:
            self.customer.set_customer(facts.customer.id, facts.customer.name)
        self.number = QLineEdit(old.number if old else "")
        self.day = DayEdit(self.context.language, old.doc_date if old else facts.today)
        self.currency = currency_choice(self.context.formats, currency, facts.currencies)
        self.amount = MoneyEdit(currency)
        if old:
            self.amount.set_minor(old.amount)
        self.reference = QLineEdit(old.reference if old else "")
        self.note = NoteEdit(old.note if old else "")
        self.salesperson = _Choice(
            [(None, self.tr("None")), *facts.salespersons],
            old.salesperson_id if old else facts.customer.salesperson_id if facts.customer else None,
        )
        self.customer.picked.connect(self._on_picked)
        self.currency.activated.connect(self._on_currency)

    def _add_common(self) -> None:
        optional = self.kind is not DocumentKind.INVOICE and self.document is None
        hint = self.tr("Leave empty for the next free number") if optional else ""
        missing = self.required(self.number, self.tr("Enter the document's number."))
        self.add_field("customer", self.customer, self.tr("Customer"), check=self._check_customer)
        self.add_field("number", self.number, self.tr("Number"), hint, None if optional else missing)
        self.add_field("date", self.day, self.tr("Date"))
        self.add_field("currency", self.currency, self.tr("Currency"))
        self.add_field("amount", self.amount, self.tr("Amount"), check=self.amount_check(self.amount))
        self.add_field("reference", self.reference, self.tr("Reference"))
        self.add_field("salesperson", self.salesperson, self.tr("Salesperson"))
        self.add_field("note", self.note, self.tr("Note"))

    def _check_customer(self) -> str:
        if self.customer.settle():
            return ""
        if self.customer.text().strip():
            return self.tr("Choose a customer from the list; no one goes by exactly this name.")
        return self.tr("Choose the customer.")

    def first_field(self) -> QWidget:
        """Where typing begins."""
        if not self.customer.customer_id:
            return self.customer
        return self.number if self.kind is DocumentKind.INVOICE else self.amount

    # -- a change of customer or currency -------------------------------------------------------

    def _on_picked(self, customer_id: int) -> None:
        if not customer_id:
            return
        session = self.context.company
        self.context.runner.database(
            lambda _control: read_facts(session, customer_id), self._on_facts, owner=self, key="dialog.facts"
        )

    def _on_facts(self, facts: Facts) -> None:
        self.facts = facts
        self.fields["customer"].clear_error()
        self.fields["customer"].set_error("")
        if self.document is None:
            self.currency.choose(facts.currency())
            self.salesperson.choose(facts.customer.salesperson_id if facts.customer else None)
            self._on_currency()
        self.customer_changed()

    def _on_currency(self) -> None:
        self.amount.set_currency(str(self.currency.value))
        if self.amount.text().strip():
            self.verify("amount")
        self.currency_changed()

    def customer_changed(self) -> None:
        """Another customer was chosen: offer its terms and documents."""

    def currency_changed(self) -> None:
        """Another currency was chosen."""

    # -- result ---------------------------------------------------------------------------------

    def draft(self) -> Document:
        """The document as the fields say it."""
        base = self.document or Document(
            self.customer.customer_id, self.kind, "", self.day.day, str(self.currency.value), 0
        )
        return replace(
            base,
            customer_id=self.customer.customer_id,
            number=self.number.text().strip(),
            doc_date=self.day.day,
            currency=str(self.currency.value),
            amount=self.amount.minor() or 0,
            reference=self.reference.text().strip(),
            salesperson_id=optional_id(self.salesperson),
            note=self.note.text,
        )

    def job(self) -> Callable[[Control], ChangeSet]:
        """Enter the document, or write the edited one."""
        ledger, document = self.context.company.ledger, self.draft()
        if document.id:
            return lambda _control: ledger.edit(document)
        return lambda _control: ledger.enter(document)


class RefundDialog(DocumentDialog):
    """Money given back to a customer; the credit it came from is allocated to it afterwards."""

    def __init__(
        self,
        context: PageContext,
        facts: Facts,
        document: Document | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, facts, DocumentKind.REFUND, document, parent)
        self.fields["reference"].set_text(self.tr("Bank reference"))
        self.lay("customer", "date", stretch=(2, 1))
        self.lay("number", "currency", "amount")
        self.lay("reference")
        self.lay("note")
        self.first_field().setFocus()


class PlainDialog(DocumentDialog):
    """Edits what a receipt or a write-off says; its allocations stay as they are."""

    def __init__(
        self, context: PageContext, facts: Facts, document: Document, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, facts, document.kind, document, parent)
        written_off = document.kind is DocumentKind.WRITE_OFF
        self.fields["reference"].set_text(self.tr("Bank reference"))
        self.fields["note"].set_text(self.tr("Reason") if written_off else self.tr("Note"))
        self.lay("customer", "date", stretch=(2, 1))
        self.lay("number", "currency", "amount")
        if not written_off:
            self.lay("reference")
        self.lay("note")
        self.first_field().setFocus()
