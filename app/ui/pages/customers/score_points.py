"""The points of one assessment as a table: what was asked, what was answered, what it earned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.ui.models.columns import Align, Cell, Column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.scoring import words
from app.words import say, scoring_text

if TYPE_CHECKING:
    from app.domain.assessment import Input, Scored
    from app.domain.scorecard import Scorecard
    from app.services.scoring_views import AssessmentView
    from app.ui.context import PageContext


@dataclass(frozen=True, slots=True)
class PointRow:
    """One question of the card in words; ``place`` is its row in the card."""

    place: int
    family: str
    name: str
    value: str
    source: str
    over: str
    row: str
    line: Scored


def point_rows(view: AssessmentView, card: Scorecard, lang: str) -> list[PointRow]:
    """Every question of an assessment, in the card's order."""
    known = {one.code: one for one in card.indicators()}
    rows = []
    for place, line in enumerate(view.outcome.lines):
        indicator, given = known[line.indicator], view.inputs.get(line.indicator)
        rows.append(
            PointRow(
                place,
                words.family_name(line.family, lang),
                words.name_of(indicator, lang),
                words.value(indicator, given, lang) or "–",
                words.source_said(given, lang) if given is not None else "",
                _over(given, indicator.code, indicator.unit, lang),
                words.answer_said(line, indicator, lang),
                line,
            )
        )
    return rows


def _over(given: Input | None, code: str, unit: str, lang: str) -> str:
    """What stood on file where somebody typed over it, and why."""
    if given is None or given.replaces is None:
        return ""
    was = scoring_text.value(code, given.replaces, unit, lang)
    return f"{was} → {say('source.typed', lang)}: {given.reason}"


class PointTable(QWidget):
    """Holds the columns; ``model`` is the table over the rows shown."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.hide()
        columns: list[Column[PointRow]] = [
            text_column("family", lambda: self.tr("Family"), lambda row: row.family, tone="secondary",
                        width=128, min_width=120, drop=1),
            text_column("name", lambda: self.tr("Indicator"), lambda row: row.name, strong=True, width=210,
                        min_width=190, stretch=2, fixed=True),
            Column("value", lambda: self.tr("Value"), lambda row: Cell(row.value, tip=row.over),
                   value=lambda row: row.value, width=156, min_width=156, align=Align.RIGHT),
            Column("source", lambda: self.tr("Source"), _source, value=lambda row: row.source, width=144,
                   min_width=132, drop=2),
            text_column("row", lambda: self.tr("Row of the card"), lambda row: row.row, tone="secondary",
                        width=150, min_width=140, stretch=2, drop=3),
            Column("points", lambda: self.tr("Points"), _points, value=lambda row: row.line.shown,
                   plain=lambda row: f"{row.line.shown}", width=92, min_width=84, align=Align.RIGHT,
                   descending_first=True),
        ]  # fmt: skip
        self.model: RowTable[PointRow] = RowTable(columns, context.runner, _key, parent=self)


def _key(row: PointRow) -> int:
    return row.place + 1


def _source(row: PointRow) -> Cell:
    """A flag where somebody typed over what was on file."""
    if row.over:
        return Cell(row.source, tone="warn", icon="flag", tip=row.over)
    return Cell(row.source, tone="secondary")


def _points(row: PointRow) -> Cell:
    return Cell(words.of(row.line.shown, row.line.most), strong=row.line.shown < row.line.most)
