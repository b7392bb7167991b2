"""A new customer: the fields of its profile, its identifier and the person to talk to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.customer import Contact, Identifier, IdentifierKind
from app.domain.duty import Duty
from app.ui.dialogs.customer_form import CODES, CustomerForm
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.identifier import IdentifierDialog, LiveCheck, words_of
from app.ui.widgets.labels import label
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.identifiers import IdentifierCheck
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.facts import Facts

_NAMED = 3


class CustomerDialog(FormDialog):
    """Makes a customer; near names that exist already are shown before a second one is made."""

    duty = Duty.BOOK

    codes: Mapping[str, str] = {
        **CODES,
        **dict.fromkeys(IdentifierDialog.codes, "identifier"),
        "contact.name_missing": "contact",
    }

    def __init__(self, context: PageContext, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=680)
        self.set_head(self.tr("New customer"), self.tr("Save"))
        self.person = QLineEdit()
        self.mobile = QLineEdit()
        self.identifier = QLineEdit()
        self.found: IdentifierCheck | None = None
        self.values = CustomerForm(context, facts, self.fields, None)
        self._add()
        self._live = LiveCheck(context, self.values.country.text, self)
        self._live.answered.connect(self._on_answer)
        self.identifier.textEdited.connect(self._look)
        self.values.country.editingFinished.connect(self._look)
        self.values.on_name(self._look_for_similar)
        self.values.name.setFocus()

    def _add(self) -> None:
        self.add_field("identifier", self.identifier, self._identifier_title(), check=self._check_identifier)
        self.add_field("contact", self.person, self.tr("Contact"), check=self._check_contact)
        self.add_field("mobile", self.mobile, self.tr("Mobile"))
        self.lay("name", "code", stretch=(2, 1))
        self.lay("short_name", "name_en")
        self.lay("identifier", "country", stretch=(2, 1))
        self.lay("terms", "currency", stretch=(2, 1))
        self.lay("salesperson", "region", "group")
        self.lay("status", "since", "language")
        self.form.addWidget(label(self.tr("How to reach them"), "section"))
        self.lay("contact", "mobile")
        self.lay("phone", "email")
        self.lay("address")
        self.lay("bank", "bank_account")
        self.lay("note")

    def _identifier_title(self) -> str:
        return self.tr("Identifier (credit code, VAT, LEI)")

    # -- live answers ---------------------------------------------------------------------------

    def _look(self) -> None:
        self._live.look(None, self.identifier.text())

    def _on_answer(self, check: IdentifierCheck | None) -> None:
        self.found = check
        lang = self.context.formats.lang
        hint = ""
        if check is not None:
            kind = say(f"identifier_kind.{check.kind}", lang)
            wrong = words_of(check, lang)
            hint = f"{kind}: {wrong}" if wrong else self.tr("{kind}: well formed").format(kind=kind)
        self.fields["identifier"].set_text(self._identifier_title(), hint)
        if self.fields["identifier"].has_error:
            self.verify("identifier")

    def _check_identifier(self) -> str:
        if not self.identifier.text().strip() or self.found is None or self.found.valid:
            return ""
        return words_of(self.found, self.context.formats.lang)

    def _check_contact(self) -> str:
        if self.person.text().strip() or not self.mobile.text().strip():
            return ""
        return self.tr("Enter the contact's name.")

    def _look_for_similar(self, name: str) -> None:
        customers = self.context.company.customers
        if not name:
            self.message.hide()
            return

        def work(_control: Control) -> Sequence[tuple[int, str, str]]:
            return customers.similar(name)

        self.context.runner.database(work, self._show_similar, owner=self, key="customer.similar")

    def _show_similar(self, found: Sequence[tuple[int, str, str]]) -> None:
        if not found:
            self.message.hide()
            return
        lang = self.context.formats.lang
        names = [f"{name} ({say(reason, lang)})" for _, name, reason in found[:_NAMED]]
        text = self.tr("There is already: {names}. Is it the same customer?").format(names="; ".join(names))
        first = found[0][0]

        def open_it() -> None:
            self._dirty = False
            self.reject()
            self.context.navigator.go("customers", customer_id=first)

        self.message.say("warn", text, actions=[(self.tr("Open it"), open_it)])

    # -- result ---------------------------------------------------------------------------------

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the customer with its identifier and contact as one action."""
        customers, customer = self.context.company.customers, self.values.value()
        person, mobile, number = (
            field.text().strip() for field in (self.person, self.mobile, self.identifier)
        )
        contacts = [Contact(0, person, mobile=mobile)] if person else []

        def work(_control: Control) -> ChangeSet:
            identifiers = []
            if number:
                kind: IdentifierKind = customers.check_identifier(None, number, customer.country).kind
                identifiers = [Identifier(0, kind, number)]
            return customers.create(customer, contacts, identifiers)

        return work
