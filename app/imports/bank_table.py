"""A bank's CSV or workbook to statement lines: its header found, its columns told, each row read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from app.domain.bank_file import BankColumns, BankRole, RawBankLine
from app.domain.entry import EARLIEST, LATEST, MOST
from app.domain.importing import Cell, DateOrder, Fix, RawTable
from app.domain.problem import Problem, Severity, Where
from app.imports import dates
from app.imports.bank_rows import one_line
from app.imports.bank_titles import role_of, roles
from app.imports.cells import as_text
from app.imports.currencies import iso
from app.imports.header import SEARCH_ROWS, is_blank
from app.imports.numbers import (
    BadNumberError,
    RoundedError,
    decimal_mark,
    float_to_decimal,
    minor_units,
    parse,
)

_AMOUNTS = (BankRole.MONEY_IN, BankRole.MONEY_OUT, BankRole.AMOUNT)
_IN = frozenset("贷 c cr credit 收入 收 转入 来账 入 + in 存入 贷方 入账 进账".split())
_OUT = frozenset("借 d dr debit 支出 支 转出 往账 出 - out 支取 借方 出账 付".split())
_RETURN = re.compile(r"退票|退汇|退款|退回|冲正|returned|reversal|unpaid|bounced", re.IGNORECASE)
_ACCOUNT_LINE = re.compile(
    r"(?:账\s*号|帐\s*号|账户|account(?:\s*(?:no|number))?)\W{0,3}([A-Z]{0,2}[\d][\d \-*]{6,40})",
    re.IGNORECASE,
)
_CURRENCY_LINE = re.compile(r"(?:币\s*[种别]|货币|currency)\s*[:：]?\s*([^\s,，;；、)）]+)", re.IGNORECASE)
_TOTALS = re.compile(
    r"^\s*(合计|总计|小计|本页|累计|total|subtotal|期初|上期|承前|opening balance|closing balance|期末)",
    re.IGNORECASE,
)
_SHOWN = 60
_LEAST_ROLES = 2


def header_row(rows: Sequence[Sequence[Cell]]) -> int | None:
    """Which row (from 1) names most of a bank's columns; None when none names a day and an amount."""
    best, most = None, 0
    for index, row in enumerate(rows[:SEARCH_ROWS]):
        found = roles([as_text(cell) for cell in row])
        if BankRole.DATE in found and any(role in found for role in _AMOUNTS) and len(found) > most:
            best, most = index + 1, len(found)
    return best if most >= _LEAST_ROLES else None


def header_depth(rows: Sequence[Sequence[Cell]], row: int) -> int:
    """How many rows the header at ``row`` (from 1) takes: 2 where money in and out stand below a group."""
    below = rows[row] if row < len(rows) else ()
    texts = [as_text(cell) for cell in below if not is_blank(cell)]
    if not texts or any(char.isdigit() for text in texts for char in text):
        return 1
    return 2 if any(role in roles(texts) for role in _AMOUNTS) else 1


def _telling(title: str) -> str:
    """Of a title over two rows the words by which banks name the column."""
    upper, _, lower = title.partition("-")
    candidates = (f"{upper} {lower}", upper[:2] + lower, lower)  # 对方信息 over 账号 is 对方账号
    return next((each for each in candidates if lower and role_of(each)), title)


def guess(table: RawTable) -> BankColumns:
    """Which column feeds which role, by the titles; how days and amounts are written, by the values."""
    found = roles(table.header if table.header_rows <= 1 else [_telling(each) for each in table.header])
    if BankRole.MONEY_IN in found or BankRole.MONEY_OUT in found:
        found.pop(BankRole.AMOUNT, None)
        found.pop(BankRole.SIGN, None)
    return settled(table, BankColumns(found, currency=_named_currency(table)))


def settled(table: RawTable, columns: BankColumns) -> BankColumns:
    """The columns with the order of days and the decimal mark that their values show."""
    days = [cell for column in columns.columns.get(BankRole.DATE, ()) for cell in _cells(table, column)]
    decision = dates.decide(days)
    amounts = (
        cell
        for role in _AMOUNTS
        for column in columns.columns.get(role, ())
        for cell in _cells(table, column)
    )
    return BankColumns(
        columns.columns,
        decision.order if decision else DateOrder.YMD,
        decimal_mark(amounts, "," if table.delimiter == ";" else "."),
        columns.currency,
    )


def own_account(table: RawTable) -> str:
    """The account number that the lines above the header name; "" if none."""
    for row in table.rows[: max(table.header_row - 1, 0)]:
        found = _ACCOUNT_LINE.search(" ".join(as_text(cell) for cell in row if not is_blank(cell)))
        if found:
            return re.sub(r"[\s\-]", "", found[1])
    return ""


def _named_currency(table: RawTable) -> str:
    for row in table.rows[: max(table.header_row - 1, 0)]:
        found = _CURRENCY_LINE.search(" ".join(as_text(cell) for cell in row if not is_blank(cell)))
        if found and iso(found[1]):
            return iso(found[1]) or ""
    return ""


def _start(table: RawTable) -> int:
    return table.header_row + table.header_rows - 1 if table.header_row else 0


def _cells(table: RawTable, column: int) -> Iterable[Cell]:
    return (row[column] for row in table.rows[_start(table) :] if column < len(row))


