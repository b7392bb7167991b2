"""The limitation clock over the ledger: which claims lapse when, and the events that move them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from app.domain.calendar import day_of_month
from app.domain.customer import Customer
from app.domain.document import Document
from app.domain.dunning_run import DuePart
from app.domain.limitation import PART_PAYMENT, LimitationState, Period, Restart, alarm, expiry
from app.domain.limitation_event import LimitationEvent, LimitationKind
from app.domain.money import Money
from app.domain.problem import DomainError
from app.services.dunning_views import Claim

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.domain.clock import Clock
    from app.services.ports import Store
    from app.services.settings import SettingService

YEARS_SETTING = "limitation.years"
MOST_YEARS = 30
_NEEDS_PROOF = frozenset({LimitationKind.DEMAND_DELIVERED, LimitationKind.ASSIGNMENT_NOTIFIED})


class ClaimReader(Protocol):
    """What the clock needs of storage."""

    def claims(self, customer_id: int | None, as_of: date, *, due_by: date | None) -> list[Claim]:
        """Open debits with the days they were paid in part; ``due_by`` keeps those due on or before it."""


class LimitationClock:
    """Use cases on limitation."""

    def __init__(
        self,
        store: Store,
        reader: ClaimReader,
        clock: Clock,
        settings: SettingService,
        shipped: Callable[[], str],
    ) -> None:
        self._store = store
        self._reader = reader
        self._clock = clock
        self._settings = settings
        self._text = shipped

    @cached_property
    def _shipped(self) -> Mapping[str, Period]:
        entries = json.loads(self._text())["periods"]
        return {one["country"]: Period(one["country"], one["years"], one["source"]) for one in entries}

    def periods(self) -> dict[str, Period]:
        """Periods by country: the shipped ones, and the company's own in their place."""
        found = dict(self._shipped)
        own = self._settings.get(YEARS_SETTING, {})
        for country, years in own.items() if isinstance(own, dict) else ():
            if isinstance(years, int) and 0 < years <= MOST_YEARS:
                found[str(country)] = Period(str(country), years)
        return found

    def set_period(self, country: str, years: int | None) -> ChangeSet:
        """Choose a country's period in years; None goes back to the shipped one, or to none."""
        if years is not None and not 0 < years <= MOST_YEARS:
            raise DomainError("limitation.bad_years", years=years, most=MOST_YEARS)
        own = self._settings.get(YEARS_SETTING, {})
        chosen = dict(own) if isinstance(own, dict) else {}
        chosen.pop(country, None)
        if years is not None:
            chosen[country] = years
        return self._settings.set(YEARS_SETTING, chosen)

    def states(self, customer_id: int | None, as_of: date, within: int | None) -> list[LimitationState]:
        """Open invoices on the clock, the soonest first; a country without a period has none."""
        periods = self.periods()
        if not periods:
            return []
        shortest = min(period.years for period in periods.values())
        last = None if within is None else as_of + timedelta(days=within)
        # No event shortens a period: what is due later than this cannot lapse by then.
        due_by = None if last is None else _years_before(last, shortest)
        claims = self._reader.claims(customer_id, as_of, due_by=due_by)
        claims = [claim for claim in claims if claim.country in periods]
        events = self._events({claim.customer_id for claim in claims}, as_of)
        found = [
            _state(claim, events[claim.customer_id], periods[claim.country].years, as_of) for claim in claims
        ]
        found.sort(key=lambda state: (state.expires_on, state.due_date, state.document_id))
        return [state for state in found if within is None or state.days_left <= within]

    def barred(self, parts: Iterable[DuePart], as_of: date) -> frozenset[int]:
        """Of these, the invoices whose period is over on the day."""
        shortest = min((period.years for period in self.periods().values()), default=MOST_YEARS)
        due_by = _years_before(as_of, shortest)
        if all(part.due_date > due_by for part in parts):
            return frozenset()
        return frozenset(state.document_id for state in self.states(None, as_of, -1))

    def _events(self, customers: set[int], as_of: date) -> dict[int, list[LimitationEvent]]:
        found: dict[int, list[LimitationEvent]] = defaultdict(list)
        for event in self._store.find(LimitationEvent, customer_id=customers) if customers else ():
            if event.on <= as_of:
                found[event.customer_id].append(event)
        return found

    def events(self, customer_id: int) -> list[LimitationEvent]:
        """What was entered for a customer, the newest first."""
        found = self._store.find(LimitationEvent, customer_id=customer_id)
        return sorted(found, key=lambda event: (event.on, event.id), reverse=True)

    def add(self, event: LimitationEvent) -> ChangeSet:
        """Enter an event; a demand needs its proof of arrival, and nothing happens tomorrow."""
        if event.on > self._clock.today():
            raise DomainError("limitation.in_future", on=event.on)
        if event.kind in _NEEDS_PROOF and not event.proof.strip():
            raise DomainError("limitation.proof_missing")
        with self._store.write() as uow:
            customer = uow.get(Customer, event.customer_id)
            if event.document_id is not None:
                document = uow.get(Document, event.document_id)
                if document.customer_id != customer.id:
                    raise DomainError("limitation.other_customer", number=document.number)
            uow.add(replace(event, proof=event.proof.strip(), note=event.note.strip()))
            return uow.commit("limitation.added", name=customer.name, on=event.on)

    def remove(self, event_id: int) -> ChangeSet:
        """Take an event away."""
        with self._store.write() as uow:
            event = uow.get(LimitationEvent, event_id)
            name = uow.get(Customer, event.customer_id).name
            uow.remove(LimitationEvent, [event_id])
            return uow.commit("limitation.removed", name=name, on=event.on)


def _state(claim: Claim, events: Iterable[LimitationEvent], years: int, as_of: date) -> LimitationState:
    restarts = [Restart(on, PART_PAYMENT) for on in claim.paid_on]
    restarts += [
        Restart(event.on, event.kind.value, event.id, event.proof)
        for event in events
        if event.document_id in {None, claim.document_id}
    ]
    found = expiry(claim.due_date, restarts, years)
    left = (found.on - as_of).days
    return LimitationState(
        claim.document_id,
        claim.number,
        claim.customer_id,
        claim.customer,
        Money(claim.open, claim.currency),
        claim.due_date,
        found.started_on,
        found.on,
        left,
        left < 0,
        found.basis,
        alarm(left),
        found.counted,
        found.ignored,
    )


def _years_before(day: date, years: int) -> date:
    """The latest due date whose period can be over by the day; the 28th of February stands for both."""
    return day_of_month(day.year - years, day.month, 29 if (day.month, day.day) == (2, 28) else day.day)
