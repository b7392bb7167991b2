"""What an imported file becomes: raw cells, classified rows, staged records and row problems.

A file is read to a ``RawTable`` (imports room), given a ``ColumnMap`` and turned into a
``StagedFile`` (imports room, pure), matched against the ledger into an ``ImportPlan`` (services)
and only then written. Nothing on this way raises for bad input: it becomes a ``Problem``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from app.domain.document import DocumentKind
from app.domain.import_records import ImportKind
from app.domain.problem import Problem

__all__ = [
    "Cell",
    "ColumnGuess",
    "ColumnMap",
    "Corrections",
    "DateOrder",
    "FileTotal",
    "Fix",
    "ImportKind",
    "RawTable",
    "Role",
    "RowClass",
    "SourceOptions",
    "StagedCustomer",
    "StagedDocument",
    "StagedFile",
]

Cell = str | int | float | bool | date | datetime | time | None


class Role(StrEnum):
    """The field of ours that a column of the file feeds."""

    INVOICE_DATE = "invoice_date"
    NUMBER = "number"
    CUSTOMER_CODE = "customer_code"
    CUSTOMER = "customer"
    SHORT_NAME = "short_name"
    DOC_TYPE = "doc_type"
    STATUS = "status"
    AMOUNT = "amount"
    AMOUNT_BASE = "amount_base"
    NET = "net"
    TAX = "tax"
    SETTLED = "settled"
    OPEN = "open"
    DEBIT = "debit"
    CREDIT = "credit"
    DIRECTION = "direction"
    BALANCE = "balance"
    CURRENCY = "currency"
    RATE = "rate"
    DUE = "due"
    PAID_ON = "paid_on"
    TERMS = "terms"
    SHIPPED = "shipped"
    METHOD = "method"
    OVERDUE_DAYS = "overdue_days"
    OWNER = "owner"
    REFERENCE = "reference"
    CONTRACT = "contract"
    NOTE = "note"
    DISPUTED = "disputed"
    TAX_ID = "tax_id"
    COUNTRY = "country"
    REGION = "region"
    GROUP = "group"
    ADDRESS = "address"
    CONTACT = "contact"
    PHONE = "phone"
    MOBILE = "mobile"
    EMAIL = "email"
    BANK = "bank"
    ACCOUNT = "account"


class RowClass(StrEnum):
    """What a row of the file is. ``SKIPPED`` is an item left out with a reason (a voided invoice)."""

    TITLE = "title"
    HEADER = "header"
    BAND = "band"
    ITEM = "item"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    BLANK = "blank"
    FOOTER = "footer"
    SKIPPED = "skipped"
    UNKNOWN = "unknown"


class Fix(StrEnum):
    """What is offered against a problem; ``VALUE`` is followed by the proposed text.

    ``SKIP`` leaves the row out, ``CELL`` goes to the cell to type it over, ``COLUMNS`` to the
    column map, ``DATES`` asks for the order of day and month, ``HEADER``, ``SHEET`` and
    ``ENCODING`` go to that choice.
    """

    SKIP = "skip_row"
    CELL = "go_to_cell"
    VALUE = "set_value:"
    COLUMNS = "map_columns"
    DATES = "choose_date_order"
    HEADER = "choose_header"
    SHEET = "choose_sheet"
    ENCODING = "choose_encoding"


class DateOrder(StrEnum):
    """How the numbers of a written date follow each other, decided per column."""

    YMD = "ymd"
    DMY = "dmy"
    MDY = "mdy"


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """What the user corrected about the file; None means "find out". Rows count from 1."""

    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    header_row: int | None = None
    header_rows: int | None = None


@dataclass(frozen=True, slots=True)
class RawTable:
    """One sheet as read: what was found out about the file, and its cells.

    ``rows[i]`` is row i+1 of the sheet. ``header`` holds the (joined, when two-line) column
    titles of row ``header_row``; 0 means no header was found. ``signature`` is the same for two
    files with the same titles. ``delimiter`` and ``encoding`` are "" for workbooks.
    """

    name: str
    format: str
    sheet: str
    sheets: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header: tuple[str, ...]
    header_row: int
    header_rows: int
    signature: str
    encoding: str = ""
    delimiter: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """Why a column was given its role: ``reason`` is "name", "content", "remembered" or ""."""

    role: Role | None
    reason: str
    sample: str


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Which column (from 0) feeds which role, and how its texts are read.

    ``date_orders`` is per column; a column in ``ambiguous`` could be day or month first and the
    user must say. ``decimal`` is "." or ","; ``unit`` multiplies amounts (10000 for 万元).
    """

    kind: ImportKind
    columns: Mapping[Role, int]
    date_orders: Mapping[int, DateOrder] = field(default_factory=dict)
    ambiguous: tuple[int, ...] = ()
    decimal: str = "."
    unit: Decimal = Decimal(1)
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Corrections:
    """What the user changed in the preview: cells typed over (row, column from 1 → text), rows left out."""

    cells: Mapping[tuple[int, int], str] = field(default_factory=dict)
    skip: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class StagedDocument:
    """An invoice, credit note, receipt or refund as the file states it; amounts in minor units, positive.

    ``settled``, ``open`` and ``tax`` are what the file itself says (None when it does not), ``method``
    is a code of ``app.domain.buyer_limit`` ("" when unknown). ``lines`` are
    the further rows folded into this document (Xero writes one row per invoice line).
    """

    row: int
    kind: DocumentKind
    number: str
    customer: str
    customer_code: str
    doc_date: date
    currency: str
    amount: int
    due_date: date | None = None
    settled: int | None = None
    open: int | None = None
    paid_on: date | None = None
    terms: str = ""
    reference: str = ""
    contract: str = ""
    owner: str = ""
    note: str = ""
    tax_id: str = ""
    disputed: bool = False
    rate: Decimal | None = None
    lines: tuple[int, ...] = ()
    shipped_on: date | None = None
    method: str = ""
    tax: int | None = None


@dataclass(frozen=True, slots=True)
class StagedCustomer:
    """A customer as the file states it."""

    row: int
    name: str
    code: str = ""
    short_name: str = ""
    tax_id: str = ""
    country: str = ""
    currency: str = ""
    terms: str = ""
    owner: str = ""
    region: str = ""
    group: str = ""
    address: str = ""
    contact: str = ""
    phone: str = ""
    mobile: str = ""
    email: str = ""
    bank: str = ""
    account: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FileTotal:
    """A total row of the file set against the sum of the items above it, in one currency."""

    row: int
    currency: str
    stated: int
    found: int


@dataclass(frozen=True, slots=True)
class StagedFile:
    """The whole file read with one column map: records, problems, the class of every row, totals.

    ``classes[i]`` is the class of row i+1; ``reasons`` says why a row was skipped (row → code).
    ``sums`` is the net amount per currency (credits negative), minor units. ``open_only``: the
    file tells what is open and not what was invoiced, so amounts are open amounts.
    """

    kind: ImportKind
    documents: tuple[StagedDocument, ...]
    customers: tuple[StagedCustomer, ...]
    problems: tuple[Problem, ...]
    classes: tuple[RowClass, ...]
    reasons: Mapping[int, str]
    sums: Mapping[str, int]
    totals: tuple[FileTotal, ...]
    open_only: bool = False
