"""What provisions need of the company file and of the services beside them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.domain.company import Company
    from app.domain.document import Rate
    from app.domain.provision_paper import ProvisionPaper
    from app.domain.provision_policy import Examples
    from app.domain.provision_sheet import Buckets
    from app.domain.scorecard import Grade
    from app.domain.set_off import OnAccount
    from app.services.cover import CoverService
    from app.services.ports import Store
    from app.services.settings import SettingService


class OpenPart(NamedTuple):
    """An open invoice or refund, or one part of its plan; minor units of its currency.

    ``due`` is the part's own due date, ``first_due`` the document's.
    """

    document_id: int
    customer_id: int
    number: str
    kind: str
    doc_date: date
    due: date
    first_due: date
    currency: str
    open: int


class RawFlow(NamedTuple):
    """``app.domain.loss_history.Flow`` in a currency of its own."""

    segment: str
    currency: str
    aged: date
    born: int
    on: int
    kind: str
    amount: int


class RawCohort(NamedTuple):
    """Sales of a month in one currency: what reached each bucket, what was lost of it after, still open."""

    segment: str
    currency: str
    month: date
    reached: tuple[int, ...]
    lost: tuple[int, ...]
    open: int


class Debtor(NamedTuple):
    """A customer as far as a provision asks."""

    id: int
    name: str
    region_id: int
    group_id: int
    status: str
    status_since: date | None
    handed_to: str
    handed_on: date | None
    name_en: str = ""


class WrittenOff(NamedTuple):
    """A bad debt given up (amount) or money recovered on one, on its day; minor units of the currency."""

    on: date
    currency: str
    amount: int


class ProvisionReader(Protocol):
    """The queries behind provisions."""

    def parts(self, as_of: date) -> Sequence[OpenPart]:
        """Invoices and refunds open on the day, part by part."""

    def on_account(self, as_of: date) -> Sequence[OnAccount]:
        """Receipts, credit notes and refunds that stood open on the day."""

    def debtors(self, ids: Collection[int]) -> Mapping[int, Debtor]:
        """Customers by id."""

    def names(self, kind: str) -> Mapping[int, str]:
        """Names of all regions (``region``) or groups (``group``) by id."""

    def belongs(self, kind: str) -> Mapping[int, int]:
        """Region or group of every customer that has one."""

    def flows(
        self, days: Sequence[date], segments: Mapping[int, str] | None, *, by_invoice: bool
    ) -> Sequence[RawFlow]:
        """What came and went by period end, per segment of the customers (None: all together)."""

    def cohorts(
        self, since: date, as_of: date, buckets: Buckets, segments: Mapping[int, str] | None
    ) -> Sequence[RawCohort]:
        """Months of sales whose last bucket was reached after ``since`` and by the day."""

    def written_off(self, after: date, until: date) -> Sequence[WrittenOff]:
        """Bad debts given up after one day and by another."""

    def recovered(self, after: date, until: date) -> Sequence[WrittenOff]:
        """Money recovered on bad debts in the same span."""

    def disputed(self, as_of: date) -> Mapping[int, tuple[date, str]]:
        """Documents in dispute on the day: since when, and why."""

    def serious_events(self, as_of: date) -> Mapping[int, date]:
        """Customers with a confirmed entry as a dishonest debtor open on the day, since when."""

    def rates(self) -> Sequence[Rate]:
        """All dated rates."""

    def base(self) -> str:
        """The company's own currency."""


class Grades(Protocol):
    """The grades of customers on a day, by id."""

    def __call__(self, as_of: date) -> Mapping[int, Grade]:
        """Those that were assessed."""


@dataclass(frozen=True, slots=True)
class ProvisionDesk:
    """The company file, what is read of it, the services beside it, and where papers are written."""

    store: Store
    reader: ProvisionReader
    settings: SettingService
    cover: CoverService
    grades: Grades
    examples: Callable[[], Examples]
    company: Callable[[], Company]
    clock: Clock
    write_pdf: Callable[[ProvisionPaper, Path, str], None]
    write_xlsx: Callable[[ProvisionPaper, Path, str], None]
