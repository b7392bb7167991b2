"""A person at the customer: name, role, and how to reach them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.customer import Contact
from app.domain.duty import Duty
from app.ui.dialogs.controls import NoteEdit
from app.ui.dialogs.form_dialog import FormDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext


class ContactDialog(FormDialog):
    """Adds or edits a contact."""

    duty = Duty.LOG

    codes: Mapping[str, str] = {"contact.name_missing": "name"}

    def __init__(
        self, context: PageContext, contact: Contact, parent: QWidget | None = None, *, customer: str = ""
    ) -> None:
        super().__init__(context, parent, width=520)
        title = self.tr("Edit contact") if contact.id else self.tr("New contact")
        self.set_head(title, self.tr("Save"), customer)
        self.contact = contact
        self.name = QLineEdit(contact.name)
        self.role = QLineEdit(contact.role)
        self.phone = QLineEdit(contact.phone)
        self.mobile = QLineEdit(contact.mobile)
        self.email = QLineEdit(contact.email)
        self.note = NoteEdit(contact.note)
        missing = self.required(self.name, self.tr("Enter the contact's name."))
        self.add_field("name", self.name, self.tr("Name"), check=missing)
        self.add_field("role", self.role, self.tr("Role"))
        self.add_field("phone", self.phone, self.tr("Phone"))
        self.add_field("mobile", self.mobile, self.tr("Mobile"))
        self.add_field("email", self.email, self.tr("E-mail"))
        self.add_field("note", self.note, self.tr("Note"))
        self.lay("name", "role")
        self.lay("phone", "mobile")
        self.lay("email")
        self.lay("note")
        self.name.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the contact."""
        customers = self.context.company.customers
        contact = replace(
            self.contact,
            name=self.name.text().strip(),
            role=self.role.text().strip(),
            phone=self.phone.text().strip(),
            mobile=self.mobile.text().strip(),
            email=self.email.text().strip(),
            note=self.note.text,
        )
        return lambda _control: customers.save_contact(contact)


class AliasDialog(FormDialog):
    """Adds another name under which imported files may call the customer."""

    duty = Duty.BOOK

    codes: Mapping[str, str] = {"customer.name_missing": "name", "customer.name_taken": "name"}

    def __init__(
        self, context: PageContext, customer_id: int, parent: QWidget | None = None, *, customer: str = ""
    ) -> None:
        super().__init__(context, parent, width=480)
        self.set_head(self.tr("Another name"), self.tr("Save"), customer)
        self._customer_id = customer_id
        self.name = QLineEdit()
        missing = self.required(self.name, self.tr("Enter the name."))
        hint = self.tr("Imported files that use this name will find the customer")
        self.add_field("name", self.name, self.tr("Name in files"), hint, missing)
        self.lay("name")
        self.name.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the name."""
        customers, customer_id = self.context.company.customers, self._customer_id
        name = self.name.text().strip()
        return lambda _control: customers.add_alias(customer_id, name)
