"""Cases of the library on paper: what happened, what the books showed in the months before, the lesson."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from app.domain.loss_case import CaseSheet, Visible, VisibleSign
from app.domain.money import exponent
from app.reports import ink
from app.reports.credit_report_parts import Facts, Heading
from app.reports.fonts import BOLD, REGULAR
from app.reports.grid import Cells, GridColumn, GridStyle, grid
from app.reports.letterhead import Letterhead, company_name, heading
from app.reports.pdf import PORTRAIT, Block, Gap, Prose, Running, draw_pages, paginate, paper, prose
from app.reports.typesetting import wrap
from app.words import codes, say
from app.words.formats import amount, count, day_in_column, day_in_sentence, money

_SHEET = PORTRAIT
_STYLE = GridStyle(size=8.2, row=16)
_LINES = 30
"""Lines of a long text that stay together; more would not fit the rest of a page."""
_SHARES = (("month", 0.2), ("open", 0.25), ("overdue", 0.25), ("days_late", 0.18), ("settled", 0.12))


def write(sheets: Sequence[CaseSheet], path: Path, lang: str) -> None:
    """The cases as one PDF, each on pages of its own; an existing file is replaced whole or not at all."""
    first, title = sheets[0], say("case_sheet.title", lang)
    named = f"{title} {first.case.title}" if len(sheets) == 1 else title
    ours = company_name(first.company, lang)
    foot = say("case_sheet.foot", lang, day=day_in_column(first.made_on, lang))
    pages = [page for sheet in sheets for page in paginate(list(_blocks(sheet, lang)), _SHEET.room)]
    with paper(path, _SHEET, named, ours) as pen:
        draw_pages(pen, _SHEET, pages, Running(named, ours, foot), lang)


def _blocks(sheet: CaseSheet, lang: str) -> Iterator[Block]:
    measure, case, seen = _SHEET.measure, sheet.case, sheet.visible
    yield Letterhead(heading(sheet.company, lang), lang, measure)
    yield Prose(wrap(case.title, BOLD, 16, measure), 16, bold=True, after=8)
    yield Facts(tuple(_facts(sheet, lang)), measure)
    yield Gap(4)
    yield from _section("facts", case.facts, lang)
    if seen.months:
        yield Gap(6)
        yield _months(seen, lang)
        yield Gap(8)
    if seen.note or not seen.months:
        yield from _section("visible", seen.note, lang)
    if seen.signs:
        yield Heading(say("case_sheet.signs", lang))
        yield from (prose(_sign(sign, lang), measure, 9, after=2) for sign in seen.signs)
        yield Gap(6)
    yield from _section("lesson", case.lesson, lang)
    yield from _section("consequence", case.consequence, lang)


def _facts(sheet: CaseSheet, lang: str) -> Iterator[tuple[str, str]]:
    case = sheet.case
    name = sheet.customer if lang == "zh" else sheet.customer_en or sheet.customer
    said = {
        "customer": name,
        "kind": say(f"case_kind.{case.kind}", lang),
        "cause": say(f"case_cause.{case.cause}", lang) if case.cause else "",
        "on": day_in_column(case.on, lang),
        "amount": money(case.amount, exponent(case.currency), case.currency, lang) if case.currency else "",
        "since": day_in_column(sheet.visible.known_since, lang),
    }
    yield from ((say(f"case_sheet.{key}", lang), value) for key, value in said.items() if value)


def _section(name: str, text: str, lang: str) -> Iterator[Block]:
    yield Heading(say(f"case_sheet.{name}", lang))
    yield from _text(text, lang)


def _text(text: str, lang: str) -> Iterator[Block]:
    """What somebody wrote, in pieces that fit a page; grey where nothing was written."""
    measure = _SHEET.measure
    if not text.strip():
        yield prose(say("case_sheet.unsaid", lang), measure, 9.5, ink.SECONDARY)
        return
    for paragraph in text.splitlines():
        lines = wrap(paragraph, REGULAR, 9.5, measure)
        for start in range(0, len(lines), _LINES):
            last = start + _LINES >= len(lines)
            yield Prose(tuple(lines[start : start + _LINES]), 9.5, after=5 if last else 0)


def _months(seen: Visible, lang: str) -> Block:
    columns = [
        GridColumn(
            say(f"case_sheet.{name}", lang, currency=seen.currency), share * _SHEET.measure, name != "month"
        )
        for name, share in _SHARES
    ]
    places = exponent(seen.currency)
    rows: list[Cells] = [
        (
            day_in_column(one.on, lang),
            amount(one.open, places),
            amount(one.overdue, places),
            "–" if one.days_late is None else count(round(one.days_late)),
            count(one.settled),
        )
        for one in seen.months
    ]
    return grid(columns, rows, heading=say("case_sheet.visible", lang), style=_STYLE)


def _sign(sign: VisibleSign, lang: str) -> str:
    """A warning or event with its day, in words where there are any."""
    params = dict(sign.params)
    if "on" in params:
        params["on"] = day_in_sentence(date.fromisoformat(str(params["on"])), lang)
    if "kind" in params:
        params["kind"] = (f"event_kind.{params['kind']}", {})
    said = say(sign.code, lang, **params) if sign.code in codes() else sign.code
    return f"{day_in_column(sign.on, lang)}  {said}"
