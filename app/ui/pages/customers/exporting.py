"""What leaves the customer pages: the rows and columns on screen, and statements of account."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from app.domain.money import Money
from app.domain.table import ColumnKind, Table, TableColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.domain.table import Cell
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.tables.table_view import TableView

_FOLDER = "folder.exports"
_FILTERS = {"xlsx": "Excel (*.xlsx)", "csv": "CSV (*.csv)", "pdf": "PDF (*.pdf)"}


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


class PageExports(QObject):
    """Asks where to, writes on the worker, and opens what was written."""

    def __init__(self, context: PageContext, host: QWidget) -> None:
        super().__init__(host)
        self._context = context
        self._host = host

    def menu(self, run: Callable[[str], None]) -> QMenu:
        """Excel, CSV or PDF; ``run`` gets the format."""
        menu = QMenu(self._host)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for file_format, text in (
            ("xlsx", self.tr("Excel workbook…")),
            ("csv", self.tr("CSV text…")),
            ("pdf", self.tr("PDF…")),
        ):
            menu.addAction(text).triggered.connect(partial(self._chosen, run, file_format))
        return menu

    def _chosen(self, run: Callable[[str], None], file_format: str, *_: object) -> None:
        run(file_format)

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
        columns = [
            (view.table().columns[place].key, view.table().columns[place].title())
            for place in view.shown_columns()
        ]
        path = self._ask(title, file_format)
        if path is None:
            return
        exports, lang = self._context.company.exports, self._context.formats.lang

        def work(control: Control) -> Path:
            exports.table(
                table_of(title, subtitle, columns, cells, rows(ids, control)), path, file_format, lang
            )
            return path

        self._run(work)

    def statements(self, customer_ids: Sequence[int]) -> None:
        """Statements of account as of today, in one PDF."""
        company, lang = self._context.company, self._context.formats.lang
        as_of = company.clock.today()
        path = self._ask(f"{self.tr('Statements')} {as_of.isoformat()}", "pdf") if customer_ids else None
        if path is None:
            return

        def work(control: Control) -> Path:
            built = company.statements.build_many(list(customer_ids), as_of, control=control)
            return company.exports.statements(built, path, lang, each=False)[0]

        self._run(work)

    def _run(self, work: Callable[[Control], Path]) -> None:
        self._context.runner.database(
            work, self._written, failed=self._context.notices.error, owner=self, label="export.writing"
        )

    def _ask(self, name: str, file_format: str) -> Path | None:
        folder = str(self._context.preferences.get(_FOLDER, "") or Path.home())
        suggested = str(Path(folder) / f"{name}.{file_format}")
        picked, _ = QFileDialog.getSaveFileName(
            self._host, self.tr("Save as"), suggested, _FILTERS[file_format]
        )
        if not picked:
            return None
        path = Path(picked)
        if path.suffix.lower() != f".{file_format}":
            path = path.with_name(f"{path.name}.{file_format}")
        self._context.preferences.set(_FOLDER, str(path.parent))
        return path

    def _written(self, path: Path) -> None:
        self._context.notices.toast(self.tr("Saved: {name}").format(name=path.name))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
