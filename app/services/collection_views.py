"""What the collection pages, the dunning run and the work list ask, and the values they are shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.domain.activity import Activity, Attachment
from app.domain.dispute import DisputeState
from app.domain.document import Dispute, Promise
from app.domain.payment import Payment
from app.domain.payment_plan import PaymentPlan, PlanItem, PlanPart
from app.domain.plan_judging import PartStanding, PlanState, Settled
from app.domain.promise import PromiseState


@dataclass(frozen=True, slots=True)
class ActivityView:
    """An entry of the activity log with the customer and the invoice it names."""

    activity: Activity
    customer: str
    number: str = ""
    attachments: int = 0


@dataclass(frozen=True, slots=True)
class PromiseView:
    """A promise as judged on a day; amounts in minor units of ``promise.currency``.

    ``paid`` came by the promised day, ``late`` after it; ``days_late`` until all of it was there,
    or until the day asked about. ``judged_on`` is None while the promise is open.
    """

    promise: Promise
    customer: str
    state: PromiseState
    paid: int = 0
    late: int = 0
    days_late: int = 0
    judged_on: date | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class DisputeView:
    """A dispute as of a day; amounts in minor units of ``currency``.

    ``contested`` is what it holds back of the invoice's ``open`` amount, ``days`` how long it has
    run (or ran), ``past_target`` the days since its target passed, 0 while it has not.
    """

    dispute: Dispute
    number: str
    customer_id: int
    customer: str
    currency: str
    open: int
    contested: int
    state: DisputeState
    days: int
    past_target: int = 0
    credit_note: str = ""


@dataclass(frozen=True, slots=True)
class DisputeQuery:
    """Which disputes, the oldest first."""

    customer_id: int | None = None
    document_id: int | None = None
    open_only: bool = False


@dataclass(frozen=True, slots=True)
class DisputeDays:
    """How long disputes take: those running on a day, and those resolved in the year before it.

    The averages are in days, None where there are none; ``overdue`` counts those past their target.
    """

    running: int
    overdue: int
    running_days: int | None
    resolved: int
    resolved_days: int | None


@dataclass(frozen=True, slots=True)
class PlanItemView:
    """An invoice in a plan: what the plan holds of it and what is open of it on the day."""

    item: PlanItem
    number: str
    due_date: date | None
    open: int


@dataclass(frozen=True, slots=True)
class PlanView:
    """A payment plan as judged on a day; minor units of ``plan.currency``."""

    plan: PaymentPlan
    customer: str
    state: PlanState
    total: int
    interest: int
    paid: int
    parts: tuple[PartStanding, ...]
    items: tuple[PlanItemView, ...]
    next_part: PlanPart | None = None
    broken_on: date | None = None


@dataclass(frozen=True, slots=True)
class BadDebtRow:
    """One write-off of the register; ``recovered`` is what came back by the day, minor units."""

    id: int
    number: str
    on: date
    customer_id: int
    customer: str
    invoice_id: int
    invoice: str
    doc_date: date
    due_date: date | None
    currency: str
    amount: int
    recovered: int
    note: str
    approved_by: str
    customer_code: str = ""


@dataclass(frozen=True, slots=True)
class RecoveryRow:
    """Money that came in on a debt already given up, minor units."""

    write_off_id: int
    on: date
    currency: str
    amount: int


@dataclass(frozen=True, slots=True)
class BadDebtTotal:
    """A year's write-offs and recoveries in one currency, each by its own date; minor units."""

    year: int
    currency: str
    count: int
    written_off: int
    recovered: int


@dataclass(frozen=True, slots=True)
class BadDebtQuery:
    """Write-offs of a span of days (None: without end) and of one customer where named."""

    start: date | None = None
    end: date | None = None
    customer_id: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class BadDebts:
    """The register: rows, the newest first, and totals per year and currency."""

    rows: tuple[BadDebtRow, ...]
    totals: tuple[BadDebtTotal, ...]


@dataclass(frozen=True, slots=True)
class CustomerCounts:
    """How many rows of each kind the collection tab of a customer holds."""

    promises: int = 0
    disputes: int = 0
    plans: int = 0
    activities: int = 0
    attachments: int = 0


@dataclass(frozen=True, slots=True)
class Contest:
    """A dispute with its invoice, as storage reads it; ``open`` as of the day, minor units."""

    dispute: Dispute
    number: str
    customer_id: int
    customer: str
    currency: str
    open: int
    credit_note: str = ""


class CollectionReader(Protocol):
    """The queries behind collecting; ``app.storage.readers.collection`` answers them."""

    def activities(
        self, customer_id: int | None, *, waiting_until: date | None = None, limit: int = 0
    ) -> list[ActivityView]:
        """Entries, the newest first; with ``waiting_until`` those whose next action is due and not done."""

    def promises(self, customer_id: int | None, due_from: date | None = None) -> list[Promise]:
        """Promises; with ``due_from`` all of the customers that have one due on or after the day."""

    def payments(self, customer_ids: Collection[int] | None, since: date, as_of: date) -> list[Payment]:
        """Receipts of the days from ``since`` on as they stood on a day, by invoice and on account."""

    def names(self, customer_ids: Iterable[int]) -> dict[int, str]:
        """Customer names by id."""

    def numbers(self, document_ids: Iterable[int]) -> dict[int, str]:
        """Document numbers by id."""

    def contests(self, query: DisputeQuery, as_of: date) -> list[Contest]:
        """Disputes opened by a day, with what was open of their invoices then."""

    def plan_items(self, plan_ids: Sequence[int], as_of: date) -> dict[int, list[PlanItemView]]:
        """The items of each plan with what was open of their invoices on a day."""

    def settled(self, document_ids: Collection[int]) -> Settled:
        """What receipts and credit notes settled of these documents, dated and signed."""

    def bad_debts(self, query: BadDebtQuery) -> list[BadDebtRow]:
        """Write-offs that are bad debts, the newest first, with what has been recovered of each."""

    def recoveries(self, query: BadDebtQuery) -> list[RecoveryRow]:
        """Recoveries of the span of days."""

    def attachments(self, owner: str, owner_ids: Collection[int]) -> list[Attachment]:
        """Attachments of these rows, the newest first."""

    def exists(self, owner: str, owner_id: int) -> bool:
        """Whether that row is there to attach something to."""

    def numbers_like(self, prefix: str) -> list[str]:
        """Plan numbers in use (the bin included) that begin with ``prefix``."""


class ContentStore(Protocol):
    """The bytes of attachments, each once by their SHA-256; written within the running unit of work."""

    def put(self, data: bytes) -> str:
        """Keep the bytes; their digest."""

    def get(self, digest: str) -> bytes:
        """The bytes; ``DomainError("attachment.lost")`` where they are not in the file."""
