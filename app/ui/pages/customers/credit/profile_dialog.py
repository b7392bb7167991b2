"""The company itself: legal form, capital, industry, whose it is, how the register and the lists show it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.credit_file import Registration
from app.domain.credit_file_views import Standing
from app.domain.duty import Duty
from app.domain.problem import HoldfastError
from app.ui.dialogs.controls import Choice, NoteEdit, currency_choice, optional_id
from app.ui.dialogs.day_text import DayText
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.late_terms_form import size_choice
from app.ui.faults import sentence
from app.ui.pages.customers.credit.industry_field import IndustryField
from app.ui.widgets.labels import label
from app.ui.widgets.money_edit import MoneyEdit
from app.words import say, word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.customers.credit.reading import CreditFile

_COUNTRY = re.compile(r"[A-Za-z]{2}")
_OLDEST = 1000


class CompanyDialog(FormDialog):
    """Writes the profile and what it shares with the customer as one action."""

    duty = Duty.CREDIT

    codes: Mapping[str, str] = {
        "credit_file.founded_later": "founded_on",
        "credit_file.disclosed_later": "sme_disclosed_on",
        "credit_file.negative": "capital",
        "money.unknown_currency": "capital_currency",
        "customer.bad_country": "country",
    }

    def __init__(self, context: PageContext, content: CreditFile, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=760)
        self.content = content
        profile, customer, lang = content.profile, content.customer, context.formats.lang
        self.set_head(
            self.tr("Company profile"), self.tr("Save"), context.formats.name(customer.name, customer.name_en)
        )
        currency = profile.capital_currency or content.currency
        self.legal_form = QLineEdit(profile.legal_form)
        self.founded_on = DayText(profile.founded_on, first_year=_OLDEST)
        self.capital, self.paid_capital, self.annual_purchases = (MoneyEdit(currency) for _ in range(3))
        self.capital.set_minor(profile.capital)
        self.paid_capital.set_minor(profile.paid_capital)
        self.annual_purchases.set_minor(profile.annual_purchases)
        self.capital_currency = currency_choice(
            context.formats, currency, (content.currency, "CNY", "USD", "EUR")
        )
        self.size_class = size_choice(lang, customer.size_class)
        self.employees = QLineEdit("" if profile.employees is None else f"{profile.employees:,}")
        systems = [(each, say(f"industry_system.{each}", lang)) for each in ("gbt4754", "isic")]
        self.system = Choice(systems, profile.industry_system)
        self.industry = IndustryField(profile.industry_system, profile.industry, lang)
        self.country = QLineEdit(customer.country)
        self.country.setMaxLength(2)
        self.group = Choice([(None, self.tr("None")), *content.groups], customer.group_id)
        self.parent_company = QLineEdit(profile.parent)
        self.sme_disclosed_on = DayText(customer.sme_disclosed_on)
        states = [(each, word("registration", each, lang)) for each in Registration]
        self.registration = Choice(states, profile.registration)
        self.registration_on = DayText(profile.registration_on)
        self.sanctioned = QLineEdit(profile.sanctioned)
        self.sanctions_on = DayText(profile.sanctions_on)
        self.note = NoteEdit(profile.note)
        self._add_company()
        self._add_checks()
        self._lay_fields()
        self.system.currentIndexChanged.connect(lambda _at: self.industry.set_system(str(self.system.value)))
        self.capital_currency.currentIndexChanged.connect(self._set_currency)
        self.legal_form.setFocus()

    def _add_company(self) -> None:
        add, past = self.add_field, self._check_past
        add("legal_form", self.legal_form, self.tr("Legal form"), self.tr("Such as 有限责任公司 or GmbH"))
        add("founded_on", self.founded_on, self.tr("Founded on"), check=past(self.founded_on))
        add("size_class", self.size_class, self.tr("Size class"))
        add("capital", self.capital, self.tr("Registered capital"), check=self._amount(self.capital))
        add("paid_capital", self.paid_capital, self.tr("Paid in"), check=self._check_paid)
        add("capital_currency", self.capital_currency, self.tr("Currency"))
        add("employees", self.employees, self.tr("Employees"), check=self._check_employees)
        hint = self.tr("What it buys of our kind a year, from all")
        add(
            "annual_purchases",
            self.annual_purchases,
            self.tr("Yearly purchases"),
            hint,
            self._amount(self.annual_purchases),
        )
        add("system", self.system, self.tr("Industry by"))
        hint = self.tr("Type a code or a part of the name")
        add("industry", self.industry, self.tr("Industry"), hint, self._check_industry)

    def _add_checks(self) -> None:
        add, past = self.add_field, self._check_past
        hint = self.tr("Two letters, such as CN or DE")
        add("country", self.country, self.tr("Country"), hint, self._check_country)
        add("group", self.group, self.tr("Group"))
        add("parent", self.parent_company, self.tr("Parent company"))
        hint = self.tr("When we told it that we are a small firm")
        add(
            "sme_disclosed_on",
            self.sme_disclosed_on,
            self.tr("Told of our small-firm status on"),
            hint,
            past(self.sme_disclosed_on),
        )
        add("registration", self.registration, self.tr("Company register"))
        add(
            "registration_on",
            self.registration_on,
            self.tr("Looked up on"),
            check=past(self.registration_on),
        )
        hint = self.tr("Name the list; empty where it is on none")
        add("sanctioned", self.sanctioned, self.tr("Sanctions"), hint)
        add("sanctions_on", self.sanctions_on, self.tr("Looked up on"), check=self._check_sanctions)
        add("note", self.note, self.tr("Note"))

    def _lay_fields(self) -> None:
        self.form.addWidget(label(self.tr("The company"), "section"))
        self.lay("legal_form", "founded_on", "size_class", stretch=(4, 3, 3))
        self.lay("capital", "paid_capital", "capital_currency")
        self.lay("system", "industry", stretch=(2, 3))
        self.lay("employees", "annual_purchases", stretch=(2, 3))
        self.form.addWidget(label(self.tr("Where it belongs"), "section"))
        self.lay("country", "group", "parent", stretch=(2, 3, 4))
        self.lay("sme_disclosed_on")
        self.form.addWidget(label(self.tr("What registers say"), "section"))
        self.lay("registration", "registration_on")
        self.lay("sanctioned", "sanctions_on")
        self.lay("note")

    def _set_currency(self, *_: object) -> None:
        for edit in (self.capital, self.paid_capital, self.annual_purchases):
            edit.set_currency(str(self.capital_currency.value))

    # -- what is wrong --------------------------------------------------------------------------

    def _check_past(self, control: DayText) -> Callable[[], str]:
        def check() -> str:
            if control.wrong:
                return self.tr("Write the day as 2025-12-31, or leave it empty.")
            day = control.day
            return self.tr("This day is still to come.") if day and day > self.content.today else ""

        return check

    def _amount(self, edit: MoneyEdit) -> Callable[[], str]:
        def check() -> str:
            try:
                minor = edit.minor()
            except HoldfastError as error:
                return sentence(error, self.context.formats.lang)
            return self.tr("This cannot be below zero.") if minor is not None and minor < 0 else ""

        return check

    def _check_paid(self) -> str:
        wrong = self._amount(self.paid_capital)()
        if wrong or self._amount(self.capital)():
            return wrong
        paid, whole = self.paid_capital.minor(), self.capital.minor()
        more = paid is not None and whole is not None and paid > whole
        return self.tr("More is paid in than registered.") if more else ""

    def _heads(self) -> int | None:
        text = self.employees.text().replace(",", "").strip()
        return int(text) if text.isdecimal() else None

    def _check_employees(self) -> str:
        typed = self.employees.text().strip()
        return self.tr("Enter a whole number, such as 120.") if typed and self._heads() is None else ""

    def _check_industry(self) -> str:
        return "" if self.industry.known else self.tr("This code is not in the list; pick one by its name.")

    def _check_country(self) -> str:
        text = self.country.text().strip()
        fits = not text or _COUNTRY.fullmatch(text)
        return "" if fits else self.tr("Enter two letters, such as CN, DE or US.")

    def _check_sanctions(self) -> str:
        wrong = self._check_past(self.sanctions_on)()
        if wrong:
            return wrong
        undated = self.sanctioned.text().strip() and self.sanctions_on.day is None
        return self.tr("Enter the day on which the list was looked at.") if undated else ""

    # -- saving ---------------------------------------------------------------------------------

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store it."""
        amounts = [edit.minor() for edit in (self.capital, self.paid_capital, self.annual_purchases)]
        any_money = any(amount is not None for amount in amounts)
        made = replace(
            self.content.profile,
            legal_form=self.legal_form.text(),
            founded_on=self.founded_on.day,
            capital=amounts[0],
            paid_capital=amounts[1],
            annual_purchases=amounts[2],
            capital_currency=str(self.capital_currency.value) if any_money else "",
            industry=self.industry.code,
            industry_system=str(self.system.value),
            parent=self.parent_company.text(),
            registration=Registration(str(self.registration.value)),
            registration_on=self.registration_on.day,
            employees=self._heads(),
            sanctioned=self.sanctioned.text(),
            sanctions_on=self.sanctions_on.day,
            note=self.note.text,
        )
        standing = Standing(
            self.country.text().strip().upper(),
            optional_id(self.group),
            str(self.size_class.value),
            self.sme_disclosed_on.day,
        )
        files = self.context.company.credit_files
        return lambda _control: files.save_profile(made, standing)
