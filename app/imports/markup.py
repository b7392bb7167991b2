"""The tables that programs save as ".xls" although they are HTML or the XML of Excel 2003."""

from __future__ import annotations

import re
from datetime import datetime
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from xml.parsers import expat

from app.imports.refusal import RefusalError

if TYPE_CHECKING:
    from app.domain.importing import Cell

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_DIGITS = re.compile(r"[0-9]{1,7}")
_MAX_SPAN = 64
_NS = "urn:schemas-microsoft-com:office:spreadsheet"

Sheets = dict[str, list[list["Cell"]]]


def declared_charset(data: bytes) -> str | None:
    """The encoding that an HTML page names in its head; GBK is read as its superset."""
    found = _CHARSET.search(data[:4096])
    if not found:
        return None
    name = found[1].decode("ascii", errors="ignore").lower()
    return "gb18030" if name in {"gb2312", "gbk", "gb_2312-80"} else name


class _Tables(HTMLParser):
    """Collects the rows of every outermost table; inner tables add their text to the cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[Cell]]] = []
        self._depth = 0
        self._row: list[Cell] | None = None
        self._cell: list[str] | None = None
        self._span = 1
        self._mute = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, row or cell."""
        if tag in {"script", "style"}:
            self._mute += 1
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append([])
        elif self._depth == 1 and tag == "tr":
            self._end_row()
            self._row = []
        elif self._depth == 1 and tag in {"td", "th"}:
            self._end_cell()
            self._row = [] if self._row is None else self._row
            self._cell, self._span = [], _span(dict(attrs).get("colspan"))
        elif tag == "br" and self._cell is not None:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """Close a table, row or cell."""
        if tag in {"script", "style"}:
            self._mute = max(0, self._mute - 1)
        elif tag == "table":
            if self._depth == 1:
                self._end_row()
            self._depth = max(0, self._depth - 1)
        elif self._depth == 1 and tag == "tr":
            self._end_row()
        elif self._depth == 1 and tag in {"td", "th"}:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        """Text inside a cell."""
        if self._cell is not None and not self._mute:
            self._cell.append(data)

    def _end_cell(self) -> None:
        if self._cell is not None and self._row is not None:
            self._row.append(" ".join("".join(self._cell).split()))
            self._row.extend([""] * (self._span - 1))
        self._cell = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is not None and self.tables:
            self.tables[-1].append(self._row)
        self._row = None


def _span(text: str | None) -> int:
    """A colspan, kept within reason."""
    return min(_MAX_SPAN, max(1, _whole(text or "") or 1))


def _whole(text: str) -> int | None:
    """A short whole number in plain digits; None for any other text."""
    plain = text.strip()
    return int(plain) if _DIGITS.fullmatch(plain) else None


def html_tables(text: str) -> Sheets:
    """Every table of an HTML page under a running name; raises when there is none."""
    parser = _Tables()
    parser.feed(text)
    parser.close()
    tables = [table for table in parser.tables if table]
    if not tables:
        raise RefusalError("import.html_no_table")
    return {f"Table {index}": table for index, table in enumerate(tables, 1)}


class _XmlSheets:
    """Collects the sheets of an Excel 2003 XML workbook from expat's events."""

    def __init__(self) -> None:
        self.sheets: Sheets = {}
        self._rows: list[list[Cell]] = []
        self._row: list[Cell] = []
        self._text: list[str] | None = None
        self._type = "String"
        self._column = 0

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        """Open a sheet, row, cell or value; ``ss:Index`` jumps over empty ones."""
        name = tag.removeprefix(_NS + " ")
        index = _whole(attrs.get(f"{_NS} Index", ""))
        jump = -1 if index is None else index - 1
        if name == "Worksheet":
            self._rows = self.sheets.setdefault(attrs.get(f"{_NS} Name", "Sheet"), [])
        elif name == "Row":
            if len(self._rows) < jump <= len(self._rows) + 100_000:
                self._rows.extend([] for _ in range(jump - len(self._rows)))
            self._row, self._column = [], 0
            self._rows.append(self._row)
        elif name == "Cell":
            self._column = jump if 0 <= jump < 20_000 else self._column  # noqa: PLR2004 - beyond any sheet's last column
            self._row.extend([""] * (self._column + 1 - len(self._row)))
        elif name == "Data":
            self._text, self._type = [], attrs.get(f"{_NS} Type", "String")

    def end(self, tag: str) -> None:
        """Close a value or a cell."""
        name = tag.removeprefix(_NS + " ")
        if name == "Data" and self._text is not None and self._row:
            self._row[-1] = _typed("".join(self._text), self._type)
            self._text = None
        elif name == "Cell":
            self._column += 1

    def data(self, text: str) -> None:
        """Text of a value."""
        if self._text is not None:
            self._text.append(text)


def _typed(text: str, kind: str) -> Cell:
    """A value of the XML workbook in its own type; one that does not fit stays text."""
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            stamp = datetime.fromisoformat(text)
            return stamp.date() if stamp.time() == stamp.min.time() else stamp
    except ValueError:
        return text
    return text


def _refuse_entity(*_: object) -> None:
    """Entities are how an XML file explodes; no workbook needs one of its own."""
    raise RefusalError("import.workbook_damaged", name="XML")


def xml_sheets(data: bytes, name: str) -> Sheets:
    """The sheets of an Excel 2003 XML workbook; raises for one that is cut off or booby-trapped."""
    parser = expat.ParserCreate(namespace_separator=" ")
    sheets = _XmlSheets()
    parser.StartElementHandler = sheets.start
    parser.EndElementHandler = sheets.end
    parser.CharacterDataHandler = sheets.data
    parser.EntityDeclHandler = _refuse_entity
    parser.buffer_text = True
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes it by position
    except (expat.ExpatError, LookupError, ValueError) as error:  # the latter two for its encoding
        raise RefusalError("import.workbook_damaged", name=name) from error
    if not sheets.sheets:
        raise RefusalError("import.workbook_no_sheets", name=name)
    return sheets.sheets
