"""Local profiles of the people who use the program, their PINs, and who may grant how much."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from time import monotonic
from typing import TYPE_CHECKING

from app.domain.authority import (
    BOUNDLESS,
    AuthorityMatrix,
    Ceiling,
    Role,
    matrix_as_json,
    matrix_of,
)
from app.domain.credit_record import Person
from app.domain.duties import DESK_ASKS
from app.domain.problem import DomainError
from app.domain.setting import Setting
from app.services.pins import Patience, hashed, is_current, matches

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.changes import ChangeSet
    from app.domain.scorecard import Grade
    from app.services.ports import Store, UnitOfWork
    from app.services.settings import SettingService

AUTHORITY = "limits.authority"
_PIN_DIGITS = range(4, 13)
_OPEN_SECONDS = 300.0


@dataclass(frozen=True, slots=True)
class Approval:
    """Who decides: ``alone`` where the firm has nobody else to ask."""

    name: str
    role: str
    alone: bool


class PeopleService:
    """Profiles are a record of who decided, not a lock on the file: whoever has the file can read it."""

    def __init__(
        self,
        store: Store,
        settings: SettingService,
        shipped: Callable[[], object],
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        self._store = store
        self._patience, self._seconds = Patience(seconds), seconds
        self._open_until = 0.0
        self._settings = settings
        self._shipped = shipped

    # -- the owners' own business

    def locked(self) -> bool:
        """Whether an owner's PIN must be typed before people or their authority are changed."""
        return bool(self._guards()) and self._seconds() >= self._open_until

    def unlock(self, name: str, pin: str) -> None:
        """Let people and their authority be changed for five minutes, by an owner's name and PIN."""
        guards = self._guards()
        if guards and not any(one.name == name for one in guards):
            raise DomainError("person.owner_needed", able=", ".join(one.name for one in guards))
        self.confirm(name, pin)
        self._open_until = self._seconds() + _OPEN_SECONDS

    def lock(self) -> None:
        """End it before its time."""
        self._open_until = 0.0

    def _guards(self) -> Sequence[Person]:
        """The owners who have a PIN; without any, anybody may change everything, as before."""
        return [one for one in self.list() if one.role == Role.OWNER and one.pin]

    def _require_open(self) -> None:
        if self.locked():
            raise DomainError("person.owner_needed", able=", ".join(one.name for one in self._guards()))

    def _commit(self, unit: UnitOfWork) -> Callable[..., ChangeSet]:
        """Where an owner's PIN guards it, what an owner changed is not undone by anybody's Ctrl+Z."""
        return unit.commit_for_good if self._guards() else unit.commit

    # -- profiles

    def list(self, *, inactive: bool = False) -> list[Person]:
        """People by name; those who left only where asked for."""
        found = self._store.find(Person)
        return sorted((one for one in found if one.active or inactive), key=lambda one: one.name)

    def save(self, person: Person) -> ChangeSet:
        """Add somebody (id 0) or write an edited profile; its PIN stays as it is."""
        self._require_open()
        with self._store.write() as unit:
            clean = replace(person, name=" ".join(person.name.split()))
            self._require_sound(unit, clean)
            if clean.id:
                old = unit.get(Person, clean.id)
                self._require_owner(unit, replace(clean, pin=old.pin))
                unit.replace(replace(clean, pin=old.pin))
            else:
                unit.add(replace(clean, pin=""))
            _require_keyholder(unit)
            return self._commit(unit)("person.saved", name=clean.name)

    def _require_sound(self, unit: UnitOfWork, person: Person) -> None:
        if not person.name:
            raise DomainError("person.name_missing")
        if person.role not in set(Role):
            raise DomainError("person.role_unknown", role=person.role)
        if any(one.name == person.name and one.id != person.id for one in unit.find(Person)):
            raise DomainError("person.taken", name=person.name)

    def _require_owner(self, unit: UnitOfWork, changed: Person | None, gone: int = 0) -> None:
        """While there are several people, one of them must be an owner."""
        others = [
            one for one in unit.find(Person, active=True) if one.id not in {gone, changed and changed.id}
        ]
        left = [*others, *([changed] if changed and changed.active else [])]
        if left and not any(one.role == Role.OWNER for one in left):
            raise DomainError("person.no_owner")

    def remove(self, person_id: int) -> ChangeSet:
        """Put a profile in the bin; what was decided keeps the name."""
        self._require_open()
        with self._store.write() as unit:
            gone = unit.get(Person, person_id)
            self._require_owner(unit, None, gone.id)
            unit.remove(Person, [person_id])
            _require_keyholder(unit)
            return self._commit(unit)("person.removed", name=gone.name)

    # -- PINs

    def set_pin(self, person_id: int, pin: str, known: str = "") -> ChangeSet:
        """Give a PIN of 4 to 12 digits, or take it away (empty).

        Who has one must be ``known`` by it; another owner's PIN does as well.
        """
        self._require_known(person_id, known)
        person = self._store.get(Person, person_id)
        if person.role == Role.OWNER and not person.pin:
            self._require_open()  # or somebody else would make that owner's authority their own
        if pin and not (pin.isascii() and pin.isdigit() and len(pin) in _PIN_DIGITS):
            raise DomainError("person.bad_pin", least=_PIN_DIGITS.start, most=_PIN_DIGITS.stop - 1)
        with self._store.write() as unit:
            person = unit.get(Person, person_id)
            unit.replace(replace(person, pin=hashed(pin) if pin else ""))
            _require_keyholder(unit)
            return unit.commit_for_good("person.pin_set" if pin else "person.pin_dropped", name=person.name)

    def _require_known(self, person_id: int, known: str) -> None:
        person = self._store.get(Person, person_id)
        if self.check_pin(person_id, known):
            return
        owners = (one for one in self.list() if one.role == Role.OWNER and one.pin and one.id != person_id)
        if not any(matches(one.pin, known) for one in owners):
            raise DomainError("person.wrong_pin", name=person.name)

    def check_pin(self, person_id: int, pin: str) -> bool:
        """Whether it is the person's; without a PIN anything is.

        After some wrong ones in a row the next is refused unread for a while (``person.pin_wait``):
        nobody's thread has to sleep for it. A hash of an older cost is made anew when it fits.
        """
        person = self._store.get(Person, person_id)
        if not person.pin:
            return True
        if wait := self._patience.left(person_id):
            raise DomainError("person.pin_wait", name=person.name, n=wait)
        right = matches(person.pin, pin)
        self._patience.tried(person_id, right=right)
        if right and not is_current(person.pin) and not self._store.read_only:
            self._hash_anew(person_id, pin)
        return right

    def _hash_anew(self, person_id: int, pin: str) -> None:
        with self._store.write() as unit:
            person = unit.get(Person, person_id)
            unit.replace(replace(person, pin=hashed(pin)))
            unit.commit_for_good("person.pin_kept_anew", name=person.name)

    def confirm(self, name: str, pin: str) -> None:
        """Refuse a PIN that is not the person's; who has none, or no profile, needs none."""
        wanted = " ".join(name.split())
        found = next((one for one in self.list() if one.name == wanted), None)
        if found is not None and not self.check_pin(found.id, pin):
            raise DomainError("person.wrong_pin", name=found.name)

    # -- who may what

    def matrix(self) -> AuthorityMatrix:
        """The company's own matrix, else the shipped one."""
        own = self._settings.get(AUTHORITY)
        if own is not None:
            try:
                return matrix_of(own)
            except DomainError:  # written by hand or by a later version: the shipped one holds
                pass
        return self.shipped_matrix()

    def shipped_matrix(self) -> AuthorityMatrix:
        """The matrix the program came with."""
        return matrix_of(self._shipped())

    def save_matrix(self, matrix: AuthorityMatrix) -> ChangeSet:
        """Keep the company's own."""
        self._require_open()
        value = matrix_as_json(matrix)
        matrix_of(value)
        return self._settings.set(AUTHORITY, value, for_good=bool(self._guards()))

    def reset_matrix(self) -> ChangeSet:
        """Back to the shipped one."""
        self._require_open()
        return self._settings.reset(AUTHORITY, for_good=bool(self._guards()))

    def approval(self, name: str) -> Approval:
        """Who approves; where nobody or one person only is entered, that person alone, without bound.

        ``DomainError("person.unknown")`` for a name that has no active profile.
        """
        people, wanted = self.list(), " ".join(name.split())
        if not people:
            return Approval(wanted, Role.OWNER, alone=True)
        found = next((one for one in people if one.name == wanted), None)
        if found is None:
            raise DomainError("person.unknown", name=name, known=", ".join(one.name for one in people))
        return Approval(found.name, found.role, alone=len(people) == 1)

    def ceiling(self, name: str, grade: Grade) -> Ceiling:
        """The most somebody may grant to a grade."""
        who = self.approval(name)
        return BOUNDLESS if who.alone else self.matrix().ceiling(who.name, who.role, grade)

    def approved(self, name: str, pin: str) -> Approval:
        """Who approves, proven by the PIN where that person has one."""
        who = self.approval(name)
        self.confirm(who.name, pin)
        return who

    def require(self, name: str, grade: Grade, amount: Decimal, pin: str) -> Approval:
        """Refuse what goes beyond the person's authority; ``amount`` major units of the own currency.

        The decision is the person's own: a PIN that is not theirs is refused.
        """
        who, ceiling = self.approved(name, pin), self.ceiling(name, grade)
        if not ceiling.allows(amount):
            most, able = ceiling.amount or Decimal(0), self._able(grade, amount)
            raise DomainError(
                "authority.exceeded", name=who.name, grade=grade.value, most=f"{most:,f}",
                wanted=f"{amount:,f}", able=", ".join(able) or "–",
            )  # fmt: skip
        return who

    def require_any(self, name: str, grade: Grade, pin: str) -> Approval:
        """Refuse whoever may grant nothing at all to a grade, or types a PIN that is not theirs."""
        who = self.approved(name, pin)
        if self.ceiling(name, grade).amount == 0:
            matrix = self.matrix()
            able = [one.name for one in self.list() if matrix.ceiling(one.name, one.role, grade).amount != 0]
            raise DomainError("authority.none", name=who.name, grade=grade.value, able=", ".join(able) or "–")
        return who

    def _able(self, grade: Grade, amount: Decimal) -> tuple[str, ...]:
        matrix = self.matrix()
        return tuple(
            one.name for one in self.list() if matrix.ceiling(one.name, one.role, grade).allows(amount)
        )


def _require_keyholder(unit: UnitOfWork) -> None:
    """While the program asks who works with it, an owner with a PIN has to stay, or nobody could end it."""
    asks = any(one.value == "true" for one in unit.find(Setting, name=DESK_ASKS))
    if asks and not any(one.role == Role.OWNER and one.pin for one in unit.find(Person, active=True)):
        raise DomainError("desk.owner_stays")