@dataclass(slots=True)
class BankTable:
    """Reads the rows of a table with one set of columns; gathers lines and problems."""

    table: RawTable
    columns: BankColumns
    currency: str
    lines: list[RawBankLine] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    balances: list[tuple[int, str]] = field(default_factory=list)

    def read(self) -> None:
        """Every row below the header."""
        self.problems += self._missing_columns()
        if self.problems:
            return
        for index in range(_start(self.table), len(self.table.rows)):
            row = self.table.rows[index]
            if not all(map(is_blank, row)):
                self._row(index, row)
        if not self.lines and not self.problems:
            self.problems.append(Problem("bank.no_lines", {}, Severity.WARNING))

    def _missing_columns(self) -> list[Problem]:
        has = self.columns.columns
        lacking = [] if BankRole.DATE in has else ["bank.no_date_column"]
        if not any(role in has for role in _AMOUNTS):
            lacking.append("bank.no_amount_column")
        where = Where(self.table.sheet, self.table.header_row)
        return [Problem(code, {}, where=where, fix=Fix.COLUMNS) for code in lacking]

    def _text(self, row: Sequence[Cell], role: BankRole) -> str:
        wanted = (column for column in self.columns.columns.get(role, ()) if column < len(row))
        return one_line(*(as_text(row[column]).strip("\t ") for column in wanted))

    def _row(self, index: int, row: Sequence[Cell]) -> None:
        """A line, a problem, or a row that is none (a total, a remark)."""
        first = next(as_text(cell) for cell in row if not is_blank(cell))
        on, fault = self._day(row)
        amount, wrong, named = self._amount(row)
        if _TOTALS.match(first) or (on is None and amount is None and not wrong):
            return
        if on is None:
            if amount is not None or wrong:
                self._bad("bank.bad_date" if fault else "bank.missing_date", index, row, BankRole.DATE)
            return
        if amount is None:
            if wrong:
                self._bad("bank.bad_amount", index, row, wrong)
            elif self._text(row, BankRole.PAYER) or self._text(row, BankRole.BANK_ID):
                self._bad("bank.missing_amount", index, row, BankRole.AMOUNT)
            return
        if amount:
            self._add(index, row, on, amount, named)

    def _add(self, index: int, row: Sequence[Cell], on: date, amount: int, currency: str) -> None:
        text = self._text(row, BankRole.TEXT)
        self.lines.append(
            RawBankLine(
                index + 1, on, amount, currency,
                self._text(row, BankRole.PAYER),
                self._text(row, BankRole.PAYER_ACCOUNT).replace(" ", ""),
                text,
                self._text(row, BankRole.REFERENCE),
                self._text(row, BankRole.BANK_ID),
                bool(_RETURN.search(text)),
            )
        )  # fmt: skip
        self.balances.append((index, self._text(row, BankRole.BALANCE)))

    def _day(self, row: Sequence[Cell]) -> tuple[date | None, bool]:
        """The day of a row; whether what stands there is none (an empty cell is not a wrong one)."""
        for column in self.columns.columns[BankRole.DATE]:
            cell = row[column] if column < len(row) else None
            if not is_blank(cell):
                try:
                    day = dates.parse(cell, self.columns.date_order)
                except dates.BadDateError:
                    return None, True
                return (day, False) if day and EARLIEST <= day <= LATEST else (None, True)
        return None, False

    def _amount(self, row: Sequence[Cell]) -> tuple[int | None, BankRole | None, str]:
        """Signed minor units of a row, money in positive; the column that cannot be read; the currency."""
        named = iso(self._text(row, BankRole.CURRENCY)) or ""
        currency = named or self.columns.currency or self.currency
        values: dict[BankRole, Decimal] = {}
        for role in _AMOUNTS:
            for column in self.columns.columns.get(role, ()):
                cell = row[column] if column < len(row) else None
                if is_blank(cell):
                    continue
                value = self._number(cell)
                if value is None:
                    return None, role, currency
                values[role] = value
        if not values:
            return None, None, currency
        signed = self._signed(values, row)
        if signed is None:
            return None, BankRole.SIGN, currency
        try:
            minor = minor_units(signed, currency)
        except (RoundedError, ArithmeticError):
            return None, next(iter(values)), currency
        return (minor, None, currency) if abs(minor) <= MOST else (None, next(iter(values)), currency)

    def _number(self, cell: Cell) -> Decimal | None:
        try:
            if isinstance(cell, float):
                return float_to_decimal(cell)
            return parse(as_text(cell), self.columns.decimal)
        except BadNumberError:
            return None

    def _signed(self, values: dict[BankRole, Decimal], row: Sequence[Cell]) -> Decimal | None:
        """Money in less money out; one amount by its own sign or by the word beside it."""
        if BankRole.AMOUNT not in values:
            # A reversal stands in its own column with a minus; money out may be written as negative.
            out = values.get(BankRole.MONEY_OUT, Decimal(0))
            money_in = values.get(BankRole.MONEY_IN, Decimal(0))
            return money_in - (abs(out) if BankRole.MONEY_IN not in values or money_in == 0 else out)
        amount = values[BankRole.AMOUNT]
        if BankRole.SIGN not in self.columns.columns:
            return amount
        word = unicodedata.normalize("NFKC", self._text(row, BankRole.SIGN)).strip().casefold()
        if word in _IN:
            return amount
        if word in _OUT:
            return -abs(amount)
        return amount if not word and amount < 0 else None

    def _bad(self, code: str, index: int, row: Sequence[Cell], role: BankRole) -> None:
        columns = self.columns.columns.get(role, ())
        column = columns[0] if columns else -1
        value = as_text(row[column])[:_SHOWN] if 0 <= column < len(row) else ""
        title = self.table.header[column] if 0 <= column < len(self.table.header) else ""
        where = Where(self.table.sheet, index + 1, column + 1)
        params = {"row": index + 1, "column": title, "value": value}
        self.problems.append(Problem(code, params, where=where, fix=Fix.CELL))
