"""Letters on paper: head, table over pages with carried sums, amount, account, signature, reply slip."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.letter_paper import (
    AmountBlock,
    ComposedLetter,
    LetterBlock,
    PairsBlock,
    PaperTable,
    Paragraph,
    SignatureBlock,
    SlipBlock,
)
from app.reports import ink
from app.reports.grid import Cells, Grid, GridColumn, GridStyle, grid
from app.reports.letter_parts import BothSign, ChineseHead, EnglishHead, Pairs, Signature, asked
from app.reports.letter_text import page_sums
from app.reports.letterhead import Letterhead, Stamp
from app.reports.pdf import (
    Block,
    Gap,
    Page,
    Running,
    Sheet,
    Stack,
    Step,
    draw_pages,
    ignore_step,
    paginate,
    paper,
)
from app.reports.pen import Pen
from app.reports.pictures import Picture
from app.reports.rich import RichProse, rich
from app.reports.saving import free_path, safe_file_name
from app.reports.slip import Slip
from app.words import say

SHEET = Sheet(top=48.0, bottom=45.0)
"""The page of a letter."""
_MEASURE = SHEET.measure
_TOGETHER = 5  # lines of a paragraph that stay with what follows


@dataclass(frozen=True, slots=True)
class _Style:
    """Type size and distances of a letter's text, in points."""

    size: float
    leading: float
    row: float
    gap: float


# As drawn first; then closer, where that brings a letter onto one page.
_STYLES = (_Style(10.0, 18.0, 21.0, 8.0), _Style(9.8, 16.4, 19.0, 6.0), _Style(9.2, 14.6, 17.0, 4.5))
_FEW_ROWS = 14

Pictures = dict[bytes, Stamp]


def write(letters: Sequence[ComposedLetter], path: Path, step: Step = ignore_step) -> None:
    """All letters in one PDF, each numbered from page 1 and listed in the outline.

    ``step`` hears how many are done; if it raises, no file is left behind.
    """
    first = letters[0]
    pictures: Pictures = {}
    with paper(path, SHEET, first.title, first.sender) as pen:
        for done, letter in enumerate(letters, 1):
            if len(letters) > 1:
                pen.canvas.bookmarkPage(f"l{done}")
                pen.canvas.addOutlineEntry(f"{letter.number} {letter.customer}", f"l{done}")
            draw(pen, letter, pictures)
            step(done)


def write_each(letters: Sequence[ComposedLetter], folder: Path, step: Step = ignore_step) -> list[Path]:
    """One PDF per letter, named by number, title and customer; an existing file is never overwritten."""
    written: list[Path] = []
    for letter in letters:
        path = free_path(folder / file_name(letter, ".pdf"))
        write((letter,), path)
        written.append(path)
        step(len(written))
    return written


def file_name(letter: ComposedLetter, suffix: str) -> str:
    """The name a letter is saved under: CK-20251231-006 催款函 客户.pdf."""
    return safe_file_name(letter.number, letter.title, letter.customer, suffix=suffix)


def draw(pen: Pen, letter: ComposedLetter, pictures: Pictures) -> None:
    """One letter on as few pages as it reads well on, the slip at the foot of the last."""
    slip = next((Slip(block, _MEASURE) for block in letter.blocks if isinstance(block, SlipBlock)), None)
    pages = _laid(letter, pictures, slip)
    running = Running(letter.running, letter.sender, letter.foot)
    draw_pages(pen, SHEET, pages, running, letter.language, slip)


def _laid(letter: ComposedLetter, pictures: Pictures, slip: Slip | None) -> list[Page]:
    """The pages; set closer where a short letter would spill over onto a second."""
    rows = sum(len(block.rows) for block in letter.blocks if isinstance(block, PaperTable))
    pages: list[Page] = []
    for style in _STYLES:
        made = paginate(_blocks(letter, pictures, style), SHEET.room, slip)
        if not pages or len(made) == 1:
            pages = made
        if len(pages) == 1 or rows > _FEW_ROWS:
            break
    return pages


def _blocks(letter: ComposedLetter, pictures: Pictures, style: _Style) -> list[Block]:
    """Everything above the slip, top to bottom."""
    logo = _stamp(letter.logo, pictures)
    head = ChineseHead if letter.language == "zh" else EnglishHead
    blocks: list[Block] = [
        Letterhead(letter.heading, letter.language, _MEASURE, logo),
        Gap(8),
        head(letter, _MEASURE),
    ]
    for block in letter.blocks:
        made = _drawn(block, letter, pictures, style)
        if isinstance(block, SignatureBlock):
            _keep_with(blocks, made)
        else:
            blocks += made
    return blocks


def _keep_with(blocks: list[Block], signature: list[Block]) -> None:
    """A signature never stands alone on a page: what is before it goes along."""
    last = blocks[-1] if blocks else None
    if isinstance(last, Pairs) or (isinstance(last, RichProse) and len(last.lines) <= _TOGETHER):
        blocks[-1] = Stack((last, *signature))
    else:
        blocks += signature


def _drawn(block: LetterBlock, letter: ComposedLetter, pictures: Pictures, style: _Style) -> list[Block]:
    """A part of the letter as blocks of the page."""
    match block:
        case Paragraph():
            return _prose(block, letter, style)
        case PaperTable():
            return [table(block, letter.language, style.row), Gap(style.gap)]
        case AmountBlock():
            return [asked(block, _MEASURE), Gap(style.gap / 2)]
        case PairsBlock():
            left = style.size * 2 if letter.language == "zh" else 0.0
            return [Pairs(block.pairs, _MEASURE, style.size, style.leading, left, style.gap)]
        case SignatureBlock():
            seal = _stamp(letter.seal, pictures)
            both = bool(block.parties)
            return [BothSign(block, _MEASURE, seal) if both else Signature(block, _MEASURE, style.size, seal)]
        case SlipBlock():
            return []


def _prose(block: Paragraph, letter: ComposedLetter, style: _Style) -> list[Block]:
    if block.note:
        return [*rich(block.spans, _MEASURE, 8.5, 13.5, after=style.gap, colour=ink.SECONDARY)]
    leading = style.leading if letter.language == "zh" else style.leading - 1.2
    first = style.size * 2 if block.indent else 0.0
    return [*rich(block.spans, _MEASURE, style.size, leading, first=first, after=style.gap)]


def table(block: PaperTable, lang: str, row: float) -> Grid:
    """A table: its header repeats, each page ends in its sum and begins with what went before."""
    columns = [
        GridColumn(column.title, column.share * _MEASURE / 1000, column.right) for column in block.columns
    ]

    def sums(code: str) -> Callable[[int, int], Sequence[Cells]]:
        return lambda start, stop: [page_sums(block, start, stop, say(code, lang))]

    summed = 1 if block.summed else 0
    return grid(
        columns,
        block.rows,
        totals=block.totals,
        style=GridStyle(size=9.0, row=row, pad=6.0),
        subtotal=sums("paper.page_subtotal"),
        subtotal_rows=summed,
        carried=sums("letter.carried"),
        carried_rows=summed,
    )


def _stamp(data: bytes | None, pictures: Pictures) -> Stamp | None:
    """What draws a picture in this PDF."""
    if data is None:
        return None
    if data not in pictures:
        pictures[data] = Picture(data, f"picture{len(pictures)}").draw
    return pictures[data]
