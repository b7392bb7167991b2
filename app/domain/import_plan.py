"""What an import would do, decided before anything is written: an action for every record of a file.

References: a positive number is a row of the ledger, a negative one stands for a row that the plan
will add (customers and documents are counted apart), 0 is nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from app.domain.changes import ChangeSet
from app.domain.customer import Customer, IdentifierKind
from app.domain.document import DocumentKind
from app.domain.importing import Cell, ImportKind, StagedCustomer, StagedDocument, StagedFile
from app.domain.problem import Problem, Severity

Row_co = TypeVar("Row_co", StagedDocument, StagedCustomer, covariant=True)


class Action(StrEnum):
    """What happens to one record of the file."""

    NEW = "new"
    SKIP = "skip"
    CHANGE = "change"
    PROBLEM = "problem"
    NEW_CUSTOMER = "new_customer"
    UPDATE_CUSTOMER = "update_customer"


class AllocateBy(StrEnum):
    """How an imported credit finds the invoices it pays; several are tried in their order."""

    REFERENCE = "reference"
    EXACT = "exact"
    OLDEST = "oldest"


class DueFrom(StrEnum):
    """Where an invoice's due date was taken from."""

    NONE = ""
    FILE = "file"
    ROW = "row"
    CUSTOMER = "customer"
    COMPANY = "company"


