"""What the customer screens ask of storage, and the values they are shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from app.domain.customer import Alias, Contact, Customer, CustomerStatus, Identifier, IdentifierKind
from app.domain.money import Money
from app.services.ports import Record


class CustomerSort(StrEnum):
    """What the customer list can be ordered by."""

    NAME = "name"
    CODE = "code"
    SHORT_NAME = "short_name"
    COUNTRY = "country"
    CURRENCY = "currency"
    TERMS = "terms"
    SALESPERSON = "salesperson"
    REGION = "region"
    GROUP = "group"
    STATUS = "status"
    BALANCE = "balance"
    OVERDUE = "overdue"
    LAST_INVOICE = "last_invoice"


@dataclass(frozen=True, slots=True)
class CustomerQuery:
    """Which customers, in which order.

    Every word of ``text`` must be found in a name, alias, code, identifier or in the pinyin
    initials. A region takes in the regions below it. ``as_of`` is the day overdue is counted on
    (None: today). ``deleted`` asks for the bin.
    """

    text: str = ""
    status: CustomerStatus | None = None
    sort: str = CustomerSort.NAME
    descending: bool = False
    as_of: date | None = None
    deleted: bool = False
    salesperson_id: int | None = None
    region_id: int | None = None
    group_id: int | None = None


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One line of the customer list; ``balances`` and ``overdue`` hold one amount per currency."""

    id: int
    code: str
    name: str
    short_name: str
    country: str
    currency: str
    terms: str
    salesperson: str
    region: str
    group: str
    status: CustomerStatus
    balances: tuple[Money, ...]
    overdue: tuple[Money, ...]
    last_invoice: date | None
    version: int
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class CustomerProfile:
    """A customer with all that hangs on it but its ledger."""

    customer: Customer
    contacts: tuple[Contact, ...]
    identifiers: tuple[Identifier, ...]
    aliases: tuple[Alias, ...]
    salesperson: str = ""
    region: str = ""
    group: str = ""


class CustomerReader(Protocol):
    """Queries behind the customer screens; ``app.storage.readers.customers`` answers them."""

    def ids(self, query: CustomerQuery, today: date, key: str) -> list[int]:
        """Ids in order; ``key`` is the match key of the query's text."""

    def rows(self, ids: Sequence[int], today: date) -> list[CustomerRow]:
        """The rows of these ids, in their order; those that are gone are left out."""

    def names(self) -> list[tuple[int, str]]:
        """Every live name and alias with the id of its customer."""

    def revision(self) -> int:
        """The newest change set: moves with every edit."""

    def named(self, key: str) -> list[tuple[int, str]]:
        """Live customers (id, name) whose name, or an alias of theirs, has this match key."""

    def coded(self, code: str) -> list[tuple[int, str]]:
        """Live customers (id, name) with this code, case aside."""

    def identified(self, kind: IdentifierKind, value: str) -> list[tuple[int, str]]:
        """Live customers (id, name) that hold this identifier."""

    def next_code(self) -> str:
        """The first free code of the form C0001, after the highest in use."""

    def document_count(self, customer_id: int) -> int:
        """How many live documents the customer has."""

    def removed_by(self, kind: type[Record], ids: Collection[int]) -> Mapping[int, str]:
        """Under which verb each of these deleted rows last went to the bin."""
