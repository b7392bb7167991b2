"""Aging: what is open on a day, and how old it is (账龄).

Day 0 is not overdue; a bucket takes ages 1..limit, the next limit+1.., the last is open-ended.
Rule of the OCA aged partner balance (oracle AG37): due today is "not due".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.problem import DomainError

DEFAULT_LIMITS = (30, 60, 90)
MIN_LIMITS, MAX_LIMITS = 1, 5
LONGEST_LIMIT = 9999


class Basis(StrEnum):
    """The date an item's age counts from."""

    DUE = "due"
    INVOICE = "invoice"


class Grouping(StrEnum):
    """What one row of the board stands for."""

    CUSTOMER = "customer"
    GROUP = "group"
    SALESPERSON = "salesperson"
    REGION = "region"
    CURRENCY = "currency"


def bucket_limits(limits: Sequence[int]) -> tuple[int, ...]:
    """Upper ages of all buckets but the last, sorted and checked (30, 60, 90 gives four buckets).

    Raises ``DomainError`` unless there are 1 to 5 distinct limits (2 to 6 buckets) of 1 to 9999 days.
    """
    clean = tuple(sorted(limits))
    distinct = MIN_LIMITS <= len(clean) <= MAX_LIMITS and len(set(clean)) == len(clean)
    if not distinct or clean[0] < 1 or clean[-1] > LONGEST_LIMIT:
        raise DomainError("aging.bad_buckets", limits=", ".join(map(str, limits)))
    return clean


def bucket(age: int, limits: Sequence[int]) -> int:
    """Index of the bucket for an age in days: 0 is not due, 1.. the buckets in order."""
    if age <= 0:
        return 0
    return 1 + sum(age > limit for limit in limits)


@dataclass(frozen=True, slots=True)
class AgingQuery:
    """What the board shows: the day, the basis, the buckets, what a row is, and in which money.

    ``in_base`` converts every currency at the last rate on or before ``as_of``.
    """

    as_of: date
    basis: Basis = Basis.DUE
    limits: tuple[int, ...] = DEFAULT_LIMITS
    by: Grouping = Grouping.CUSTOMER
    in_base: bool = False


@dataclass(frozen=True, slots=True)
class AgingRow:
    """One row of the board, all amounts signed minor units of ``currency``.

    ``buckets[0]`` is not due, then the buckets in order; ``receipts`` (unallocated receipts) and
    ``credit_notes`` (unapplied) are zero or negative. Balance = sum(buckets) + receipts +
    credit_notes. ``disputed`` is the contested part of the open amount; ``oldest`` the greatest
    age in days (0 when nothing is overdue); ``items`` counts open debits. ``key`` is the id of the
    customer, salesperson, group or region (0 when none is set), ``label`` its name, ``label_en`` its English
    one if there is any. ``past_due`` is what is past its due date where the buckets do not say so,
    being counted from the invoice date.
    """

    key: int
    label: str
    currency: str
    buckets: tuple[int, ...]
    receipts: int
    credit_notes: int
    disputed: int
    oldest: int
    items: int
    code: str = ""
    label_en: str = ""
    past_due: int | None = None
    held: int = 0
    """Bills and post-dated cheques of theirs in our hands, still within the balance until they clear."""

    def name(self, lang: str) -> str:
        """The row's name for a reader of ``zh`` or ``en``; the other one where there is none."""
        return (self.label_en or self.label) if lang == "en" else self.label

    @property
    def balance(self) -> int:
        """Everything the customer owes, net of what we hold of theirs."""
        return sum(self.buckets) + self.receipts + self.credit_notes

    @property
    def overdue(self) -> int:
        """What is past its due date, whichever date the buckets count from."""
        return sum(self.buckets[1:]) if self.past_due is None else self.past_due


def sum_rows(rows: Iterable[AgingRow], first: str = "") -> Iterator[AgingRow]:
    """One total per currency, ``first`` before the others: sums, and the greatest age."""
    by_currency: dict[str, list[AgingRow]] = defaultdict(list)
    for row in rows:
        by_currency[row.currency].append(row)
    for currency in sorted(by_currency, key=lambda each: (each != first, each)):
        same = by_currency[currency]
        yield AgingRow(
            key=0,
            label="",
            currency=currency,
            buckets=tuple(map(sum, zip(*(row.buckets for row in same), strict=True))),
            receipts=sum(row.receipts for row in same),
            credit_notes=sum(row.credit_notes for row in same),
            disputed=sum(row.disputed for row in same),
            oldest=max(row.oldest for row in same),
            items=sum(row.items for row in same),
            past_due=None if all(row.past_due is None for row in same) else sum(row.overdue for row in same),
            held=sum(row.held for row in same),
        )


@dataclass(frozen=True, slots=True)
class AgingBoard:
    """The answer to an ``AgingQuery``: rows, one total per currency, and what is missing.

    ``missing_rates`` names currencies without a rate on or before the day; their rows are left in
    their own currency and out of the base total. ``last_data`` is the newest receipt's date.
    """

    query: AgingQuery
    base: str
    rows: tuple[AgingRow, ...]
    totals: tuple[AgingRow, ...]
    missing_rates: tuple[str, ...] = ()
    last_data: date | None = None


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One open debit, instalment or unapplied credit as of a day; credits carry negative ``open``."""

    document_id: int
    instalment_seq: int
    kind: str
    number: str
    customer_id: int
    customer: str
    doc_date: date
    due_date: date | None
    currency: str
    amount: int
    open: int
    age: int
    bucket: int
    disputed: int = 0
    promised_on: date | None = None
    reference: str = ""
    customer_code: str = ""
    customer_en: str = ""
    instalments: int = 0
    """How many parts the invoice's plan has, 0 without one."""
    held: int = 0
    """So much of what is open is covered by bills in our hands."""
