"""The cover sheet of a claim pack with its checklist, and the sheet before each enclosed file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.claim_pack import ClaimPack, Enclosure, ListedPaper
from app.domain.money import exponent
from app.domain.problem import Problem
from app.reports import ink
from app.reports.claim_pack_parts import MEASURE, customer_name, small
from app.reports.claim_sheet import UPRIGHT
from app.reports.credit_report_parts import Facts
from app.reports.fonts import BOLD, REGULAR, width
from app.reports.grid import Cells, GridColumn, GridStyle, grid
from app.reports.letterhead import Letterhead, company_name, heading
from app.reports.pdf import Block, Gap, Stack, prose
from app.reports.pen import Pen
from app.reports.statement_parts import AmountDue
from app.reports.typesetting import clipped, wrap
from app.words import say, word
from app.words.formats import day_in_column, day_in_sentence, money

_STYLE = GridStyle(size=8.2, row=14.5)
Span = tuple[int, int]
"""First and last page of something."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A file of the pack: the pages it has here (``wide`` says which lie), or the picture, or why neither."""

    file: Enclosure
    wide: tuple[bool, ...] = ()
    picture: bytes | None = None
    why: Problem | None = None

    @property
    def pages(self) -> int:
        """Pages of the file itself, without the sheet before it."""
        return 1 if self.picture is not None else len(self.wide)


def cover(
    pack: ClaimPack, shown: Sequence[Shown], parts: Mapping[str, Span], spans: Sequence[Span], lang: str
) -> list[Block]:
    """Who claims what from whom, and where each document is; ``spans`` are the pages of the files."""
    blocks: list[Block] = [
        Letterhead(heading(pack.company, lang), lang, MEASURE),
        _Title(pack, lang),
        Facts(tuple(_facts(pack, lang)), MEASURE),
        Gap(2),
        AmountDue(tuple(_amounts(pack, lang)), MEASURE),
        Gap(4),
        _contents(parts, lang),
        Gap(6),
        _checklist(pack, shown, parts, spans, lang),
        Gap(5),
    ]
    missing = [say(f"claim_paper.{one.paper.kind}", lang) for one in pack.papers if one.missing]
    if missing:
        names = ("、" if lang == "zh" else ", ").join(missing)
        blocks.append(small(say("claim_pack.missing", lang, names=names)))
    if any(one.why is not None for one in shown):
        blocks.append(small(say("claim_pack.separate", lang)))
    # The signature never stands alone on a page.
    blocks.append(Stack((small(say("claim_pack.seal", lang)), _Signature(pack, lang))))
    return blocks


