"""The lists of the watch as files: what stands on screen, in its columns and its order."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint

from app.domain.money import Money
from app.domain.table import ColumnKind
from app.ui.models.columns import CHECK
from app.ui.pages.customers.exporting import TableExports

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QPushButton

    from app.domain.table import Cell
    from app.services.ports import Control
    from app.ui.models.columns import Column
    from app.ui.models.row_table import RowTable
    from app.ui.tables.data_table import DataTable

R = TypeVar("R")


def export_menu(
    exports: TableExports,
    at: QPushButton,
    table: DataTable,
    model: RowTable[R],
    title: str,
    money: Callable[[R], Money] | None = None,
) -> None:
    """Offer the formats below a button; ``money`` is what the column "amount" holds."""
    run = partial(export_table, exports, table, model, title, money)
    menu = exports.menu(run)
    menu.popup(at.mapToGlobal(QPoint(0, at.height())))


def export_table(
    exports: TableExports,
    table: DataTable,
    model: RowTable[R],
    title: str,
    money: Callable[[R], Money] | None,
    file_format: str,
) -> None:
    """Ask where to, and write the rows shown."""
    shown = dict(zip(model.ids(), model.shown(), strict=True))

    def rows(ids: Sequence[int], _control: Control) -> list[R]:
        return [shown[row_id] for row_id in ids if row_id in shown]

    cells: dict[str, tuple[ColumnKind, Callable[[R], Cell]]] = {}
    for column in (one for one in model.columns if one.key != CHECK):
        cells[column.key] = _cells(column, list(shown.values()), money)
    exports.table(table.view, model.ids(), rows, cells, title, file_format)


def _cells(
    column: Column[R], rows: Sequence[R], money: Callable[[R], Money] | None
) -> tuple[ColumnKind, Callable[[R], Cell]]:
    """Days stay days and amounts amounts; the rest is what stands in the cell."""
    if column.key == "amount" and money is not None:
        return ColumnKind.MONEY, money
    values = [column.value(row) for row in rows]
    if column.plain is not None and values and all(isinstance(value, date) for value in values):
        return ColumnKind.DATE, lambda row: _day(column.value(row))
    return ColumnKind.TEXT, lambda row: column.cell(row).text


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
