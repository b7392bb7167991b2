"""What the policy services need and answer: shapes to begin from, comparisons, limit lists, the review."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from app.domain.policy_period import Buyer, Policy, PolicyState

if TYPE_CHECKING:
    from app.domain.buyer_limit import InForce
    from app.domain.clock import Clock
    from app.domain.insurance_record import LimitDecision
    from app.domain.near_names import NearName
    from app.domain.policy import PolicyTerms
    from app.domain.problem import Problem
    from app.services.cover import CoverService
    from app.services.ports import Store


class KnownBuyer(NamedTuple):
    """A customer as a limit list may name it: any name, code or registration number of it."""

    customer_id: int
    name: str
    code: str
    keys: tuple[str, ...]


class OpenDebt(NamedTuple):
    """What one customer owed by invoices on a day in one currency, minor units, tax included.

    ``net`` is ``taxed`` without its tax; of ``plain`` the tax is not known.
    """

    customer_id: int
    currency: str
    taxed: int
    net: int
    plain: int


class PolicyReader(Protocol):
    """What is read of the company file beside the rows themselves."""

    def home(self) -> str:
        """The company's own country."""

    def base(self) -> str:
        """The company's own currency."""

    def buyers(self, customer_ids: Collection[int] | None) -> Sequence[Buyer]:
        """These customers (None: all) as policies see them, with the policies that name them."""

    def decisions(self, customer_ids: Collection[int] | None) -> Sequence[LimitDecision]:
        """Live decisions on these customers (None: on all), in the order they were made."""

    def known_buyers(self) -> Sequence[KnownBuyer]:
        """Every live customer with its names, code and registration numbers, lower case."""

    def open_debts(self, day: date) -> Sequence[OpenDebt]:
        """What every customer owed by invoices at the end of a day."""

    def paid_on_time(self, customer_ids: Collection[int], since: date, until: date) -> Mapping[int, int]:
        """How many invoices each customer paid by their due date between two days."""


@dataclass(frozen=True, slots=True)
class PolicyDesk:
    """The company file, what is read of it, today, and the rooms beside it.

    ``templates`` is the shipped list of shapes as JSON; ``files`` reads limit lists.
    """

    store: Store
    reader: PolicyReader
    clock: Clock
    templates: Callable[[], str]
    files: LimitFiles
    cover: Callable[[], CoverService]


@dataclass(frozen=True, slots=True)
class PolicyView:
    """A policy, how it stands today, and its neighbours in the line of renewals."""

    policy: Policy
    state: PolicyState
    previous: Policy | None = None
    following: Policy | None = None


@dataclass(frozen=True, slots=True)
class LimitInForce:
    """A buyer's limit on a day and the policy it stands under; ``why_none`` where there is no limit."""

    policy: Policy
    limit: InForce | None
    why_none: str = ""


