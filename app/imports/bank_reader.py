"""A user's bank statement to a ``BankFile``, whatever its format; parsed in a child process."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.domain.bank_file import (
    BankColumns,
    BankFile,
    BankFormat,
    BankReadOptions,
    RawBankLine,
)
from app.domain.entry import EARLIEST, LATEST, MOST
from app.domain.importing import RawTable, SourceOptions
from app.domain.money import CURRENCIES, Money
from app.domain.problem import EnvironmentFaultError, Problem, Severity, Where
from app.imports.bank_child import FORMATS
from app.imports.bank_rows import BadRow, BankRow, HeadRow, LineRow, unpacked
from app.imports.bank_table import BankTable, guess, header_depth, header_row, own_account
from app.imports.child import Facts, Wanted
from app.imports.limits import DEFAULT_LIMITS, ReadControl, ReadLimits
from app.imports.numbers import RoundedError, minor_units
from app.imports.reader import parse_apart, tabulate
from app.imports.transport import Row

_CHUNK = 1 << 20


def read_statement(
    path: Path | str,
    options: BankReadOptions,
    currency: str,
    *,
    remembered: Callable[[RawTable], BankColumns | None] | None = None,
    limits: ReadLimits = DEFAULT_LIMITS,
    control: ReadControl | None = None,
) -> BankFile:
    """The statement in a file; raises ``EnvironmentFaultError`` when there is none to be had."""
    path = Path(path)
    wanted = Wanted(options.sheet, options.encoding, options.delimiter, bank=True)
    facts, rows = parse_apart(path, wanted, limits, control)
    digest = _digest(path)
    if facts.format in FORMATS:
        return statement_of(path.name, facts, digest, rows, options, currency)
    table = bank_table(path.name, facts, rows, options)
    file = BankFile(path.name, BankFormat.TABLE, digest, currency, (), table=table)
    before = remembered(table) if remembered and options.mapping is None else None
    return with_columns(file, options.mapping or before or guess(table), currency)


def _digest(path: Path) -> str:
    """The SHA-256 of the file."""
    made = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            made.update(chunk)
    return made.hexdigest()


def bank_table(name: str, facts: Facts, rows: list[Row], options: BankReadOptions) -> RawTable:
    """The table with its header: as chosen, by the words of banks, else as any table's is found."""
    header = options.header_row or header_row(rows)
    depth = header_depth(rows, header) if header else None
    return tabulate(name, facts, rows, SourceOptions(header_row=header, header_rows=depth))


def with_columns(file: BankFile, columns: BankColumns, currency: str) -> BankFile:
    """The file's table read with these columns; ``currency`` where neither they nor the file name one."""
    if file.table is None:
        return file
    read = BankTable(file.table, columns, currency)
    read.read()
    lines = (
        tuple(sorted(read.lines, key=lambda line: line.on)) if _descending(read.lines) else tuple(read.lines)
    )
    found = {line.currency for line in lines}
    problems = [*file.table.problems, *read.problems, *_several_currencies(found)]
    return replace(
        file,
        currency=found.pop() if len(found) == 1 else columns.currency or currency,
        lines=lines,
        account_hint=own_account(file.table),
        start=min((line.on for line in lines), default=None),
        end=max((line.on for line in lines), default=None),
        problems=tuple(problems),
        mapping=columns,
        guesses={column: role for role, several in columns.columns.items() for column in several},
    )


def _descending(lines: Sequence[RawBankLine]) -> bool:
    """Banks list the newest first; lines of one day then keep their order."""
    return len(lines) > 1 and lines[0].on > lines[-1].on


def _several_currencies(found: set[str]) -> list[Problem]:
    if len(found) <= 1:
        return []
    return [Problem("bank.several_currencies", {"currencies": ", ".join(sorted(found))}, Severity.WARNING)]


