"""The aging board of a day, the rows behind every figure of it, and what happened with a customer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Protocol

from app.domain.aging import AgingBoard, AgingQuery, AgingRow, OpenItem, bucket_limits, sum_rows
from app.domain.money import convert
from app.services.ports import Control, Silent


@dataclass(frozen=True, slots=True)
class AgingFilter:
    """Which part of the ledger the board shows.

    ``text`` is looked for in customer names, codes and initials and in invoice numbers, and keeps
    whole customers. A region takes in all regions below it. ``bucket`` (0 = not due) keeps rows
    with an amount in that bucket. ``undisputed`` leaves what is contested out of the balance, bucket
    by bucket, and says beside it how much that is.
    """

    text: str = ""
    overdue_only: bool = False
    disputed_only: bool = False
    undisputed: bool = False
    bucket: int | None = None
    customer_ids: Collection[int] | None = None
    region_id: int | None = None
    salesperson_id: int | None = None
    group_id: int | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened with a customer: a document, a claim, a contact, a letter (``kind``).

    A write-off or refund made for a known reason carries it: ``write_off.discount``.

    ``amount`` is positive minor units of ``currency`` (none for a contact); ``until`` the due or
    promised day; ``code`` says what came of it, ``text`` what was written down.
    """

    on: date
    kind: str
    number: str
    amount: int
    currency: str
    document_id: int
    until: date | None = None
    code: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Aggregate:
    """The board as storage sums it: rows in their own currencies, and the newest receipt's day."""

    rows: Sequence[AgingRow]
    last_data: date | None


class AgingReader(Protocol):
    """The queries behind the board."""

    def aggregate(self, query: AgingQuery, wanted: AgingFilter) -> Aggregate:
        """Sum what is open per row key and currency; rows that are all zero are left out."""

    def items(
        self, query: AgingQuery, key: int | None, currency: str | None, wanted: AgingFilter
    ) -> list[OpenItem]:
        """The open items behind a row (all rows for ``key`` None), oldest due first."""

    def events(self, customer_id: int, until: date, limit: int) -> list[Event]:
        """What happened with a customer, newest first."""

    def rates(self, as_of: date) -> Mapping[str, Decimal]:
        """The last rate on or before the day per currency, base units per unit."""

    def base(self) -> str:
        """The company's own currency."""


class AgingService:
    """Answers who owes what since when, as of any day."""

    def __init__(self, reader: AgingReader, today: Callable[[], date]) -> None:
        self._reader = reader
        self._today = today

    def board(
        self, query: AgingQuery, wanted: AgingFilter | None = None, control: Control | None = None
    ) -> AgingBoard:
        """The board; greatest balance first. Raises ``DomainError`` for bad buckets or a region unknown."""
        wanted = wanted or AgingFilter()
        control = control or Silent()
        query = replace(query, limits=bucket_limits(query.limits))
        found = self._reader.aggregate(query, wanted)
        control.progress(1, 2, "aging.reading")
        base = self._reader.base()
        rows: Iterable[AgingRow] = found.rows
        missing: tuple[str, ...] = ()
        if query.in_base:
            rates = self._reader.rates(query.as_of)
            missing = tuple(sorted({r.currency for r in found.rows} - rates.keys() - {base}))
            rows = in_base(found.rows, base, rates)
        kept = [row for row in rows if _kept(row, wanted)]
        kept.sort(key=lambda row: (row.currency != base, -row.balance, row.label))
        totals = tuple(sum_rows(kept, base))
        return AgingBoard(query, base, tuple(kept), totals, missing, found.last_data)

    def items(
        self,
        query: AgingQuery,
        key: int | None = None,
        currency: str | None = None,
        wanted: AgingFilter | None = None,
    ) -> list[OpenItem]:
        """The open items behind a row of the board; their sum is the row's balance, to the cent."""
        query = replace(query, limits=bucket_limits(query.limits))
        return self._reader.items(query, key, currency, wanted or AgingFilter())

    def events(self, customer_id: int, limit: int = 20, until: date | None = None) -> list[Event]:
        """The last things that happened with a customer up to a day (today), newest first."""
        return self._reader.events(customer_id, until or self._today(), limit)


def in_base(rows: Sequence[AgingRow], base: str, rates: Mapping[str, Decimal]) -> list[AgingRow]:
    """Rows of one key brought together in the base currency, cell by cell.

    Each cell is converted and rounded once, so that buckets still sum to the balance and rows to
    the total; a currency without a rate keeps its own row.
    """
    groups: dict[tuple[int, str], list[AgingRow]] = defaultdict(list)
    for row in rows:
        if row.currency == base or row.currency in rates:
            groups[row.key, base].append(_converted(row, base, rates))
        else:
            groups[row.key, row.currency].append(row)
    return [_joined(same) for same in groups.values()]


def _converted(row: AgingRow, base: str, rates: Mapping[str, Decimal]) -> AgingRow:
    if row.currency == base:
        return row
    rate = rates[row.currency]

    def turn(minor: int) -> int:
        return convert(minor, row.currency, base, rate) if minor else 0

    return replace(
        row,
        currency=base,
        buckets=tuple(turn(amount) for amount in row.buckets),
        receipts=turn(row.receipts),
        credit_notes=turn(row.credit_notes),
        disputed=turn(row.disputed),
        past_due=None if row.past_due is None else turn(row.past_due),
        held=turn(row.held),
    )


def _joined(rows: Sequence[AgingRow]) -> AgingRow:
    if len(rows) == 1:
        return rows[0]
    first, total = rows[0], next(sum_rows(rows, rows[0].currency))
    return replace(total, key=first.key, label=first.label, label_en=first.label_en, code=first.code)


def _kept(row: AgingRow, wanted: AgingFilter) -> bool:
    if wanted.overdue_only and row.overdue <= 0:
        return False
    if wanted.disputed_only and not row.disputed:
        return False
    return wanted.bucket is None or bool(row.buckets[wanted.bucket])
