"""Bills and post-dated cheques: received, held, passed on, cleared, bounced, handed back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.allocation import Proposal
from app.domain.bill import Bill, BillCover
from app.domain.changes import ChangeSet

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.services.bill_views import BillReader
    from app.services.document_views import DocumentReader
    from app.services.ports import Store


class BillState(StrEnum):
    """Where a bill is on a day."""

    HELD = "held"
    DISCOUNTED = "discounted"
    ENDORSED = "endorsed"
    CLEARED = "cleared"
    BOUNCED = "bounced"
    HANDED_BACK = "handed_back"


@dataclass(frozen=True, slots=True)
class BillRow:
    """One line of the bill list; ``days`` to its due date on the asked day (negative: past)."""

    bill: Bill
    state: BillState
    customer: str
    days: int
    covered: int
    numbers: str


@dataclass(frozen=True, slots=True)
class CoverRow:
    """An invoice that a bill is for: what the bill covers of it and what is open of it now."""

    cover: BillCover
    number: str
    due_date: date | None
    open: int


@dataclass(frozen=True, slots=True)
class BillDetail:
    """A bill with the invoices it is for."""

    row: BillRow
    covers: tuple[CoverRow, ...]
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class BillQuery:
    """Which bills; ``state`` None means all. Ordered by due date."""

    customer_id: int | None = None
    state: BillState | None = None
    text: str = ""
    as_of: date | None = None


_ALL = BillQuery()


class BillService:
    """Use cases on bills; one call, one change set."""

    def __init__(self, store: Store, reader: BillReader, documents: DocumentReader, clock: Clock) -> None:
        raise NotImplementedError

    def ids(self, query: BillQuery = _ALL) -> list[int]:
        """Ids of the bills that fit, the earliest due first."""
        raise NotImplementedError

    def rows(self, ids: Sequence[int], as_of: date | None = None) -> list[BillRow]:
        """The list's rows of these ids, in their order, as of a day (None: today)."""
        raise NotImplementedError

    def detail(self, bill_id: int, as_of: date | None = None) -> BillDetail:
        """A bill with what it covers."""
        raise NotImplementedError

    def propose(self, customer_id: int, currency: str, amount: int) -> list[Proposal]:
        """What a bill would cover, the oldest due first, leaving out what other bills cover."""
        raise NotImplementedError

    def receive(self, bill: Bill, covers: Sequence[BillCover] = ()) -> ChangeSet:
        """Take a bill in; it is held and pays nothing yet. ``covers`` need no ``bill_id``."""
        raise NotImplementedError

    def edit(self, bill: Bill, covers: Sequence[BillCover] | None = None) -> ChangeSet:
        """Correct a bill that is still held."""
        raise NotImplementedError

    def remove(self, bill_id: int) -> ChangeSet:
        """Remove a bill entered by mistake; only while it is held."""
        raise NotImplementedError

    def discount(self, bill_id: int, on: date, charge: int, to: str = "") -> ChangeSet:
        """Sold to a bank for ``charge`` (minor units, ours to bear): it pays with recourse from that day."""
        raise NotImplementedError

    def endorse(self, bill_id: int, on: date, to: str = "") -> ChangeSet:
        """Passed on to a creditor of ours: it pays with recourse from that day."""
        raise NotImplementedError

    def clear(self, bill_id: int, on: date) -> ChangeSet:
        """Paid by its acceptor: a receipt of that day, or the recourse on a passed bill ends."""
        raise NotImplementedError

    def bounce(self, bill_id: int, on: date, reason: str = "") -> ChangeSet:
        """Not paid: what it paid or covered stands open at its original due date."""
        raise NotImplementedError

    def hand_back(self, bill_id: int, on: date, reason: str = "") -> ChangeSet:
        """Given back to the customer before it paid anything."""
        raise NotImplementedError

    def held(self, as_of: date) -> Mapping[tuple[int, str], int]:
        """What bills held on a day come to, per customer and currency, minor units."""
        raise NotImplementedError

    def held_by_document(self, ids: Sequence[int], as_of: date) -> Mapping[int, int]:
        """How much of these documents bills held on a day cover, minor units."""
        raise NotImplementedError

    def due(self, as_of: date, within: int = 0) -> list[BillRow]:
        """Bills held whose due date is at most ``within`` days ahead, the earliest first."""
        raise NotImplementedError
