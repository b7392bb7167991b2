"""Bank statements: reading them, matching their lines with open invoices, and what came of each line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.bank import BankAccount
from app.domain.bank_file import BankColumns, BankFile, BankReadOptions
from app.domain.cash_match import CashPart, Difference, LineProposal, MatchRule, Tolerances
from app.domain.changes import ChangeSet
from app.services.bank_views import (
    BankLineRow,
    BankQueueQuery,
    BankReader,
    BankResult,
    LineDetail,
    MatchPlan,
    PayerRow,
    StatementSource,
    UnmatchedReceipts,
)
from app.services.ports import Control, Silent

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.services.company import CompanyService
    from app.services.ports import Store
    from app.services.settings import SettingService

_SILENT = Silent()
_AS_FOUND = BankReadOptions()
_WAITING = BankQueueQuery()


class BankService:
    """Use cases on bank statements; one call, one change set."""

    def __init__(
        self,
        store: Store,
        reader: BankReader,
        source: StatementSource,
        settings: SettingService,
        company: CompanyService,
        clock: Clock,
    ) -> None:
        raise NotImplementedError

    def accounts(self) -> list[BankAccount]:
        """Our own accounts, as entered."""
        raise NotImplementedError

    def save_account(self, account: BankAccount) -> ChangeSet:
        """Store a new account, or the edited one."""
        raise NotImplementedError

    def remove_account(self, account_id: int) -> ChangeSet:
        """Remove an account that has no statements."""
        raise NotImplementedError

    def account_for(self, file: BankFile) -> BankAccount | None:
        """The account a file is of: by its number, else the only one of its currency; None if unclear."""
        raise NotImplementedError

    def read(self, path: Path, options: BankReadOptions = _AS_FOUND, control: Control = _SILENT) -> BankFile:
        """A statement file; ``EnvironmentFaultError`` where there is none to be had."""
        raise NotImplementedError

    def remap(self, file: BankFile, mapping: BankColumns, account_id: int | None = None) -> BankFile:
        """The same table read with other columns (CSV and XLSX)."""
        raise NotImplementedError

    def preview(self, file: BankFile, account_id: int, control: Control = _SILENT) -> MatchPlan:
        """What committing the file would do; writes nothing. ``account_id`` 0: a new account from the file."""
        raise NotImplementedError

    def commit(self, plan: MatchPlan, control: Control = _SILENT) -> BankResult:
        """Write the plan as one action that undo takes back whole; remembers how a table was read."""
        raise NotImplementedError

    def queue(self, query: BankQueueQuery = _WAITING) -> list[int]:
        """Ids of statement lines in order."""
        raise NotImplementedError

    def queue_rows(self, ids: Sequence[int]) -> list[BankLineRow]:
        """The rows of these ids, those that wait with their best proposal."""
        raise NotImplementedError

    def counts(self) -> dict[str, int]:
        """How many lines are in each state."""
        raise NotImplementedError

    def line(self, line_id: int) -> LineDetail:
        """One line with its proposals."""
        raise NotImplementedError

    def proposal(self, line_id: int, customer_id: int, parts: Sequence[CashPart]) -> LineProposal:
        """A proposal of the user's own making, checked as far as amounts go."""
        raise NotImplementedError

    def accept(
        self,
        line_id: int,
        proposal: LineProposal,
        difference: Difference | str = Difference.LEAVE,
        *,
        learn: bool = True,
    ) -> ChangeSet:
        """Make the receipt, set it against the parts, and settle a short rest as ``difference`` says."""
        raise NotImplementedError

    def split(
        self, line_id: int, customer_id: int, parts: Sequence[CashPart], *, learn: bool = True
    ) -> ChangeSet:
        """Make the receipt and set it against the parts chosen; what is over stays as credit."""
        raise NotImplementedError

    def leave_unallocated(self, line_id: int, customer_id: int, *, learn: bool = True) -> ChangeSet:
        """Make the receipt and leave all of it as the customer's credit."""
        raise NotImplementedError

    def not_customer(self, line_id: int, *, learn: bool = True) -> ChangeSet:
        """Set the line aside; learned, the same payer's lines are set aside from now on."""
        raise NotImplementedError

    def reopen(self, line_id: int) -> ChangeSet:
        """Back to waiting: what was made of the line goes to the bin."""
        raise NotImplementedError

    def returned(
        self, on: date, reason: str = "", *, line_id: int = 0, receipt_id: int = 0, amount: int | None = None
    ) -> ChangeSet:
        """A receipt came back: what it paid is open again at its original due date.

        By the receipt, by the line the receipt was made of, or by a line of money out together
        with the receipt. ``amount`` None: all of it (or the line's own amount).
        """
        raise NotImplementedError

    def rules(self) -> tuple[MatchRule, ...]:
        """The rules in the order they are tried."""
        raise NotImplementedError

    def save_rules(self, rules: Sequence[MatchRule]) -> ChangeSet:
        """Keep another order or choice of rules."""
        raise NotImplementedError

    def tolerances(self) -> Tolerances:
        """How much may be given up as a difference."""
        raise NotImplementedError

    def save_tolerances(self, tolerances: Tolerances) -> ChangeSet:
        """Keep other bounds."""
        raise NotImplementedError

    def payers(self, customer_id: int | None = None) -> list[PayerRow]:
        """Payers known from before, of one customer or all (with those that are no customers)."""
        raise NotImplementedError

    def forget_payer(self, payer_id: int) -> ChangeSet:
        """Know a payer no longer."""
        raise NotImplementedError

    def unmatched(self, as_of: date) -> UnmatchedReceipts:
        """Money received and not yet set against invoices, as of a day."""
        raise NotImplementedError
