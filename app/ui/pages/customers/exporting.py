"""What leaves the customer pages: the rows and columns on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.money import Money
from app.domain.table import ColumnKind, Table, TableColumn
from app.ui.pages.exporting import PageExports

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from app.domain.table import Cell
    from app.services.ports import Control
    from app.ui.tables.table_view import TableView


def table_of(
    title: str,
    subtitle: Sequence[str],
    columns: Sequence[tuple[str, str]],
    cells: Mapping[str, tuple[ColumnKind, Callable[[Any], Cell]]],
    rows: Sequence[object],
) -> Table:
    """A neutral table of ``columns`` (key, title) in this order.

    A money column in which some row holds several currencies becomes text.
    """
    known = [(key, name) for key, name in columns if key in cells]
    written = [[cells[key][1](row) for key, _ in known] for row in rows]
    kinds = [cells[key][0] for key, _ in known]
    for place, kind in enumerate(kinds):
        if kind is ColumnKind.MONEY and any(isinstance(line[place], str) for line in written):
            kinds[place] = ColumnKind.TEXT
            for line in written:
                value = line[place]
                line[place] = str(value) if isinstance(value, Money) else value
    heads = tuple(TableColumn(key, name, kind) for (key, name), kind in zip(known, kinds, strict=True))
    return Table(title, heads, tuple(tuple(line) for line in written), subtitle=tuple(subtitle))


class TableExports(PageExports):
    """Exports of a table whose rows are read again for the file."""

    def table(
        self,
        view: TableView,
        ids: Sequence[int],
        rows: Callable[[Sequence[int], Control], Sequence[object]],
        cells: Mapping[str, tuple[ColumnKind, Callable[[Any], Cell]]],
        title: str,
        file_format: str,
        subtitle: Sequence[str] = (),
    ) -> None:
        """Write these rows with the columns a table shows, in their order."""
        shown = [view.table().columns[place] for place in view.shown_columns()]
        columns = [(column.key, column.title()) for column in shown]
        exports, lang = self._context.company.exports, self._context.formats.lang

        def work(path: Path, control: Control) -> None:
            made = table_of(title, subtitle, columns, cells, rows(ids, control))
            exports.table(made, path, file_format, lang)

        self.write(title, file_format, work)
