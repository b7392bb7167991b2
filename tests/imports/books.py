"""Files written for the tests in the formats that users have."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import xlwt
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from app.domain.importing import Cell

LEDGER: list[list[Cell]] = [
    ["单据编号", "客户名称", "单据日期", "应收金额", "到期日"],
    ["XS-1", "苏州恒岳机电有限公司", date(2025, 3, 31), 142600.5, date(2025, 5, 30)],
    ["XS-2", "青岛海拓船舶配件有限公司", date(2025, 4, 1), 88.0, date(2025, 5, 31)],
]


def xlsx(path: Path, sheets: dict[str, Sequence[Sequence[Cell]]], *, mac: bool = False) -> Path:
    """An Excel workbook; ``mac`` counts days from 1904."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    if mac:
        book.epoch = CALENDAR_MAC_1904
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def xls(path: Path, rows: Sequence[Sequence[Cell]], sheet: str = "应收") -> Path:
    """A workbook of Excel 97."""
    book = xlwt.Workbook()
    page = book.add_sheet(sheet)
    day = xlwt.XFStyle()
    day.num_format_str = "YYYY-MM-DD"
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if isinstance(cell, date):
                page.write(r, c, cell, day)
            elif cell is not None:
                page.write(r, c, cell)
    book.save(str(path))
    return path


def ods(path: Path, rows: Sequence[Sequence[Cell]], *, encrypted: bool = False) -> Path:
    """An OpenDocument spreadsheet."""
    cells = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="应收">{cells}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    lock = "<manifest:encryption-data/>" if encrypted else ""
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="'
        'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" '
        'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
        '<manifest:file-entry manifest:full-path="content.xml" '
        f'manifest:media-type="text/xml">{lock}</manifest:file-entry>'
        "</manifest:manifest>"
    )
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("content.xml", content)
        book.writestr("META-INF/manifest.xml", manifest)
    return path


def _ods_cell(cell: Cell) -> str:
    if isinstance(cell, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{cell.isoformat()}"/>'
    if isinstance(cell, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
    text = escape(str(cell))
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def html(rows: Sequence[Sequence[Cell]], charset: str = "gb2312") -> bytes:
    """A web page that calls itself a workbook, as many Chinese programs export."""
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    page = (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">'
        "<style>td {color: red}</style></head><body>"
        f'<table><tr><td colspan="5">应收明细&amp;账龄</td></tr>{lines}</table></body></html>'
    )
    return page.encode("gbk" if charset.startswith("gb") else charset)


def spreadsheet_xml(rows: Sequence[Sequence[Cell]], extra: str = "") -> bytes:
    """The XML of Excel 2003."""

    def value(cell: Cell) -> str:
        if isinstance(cell, date):
            return f'<Data ss:Type="DateTime">{cell.isoformat()}T00:00:00.000</Data>'
        if isinstance(cell, int | float):
            return f'<Data ss:Type="Number">{cell}</Data>'
        return f'<Data ss:Type="String">{escape(str(cell))}</Data>'

    body = "".join(
        "<Row>" + "".join(f"<Cell>{value(cell)}</Cell>" for cell in row) + "</Row>" for row in rows
    )
    return (
        f'<?xml version="1.0"?>{extra}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="应收"><Table>'
        f"{body}</Table></Worksheet></Workbook>"
    ).encode()


def delimited(rows: Sequence[Sequence[Cell]], mark: str = ",") -> str:
    """Lines of text."""
    return "".join(mark.join(str(cell) for cell in row) + "\r\n" for row in rows)
