"""The cover of the review: whose and of which quarter, the verdict, the aging strip, four figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from app.domain.chain import day_of, short
from app.domain.money import Money
from app.domain.period_review import Content, PartCode, Reading
from app.reports import ink
from app.reports.fonts import BOLD, REGULAR
from app.reports.strip import Segment, shared
from app.reports.typesetting import clipped, fitting_size
from app.words import review_text, say
from app.words.formats import MINUS, amount, day_in_column, day_in_sentence, ratio, unit_name

if TYPE_CHECKING:
    from app.domain.chain import Head
    from app.reports.pdf import Sheet
    from app.reports.pen import Pen

_LEFT = 65.0
_COVER = ("overdue_rate", "dso", "insured_share")
"""Beside the receivables themselves."""
_MOST_LINES = 8
_TWO_LINES = 44.0
_WAN = 10_000


@dataclass(frozen=True, slots=True)
class CoverFigure:
    """One figure of the cover: name, value, and what it is held against with its tone."""

    name: str
    value: str
    note: str
    tone: str = "none"


def draw_cover(pen: Pen, sheet: Sheet, content: Content, lang: str, head: Head | None = None) -> None:
    """The whole page; ``head`` is the history's fingerprint at the time of printing."""
    measure = sheet.width - 2 * _LEFT
    top = sheet.height
    ours = clipped(content.company.to(lang), BOLD, 12.5, measure, 2)
    for place, line in enumerate(ours):
        pen.text(_LEFT, top - 79 - 17 * place, line, 12.5, bold=True)
    quarter = review_text.quarter_name(content.quarter, lang)
    if content.unfinished:
        quarter = f"{quarter}{'，' if lang == 'zh' else ', '}{say('review.unfinished', lang)}"
    pen.text(_LEFT, top - 270, quarter, 12.5, bold=True, colour=ink.ACCENT)
    for place, line in enumerate(say("review.title_lines", lang).split("\n")):
        size = fitting_size(line, BOLD, 33, measure)
        pen.text(_LEFT, top - 316 - 45 * place, line, size, bold=True)
    _strip(pen, top - 407, measure, content)
    lower = _verdict(pen, top - 452, measure, content, lang)
    _figures(pen, top - 566 - lower, measure, content, lang)
    _foot(pen, measure, content, lang)
    if head is not None:
        pen.text(_LEFT, 91, head_text(head, short(head.mark), lang), 8.8, colour=ink.SECONDARY)


def head_text(head: Head, mark: str, lang: str) -> str:
    """The history's fingerprint with its entry and day, as it is typed again to be compared."""
    day = day_of(head.at)
    shown = day_in_column(day, lang) if isinstance(day, date) else day
    return say("proof.head", lang, entry=head.entry, day=shown, mark=mark)


def _strip(pen: Pen, bottom: float, measure: float, content: Content) -> None:
    part = content.part(PartCode.AGING)
    sheet = part.sheet("ages") if part else None
    if sheet is None:
        return
    rows = [row for row in sheet.rows if row.key.startswith("bucket:")]
    weights = [cell.minor if isinstance(cell := row.cells[2], Money) else 0 for row in rows]
    segments = [
        Segment("", "", "", weight, ink.bucket_colour(index, len(rows)))
        for index, weight in enumerate(weights)
        if weight > 0
    ]
    x = _LEFT
    for segment, wide in zip(segments, shared(segments, measure) if segments else (), strict=True):
        pen.block(x, bottom, wide, 7.5, segment.colour, 1)
        x += wide + 1.5


def _verdict(pen: Pen, top: float, measure: float, content: Content, lang: str) -> float:
    """The sentences; by how much what follows has to stand lower than below two lines."""
    text = review_text.verdict(content, lang)
    size, leading = 13.0, 22.0
    lines = clipped(text, REGULAR, size, measure * 0.94, _MOST_LINES)
    if len(lines) > 4:  # noqa: PLR2004 - more needs a smaller type to stand above the figures
        size, leading = 11.0, 17.5
        lines = clipped(text, REGULAR, size, measure, _MOST_LINES)
    for place, line in enumerate(lines):
        pen.text(_LEFT, top - place * leading, line, size)
    return max(0.0, len(lines) * leading - _TWO_LINES)


