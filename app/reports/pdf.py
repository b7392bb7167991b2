"""Papers as pages: blocks flow down A4 sheets that carry a running head, and "page x of y" below."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Protocol, runtime_checkable

from reportlab import rl_config
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from app.reports import ink
from app.reports.fonts import REGULAR, letter_widths, width
from app.reports.pen import Pen
from app.reports.saving import replacing
from app.reports.typesetting import clipped, wrap
from app.words import say

_A4 = (210 * mm, 297 * mm)
_NOTE = 8.0


class Block(Protocol):
    """Something of a fixed height that draws itself downwards."""

    @property
    def height(self) -> float:
        """In points, space after it included."""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw from the upper left corner."""


@runtime_checkable
class Splitting(Block, Protocol):
    """A block that runs on over pages, as a table does."""

    def split(self, room: float, *, force: bool = False) -> tuple[Block | None, Block | None]:
        """What fits into ``room`` points and what goes to the next page; ``force`` takes something anyway."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's size and margins, in points."""

    width: float = _A4[0]
    height: float = _A4[1]
    margin: float = 20 * mm
    top: float = 20 * mm
    bottom: float = 20 * mm

    @property
    def room(self) -> float:
        """Height between head and foot."""
        return self.height - self.top - self.bottom

    @property
    def measure(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.margin


PORTRAIT = Sheet(top=17 * mm, bottom=16 * mm)
LANDSCAPE = Sheet(width=_A4[1], height=_A4[0], margin=15 * mm, top=18 * mm, bottom=17 * mm)


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph: its lines, type size, and the space after it."""

    lines: tuple[str, ...]
    size: float = 10.0
    colour: str = ink.TEXT
    bold: bool = False
    after: float = 6.0

    @property
    def leading(self) -> float:
        """From line to line."""
        return self.size * 1.6

    @property
    def height(self) -> float:
        """Lines and the space after."""
        return len(self.lines) * self.leading + self.after

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Line under line."""
        for number, line in enumerate(self.lines):
            y = top - number * self.leading - self.size * 1.15
            pen.text(x, y, line, self.size, bold=self.bold, colour=self.colour)


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty space, dropped at the head of a page."""

    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Nothing."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks that belong on one page, under each other."""

    blocks: tuple[Block, ...]

    @property
    def height(self) -> float:
        """All of them."""
        return sum(block.height for block in self.blocks)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """One after the other."""
        for block in self.blocks:
            block.draw(pen, x, top)
            top -= block.height


@dataclass(frozen=True, slots=True)
class Running:
    """What stands in the margins: head left and right (from page 2), foot left."""

    head_left: str
    head_right: str
    foot: str


Page = list[Block]


def prose(text: str, measure: float, size: float = 10.0, colour: str = ink.TEXT, after: float = 6.0) -> Prose:
    """A paragraph set to a measure."""
    return Prose(wrap(text, REGULAR, size, measure), size, colour, after=after)


def paginate(
    blocks: Sequence[Block],
    room: float,
    at_foot: Block | None = None,
    *,
    begun: tuple[Page, float] | None = None,
) -> list[Page]:
    """The blocks in pages; tables split, anything else moves whole; ``at_foot`` must fit the last page.

    ``begun`` is a page to go on with, and the room left on it.
    """
    pages: list[Page] = [list(begun[0]) if begun else []]
    left = begun[1] if begun else room
    for block in blocks:
        left = _place(block, pages, left, room)
    if at_foot is not None and at_foot.height > left:
        pages.append([])
    return pages


def _place(block: Block, pages: list[Page], left: float, room: float) -> float:
    """Put a block on the current page or the next ones; returns what is left of the last."""
    rest: Block | None = block
    while rest is not None:
        fresh = not pages[-1]
        if isinstance(rest, Gap) and fresh:
            return left
        head, rest = _divided(rest, left, fresh=fresh)
        if head is not None:
            pages[-1].append(head)
            left -= head.height
        if rest is not None:
            pages.append([])
            left = room
    return left


def _divided(block: Block, left: float, *, fresh: bool) -> tuple[Block | None, Block | None]:
    """What of a block goes onto this page and what onto the next."""
    if isinstance(block, Splitting):
        return block.split(left, force=fresh)
    if block.height <= left or fresh:
        return block, None
    return None, block


def draw_pages(
    pen: Pen,
    sheet: Sheet,
    pages: Sequence[Page],
    running: Running,
    lang: str,
    at_foot: Block | None = None,
    *,
    before: int = 0,
) -> None:
    """Draw every page with its margins; ``at_foot`` stands at the bottom of the last one.

    ``before`` pages were drawn already (a cover) and count.
    """
    whole = before + len(pages)
    for number, page in enumerate(pages, 1):
        told = say("paper.page", lang, page=before + number, pages=whole)
        _margins(pen, sheet, running, told, before + number)
        top = sheet.height - sheet.top
        for block in page:
            block.draw(pen, sheet.margin, top)
            top -= block.height
        if at_foot is not None and number == len(pages):
            # Alone on its page it stands at the top, where it is looked for.
            at_foot.draw(pen, sheet.margin, sheet.bottom + at_foot.height if page else top)
        pen.fresh_page()


def _margins(pen: Pen, sheet: Sheet, running: Running, page: str, number: int) -> None:
    """Running head from the second page on; foot with the page's number on all."""
    x, right = sheet.margin, sheet.width - sheet.margin
    if number > 1:
        y = sheet.height - sheet.top + 14
        ours = _one_line(running.head_right, sheet.measure / 2 - 6)
        room = sheet.measure - width(ours, REGULAR, _NOTE) - 12
        pen.text(x, y, _one_line(running.head_left, room), _NOTE, colour=ink.SECONDARY)
        pen.text_right(right, y, ours, _NOTE, colour=ink.SECONDARY)
    foot = sheet.bottom - 20
    pen.rule(x, foot + 13, sheet.measure, 0.4, ink.HAIRLINE)
    pen.text(x, foot, _one_line(running.foot, sheet.measure * 0.8), _NOTE, colour=ink.SECONDARY)
    pen.text_right(right, foot, page, _NOTE, colour=ink.SECONDARY)


def _one_line(text: str, room: float) -> str:
    """A note cut to the room it has."""
    return clipped(text, REGULAR, _NOTE, room, 1)[0]


_HELD: ContextVar[dict[Path, BytesIO] | None] = ContextVar("papers held in memory", default=None)


@contextmanager
def held_in_memory() -> Iterator[dict[Path, BytesIO]]:
    """Papers made within the block, by path, none of them as a file.

    What is only looked at, printed or put into the company file must leave no clear copy on a disk.
    """
    held: dict[Path, BytesIO] = {}
    token = _HELD.set(held)
    try:
        yield held
    finally:
        _HELD.reset(token)


def bytes_of(write: Callable[[Path], object]) -> bytes:
    """The paper that ``write`` makes, as bytes; no file is made."""
    with held_in_memory() as held:
        write(Path("paper.pdf"))
    (made,) = held.values()
    return made.getvalue()


@contextmanager
def place_for(path: Path) -> Iterator[str | BytesIO]:
    """Where the bytes of a paper go: a file that takes its place when complete, or memory."""
    held = _HELD.get()
    if held is not None:
        held[path] = BytesIO()
        yield held[path]
        return
    with replacing(path) as temporary:
        yield str(temporary)


@contextmanager
def paper(path: Path, sheet: Sheet, title: str, author: str) -> Iterator[Pen]:
    """A new PDF of this sheet; it takes its place at ``path`` only when complete."""
    with place_for(path) as target, _as_bytes():
        letter_widths(REGULAR)
        # Named here, or the file would also refer to a face that it does not carry.
        canvas = Canvas(
            target,
            pagesize=(sheet.width, sheet.height),
            initialFontName=REGULAR,  # type: ignore[arg-type]  # the stub says float
        )
        canvas.setTitle(title)
        canvas.setAuthor(author)
        canvas.setCreator("Holdfast")
        yield Pen(canvas)
        canvas.save()


@contextmanager
def _as_bytes() -> Iterator[None]:
    """Pages kept as bytes; reportlab would write them as text, a quarter longer and slower to make."""
    before = rl_config.useA85
    rl_config.useA85 = 0
    try:
        yield
    finally:
        rl_config.useA85 = before


Step = Callable[[int], None]


def ignore_step(done: int) -> None:
    """For callers who need not know how far it is."""
    del done
