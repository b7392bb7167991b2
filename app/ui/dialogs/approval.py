"""Who asks, who approves, and the approver's PIN: a group of fields for every dialog that decides."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from app.domain.authority import BOUNDLESS, Ceiling, Role
from app.domain.dunning_rules import in_currency
from app.domain.money import to_major
from app.ui.dialogs.controls import Choice
from app.ui.widgets.labels import label
from app.ui.widgets.message_strip import MessageStrip
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.domain.authority import AuthorityMatrix
    from app.domain.credit_record import Person
    from app.domain.scorecard import Grade
    from app.services.ports import Control
    from app.services.session import CompanySession
    from app.ui.dialogs.form_dialog import FormDialog

T = TypeVar("T")
UNBOUNDED = Decimal("Infinity")
"""What leaving somebody unchecked asks for: only an authority without bound covers it."""
ASKED_LAST = "people.asked_last"
CODES: Mapping[str, str] = {
    "authority.exceeded": "approver",
    "person.unknown": "approver",
    "person.wrong_pin": "pin",
    "person.pin_wait": "pin",
    "authority.none": "approver",
}
"""Where a dialog with this group shows what the services refuse."""
_OFFERED = 2


@dataclass(frozen=True, slots=True)
class Deciders:
    """The people entered, what they may grant, and the rates that bring an amount into ``base``.

    ``actor`` is who uses this machine: the name to begin with while nobody is entered.
    """

    people: tuple[Person, ...]
    matrix: AuthorityMatrix
    base: str
    actor: str
    rates: Mapping[str, Decimal]

    @property
    def alone(self) -> bool:
        """Whether there is nobody else to ask."""
        return len(self.people) <= 1

    def person(self, name: str) -> Person | None:
        """Somebody by name."""
        return next((one for one in self.people if one.name == name), None)

    def ceiling(self, name: str, grade: Grade) -> Ceiling:
        """The most somebody may grant to a grade."""
        person = self.person(name)
        if self.alone or person is None:
            return BOUNDLESS
        return self.matrix.ceiling(person.name, person.role, grade)

    def able(self, grade: Grade, risk: Decimal) -> list[str]:
        """Who may grant so much, by name."""
        return [one.name for one in self.people if self.ceiling(one.name, grade).allows(risk)]

    def risk(self, minor: int, currency: str) -> Decimal | None:
        """An amount in major units of the own currency; None without a rate."""
        based = in_currency(minor, currency, self.base, self.base, self.rates)
        return None if based is None else to_major(based, self.base)


def read_deciders(session: CompanySession, actor: str) -> Deciders:
    """Read who may decide; runs on the database worker."""
    people, today = session.people, session.clock.today()
    rates: dict[str, Decimal] = {}
    for rate in session.company.rates():  # the latest day first
        if rate.on <= today:
            rates.setdefault(rate.currency, rate.rate)
    return Deciders(tuple(people.list()), people.matrix(), session.company.get().currency, actor, rates)


class ApprovalGroup(QObject):
    """Adds the fields ``asked``, ``approver`` and ``pin`` to a dialog.

    ``say_ceiling`` writes below them what the approver may grant and, where that is not enough, who
    may; with ``two`` nobody approves what that person asked for, unless there is one person only.
    """

    changed = Signal()
    wanted = Signal(str)
    """The amount is beyond everybody chosen so far, and the user wants to leave it for this person."""

    def __init__(self, dialog: FormDialog, deciders: Deciders, *, two: bool = False) -> None:
        super().__init__(dialog)
        self._dialog, self._deciders, self._two = dialog, deciders, two
        self._grade: Grade | None = None
        self._risk: Decimal | None = None
        self._scored = True
        self._leaving = False
        self.asked, self.approver = self._who(), self._who()
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.note = label("", "small", "secondary", wrap=True)
        self.strip = MessageStrip(dialog.context.theme)
        self._begin()
        dialog.add_field("asked", self.asked, self.tr("Asked for by"), check=self._check_asked)
        dialog.add_field("approver", self.approver, self.tr("Approved by"), check=self._check_approver)
        dialog.add_field("pin", self.pin, self.tr("PIN"), check=self._check_pin)
        for control in (self.asked, self.approver):
            if isinstance(control, Choice):
                control.activated.connect(self._follow)
            else:
                control.textChanged.connect(self._follow)

    def lay(self) -> None:
        """Put the fields into the dialog's form, here."""
        self._dialog.lay("asked", "approver", "pin")
        self._dialog.form.addWidget(self.note)
        self._dialog.form.addWidget(self.strip)
        self._follow()

    def _who(self) -> Choice | QLineEdit:
        people = self._deciders.people
        return Choice([(one.name, one.name) for one in people]) if people else QLineEdit()

    def _begin(self) -> None:
        """Whoever asked last, asks; the first other person (or that one where alone) approves."""
        names = [one.name for one in self._deciders.people]
        last = str(self._dialog.context.preferences.get(ASKED_LAST, ""))
        first = last if last in names else next(iter(names), last or self._deciders.actor)
        owner = next((one.name for one in self._deciders.people if one.role == Role.OWNER), first)
        self._put(self.asked, first)
        others = [name for name in (owner, *names) if name != first]
        self._put(self.approver, (others[0] if others else first) if self._two else first)

    def _put(self, control: Choice | QLineEdit, name: str) -> None:
        if isinstance(control, Choice):
            control.choose(name)
        else:
            control.setText(name)

    # -- what is chosen -------------------------------------------------------------------------

    @property
    def requested_by(self) -> str:
        """Who asks."""
        return _chosen(self.asked)

    @property
    def name(self) -> str:
        """Who approves."""
        return _chosen(self.approver)

    def choose(self, name: str) -> None:
        """Let somebody approve."""
        self._put(self.approver, name)
        self._dialog.touch()
        self._follow()
        if not self._dialog.fields["pin"].isHidden():
            self._dialog.go_to("pin")

    # -- what that person may -------------------------------------------------------------------

    def offer_leaving(self) -> None:
        """Offer to leave the decision for somebody who is not here: ``wanted`` says for whom."""
        self._leaving = True

    def say_ceiling(self, grade: Grade, risk: Decimal | None, *, scored: bool = True) -> None:
        """Say what the approver may grant to a grade; ``risk`` None where the amount is not known yet."""
        self._grade, self._risk, self._scored = grade, risk, scored
        if not self._exceeded:
            self._dialog.fields["approver"].set_error("")
        self._write()

    @property
    def _exceeded(self) -> bool:
        if self._grade is None or self._risk is None:
            return False
        return not self._deciders.ceiling(self.name, self._grade).allows(self._risk)

    def _follow(self, *_: object) -> None:
        person = self._deciders.person(self.name)
        field = self._dialog.fields["pin"]
        field.set_text(self.tr("PIN of {name}").format(name=self.name))
        field.setVisible(person is not None and bool(person.pin))
        self.pin.clear()
        for name in ("asked", "approver", "pin"):
            self._dialog.fields[name].set_error("")
        self._write()
        self._dialog.fields.resized.emit()
        self.changed.emit()

    def _write(self) -> None:
        self.note.setText(" ".join(filter(None, (self._alone(), self._may()))))
        self.note.setVisible(bool(self.note.text()))
        if self._exceeded:
            self._say_exceeded()
        else:
            self.strip.hide()

    def _alone(self) -> str:
        if not self._deciders.alone:
            return ""
        if self._deciders.people:
            text = self.tr("{name} is the only person entered and decides alone; that is recorded.")
        else:
            text = self.tr("Nobody is entered as a person: {name} decides alone, and that is recorded.")
        return text.format(name=self.name)

    def _may(self) -> str:
        """What the approver may grant, in words."""
        person = self._deciders.person(self.name)
        if self._grade is None or self._deciders.alone or person is None:
            return ""
        ceiling = self._deciders.ceiling(person.name, self._grade)
        who = {
            "name": person.name,
            "role": say(f"role.{person.role}", self._dialog.context.formats.lang),
            "grade": self._grade.value,
        }
        if ceiling.amount is None:
            text = self.tr("{name} ({role}) may grant any amount to grade {grade}.")
        elif not ceiling.amount:
            text = self.tr("{name} ({role}) may grant nothing to grade {grade}.")
        else:
            text = self.tr("{name} ({role}) may grant up to {most} to grade {grade}.")
        said = text.format(most=self._money(ceiling.amount or Decimal(0)), **who)
        unscored = self.tr("Without a valid grade it counts as C.")
        return said if self._scored else f"{said} {unscored}"

    def _money(self, major: Decimal) -> str:
        return f"{self._deciders.base} {major:,f}"

    def _able(self) -> list[str]:
        if self._grade is None or self._risk is None:
            return []
        return self._deciders.able(self._grade, self._risk)

    def _say_exceeded(self) -> None:
        able = self._able()
        if not able:
            self.strip.say(
                "warn",
                self.tr("Nobody may grant that. Change the amount, or the authority under Credit rules."),
                closable=False,
            )
            return
        chosen: Sequence[str] = able[:_OFFERED]
        actions = [(self._verb(name), partial(self.choose, name)) for name in chosen]
        if self._leaving:
            leave = self.tr("Leave it for {name}").format(name=able[0])
            actions.append((leave, partial(self.wanted.emit, able[0])))
        text = self.tr("This is beyond what {name} may grant. Who may: {able}.")
        self.strip.say(
            "warn", text.format(name=self.name, able=", ".join(able)), actions=actions, closable=False
        )

    def _verb(self, name: str) -> str:
        return self.tr("{name} approves").format(name=name)

    # -- checks ---------------------------------------------------------------------------------

    def _check_asked(self) -> str:
        return "" if self.requested_by else self.tr("Say who asks for it.")

    def _check_approver(self) -> str:
        if not self.name:
            return self.tr("Say who approves it.")
        if self._two and not self._deciders.alone and self.name == self.requested_by:
            return self.tr("Somebody else than {name} must approve it.").format(name=self.name)
        if self._exceeded:
            return self.tr("Beyond what {name} may grant.").format(name=self.name)
        return ""

    def _check_pin(self) -> str:
        if self._dialog.fields["pin"].isHidden() or self.pin.text():
            return ""
        return self.tr("{name} must type the PIN.").format(name=self.name)

    def signed(self, work: Callable[[str], T]) -> Callable[[Control], T]:
        """The job of the dialog, given the PIN as typed: the service checks that it is the approver's."""
        pin = self.pin.text()
        self._dialog.context.preferences.set(ASKED_LAST, self.requested_by)
        return lambda _control: work(pin)


def _chosen(control: Choice | QLineEdit) -> str:
    if isinstance(control, Choice):
        return "" if control.value is None else str(control.value)
    return " ".join(control.text().split())