# -- shapes and comparisons ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PolicyTemplate:
    """A common shape: usual values, never facts about a policy; names, sources and texts by language.

    ``sources`` says per clause where the value was published, or that it is only usual; ``texts`` holds
    clauses of words.
    """

    code: str
    names: Mapping[str, str]
    terms: PolicyTerms
    sources: Mapping[str, Mapping[str, str]]
    read_on: date
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Compared:
    """One column of a comparison: a stored policy, or a template (``policy`` None)."""

    terms: PolicyTerms
    currency: str
    policy: Policy | None = None
    template: PolicyTemplate | None = None


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """One clause in every column: its values as the policies hold them, and where each says so."""

    group: str
    clause: str
    values: tuple[object, ...]
    where: tuple[str, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Policies side by side, clause by clause in the order of the guide."""

    columns: tuple[Compared, ...]
    rows: tuple[ClauseRow, ...]


# -- limit lists --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ReadLimit:
    """One row of an insurer's list as it stands; minor units of ``currency``, None where it says nothing.

    ``outcome`` is a decision's, or "" where the list has no such column.
    """

    row: int
    buyer: str
    code: str
    currency: str
    amount: int | None
    requested: int | None = None
    outcome: str = ""
    kind: str = ""
    on: date | None = None
    effective: date | None = None
    until: date | None = None
    terms_days: int | None = None
    method: str = ""
    conditions: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class LimitSheet:
    """What a file of limits holds; ``roles`` are the fields it has columns for."""

    name: str
    limits: tuple[ReadLimit, ...]
    problems: tuple[Problem, ...]
    roles: frozenset[str] = frozenset()


class LimitFiles(Protocol):
    """Reads limit lists; ``currency`` is that of rows which name none."""

    def __call__(self, path: Path, currency: str) -> LimitSheet:
        """The rows of a CSV file or workbook; ``EnvironmentFaultError`` where there is no table."""


class ListChange(StrEnum):
    """What a row of a list does to a buyer's history."""

    NEW = "new"
    RAISED = "raised"
    REDUCED = "reduced"
    ENDED = "ended"
    REFUSED = "refused"
    CHANGED = "changed"
    REQUESTED = "requested"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class PlannedLimit:
    """A row matched to a customer: the decision it would add and the amount in force before it."""

    row: int
    customer_id: int
    customer: str
    change: ListChange
    decision: LimitDecision
    before: int | None = None

    @property
    def adds(self) -> bool:
        """Whether taking the list in adds this decision."""
        return self.change is not ListChange.SAME


@dataclass(frozen=True, slots=True)
class UnknownBuyer:
    """A row whose buyer is no customer (or several): the nearest names, the best first."""

    row: int
    buyer: str
    code: str
    amount: int | None
    near: tuple[NearName, ...] = ()


@dataclass(frozen=True, slots=True)
class LimitPlan:
    """What taking a list in would do; nothing is stored until ``take``.

    ``absent`` are buyers with a limit under the policy whom the list does not name: they keep it.
    ``sheet`` is the file as read, for planning anew once unknown buyers are matched.
    """

    name: str
    policy: Policy
    limits: tuple[PlannedLimit, ...]
    unknown: tuple[UnknownBuyer, ...]
    absent: tuple[tuple[int, str, InForce], ...]
    problems: tuple[Problem, ...]
    sheet: LimitSheet

    @property
    def added(self) -> tuple[PlannedLimit, ...]:
        """The rows that add a decision."""
        return tuple(one for one in self.limits if one.adds)


# -- the review of limits -----------------------------------------------------------------------


class Finding(StrEnum):
    """What a review of a buyer's limit found."""

    NONE = "none"
    OVER = "over"
    TIGHT = "tight"
    UNUSED = "unused"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    REFUSED = "refused"
    NO_EVIDENCE = "no_evidence"
    OLD_EVIDENCE = "old_evidence"
    PENDING = "pending"


class Ask(StrEnum):
    """What to ask the insurer for, or to do ourselves."""

    REQUEST = "request"
    RAISE = "raise"
    LOWER = "lower"
    RETURN = "return"
    RENEW = "renew"
    EVIDENCE = "evidence"
    CHASE = "chase"
    COLLECT = "collect"


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A buyer's limit under a policy in review; minor units of the policy's currency.

    ``used`` fills the limit now, ``peak`` is the most that was open at the ends of the last months,
    ``over`` is open beyond the limit, ``suggested`` what to ask for. ``fee`` is a year's fee for the limit.
    ``on_time`` counts invoices of the last twelve months paid by their due date: evidence for discretion.
    ``done_on`` is the day of this quarter on which somebody marked it done.
    """

    policy: Policy
    customer_id: int
    customer: str
    limit: InForce | None
    used: int
    peak: int
    over: int
    findings: tuple[Finding, ...]
    asks: tuple[Ask, ...]
    suggested: int | None = None
    fee: int = 0
    on_time: int = 0
    until: date | None = None
    pending: LimitDecision | None = None
    decision: LimitDecision | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class LimitReview:
    """The quarterly review: rows with something to do first, and the sums of the whole, by policy.

    ``unused`` is granted and not needed by the last months' peaks; ``short`` is open beyond limits.
    """

    as_of: date
    rows: tuple[ReviewRow, ...]
    granted: Mapping[int, int] = field(default_factory=dict)
    unused: Mapping[int, int] = field(default_factory=dict)
    short: Mapping[int, int] = field(default_factory=dict)
    fees: Mapping[int, int] = field(default_factory=dict)

    @property
    def to_do(self) -> tuple[ReviewRow, ...]:
        """The rows with something to ask for or to do that nobody has marked done."""
        return tuple(row for row in self.rows if row.asks and row.done_on is None)
