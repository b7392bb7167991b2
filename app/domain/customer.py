"""Customers as the ledger knows them: who they are, how to reach them, on which terms they buy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class CustomerStatus(StrEnum):
    """Whether the customer trades with us normally."""

    ACTIVE = "active"
    STOPPED = "stopped"
    INSOLVENT = "insolvent"


class IdentifierKind(StrEnum):
    """Which register an identifier comes from."""

    USCC = "uscc"
    CN_TAX15 = "cn_tax15"
    EU_VAT = "eu_vat"
    GB_VAT = "gb_vat"
    LEI = "lei"
    DUNS = "duns"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Customer:
    """One legal customer. ``id`` is 0 until it is stored; ``version`` counts its edits.

    ``dunning_policy`` overrides the company's; ``dunning_block`` is why nobody reminds it (empty:
    not blocked); no reminder goes out up to and including ``grace_until``. ``size_class`` is
    micro, small, medium, large or public; ``sme_disclosed_on`` when we told it that we are an SME.
    ``late_rate`` is the contract's, per cent per ``late_rate_period`` (day, month, year);
    ``handed_to`` is agency, lawyer or insurer from ``handed_on``.
    """

    name: str
    code: str = ""
    short_name: str = ""
    name_en: str = ""
    country: str = "CN"
    currency: str = ""
    terms: str = ""
    language: str = "zh"
    salesperson_id: int | None = None
    region_id: int | None = None
    group_id: int | None = None
    address: str = ""
    phone: str = ""
    email: str = ""
    bank: str = ""
    bank_account: str = ""
    note: str = ""
    status: CustomerStatus = CustomerStatus.ACTIVE
    status_since: date | None = None
    dunning_policy: str = ""
    dunning_block: str = ""
    grace_until: date | None = None
    size_class: str = ""
    contract_on: date | None = None
    sme_disclosed_on: date | None = None
    interest_rule: str = ""
    late_rate: Decimal | None = None
    late_rate_period: str = ""
    late_rate_clause: str = ""
    handed_to: str = ""
    handed_on: date | None = None
    name_key: str = ""
    initials: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Contact:
    """A person at the customer."""

    customer_id: int
    name: str
    role: str = ""
    phone: str = ""
    mobile: str = ""
    email: str = ""
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Identifier:
    """A registered number of the customer, stored in its compact form."""

    customer_id: int
    kind: IdentifierKind
    value: str
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name under which the customer appears in imported files; ``name_key`` is its match key."""

    customer_id: int
    name: str
    name_key: str
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Salesperson:
    """Who is responsible for the customer or the invoice (业务员)."""

    name: str
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Region:
    """A sales region; regions form a tree, and a filter on one takes in all below it."""

    name: str
    parent_id: int | None = None
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class CustomerGroup:
    """A group of companies under one parent."""

    name: str
    parent_id: int | None = None
    deleted: bool = False
    id: int = 0
    version: int = 0
