"""The invoice dialog: the due date follows from the terms while one types, until it is set by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.domain.document import Document, DocumentKind
from app.domain.terms import plain
from app.ui.dialogs.controls import DayEdit
from app.ui.dialogs.document import DocumentDialog
from app.ui.dialogs.terms_field import explain_live, terms_problem
from app.ui.widgets.buttons import button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.ledger import Due
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.facts import Facts


class InvoiceDialog(DocumentDialog):
    """Enters or edits an invoice; terms in parts make a plan."""

    def __init__(
        self,
        context: PageContext,
        facts: Facts,
        document: Document | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, facts, DocumentKind.INVOICE, document, parent)
        self._planned = bool(document and document.has_plan)
        self.by_hand = document is not None
        self._dues: Sequence[Due] = ()
        self._own_terms = bool(document)
        self.terms = QLineEdit(document.terms if document else facts.terms())
        due = (document.due_date if document else None) or self.day.day
        self.due = DayEdit(context.language, due)
        self.contract = QLineEdit(document.contract if document else "")
        self._use_terms = button(context.theme, self.tr("Use the terms"), "link", run=self._follow_terms)
        self._use_terms.hide()
        self._add()
        self._lay()
        self.due.userDateChanged.connect(self._on_due)
        self.day.userDateChanged.connect(self._on_basis)
        self.terms.textEdited.connect(self._on_terms)
        self.due.setEnabled(not self._planned)
        self._ask()
        self.first_field().setFocus()

    def _add(self) -> None:
        lang = self.context.formats.lang
        title = self.tr("Payment terms")
        field = self.add_field(
            "terms", self.terms, title, check=lambda: terms_problem(self.terms.text(), lang)
        )
        explain_live(field, title, lang)
        self.add_field("due", self.due, self.tr("Due date"), check=self._check_due)
        self.add_field("contract", self.contract, self.tr("Contract"))
        self.fields["reference"].set_text(self.tr("Order or reference"))

    def _lay(self) -> None:
        self.lay("customer", "number", stretch=(2, 1))
        self.lay("date", "currency", "amount")
        self.lay("terms", "due", stretch=(2, 1))
        back = QHBoxLayout()
        back.addStretch(1)
        back.addWidget(self._use_terms)
        self.form.addLayout(back)
        self.lay("reference", "contract", "salesperson")
        self.lay("note")

    # -- due date -------------------------------------------------------------------------------

    def customer_changed(self) -> None:
        """Take the customer's terms unless others were typed."""
        if not self._own_terms:
            self.terms.setText(self.facts.terms())
        self._ask()

    def _on_terms(self) -> None:
        self._own_terms = True
        self._on_basis()

    def _on_basis(self) -> None:
        """The invoice date or the terms are others: the due date follows unless it was typed."""
        if self.document is not None and not self._planned:
            self.by_hand = False
        self._ask()

    def _on_due(self) -> None:
        self.by_hand = True
        self._say_due()

    def _follow_terms(self) -> None:
        self.by_hand = False
        self.touch()
        self._proposed(self._dues)
        self.due.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        ledger, terms, day, country = (
            self.context.company.ledger,
            self.terms.text(),
            self.day.day,
            self.facts.country(),
        )
        if terms_problem(terms, self.context.formats.lang):
            return

        def work(_control: Control) -> Sequence[Due]:
            return ledger.due_date(terms, day, country)

        self.context.runner.database(work, self._proposed, owner=self, key=f"due.{id(self)}")

    def _proposed(self, dues: Sequence[Due]) -> None:
        self._dues = dues
        if not self.by_hand and dues:
            self.due.set_day(dues[-1].due_date)
        self._say_due()

    def _say_due(self) -> None:
        self.fields["due"].set_text(self.tr("Due date"), self._due_words())
        if self.fields["due"].has_error:
            self.verify("due")
        differs = bool(self._dues) and self.by_hand and self._dues[-1].due_date != self.due.day
        self._use_terms.setVisible(differs and not self._planned)
        self.fields.resized.emit()

    def _due_words(self) -> str:
        formats = self.context.formats
        if self._planned:
            return self.tr("Set by the instalment plan")
        if not self._dues:
            return ""
        if self.by_hand and self._dues[-1].due_date != self.due.day:
            return self.tr("Set by hand; the terms say {day}").format(
                day=formats.day(self._dues[-1].due_date)
            )
        if len(self._dues) > 1:
            parts = (f"{plain(each.percent)}% {formats.day(each.due_date)}" for each in self._dues)
            return self.tr("Instalments: {parts}").format(parts=", ".join(parts))
        return self.tr("By the terms")

    def _check_due(self) -> str:
        if self._planned or not self.by_hand or self.due.day >= self.day.day:
            return ""
        return self.tr("The due date is before the invoice date.")

    # -- result ---------------------------------------------------------------------------------

    def draft(self) -> Document:
        """The invoice; without a due date of its own it gets the one of its terms."""
        kept = self.by_hand or self._planned
        return replace(
            super().draft(),
            terms=self.terms.text().strip(),
            contract=self.contract.text().strip(),
            due_date=self.due.day if kept else None,
        )
