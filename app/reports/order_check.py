"""An order check on paper: the answer, each reason with its numbers, and what the exposure is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.exposure import ExposureView
from app.domain.letter_marks import plain
from app.domain.money import Money, exponent
from app.domain.order_paper import CheckPaper, CheckView
from app.reports import ink
from app.reports.fonts import BOLD
from app.reports.grid import Cells, GridColumn, GridStyle, grid
from app.reports.letterhead import Letterhead, company_name, heading
from app.reports.pdf import PORTRAIT, Block, Gap, Prose, Running, draw_pages, paginate, paper, prose
from app.reports.pen import Pen
from app.reports.statement_parts import AmountDue
from app.reports.typesetting import clipped, wrap
from app.words import say, word
from app.words.formats import amount, day_in_column, day_in_sentence, money
from app.words.order_text import finding

_SHEET = PORTRAIT
_STYLE = GridStyle(size=8.6, row=16)


def write(check: CheckPaper, path: Path, lang: str) -> None:
    """The check as a PDF; an existing file is replaced whole or not at all."""
    title = say("order_check.title", lang)
    company = company_name(check.company, lang)
    customer = called(check.view, lang)
    with paper(path, _SHEET, f"{title} {customer}", company) as pen:
        foot = say("order_check.made", lang, day=day_in_column(check.made_on, lang))
        running = Running(f"{title} {customer}", company, foot)
        draw_pages(pen, _SHEET, paginate(_blocks(check, lang), _SHEET.room), running, lang)


def called(view: CheckView, lang: str) -> str:
    """The customer's name in the paper's language, where it has one."""
    return plain(view.customer if lang == "zh" else view.customer_en or view.customer)


def _blocks(check: CheckPaper, lang: str) -> list[Block]:
    view, measure = check.view, _SHEET.measure
    blocks: list[Block] = [
        Letterhead(heading(check.company, lang), lang, measure),
        _Title(check, lang, measure),
        AmountDue(_sums(check, lang), measure),
        Gap(6),
        _heading(say("order_check.why", lang)),
        *(prose(finding(one.code, one.params, lang), measure, 9.5, after=4) for one in view.reasons),
        Gap(6),
        *_exposure(view.exposure, "order_check.exposure", lang),
    ]
    if view.exposure.group is not None:
        blocks += _exposure(view.exposure.group, "order_check.group_exposure", lang)
    return [*blocks, Gap(10), prose(say("order_check.sign", lang), measure, 9.5)]


@dataclass(frozen=True, slots=True)
class _Title:
    """订单核查单 with its day, and below it the customer."""

    check: CheckPaper
    lang: str
    measure: float

    @property
    def height(self) -> float:
        """Title, customer, space after."""
        return 40 + 15 * len(self._customer())

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Title on the left, day on the right, then whom it is about."""
        pen.text(x, top - 18, say("order_check.title", self.lang), 18, bold=True)
        day = day_in_sentence(self.check.view.as_of, self.lang)
        until = say("order_check.on", self.lang, day=day)
        pen.text_right(x + self.measure, top - 18, until, 9.5, colour=ink.SECONDARY)
        for row, line in enumerate(self._customer()):
            pen.text(x, top - 43 - 15 * row, line, 10.5, bold=True)

    def _customer(self) -> Sequence[str]:
        return clipped(called(self.check.view, self.lang), BOLD, 10.5, self.measure, 3)


def _sums(check: CheckPaper, lang: str) -> tuple[tuple[str, str], ...]:
    view = check.view
    lines = [
        (say("order_check.answer_label", lang), word("order_answer", view.answer, lang)),
        (say("order_check.amount_label", lang), _money(view.question.amount, lang)),
    ]
    if view.question.prepaid.minor:
        lines.append((say("order_check.prepaid_label", lang), _money(view.question.prepaid, lang)))
    if view.deposit.minor:
        lines.append((say("order_check.deposit_label", lang), _money(view.deposit, lang)))
    return tuple(lines)


def _exposure(view: ExposureView, code: str, lang: str) -> list[Block]:
    """The pieces with their sum, then each thing behind them."""
    places, measure = exponent(view.currency), _SHEET.measure
    pieces = [
        GridColumn(say("order_check.piece", lang), 0.7 * measure),
        GridColumn(say("order_check.sum", lang), 0.3 * measure, right=True),
    ]
    rows: list[Cells] = [
        (say(f"exposure.{piece}", lang), amount(minor, places, zero_dash=True))
        for piece, minor in view.exposure.pieces
    ]
    total = (say("paper.total", lang), amount(view.exposure.total, places))
    blocks: list[Block] = [
        grid(pieces, rows, heading=say(code, lang, currency=view.currency), totals=[total], style=_STYLE),
        Gap(8),
    ]
    if view.rows:
        blocks += [_details(view, lang), Gap(8)]
    return blocks


def _details(view: ExposureView, lang: str) -> Block:
    titles = ("piece", "number", "day", "due", "currency", "sum")
    shares = (0.28, 0.21, 0.13, 0.13, 0.1, 0.15)
    columns = [
        GridColumn(say(f"order_check.{title}", lang), share * _SHEET.measure, title == "sum")
        for title, share in zip(titles, shares, strict=True)
    ]
    rows: list[Cells] = [
        (
            say(f"exposure.{row.piece}", lang),
            row.number,
            day_in_column(row.on, lang),
            day_in_column(row.due, lang),
            row.currency,
            amount(row.amount, exponent(row.currency)),
        )
        for row in view.rows
    ]
    return grid(columns, rows, heading=say("order_check.rows", lang), style=_STYLE)


def _heading(text: str) -> Block:
    return Prose(wrap(text, BOLD, 11, _SHEET.measure), 11, bold=True, after=3)


def _money(value: Money, lang: str) -> str:
    return money(value.minor, exponent(value.currency), value.currency, lang)
