"""Small tables for the tests of the imports room."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.importing import (
    Cell,
    ColumnMap,
    Corrections,
    ImportKind,
    RawTable,
    Role,
    SourceOptions,
    StagedFile,
)
from app.imports import guess_columns, interpret
from app.imports.child import Facts
from app.imports.reader import tabulate


def table(rows: Sequence[Sequence[Cell]]) -> RawTable:
    """Rows as the reader would give them."""
    width = max(map(len, rows))
    full = [(*row, *("",) * (width - len(row))) for row in rows]
    return tabulate("list.xlsx", Facts("xlsx", "Sheet1", ("Sheet1",)), full, SourceOptions())


def text_table(text: str) -> RawTable:
    """Lines of cells parted by bars."""
    return table([[cell.strip() for cell in line.split("|")] for line in text.strip("\n").split("\n")])


def guessed(raw: RawTable, kind: ImportKind = ImportKind.INVOICES) -> dict[str, int]:
    """Role name → column."""
    columns, _ = guess_columns(raw, kind)
    return {role.value: column for role, column in columns.columns.items()}


def staged(
    raw: RawTable | str,
    kind: ImportKind = ImportKind.INVOICES,
    *,
    currency: str = "CNY",
    corrections: Corrections | None = None,
    columns: ColumnMap | None = None,
) -> StagedFile:
    """A table taken through the guess and the interpretation."""
    raw = text_table(raw) if isinstance(raw, str) else raw
    columns = columns or guess_columns(raw, kind)[0]
    return interpret(raw, columns, corrections or Corrections(), default_currency=currency)


def codes(result: StagedFile) -> list[str]:
    """The codes of all problems."""
    return [problem.code for problem in result.problems]


ROLES = {role.value for role in Role}
