"""What bank lines can be matched with: open debits, customers, payers, receipts in the books."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from app.domain.allocation import OpenPart
from app.domain.early_discount import discount_due


@dataclass(frozen=True, slots=True)
class BookDebit:
    """An open debit of any customer, part by part; minor units of ``currency``.

    ``amount`` and ``terms`` are an invoice's own or its customer's; they say what early payment earns.
    """

    id: int
    number: str
    customer_id: int
    currency: str
    doc_date: date
    parts: tuple[OpenPart, ...]
    reference: str = ""
    contract: str = ""
    amount: int = 0
    terms: str = ""

    def discount(self, on: date) -> int:
        """So much less is asked for when it is paid on a day, minor units."""
        return min(discount_due(self.terms, self.amount, self.doc_date, on), self.open) if self.terms else 0

    @property
    def open(self) -> int:
        """What is open in all, minor units."""
        return sum(part.open for part in self.parts)

    @property
    def due(self) -> tuple[date, date, int]:
        """What comes first when the oldest is paid first."""
        return min((part.due_date for part in self.parts), default=self.doc_date), self.doc_date, self.id


@dataclass(frozen=True, slots=True)
class BookReceipt:
    """A receipt in the books, ``linked`` to a bank line or not; ``left`` of it was not taken back."""

    id: int
    number: str
    customer_id: int
    currency: str
    on: date
    left: int
    linked: bool
    text: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """A picture of the ledger to match with. Names and aliases are by ``names.match_key``.

    ``accounts`` and ``payers`` say which customer an account number or payer name belongs to
    (None: not a customer); ``rates`` are base units per unit of a currency.
    """

    debits: tuple[BookDebit, ...] = ()
    customers: Mapping[int, str] = field(default_factory=dict)
    names: Mapping[str, frozenset[int]] = field(default_factory=dict)
    aliases: Mapping[str, frozenset[int]] = field(default_factory=dict)
    accounts: Mapping[str, int | None] = field(default_factory=dict)
    payers: Mapping[str, int | None] = field(default_factory=dict)
    receipts: tuple[BookReceipt, ...] = ()
    rates: Mapping[str, Decimal] = field(default_factory=dict)
    revision: int = 0
