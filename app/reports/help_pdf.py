"""The help on paper: a title, then topic after topic, with lists and tables as in the window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.help_topic import Line, Piece, Topic, said
from app.domain.letter_paper import Span
from app.reports import ink
from app.reports.fonts import BOLD, REGULAR, width
from app.reports.grid import GridColumn, GridStyle, grid
from app.reports.pdf import PORTRAIT, Block, Gap, Prose, Running, Stack, draw_pages, paginate, paper, prose
from app.reports.pen import Pen
from app.reports.rich import RichProse, rich
from app.reports.typesetting import wrap
from app.words import say

_SHEET = PORTRAIT
_SIZE, _LEADING = 10.0, 16.0
_IN = 16.0
_STYLE = GridStyle(size=8.8, row=17)
_WIDEST_CELL = 30.0
"""A cell asks for no more room than so many times its type size; what is longer takes more lines."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A block set in, with its mark (•, 1., a rule at its left) before it."""

    block: RichProse
    mark: str

    @property
    def height(self) -> float:
        """The block's."""
        return self.block.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The mark beside the first line."""
        if self.mark == "|":
            pen.block(x, top - self.height + self.block.after, 2, self.height - self.block.after, ink.ACCENT)
        elif self.mark:
            pen.text(x, top - _LEADING * 0.5 - _SIZE * 0.36, self.mark, _SIZE, colour=ink.SECONDARY)
        self.block.draw(pen, x + _IN, top)


def write(title: str, chapters: Sequence[Topic], path: Path, lang: str) -> None:
    """One PDF of the topics in their order; an existing file is replaced whole or not at all."""
    whole = len(chapters) > 1
    blocks = list(_front(title, chapters, lang)) if whole else []
    for place, topic in enumerate(chapters):
        blocks += [Gap(14)] if place or whole else []
        blocks += _topic(topic, large=not whole)
    running = Running(title, "Holdfast 稳账", say("help.not_advice", lang))
    with paper(path, _SHEET, title, "Holdfast") as pen:
        draw_pages(pen, _SHEET, paginate(blocks, _SHEET.room), running, lang)


def _front(title: str, chapters: Sequence[Topic], lang: str) -> Iterator[Block]:
    measure = _SHEET.measure
    yield Prose(wrap(title, BOLD, 20, measure), 20, bold=True, after=4)
    yield prose(say("help.not_advice", lang), measure, 9, ink.SECONDARY, after=10)
    if chapters[0].group == "playbook":
        for topic in chapters:
            yield prose(topic.title, measure, 10, after=1)
        yield Gap(6)


def _topic(topic: Topic, *, large: bool) -> list[Block]:
    """The title stays with what follows it."""
    size = 18.0 if large else 14.0
    head: list[Block] = [Prose(wrap(topic.title, BOLD, size, _SHEET.measure), size, bold=True, after=6)]
    made: list[Block] = []
    for piece in topic.pieces:
        if piece.kind == "head":
            made += [Gap(5)] if made else []
            head.append(Prose(wrap(said(piece.line), BOLD, 11, _SHEET.measure), 11, bold=True, after=3))
            continue
        first, *rest = _piece(piece)
        if head and piece.kind != "table":
            made.append(Stack((*head, first)))
        else:
            made += [*head, first]
        head = []
        made += rest
    return [*made, *head]


def _piece(piece: Piece) -> Sequence[Block]:
    if piece.kind == "table":
        return (_table(piece), Gap(8))
    spans = _spans(piece.line)
    if piece.kind == "text":
        return rich(spans, _SHEET.measure, _SIZE, _LEADING, after=6)
    mark = {"item": "•", "number": f"{piece.number}.", "remark": "|"}[piece.kind]
    laid = rich(spans, _SHEET.measure - _IN, _SIZE, _LEADING, after=6 if piece.kind == "remark" else 3)
    return [Marked(block, mark if place == 0 or mark == "|" else "") for place, block in enumerate(laid)]


def _spans(line: Line) -> list[Span]:
    return [Span(run.text, run.strong) for run in line]


def _table(piece: Piece) -> Block:
    """Columns as wide to each other as what stands in them."""
    rows = [[said(cell) for cell in row] for row in piece.cells]
    most = _WIDEST_CELL * _STYLE.size
    wanted = [
        max(min(max(width(cell, REGULAR, _STYLE.size) for cell in column), most), 40.0)
        for column in zip(*rows, strict=True)
    ]
    scale = _SHEET.measure / sum(wanted)
    columns = [GridColumn(name, wide * scale) for name, wide in zip(rows[0], wanted, strict=True)]
    return grid(columns, rows[1:], style=_STYLE)
