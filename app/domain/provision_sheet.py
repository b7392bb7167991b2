"""A provision as it is shown, printed and booked: matrix, rates with their sources, what was taken out, why.

Amounts are minor units of the base currency, rates per cent. Every cell: specific + insured + basis = gross.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from app.domain.aging import bucket
from app.domain.calendar import day_of_month
from app.domain.loss_history import Derivation
from app.domain.provision import Movement, Provision, RateSource, Standard
from app.domain.provision_policy import YEAR_ENDS, Ageing, ProvisionPolicy


@dataclass(frozen=True, slots=True)
class Buckets:
    """The buckets of a matrix: by days overdue (upper ages but the last), or by years since the invoice."""

    ageing: Ageing
    limits: tuple[int, ...] = (30, 60, 90)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(YEAR_ENDS) + 1 if self.ageing is Ageing.YEARS else len(self.limits) + 2

    @property
    def starts(self) -> tuple[int, ...]:
        """The age at which each begins: days overdue (0: not due), or whole years."""
        if self.ageing is Ageing.YEARS:
            return (0, *YEAR_ENDS)
        return (0, 1, *(limit + 1 for limit in self.limits))

    @property
    def monthly(self) -> bool:
        """Whether each bucket between the first and the last is about a month wide, as roll rates need."""
        edges = (0, *self.limits)
        return all(28 <= later - sooner <= 31 for sooner, later in pairwise(edges))  # noqa: PLR2004 - days of a month

    def place(self, aged: date, day: date) -> int:
        """The bucket on a day of what is counted from ``aged``: a due date, or an invoice's."""
        if self.ageing is Ageing.BOARD:
            return bucket((day - aged).days, self.limits)
        return sum(day > day_of_month(aged.year + years, aged.month, aged.day) for years in YEAR_ENDS)

    def reached(self, aged: date, place: int) -> date:
        """The first day on which something counted from ``aged`` is in bucket ``place`` (1 or above)."""
        if self.ageing is Ageing.BOARD:
            return aged + timedelta(days=self.starts[place])
        return day_of_month(aged.year + place, aged.month, aged.day) + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RateLine:
    """One rate of the table: where it comes from, what was asked for, and why it is another.

    ``note`` is what a typed rate rests on, or where an example comes from. ``why`` is a code.
    """

    segment: str
    bucket: int
    rate: Decimal
    source: RateSource
    asked: RateSource
    why: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProvisionItem:
    """One open invoice (or part of one) behind a cell, base currency.

    ``open`` less ``credits`` makes up its gross; of that ``specific`` and ``insured`` leave the matrix.
    ``insured_open`` is the whole insured part, own share included, whether it is taken out or not.
    """

    document_id: int
    customer_id: int
    number: str
    customer: str
    doc_date: date
    due: date
    currency: str
    segment: str
    bucket: int
    open: int
    credits: int = 0
    specific: int = 0
    insured: int = 0
    insured_open: int = 0
    customer_en: str = ""

    @property
    def gross(self) -> int:
        """What is open after credits on account."""
        return self.open - self.credits

    @property
    def basis(self) -> int:
        """What the matrix's rate is applied to."""
        return self.gross - self.specific - self.insured


@dataclass(frozen=True, slots=True)
class SpecificLine:
    """A debt provided for by itself: what is owed, the share of it, and why. Base currency.

    ``insured`` is what an insurer covers of it, own share included: shown, not counted.
    """

    record_id: int
    document_id: int
    customer_id: int
    customer: str
    number: str
    start: date
    until: date | None
    share: Decimal
    reason: str
    amount: int
    provided: int
    insured: int = 0
    note: str = ""
    customer_en: str = ""


@dataclass(frozen=True, slots=True)
class Counterparty:
    """An insurer behind part of the debts: what is insured, what it would pay, and our own share of it.

    ``out`` is what left the matrix, ``provided`` what is provided for the insurer's own default.
    """

    insurer: str
    policy: str
    insured: int
    pays: int
    out: int = 0
    provided: int = 0

    @property
    def own_share(self) -> int:
        """What of the insured part stays ours, in the matrix."""
        return self.insured - self.pays


@dataclass(frozen=True, slots=True)
class OnAccountSum:
    """Credits on account: all of them, what came off debts, and what is more than the debts."""

    total: int = 0
    used: int = 0

    @property
    def left(self) -> int:
        """What customers have with us beyond what they owe: a debt of ours, no debt below zero."""
        return self.total - self.used


