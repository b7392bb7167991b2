"""Noting a promise to pay: how much, by when, who said so and how."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCompleter, QLineEdit

from app.domain.document import Promise
from app.domain.duty import Duty
from app.domain.problem import HoldfastError
from app.ui.dialogs.claim_facts import ClaimFacts, invoice_pairs
from app.ui.dialogs.controls import Choice, DayEdit, NoteEdit, currency_choice, optional_id
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.money_edit import MoneyEdit
from app.words import word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext

CHANNELS = ("phone", "wechat", "message", "email", "meeting", "letter")
_A_WEEK = timedelta(7)


class PromiseDialog(FormDialog):
    """Notes a new promise or edits one; an amount above what is open is told and taken."""

    duty = Duty.LOG

    codes: Mapping[str, str] = {
        "promise.no_amount": "amount",
        "amount.too_large": "amount",
        "promise.not_yet": "made",
        "promise.before_invoice": "made",
        "promise.due_before_made": "due",
        "document.bad_date": "due",
        "promise.other_currency": "currency",
    }

    def __init__(
        self,
        context: PageContext,
        facts: ClaimFacts,
        promise: Promise | None = None,
        parent: QWidget | None = None,
        *,
        document_id: int | None = None,
    ) -> None:
        super().__init__(context, parent, width=600)
        self.facts, self.promise = facts, promise
        title = self.tr("Edit promise") if promise else self.tr("New promise to pay")
        self.set_head(title, self.tr("Save"), facts.customer.name)
        chosen = promise.document_id if promise else document_id
        everything = (None, self.tr("All that the customer owes"))
        self.invoice = Choice([everything, *invoice_pairs(facts, context.formats)], chosen)
        invoice = facts.invoice(chosen)
        currency = promise.currency if promise else invoice.currency if invoice else facts.currency
        self.currency = currency_choice(context.formats, currency, facts.currencies)
        self.amount = MoneyEdit(currency)
        self.amount.set_minor(promise.amount if promise else None)
        self.made = DayEdit(context.language, promise.made_on if promise else facts.today)
        self.due = DayEdit(context.language, promise.due_on if promise else facts.today + _A_WEEK)
        self.by = QLineEdit(promise.made_by if promise else "")
        self.by.setCompleter(QCompleter(list(facts.people), self.by))
        lang = context.formats.lang
        known = promise.channel if promise and promise.channel else CHANNELS[0]
        self.channel = Choice([(each, word("channel", each, lang)) for each in _with(known)], known)
        self.note = NoteEdit(promise.note if promise else "")
        self._add_fields()
        self.invoice.activated.connect(self._take_invoice)
        self.currency.activated.connect(self._take_currency)
        self.amount.editingFinished.connect(self._say_open)
        if promise is None:
            self._take_invoice()
        self._say_open()
        self.amount.setFocus()
        self.amount.selectAll()

    def _add_fields(self) -> None:
        self.add_field("invoice", self.invoice, self.tr("For"))
        self.add_field(
            "amount", self.amount, self.tr("Promised amount"), check=self.amount_check(self.amount)
        )
        self.add_field("currency", self.currency, self.tr("Currency"))
        hint = self.tr("A receipt up to and on this day keeps the promise")
        self.add_field("due", self.due, self.tr("To be paid by"), hint, self._check_due)
        self.add_field("made", self.made, self.tr("Promised on"), check=self._check_made)
        self.add_field("by", self.by, self.tr("Who promised"))
        self.add_field("channel", self.channel, self.tr("How"))
        self.add_field("note", self.note, self.tr("Note"))
        self.lay("invoice")
        self.lay("amount", "currency")
        self.lay("due", "made")
        self.lay("by", "channel")
        self.lay("note")

    def _take_invoice(self, *_: object) -> None:
        """The amount of what was chosen; its currency is the invoice's own."""
        invoice = self.facts.invoice(optional_id(self.invoice))
        if invoice is not None:
            self.currency.choose(invoice.currency)
        self.currency.setEnabled(invoice is None)
        currency = str(self.currency.value)
        self.amount.set_currency(currency)
        self.amount.set_minor((invoice.open if invoice else self.facts.owed(currency)) or None)
        self._say_open()

    def _take_currency(self, *_: object) -> None:
        self.amount.set_currency(str(self.currency.value))
        self._say_open()

    def _say_open(self) -> None:
        """What is open, and that the amount is above it where it is."""
        currency = str(self.currency.value)
        invoice = self.facts.invoice(optional_id(self.invoice))
        left = invoice.open if invoice else self.facts.owed(currency)
        money = self.context.formats.money(left, currency)
        text = self.tr("{open} is open").format(open=money)
        try:
            if (self.amount.minor() or 0) > left:
                text = self.tr("More than the {open} that is open; it is noted as promised").format(
                    open=money
                )
        except HoldfastError:
            pass
        self.fields["amount"].set_text(self.tr("Promised amount"), text)

    def _check_due(self) -> str:
        early = self.due.day < self.made.day
        return self.tr("The promised day is before the day it was promised.") if early else ""

    def _check_made(self) -> str:
        invoice = self.facts.invoice(optional_id(self.invoice))
        if self.made.day > self.facts.today:
            return self.tr("This day is still to come.")
        if invoice is not None and self.made.day < invoice.doc_date:
            day = self.context.formats.day(invoice.doc_date)
            return self.tr("The invoice is dated {day}; choose that day or a later one.").format(day=day)
        return ""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Note or edit the promise."""
        service, old = self.context.company.collection, self.promise
        draft = Promise(
            self.facts.customer.id,
            self.made.day,
            self.due.day,
            self.amount.minor() or 0,
            str(self.currency.value),
            optional_id(self.invoice),
            self.by.text().strip(),
            str(self.channel.value),
            note=self.note.text,
        )
        if old is None:
            return lambda _control: service.promise(draft)
        kept = replace(draft, closed_on=old.closed_on, outcome=old.outcome, id=old.id, version=old.version)
        return lambda _control: service.edit_promise(kept)


def _with(known: str) -> tuple[str, ...]:
    """The channels, with one that an older file uses."""
    return CHANNELS if known in CHANNELS else (known, *CHANNELS)
