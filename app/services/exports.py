"""What leaves the program: tables, statements and refused rows, as files in a format the user chose."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.domain.aging import AgingBoard
from app.domain.problem import DomainError
from app.domain.statement import Statement
from app.domain.table import Table
from app.services.ports import CancelledError, Control, Silent

if TYPE_CHECKING:
    from app.domain.interest import InterestSheet

FORMATS = ("xlsx", "csv", "pdf")


class Papers(Protocol):
    """Turns values into files; an existing file is replaced whole or not at all."""

    def aging_table(
        self,
        board: AgingBoard,
        lang: str,
        columns: Sequence[str] | None,
        notes: Sequence[str],
        more: Mapping[str, Mapping[int, str]] | None,
    ) -> Table:
        """The board as a neutral table with these columns in this order; ``more`` are columns of words."""

    def table(self, table: Table, path: Path, file_format: str, lang: str) -> None:
        """Write a table as ``xlsx``, ``csv`` or ``pdf``."""

    def statements(self, statements: Sequence[Statement], path: Path, lang: str, control: Control) -> None:
        """All statements in one PDF."""

    def statements_each(
        self, statements: Sequence[Statement], folder: Path, lang: str, control: Control
    ) -> list[Path]:
        """One PDF per statement; the files written."""

    def rejects(
        self, path: Path, header: Sequence[str], rows: Sequence[tuple[int, Sequence[str], str]], lang: str
    ) -> None:
        """Refused rows (number, cells, reason) as a workbook."""

    def interest_sheet(self, sheet: InterestSheet, path: Path, lang: str) -> None:
        """The working of late interest as a PDF."""


class ExportService:
    """Writes exactly what the user sees; errors of the place come as ``EnvironmentFaultError``.

    ``may_write`` refuses customers whom we may not write to.
    """

    def __init__(self, papers: Papers, may_write: Callable[[Collection[int]], None]) -> None:
        self._papers = papers
        self._may_write = may_write

    def table(self, table: Table, path: Path, file_format: str, lang: str) -> None:
        """Write a table; ``DomainError("export.format")`` for a format we do not write."""
        if file_format not in FORMATS:
            raise DomainError("export.format", format=file_format, known=", ".join(FORMATS))
        self._papers.table(table, path, file_format, lang)

    def aging(
        self,
        board: AgingBoard,
        path: Path,
        file_format: str,
        lang: str,
        columns: Sequence[str] | None = None,
        notes: Sequence[str] = (),
        more: Mapping[str, Mapping[int, str]] | None = None,
    ) -> None:
        """Write the board with the rows it has and these columns; ``notes`` say what was filtered.

        ``more`` are columns that do not come with the board: words by the key of the row.
        """
        self.table(self._papers.aging_table(board, lang, columns, notes, more), path, file_format, lang)

    def statements(
        self,
        statements: Sequence[Statement],
        path: Path,
        lang: str | None = None,
        *,
        each: bool = False,
        control: Control | None = None,
    ) -> list[Path]:
        """Write statements to one PDF, or one per customer into the folder ``path``; the files.

        Without ``lang`` each file speaks its customer's language; one PDF the first customer's.
        """
        control = control or Silent()
        if not statements:
            raise DomainError("statement.nobody")
        self._may_write([one.customer.id for one in statements])
        if not each:
            self._papers.statements(statements, path, lang or statements[0].customer.language, control)
            return [path]
        written: list[Path] = []
        for language in sorted({lang or one.customer.language for one in statements}):
            if control.cancelled():
                raise CancelledError
            same = [one for one in statements if (lang or one.customer.language) == language]
            written += self._papers.statements_each(same, path, language, control)
        return written

    def rejects(
        self, path: Path, header: Sequence[str], rows: Sequence[tuple[int, Sequence[str], str]], lang: str
    ) -> None:
        """Write refused rows with their reasons."""
        self._papers.rejects(path, header, rows, lang)

    def interest_sheet(self, sheet: InterestSheet, path: Path, lang: str | None = None) -> Path:
        """Write the working of late interest as a PDF in a language, the customer's by default; the file."""
        self._papers.interest_sheet(sheet, path, lang or sheet.customer.language)
        return path
