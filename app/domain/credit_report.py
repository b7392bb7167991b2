"""A customer's credit file as one value on a day, as the credit report prints it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.company import Company
from app.domain.credit_file import BankFlow, Certification, Profile
from app.domain.credit_file_views import ChecklistPoint, EventView, RatingView, StatementView
from app.domain.customer import Customer, Identifier
from app.domain.customer_behaviour import Behaviour
from app.domain.money import Money
from app.domain.statement import StatementCurrency


@dataclass(frozen=True, slots=True)
class ReportGrade:
    """The last assessment: grade, score, the share of weights answered, and whether it still holds."""

    grade: str
    score: Decimal
    coverage: Decimal
    on: date
    valid: bool
    valid_until: date | None = None
    card: str = ""


@dataclass(frozen=True, slots=True)
class ReportLimit:
    """The limit on the day: ``state`` is set, unset or not_checked; ``amount`` None unless set."""

    state: str
    amount: Money | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class ReportEvent:
    """Something that happened, as the timeline has it; ``amount`` in minor units of ``currency``."""

    on: date
    kind: str
    number: str = ""
    amount: int = 0
    currency: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class CreditReport:
    """All of it as of a day; ``grade`` None where nobody assessed."""

    company: Company
    customer: Customer
    as_of: date
    profile: Profile
    behaviour: Behaviour
    identifiers: tuple[Identifier, ...] = ()
    grade: ReportGrade | None = None
    limit: ReportLimit = ReportLimit("unset")
    sections: tuple[StatementCurrency, ...] = ()
    statements: tuple[StatementView, ...] = ()
    ratings: tuple[RatingView, ...] = ()
    events: tuple[EventView, ...] = ()
    checklist: tuple[ChecklistPoint, ...] = ()
    certifications: tuple[Certification, ...] = ()
    flows: tuple[BankFlow, ...] = ()
    timeline: tuple[ReportEvent, ...] = ()
