"""Rows made ready for the way from the parsing process: by columns, equal days shared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.importing import Cell

Row = tuple["Cell", ...]
Columns = list[Sequence["Cell"]]
_DAYS = frozenset({date, datetime})


def to_columns(rows: Sequence[Sequence[Cell]]) -> Columns:
    """Rows turned to columns of one length; a repeated day becomes one object, pickled once."""
    width = max(map(len, rows), default=0)
    if any(len(row) != width for row in rows):
        rows = [(*row, *("",) * (width - len(row))) for row in rows]
    return [_share_days(column) for column in zip(*rows, strict=True)]


def _share_days(column: Sequence[Cell]) -> Sequence[Cell]:
    """The column with equal days made the same object."""
    if _DAYS.isdisjoint(map(type, column)):
        return column
    seen: dict[Cell, Cell] = {}
    return [seen.setdefault(cell, cell) if type(cell) in _DAYS else cell for cell in column]


def to_rows(count: int, columns: Columns) -> list[Row]:
    """The rows that ``to_columns`` turned, all of one width."""
    return list(zip(*columns, strict=True)) if columns else [()] * count
