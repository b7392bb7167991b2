"""The credit note dialog: it may name the invoice it corrects and is then set against it at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.document import Document, DocumentKind
from app.ui.dialogs.controls import Choice, optional_id
from app.ui.dialogs.document import DocumentDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.services.ledger import DocumentRow
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.facts import Facts


class CreditNoteDialog(DocumentDialog):
    """Enters or edits a credit note."""

    def __init__(
        self,
        context: PageContext,
        facts: Facts,
        document: Document | None = None,
        parent: QWidget | None = None,
        *,
        original_id: int | None = None,
    ) -> None:
        super().__init__(context, facts, DocumentKind.CREDIT_NOTE, document, parent)
        self._wanted = document.original_id if document else original_id
        self.original = Choice([(None, self.tr("None: leave it on account"))])
        hint = "" if document else self.tr("It is set against this invoice as far as both are open")
        self.add_field("original", self.original, self.tr("Corrects invoice"), hint)
        self.lay("customer", "date", stretch=(2, 1))
        self.lay("number", "currency", "amount")
        self.lay("original")
        self.lay("reference")
        self.lay("note")
        self._load()
        self.first_field().setFocus()

    def customer_changed(self) -> None:
        """Offer the customer's invoices."""
        self._load()

    def currency_changed(self) -> None:
        """Offer invoices of the currency."""
        self._load()

    def _load(self) -> None:
        ledger, customer, currency = (
            self.context.company.ledger,
            self.customer.customer_id,
            str(self.currency.value),
        )
        if not customer:
            return
        wanted = self._wanted

        def work(_control: Control) -> Sequence[DocumentRow]:
            rows = [row for row in ledger.open_debits(customer, currency) if row.kind is DocumentKind.INVOICE]
            known = {row.id for row in rows}
            return rows + (ledger.document_rows([wanted]) if wanted and wanted not in known else [])

        self.context.runner.database(work, self._offer, owner=self, key=f"originals.{id(self)}")

    def _offer(self, rows: Sequence[DocumentRow]) -> None:
        formats = self.context.formats
        chosen = optional_id(self.original) or self._wanted
        pairs = [
            (row.id, f"{row.number}  {formats.day(row.doc_date)}  {formats.money(row.open, row.currency)}")
            for row in rows
        ]
        self.original.set_pairs([(None, self.tr("None: leave it on account")), *pairs], chosen)

    def draft(self) -> Document:
        """The credit note with the invoice it corrects."""
        return replace(super().draft(), original_id=optional_id(self.original))
