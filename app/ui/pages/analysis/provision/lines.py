"""Tables of a few lines in a fixed order: titles and cells in words, as high as their rows where wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.ui.models.columns import DASH, Align, Cell, Column
from app.ui.models.row_table import RowTable
from app.ui.tables.data_table import DataTable
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.context import PageContext

_EDGE, _LEAST = 12, 3
"""The frame, and room so that no bar appears beside rows that all fit."""


@dataclass(frozen=True, slots=True)
class Head:
    """A column's title; a ``figure`` stands right. ``drop`` above 0 leaves first when it gets narrow."""

    key: str
    title: str
    figure: bool = False
    width: int = 120
    min_width: int = 72
    stretch: int = 0
    drop: int = 0
    told: str = ""
    """What a screen reader says where the eye needs no title."""


@dataclass(frozen=True, slots=True)
class PlainRow:
    """One line with a cell for each head; ``key`` is what it stands for, above 0."""

    key: int
    cells: tuple[Cell, ...]


class LinesTable(DataTable):
    """``show_lines`` writes heads, rows and a line of totals."""

    def __init__(self, context: PageContext, name: str, *, icon: str = "table", framed: bool = True) -> None:
        super().__init__(context.theme, name, context.preferences, framed=framed, pad=6, empty_icon=icon)
        self._context = context
        self.lines: RowTable[PlainRow] = RowTable([], context.runner, lambda row: row.key, parent=self)
        self.set_model(self.lines)

    def show_lines(
        self, heads: Sequence[Head], rows: Sequence[PlainRow], totals: Sequence[Cell] = ()
    ) -> None:
        """Show these in their order."""
        self.lines.set_columns([_column(place, head) for place, head in enumerate(heads)])
        self.lines.set_rows(tuple(rows))
        if not self.view.accessibleName():
            self.view.setAccessibleName(heads[0].title if heads else "")
        shown = {head.key: cell for head, cell in zip(heads, totals, strict=False)} if totals else {}
        self.lines.set_totals(shown)

    def fit_rows(self, most: int = 12, *, gives: bool = False) -> None:
        """As high as its rows, up to so many; one that ``gives`` may get lower where room is short."""
        theme = self._context.theme
        count = max(_LEAST, min(most, self.lines.rowCount())) + (1 if self.lines.totals else 0)
        high = theme.size("tableHeader") + count * theme.row_height + _EDGE
        if not self.lines.rowCount():
            high = max(high, theme.size("tableHeader") + self.empty.sizeHint().height() + _EDGE)
        self.setMaximumHeight(high)
        self.setMinimumHeight(high - (count - _LEAST) * theme.row_height if gives else high)


def _column(place: int, head: Head) -> Column[PlainRow]:
    return Column(
        head.key,
        lambda: head.title,
        lambda row: row.cells[place],
        width=head.width,
        min_width=head.min_width,
        stretch=head.stretch,
        align=Align.RIGHT if head.figure else Align.LEFT,
        drop=head.drop,
        sortable=False,
        fixed=place == 0,
        told=lambda: head.told,
    )


def named(key: str, lang: str, **more: int | bool) -> Head:
    """A head by the word for a column of provisions."""
    figure = bool(more.pop("figure", False))
    return Head(key, say(f"provision_column.{key}", lang), figure, **more)  # type: ignore[arg-type]  # by name


def figure(
    context: PageContext, minor: int, currency: str, *, whole: bool = True, strong: bool = False
) -> Cell:
    """An amount in a cell, nothing as a dash."""
    if not minor:
        return Cell(DASH, tone="tertiary")
    write = context.formats.whole if whole else context.formats.amount
    return Cell(write(minor, currency), strong=strong)
