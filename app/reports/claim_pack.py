"""The claim pack (索赔材料): our own pages, a sheet before each enclosed file, every page numbered x / y.

Pages of enclosed PDF files come in afterwards; their numbers are counted here, and their margins drawn
as stamps to be laid over them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.claim_pack import ClaimPack
from app.reports import claim_pack_parts as parts
from app.reports.claim_cover import Shown, Span, cover, separator
from app.reports.claim_sheet import LEFT, PAPER, UPRIGHT, WIDE, Margins, draw_part
from app.reports.letterhead import company_name
from app.reports.pdf import Block, Page, paginate, paper
from app.reports.pen import Pen
from app.reports.scanned import draw_scan
from app.words import say

_TRIES = 4


@dataclass(frozen=True, slots=True)
class Plan:
    """How the pack is put together: all its pages, and after how many of ours each file's pages come."""

    total: int
    after: tuple[tuple[int, Shown], ...]


@dataclass(frozen=True, slots=True)
class _Layout:
    """Our pages by part, and where everything is."""

    pages: Mapping[str, Sequence[Page]]
    spans: tuple[Span, ...]
    total: int


def write(pack: ClaimPack, shown: Sequence[Shown], core: Path, stamps: Path, lang: str) -> Plan:
    """Our pages into ``core``, the margins of merged pages into ``stamps``; how both go together."""
    found = _laid_out(pack, shown, lang)
    title, ours = say("claim_pack.title", lang), company_name(pack.company, lang)
    margins = Margins(
        f"{title}　{parts.customer_name(pack, lang)}",
        f"{pack.policy.record.insurer} {pack.policy.record.number}",
        pack.reference,
        found.total,
        lang,
    )
    with paper(core, PAPER, f"{title} {pack.reference}", ours) as pen:
        number = 1
        for name, pages in found.pages.items():
            said = say(f"claim_pack.part.{name}", lang)
            _outline(pen, name, said)
            draw_part(pen, pages, margins, number, "" if name == "cover" else said)
            number += len(pages)
        after = _draw_files(pen, shown, found, margins, number - 1)
    _write_stamps(stamps, shown, found, margins)
    return Plan(found.total, tuple(after))


def _laid_out(pack: ClaimPack, shown: Sequence[Shown], lang: str) -> _Layout:
    """Laid out until the cover, which names pages, takes as many pages as was counted for it."""
    bodies = {
        "calculation": parts.calculation(pack, lang),
        "invoices": parts.invoices(pack, lang),
        "statement": parts.statement(pack, lang),
        "ledger": parts.ledger(pack, lang),
        "correspondence": parts.contacts(pack, lang),
    }
    if pack.limits or pack.declarations:
        bodies["decisions"] = parts.decisions(pack, lang)
    laid = {name: paginate(blocks, UPRIGHT.room) for name, blocks in bodies.items()}
    covers = 1
    for _ in range(_TRIES):
        at = covers
        spans: dict[str, Span] = {}
        for name, pages in laid.items():
            spans[name] = (at + 1, at + len(pages))
            at += len(pages)
        files: list[Span] = []
        for one in shown:
            files.append((at + 1, at + 1 + one.pages))
            at += 1 + one.pages
        first = paginate(cover(pack, shown, spans, files, lang), UPRIGHT.room)
        if len(first) == covers:
            break
        covers = len(first)
    return _Layout({"cover": first, **laid}, tuple(files), at)


def _draw_files(
    pen: Pen, shown: Sequence[Shown], found: _Layout, margins: Margins, ours: int
) -> list[tuple[int, Shown]]:
    """A sheet before each file, pictures on a page of ours; after which page of ours others come."""
    after = []
    for number, (one, span) in enumerate(zip(shown, found.spans, strict=True), 1):
        said = say("claim_pack.enclosure", margins.lang, n=number)
        _outline(pen, f"file{number}", f"{said} {one.file.name}")
        blocks: list[Block] = separator(one, number, span, margins.lang)
        draw_part(pen, [blocks], margins, span[0], said)
        ours += 1
        if one.picture is not None:
            pen.canvas.setPageSize((UPRIGHT.width, UPRIGHT.height))
            margins.draw(pen, UPRIGHT, span[0] + 1, said)
            draw_scan(pen, one.picture, (LEFT, UPRIGHT.bottom, UPRIGHT.measure, UPRIGHT.room))
            pen.fresh_page()
            ours += 1
        elif one.wide:
            after.append((ours, one))
    return after


def _write_stamps(stamps: Path, shown: Sequence[Shown], found: _Layout, margins: Margins) -> None:
    """A page for every merged page, empty but for its margins; one at least, or it were no PDF."""
    with paper(stamps, PAPER, margins.reference, "") as pen:
        drawn = False
        for number, (one, span) in enumerate(zip(shown, found.spans, strict=True), 1):
            said = say("claim_pack.enclosure", margins.lang, n=number)
            for place, lies in enumerate(one.wide, span[0] + 1):
                sheet = WIDE if lies else UPRIGHT
                pen.canvas.setPageSize((sheet.width, sheet.height))
                margins.draw(pen, sheet, place, said)
                pen.fresh_page()
                drawn = True
        if not drawn:
            pen.text(0, 0, " ", 6)
            pen.fresh_page()


def _outline(pen: Pen, name: str, said: str) -> None:
    """An entry in the reader's side bar."""
    pen.canvas.bookmarkPage(name)
    pen.canvas.addOutlineEntry(said, name)
