"""What the bank pages and the command line are shown, and what they ask of storage and of the file room."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from app.domain.bank import BankLine, LineState
from app.domain.bank_file import BankColumns, BankFile, BankReadOptions, RawBankLine
from app.domain.cash_match import LineProposal
from app.domain.cash_match_book import Book
from app.domain.changes import ChangeSet
from app.domain.importing import RawTable
from app.domain.money import Money
from app.services.ports import Control


class Outcome(StrEnum):
    """What a commit will make of a line."""

    KNOWN = "known"
    APPLY = "apply"
    WAIT = "wait"
    IGNORE = "ignore"


class BankSort(StrEnum):
    """What the queue can be ordered by."""

    ON = "on"
    AMOUNT = "amount"
    PAYER = "payer"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A line of the file with its key, what will come of it, and the best proposals first."""

    raw: RawBankLine
    key: str
    outcome: Outcome
    proposals: tuple[LineProposal, ...] = ()
    why: str = ""

    @property
    def best(self) -> LineProposal | None:
        """The proposal that counts."""
        return self.proposals[0] if self.proposals else None


@dataclass(frozen=True, slots=True)
class MatchPlan:
    """What committing a file would do. ``account_id`` 0: the account is made from the file."""

    file: BankFile
    account_id: int
    lines: tuple[PlannedLine, ...]
    revision: int

    def count(self, outcome: Outcome) -> int:
        """How many lines have this outcome."""
        return sum(line.outcome is outcome for line in self.lines)

    @property
    def known(self) -> int:
        """Lines that are there already."""
        return self.count(Outcome.KNOWN)

    def total(self, outcome: Outcome) -> int:
        """Their signed sum in minor units of the file's currency."""
        return sum(line.raw.amount for line in self.lines if line.outcome is outcome)


@dataclass(frozen=True, slots=True)
class BankResult:
    """What a commit wrote: lines added in all, known before, applied, waiting, set aside."""

    change: ChangeSet
    added: int
    known: int
    applied: int
    waiting: int
    ignored: int
    statement_id: int = 0


@dataclass(frozen=True, slots=True)
class BankQueueQuery:
    """Which lines; ``state`` "" means all. ``text`` is looked for in payer, text and reference."""

    state: str = LineState.WAITING
    account_id: int | None = None
    text: str = ""
    sort: str = BankSort.ON
    descending: bool = True


@dataclass(frozen=True, slots=True)
class BankLineRow:
    """One line of the queue; ``proposal`` is the best one of a waiting line.

    ``document`` is the number of the receipt or refund made of it; ``proposals`` how many there are.
    """

    id: int
    on: date
    amount: int
    currency: str
    payer: str
    payer_account: str
    text: str
    reference: str
    state: LineState
    account_id: int
    account: str
    customer_id: int | None = None
    customer: str = ""
    document_id: int | None = None
    document: str = ""
    proposal: LineProposal | None = None
    proposals: int = 0


@dataclass(frozen=True, slots=True)
class LineDetail:
    """One line with everything to decide it: the proposals, best first.

    ``kept`` is the proposal by which a decided line was applied (its evidence), ``left`` what is
    still unallocated of its receipt, minor units. ``doubled``: when it was taken in, another line of
    the same day and amount stood there already.
    """

    line: BankLine
    row: BankLineRow
    proposals: tuple[LineProposal, ...]
    kept: LineProposal | None = None
    left: int = 0
    doubled: bool = False


@dataclass(frozen=True, slots=True)
class UnmatchedReceipts:
    """Money received that is not yet set against invoices, as of a day.

    ``waiting`` are statement lines nobody decided on, ``on_account`` receipts with an open rest;
    ``totals`` of both per currency. The newest days tell how old the data is.
    """

    count: int
    totals: tuple[Money, ...]
    newest_statement: date | None
    newest_receipt: date | None
    waiting: int = 0
    on_account: int = 0


@dataclass(frozen=True, slots=True)
class PayerRow:
    """A payer known from before; no customer means "not a customer"."""

    id: int
    kind: str
    key: str
    label: str
    customer_id: int | None
    customer: str = ""


class StatementSource(Protocol):
    """Turns statement files into values; filled by the imports room."""

    def statement(
        self,
        path: Path,
        options: BankReadOptions,
        currency: str,
        remembered: Callable[[RawTable], BankColumns | None],
        control: Control,
    ) -> BankFile:
        """A statement parsed in a child process under limits.

        ``currency`` where the file names none; ``remembered`` gives the columns that served before.
        """

    def with_columns(self, file: BankFile, columns: BankColumns, currency: str) -> BankFile:
        """The same table read with other columns."""


class BankReader(Protocol):
    """Set-wise questions about bank lines and what they can pay."""

    def revision(self) -> int:
        """The newest change set: moves with every edit."""

    def keys(self, account_id: int, keys: Collection[str]) -> Collection[str]:
        """Those of the keys that the account has live lines for."""

    def alike(self, account_id: int, days: Collection[date]) -> Mapping[tuple[date, int], int]:
        """How many lines the account has per day and amount on these days."""

    def book(self, amounts: Collection[int], start: date, end: date) -> Book:
        """What lines of these amounts and days can be matched with."""

    def ids(self, query: BankQueueQuery) -> list[int]:
        """Line ids in order."""

    def rows(self, ids: Sequence[int]) -> list[BankLineRow]:
        """The lines of these ids in their order, without proposals."""

    def unmatched(self, as_of: date) -> UnmatchedReceipts:
        """What is not yet set against invoices on a day."""

    def rates(self, on: date) -> Mapping[str, Decimal]:
        """The last rate on or before a day per currency: base units per unit."""

    def numbers_like(self, prefix: str) -> list[str]:
        """Document numbers in use that begin with ``prefix``."""

    def counts(self) -> Mapping[str, int]:
        """How many lines are in each state."""
