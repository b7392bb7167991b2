"""What the sources of work ask of storage, and the rows they are given."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.domain.money import Money


@dataclass(frozen=True, slots=True)
class Name:
    """What a customer is called, shortly, in both languages.

    ``elsewhere``: insolvent, or handed over to an agency, a lawyer or the insurer.
    """

    zh: str
    en: str = ""
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A dispute under way with its target day; ``amount`` is contested and still open, minor units."""

    id: int
    document_id: int
    customer_id: int
    number: str
    owner: str
    target_on: date
    amount: Money


@dataclass(frozen=True, slots=True)
class BillRow:
    """A bill that is held and falls due, or one that bounced (``ended_on``)."""

    id: int
    customer_id: int
    number: str
    due_on: date
    amount: Money
    bounced_on: date | None = None


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """A next action that was agreed on for a day and is not done."""

    activity_id: int
    customer_id: int
    on: date
    next_on: date
    next_action: str
    kind: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Money that waits to be set against something: how many, how much per currency, the newest row."""

    count: int
    amounts: tuple[Money, ...]
    newest_id: int
    oldest_on: date | None


class WorkReader(Protocol):
    """Set-based queries behind the sources."""

    def names(self, customer_ids: Collection[int]) -> Mapping[int, Name]:
        """What these customers are called, and whether they are still ours to chase."""

    def disputes(self, as_of: date, until: date) -> Sequence[DisputeRow]:
        """Disputes under way on the day whose target day is not after ``until``."""

    def bills(self, as_of: date, until: date, since: date) -> Sequence[BillRow]:
        """Bills held on the day that fall due by ``until``, and those that bounced from ``since`` on."""

    def follow_ups(self, as_of: date, until: date) -> Sequence[FollowUpRow]:
        """Next actions entered by the day, due by ``until`` and not done."""

    def waiting_lines(self, as_of: date) -> Waiting:
        """Statement lines of money in that nobody decided on."""

    def on_account(self, as_of: date) -> Waiting:
        """Receipts with something open."""

    def newest_data(self, as_of: date) -> date | None:
        """The newest day the ledger speaks for: a receipt, the end of a statement, or a snapshot."""
