"""The parsing process: one file in, facts and packed rows out, under limits of its own."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.imports.limits import MIB, ReadLimits
from app.imports.refusal import RefusalError
from app.imports.sniff import HEAD, Container, container
from app.imports.transport import Columns, to_columns

if TYPE_CHECKING:
    from app.domain.importing import Cell

CHUNK = 5000
"""Rows per message: few enough that a long file shows progress, many enough to be cheap."""

_HEADROOM = 1024 * MIB


class Wanted(NamedTuple):
    """What the user corrected about the file, as far as it concerns the parser; None is "find out"."""

    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    bank: bool = False


class Facts(NamedTuple):
    """What was found out about a file before its rows: its format, sheets, encoding and oddities."""

    format: str
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    bad_characters: int = 0
    runaway_quote: bool = False


Found = tuple[Facts, int, Iterable[Sequence["Cell"]]]


def serve(channel: Connection, path: str, wanted: Wanted, limits: ReadLimits) -> None:
    """Parse one file and send what it holds; the first message that is no row ends the talk."""
    restrict(limits)
    try:
        _send(channel, Path(path), wanted, limits)
    except RefusalError as error:
        channel.send(("error", error.code, dict(error.params)))
    except MemoryError:
        channel.send(("error", "import.read_memory", {"limit": limits.memory // MIB}))
    except OSError as error:
        channel.send(("error", "import.file_unreadable", {"name": Path(path).name, "why": str(error)}))
    channel.close()


def restrict(limits: ReadLimits) -> None:
    """Keep a parser gone wild from taking the machine along; a crash leaves no trace on screen."""
    gc.disable()
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 2)
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - exists on Linux and macOS only

        bound = limits.memory + _HEADROOM
        resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _send(channel: Connection, path: Path, wanted: Wanted, limits: ReadLimits) -> None:
    """Facts first, then the rows in chunks, then the end."""
    facts, total, rows = parse(path, wanted, limits)
    channel.send(("facts", facts, total))
    for count, columns in bounded_chunks(rows, limits):
        channel.send(("rows", count, columns))
    channel.send(("done",))


def bounded_chunks(rows: Iterable[Sequence[Cell]], limits: ReadLimits) -> Iterator[tuple[int, Columns]]:
    """The rows in portions, each as its count and its columns; raises where there are too many."""
    done = 0
    for chunk in _chunks(rows):
        done += len(chunk)
        yield len(chunk), to_columns(_bounded(chunk, done, limits))


def _chunks(rows: Iterable[Sequence[Cell]]) -> Iterator[Sequence[Sequence[Cell]]]:
    """The rows in portions."""
    source = iter(rows)
    while chunk := list(islice(source, CHUNK)):
        yield chunk


def _bounded(chunk: Sequence[Sequence[Cell]], done: int, limits: ReadLimits) -> Sequence[Sequence[Cell]]:
    """The chunk without empty columns at the right; raises for a table too long or too wide."""
    if done > limits.rows:
        raise RefusalError("import.too_many_rows", limit=limits.rows)
    if max(map(len, chunk)) <= limits.columns:
        return chunk
    used = max(map(_used, chunk))
    if used > limits.columns:
        raise RefusalError("import.too_many_columns", n=used, limit=limits.columns)
    return [row[:used] for row in chunk]


def _used(row: Sequence[Cell]) -> int:
    """The number of the last column that holds something."""
    width = len(row)
    while width and row[width - 1] in {"", None}:
        width -= 1
    return width


def parse(path: Path, wanted: Wanted, limits: ReadLimits) -> Found:
    """What the file is, how many rows it has (0 when unknown), and its rows."""
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    if wanted.bank:
        from app.imports import bank_child  # noqa: PLC0415 - bank statements only

        if kind := bank_child.kind_of(head):
            return (
                Facts(kind, encoding=wanted.encoding or ""),
                0,
                bank_child.rows_of(kind, path, wanted.encoding),
            )
    shape = container(head, path.name)
    if wanted.bank and shape is Container.TEXT and bank_child.is_other_xml(head):
        raise RefusalError("bank.no_statement", name=path.name)
    if shape is Container.ZIP:
        from app.imports.archive import inspect  # noqa: PLC0415 - zipped books only

        return _workbook(path, inspect(path, limits), wanted)
    if shape is Container.OLE:
        return _workbook(path, "xls", wanted)
    data = path.read_bytes()
    if shape is Container.TEXT:
        return _text(path, data, wanted)
    return _markup(path, data, shape, wanted)


def _workbook(path: Path, found: str, wanted: Wanted) -> Found:
    """A workbook: its sheets, and the rows of the best."""
    from app.imports import workbook  # noqa: PLC0415 - text files do not need the parser

    book = workbook.open_book(path)
    names = workbook.sheet_names(book, path.name)
    sheet, rows = workbook.pick_sheet(names, wanted.sheet, lambda name: workbook.sheet_rows(book, name, path))
    return Facts(found, sheet, names), len(rows), rows


def _text(path: Path, data: bytes, wanted: Wanted) -> Found:
    """A delimited text in whatever encoding."""
    from app.imports import delimited, encoding  # noqa: PLC0415 - workbooks do not need them

    decoded = encoding.decode(data, wanted.encoding)
    text = decoded.text
    mark = wanted.delimiter or delimited.find_delimiter(text)
    suffix = path.suffix.lower().lstrip(".")
    known = suffix if suffix in {"csv", "tsv", "txt"} else "tsv" if mark == "\t" else "csv"
    facts = Facts(
        known,
        encoding=decoded.encoding,
        delimiter=mark,
        bad_characters=decoded.bad,
        runaway_quote=delimited.runaway_quote(text, mark),
    )
    return facts, text.count("\n") + 1, delimited.cut(text, mark)


def _markup(path: Path, data: bytes, shape: Container, wanted: Wanted) -> Found:
    """An HTML page or XML workbook that calls itself ".xls"."""
    from app.imports import encoding, markup, workbook  # noqa: PLC0415 - rare formats

    if shape is Container.XML:
        sheets, name = markup.xml_sheets(data, path.name), ""
    else:
        guess = None if data.startswith((b"\xff\xfe", b"\xfe\xff")) else markup.declared_charset(data)
        decoded = encoding.decode(data, wanted.encoding or guess)
        sheets, name = markup.html_tables(decoded.text), decoded.encoding
    names = tuple(sheets)
    sheet, rows = workbook.pick_sheet(names, wanted.sheet, sheets.__getitem__)
    facts = Facts("xml" if shape is Container.XML else "html", sheet, names, encoding=name)
    return facts, len(rows), rows
