"""The fields of a customer, for the dialog that makes one and the profile that edits one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from app.domain.customer import Customer, CustomerStatus
from app.ui.dialogs.controls import (
    Choice,
    DayEdit,
    NoteEdit,
    currency_choice,
    language_choice,
    optional_id,
    status_choice,
)
from app.ui.dialogs.late_terms_form import LateTermsForm
from app.ui.dialogs.terms_field import explain_live, terms_problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.ui.context import PageContext
    from app.ui.dialogs.facts import Facts, Named
    from app.ui.dialogs.fields import Fields

CODES: Mapping[str, str] = {
    "customer.name_missing": "name",
    "customer.name_taken": "name",
    "customer.code_taken": "code",
    "customer.bad_country": "country",
    "terms.unknown": "terms",
    "terms.shares": "terms",
    "terms.tiers": "terms",
}
_COUNTRY = re.compile(r"[A-Za-z]{2}")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
translate = QCoreApplication.translate


class CustomerForm:
    """Makes the controls and their fields; ``value`` reads them as a customer."""

    def __init__(self, context: PageContext, facts: Facts, fields: Fields, customer: Customer | None) -> None:
        self._context = context
        self._facts = facts
        self._fields = fields
        house = facts.company
        self._old = customer or Customer("", country=house.country, currency=house.currency)
        self._make()
        self._add_who()
        self._add_trade()
        self._add_reach()
        # A new customer is entered without these; its file asks for them.
        self.late = LateTermsForm(context, facts.interest_rules, fields, customer) if customer else None
        self.status.currentIndexChanged.connect(self._show_since)
        self._show_since()

    def _make(self) -> None:
        old, facts, context = self._old, self._facts, self._context
        self.name = QLineEdit(old.name)
        self.short_name = QLineEdit(old.short_name)
        self.name_en = QLineEdit(old.name_en)
        self.code = QLineEdit(old.code)
        self.country = QLineEdit(old.country)
        self.country.setMaxLength(2)
        currency = old.currency or facts.company.currency
        self.currency = currency_choice(context.formats, currency, facts.currencies)
        self.terms = QLineEdit(old.terms)
        self.terms.setPlaceholderText(facts.company.terms)
        self.language = language_choice(old.language)
        self.salesperson = _labels(facts.salespersons, old.salesperson_id)
        self.region = _labels(facts.regions, old.region_id)
        self.group = _labels(facts.groups, old.group_id)
        self.status = status_choice(context.formats.lang, old.status)
        self.since = DayEdit(context.language, old.status_since or facts.today)
        self.address = QLineEdit(old.address)
        self.phone = QLineEdit(old.phone)
        self.email = QLineEdit(old.email)
        self.bank = QLineEdit(old.bank)
        self.bank_account = QLineEdit(old.bank_account)
        self.note = NoteEdit(old.note)

    # -- fields ---------------------------------------------------------------------------------

    def _add_who(self) -> None:
        add = self._fields.add
        next_code = "" if self._old.id else translate("CustomerForm", "Leave empty for the next free code")
        add("name", self.name, translate("CustomerForm", "Name"), check=self._check_name)
        add("code", self.code, translate("CustomerForm", "Customer code"), next_code)
        add("short_name", self.short_name, translate("CustomerForm", "Short name"))
        add("name_en", self.name_en, translate("CustomerForm", "English name"))
        hint = translate("CustomerForm", "Two letters, such as CN or DE")
        add("country", self.country, translate("CustomerForm", "Country code"), hint, self._check_country)
        add("language", self.language, translate("CustomerForm", "Language of papers"))

    def _add_trade(self) -> None:
        add, lang = self._fields.add, self._context.formats.lang
        title = translate("CustomerForm", "Payment terms")
        terms = add("terms", self.terms, title, check=lambda: terms_problem(self.terms.text(), lang))
        explain_live(terms, title, lang)
        add("currency", self.currency, translate("CustomerForm", "Currency"))
        add("salesperson", self.salesperson, translate("CustomerForm", "Salesperson"))
        add("region", self.region, translate("CustomerForm", "Region"))
        add("group", self.group, translate("CustomerForm", "Group"))
        add("status", self.status, translate("CustomerForm", "Status"))
        add("since", self.since, translate("CustomerForm", "Status since"))

    def _add_reach(self) -> None:
        add = self._fields.add
        add("phone", self.phone, translate("CustomerForm", "Phone"))
        add("email", self.email, translate("CustomerForm", "E-mail"), check=self._check_email)
        add("address", self.address, translate("CustomerForm", "Address"))
        add("bank", self.bank, translate("CustomerForm", "Bank"))
        add("bank_account", self.bank_account, translate("CustomerForm", "Bank account"))
        add("note", self.note, translate("CustomerForm", "Note"))

    def _check_name(self) -> str:
        if self.name.text().strip():
            return ""
        return translate("CustomerForm", "Enter the customer's name.")

    def _check_country(self) -> str:
        text = self.country.text().strip()
        if not text or _COUNTRY.fullmatch(text):
            return ""
        return translate("CustomerForm", "Enter two letters, such as CN, DE or US.")

    def _check_email(self) -> str:
        text = self.email.text().strip()
        if not text or _MAIL.fullmatch(text):
            return ""
        return translate("CustomerForm", "This is not an e-mail address; it needs an @ and a domain.")

    def _show_since(self) -> None:
        self._fields["since"].setVisible(self.status.value is not CustomerStatus.ACTIVE)

    # -- result ---------------------------------------------------------------------------------

    def value(self) -> Customer:
        """The customer as the fields say it."""
        status = self.status.value
        stopped = isinstance(status, CustomerStatus) and status is not CustomerStatus.ACTIVE
        typed = replace(
            self._old,
            name=self.name.text().strip(),
            short_name=self.short_name.text().strip(),
            name_en=self.name_en.text().strip(),
            code=self.code.text().strip(),
            country=self.country.text().strip().upper(),
            currency=str(self.currency.value),
            terms=self.terms.text().strip(),
            language=str(self.language.value),
            salesperson_id=optional_id(self.salesperson),
            region_id=optional_id(self.region),
            group_id=optional_id(self.group),
            status=status if isinstance(status, CustomerStatus) else self._old.status,
            status_since=self.since.day if stopped else None,
            address=self.address.text().strip(),
            phone=self.phone.text().strip(),
            email=self.email.text().strip(),
            bank=self.bank.text().strip(),
            bank_account=self.bank_account.text().strip(),
            note=self.note.text,
        )
        return self.late.applied(typed) if self.late else typed

    def on_name(self, run: Callable[[str], None]) -> None:
        """Call ``run`` with the name each time its field is left."""
        self.name.editingFinished.connect(lambda: run(self.name.text().strip()))


def _labels(pairs: Named, chosen: int | None) -> Choice:
    return Choice([(None, translate("CustomerForm", "None")), *pairs], chosen)
