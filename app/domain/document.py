"""The receivables ledger: documents, their instalments, and the dated allocations between them.

Every amount is a positive count of minor units; the kind says which side it stands on. A debit
(invoice, refund) raises what the customer owes, a credit (credit note, receipt, write-off) lowers
it. An allocation sets part of a credit against part of a debit *on a date*; what is open at any
day follows from the dates alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class DocumentKind(StrEnum):
    """What a document is."""

    INVOICE = "invoice"
    REFUND = "refund"
    CREDIT_NOTE = "credit_note"
    RECEIPT = "receipt"
    WRITE_OFF = "write_off"


DEBITS = frozenset({DocumentKind.INVOICE, DocumentKind.REFUND})
CREDITS = frozenset({DocumentKind.CREDIT_NOTE, DocumentKind.RECEIPT, DocumentKind.WRITE_OFF})


def sign(kind: DocumentKind) -> int:
    """+1 for a debit, −1 for a credit: the document's effect on the balance."""
    return 1 if kind in DEBITS else -1


@dataclass(frozen=True, slots=True)
class Document:
    """One document of the ledger.

    ``amount`` and ``open`` are positive minor units; ``open`` is derived (amount less all
    allocations) and kept by storage. ``due_date`` is set for debits only. ``original_id`` names
    the invoice a credit note or write-off corrects. ``inferred`` marks a settlement that a
    snapshot implied and nobody recorded. ``book_rate`` is base units per unit of ``currency``.
    ``reason`` says why a write-off was made (bad_debt, discount, bank_charge, tolerance, exchange) or a
    refund (returned, recovery); ``approved_by`` who allowed it. The dunning fields override the customer's.
    """

    customer_id: int
    kind: DocumentKind
    number: str
    doc_date: date
    currency: str
    amount: int
    due_date: date | None = None
    open: int = 0
    has_plan: bool = False
    terms: str = ""
    reference: str = ""
    contract: str = ""
    salesperson_id: int | None = None
    original_id: int | None = None
    book_rate: Decimal | None = None
    inferred: bool = False
    reason: str = ""
    approved_by: str = ""
    dunning_policy: str = ""
    dunning_block: str = ""
    grace_until: date | None = None
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Instalment:
    """One part of an invoice's plan with its own due date; the parts sum to the invoice."""

    document_id: int
    seq: int
    due_date: date
    amount: int
    open: int = 0
    label: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Allocation:
    """Part of a credit set against part of a debit on ``date``, never before either document.

    ``amount`` is in the debit's currency, ``credit_amount`` in the credit's; they are equal when
    the currencies are. ``instalment_id`` is set exactly when the debit has a plan. A reversal
    (``reverses_id`` set) has negative amounts: from its date on, that much is open again on both sides.
    """

    debit_id: int
    credit_id: int
    date: date
    amount: int
    credit_amount: int
    instalment_id: int | None = None
    note: str = ""
    reverses_id: int | None = None
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Dispute:
    """The customer contests all (``amount`` None) or part of an invoice, from one day to another."""

    document_id: int
    opened_on: date
    amount: int | None = None
    closed_on: date | None = None
    reason: str = ""
    owner: str = ""
    target_on: date | None = None
    state: str = ""
    credit_note_id: int | None = None
    outcome: str = ""
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Promise:
    """The customer promises ``amount`` by ``due_on``; ``document_id`` when for one invoice."""

    customer_id: int
    made_on: date
    due_on: date
    amount: int
    currency: str
    document_id: int | None = None
    made_by: str = ""
    channel: str = ""
    closed_on: date | None = None
    outcome: str = ""
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Rate:
    """One currency's rate on a day: base units per one unit of ``currency``, with its source."""

    currency: str
    on: date
    rate: Decimal
    source: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0
