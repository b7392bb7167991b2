"""Who sits down at the program: a name and the PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.changes import ChangeSet
from app.domain.duty import Duty
from app.ui.dialogs.approval import ASKED_LAST
from app.ui.dialogs.controls import Choice
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.buttons import button
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.credit_record import Person
    from app.services.ports import Control
    from app.ui.context import PageContext


class SeatDialog(FormDialog):
    """Esc leaves things as they are: after opening, that is looking only."""

    duty = Duty.PROGRAM

    codes: Mapping[str, str] = {
        "person.wrong_pin": "pin",
        "person.pin_wait": "pin",
        "desk.unknown": "person",
    }

    def __init__(
        self, context: PageContext, people: Sequence[Person], *, seated: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=420)
        lang = context.formats.lang
        about = self.tr("What you may do follows from your role; the change log names you.")
        self.set_head(self.tr("Who works here?"), self.tr("Sit down"), about)
        names = [(one.name, f"{one.name} ({say(f'role.{one.role}', lang)})") for one in people]
        last = str(context.preferences.get(ASKED_LAST, ""))
        first = last if any(name == last for name, _ in names) else people[0].name if people else None
        self.person = Choice(names, first)
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        missing = self.required(self.pin, self.tr("Enter the PIN."))
        self.add_field("person", self.person, self.tr("Name"))
        self.add_field("pin", self.pin, self.tr("PIN"), check=missing)
        self.lay("person")
        self.lay("pin")
        self.look_button = button(context.theme, self.tr("Only look"), "quiet", run=self.look_only)
        self._cancel.setVisible(bool(seated))
        self.foot.insertWidget(0, self.look_button)
        self.pin.setFocus()

    def touch(self, *_: object) -> None:
        """A PIN that was typed is no loss."""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Prove who it is; nothing is stored."""
        desk, preferences = self.context.company.desk, self.context.preferences
        name, pin = str(self.person.value), self.pin.text()

        def sit(_control: Control) -> ChangeSet:
            desk.sit(name, pin)
            return ChangeSet(0, "desk.sat")

        preferences.set(ASKED_LAST, name)
        return sit

    def look_only(self) -> None:
        """Nobody works here from now on."""
        desk = self.context.company.desk

        def stand_up(_control: Control) -> ChangeSet:
            desk.stand_up()
            return ChangeSet(0, "desk.left")

        self.run(stand_up)


class SwitchDialog(FormDialog):
    """An owner begins, or ends, asking who works with the program."""

    duty = Duty.PROGRAM

    codes: Mapping[str, str] = {"person.wrong_pin": "pin", "person.pin_wait": "pin"}

    def __init__(
        self, context: PageContext, owners: Sequence[Person], *, on: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=440)
        self._on = on
        if on:
            about = self.tr(
                "From then on everybody sits down with name and PIN, and does what the role is for. Who has "
                "no PIN can only look: give everybody one first."
            )
            self.set_head(self.tr("Ask who works here"), self.tr("Ask from now on"), about)
        else:
            about = self.tr("Whoever opens the file then does everything again; PINs prove single decisions.")
            self.set_head(self.tr("Ask nobody any more"), self.tr("Ask no more"), about)
        self.owner = Choice([(one.name, one.name) for one in owners], owners[0].name if owners else None)
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        missing = self.required(self.pin, self.tr("Enter the PIN."))
        self.add_field("owner", self.owner, self.tr("Owner"))
        self.add_field("pin", self.pin, self.tr("PIN"), check=missing)
        self.lay("owner")
        self.lay("pin")
        self.pin.setFocus()

    def touch(self, *_: object) -> None:
        """A PIN that was typed is no loss."""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Switch it, by the owner's PIN."""
        desk, name, pin = self.context.company.desk, str(self.owner.value), self.pin.text()
        return lambda _control: desk.switch(name, pin, on=self._on)
