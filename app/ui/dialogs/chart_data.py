"""The figures behind a chart, as a table that can be read and copied."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from app.domain.table import ColumnKind, Table, TableColumn
from app.ui.models.columns import Align, Column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.exporting import PageExports
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.writing import in_force

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.services.control import Control
    from app.ui.context import PageContext

_WHOLE = re.compile(r"[−-]?\d{1,3}(?:,?\d{3})*")
_EDGE, _WIDEST, _HIGHEST, _ROW, _FRAME, _COLUMN = 20, 1000, 640, 38, 190, 130


class _Row(NamedTuple):
    place: int
    texts: tuple[str, ...]


class ChartDataDialog(QDialog):
    """Shows rows of text under their heads; Ctrl+C copies what is selected."""

    def __init__(
        self,
        context: PageContext,
        title: str,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title or self.tr("Data of the chart"))
        self.table = DataTable(context.theme, "chart.data", None, empty_icon="table")
        self.table.say_empty(self.tr("No data"))
        self.model: RowTable[_Row] = RowTable(
            [_column(place, head) for place, head in enumerate(heads)],
            context.runner,
            lambda row: row.place,
            parent=self,
        )
        self.table.set_model(self.model)
        self.table.view.setAccessibleName(self.windowTitle())
        self.model.set_rows([_Row(place, tuple(row)) for place, row in enumerate(rows, 1)])
        self._context, self._table = context, _as_table(self.windowTitle(), heads, rows)
        self._exports = PageExports(context, self)
        self.export_button = button(context.theme, self.tr("Export Excel"), "quiet", "table", self.export)
        self.export_button.setEnabled(bool(rows))
        self.close_button = button(context.theme, self.tr("Close"), "normal", run=self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        layout.setSpacing(12)
        layout.addWidget(label(self.windowTitle(), "section", wrap=True))
        layout.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.export_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout.addLayout(foot)
        self._fit(len(heads), len(rows))

    def export(self) -> None:
        """Ask where to, and write the table there as a workbook."""
        exports, lang, table = self._context.company.exports, self._context.formats.lang, self._table

        def work(path: Path, _control: Control) -> None:
            exports.table(table, path, "xlsx", lang)

        self._exports.write(self.windowTitle(), "xlsx", work)

    def _fit(self, columns: int, rows: int) -> None:
        """As large as the table, within the window."""
        owner = self.parentWidget()
        host = owner.window().size() if owner is not None else self.screen().availableSize()
        wide = min(_WIDEST, max(420, _COLUMN * columns + 2 * _EDGE + 80), host.width() - 2 * _EDGE)
        high = min(_HIGHEST, _ROW * rows + _FRAME, host.height() - 2 * _EDGE)
        self.resize(wide, high)


def _as_table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """The table on its way to a file: a column of whole numbers as numbers, all else as it reads."""
    plain = in_force().plain
    rows = [[*row[:1], *map(plain, row[1:])] for row in rows]
    whole = [
        place > 0 and all(_WHOLE.fullmatch(row[place]) for row in rows if place < len(row) and row[place])
        for place in range(len(heads))
    ]
    columns = tuple(
        TableColumn(f"c{place}", head, ColumnKind.INT if whole[place] else ColumnKind.TEXT)
        for place, head in enumerate(heads)
    )
    filled = ([*row, *[""] * len(heads)][: len(heads)] for row in rows)
    cells = (tuple(_cell(*pair) for pair in zip(row, whole, strict=True)) for row in filled)
    return Table(title, columns, tuple(cells))


def _cell(text: str, whole: bool) -> str | int | None:
    """A cell's value; nothing where nothing stands."""
    if not whole or not text:
        return text or None
    return int(text.replace(",", "").replace("−", "-"))


def _column(place: int, head: str) -> Column[_Row]:
    """One column of text; figures stand right, names left."""
    return text_column(
        f"c{place}",
        partial(str, head),
        lambda row: row.texts[place] if place < len(row.texts) else "",
        strong=place == 0,
        width=_COLUMN + (80 if place == 0 else 0),
        stretch=2 if place == 0 else 1,
        sortable=False,
        fixed=True,
        align=Align.LEFT if place == 0 else Align.RIGHT,
    )
