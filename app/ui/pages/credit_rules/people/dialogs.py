"""A person's profile, and the PIN."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit

from app.domain.authority import Role
from app.domain.changes import ChangeSet
from app.domain.credit_record import Person
from app.domain.duty import Duty
from app.ui.dialogs.controls import Choice
from app.ui.dialogs.form_dialog import FormDialog
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.services.ports import Control
    from app.ui.context import PageContext


class PersonDialog(FormDialog):
    """Adds somebody, or edits a profile; decisions already made keep the name they were made under."""

    duty = Duty.PEOPLE

    codes: Mapping[str, str] = {
        "person.name_missing": "name",
        "person.taken": "name",
        "person.role_unknown": "role",
        "person.no_owner": "role",
    }

    def __init__(
        self, context: PageContext, person: Person | None, *, first: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=460)
        self._person = person
        title = self.tr("Edit person") if person else self.tr("Add a person")
        self.set_head(title, self.tr("Save"))
        self.name = QLineEdit(person.name if person else context.actor if first else "")
        roles = [(each.value, say(f"role.{each}", context.formats.lang)) for each in Role]
        self.role = Choice(roles, person.role if person else Role.OWNER if first else Role.SALES)
        self.active = QCheckBox(self.tr("Works here"))
        self.active.setChecked(person.active if person else True)
        self.active.toggled.connect(self.touch)
        missing = self.required(self.name, self.tr("Enter a name."))
        self.add_field("name", self.name, self.tr("Name"), check=missing)
        hint = self.tr("The role decides how much may be granted, unless a line names the person")
        self.add_field("role", self.role, self.tr("Role"), hint)
        self.lay("name", "role")
        self.form.addWidget(self.active)
        self.active.setVisible(person is not None)
        self.name.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the profile."""
        people = self.context.company.people
        base = self._person or Person("", "")
        made = replace(base, name=self.name.text(), role=str(self.role.value), active=self.active.isChecked())
        return lambda _control: people.save(made)


class OwnerDialog(FormDialog):
    """An owner's name and PIN, before people or their authority are changed."""

    duty = Duty.PROGRAM

    codes: Mapping[str, str] = {"person.wrong_pin": "pin", "person.pin_wait": "pin"}

    def __init__(self, context: PageContext, owners: Sequence[Person], parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=420)
        text = self.tr("People and their authority can then be changed for five minutes.")
        self.set_head(self.tr("An owner's PIN"), self.tr("Go on"), text)
        self.owner = Choice([(one.name, one.name) for one in owners], owners[0].name if owners else None)
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_field("owner", self.owner, self.tr("Owner"))
        self.add_field(
            "pin", self.pin, self.tr("PIN"), check=self.required(self.pin, self.tr("Enter the PIN."))
        )
        self.lay("owner")
        self.lay("pin")
        self.pin.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Let the service know who is there; nothing is stored."""
        people, name, pin = self.context.company.people, str(self.owner.value), self.pin.text()

        def unlock(_control: Control) -> ChangeSet:
            people.unlock(name, pin)
            return ChangeSet(0, "person.owner_there")

        return unlock


class PinDialog(FormDialog):
    """Sets a PIN, changes it, or (left empty) takes it away; the old one is asked for first."""

    duty = Duty.PROGRAM

    codes: Mapping[str, str] = {"person.bad_pin": "new", "person.wrong_pin": "old", "person.pin_wait": "old"}

    def __init__(
        self, context: PageContext, person: Person, owners: Sequence[Person], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=460)
        self._person = person
        self._owners = [one for one in owners if one.id != person.id and one.pin]
        title = self.tr("Change the PIN") if person.pin else self.tr("Set a PIN")
        self.set_head(title, self.tr("Save"), person.name)
        self.old, self.new, self.again = (QLineEdit() for _ in range(3))
        for each in (self.old, self.new, self.again):
            each.setEchoMode(QLineEdit.EchoMode.Password)
        hint = self.tr("An owner's PIN does as well when it was forgotten") if self._owners else ""
        self.add_field("old", self.old, self.tr("PIN so far"), hint)
        empty = self.tr("4 to 12 digits; empty takes it away")
        self.add_field("new", self.new, self.tr("New PIN"), empty if person.pin else "", self._check_new)
        self.add_field("again", self.again, self.tr("Once more"), check=self._check_again)
        self.lay("old")
        self.lay("new", "again")
        self.fields["old"].setVisible(bool(person.pin))
        (self.old if person.pin else self.new).setFocus()

    def _check_new(self) -> str:
        if self._person.pin or self.new.text():
            return ""
        return self.tr("Enter a PIN of 4 to 12 digits.")

    def _check_again(self) -> str:
        if self.again.text() == self.new.text():
            return ""
        return self.tr("The two are not the same.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """Check the old PIN (or an owner's), then store the new one."""
        people, person = self.context.company.people, self._person
        old, new = self.old.text(), self.new.text()
        return lambda _control: people.set_pin(person.id, new, old)
