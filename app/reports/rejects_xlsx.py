"""Rows an import refused, as a workbook to mend and bring in again: the cells as they came, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.problem import DomainError
from app.reports.table_export import write_text_rows
from app.words import say

_MOST_ROWS = 1_048_575


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """One row of the user's file: its number there, its cells as read, the reason in words."""

    number: int
    cells: Sequence[str]
    reason: str


def write(path: Path, header: Sequence[str], rows: Sequence[RejectedRow], lang: str) -> None:
    """Write the refused rows under the file's own header, then the reason and the row's number."""
    if len(rows) > _MOST_ROWS:
        raise DomainError("export.too_many_rows", rows=len(rows), limit=_MOST_ROWS)
    width = max(len(header), max((len(row.cells) for row in rows), default=0))
    titles = [*_padded(header, width), say("rejects.reason", lang), say("rejects.row", lang)]
    body = ([*_padded(row.cells, width), row.reason, str(row.number)] for row in rows)
    write_text_rows(path, say("rejects.sheet", lang), titles, body, [16] * width + [48, 10])


def _padded(cells: Sequence[str], width: int) -> list[str]:
    """The cells, filled up so that the reasons stand in one column."""
    return [*cells, *[""] * (width - len(cells))]
