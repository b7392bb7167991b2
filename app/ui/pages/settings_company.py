"""The company's profile: what its letters and statements carry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.ui.dialogs.controls import Choice
from app.ui.pages.new_company import currency_choice
from app.ui.pages.settings_form import SettingsForm
from app.ui.widgets.form_field import FormField
from app.words import say

if TYPE_CHECKING:
    from app.domain.company import Company
    from app.domain.problem import HoldfastError
    from app.ui.context import PageContext

_PLACES = (
    ("name", 0, 0, 2),
    ("name_en", 1, 0, 2),
    ("identifier", 2, 0, 1),
    ("address", 3, 0, 2),
    ("contact", 4, 0, 1),
    ("phone", 4, 1, 1),
    ("email", 5, 0, 1),
    ("bank_name", 6, 0, 2),
    ("bank", 7, 0, 1),
    ("bank_account", 7, 1, 1),
    ("swift", 8, 0, 1),
    ("signer", 9, 0, 1),
    ("signer_role", 9, 1, 1),
)


_OWN_SIZES = ("micro", "small", "medium", "large")


class CompanyPanel(SettingsForm):
    """Name, register number, address, contact, bank."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._edits: dict[str, QLineEdit] = {
            key: self.add_line(key, row, column, span) for key, row, column, span in _PLACES
        }
        self.currency = currency_choice(context.formats, "CNY")
        self.currency.activated.connect(self.touched)
        self.fields["currency"] = FormField(self.currency)
        self.grid.addWidget(self.fields["currency"], 2, 1)
        self.size_class = Choice((), "")
        self.size_class.activated.connect(self.touched)
        self.fields["size_class"] = FormField(self.size_class)
        self.grid.addWidget(self.fields["size_class"], 8, 1)
        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)
        self.retranslate()

    def fill(self, company: Company) -> None:
        """Show the stored profile."""
        for key, edit in self._edits.items():
            edit.setText(str(getattr(company, key)))
        self.currency.setCurrentIndex(max(0, self.currency.findData(company.currency)))
        self.size_class.choose(company.size_class)

    def edited(self, company: Company) -> Company:
        """The profile as typed."""
        texts = {key: edit.text().strip() for key, edit in self._edits.items()}
        return replace(
            company,
            name=texts["name"],
            name_en=texts["name_en"],
            identifier=texts["identifier"],
            address=texts["address"],
            contact=texts["contact"],
            phone=texts["phone"],
            email=texts["email"],
            bank_name=texts["bank_name"],
            bank=texts["bank"],
            bank_account=texts["bank_account"],
            swift=texts["swift"],
            signer=texts["signer"],
            signer_role=texts["signer_role"],
            size_class=str(self.size_class.value),
            currency=str(self.currency.currentData()),
        )

    def blame(self, error: HoldfastError) -> FormField | None:
        """Name and currency can be wrong."""
        if error.code == "company.name_missing":
            return self.fields["name"]
        return self.fields["currency"] if error.code.startswith("company.currency") else None

    def retranslate(self) -> None:
        """Labels of all fields."""
        self.write_buttons()
        self.card.set_title(self.tr("Company"), self.tr("Printed on statements and letters"))
        words = {
            "name": self.tr("Name"),
            "name_en": self.tr("Name in English"),
            "identifier": self.tr("Register or tax number"),
            "currency": self.tr("Base currency"),
            "address": self.tr("Address"),
            "contact": self.tr("Contact"),
            "phone": self.tr("Telephone"),
            "email": self.tr("E-mail"),
            "bank_name": self.tr("Account holder"),
            "bank": self.tr("Bank"),
            "bank_account": self.tr("Account number"),
            "swift": self.tr("SWIFT code"),
            "signer": self.tr("Who signs our letters"),
            "signer_role": self.tr("Position"),
            "size_class": self.tr("Our size class"),
        }
        hints = {"size_class": self.tr("Decides whether the payment rules for small firms protect us")}
        for key, text in words.items():
            self.fields[key].set_text(text, hints.get(key, ""))
        own = [
            ("", self.tr("Not known")),
            *((size, say(f"size.{size}", self.context.formats.lang)) for size in _OWN_SIZES),
        ]
        self.size_class.set_pairs(own, self.size_class.value)
