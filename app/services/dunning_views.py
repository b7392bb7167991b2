"""What the reminder pages ask, and the values they are shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Protocol

from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.dunning_run import Freshness, Reminded, RunFacts
from app.domain.letter import Letter, LetterLine, LetterState

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.domain.dunning import DunningPolicy


@dataclass(frozen=True, slots=True)
class RunFilter:
    """Which part of the ledger a run looks at; None means all."""

    customer_ids: Collection[int] | None = None
    currency: str | None = None
    salesperson_id: int | None = None


@dataclass(frozen=True, slots=True)
class RunResult:
    """A run that was made: its drafts (kept ones of the same day included) and its change set."""

    change: ChangeSet
    run_id: int
    letter_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LetterChange:
    """What became of a draft since it was made: ``kind`` is paid, amount, or why a line is not chased now.

    ``params`` name the invoice (``number``, ``document_id``), ``was`` and ``now`` in minor units.
    """

    letter_id: int
    kind: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LetterQuery:
    """Which letters, newest first; ``text`` is looked for in numbers and customer names.

    ``state`` None leaves out the superseded and the left-out ones.
    """

    customer_id: int | None = None
    state: LetterState | None = None
    text: str = ""
    run_on: date | None = None
    limit: int = 0


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One line of a list of letters; amounts in minor units of ``currency``.

    ``open`` is what is still open now of its invoices; ``resolved``: a sent letter whose invoices
    are all settled (and not any more when a payment is taken back).
    """

    id: int
    number: str
    customer_id: int
    customer: str
    currency: str
    template: str
    level: int
    policy: str
    state: LetterState
    language: str
    channel: str
    run_on: date
    pay_by: date | None
    amount: int
    fee: int
    lines: int
    open: int
    sent_on: date | None
    delivered_on: date | None
    proof: str
    resolved: bool
    customer_code: str = ""
    customer_en: str = ""
    reply: str = ""
    replied_on: date | None = None


@dataclass(frozen=True, slots=True)
class LetterLineRow:
    """One invoice in a letter, with what its own row says of it."""

    line: LetterLine
    number: str
    doc_date: date
    contract: str
    reference: str
    amount: int
    open: int
    days_late: int
    seq: int = 0


@dataclass(frozen=True, slots=True)
class LetterDetail:
    """A letter with its lines, its customer and our company."""

    letter: Letter
    lines: tuple[LetterLineRow, ...]
    customer: Customer
    company: Company


@dataclass(frozen=True, slots=True)
class LevelInfo:
    """The last level an invoice reached; ``by_hand``: a person set it back or on.

    ``final`` when its ladder has nothing after it (DN08); ``write_off`` when that suggests one (DN32).
    """

    level: int
    on: date
    policy: str
    final: bool = False
    write_off: bool = False
    by_hand: bool = False
    stop_shipment: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """An open debit for the limitation clock; ``paid_on`` are the days of part payments."""

    document_id: int
    number: str
    customer_id: int
    customer: str
    country: str
    currency: str
    open: int
    due_date: date
    paid_on: tuple[date, ...] = ()


class DunningReader(Protocol):
    """The queries behind reminders; nothing loads a whole ledger."""

    def facts(
        self,
        as_of: date,
        ahead: int,
        policies: Mapping[str, DunningPolicy],
        wanted: RunFilter,
    ) -> RunFacts:
        """What a run of the day is decided from; ``ahead``: days before the due date that matter."""

    def freshness(self, as_of: date) -> Freshness:
        """The newest receipt and statement up to the day, and what waits to be matched."""

    def last_run(self) -> date | None:
        """The day of the newest run."""

    def levels(self, document_ids: Sequence[int]) -> Mapping[int, Reminded]:
        """What each of these invoices last reached; those never reminded are left out."""

    def letter_ids(self, query: LetterQuery) -> list[int]:
        """Ids of letters, newest first."""

    def letter_rows(self, ids: Sequence[int]) -> list[LetterRow]:
        """The list's rows of these ids, in their order."""

    def letter_lines(self, letter_id: int) -> tuple[LetterLineRow, ...]:
        """The lines of a letter, oldest due first."""

    def numbers_like(self, prefix: str) -> list[str]:
        """Letter numbers in use (the bin included) that begin with ``prefix``."""

    def claims(self, customer_id: int | None, as_of: date, *, due_by: date | None) -> list[Claim]:
        """Open debits with the days they were paid in part; ``due_by`` keeps those due on or before it."""
