"""A table exactly as the user sees it, on its way to XLSX, CSV or paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.domain.money import Money
from app.domain.problem import DomainError

Cell = str | int | Decimal | date | Money | None
"""One value: money carries its own currency, a percentage is a ratio (0.33), None is empty."""


class ColumnKind(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    INT = "int"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"


_TYPES: dict[ColumnKind, type] = {
    ColumnKind.TEXT: str,
    ColumnKind.INT: int,
    ColumnKind.MONEY: Money,
    ColumnKind.PERCENT: Decimal,
    ColumnKind.DATE: date,
}


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: ``summed`` takes part in page subtotals, ``zero_dash`` shows 0 as "–".

    ``bucket`` is the aging bucket it shows (0 = not due), for the colour swatch; −1 for none.
    """

    key: str
    title: str
    kind: ColumnKind = ColumnKind.TEXT
    summed: bool = False
    zero_dash: bool = False
    bucket: int = -1

    @property
    def is_number(self) -> bool:
        """Whether cells stand right-aligned as figures."""
        return self.kind in {ColumnKind.INT, ColumnKind.MONEY, ColumnKind.PERCENT}


@dataclass(frozen=True, slots=True)
class Table:
    """Title, lines under it, columns, rows in the order shown, and totals rows beneath."""

    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: tuple[tuple[Cell, ...], ...] = ()
    subtitle: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a row that does not fit the columns."""
        kinds = tuple(_TYPES[column.kind] for column in self.columns)
        for number, row in enumerate((*self.rows, *self.totals), 1):
            if len(row) != len(kinds) or not all(map(_fits, row, kinds)):
                raise DomainError("table.bad_row", row=number, columns=len(kinds))


def _fits(cell: Cell, kind: type) -> bool:
    """Whether a cell is empty or of the column's type."""
    return cell is None or isinstance(cell, kind)
