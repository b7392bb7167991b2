"""A zipped workbook looked at before it is unpacked: bombs, odd contents, far-away cells."""

from __future__ import annotations

import lzma
import re
import zipfile
import zlib
from typing import IO, TYPE_CHECKING
from xml.parsers import expat

from app.imports.refusal import RefusalError

if TYPE_CHECKING:
    from pathlib import Path

    from app.imports.limits import ReadLimits

_MB = 1024 * 1024
_SMALL = 10 * _MB
_SPAN = re.compile(rb'<dimension ref="[A-Z]+[0-9]+:([A-Z]+)([0-9]+)"')
_FAR = re.compile(rb"""\br\s*=\s*["']([a-z]{3,40}[0-9]+|[a-z]{1,40}[0-9]{7,40})\s*["']""", re.IGNORECASE)
_ROW = re.compile(rb"""<row\b[^>]*\br\s*=\s*["']([0-9]{7,40})\s*["']""", re.IGNORECASE)
_HEAD = 4096
_CHUNK = 1 << 20
_OVERLAP = 256
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, LookupError, ValueError, OverflowError,
    RuntimeError,
)  # fmt: skip
"""What reading a zip that was cut, changed or locked can raise."""
_DAMAGED = (*_BROKEN, expat.ExpatError)
MAX_SPAN = 100_000_000
"""Cells between the first and the last used one of a sheet that a parser can hold."""


def inspect(path: Path, limits: ReadLimits) -> str:
    """The workbook format of a zip ("xlsx", "xlsm", "xlsb", "ods"); raises for one not to be opened."""
    try:
        with zipfile.ZipFile(path) as book:
            entries = book.infolist()
            _check_size(entries, limits, path.name)
            found = _format(book, path.name)
            if found != "ods":
                _check_spans(book, path.name)
            return found
    except _DAMAGED as error:
        raise RefusalError("import.workbook_damaged", name=path.name) from error


def _check_size(entries: list[zipfile.ZipInfo], limits: ReadLimits, name: str) -> None:
    """Refuse a zip bomb by what its directory declares."""
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    nested = any(entry.filename.lower().endswith((".zip", ".xlsx", ".gz")) for entry in entries)
    crowded = len(entries) > limits.entries
    swollen = unpacked > _SMALL and unpacked / packed > limits.ratio
    if unpacked > limits.unpacked or crowded or swollen:
        raise RefusalError(
            "import.workbook_bomb",
            name=name,
            size=round(unpacked / _MB),
            limit=round(limits.unpacked / _MB),
        )
    if nested and not any("workbook" in e.filename or e.filename == "mimetype" for e in entries):
        raise RefusalError("import.file_is_archive", name=name)


def _format(book: zipfile.ZipFile, name: str) -> str:
    """Which workbook this zip is, by its parts."""
    names = set(book.namelist())
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "xl/workbook.xml" in names or any(part.startswith("xl/worksheets/") for part in names):
        return "xlsm" if "xl/vbaProject.bin" in names else "xlsx"
    if "content.xml" in names and b"spreadsheet" in _head(
        book, "mimetype" if "mimetype" in names else "content.xml"
    ):
        return _open_document(book, name)
    if any(part.startswith(("word/", "ppt/")) for part in names):
        raise RefusalError("import.wrong_type", name=name)
    raise RefusalError("import.file_is_archive", name=name)


def _head(book: zipfile.ZipFile, part: str) -> bytes:
    """The first bytes of a part."""
    with book.open(part) as stream:
        return stream.read(_HEAD)


def _open_document(book: zipfile.ZipFile, name: str) -> str:
    """``"ods"``, unless its manifest says that the contents are encrypted, or its XML is broken."""
    manifest = "META-INF/manifest.xml"
    if manifest in book.namelist():
        if b"encryption-data" in book.read(manifest):
            raise RefusalError("import.workbook_password", name=name)
        _check_xml(book, manifest, name)
    _check_xml(book, "content.xml", name)
    return "ods"


def _check_xml(book: zipfile.ZipFile, part: str, name: str) -> None:
    """Refuse XML that does not end as it began (the parser of sheets never does then), or has entities."""

    def refuse(*_: object) -> None:
        raise RefusalError("import.workbook_damaged", name=name)

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = refuse
    with book.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            parser.Parse(chunk, False)  # noqa: FBT003 - expat takes it by position
    parser.Parse(b"", True)  # noqa: FBT003 - expat takes it by position


def _check_spans(book: zipfile.ZipFile, name: str) -> None:
    """Refuse a sheet that declares more cells than a parser can hold: it would kill the process."""
    for part in book.namelist():
        if not part.startswith("xl/worksheets/sheet"):
            continue
        found = _SPAN.search(_head(book, part))
        if found and _number(found[1]) * int(found[2]) > MAX_SPAN:
            cell = (found[1] + found[2]).decode()
            raise RefusalError("import.workbook_far_cell", name=name, cell=cell)


def _number(letters: bytes) -> int:
    """A column's number from 1: A is 1, XFD is 16384."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def far_cell(path: Path) -> str:
    """The cell far from all others that makes a sheet too wide or too long, or "".

    Streams the sheets, so it is asked only after a parser has died on the file.
    """
    try:
        with zipfile.ZipFile(path) as book:
            for part in book.namelist():
                if part.startswith("xl/worksheets/sheet"):
                    with book.open(part) as stream:
                        found = _scan(stream)
                    if found:
                        return found
    except _BROKEN:
        return ""
    return ""


def _scan(stream: IO[bytes]) -> str:
    """The first cell beyond column ZZ or row 999,999 in one sheet."""
    tail = b""
    while chunk := stream.read(_CHUNK):
        window = tail + chunk
        found = _FAR.search(window) or _ROW.search(window)
        if found:
            return found[1].decode()
        tail = window[-_OVERLAP:]
    return ""
