"""Bank statements as the ledger keeps them: our accounts, the statements read, their lines, known payers.

Amounts are signed minor units of the line's currency: positive is money in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LineState(StrEnum):
    """What came of a statement line."""

    WAITING = "waiting"
    APPLIED = "applied"
    UNALLOCATED = "unallocated"
    IGNORED = "ignored"
    RETURNED = "returned"


class PayerKind(StrEnum):
    """By what a payer is known again."""

    ACCOUNT = "account"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class BankAccount:
    """One of our own accounts; letters in ``currency`` print it."""

    name: str
    currency: str
    bank: str = ""
    number: str = ""
    swift: str = ""
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class BankStatement:
    """One statement file that was read; ``digest`` is its SHA-256, balances are signed minor units."""

    account_id: int
    source: str
    format: str
    digest: str
    currency: str
    start: date | None = None
    end: date | None = None
    opening: int | None = None
    closing: int | None = None
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class BankLine:
    """One line of a statement and what came of it.

    ``key`` is the same whenever the same line is read again, so that nothing is added twice.
    ``document_id`` is the receipt (or, for money returned, the refund) made of it; ``evidence`` is JSON.
    """

    statement_id: int
    account_id: int
    key: str
    on: date
    amount: int
    currency: str
    payer: str = ""
    payer_key: str = ""
    payer_account: str = ""
    text: str = ""
    reference: str = ""
    state: LineState = LineState.WAITING
    customer_id: int | None = None
    document_id: int | None = None
    evidence: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Payer:
    """An account number or folded name known from before; no customer means "not a customer"."""

    kind: PayerKind
    key: str
    customer_id: int | None = None
    label: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0
