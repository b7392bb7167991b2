"""Provision for bad debts (坏账准备) by expected credit losses: a matrix of segments and aging buckets.

Amounts are minor units, rates per cent as Decimals. Specific provisions are taken out of the matrix
first; forward-looking scenarios weigh the rates, none above the whole. Sources: IFRS 9 B5.5.35 and
example 12, CAS 22 art. 63 (the simplified approach).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from app.domain.money import round_minor
from app.domain.problem import DomainError

WHOLE = Decimal(100)


class Standard(StrEnum):
    """By which rules the firm accounts: small firms write off directly and provide for nothing."""

    EXPECTED_LOSS = "expected_loss"
    SMALL_FIRMS = "small_firms"


class RateSource(StrEnum):
    """Where a rate comes from."""

    TYPED = "typed"
    ROLL = "roll"
    HISTORY = "history"
    MARKOV = "markov"
    EXAMPLE = "example"


@dataclass(frozen=True, slots=True)
class Scenario:
    """A view of the coming year: its weight in per cent and what it multiplies every rate by."""

    code: str
    weight: Decimal
    multiplier: Decimal


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the matrix: what is open there, taken out as specific, and insured; minor units."""

    segment: str
    bucket: int
    gross: int
    specific: int = 0
    insured: int = 0


@dataclass(frozen=True, slots=True)
class Provided:
    """A cell with its rate (per cent, after the scenarios) and what is provided.

    ``by_insurer`` is the part on the insured amount, at the insurer's own rate.
    """

    cell: Cell
    base_rate: Decimal
    rate: Decimal
    amount: int
    by_insurer: int = 0

    @property
    def basis(self) -> int:
        """What the rate of the buyers is applied to."""
        return self.cell.gross - self.cell.specific - self.cell.insured


@dataclass(frozen=True, slots=True)
class Specific:
    """A debt provided for by itself, outside the matrix: minor units, and why."""

    document_id: int
    customer_id: int
    amount: int
    provided: int
    reason: str


@dataclass(frozen=True, slots=True)
class Provision:
    """The whole provision of a day: matrix, specific ones, and what they add up to; minor units."""

    cells: tuple[Provided, ...]
    specific: tuple[Specific, ...] = ()
    multiplier: Decimal = Decimal(1)
    standard: Standard = Standard.EXPECTED_LOSS
    notes: tuple[str, ...] = field(default=())

    @property
    def matrix(self) -> int:
        """What the matrix provides."""
        return sum(one.amount for one in self.cells)

    @property
    def total(self) -> int:
        """Everything provided."""
        return self.matrix + sum(one.provided for one in self.specific)

    @property
    def gross(self) -> int:
        """Everything that is open."""
        return sum(one.cell.gross for one in self.cells)

    @property
    def cover(self) -> Decimal | None:
        """Provision cover (计提比例) in per cent of what is open; None when nothing is."""
        return Decimal(self.total) * 100 / self.gross if self.gross else None


def multiplier(scenarios: Sequence[Scenario]) -> Decimal:
    """What the scenarios together multiply a rate by; weights make up the whole (``DomainError``)."""
    if not scenarios:
        return Decimal(1)
    if sum(one.weight for one in scenarios) != WHOLE:
        raise DomainError("provision.weights", sum=sum(one.weight for one in scenarios))
    if any(one.weight < 0 or one.multiplier < 0 for one in scenarios):
        raise DomainError("provision.negative")
    return sum((one.weight * one.multiplier for one in scenarios), Decimal(0)) / WHOLE


def provide(
    cells: Sequence[Cell],
    rates: Mapping[tuple[str, int], Decimal],
    *,
    scenarios: Sequence[Scenario] = (),
    specific: Sequence[Specific] = (),
    insurer_rate: Decimal = Decimal(0),
    standard: Standard = Standard.EXPECTED_LOSS,
) -> Provision:
    """The provision: each cell's basis at its rate, capped at the whole, rounded once per cell.

    ``rates`` are per cent by segment and bucket; a segment without own rates takes those of ``""``.
    Firms that write off directly provide for nothing.
    """
    if standard is Standard.SMALL_FIRMS:
        return Provision((), (), Decimal(1), standard)
    by = multiplier(scenarios)
    found = []
    for cell in cells:
        if not 0 <= cell.specific + cell.insured <= max(0, cell.gross):
            raise DomainError("provision.bad_cell", segment=cell.segment, bucket=cell.bucket)
        base = rates.get((cell.segment, cell.bucket), rates.get(("", cell.bucket)))
        if base is None:
            raise DomainError("provision.no_rate", segment=cell.segment, bucket=cell.bucket)
        rate = min(WHOLE, base * by)
        basis = max(0, cell.gross - cell.specific - cell.insured)
        insurer = round_minor(Decimal(cell.insured) * min(WHOLE, insurer_rate) / 100)
        amount = round_minor(Decimal(basis) * rate / 100) + insurer
        found.append(Provided(cell, base, rate, amount, insurer))
    for one in specific:
        if not 0 <= one.provided <= one.amount:
            raise DomainError("provision.bad_specific", amount=one.amount, provided=one.provided)
    return Provision(tuple(found), tuple(specific), by, standard)


@dataclass(frozen=True, slots=True)
class Movement:
    """How a provision came from one day to the next (变动表); minor units; the parts make up the end.

    ``charged`` raises it through profit or loss, ``released`` lowers it, ``written_off`` was used,
    ``recovered`` came back on debts written off.
    """

    begin: int
    charged: int
    released: int
    written_off: int
    recovered: int

    @property
    def end(self) -> int:
        """The provision at the end."""
        return self.begin + self.charged - self.released - self.written_off + self.recovered


def movement(begin: int, end: int, *, written_off: int = 0, recovered: int = 0) -> Movement:
    """The movement between two provisions: what is missing is charged, what is too much released."""
    change = end - (begin - written_off + recovered)
    return Movement(begin, max(0, change), max(0, -change), written_off, recovered)
