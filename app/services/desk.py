"""Who works with the program: asked for where a company wants that, proven by the PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from app.domain.authority import Role
from app.domain.duties import DESK_ASKS, DESK_DUTIES, Seat, chosen_otherwise, own_table
from app.domain.problem import DomainError
from app.domain.setting import Setting
from app.services.settings import put_setting

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.changes import ChangeSet
    from app.domain.credit_record import Person
    from app.domain.duties import Given, Table
    from app.services.people import PeopleService
    from app.services.ports import Store


class SeatedStore(Protocol):
    """A store that refuses whatever is not the duty of who sits there."""

    def take_seat(self, name: str) -> None:
        """From now on ``name`` is who works here; "" is somebody who only looks."""

    def seat(self) -> Seat:
        """Who works here and what that person may, as the file stands now."""


class DeskService:
    """The store enforces it; here somebody sits down, stands up, and an owner switches it on and off.

    ``seat`` is as last looked at and may be read from any thread.
    """

    def __init__(
        self,
        store: Store,
        seats: SeatedStore,
        people: Callable[[], PeopleService],
        table: Callable[[], Table],
    ) -> None:
        self._store, self._seats = store, seats
        self._people, self._table = people, table
        self.seat = Seat()

    def shipped(self) -> Table:
        """What every role does as shipped, and why."""
        return self._table()

    def table(self) -> Table:
        """What every role does in this company."""
        found = self._store.find(Setting, name=DESK_DUTIES)
        return own_table(self._table(), found[0].value if found else "")

    def give(self, given: Given) -> ChangeSet:
        """Give the roles their duties; ``desk.asks_nobody`` where nobody is asked who works here.

        The owner keeps every duty, and people and their authority stay with the owner.
        """
        if not self.look().asks:
            raise DomainError("desk.asks_nobody")
        told = chosen_otherwise(self._table(), given)
        with self._store.write() as unit:
            put_setting(unit, DESK_DUTIES, told)
            done = unit.commit_for_good("desk.duties_chosen")
        self.look()
        return done

    def look(self) -> Seat:
        """Who works here now, as the file stands."""
        self.seat = self._seats.seat()
        return self.seat

    def people(self) -> list[Person]:
        """Who can sit down: those who work here and have a PIN."""
        return [one for one in self._people().list() if one.pin]

    def owners(self) -> list[Person]:
        """The owners among them."""
        return [one for one in self.people() if one.role == Role.OWNER]

    def sit(self, name: str, pin: str) -> Seat:
        """Let somebody work here: ``desk.unknown`` without a PIN of their own, ``person.wrong_pin``."""
        wanted = " ".join(name.split())
        if not any(one.name == wanted for one in self.people()):
            known = ", ".join(one.name for one in self.people())
            raise DomainError("desk.unknown", name=name, known=known or "–")
        self._people().confirm(wanted, pin)
        self._seats.take_seat(wanted)
        return self.look()

    def stand_up(self) -> Seat:
        """From now on nobody works here: whoever is there only looks."""
        self._seats.take_seat("")
        return self.look()

    def switch(self, name: str, pin: str, *, on: bool) -> ChangeSet:
        """Begin, or end, asking who works here; an owner does, and sits there while it is on."""
        owners = self.owners()
        if not owners:
            raise DomainError("desk.no_owner_pin")
        if not any(one.name == name for one in owners):
            raise DomainError("person.owner_needed", able=", ".join(one.name for one in owners))
        self.sit(name, pin)
        with self._store.write() as unit:
            put_setting(unit, DESK_ASKS, on)
            done = unit.commit_for_good("desk.switched_on" if on else "desk.switched_off", name=name)
        if not on:
            self._seats.take_seat("")
        self.look()
        return done
