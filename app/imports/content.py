"""What the values of a column look like: days, amounts, names; the check on a guess by title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from app.domain.importing import Cell, RawTable, Role
from app.imports.dates import looks_like_date
from app.imports.header import is_blank
from app.imports.numbers import BadNumberError, looks_like_number, parse

SAMPLE_ROWS = 400
"""How many rows below the header are looked at."""

_SHARE = 0.5
_SHARE_OF_NAMED = 0.25
_ITEM_CELLS = 3
_NAME_SHARE = 0.3
_COMPANY = re.compile(
    r"公司|有限|集团|厂|商行|经营部|店|中心|\b(ltd|limited|inc|llc|gmbh|corp|co|plc|bv|nv|sa|srl|ag|oy|ab|pty|kft)\b\.?",
    re.IGNORECASE,
)
DATES = frozenset({Role.INVOICE_DATE, Role.DUE, Role.PAID_ON, Role.SHIPPED})
AMOUNTS = frozenset(
    {
        Role.AMOUNT, Role.AMOUNT_BASE, Role.NET, Role.TAX, Role.SETTLED, Role.OPEN, Role.DEBIT,
        Role.CREDIT, Role.BALANCE,
    }
)  # fmt: skip
_NUMERIC = AMOUNTS | {Role.RATE, Role.OVERDUE_DAYS}


def sample_columns(table: RawTable) -> list[list[Cell]]:
    """The filled cells of each column in the first few hundred rows with enough cells for an item."""
    start = table.header_row + table.header_rows - 1 if table.header_row else 0
    below = table.rows[start : start + SAMPLE_ROWS]
    rows = [row for row in below if sum(not is_blank(cell) for cell in row) >= _ITEM_CELLS] or below
    width = max(len(table.header), max(map(len, rows), default=0))
    return [
        [row[column] for row in rows if column < len(row) and not is_blank(row[column])]
        for column in range(width)
    ]


def fits(role: Role, cells: Sequence[Cell], *, named: bool = False) -> bool:
    """False when the values contradict the role; an empty column contradicts nothing.

    A column whose title is exactly a name of the role (``named``) may hold more subtotals' texts.
    """
    if not cells:
        return True
    share = _SHARE_OF_NAMED if named else _SHARE
    if role in DATES:
        return share_of_dates(cells) >= share
    if role in _NUMERIC:
        return _share(sum(map(looks_like_number, cells)), cells) >= share
    if role in {Role.CUSTOMER, Role.CURRENCY, Role.STATUS, Role.DOC_TYPE}:
        return share_of_dates(cells) < _SHARE
    return True


def is_running(amounts: Sequence[Cell], balances: Sequence[Cell]) -> bool:
    """True when most balances are the one before plus or less the amount of their row.

    A row whose balance is its amount starts a customer, sums one up, or is an unpaid item: it
    says nothing.
    """
    if len(amounts) != len(balances):
        return False
    pairs = [(_value(amount), _value(balance)) for amount, balance in zip(amounts, balances, strict=True)]
    steps = [
        (balance or 0) - (before or 0) == amount
        for (_, before), (amount, balance) in pairwise(pairs)
        if None not in {amount, balance, before} and amount != balance
    ]
    return sum(steps) * 2 > len(steps)


def _value(cell: Cell) -> Decimal | None:
    """A cell's amount; None for what is none."""
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return None
    try:
        return parse(str(cell))
    except BadNumberError:
        return None


def share_of_dates(cells: Sequence[Cell]) -> float:
    """The share of cells that read as days; plain numbers count only as eight digits or serials."""
    return _share(sum(map(looks_like_date, cells)), cells)


def share_of_companies(cells: Sequence[Cell]) -> float:
    """The share of cells that name a company."""
    return _share(sum(1 for c in cells if isinstance(c, str) and _COMPANY.search(c)), cells)


def _share(count: int, cells: Sequence[Cell]) -> float:
    return count / len(cells) if cells else 0.0


def by_content(cells: Sequence[Cell]) -> Role | None:
    """The role that the values alone suggest: a day, a company, an amount with cents, a unique number."""
    if not cells:
        return None
    if share_of_dates(cells) > 1 - _SHARE / 5 and not all(isinstance(c, int | float) for c in cells):
        return Role.INVOICE_DATE
    if share_of_companies(cells) >= _NAME_SHARE:
        return Role.CUSTOMER
    if all(map(looks_like_number, cells)) and any(_has_cents(cell) for cell in cells):
        return Role.AMOUNT
    texts = [cell for cell in cells if isinstance(cell, str)]
    unique = len(set(texts)) == len(cells) > 1
    if unique and all(any(c.isdigit() for c in text) and len(text) < 30 for text in texts):  # noqa: PLR2004 - longer is a remark
        return Role.NUMBER
    return None


def _has_cents(cell: Cell) -> bool:
    """True for a number with decimals."""
    if isinstance(cell, float):
        return not cell.is_integer()
    return isinstance(cell, str) and bool(re.search(r"[.,]\d{2}\)?$", cell))
