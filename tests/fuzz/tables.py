"""Targets: tables in files, from the bytes to staged rows."""

from __future__ import annotations

import io
import os
import sys
import tempfile
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.domain.importing import ImportKind, RawTable, SourceOptions
from app.imports import guess_columns, interpret
from app.imports.archive import far_cell, inspect
from app.imports.child import Facts, Wanted, bounded_chunks, parse
from app.imports.limit_list import LimitTable
from app.imports.limits import ReadLimits
from app.imports.orders_table import OrderTable
from app.imports.outflows import OutflowTable
from app.imports.reader import read, read_text, tabulate
from app.imports.statement_sheet import Sheet, read_sheets
from app.imports.transport import Row, to_rows
from tests.fuzz.target import SCRATCH, Target, decoded, texts, worded
from tests.imports import books
from tests.imports.test_statement_sheet import ENGLISH

FORKS = hasattr(os, "fork") and sys.platform == "linux"
LIMITS = ReadLimits(rows=20_000, columns=512)
PART = b"\x00=part=\x00"
"""Between the parts of a workbook that a target packs by itself: no mutation keeps a zip's sums right."""

_XLSX_PARTS = (
    "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml",
    "xl/_rels/workbook.xml.rels", "_rels/.rels", "[Content_Types].xml",
)  # fmt: skip
_ODS_PARTS = ("content.xml", "META-INF/manifest.xml", "mimetype")
_LIMITS_LIST = (
    "买方名称,批复限额,币种,状态,生效日期,失效日期,账期\n"
    "甲公司,100000,USD,有效,2025-01-05,20261231,OA 90 days\n"
)
_ORDERS = "订单号,客户,订单日期,币种,金额,预计发货\nSO-1,甲公司,2025/3/1,CNY,12万,2025-04-01\n"
_OUTFLOWS = '日期,类别,金额,币种,说明\n2025-03-05,工资,"120,000.00",CNY,三月\n'


def rows_of(data: bytes, name: str, wanted: Wanted | None = None) -> tuple[Facts, list[Row]]:
    """Facts and rows as the parsing process sends them."""
    path = SCRATCH.holding(data, name)
    if far_cell(path):
        return Facts("xlsx"), []  # what the reader says of such a file once its parser has died
    facts, _, rows = parse(path, wanted or Wanted(), LIMITS)
    return facts, [row for count, columns in bounded_chunks(rows, LIMITS) for row in to_rows(count, columns)]


def raw_table(data: bytes, name: str) -> RawTable:
    """The table of a file."""
    return tabulate(name, *rows_of(data, name), SourceOptions())


def stage(table: RawTable) -> None:
    """Read the table as each kind of import."""
    worded(table.problems)
    for kind in ImportKind:
        columns, _ = guess_columns(table, kind)
        worded(interpret(table, columns, default_currency="CNY").problems)


def _file(name: str, data: bytes) -> None:
    stage(raw_table(data, name))


def _native(name: str, data: bytes) -> None:
    """A workbook: looked at here, where its coverage counts, then opened in a process of its own."""
    path = SCRATCH.holding(data, name)
    if data.startswith(b"PK\x03\x04"):
        inspect(path, LIMITS)
    if FORKS:
        from tests.fuzz.apart import apart

        apart(partial(_file, name, data), name)
    else:
        stage(read(path))


def _paste(data: bytes) -> None:
    stage(read_text(decoded(data)))


def _chosen(data: bytes) -> None:
    """The encoding and delimiter that a user (or a page) names, then the file."""
    names, _, rest = data.partition(b"\n")
    encoding, _, mark = names.decode("latin-1").partition(" ")
    rows_of(rest, "a.csv", Wanted(encoding=encoding or None, delimiter=mark[:1] or None))


def _packed(names: tuple[str, ...], name: str, data: bytes) -> None:
    """A workbook made of the parts in ``data``, the first first."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as book:
        for part, content in zip(names, data.split(PART), strict=False):
            if content:
                book.writestr(part, content)
    _native(name, made.getvalue())


def _parts(names: tuple[str, ...], write: Callable[[Path], object]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a"
        write(path)
        with zipfile.ZipFile(path) as book:
            held = set(book.namelist())
            return PART.join(book.read(name) if name in held else b"" for name in names)


def _bytes(write: Callable[[Path], object], ending: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{ending}"
        write(path)
        return path.read_bytes()


def _write_xlsx(path: Path) -> None:
    made = path.with_suffix(".xlsx")
    books.xlsx(made, {"a": books.LEDGER})
    if made != path:
        made.rename(path)


def _csv(data: bytes) -> None:
    _file("a.csv", data)


def _limits(data: bytes) -> None:
    read = LimitTable(raw_table(data, "a.csv"), "CNY")
    read.read()
    worded(read.problems)


def _orders(data: bytes) -> None:
    read = OrderTable(raw_table(data, "a.csv"), "CNY")
    read.read()
    worded(read.problems)


def _outflows(data: bytes) -> None:
    read = OutflowTable(raw_table(data, "a.csv"), "CNY")
    read.read()
    worded(read.problems)


def _statements(data: bytes) -> None:
    facts, rows = rows_of(data, "a.csv")
    worded(read_sheets("a.csv", [Sheet(facts.sheet, rows)], "CNY").problems)


def _ledger() -> list[bytes]:
    text = books.delimited(books.LEDGER)
    return [
        text.encode(),
        text.encode("gb18030"),
        text.encode("utf-16"),
        f"sep=;\n{text}".replace(",", ";").encode(),
    ]


def _xlsx() -> bytes:
    return _bytes(_write_xlsx, ".xlsx")


def _xls() -> list[bytes]:
    return [_bytes(partial(books.xls, rows=books.LEDGER), ".xls")]


def _zips() -> list[bytes]:
    return [_xlsx(), _bytes(partial(books.ods, rows=books.LEDGER), ".ods")]


def _xlsx_parts() -> list[bytes]:
    whole = _parts(_XLSX_PARTS, _write_xlsx)
    shared = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>a</t></si></sst>'
    sheet, book, _, *rest = whole.split(PART)
    return [whole, PART.join([sheet.replace(b'<c r="A2"', b'<c r="A2" t="s"'), book, shared, *rest])]


def _ods_parts() -> list[bytes]:
    return [_parts(_ODS_PARTS, partial(books.ods, rows=books.LEDGER))]


def targets() -> list[Target]:
    """Every reader of tables."""
    return [
        Target("csv", _csv, _ledger),
        Target("paste", _paste, lambda: [books.delimited(books.LEDGER, "\t").encode()]),
        Target("encoding", _chosen, lambda: [b"gb18030 ;\na;b\n1;2\n", b"utf-16 ,\na,b"], 512),
        Target("html", partial(_file, "a.xls"), lambda: [books.html(books.LEDGER)]),
        Target("xml_2003", partial(_file, "a.xls"), lambda: [books.spreadsheet_xml(books.LEDGER)]),
        Target("xlsx_parts", partial(_packed, _XLSX_PARTS, "a.xlsx"), _xlsx_parts, 16384),
        Target("ods_parts", partial(_packed, _ODS_PARTS, "a.ods"), _ods_parts),
        Target("zip", partial(_native, "a.xlsx"), _zips, 16384),
        Target("xls", partial(_native, "a.xls"), _xls, 16384),
        Target("limit_list", _limits, texts(_LIMITS_LIST)),
        Target("orders", _orders, texts(_ORDERS)),
        Target("outflows", _outflows, texts(_OUTFLOWS)),
        Target("financial_statement", _statements, texts(ENGLISH)),
    ]
