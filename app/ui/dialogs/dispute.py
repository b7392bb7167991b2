"""A dispute: what is contested and why, and how it ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.dispute import DisputeOutcome, DisputeReason, DisputeState
from app.domain.document import CREDITS, Dispute, DocumentKind
from app.domain.duty import Duty
from app.services.collection import NewCreditNote
from app.services.ledger import DocumentQuery
from app.ui.dialogs.claim_facts import ClaimFacts, invoice_pairs
from app.ui.dialogs.controls import Choice, DayEdit, NoteEdit, optional_id
from app.ui.dialogs.day_text import DayText
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.figures import Figures
from app.ui.widgets.money_edit import MoneyEdit
from app.words import word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.collection import DisputeView
    from app.services.ledger import DocumentRow
    from app.services.ports import Control
    from app.services.session import CompanySession
    from app.ui.context import PageContext

_TWO_WEEKS = timedelta(14)
NO_NOTE, NEW_NOTE = "none", "new"


class DisputeDialog(FormDialog):
    """Notes a new dispute or edits one; an empty amount contests all of the invoice."""

    duty = Duty.COLLECT

    codes: Mapping[str, str] = {
        "dispute.no_amount": "amount",
        "dispute.above_invoice": "amount",
        "dispute.already": "amount",
        "dispute.before_invoice": "opened",
        "dispute.not_yet": "opened",
        "dispute.target_before": "target",
    }

    def __init__(
        self,
        context: PageContext,
        facts: ClaimFacts,
        dispute: Dispute | None = None,
        parent: QWidget | None = None,
        *,
        document_id: int | None = None,
    ) -> None:
        super().__init__(context, parent, width=600)
        self.facts, self.dispute = facts, dispute
        title = self.tr("Edit dispute") if dispute else self.tr("New dispute")
        self.set_head(title, self.tr("Save"), facts.customer.name)
        chosen = dispute.document_id if dispute else document_id
        self.invoice = Choice(invoice_pairs(facts, context.formats), chosen)
        self.invoice.setEnabled(dispute is None)
        self.amount = MoneyEdit(self._currency())
        self.amount.set_minor(dispute.amount if dispute else None)
        self.amount.setPlaceholderText(self.tr("All of it"))
        lang = context.formats.lang
        reason = dispute.reason if dispute else DisputeReason.QUALITY
        reasons = list(dict.fromkeys([*map(str, DisputeReason), *([reason] if reason else [])]))
        self.reason = Choice([(each, word("reason", each, lang)) for each in reasons], str(reason))
        states = [each for each in DisputeState if each is not DisputeState.RESOLVED]
        state = DisputeState(dispute.state) if dispute and dispute.state in states else DisputeState.OPEN
        self.state = Choice([(each, word("dispute_state", each, lang)) for each in states], state)
        self.opened = DayEdit(context.language, dispute.opened_on if dispute else facts.today)
        self.target = DayText(dispute.target_on if dispute else facts.today + _TWO_WEEKS)
        self.owner = QLineEdit(dispute.owner if dispute else "")
        self.note = NoteEdit(dispute.note if dispute else "")
        self._add_fields()
        self.invoice.activated.connect(self._take_invoice)
        self.amount.setFocus()

    def _add_fields(self) -> None:
        self.add_field("invoice", self.invoice, self.tr("Invoice"), check=self._check_invoice)
        hint = self.tr("The rest of the invoice is still chased")
        self.add_field("amount", self.amount, self.tr("Disputed amount"), hint, self._check_amount)
        self.add_field("reason", self.reason, self.tr("Reason"))
        self.add_field("opened", self.opened, self.tr("Raised on"), check=self._check_opened)
        self.add_field("target", self.target, self.tr("To be settled by"), check=self._check_target)
        self.add_field("owner", self.owner, self.tr("Who sees to it"))
        self.add_field("state", self.state, self.tr("State"))
        self.add_field("note", self.note, self.tr("What the customer says"))
        self.lay("invoice")
        self.lay("amount", "reason")
        self.lay("opened", "target")
        self.lay("owner", "state")
        self.lay("note")

    def _row(self) -> DocumentRow | None:
        return self.facts.invoice(optional_id(self.invoice))

    def _currency(self) -> str:
        row = self._row()
        return row.currency if row else self.facts.currency

    def _take_invoice(self, *_: object) -> None:
        self.amount.set_currency(self._currency())

    def _check_invoice(self) -> str:
        return "" if self._row() else self.tr("This customer has no open invoice to dispute.")

    def _check_amount(self) -> str:
        if not self.amount.text().strip():
            return ""
        wrong, row = self.amount_check(self.amount)(), self._row()
        if wrong or row is None or (self.amount.minor() or 0) <= row.amount:
            return wrong
        money = self.context.formats.money(row.amount, row.currency)
        return self.tr("The whole invoice is {amount}.").format(amount=money)

    def _check_opened(self) -> str:
        row = self._row()
        if self.opened.day > self.facts.today:
            return self.tr("This day is still to come.")
        if row is not None and self.opened.day < row.doc_date:
            day = self.context.formats.day(row.doc_date)
            return self.tr("The invoice is dated {day}; choose that day or a later one.").format(day=day)
        return ""

    def _check_target(self) -> str:
        if self.target.wrong:
            return self.tr("Write the day as 2025-12-31, or leave it empty.")
        day = self.target.day
        return self.tr("This is before it was raised.") if day and day < self.opened.day else ""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Note or edit the dispute."""
        service, old = self.context.company.collection, self.dispute
        draft = Dispute(
            optional_id(self.invoice) or 0,
            self.opened.day,
            self.amount.minor(),
            reason=str(self.reason.value),
            owner=self.owner.text().strip(),
            target_on=self.target.day,
            state=str(self.state.value),
            note=self.note.text,
        )
        if old is None:
            return lambda _control: service.dispute(draft)
        kept = replace(draft, id=old.id, version=old.version)
        return lambda _control: service.edit_dispute(kept)