class Cause(StrEnum):
    """Why a settlement is inferred: the file states one, or an item shrank or vanished from it."""

    STATED = "stated"
    REDUCED = "reduced"
    VANISHED = "vanished"


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What the user decided about a staged file.

    ``snapshot_of`` declares it all open items as of that day. ``as_of`` is the day for which its
    settled amounts hold, when it states no payment dates. ``allocate`` is tried in order (None
    leaves receipts unallocated). ``matches`` says for a party's key (see ``matching.Party``)
    which customer it is: an id, 0 for a new one, or the key of another party of the file.
    ``accept_changes`` accepts all changed rows, or those of the given row numbers. ``keep`` are
    rows that look like duplicates and are wanted all the same.
    """

    snapshot_of: date | None = None
    as_of: date | None = None
    allocate: tuple[AllocateBy, ...] | AllocateBy | str | None = None
    matches: Mapping[str, int | str] = field(default_factory=dict)
    accept_changes: bool | frozenset[int] = False
    keep: frozenset[int] = frozenset()

    def accepts(self, row: int) -> bool:
        """Whether the change that a row brings is accepted."""
        if isinstance(self.accept_changes, bool):
            return self.accept_changes
        return row in self.accept_changes

    @property
    def methods(self) -> tuple[AllocateBy, ...]:
        """The ways of allocation in the order they are tried."""
        if self.allocate is None:
            return ()
        if isinstance(self.allocate, str):
            return (AllocateBy(self.allocate),)
        return tuple(AllocateBy(one) for one in self.allocate)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that differs: ``field`` is our name for it; amounts are minor units."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class PlanRow(Generic[Row_co]):
    """What happens to one record. ``row`` is its row in the file, counted from 1.

    ``document`` is the ledger's row it meets (> 0) or the one it becomes (< 0). ``reason`` says
    why it is skipped. ``parts`` are the instalments (due date, minor units) when its terms make
    several. ``original`` is the invoice that a credit note names. ``changes`` are what differs,
    and are written when ``accepted``.
    """

    row: int
    action: Action
    record: Row_co
    customer: int = 0
    document: int = 0
    reason: str = ""
    due_date: date | None = None
    due_from: DueFrom = DueFrom.NONE
    parts: tuple[tuple[date, int], ...] = ()
    original: int = 0
    changes: tuple[FieldChange, ...] = ()
    accepted: bool = False
    problems: tuple[Problem, ...] = ()


DocumentPlanRow = PlanRow[StagedDocument]
CustomerPlanRow = PlanRow[StagedCustomer]


@dataclass(frozen=True, slots=True)
class PlannedContact:
    """A person at the customer, as a customer file names one."""

    name: str
    phone: str = ""
    mobile: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class PlannedCustomer:
    """A customer to add (``ref`` < 0) or one of the ledger that gains something (> 0).

    ``value`` is complete but for ids. ``aliases`` are further names under which the file knows it,
    ``owner``, ``region`` and ``group`` names whose rows are found or added at commit.
    """

    ref: int
    value: Customer
    row: int
    identifiers: tuple[tuple[IdentifierKind, str], ...] = ()
    aliases: tuple[str, ...] = ()
    contacts: tuple[PlannedContact, ...] = ()
    owner: str = ""
    region: str = ""
    group: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class InferredDocument:
    """A settlement nobody recorded: a receipt (or, for a credit used up, a refund) that the file implies.

    ``on`` is its date; ``since`` the day of the snapshot before, when one implied it.
    """

    ref: int
    kind: DocumentKind
    customer: int
    currency: str
    amount: int
    on: date
    cause: Cause
    reference: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class PlannedAllocation:
    """Part of a credit to be set against part of a debit, minor units of their common currency.

    ``seq`` names the instalment of an invoice that the plan itself adds, ``instalment_id`` one of
    the ledger; both are 0 for an invoice without a plan. ``inferred`` marks what the file implied.
    """

    debit: int
    credit: int
    on: date
    amount: int
    seq: int = 0
    instalment_id: int = 0
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Reopening:
    """``cut`` is taken off an allocation of the ledger, ``left`` stays (0 removes it); minor units.

    ``other`` is the document at its far end, cut likewise when it is ``inferred``, else freed.
    """

    allocation_id: int
    other: int
    cut: int
    left: int
    instalment_id: int
    inferred: bool


@dataclass(frozen=True, slots=True)
class Closing:
    """One line of the preview of what a snapshot closes, reduces or reopens; minor units.

    ``by_credit`` is what credits of the ledger already cover, ``inferred`` what nobody recorded.
    """

    document: int
    kind: DocumentKind
    number: str
    customer: int
    currency: str
    before: int
    after: int
    by_credit: int = 0
    inferred: int = 0
    vanished: bool = False


@dataclass(frozen=True, slots=True)
class PlanTotal:
    """The file in one currency, net minor units (credits negative): what it states and what becomes of it.

    ``stated`` is the file's own total row (None when it has none); ``found`` the sum of its
    records; new + changed + skipped + refused = found. ``closing`` is what a snapshot will settle.
    """

    currency: str
    stated: int | None
    found: int
    new: int
    changed: int
    skipped: int
    refused: int
    closing: int = 0


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Everything an import will do: ``documents``, or ``people`` of a customer file.

    ``revision`` is the ledger's state it was made against. ``names`` gives the name of every
    customer reference; ``notes`` tell what was assumed. ``blocked`` is the problem that forbids
    committing, if any.
    """

    staged: StagedFile
    choices: ImportChoices
    revision: int
    documents: tuple[DocumentPlanRow, ...] = ()
    people: tuple[CustomerPlanRow, ...] = ()
    customers: tuple[PlannedCustomer, ...] = ()
    names: Mapping[int, str] = field(default_factory=dict)
    inferred: tuple[InferredDocument, ...] = ()
    allocations: tuple[PlannedAllocation, ...] = ()
    reopenings: tuple[Reopening, ...] = ()
    closings: tuple[Closing, ...] = ()
    totals: tuple[PlanTotal, ...] = ()
    notes: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()
    blocked: Problem | None = None

    @property
    def kind(self) -> ImportKind:
        """What the rows of the file are."""
        return self.staged.kind

    @property
    def rows(self) -> Sequence[DocumentPlanRow | CustomerPlanRow]:
        """An action for every record: documents, or customers where the file is one of customers."""
        return self.documents or self.people

    def counts(self) -> Counter[Action]:
        """How many records meet each action."""
        return Counter(row.action for row in self.rows)

    def all_problems(self) -> list[Problem]:
        """Problems of the file and of its rows, as the file runs; notes are not among them."""
        found = [*self.staged.problems, *self.problems]
        found += [problem for row in self.rows for problem in row.problems]
        return sorted(found, key=lambda problem: (problem.where.row, problem.where.column))

    @property
    def errors(self) -> int:
        """How many problems must be resolved, or their rows left out."""
        return sum(problem.severity is Severity.ERROR for problem in self.all_problems())

    @property
    def refused_rows(self) -> frozenset[int]:
        """The rows of the file that an error keeps out, whether they could be read or not."""
        errors = (one for one in self.all_problems() if one.severity is Severity.ERROR)
        return frozenset(one.where.row for one in errors if one.where.row)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did: its change set, how many records, and the totals per currency."""

    change: ChangeSet
    added: int
    changed: int
    skipped: int
    refused: int
    settled: int
    customers_added: int
    customers_changed: int
    totals: tuple[PlanTotal, ...]


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that was not imported, with its cells as they came and every reason."""

    row: int
    cells: tuple[Cell, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class MappingPreset:
    """A column map that served before: by header ``titles``, so that it fits files in another order."""

    name: str
    signature: str
    kind: ImportKind
    mapping: str
