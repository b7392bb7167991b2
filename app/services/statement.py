"""Statements of account: what was open, what moved, what is open now, for one customer or many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from app.domain.aging import AgingQuery, OpenItem
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import DEBITS
from app.domain.statement import Statement, StatementCurrency, StatementLine
from app.services.aging import AgingFilter, AgingReader
from app.services.ports import CancelledError, Control, Silent, Store

T = TypeVar("T")
CONVERSION = "conversion"
_BATCH = 200
_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Movement:
    """What changed a customer's balance in a currency; ``amount`` is positive minor units.

    ``kind`` is a ``DocumentKind`` (with its reason, as in ``write_off.discount``), or ``CONVERSION``: a
    debit settled by a credit of another currency leaves the one account and the credit leaves the
    other. ``side`` is +1 for a debit, −1 for a credit.
    """

    customer_id: int
    currency: str
    on: date
    kind: str
    number: str
    reference: str
    due_date: date | None
    amount: int
    side: int


class StatementReader(Protocol):
    """The queries behind a statement."""

    def openings(self, customer_ids: Sequence[int], start: date) -> Mapping[tuple[int, str], int]:
        """Balance before ``start`` per customer and currency, signed minor units."""

    def movements(self, customer_ids: Sequence[int], start: date, as_of: date) -> list[Movement]:
        """Documents and conversions dated from ``start`` to ``as_of``, both included, in order."""


class StatementService:
    """Builds statements from the ledger; closing is always the sum of the open items."""

    def __init__(
        self, store: Store, reader: StatementReader, aging: AgingReader, company: Callable[[], Company]
    ) -> None:
        self._store = store
        self._reader = reader
        self._aging = aging
        self._company = company

    def build(self, customer_id: int, as_of: date, start: date | None = None) -> Statement:
        """One customer's statement; from the start of the quarter before ``as_of``'s unless told."""
        self._store.get(Customer, customer_id)
        return self.build_many([customer_id], as_of, start)[0]

    def build_many(
        self,
        customer_ids: Sequence[int],
        as_of: date,
        start: date | None = None,
        control: Control | None = None,
    ) -> list[Statement]:
        """Statements in the order asked for; customers that are gone are left out."""
        control = control or Silent()
        begin = min(start or default_start(as_of), as_of)
        company = self._company()
        made: list[Statement] = []
        for at in range(0, len(customer_ids), _BATCH):
            if control.cancelled():
                raise CancelledError
            control.progress(at, len(customer_ids), "statement.building")
            made += self._batch(company, customer_ids[at : at + _BATCH], begin, as_of, len(made))
        return made

    def _batch(
        self, company: Company, ids: Sequence[int], start: date, as_of: date, before: int
    ) -> list[Statement]:
        customers = {each.id: each for each in self._store.find(Customer, id=list(ids))}
        openings = self._reader.openings(ids, start)
        movements = _by_section(
            (m.customer_id, m.currency, m) for m in self._reader.movements(ids, start, as_of)
        )
        query = AgingQuery(as_of, limits=company.bucket_limits)
        found = self._aging.items(query, None, None, AgingFilter(customer_ids=ids))
        items = _by_section((item.customer_id, item.currency, item) for item in found)
        statements: list[Statement] = []
        for customer_id in ids:
            if customer_id not in customers:
                continue
            keys = {key for key in (*openings, *movements, *items) if key[0] == customer_id}
            made = (
                _section(
                    key[1], openings.get(key, 0), movements.get(key, ()), items.get(key, ()), query.limits
                )
                for key in sorted(keys, key=lambda key: (key[1] != company.currency, key[1]))
            )
            sections = tuple(each for each in made if each.lines or each.items or each.opening)
            number = f"DZ-{as_of:%Y%m%d}-{before + len(statements) + 1:03d}"
            statements.append(Statement(company, customers[customer_id], number, start, as_of, sections))
        return statements


def default_start(as_of: date) -> date:
    """The first day of the quarter before the one ``as_of`` lies in: three to six months of movements."""
    quarter = (as_of.month - 1) // _QUARTER
    year, quarter = (as_of.year, quarter - 1) if quarter else (as_of.year - 1, 3)
    return date(year, quarter * _QUARTER + 1, 1)


def _by_section(rows: Iterable[tuple[int, str, T]]) -> dict[tuple[int, str], list[T]]:
    found: dict[tuple[int, str], list[T]] = defaultdict(list)
    for customer_id, currency, row in rows:
        found[customer_id, currency].append(row)
    return found


def _section(
    currency: str,
    opening: int,
    movements: Sequence[Movement],
    items: Sequence[OpenItem],
    limits: tuple[int, ...],
) -> StatementCurrency:
    lines = running(opening, movements)
    buckets = [0] * (len(limits) + 2)
    unapplied = 0
    for item in items:
        if item.kind in DEBITS:
            buckets[item.bucket] += item.open
        else:
            unapplied += item.open
    return StatementCurrency(
        currency=currency,
        opening=opening,
        lines=tuple(lines),
        closing=lines[-1].balance if lines else opening,
        limits=limits,
        buckets=tuple(buckets),
        unapplied=unapplied,
        items=tuple(items),
    )


def running(opening: int, movements: Iterable[Movement]) -> list[StatementLine]:
    """Movements with the balance after each: opening plus debits less credits so far."""
    lines = []
    balance = opening
    for each in movements:
        debit, credit = (each.amount, 0) if each.side > 0 else (0, each.amount)
        balance += debit - credit
        lines.append(
            StatementLine(
                each.on, each.kind, each.number, each.reference, each.due_date, debit, credit, balance
            )
        )
    return lines
