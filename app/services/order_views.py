"""What orders show, what is read of an order file, and what both ask of the other rooms."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from app.domain.credit_record import OpenOrder, OrderCheck
from app.domain.order_check import HeldSpan
from app.domain.order_paper import CheckPaper, CheckView
from app.domain.problem import Problem

__all__ = ["CheckPaper", "CheckView"]


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order with its customer and what of it is still at risk; minor units of the order's currency."""

    order: OpenOrder
    customer: str
    code: str
    delivered_not_invoiced: int
    unbilled: int
    customer_en: str = ""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A stored check with the customer's name; ``released`` while its release can still be used.

    ``number`` is the order's, "" where none was named; ``used`` once all of that order went out.
    """

    check: OrderCheck
    customer: str
    released: bool
    number: str = ""
    used: bool = False
    customer_en: str = ""


@dataclass(frozen=True, slots=True)
class HeldCustomer:
    """When a rule would have held one customer."""

    customer_id: int
    customer: str
    spans: tuple[HeldSpan, ...]
    customer_en: str = ""


@dataclass(frozen=True, slots=True)
class Shipment:
    """An invoice, standing for goods that went out: ``late`` days after its due day when it was settled.

    What is still open counts to the last day looked at; early is negative.
    """

    customer_id: int
    on: date
    late: int


@dataclass(frozen=True, slots=True)
class HeldOutcome:
    """What a rule would have done to one customer: invoices it would have held, and of those paid late."""

    held: HeldCustomer
    shipments: int
    late: int


@dataclass(frozen=True, slots=True)
class DatedDebt:
    """One debit (or instalment) that was late in a span, with what settled it when; minor units."""

    customer_id: int
    customer: str
    currency: str
    amount: int
    start: date
    due: date
    settled: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class StopLetter:
    """A letter sent whose claims are still open: by policy and level it may stop deliveries."""

    number: str
    on: date
    policy: str
    level: int


class OrderReader(Protocol):
    """Queries behind orders; ``app.storage.readers.orders`` answers them."""

    def late_debts(self, start: date, end: date, margin: int) -> Sequence[DatedDebt]:
        """Debits that were open more than ``margin`` days past due on some day of the span."""

    def shipments(self, customer_ids: Collection[int], start: date, end: date) -> Sequence[Shipment]:
        """Invoices of these customers dated in a span, as they stand on its last day."""

    def letters(self, customer_id: int, as_of: date) -> Sequence[StopLetter]:
        """Letters sent by a day of whose invoices one was open on it, the newest first."""

    def customers(self) -> Mapping[str, tuple[int, ...]]:
        """Ids of live customers by code and by match key of every name, lower case."""


@dataclass(frozen=True, slots=True)
class ReadOrder:
    """A row of an order file; ``customer`` as it is written there; minor units."""

    row: int
    number: str
    customer: str
    on: date
    currency: str
    amount: int
    delivered: int = 0
    invoiced: int = 0
    prepaid: int = 0
    ship_on: date | None = None


@dataclass(frozen=True, slots=True)
class OrderSheet:
    """What was read of a file: its orders, and each row or column that could not be."""

    name: str
    orders: tuple[ReadOrder, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class PlannedOrder:
    """A row that can be taken in: a new order, or (``replaces``) one that is written anew."""

    row: int
    order: OpenOrder
    customer: str
    replaces: int = 0


@dataclass(frozen=True, slots=True)
class OrderPlan:
    """What taking a file in would do; problems name the rows that are left out."""

    name: str
    orders: tuple[PlannedOrder, ...]
    problems: tuple[Problem, ...]


class OrderFiles(Protocol):
    """Reads order files; ``currency`` is that of rows which name none."""

    def __call__(self, source: Path | str, currency: str) -> OrderSheet:
        """The orders of a file or of pasted text; ``EnvironmentFaultError`` where there is no table."""


Stops = Callable[[str, int], bool]
"""Whether a policy's step of a level stops deliveries."""
CheckPrinter = Callable[[CheckPaper, Path, str], None]
