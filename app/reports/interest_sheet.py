"""The working of late interest on paper: which debt, which days, which rate and from where, and the sum.

A sheet for a court, a lawyer or the debtor to follow by hand; it settles nothing and says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.interest import ClaimWorking, InterestSheet, InterestWorking, Span, plain
from app.domain.late_rates import Period
from app.domain.money import Money, exponent
from app.domain.problem import Problem
from app.reports import ink
from app.reports.fonts import BOLD
from app.reports.grid import Cells, GridColumn, GridStyle, grid
from app.reports.letterhead import Letterhead, company_name, heading
from app.reports.pdf import PORTRAIT, Block, Gap, Prose, Running, draw_pages, paginate, paper, prose
from app.reports.pen import Pen
from app.reports.statement_parts import AmountDue
from app.reports.typesetting import clipped, wrap
from app.words import say
from app.words.formats import amount, count, day_in_column, day_in_sentence, exact_amount, money, spoken

_SHEET = PORTRAIT
_STYLE = GridStyle(size=8.2, row=16)


def write(sheet: InterestSheet, path: Path, lang: str) -> None:
    """The sheet as a PDF; an existing file is replaced whole or not at all."""
    title = say("interest_sheet.title", lang)
    with paper(path, _SHEET, f"{title} {sheet.working.number}", company_name(sheet.company, lang)) as pen:
        running = Running(
            f"{title} {sheet.working.number}",
            company_name(sheet.company, lang),
            say("interest_sheet.foot", lang, day=day_in_column(sheet.made_on, lang)),
        )
        draw_pages(pen, _SHEET, paginate(_blocks(sheet, lang), _SHEET.room), running, lang)


def _blocks(sheet: InterestSheet, lang: str) -> list[Block]:
    working, measure = sheet.working, _SHEET.measure
    blocks: list[Block] = [
        Letterhead(heading(sheet.company, lang), lang, measure),
        _Title(sheet, lang, measure),
        Pairs(_facts(sheet, lang), measure),
        Gap(4),
        *_basis(working, lang),
        Gap(6),
    ]
    for claim in working.claims:
        blocks += [_steps(claim, working, lang), Gap(8)] if claim.spans else []
    blocks += [AmountDue(_sums(working, lang), measure)]
    blocks += [_said(problem, lang) for problem in (*working.notes, *working.basis.warnings)]
    blocks += [_small(say(code, lang)) for code in ("interest_sheet.how", "interest_sheet.reserve")]
    return blocks


@dataclass(frozen=True, slots=True)
class _Title:
    """逾期利息计算单 with the day it counts to, and below it the customer."""

    sheet: InterestSheet
    lang: str
    measure: float

    @property
    def height(self) -> float:
        """Title, customer, space after."""
        return 38 + 15 * len(self._addressee())

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Title on the left, day on the right, then whom it is about."""
        title, to = say("interest_sheet.title", self.lang), self.sheet.working.to
        pen.text(x, top - 18, title, 18, bold=True)
        until = say("interest_sheet.to", self.lang, day=day_in_sentence(to, self.lang))
        pen.text_right(x + self.measure, top - 18, until, 9.5, colour=ink.SECONDARY)
        for row, line in enumerate(self._addressee()):
            pen.text(x, top - 43 - 15 * row, line, 10.5, bold=True)

    def _addressee(self) -> Sequence[str]:
        customer = self.sheet.customer
        name = customer.name if self.lang == "zh" else customer.name_en or customer.name
        return clipped(name, BOLD, 10.5, self.measure, 4)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Facts as label and value, two to a row."""

    pairs: tuple[tuple[str, str], ...]
    measure: float

    @property
    def height(self) -> float:
        """All rows and the space after."""
        return 16 * ((len(self.pairs) + 1) // 2) + 8

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Labels in grey, values beside them."""
        half = self.measure / 2
        for place, (name, value) in enumerate(self.pairs):
            left, y = x + place % 2 * half, top - 12 - 16 * (place // 2)
            pen.text(left, y, name, 9, colour=ink.SECONDARY)
            pen.text(left + 84, y, clipped(value, BOLD, 9.5, half - 92, 1)[0], 9.5)


def _facts(sheet: InterestSheet, lang: str) -> tuple[tuple[str, str], ...]:
    """The invoice: number, dates, amount, contract."""
    document, places = sheet.document, exponent(sheet.document.currency)
    facts = {
        "number": document.number,
        "date": day_in_column(document.doc_date, lang),
        "amount": money(document.amount, places, document.currency, lang),
        "due": "" if document.has_plan else day_in_column(document.due_date, lang),
        "open": _money(sheet.working.open, lang),
        "days": count(sheet.working.days_late),
        "contract": document.contract,
    }
    return tuple((say(f"interest_sheet.{name}", lang), value) for name, value in facts.items() if value)


def _basis(working: InterestWorking, lang: str) -> list[Block]:
    """By which rule, why by that one, and where it stands."""
    rule, measure = working.basis.rule, _SHEET.measure
    heading = say("interest_sheet.basis", lang)
    blocks: list[Block] = [Prose(wrap(heading, BOLD, 11, measure), 11, bold=True, after=3)]
    lines = [_worded(working.basis.why, lang)]
    if rule is not None:
        lines.append(say("interest_sheet.rate", lang, rate=_worded(working.says, lang)))
        if rule.source:
            lines.append(say("interest_sheet.source", lang, source=rule.cited(lang)))
    return blocks + [prose(line, measure, 9.5, after=2) for line in lines]


def _steps(claim: ClaimWorking, working: InterestWorking, lang: str) -> Block:
    """One debt's spans as a table: days, principal, rate with its source, interest to four places more."""
    titles = ("from", "until", "days", "principal", "rate", "working", "interest")
    shares = (0.12, 0.12, 0.06, 0.13, 0.135, 0.315, 0.12)
    columns = [
        GridColumn(say(f"interest_sheet.column.{title}", lang), share * _SHEET.measure, title in _FIGURES)
        for title, share in zip(titles, shares, strict=True)
    ]
    due = day_in_sentence(claim.claim.due_date, lang)
    code = "interest_sheet.instalment" if claim.claim.seq else "interest_sheet.steps"
    places = exponent(working.currency)
    total = (
        say("paper.total", lang), "", count(claim.days_late), "", "", "", exact_amount(claim.interest, places)
    )  # fmt: skip
    return grid(
        columns,
        [_step(span, places, lang) for span in claim.spans],
        heading=say(code, lang, due=due, seq=claim.claim.seq, currency=working.currency),
        totals=[total],
        style=_STYLE,
    )


_FIGURES = frozenset({"days", "principal", "interest"})


def _step(span: Span, places: int, lang: str) -> Cells:
    return (
        day_in_column(span.start, lang),
        day_in_column(span.end, lang),
        count(span.days),
        amount(span.principal, places),
        say(f"interest_sheet.rate_{span.period}", lang, rate=plain(span.rate)),
        formula(span, places),
        exact_amount(span.interest, places),
    )


def formula(span: Span, places: int) -> str:
    """How the span's interest is made: 100,000.00 × 3.90% × 91 ÷ 365."""
    text = f"{amount(span.principal, places)} × {plain(span.rate)}%"
    if span.period is Period.MONTH:
        text += " × 12"
    text += f" × {span.days}"
    return text if span.period is Period.DAY else f"{text} ÷ {span.year_basis}"


def _sums(working: InterestWorking, lang: str) -> tuple[tuple[str, str], ...]:
    lines = [(say("interest_sheet.total", lang), _money(working.total, lang))]
    if working.compensation is not None:
        lines.append((say("interest_sheet.compensation", lang), _money(working.compensation, lang)))
        if working.compensation.currency == working.currency:
            lines.append((say("interest_sheet.together", lang), _money(working.grand_total, lang)))
    if working.daily.minor:
        lines.append((say("interest_sheet.daily", lang), _money(working.daily, lang)))
    return tuple(lines)


def _said(problem: Problem, lang: str) -> Block:
    return prose(_worded(problem, lang), _SHEET.measure, 9, ink.SECONDARY, after=3)


def _small(text: str) -> Block:
    return prose(text, _SHEET.measure, 8.5, ink.SECONDARY, after=3)


def _worded(problem: Problem, lang: str) -> str:
    return spoken(problem.code, lang, problem.params)


def _money(value: Money, lang: str) -> str:
    return money(value.minor, exponent(value.currency), value.currency, lang)
