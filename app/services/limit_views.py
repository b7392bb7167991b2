"""What limits show and what they ask of storage and of the services beside them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from app.domain.credit_limit import Limit, LimitState
from app.domain.credit_record import CreditLimit, GradeOverride
from app.domain.downturn import TermsInForce
from app.domain.money import Money
from app.domain.scorecard import Grade

if TYPE_CHECKING:
    from app.domain.credit_file import FinancialStatement
    from app.domain.credit_record import StoredAssessment
    from app.domain.exposure import ExposureRow, OrderLine

NEAR_PERCENT = Decimal(85)
"""Use of a limit from which it is nearly full."""


@dataclass(frozen=True, slots=True)
class LimitView:
    """A customer's (or group's) limit on a day, the record behind it and the terms that go with it.

    ``terms`` are those in force, the downturn profile applied where it covers the customer
    (``downturn``); ``grade`` None where nobody scored it.
    """

    limit: Limit
    record: CreditLimit | None
    terms: TermsInForce | None = None
    grade: Grade | None = None
    downturn: bool = False


@dataclass(frozen=True, slots=True)
class Usage:
    """How far a limit is used: ``used`` and ``left`` in its currency, ``percent`` None without a limit.

    ``missing`` are currencies without a rate: what is owed in them is not in ``used``.
    """

    limit: Limit
    used: Money
    left: Money | None
    percent: Decimal | None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupPool:
    """A group's shared limit, what all members use of it together, and who they are."""

    group_id: int
    name: str
    limit: Limit
    usage: Usage
    members: tuple[int, ...]


class LimitStanding(StrEnum):
    """How a customer stands with its limit, the one word a list is narrowed by."""

    WITHIN = "within"
    NEAR = "near"
    OVER = "over"
    STOPPED = "stopped"
    NONE = "none"
    NOT_CHECKED = "not_checked"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class LimitRow:
    """A customer's line in the list of limits; ``record`` is what was decided last, also when it is over.

    ``limit_base`` and ``used_base`` are minor units of the own currency (None without a rate); ``pool``
    is the nearest shared limit the customer draws on; ``tight`` while the downturn profile covers it.
    """

    customer: Traits
    grade: Grade | None
    limit: Limit
    record: CreditLimit | None
    usage: Usage
    limit_base: int | None
    used_base: int | None
    terms: TermsInForce | None
    tight: bool = False
    pool: GroupPool | None = None

    @property
    def standing(self) -> LimitStanding:
        """Stopped goes before over; a limit whose last day is past has expired."""
        limit, left = self.limit, self.usage.left
        if limit.state is LimitState.NOT_CHECKED:
            return LimitStanding.NOT_CHECKED
        if limit.amount is None or left is None:
            ended = self.record is not None and self.record.state == LimitState.SET
            return LimitStanding.EXPIRED if ended else LimitStanding.NONE
        if not limit.amount.minor:
            return LimitStanding.STOPPED
        if left.minor < 0:
            return LimitStanding.OVER
        used = self.usage.percent or Decimal(0)
        return LimitStanding.NEAR if used > NEAR_PERCENT else LimitStanding.WITHIN


@dataclass(frozen=True, slots=True)
class OverrideRow:
    """One override of the register; ``up`` lifts the grade, ``running`` while it has not expired."""

    override: GradeOverride
    customer: str
    up: bool
    notches: int
    running: bool
    customer_en: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """Overrides of a span of days, with their share of the assessments made in it (None: none made).

    ``outcomes`` counts how they turned out, "" for not yet known; ``by_person`` by who approved.
    """

    rows: tuple[OverrideRow, ...]
    assessments: int
    rate: Decimal | None
    outcomes: Mapping[str, int] = field(default_factory=dict)
    by_person: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DownturnRow:
    """What the downturn profile does to one customer."""

    customer_id: int
    customer: str
    grade: Grade
    before: TermsInForce
    after: TermsInForce
    customer_en: str = ""


@dataclass(frozen=True, slots=True)
class Debt:
    """What a customer owes in one currency as of a day; minor units.

    ``unapplied`` (receipts and credit notes on account) is ≤ 0; ``returned`` what came back and is
    owed again under its own document; ``recourse`` bills passed on for which we still stand.
    """

    customer_id: int
    currency: str
    items: int = 0
    returned: int = 0
    unapplied: int = 0
    recourse: int = 0


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """An open order and what the ledger knows of it: invoiced by its number, and paid on these."""

    order_id: int
    customer_id: int
    number: str
    on: date
    currency: str
    line: OrderLine
    invoiced: int = 0
    paid: int = 0


@dataclass(frozen=True, slots=True)
class Traits:
    """What the downturn profile asks of a customer, and how it is called."""

    customer_id: int
    name: str
    country: str
    industry: str
    group_id: int | None
    code: str = ""
    name_en: str = ""


class LimitReader(Protocol):
    """Queries behind limits; ``app.storage.readers.limits`` answers them."""

    def limits(
        self, *, customer_ids: Collection[int] | None = None, group_ids: Collection[int] | None = None
    ) -> list[CreditLimit]:
        """Live limits of these customers or groups, by start and id; None for none of that kind."""

    def assessments(self, customer_ids: Collection[int] | None, on: date) -> Mapping[int, StoredAssessment]:
        """The last final assessment of each customer made by a day, whether or not still valid."""

    def overrides(self, assessment_ids: Collection[int], on: date) -> Mapping[int, GradeOverride]:
        """The override running on a day of each assessment that has one."""

    def register(self, start: date, end: date) -> tuple[list[tuple[GradeOverride, str]], int]:
        """Overrides of a span with the customers' names, the newest first; how many assessments it saw."""

    def sales(self, customer_id: int, start: date, end: date) -> Mapping[tuple[int, int], Mapping[str, int]]:
        """Invoices less credit notes per month and currency, minor units; both days counted."""

    def revenue(self, start: date, end: date) -> Mapping[str, int]:
        """Our own invoices less credit notes of all customers, per currency."""

    def delay(self, customer_id: int, start: date, end: date) -> int | None:
        """Amount-weighted whole days late of what was paid in the span, early as 0; None if nothing was."""

    def debts(self, customer_ids: Collection[int] | None, as_of: date) -> list[Debt]:
        """What is owed per customer and currency."""

    def rows(self, customer_ids: Collection[int], as_of: date) -> list[ExposureRow]:
        """The documents and bills behind the debts; orders are behind ``orders``."""

    def orders(self, customer_ids: Collection[int] | None, as_of: date) -> list[OrderFacts]:
        """Open orders placed by a day, by day and id."""

    def traits(self, customer_ids: Collection[int] | None) -> Mapping[int, Traits]:
        """Name, country, industry and group of live customers."""

    def members(self, group_ids: Collection[int]) -> Mapping[int, tuple[int, ...]]:
        """The live customers of each group and of the groups below it."""

    def groups_of(self, group_id: int) -> tuple[int, ...]:
        """A group and those it lies in, the nearest first."""

    def group_names(self) -> Mapping[int, str]:
        """Names of groups by id."""

    def rates(self, as_of: date) -> Mapping[str, Decimal]:
        """The last rate on or before the day per currency, base units per unit."""

    def base(self) -> str:
        """The company's own currency."""


class Statements(Protocol):
    """Where a customer's financial statements come from."""

    def __call__(self, customer_id: int) -> Sequence[FinancialStatement]:
        """All of them, in any order."""


class Insurance(Protocol):
    """What a credit insurer covers; a company without a policy has none."""

    def limit_of(self, customer_id: int, on: date) -> Money | None:
        """The insurer's limit in force on a day."""
