"""What the health check asks of storage and of the services beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import date

    from app.domain.credit_record import CreditLimit
    from app.domain.document import Dispute, Promise, Rate
    from app.domain.measure_record import ProvisionRun
    from app.domain.payment import Payment
    from app.domain.review import ReviewFacts
    from app.domain.scorecard import Grade
    from app.services.cover_views import CoverBook
    from app.services.health_ledger import DatedSums
    from app.services.health_views import Benchmark
    from app.services.settings import SettingService


class Settled(NamedTuple):
    """What was set against a document on a day, minor units of its currency."""

    on: date
    amount: int


@dataclass(frozen=True, slots=True)
class Contested:
    """A disputed invoice, all its disputes, and what was set against it by day."""

    document_id: int
    number: str
    customer_id: int
    currency: str
    doc_date: date
    amount: int
    disputes: tuple[Dispute, ...]
    settled: tuple[Settled, ...]

    def open_on(self, day: date) -> int:
        """What of it was open on a day, minor units."""
        if day < self.doc_date:
            return 0
        return self.amount - sum(one.amount for one in self.settled if one.on <= day)


class Lost(NamedTuple):
    """Money of a day: ``kind`` write_off, recovery or indemnity; minor units; ``row_id`` of its record."""

    kind: str
    row_id: int
    customer_id: int
    number: str
    on: date
    currency: str
    amount: int


class PaidLine(NamedTuple):
    """What a receipt paid of an invoice, and how many days after its due date (below 0: early)."""

    document_id: int
    number: str
    customer_id: int
    on: date
    due: date
    currency: str
    amount: int


class Excepted(NamedTuple):
    """Somebody went beyond a rule: ``kind`` override (of a grade) or release (of an order); who approved."""

    kind: str
    row_id: int
    customer_id: int
    on: date
    by: str
    was: str
    now: str


class Older(NamedTuple):
    """What a customer had open in a currency beyond an age on a day, minor units."""

    customer_id: int
    currency: str
    amount: int


class Trait(NamedTuple):
    """Where a customer belongs: its region's name and the code of its industry, "" for none."""

    region: str
    industry: str


class HealthReader(Protocol):
    """Set-based queries behind the figures; none is asked period by period."""

    def sums(self, until: date, limits: Sequence[int]) -> DatedSums:
        """Everything that adds up to figures, by day, up to a day; open debits older than the limits."""

    def balances(self, days: Sequence[date]) -> Mapping[date, Sequence[tuple[int, str, int]]]:
        """Per day: customer, currency and what it owes net of credits, minor units; by customer."""

    def older(self, day: date, age: int) -> Sequence[Older]:
        """Open debits more than ``age`` days past due on a day, by customer and currency; −1 for all."""

    def sold(self, start: date, end: date) -> Sequence[tuple[int, str, int]]:
        """Per customer and currency: invoices less credit notes of the span."""

    def contested(self, until: date) -> Sequence[Contested]:
        """Every invoice disputed by a day."""

    def lost(self, start: date, end: date) -> Sequence[Lost]:
        """Bad debts written off, recoveries and insurers' payments of a span."""

    def paid(self, start: date, end: date) -> Sequence[PaidLine]:
        """What receipts of a span paid, invoice by invoice; those taken back within it left out."""

    def promises(self) -> Sequence[Promise]:
        """All promises."""

    def payments(self, customer_ids: Collection[int], since: date, until: date) -> Sequence[Payment]:
        """Receipts by which promises are judged, as they stood on the last day."""

    def exceptions(self, until: date) -> Sequence[Excepted]:
        """Overrides of grades and releases of orders made by a day."""

    def limits(self) -> Sequence[CreditLimit]:
        """All limits of single customers, by start."""

    def assessments(self, days: Sequence[tuple[date, date]]) -> Sequence[int]:
        """How many assessments were finished from each first day to its last."""

    def provisions(self, until: date) -> Sequence[ProvisionRun]:
        """Provisions booked for a day up to this one, the earliest first."""

    def reviews(self, owing: Mapping[date, Collection[int]]) -> Mapping[date, Sequence[ReviewFacts]]:
        """What decides on reviews as known on each day; ``owing`` are those that owed on it."""

    def state(self) -> int:
        """Which state of the file this is: nothing changes without a higher one."""

    def first_day(self) -> date | None:
        """The day of the first document."""

    def first_sale(self) -> date | None:
        """The day of the first invoice or credit note."""

    def names(self, customer_ids: Collection[int]) -> Mapping[int, str]:
        """What customers are called."""

    def traits(self) -> Mapping[int, Trait]:
        """Region and industry of customers."""

    def rates(self) -> Sequence[Rate]:
        """All dated rates."""

    def base(self) -> str:
        """The company's own currency."""


class Insured(Protocol):
    """What is needed of cover."""

    def since(self) -> date | None:
        """The first day any policy was in force; None without one."""

    def book(self, as_of: date) -> CoverBook:
        """The cover of all open invoices on a day."""


@dataclass(frozen=True, slots=True)
class HealthDesk:
    """What is read, the services beside it, and the company's choices."""

    reader: HealthReader
    settings: SettingService
    insured: Insured
    grades: Callable[[date], Mapping[int, Grade]]
    review_months: Callable[[Mapping[int, Grade], date], Mapping[int, int]]
    today: Callable[[], date]
    bucket_limits: Callable[[], tuple[int, ...]]
    country: Callable[[], str]
    benchmarks: Callable[[], Sequence[Benchmark]]