@dataclass(frozen=True, slots=True)
class ProvisionSheet:
    """The provision of a day with everything it rests on.

    ``segments`` are in the order shown; ``names`` says those that have names of their own. ``missing`` are
    currencies without a rate: they are in no sum. ``run_id`` is not 0 where it was booked.
    """

    as_of: date
    base: str
    policy: ProvisionPolicy
    buckets: Buckets
    result: Provision
    rates: tuple[RateLine, ...] = ()
    segments: tuple[str, ...] = ("",)
    names: Mapping[str, str] = field(default_factory=dict)
    derivations: tuple[Derivation, ...] = ()
    specifics: tuple[SpecificLine, ...] = ()
    counterparties: tuple[Counterparty, ...] = ()
    on_account: OnAccountSum = OnAccountSum()
    missing: tuple[str, ...] = ()
    items: tuple[ProvisionItem, ...] = ()
    gross: int = 0
    run_id: int = 0

    @property
    def total(self) -> int:
        """Everything provided."""
        return self.result.total

    @property
    def specific(self) -> int:
        """What is provided by itself, outside the matrix."""
        return sum(one.provided for one in self.specifics)

    @property
    def cover(self) -> Decimal | None:
        """Provision cover (计提比例) in per cent of the debts; None when nothing is owed."""
        return Decimal(self.total) * 100 / self.gross if self.gross else None

    @property
    def small_firm(self) -> bool:
        """Whether the firm writes off directly and provides for nothing."""
        return self.policy.standard is Standard.SMALL_FIRMS

    @property
    def rests_on_examples(self) -> bool:
        """Whether any rate in use is still an example of the program's."""
        used = {(one.cell.segment, one.cell.bucket) for one in self.result.cells if one.basis}
        return any(
            one.source is RateSource.EXAMPLE and (one.segment, one.bucket) in used for one in self.rates
        )

    def behind(self, segment: str | None = None, bucket_: int | None = None) -> list[ProvisionItem]:
        """The items behind a cell, a row or a column."""
        return [one for one in self.items if segment in {None, one.segment} and bucket_ in {None, one.bucket}]


@dataclass(frozen=True, slots=True)
class BookedRun:
    """A provision booked for a day; ``sheet`` is what was booked."""

    id: int
    as_of: date
    currency: str
    total: int
    gross: int
    standard: Standard
    method: str
    booked_on: date | None
    by: str
    note: str
    last: bool = False

    @property
    def cover(self) -> Decimal | None:
        """Provision cover in per cent of the debts."""
        return Decimal(self.total) * 100 / self.gross if self.gross else None


@dataclass(frozen=True, slots=True)
class MovementSheet:
    """How the provision came from one day to another; ``begin_on`` None: from nothing."""

    begin_on: date | None
    end_on: date
    base: str
    movement: Movement
    missing: tuple[str, ...] = ()


class Side(StrEnum):
    """Which side of the journal."""

    DEBIT = "debit"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Posting:
    """One line of the journal: what it is for, which side, which account, how much (base currency)."""

    what: str
    side: Side
    account: str
    amount: int


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What the provision would be if one thing were otherwise: ``code`` with ``params`` says what."""

    code: str
    total: int
    change: int
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CellChange:
    """How a cell moved between two days: what more or less debt did, and what another rate did.

    ``volume`` + ``rate`` = the change in what is provided.
    """

    segment: str
    bucket: int
    gross_before: int
    gross_after: int
    before: int
    after: int
    volume: int

    @property
    def change(self) -> int:
        """What more (or less) is provided."""
        return self.after - self.before

    @property
    def rate(self) -> int:
        """The part of the change that another rate brought."""
        return self.change - self.volume


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two provisions beside each other, cell by cell; ``specific`` is outside the cells."""

    before: ProvisionSheet
    after: ProvisionSheet
    cells: tuple[CellChange, ...]

    @property
    def specific(self) -> int:
        """What specific provisions changed by."""
        return self.after.specific - self.before.specific

    @property
    def change(self) -> int:
        """The whole change."""
        return self.after.total - self.before.total


@dataclass(frozen=True, slots=True)
class Proposal:
    """A debt that ought to be looked at by itself: who, why, and an example share to begin with.

    ``rule`` is the code of what was found, ``since`` when; without a document it is all the customer owes.
    """

    customer_id: int
    customer: str
    rule: str
    share: Decimal
    amount: int
    since: date | None = None
    document_id: int = 0
    number: str = ""
    customer_en: str = ""


@dataclass(frozen=True, slots=True)
class WriteOffDue:
    """A debt that may be written off directly: what ground there is, by which note on law. Base currency."""

    document_id: int
    customer_id: int
    customer: str
    number: str
    due: date
    amount: int
    grounds: tuple[str, ...]
    customer_en: str = ""


def changes(before: Provision, after: Provision) -> list[CellChange]:
    """Cell by cell what moved: the old rate on the new basis is volume, the rest is the rate's."""
    old = {(one.cell.segment, one.cell.bucket): one for one in before.cells}
    new = {(one.cell.segment, one.cell.bucket): one for one in after.cells}
    found = []
    for key in sorted(old.keys() | new.keys()):
        was, now = old.get(key), new.get(key)
        kept = was.rate if was is not None else now.rate if now is not None else Decimal(0)
        basis = (now.basis if now else 0) - (was.basis if was else 0)
        insurer = (now.by_insurer if now else 0) - (was.by_insurer if was else 0)
        found.append(
            CellChange(
                *key,
                was.cell.gross if was else 0,
                now.cell.gross if now else 0,
                was.amount if was else 0,
                now.amount if now else 0,
                int((Decimal(basis) * kept / 100).to_integral_value()) + insurer,
            )
        )
    return found
