"""What a letter is made from: the values a template may speak of, not yet in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.bank import BankAccount
from app.domain.company import Company
from app.domain.customer import Contact, Customer
from app.domain.document import Document, Promise
from app.domain.letter import Letter
from app.domain.money import Money
from app.domain.payment_plan import PaymentPlan, PlanPart
from app.domain.problem import Problem

CLAIM, MENTION, WAIVE = "claim", "mention", "waive"
"""How a letter treats interest: a total asked for, its basis only (the default), or no word of it."""


@dataclass(frozen=True, slots=True)
class LetterItem:
    """One invoice or instalment in a letter; minor units.

    ``amount`` is what the letter asks for, ``original`` the invoice's own, ``disputed`` what is left out.
    """

    document_id: int
    number: str
    doc_date: date
    due_date: date
    days_late: int
    original: int
    amount: int
    instalment_seq: int = 0
    disputed: int = 0
    interest: int = 0
    level: int = 0
    contract: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class InterestTerms:
    """By what late interest runs on a letter's items, to the letter's day; minor units.

    ``basis`` is the rule's code; ``source`` the contract's clause or the law; ``rate`` per cent per
    ``period`` (day, month, year) and ``says`` what it is made of, as a phrase: both empty where the
    items have different rates. ``daily`` is what one more day costs, ``each`` the interest per item
    in order.
    """

    basis: str
    source: str = ""
    rate: Decimal | None = None
    period: str = ""
    says: Problem | None = None
    daily: int = 0
    total: int = 0
    compensation: Money | None = None
    each: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DiscountOffer:
    """An early-payment discount that still applies: so much less if paid until then; minor units.

    ``percent`` is None where the invoices offer different ones.
    """

    percent: Decimal | None
    until: date
    amount: int


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """Everything one letter may speak of. ``previous`` are letters sent before, the oldest first.

    ``account`` is where to pay in the letter's currency; ``sme_rules`` whether Decree 802 protects us
    against this customer; ``object_days`` within how many days to object.
    """

    letter: Letter
    company: Company
    customer: Customer
    items: tuple[LetterItem, ...] = ()
    contact: Contact | None = None
    account: BankAccount | None = None
    previous: tuple[Letter, ...] = ()
    interest: InterestTerms | None = None
    discount: DiscountOffer | None = None
    promise: Promise | None = None
    plan: PaymentPlan | None = None
    parts: tuple[PlanPart, ...] = ()
    receipt: Document | None = None
    sme_rules: bool = False
    object_days: int = 5
    logo: bytes | None = None
    seal: bytes | None = None

    @property
    def total(self) -> int:
        """What the items ask for together."""
        return sum(item.amount for item in self.items)

    @property
    def day(self) -> date:
        """The letter's own day."""
        return self.letter.run_on