def statement_of(
    name: str, facts: Facts, digest: str, rows: Sequence[Row], options: BankReadOptions, currency: str
) -> BankFile:
    """A statement out of the parser's rows, of one of our accounts."""
    found: list[BankRow] = [unpacked(cells) for cells in rows]
    heads = {row.section: row for row in found if isinstance(row, HeadRow)}
    accounts = tuple(dict.fromkeys(head.account for head in heads.values()))
    wanted = options.section if options.section in accounts else accounts[0] if accounts else ""
    mine = [head for head in heads.values() if head.account == wanted]
    ours = {head.section for head in mine}
    money = next((head.currency for head in mine if head.currency), currency)
    reading = _Lines(money)
    for row in found:
        if row.section in ours:
            reading.take(row)
    if not heads:
        raise EnvironmentFaultError("bank.no_statement", name=name)
    lines = tuple(reading.lines)
    problems = [
        *reading.problems,
        *_others(accounts, wanted),
        *_several_currencies({one.currency for one in lines}),
    ]
    if not lines and not problems:
        problems.append(Problem("bank.no_lines", {}, Severity.WARNING))
    opening, closing = _minor(mine[0].opening, money), _minor(mine[-1].closing, money)
    problems += _unbalanced(lines, opening, closing, money)
    days = [line.on for line in lines]
    return BankFile(
        name, facts.format, digest, money, lines, wanted,
        _day(min((head.start for head in mine if head.start), default="")) or min(days, default=None),
        _day(max((head.end for head in mine if head.end), default="")) or max(days, default=None),
        opening, closing,
        tuple(problems),
        accounts,
    )  # fmt: skip


def _others(accounts: Sequence[str], wanted: str) -> list[Problem]:
    """That the file holds statements of further accounts, which are not read now."""
    if len(accounts) <= 1:
        return []
    others = ", ".join(account for account in accounts if account != wanted)
    return [Problem("bank.other_accounts", {"account": wanted, "others": others}, Severity.WARNING)]


def _unbalanced(
    lines: Sequence[RawBankLine], opening: int | None, closing: int | None, currency: str
) -> list[Problem]:
    """That the lines do not lead from the first balance to the last: something is missing or twice."""
    if opening is None or closing is None or any(line.currency != currency for line in lines):
        return []
    found = opening + sum(line.amount for line in lines)
    if found == closing:
        return []
    params = {"stated": Money(closing, currency), "found": Money(found, currency)}
    return [Problem("bank.balance_differs", params, Severity.WARNING)]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _minor(text: str, currency: str) -> int | None:
    try:
        return minor_units(Decimal(text), currency) if text else None
    except (RoundedError, ArithmeticError):
        return None


class _Lines:
    """Turns rows into lines; what cannot be one is a problem."""

    def __init__(self, currency: str) -> None:
        self._currency = currency
        self.lines: list[RawBankLine] = []
        self.problems: list[Problem] = []

    def take(self, row: BankRow) -> None:
        """One more row."""
        if isinstance(row, BadRow):
            self._bad(f"bank.bad_{row.field}", row.row, row.value)
        elif isinstance(row, LineRow):
            self._line(row)

    def _line(self, row: LineRow) -> None:
        currency = row.currency or self._currency
        on = _day(row.on)
        if on is None or not EARLIEST <= on <= LATEST:
            self._bad("bank.bad_date", row.row, row.on)
            return
        if currency not in CURRENCIES:
            self._bad("bank.bad_currency", row.row, currency)
            return
        amount = _minor(row.amount, currency)
        if amount is None or abs(amount) > MOST:
            self._bad("bank.bad_amount", row.row, row.amount)
        elif amount:
            self.lines.append(
                RawBankLine(
                    row.row, on, amount, currency, row.payer, row.payer_account, row.text, row.reference,
                    row.bank_id, bool(row.returned),
                )
            )  # fmt: skip

    def _bad(self, code: str, row: int, value: Any) -> None:
        params = {"row": row, "column": "", "value": str(value)[:60]}
        self.problems.append(Problem(code, params, where=Where(row=row)))
