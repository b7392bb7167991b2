"""The rows in which the parsing process hands a bank statement over, whatever its format.

Each travels as a plain row of cells with its kind in front. Sections (one for each statement of the
file) count from 0; amounts and days are texts still.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple


class LineRow(NamedTuple):
    """One booking: ``amount`` is a signed decimal in major units, ``returned`` "1" or ""."""

    section: int
    row: int
    on: str
    amount: str
    currency: str
    payer: str = ""
    payer_account: str = ""
    text: str = ""
    reference: str = ""
    bank_id: str = ""
    returned: str = ""


class HeadRow(NamedTuple):
    """The own account of a section; balances are signed decimals in major units."""

    section: int
    account: str = ""
    currency: str = ""
    start: str = ""
    end: str = ""
    opening: str = ""
    closing: str = ""


class BadRow(NamedTuple):
    """A booking that could not be read: which field of which row, and what stood there."""

    section: int
    row: int
    field: str
    value: str


BankRow = LineRow | HeadRow | BadRow
_KINDS: dict[str, type[LineRow | HeadRow | BadRow]] = {
    kind.__name__: kind for kind in (LineRow, HeadRow, BadRow)
}


def packed(row: BankRow) -> tuple[str | int, ...]:
    """A row as cells."""
    return (type(row).__name__, *row)


def unpacked(cells: Sequence[Any]) -> BankRow:
    """The row that ``packed`` made cells of; empty cells may follow."""
    kind = _KINDS[cells[0]]
    return kind(*cells[1 : len(kind._fields) + 1])


_MOST = 10_000


def one_line(*texts: str) -> str:
    """Texts put together without line ends, repeated blanks or control characters; equal ones once.

    No format lets a bank write more than is kept of it.
    """
    parts = dict.fromkeys(" ".join("".join(map(_shown, text)).split()) for text in texts if text)
    return " ".join(part for part in parts if part)[:_MOST]


def _shown(char: str) -> str:
    return char if char.isprintable() else " "
