"""Reminders: which policy holds, who is written to today and why not, letters from draft to sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.dunning import DunningPolicy, PolicyChoice, Trigger
from app.domain.dunning_rules import plan_run, suggests_write_off
from app.domain.dunning_run import AccountKey, DunningProposal, PartKey, RunFacts, RunningPromise
from app.domain.letter import Letter
from app.domain.plan_judging import PlanState
from app.domain.problem import Problem
from app.domain.promise import PromiseState
from app.services.control import Control, Silent
from app.services.dunning_exceptions import Exceptions, ReminderMarks
from app.services.dunning_letters import Attach, LetterDesk, LetterTools, Words
from app.services.dunning_policies import PolicyBook
from app.services.dunning_views import (
    DunningReader,
    LetterChange,
    LetterDetail,
    LetterQuery,
    LetterRow,
    LevelInfo,
    RunFilter,
    RunResult,
)
from app.services.limitation import LimitationClock
from app.services.own_letters import with_insurer

if TYPE_CHECKING:
    from app.domain.calendar import WorkingDays
    from app.domain.changes import ChangeSet
    from app.domain.clock import Clock
    from app.domain.letter import Channel
    from app.domain.limitation import LimitationState, Period
    from app.domain.limitation_event import LimitationEvent
    from app.services.collection_views import PlanView, PromiseView
    from app.services.ports import Store
    from app.services.settings import SettingService


class Agreements(Protocol):
    """What reminders need of the collection service."""

    def promises(
        self,
        customer_id: int | None = None,
        as_of: date | None = None,
        *,
        states: Collection[PromiseState] | None = None,
    ) -> Sequence[PromiseView]:
        """Promises judged on a day; of all customers for None."""

    def plans(
        self,
        customer_id: int | None = None,
        as_of: date | None = None,
        *,
        states: Collection[PlanState] | None = None,
    ) -> Sequence[PlanView]:
        """Payment plans judged on a day; of all customers for None."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What reminders need from beside them: agreements with customers, words of letters, kept files."""

    agreements: Callable[[], Agreements]
    words: Words
    attach: Attach
    settings: SettingService
    shipped_policies: Callable[[], str]
    shipped_periods: Callable[[], str]


