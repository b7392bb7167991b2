"""A bank statement as its file states it: account, balances and lines, before anything is matched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.importing import DateOrder, Fix, RawTable
from app.domain.problem import Problem, Severity


class BankFormat(StrEnum):
    """What kind of statement file it is."""

    CAMT053 = "camt.053"
    MT940 = "mt940"
    OFX = "ofx"
    TABLE = "table"


class BankRole(StrEnum):
    """What a column of a bank's table feeds; ``TEXT`` and ``REFERENCE`` may take several columns."""

    DATE = "date"
    MONEY_IN = "money_in"
    MONEY_OUT = "money_out"
    AMOUNT = "amount"
    SIGN = "sign"
    PAYER = "payer"
    PAYER_ACCOUNT = "payer_account"
    TEXT = "text"
    REFERENCE = "reference"
    BANK_ID = "bank_id"
    BALANCE = "balance"
    CURRENCY = "currency"
    ACCOUNT = "account"


MANY_COLUMNS = frozenset({BankRole.TEXT, BankRole.REFERENCE})


@dataclass(frozen=True, slots=True)
class BankColumns:
    """Which columns (from 0) feed which role, and how days and amounts are written.

    ``currency`` counts where no column names one ("" is the account's own).
    """

    columns: Mapping[BankRole, tuple[int, ...]]
    date_order: DateOrder = DateOrder.YMD
    decimal: str = "."
    currency: str = ""


@dataclass(frozen=True, slots=True)
class BankReadOptions:
    """What the user chose about the file; None or "" means "find out".

    ``account_id`` lends its currency to a file that names none; ``section`` picks one of the own
    accounts of a file that holds several; ``mapping`` is for tables; rows count from 1.
    """

    account_id: int | None = None
    mapping: BankColumns | None = None
    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    header_row: int | None = None
    section: str = ""


@dataclass(frozen=True, slots=True)
class RawBankLine:
    """One line as the bank states it; ``amount`` in signed minor units, positive is money in.

    ``row`` is its place in the file, from 1. ``bank_id`` is the bank's own number of the line.
    ``returned``: the bank itself marks it as a payment that came back.
    """

    row: int
    on: date
    amount: int
    currency: str
    payer: str = ""
    payer_account: str = ""
    text: str = ""
    reference: str = ""
    bank_id: str = ""
    returned: bool = False


@dataclass(frozen=True, slots=True)
class BankFile:
    """A statement file as read; balances are signed minor units of ``currency``.

    ``account_hint`` is our account's number as the file names it, ``sections`` all that it names.
    ``table`` and ``mapping`` are set for CSV and XLSX only. Nothing may be written while it is
    ``stopped``, and past ``bad_rows`` only when the user leaves them out.
    """

    name: str
    format: str
    digest: str
    currency: str
    lines: tuple[RawBankLine, ...]
    account_hint: str = ""
    start: date | None = None
    end: date | None = None
    opening: int | None = None
    closing: int | None = None
    problems: tuple[Problem, ...] = ()
    sections: tuple[str, ...] = ()
    table: RawTable | None = None
    mapping: BankColumns | None = None
    guesses: Mapping[int, BankRole] = field(default_factory=dict)

    @property
    def errors(self) -> int:
        """How many problems keep it from being taken in whole."""
        return sum(one.severity is Severity.ERROR for one in self.problems)

    @property
    def bad_rows(self) -> tuple[int, ...]:
        """Rows that cannot be read, from 1; without them the rest can still be taken in."""
        return tuple(sorted({one.where.row for one in self.problems if _of_a_row(one)}))

    @property
    def stopped(self) -> bool:
        """Whether nothing can be taken in: an error of the file itself, or no line that can be read."""
        errors = [one for one in self.problems if one.severity is Severity.ERROR]
        return bool(errors) and (not self.lines or not all(map(_of_a_row, errors)))


def _of_a_row(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR and problem.where.row > 0 and problem.fix is not Fix.COLUMNS
