"""What leaves the board: exactly the rows and columns on screen, and statements of account."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu

from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.domain.aging import AgingBoard
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.aging.page import AgingPage

_FOLDER = "folder.exports"
_FILTERS = {"xlsx": "Excel (*.xlsx)", "csv": "CSV (*.csv)", "pdf": "PDF (*.pdf)"}


class AgingExports(QObject):
    """Asks where to, writes on the worker, and offers to open what was written."""

    def __init__(self, context: PageContext, page: AgingPage) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def menu(self, seen: Callable[[], AgingBoard | None]) -> QMenu:
        """Excel, CSV or PDF of what ``seen`` gives."""
        menu = QMenu(self._page)
        for file_format, text in (
            ("xlsx", self.tr("Excel workbook…")),
            ("csv", self.tr("CSV text…")),
            ("pdf", self.tr("PDF…")),
        ):

            def run(_on: bool = False, file_format: str = file_format) -> None:
                board = seen()
                if board is not None:
                    self._board(board, file_format)

            menu.addAction(text).triggered.connect(run)
        return menu

    def statements(self, customer_ids: list[int], as_of: date) -> None:
        """Statements of these customers as of a day, in one PDF, each in its customer's language."""
        if not customer_ids:
            return
        company, lang = self._context.company, self._context.formats.lang
        path = self._ask(f"{self.tr('Statements')} {as_of.isoformat()}", "pdf")
        if path is None:
            return

        def work(control: Control) -> Path:
            built = company.statements.build_many(customer_ids, as_of, control=control)
            return company.exports.statements(built, path, lang, each=False)[0]

        self._run(work)

    def _board(self, board: AgingBoard, file_format: str) -> None:
        lang, exports = self._context.formats.lang, self._context.company.exports
        view = self._page.table.view
        columns = [self._page.table.model().columns[place].key for place in view.shown_columns()]
        title = say("aging.title", lang)
        path = self._ask(f"{title} {board.query.as_of.isoformat()}", file_format)
        if path is None:
            return

        def work(_control: Control) -> Path:
            exports.aging(board, path, file_format, lang, columns=columns)
            return path

        self._run(work)

    def _run(self, work: Callable[[Control], Path]) -> None:
        self._context.runner.database(
            work, self._written, failed=self._context.notices.error, owner=self, label="export.writing"
        )

    def _ask(self, name: str, file_format: str) -> Path | None:
        folder = str(self._context.preferences.get(_FOLDER, "") or Path.home())
        suggested = str(Path(folder) / f"{name}.{file_format}")
        picked, _ = QFileDialog.getSaveFileName(
            self._page, self.tr("Save as"), suggested, _FILTERS[file_format]
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
