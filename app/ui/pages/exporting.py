"""What leaves a page: where to, written on the worker, opened when done; and statements of account."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu

from app.domain.file_name import safe_name
from app.ui.user_files import ending

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.services.ports import Control
    from app.ui.context import PageContext

_FOLDER = "folder.exports"
_FILTERS = {
    "xlsx": "Excel (*.xlsx)",
    "csv": "CSV (*.csv)",
    "pdf": "PDF (*.pdf)",
    "json": "JSON (*.json)",
    "ics": "iCalendar (*.ics)",
    "eml": "E-mail (*.eml)",
}


class PageExports(QObject):
    """Offers the formats, asks for the place and keeps it for the next time."""

    def __init__(self, context: PageContext, host: QWidget) -> None:
        super().__init__(host)
        self._context = context
        self._host = host

    def menu(self, run: Callable[[str], None]) -> QMenu:
        """Excel, CSV or PDF; ``run`` gets the format."""
        menu = self._empty_menu()
        for file_format, text in (
            ("xlsx", self.tr("Excel workbook…")),
            ("csv", self.tr("CSV text…")),
            ("pdf", self.tr("PDF…")),
        ):
            menu.addAction(text).triggered.connect(lambda _on=False, chosen=file_format: run(chosen))
        return menu

    def write(self, name: str, file_format: str, work: Callable[[Path, Control], object]) -> None:
        """Ask where to, suggesting a name without its ending, and let ``work`` write there."""
        path = self._ask(name, file_format)
        if path is not None:
            self._run(path, partial(work, path))

    # -- statements of account ------------------------------------------------------------------

    def statements_menu(self, customer_ids: Sequence[int], as_of: date) -> QMenu:
        """All in one PDF, or one PDF for each customer."""
        menu = self._empty_menu()
        for text, run in (
            (self.tr("All in one PDF…"), self.statements),
            (self.tr("One PDF for each customer…"), self.each),
        ):
            menu.addAction(text).triggered.connect(lambda _on=False, run=run: run(customer_ids, as_of))
        return menu

    def statements(self, customer_ids: Sequence[int], as_of: date) -> None:
        """Statements as of a day in one PDF: one in its customer's language, several in the window's."""
        if not customer_ids:
            return
        company = self._context.company
        lang = None if len(customer_ids) == 1 else self._context.formats.lang

        def work(path: Path, control: Control) -> None:
            built = company.statements.build_many(list(customer_ids), as_of, control=control)
            company.exports.statements(built, path, lang, control=control)

        title = self.tr("Statements")
        self.write(f"{title} {as_of.isoformat()}", "pdf", work)

    def each(self, customer_ids: Sequence[int], as_of: date) -> None:
        """Statements as of a day, one PDF per customer in the customer's language, into a folder."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - asked now and then

        title, start = self.tr("Folder for the statements"), str(self._folder())
        picked = QFileDialog.getExistingDirectory(self._host, title, start) if customer_ids else ""
        if not picked:
            return
        company, folder = self._context.company, Path(picked)

        def work(control: Control) -> None:
            built = company.statements.build_many(list(customer_ids), as_of, control=control)
            company.exports.statements(built, folder, each=True, control=control)

        self._run(folder, work)

    # -- place and work -------------------------------------------------------------------------

    def _empty_menu(self) -> QMenu:
        menu = QMenu(self._host)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _folder(self) -> Path:
        return Path(str(self._context.preferences.get(_FOLDER, "") or Path.home()))

    def _ask(self, name: str, file_format: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - asked now and then

        folder = self._folder()
        suggested = str(folder / safe_name(name, f".{file_format}", folder=str(folder)))
        picked, _ = QFileDialog.getSaveFileName(
            self._host, self.tr("Save as"), suggested, _FILTERS[file_format]
        )
        if not picked:
            return None
        return ending(Path(picked), f".{file_format}")

    def _run(self, path: Path, work: Callable[[Control], object]) -> None:
        self._context.runner.database(
            work,
            lambda _written: self._written(path),
            failed=self._context.notices.error,
            owner=self,
            label="export.writing",
        )

    def _written(self, path: Path) -> None:
        from PySide6.QtCore import QUrl  # noqa: PLC0415 - only once something is written

        folder = path if path.is_dir() else path.parent
        self._context.preferences.set(_FOLDER, str(folder))
        self._context.notices.toast(self.tr("Saved: {name}").format(name=path.name))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
