"""What the ledger screens ask of storage, and the values they are shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from app.domain.allocation import OpenDebit
from app.domain.changes import HistoryEntry
from app.domain.document import Allocation, Dispute, Document, DocumentKind, Instalment, Promise
from app.domain.money import Money
from app.services.ports import Record

_Day = date  # a field below bears the name of its type


class DocumentSort(StrEnum):
    """What the document list can be ordered by."""

    DOC_DATE = "doc_date"
    DUE_DATE = "due_date"
    NUMBER = "number"
    KIND = "kind"
    CUSTOMER = "customer"
    CURRENCY = "currency"
    AMOUNT = "amount"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class DocumentQuery:
    """Which documents, in which order.

    ``as_of`` leaves out what is dated later and counts allocations up to that day (None: all).
    ``text`` is looked for in numbers and customer names; of one customer also in references,
    contracts and notes. ``settled`` keeps what was paid off between two days, both counted; of one in
    instalments what had a payment then. ``deleted`` asks for the bin. ``limit`` 0 means all.
    """

    customer_id: int | None = None
    kinds: Collection[DocumentKind] | None = None
    open_only: bool = False
    text: str = ""
    sort: str = DocumentSort.DOC_DATE
    descending: bool = True
    as_of: date | None = None
    deleted: bool = False
    limit: int = 0
    settled: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One line of a document list; amounts in minor units of ``currency``.

    ``age_days`` is the days past due on the asked day (negative: still to come; 0 for credits and
    settled debits), of the first open instalment where there is a plan. ``disputed`` and
    ``promised_on`` are as of that day.
    """

    id: int
    kind: DocumentKind
    number: str
    customer_id: int
    customer: str
    doc_date: date
    due_date: date | None
    currency: str
    amount: int
    open: int
    age_days: int
    disputed: bool
    promised_on: date | None
    has_plan: bool
    inferred: bool
    reference: str
    note: str
    customer_code: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AllocationRow:
    """An allocation seen from one of its documents; ``other`` is the document at its other end.

    ``amount`` is in the debit's currency, ``credit_amount`` in the credit's. ``exchange`` is the
    exchange difference of a payment (a gain is positive), None where there is none or no rate is known.
    """

    id: int
    date: date
    amount: int
    other_id: int
    other_kind: DocumentKind
    other_number: str
    credit_amount: int
    other_currency: str = ""
    instalment_seq: int = 0
    note: str = ""
    other_reason: str = ""
    other_on: _Day | None = None
    other_rate: Decimal | None = None
    exchange: Money | None = None


@dataclass(frozen=True, slots=True)
class DocumentDetail:
    """A document with everything that hangs on it; ``log`` is the newest change first."""

    document: Document
    instalments: tuple[Instalment, ...]
    allocations: tuple[AllocationRow, ...]
    disputes: tuple[Dispute, ...]
    promises: tuple[Promise, ...]
    log: tuple[HistoryEntry, ...]
    customer: str = ""
    original_number: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """One due date that terms lead to, and the per cent of the amount due then."""

    due_date: date
    percent: Decimal


class DocumentReader(Protocol):
    """Queries behind the ledger screens; ``app.storage.readers.documents`` answers them."""

    def ids(self, query: DocumentQuery) -> list[int]:
        """Ids in order."""

    def rows(self, ids: Sequence[int], as_of: date, *, live: bool) -> list[DocumentRow]:
        """The rows of these ids, in their order; ``live``: open amounts of now, else as of the day."""

    def allocation_rows(self, document_id: int) -> tuple[AllocationRow, ...]:
        """The live allocations of a document, the earliest first."""

    def log(self, document_id: int) -> tuple[HistoryEntry, ...]:
        """The change sets that touched the document."""

    def open_debits(self, customer_id: int, currency: str) -> list[OpenDebit]:
        """What a credit of this customer and currency can be set against, oldest due first."""

    def numbered(self, customer_id: int, kind: DocumentKind, number: str) -> list[int]:
        """Live documents of the customer with this kind and number."""

    def numbers_like(self, prefix: str) -> list[str]:
        """Numbers in use (the bin included) that begin with ``prefix``."""

    def removed_by(self, kind: type[Record], ids: Collection[int]) -> Mapping[int, str]:
        """Under which verb each of these deleted rows last went to the bin."""

    def allocations_of(self, ids: Collection[int], *, deleted: bool = False) -> list[Allocation]:
        """Allocations with one of these documents at either end."""
