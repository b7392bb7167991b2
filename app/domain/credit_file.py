"""What a credit file (客户信用档案) keeps of a customer beside the ledger; amounts are minor units.

Every outside fact has its source and its day; an event from a court or a register counts only once
somebody confirmed that it is this customer's, by an identifier.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Registration(StrEnum):
    """How the company register shows the customer."""

    UNKNOWN = ""
    NORMAL = "normal"
    CHANGED = "changed"
    ABNORMAL = "abnormal"


@dataclass(frozen=True, slots=True)
class Profile:
    """The company itself, one row a customer; ``industry`` is a GB/T 4754 or ISIC code by its system.

    ``annual_purchases`` is what it buys of our kind in a year, from all suppliers, where known.
    """

    customer_id: int
    legal_form: str = ""
    founded_on: date | None = None
    capital: int | None = None
    paid_capital: int | None = None
    capital_currency: str = ""
    industry: str = ""
    industry_system: str = "gbt4754"
    parent: str = ""
    registration: Registration = Registration.UNKNOWN
    registration_on: date | None = None
    employees: int | None = None
    annual_purchases: int | None = None
    sanctioned: str = ""
    sanctions_on: date | None = None
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


class StatementQuality(StrEnum):
    """Who stands behind a financial statement."""

    AUDITED = "audited"
    REVIEWED = "reviewed"
    MANAGEMENT = "management"
    TAX_RETURN = "tax_return"


@dataclass(frozen=True, slots=True)
class FinancialStatement:
    """A statement of ``months`` up to ``period_end``. ``figures`` is JSON: line → minor units.

    ``unit`` is what the paper was written in (1, 1,000, 10,000); the figures are in full.
    """

    customer_id: int
    period_end: date
    currency: str
    figures: str
    months: int = 12
    unit: int = 1
    quality: StatementQuality = StatementQuality.MANAGEMENT
    source: str = ""
    received_on: date | None = None
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class BankFlow:
    """A month of the customer's own bank account as it showed us; minor units."""

    customer_id: int
    month: date
    currency: str
    inflow: int
    outflow: int
    closing: int | None = None
    source: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Certification:
    """A licence or certificate and until when it is valid (None: without end)."""

    customer_id: int
    name: str
    number: str = ""
    valid_until: date | None = None
    source: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class ContractPoint:
    """One point of the contract checklist: ``state`` is present, missing, weak or not_needed."""

    customer_id: int
    point: str
    state: str
    clause: str = ""
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class ExternalRating:
    """An opinion from outside as given; ``points`` is its place on our 0–100 (text), empty if unmapped."""

    customer_id: int
    provider: str
    value: str
    on: date
    scale: str = ""
    direction: str = "up"
    valid_until: date | None = None
    points: str = ""
    source: str = ""
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


class EventKind(StrEnum):
    """What happened outside our books."""

    COURT_RECORD = "court_record"
    DISHONEST_DEBTOR = "dishonest_debtor"
    REGISTRY_CHANGE = "registry_change"
    NEGATIVE_NEWS = "negative_news"
    INSURER_CUT = "insurer_cut"
    BANK_REFERENCE = "bank_reference"
    INSURER_OPINION = "insurer_opinion"


@dataclass(frozen=True, slots=True)
class ExternalEvent:
    """One event; counts from ``on`` to ``closed_on``, and only with ``identifier`` and ``confirmed_by``."""

    customer_id: int
    kind: EventKind
    on: date
    source: str = ""
    value: str = ""
    identifier: str = ""
    confirmed_by: str = ""
    closed_on: date | None = None
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0
