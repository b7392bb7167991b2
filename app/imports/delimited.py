"""Delimited text (CSV, TSV, text from a clipboard) to rows of cells."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DELIMITERS = (",", "\t", ";", "|")
_SAMPLE_LINES = 60
_SAMPLE_CHARS = 200_000
_DECLARED = re.compile(r"\A\s*\"?sep=(.)\"?\s*[\r\n]", re.IGNORECASE)
_RUNAWAY_LINES = 100
_LINE_END = re.compile(r"\r\n|\r|\n")


def find_delimiter(text: str) -> str:
    """The delimiter that cuts the first lines most evenly; "," when none does."""
    declared = _DECLARED.match(text)
    if declared:
        return declared[1]
    sample = text[:_SAMPLE_CHARS]
    return max(DELIMITERS, key=lambda mark: _evenness(sample, mark))


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    """How steadily a delimiter cuts the sampled rows (share of rows, cubed, by cells), and the width."""
    widths: Counter[int] = Counter()
    for row in _cut(sample, delimiter):
        if any(row):
            widths[len(row)] += 1
        if widths.total() >= _SAMPLE_LINES:
            break
    rows = widths.total()
    widths.pop(1, None)
    if not widths:
        return 0.0, 0
    width, count = max(widths.items(), key=lambda pair: pair[1] * (pair[0] - 1))
    return (count / rows) ** 3 * min(width - 1, 4), width


def _cut(text: str, delimiter: str, *, quoted: bool = True) -> Iterator[list[str]]:
    """Rows of the text; without quoting each line is a row, whatever quotes it holds."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    lines = io.StringIO(text, newline="")
    if quoted:
        return csv.reader(lines, delimiter=delimiter)
    plain = (line for line in _LINE_END.split(text))
    return csv.reader(plain, delimiter=delimiter, quoting=csv.QUOTE_NONE)


def cut(text: str, delimiter: str) -> Iterator[list[str]]:
    """The rows of a delimited text; a lone quote that swallows the file counts as a plain character."""
    return _cut(text, delimiter, quoted=not runaway_quote(text, delimiter))


def runaway_quote(text: str, delimiter: str) -> bool:
    """True when an unclosed quote runs over a hundred lines and more, or over the last rows to the end."""
    if '"' not in text:
        return False
    row: list[str] = []
    for row in _cut(text, delimiter):
        for cell in row:
            if len(cell) > _RUNAWAY_LINES * 2 and _lines_of_cells(cell, delimiter) > _RUNAWAY_LINES:
                return True
    # The last cell of a sound text that holds several lines has its closing quote before the end.
    return bool(row) and _lines_of_cells(row[-1], delimiter) > 0 and text.rstrip()[-1:] != '"'


def _lines_of_cells(cell: str, delimiter: str) -> int:
    """How many further lines with cells of their own a quoted cell seems to have swallowed."""
    return min(cell.count("\n"), cell.count(delimiter))
