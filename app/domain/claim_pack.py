"""Everything that goes into a claim pack: the claim, the account, what was written, the papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.calendar import month_after
from app.domain.claim_state import PaperKind
from app.domain.claim_trace import Calculation, TracedInvoice
from app.domain.company import Company
from app.domain.cover import Gap
from app.domain.customer import Customer
from app.domain.insurance_record import Claim, ClaimPaper, Declaration, LimitDecision
from app.domain.money import Money
from app.domain.policy_period import Policy
from app.domain.statement import Statement

FEWEST_MONTHS, MOST_MONTHS = 6, 12
"""How far before the oldest open invoice insurers want to see the ledger."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file behind a paper of the checklist: kept under ``digest``, or made here (letters, a notice).

    ``size`` is in bytes, 0 for one that is made with the pack.
    """

    kind: str
    name: str
    media_type: str
    size: int = 0
    digest: str = ""
    note: str = ""
    letters: tuple[int, ...] = ()
    notice: int = 0


@dataclass(frozen=True, slots=True)
class ListedPaper:
    """A line of the checklist: the paper, its files, and whether the program itself makes or keeps it."""

    paper: ClaimPaper
    files: tuple[Enclosure, ...] = ()
    made: bool = False

    @property
    def there(self) -> bool:
        """Whether it is to hand."""
        return self.made or bool(self.files) or self.paper.state == "attached"

    @property
    def missing(self) -> bool:
        """Whether it is required, and neither to hand nor waived."""
        return self.paper.required and not self.there and self.paper.state != "waived"


@dataclass(frozen=True, slots=True)
class AccountLine:
    """A movement of the ledger; of an invoice also the day it was paid in full, and how late that was.

    ``late`` counts days after the original due date, until payment or, open still, the day of the pack.
    """

    on: date
    kind: str
    number: str
    reference: str
    due: date | None
    debit: int
    credit: int
    balance: int
    settled: date | None = None
    late: int | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """The ledger of the months before the oldest open invoice, in one currency; minor units."""

    currency: str
    opening: int
    lines: tuple[AccountLine, ...]
    closing: int


@dataclass(frozen=True, slots=True)
class Contact:
    """Something written, sent or said: ``code`` words the kind, ``detail`` and ``text`` what it was."""

    on: date
    code: str
    number: str = ""
    amount: Money | None = None
    person: str = ""
    result: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class ClaimPack:
    """One claim as the insurer gets it; ``start`` is the first day of the ledger, ``made_on`` the pack's."""

    company: Company
    customer: Customer
    policy: Policy
    claim: Claim
    calculation: Calculation
    loss_on: date
    made_on: date
    start: date
    statement: Statement
    accounts: tuple[Account, ...]
    contacts: tuple[Contact, ...]
    papers: tuple[ListedPaper, ...]
    limits: tuple[LimitDecision, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    paid: int = 0
    reported_on: date | None = None
    buyer_id: str = ""

    @property
    def reference(self) -> str:
        """The insurer's reference, or ours until there is one."""
        return self.claim.reference or f"{self.policy.record.number}-{self.claim.id}"

    @property
    def expected(self) -> int:
        """What was approved, else what the calculation leads to; minor units of the policy's currency."""
        return self.calculation.payable if self.claim.approved is None else self.claim.approved

    @property
    def debt(self) -> int:
        """All that was open at the day of loss, in the policy's currency."""
        return sum(one.debt for one in self.calculation.invoices)

    @property
    def enclosures(self) -> tuple[Enclosure, ...]:
        """Every file, in the order of the checklist."""
        return tuple(file for one in self.papers for file in one.files)


def first_day(oldest: date, months: int = MOST_MONTHS) -> date:
    """The first day of a ledger that begins so many months (6 to 12) before the oldest open invoice."""
    return month_after(oldest, -min(MOST_MONTHS, max(FEWEST_MONTHS, months)), oldest.day)


def gap_sums(invoices: Sequence[TracedInvoice]) -> Mapping[Gap, int]:
    """What is not covered by reason, in the policy's currency; debt less these is what is covered.

    What is set off stands first: it comes off before anything else is looked at.
    """
    sums: dict[Gap, int] = {}
    for one in invoices:
        for gap, part in one.not_covered:
            sums[gap] = sums.get(gap, 0) + part
    ordered = sorted(sums.items(), key=lambda pair: pair[0] is not Gap.SET_OFF)
    return {gap: amount for gap, amount in ordered if amount}


def listed_kind(kind: str) -> int:
    """The place of a kind in the checklist; what people added comes last."""
    kinds = [one.value for one in PaperKind]
    return kinds.index(kind) if kind in kinds else len(kinds)
