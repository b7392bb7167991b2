"""What a reminder run looks at, and what it proposes: letters, and what is passed over with its reason.

Amounts are minor units of the row's currency; reasons are codes with parameters (``app.words.dunning``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from app.domain.dunning import DunningPolicy, DunningStep
from app.domain.money import Money
from app.domain.problem import Problem

PartKey = tuple[int, int | None]
"""An invoice, or one instalment of it: (document id, instalment id or None)."""
AccountKey = tuple[int, str]
"""What a letter is about: (customer id, currency)."""


@dataclass(frozen=True, slots=True)
class DuePart:
    """An open invoice, or an open instalment, that is overdue or soon due; ``policy`` … are its own."""

    customer_id: int
    currency: str
    document_id: int
    instalment_id: int | None
    number: str
    doc_date: date
    due_date: date
    open: int
    policy: str = ""
    block: str = ""
    grace_until: date | None = None


@dataclass(frozen=True, slots=True)
class Debtor:
    """What a run must know of a customer."""

    id: int
    name: str
    code: str = ""
    name_en: str = ""
    language: str = "zh"
    country: str = "CN"
    email: str = ""
    policy: str = ""
    block: str = ""
    grace_until: date | None = None
    insolvent: bool = False
    insolvent_since: date | None = None
    handed_to: str = ""
    handed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Reminded:
    """The last level an invoice reached by a letter that was sent, and when.

    ``by_hand``: no letter; a person made the step after ``level`` the next one, ripe at once (DN19).
    """

    level: int
    on: date
    policy: str = ""
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class RunningPromise:
    """A promise whose day has not passed: ``amount`` is what of it has not come yet."""

    customer_id: int
    currency: str
    amount: int
    until: date
    document_id: int | None = None


@dataclass(frozen=True, slots=True)
class RunFacts:
    """Everything a run is decided from; the same facts give the same run.

    ``disputed`` is by invoice (None: all of it). ``planned`` is in a running plan, by part, or with
    no instalment by the whole invoice; ``held`` is what bills held cover, by invoice; ``on_account``
    the customer's open credits and bills that name no invoice. ``rates`` are base units per unit of
    a currency. ``barred`` are invoices whose limitation period is over; ``claimed`` are customers whose
    claim is with an insurer that has not consented to letters of ours: which one, and since when.
    """

    as_of: date
    base: str
    country: str
    company_policy: str
    parts: tuple[DuePart, ...]
    debtors: Mapping[int, Debtor]
    policies: Mapping[str, DunningPolicy]
    reminded: Mapping[PartKey, Reminded] = field(default_factory=dict)
    disputed: Mapping[int, int | None] = field(default_factory=dict)
    promises: tuple[RunningPromise, ...] = ()
    planned: Mapping[PartKey, int] = field(default_factory=dict)
    held: Mapping[int, int] = field(default_factory=dict)
    on_account: Mapping[AccountKey, int] = field(default_factory=dict)
    rates: Mapping[str, Decimal] = field(default_factory=dict)
    barred: frozenset[int] = frozenset()
    claimed: Mapping[int, tuple[str, date]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProposedLine:
    """One invoice of a proposed letter: ``amount`` is asked for now, ``disputed`` left out as contested.

    ``held`` is left out too: promised, in a plan, or covered by a bill. ``last`` is the letter before.
    """

    document_id: int
    instalment_id: int | None
    number: str
    doc_date: date
    due_date: date
    days_late: int
    level: int
    amount: int
    disputed: int = 0
    held: int = 0
    policy: str = ""
    last: Reminded | None = None


@dataclass(frozen=True, slots=True)
class ProposedLetter:
    """One letter to one customer in one currency, at the highest step of its lines.

    ``on_account`` is what the customer has open with us: to be looked at before sending. ``fee`` is
    in ``currency``, once per letter. ``channel`` falls back from e-mail to paper where there is no address.
    """

    customer_id: int
    customer: str
    currency: str
    policy: str
    level: int
    step: DunningStep
    channel: str
    template: str
    language: str
    lines: tuple[ProposedLine, ...]
    total: int
    pay_by: date | None = None
    last_sent: Reminded | None = None
    fee: int = 0
    on_account: int = 0
    stop_shipment: bool = False
    hand_over: str = ""
    customer_code: str = ""
    customer_en: str = ""
    warnings: tuple[Problem, ...] = ()

    @property
    def key(self) -> AccountKey:
        """Customer and currency."""
        return self.customer_id, self.currency


@dataclass(frozen=True, slots=True)
class SkippedItem:
    """What is not chased, and why: an invoice (or part of its amount), or a whole account (no document)."""

    customer_id: int
    customer: str
    currency: str
    amount: int
    reason: Problem
    document_id: int | None = None
    instalment_id: int | None = None
    number: str = ""
    due_date: date | None = None
    level: int = 0
    customer_en: str = ""


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Money on bank statements that nobody has set against anything yet."""

    count: int = 0
    totals: tuple[Money, ...] = ()


@dataclass(frozen=True, slots=True)
class Freshness:
    """How old the receipts are that a run rests on; ``age_days`` is None where there are none at all.

    ``unmatched`` are bank lines that wait, ``unallocated`` receipts not wholly set against invoices.
    """

    newest_receipt: date | None = None
    newest_statement: date | None = None
    age_days: int | None = None
    unmatched: Unmatched = Unmatched()
    unallocated: Unmatched = Unmatched()


@dataclass(frozen=True, slots=True)
class DunningProposal:
    """A run as it would be made: letters by customer, what is passed over, and how fresh the data is.

    ``refusal`` says why no run may be made of it (dated before the last one); the view stands all the
    same. ``partial``: only part of the ledger was looked at, so drafts of the rest stay.
    """

    as_of: date
    freshness: Freshness
    letters: tuple[ProposedLetter, ...]
    skipped: tuple[SkippedItem, ...]
    last_run: date | None = None
    refusal: Problem | None = None
    partial: bool = False
