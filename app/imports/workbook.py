"""Workbooks (XLSX, XLSM, XLSB, XLS, ODS) to rows of cells, by calamine; runs in the child only."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

import python_calamine as calamine

from app.imports.refusal import RefusalError

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

    from app.domain.importing import Cell

MAX_SHEETS = 12
"""How many sheets are looked into to find the one with the ledger."""

_LOCKED, _DAMAGED = "import.workbook_password", "import.workbook_damaged"

Rows = Sequence[Sequence["Cell"]]


def open_book(path: Path) -> CalamineWorkbook:
    """The workbook; raises with its own code when it is locked by a password or damaged."""
    try:
        with _parsing(path):
            return calamine.load_workbook(str(path))
    except RefusalError as refusal:
        if refusal.code != _DAMAGED:
            raise
        with suppress(RefusalError), _parsing(path):
            return calamine.load_workbook(io.BytesIO(path.read_bytes()))  # its name told another format
        raise


@contextmanager
def _parsing(path: Path) -> Iterator[None]:
    """The parser at work: its complaints, and its own faults over a damaged file, become refusals."""
    try:
        yield
    except calamine.PasswordError as error:
        raise RefusalError(_LOCKED, name=path.name) from error
    except calamine.WorksheetNotFound:
        raise
    except calamine.CalamineError as error:
        locked = any(word in str(error).lower() for word in ("password", "encrypt"))
        raise RefusalError(_LOCKED if locked else _DAMAGED, name=path.name) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # that of Rust code; nobody exports it
            raise
        raise RefusalError(_DAMAGED, name=path.name) from error


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
        with _parsing(path):
            cells = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    except calamine.WorksheetNotFound as error:
        raise RefusalError("import.sheet_missing", sheet=sheet) from error
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
