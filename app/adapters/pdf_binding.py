"""Other people's PDF bound into ours by PDFium: each page shrunk into a sheet that leaves the margins free.

PDFium is not made for several threads, so one worker alone calls it.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from app.domain.problem import DomainError

if TYPE_CHECKING:
    from io import BytesIO

MOST_PAGES = 200
"""More pages of one file than anybody reads in a pack."""
_LARGEST = 14_400.0
"""Points of the longest side a page may have (PDF 1.7, annex C)."""
_PASSWORD = 4


@dataclass(frozen=True, slots=True)
class Room:
    """A sheet in points, and the part of it that is free for somebody else's page."""

    sheet_width: float
    sheet_height: float
    left: float
    bottom: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """A file whose pages are sheets of ours; ``wide`` says of each whether it lies."""

    data: bytes
    wide: tuple[bool, ...]


def fitted(data: bytes, upright: Room, wide: Room) -> Fitted:
    """The pages of a PDF on sheets of ours; ``DomainError`` (``claim_pack.*``) where they cannot be read."""
    import pypdfium2  # noqa: PLC0415 - brings a library of 10 MB that only a pack needs

    try:
        source = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD
        raise DomainError("claim_pack.encrypted" if locked else "claim_pack.broken") from error
    try:
        return _fitted(pypdfium2, source, upright, wide)
    except (pypdfium2.PdfiumError, ValueError, OverflowError) as error:
        raise DomainError("claim_pack.broken") from error
    finally:
        source.close()


def _fitted(library: Any, source: Any, upright: Room, wide: Room) -> Fitted:
    count = len(source)
    if not count:
        raise DomainError("claim_pack.broken")
    if count > MOST_PAGES:
        raise DomainError("claim_pack.too_long", pages=count, most=MOST_PAGES)
    lies = []
    for size in map(source.get_page_size, range(count)):
        if not all(1 <= side <= _LARGEST for side in size):
            raise DomainError("claim_pack.broken")
        lies.append(size[0] > size[1])
    sheets = {
        lying: _on_sheets(library, source, [n for n in range(count) if lies[n] is lying], room)
        for lying, room in ((False, upright), (True, wide))
    }
    taken = {False: 0, True: 0}
    with closing(library.PdfDocument.new()) as made:
        for lying, run in groupby(lies):
            first, many = taken[lying], len(list(run))
            made.import_pages(sheets[lying], list(range(first, first + many)))
            taken[lying] += many
        for one in sheets.values():
            one.close()
        return Fitted(_saved(made), tuple(lies))


def _on_sheets(library: Any, source: Any, pages: Sequence[int], room: Room) -> Any:
    """These pages, each in the free part of a sheet, their fonts and pictures shared as before."""
    import pypdfium2.raw as raw  # noqa: PLC0415, PLR0402 - with the library itself

    if not pages:
        return library.PdfDocument.new()
    with closing(library.PdfDocument.new()) as each:
        each.import_pages(source, list(pages))
        for number in range(len(each)):
            page = each[number]
            # Notes and filled fields are drawn into the page: what follows copies only that.
            raw.FPDFPage_Flatten(page, raw.FLAT_PRINT)
            page.close()
        # Two to a sheet, with an empty one below each: PDFium shrinks only where several share a sheet.
        for number in range(len(each)):
            each.new_page(room.width, room.height, index=2 * number + 1).close()
        handle = raw.FPDF_ImportNPagesToOne(each.raw, room.width, 2 * room.height, 1, 2)
        several = library.PdfDocument(handle)
    for number in range(len(several)):
        page = several[number]
        left, bottom = -room.left, room.height - room.bottom
        box = (left, bottom, left + room.sheet_width, bottom + room.sheet_height)
        page.set_mediabox(*box)
        page.set_cropbox(*box)
        page.close()
    return several


def _saved(document: Any) -> bytes:
    from io import BytesIO  # noqa: PLC0415 - beside the library

    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def bind(core: bytes, stamps: bytes, inserts: Sequence[tuple[int, Fitted]], to: str | BytesIO) -> int:
    """Our pages with the others put in, a stamp on each of those; how many pages there are.

    ``to`` is a file's name or memory; ``inserts`` say after how many pages of ``core`` each comes; ``stamps``
    has a page for every page of theirs, in order.
    """
    import pypdfium2  # noqa: PLC0415 - brings a library of 10 MB that only a pack needs

    bound, marks = pypdfium2.PdfDocument(core), pypdfium2.PdfDocument(stamps)
    try:
        done = 0
        for after, one in inserts:
            theirs = pypdfium2.PdfDocument(one.data)
            bound.import_pages(theirs, index=after + done)
            for number in range(len(one.wide)):
                page = bound[after + done + number]
                _stamp(bound, page, marks, done + number)
                page.close()
            done += len(one.wide)
            theirs.close()
        bound.save(to)
        return len(bound)
    finally:
        marks.close()
        bound.close()


def _stamp(bound: Any, page: Any, marks: Any, number: int) -> None:
    from pypdfium2 import PdfMatrix  # noqa: PLC0415 - with the library itself

    form = marks.page_as_xobject(number, bound)
    stamp = form.as_pageobject()
    left, bottom, *_ = page.get_mediabox()
    stamp.set_matrix(PdfMatrix().translate(left, bottom))
    page.insert_obj(stamp)
    page.gen_content()
    form.close()
