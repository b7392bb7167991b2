"""Providing for a debt by itself: whose, which, what share, why, from when until when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.duty import Duty
from app.domain.measure_record import SpecificProvision
from app.services.ledger import DocumentQuery
from app.ui.dialogs.controls import Choice, DayEdit, NoteEdit
from app.ui.dialogs.customer_picker import CustomerPicker
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.optional_day import OptionalDay
from app.ui.widgets.decimal_edit import DecimalEdit
from app.words import codes, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ledger import DocumentRow
    from app.services.ports import Control
    from app.services.session import CompanySession
    from app.ui.context import PageContext

REASONS = ("insolvent", "event", "handed_lawyer", "handed_agency", "handed_insurer", "dispute")
_OTHER = "other"


@dataclass(frozen=True, slots=True)
class SpecificFacts:
    """What is provided for: a record to change or begin with, the customer's name, its open invoices."""

    record: SpecificProvision
    name: str
    invoices: Sequence[DocumentRow] = ()
    name_en: str = ""


def read_specific(session: CompanySession, record: SpecificProvision) -> SpecificFacts:
    """The facts; runs on the database worker."""
    if not record.customer_id:
        return SpecificFacts(record, "")
    customer = session.customers.profile(record.customer_id).customer
    invoices = open_invoices(session, record.customer_id)
    return SpecificFacts(record, customer.name, invoices, customer.name_en)


def open_invoices(session: CompanySession, customer_id: int) -> list[DocumentRow]:
    """A customer's open invoices."""
    ids = session.ledger.document_ids(DocumentQuery(customer_id=customer_id))
    return [one for one in session.ledger.document_rows(ids) if one.kind == "invoice" and one.open]


class SpecificDialog(FormDialog):
    """What the service refuses lands at its field."""

    duty = Duty.MEASURE

    codes: Mapping[str, str] = {
        "provision.specific_share": "share",
        "provision.specific_reason": "reason",
        "provision.specific_until": "until",
        "provision.specific_document": "document",
        "provision.specific_twice": "document",
    }

    def __init__(self, context: PageContext, facts: SpecificFacts, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=640)
        self.facts = facts
        record, lang = facts.record, context.formats.lang
        self._called = context.formats.name(facts.name, facts.name_en)
        self.set_head(self.tr("Provide for a debt by itself"), self.tr("Save"), self._called)
        self.customer = CustomerPicker(context)
        self.document = Choice([(0, "")])
        self.share = DecimalEdit(record.share if record.reason or record.id else Decimal(100))
        self.reason = Choice(
            [(each, say(f"provision_reason.{each}", lang)) for each in REASONS]
            + [(_OTHER, self.tr("Something else"))],
            record.reason if record.reason in REASONS or not record.reason else _OTHER,
        )
        self.start = DayEdit(context.language, record.start)
        self.until = OptionalDay(context.language, self.tr("Ends on"), record.until, record.start)
        self.note = NoteEdit()
        self.note.setPlainText(record.note if record.reason in REASONS else record.reason or record.note)
        self._add(lang)
        self._offer(facts.invoices)
        for choice in (self.document, self.reason):
            choice.activated.connect(self.touch)
        self.reason.activated.connect(lambda: self.verify("note"))
        self.customer.picked.connect(self._on_customer)
        self.share.setFocus()

    def _add(self, lang: str) -> None:
        known = bool(self.facts.record.customer_id)
        if known:
            self.customer.set_customer(self.facts.record.customer_id, self._called)
        self.customer.setEnabled(not known)
        self.add_field(
            "customer",
            self.customer,
            say("provision_column.customer", lang),
            check=lambda: "" if self.customer.customer_id else self.tr("Choose a customer from the list."),
        )
        self.add_field("document", self.document, self.tr("Debt"))
        check = self._check_share
        self.add_field("share", self.share, self.tr("Share provided, %"), check=check)
        self.add_field("reason", self.reason, say("provision_column.reason", lang))
        self.add_field(
            "start", self.start, say("provision_column.start", lang), check=self.past_check(self.start)
        )
        self.add_field("until", self.until, say("provision_column.until", lang), check=self._check_until)
        self.add_field("note", self.note, self.tr("In words"), check=self._check_note)
        self.lay("customer", "document")
        self.lay("reason", "share", stretch=(2, 1))
        self.lay("start", "until")
        self.lay("note")

    def _check_share(self) -> str:
        sound = self.share.sound and self.share.value is not None
        return "" if sound else self.tr("Enter a share from 0 to 100.")

    def _check_until(self) -> str:
        day = self.until.day
        wrong = day is not None and day < self.start.day
        return self.tr("The last day is before the first.") if wrong else ""

    def _check_note(self) -> str:
        missing = self.reason.value == _OTHER and not self.note.toPlainText().strip()
        return self.tr("Say why.") if missing else ""

    def _offer(self, invoices: Sequence[DocumentRow]) -> None:
        formats = self.context.formats
        pairs = [(one.id, f"{one.number} · {formats.money(one.open, one.currency)}") for one in invoices]
        everything = say("provision_column.all_debts", formats.lang)
        self.document.set_pairs([(0, everything), *pairs], self.facts.record.document_id or 0)

    def _on_customer(self, customer_id: int) -> None:
        if not customer_id:
            self._offer(())
            return
        session = self.context.company
        self.context.runner.database(
            lambda _control: open_invoices(session, customer_id),
            self._offer,
            failed=self.context.notices.error,
            owner=self,
            key="provision.invoices",
        )

    def made(self) -> SpecificProvision:
        """The record as it stands."""
        document, note = int(str(self.document.value)), self.note.toPlainText().strip()
        other = self.reason.value == _OTHER
        return replace(
            self.facts.record,
            customer_id=self.customer.customer_id,
            document_id=document or None,
            share=self.share.value if self.share.value is not None else Decimal(0),
            reason=note if other else str(self.reason.value),
            start=self.start.day,
            until=self.until.day,
            note="" if other else note,
        )

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep it."""
        service, made = self.context.company.provisions, self.made()
        return lambda _control: service.save_specific(made)


def begin(
    day: date, customer_id: int = 0, document_id: int = 0, share: str = "", reason: str = ""
) -> SpecificProvision:
    """A record to begin with."""
    known = reason if f"provision_reason.{reason}" in codes() else ""
    return SpecificProvision(customer_id, day, Decimal(share or 100), known, document_id=document_id or None)