def read_credit_notes(session: CompanySession, view: DisputeView) -> list[DocumentRow]:
    """The customer's credit notes in the invoice's currency, the newest first; runs on the worker."""
    query = DocumentQuery(customer_id=view.customer_id, kinds=CREDITS & {DocumentKind.CREDIT_NOTE}, limit=50)
    rows = session.ledger.document_rows(session.ledger.document_ids(query))
    return [row for row in rows if row.currency == view.currency]


class ResolveDialog(FormDialog):
    """Ends a dispute, with a credit note where the customer gets something."""

    duty = Duty.COLLECT

    codes: Mapping[str, str] = {
        "dispute.resolved_before": "date",
        "amount.not_positive": "amount",
        "dispute.note_above": "amount",
        "document.number_taken": "number",
    }

    def __init__(
        self,
        context: PageContext,
        view: DisputeView,
        notes: Sequence[DocumentRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=560)
        self.view = view
        formats, lang = context.formats, context.formats.lang
        title = self.tr("Resolve dispute on {number}").format(number=view.number)
        self.set_head(title, self.tr("Resolve"), view.customer)
        figures = Figures(context.theme)
        figures.set(
            [
                (self.tr("Disputed"), formats.money(view.contested, view.currency), "", ""),
                (self.tr("Reason"), word("reason", view.dispute.reason, lang) or "–", "", ""),
                (self.tr("Raised on"), formats.day(view.dispute.opened_on), "", ""),
            ]
        )
        self.form.addWidget(figures)
        outcomes = [(each, word("outcome", each, lang)) for each in DisputeOutcome]
        self.outcome = Choice(outcomes, DisputeOutcome.SETTLED)
        self.day = DayEdit(context.language, context.company.clock.today())
        existing = [
            (row.id, f"{row.number}  {formats.day(row.doc_date)}  {formats.money(row.amount, row.currency)}")
            for row in notes
        ]
        offers = [(NO_NOTE, self.tr("None")), (NEW_NOTE, self.tr("Make one now")), *existing]
        self.credit = Choice(offers, NO_NOTE)
        self.amount = MoneyEdit(view.currency)
        self.amount.set_minor(view.contested or None)
        self.number = QLineEdit()
        self.number.setPlaceholderText(self.tr("Numbered by itself"))
        self.add_field("outcome", self.outcome, self.tr("Outcome"))
        self.add_field("date", self.day, self.tr("Resolved on"), check=self._check_day)
        self.add_field("credit", self.credit, self.tr("Credit note"))
        self.add_field("amount", self.amount, self.tr("Its amount"), check=self._check_amount)
        self.add_field("number", self.number, self.tr("Its number"))
        self.lay("outcome", "date")
        self.lay("credit")
        self.lay("amount", "number")
        self.credit.activated.connect(self._show_new)
        self._show_new()
        self.outcome.setFocus()

    @property
    def _is_new(self) -> bool:
        return self.credit.value == NEW_NOTE

    def _show_new(self, *_: object) -> None:
        for name in ("amount", "number"):
            self.fields[name].setVisible(self._is_new)
        self.fields.resized.emit()

    def _check_day(self) -> str:
        if self.day.day > max(self.context.company.clock.today(), self.view.dispute.opened_on):
            return self.tr("This day is still to come.")
        early = self.day.day < self.view.dispute.opened_on
        return self.tr("This is before it was raised.") if early else ""

    def _check_amount(self) -> str:
        return self.amount_check(self.amount)() if self._is_new else ""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Resolve it, with the credit note in the same action."""
        service, dispute_id = self.context.company.collection, self.view.dispute.id
        outcome, day = DisputeOutcome(str(self.outcome.value)), self.day.day
        given: int | NewCreditNote | None = optional_id(self.credit)
        if self._is_new:
            given = NewCreditNote(self.amount.minor() or 0, self.number.text().strip())
        return lambda _control: service.resolve(dispute_id, outcome, day, given)
