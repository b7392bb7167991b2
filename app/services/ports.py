"""What services need of the other rooms, as Protocols; storage, imports, reports and adapters fill them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self, TypeAlias, TypeVar

from app.domain.changes import ChangeSet
from app.domain.company import Company
from app.domain.customer import (
    Alias,
    Contact,
    Customer,
    CustomerGroup,
    Identifier,
    Region,
    Salesperson,
)
from app.domain.document import Allocation, Dispute, Document, Instalment, Promise, Rate
from app.domain.import_records import RememberedMapping, Snapshot
from app.services.control import CancelledError, Control, Silent

__all__ = [
    "BusinessCalendar",
    "CancelledError",
    "Control",
    "Initials",
    "Listener",
    "Params",
    "Preferences",
    "R",
    "Record",
    "Silent",
    "Store",
    "TableWriter",
    "UnitOfWork",
]

if TYPE_CHECKING:  # most of these the first page never loads
    from app.domain.activity import Activity, Attachment
    from app.domain.backup import BackupKind
    from app.domain.bank import BankAccount, BankLine, BankStatement, Payer
    from app.domain.bill import Bill, BillCover
    from app.domain.credit_file import (
        BankFlow,
        Certification,
        ContractPoint,
        ExternalEvent,
        ExternalRating,
        FinancialStatement,
        Profile,
    )
    from app.domain.credit_record import (
        Alert,
        CreditLimit,
        GradeOverride,
        LossCase,
        OpenOrder,
        OrderCheck,
        Person,
        StoredAssessment,
        StoredScorecard,
    )
    from app.domain.insurance_record import (
        Claim,
        ClaimEvent,
        ClaimInvoice,
        ClaimPaper,
        Declaration,
        InsurancePolicy,
        InsurerNotice,
        LimitDecision,
        PremiumPayment,
        Shipment,
        ShipmentStop,
    )
    from app.domain.letter import DunningRun, Letter, LetterLine, LetterTemplate, StoredPolicy
    from app.domain.limitation_event import LimitationEvent
    from app.domain.measure_record import (
        CashItem,
        ContingencyPlan,
        Finding,
        OwnStatement,
        PeriodReview,
        PlanRun,
        ProvisionRun,
        SpecificProvision,
        Study,
    )
    from app.domain.payment_plan import PaymentPlan, PlanItem, PlanPart
    from app.domain.rate_entry import RateEntry, StoredInterestRule
    from app.domain.setting import Setting
    from app.domain.work import WorkMark

    CollectRecord = (
        Activity
        | Attachment
        | BankAccount
        | BankLine
        | BankStatement
        | Bill
        | BillCover
        | DunningRun
        | Letter
        | LetterLine
        | LetterTemplate
        | LimitationEvent
        | Payer
        | PaymentPlan
        | PlanItem
        | PlanPart
        | RateEntry
        | Setting
        | StoredInterestRule
        | StoredPolicy
        | WorkMark
    )

    DecideRecord = (
        BankFlow
        | Certification
        | ContractPoint
        | ExternalEvent
        | ExternalRating
        | FinancialStatement
        | Profile
        | Alert
        | CreditLimit
        | GradeOverride
        | LossCase
        | OpenOrder
        | OrderCheck
        | Person
        | StoredAssessment
        | StoredScorecard
    )

    InsureRecord = (
        Claim
        | ClaimEvent
        | ClaimInvoice
        | ClaimPaper
        | Declaration
        | InsurancePolicy
        | InsurerNotice
        | LimitDecision
        | PremiumPayment
        | Shipment
        | ShipmentStop
    )

    MeasureRecord = (
        CashItem
        | ContingencyPlan
        | Finding
        | OwnStatement
        | PeriodReview
        | PlanRun
        | ProvisionRun
        | SpecificProvision
        | Study
    )

LedgerRecord = (
    Company
    | Customer
    | Contact
    | Identifier
    | Alias
    | Salesperson
    | Region
    | CustomerGroup
    | Document
    | Instalment
    | Allocation
    | Dispute
    | Promise
    | Rate
    | RememberedMapping
    | Snapshot
)
Record: TypeAlias = "LedgerRecord | CollectRecord | DecideRecord | InsureRecord | MeasureRecord"
R = TypeVar("R", bound="LedgerRecord | CollectRecord | DecideRecord | InsureRecord | MeasureRecord")


class UnitOfWork(Protocol):
    """One transaction and its change set. Leaving the block without ``commit`` rolls back.

    Every write is logged with its before and after image in the same transaction; derived open
    amounts of touched documents are rebuilt at commit.
    """

    def __enter__(self) -> Self:
        """Begin."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Roll back unless committed."""

    def add(self, value: Record) -> int:
        """Store a new row; its id."""

    def add_all(self, values: Sequence[Record]) -> list[int]:
        """Store many new rows of one type fast; their ids in order."""

    @property
    def set_id(self) -> int:
        """The id the change set will have when committed."""

    def replace_all(self, values: Sequence[Record]) -> None:
        """Write many stored rows of one type fast; the same conditions as ``replace``."""

    def replace(self, value: Record) -> None:
        """Write all fields of a stored row; ``DomainError("record.changed")`` if its version moved."""

    def remove(self, kind: type[Record], ids: Iterable[int]) -> None:
        """Delete softly: the row goes to the bin."""

    def restore(self, kind: type[Record], ids: Iterable[int]) -> None:
        """Bring back from the bin."""

    def get(self, kind: type[R], row_id: int) -> R:
        """One live row; ``DomainError("record.missing")`` if there is none."""

    def find(self, kind: type[R], /, **equals: object) -> list[R]:
        """Live rows whose columns equal the given values (a list, tuple or set means "one of"), by id."""

    def commit(self, verb: str, **params: object) -> ChangeSet:
        """Write the log and end the transaction; ``verb`` is a code worded in ``app.words.history``.

        A unit that changed nothing leaves no log entry and returns a set with id 0.
        """

    def commit_for_good(self, verb: str, **params: object) -> ChangeSet:
        """``commit``, marked as something that undo must not touch (a letter that was sent)."""


class Store(Protocol):
    """An open company file: units of work, and the readers behind the screens (see ``readers``)."""

    @property
    def read_only(self) -> bool:
        """Whether writing is refused (a second opener, or a read-only place)."""

    def write(self) -> UnitOfWork:
        """A new unit of work; ``EnvironmentFaultError("file.read_only")`` on a read-only file."""

    def get(self, kind: type[R], row_id: int) -> R:
        """One live row, outside a transaction."""

    def find(self, kind: type[R], /, **equals: object) -> list[R]:
        """Live rows, outside a transaction."""

    def safeguard(self, kind: BackupKind) -> None:
        """Back the file up before much of it changes at once; never in the way of the work itself."""


class BusinessCalendar(Protocol):
    """Which days are working days in a country."""

    def is_working_day(self, day: date, country: str) -> bool:
        """Neither weekend nor public holiday (with make-up working days where published)."""


Initials = Callable[[str], str]
"""Lower-case pinyin initials of a name, Latin letters kept: 苏州恒岌 → szhj."""


class Preferences(Protocol):
    """The user's own settings on this machine, outside the company file."""

    def get(self, key: str, default: object = None) -> object:
        """A JSON value."""

    def set(self, key: str, value: object) -> None:
        """Keep it (written atomically)."""


class TableWriter(Protocol):
    """Writes a neutral table to a file of one format."""

    def __call__(self, table: object, path: Path, lang: str) -> None:
        """Write; ``EnvironmentFaultError`` where the place refuses."""


Listener = Callable[[ChangeSet], None]
Params = Mapping[str, object]
