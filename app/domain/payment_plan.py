"""A payment plan: open items paid in agreed parts, while their due dates stay what they were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class PaymentPlan:
    """The agreement; ``rate`` is its interest in per cent a year, ``grace_days`` before it breaks.

    ``signed_on`` is the day the customer signed it. ``outcome`` is ``cancelled`` from ``closed_on``; whether
    a plan was kept or broken follows from the receipts.
    """

    customer_id: int
    currency: str
    agreed_on: date
    number: str = ""
    rate: Decimal | None = None
    grace_days: int = 0
    signed_on: date | None = None
    closed_on: date | None = None
    outcome: str = ""
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class PlanItem:
    """So much of an invoice is in the plan, minor units.

    ``settled_then`` is what receipts and credit notes had settled of it when the plan was agreed.
    """

    plan_id: int
    document_id: int
    amount: int
    instalment_id: int | None = None
    settled_then: int = 0
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class PlanPart:
    """One payment of the plan: ``amount`` of the debt and ``interest`` on it, minor units."""

    plan_id: int
    seq: int
    due_on: date
    amount: int
    interest: int = 0
    deleted: bool = False
    id: int = 0
    version: int = 0
