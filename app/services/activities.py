"""The activity log: calls, visits, messages and notes, and the next action each of them asks for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.activity import Activity, ActivityKind, Attachment
from app.domain.customer import Customer
from app.domain.problem import DomainError
from app.services.attachments import Attachments
from app.services.collection_desk import own_document

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.domain.changes import ChangeSet
    from app.services.collection_views import ActivityView
    from app.services.ports import UnitOfWork

_OWNER = "activity"


class Activities(Attachments):
    """Logging what was done and following it up."""

    def activities(self, customer_id: int, limit: int = 0) -> list[ActivityView]:
        """What was done with a customer, the newest first (``limit`` 0: all)."""
        return self._desk.reader.activities(customer_id, limit=limit)

    def follow_ups(self, as_of: date | None = None) -> list[ActivityView]:
        """Entries whose next action is due by the day and not done, the earliest due first."""
        found = self._desk.reader.activities(None, waiting_until=self._day(as_of))
        return sorted(found, key=lambda one: (one.activity.next_on or one.activity.on, one.activity.id))

    def log(self, activity: Activity, attachments: Sequence[tuple[str, bytes]] = ()) -> ChangeSet:
        """Store an entry with its files (name, bytes)."""
        with self._desk.store.write() as uow:
            customer, clean = self._checked_entry(uow, activity)
            row_id = uow.add(clean)
            for name, data in attachments:
                self.attach_within(uow, _OWNER, row_id, name, data)
            return uow.commit("activity.logged", customer=customer.name, kind=_kind(clean))

    def edit_activity(self, activity: Activity) -> ChangeSet:
        """Write an edited entry."""
        with self._desk.store.write() as uow:
            customer, clean = self._checked_entry(uow, activity)
            uow.replace(clean)
            return uow.commit("activity.edited", customer=customer.name, kind=_kind(clean))

    def remove_activity(self, activity_id: int) -> ChangeSet:
        """Put an entry in the bin with its files."""
        with self._desk.store.write() as uow:
            gone = uow.get(Activity, activity_id)
            files = uow.find(Attachment, owner=_OWNER, owner_id=activity_id)
            uow.remove(Attachment, [one.id for one in files])
            uow.remove(Activity, [activity_id])
            customer = uow.get(Customer, gone.customer_id)
            return uow.commit("activity.removed", customer=customer.name, kind=_kind(gone))

    def done_next(self, activity_id: int, on: date | None = None) -> ChangeSet:
        """The next action of an entry has been done."""
        with self._desk.store.write() as uow:
            entry = uow.get(Activity, activity_id)
            uow.replace(replace(entry, next_done_on=self._day(on)))
            return uow.commit("activity.next_done", **self._next_action(uow, entry))

    def postpone_next(self, activity_id: int, until: date) -> ChangeSet:
        """Do the next action on another day."""
        with self._desk.store.write() as uow:
            entry = uow.get(Activity, activity_id)
            uow.replace(_require_order(replace(entry, next_on=until, next_done_on=None)))
            return uow.commit("activity.postponed", until=until, **self._next_action(uow, entry))

    def _next_action(self, uow: UnitOfWork, entry: Activity) -> dict[str, object]:
        return {"customer": uow.get(Customer, entry.customer_id).name, "action": entry.next_action}

    def _checked_entry(self, uow: UnitOfWork, activity: Activity) -> tuple[Customer, Activity]:
        customer = uow.get(Customer, activity.customer_id)
        today = self._desk.clock.today()
        if activity.on > today:
            raise DomainError("activity.not_yet", on=activity.on, today=today)
        if activity.document_id is not None:
            own_document(uow, activity.customer_id, activity.document_id)
        clean = replace(
            activity,
            person=activity.person.strip(),
            by=activity.by.strip(),
            note=activity.note.strip(),
            next_action=activity.next_action.strip(),
        )
        if clean.kind is ActivityKind.NOTE and not clean.note:
            raise DomainError("activity.empty_note")
        if clean.next_action and clean.next_on is None:
            raise DomainError("activity.next_undated")
        return customer, _require_order(clean)


def _require_order(entry: Activity) -> Activity:
    if entry.next_on is not None and entry.next_on < entry.on:
        raise DomainError("activity.next_before", on=entry.on, next=entry.next_on)
    return entry


def _kind(entry: Activity) -> tuple[str, dict[str, object]]:
    return f"activity.{entry.kind}", {}