class DunningService:
    """Use cases on reminders; one call, one change set."""

    def __init__(
        self,
        store: Store,
        reader: DunningReader,
        clock: Clock,
        calendar: WorkingDays,
        beside: Neighbours,
    ) -> None:
        self._store = store
        self._reader = reader
        self._calendar = calendar
        self._clock = clock
        self._agreements = beside.agreements
        self._book = PolicyBook(store, beside.shipped_policies)
        self._exceptions = Exceptions(store, clock)
        self._limitation = LimitationClock(store, reader, clock, beside.settings, beside.shipped_periods)
        tools = LetterTools(clock, calendar, self._facts, beside.words, beside.attach)
        self._desk = LetterDesk(store, reader, tools)

    # -- policies

    def policies(self) -> tuple[DunningPolicy, ...]:
        """All policies: the shipped ones (as changed by the company) first, then the company's own."""
        return self._book.policies()

    def policy(self, code: str) -> DunningPolicy:
        """One policy; ``DomainError("dunning.policy_unknown")``."""
        return self._book.policy(code)

    def save_policy(self, policy: DunningPolicy) -> ChangeSet:
        """Keep a policy under its code; ``DomainError`` with what is wrong with it."""
        return self._book.save(policy)

    def reset_policy(self, code: str) -> ChangeSet:
        """Back to the shipped version."""
        return self._book.reset(code)

    def remove_policy(self, code: str) -> ChangeSet:
        """Take a policy of the company's own away; refused while anything uses it."""
        return self._book.remove(code)

    def policy_of(self, customer_id: int | None = None, document_id: int | None = None) -> PolicyChoice:
        """Which policy holds for a customer, one invoice, or (neither given) the company; whose choice."""
        return self._book.choice(customer_id, document_id)

    # -- runs

    def preview(
        self, as_of: date, wanted: RunFilter | None = None, control: Control | None = None
    ) -> DunningProposal:
        """The run of a day as it would be made; changes nothing."""
        control = control or Silent()
        asked = wanted or RunFilter()
        facts = self._facts(as_of, asked)
        control.progress(1, 2, "dunning.reading")
        run = plan_run(facts, self._calendar)
        last = self._reader.last_run()
        refused = last is not None and as_of < last
        refusal = Problem("dunning.before_last_run", {"on": as_of, "last": last}) if refused else None
        return DunningProposal(
            as_of,
            self._reader.freshness(as_of),
            tuple(run.letters),
            tuple(run.skipped),
            last,
            refusal,
            partial=asked != RunFilter(),
        )

    def _facts(self, as_of: date, wanted: RunFilter, ahead: int = 0) -> RunFacts:
        """What a run is decided from: the ledger, the agreements and the limitation clock."""
        policies = self._book.by_code()
        before = (
            step.days
            for policy in policies.values()
            for step in policy.steps
            if step.trigger is Trigger.BEFORE_DUE
        )
        facts = self._reader.facts(as_of, max((ahead, *before)), policies, wanted)
        return replace(
            facts,
            promises=self._promises(as_of),
            planned=self._planned(as_of),
            barred=self._limitation.barred(facts.parts, as_of),
            claimed=with_insurer(self._store, as_of, wanted.customer_ids),
        )

    def _promises(self, as_of: date) -> tuple[RunningPromise, ...]:
        views = self._agreements().promises(None, as_of, states={PromiseState.OPEN})
        return tuple(
            RunningPromise(
                view.promise.customer_id,
                view.promise.currency,
                view.promise.amount - view.paid,
                view.promise.due_on,
                view.promise.document_id,
            )
            for view in views
        )

    def _planned(self, as_of: date) -> dict[PartKey, int]:
        """What of invoices is in plans that run; a broken plan pauses nothing."""
        found: dict[PartKey, int] = defaultdict(int)
        for view in self._agreements().plans(None, as_of, states={PlanState.RUNNING}):
            for item in view.items:
                key = item.item.document_id, item.item.instalment_id
                found[key] += min(item.item.amount, max(item.open, 0))
        return dict(found)

    def draft(
        self,
        proposal: DunningProposal,
        leave_out: Collection[AccountKey] = (),
        control: Control | None = None,
    ) -> RunResult:
        """Make the run: drafts of its letters; older drafts are superseded, equal ones of the day kept."""
        (control or Silent()).progress(0, 1, "dunning.drafting")
        return self._desk.draft(proposal, leave_out)

    def recheck(self, letter_ids: Sequence[int]) -> list[LetterChange]:
        """What became of drafts since they were made, against the ledger of now."""
        return self._desk.recheck(letter_ids)

    def refresh(self, letter_ids: Sequence[int]) -> ChangeSet:
        """Bring drafts up to the ledger of now; a draft with nothing left to ask for is superseded."""
        return self._desk.refresh(letter_ids)

    def leave_out(self, letter_ids: Sequence[int], why: str = "") -> ChangeSet:
        """Drafts that are not to be sent."""
        return self._desk.leave_out(letter_ids, why)

    def mark_sent(
        self,
        letter_ids: Sequence[int],
        on: date,
        channel: Channel | None,
        proof: str = "",
        delivered_on: date | None = None,
        attachment: tuple[str, bytes] | None = None,
    ) -> ChangeSet:
        """Note that letters were sent (``channel`` None: each as drafted).

        ``DomainError("letter.stale")`` while ``recheck`` finds changes.
        """
        return self._desk.mark_sent(letter_ids, on, channel, proof, delivered_on, attachment)

    def mark_delivered(self, letter_ids: Sequence[int], on: date, proof: str) -> ChangeSet:
        """Note the proof that sent letters arrived; it restarts the limitation period."""
        return self._desk.mark_delivered(letter_ids, on, proof)

    def record_reply(self, letter_id: int, on: date, reply: str) -> ChangeSet:
        """Keep what the customer answered to a letter."""
        return self._desk.record_reply(letter_id, on, reply)

    # -- letters

    def letters(self, query: LetterQuery | None = None) -> list[int]:
        """Ids of letters, newest first."""
        return self._reader.letter_ids(query or LetterQuery())

    def letter_rows(self, ids: Sequence[int]) -> list[LetterRow]:
        """The list's rows of these ids, in their order."""
        return self._reader.letter_rows(ids)

    def letter(self, letter_id: int) -> LetterDetail:
        """A letter with its lines, customer and company."""
        letter = self._store.get(Letter, letter_id)
        return LetterDetail(
            letter,
            self._reader.letter_lines(letter_id),
            self._store.get(Customer, letter.customer_id),
            self._store.find(Company)[0],
        )

    def levels(self, document_ids: Sequence[int]) -> Mapping[int, LevelInfo]:
        """The level each of these invoices has reached; those never reminded are left out."""
        policies = self._book.by_code()
        found = {}
        for document_id, last in self._reader.levels(document_ids).items():
            policy = policies.get(last.policy)
            final = bool(policy and policy.steps and last.level >= policy.steps[-1].level)
            reached = policy.step(last.level) if policy else None
            found[document_id] = LevelInfo(
                last.level,
                last.on,
                last.policy,
                final,
                write_off=bool(final and policy and suggests_write_off(policy)),
                by_hand=last.by_hand,
                stop_shipment=bool(reached and reached.stop_shipment),
            )
        return found

    # -- exceptions

    def block(
        self, *, customer_id: int | None = None, document_id: int | None = None, reason: str
    ) -> ChangeSet:
        """Do not remind the customer, or of this invoice, until unblocked."""
        return self._exceptions.block(customer_id, document_id, reason)

    def unblock(self, *, customer_id: int | None = None, document_id: int | None = None) -> ChangeSet:
        """Remind again."""
        return self._exceptions.unblock(customer_id, document_id)

    def grace(
        self, *, customer_id: int | None = None, document_id: int | None = None, until: date | None
    ) -> ChangeSet:
        """No reminder up to and including that day; None ends it."""
        return self._exceptions.grace(customer_id, document_id, until)

    def set_policy(
        self, code: str, *, customer_id: int | None = None, document_id: int | None = None
    ) -> ChangeSet:
        """Choose a policy for a customer, an invoice, or (neither) the company; empty: no own choice."""
        if code:
            self._book.policy(code)
        return self._exceptions.policy(customer_id, document_id, code)

    def set_level(self, document_ids: Iterable[int], level: int) -> ChangeSet:
        """Make ``level`` the next step of these invoices whatever was sent before; ripe at once."""
        return self._desk.set_level(list(document_ids), level)

    def hand_over(self, customer_id: int, to: str, on: date | None = None) -> ChangeSet:
        """The debts are with an agency, a lawyer or the insurer from that day; empty: with us again."""
        return self._exceptions.hand_over(customer_id, to, on)

    def set_marks(
        self, marks: ReminderMarks, *, customer_id: int | None = None, document_id: int | None = None
    ) -> ChangeSet:
        """Policy, block, grace day and hand-over of one customer, or of one invoice, as one action."""
        if marks.policy:
            self._book.policy(marks.policy)
        return self._exceptions.set_marks(customer_id, document_id, marks)

    # -- limitation

    def limitation(
        self, customer_id: int | None = None, as_of: date | None = None, within: int | None = None
    ) -> list[LimitationState]:
        """Open invoices on the limitation clock, the soonest first; ``within``: days left at most."""
        return self._limitation.states(customer_id, as_of or self._clock.today(), within)

    def limitation_events(self, customer_id: int) -> list[LimitationEvent]:
        """What was entered for a customer's clock, the newest first."""
        return self._limitation.events(customer_id)

    def add_event(self, event: LimitationEvent) -> ChangeSet:
        """Enter something that restarts the clock; a demand needs its proof."""
        return self._limitation.add(event)

    def remove_event(self, event_id: int) -> ChangeSet:
        """Take an event away."""
        return self._limitation.remove(event_id)

    def limitation_periods(self) -> Mapping[str, Period]:
        """Periods by country, the company's own in place of the shipped ones."""
        return self._limitation.periods()

    def set_limitation_period(self, country: str, years: int | None) -> ChangeSet:
        """Choose a country's period in years; None goes back to the shipped one, or to none."""
        return self._limitation.set_period(country, years)
