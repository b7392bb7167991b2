"""A spreadsheet file put on the user's disk: whole or not at all, and nothing of it in clear elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter

from app.reports.saving import replacing

Book = Any
"""xlsxwriter ships no types."""
_TEXTS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@contextmanager
def workbook(path: Path, *, large: bool = False) -> Iterator[Book]:
    """A new workbook at ``path``; texts stay texts, whatever they begin with.

    It is made in memory; a ``large`` one row after row, in a folder beside the paper that was asked for:
    never among the system's temporary files, where it would lie in clear unasked. A full disk surfaces as
    the ``EnvironmentFaultError`` of ``replacing``.
    """
    with replacing(path) as temporary, ExitStack() as stack:
        kept: dict[str, object] = {"in_memory": True}
        if large:
            making = TemporaryDirectory(prefix=".holdfast-", dir=path.parent, ignore_cleanup_errors=True)
            kept = {"constant_memory": True, "tmpdir": stack.enter_context(making)}
        book = xlsxwriter.Workbook(str(temporary), _TEXTS | kept)
        stack.callback(_let_go, book)
        yield book
        try:
            book.close()
        except xlsxwriter.exceptions.FileCreateError as fault:
            raise OSError(*fault.args[0].args) from fault


def _let_go(book: Book) -> None:
    """Close the rows of a book that failed halfway: they could not be taken away otherwise."""
    for sheet in book.worksheets():
        if sheet.row_data_fh is not None:
            sheet.row_data_fh.close()
