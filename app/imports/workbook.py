"""Workbooks (XLSX, XLSM, XLSB, XLS, ODS) to rows of cells, by calamine; runs in the child only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import python_calamine as calamine

from app.imports.refusal import RefusalError

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

    from app.domain.importing import Cell

MAX_SHEETS = 12
"""How many sheets are looked into to find the one with the ledger."""

Rows = Sequence[Sequence["Cell"]]


def open_book(path: Path) -> CalamineWorkbook:
    """The workbook; raises with its own code when it is locked by a password or damaged."""
    try:
        return calamine.load_workbook(str(path))
    except calamine.PasswordError as error:
        raise RefusalError("import.workbook_password", name=path.name) from error
    except calamine.CalamineError as error:
        raise _damaged(path, error) from error


def _damaged(path: Path, error: Exception) -> RefusalError:
    """What a parser's complaint means to the user."""
    if "password" in str(error).lower() or "encrypt" in str(error).lower():
        return RefusalError("import.workbook_password", name=path.name)
    return RefusalError("import.workbook_damaged", name=path.name)


def sheet_names(book: CalamineWorkbook, name: str) -> tuple[str, ...]:
    """The sheets that hold cells and are not hidden; all sheets of cells when all are hidden."""
    sheets = [meta for meta in book.sheets_metadata if meta.typ == calamine.SheetTypeEnum.WorkSheet]
    seen = [meta for meta in sheets if meta.visible == calamine.SheetVisibleEnum.Visible]
    names = tuple(meta.name for meta in seen or sheets)
    if not names:
        raise RefusalError("import.workbook_no_sheets", name=name)
    return names


def sheet_rows(book: CalamineWorkbook, sheet: str, path: Path) -> Rows:
    """All rows of one sheet, from its first row and column on."""
    try:
        cells = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    except calamine.WorksheetNotFound as error:
        raise RefusalError("import.sheet_missing", sheet=sheet) from error
    except calamine.CalamineError as error:
        raise _damaged(path, error) from error
    return cast("Rows", cells)


def pick_sheet(names: Sequence[str], wanted: str | None, rows_of: Callable[[str], Rows]) -> tuple[str, Rows]:
    """The wanted sheet, or the one whose rows look most like a ledger."""
    if wanted is not None:
        if wanted not in names:
            raise RefusalError("import.sheet_missing", sheet=wanted)
        return wanted, rows_of(wanted)
    if len(names) == 1:
        return names[0], rows_of(names[0])
    from app.imports.header import likeness  # noqa: PLC0415 - only a book of many sheets pays for it

    loaded = [(name, rows_of(name)) for name in names[:MAX_SHEETS]]
    return max(loaded, key=lambda pair: likeness(pair[0], pair[1]))
