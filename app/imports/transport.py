"""Rows made ready for the way from the parsing process: by columns, equal values shared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.importing import Cell

Row = tuple["Cell", ...]
Columns = list[Sequence["Cell"]]
_SHARED = frozenset({str, date, datetime})
_SAMPLE = 200


def to_columns(rows: Sequence[Sequence[Cell]]) -> Columns:
    """Rows turned to columns of one length; a repeated text or day becomes one object, pickled once."""
    width = max(map(len, rows), default=0)
    if any(len(row) != width for row in rows):
        rows = [(*row, *("",) * (width - len(row))) for row in rows]
    return [_share(column) for column in zip(*rows, strict=True)]


def _share(column: Sequence[Cell]) -> Sequence[Cell]:
    """The column with equal texts and days made the same object, where they repeat.

    Numbers are left alone: 1, 1.0 and True are equal, and not the same.
    """
    if not set(map(type, column)) <= _SHARED:
        return column
    sample = column[:_SAMPLE]
    if type(column[0]) is str and len(set(sample)) * 2 > len(sample):
        return column
    seen: dict[Cell, Cell] = {}
    return list(map(seen.setdefault, column, column))


def to_rows(count: int, columns: Columns) -> list[Row]:
    """The rows that ``to_columns`` turned, all of one width."""
    return list(zip(*columns, strict=True)) if columns else [()] * count
