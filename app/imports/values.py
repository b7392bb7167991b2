"""Every column of a sheet converted once, before any row is judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from app.domain.importing import Cell, DateOrder, Role
from app.imports.content import AMOUNTS, DATES
from app.imports.converters import Amounts, Days, to_amounts, to_codes, to_days, to_texts
from app.imports.currencies import iso
from app.imports.sheet import Sheet

TEXTS = (
    Role.CUSTOMER, Role.DOC_TYPE, Role.STATUS, Role.DIRECTION, Role.TERMS, Role.OWNER, Role.NOTE,
    Role.DISPUTED, Role.RATE, Role.METHOD,
)  # fmt: skip
CODES = (Role.NUMBER, Role.CUSTOMER_CODE, Role.REFERENCE, Role.CONTRACT, Role.TAX_ID)

MOST_OF_A_NAME, MOST_OF_A_NOTE = 300, 10_000
"""Characters of a name, number or other short text, and of a note."""


@dataclass(slots=True)
class Values:
    """The converted columns by role; rows count from 0 and columns nobody feeds are empty.

    ``usual`` is the currency where the file names none. ``main`` is the amount of each row with
    the file's own sign, debit less credit in a ledger. ``suspect`` are the rows with a cell that
    could not be read.
    """

    count: int
    usual: str
    currencies: list[str]
    days: dict[Role, Days]
    amounts: dict[Role, Amounts]
    texts: dict[Role, list[str]]
    unknown_currency: set[int]
    lost: dict[Role, set[int]]
    endless: dict[Role, set[int]] = field(default_factory=dict)
    main: list[int | None] = field(default_factory=list)
    main_role: Role = Role.AMOUNT
    suspect: set[int] = field(default_factory=set)

    def text(self, role: Role) -> list[str]:
        """The texts of a role, all empty when no column feeds it."""
        found = self.texts.get(role)
        return found if found is not None else [""] * self.count

    def day(self, role: Role) -> list[date | None]:
        """The days of a role, all None when no column feeds it."""
        found = self.days.get(role)
        return found.values if found else [None] * self.count

    def amount(self, role: Role) -> list[int | None]:
        """The amounts of a role in minor units, all None when no column feeds it."""
        found = self.amounts.get(role)
        return found.values if found else [None] * self.count


def convert(sheet: Sheet, default_currency: str) -> Values:
    """All columns of a sheet as values."""
    usual = sheet.columns.currency or default_currency
    currencies, unknown = _currencies(sheet, usual)
    values = Values(
        count=sheet.count,
        usual=usual,
        currencies=currencies,
        days=_days(sheet),
        amounts=_amounts(sheet, currencies, usual),
        texts={},
        unknown_currency=unknown,
        lost={},
    )
    for role in TEXTS:
        cells = sheet.cells(role)
        if cells is not None:
            values.texts[role] = to_texts(cells)
    for role in CODES:
        cells = sheet.cells(role)
        if cells is not None:
            values.texts[role], values.lost[role] = to_codes(cells)
    values.endless = {role: found for role, texts in values.texts.items() if (found := _endless(role, texts))}
    _apply_symbols(values)
    values.main, values.main_role = main_amounts(values, sheet)
    values.suspect = _suspect(values)
    return values


def _currencies(sheet: Sheet, usual: str) -> tuple[list[str], set[int]]:
    """The currency of each row, and the rows whose currency nobody knows."""
    cells = sheet.cells(Role.CURRENCY)
    if cells is None:
        return [usual] * sheet.count, set()
    unknown: set[int] = set()
    currencies = []
    for index, text in enumerate(to_texts(cells)):
        code = iso(text)
        if code is None and index >= sheet.start:
            unknown.add(index)
        currencies.append(code or usual)
    return currencies, unknown


def _days(sheet: Sheet) -> dict[Role, Days]:
    """The columns of days, header and titles left out."""
    found = {}
    for role in DATES:
        cells = sheet.cells(role)
        if cells is not None:
            order = sheet.columns.date_orders.get(sheet.index(role), DateOrder.YMD)
            found[role] = to_days(_below(cells, sheet.start), order)
    return found


def _amounts(sheet: Sheet, currencies: list[str], usual: str) -> dict[Role, Amounts]:
    """The columns of amounts; those in the base currency count in the usual one."""
    how = sheet.columns.decimal, sheet.columns.unit
    found = {}
    for role in AMOUNTS:
        cells = sheet.cells(role)
        if cells is not None:
            own = currencies if role is not Role.AMOUNT_BASE else [usual] * sheet.count
            signs = not sheet.has(Role.CURRENCY)
            found[role] = to_amounts(_below(cells, sheet.start), own, *how, signs=signs)
    return found


def _below(cells: list[Cell], start: int) -> list[Cell]:
    """The cells with those of titles and header blanked: they are no values."""
    return [None] * start + cells[start:]


def _apply_symbols(values: Values) -> None:
    """A currency sign in an amount is the currency of its row."""
    for role in (Role.OPEN, Role.AMOUNT):
        if role in values.amounts:
            for index, code in values.amounts[role].symbols.items():
                values.currencies[index] = code


def main_amounts(values: Values, sheet: Sheet) -> tuple[list[int | None], Role]:
    """The amount each row stands for and the column it comes from.

    In order: the amount; debit less credit; net and tax; the amount in base currency; what is
    open. A row without amount stands for what is open and settled of it.
    """
    amounts = values.amounts
    if Role.AMOUNT in amounts:
        return _with_open(values, amounts[Role.AMOUNT].values), Role.AMOUNT
    if Role.DEBIT in amounts or Role.CREDIT in amounts:
        pairs = zip(values.amount(Role.DEBIT), values.amount(Role.CREDIT), strict=True)
        return [_side(debit, credit) for debit, credit in pairs], Role.DEBIT
    if Role.NET in amounts:
        pairs = zip(values.amount(Role.NET), values.amount(Role.TAX), strict=True)
        return [None if net is None else net + (tax or 0) for net, tax in pairs], Role.NET
    if Role.AMOUNT_BASE in amounts and not sheet.has(Role.CURRENCY):
        return _with_open(values, amounts[Role.AMOUNT_BASE].values), Role.AMOUNT_BASE
    return _with_open(values, [None] * values.count), Role.OPEN


def _side(debit: int | None, credit: int | None) -> int | None:
    """Debit less credit; None when both cells are empty."""
    return None if debit is None and credit is None else (debit or 0) - (credit or 0)


def _with_open(values: Values, main: Sequence[int | None]) -> list[int | None]:
    """The amounts, an empty or zero one replaced by what is open plus what is settled."""
    if Role.OPEN not in values.amounts:
        return list(main)
    still, settled = values.amount(Role.OPEN), values.amount(Role.SETTLED)
    return [
        amount if amount or still[i] is None else (still[i] or 0) + (settled[i] or 0)
        for i, amount in enumerate(main)
    ]


def _suspect(values: Values) -> set[int]:
    """Rows with a cell that could not be read, or not read exactly."""
    rows = set(values.unknown_currency)
    for days in values.days.values():
        rows.update(days.bad)
    for amounts in values.amounts.values():
        rows |= amounts.bad | amounts.rounded
    for odd in (*values.lost.values(), *values.endless.values()):
        rows |= odd
    return rows


def most_characters(role: Role) -> int:
    """How long a text of this role can be; what is longer is a page that lost its quotes, or ill meant."""
    return MOST_OF_A_NOTE if role is Role.NOTE else MOST_OF_A_NAME


def _endless(role: Role, texts: Sequence[str]) -> set[int]:
    """The rows whose text is longer than any name or note."""
    most = most_characters(role)
    return {index for index, text in enumerate(texts) if len(text) > most}