@dataclass(frozen=True, slots=True)
class _Title:
    """索赔材料 with its day, and below it the buyer."""

    pack: ClaimPack
    lang: str

    @property
    def height(self) -> float:
        """Title, buyer, space after."""
        return 40 + 16 * len(self._names())

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Title on the left, day on the right, then whom it is about."""
        pen.text(x, top - 18, say("claim_pack.title", self.lang), 18, bold=True)
        day = say("claim_pack.made", self.lang, day=day_in_sentence(self.pack.made_on, self.lang))
        pen.text_right(x + MEASURE, top - 18, day, 9.5, colour=ink.SECONDARY)
        for row, line in enumerate(self._names()):
            pen.text(x, top - 44 - 16 * row, line, 12, bold=True)

    def _names(self) -> Sequence[str]:
        return clipped(customer_name(self.pack, self.lang), BOLD, 12, MEASURE, 3)


def _facts(pack: ClaimPack, lang: str) -> list[tuple[str, str]]:
    """Policy, buyer, cause and days; what is not known is left out."""
    claim, record = pack.claim, pack.policy.record
    pct = pack.calculation.pct
    said = {
        "insurer": " ".join(filter(None, (record.insurer, record.product))),
        "policy": record.number,
        "holder": record.holder or company_name(pack.company, lang),
        "period": f"{day_in_column(record.start, lang)} – {day_in_column(pack.policy.last_day, lang)}",
        "buyer_id": pack.buyer_id,
        "cause": word("insured_cause", claim.cause, lang),
        "reference": pack.reference,
        "state": say(f"claim_state.{claim.state}", lang),
        "oldest": day_in_column(min((one.due for one in pack.calculation.invoices), default=None), lang),
        "loss_on": day_in_column(pack.loss_on, lang),
        "reported_on": day_in_column(pack.reported_on, lang),
        "filed_on": day_in_column(claim.filed_on, lang),
        "pct": f"{pct.normalize():f}%" if pct is not None else "",
        "payee": claim.payee or company_name(pack.company, lang),
    }
    return [(say(f"claim_pack.fact.{name}", lang), value) for name, value in said.items() if value]


def _amounts(pack: ClaimPack, lang: str) -> list[tuple[str, str]]:
    """What is claimed, what is expected for it, what came already."""
    currency, claim = pack.calculation.currency, pack.claim
    claimed = claim.claimed or pack.calculation.covered
    rows = [
        ("claimed", claimed),
        ("debt", pack.debt),
        *((("set_off", pack.calculation.set_off),) if pack.calculation.set_off else ()),
        ("approved" if claim.approved is not None else "expected", pack.expected),
    ]
    if pack.paid:
        rows.append(("paid", pack.paid))
    return [
        (say(f"claim_pack.amount.{name}", lang), money(minor, exponent(currency), currency, lang))
        for name, minor in rows
    ]


def _contents(parts: Mapping[str, Span], lang: str) -> Block:
    """Our own parts, two to a row."""
    titles = (("part", 0.36), ("pages", 0.1), ("", 0.08), ("part", 0.36), ("pages", 0.1))
    columns = [
        GridColumn(say(f"claim_pack.list.{name}", lang) if name else "", share * MEASURE, name == "pages")
        for name, share in titles
    ]
    named = [(say(f"claim_pack.part.{name}", lang), _pages(span)) for name, span in parts.items()]
    half = (len(named) + 1) // 2
    rest = [*named[half:], ("", "")]
    rows = [(*one, "", *other) for one, other in zip(named[:half], rest, strict=False)]
    return grid(columns, rows, heading=say("claim_pack.contents", lang), style=_STYLE)


def _checklist(
    pack: ClaimPack, shown: Sequence[Shown], parts: Mapping[str, Span], spans: Sequence[Span], lang: str
) -> Block:
    columns = _columns((("paper", 0.3), ("file", 0.36), ("status", 0.2), ("pages", 0.14)), lang)
    places = {id(one.file): (one, span) for one, span in zip(shown, spans, strict=True)}
    rows: list[Cells] = []
    for listed in pack.papers:
        rows += _rows(listed, places, parts, lang)
    return grid(columns, rows, heading=say("claim_pack.checklist", lang), style=_STYLE)


def _rows(
    listed: ListedPaper, places: Mapping[int, tuple[Shown, Span]], parts: Mapping[str, Span], lang: str
) -> list[Cells]:
    """One document: a line of its own, or one for each of its files."""
    name = say(f"claim_paper.{listed.paper.kind}", lang)
    part = _PARTS.get(listed.paper.kind)
    rows: list[Cells] = []
    if listed.made and part is not None and part in parts:
        rows.append(
            (
                name,
                say(f"claim_pack.part.{part}", lang),
                say("claim_pack.status.made", lang),
                _pages(parts[part]),
            )
        )
    for file in listed.files:
        one, span = places[id(file)]
        status = say("claim_pack.status.separate" if one.why else "claim_pack.status.enclosed", lang)
        rows.append(("" if rows else name, file.name, status, _pages(span)))
    if rows:
        return rows
    code = "missing" if listed.missing else "waived" if listed.paper.state == "waived" else "elsewhere"
    if not listed.there and not listed.missing and listed.paper.state != "waived":
        code = "optional"
    return [(name, listed.paper.note, say(f"claim_pack.status.{code}", lang), "")]


_PARTS = {
    "ledger": "ledger",
    "statement": "statement",
    "limit_decision": "decisions",
    "declarations": "decisions",
}


def _columns(shares: Sequence[tuple[str, float]], lang: str) -> list[GridColumn]:
    return [
        GridColumn(say(f"claim_pack.list.{name}", lang), share * MEASURE, name == "pages")
        for name, share in shares
    ]


def _pages(span: Span) -> str:
    first, last = span
    return str(first) if first == last else f"{first}–{last}"


@dataclass(frozen=True, slots=True)
class _Signature:
    """Who claims, with room for the seal and the day."""

    pack: ClaimPack
    lang: str

    @property
    def height(self) -> float:
        """Room for a seal over the words."""
        return 44.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Name and seal, then the day, over lines to write on."""
        name = company_name(self.pack.company, self.lang)
        sealed = say("claim_pack.sealed", self.lang, company=name)
        room, y = MEASURE * 0.55, top - 26
        pen.text(x, y, clipped(sealed, REGULAR, 9.5, room, 1)[0], 9.5)
        said = say("claim_pack.signed_on", self.lang)
        left = x + MEASURE * 0.65
        pen.text(left, y, said, 9.5)
        wide = width(said, REGULAR, 9.5) + 4
        pen.rule(left + wide, y - 2, MEASURE * 0.35 - wide, 0.5, ink.SECONDARY)


def separator(one: Shown, number: int, span: Span, lang: str) -> list[Block]:
    """The sheet before a file: what it is, and where its pages are or why they are not here."""
    file = one.file
    blocks: list[Block] = [Gap(1), _Blank(UPRIGHT.room * 0.3)]
    blocks.append(prose(say("claim_pack.enclosure", lang, n=number), MEASURE, 12, ink.SECONDARY, after=4))
    blocks += [_Big(line) for line in wrap(say(f"claim_paper.{file.kind}", lang), BOLD, 22, MEASURE)]
    blocks += [Gap(6), prose(file.name, MEASURE, 11, after=4)]
    if file.note:
        blocks.append(prose(file.note, MEASURE, 10, ink.SECONDARY, after=4))
    if one.why is not None:
        said = say(one.why.code, lang, **one.why.params)
        blocks += [
            prose(said, MEASURE, 10, after=4),
            prose(say("claim_pack.apart", lang), MEASURE, 10, after=4),
        ]
    else:
        first, last = span[0] + 1, span[1]
        said = say("claim_pack.follows", lang, n=one.pages, pages=_pages((first, last)))
        blocks.append(prose(said, MEASURE, 10, ink.SECONDARY, after=4))
    return [Stack(tuple(blocks))]


@dataclass(frozen=True, slots=True)
class _Big:
    """One line of a sheet's title."""

    text: str

    @property
    def height(self) -> float:
        """The words and the space after."""
        return 34.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Bold over an accent rule."""
        pen.text(x, top - 24, self.text, 22, bold=True)


@dataclass(frozen=True, slots=True)
class _Blank:
    """Empty space that stays at the head of a page."""

    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Nothing but the rule the title hangs from."""
        pen.block(x, top - self.height + 4, 48, 3, ink.ACCENT)
