"""What may be dropped on the window: a company file, a table of a known format, a bank statement."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

TABLES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods"})
STATEMENTS = frozenset({".sta", ".mt940", ".940", ".ofx", ".qfx", ".camt", ".camt053", ".xml"})
_MARKS = ((b":20:", b":60"), (b"<OFX",), (b"OFXHEADER",), (b"camt.05",))
"""What stands near the beginning of MT940, OFX and camt files; all parts of one entry."""
_HEAD = 4096


def path_of(data: QMimeData) -> Path | None:
    """The one local file being dropped, None when it is nothing we take."""
    urls = [url for url in data.urls() if url.isLocalFile()]
    if len(urls) != 1:
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in {".holdfast", *TABLES, *STATEMENTS} else None


def is_statement(path: Path) -> bool:
    """Whether it is a bank statement by its ending or by how it begins; a table may be one or not."""
    suffix = path.suffix.lower()
    if suffix in STATEMENTS:
        return True
    if suffix != ".txt":
        return False
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return any(all(mark in head for mark in marks) for marks in _MARKS)