def _figures(pen: Pen, top: float, measure: float, content: Content, lang: str) -> None:
    pen.rule(_LEFT, top + 53, measure, 0.7)
    cell = measure / 4
    for place, one in enumerate(cover_figures(content, lang)):
        x, room = _LEFT + place * cell, cell - 10
        name = fitting_size(one.name, REGULAR, 8.8, room)
        pen.text(x, top + 33, one.name, name, colour=ink.SECONDARY)
        pen.text(x, top + 11, one.value, fitting_size(one.value, BOLD, 18, room), bold=True)
        tone = ink.STATUS[one.tone][1]
        for row, line in enumerate(clipped(one.note, REGULAR, 8.3, room, 2)):
            pen.text(x, top - 6 - 11 * row, line, 8.3, colour=tone)


def cover_figures(content: Content, lang: str) -> tuple[CoverFigure, ...]:
    """Receivables, overdue rate, DSO and insured share, as they read."""
    found = [_receivables(content, lang)]
    for key in _COVER:
        one = content.reading(key)
        if one is not None:
            found.append(
                CoverFigure(
                    review_text.name_of(key, lang),
                    review_text.reading(one, lang),
                    _against(one, content, lang),
                    one.status if one.status in ink.STATUS else "none",
                )
            )
    return tuple(found)


def _against(one: Reading, content: Content, lang: str) -> str:
    if one.value is None:
        return review_text.note(one, lang, content.base)
    if one.target is None:
        return say("review.no_target", lang)
    aimed = review_text.target(one, lang)
    state = say(f"review.status.{one.status}", lang)
    return say("review.target", lang, bound="", value=aimed, state=state).replace("  ", " ")


def _receivables(content: Content, lang: str) -> CoverFigure:
    """What is owed in all, shortened on the cover alone, and against the quarter before."""
    part = content.part(PartCode.MOVEMENTS)
    sheet = part.sheet("receivables") if part else None
    name = say("review.receivables", lang)
    if sheet is None or not sheet.total:
        return CoverFigure(name, say("review.no_data", lang), "")
    closing, opening = sheet.total[-1], sheet.rows[0].cells[-1]
    if not isinstance(closing, Money) or not isinstance(opening, Money):
        return CoverFigure(name, say("review.no_data", lang), "")
    note = say("review.no_before", lang)
    if opening.minor > 0:
        moved = Decimal(closing.minor - opening.minor) / opening.minor
        text = ratio(moved)
        sign = "" if text.startswith(MINUS) else "+"
        note = say("review.against_before", lang, change=f"{sign}{text}")
    return CoverFigure(name, short_money(closing, lang), note)


def short_money(value: Money, lang: str) -> str:
    """An amount on the cover: 839.0 万 in Chinese, 8,390 k in English; small ones whole."""
    major = value.major()
    if abs(major) < _WAN:
        return amount(value.minor, _places(value), decimals=False)
    unit, sign = (Decimal(_WAN), " 万") if lang == "zh" else (Decimal(1000), " k")
    digits = "0.1" if lang == "zh" else "1"
    short = (major / unit).quantize(Decimal(digits), ROUND_HALF_UP)
    return f"{MINUS if short < 0 else ''}{abs(short):,f}{sign}"


def _places(value: Money) -> int:
    exponent = value.major().as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _foot(pen: Pen, measure: float, content: Content, lang: str) -> None:
    """Day and unit on the left; who made it and when on the right."""
    left = [
        say("review.as_of", lang, day=day_in_column(content.as_of, lang)),
        say("review.unit", lang, unit=unit_name(content.base, lang)),
    ]
    if content.left_out:
        left.append(say("review.left_out", lang, currencies=", ".join(content.left_out)))
    people = [
        say(code, lang, name=name)
        for code, name in (
            ("review.prepared", content.prepared_by),
            ("review.reviewed", content.reviewed_by),
        )
        if name
    ]
    made = day_in_sentence(content.made_on, lang) if content.made_on else ""
    right = ["    ".join(people), "    ".join(filter(None, (made, say("review.internal", lang))))]
    for place, line in enumerate(left):
        text = clipped(line, REGULAR, 8.8, measure * 0.6, 1)[0]
        pen.text(_LEFT, 73 - 15 * place, text, 8.8, colour=ink.SECONDARY)
    for place, line in enumerate(right):
        text = clipped(line, REGULAR, 8.8, measure * 0.4 - 8, 1)[0] if line else ""
        pen.text_right(_LEFT + measure, 73 - 15 * place, text, 8.8, colour=ink.SECONDARY)
