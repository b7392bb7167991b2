"""The services' ports for files in and out, filled by the imports and reports rooms when first used."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.problem import EnvironmentFaultError
from app.services.ports import CancelledError

if TYPE_CHECKING:
    from app.domain.aging import AgingBoard
    from app.domain.importing import (
        ColumnGuess,
        ColumnMap,
        Corrections,
        ImportKind,
        RawTable,
        SourceOptions,
        StagedFile,
    )
    from app.domain.interest import InterestSheet
    from app.domain.statement import Statement
    from app.domain.table import Table
    from app.services.ports import Control


class ReportPapers:
    """``app.services.exports.Papers`` by the reports room; ``heading`` names the company on paper."""

    def __init__(self, heading: Callable[[str], str]) -> None:
        self._heading = heading

    def aging_table(
        self,
        board: AgingBoard,
        lang: str,
        columns: Sequence[str] | None,
        notes: Sequence[str],
        more: Mapping[str, Mapping[int, str]] | None,
    ) -> Table:
        """The board as a neutral table."""
        from app.reports.aging_table import aging_table  # noqa: PLC0415 - loads with the first export

        return aging_table(board, lang, columns, notes, more)

    def table(self, table: Table, path: Path, file_format: str, lang: str) -> None:
        """Write a table as ``xlsx``, ``csv`` or ``pdf``."""
        if file_format == "pdf":
            from app.reports.table_pdf import write_pdf  # noqa: PLC0415 - reportlab loads with a PDF

            write_pdf(table, path, lang, self._heading(lang))
            return
        from app.reports import table_export  # noqa: PLC0415 - XlsxWriter loads with a workbook

        write = table_export.write_csv if file_format == "csv" else table_export.write_xlsx
        write(table, path, lang)

    def statements(self, statements: Sequence[Statement], path: Path, lang: str, control: Control) -> None:
        """All statements in one PDF."""
        from app.reports.statement_pdf import write  # noqa: PLC0415 - reportlab loads with a PDF

        write(statements, path, lang, steps(control, len(statements)))

    def statements_each(
        self, statements: Sequence[Statement], folder: Path, lang: str, control: Control
    ) -> list[Path]:
        """One PDF per statement; the files written."""
        from app.reports.statement_pdf import write_each  # noqa: PLC0415 - reportlab loads with a PDF

        return write_each(statements, folder, lang, steps(control, len(statements)))

    def rejects(
        self, path: Path, header: Sequence[str], rows: Sequence[tuple[int, Sequence[str], str]], lang: str
    ) -> None:
        """Refused rows (number, cells, reason) as a workbook."""
        from app.reports.rejects_xlsx import RejectedRow, write  # noqa: PLC0415 - loads with a workbook

        write(path, header, [RejectedRow(*row) for row in rows], lang)

    def interest_sheet(self, sheet: InterestSheet, path: Path, lang: str) -> None:
        """The working of late interest as a PDF."""
        from app.reports.interest_sheet import write  # noqa: PLC0415 - reportlab loads with a PDF

        write(sheet, path, lang)


def steps(control: Control, total: int) -> Callable[[int], None]:
    """What a report calls after each part: tells the control, and stops when it says so."""

    def step(done: int) -> None:
        if control.cancelled():
            raise CancelledError
        control.progress(done, total, "papers.writing")

    return step


class FileReader:
    """``app.services.import_ports.SourceReader`` by the imports room.

    ``currency`` tells the company's own, which amounts without one are in.
    """

    def __init__(self, currency: Callable[[], str]) -> None:
        self._currency = currency

    def read(self, path: Path, options: SourceOptions, control: Control) -> RawTable:
        """One sheet of a file, parsed in a child process under limits."""
        from app import imports  # noqa: PLC0415 - loads with the first file

        try:
            return imports.read(path, options, control=control)
        except EnvironmentFaultError as error:
            if error.code == "import.cancelled":
                raise CancelledError from error
            raise

    def read_text(self, text: str, options: SourceOptions) -> RawTable:
        """A table pasted from a spreadsheet."""
        from app import imports  # noqa: PLC0415 - loads with the first file

        return imports.read_text(text, options)

    def guess_columns(
        self, table: RawTable, kind: ImportKind, remembered: ColumnMap | None
    ) -> tuple[ColumnMap, list[ColumnGuess]]:
        """Which column feeds which role, and why."""
        from app import imports  # noqa: PLC0415 - loads with the first file

        return imports.guess_columns(table, kind, remembered)

    def interpret(self, table: RawTable, columns: ColumnMap, corrections: Corrections) -> StagedFile:
        """Classified rows, staged records and problems."""
        from app import imports  # noqa: PLC0415 - loads with the first file

        return imports.interpret(table, columns, corrections, default_currency=self._currency())
