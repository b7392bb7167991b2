"""Statement of account (对账单): opening balance, movements, closing balance, aging."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.aging import OpenItem
from app.domain.company import Company
from app.domain.customer import Customer


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One movement; ``debit`` and ``credit`` are positive minor units, ``balance`` runs signed."""

    on: date
    kind: str
    number: str
    reference: str
    due_date: date | None
    debit: int
    credit: int
    balance: int


@dataclass(frozen=True, slots=True)
class StatementCurrency:
    """The statement in one currency: opening + debits − credits = closing = sum of open items.

    ``buckets[0]`` is not due, then the aging buckets; ``unapplied`` (≤ 0) are credits not yet set
    against an invoice; closing = sum(buckets) + unapplied.
    """

    currency: str
    opening: int
    lines: tuple[StatementLine, ...]
    closing: int
    limits: tuple[int, ...]
    buckets: tuple[int, ...]
    unapplied: int
    items: tuple[OpenItem, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One customer's statement from ``start`` to ``as_of``, a section per currency."""

    company: Company
    customer: Customer
    number: str
    start: date
    as_of: date
    sections: tuple[StatementCurrency, ...]
