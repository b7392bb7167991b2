"""Reminders: which policy holds, who is written to today and why not, letters from draft to sent."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from app.domain.dunning import DunningPolicy, PolicyChoice
from app.domain.dunning_run import AccountKey, DunningProposal
from app.services.dunning_views import (
    LetterChange,
    LetterDetail,
    LetterQuery,
    LetterRow,
    LevelInfo,
    RunFilter,
    RunResult,
)

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.domain.letter import Channel
    from app.domain.limitation import LimitationState
    from app.domain.limitation_event import LimitationEvent
    from app.services.ports import Control, Store


class DunningService:
    """Use cases on reminders; one call, one change set."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # -- policies

    def policies(self) -> tuple[DunningPolicy, ...]:
        """All policies: the shipped ones (as changed by the company) first, then the company's own."""
        raise NotImplementedError

    def policy(self, code: str) -> DunningPolicy:
        """One policy; ``DomainError("dunning.policy_unknown")``."""
        raise NotImplementedError

    def save_policy(self, policy: DunningPolicy) -> ChangeSet:
        """Keep a policy under its code; ``DomainError`` with what is wrong with it."""
        raise NotImplementedError

    def reset_policy(self, code: str) -> ChangeSet:
        """Back to the shipped version."""
        raise NotImplementedError

    def remove_policy(self, code: str) -> ChangeSet:
        """Take a policy of the company's own away; refused while a customer, an invoice or the company uses it."""
        raise NotImplementedError

    def policy_of(self, customer_id: int, document_id: int | None = None) -> PolicyChoice:
        """Which policy holds for a customer or one invoice, and why."""
        raise NotImplementedError

    # -- runs

    def preview(
        self, as_of: date, wanted: RunFilter | None = None, control: Control | None = None
    ) -> DunningProposal:
        """The run of a day as it would be made; changes nothing."""
        raise NotImplementedError

    def draft(
        self,
        proposal: DunningProposal,
        leave_out: Collection[AccountKey] = (),
        control: Control | None = None,
    ) -> RunResult:
        """Make the run: drafts of its letters; older drafts are superseded, equal ones of the day kept."""
        raise NotImplementedError

    def recheck(self, letter_ids: Sequence[int]) -> list[LetterChange]:
        """What became of drafts since they were made, against the ledger of now."""
        raise NotImplementedError

    def refresh(self, letter_ids: Sequence[int]) -> ChangeSet:
        """Bring drafts up to the ledger of now; a draft with nothing left to ask for is superseded."""
        raise NotImplementedError

    def leave_out(self, letter_ids: Sequence[int], why: str = "") -> ChangeSet:
        """Drafts that are not to be sent."""
        raise NotImplementedError

    def mark_sent(
        self,
        letter_ids: Sequence[int],
        on: date,
        channel: Channel,
        proof: str = "",
        delivered_on: date | None = None,
        attachment: tuple[str, bytes] | None = None,
    ) -> ChangeSet:
        """Note that letters were sent; ``DomainError("letter.stale")`` while ``recheck`` finds changes."""
        raise NotImplementedError

    def mark_delivered(self, letter_ids: Sequence[int], on: date, proof: str) -> ChangeSet:
        """Note the proof that sent letters arrived."""
        raise NotImplementedError

    # -- letters

    def letters(self, query: LetterQuery | None = None) -> list[int]:
        """Ids of letters, newest first."""
        raise NotImplementedError

    def letter_rows(self, ids: Sequence[int]) -> list[LetterRow]:
        """The list's rows of these ids, in their order."""
        raise NotImplementedError

    def letter(self, letter_id: int) -> LetterDetail:
        """A letter with its lines, customer and company."""
        raise NotImplementedError

    def levels(self, document_ids: Sequence[int]) -> Mapping[int, LevelInfo]:
        """The level each of these invoices has reached; those never reminded are left out."""
        raise NotImplementedError

    # -- exceptions

    def block(
        self, *, customer_id: int | None = None, document_id: int | None = None, reason: str
    ) -> ChangeSet:
        """Remind neither the customer, or not of this invoice, until unblocked."""
        raise NotImplementedError

    def unblock(self, *, customer_id: int | None = None, document_id: int | None = None) -> ChangeSet:
        """Remind again."""
        raise NotImplementedError

    def grace(
        self, *, customer_id: int | None = None, document_id: int | None = None, until: date | None
    ) -> ChangeSet:
        """No reminder up to and including that day; None ends it."""
        raise NotImplementedError

    def set_policy(
        self, code: str, *, customer_id: int | None = None, document_id: int | None = None
    ) -> ChangeSet:
        """Choose a policy for a customer, an invoice, or (neither given) the company; empty: no own choice."""
        raise NotImplementedError

    def set_level(self, document_ids: Iterable[int], level: int) -> ChangeSet:
        """Make ``level`` the next step of these invoices whatever was sent before."""
        raise NotImplementedError

    def hand_over(self, customer_id: int, to: str, on: date | None = None) -> ChangeSet:
        """The customer's debts are with an agency, a lawyer or the insurer from that day; empty: with us again."""
        raise NotImplementedError

    # -- limitation

    def limitation(
        self, customer_id: int | None = None, as_of: date | None = None, within: int | None = None
    ) -> list[LimitationState]:
        """Open invoices on the limitation clock, the soonest first; ``within``: days left at most."""
        raise NotImplementedError

    def add_event(self, event: LimitationEvent) -> ChangeSet:
        """Enter something that restarts the clock."""
        raise NotImplementedError

    def remove_event(self, event_id: int) -> ChangeSet:
        """Take an event away."""
        raise NotImplementedError
