"""Who is not reminded, until when, by which policy, and with whom a debt is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import Document
from app.domain.dunning import HandOver
from app.domain.problem import DomainError

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.domain.clock import Clock
    from app.services.ports import Store


@dataclass(frozen=True, slots=True)
class ReminderMarks:
    """How a customer or an invoice is reminded otherwise than usual; empty fields are as usual.

    ``block`` is the reason for no reminders at all, ``handed_to`` who has a customer's debts since when.
    """

    policy: str = ""
    block: str = ""
    grace_until: date | None = None
    handed_to: str = ""
    handed_on: date | None = None


class Exceptions:
    """Marks on a customer or on one invoice; one call, one change set."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def block(self, customer_id: int | None, document_id: int | None, reason: str) -> ChangeSet:
        """No reminders until unblocked; a block says why."""
        if not reason.strip():
            raise DomainError("dunning.no_reason")
        return self._mark("dunning.block", customer_id, document_id, dunning_block=reason.strip())

    def unblock(self, customer_id: int | None, document_id: int | None) -> ChangeSet:
        """Reminders again."""
        return self._mark("dunning.unblock", customer_id, document_id, dunning_block="")

    def grace(self, customer_id: int | None, document_id: int | None, until: date | None) -> ChangeSet:
        """No reminder up to and including a day."""
        verb = "dunning.grace_given" if until is not None else "dunning.grace_ended"
        return self._mark(verb, customer_id, document_id, grace_until=until)

    def policy(self, customer_id: int | None, document_id: int | None, code: str) -> ChangeSet:
        """Choose a policy for an invoice, a customer, or the company; empty: no own choice."""
        if customer_id is not None or document_id is not None:
            return self._mark("dunning.policy_chosen", customer_id, document_id, dunning_policy=code)
        with self._store.write() as uow:
            company = uow.find(Company)[0]
            if company.dunning_policy != code:
                uow.replace(replace(company, dunning_policy=code))
            return uow.commit("dunning.policy_chosen", name=company.name)

    def hand_over(self, customer_id: int, to: str, on: date | None) -> ChangeSet:
        """With an agency, a lawyer or the insurer from a day on; empty: with us again."""
        if to and to not in set(HandOver):
            raise DomainError("dunning.bad_hand_over_to", value=to)
        if not to:
            return self._mark("dunning.taken_back", customer_id, None, handed_to="", handed_on=None)
        day = on or self._clock.today()
        return self._mark("dunning.handed", customer_id, None, handed_to=to, handed_on=day)

    def set_marks(self, customer_id: int | None, document_id: int | None, marks: ReminderMarks) -> ChangeSet:
        """All marks of one customer or invoice at once; of an invoice who it was handed to is not asked."""
        if marks.handed_to and marks.handed_to not in set(HandOver):
            raise DomainError("dunning.bad_hand_over_to", value=marks.handed_to)
        fields: dict[str, object] = {
            "dunning_policy": marks.policy,
            "dunning_block": marks.block.strip(),
            "grace_until": marks.grace_until,
        }
        if customer_id is not None:
            day = marks.handed_on or self._clock.today()
            fields |= {"handed_to": marks.handed_to, "handed_on": day if marks.handed_to else None}
        return self._mark("dunning.marks_set", customer_id, document_id, **fields)

    def _mark(self, verb: str, customer_id: int | None, document_id: int | None, **fields: Any) -> ChangeSet:
        """Set fields of one row; the same again changes nothing."""
        if (customer_id is None) == (document_id is None):
            raise ValueError("name a customer or an invoice")
        with self._store.write() as uow:
            row: Customer | Document
            if document_id is not None:
                row = uow.get(Document, document_id)
                name = row.number
            else:
                row = uow.get(Customer, customer_id or 0)
                name = row.name
            if _differs(row, fields):
                uow.replace(replace(row, **fields))
            return uow.commit(verb, name=name)


def _differs(row: Customer | Document, fields: Mapping[str, object]) -> bool:
    return any(getattr(row, key) != value for key, value in fields.items())
